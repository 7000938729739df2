#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What a procedure leaves on a node on purpose when it has ended (S7: whatever is not restored is declared). It stays because
/// it shows what was, and a way back starts from it; nothing needs it once the work is accepted.
struct LeftOnNode {
    QString node;
    QString step; ///< that puts it there
    QString path; ///< empty: where the operator put it
    Text what;
};
/// In the order of the steps.
QList<LeftOnNode> leftOnNodes(const SiteFacts& facts, const Procedure& procedure);
/// Why it stays, and that it may be removed.
Text leftOnNodesText();

} // namespace ruw
