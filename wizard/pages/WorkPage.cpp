#include "wizard/pages/WorkPage.h"

#include "core/base/Quote.h"
#include "core/run/EarlierRuns.h"
#include "core/run/People.h"
#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/widgets/BeginPanel.h"
#include "wizard/widgets/RunPanel.h"
#include "wizard/WorkQuestion.h"
#include "wizard/WorkWatch.h"

#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

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
      m_begin(new BeginPanel(session.isRehearsal(), this)), m_panel(new RunPanel(session, *m_worker, *m_watch, this))
{
    m_stack->addWidget(m_begin);
    m_stack->addWidget(m_panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, 0, 3 * theme::grid, theme::grid);
    column->addWidget(m_stack);

    connect(m_begin, &BeginPanel::beginAsked, this, &WorkPage::begin);
    connect(m_begin, &BeginPanel::peopleEntered, this,
            [this] { m_session.setPeople(m_begin->doer(), m_begin->checker()); });
    connect(m_begin, &BeginPanel::rehearseAsked, this, &WorkPage::rehearseAsked);
    connect(m_worker, &RunWorker::ended, this, &WorkPage::runEnded);
    connect(&m_worker->gate(), &WindowGate::pictureChanged, this, &WorkPage::tellStanding);
    connect(m_panel, &RunPanel::goOnAsked, this, &WorkPage::work);
    connect(m_panel, &RunPanel::reopenAsked, this, [this] {
        const QString path = m_session.run()->journalPath(); // nothing else may hold the run meanwhile
        resumeFrom(path);
    });
    connect(&session, &Session::runChanged, this, &WorkPage::refresh);
    connect(&session, &Session::procedureChanged, this, &WorkPage::refreshBegin);
    connect(&session, &Session::journalFileChanged, this, [this] {
        if (m_session.journalFile().isEmpty())
            m_beginError.reset(); // it spoke of a journal that nobody goes on with any more
        refreshBegin();
    });
    connect(&session, &Session::peopleChanged, this, &WorkPage::refreshBegin);
    refresh();
}

WorkPage::~WorkPage()
{
    // While the panels still stand: the run is held, and what it tells last reaches nobody.
    disconnect(m_worker, nullptr, this, nullptr);
    disconnect(&m_worker->gate(), nullptr, this, nullptr);
    delete m_panel;
    m_watch->stop();
    delete m_worker;
}

QString WorkPage::title() const
{
    return tr("Work");
}

QString WorkPage::intro() const
{
    if (m_session.isRehearsal() && !m_session.run())
        return tr(
            "Everything is filled in. Begin the rehearsal, and go through it as on the night of the work.");
    if (m_session.run())
        return {}; // the step itself says what to do, and needs the room
    return tr("Carry out the procedure step by step. Each confirmation is recorded before the next step.");
}

QString WorkPage::more() const
{
    return tr(
        "Nothing is changed on a node before you have confirmed that very action. On nodes with SSH the "
        "program "
        "runs the command and looks at the result by itself; on the others you run it and say what you saw. "
        "Everything is written to the journal, on disk, before the next action. Should this machine fail, "
        "the "
        "work is continued from the journal.");
}

QString WorkPage::nextVerb() const
{
    return tr("&Next: final look and report");
}

bool WorkPage::nextStandsOut() const
{
    const RunState* state = m_session.runState();
    return !state || !WorkQuestion::goingOnLeads(*state); // then the button in the bar does
}

bool WorkPage::isComplete() const
{
    return m_session.runState() && m_session.runState()->end() != RunEnd::Running && !m_worker->working();
}

QString WorkPage::whyIncomplete() const
{
    if (isComplete())
        return {};
    return m_session.run() ? tr("Opens after the last step, or while the run is held.")
                           : m_session.isRehearsal() ? tr("The rehearsal has not begun.") : tr("The work has not begun.");
}

std::optional<PageStanding> WorkPage::standing() const
{
    const RunState* state = m_session.run() ? m_session.runState() : nullptr;
    if (!state)
        return {};
    if (m_worker->working()) {
        return m_worker->gate().question() ? PageStanding{theme::State::Warning, tr("waits for your answer")}
                                           : PageStanding{theme::State::Busy, tr("under way")};
    }
    if (state->end() == RunEnd::Held)
        return PageStanding{theme::State::Warning, tr("held")};
    return {};
}

/// While another page is shown: a run tells of much that changes nothing in the side rail.
void WorkPage::tellStanding()
{
    const std::optional<PageStanding> now = standing();
    if (now == m_toldStanding)
        return;
    m_toldStanding = now;
    if (!isVisible())
        emit completeChanged();
}

