// What a person does and sees at the simulated site: steps by hand, whether a condition is true, mending, what is left over.

#include "core/plan/Undo.h"
#include "core/rehearsal/SimulatedSite.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 minuteMs = 60 * 1000;

/// As the ledger calls them.
constexpr std::array<std::pair<SimulatedNode::Change, const char*>, 5> changeNames = {{
    {SimulatedNode::ServiceDown, "service"},
    {SimulatedNode::BootStartOff, "boot-start"},
    {SimulatedNode::SettingsSyncOff, "settings-sync"},
    {SimulatedNode::Blocked, "block"},
    {SimulatedNode::Drained, "drained"},
}};

} // namespace

void SimulatedSite::doneByHand(const Step& step, bool undo)
{
    const int index = indexOf(step.node);
    const StepKind kind = undo ? undoneBy(step.kind) : step.kind;
    mustBeAnnounced(index >= 0 ? step.node : m_facts.site.name);
    advance(minuteMs);
    if (undo && step.kind == StepKind::RunInstaller && index >= 0) {
        advance(20 * minuteMs); // the operator's own way back: snapshots, old packages
        SimulatedNode& node = m_is.nodes[index];
        const SimulatedNode::Changes before = changesOf(index);
        node.running = false;
        rememberRunsChanges(index, before);
        node.version = m_facts.site.sourceVersion.toString();
        node.config = node.plannedConfig;
        node.configDir = NodeQuery::about(m_facts.nodes[index].node, {}).effectiveInstallDir();
        // What the program's own installer run has left on the disk may outlive the way back; no process does.
        if (node.jobAttempt == SimulatedNode::anyAttempt)
            node.job = SimulatedNode::Job::None;
        else if (node.job == SimulatedNode::Job::Running)
            node.job = SimulatedNode::Job::Lost;
        node.installed = false;
        if (takesFault(FaultKind::WayBackDropsBlock, step.id, FaultMoment::Undo)) {
            node.blockRun.clear();
            node.blockedPorts.clear();
            node.settingsSync = true;
        }
        m_watch.isBroughtBack(node, index);
        changed(Cause::Run);
        return;
    }
    if (index >= 0 && !m_is.nodes[index].up)
        advance(m_is.nodes[index].backUpMs - m_nowMs);
    QList<int> ports = undo ? QList<int>() : step.ports;
    const bool blocksAgain = undo && kind == StepKind::Block;
    if (blocksAgain)
        ports = m_procedure.blockedPorts;
    if ((kind == StepKind::ExtendBlock || blocksAgain) &&
        index >= 0) { // he adds the numbers that he has found in the config
        for (const int port : m_is.nodes[index].portsOfConfig()) {
            if (!ports.contains(port))
                ports.append(port);
        }
    }
    apply({kind, ports}, index, Cause::Run);
    if (kind == StepKind::RunInstaller && index >= 0)
        advance(m_is.nodes[index].jobEndsMs - m_nowMs);
}

