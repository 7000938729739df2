#include "core/survey/FactTable.h"
#include "core/survey/FactTexts.h"
#include "core/survey/SurveyReport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QByteArray configBytes =
    "# \x93\x64\r\nREPLICA_SERVER_1 = 192.0.2.2:24083\r\nENABLE_REP_DATA = OFF\r\n";

SurveyReport fullReport()
{
    NodeSurvey node;
    node.name = u"mf1"_s;
    node.reachable = true;
    node.configPath = u"/usr/local/mfilter5/conf/mf_replica.def"_s;
    node.configBytes = configBytes;
    node.config = *ReplicaConfig::parse(configBytes);
    const Text seen = Text::tr("The entry \"%1\" is still empty.").arg(u"%1 <x>"_s);
    node.hostname = {u"mf1.example"_s, FactSource::Detected, seen, std::nullopt};
    node.os = {u"Debian GNU/Linux 12"_s, FactSource::Detected, seen, u"linux"_s};
    node.clockSkewSeconds = {-3, FactSource::Detected, seen, std::nullopt};
    node.addresses = {QStringList{u"192.0.2.1"_s, u"fd00::1"_s}, FactSource::Detected, seen,
                      QStringList{u"192.0.2.9"_s}};
    node.installDir = {u"/usr/local/mfilter5"_s, FactSource::Operator, seen, std::nullopt};
    node.version = {u"5.20R01"_s, FactSource::Detected, seen, u"5.31R01"_s};
    node.serviceState = {ServiceState::Stopped, FactSource::Detected, seen, std::nullopt};
    node.bootStart = {BootStart::On, FactSource::Detected, seen, BootStart::Off};
    node.listeningPorts = {QList<int>{25, 14083}, FactSource::Detected, seen, std::nullopt};
    node.firewall = {QStringList{u"nftables"_s}, FactSource::Detected, seen, std::nullopt};
    node.blockPresent = {QStringList{}, FactSource::Detected, seen, std::nullopt};
    node.queueBytes = {std::numeric_limits<qint64>::max(), FactSource::Detected, seen, 0};
    node.queueFiles = {0, FactSource::Detected, seen, std::nullopt};
    node.freeDiskBytes = {9'007'199'254'740'993, FactSource::Detected, seen, std::nullopt};
    node.installerSha256 = Fact<QString>::unknown(seen);
    node.systemd = {true, FactSource::Detected, seen, std::nullopt};
    node.rebootPending = {false, FactSource::Assumed, seen, true};
    node.smtp = {PortState::Filtered, FactSource::Detected, seen, std::nullopt};

    NodeSurvey unread;
    unread.name = u"mf2\u202E\"\n"_s;

    SurveyReport report;
    report.takenAt = QDateTime::fromString(u"2026-12-05T21:00:00+09:00"_s, Qt::ISODate);
    report.nodes = {node, unread};
    report.links = {{u"mf1"_s, u"mf2"_s, IpFamily::Ipv6, 14083, PortState::Filtered},
                    {u"mf2"_s, u"mf1"_s, IpFamily::Ipv4, 14042, PortState::Open}};
    report.findings = {{u"config-peer-twice"_s, Severity::Warning, u"mf1"_s, node.configPath, 2, seen,
                        Text::tr("Fill it in.")}};
    return report;
}

QByteArray bytesOf(const QJsonObject& json)
{
    return QJsonDocument(json).toJson();
}

/// The document with the value at `path` (keys and indices) replaced; an undefined value removes the key.
QJsonValue changed(const QJsonValue& json, const QVariantList& path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    const QVariantList rest = path.mid(1);
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        const int index = path.first().toInt();
        array[index] = changed(array[index], rest, value);
        return array;
    }
    QJsonObject object = json.toObject();
    const QString key = path.first().toString();
    const QJsonValue inner = changed(object.value(key), rest, value);
    if (inner.isUndefined())
        object.remove(key);
    else
        object.insert(key, inner);
    return object;
}

} // namespace

