// One look: what is asked of whom, all at once, and what judges which answer.

#include "core/plan/BlockRules.h"
#include "core/run/ObserverLook.h"
#include "core/survey/AnswerFacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

Asks asksFor(ConditionKind kind)
{
    switch (kind) {
    case ConditionKind::ServiceRunning:
    case ConditionKind::ServiceStopped:
        return Ask::Service;
    case ConditionKind::BootStartOff:
    case ConditionKind::BootStartOn:
        return Ask::BootStart;
    case ConditionKind::ConfigBackedUp:
        return Ask::Copy;
    case ConditionKind::ConfigCovered:
    case ConditionKind::ConfigAsPlanned:
        return Ask::Config;
    case ConditionKind::BlockPresent:
    case ConditionKind::BlockAbsent:
        return Ask::Block;
    case ConditionKind::VersionIs:
    case ConditionKind::SameVersionEverywhere:
        return Ask::Version;
    case ConditionKind::InstallerEnded:
        return Ask::Job;
    case ConditionKind::SettingsSyncOff:
    case ConditionKind::SettingsSyncOn:
        return Ask::SettingsSync;
    case ConditionKind::QueueDrained:
    case ConditionKind::QueueDiskRoom:
        return Ask::Queue;
    default:
        return {};
    }
}

namespace {

bool asksPorts(ConditionKind kind)
{
    return kind == ConditionKind::PortsFiltered || kind == ConditionKind::PortsAsBaseline ||
           kind == ConditionKind::TrafficFiltered;
}

} // namespace

QList<Observation> Observer::Look::take()
{
    collect();
    // A counter that has risen tells that our rule dropped the probe, not something else.
    ofEach(m_wanted, [this](const QString& name, Wanted& wanted) {
        if (wanted.counters)
            wanted.before = droppedPackets(name);
    });
    // A port that is filtered costs the whole time in which it may answer: all nodes ask at once.
    ofEach(m_ports, [this](const QString& name, PortsWanted& wanted) {
        wanted.reading = askLinks(m_facts.node(name)->node, wanted.peers, m_facts.site, m_access, m_stop);
    });
    ofEach(m_wanted, [this](const QString& name, Wanted& wanted) {
        if (wanted.asks)
            wanted.answer = ask(name, wanted.asks);
    });
    QList<Observation> out;
    for (const Condition& condition : m_conditions)
        out.append(judge(condition));
    return out;
}

void Observer::Look::collect()
{
    for (const Condition& condition : m_conditions) {
        if (condition.kind == ConditionKind::SameVersionEverywhere) {
            for (const NodeFacts& node : m_facts.nodes) {
                if (reachable(node.node.name) && !m_state.isExcluded(node.node.name))
                    m_wanted[node.node.name].asks |= Ask::Version;
            }
        } else if (asksPorts(condition.kind)) {
            if (reachable(condition.peer))
                wantPorts(condition);
        } else if (reachable(condition.node)) {
            m_wanted[condition.node].asks |= asksFor(condition.kind);
        }
    }
    for (const Condition& condition : m_conditions) {
        if (condition.kind != ConditionKind::PortsFiltered)
            continue;
        for (const QString& end : {condition.node, condition.peer}) {
            if (m_wanted.contains(end) && m_wanted[end].asks.testFlag(Ask::Block))
                m_wanted[end].counters = true;
        }
    }
}

void Observer::Look::wantPorts(const Condition& condition)
{
    PortsWanted& wanted = m_ports[condition.peer];
    const NodeFacts* target = m_facts.node(condition.node);
    if (!target)
        return;
    QList<int> ports = condition.ports;
    for (const int port : m_state.portsFound(condition.node)) {
        if (!ports.contains(port))
            ports.append(port);
    }
    const bool known = std::any_of(wanted.peers.cbegin(), wanted.peers.cend(),
                                   [&](const LinkPeer& peer) { return peer.name == condition.node; });
    if (!known)
        wanted.peers.append({condition.node, linkTargets(target->node, &target->survey, ports)});
}

Result<NodeAnswer> Observer::Look::ask(const QString& name, Asks asks) const
{
    const NodeFacts* node = m_facts.node(name);
    const auto access = m_access.node(node->node, m_facts.site);
    if (!access)
        return access.error();
    return askNode(**access, queryOf(*node, asks), m_stop);
}

qint64 Observer::Look::droppedPackets(const QString& name) const
{
    const Result<NodeAnswer> answer = ask(name, Ask::Block);
    return answer ? BlockRules::read(answerfacts::blockRules(*answer)).droppedPackets : -1;
}

Observation Observer::Look::judge(const Condition& condition) const
{
    switch (condition.kind) {
    case ConditionKind::OperatorAffirms:
    case ConditionKind::RestartNotAsked:
    case ConditionKind::FirewallEnabled:
        return byWord(condition);
    case ConditionKind::SmtpAnswers:
        return smtp(condition, {condition.node});
    case ConditionKind::AnotherSmtpAnswers: {
        QStringList others;
        for (const Node& node : m_facts.site.mailNodes()) {
            if (node.name != condition.node && !m_state.isExcluded(node.name) &&
                !m_state.ledger().entry(u"drained:"_s + node.name))
                others.append(node.name);
        }
        return smtp(condition, others);
    }
    case ConditionKind::OtherMailNodesAnswer:
        return otherMailNodes(condition);
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline:
        return ports(condition);
    case ConditionKind::SameVersionEverywhere:
        return sameVersion(condition);
    default:
        return ofNode(condition);
    }
}

} // namespace ruw
