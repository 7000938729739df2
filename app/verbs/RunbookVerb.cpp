#include "app/verbs/Verbs.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/report/Runbook.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

int runRunbook(const QCommandLineParser& options, Language language)
{
    const QString path = options.value(u"output"_s);
    if (path.isEmpty()) {
        const Error error{u"usage-output-missing"_s,
                          Text::tr("No file to write was named."),
                          {},
                          Text::tr("Name one with -o FILE.pdf, FILE.html or FILE.xlsx."),
                          {}};
        return refuse(error, u"runbook"_s, options, language, exitstatus::usage);
    }
    const Result<ProcedureKind> kind = readProcedure(options);
    if (!kind)
        return refuse(kind.error(), u"runbook"_s, options, language, exitstatus::usage);
    const Result<SiteInput> input = readSiteInput(options, language);
    if (!input)
        return refuse(input.error(), u"runbook"_s, options, language, exitstatus::usage);
    Result<RunbookInput> runbook = prepareRunbook(input->facts, *kind, QDateTime::currentDateTime());
    if (!runbook)
        return refuse(runbook.error(), u"runbook"_s, options, language, exitstatus::blocked);
    runbook.value().author = options.value(u"author"_s);
    return writePaper(runbookDocument(*runbook, language), path, u"runbook"_s, options, language);
}

} // namespace

Verb runbookVerb()
{
    return {u"runbook"_s,
            Text::tr("the printed runbook, as PDF, HTML or Excel"),
            {},
            QStringList{u"site"_s, u"survey"_s, u"procedure"_s, u"output"_s, u"author"_s, u"lang"_s} +
                connectingOptions(),
            true,
            runRunbook};
}

} // namespace ruw
