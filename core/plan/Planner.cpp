#include "core/plan/Planner.h"

#include "core/plan/PreflightChecks.h"
#include "core/plan/SafetyRules.h"
#include "core/plan/sequence/Sequence.h"

using namespace Qt::StringLiterals;

namespace ruw {

Procedure draftProcedure(const SiteFacts& facts, ProcedureKind kind)
{
    return Sequence(facts, kind).write();
}

Result<Procedure> planProcedure(const SiteFacts& facts, ProcedureKind kind)
{
    const CheckReport checks = preflightChecks(facts, kind);
    if (!checks.allowed(kind)) {
        return Error{u"procedure-refused"_s,
                     Text::tr("The procedure \"%1\" is refused for this site.").arg(procedureText(kind)),
                     Text::tr("No plan was made, and nothing was changed."),
                     Text::tr("Settle what stands below, or choose another procedure."),
                     checks.blockersOf(kind)};
    }
    Procedure procedure = draftProcedure(facts, kind);
    const QList<Finding> broken = judgeSafety(facts, procedure);
    if (!broken.isEmpty()) {
        return Error{
            u"plan-breaks-rule"_s, Text::tr("The plan that was made would break a safety rule."),
            Text::tr("It is not handed out, and nothing was changed."),
            Text::tr("This is a fault of the program: report it with the site file (it holds no secrets)."),
            broken};
    }
    return procedure;
}

} // namespace ruw
