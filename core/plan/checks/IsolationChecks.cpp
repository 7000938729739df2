#include "core/base/Quote.h"
#include "core/plan/checks/Check.h"
#include "core/plan/EarlierBlock.h"

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

bool isLinux(const NodeFacts& node)
{
    return node.node.os == Os::Linux;
}

bool hasFirewall(const NodeFacts& node, QLatin1StringView tool)
{
    return node.survey.firewall.effective().value_or(QStringList()).contains(tool);
}

void checkFirewalls(const SiteFacts& facts, QList<Noted>& out)
{
    const QStringList windows =
        namesWhere(facts, [](const NodeFacts& n) { return n.node.os == Os::Windows; });
    if (!windows.isEmpty()) {
        out.append(note(
            u"windows-firewall-profiles"_s, windows,
            Text::tr("Windows nodes are blocked by rules of the Windows firewall, which work only while its "
                     "profiles are enabled: %1.")
                .arg(shownNames(windows)),
            Text::tr("See that the firewall profiles are enabled on these nodes; the runbook has the command "
                     "that shows it.")));
    }
    const QStringList unknown =
        namesWhere(facts, [](const NodeFacts& n) { return isLinux(n) && !n.survey.firewall.effective(); });
    if (!unknown.isEmpty()) {
        out.append(note(
            u"firewall-unknown"_s, unknown,
            Text::tr(
                "Which packet filter is there, and whether systemd keeps the block over a reboot, is not "
                "known for: %1.")
                .arg(shownNames(unknown)),
            Text::tr("Check beforehand that the tool which the runbook's commands use (nft) is on these nodes, and that systemd runs "
                     "there (the directory /run/systemd/system is there).")));
    }
    const QStringList iptablesOnly = namesWhere(facts, [](const NodeFacts& n) {
        return isLinux(n) && hasFirewall(n, "iptables"_L1) && !hasFirewall(n, "nftables"_L1);
    });
    if (!iptablesOnly.isEmpty()) {
        out.append(note(
            u"firewall-iptables-only"_s, iptablesOnly,
            Text::tr("Only iptables is there, no nftables: %1. A reload of firewalld or of another firewall "
                     "tool may flush the block without a word.")
                .arg(shownNames(iptablesOnly)),
            Text::tr(
                "Let nobody reload a firewall on these nodes during the work, and check the block before "
                "each installer run.")));
    }
    const QStringList withoutSystemd = namesWhere(
        facts, [](const NodeFacts& n) { return isLinux(n) && n.survey.systemd.effective() == false; });
    if (!withoutSystemd.isEmpty()) {
        out.append(note(
            u"systemd-missing"_s, withoutSystemd,
            Text::tr("systemd is not there: %1. The block would not survive a reboot of the node.")
                .arg(shownNames(withoutSystemd)),
            Text::tr(
                "Don't let these nodes reboot during the work; after a reboot put the block on again "
                "before the service starts. Or have the traffic blocked by a firewall between the nodes.")));
    }
}

/// A block that stands already spoils the baseline, and lifting ours might lift another's (S7, S8).
void checkStandingBlocks(const SiteFacts& facts, QList<Noted>& out)
{
    for (const NodeFacts& node : facts.nodes) {
        const QStringList runs = node.survey.blockPresent.effective().value_or(QStringList());
        if (runs.isEmpty())
            continue;
        if (!liftableBlock(facts, node).isEmpty()) {
            out.append(note(
                u"block-of-earlier-run"_s, {node.node.name},
                Text::tr("A block of an earlier run still stands on this node (run %1). The plan begins with "
                         "lifting it.")
                    .arg(shownNames(runs)),
                Text::tr(
                    "If that run was interrupted, do not begin a new one: go on with it by its journal.")));
            continue;
        }
        out.append(note(
            u"block-of-another-run"_s, {node.node.name},
            Text::tr("A block of an earlier run still stands on this node (run %1).").arg(shownNames(runs)),
            Text::tr("If that run was interrupted, go on with it by its journal. If it is over and all nodes "
                     "have the same version, lift the block by the runbook of that run.")));
    }
}

/// What was filtered before can't show that our block works ("What proves a block").
void checkBaseline(const SiteFacts& facts, QList<Noted>& out)
{
    const QList<int> ports = facts.portsToBlock();
    QStringList links;
    for (const LinkState& link : facts.survey.links) {
        if (link.state != PortState::Filtered || link.family != IpFamily::Ipv4 || !ports.contains(link.port))
            continue;
        // ASCII arrow: names and numbers only, the same in every language.
        links.append(shownSafely(link.from) + u" -> "_s + shownSafely(link.to) + u':' +
                     QString::number(link.port));
    }
    if (!links.isEmpty()) {
        out.append(note(
            u"sync-port-filtered-before"_s, {},
            Text::tr("Sync ports that are filtered already before the work: %1. There nobody can prove that "
                     "the block works, and sync may not be working now.")
                .arg(Text::list(links)),
            Text::tr("Find out which firewall filters them and whether sync works today.")));
    }
}

} // namespace

QList<Noted> isolationChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    checkStandingBlocks(facts, out);
    checkFirewalls(facts, out);
    checkBaseline(facts, out);
    out.append(note(
        u"block-peer-traffic-cuts-more"_s, {},
        Text::tr(
            "Blocking all IP traffic between the nodes also cuts whatever else they send each other: the "
            "heartbeat of a virtual IP, mail relayed from node to node, SSH and monitoring between them."),
        Text::tr("Go through these with whoever runs the firewall before you choose this procedure.")));
    const QStringList stopped = namesWhere(
        facts, [](const NodeFacts& n) { return n.survey.serviceState.effective() == ServiceState::Stopped; });
    if (!stopped.isEmpty()) {
        out.append(note(
            u"service-not-running"_s, stopped,
            Text::tr("The service does not run on: %1. A block can't be proved there, since a port nobody "
                     "listens on is closed anyway.")
                .arg(shownNames(stopped)),
            Text::tr("Find out why it is stopped, and start it before the work.")));
    }
    return out;
}

} // namespace ruw::checks
