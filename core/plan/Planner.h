#pragma once

#include "core/base/Result.h"
#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Makes the plan: a pure function. Errors: procedure-refused (causes: the blockers of PreflightChecks that
/// refuse it), plan-breaks-rule (causes: SafetyRules' findings; a plan that breaks a rule is never handed
/// out).
Result<Procedure> planProcedure(const SiteFacts& facts, ProcedureKind kind);

/// The same without the checks before and the rules after: for the tests that plant mistakes.
Procedure draftProcedure(const SiteFacts& facts, ProcedureKind kind);

} // namespace ruw
