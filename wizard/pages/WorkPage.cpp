#include "wizard/pages/WorkPage.h"

#include "core/base/Quote.h"
#include "wizard/LiveTopology.h"
#include "wizard/Theme.h"
#include "wizard/widgets/Field.h"
#include "wizard/widgets/IconLabel.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/ScheduleClock.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/StepPanel.h"
#include "wizard/widgets/TopologyView.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Ask = ConfirmationBar::Ask;
using Mode = ConfirmationBar::Mode;

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace

WorkPage::WorkPage(Session& session, QWidget* parent)
    : Page(session, parent), m_clock(&systemClock()), m_stack(new QStackedWidget(this)),
      m_tick(new QTimer(this))
{
    m_stack->addWidget(makeBeginPanel());
    m_stack->addWidget(makeRunPanel());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 0, 3 * theme::grid, theme::grid);
    column->addWidget(m_stack);

    m_tick->setInterval(5000);
    connect(m_tick, &QTimer::timeout, this, &WorkPage::refreshClock);
    connect(&session, &Session::runChanged, this, &WorkPage::refresh);
    connect(&session, &Session::procedureChanged, this, &WorkPage::refreshBegin);
    connect(&session, &Session::peopleChanged, this, &WorkPage::refreshBegin);
    refresh();
}

QWidget* WorkPage::makeBeginPanel()
{
    auto* card = new QFrame(this);
    theme::makeCard(card);
    card->setMaximumWidth(90 * theme::grid);
    m_planLine = new QLabel(card);
    m_planLine->setObjectName("planLine"_L1);
    m_planLine->setTextFormat(Qt::PlainText);
    m_planLine->setWordWrap(true);
    theme::makeStrong(m_planLine);
    m_beginExplain = new QLabel(card);
    m_beginExplain->setWordWrap(true);

    m_beginDoer = new QLineEdit(card);
    m_beginDoer->setObjectName("beginDoer"_L1);
    m_beginChecker = new QLineEdit(card);
    m_beginChecker->setObjectName("beginChecker"_L1);
    m_beginDoerField = new Field(m_beginDoer, card);
    m_beginCheckerField = new Field(m_beginChecker, card);
    m_journalLabel = new QLabel(card);
    theme::makeCaption(m_journalLabel);
    m_journalEdit = new QLineEdit(card);
    m_journalEdit->setObjectName("journalEdit"_L1);
    m_journalLabel->setBuddy(m_journalEdit);
    m_journalButton = new QPushButton(card);
    m_journalButton->setObjectName("journalButton"_L1);
    m_beginError = new StateLine(card);
    m_beginError->setObjectName("beginError"_L1);
    m_beginButton = new QPushButton(card);
    m_beginButton->setObjectName("beginButton"_L1);
    theme::makePrimary(m_beginButton);
    connect(m_journalButton, &QPushButton::clicked, this, &WorkPage::chooseJournal);
    connect(m_beginButton, &QPushButton::clicked, this, &WorkPage::begin);
    for (QLineEdit* edit : {m_beginDoer, m_beginChecker}) {
        connect(edit, &QLineEdit::editingFinished, this, [this] {
            m_session.setPeople(m_beginDoer->text().simplified(), m_beginChecker->text().simplified());
        });
    }

    auto* people = new QHBoxLayout;
    people->setSpacing(2 * theme::grid);
    people->addWidget(m_beginDoerField);
    people->addWidget(m_beginCheckerField);
    auto* journal = new QHBoxLayout;
    journal->addWidget(m_journalEdit, 1);
    journal->addWidget(m_journalButton);
    auto* button = new QHBoxLayout;
    button->addWidget(m_beginButton);
    button->addStretch(1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(3 * theme::grid, 2 * theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid + 4);
    column->addWidget(m_planLine);
    column->addWidget(m_beginExplain);
    column->addLayout(people);
    column->addWidget(m_journalLabel);
    column->addLayout(journal);
    column->addWidget(m_beginError);
    column->addLayout(button);

    auto* panel = new QWidget(this);
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, theme::grid, 0, 0);
    outer->addWidget(card);
    outer->addStretch(1);
    return panel;
}