QString WorkPage::underWay() const
{
    const auto run = m_session.run();
    if (!run || isComplete())
        return {};
    if (m_session.isRehearsal())
        return tr("The rehearsal is under way and would end here. No real server is touched by that; its journal is thrown away, "
                  "unless you chose a place for it.");
    return tr("The run is under way. It is held when the window closes: what stands on the nodes stays as it "
              "is, and "
              "the work can be continued from the journal %1.")
        .arg(shownSafely(run->journalPath()));
}

void WorkPage::setClock(Waiter& clock)
{
    m_clock = &clock;
    m_panel->setClock(clock);
}

void WorkPage::enter()
{
    if (!m_session.run())
        m_session.connections().tellTimesAs(m_session.site().schedule); // the proposed journal's name has a time in it
    const QString wanted = m_session.journalFile();
    const auto run = m_session.run();
    if (!wanted.isEmpty() && (!run || run->journalPath() != QFileInfo(wanted).absoluteFilePath()))
        resumeFrom(wanted);
    if (m_session.isRehearsal() && !m_session.run())
        m_begin->focusBegin();
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
    m_beginError.reset();
    const Procedure* procedure = m_session.procedure();
    if (!procedure)
        return;
    m_session.setPeople(m_begin->doer(), m_begin->checker());
    RehearsalStage* stage = m_session.connections().rehearsal();
    if (stage)
        stage->setUp(m_session.facts(), *procedure);
    auto journal = Journal::create(m_begin->journal(), *m_clock, lockedSite(m_session.facts().site));
    if (!journal)
        return showError(journal.error());
    if (stage)
        stage->follow(*journal.value());
    auto run = GuidedRun::begin(*procedure, m_session.facts(), journal.value(), m_session.siteKind());
    if (!run)
        return showError(run.error());
    Status told = run.value()->setPeople(m_session.doer(), m_session.checker());
    if (told)
        told = run.value()->acceptWarnings(m_session.acceptedWarnings());
    if (!told)
        return showError(told.error());
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
    m_beginError.reset();
    const auto stored = loadRun(journalPath, m_session.siteKind());
    if (!stored)
        return showError(stored.error());
    m_session.connections().tellTimesAs(stored->site.schedule);
    JournalRead read;
    auto journal = Journal::reopen(journalPath, *m_clock, read, lockedSite(stored->site));
    if (!journal)
        return showError(journal.error());
    m_session.adopt(*stored);
    if (RehearsalStage* stage = m_session.connections().rehearsal())
        stage->follow(*journal.value());
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
    m_panel->begun();
    m_worker->start(m_session.run(), m_session.runFacts(), *m_clock);
    m_watch->start(m_session.runFacts(), *m_session.runState(), *m_clock);
    refresh();
}

void WorkPage::runEnded(const RunState& state, const std::optional<Error>& error)
{
    m_watch->stop();
    const bool forward = m_panel->takeForward();
    if (!m_session.run()) { // another site was opened meanwhile
        refresh();
    } else {
        m_panel->ended(error);
        m_session.noteRunState(state);
    }
    if (const QString next = std::exchange(m_resumeNext, {}); !next.isEmpty())
        return resumeFrom(next);
    if (forward && !error && m_session.run() && state.end() == RunEnd::Held)
        work();
}

/// Of a run that could not be begun or gone on with: there is none then.
void WorkPage::showError(const Error& error)
{
    m_beginError = error;
    refresh();
}

void WorkPage::refresh()
{
    const bool running = m_session.run() != nullptr;
    if (!running)
        m_worker->stop(); // its site is not this one any more
    m_stack->setCurrentIndex(running ? 1 : 0);
    m_panel->refresh();
    refreshBegin();
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
    QStringList remarks;
    if (!m_begin->doer().isEmpty()) { // that one must be named is said when the work is to begin
        for (const Text& line : peopleWarnings(m_begin->doer(), m_begin->checker()))
            remarks.append(line.render(language));
    }
    m_begin->setRemark(remarks.join(u'\n'));
    m_begin->proposeJournal(proposedJournal());
    m_begin->setError(m_beginError ? m_beginError->render(language) : QString());
}

void WorkPage::setLow(bool low)
{
    layout()->setContentsMargins(3 * theme::grid, 0, 3 * theme::grid, low ? theme::grid / 2 : theme::grid);
    m_panel->setLow(low);
}

void WorkPage::showTime()
{
    m_panel->showTime();
}

void WorkPage::retranslate()
{
    m_begin->retranslate();
    m_panel->retranslate();
    refresh();
}

} // namespace ruw
