// What is seen from outside: SMTP from this machine, ports from node to node.

#include "core/plan/NodeCommands.h"
#include "core/run/ObserverLook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

Observation Observer::Look::fromOutside(const Condition& condition) const
{
    const bool ofService = condition.kind == ConditionKind::ServiceRunning || condition.kind == ConditionKind::ServiceStopped;
    const NodeFacts* node = m_facts.node(condition.node);
    if (!ofService || !node || !node->node.takesMail || !m_state.hasAnsweredSmtp(condition.node))
        return byWord(condition);
    const SmtpAnswer answer = m_access.askSmtp(node->node.address, node->node.effectiveSmtpPort(),
                                               addressFamilyOf(node->node.address), smtpLimit, m_stop);
    const bool wantsStopped = condition.kind == ConditionKind::ServiceStopped;
    if (answer.answers) {
        const Text seen = Text::tr("%1 answers on SMTP: its service runs, or another program has taken its port.")
                              .arg(shownSafely(condition.node));
        return {condition, wantsStopped ? Verdict::Broken : Verdict::ByWord, seen};
    }
    const Text seen = Text::tr("%1 did not answer on SMTP.").arg(shownSafely(condition.node));
    // While no mail is let through, its port need not be in reach.
    const bool refuses = answer.state == ProbeState::Refused && !m_state.ledger().entry(u"mail-flow"_s);
    return {condition, !wantsStopped && refuses ? Verdict::Broken : Verdict::ByWord, seen};
}

Observation Observer::Look::smtp(const Condition& condition, const QStringList& names) const
{
    QList<Text> seen, outOfReach;
    bool asksNobody = !names.isEmpty(); // none that must be in this machine's reach, and no answer that says no
    for (const QString& name : names) {
        const NodeFacts* node = m_facts.node(name);
        if (!node)
            continue;
        const SmtpAnswer answer =
            m_access.askSmtp(node->node.address, node->node.effectiveSmtpPort(),
                             addressFamilyOf(node->node.address), smtpLimit, m_stop);
        if (answer.answers) {
            return verdict(condition, true,
                           Text::tr("%1 answered: %2")
                               .arg(shownSafely(name))
                               .arg(shownSafely(QString::fromUtf8(answer.greeting))));
        }
        seen.append(Text::tr("%1 did not answer on SMTP.").arg(shownSafely(name)));
        outOfReach.append(Text::tr("%1 can't be asked on SMTP from the work machine.").arg(shownSafely(name)));
        const std::optional<PortState> before = node->survey.smtp.effective();
        const bool inReach = reachable(name) && before && *before != PortState::Filtered;
        asksNobody = asksNobody && !inReach &&
                     (answer.state == ProbeState::Unknown || answer.state == ProbeState::Filtered);
    }
    // A node that is not worked on from this machine, or that did not answer it before the work (a firewall, a jump host),
    // need not be in its reach: then it is the operator's word.
    if (asksNobody)
        return {condition, Verdict::ByWord, Text::lines(outOfReach)};
    return verdict(condition, false,
                   seen.isEmpty() ? Text::tr("There is no other mail node in service.")
                                  : Text::lines(seen));
}

Observation Observer::Look::otherMailNodes(const Condition& condition) const
{
    Observation all{condition, Verdict::Holds, {}};
    QList<Text> seen;
    for (const Node& node : m_facts.site.mailNodes()) {
        if (node.name == condition.node || m_state.isExcluded(node.name))
            continue;
        const Observation one = smtp(condition, {node.name});
        seen.append(one.seen);
        if (one.verdict == Verdict::Broken || all.verdict == Verdict::Holds)
            all.verdict = one.verdict;
    }
    all.seen = Text::lines(seen);
    return seen.isEmpty() ? verdict(condition, false, Text::tr("There is no other mail node in service.")) : all;
}

Observation Observer::Look::ports(const Condition& condition) const
{
    const auto wanted = m_ports.constFind(condition.peer);
    if (wanted == m_ports.cend() || !wanted->reading)
        return byProbe(condition, {});
    QList<int> wrong, unprovable;
    int asked = 0, judged = 0;
    for (const LinkState& link : wanted->reading->links) {
        if (link.to != condition.node)
            continue;
        asked += link.state == PortState::Filtered ? 1 : 0;
        const PortState before = baselineOf(link);
        const bool answered = link.state == PortState::Open || link.state == PortState::Refused;
        if (condition.kind == ConditionKind::PortsAsBaseline) {
            judged += 1;
            // A config that names other ports since its installer ran leaves the old ones without a listener: that
            // they are refused shows that nothing filters them.
            // What a node that nobody can read has in its config is not known.
            const bool renumbered =
                !m_state.portsFound(condition.node).isEmpty() || !reachable(condition.node);
            if (before == PortState::Open && link.state != PortState::Open && !(renumbered && answered))
                wrong.append(link.port);
            else if (before == PortState::Refused && !answered)
                wrong.append(link.port);
            continue;
        }
        if (answered) {
            wrong.append(link.port);
        } else if (before == PortState::Open || before == PortState::Refused) {
            if (link.state == PortState::Filtered)
                judged += 1;
            else
                unprovable.append(link.port);
        }
        // A port that did not answer before the work proves nothing.
    }
    std::sort(wrong.begin(), wrong.end());
    wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
    if (!wrong.isEmpty()) {
        return verdict(
            condition, false,
            condition.kind == ConditionKind::PortsAsBaseline
                ? Text::tr("These do not answer as before: %1.").arg(Text::verbatim(portRanges(wrong)))
                : Text::tr("These answer: %1.").arg(Text::verbatim(portRanges(wrong))));
    }
    if (!unprovable.isEmpty() || (judged == 0 && (asked == 0 || !wanted->reading->findings.isEmpty()))) {
        return unseen(condition, wanted->reading->findings.isEmpty()
                                     ? Text::tr("The ports could not be asked.")
                                     : wanted->reading->findings.first().message);
    }
    // Something of the site's own kept them apart before: a closed port proves nothing, and a person decides.
    if (judged == 0) {
        return byProbe(condition,
                       Text::tr("No port answered before the work either, and none does now: it can't be proved from here "
                                "that this block is what closes them."));
    }
    return verdict(
        condition, true,
        condition.kind == ConditionKind::PortsAsBaseline
            ? Text::tr("%n connection(s) answer as before (where nothing answered then, perhaps nothing still), or have changed in a "
                       "way that is allowed.",
                       nullptr, judged)
            : Text::tr("%1 ports that answered before the work are filtered now.").arg(judged));
}

Observation Observer::Look::byProbe(const Condition& condition, const Text& seen) const
{
    Observation out{condition, Verdict::ByWord, seen};
    const NodeFacts *from = m_facts.node(condition.peer), *to = m_facts.node(condition.node);
    if (!from || !to)
        return out;
    QList<int> ports = condition.ports;
    for (const int port : m_state.portsFound(condition.node)) {
        if (!ports.contains(port))
            ports.append(port);
    }
    out.check = NodeCommands(m_facts, *from, m_state.procedure().runId, ports).probePeer(*to);
    out.checkOn = condition.peer;
    return out;
}

PortState Observer::Look::baselineOf(const LinkState& link) const
{
    const PortState own = m_state.baseline(link.from, link.to, link.port, link.family);
    return own != PortState::Unknown ? own
                                     : m_facts.survey.link(link.from, link.to, link.port, link.family);
}

} // namespace ruw
