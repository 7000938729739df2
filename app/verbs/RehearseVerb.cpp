#include "app/verbs/Verbs.h"

#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/base/Quote.h"
#include "core/base/SafeFile.h"
#include "core/plan/Planner.h"
#include "core/product/SyncPorts.h"
#include "core/rehearsal/RehearsalAccount.h"
#include "core/rehearsal/RehearsalSite.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Outcome = RehearsalResult::Outcome;

const QString documentKind = u"rehearsal"_s;

int statusOf(const RehearsalResult& result)
{
    if (!result.violations.isEmpty())
        return exitstatus::ruleViolated;
    switch (result.outcome) {
    case Outcome::Done:
    case Outcome::RolledBack:
    case Outcome::SafeHold:
        return exitstatus::done;
    case Outcome::DoneWithExceptions:
        return exitstatus::doneWithExceptions;
    case Outcome::Failed:
    case Outcome::Killed:
        return exitstatus::failed;
    }
    Q_UNREACHABLE();
}

/// The site that is played: the sample, or the operator's own with what a saved survey or its own files say.
Result<SiteFacts> readFacts(const QCommandLineParser& options)
{
    if (!options.isSet(u"site"_s)) {
        if (options.isSet(u"survey"_s)) {
            return Error{u"usage-site-missing"_s,
                         Text::tr("A survey was named, but no site file."),
                         Text::tr("Nothing was done."),
                         Text::tr("Name one with --site FILE."),
                         {}};
        }
        return sampleForRehearsal();
    }
    const Result<SiteRead> site = readSite(options);
    if (!site)
        return site.error();
    if (!options.isSet(u"survey"_s))
        return SiteFacts::from(site->site, surveyWithoutServers(site->site));
    const Result<SurveyReport> survey = readSurvey(options);
    if (!survey)
        return survey.error();
    return SiteFacts::from(site->site, *survey);
}

/// The one asked for; else the first that the checks allow.
Result<ProcedureKind> chooseProcedure(const QCommandLineParser& options, const SiteFacts& facts)
{
    if (options.isSet(u"procedure"_s))
        return readProcedure(options);
    return procedureToRehearse(facts).value_or(
        ProcedureKind::BlockSyncPorts); // refused: the planner says why
}

void listFaults(const QCommandLineParser& options, Language language)
{
    if (options.isSet(u"json"_s)) {
        QJsonArray faults;
        for (const FaultKind kind : allFaults())
            faults.append(
                QJsonObject{{u"kind"_s, faultCode(kind)}, {u"text"_s, faultText(kind).render(language)}});
        QJsonObject document = documentOf(u"faults"_s);
        document.insert(u"faults"_s, faults);
        return printJson(document);
    }
    for (const FaultKind kind : allFaults())
        printLine(u"%1  %2"_s.arg(faultCode(kind), -26).arg(faultText(kind).render(language)));
}

void printAccount(const RehearsalResult& result, const Rehearsal& rehearsal, const Rehearsal::Manner& manner,
                  const QCommandLineParser& options,
                  Language language)
{
    const auto say = [&](const Text& text, int indent = 0) {
        const QString space(indent, u' ');
        printLine(space + text.render(language).replace(u'\n', u'\n' + space));
    };
    const SiteFacts& facts = rehearsal.facts();
    const Procedure& procedure = rehearsal.procedure();
    say(Text::tr("REHEARSAL on a simulated site: no server was touched."));
    say(Text::tr("%1: %2, from %3 to %4", "site, procedure, versions")
            .arg(shownSafely(facts.site.name))
            .arg(procedureText(procedure.kind))
            .arg(facts.site.sourceVersion.toString())
            .arg(facts.site.targetVersion.toString()));
    QStringList names;
    for (const Node& node : facts.site.nodes)
        names.append(u"%1 (%2)"_s.arg(shownSafely(node.name), shownSafely(node.address)));
    say(Text::tr("Nodes: %1. Sync ports: %2.")
            .arg(names.join(u", "_s))
            .arg(portRanges(facts.portsToBlock())));
    const QList<Text> assumed = rehearsalAssumptions(facts);
    if (!assumed.isEmpty())
        say(Text::tr("Assumed, because it was not looked at:"));
    for (const Text& one : assumed)
        say(one, 2);
    say(Text::tr("Outcome: %1").arg(outcomeText(result.outcome)));
    if (!result.stateText.isEmpty())
        say(result.stateText, 2);
    if (result.error)
        say(Text::verbatim(result.error->render(language)), 2);

    printLine({});
    say(Text::tr("Forecast and played:"));
    for (const AccountRow& row : accountRows(RehearsalFigures::of(result), facts, procedure)) {
        const QString mark = row.good ? u"  "_s : u"! "_s;
        say(Text::tr("%1: %2 (forecast: %3)", "name, played, forecast")
                .arg(mark + row.name.render(language))
                .arg(row.played)
                .arg(row.forecast));
    }
    say(whyTimesDiffer(), 2);
    for (const Violation& violation : result.violations) {
        say(Text::tr("Rule %1 broken in %2: %3")
                .arg(violation.rule)
                .arg(stepPlace(procedure, violation.step))
                .arg(violation.what),
            2);
    }

    if (!manner.faults.faults.isEmpty()) {
        printLine({});
        say(Text::tr("What the faults led to:"));
    }
    const Result<FaultPlan> left = FaultPlan::parse(result.faultsLeft.join(u','));
    for (const FaultStory& story :
         faultStories(manner.faults, left ? *left : FaultPlan(), procedure, result.incidents)) {
        say(story.title, 2);
        if (const Text outcome = story.outcome(); !outcome.isEmpty())
            say(outcome, 4);
        for (const Text& text : story.followed)
            say(text, 4);
    }

    printLine({});
    say(Text::tr("Steps (minute, state, step):"));
    int number = 0;
    for (const RehearsalResult::StepPlayed& step : result.steps) {
        printLine(u"%1  %2  %3 %4"_s.arg(step.minute < 0 ? u"-"_s : QString::number(step.minute), 5)
                      .arg(stepStatusText(step.status).render(language))
                      .arg(++number)
                      .arg(procedure.step(step.id)->title.render(language)));
    }
    printLine({});
    QString again = u"replica-upgrade-wizard rehearse --procedure "_s + procedureCode(procedure.kind) +
                    u" --seed "_s + QString::number(manner.seed);
    if (!manner.faults.faults.isEmpty())
        again += u" --faults "_s + shellQuoted(manner.faults.toString(), Shell::Posix);
    if (manner.finish)
        again += u" --finish"_s;
    for (const auto& option : {u"site"_s, u"survey"_s}) {
        if (options.isSet(option))
            again += u" --"_s + option + u' ' + shellQuoted(options.value(option), Shell::Posix);
    }
    say(Text::tr("The same again: %1").arg(again));
}

