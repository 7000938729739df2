#include "app/verbs/Verbs.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/plan/PreflightChecks.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

int runCheck(const QCommandLineParser& options, Language language)
{
    const Result<SiteInput> input = readSiteInput(options, language);
    if (!input)
        return refuse(input.error(), u"check"_s, options, language, exitstatus::usage);
    std::optional<ProcedureKind> chosen;
    if (options.isSet(u"procedure"_s)) {
        const Result<ProcedureKind> kind = readProcedure(options);
        if (!kind)
            return refuse(kind.error(), u"check"_s, options, language, exitstatus::usage);
        chosen = *kind;
    }
    CheckReport report = preflightChecks(input->facts, chosen);
    report.findings = sortedBySeverity(report.findings + input->siteFileFindings);
    if (options.isSet(u"json"_s)) {
        printJson(report.toJson(language));
    } else {
        for (const Finding& finding : report.findings)
            printLine(shownFinding(finding, language));
        for (const ProcedureKind kind : allProcedures()) {
            const ProcedureVerdict verdict = report.procedures.value(kind);
            printLine(
                (verdict.allowed
                     ? Text::tr("%1: may be chosen").arg(procedureText(kind))
                     : Text::tr("%1: refused (%2)").arg(procedureText(kind)).arg(Text::list(verdict.because)))
                    .render(language));
        }
    }
    // With a procedure named, what forbids only the others is none of its blockers.
    const bool blocked =
        chosen ? !report.allowed(*chosen) || hasBlocker(report.findings) : hasBlocker(report.findings);
    return blocked ? exitstatus::blocked : exitstatus::done;
}

} // namespace

Verb checkVerb()
{
    return {u"check"_s,
            Text::tr("the checks before the work, and which procedures may be chosen"),
            {},
            QStringList{u"site"_s, u"survey"_s, u"procedure"_s, u"json"_s, u"lang"_s} + connectingOptions(),
            false,
            runCheck};
}

} // namespace ruw
