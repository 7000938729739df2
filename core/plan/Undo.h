#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// The kind of step whose action takes this one's back. None: it changes nothing, or the way back is the operator's own.
std::optional<StepKind> counterpartOf(StepKind kind);
/// The value of a condition by which the operator is asked whether the step in hand is undone.
QString undoneMark();
/// The same where he is asked whether what was left out of the work stays as it is.
QString leftMark();
/// The same where he is asked whether the next block may be lifted though a queue has not flowed off.
QString queueStaysMark();

/// The state that undoing a step brings back: what the run looks at, and the paper prints beside what the step that does the same
/// on the way forward expects. Empty where nothing of this program's can say it.
QList<Condition> statesAfterUndo(const Step& step, const Site& site);
/// Where undoing a step gives sync free again: the queues that must be drained before the next block is lifted, for the traffic
/// rises (FAQ 2578). Empty with data sync OFF, and of the master, which has no such queue.
QList<Condition> queuesAfterUndo(const Step& step, const SiteFacts& facts);
/// The step that does on the way forward what undoes this one; where nothing does, the one that reads the node's version. Null:
/// none.
const Step* forwardOfUndo(const Step& step, const Procedure& procedure);
/// What is to be seen after the undo, for people: what the run looks at, what the same action is to show on the way forward
/// (whether mail comes again, say, only the operator sees), and the queues that flow off. `forward`: of forwardOfUndo().
QList<Condition> expectsAfterUndo(const Step& step, const Step* forward, const SiteFacts& facts);
/// The command that shows whether it is undone, whoever looks. `forward`: of forwardOfUndo(). Empty: there is none.
QString lookOfUndo(const Step* forward);
/// The command by which a person sees whether it is undone, as on the way forward. `forward`: of forwardOfUndo(). Empty: there is
/// none, or the program looks itself.
QString checkOfUndo(const Step* forward);

} // namespace ruw