bool SimulatedSite::truthIn(const SiteTruth& site, const Step& step, const Condition& condition) const
{
    const int index = indexOf(condition.node);
    const int stepNode = indexOf(step.node);
    const auto is = [&](auto&& check) { return index >= 0 && check(site.nodes[index]); };
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
            return std::all_of(ports.cbegin(), ports.cend(), [&](int port) {
                // What the run found on the node it counts as covered; a person goes by the rules.
                return condition.ports.contains(port) ||
                       (n.bySsh ? n.covered.contains(port) : n.blocks(port));
            });
        });
    case ConditionKind::ConfigAsPlanned:
        return is([](const SimulatedNode& n) { return n.syncModeAsPlanned(); });
    case ConditionKind::BlockPresent:
        if (condition.ports.isEmpty())
            return site.trafficCut;
        return is([&](const SimulatedNode& n) {
            return n.blockRun == m_procedure.runId &&
                   std::all_of(condition.ports.cbegin(), condition.ports.cend(),
                               [&](int port) { return n.blocks(port); });
        });
    case ConditionKind::BlockAbsent:
        return is([&](const SimulatedNode& n) { return n.blockRun.isEmpty() && !site.trafficCut; });
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline: {
        const int from = indexOf(condition.peer);
        if (index < 0 || from < 0)
            return false;
        const SimulatedNode &a = site.nodes[from], &b = site.nodes[index];
        // On a node that can be read a port that nobody names is asked by nobody: that its config names it is what is noticed.
        const auto leaks = [&](const SimulatedNode& end) {
            return end.leakyPort > 0 &&
                   (!end.bySsh || condition.ports.contains(end.leakyPort) || end.covered.contains(end.leakyPort));
        };
        const bool closed = !leaks(a) && !leaks(b) &&
                            (site.trafficCut ||
                             std::all_of(condition.ports.cbegin(), condition.ports.cend(), [&](int port) {
                                 return a.blocks(port) || b.blocks(port) || b.isSilentTo(a.name, port);
                             }));
        // A port that leaks answers, whatever stands in the way of the others.
        const bool anyBlocked = std::any_of(condition.ports.cbegin(), condition.ports.cend(), [&](int port) {
            const bool leaksHere = a.leakyPort == port || b.leakyPort == port;
            return !leaksHere && (site.trafficCut || a.blocks(port) || b.blocks(port));
        });
        return condition.kind == ConditionKind::PortsAsBaseline ? !anyBlocked : closed;
    }
    case ConditionKind::VersionIs:
        return is([&](const SimulatedNode& n) { return n.version == condition.value; });
    case ConditionKind::SameVersionEverywhere:
        return std::all_of(site.nodes.cbegin(), site.nodes.cend(),
                           [&](const SimulatedNode& n) { return n.version == condition.value || m_watch.isExcluded(n.name); });
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
        return std::any_of(site.nodes.cbegin(), site.nodes.cend(), [&](const SimulatedNode& n) {
            return n.name != condition.node && n.up && n.running && n.takesMail && !n.drained;
        });
    case ConditionKind::OtherMailNodesAnswer:
        return std::all_of(site.nodes.cbegin(), site.nodes.cend(), [&](const SimulatedNode& n) {
            return n.name == condition.node || !n.takesMail || m_watch.isExcluded(n.name) || (n.up && n.running);
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
        if (condition.value == undoneMark())
            return isUndoneIn(site, step);
        if (condition.value == leftMark()) // of a node that was left out: asked where it is out of reach, or nobody can ask it
            return stepNode >= 0 && (site.nodes[stepNode].bySsh || !site.nodes[stepNode].up);
        if (condition.value == queueStaysMark()) // he lets it be: what flows together is more traffic, and no rule
            return true;
        if (!condition.node.isEmpty()) // that no mail reaches a node which is left out
            return is([](const SimulatedNode& n) { return n.drained; });
        switch (step.kind) {
        case StepKind::StopMailFlow:
            return !site.mailFlows;
        case StepKind::ResumeMailFlow:
            return site.mailFlows;
        case StepKind::DrainNode:
            return stepNode >= 0 && site.nodes[stepNode].drained;
        case StepKind::ReturnNode:
            return stepNode >= 0 && !site.nodes[stepNode].drained;
        case StepKind::Block:
            return site.trafficCut;
        case StepKind::Unblock:
            return !site.trafficCut;
        case StepKind::Confirm: // at the end the admin screens are looked at: a node that is down shows none
            return step.id != "confirm-final-state"_L1 ||
                   std::all_of(site.nodes.cbegin(), site.nodes.cend(),
                               [&](const SimulatedNode& n) { return (n.up && n.running) || m_watch.isExcluded(n.name); });
        default:
            return true; // what nobody simulates: release notes, notices
        }
    }
    Q_UNREACHABLE();
}

/// As somebody sees it who is asked whether the step is undone.
bool SimulatedSite::isUndoneIn(const SiteTruth& site, const Step& step) const
{
    const int index = indexOf(step.node);
    switch (step.kind) {
    case StepKind::StopMailFlow:
        return site.mailFlows;
    case StepKind::ResumeMailFlow:
        return !site.mailFlows;
    case StepKind::DrainNode:
        return index >= 0 && !site.nodes[index].drained;
    case StepKind::ReturnNode:
        return index >= 0 && site.nodes[index].drained;
    default:
        break;
    }
    if (index < 0)
        return step.kind == StepKind::Block ? !site.trafficCut : site.trafficCut;
    QList<Condition> states = statesAfterUndo(step, m_facts.site);
    return std::all_of(states.begin(), states.end(), [&](Condition& state) {
        if (state.kind == ConditionKind::BlockPresent)
            state.ports = m_procedure.blockedPorts;
        return truthIn(site, step, state);
    });
}

