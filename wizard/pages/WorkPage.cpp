#include "wizard/pages/WorkPage.h"

#include "core/base/Quote.h"
#include "core/run/EarlierRuns.h"
#include "core/site/AdminUrl.h"
#include "wizard/LiveTopology.h"
#include "wizard/rehearsal/RehearsalPanel.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/WorkQuestion.h"
#include "wizard/WorkWatch.h"
#include "wizard/widgets/AlarmPanel.h"
#include "wizard/widgets/BeginPanel.h"
#include "wizard/widgets/SituationPanel.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/TopologyView.h"
#include "wizard/widgets/WorkBoard.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Ask = ConfirmationBar::Ask;
using Mode = ConfirmationBar::Mode;

constexpr int tickMs = 1000;

/// Fits the window: the step list and the step scroll inside, so that the confirmation bar is always in sight.
class FittingStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    bool hasHeightForWidth() const override { return false; }
};

} // namespace

WorkPage::WorkPage(Session& session, QWidget* parent)
    : Page(session, parent), m_clock(&session.connections().clock()),
      m_worker(new RunWorker(session.connections(), this)),
      m_watch(new WorkWatch(session, *m_worker, this)), m_stack(new FittingStack(this)),
      m_tick(new QTimer(this)), m_begin(new BeginPanel(session.isRehearsal(), this))
{
    m_stack->addWidget(m_begin);
    m_stack->addWidget(makeRunPanel());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 0, 3 * theme::grid, theme::grid);
    column->addWidget(m_stack);

    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &WorkPage::refreshTime);
    connect(m_begin, &BeginPanel::beginAsked, this, &WorkPage::begin);
    connect(m_begin, &BeginPanel::peopleEntered, this,
            [this] { m_session.setPeople(m_begin->doer(), m_begin->checker()); });
    connect(m_begin, &BeginPanel::rehearseAsked, this, &WorkPage::rehearseAsked);
    connectWorker();
    connect(m_watch, &WorkWatch::mailSampled, this, &WorkPage::refreshTime);
    connect(m_watch, &WorkWatch::queueLooked, this, &WorkPage::refreshRun); // the drawing shows it
    connect(m_board->situation(), &SituationPanel::testMailAsked, this, [this] { m_watch->askForTestMail(this); });
    connect(&session, &Session::runChanged, this, &WorkPage::refresh);
    connect(&session, &Session::procedureChanged, this, &WorkPage::refreshBegin);
    connect(&session, &Session::peopleChanged, this, &WorkPage::refreshBegin);
    refresh();
}

WorkPage::~WorkPage()
{
    // While the labels still stand: the run is held, and what it tells last reaches nobody.
    disconnect(m_worker, nullptr, this, nullptr);
    disconnect(&m_worker->gate(), nullptr, this, nullptr);
    m_watch->stop();
    delete m_worker;
}

void WorkPage::connectWorker()
{
    const WindowGate* gate = &m_worker->gate();
    connect(gate, &WindowGate::pictureChanged, this, &WorkPage::showQuestion);
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
    connect(gate, &WindowGate::told, this, [this](const Error& error) {
        showError(error); // and the question comes again
    });
    connect(m_worker, &RunWorker::ended, this, &WorkPage::runEnded);
}

