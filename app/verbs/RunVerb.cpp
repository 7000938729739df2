#include "app/verbs/Verbs.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "app/TerminalWatch.h"
#include "app/verbs/SiteInput.h"
#include "core/plan/Planner.h"
#include "core/plan/PreflightChecks.h"
#include "core/run/EarlierRuns.h"
#include "core/run/Notices.h"
#include "core/run/People.h"
#include "core/run/RunFile.h"
#include "core/run/Runner.h"
#include "core/run/Standing.h"
#include "core/site/AdminUrl.h"
#include "core/site/SiteClock.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

int statusOf(RunEnd end, bool heldByFailure)
{
    switch (end) {
    case RunEnd::Done:
        return exitstatus::done;
    case RunEnd::DoneWithExceptions:
        return exitstatus::doneWithExceptions;
    case RunEnd::RolledBack:
        return exitstatus::aborted;
    case RunEnd::Held:
    case RunEnd::Running:
        return heldByFailure ? exitstatus::failed : exitstatus::aborted;
    }
    Q_UNREACHABLE();
}

/// What is certain of an interrupted run and what is not, before it goes on.
void sayHowItStands(const RunState& state, Language language)
{
    const auto say = [&](const Text& text) { printError(text.render(language)); };
    const int count = int(state.procedure().steps.size());
    say(Text::tr("%1: %2 of %3 steps are through.")
            .arg(procedureText(state.procedure().kind))
            .arg(state.currentIndex() < 0 ? count : state.currentIndex())
            .arg(count));
    say(state.stateText());
    say(Text::tr("What stands now"));
    for (const Text& line : standingLines(state.ledger()))
        printError(u"  - "_s + line.render(language));
    const Step* step = state.current();
    const Text interrupted = step ? interruptedText(state.record(step->id)) : Text();
    if (interrupted.isEmpty())
        return;
    say(Text::tr("%1: %2", "step 13 of 58, its title").arg(state.procedure().placeOf(step->id)).arg(step->title));
    say(interrupted);
}

/// What stands at the end, and how to go on.
void sayEnd(const GuidedRun& run, Language language)
{
    const RunState& state = run.state();
    const auto say = [&](const Text& text) { printError(text.render(language)); };
    printError(QString());
    say(runEndText(state.end()));
    say(state.stateText());
    for (const ChangeLedger::Entry& entry : state.ledger().open())
        printError(u"  - "_s + standingText(entry).render(language));
    if (state.end() == RunEnd::Held)
        say(Text::tr("Go on with: replica-upgrade-wizard resume --journal %1").arg(shellQuoted(run.journalPath(), Shell::Posix)));
}

/// The name, or nothing where the journal holds the words for somebody who was not named in its place.
QString named(const QString& person)
{
    const Text nobody = Text::tr("(not named)");
    const bool isNobody = person == nobody.render(Language::English) || person == nobody.render(Language::Japanese);
    return isNobody ? QString() : person.simplified();
}

/// Said before the first question. Kept when the names are new: a report that shows two must show that they are one person's.
Status warnOfPeople(GuidedRun& run, const QString& doer, const QString& checker, bool areNew, Language language)
{
    const QList<Text> warnings = peopleWarnings(doer.simplified(), checker.simplified());
    if (warnings.isEmpty())
        return success();
    for (const Text& warning : warnings)
        printError(Text::tr("%1: %2").arg(noticeLevelText(Notice::Level::Warning)).arg(warning).render(language));
    printError(Text::tr("Name them with --doer NAME and --checker NAME, here or at resume.").render(language));
    return areNew ? run.describe(u"noticed"_s, {}, {{u"note"_s, Text::lines(warnings).toJson()}}) : success();
}

int work(GuidedRun& run, const SiteFacts& facts, SiteAccess& access, const QCommandLineParser& options,
         Language language)
{
    // The contract leaves both names open: who is not named is recorded as such, never invented.
    const QString doer = options.value(u"doer"_s).isEmpty() ? run.state().doer() : options.value(u"doer"_s);
    const QString checker =
        named(options.value(u"checker"_s).isEmpty() ? run.state().checker() : options.value(u"checker"_s));
    run.allowNoChecker();
    const QString doerKept = doer.isEmpty() ? Text::tr("(not named)").render(language) : doer;
    const bool areNew = run.state().doer() != doerKept.simplified() || run.state().checker() != checker;
    Status people = run.setPeople(doerKept, checker);
    if (people)
        people = warnOfPeople(run, named(doer), checker, areNew, language);
    SiteClock clock(facts.site.schedule);
    TerminalGate gate(language, run.procedure(), checker);
    QMap<QString, QString> adminUrls;
    for (const Node& node : facts.site.nodes) {
        if (const Result<QUrl> url = adminUrl(node))
            adminUrls.insert(node.name, url->toString(QUrl::FullyEncoded));
    }
    gate.setAdminUrls(adminUrls);
    std::optional<TerminalWatch> watch(std::in_place, run, facts, access, clock, gate, language);
    Runner runner(run, facts, access, gate, clock);
    const Result<RunEnd> end = people ? runner.go({}) : Result<RunEnd>(people.error());
    watch.reset(); // what it saw last reaches the journal
    if (!end) {
        printError(end.error(), language);
        return exitstatus::failed;
    }
    sayEnd(run, language);
    return statusOf(*end, gate.heldByFailure());
}

