#include "wizard/pages/WorkPage.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"
#include "wizard/widgets/BeginPanel.h"
#include "wizard/widgets/SituationPanel.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/StepPanel.h"

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

constexpr int tickMs = 5000;

/// Fits the window: the step list and the step scroll inside, so that the confirmation bar is always in sight.
class FittingStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    bool hasHeightForWidth() const override { return false; }
};

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

WorkPage::WorkPage(Session& session, QWidget* parent)
    : Page(session, parent), m_clock(&systemClock()), m_stack(new FittingStack(this)),
      m_tick(new QTimer(this)), m_begin(new BeginPanel(this))
{
    m_stack->addWidget(m_begin);
    m_stack->addWidget(makeRunPanel());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 0, 3 * theme::grid, theme::grid);
    column->addWidget(m_stack);

    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &WorkPage::refreshClock);
    connect(m_begin, &BeginPanel::beginAsked, this, &WorkPage::begin);
    connect(m_begin, &BeginPanel::peopleEntered, this,
            [this] { m_session.setPeople(m_begin->doer(), m_begin->checker()); });
    connect(&session, &Session::runChanged, this, &WorkPage::refresh);
    connect(&session, &Session::procedureChanged, this, &WorkPage::refreshBegin);
    connect(&session, &Session::peopleChanged, this, &WorkPage::refreshBegin);
    refresh();
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
    m_situation = new SituationPanel(panel);
    m_steps = new StepList(panel);
    m_steps->setFixedWidth(34 * theme::grid);
    m_panel = new StepPanel(panel);
    m_error = new StateLine(panel);
    m_error->setObjectName("runError"_L1);
    m_bar = new ConfirmationBar(panel);
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
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::grid);
    right->addWidget(m_panel, 1);
    right->addWidget(m_error);
    right->addWidget(m_bar);
    auto* body = new QHBoxLayout;
    body->setSpacing(2 * theme::grid);
    body->addWidget(m_steps);
    body->addLayout(right, 1);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addLayout(people);
    column->addWidget(m_situation);
    column->addLayout(body, 1);
    return panel;
}

QString WorkPage::title() const
{
    return tr("Work");
}

QString WorkPage::intro() const
{
    return m_session.run() ? tr("One step at a time. Nothing goes on until you confirm it.")
                           : tr("Carry out the procedure step by step. Each confirmation is recorded before "
                                "the next step.");
}

QString WorkPage::more() const
{
    return tr("The wizard changes nothing on the nodes by itself: it shows the command, you run it and say "
              "what you saw. "
              "Every word is written to the journal, on disk, before the next step is offered. Should this "
              "machine fail, "
              "the work is continued from the journal.");
}

QString WorkPage::nextVerb() const
{
    return tr("To the &final checks");
}

bool WorkPage::isComplete() const
{
    return m_session.run() && m_session.run()->state().end() != RunEnd::Running;
}

QString WorkPage::whyIncomplete() const
{
    if (isComplete())
        return {};
    return m_session.run() ? tr("Finish the steps, or hold the run.") : tr("The work has not begun.");
}

QString WorkPage::underWay() const
{
    const GuidedRun* run = m_session.run();
    if (!run || run->state().end() != RunEnd::Running)
        return {};
    return tr("The run is under way. What stands on the nodes stays as it is; the work can be continued from "
              "the journal %1.")
        .arg(shownSafely(run->journalPath()));
}

void WorkPage::setClock(const Clock& clock)
{
    m_clock = &clock;
}

void WorkPage::enter()
{
    const QString wanted = m_session.journalFile();
    const GuidedRun* run = m_session.run();
    if (!wanted.isEmpty() && (!run || run->journalPath() != QFileInfo(wanted).absoluteFilePath()))
        resumeFrom(wanted);
    refresh();
}

QString WorkPage::proposedJournal() const
{
    const QString siteFile = m_session.siteFile();
    const QDir folder = siteFile.isEmpty()
                            ? QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                            : QFileInfo(siteFile).absoluteDir();
    const QString base = siteFile.isEmpty() ? u"upgrade"_s : QFileInfo(siteFile).completeBaseName();
    return folder.filePath(u"%1-%2.journal.jsonl"_s.arg(base, m_clock->now().toString(u"yyyyMMdd-HHmm"_s)));
}

