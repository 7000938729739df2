#include "core/survey/SurveyReport.h"

#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"
#include "core/base/Quote.h"
#include "core/survey/FactCodec.h"
#include "core/survey/FactTable.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ruw {

QString serviceStateCode(ServiceState state)
{
    switch (state) {
    case ServiceState::Running:
        return u"running"_s;
    case ServiceState::Stopped:
        return u"stopped"_s;
    case ServiceState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

Text serviceStateText(ServiceState state)
{
    return state == ServiceState::Running   ? Text::tr("running")
           : state == ServiceState::Stopped ? Text::tr("stopped")
                                            : Text::tr("not known");
}

Text bootStartText(BootStart state)
{
    return state == BootStart::On    ? Text::verbatim(u"ON"_s)
           : state == BootStart::Off ? Text::verbatim(u"OFF"_s)
                                     : Text::tr("not known");
}

QString bootStartCode(BootStart state)
{
    switch (state) {
    case BootStart::On:
        return u"on"_s;
    case BootStart::Off:
        return u"off"_s;
    case BootStart::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString portStateCode(PortState state)
{
    switch (state) {
    case PortState::Open:
        return u"open"_s;
    case PortState::Refused:
        return u"refused"_s;
    case PortState::Filtered:
        return u"filtered"_s;
    case PortState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString smtpStateCode(PortState state)
{
    return state == PortState::Open ? u"answers"_s : portStateCode(state);
}

QString ipFamilyCode(IpFamily family)
{
    return family == IpFamily::Ipv6 ? u"ipv6"_s : u"ipv4"_s;
}

namespace {

/// A text in the language of the document, and beside it what it takes to say it in another one.
void putText(QJsonObject& json, const QString& key, const Text& text, Language language)
{
    json.insert(key, text.render(language));
    const QJsonValue data = text.toJson();
    if (data.isObject())
        json.insert(key + u"Text"_s, data);
}

Text readText(JsonReader& reader, const QString& key)
{
    const QString rendered = reader.string(key);
    const std::optional<QJsonValue> data = reader.take(key + u"Text"_s);
    return data && data->isObject() ? Text::fromJson(*data) : Text::verbatim(rendered);
}

template <typename T> QJsonValue valueJson(const std::optional<T>& value)
{
    return value ? Codec<T>::write(*value) : QJsonValue(QJsonValue::Null);
}

template <typename T> QJsonObject factJson(const Fact<T>& fact, Language language)
{
    QJsonObject json{{u"value"_s, valueJson(fact.value)}, {u"source"_s, factSourceCode(fact.source)}};
    putText(json, u"detail"_s, fact.detail, language);
    if (fact.siteValue)
        json.insert(u"siteValue"_s, valueJson(fact.siteValue));
    return json;
}

template <typename T> void readValue(JsonReader& reader, const QString& key, std::optional<T>& value)
{
    const std::optional<QJsonValue> json = reader.take(key);
    if (!json || json->isNull())
        return;
    value = Codec<T>::read(*json);
    if (!value)
        reader.wrongType(key, *json, Codec<T>::wanted());
}

template <typename T> void readFact(JsonReader& reader, const QString& key, Fact<T>& fact)
{
    reader.object(key, [&](JsonReader& inner) {
        readValue(inner, u"value"_s, fact.value);
        readValue(inner, u"siteValue"_s, fact.siteValue);
        inner.require(u"source"_s);
        fact.source = inner
                          .choice(u"source"_s,
                                  {FactSource::Detected, FactSource::File, FactSource::Assumed,
                                   FactSource::Operator, FactSource::Unknown},
                                  factSourceCode)
                          .value_or(FactSource::Unknown);
        fact.detail = readText(inner, u"detail"_s);
    });
}

QJsonValue lineJson(int line)
{
    return line > 0 ? QJsonValue(line) : QJsonValue(QJsonValue::Null);
}

QJsonArray peersJson(const ReplicaConfig& config)
{
    QJsonArray out;
    for (const ReplicaConfig::Peer& peer : config.peers()) {
        out.append(QJsonObject{{u"key"_s, peer.key},
                               {u"host"_s, peer.host},
                               {u"port"_s, peer.port},
                               {u"line"_s, lineJson(peer.line)}});
    }
    return out;
}

QJsonArray portsJson(const ReplicaConfig& config)
{
    QJsonArray out;
    for (const ReplicaConfig::Port& port : config.ports()) {
        out.append(QJsonObject{
            {u"key"_s, port.key},
            {u"port"_s, valueJson(port.port)},
            {u"source"_s, factSourceCode(port.fromFile ? FactSource::File : FactSource::Assumed)},
            {u"line"_s, lineJson(port.line)},
        });
    }
    return out;
}

/// What follows from the config stands among the facts for those who read the document; it is computed, never
/// read back.
void putConfigFacts(QJsonObject& facts, const NodeSurvey& node, Language language)
{
    const auto put = [&](const QString& key, const QJsonValue& value, const Text& detail) {
        QJsonObject json{{u"value"_s, value},
                         {u"source"_s, factSourceCode(node.config ? FactSource::File : FactSource::Unknown)}};
        putText(json, u"detail"_s, detail, language);
        facts.insert(key, json);
    };
    if (!node.config) {
        for (const QString& key : {u"dataSync"_s, u"peers"_s, u"ports"_s})
            put(key, QJsonValue::Null, Text::tr("This node's replica config was not read."));
        return;
    }
    const int line = node.config->dataSyncLine();
    put(u"dataSync"_s, dataSyncCode(node.config->dataSync()),
        line > 0 ? filePlace(node.configPath, line)
                 : Text::tr("%1 has no ENABLE_REP_DATA.").arg(shownSafely(node.configPath)));
    put(u"peers"_s, peersJson(*node.config), Text::verbatim(shownSafely(node.configPath)));
    put(u"ports"_s, portsJson(*node.config), Text::verbatim(shownSafely(node.configPath)));
}

QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject nodeJson(const NodeSurvey& node, Language language)
{
    QJsonObject facts;
    forEachFact(node, [&](const char* key, const auto& fact) {
        facts.insert(QString::fromLatin1(key), factJson(fact, language));
    });
    putConfigFacts(facts, node, language);
    QJsonValue config(QJsonValue::Null);
    if (!node.configBytes.isEmpty()) {
        config = QJsonObject{{u"path"_s, node.configPath},
                             {u"sha256"_s, sha256Of(node.configBytes)},
                             {u"base64"_s, QString::fromLatin1(node.configBytes.toBase64())}};
    }
    return {
        {u"name"_s, node.name}, {u"reachable"_s, node.reachable}, {u"config"_s, config}, {u"facts"_s, facts}};
}

void readConfig(JsonReader& reader, NodeSurvey& node)
{
    const QString key = u"config"_s;
    const std::optional<QJsonValue> json = reader.take(key);
    if (!json || json->isNull())
        return;
    reader.object(key, [&](JsonReader& inner) {
        node.configPath = inner.string(u"path"_s);
        const QString sum = inner.requiredString(u"sha256"_s);
        const auto decoded = QByteArray::fromBase64Encoding(inner.requiredString(u"base64"_s).toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            inner.badValue(u"base64"_s, u"..."_s, Text::tr("the config's bytes in Base64"));
            return;
        }
        node.configBytes = *decoded;
        if (sum.compare(sha256Of(node.configBytes), Qt::CaseInsensitive) != 0) {
            inner.badValue(
                u"sha256"_s, sum,
                Text::tr("the SHA-256 of the config's bytes, which is %1").arg(sha256Of(node.configBytes)));
        }
    });
}

NodeSurvey readNode(JsonReader& reader)
{
    NodeSurvey node;
    node.name = reader.requiredString(u"name"_s);
    node.reachable = reader.boolean(u"reachable"_s, false);
    readConfig(reader, node);
    reader.object(u"facts"_s, [&](JsonReader& facts) {
        forEachFact(node,
                    [&](const char* key, auto& fact) { readFact(facts, QString::fromLatin1(key), fact); });
    });
    // What there is to say about the config was saved among the findings.
    if (const Result<ReplicaConfig> config = ReplicaConfig::parse(node.configBytes))
        node.config = *config;
    return node;
}

Finding readFinding(JsonReader& reader)
{
    Finding finding;
    finding.id = reader.requiredString(u"id"_s);
    finding.severity =
        reader.choice(u"severity"_s, {Severity::Blocker, Severity::Warning, Severity::Info}, severityCode)
            .value_or(Severity::Blocker);
    finding.node = reader.string(u"node"_s);
    finding.path = reader.string(u"path"_s);
    finding.line = reader.integer(u"line"_s, 0, std::numeric_limits<int>::max()).value_or(0);
    finding.message = readText(reader, u"message"_s);
    finding.remedy = readText(reader, u"remedy"_s);
    return finding;
}

LinkState readLink(JsonReader& reader)
{
    LinkState link;
    link.from = reader.requiredString(u"from"_s);
    link.to = reader.requiredString(u"to"_s);
    link.family =
        reader.choice(u"family"_s, {IpFamily::Ipv4, IpFamily::Ipv6}, ipFamilyCode).value_or(link.family);
    reader.require(u"port"_s);
    link.port = reader.integer(u"port"_s, 1, 65535).value_or(0);
    link.state = reader
                     .choice(u"state"_s,
                             {PortState::Open, PortState::Refused, PortState::Filtered, PortState::Unknown},
                             portStateCode)
                     .value_or(PortState::Unknown);
    return link;
}

} // namespace

const NodeSurvey* SurveyReport::node(const QString& name) const
{
    const auto it =
        std::find_if(nodes.begin(), nodes.end(), [&](const NodeSurvey& n) { return n.name == name; });
    return it == nodes.end() ? nullptr : &*it;
}

PortState SurveyReport::link(const QString& from, const QString& to, int port, IpFamily family) const
{
    const auto it = std::find_if(links.begin(), links.end(), [&](const LinkState& l) {
        return l.from == from && l.to == to && l.port == port && l.family == family;
    });
    return it == links.end() ? PortState::Unknown : it->state;
}

QJsonObject SurveyReport::toJson(Language language) const
{
    QJsonObject json{{u"format"_s, 1}, {u"kind"_s, u"survey"_s}};
    if (takenAt.isValid())
        json.insert(u"takenAt"_s, takenAt.toOffsetFromUtc(takenAt.offsetFromUtc()).toString(Qt::ISODate));
    QJsonArray nodesJson;
    for (const NodeSurvey& node : nodes)
        nodesJson.append(nodeJson(node, language));
    json.insert(u"nodes"_s, nodesJson);
    QJsonArray linksJson;
    for (const LinkState& link : links) {
        linksJson.append(QJsonObject{{u"from"_s, link.from},
                                     {u"to"_s, link.to},
                                     {u"family"_s, ipFamilyCode(link.family)},
                                     {u"port"_s, link.port},
                                     {u"state"_s, portStateCode(link.state)}});
    }
    json.insert(u"links"_s, linksJson);
    QJsonArray findingsJson;
    for (const Finding& finding : findings) {
        QJsonObject one = finding.toJson(language);
        putText(one, u"message"_s, finding.message, language);
        putText(one, u"remedy"_s, finding.remedy, language);
        findingsJson.append(one);
    }
    json.insert(u"findings"_s, findingsJson);
    return json;
}

Result<SurveyReport> SurveyReport::fromJson(const QByteArray& json)
{
    const Text subject = Text::tr("The survey");
    const Result<QJsonObject> top = parseJsonObject(json, subject, u"survey-not-json"_s);
    if (!top)
        return top.error();
    QList<Finding> problems;
    SurveyReport report;
    JsonReader reader(*top, u"$"_s, problems);
    reader.require(u"format"_s);
    const auto format = reader.integer(u"format"_s, 0, std::numeric_limits<int>::max());
    if (format && *format != 1)
        reader.badValue(u"format"_s, QString::number(*format), Text::verbatim(u"1"_s));
    const QString kind = reader.requiredString(u"kind"_s);
    if (!kind.isEmpty() && kind != "survey"_L1)
        reader.badValue(u"kind"_s, kind, Text::verbatim(u"survey"_s));
    if (problems.isEmpty()) {
        report.takenAt = reader.dateTime(u"takenAt"_s).value_or(QDateTime());
        reader.objects(u"nodes"_s, true, [&](JsonReader& node) { report.nodes.append(readNode(node)); });
        reader.objects(u"links"_s, false, [&](JsonReader& link) { report.links.append(readLink(link)); });
        reader.objects(u"findings"_s, false, [&](JsonReader& f) { report.findings.append(readFinding(f)); });
    }
    if (!problems.isEmpty()) {
        return Error{u"survey-invalid"_s, Text::tr("%1 can't be used.").arg(subject),
                     Text::tr("Nothing of it was taken over."),
                     Text::tr("Take the survey again and save it anew."), problems};
    }
    return report;
}

} // namespace ruw