int fileMissing(const QString& kind, const QCommandLineParser& options, Language language)
{
    const Error error{u"usage-journal-missing"_s,
                      Text::tr("No journal was named."),
                      {},
                      Text::tr("Name one with --journal FILE."),
                      {}};
    return refuse(error, kind, options, language, exitstatus::usage);
}

/// The journal is what these verbs write: that it can't be written, stands there already or is in use is a failed output. What
/// it holds is input.
int statusOf(const Error& ofJournal)
{
    static const QStringList outputs{u"journal-exists"_s, u"journal-unwritable"_s, u"journal-locked"_s,
                                     u"site-locked"_s, u"site-lock-unwritable"_s};
    return outputs.contains(ofJournal.code) ? exitstatus::failed : exitstatus::usage;
}

int runRun(const QCommandLineParser& options, Language language)
{
    const QString kindOfDocument = u"run"_s;
    const QString path = options.value(u"journal"_s);
    if (path.isEmpty())
        return fileMissing(kindOfDocument, options, language);
    const Result<ProcedureKind> kind = readProcedure(options);
    if (!kind)
        return refuse(kind.error(), kindOfDocument, options, language, exitstatus::usage);
    const Result<SiteRead> site = readSite(options);
    if (!site)
        return refuse(site.error(), kindOfDocument, options, language, exitstatus::usage);
    const Result<std::unique_ptr<Connecting>> connecting = Connecting::by(options, language);
    if (!connecting)
        return refuse(connecting.error(), kindOfDocument, options, language, exitstatus::usage);
    const SiteFacts facts = SiteFacts::from(site->site, (*connecting)->survey(site->site));
    QList<AcceptedWarning> warnings; // shown, and nobody is asked to accept each
    for (const Finding& finding : preflightChecks(facts, *kind).findings) {
        if (finding.severity != Severity::Info)
            printError(shownFinding(finding, language));
        if (finding.severity == Severity::Warning)
            warnings.append({finding, {}});
    }
    for (const Text& line : earlierRuns(facts, {QFileInfo(path).absolutePath(), site->site.directory}))
        printError(line.render(language));
    const Result<Procedure> procedure = planProcedure(facts, *kind);
    if (!procedure) {
        const bool rule = procedure.error().code == "plan-breaks-rule"_L1;
        return refuse(procedure.error(), kindOfDocument, options, language,
                      rule ? exitstatus::ruleViolated : exitstatus::blocked);
    }
    SiteClock clock(facts.site.schedule);
    auto journal = Journal::create(path, clock, &facts.site);
    if (!journal)
        return refuse(journal.error(), kindOfDocument, options, language, statusOf(journal.error()));
    const auto run = GuidedRun::begin(*procedure, facts, std::move(journal.value()));
    const Status told = run ? run.value()->acceptWarnings(warnings) : Status(run.error());
    if (!told)
        return refuse(told.error(), kindOfDocument, options, language, exitstatus::failed);
    printError(Text::tr("%1, %2 steps, fingerprint %3. The journal: %4")
                   .arg(procedureText(*kind))
                   .arg(int(procedure->steps.size()))
                   .arg(procedure->shortFingerprint())
                   .arg(shownSafely(path))
                   .render(language));
    return work(**run, facts, (*connecting)->access(), options, language);
}

int runResume(const QCommandLineParser& options, Language language)
{
    const QString kindOfDocument = u"resume"_s;
    const QString path = options.value(u"journal"_s);
    if (path.isEmpty())
        return fileMissing(kindOfDocument, options, language);
    const Result<StoredRun> stored = loadRun(path);
    if (!stored)
        return refuse(stored.error(), kindOfDocument, options, language, exitstatus::usage);
    const Result<std::unique_ptr<Connecting>> connecting = Connecting::by(options, language);
    if (!connecting)
        return refuse(connecting.error(), kindOfDocument, options, language, exitstatus::usage);
    const SiteFacts facts = SiteFacts::from(stored->site, stored->survey);
    SiteClock clock(facts.site.schedule);
    JournalRead read;
    auto journal = Journal::reopen(path, clock, read, &facts.site);
    if (!journal)
        return refuse(journal.error(), kindOfDocument, options, language, statusOf(journal.error()));
    const auto run = GuidedRun::resume(stored->procedure, std::move(journal.value()), read);
    if (!run)
        return refuse(run.error(), kindOfDocument, options, language, statusOf(run.error()));
    sayHowItStands((*run)->state(), language);
    return work(**run, facts, (*connecting)->access(), options, language);
}

} // namespace

Verb runVerb()
{
    return {u"run"_s,
            Text::tr("carries out the procedure, step by step, each confirmed at the terminal"),
            {},
            QStringList{u"site"_s, u"procedure"_s, u"journal"_s, u"doer"_s, u"checker"_s, u"lang"_s} +
                connectingOptions(),
            false,
            runRun};
}

Verb resumeVerb()
{
    return {u"resume"_s,
            Text::tr("goes on with an interrupted or held run"),
            {},
            QStringList{u"journal"_s, u"doer"_s, u"checker"_s, u"lang"_s} + connectingOptions(),
            false,
            runResume};
}

} // namespace ruw
