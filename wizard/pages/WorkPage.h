#pragma once

#include "core/base/Time.h"
#include "wizard/Page.h"
#include "wizard/Session.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/widgets/StepPanel.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace ruw {

class BeginPanel;
class RehearsalPanel;
class RunWorker;
class StateLine;
class StepList;
class WorkBoard;
class WorkWatch;

/// The run: the Runner carries it out on its own thread, and this page is its gate. It shows one step after the other, takes
/// the operator's answers and tells what is done, looked at and waited for. Nothing is changed unasked.
class WorkPage final : public Page {
    Q_OBJECT
public:
    explicit WorkPage(Session& session, QWidget* parent = nullptr);
    /// Holds a run that is under way.
    ~WorkPage() override;
    QString title() const override;
    QString intro() const override;
    QString more() const override;
    QString nextVerb() const override;
    bool isComplete() const override;
    QString whyIncomplete() const override;
    QString underWay() const override;
    void enter() override;
    void retranslate() override;
    void showTime() override;

    /// The rehearsal's or a test's clock; it must outlive the page and may be asked from any thread. For runs begun from
    /// then on.
    void setClock(Waiter& clock);
    const RunWorker& worker() const { return *m_worker; }

public slots:
    /// Goes on with the run of a journal: site, survey and procedure are taken from it. Errors are shown on the page.
    void resumeFrom(const QString& journalPath);

signals:
    /// This site shall be rehearsed before it is worked on.
    void rehearseAsked();

private:
    QWidget* makeRunPanel();
    void connectWorker();
    QString proposedJournal() const;
    const Site* lockedSite(const Site& site) const;
    void begin();
    void work();
    void answer(ConfirmationBar::Ask ask);
    bool answerQuestion(ConfirmationBar::Ask ask);
    void leaveBar();
    void answerForMe(bool yes);
    void showQuestion();
    void runEnded(const RunState& state, const std::optional<Error>& error);
    void showError(const Error& error);
    void refresh();
    void refreshBegin();
    void refreshRun();
    void refreshTime();
    void showStep(const QString& id);
    const Step& shownStep() const;
    const RunQuestion* question() const;
    ConfirmationBar::View barView() const;
    QString underWayText() const;
    void namePeople();

    Waiter* m_clock;
    RunWorker* m_worker;
    WorkWatch* m_watch;
    QStackedWidget* m_stack;
    QTimer* m_tick;
    BeginPanel* m_begin;
    QLineEdit *m_doer, *m_checker;
    QLabel *m_doerLabel, *m_checkerLabel, *m_journalLine;
    WorkBoard* m_board;
    RehearsalPanel* m_rehearsal = nullptr; ///< in a rehearsal only
    StepList* m_steps;
    StepPanel* m_panel;
    StateLine* m_error;
    ConfirmationBar* m_bar;

    /// The run that m_facts and m_chart were taken for: its site, whatever is edited later.
    std::weak_ptr<GuidedRun> m_known;
    SiteFacts m_facts;
    TimeChart m_chart;
    QString
        m_looking; ///< id of a step that is looked at without being the current one; empty: the current one
    quint64 m_asked = 0;          ///< the question that was shown last
    QDateTime m_busySince;        ///< since when something is done that nobody is asked about
    bool m_byCommand = false;     ///< the current step's command runs, or ran
    bool m_goOnAfterHold = false; ///< going back was declined: the run goes on forward
    QString m_resumeNext;         ///< the journal to go on with when the present run is held
    bool m_broken = false;        ///< the journal failed: nothing more is taken
    std::optional<Error> m_shownError;
};

} // namespace ruw