QWidget* WorkPage::makeRunPanel()
{
    auto* panel = new QWidget(this);
    const auto nameEdit = [&](QLatin1StringView name) {
        auto* made = new QLineEdit(panel);
        made->setObjectName(name);
        made->setFixedWidth(17 * theme::grid);
        connect(made, &QLineEdit::editingFinished, this, &WorkPage::namePeople);
        return made;
    };
    m_doer = nameEdit("doerEdit"_L1);
    m_checker = nameEdit("checkerEdit"_L1);
    m_doerLabel = new QLabel(panel);
    m_checkerLabel = new QLabel(panel);
    m_doerLabel->setBuddy(m_doer);
    m_checkerLabel->setBuddy(m_checker);
    m_journalLine = new QLabel(panel);
    m_journalLine->setObjectName("journalLine"_L1);
    m_journalLine->setTextFormat(Qt::PlainText);
    m_journalLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::makeCaption(m_journalLine);
    if (RehearsalStage* stage = m_session.connections().rehearsal()) { // here: the Tab key goes as one reads
        m_rehearsal = new RehearsalPanel(m_session, *stage, panel);
        connect(m_rehearsal, &RehearsalPanel::playsItselfChanged, this, &WorkPage::answerForMe);
    }
    m_board = new WorkBoard(panel);
    m_steps = new StepList(panel);
    auto* work = new QWidget(panel);
    m_panel = new StepPanel(work);
    m_error = new StateLine(work);
    m_error->setObjectName("runError"_L1);
    m_bar = new ConfirmationBar(work);
    m_board->setWork(m_steps, work);
    connect(m_steps, &StepList::stepChosen, this, &WorkPage::showStep);
    connect(m_bar, &ConfirmationBar::asked, this, &WorkPage::answer);

    auto* people = new QHBoxLayout;
    people->setSpacing(theme::grid);
    people->addWidget(m_doerLabel);
    people->addWidget(m_doer);
    people->addSpacing(theme::grid);
    people->addWidget(m_checkerLabel);
    people->addWidget(m_checker);
    people->addSpacing(theme::grid);
    people->addWidget(m_journalLine, 1);
    auto* workColumn = new QVBoxLayout(work);
    workColumn->setContentsMargins({});
    workColumn->setSpacing(theme::grid);
    workColumn->addWidget(m_panel, 1);
    workColumn->addWidget(m_error);
    workColumn->addWidget(m_bar);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addLayout(people);
    if (m_rehearsal) {
        column->addWidget(m_rehearsal);
        // Entered at the beginning, and nobody's here: their room is the step's.
        for (QWidget* real :
             std::initializer_list<QWidget*>{m_doerLabel, m_doer, m_checkerLabel, m_checker, m_journalLine})
            real->hide();
    }
    column->addWidget(m_board, 1);
    return panel;
}

QString WorkPage::title() const
{
    return tr("Work");
}

QString WorkPage::intro() const
{
    if (m_session.isRehearsal() && !m_session.run())
        return tr(
            "Everything is filled in. Begin the rehearsal, and go through it as in the night of the work.");
    if (m_session.run())
        return {}; // the step itself says what to do, and needs the room
    return tr("Carry out the procedure step by step. Each confirmation is recorded before the next step.");
}

QString WorkPage::more() const
{
    return tr(
        "Nothing is changed on a node before you have confirmed that very action. On nodes with SSH the "
        "wizard "
        "runs the command and looks at the result by itself; on the others you run it and say what you saw. "
        "Everything is written to the journal, on disk, before the next action. Should this machine fail, "
        "the "
        "work is continued from the journal.");
}

QString WorkPage::nextVerb() const
{
    return tr("To the fi&nal checks");
}

bool WorkPage::isComplete() const
{
    return m_session.runState() && m_session.runState()->end() != RunEnd::Running && !m_worker->working();
}

QString WorkPage::whyIncomplete() const
{
    if (isComplete())
        return {};
    return m_session.run() ? tr("Finish the steps, or hold the run.") : tr("The work has not begun.");
}

QString WorkPage::underWay() const
{
    const auto run = m_session.run();
    if (!run || isComplete())
        return {};
    if (m_session.isRehearsal())
        return tr("The rehearsal is under way and would end here. Nothing real hangs on it; its journal is thrown away, "
                  "unless you chose a place for it.");
    return tr("The run is under way. It is held when the window closes: what stands on the nodes stays as it "
              "is, and "
              "the work can be continued from the journal %1.")
        .arg(shownSafely(run->journalPath()));
}

void WorkPage::setClock(Waiter& clock)
{
    m_clock = &clock;
}

void WorkPage::enter()
{
    const QString wanted = m_session.journalFile();
    const auto run = m_session.run();
    if (!wanted.isEmpty() && (!run || run->journalPath() != QFileInfo(wanted).absoluteFilePath()))
        resumeFrom(wanted);
    refresh();
}

