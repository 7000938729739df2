#pragma once

#include "core/run/RunState.h"
#include "core/site/AdminUrl.h"
#include "wizard/WindowGate.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ruw {

class CommandView;
class OutputFold;
class ResultTable;
class StateLine;
class TroublePanel;

/// One step in full: what is done (with the exact command to copy), what is expected with what was seen of it beside, how it can
/// be checked and how it went, why, and what must hold before. Or, when going back, how the step is undone.
class StepPanel : public QScrollArea {
    Q_OBJECT
public:
    /// What is known of the step beside the state of the run.
    struct View {
        const RunQuestion* question = nullptr; ///< that is asked about this very step
        QList<SeenRow> seen;                   ///< of its expected results, when it was judged
        QList<SeenRow> inVain;                 ///< of what has gone wrong: the trouble's own look, or the one that failed the step
        QList<SeenRow> waiting;                ///< of what is waited for now
        QList<Condition> afterUndo;            ///< what is expected when it is undone
        std::optional<QString> undoCheck;      ///< while it is undone: the command that shows it, or an empty one; else none
        std::optional<WindowGate::Printed> printed;
        std::optional<Result<QUrl>> adminUrl; ///< of a step that is looked at on an admin screen
        bool neverBegan = false;              ///< what shall be undone was not even started
        bool wayBackKnown = true;             ///< a way back to the old version was entered for the site
        QString underWay;                     ///< what is being done or waited for; empty: nothing
    };

    explicit StepPanel(QWidget* parent = nullptr);
    void showStep(const RunState& state, const Step& step, const View& view, Language language);
    /// Of the step that is shown: time goes on.
    void setUnderWay(const QString& text);
    /// The thing to do first here: the copy button where there is a command. Null: nothing to copy.
    QWidget* firstTool() const;
    /// How much room the window has. Where there is less, less stands around things, and what is done and expected goes before
    /// what is said about the step.
    enum class Room { Ample, Tight, Low };
    void setRoom(Room room);
    void retranslate();

private:
    QLabel* addText(bool caption = false);
    /// Of the line above the title: what it says wherever there is room for it, and the rest.
    struct HeadParts {
        QStringList place, details;
    };
    static HeadParts headParts(const Procedure& procedure, const Step& step, const QList<SeenRow>& seen, Language language);
    /// Of a step that is undone: which, and how much stands still.
    static HeadParts undoParts(const RunState& state, const Step& step);
    void showHead();
    void showAdmin(const std::optional<Result<QUrl>>& url, Language language);
    void openAdmin();
    void showDoHead();
    void arrange();
    void showOutcome(const RunState& state, const Step& step, const StepRecord& record, Language language);

    QWidget* m_heading; ///< what stands above the title, and the title
    QLabel *m_title, *m_head, *m_details, *m_why, *m_guardsHead, *m_doHead, *m_instruction, *m_expectsHead;
    ResultTable *m_guards, *m_expects, *m_waiting;
    TroublePanel* m_trouble;
    StateLine *m_uncertain, *m_nothing, *m_outcome, *m_line, *m_underWay;
    CommandView *m_command, *m_check, *m_guardCheck;
    OutputFold* m_output;
    QPushButton* m_openAdmin;
    StateLine* m_adminLine;
    QUrl m_adminUrl;
    HeadParts m_headParts;
    Room m_room = Room::Ample;
    bool m_expectsFirst = false; ///< the command is so long that what is expected would be out of sight below it
    bool m_inTrouble = false;    ///< what went wrong stands above the step
    QString m_toDo;  ///< the instruction, without its heading
    bool m_isQuestion = false; ///< that is one: nothing else is to be done
    QString m_shown; ///< what the panel was last scrolled to the top for
};

} // namespace ruw