class TestSurveyReport : public QObject {
    Q_OBJECT
private slots:
    void everythingSurvivesSavingAndLoading_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("English") << int(Language::English);
        QTest::newRow("Japanese") << int(Language::Japanese);
    }
    void everythingSurvivesSavingAndLoading()
    {
        QFETCH(int, language);
        const SurveyReport report = fullReport();
        const Result<SurveyReport> again = SurveyReport::fromJson(bytesOf(report.toJson(Language(language))));
        QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().render(Language::English)));
        QCOMPARE(again->takenAt, report.takenAt);
        QVERIFY(again->links == report.links);
        QVERIFY(again->findings == report.findings);
        QCOMPARE(again->nodes.size(), report.nodes.size());
        for (qsizetype i = 0; i < report.nodes.size(); ++i) {
            const NodeSurvey& before = report.nodes[i];
            const NodeSurvey& after = again->nodes[i];
            QCOMPARE(after.name, before.name);
            QCOMPARE(after.reachable, before.reachable);
            QCOMPARE(after.configPath, before.configPath);
            QCOMPARE(after.configBytes, before.configBytes);
            QCOMPARE(after.config.has_value(), before.config.has_value());
            QVERIFY(after.queueBytes == before.queueBytes);
            QVERIFY(after.freeDiskBytes == before.freeDiskBytes);
            QVERIFY(after.hostname == before.hostname);
            QVERIFY(after.os == before.os);
            QVERIFY(after.addresses == before.addresses);
            QVERIFY(after.listeningPorts == before.listeningPorts);
            QVERIFY(after.blockPresent == before.blockPresent);
            QVERIFY(after.bootStart == before.bootStart);
            QVERIFY(after.serviceState == before.serviceState);
            QVERIFY(after.rebootPending == before.rebootPending);
            QVERIFY(after.smtp == before.smtp);
        }
        // Every fact of the table, the rest of the document included.
        QCOMPARE(again->toJson(Language::Japanese), report.toJson(Language::Japanese));
    }
    void theKeysAreThoseOfTheContract()
    {
        const QJsonObject json = fullReport().toJson(Language::English);
        QCOMPARE(json.value(u"format"_s).toInt(), 1);
        QCOMPARE(json.value(u"kind"_s).toString(), u"survey"_s);
        const QJsonObject node = json.value(u"nodes"_s).toArray()[0].toObject();
        QCOMPARE(node.keys(), QStringList({u"config"_s, u"facts"_s, u"name"_s, u"reachable"_s}));
        QCOMPARE(node.value(u"config"_s).toObject().keys(),
                 QStringList({u"base64"_s, u"path"_s, u"sha256"_s}));
        QStringList wanted{u"hostname"_s,
                           u"os"_s,
                           u"clockSkewSeconds"_s,
                           u"addresses"_s,
                           u"installDir"_s,
                           u"dataSync"_s,
                           u"peers"_s,
                           u"ports"_s,
                           u"version"_s,
                           u"serviceState"_s,
                           u"bootStart"_s,
                           u"listeningPorts"_s,
                           u"firewall"_s,
                           u"blockPresent"_s,
                           u"queueBytes"_s,
                           u"queueFiles"_s,
                           u"freeDiskBytes"_s,
                           u"installerSha256"_s,
                           u"systemd"_s,
                           u"rebootPending"_s,
                           u"settingsSync"_s,
                           u"smtp"_s};
        wanted.sort();
        const QJsonObject facts = node.value(u"facts"_s).toObject();
        QCOMPARE(facts.keys(), wanted);
        for (const QString& key : wanted) {
            const QJsonObject fact = facts.value(key).toObject();
            QVERIFY2(fact.contains(u"value"_s) && fact.contains(u"source"_s) && fact.contains(u"detail"_s),
                     qPrintable(key));
        }
        QCOMPARE(facts.value(u"dataSync"_s).toObject().value(u"value"_s).toString(), u"off"_s);
        const QJsonObject port = facts.value(u"ports"_s).toObject().value(u"value"_s).toArray()[0].toObject();
        QCOMPARE(port.value(u"key"_s).toString(), u"REPLICA_SERVER_*"_s);
        QCOMPARE(port.value(u"port"_s).toInt(), 24083);
        QCOMPARE(port.value(u"line"_s).toInt(), 2);
        const QJsonObject peer = facts.value(u"peers"_s).toObject().value(u"value"_s).toArray()[0].toObject();
        QCOMPARE(peer.value(u"host"_s).toString(), u"192.0.2.2"_s);
        QCOMPARE(json.value(u"links"_s).toArray()[0].toObject().value(u"state"_s).toString(), u"filtered"_s);
    }
    void aNodeWithoutConfigSaysSo()
    {
        const QJsonObject node =
            fullReport().toJson(Language::English).value(u"nodes"_s).toArray()[1].toObject();
        QVERIFY(node.value(u"config"_s).isNull());
        const QJsonObject dataSync = node.value(u"facts"_s).toObject().value(u"dataSync"_s).toObject();
        QVERIFY(dataSync.value(u"value"_s).isNull());
        QCOMPARE(dataSync.value(u"source"_s).toString(), u"unknown"_s);
    }
    void factsThatNobodyKnowsArePassedOver()
    {
        const QJsonValue json =
            changed(fullReport().toJson(Language::English), {u"nodes"_s, 0, u"facts"_s, u"moonPhase"_s},
                    QJsonObject{{u"value"_s, 7}});
        QVERIFY(SurveyReport::fromJson(bytesOf(json.toObject())).ok());
    }
    void everyFactHasANameAndAValueForPeople()
    {
        const SurveyReport report = fullReport();
        QStringList names;
        forEachFact(report.nodes[0], [&](const char* latin, const auto& fact) {
            const QString key = QString::fromLatin1(latin);
            names.append(factName(key).render(Language::English));
            QVERIFY2(!names.last().isEmpty(), latin);
            if (fact.value)
                QVERIFY2(!factText(key, *fact.value).render(Language::Japanese).isEmpty(), latin);
        });
        QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size());
        QCOMPARE(factText(u"os"_s, u"linux"_s).render(Language::English), u"Linux"_s); // the site file's word
        QCOMPARE(factText(u"queueFiles"_s, qint64(1200)).render(Language::English), u"1,200"_s);
        QCOMPARE(factText(u"queueBytes"_s, qint64(1200)).render(Language::English), Text::bytes(1200).render(Language::English));
        QCOMPARE(factText(u"blockPresent"_s, QStringList()).render(Language::English), u"none"_s);
    }
    void aSurveyWithoutFactsIsTaken()
    {
        const QByteArray json = R"({"format": 1, "kind": "survey", "nodes": [{"name": "mf1"}]})";
        const Result<SurveyReport> report = SurveyReport::fromJson(json);
        QVERIFY(report.ok());
        QVERIFY(!report->nodes.first().version.known());
        QVERIFY(report->nodes.first().version.source == FactSource::Unknown);
    }

    void aWrongEntryIsNamedByItsJsonPath_data()
    {
        QTest::addColumn<QVariantList>("where");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const QVariantList& where, const QJsonValue& value,
                            const char* path) {
            QTest::newRow(name) << where << value << QString::fromLatin1(path);
        };
        const QString n = u"nodes"_s;
        const QString f = u"facts"_s;
        const QString v = u"value"_s;
        row("format", {u"format"_s}, 2, "$.format");
        row("kind", {u"kind"_s}, u"site"_s, "$.kind");
        row("nodes missing", {n}, QJsonValue(QJsonValue::Undefined), "$.nodes");
        row("node is a text", {n, 1}, u"mf2"_s, "$.nodes[1]");
        row("name missing", {n, 0, u"name"_s}, QJsonValue(QJsonValue::Undefined), "$.nodes[0].name");
        row("reachable is a text", {n, 0, u"reachable"_s}, u"yes"_s, "$.nodes[0].reachable");
        row("checksum", {n, 0, u"config"_s, u"sha256"_s}, u"00ff"_s, "$.nodes[0].config.sha256");
        row("bytes changed", {n, 0, u"config"_s, u"base64"_s}, u"QUJD"_s, "$.nodes[0].config.sha256");
        row("not Base64", {n, 0, u"config"_s, u"base64"_s}, u"\u3042!"_s, "$.nodes[0].config.base64");
        row("text fact", {n, 0, f, u"hostname"_s, v}, 5, "$.nodes[0].facts.hostname.value");
        row("number fact", {n, 0, f, u"queueBytes"_s, v}, 1.5, "$.nodes[0].facts.queueBytes.value");
        row("number fact out of range", {n, 0, f, u"queueBytes"_s, v}, 1e300,
            "$.nodes[0].facts.queueBytes.value");
        row("list fact", {n, 0, f, u"addresses"_s, v}, QJsonArray{u"a"_s, 1},
            "$.nodes[0].facts.addresses.value");
        row("port list fact", {n, 0, f, u"listeningPorts"_s, v}, QJsonArray{u"25"_s},
            "$.nodes[0].facts.listeningPorts.value");
        row("state fact", {n, 0, f, u"serviceState"_s, v}, u"dead"_s, "$.nodes[0].facts.serviceState.value");
        row("boolean fact", {n, 0, f, u"systemd"_s, v}, u"true"_s, "$.nodes[0].facts.systemd.value");
        row("site value", {n, 0, f, u"version"_s, u"siteValue"_s}, 5, "$.nodes[0].facts.version.siteValue");
        row("source", {n, 0, f, u"version"_s, u"source"_s}, u"guessed"_s, "$.nodes[0].facts.version.source");
        row("fact is a number", {n, 0, f, u"version"_s}, 5, "$.nodes[0].facts.version");
        row("link port", {u"links"_s, 0, u"port"_s}, 0, "$.links[0].port");
        row("link state", {u"links"_s, 1, u"state"_s}, u"closed"_s, "$.links[1].state");
        row("severity", {u"findings"_s, 0, u"severity"_s}, u"fatal"_s, "$.findings[0].severity");
        row("time", {u"takenAt"_s}, u"yesterday"_s, "$.takenAt");
    }
    void aWrongEntryIsNamedByItsJsonPath()
    {
        QFETCH(QVariantList, where);
        QFETCH(QJsonValue, value);
        QFETCH(QString, path);
        const QJsonValue json = changed(fullReport().toJson(Language::English), where, value);
        const Result<SurveyReport> report = SurveyReport::fromJson(bytesOf(json.toObject()));
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, u"survey-invalid"_s);
        QCOMPARE(report.error().causes.size(), 1);
        QCOMPARE(report.error().causes.first().path, path);
    }
    void textThatIsNotJsonIsNamedByLineAndColumn()
    {
        const Result<SurveyReport> report = SurveyReport::fromJson("{\n \"format\": 1,,\n}");
        QCOMPARE(report.error().code, u"survey-not-json"_s);
        QVERIFY(report.error().render(Language::English).contains(u"line 2, column"_s));
    }
    void aLinkThatNobodyProbedIsUnknown()
    {
        const SurveyReport report = fullReport();
        QVERIFY(report.link(u"mf2"_s, u"mf1"_s, 14042, IpFamily::Ipv4) == PortState::Open);
        QVERIFY(report.link(u"mf2"_s, u"mf1"_s, 14042, IpFamily::Ipv6) == PortState::Unknown);
        QVERIFY(report.link(u"mf1"_s, u"mf2"_s, 14042, IpFamily::Ipv4) == PortState::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestSurveyReport)
#include "tst_surveyreport.moc"