QString WorkPage::proposedJournal() const
{
    const QString siteFile = m_session.siteFile();
    if (!m_session.journalFolder().isEmpty()) {
        const QString stamp = m_clock->now().toString(u"yyyyMMdd-HHmm"_s);
        return QDir(m_session.journalFolder()).filePath(u"rehearsal-%1.journal.jsonl"_s.arg(stamp));
    }
    const QDir folder = siteFile.isEmpty()
                            ? QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                            : QFileInfo(siteFile).absoluteDir();
    const QString base = siteFile.isEmpty() ? u"upgrade"_s : QFileInfo(siteFile).completeBaseName();
    return folder.filePath(u"%1-%2.journal.jsonl"_s.arg(base, m_clock->now().toString(u"yyyyMMdd-HHmm"_s)));
}

/// A rehearsal touches no server: it may be played while the work goes on.
const Site* WorkPage::lockedSite(const Site& site) const
{
    return m_session.isRehearsal() ? nullptr : &site;
}

void WorkPage::begin()
{
    m_shownError.reset();
    const Procedure* procedure = m_session.procedure();
    if (!procedure)
        return;
    m_session.setPeople(m_begin->doer(), m_begin->checker());
    if (m_rehearsal)
        m_rehearsal->setUp(m_session.facts(), *procedure);
    auto journal = Journal::create(m_begin->journal(), *m_clock, lockedSite(m_session.facts().site));
    if (!journal)
        return showError(journal.error());
    if (m_rehearsal)
        m_rehearsal->follow(*journal.value());
    auto run = GuidedRun::begin(*procedure, m_session.facts(), journal.value(), m_session.siteKind());
    if (!run)
        return showError(run.error());
    const Status named = run.value()->setPeople(m_session.doer(), m_session.checker());
    if (!named)
        return showError(named.error());
    m_worker->gate().forget();
    m_watch->forget();
    m_session.setRun(run.value());
    work();
}

void WorkPage::resumeFrom(const QString& journalPath)
{
    if (m_worker->working()) {
        m_resumeNext = journalPath; // when the present run is held: it may be the same journal
        m_worker->stop();
        return;
    }
    m_session.setRun(nullptr); // lets go of a journal that may be the same one
    m_shownError.reset();
    const auto stored = loadRun(journalPath, m_session.siteKind());
    if (!stored)
        return showError(stored.error());
    JournalRead read;
    auto journal = Journal::reopen(journalPath, *m_clock, read, lockedSite(stored->site));
    if (!journal)
        return showError(journal.error());
    m_session.adopt(*stored);
    if (m_rehearsal)
        m_rehearsal->follow(*journal.value());
    auto run = GuidedRun::resume(stored->procedure, journal.value(), read);
    if (!run)
        return showError(run.error());
    m_session.setPeople(run.value()->state().doer(), run.value()->state().checker());
    m_worker->gate().forget();
    m_worker->gate().setSeen(seenRows(read.records));
    m_watch->forget();
    m_session.setRun(run.value());
    if (run.value()->state().end() == RunEnd::Running)
        work();
}

/// Lets the Runner work on the session's run.
void WorkPage::work()
{
    m_broken = false;
    m_looking.clear();
    m_byCommand = false;
    m_busySince = m_clock->now();
    m_worker->start(m_session.run(), m_facts, *m_clock);
    m_watch->start(m_facts, *m_session.runState(), *m_clock);
    m_panel->setFocus();
    refresh();
}

void WorkPage::runEnded(const RunState& state, const std::optional<Error>& error)
{
    m_watch->stop();
    const bool forward = std::exchange(m_goOnAfterHold, false);
    if (!m_session.run()) { // another site was opened meanwhile
        refresh();
    } else {
        m_broken = error.has_value();
        if (error)
            m_shownError = error;
        m_session.noteRunState(state);
    }
    if (const QString next = std::exchange(m_resumeNext, {}); !next.isEmpty())
        return resumeFrom(next);
    if (forward && !error && m_session.run() && state.end() == RunEnd::Held)
        work();
}

void WorkPage::showError(const Error& error)
{
    m_shownError = error;
    refresh();
}

