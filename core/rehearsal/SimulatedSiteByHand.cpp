// What a person does and sees at the simulated site: steps by hand, whether a condition is true, mending, what is left over.

#include "core/rehearsal/SimulatedSite.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 minuteMs = 60 * 1000;

} // namespace

void SimulatedSite::doneByHand(const Step& step, bool undo)
{
    const int index = indexOf(step.node);
    const StepKind kind = undo ? undoneBy(step.kind) : step.kind;
    advance(minuteMs);
    if (undo && step.kind == StepKind::RunInstaller && index >= 0) {
        advance(20 * minuteMs); // the operator's own way back: snapshots, old packages
        SimulatedNode& node = m_nodes[index];
        node.running = false;
        node.version = m_facts.site.sourceVersion.toString();
        node.config = node.plannedConfig;
        node.configDir = NodeQuery::about(m_facts.nodes[index].node, {}).effectiveInstallDir();
        node.job = SimulatedNode::Job::None;
        node.installed = false;
        changed(Cause::Run);
        return;
    }
    if (index >= 0 && !m_nodes[index].up)
        advance(m_nodes[index].backUpMs - m_nowMs);
    QList<int> ports = undo ? QList<int>() : step.ports;
    if (kind == StepKind::ExtendBlock && index >= 0) { // he adds the numbers that he has found in the config
        for (const int port : m_nodes[index].portsOfConfig()) {
            if (!ports.contains(port))
                ports.append(port);
        }
    }
    apply({kind, ports}, index, Cause::Run);
    if (kind == StepKind::RunInstaller && index >= 0)
        advance(m_nodes[index].jobEndsMs - m_nowMs);
}

bool SimulatedSite::truth(const Step& step, const Condition& condition) const
{
    const int index = indexOf(condition.node);
    const int stepNode = indexOf(step.node);
    const auto is = [&](auto&& check) { return index >= 0 && check(m_nodes[index]); };
    switch (condition.kind) {
    case ConditionKind::ServiceRunning:
        return is([](const SimulatedNode& n) { return n.up && n.running; });
    case ConditionKind::ServiceStopped:
        return is([](const SimulatedNode& n) { return !n.running; });
    case ConditionKind::BootStartOff:
        return is([](const SimulatedNode& n) { return !n.bootStart; });
    case ConditionKind::BootStartOn:
        return is([](const SimulatedNode& n) { return n.bootStart; });
    case ConditionKind::ConfigBackedUp:
        return is([](const SimulatedNode& n) { return !n.copy.isNull(); });
    case ConditionKind::ConfigCovered:
        return is([&](const SimulatedNode& n) {
            const QSet<int> ports = n.portsOfConfig();
            return std::all_of(ports.cbegin(), ports.cend(),
                               [&](int port) { return condition.ports.contains(port) || n.blocks(port); });
        });
    case ConditionKind::BlockPresent:
        if (condition.ports.isEmpty())
            return m_trafficCut;
        return is([&](const SimulatedNode& n) {
            return n.blockRun == m_procedure.runId &&
                   std::all_of(condition.ports.cbegin(), condition.ports.cend(),
                               [&](int port) { return n.blocks(port); });
        });
    case ConditionKind::BlockAbsent:
        return is([&](const SimulatedNode& n) { return n.blockRun.isEmpty() && !m_trafficCut; });
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline: {
        const int from = indexOf(condition.peer);
        if (index < 0 || from < 0)
            return false;
        const SimulatedNode &a = m_nodes[from], &b = m_nodes[index];
        const bool closed =
            m_trafficCut || (b.leakyPort == 0 && a.leakyPort == 0 &&
                             std::all_of(condition.ports.cbegin(), condition.ports.cend(),
                                         [&](int port) { return a.blocks(port) || b.blocks(port); }));
        const bool anyBlocked =
            m_trafficCut || std::any_of(condition.ports.cbegin(), condition.ports.cend(),
                                        [&](int port) { return a.blocks(port) || b.blocks(port); });
        return condition.kind == ConditionKind::PortsAsBaseline ? !anyBlocked : closed;
    }
    case ConditionKind::VersionIs:
        return is([&](const SimulatedNode& n) { return n.version == condition.value; });
    case ConditionKind::SameVersionEverywhere:
        return std::all_of(m_nodes.cbegin(), m_nodes.cend(), [&](const SimulatedNode& n) {
            return n.version == condition.value || m_watch.isExcluded(n.name);
        });
    case ConditionKind::InstallerEnded:
        return is(
            [](const SimulatedNode& n) { return n.job == SimulatedNode::Job::Ended && n.jobStatus == 0; });
    case ConditionKind::SettingsSyncOff:
        return is([](const SimulatedNode& n) { return !n.settingsSync; });
    case ConditionKind::SettingsSyncOn:
        return is([](const SimulatedNode& n) { return n.settingsSync; });
    case ConditionKind::SmtpAnswers:
        return is([](const SimulatedNode& n) { return n.up && n.running && n.takesMail; });
    case ConditionKind::AnotherSmtpAnswers:
        return std::any_of(m_nodes.cbegin(), m_nodes.cend(), [&](const SimulatedNode& n) {
            return n.name != condition.node && n.up && n.running && n.takesMail && !n.drained;
        });
    case ConditionKind::QueueDrained:
        return index >= 0 && m_mail.queueFiles(index) == 0;
    case ConditionKind::QueueDiskRoom:
        return index >= 0 && freeDisk(index) > 0;
    case ConditionKind::RestartNotAsked:
        return is([](const SimulatedNode& n) { return !n.restartFlag; });
    case ConditionKind::FirewallEnabled:
        return true;
    case ConditionKind::OperatorAffirms:
        switch (step.kind) {
        case StepKind::StopMailFlow:
            return !m_mailFlows;
        case StepKind::ResumeMailFlow:
            return m_mailFlows;
        case StepKind::DrainNode:
            return stepNode >= 0 && m_nodes[stepNode].drained;
        case StepKind::ReturnNode:
            return stepNode >= 0 && !m_nodes[stepNode].drained;
        case StepKind::Block:
            return m_trafficCut;
        case StepKind::Unblock:
            return !m_trafficCut;
        default:
            return true; // what nobody simulates: release notes, notices, admin screens
        }
    }
    Q_UNREACHABLE();
}

