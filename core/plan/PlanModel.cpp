#include "core/plan/PlanModel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

PlanModel::PlanModel(const SiteFacts& facts)
{
    const QList<int> ports = facts.portsToBlock();
    m_ports = QSet<int>(ports.begin(), ports.end());
    for (const NodeFacts& node : facts.nodes)
        m_nodes.insert(node.node.name, {});
}

bool PlanModel::expects(const Step& step, ConditionKind kind, const QString& node)
{
    return std::any_of(step.expects.begin(), step.expects.end(), [&](const Condition& condition) {
        return condition.kind == kind && condition.node == node;
    });
}

bool PlanModel::everyVersionIsTarget() const
{
    return std::all_of(m_nodes.begin(), m_nodes.end(),
                       [](const NodeState& n) { return n.version == Version::Target; });
}

bool PlanModel::everyVersionIsSource() const
{
    return std::all_of(m_nodes.begin(), m_nodes.end(),
                       [](const NodeState& n) { return n.version == Version::Source; });
}

bool PlanModel::versionsMayDiffer(const QString& a, const QString& b) const
{
    const Version va = node(a).version;
    const Version vb = node(b).version;
    return va != vb || va == Version::Unknown;
}

bool PlanModel::pathMayBeOpen(const QString& a, const QString& b) const
{
    const NodeState& na = node(a);
    const NodeState& nb = node(b);
    if (!na.mayRun || !nb.mayRun || !na.syncEnabled || !nb.syncEnabled)
        return false;
    return !isBlocked(a) && !isBlocked(b);
}

void PlanModel::apply(const Step& step)
{
    const bool site = step.node.isEmpty();
    NodeState none;
    NodeState& node = site ? none : m_nodes[step.node];
    const auto sees = [&](ConditionKind kind) { return expects(step, kind, step.node); };

    switch (step.kind) {
    case StepKind::StopMailFlow:
        m_mailFlows = !expects(step, ConditionKind::OperatorAffirms, {});
        break;
    case StepKind::ResumeMailFlow:
        m_mailFlows = true;
        break;
    case StepKind::StopService:
    case StepKind::StopAutostartedService:
        node.surelyRuns = false;
        if (sees(ConditionKind::ServiceStopped))
            node.mayRun = false;
        if (sees(ConditionKind::BootStartOff))
            node.bootMayStart = false;
        break;
    case StepKind::StartService:
    case StepKind::RestartService:
        node.mayRun = true;
        node.surelyRuns = sees(ConditionKind::ServiceRunning);
        break;
    case StepKind::BootStartOff:
        if (sees(ConditionKind::BootStartOff))
            node.bootMayStart = false;
        break;
    case StepKind::BootStartOn:
        node.bootMayStart = true;
        break;
    case StepKind::RunInstaller:
        m_installerRan = true;
        node.version = Version::Unknown;
        node.mayRun = true;
        node.surelyRuns = false;
        node.bootMayStart = true;
        node.rereadSinceInstall = false;
        break;
    case StepKind::VerifyVersion:
        if (sees(ConditionKind::VersionIs))
            node.version = Version::Target;
        break;
    case StepKind::RereadConfig:
        node.rereadSinceInstall = !step.expects.isEmpty();
        break;
    case StepKind::Block:
    case StepKind::ExtendBlock:
        if (site) {
            m_trafficCut = std::all_of(m_nodes.keyBegin(), m_nodes.keyEnd(), [&](const QString& name) {
                return expects(step, ConditionKind::BlockPresent, name);
            });
        } else if (sees(ConditionKind::BlockPresent)) {
            node.blockedPorts = QSet<int>(step.ports.begin(), step.ports.end());
        }
        break;
    case StepKind::VerifyBlock: {
        const bool tried =
            std::any_of(step.expects.begin(), step.expects.end(), [](const Condition& condition) {
                return condition.kind == ConditionKind::PortsFiltered ||
                       condition.kind == ConditionKind::TrafficFiltered;
            });
        node.blockProved = tried && node.mayRun;
        break;
    }
    case StepKind::Unblock:
        if (site)
            m_trafficCut = false;
        node.blockedPorts.clear();
        node.queueDrained = false;
        break;
    case StepKind::WatchQueue:
        if (sees(ConditionKind::QueueDrained))
            node.queueDrained = true;
        break;
    case StepKind::DisableSettingsSync:
        if (sees(ConditionKind::SettingsSyncOff))
            node.syncEnabled = false;
        break;
    case StepKind::EnableSettingsSync:
        node.syncEnabled = true;
        break;
    case StepKind::DrainNode:
        node.drained = true;
        break;
    case StepKind::ReturnNode:
        node.drained = false;
        break;
    case StepKind::Confirm:
    case StepKind::BackupConfig:
    case StepKind::LiftOtherBlock: // keeps nothing apart: every version is the same
    case StepKind::RecordBaseline:
    case StepKind::VerifyMailFlow:
    case StepKind::CheckRestartFlag:
    case StepKind::VerifySync:
        break;
    }
    // What a step both opens and closes stands within it alone.
    if (!step.opensLedger.isEmpty() && !m_ledger.contains(step.opensLedger))
        m_ledger.append(step.opensLedger);
    if (!step.closesLedger.isEmpty())
        m_ledger.removeAll(step.closesLedger);
}

} // namespace ruw
