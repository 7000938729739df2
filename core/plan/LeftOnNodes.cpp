#include "core/plan/LeftOnNodes.h"

#include "core/plan/NodeCommands.h"

namespace ruw {

QList<LeftOnNode> leftOnNodes(const SiteFacts& facts, const Procedure& procedure)
{
    QList<LeftOnNode> out;
    for (const Step& step : procedure.steps) {
        const NodeFacts* node = facts.node(step.node);
        if (!node)
            continue;
        const NodeCommands commands(facts, *node, procedure.runId, procedure.blockedPorts);
        if (step.kind == StepKind::BackupConfig) {
            out.append({node->node.name, step.id, commands.backupPath(),
                        Text::tr("Copy of mf_replica.def as it was before the work")});
        } else if (step.kind == StepKind::RunInstaller && step.action.type == Action::Type::Command) {
            out.append({node->node.name, step.id, commands.installerJob(),
                        Text::tr("Folder with what the installer printed and its exit status")});
        }
    }
    return out;
}

Text leftOnNodesText()
{
    return Text::tr("These files are left on the nodes on purpose, to show later how the work went. They may be removed as soon as the "
                    "work is accepted.");
}

} // namespace ruw