void WorkPage::namePeople()
{
    const QString doer = m_doer->text().simplified(), checker = m_checker->text().simplified();
    m_doer->setModified(false);
    m_checker->setModified(false);
    const RunState* state = m_session.runState();
    if (!state || m_broken || !m_worker->working())
        return;
    if (doer.isEmpty()) { // somebody does the work: the name stays as it was
        m_doer->setText(state->doer());
        return;
    }
    if (doer == state->doer() && checker == state->checker())
        return;
    m_session.setPeople(doer, checker);
    m_worker->errand([doer, checker](GuidedRun& run) {
        (void)run.setPeople(doer, checker); // a journal that fails stops the run at its next record
    });
}

const RunQuestion* WorkPage::question() const
{
    const auto& asked = m_worker->gate().question();
    return m_worker->working() && asked ? &*asked : nullptr;
}

bool WorkPage::answerQuestion(Ask ask)
{
    const RunQuestion* asked = question();
    std::optional<RunAnswer> answer = asked ? WorkQuestion::answerOf(ask) : std::nullopt;
    if (!answer)
        return false;
    answer->note = m_bar->note();
    answer->checkerAgrees = m_bar->checkerAgrees();
    if (const auto byCommand = WorkQuestion::runsCommand(ask))
        m_byCommand = *byCommand;
    m_goOnAfterHold = m_goOnAfterHold || ask == Ask::StayForward;
    const bool keepsNote = WorkQuestion::keepsNote(ask, asked->kind);
    const quint64 id = asked->id;
    leaveBar();
    m_busySince = m_clock->now();
    m_worker->gate().answer(id, *answer);
    if (!keepsNote)
        m_bar->clearNote();
    return true;
}

/// The keyboard goes to what changes nothing, so that the next question is never answered by the key for the last one.
void WorkPage::leaveBar()
{
    m_panel->setFocus(Qt::OtherFocusReason);
}

void WorkPage::answer(Ask ask)
{
    if (!m_session.run())
        return;
    namePeople(); // the key may have come while a name was being typed
    m_shownError.reset();
    switch (ask) {
    case Ask::Reopen: {
        const QString path = m_session.run()->journalPath(); // nothing else may hold the run meanwhile
        return resumeFrom(path);
    }
    case Ask::GoOn:
        return work();
    case Ask::StopWaiting:
        m_worker->gate().stopWaiting();
        leaveBar();
        return;
    case Ask::ShowCurrent:
        m_looking.clear();
        leaveBar();
        break;
    default:
        if (!answerQuestion(ask) && ask == Ask::Hold) {
            leaveBar();
            m_worker->stop();
        }
        break;
    }
    refresh();
}

/// In a rehearsal that plays by itself the question in hand is answered, too; trouble is the person's to settle.
void WorkPage::answerForMe(bool yes)
{
    const RunQuestion* asked = yes ? question() : nullptr;
    if (!asked || asked->kind == RunQuestion::Kind::Trouble || asked->kind == RunQuestion::Kind::Undo)
        return;
    RunAnswer answer;
    answer.choice = asked->canRun ? StepAnswer::Choice::Run : StepAnswer::Choice::ByHand;
    answer.checkerAgrees = true;
    const bool so =
        asked->kind != RunQuestion::Kind::Word || m_rehearsal->isSo(asked->step, asked->condition);
    answer.word = so ? ConfirmationGate::Word::Yes : ConfirmationGate::Word::No;
    m_byCommand = asked->canRun;
    m_worker->gate().answer(asked->id, answer);
}

