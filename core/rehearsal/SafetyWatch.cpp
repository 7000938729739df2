#include "core/rehearsal/SafetyWatch.h"

#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

QJsonObject Violation::toJson(Language language) const
{
    return {{u"rule"_s, rule},
            {u"step"_s, step},
            {u"time"_s, time.toString(Qt::ISODate)},
            {u"message"_s, what.render(language)}};
}

SafetyWatch::SafetyWatch(const SiteFacts& facts, const Procedure& procedure)
    : m_facts(facts), m_procedure(procedure), m_unread(facts.nodes.size(), false), m_byHand(facts.nodes.size(), false)
{
    for (const int port : facts.portsToBlock())
        m_knownPorts.insert(port);
}

void SafetyWatch::breaks(const QString& rule, const Text& what, const QDateTime& now)
{
    m_violations.append({rule, m_step, now, what});
}

void SafetyWatch::excluded(const QString& node)
{
    if (m_excluded.contains(node))
        return;
    m_excluded.append(node);
    // Seen to be so, or said so by the operator: else the run leaves nobody out. Where it can be looked at, the next look tells.
    for (SimulatedNode& known : m_known.nodes) {
        if (known.name == node)
            known.running = known.bootStart = false;
    }
}

bool SafetyWatch::isOpen(const SimulatedNode& a, const SimulatedNode& b, bool trafficCut)
{
    if (!a.up || !b.up || !a.running || !b.running || !a.settingsSync || !b.settingsSync)
        return false;
    if (a.leakyPort > 0 || b.leakyPort > 0)
        return true; // another path, past the rules and past the firewall between the servers
    if (trafficCut)
        return false;
    // Data is synced where both do; a port that only one of them has opened for it carries nothing.
    const bool data = a.liveData && b.liveData;
    const auto passesTo = [&](const SimulatedNode& to, const SimulatedNode& from) {
        const QSet<int>& ports = data ? to.livePorts : to.liveSettings;
        return std::any_of(ports.cbegin(), ports.cend(), [&](int port) {
            return !a.blocks(port) && !b.blocks(port) && !to.isSilentTo(from.name, port);
        });
    };
    return passesTo(a, b) || passesTo(b, a);
}

bool SafetyWatch::mayDiffer(int a, int b) const
{
    return m_unread[a] || m_unread[b] || m_known.nodes[a].version != m_known.nodes[b].version;
}

// --- what can be known -----------------------------------------------------------------------------------------------------

/// Some node that can be asked reaches the port, or another one's, on which the leak shows.
bool SafetyWatch::leakShows(const SiteTruth& is, int index, qint64 nowMs) const
{
    const SimulatedNode& node = is.nodes[index];
    if (!node.bySsh && !m_knownPorts.contains(node.leakyPort))
        return false; // nobody asks a port that no plan and no config that can be read names
    const auto listens = [&](const SimulatedNode& one) {
        return one.up && one.running && one.livePorts.contains(node.leakyPort);
    };
    for (int i = 0; i < int(is.nodes.size()); ++i) {
        const SimulatedNode& other = is.nodes[i];
        if (i == index)
            continue;
        if (other.bySsh && other.reachable(nowMs) && listens(node))
            return true;
        if (node.bySsh && node.reachable(nowMs) && listens(other))
            return true;
    }
    return false;
}

/// A path that stands open can be seen from one of its ends, over a port that the plan or that end's config names.
bool SafetyWatch::canBeSeen(const SiteTruth& is, int first, int second, qint64 nowMs) const
{
    const SimulatedNode &a = is.nodes[first], &b = is.nodes[second];
    if (!a.bySsh && !b.bySsh)
        return false;
    QSet<int> ports = m_knownPorts;
    for (const SimulatedNode* end : {&a, &b}) {
        if (end->bySsh)
            ports += end->livePorts;
    }
    const bool overAPort = !is.trafficCut && std::any_of(ports.cbegin(), ports.cend(), [&](int port) {
        return !a.blocks(port) && !b.blocks(port) && (a.livePorts.contains(port) || b.livePorts.contains(port));
    });
    return overAPort || (a.leakyPort > 0 && leakShows(is, first, nowMs)) ||
           (b.leakyPort > 0 && leakShows(is, second, nowMs));
}

