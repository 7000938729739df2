#pragma once

#include "core/base/Time.h"
#include "wizard/Session.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/widgets/StepPanel.h"

class QTimer;

namespace ruw {

class PeopleLine;
class RehearsalPanel;
class RunWorker;
class StateLine;
class StepList;
class WorkBoard;
class WorkWatch;

/// The session's run as it is worked on: the steps, the one in hand, what is asked about it, and the bar that takes the
/// answers to the gate. Who works on the run, and from when on, is the page's to say.
class RunPanel final : public QWidget {
    Q_OBJECT
public:
    RunPanel(Session& session, RunWorker& worker, WorkWatch& watch, QWidget* parent = nullptr);

    void setClock(Waiter& clock); ///< outlives the panel
    /// The Runner works on the run from now on.
    void begun();
    /// It is held or over. Error: its journal failed, nothing more is taken.
    void ended(const std::optional<Error>& error);
    /// Whether going back was declined: then the run goes on forward. Asked once.
    bool takeForward();
    void showError(const Error& error);
    /// Shows the session's run as it stands; nothing where there is none.
    void refresh();
    /// In a rehearsal: its clock has moved.
    void showTime();
    void setLow(bool low); ///< the window is low: the step goes before what stands around it
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void goOnAsked();   ///< the run is held and shall go on
    void reopenAsked(); ///< the same, from its journal, which had failed

private:
    void connectGate();
    void answer(ConfirmationBar::Ask ask);
    bool answerQuestion(ConfirmationBar::Ask ask);
    void answerForMe(bool yes);
    void leaveBar();
    void fitRoom();
    void namePeople(const QString& doer, const QString& checker);
    void showQuestion();
    void showStep(const QString& id);
    void refreshRun();
    void refreshTime();
    const Step& shownStep() const;
    const RunQuestion* question() const;
    QList<SeenRow> seenInVain() const;
    QList<SeenRow> seenBeforeUndo(const RunState& state) const;
    void noteNotStarted();
    bool neverBegan(const Step& step) const;
    ConfirmationBar::View barView() const;
    QString underWayText() const;

    Session& m_session;
    RunWorker& m_worker;
    WorkWatch& m_watch;
    Waiter* m_clock;
    QTimer* m_tick;
    PeopleLine* m_people;
    WorkBoard* m_board;
    RehearsalPanel* m_rehearsal = nullptr;
    StepList* m_steps;
    StepPanel* m_panel;
    StateLine* m_error;
    ConfirmationBar* m_bar;

    std::weak_ptr<GuidedRun> m_known; ///< the run that m_chart was taken for
    TimeChart m_chart;
    /// Id of a step that is looked at without being the current one; empty: the current one.
    QString m_looking;
    quint64 m_asked = 0;      ///< the question that was shown last
    QString m_notStarted;     ///< id of the step whose installer was last seen not to have been started; empty: none
    QDateTime m_busySince;    ///< since when something is done that nobody is asked about
    bool m_byCommand = false; ///< the current step's command runs, or ran
    bool m_forward = false;   ///< going back was declined
    bool m_low = false;       ///< the window is
    bool m_broken = false;    ///< the journal failed: nothing more is taken
    std::optional<Error> m_shownError;
};

} // namespace ruw
