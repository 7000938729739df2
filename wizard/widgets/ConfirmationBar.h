#pragma once

#include "core/run/ConfirmationGate.h"

#include <QFrame>
#include <QMap>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ruw {

class AnswerCell;
class TwoLines;

/// The one place where the operator decides: what he is asked, what he may do now, the note that goes into the journal, and
/// the checker's tick where it is wanted. It decides nothing and does nothing by itself.
class ConfirmationBar : public QFrame {
    Q_OBJECT
public:
    enum class Ask {
        Run,
        Start,
        StartByHand,
        Done,
        RestartAsked,
        NotAsExpected,
        Yes,
        AllYes,
        No,
        Look,
        Retry,
        DoneByHand,
        RunUndo,
        BeginUndo,
        Undone,
        StayForward,
        StopWaiting,
        GoOn,
        ShowCurrent,
        Reopen,
        Skip,
        GoBack,
        Exclude,
        Hold
    };
    enum class Mode {
        Start,     ///< the current step waits for its start
        Judge,     ///< it is done by hand: how did it end?
        Question,  ///< is a restart asked for?
        Word,      ///< is this so?
        Trouble,   ///< what shall be done about it?
        GoingBack, ///< the last change is to be undone
        Busy,      ///< something is being done or looked at
        Waiting,   ///< a result is waited for
        Held,
        Elsewhere, ///< another step is shown
        Broken,    ///< the journal failed
        Ended
    };
    struct View {
        Mode mode = Mode::Start;
        quint64 question = 0; ///< the checker agrees anew with each
        QString text;         ///< what is asked; empty: the step itself says it
        bool critical = false;
        bool canRun = false; ///< Start, GoingBack: by the program
        bool begins = false; ///< GoingBack by hand: it has not begun
        bool skippable = false;
        bool canGoBack = false;
        bool several = false; ///< Word: the step has more results than this one
        QList<Remedy> remedies; ///< Trouble
        bool mayBeSlow = true;  ///< Trouble: what was seen last does not rule out that it only takes longer
        std::optional<Remedy> advised; ///< Trouble: the one that its advice names; it leads on, once nothing bars it
        QString node;           ///< that could be left out
        int undoes = 0;         ///< number of the step that going back would undo first; 0: none
        bool versionByHand = false; ///< its undo is that of an installer
        bool nothingToUndo = false; ///< the installer of that step was not started
        bool over = false;      ///< Held: nothing is left to do; going on is possible, and not what comes next
        bool simulated = false; ///< a rehearsal: what is done by hand happens on the simulated site
        QString checker;
    };

    explicit ConfirmationBar(QWidget* parent = nullptr);
    void setView(const View& view);
    const View& view() const { return m_view; }
    QString note() const;
    void clearNote();
    bool checkerAgrees() const;
    void focusNote();
    QPushButton* button(Ask ask) const;
    void setLow(bool low);     ///< the window is low: less room around things
    /// There is no room for the lines below the answers: one has its line, that of going back stands beside it in short, and the
    /// tool tips have them all.
    void setTerse(bool terse);
    void retranslate();

signals:
    void asked(ruw::ConfirmationBar::Ask ask);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void fitQuestion();
    void alignLines();
    QList<Ask> asks() const;
    QString textOf(Ask ask) const;
    QString lineOf(Ask ask) const;
    QString tickText() const;
    QString undoInShort() const;
    QString inShort(Ask ask) const;
    Ask askWithHelp() const;
    Ask leadingAsk() const;
    bool retryFits() const;
    bool awaitsChecker(Ask ask) const;
    void showLines();
    void showHelp();

    View m_view;
    QLabel *m_text, *m_noteLabel;
    QLineEdit* m_note;
    QCheckBox* m_checker;
    bool m_terse = false, m_checkerBeside = false, m_wantsChecker = false;
    QVBoxLayout* m_words; ///< what is noted, and the checker's tick
    QMap<Ask, AnswerCell*> m_answers;
    TwoLines* m_help; ///< when one of the answers fits, where there is no room to say it of all
};

} // namespace ruw