Status saveJournal(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes) == bytes.size() &&
        file.flush())
        return success();
    return Error{
        u"journal-unwritable"_s,
        Text::tr("The journal %1 can't be written: %2").arg(shownSafely(path)).arg(file.errorString()),
        Text::tr("The rehearsal was played; only its journal is missing."),
        Text::tr("Name a file that does not exist yet, in a folder that can be written to."),
        {}};
}

int runRehearse(const QCommandLineParser& options, Language language)
{
    const auto wrong = [&](const Error& error, int status) {
        return refuse(error, documentKind, options, language, status);
    };
    if (options.isSet(u"list-faults"_s)) {
        listFaults(options, language);
        return exitstatus::done;
    }
    Rehearsal::Manner manner;
    manner.restart = true;
    manner.finish = options.isSet(u"finish"_s);
    if (options.isSet(u"seed"_s)) {
        bool number = false;
        manner.seed = options.value(u"seed"_s).toULongLong(&number);
        if (!number) {
            return wrong({u"usage-seed"_s,
                          Text::tr("\"%1\" is no seed.").arg(shownSafely(options.value(u"seed"_s))),
                          {},
                          Text::tr("Give a whole number with --seed."),
                          {}},
                         exitstatus::usage);
        }
    }
    const Result<FaultPlan> faults = FaultPlan::parse(options.value(u"faults"_s));
    if (!faults)
        return wrong(faults.error(), exitstatus::usage);
    manner.faults = *faults;
    const Result<SiteFacts> facts = readFacts(options);
    if (!facts)
        return wrong(facts.error(), exitstatus::usage);
    const Result<ProcedureKind> kind = chooseProcedure(options, *facts);
    if (!kind)
        return wrong(kind.error(), exitstatus::usage);
    const Result<Procedure> procedure = planProcedure(*facts, *kind);
    if (!procedure) {
        const bool rule = procedure.error().code == "plan-breaks-rule"_L1;
        return wrong(procedure.error(), rule ? exitstatus::ruleViolated : exitstatus::blocked);
    }
    if (const Status fit = checkFaults(manner.faults, *procedure, facts->site); !fit)
        return wrong(fit.error(), exitstatus::usage);

    const QString journal = options.value(u"journal"_s);
    if (!journal.isEmpty() && QFileInfo::exists(journal)) {
        printError(Error{u"journal-exists"_s,
                         Text::tr("The file %1 exists already.").arg(shownSafely(journal)),
                         Text::tr("It was not touched: a journal is never overwritten."),
                         Text::tr("Choose another file name."),
                         {}},
                   language);
        return exitstatus::failed;
    }
    const Rehearsal rehearsal(*facts, *procedure);
    const RehearsalResult result = rehearsal.play(manner);
    if (options.isSet(u"json"_s)) {
        QJsonObject document = result.toJson(language);
        document.insert(u"procedure"_s, procedureCode(*kind));
        document.insert(u"seed"_s, qint64(manner.seed));
        document.insert(u"faults"_s, manner.faults.toString());
        printJson(document);
    } else {
        printAccount(result, rehearsal, manner, options, language);
    }
    if (options.isSet(u"journal"_s)) {
        if (const Status saved = saveJournal(options.value(u"journal"_s), result.journal); !saved) {
            printError(saved.error(), language);
            return exitstatus::failed;
        }
    }
    return statusOf(result);
}

} // namespace

Verb rehearseVerb()
{
    return {u"rehearse"_s,
            Text::tr("plays the procedure on a simulated site (the built-in sample without --site); touches "
                     "no server"),
            {},
            {u"site"_s, u"survey"_s, u"procedure"_s, u"seed"_s, u"faults"_s, u"finish"_s, u"list-faults"_s, u"journal"_s,
             u"json"_s, u"lang"_s},
            false,
            runRehearse};
}

} // namespace ruw
