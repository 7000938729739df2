#include "core/plan/StepCommands.h"

#include "core/plan/EarlierBlock.h"
#include "core/plan/NodeCommands.h"

namespace ruw {

QString StepCommands::of(StepKind kind, const NodeFacts& node) const
{
    const NodeCommands commands(m_facts, node, m_procedure.runId,
                                m_procedure.blockedPorts.isEmpty() ? m_facts.portsToBlock()
                                                                   : m_procedure.blockedPorts);
    const ServiceCommands& service = node.node.service;
    switch (kind) {
    case StepKind::BackupConfig:
        return commands.backupConfig();
    case StepKind::RecordBaseline:
    case StepKind::VerifyBlock:
        return commands.probePeers();
    case StepKind::VerifySync: { // of the master alone: the block of another slave may still stand
        const Node* master = m_facts.site.master();
        return master ? commands.probePeer(*m_facts.node(master->name)) : QString();
    }
    case StepKind::BootStartOff:
        return service.bootOff;
    case StepKind::BootStartOn:
        return service.bootOn;
    case StepKind::DisableSettingsSync:
        return node.node.settingsSync.disable;
    case StepKind::EnableSettingsSync:
        return node.node.settingsSync.enable;
    case StepKind::Block:
    case StepKind::ExtendBlock:
        return commands.block().apply;
    case StepKind::Unblock:
        return commands.block().lift;
    case StepKind::LiftOtherBlock:
        return NodeCommands(m_facts, node, liftableBlock(m_facts, node), {}).block().lift;
    case StepKind::StopService:
    case StepKind::StopAutostartedService:
        return service.stop;
    case StepKind::RunInstaller:
        return commands.startInstaller();
    case StepKind::VerifyVersion:
        return node.node.versionCommand;
    case StepKind::RereadConfig:
        return commands.rereadConfig();
    case StepKind::StartService:
        return service.start;
    case StepKind::RestartService:
        return commands.restartService();
    case StepKind::WatchQueue:
        return commands.queueState();
    case StepKind::Confirm:
    case StepKind::VerifyMailFlow:
    case StepKind::StopMailFlow:
    case StepKind::ResumeMailFlow:
    case StepKind::DrainNode:
    case StepKind::ReturnNode:
    case StepKind::CheckRestartFlag:
        return {};
    }
    Q_UNREACHABLE();
}

QString StepCommands::greetingsOfMailNodes(const NodeFacts* but) const
{
    QStringList each;
    for (const NodeFacts& mailNode : m_facts.nodes) {
        if (mailNode.node.takesMail && &mailNode != but)
            each.append(NodeCommands(m_facts, mailNode, m_procedure.runId, m_procedure.blockedPorts).smtpGreeting());
    }
    return each.join(u'\n');
}

QString StepCommands::checkOf(StepKind kind, const NodeFacts& node) const
{
    const NodeCommands commands(m_facts, node, m_procedure.runId, m_procedure.blockedPorts);
    const ServiceCommands& service = node.node.service;
    switch (kind) {
    case StepKind::Block:
    case StepKind::VerifyBlock:
    case StepKind::ExtendBlock:
    case StepKind::Unblock: // which shows that nothing stands any more
        return m_procedure.kind == ProcedureKind::BlockSyncPorts ? commands.block().verify : QString();
    case StepKind::StopAutostartedService: // stopped, and start at boot is off
        return QStringList{service.status, service.bootStatus}.join(u'\n').trimmed();
    case StepKind::RecordBaseline: // while the service runs
    case StepKind::StopService:
    case StepKind::StartService:
    case StepKind::RestartService:
        return service.status;
    case StepKind::BootStartOff:
    case StepKind::BootStartOn:
        return service.bootStatus;
    case StepKind::DisableSettingsSync:
    case StepKind::EnableSettingsSync:
        return node.node.settingsSync.status;
    case StepKind::RunInstaller:
        return node.node.versionCommand;
    case StepKind::VerifyMailFlow:
    case StepKind::ReturnNode:
        return commands.smtpGreeting();
    case StepKind::DrainNode: // the others must take over: its own greeting would prove nothing
        return greetingsOfMailNodes(&node);
    default:
        return {};
    }
}

} // namespace ruw