void WorkPage::showQuestion()
{
    const RunQuestion* asked = question();
    const bool isNew = asked && asked->id != m_asked;
    if (isNew) {
        m_asked = asked->id;
        if (asked->kind == RunQuestion::Kind::Trouble)
            m_looking.clear();
    }
    refreshRun();
    if (isNew && m_rehearsal && m_rehearsal->playsItself())
        answerForMe(true); // ticked while this question was on its way
    if (!isNew || !m_looking.isEmpty())
        return;
    // Whoever types a name or reads the list is not disturbed.
    const QWidget* here = QApplication::focusWidget();
    if (here && here != m_panel && !m_bar->isAncestorOf(here) && !m_panel->isAncestorOf(here))
        return;
    const bool wantsNote = asked->kind == RunQuestion::Kind::DoneByHand ||
                           asked->kind == RunQuestion::Kind::Word ||
                           (m_shownError && m_shownError->code == "skip-without-reason"_L1);
    if (wantsNote)
        m_bar->focusNote();
    else if (QWidget* tool = m_panel->firstTool(); tool && asked->kind != RunQuestion::Kind::Trouble)
        tool->setFocus(Qt::OtherFocusReason);
    else
        m_panel->setFocus(Qt::OtherFocusReason);
}

ConfirmationBar::View WorkPage::barView() const
{
    const RunState& state = *m_session.runState();
    ConfirmationBar::View view;
    if (m_broken)
        view.mode = Mode::Broken;
    else if (!m_worker->working())
        view.mode = state.end() == RunEnd::Held || state.end() == RunEnd::Running ? Mode::Held : Mode::Ended;
    else if (!m_looking.isEmpty())
        view.mode = Mode::Elsewhere;
    else if (const RunQuestion* asked = question())
        view = WorkQuestion::view(*asked, state, m_session.language());
    else
        view.mode = m_worker->gate().waitingFor() ? Mode::Waiting : Mode::Busy;
    view.checker = state.checker();
    return view;
}

void WorkPage::refresh()
{
    const bool running = m_session.run() != nullptr;
    if (!running) {
        m_broken = false;
        m_known.reset();
        m_worker->stop(); // its site is not this one any more
    }
    m_stack->setCurrentIndex(running ? 1 : 0);
    if (running)
        refreshRun();
    else
        refreshBegin();
    // The clock of the work goes on while the run is held, and so does its schedule.
    const bool open = running && (m_worker->working() || m_session.runState()->end() == RunEnd::Running ||
                                  m_session.runState()->end() == RunEnd::Held);
    if (open && !m_rehearsal) // a rehearsal has one clock for all: showTime()
        m_tick->start();
    else
        m_tick->stop();
    emit completeChanged();
}

void WorkPage::refreshBegin()
{
    if (m_session.run())
        return;
    const Language language = m_session.language();
    const Procedure* procedure = m_session.procedure();
    QStringList lines{
        procedure
            ? tr("%1 \u2013 %n step(s), plan %2", "procedure, fingerprint", int(procedure->steps.size()))
                  .arg(procedureText(procedure->kind).render(language), procedure->shortFingerprint())
            : tr("There is no plan yet: choose a procedure first.")};
    if (procedure) {
        for (const Text& line : earlierRuns(m_session.facts(), {QFileInfo(proposedJournal()).absolutePath()}))
            lines.append(line.render(language));
    }
    m_begin->setPlan(lines.join(u'\n'), procedure != nullptr);
    m_begin->setPeople(m_session.doer(), m_session.checker());
    m_begin->proposeJournal(proposedJournal());
    m_begin->setError(m_shownError ? m_shownError->render(language) : QString());
}

void WorkPage::showStep(const QString& id)
{
    const RunState* state = m_session.runState();
    if (!state)
        return;
    m_looking.clear();
    if (shownStep().id != id)
        m_looking = id;
    refreshRun();
}

const Step& WorkPage::shownStep() const
{
    const RunState& state = *m_session.runState();
    if (const Step* looked = state.procedure().step(m_looking))
        return *looked;
    if (const RunQuestion* asked = question())
        return asked->step;
    return state.current() ? *state.current() : state.procedure().steps.last();
}

