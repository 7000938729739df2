#include "app/verbs/SiteInput.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "core/base/Quote.h"
#include "core/base/SafeFile.h"
#include "core/report/DocumentFile.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

Result<SiteRead> readSite(const QCommandLineParser& options)
{
    const QString siteFile = options.value(u"site"_s);
    if (siteFile.isEmpty()) {
        return Error{u"usage-site-missing"_s,
                     Text::tr("No site file was named."),
                     Text::tr("Nothing was done."),
                     Text::tr("Name one with --site FILE."),
                     {}};
    }
    return SiteFile::read(siteFile);
}

Result<SurveyReport> readSurvey(const QCommandLineParser& options)
{
    constexpr qint64 limit = 64 * 1024 * 1024; // sixteen configs of 1 MiB in base64, and room
    const Result<QByteArray> bytes = readWholeFile(options.value(u"survey"_s), limit);
    if (!bytes)
        return bytes.error();
    return SurveyReport::fromJson(*bytes);
}

Result<SiteInput> readSiteInput(const QCommandLineParser& options, Language language)
{
    const Result<SiteRead> site = readSite(options);
    if (!site)
        return site.error();
    SurveyReport survey;
    if (options.isSet(u"survey"_s)) {
        const Result<SurveyReport> read = readSurvey(options);
        if (!read)
            return read.error();
        survey = *read;
    } else {
        const Result<std::unique_ptr<Connecting>> connecting = Connecting::by(options, language);
        if (!connecting)
            return connecting.error();
        survey = (*connecting)->survey(site->site);
    }
    return SiteInput{SiteFacts::from(site->site, survey), site->findings};
}

Result<ProcedureKind> readProcedure(const QCommandLineParser& options)
{
    QStringList codes;
    for (const ProcedureKind kind : allProcedures())
        codes.append(procedureCode(kind));
    const QString code = options.value(u"procedure"_s);
    if (const auto kind = procedureFromCode(code))
        return *kind;
    if (code.isEmpty()) {
        return Error{u"usage-procedure-missing"_s,
                     Text::tr("No procedure was named."),
                     Text::tr("Nothing was done."),
                     Text::tr("Name one with --procedure: %1.").arg(Text::list(codes)),
                     {}};
    }
    return Error{u"usage-procedure-unknown"_s,
                 Text::tr("There is no procedure \"%1\".").arg(shownSafely(code)),
                 Text::tr("Nothing was done."),
                 Text::tr("Name one with --procedure: %1.").arg(Text::list(codes)),
                 {}};
}

int refuse(const Error& error, const QString& kind, const QCommandLineParser& options, Language language,
           int status)
{
    // A verb that knows no --json must not be asked for it: the parser complains aloud.
    if (options.optionNames().contains(u"json"_s)) {
        QJsonObject document = documentOf(kind);
        const QList<Finding> causes =
            error.causes.isEmpty()
                ? QList<Finding>{{error.code, Severity::Blocker, {}, {}, 0, error.what, error.remedy}}
                : error.causes;
        document.insert(u"findings"_s, findingsJson(causes, language));
        printJson(document);
    }
    printError(error, language);
    return status;
}

int writePaper(const Document& document, const QString& path, const QString& kind,
               const QCommandLineParser& options, Language language)
{
    const Status written = writeDocument(document, path);
    if (!written) {
        const bool wrongName = written.error().code == u"report-unknown-format"_s;
        return refuse(written.error(), kind, options, language,
                      wrongName ? exitstatus::usage : exitstatus::failed);
    }
    printError(Text::tr("Written: %1").arg(shownSafely(path)).render(language));
    return exitstatus::done;
}

} // namespace ruw