void WorkPage::begin()
{
    m_shownError.reset();
    const Procedure* procedure = m_session.procedure();
    if (!procedure)
        return;
    m_session.setPeople(m_begin->doer(), m_begin->checker());
    auto journal = Journal::create(m_begin->journal(), *m_clock);
    if (!journal)
        return showError(journal.error());
    auto run = GuidedRun::begin(*procedure, m_session.facts(), journal.value());
    if (!run)
        return showError(run.error());
    const Status named = run.value()->setPeople(m_session.doer(), m_session.checker());
    if (!named)
        return showError(named.error());
    m_broken = false;
    m_looking.clear();
    m_session.setRun(run.value());
    m_panel->setFocus();
}

void WorkPage::resumeFrom(const QString& journalPath)
{
    m_session.setRun(nullptr); // lets go of a journal that may be the same one
    m_shownError.reset();
    m_goingBack = false;
    m_looking.clear();
    const auto stored = loadRun(journalPath);
    if (!stored)
        return showError(stored.error());
    JournalRead read;
    auto journal = Journal::reopen(journalPath, *m_clock, read);
    if (!journal)
        return showError(journal.error());
    m_session.adopt(*stored);
    auto run = GuidedRun::resume(stored->procedure, journal.value(), read);
    if (!run)
        return showError(run.error());
    m_broken = false;
    m_session.setPeople(run.value()->state().doer(), run.value()->state().checker());
    m_session.setRun(run.value());
    m_panel->setFocus();
}

void WorkPage::showError(const Error& error)
{
    m_shownError = error;
    refresh();
}

void WorkPage::namePeople()
{
    GuidedRun* run = m_session.run();
    if (!run || m_broken || run->state().end() != RunEnd::Running)
        return;
    const Status named = run->setPeople(m_doer->text(), m_checker->text());
    m_doer->setModified(false);
    m_checker->setModified(false);
    m_session.setPeople(run->state().doer(), run->state().checker());
    if (!named) {
        m_broken = true;
        return showError(named.error());
    }
    m_bar->setView(barView());
}

Status WorkPage::carryOut(Ask ask)
{
    GuidedRun& run = *m_session.run();
    const QString note = m_bar->note();
    switch (ask) {
    case Ask::Start:
        return run.start(m_bar->checkerAgrees());
    case Ask::Done:
        return run.finish(true, note);
    case Ask::RestartAsked:
        return run.finish(false, note);
    case Ask::NotAsExpected:
        return run.fail(note);
    case Ask::Retry:
    case Ask::DoAgain:
        return run.retry();
    case Ask::Skip:
        return run.skip(note);
    case Ask::Undone: {
        const Step* step = run.state().nextRollback();
        return run.rolledBack(step ? step->id : QString(), note);
    }
    case Ask::Hold:
        return run.hold(note);
    case Ask::GoOn:
        return run.goOn();
    case Ask::GoBack:
    case Ask::StayForward:
    case Ask::ShowCurrent:
    case Ask::Reopen:
        break;
    }
    return success();
}

void WorkPage::answer(Ask ask)
{
    if (!m_session.run())
        return;
    m_shownError.reset();
    if (ask == Ask::Reopen)
        return resumeFrom(m_session.run()->journalPath());
    const Status status = carryOut(ask);
    if (!status) {
        // A refusal changes nothing and can be answered; a journal that fails stops the run.
        m_broken = status.error().code == "journal-unwritable"_L1;
        showError(status.error());
        if (status.error().code == "skip-without-reason"_L1)
            m_bar->focusNote();
        return;
    }
    const bool recorded = ask != Ask::GoBack && ask != Ask::StayForward && ask != Ask::ShowCurrent;
    if (recorded && ask != Ask::Start)
        m_bar->clearNote();
    m_goingBack = ask == Ask::GoBack;
    m_looking.clear();
    m_session.noteRunChanged();
    // The keyboard goes to what comes first and changes nothing, never straight to the next confirmation.
    if (ask == Ask::Start)
        m_bar->focusNote();
    else if (QWidget* tool = m_panel->firstTool())
        tool->setFocus(Qt::OtherFocusReason);
    else
        m_panel->setFocus(Qt::OtherFocusReason);
}

