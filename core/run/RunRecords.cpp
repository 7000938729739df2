#include "core/run/RunRecords.h"

#include "core/survey/FactCodec.h"

#include <array>

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

QString journalKind(SiteKind kind)
{
    return kind == SiteKind::Simulated ? u"rehearsal-journal"_s : u"journal"_s;
}

std::optional<SiteKind> siteKindOfJournal(const QJsonObject& begun)
{
    const QString code = begun.value(u"kind"_s).toString();
    for (const SiteKind kind : {SiteKind::Real, SiteKind::Simulated}) {
        if (journalKind(kind) == code)
            return kind;
    }
    return std::nullopt;
}

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

QJsonArray warningsToJson(const QList<AcceptedWarning>& warnings)
{
    QJsonArray json;
    for (const AcceptedWarning& warning : warnings) {
        const Finding& finding = warning.finding;
        QJsonObject one{{u"id"_s, finding.id},
                        {u"node"_s, finding.node},
                        {u"path"_s, finding.path},
                        {u"line"_s, finding.line},
                        {u"message"_s, finding.message.toJson()},
                        {u"by"_s, warning.by}};
        if (warning.forRehearsal)
            one.insert(u"forRehearsal"_s, true);
        json.append(one);
    }
    return json;
}

QList<AcceptedWarning> warningsFromJson(const QJsonValue& json)
{
    QList<AcceptedWarning> warnings;
    for (const QJsonValue& item : json.toArray()) {
        const QJsonObject one = item.toObject();
        warnings.append({{one.value(u"id"_s).toString(),
                          Severity::Warning,
                          one.value(u"node"_s).toString(),
                          one.value(u"path"_s).toString(),
                          one.value(u"line"_s).toInt(),
                          Text::fromJson(one.value(u"message"_s)),
                          {}},
                         one.value(u"by"_s).toString(),
                         one.value(u"forRehearsal"_s).toBool()}); // a journal from before it was kept has none
    }
    return warnings;
}

QJsonArray portsToJson(const QList<int>& ports)
{
    return Codec<QList<int>>::write(ports).toArray();
}

QList<int> portsFromJson(const QJsonValue& json)
{
    return Codec<QList<int>>::read(json).value_or(QList<int>());
}

QJsonArray observationsToJson(const QList<Observation>& observations)
{
    QJsonArray json;
    for (const Observation& one : observations)
        json.append(one.toJson());
    return json;
}

QJsonObject undoneToJson(const QList<Observation>& looked)
{
    bool byWord = looked.isEmpty(), seen = false;
    for (const Observation& one : looked) {
        byWord = byWord || one.byWord || one.verdict == Observation::Verdict::ByWord;
        seen = seen || (!one.byWord && one.verdict == Observation::Verdict::Holds);
    }
    return QJsonObject{{u"byWord"_s, byWord}, {u"seen"_s, seen}};
}

QJsonObject outcomeToJson(const CommandOutcome& outcome)
{
    constexpr qsizetype mostBytes = 8 * 1024;
    constexpr std::array ends = {"exited", "signalled", "connection-lost", "timed-out", "cancelled"};
    const auto tail = [](const QByteArray& bytes) {
        return QString::fromUtf8(bytes.size() <= mostBytes ? bytes : bytes.right(mostBytes));
    };
    QJsonObject json{{u"end"_s, QString::fromLatin1(ends[size_t(outcome.end)])},
                     {u"out"_s, tail(outcome.out)},
                     {u"err"_s, tail(outcome.err)}};
    if (outcome.end == CommandOutcome::End::Exited)
        json.insert(u"status"_s, outcome.status);
    if (!outcome.signal.isEmpty())
        json.insert(u"signal"_s, outcome.signal);
    if (outcome.truncated || outcome.out.size() > mostBytes || outcome.err.size() > mostBytes)
        json.insert(u"truncated"_s, true);
    return json;
}

} // namespace ruw
