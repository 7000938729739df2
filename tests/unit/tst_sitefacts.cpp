#include "core/survey/SiteFacts.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

Site siteOf(int nodes, const ProductVersion& source = {5, 20, 1}, const ProductVersion& target = {5, 60, 1})
{
    Site site;
    site.sourceVersion = source;
    site.targetVersion = target;
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = u"192.0.2.%1"_s.arg(i);
        site.nodes.append(node);
    }
    return site;
}

/// An empty text stands for a config that nobody read.
SurveyReport surveyOf(const QList<QByteArray>& configs)
{
    SurveyReport survey;
    for (qsizetype i = 0; i < configs.size(); ++i) {
        NodeSurvey node;
        node.name = u"mf%1"_s.arg(i + 1);
        if (!configs[i].isEmpty()) {
            node.configPath = u"/c/mf%1.def"_s.arg(i + 1);
            node.configBytes = configs[i];
            node.config = *ReplicaConfig::parse(configs[i]);
        }
        survey.nodes.append(node);
    }
    return survey;
}

const PortFact* portOf(const NodeFacts& node, const QString& key)
{
    const auto it =
        std::find_if(node.ports.begin(), node.ports.end(), [&](const PortFact& p) { return p.key == key; });
    return it == node.ports.end() ? nullptr : &*it;
}

QString english(const Text& text)
{
    return text.render(Language::English);
}

const QByteArray on = "REPLICA_SERVER_1 = 192.0.2.9:14083\nENABLE_REP_DATA = ON\n";
const QByteArray off = "REPLICA_SERVER_1 = 192.0.2.9:14083\nENABLE_REP_DATA = OFF\n";
const QByteArray unset = "REPLICA_SERVER_1 = 192.0.2.9:14083\n";
const QByteArray invalid = "REPLICA_SERVER_1 = 192.0.2.9:14083\nENABLE_REP_DATA = maybe\n";

} // namespace

class TestSiteFacts : public QObject {
    Q_OBJECT
private slots:
    void dataSyncIsOffOnlyIfEveryNodeSaysSo_data()
    {
        QTest::addColumn<QList<QByteArray>>("configs");
        QTest::addColumn<int>("expected");
        using Configs = QList<QByteArray>;
        QTest::newRow("all OFF") << Configs{off, off, off} << int(SiteDataSync::Off);
        QTest::newRow("all ON") << Configs{on, on, on} << int(SiteDataSync::On);
        QTest::newRow("one differs") << Configs{off, on, off} << int(SiteDataSync::Unsettled);
        QTest::newRow("one unset") << Configs{off, unset, off} << int(SiteDataSync::Unsettled);
        QTest::newRow("one invalid") << Configs{off, off, invalid} << int(SiteDataSync::Unsettled);
        QTest::newRow("one unread") << Configs{off, off, QByteArray()} << int(SiteDataSync::Unsettled);
        QTest::newRow("ON but one unread") << Configs{on, on, QByteArray()} << int(SiteDataSync::Unsettled);
        QTest::newRow("one missing in the survey") << Configs{off, off} << int(SiteDataSync::Unsettled);
        QTest::newRow("no survey") << Configs{} << int(SiteDataSync::Unsettled);
    }
    void dataSyncIsOffOnlyIfEveryNodeSaysSo()
    {
        QFETCH(QList<QByteArray>, configs);
        QFETCH(int, expected);
        const SiteFacts facts = SiteFacts::from(siteOf(3), surveyOf(configs));
        QCOMPARE(int(facts.dataSync), expected);
        QCOMPARE(facts.countsAsDataSyncOn(), expected != int(SiteDataSync::Off));
    }
    void aSiteWithoutNodesIsUnsettled()
    {
        QVERIFY(SiteFacts::from(Site(), SurveyReport()).dataSync == SiteDataSync::Unsettled);
    }
    void whereDataSyncStandsIsSaid()
    {
        const SiteFacts facts = SiteFacts::from(siteOf(4), surveyOf({on, unset, invalid, QByteArray()}));
        QCOMPARE(english(facts.nodes[0].dataSync.detail), u"/c/mf1.def:2"_s);
        QVERIFY(facts.nodes[0].dataSync.source == FactSource::File);
        QVERIFY(!facts.nodes[1].dataSync.known());
        QVERIFY(english(facts.nodes[1].dataSync.detail).contains(u"ENABLE_REP_DATA"_s));
        QVERIFY(!facts.nodes[2].dataSync.known());
        QVERIFY(english(facts.nodes[2].dataSync.detail).contains(u"/c/mf3.def:2"_s));
        QVERIFY(!facts.nodes[3].dataSync.known());
        QVERIFY(!facts.nodes[3].dataSync.detail.isEmpty());
    }

