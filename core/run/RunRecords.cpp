#include "core/run/RunRecords.h"

#include "core/survey/FactCodec.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

std::optional<PortState> portStateFromCode(const QString& code)
{
    for (const PortState state :
         {PortState::Open, PortState::Refused, PortState::Filtered, PortState::Unknown}) {
        if (portStateCode(state) == code)
            return state;
    }
    return std::nullopt;
}

} // namespace

QJsonArray linksToJson(const QList<LinkState>& links)
{
    QJsonArray json;
    for (const LinkState& link : links) {
        json.append(
            QJsonArray{link.from, link.to, ipFamilyCode(link.family), link.port, portStateCode(link.state)});
    }
    return json;
}

QList<LinkState> linksFromJson(const QJsonValue& json)
{
    QList<LinkState> links;
    for (const QJsonValue& item : json.toArray()) {
        const QJsonArray row = item.toArray();
        const std::optional<PortState> state = portStateFromCode(row.at(4).toString());
        if (!state)
            continue;
        const bool v6 = row.at(2).toString() == ipFamilyCode(IpFamily::Ipv6);
        links.append({row.at(0).toString(), row.at(1).toString(), v6 ? IpFamily::Ipv6 : IpFamily::Ipv4,
                      row.at(3).toInt(), *state});
    }
    return links;
}

QJsonArray portsToJson(const QList<int>& ports)
{
    return Codec<QList<int>>::write(ports).toArray();
}

QList<int> portsFromJson(const QJsonValue& json)
{
    return Codec<QList<int>>::read(json).value_or(QList<int>());
}

} // namespace ruw
