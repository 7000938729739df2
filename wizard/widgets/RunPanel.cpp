#include "wizard/widgets/RunPanel.h"

#include "core/plan/Undo.h"
#include "core/site/AdminUrl.h"
#include "wizard/LiveTopology.h"
#include "wizard/rehearsal/RehearsalPanel.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UnderWay.h"
#include "wizard/WorkWatch.h"
#include "wizard/widgets/AlarmPanel.h"
#include "wizard/widgets/PeopleLine.h"
#include "wizard/widgets/SituationPanel.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/TopologyView.h"
#include "wizard/widgets/WorkBoard.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int tickMs = 1000;
constexpr int tightBelow = 88 * theme::grid; ///< an ordinary step with all around it needs more

} // namespace

RunPanel::RunPanel(Session& session, RunWorker& worker, WorkWatch& watch, QWidget* parent)
    : QWidget(parent), m_session(session), m_worker(worker), m_watch(watch), m_clock(&session.connections().clock()),
      m_tick(new QTimer(this))
{
    m_people = new PeopleLine(this);
    connect(m_people, &PeopleLine::peopleNamed, this, &RunPanel::namePeople);
    if (RehearsalStage* stage = m_session.connections().rehearsal()) { // here: the Tab key goes as one reads
        m_rehearsal = new RehearsalPanel(m_session, *stage, this);
        connect(m_rehearsal, &RehearsalPanel::playsItselfChanged, this, &RunPanel::answerForMe);
    }
    m_board = new WorkBoard(this);
    m_steps = new StepList(this);
    auto* work = new QWidget(this);
    m_panel = new StepPanel(work);
    m_error = new StateLine(work);
    m_error->setObjectName("runError"_L1);
    m_bar = new ConfirmationBar(work);
    m_board->setWork(m_steps, work);
    connect(m_steps, &StepList::stepChosen, this, &RunPanel::showStep);
    connect(m_bar, &ConfirmationBar::asked, this, &RunPanel::answer);
    connect(m_board, &WorkBoard::foldedChanged, this, [this](bool folded) { m_people->setVisible(!folded && !m_rehearsal); });

    auto* workColumn = new QVBoxLayout(work);
    workColumn->setContentsMargins({});
    workColumn->setSpacing(theme::grid);
    workColumn->addWidget(m_panel, 1);
    workColumn->addWidget(m_error);
    workColumn->addWidget(m_bar);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addWidget(m_people);
    if (m_rehearsal) {
        column->addWidget(m_rehearsal);
        m_people->hide(); // entered at the beginning, and nobody's here: their room is the step's
    }
    column->addWidget(m_board, 1);

    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &RunPanel::refreshTime);
    connect(&m_watch, &WorkWatch::mailSampled, this, &RunPanel::refreshTime);
    connect(&m_watch, &WorkWatch::queueLooked, this, &RunPanel::refreshRun); // the drawing shows it
    connect(m_board->situation(), &SituationPanel::testMailAsked, this, [this] { m_watch.askForTestMail(this); });
    connectGate();
}

void RunPanel::connectGate()
{
    const WindowGate* gate = &m_worker.gate();
    connect(gate, &WindowGate::pictureChanged, this, &RunPanel::showQuestion);
    connect(gate, &WindowGate::stateReached, this, [this](const RunState& state) {
        const RunState* before = m_session.runState();
        if (!before)
            return; // another site was opened meanwhile
        if (*before == state)
            return; // told again beside a question: it is shown already
        const auto statusOf = [](const RunState& run) {
            return run.current() ? run.record(run.current()->id).status : StepStatus::Pending;
        };
        if (before->currentIndex() != state.currentIndex() || statusOf(*before) != statusOf(state))
            m_busySince = m_clock->now();
        m_session.noteRunState(state);
    });
    connect(gate, &WindowGate::told, this, &RunPanel::showError); // and the question comes again
}

void RunPanel::setClock(Waiter& clock)
{
    m_clock = &clock;
}

void RunPanel::begun()
{
    m_broken = false;
    m_shownError.reset();
    m_looking.clear();
    m_byCommand = false;
    m_busySince = m_clock->now();
    m_panel->setFocus();
}

void RunPanel::ended(const std::optional<Error>& error)
{
    m_broken = error.has_value();
    if (error)
        m_shownError = error;
}

bool RunPanel::takeForward()
{
    return std::exchange(m_forward, false);
}

void RunPanel::showError(const Error& error)
{
    m_shownError = error;
    refresh();
}

void RunPanel::namePeople(const QString& doer, const QString& checker)
{
    m_session.setPeople(doer, checker);
    m_worker.errand([doer, checker](GuidedRun& run) {
        (void)run.setPeople(doer, checker); // a journal that fails stops the run at its next record
    });
}

void RunPanel::showStep(const QString& id)
{
    const RunState* state = m_session.runState();
    if (!state)
        return;
    m_looking.clear();
    if (shownStep().id != id)
        m_looking = id;
    refreshRun();
}

const Step& RunPanel::shownStep() const
{
    const RunState& state = *m_session.runState();
    if (const Step* looked = state.procedure().step(m_looking))
        return *looked;
    if (const RunQuestion* asked = question())
        return asked->step;
    return state.current() ? *state.current() : state.procedure().steps.last();
}

QString RunPanel::underWayText() const
{
    const RunState& state = *m_session.runState();
    if (!m_worker.working() || question() || !state.current() || !m_looking.isEmpty())
        return {};
    const UnderWay underWay{m_busySince, m_byCommand, m_worker.gate().waitingFor()};
    return underWay.text(*state.current(), state.record(state.current()->id).status, m_clock->now(), m_session.language());
}

