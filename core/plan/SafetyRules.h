#pragma once

#include "core/base/Finding.h"
#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Judges a plan against the safety rules S1..S11 by walking it over a model of the site in which everything
/// that an action may do is assumed to happen (an installer may start the service, switch boot start on, open
/// new ports). Gives one finding (`rule-S1`, ..., blocker, node and step named) for each place where a rule
/// may be broken; none: the plan may be handed out.
QList<Finding> judgeSafety(const SiteFacts& facts, const Procedure& procedure);

/// The rules with one sentence each, for paper and window.
struct SafetyRule {
    QString id; ///< "S1"
    Text sentence;
};
const QList<SafetyRule>& safetyRules();
/// What FAQ 2578 lays down, by the numbers that steps name ("FAQ2578-1").
const QList<SafetyRule>& faqRules();

} // namespace ruw