QWidget* WorkPage::makeSituation()
{
    auto* box = new QWidget(this);
    m_mailIcon = new IconLabel(u"mail-flows"_s, theme::State::Good, 2 * theme::grid, box);
    m_mailText = new QLabel(box);
    m_mailText->setObjectName("mailLine"_L1);
    m_sideLine = new StateLine(box);
    m_sideLine->setObjectName("sideLine"_L1);
    m_stateText = new QLabel(box);
    m_stateText->setObjectName("stateText"_L1);
    m_stateText->setWordWrap(true);
    theme::makeCaption(m_stateText);
    m_scheduleClock = new ScheduleClock(box);
    auto* mail = new QHBoxLayout;
    mail->setSpacing(theme::grid / 2 + 2);
    mail->addWidget(m_mailIcon);
    mail->addWidget(m_mailText, 1);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(theme::grid / 2);
    column->addLayout(mail);
    column->addWidget(m_scheduleClock);
    column->addWidget(m_sideLine);
    column->addWidget(m_stateText);
    column->addStretch(1);
    return box;
}

QWidget* WorkPage::makeRunPanel()
{
    auto* panel = new QWidget(this);
    m_doer = new QLineEdit(panel);
    m_doer->setObjectName("doerEdit"_L1);
    m_checker = new QLineEdit(panel);
    m_checker->setObjectName("checkerEdit"_L1);
    m_doerLabel = new QLabel(panel);
    m_checkerLabel = new QLabel(panel);
    m_doerLabel->setBuddy(m_doer);
    m_checkerLabel->setBuddy(m_checker);
    m_journalLine = new QLabel(panel);
    m_journalLine->setObjectName("journalLine"_L1);
    m_journalLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::makeCaption(m_journalLine);
    connect(m_doer, &QLineEdit::editingFinished, this, &WorkPage::namePeople);
    connect(m_checker, &QLineEdit::editingFinished, this, &WorkPage::namePeople);

    m_topology = new TopologyView(panel);
    m_topology->setObjectName("topologyView"_L1);
    m_steps = new StepList(panel);
    m_ledger = new LedgerList(false, panel);
    m_panel = new StepPanel(panel);
    m_error = new StateLine(panel);
    m_error->setObjectName("runError"_L1);
    m_bar = new ConfirmationBar(panel);
    connect(m_steps, &StepList::stepChosen, this, [this](const QString& id) {
        m_shown = id;
        refreshRun();
    });
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
    m_doer->setFixedWidth(17 * theme::grid);
    m_checker->setFixedWidth(17 * theme::grid);

    auto* ledgerArea = scrolling(m_ledger, panel);
    ledgerArea->setMaximumHeight(15 * theme::grid);
    ledgerArea->setMinimumHeight(7 * theme::grid);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::grid);
    left->addWidget(m_steps, 1);
    left->addWidget(ledgerArea);
    auto* leftBox = new QWidget(panel);
    left->setContentsMargins({});
    leftBox->setLayout(left);
    leftBox->setFixedWidth(34 * theme::grid);

    auto* band = new QHBoxLayout;
    band->setSpacing(2 * theme::grid);
    band->addWidget(m_topology, 5);
    band->addWidget(makeSituation(), 6);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::grid);
    right->addLayout(band);
    right->addWidget(m_panel, 1);
    right->addWidget(m_error);
    right->addWidget(m_bar);
    auto* body = new QHBoxLayout;
    body->setSpacing(2 * theme::grid);
    body->addWidget(leftBox);
    body->addLayout(right, 1);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins({});
    column->setSpacing(theme::grid);
    column->addLayout(people);
    column->addLayout(body, 1);
    for (auto [first, second] :
         {std::pair<QWidget*, QWidget*>{m_doer, m_checker}, {m_checker, m_steps}, {m_steps, m_panel}})
        setTabOrder(first, second);
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

void WorkPage::chooseJournal()
{
    // An existing file is refused by the journal itself, with a reason: no question here whether to overwrite it.
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Journal file"), m_journalEdit->text(),
                                     tr("Journals (*.jsonl)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) {
        m_journalEdit->setText(path);
        m_journalEdit->setModified(true);
    }
}

void WorkPage::begin()
{
    m_shownError.reset();
    const Procedure* procedure = m_session.procedure();
    if (!procedure)
        return;
    m_session.setPeople(m_beginDoer->text().simplified(), m_beginChecker->text().simplified());
    const QString path = m_journalEdit->text().trimmed();
    if (m_session.doer().isEmpty()) {
        m_beginDoerField->setError(tr("Enter who does the work."));
        m_beginDoer->setFocus();
        return;
    }
    m_beginDoerField->setError({});
    auto journal = Journal::create(path, *m_clock);
    if (!journal)
        return showError(journal.error());
    auto run = GuidedRun::begin(*procedure, m_session.facts(), journal.value());
    if (!run)
        return showError(run.error());
    const Status named = run.value()->setPeople(m_session.doer(), m_session.checker());
    if (!named)
        return showError(named.error());
    m_broken = false;
    m_shown.clear();
    m_session.setRun(run.value());
    m_panel->setFocus();
}