void RunPanel::refresh()
{
    const RunState* state = m_session.run() ? m_session.runState() : nullptr;
    if (!state) {
        m_broken = false;
        m_shownError.reset();
        m_known.reset();
        m_tick->stop();
        return;
    }
    refreshRun();
    // The clock of the work goes on while the run is held, and so does its schedule.
    const bool open = m_worker.working() || state->end() == RunEnd::Running || state->end() == RunEnd::Held;
    if (open && !m_rehearsal) // a rehearsal has one clock for all: showTime()
        m_tick->start();
    else
        m_tick->stop();
}

void RunPanel::refreshRun()
{
    const std::shared_ptr<GuidedRun> run = m_session.run();
    if (!run)
        return;
    if (run != m_known.lock()) {
        m_known = run;
        m_chart = TimeChart::from(run->procedure(), m_session.runFacts().site);
        m_looking.clear();
        m_notStarted.clear();
    }
    const RunState& state = *m_session.runState();
    const Language language = m_session.language();
    const Step shown = shownStep();

    const bool working = m_worker.working() && !m_broken;
    m_people->showRun(state, run->journalPath(), working);
    m_watch.follow(state);
    const auto& waiting = m_worker.gate().waitingFor();
    m_board->topology()->setModel(liveTopology(m_session.runFacts(), state, m_watch.queueLines(m_clock->now()),
                                               waiting ? waiting->rows : seenInVain(), language));
    const bool wayBackKnown = !m_session.runFacts().site.rollback.trimmed().isEmpty();
    m_board->situation()->showRun(state, seenInVain(), wayBackKnown, language);
    m_board->situation()->setCanSendMail(working);
    m_steps->setRun(state, m_chart, shown.id, language);
    StepPanel::View view;
    view.wayBackKnown = wayBackKnown;
    const RunQuestion* asked = question();
    if (asked && asked->step.id == shown.id && m_looking.isEmpty())
        view.question = asked;
    const bool current = state.current() && state.current()->id == shown.id;
    if (waiting && current && m_looking.isEmpty())
        view.waiting = waiting->rows;
    view.seen = m_worker.gate().seen(shown.id);
    if (current && state.record(shown.id).status == StepStatus::Pending)
        view.seen.clear(); // it is to be done (again)
    view.inVain = seenInVain();
    const Step* forward = forwardOfUndo(shown, state.procedure());
    const bool asksUndo = view.question && view.question->kind == RunQuestion::Kind::Undo;
    view.neverBegan = asksUndo && neverBegan(shown);
    if (asksUndo)
        view.afterUndo = expectsAfterUndo(shown, forward, m_session.runFacts());
    if (asksUndo || (state.undoUnderWay() && state.undoUnderWay()->id == shown.id))
        view.undoCheck = checkOfUndo(forward);
    view.printed = m_worker.gate().printed(shown.id);
    view.underWay = underWayText();
    const Node* node = m_session.runFacts().site.node(shown.node);
    if (shown.kind == StepKind::CheckRestartFlag && node)
        view.adminUrl = adminUrl(*node);
    m_panel->showStep(state, shown, view, language);
    m_error->setState(m_broken ? theme::State::Bad : theme::State::Warning,
                      m_shownError ? m_shownError->render(language) : QString());
    m_bar->setView(barView());
    if (m_rehearsal)
        m_rehearsal->setQuestion(question());
    refreshTime();
}

void RunPanel::refreshTime()
{
    const RunState* state = m_session.runState();
    if (!state || !m_session.run())
        return;
    const QDateTime now = m_clock->now();
    const bool ended = state->end() != RunEnd::Running && state->end() != RunEnd::Held;
    m_board->alarms()->showClock(ClockReading::at(now, m_session.runFacts().site.schedule, *state), !ended,
                                 m_session.language());
    m_board->situation()->showMail(m_watch.mail(), m_watch.silences(), *state, now, m_session.language());
    // First: what it says the queue line leaves out.
    m_board->alarms()->showNotices(m_watch.notices(now, !m_broken, window()), m_session.language());
    m_board->alarms()->showQueues(m_watch.queueLines(now), m_session.language());
    m_board->showFacts(m_rehearsal ? QList<BriefFact>() : QList{BriefFact{theme::State::Info, m_people->names()}});
    m_panel->setUnderWay(underWayText());
}

void RunPanel::showTime()
{
    const RunState* state = m_session.runState();
    const bool over = state && state->end() != RunEnd::Running && state->end() != RunEnd::Held;
    if (isVisible() && !over)
        refreshTime();
}

void RunPanel::setLow(bool low)
{
    m_low = low;
    m_board->setLow(low);
    fitRoom();
}

void RunPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRoom();
}

/// By the panel's own height, which is the page's and not its content's: nothing moves when a step says more.
void RunPanel::fitRoom()
{
    const bool tight = m_low || height() < tightBelow;
    for (QLayout* column : {layout(), m_panel->parentWidget()->layout()})
        column->setSpacing(tight ? theme::grid / 2 : theme::grid);
    m_board->setTight(tight);
    m_panel->setRoom(m_low ? StepPanel::Room::Low : tight ? StepPanel::Room::Tight : StepPanel::Room::Ample);
    m_bar->setLow(tight);
    m_bar->setTerse(m_low);
}

void RunPanel::retranslate()
{
    m_board->retranslate();
    m_people->retranslate();
    m_steps->setAccessibleName(tr("Steps"));
    m_panel->retranslate();
    m_bar->retranslate();
    if (m_rehearsal)
        m_rehearsal->retranslate();
}

} // namespace ruw