    void theFileWinsOverTheDefault()
    {
        const QByteArray config =
            "REPLICA_SERVER_1 = 192.0.2.2:24083\nDATA_SAVE_SYNC_SERVER_PORT = 24043\n" + on.mid(35);
        const SiteFacts facts = SiteFacts::from(siteOf(1), surveyOf({config}));
        const PortFact* settings = portOf(facts.nodes[0], settingsPortKey());
        QVERIFY(settings);
        QCOMPARE(settings->port.value, 24083);
        QVERIFY(settings->changed());
        QCOMPARE(english(settings->port.detail), u"/c/mf1.def:1"_s);
        const PortFact* saved = portOf(facts.nodes[0], u"DATA_SAVE_SYNC_SERVER_PORT"_s);
        QCOMPARE(saved->port.value, 24043);
        QCOMPARE(saved->line, 2);
        QVERIFY(saved->port.source == FactSource::File);
    }
    void aNumberThatSeveralServersHaveStandsInAllTheirLines()
    {
        const QByteArray config = "REPLICA_SERVER_1 = 192.0.2.1:14083\nREPLICA_SERVER_2 = 192.0.2.2:24083\n"
                                  "REPLICA_SERVER_3 = 192.0.2.3:14083\nDATA_SAVE_SYNC_SERVER_PORT = 24043\n";
        const SiteFacts facts = SiteFacts::from(siteOf(1), surveyOf({config}));
        const NodeFacts& node = facts.nodes[0];
        QMap<int, QList<int>> settings;
        for (const PortFact& port : node.ports) {
            if (port.key == settingsPortKey())
                settings.insert(port.port.value.value_or(0), node.linesOf(port));
        }
        QCOMPARE(settings, (QMap<int, QList<int>>{{14083, {1, 3}}, {24083, {2}}}));
        QCOMPARE(node.linesOf(*portOf(node, u"DATA_SAVE_SYNC_SERVER_PORT"_s)), QList<int>{4});
        QVERIFY(node.linesOf(*portOf(node, u"DATA_EWEB_SYNC_SERVER_PORT"_s)).isEmpty()); // assumed
    }
    void anAbsentKeyIsAssumedAndSaysSo()
    {
        const SiteFacts facts = SiteFacts::from(siteOf(1), surveyOf({on}));
        const PortFact* report = portOf(facts.nodes[0], u"DATA_REPORT_SYNC_SERVER_PORT"_s);
        QCOMPARE(report->port.value, 14042);
        QVERIFY(report->port.source == FactSource::Assumed);
        QVERIFY(!report->changed());
        QCOMPARE(english(report->port.detail), u"the default of FAQ 2578; the file has no such key"_s);
    }
    void withoutConfigEveryPortIsAssumed()
    {
        const SiteFacts facts = SiteFacts::from(siteOf(1), surveyOf({QByteArray()}));
        QCOMPARE(facts.nodes[0].ports.size(), syncPorts().size());
        for (const PortFact& port : facts.nodes[0].ports) {
            QVERIFY(port.port.source == FactSource::Assumed);
            QCOMPARE(port.port.value, port.definition->defaultPort);
            QVERIFY(english(port.port.detail).contains(u"was not read"_s));
        }
    }
    void whatCantBeReadAsPortIsUnknown()
    {
        const SiteFacts facts =
            SiteFacts::from(siteOf(1), surveyOf({on + "DATA_POP_SYNC_SERVER_PORT = many\n"}));
        const PortFact* pop = portOf(facts.nodes[0], u"DATA_POP_SYNC_SERVER_PORT"_s);
        QVERIFY(!pop->port.known());
        QVERIFY(!pop->changed());
        QVERIFY(english(pop->port.detail).contains(u"/c/mf1.def:3"_s));
    }