void WorkPage::resumeFrom(const QString& journalPath)
{
    m_session.setRun(nullptr); // lets go of a journal that may be the same one
    m_shownError.reset();
    m_goingBack = false;
    m_shown.clear();
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
    const Step* next = m_session.run()->state().nextRollback();
    m_shown = m_goingBack && next ? next->id : QString();
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
    } else if (const Step* step = state.current(); m_shown != step->id) {
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
    if (!running)
        m_broken = false;
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
    m_planLine->setText(
        procedure
            ? tr("%1 \u2013 %n step(s), plan %2", "procedure, fingerprint", int(procedure->steps.size()))
                  .arg(procedureText(procedure->kind).render(language), procedure->shortFingerprint())
            : tr("There is no plan yet: choose a procedure first."));
    m_beginButton->setEnabled(procedure != nullptr);
    if (m_beginDoer->text() != m_session.doer() && !m_beginDoer->hasFocus())
        m_beginDoer->setText(m_session.doer());
    if (m_beginChecker->text() != m_session.checker() && !m_beginChecker->hasFocus())
        m_beginChecker->setText(m_session.checker());
    if (!m_journalEdit->isModified())
        m_journalEdit->setText(proposedJournal());
    m_beginError->setState(theme::State::Bad, m_shownError ? m_shownError->render(language) : QString());
}

void WorkPage::refreshRun()
{
    const GuidedRun* run = m_session.run();
    if (!run)
        return;
    const RunState& state = run->state();
    const Language language = m_session.language();
    const Step* current = state.current();
    if (m_shown.isEmpty() || !state.procedure().step(m_shown))
        m_shown = current ? current->id : state.procedure().steps.last().id;

    for (auto [edit, name] : {std::pair{m_doer, state.doer()}, {m_checker, state.checker()}}) {
        if (!edit->hasFocus())
            edit->setText(name);
        edit->setEnabled(state.end() == RunEnd::Running && !m_broken);
    }
    m_journalLine->setText(tr("Journal: %1").arg(shownSafely(QFileInfo(run->journalPath()).fileName())));
    m_journalLine->setToolTip(shownSafely(run->journalPath()));
    m_topology->setModel(liveTopology(m_session.facts(), state, language));

    const bool flows = mailFlows(state);
    m_mailIcon->setIcon(flows ? u"mail-flows"_s : u"mail-stops"_s,
                        flows ? theme::State::Good : theme::State::Warning);
    m_mailText->setText(flows ? tr("Mail: flowing (by plan)") : tr("Mail: stopped (by plan)"));
    if (state.end() != RunEnd::Running)
        m_sideLine->setState(state.end() == RunEnd::Done || state.end() == RunEnd::RolledBack
                                 ? theme::State::Good
                                 : theme::State::Warning,
                             runEndText(state.end()).render(language));
    else if (state.pastPointOfNoReturn())
        m_sideLine->setState(theme::State::Warning, tr("Past the point of no return"));
    else
        m_sideLine->setState(theme::State::Info, tr("Before the point of no return"));
    m_stateText->setText(state.stateText().render(language));
    m_ledger->setLedger(state.ledger(), language);
    m_steps->setRun(state, m_session.timeChart(), m_shown, language);
    m_panel->showStep(state, *state.procedure().step(m_shown), m_goingBack, language);
    m_error->setState(m_shownError && !m_broken ? theme::State::Warning : theme::State::Bad,
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
    m_scheduleClock->setVisible(!ended);
    if (!ended) {
        m_scheduleClock->setReading(ClockReading::at(m_clock->now(), m_session.site().schedule, run->state()),
                                    m_session.language());
    }
}

void WorkPage::retranslate()
{
    m_beginExplain->setText(
        tr("The wizard shows each action, and you carry it out. Critical steps want the checker's "
           "agreement. The journal records who did what and when; it is never overwritten."));
    m_beginDoerField->setLabel(tr("&Doer"));
    m_beginCheckerField->setLabel(tr("Chec&ker"));
    m_journalLabel->setText(tr("&Journal file of this run"));
    m_journalButton->setText(tr("&Choose\u2026"));
    m_beginButton->setText(tr("&Begin the work"));
    m_doerLabel->setText(tr("Doer"));
    m_checkerLabel->setText(tr("Checker"));
    m_topology->setAccessibleName(tr("The nodes and the links between them, as they are now"));
    m_steps->setAccessibleName(tr("Steps"));
    m_panel->retranslate();
    m_bar->retranslate();
    refresh();
}

} // namespace ruw
