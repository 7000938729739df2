#pragma once

#include "core/rehearsal/Rehearsal.h"
#include "PlanSamples.h"

namespace ruw::samples {

/// A made-up site for rehearsals: everything by SSH but Windows, short installers, little mail.
inline SiteFacts rehearsalFacts(SiteShape shape)
{
    shape.access = AccessKind::Ssh;
    SiteFacts plain = facts(shape);
    Site theSite = plain.site;
    theSite.mailLoad = MailLoad{120, 100, 100};
    for (Node& node : theSite.nodes)
        node.installMinutes = 3;
    SurveyReport survey = plain.survey;
    for (NodeSurvey& node : survey.nodes)
        node.smtp = {PortState::Open, FactSource::Detected, {}, std::nullopt};
    return SiteFacts::from(theSite, survey);
}

inline std::optional<Rehearsal> rehearsal(const SiteShape& shape, ProcedureKind kind)
{
    const SiteFacts theFacts = rehearsalFacts(shape);
    const Result<Procedure> procedure = planProcedure(theFacts, kind);
    if (!procedure)
        return std::nullopt;
    return Rehearsal(theFacts, *procedure);
}

inline QString seen(const RehearsalResult& result)
{
    QStringList lines{outcomeCode(result.outcome)};
    for (const Violation& violation : result.violations)
        lines.append(violation.rule + u" at "_s + violation.step + u": "_s +
                     violation.what.render(Language::English));
    for (const RehearsalResult::StepPlayed& step : result.steps) {
        if (step.status != StepStatus::Verified && step.status != StepStatus::NotNeeded)
            lines.append(step.id + u' ' + stepStatusCode(step.status));
    }
    if (result.error)
        lines.append(result.error->render(Language::English));
    return lines.mid(0, 12).join(u" | "_s) + u" mail "_s + QString::number(result.mailAccepted) + u'/' +
           QString::number(result.mailArchived);
}

} // namespace ruw::samples
