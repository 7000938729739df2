#pragma once

#include "core/plan/PreflightChecks.h"
#include "core/plan/QueueForecast.h"
#include "core/plan/TimeChart.h"
#include "core/report/Document.h"
#include "core/site/SiteKind.h"

namespace ruw {

/// Everything that the runbook prints; made by the same planner that a run uses.
struct RunbookInput {
    SiteFacts facts;
    Procedure procedure;
    CheckReport checks;
    TimeChart chart;
    QueueForecast forecast;
    QDateTime madeAt;
    QString author; ///< 作成者, may be empty
    SiteKind siteKind = SiteKind::Real; ///< Simulated: every page says that it is a rehearsal's
};

/// Facts -> checks, plan, chart, forecast. Errors: those of planProcedure().
Result<RunbookInput> prepareRunbook(const SiteFacts& facts, ProcedureKind kind, const QDateTime& madeAt);

/// The runbook's document ID. A rehearsal's begins otherwise, so that neither is taken for the other.
QString runbookId(const Procedure& procedure, const QDate& madeOn, bool rehearsal);
/// What the IDs of all runbooks of this procedure end with, on whatever day they were made.
QString runbookIdEnd(const Procedure& procedure);

/// The runbook (作業手順書) as a document in one language.
Document runbookDocument(const RunbookInput& input, Language language);

} // namespace ruw