/// What is done or waited for while nobody is asked: what, since when, the limit.
QString WorkPage::underWayText() const
{
    const RunState& state = *m_session.runState();
    const Step* step = state.current();
    if (!m_worker->working() || question() || !step || !m_looking.isEmpty())
        return {};
    const Language language = m_session.language();
    const auto& waiting = m_worker->gate().waitingFor();
    if (waiting) {
        const QDateTime now = m_clock->now();
        return tr("Waiting for the expected result since %1, at most %2.", "time, how long")
            .arg(Text::timeOfDay(now.addSecs(-waiting->seconds)).render(language),
                 Text::span(waiting->limitSeconds).render(language));
    }
    const QString since = Text::timeOfDay(m_busySince).render(language);
    switch (state.record(step->id).status) {
    case StepStatus::Started:
        if (m_byCommand && !step->node.isEmpty()) {
            return tr("The command runs on %1 since %2.", "node, time").arg(shownSafely(step->node), since);
        }
        return tr("Under way since %1.", "time").arg(since);
    case StepStatus::Executed:
        return tr("The result is being looked at since %1.", "time").arg(since);
    default:
        return tr("What this step rests on is being looked at since %1.", "time").arg(since);
    }
}

void WorkPage::refreshRun()
{
    const std::shared_ptr<GuidedRun> run = m_session.run();
    if (!run)
        return;
    if (run != m_known.lock()) {
        m_known = run;
        m_facts = m_session.facts();
        m_chart = TimeChart::from(run->procedure(), m_facts.site);
        m_looking.clear();
    }
    const RunState& state = *m_session.runState();
    const Language language = m_session.language();
    const Step shown = shownStep();

    const bool working = m_worker->working() && !m_broken;
    for (auto [edit, name] : {std::pair{m_doer, state.doer()}, {m_checker, state.checker()}}) {
        if (!edit->isModified() && edit->text() != name)
            edit->setText(name); // what is being typed is left alone
        edit->setEnabled(working);
    }
    m_journalLine->setText(tr("Journal: %1").arg(shownSafely(QFileInfo(run->journalPath()).fileName())));
    m_journalLine->setToolTip(shownSafely(run->journalPath()));
    m_watch->follow(state);
    m_board->topology()->setModel(liveTopology(m_facts, state, m_watch->queueLines(m_clock->now()), language));
    m_board->situation()->showRun(state, language);
    m_board->situation()->setCanSendMail(working);
    m_steps->setRun(state, m_chart, shown.id, language);
    StepPanel::View view;
    const RunQuestion* asked = question();
    if (asked && asked->step.id == shown.id && m_looking.isEmpty())
        view.question = asked;
    const auto& waiting = m_worker->gate().waitingFor();
    const bool current = state.current() && state.current()->id == shown.id;
    if (waiting && current && m_looking.isEmpty())
        view.waiting = waiting->rows;
    view.seen = m_worker->gate().seen(shown.id);
    if (current && state.record(shown.id).status == StepStatus::Pending)
        view.seen.clear(); // it is to be done (again)
    view.printed = m_worker->gate().printed(shown.id);
    view.underWay = underWayText();
    const Node* node = m_facts.site.node(shown.node);
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

void WorkPage::showTime()
{
    const RunState* state = m_session.runState();
    const bool over = state && state->end() != RunEnd::Running && state->end() != RunEnd::Held;
    if (isVisible() && !over)
        refreshTime();
}

void WorkPage::refreshTime()
{
    const RunState* state = m_session.runState();
    if (!state || !m_session.run())
        return;
    const QDateTime now = m_clock->now();
    const bool ended = state->end() != RunEnd::Running && state->end() != RunEnd::Held;
    m_board->alarms()->showClock(ClockReading::at(now, m_facts.site.schedule, *state), !ended,
                                 m_session.language());
    m_board->situation()->showMail(m_watch->mail(), now, m_session.language());
    // First: what it says the queue line leaves out.
    m_board->alarms()->showNotices(m_watch->notices(now, !m_broken, window()), m_session.language());
    m_board->alarms()->showQueues(m_watch->queueLines(now), m_session.language());
    m_panel->setUnderWay(underWayText());
}

void WorkPage::retranslate()
{
    m_begin->retranslate();
    m_board->retranslate();
    m_doerLabel->setText(tr("Doer"));
    m_checkerLabel->setText(tr("Checker"));
    m_steps->setAccessibleName(tr("Steps"));
    m_panel->retranslate();
    m_bar->retranslate();
    if (m_rehearsal)
        m_rehearsal->retranslate();
    refresh();
}

} // namespace ruw