void SimulatedSite::repair(const Condition& condition)
{
    advance(minuteMs);
    const int index = indexOf(condition.node);
    if (index < 0)
        return;
    SimulatedNode& node = m_nodes[index];
    if (!node.up)
        advance(node.backUpMs - m_nowMs);
    if (node.unreachableUntilMs > m_nowMs)
        advance(node.unreachableUntilMs - m_nowMs);
    switch (condition.kind) {
    case ConditionKind::InstallerEnded:
    case ConditionKind::VersionIs: // runs the installer once more, with care
        advance(m_facts.nodes[index].node.installMinutes.value_or(assumedInstallerMinutes) * minuteMs);
        node.job = SimulatedNode::Job::Ended;
        node.jobStatus = 0;
        node.manner = {};
        node.version = m_facts.site.targetVersion.toString();
        node.configDir = node.upgradedDir;
        break;
    case ConditionKind::ServiceRunning:
    case ConditionKind::SmtpAnswers:
        node.failingStarts = 0;
        node.start();
        break;
    case ConditionKind::ServiceStopped:
        node.running = false;
        break;
    case ConditionKind::BootStartOff:
        node.bootStart = false;
        break;
    case ConditionKind::BootStartOn:
        node.bootStart = true;
        break;
    case ConditionKind::ConfigBackedUp:
        node.copy = node.plannedConfig.isNull() ? QByteArray("") : node.plannedConfig;
        break;
    case ConditionKind::ConfigCovered:
        node.config = node.plannedConfig;
        break;
    case ConditionKind::BlockPresent:
    case ConditionKind::PortsFiltered:
        node.leakyPort = 0;
        if (const int peer = indexOf(condition.peer); peer >= 0)
            m_nodes[peer].leakyPort = 0;
        if (!condition.ports.isEmpty() && condition.kind == ConditionKind::BlockPresent) {
            node.blockRun = m_procedure.runId;
            node.blockedPorts += QSet<int>(condition.ports.cbegin(), condition.ports.cend());
        }
        break;
    case ConditionKind::QueueDrained:
    case ConditionKind::PortsAsBaseline: // what another run left is lifted by hand, at both ends
        for (SimulatedNode* end :
             {&node, &m_nodes[indexOf(condition.peer) < 0 ? m_master : indexOf(condition.peer)]}) {
            if (!end->up)
                advance(end->backUpMs - m_nowMs);
            if (end->blockRun != m_procedure.runId) {
                end->blockRun.clear();
                end->blockedPorts.clear();
            }
            if (condition.kind == ConditionKind::PortsAsBaseline &&
                (end->livePorts != end->portsOfConfig() || end->config != end->plannedConfig)) {
                end->config =
                    end->plannedConfig; // changed behind the run's back: as it was, and started anew
                end->livePorts = end->portsOfConfig();
            }
        }
        if (condition.kind == ConditionKind::QueueDrained)
            advance(10 * minuteMs);
        break;
    case ConditionKind::BlockAbsent:
        node.blockRun.clear();
        node.blockedPorts.clear();
        break;
    case ConditionKind::SettingsSyncOff:
        node.settingsSync = false;
        break;
    case ConditionKind::SettingsSyncOn:
        node.settingsSync = true;
        break;
    case ConditionKind::QueueDiskRoom: // he makes room
        node.diskFullUntilMs = 0;
        break;
    default:
        break;
    }
    changed(Cause::World);
}

void SimulatedSite::restoreConfig(const QString& name)
{
    advance(minuteMs);
    if (const int index = indexOf(name); index >= 0)
        m_nodes[index].config = m_nodes[index].plannedConfig;
}

void SimulatedSite::putRight(const Trouble& trouble)
{
    if (trouble.kind == Trouble::Kind::Drift)
        restoreConfig(trouble.step->node);
    for (const Observation& one : trouble.observations) {
        if (one.verdict != Observation::Verdict::Holds)
            repair(one.condition);
    }
}

QStringList SimulatedSite::leftOver() const
{
    QStringList out;
    for (const SimulatedNode& node : m_nodes) {
        const auto add = [&](bool wrong, const char* what) {
            if (wrong)
                out.append(QString::fromLatin1(what) + u':' + node.name);
        };
        add(!node.running, "service");
        add(!node.bootStart, "boot-start");
        add(!node.settingsSync, "settings-sync");
        add(!node.blockRun.isEmpty(), "block");
        add(node.drained, "drained");
    }
    if (!m_mailFlows)
        out.append(u"mail-flow"_s);
    if (m_trafficCut)
        out.append(u"block:peer-traffic"_s);
    return out;
}

} // namespace ruw