void SafetyWatch::looks(const SiteTruth& is, qint64 nowMs)
{
    for (int i = 0; i < int(is.nodes.size()); ++i) {
        const SimulatedNode& node = is.nodes[i];
        SimulatedNode& known = m_known.nodes[i];
        // Where an installer's service is stopped again nothing is asked first: stopping it is what matters.
        const bool shows = node.leakyPort > 0 && !m_closes && leakShows(is, i, nowMs);
        const int leak = shows ? node.leakyPort : known.leakyPort;
        if (node.bySsh && node.reachable(nowMs)) {
            const bool drained = known.drained;  // of the mail route, not of the node
            const bool flag = known.restartFlag; // on an admin screen
            known = node;
            known.drained = drained;
            known.restartFlag = flag;
        } else if (node.takesMail) { // asked on SMTP
            known.up = node.up;
            known.running = node.running;
        }
        known.leakyPort = node.leakyPort == 0 ? 0 : leak;
    }
    // What is asked over the wire tells, by any answer or by none, whether the firewall between the servers lets it through.
    if (is.trafficCut != m_known.trafficCut && !m_closes) {
        // A port that leaks answers either way.
        const auto tells = [&](const SimulatedNode& asker, const SimulatedNode& other) {
            return &other != &asker && other.up &&
                   std::any_of(m_knownPorts.cbegin(), m_knownPorts.cend(),
                               [&](int port) { return port != asker.leakyPort && port != other.leakyPort; });
        };
        const bool anyAsks = std::any_of(is.nodes.cbegin(), is.nodes.cend(), [&](const SimulatedNode& asker) {
            return asker.bySsh && asker.reachable(nowMs) &&
                   std::any_of(is.nodes.cbegin(), is.nodes.cend(),
                               [&](const SimulatedNode& other) { return tells(asker, other); });
        });
        if (anyAsks)
            m_known.trafficCut = is.trafficCut;
    }
    // What a port shows of the rules of a node that can't be asked.
    for (int i = 0; i < int(is.nodes.size()); ++i) {
        const SimulatedNode& node = is.nodes[i];
        if (node.bySsh || !node.up || !node.running)
            continue;
        for (const SimulatedNode& peer : is.nodes) {
            if (!peer.bySsh || !peer.reachable(nowMs) || is.trafficCut)
                continue;
            for (const int port : node.livePorts) {
                if (!peer.blocks(port) && !node.blocks(port) && !node.isSilentTo(peer.name, port))
                    m_known.nodes[i].blockedPorts.remove(port);
            }
        }
    }
    m_openSeen.clear();
    for (int i = 0; i < int(is.nodes.size()); ++i) {
        for (int j = i + 1; j < int(is.nodes.size()); ++j) {
            // Of a node that nobody can ask the version is the operator's word.
            if (is.nodes[i].version != is.nodes[j].version && mayDiffer(i, j) && isOpen(is.nodes[i], is.nodes[j], is.trafficCut) &&
                canBeSeen(is, i, j, nowMs))
                m_openSeen.append({i, j});
        }
    }
}

void SafetyWatch::isTold(const SiteTruth& is, const Condition& condition)
{
    const auto indexOf = [&](const QString& name) {
        for (int i = 0; i < int(is.nodes.size()); ++i) {
            if (is.nodes[i].name == name)
                return i;
        }
        return -1;
    };
    if (condition.kind == ConditionKind::SameVersionEverywhere) {
        for (SimulatedNode& node : m_known.nodes) {
            if (!node.bySsh)
                node.version = condition.value;
        }
        return;
    }
    const int index = indexOf(condition.node);
    if (condition.kind == ConditionKind::BlockPresent && condition.ports.isEmpty())
        m_known.trafficCut = true;
    if (index < 0)
        return;
    SimulatedNode& node = m_known.nodes[index];
    switch (condition.kind) {
    case ConditionKind::ServiceRunning:
    case ConditionKind::SmtpAnswers:
        node.up = node.running = true;
        break;
    case ConditionKind::ServiceStopped:
        node.running = false;
        break;
    case ConditionKind::BootStartOn:
        node.bootStart = true;
        break;
    case ConditionKind::BootStartOff:
        node.bootStart = false;
        break;
    case ConditionKind::SettingsSyncOn:
        node.settingsSync = true;
        break;
    case ConditionKind::SettingsSyncOff:
        node.settingsSync = false;
        break;
    case ConditionKind::BlockPresent:
        if (!condition.ports.isEmpty()) {
            node.blockRun = m_procedure.runId;
            node.blockedPorts += QSet<int>(condition.ports.cbegin(), condition.ports.cend());
        }
        break;
    case ConditionKind::BlockAbsent:
        node.blockRun.clear();
        node.blockedPorts.clear();
        m_known.trafficCut = false;
        break;
    case ConditionKind::VersionIs:
        node.version = condition.value;
        break;
    case ConditionKind::InstallerEnded:
        node.job = SimulatedNode::Job::Ended;
        node.jobStatus = 0;
        break;
    case ConditionKind::ConfigBackedUp:
        node.copy = node.plannedConfig.isNull() ? QByteArray("") : node.plannedConfig;
        break;
    case ConditionKind::ConfigCovered:
    case ConditionKind::ConfigAsPlanned:
        node.config = node.plannedConfig;
        break;
    case ConditionKind::RestartNotAsked:
        node.restartFlag = false;
        break;
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline:
        for (const QString& end : {condition.node, condition.peer}) {
            if (const int at = indexOf(end); at >= 0)
                m_known.nodes[at].leakyPort = 0;
        }
        break;
    default:
        break;
    }
}

void SafetyWatch::isTried(StepKind kind, int node)
{
    if (kind == StepKind::RunInstaller && node >= 0)
        m_unread[node] = true;
}