ConfirmationBar::View WorkPage::barView() const
{
    const RunState& state = m_session.run()->state();
    ConfirmationBar::View view;
    view.checker = state.checker();
    view.canGoBack = state.nextRollback() != nullptr;
    if (m_broken) {
        view.mode = Mode::Broken;
    } else if (state.end() == RunEnd::Held) {
        view.mode = Mode::Held;
    } else if (state.end() != RunEnd::Running) {
        view.mode = Mode::Ended;
    } else if (m_goingBack) {
        view.mode = Mode::GoingBack;
    } else if (const Step* step = state.current(); !m_looking.isEmpty()) {
        view.mode = Mode::Elsewhere;
    } else {
        view.critical = step->critical;
        view.skippable = step->skippable;
        switch (state.record(step->id).status) {
        case StepStatus::Started:
        case StepStatus::Executed:
            view.mode = step->kind == StepKind::CheckRestartFlag ? Mode::Question : Mode::Judge;
            break;
        case StepStatus::Failed:
            view.mode = Mode::Failed;
            break;
        case StepStatus::RolledBack:
            view.mode = Mode::RolledBack;
            break;
        default:
            view.mode = Mode::Start;
        }
    }
    return view;
}

void WorkPage::refresh()
{
    const bool running = m_session.run() != nullptr;
    if (!running) {
        m_broken = false;
        m_known = nullptr;
    }
    m_stack->setCurrentIndex(running ? 1 : 0);
    if (running)
        refreshRun();
    else
        refreshBegin();
    if (running && m_session.run()->state().end() == RunEnd::Running)
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
    m_begin->setPlan(
        procedure
            ? tr("%1 \u2013 %n step(s), plan %2", "procedure, fingerprint", int(procedure->steps.size()))
                  .arg(procedureText(procedure->kind).render(language), procedure->shortFingerprint())
            : tr("There is no plan yet: choose a procedure first."),
        procedure != nullptr);
    m_begin->setPeople(m_session.doer(), m_session.checker());
    m_begin->proposeJournal(proposedJournal());
    m_begin->setError(m_shownError ? m_shownError->render(language) : QString());
}

void WorkPage::showStep(const QString& id)
{
    const GuidedRun* run = m_session.run();
    if (!run || m_goingBack)
        return;
    const Step* current = run->state().current();
    m_looking = current && current->id == id ? QString() : id;
    refreshRun();
}

void WorkPage::refreshRun()
{
    const GuidedRun* run = m_session.run();
    if (!run)
        return;
    if (run != m_known) {
        m_known = run;
        m_facts = m_session.facts();
        m_chart = TimeChart::from(run->procedure(), m_facts.site);
    }
    const RunState& state = run->state();
    const Language language = m_session.language();
    const Step* shown = m_goingBack ? state.nextRollback() : state.current();
    if (!m_looking.isEmpty() && state.procedure().step(m_looking))
        shown = state.procedure().step(m_looking);
    if (!shown)
        shown = &state.procedure().steps.last();

    const bool running = state.end() == RunEnd::Running && !m_broken;
    for (auto [edit, name] : {std::pair{m_doer, state.doer()}, {m_checker, state.checker()}}) {
        if (!edit->isModified())
            edit->setText(name); // what is being typed is left alone
        edit->setEnabled(running);
    }
    m_journalLine->setText(tr("Journal: %1").arg(shownSafely(QFileInfo(run->journalPath()).fileName())));
    m_journalLine->setToolTip(shownSafely(run->journalPath()));
    m_situation->showRun(m_facts, state, language);
    m_steps->setRun(state, m_chart, shown->id, language);
    m_panel->showStep(state, *shown, m_goingBack, language);
    m_error->setState(m_broken ? theme::State::Bad : theme::State::Warning,
                      m_shownError ? m_shownError->render(language) : QString());
    m_bar->setView(barView());
    refreshClock();
}

void WorkPage::refreshClock()
{
    const GuidedRun* run = m_session.run();
    if (!run)
        return;
    const bool ended = run->state().end() != RunEnd::Running && run->state().end() != RunEnd::Held;
    m_situation->showClock(ClockReading::at(m_clock->now(), m_facts.site.schedule, run->state()), !ended,
                           m_session.language());
}

void WorkPage::retranslate()
{
    m_begin->retranslate();
    m_situation->retranslate();
    m_doerLabel->setText(tr("Doer"));
    m_checkerLabel->setText(tr("Checker"));
    m_steps->setAccessibleName(tr("Steps"));
    m_panel->retranslate();
    m_bar->retranslate();
    refresh();
}

} // namespace ruw
