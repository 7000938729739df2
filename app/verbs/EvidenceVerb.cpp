#include "app/verbs/Verbs.h"

#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/base/Quote.h"
#include "core/rehearsal/RehearsalAccount.h"
#include "core/report/EvidenceReport.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// What was made to go wrong in the rehearsal, in words; none: it was not named.
Result<std::optional<QList<Text>>> readFaults(const QCommandLineParser& options, const StoredRun& run)
{
    if (!options.isSet(u"faults"_s))
        return std::optional<QList<Text>>();
    if (run.siteKind != SiteKind::Simulated) {
        return Error{u"usage-faults-of-real-run"_s,
                     Text::tr("Faults were named, but %1 is no rehearsal's journal.").arg(shownSafely(run.path)),
                     Text::tr("Nothing was written."),
                     Text::tr("Leave out --faults."),
                     {}};
    }
    const Result<FaultPlan> plan = FaultPlan::parse(options.value(u"faults"_s));
    if (!plan)
        return plan.error();
    if (const Status fit = checkFaults(*plan, run.procedure, run.site); !fit)
        return fit.error();
    QList<Text> faults;
    for (const FaultStory& story : faultStories(*plan, {}, run.procedure, {}))
        faults.append(story.title);
    return std::optional(faults);
}

int runEvidence(const QCommandLineParser& options, Language language)
{
    const QString path = options.value(u"output"_s);
    const QString journal = options.value(u"journal"_s);
    if (path.isEmpty() || journal.isEmpty()) {
        const Error error{u"usage-file-missing"_s,
                          Text::tr("The journal and the file to write are needed."),
                          {},
                          Text::tr("Name them with --journal FILE and -o FILE.pdf, FILE.html or FILE.xlsx."),
                          {}};
        return refuse(error, u"evidence"_s, options, language, exitstatus::usage);
    }
    Result<EvidenceInput> evidence = prepareEvidence(journal, QDateTime::currentDateTime());
    if (!evidence)
        return refuse(evidence.error(), u"evidence"_s, options, language, exitstatus::usage);
    const auto faults = readFaults(options, evidence->run);
    if (!faults)
        return refuse(faults.error(), u"evidence"_s, options, language, exitstatus::usage);
    evidence.value().faults = *faults;
    return writePaper(evidenceDocument(*evidence, language), path, u"evidence"_s, options, language);
}

} // namespace

Verb evidenceVerb()
{
    return {u"evidence"_s,
            Text::tr("the report of what was done, from the journal of a run"),
            {},
            {u"journal"_s, u"faults"_s, u"output"_s, u"lang"_s},
            true,
            runEvidence};
}

} // namespace ruw
