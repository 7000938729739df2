#include "app/verbs/Verbs.h"

#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/report/EvidenceReport.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

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
    const Result<EvidenceInput> evidence = prepareEvidence(journal, QDateTime::currentDateTime());
    if (!evidence)
        return refuse(evidence.error(), u"evidence"_s, options, language, exitstatus::usage);
    return writePaper(evidenceDocument(*evidence, language), path, u"evidence"_s, options, language);
}

} // namespace

Verb evidenceVerb()
{
    return {u"evidence"_s,
            Text::tr("the report of what was done, from the journal of a run"),
            {},
            {u"journal"_s, u"output"_s, u"lang"_s},
            true,
            runEvidence};
}

} // namespace ruw