void SimulatedSite::repair(const Condition& condition)
{
    advance(minuteMs);
    const int index = indexOf(condition.node);
    if (condition.kind ==
        ConditionKind::SameVersionEverywhere) { // each that was left behind is upgraded by hand
        for (int i = 0; i < int(m_is.nodes.size()); ++i) {
            if (m_is.nodes[i].version == condition.value)
                continue;
            m_is.nodes[i].running = false;
            advance(m_facts.nodes[i].node.installMinutes.value_or(assumedInstallerMinutes) * minuteMs);
            m_is.nodes[i].version = condition.value;
            m_is.nodes[i].configDir = m_is.nodes[i].upgradedDir;
            m_is.nodes[i].start();
        }
        changed(Cause::World);
    }
    if (condition.kind == ConditionKind::AnotherSmtpAnswers || condition.kind == ConditionKind::OtherMailNodesAnswer ||
        (condition.kind == ConditionKind::OperatorAffirms && m_step == "confirm-final-state"_L1))
        bringUpAllBut(condition.node);
    if (index < 0)
        return;
    SimulatedNode& node = m_is.nodes[index];
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
        node.jobAttempt = SimulatedNode::anyAttempt;
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
    case ConditionKind::ConfigAsPlanned:
        node.config = node.plannedConfig;
        break;
    case ConditionKind::BlockPresent:
    case ConditionKind::PortsFiltered:
        node.leakyPort = 0;
        if (const int peer = indexOf(condition.peer); peer >= 0)
            m_is.nodes[peer].leakyPort = 0;
        if (condition.ports.isEmpty()) // of the firewall between the servers
            m_is.trafficCut = true;
        if (!condition.ports.isEmpty() && condition.kind == ConditionKind::BlockPresent) {
            node.blockRun = m_procedure.runId;
            node.blockedPorts += QSet<int>(condition.ports.cbegin(), condition.ports.cend());
            node.blockedPorts +=
                node.portsOfConfig() + node.livePorts; // the message names what is not covered
            node.blockedPorts += node.covered + node.everNamed;
            node.covered = node.blockedPorts;
        }
        break;
    case ConditionKind::TrafficFiltered: // the firewall's operator is called once more
        m_is.trafficCut = true;
        node.leakyPort = 0;
        if (const int peer = indexOf(condition.peer); peer >= 0)
            m_is.nodes[peer].leakyPort = 0;
        break;
    case ConditionKind::QueueDrained:
    case ConditionKind::PortsAsBaseline: // what another run left is lifted by hand, at both ends
        for (SimulatedNode* end :
             {&node, &m_is.nodes[indexOf(condition.peer) < 0 ? m_master : indexOf(condition.peer)]}) {
            if (!end->up)
                advance(end->backUpMs - m_nowMs);
            // What another run has left, or this one where it counts as lifted.
            const bool lifted = m_watch.known().nodes[indexOf(end->name)].blockRun.isEmpty();
            if (end->blockRun != m_procedure.runId || lifted) {
                end->blockRun.clear();
                end->blockedPorts.clear();
            }
            if (condition.kind == ConditionKind::PortsAsBaseline &&
                (end->livePorts != end->portsOfConfig() || end->config != end->plannedConfig)) {
                end->config =
                    end->plannedConfig; // changed behind the run's back: as it was, and started anew
                end->readPorts();
            }
        }
        m_is.trafficCut = false;
        if (condition.kind == ConditionKind::QueueDrained) {
            for (SimulatedNode* end : {&node, &m_is.nodes[m_master]}) {
                if (!end->running) // nothing drains into or out of a service that does not run
                    end->start();
            }
            changed(Cause::World);
            advance(10 * minuteMs);
        }
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
    case ConditionKind::OperatorAffirms: // mail is routed past a node that is left out
        node.drained = true;
        break;
    case ConditionKind::QueueDiskRoom: // he makes room
        node.diskFullUntilMs = 0;
        break;
    default:
        break;
    }
    changed(Cause::World);
}

/// Waits for the nodes that start anew, and starts what is down.
void SimulatedSite::bringUpAllBut(const QString& name)
{
    for (SimulatedNode& node : m_is.nodes) {
        if (node.name == name || m_watch.isExcluded(node.name))
            continue;
        if (!node.up)
            advance(node.backUpMs - m_nowMs);
        if (!node.running)
            node.start();
    }
    changed(Cause::World);
}

void SimulatedSite::restoreConfig(const QString& name)
{
    advance(minuteMs);
    if (const int index = indexOf(name); index >= 0)
        m_is.nodes[index].config = m_is.nodes[index].plannedConfig;
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

QStringList SimulatedSite::leftOverIn(const SiteTruth& site) const
{
    QStringList out;
    for (const SimulatedNode& node : site.nodes) {
        const SimulatedNode::Changes changes = node.changes(m_procedure.runId);
        for (const auto& [change, what] : changeNames) {
            if (changes.testFlag(change))
                out.append(QString::fromLatin1(what) + u':' + node.name);
        }
    }
    if (!site.mailFlows)
        out.append(u"mail-flow"_s);
    if (site.trafficCut)
        out.append(u"block:peer-traffic"_s);
    return out;
}

QStringList SimulatedSite::leftOver() const
{
    // On a node that nobody can ask, and outside the nodes, only what somebody could know of is the run's to declare.
    const QStringList known = leftOverIn(m_watch.known());
    QStringList out = leftOverIn(m_is);
    out.removeIf([&](const QString& id) {
        const int index = indexOf(id.section(u':', 1));
        return (index < 0 || !m_is.nodes[index].bySsh || id.startsWith("drained:"_L1)) && !known.contains(id);
    });
    return out;
}

void SimulatedSite::rememberRunsChanges(int index, SimulatedNode::Changes before)
{
    m_byRun[size_t(index)] |= changesOf(index) & ~before;
}

bool SimulatedSite::isOfTheRun(const QString& id) const
{
    const int index = indexOf(id.section(u':', 1));
    if (index < 0)
        return true; // of the whole site: nobody else does that
    return std::any_of(changeNames.cbegin(), changeNames.cend(), [&](const auto& row) {
        return m_byRun[size_t(index)].testFlag(row.first) && id.section(u':', 0, 0) == QLatin1StringView(row.second);
    });
}

QString SimulatedSite::knownVersion(int index) const
{
    return (m_is.nodes[index].bySsh ? m_is : m_watch.known()).nodes[index].version;
}

} // namespace ruw
