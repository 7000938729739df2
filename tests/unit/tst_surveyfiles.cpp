#include "SurveySamples.h"

#include "core/site/SiteFile.h"
#include "core/survey/Surveyor.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <stop_token>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::dataDir;
using samples::findingOf;

namespace {

Site siteWith(AccessKind access, const QString& config, Os os = Os::Linux)
{
    Site site;
    Node node;
    node.name = u"mf1"_s;
    node.address = u"192.0.2.1"_s;
    node.access = access;
    node.config = config;
    node.os = os;
    site.nodes = {node};
    return site;
}

SurveyReport surveyOf(const Site& site, const SurveyOptions& options = {}, std::stop_token stop = {})
{
    RealSiteAccess access({});
    return surveySite(site, access, options, stop);
}

} // namespace

/// A survey that reads copies of configs, and nodes of which nothing can be read.
class TestSurveyFiles : public QObject {
    Q_OBJECT
private slots:
    void filesAreReadAndTheRestIsUnknownWithItsReason()
    {
        const Result<SiteRead> read = SiteFile::read(dataDir + u"/three-nodes/site.json"_s);
        QVERIFY(read.ok());
        QStringList stages;
        const SurveyReport report =
            surveyOf(read->site,
                     {true, [&](const SurveyProgress& p) {
                          stages.append(p.node + u' ' + surveyStageText(p.stage).render(Language::English));
                      }});
        QCOMPARE(stages, QStringList({u"mf1 Reading"_s, u"mf1 Done"_s, u"mf2 Reading"_s, u"mf2 Done"_s,
                                      u"mf3 Reading"_s, u"mf3 Done"_s}));
        QVERIFY(report.takenAt.isValid());
        QCOMPARE(report.nodes.size(), 3);
        for (const NodeSurvey& node : report.nodes) {
            QVERIFY(node.reachable);
            QVERIFY(node.config.has_value());
            QCOMPARE(node.config->toBytes(), node.configBytes);
            QCOMPARE(node.version.value, u"5.20R01"_s);
            QVERIFY(node.version.source == FactSource::Operator);
            QVERIFY(!node.serviceState.known());
        }
        QVERIFY(report.nodes[0].serviceState.detail.render(Language::English).contains(u"\"Files\""_s));
        QVERIFY(report.nodes[2].serviceState.detail.render(Language::English).contains(accessText(AccessKind::Manual).render(Language::English)));
        QVERIFY(!hasBlocker(report.findings));
    }
    void findingsOfAConfigNameNodeAndPath()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"x.def"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "ENABLE_REP_DATA = ON\nDATA_SAVE_SYNC_SERVER_PORT = 99999\nREPLICA_SERVER_1 = 192.0.2.2:14083\n");
        file.close();
        const SurveyReport report = surveyOf(siteWith(AccessKind::Files, path));
        const Finding* finding = findingOf(report, u"config-invalid-port"_s);
        QVERIFY(finding);
        QCOMPARE(finding->node, u"mf1"_s);
        QCOMPARE(finding->path, path);
        QCOMPARE(finding->line, 2);
    }
    void aNodeThatCantBeReadIsAFindingWithItsReason_data()
    {
        QTest::addColumn<int>("access");
        QTest::addColumn<QString>("config");
        QTest::addColumn<int>("os");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, AccessKind access, const QString& config, Os os, const char* id,
                            Severity severity, const char* reason) {
            QTest::newRow(name) << int(access) << config << int(os) << QString::fromLatin1(id)
                                << int(severity) << QString::fromLatin1(reason);
        };
        row("manual without config", AccessKind::Manual, {}, Os::Windows, "survey-config-missing",
            Severity::Warning, "No copy of mf_replica.def");
        row("files without config", AccessKind::Files, {}, Os::Linux, "survey-config-missing",
            Severity::Warning, "No copy of mf_replica.def");
        row("missing file", AccessKind::Files, u"/nowhere/mf_replica.def"_s, Os::Linux,
            "survey-config-unreadable", Severity::Blocker, "does not exist");
        row("folder", AccessKind::Manual, dataDir, Os::Linux, "survey-config-unreadable", Severity::Blocker,
            "is not a file");
        row("Windows by SSH", AccessKind::Ssh, {}, Os::Windows, "survey-unreachable", Severity::Blocker,
            "Windows");
    }
    void aNodeThatCantBeReadIsAFindingWithItsReason()
    {
        QFETCH(int, access);
        QFETCH(QString, config);
        QFETCH(int, os);
        QFETCH(QString, id);
        QFETCH(int, severity);
        QFETCH(QString, reason);
        const SurveyReport report = surveyOf(siteWith(AccessKind(access), config, Os(os)));
        QCOMPARE(report.findings.size(), 1);
        const Finding& finding = report.findings.first();
        QCOMPARE(finding.id, id);
        QCOMPARE(finding.node, u"mf1"_s);
        QCOMPARE(int(finding.severity), severity);
        QVERIFY(finding.message.render(Language::English).contains(reason));
        QVERIFY(!finding.remedy.isEmpty());
        QVERIFY(!report.nodes.first().reachable);
        QVERIFY(!report.nodes.first().config);
    }
    void anEmptyFileIsUnreadableAndTheOthersGoOn()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"empty.def"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Site site = siteWith(AccessKind::Files, path);
        Node second = site.nodes.first();
        second.name = u"mf2"_s;
        second.config = dataDir + u"/three-nodes/mf2/mf_replica.def"_s;
        site.nodes.append(second);
        const SurveyReport report = surveyOf(site);
        const Finding* finding = findingOf(report, u"survey-config-unreadable"_s);
        QVERIFY(finding);
        QCOMPARE(finding->path, path);
        QVERIFY(!report.nodes[0].config);
        QVERIFY(report.nodes[1].config.has_value());
    }
    void whatTheOperatorEnteredIsKeptAsHis()
    {
        Site site = siteWith(AccessKind::Manual, {});
        site.nodes[0].installDir = u"/opt/mf"_s;
        const SurveyReport report = surveyOf(site);
        QVERIFY(report.nodes[0].installDir.source == FactSource::Operator);
        QCOMPARE(report.nodes[0].installDir.value, u"/opt/mf"_s);
        QCOMPARE(report.nodes[0].os.value, u"linux"_s);
        QVERIFY(!report.nodes[0].version.known()); // no source version was entered
    }
    void aStoppedSurveySaysWhichNodesWereNotRead()
    {
        std::stop_source source;
        source.request_stop();
        const SurveyReport report =
            surveyOf(siteWith(AccessKind::Files, dataDir + u"/three-nodes/mf1/mf_replica.def"_s), {},
                     source.get_token());
        QCOMPARE(report.findings.size(), 1);
        QCOMPARE(report.findings.first().id, u"survey-stopped"_s);
        QVERIFY(!report.nodes.first().config);
    }
    void aSurveyOfFilesSurvivesSavingAndLoading()
    {
        const Site site = SiteFile::read(dataDir + u"/three-nodes/site.json"_s)->site;
        const SurveyReport report = surveyOf(site);
        const QJsonObject json = report.toJson(Language::Japanese);
        const Result<SurveyReport> again = SurveyReport::fromJson(QJsonDocument(json).toJson());
        QVERIFY(again.ok());
        QCOMPARE(again->toJson(Language::English), report.toJson(Language::English));
    }
    void aCommandCantBeRunOnANodeOfFiles()
    {
        const Site site = siteWith(AccessKind::Files, u"/x"_s);
        const auto access = makeAccess(site.nodes.first(), site);
        QVERIFY(access.ok());
        const auto outcome = (*access)->run({}, {});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, u"access-no-commands"_s);
    }
    void whyANodeHasNoAccessIsSaid()
    {
        const Site noConfig = siteWith(AccessKind::Manual, {});
        QCOMPARE(makeAccess(noConfig.nodes.first(), noConfig).error().code, u"access-no-config"_s);
        const Site windows = siteWith(AccessKind::Ssh, {}, Os::Windows);
        QCOMPARE(makeAccess(windows.nodes.first(), windows).error().code, u"access-windows-ssh"_s);
    }
};

QTEST_GUILESS_MAIN(TestSurveyFiles)
#include "tst_surveyfiles.moc"
