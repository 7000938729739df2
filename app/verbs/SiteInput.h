#pragma once

#include "app/CommandLine.h"
#include "core/plan/Procedure.h"
#include "core/report/Document.h"
#include "core/site/SiteFile.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What check, plan and runbook start from.
struct SiteInput {
    SiteFacts facts;
    QList<Finding> siteFileFindings; ///< unknown keys and the like
};

/// Reads --site. Errors: those of SiteFile::read, and usage-site-missing.
Result<SiteRead> readSite(const QCommandLineParser& options);

/// Reads --survey. Errors: those of readWholeFile() and SurveyReport::fromJson.
Result<SurveyReport> readSurvey(const QCommandLineParser& options);

/// Reads --site and --survey, or asks the nodes. Errors: those of readSite(), SurveyReport::fromJson and Connecting::by().
Result<SiteInput> readSiteInput(const QCommandLineParser& options, Language language);

/// --procedure as one of the four. Errors: usage-procedure-missing, usage-procedure-unknown.
Result<ProcedureKind> readProcedure(const QCommandLineParser& options);

/// Says what is wrong on standard error and, with --json, as a document of this kind with the findings in it.
int refuse(const Error& error, const QString& kind, const QCommandLineParser& options, Language language,
           int status);

/// Writes a paper and says where; the exit status.
int writePaper(const Document& document, const QString& path, const QString& kind,
               const QCommandLineParser& options, Language language);

} // namespace ruw
