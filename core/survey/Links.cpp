#include "core/survey/Links.h"

#include "core/survey/AnswerFacts.h"
#include "core/survey/AskNode.h"
#include "core/survey/SiteFacts.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

std::optional<IpFamily> familyOf(const QString& address)
{
    const QHostAddress literal(address);
    if (literal.protocol() == QAbstractSocket::IPv4Protocol)
        return IpFamily::Ipv4;
    if (literal.protocol() == QAbstractSocket::IPv6Protocol)
        return IpFamily::Ipv6;
    return std::nullopt;
}

/// How much a state lets through, for the choice among several addresses.
int openness(PortState state)
{
    switch (state) {
    case PortState::Open:
        return 3;
    case PortState::Refused:
        return 2;
    case PortState::Filtered:
        return 1;
    case PortState::Unknown:
        return 0;
    }
    Q_UNREACHABLE();
}

void put(QList<LinkState>& links, const LinkState& link)
{
    const auto same = std::find_if(links.begin(), links.end(), [&](const LinkState& known) {
        return known.to == link.to && known.family == link.family && known.port == link.port;
    });
    if (same == links.end())
        links.append(link);
    else if (openness(link.state) > openness(same->state))
        same->state = link.state;
}

LinkReading unasked(const Node& from, const QList<LinkPeer>& peers, const Text& why)
{
    return {
        unknownLinks(from.name, peers),
        {{u"survey-links-unasked"_s,
          Severity::Warning,
          from.name,
          {},
          0,
          Text::tr("The sync ports of the other nodes could not be probed from this node: %1").arg(why),
          Text::tr("Ask them by hand with the probe command of the runbook: without that baseline nobody can "
                   "prove later that a block works.")}}};
}

} // namespace

QList<int> linkPorts(const Site& site, const SurveyReport& report)
{
    SiteFacts facts = SiteFacts::from(site, report);
    facts.dataSync = SiteDataSync::On; // more ports than a block may need do no harm here
    return facts.portsToBlock();
}

QList<ReachTarget> linkTargets(const Node& node, const NodeSurvey* survey, const QList<int>& ports)
{
    QList<ReachTarget> targets;
    const auto add = [&](const QString& address, IpFamily family) {
        const ReachTarget target{address, family, ports};
        if (!targets.contains(target))
            targets.append(target);
    };
    for (QString address : node.effectiveSyncAddresses()) {
        if (address.startsWith(u'[') && address.endsWith(u']'))
            address = address.sliced(1, address.size() - 2);
        if (address.isEmpty())
            continue;
        const auto family = familyOf(address);
        for (const IpFamily one : {IpFamily::Ipv4, IpFamily::Ipv6}) {
            if (!family || family == one)
                add(address, one);
        }
    }
    if (!survey || survey->addresses.source != FactSource::Detected)
        return targets;
    constexpr int mostOfAFamily = 2;
    for (const IpFamily family : {IpFamily::Ipv4, IpFamily::Ipv6}) {
        const bool covered = std::any_of(targets.cbegin(), targets.cend(),
                                         [&](const ReachTarget& t) { return t.family == family; });
        int left = covered ? 0 : mostOfAFamily;
        for (const QString& address : survey->addresses.value.value_or(QStringList())) {
            if (left > 0 && familyOf(address) == family) {
                add(address, family);
                --left;
            }
        }
    }
    return targets;
}

QList<LinkState> unknownLinks(const QString& from, const QList<LinkPeer>& peers)
{
    QList<LinkState> links;
    for (const LinkPeer& peer : peers) {
        for (const ReachTarget& target : peer.targets) {
            for (const int port : target.ports)
                put(links, {from, peer.name, target.family, port, PortState::Unknown});
        }
    }
    return links;
}

LinkReading askLinks(const Node& from, const QList<LinkPeer>& peers, const Site& site, SiteAccess& siteAccess,
                     std::stop_token stop)
{
    QList<ReachTarget> targets;
    for (const LinkPeer& peer : peers)
        targets += peer.targets;
    if (targets.isEmpty())
        return {};
    const auto access = siteAccess.node(from, site);
    if (!access)
        return unasked(from, peers, access.error().what);
    const NodeQuery query = NodeQuery::reaching(targets);
    const Result<NodeAnswer> answer = askNode(**access, query, std::move(stop));
    if (!answer)
        return unasked(from, peers, answer.error().what);
    const auto states = answerfacts::reach(*answer, query);
    if (!states)
        return unasked(from, peers, Text::tr("it has none of perl, bash and nc, or they gave no answer."));
    LinkReading out;
    qsizetype at = 0;
    for (const LinkPeer& peer : peers) {
        for (const ReachTarget& target : peer.targets) {
            for (const int port : target.ports)
                put(out.links, {from.name, peer.name, target.family, port, states->at(at++)});
        }
    }
    return out;
}

} // namespace ruw