void SafetyWatch::sees(const SiteTruth& is, const Step& step, const Condition& condition)
{
    const auto indexOf = [&](const QString& name) {
        for (int i = 0; i < int(is.nodes.size()); ++i) {
            if (is.nodes[i].name == name)
                return i;
        }
        return -1;
    };
    const auto take = [&](const QString& name, auto&& what) {
        if (const int index = indexOf(name); index >= 0)
            what(m_known.nodes[index], is.nodes[index]);
    };
    switch (condition.kind) {
    case ConditionKind::ServiceRunning:
    case ConditionKind::ServiceStopped:
    case ConditionKind::SmtpAnswers:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) {
            known.up = node.up;
            known.running = node.running;
        });
        break;
    case ConditionKind::BootStartOff:
    case ConditionKind::BootStartOn:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.bootStart = node.bootStart; });
        break;
    case ConditionKind::SettingsSyncOff:
    case ConditionKind::SettingsSyncOn:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.settingsSync = node.settingsSync; });
        break;
    case ConditionKind::BlockPresent:
    case ConditionKind::BlockAbsent:
        m_known.trafficCut = is.trafficCut;
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) {
            known.blockRun = node.blockRun;
            known.blockedPorts = node.blockedPorts;
        });
        break;
    case ConditionKind::RestartNotAsked:
        take(condition.node,
             [](SimulatedNode& known, const SimulatedNode& node) { known.restartFlag = node.restartFlag; });
        break;
    case ConditionKind::ConfigBackedUp:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.copy = node.copy; });
        break;
    case ConditionKind::ConfigCovered:
    case ConditionKind::ConfigAsPlanned:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.config = node.config; });
        break;
    case ConditionKind::VersionIs:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.version = node.version; });
        break;
    case ConditionKind::InstallerEnded:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) {
            known.job = node.job;
            known.jobStatus = node.jobStatus;
        });
        break;
    case ConditionKind::SameVersionEverywhere:
        for (int i = 0; i < int(is.nodes.size()); ++i)
            m_known.nodes[i].version = is.nodes[i].version;
        break;
    case ConditionKind::PortsAsBaseline: { // a way past the rules does not show where there are none, and hides them where it is
        const int a = indexOf(condition.node), b = indexOf(condition.peer);
        const bool shows = a < 0 || b < 0 || std::any_of(condition.ports.cbegin(), condition.ports.cend(), [&](int port) {
            return port != is.nodes[a].leakyPort && port != is.nodes[b].leakyPort;
        });
        if (shows)
            m_known.trafficCut = is.trafficCut;
        break;
    }
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
        m_known.trafficCut = is.trafficCut;
        for (const QString& end : {condition.node, condition.peer})
            take(end, [](SimulatedNode& known, const SimulatedNode& node) { known.leakyPort = node.leakyPort; });
        break;
    case ConditionKind::OperatorAffirms:
        take(condition.node, [](SimulatedNode& known, const SimulatedNode& node) { known.drained = node.drained; });
        if (step.kind == StepKind::StopMailFlow || step.kind == StepKind::ResumeMailFlow)
            m_known.mailFlows = is.mailFlows;
        if (step.kind == StepKind::Block || step.kind == StepKind::Unblock)
            m_known.trafficCut = is.trafficCut;
        if (step.kind == StepKind::DrainNode || step.kind == StepKind::ReturnNode)
            take(step.node, [](SimulatedNode& known, const SimulatedNode& node) { known.drained = node.drained; });
        break;
    default:
        break;
    }
}

void SafetyWatch::isDone(const SimulatedEffect& effect, int node)
{
    if (effect.kind == StepKind::RunInstaller && node >= 0) {
        m_known.nodes[node].job = SimulatedNode::Job::Ended;
        m_known.nodes[node].jobStatus = 0;
    }
    m_known.take(effect, node, m_procedure);
}

void SafetyWatch::versionIsRead(int node)
{
    if (node >= 0)
        m_unread[node] = m_byHand[node] = false;
}

void SafetyWatch::isBroughtBack(const SimulatedNode& node, int index)
{
    const int leak = m_known.nodes[index].leakyPort; // nobody looked for that
    m_known.nodes[index] = node;
    m_known.nodes[index].leakyPort = leak;
    m_known.nodes[index].job = SimulatedNode::Job::None; // of the next installer run nobody has said anything yet
    m_unread[index] = m_byHand[index] = false;
}

void SafetyWatch::addLikeness(QByteArray& out, qint64 nowMs) const
{
    for (const SimulatedNode& node : m_known.nodes)
        node.addLikeness(out, nowMs);
    for (const bool flag : {m_known.trafficCut, m_known.mailFlows, m_open, m_openedByWorld, m_runOpens})
        out += flag ? '+' : '-';
    for (const QList<bool>& flags : {m_unread, m_byHand}) {
        for (const bool flag : flags)
            out += flag ? '?' : '=';
    }
    out += m_excluded.join(u' ').toUtf8() + '|' + m_unended.toUtf8();
}

} // namespace ruw