    void theBlockCoversSourceAndTarget_data()
    {
        QTest::addColumn<QList<QByteArray>>("configs");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QList<int>>("toBlock");
        QTest::addColumn<QList<int>>("newInTarget");
        using Configs = QList<QByteArray>;
        using Ports = QList<int>;
        const QString v4 = u"4.90R01"_s;
        const QString v5 = u"5.20R01"_s;
        const QString v53 = u"5.31R01"_s;
        const QString v56 = u"5.60R01"_s;
        QTest::newRow("FAQ 2578: 5.20 to 5.60 adds 14046 and 14047")
            << Configs{on, on} << v5 << v56 << Ports{14042, 14043, 14044, 14045, 14046, 14047, 14083}
            << Ports{14046, 14047};
        QTest::newRow("to 5.31") << Configs{on, on} << v5 << v53
                                 << Ports{14042, 14043, 14044, 14045, 14046, 14083} << Ports{14046};
        QTest::newRow("from 4") << Configs{on, on} << v4 << v5 << Ports{14042, 14043, 14044, 14045, 14083}
                                << Ports{14045};
        QTest::newRow("OFF: the settings port alone")
            << Configs{off, off} << v5 << v56 << Ports{14083} << Ports{};
        QTest::newRow("not settled counts as ON")
            << Configs{off, on} << v5 << v56 << Ports{14042, 14043, 14044, 14045, 14046, 14047, 14083}
            << Ports{14046, 14047};
        QTest::newRow("a file names a port that neither version uses")
            << Configs{on + "DATA_SMTP_CLIENT_SYNC_SERVER_PORT = 25047\n", on} << v5 << v53
            << Ports{14042, 14043, 14044, 14045, 14046, 14083, 25047} << Ports{14046};
        QTest::newRow("nodes with different numbers")
            << Configs{on, "REPLICA_SERVER_1 = 192.0.2.1:24083\nENABLE_REP_DATA = "
                           "ON\nDATA_POP_SYNC_SERVER_PORT = 24046\n"}
            << v5 << v53 << Ports{14042, 14043, 14044, 14045, 14046, 14083, 24046, 24083}
            << Ports{14046, 24046};
        QTest::newRow("two settings ports in one file, OFF")
            << Configs{off + "REPLICA_SERVER_2 = 192.0.2.3:15083\n", off} << v5 << v56 << Ports{14083, 15083}
            << Ports{};
        QTest::newRow("no config at all") << Configs{QByteArray(), QByteArray()} << v5 << v53
                                          << Ports{14042, 14043, 14044, 14045, 14046, 14083} << Ports{14046};
    }
    void theBlockCoversSourceAndTarget()
    {
        QFETCH(QList<QByteArray>, configs);
        QFETCH(QString, source);
        QFETCH(QString, target);
        const Site site = siteOf(2, *ProductVersion::parse(source), *ProductVersion::parse(target));
        const SiteFacts facts = SiteFacts::from(site, surveyOf(configs));
        QTEST(facts.portsToBlock(), "toBlock");
        QTEST(facts.portsNewInTarget(), "newInTarget");
    }

    void theOperatorsEntryFillsWhatNobodyLookedAt()
    {
        Site site = siteOf(1);
        site.nodes[0].installDir = u"/opt/mf"_s;
        const SiteFacts facts = SiteFacts::from(site, SurveyReport());
        const NodeSurvey& node = facts.nodes[0].survey;
        QCOMPARE(node.installDir.effective(), u"/opt/mf"_s);
        QVERIFY(node.installDir.source == FactSource::Operator);
        QVERIFY(!node.installDir.siteValue);
        QCOMPARE(node.version.value, u"5.20R01"_s);
        QCOMPARE(node.addresses.value, QStringList{u"192.0.2.1"_s});
        QVERIFY(!node.serviceState.known());
        QVERIFY(!node.serviceState.detail.isEmpty());
    }
    void theOperatorsEntryWinsAndBothAreShown()
    {
        Site site = siteOf(1);
        site.nodes[0].installDir = u"/opt/mf"_s;
        SurveyReport survey = surveyOf({on});
        survey.nodes[0].installDir = {u"/usr/local/mfilter5"_s, FactSource::Detected, {}, std::nullopt};
        survey.nodes[0].version = {u"5.10R01"_s, FactSource::Detected, {}, std::nullopt};
        survey.nodes[0].addresses = {
            QStringList{u"192.0.2.1"_s, u"198.51.100.1"_s}, FactSource::Detected, {}, std::nullopt};
        const NodeSurvey node = SiteFacts::from(site, survey).nodes[0].survey;
        QVERIFY(node.installDir.differs());
        QCOMPARE(node.installDir.value, u"/usr/local/mfilter5"_s);
        QCOMPARE(node.installDir.effective(), u"/opt/mf"_s);
        QVERIFY(node.version.differs());
        QVERIFY(!node.addresses.siteValue);
    }
    void anEntryOfAnOlderSiteFileIsReplaced()
    {
        Site site = siteOf(1);
        site.nodes[0].installDir = u"/opt/new"_s;
        SurveyReport survey = surveyOf({on});
        survey.nodes[0].installDir = {u"/opt/old"_s, FactSource::Operator, {}, std::nullopt};
        survey.nodes[0].version = {u"5.20R01"_s, FactSource::Detected, {}, u"5.00R01"_s};
        const NodeSurvey node = SiteFacts::from(site, survey).nodes[0].survey;
        QCOMPARE(node.installDir.effective(), u"/opt/new"_s);
        QVERIFY(!node.version.differs());
    }
    void nodesStandInTheSitesOrder()
    {
        SurveyReport survey = surveyOf({on, off});
        std::reverse(survey.nodes.begin(), survey.nodes.end());
        const SiteFacts facts = SiteFacts::from(siteOf(2), survey);
        QCOMPARE(facts.nodes[0].node.name, u"mf1"_s);
        QCOMPARE(facts.nodes[0].dataSync.value, true);
        QCOMPARE(facts.node(u"mf2"_s)->dataSync.value, false);
        QVERIFY(!facts.node(u"mf9"_s));
    }
};

QTEST_GUILESS_MAIN(TestSiteFacts)
#include "tst_sitefacts.moc"
