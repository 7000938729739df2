#include "core/site/SiteFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QString dataDir = QString::fromUtf8(TESTS_DIR) + u"/data/sites"_s;

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject smallNode()
{
    return {{u"name"_s, u"mf1"_s},
            {u"role"_s, u"master"_s},
            {u"address"_s, u"192.0.2.1"_s},
            {u"os"_s, u"linux"_s},
            {u"access"_s, u"files"_s}};
}

QJsonObject smallSite(const QJsonObject& node = smallNode())
{
    return {{u"format"_s, 1},
            {u"kind"_s, u"site"_s},
            {u"name"_s, u"Example"_s},
            {u"sourceVersion"_s, u"5.20R01"_s},
            {u"targetVersion"_s, u"5.60R01"_s},
            {u"nodes"_s, QJsonArray{node}}};
}

Result<SiteRead> readJson(const QJsonObject& json)
{
    return SiteFile::fromJson(QJsonDocument(json).toJson(), u"/sites"_s);
}

QJsonObject with(QJsonObject json, const QString& key, const QJsonValue& value)
{
    json.insert(key, value);
    return json;
}

QJsonObject without(QJsonObject json, const QString& key)
{
    json.remove(key);
    return json;
}

QStringList pathsOf(const QList<Finding>& findings)
{
    QStringList out;
    for (const Finding& finding : findings)
        out.append(finding.path);
    return out;
}

} // namespace

class TestSiteFile : public QObject {
    Q_OBJECT
private slots:
    void everyKeySurvivesReadingAndWriting()
    {
        const QString path = dataDir + u"/full.json"_s;
        const Result<SiteRead> read = SiteFile::read(path);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().render(Language::English)));
        QCOMPARE(QString::fromUtf8(SiteFile::toJson(read->site)), QString::fromUtf8(bytesOf(path)));
        QCOMPARE(read->site.directory, dataDir);
    }
    void writingAndReadingGivesTheSameSite()
    {
        const Result<SiteRead> read = SiteFile::read(dataDir + u"/full.json"_s);
        QVERIFY(read.ok());
        const Result<SiteRead> again = SiteFile::fromJson(SiteFile::toJson(read->site), read->site.directory);
        QVERIFY(again.ok());
        QVERIFY(again->site == read->site);
    }
    void theContractsKeysAreRead()
    {
        const Result<SiteRead> read = SiteFile::read(dataDir + u"/full.json"_s);
        QVERIFY(read.ok());
        const Node& node = read->site.nodes.first();
        QCOMPARE(node.ssh->port, 2222);
        QVERIFY(node.ssh->auth == SshAuth::KeyboardInteractive);
        QCOMPARE(node.service.bootStatus, u"systemctl is-enabled mfilter"_s);
        QCOMPARE(node.settingsSync.disable, u"disable-it"_s);
        QCOMPARE(node.installMinutes, 10);
        QCOMPARE(node.takesMail, false);
        QCOMPARE(node.syncAddresses.size(), 2);
        QCOMPARE(read->site.targetVersion, (ProductVersion{5, 60, 1}));
        QCOMPARE(read->site.mailLoad.keptPercent, 100);
        QCOMPARE(read->site.testMail, (TestMailPeople{u"tool@example.com"_s, u"desk@example.com"_s}));
        QCOMPARE(read->site.schedule.end->toUTC(), QDateTime(QDate(2026, 12, 5), QTime(20, 0), Qt::UTC));
    }
    void timesOfDifferentOffsetsAreReadIntoTheFirstOnes()
    {
        const QJsonObject schedule{{u"start"_s, u"2026-12-05T22:00:00+09:00"_s}, {u"end"_s, u"2026-12-05T21:00:00Z"_s}};
        const Result<SiteRead> read = readJson(with(smallSite(), u"schedule"_s, schedule));
        QVERIFY(read.ok());
        QCOMPARE(read->site.schedule.end->toUTC(), QDateTime(QDate(2026, 12, 5), QTime(21, 0), Qt::UTC)); // the same moment
        QCOMPARE(read->site.schedule.end->offsetFromUtc(), 9 * 3600);
        QCOMPARE(read->site.schedule.end->time(), QTime(6, 0));
    }
    void unknownKeysOfEveryLevelAreWarningsWithTheirPath()
    {
        const Result<SiteRead> read = SiteFile::read(dataDir + u"/full.json"_s);
        QVERIFY(read.ok());
        QStringList paths = pathsOf(read->findings);
        paths.sort();
        QCOMPARE(paths,
                 QStringList({u"$.mailLoad.measured"_s, u"$.nodes[0].rack"_s, u"$.nodes[0].service.reload"_s,
                              u"$.nodes[0].settingsSync.note"_s, u"$.nodes[0].ssh.compression"_s,
                              u"$.schedule.approvedBy"_s, u"$.ticket"_s}));
        for (const Finding& finding : read->findings) {
            QCOMPARE(finding.id, u"site-unknown-key"_s);
            QVERIFY(finding.severity == Severity::Warning);
        }
    }
    void whatIsAbsentKeepsItsDefault()
    {
        const Result<SiteRead> read = readJson(smallSite());
        QVERIFY(read.ok());
        QVERIFY(read->findings.isEmpty());
        const Node& node = read->site.nodes.first();
        QVERIFY(node.takesMail);
        QVERIFY(!node.smtpPort);
        QVERIFY(!node.ssh);
        QVERIFY(!node.installMinutes);
        QVERIFY(!read->site.schedule.start);
    }

    void aWrongEntryIsNamedByItsJsonPath_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("path");
        const auto site = [](const char* row, const QString& key, const QJsonValue& value, const char* id) {
            QTest::newRow(row) << with(smallSite(), key, value) << QString::fromLatin1(id) << u"$."_s + key;
        };
        const auto node = [](const char* row, const QString& key, const QJsonValue& value, const char* id,
                             const QString& below = {}) {
            QTest::newRow(row) << smallSite(with(smallNode(), key, value)) << QString::fromLatin1(id)
                               << u"$.nodes[0]."_s + key + below;
        };
        for (const char* key : {"format", "kind", "name", "sourceVersion", "targetVersion", "nodes"}) {
            QTest::newRow(qPrintable(u"no %1"_s.arg(QLatin1String(key))))
                << without(smallSite(), QString::fromLatin1(key)) << u"json-missing-key"_s
                << u"$."_s + QString::fromLatin1(key);
        }
        for (const char* key : {"name", "role", "address", "os", "access"}) {
            QTest::newRow(qPrintable(u"node without %1"_s.arg(QLatin1String(key))))
                << smallSite(without(smallNode(), QString::fromLatin1(key))) << u"json-missing-key"_s
                << u"$.nodes[0]."_s + QString::fromLatin1(key);
        }
        site("another format", u"format"_s, 2, "json-bad-value");
        site("format as text", u"format"_s, u"1"_s, "json-wrong-type");
        site("another kind", u"kind"_s, u"survey"_s, "json-bad-value");
        site("name is a number", u"name"_s, 7, "json-wrong-type");
        site("name is null", u"name"_s, QJsonValue::Null, "json-wrong-type");
        site("not a version", u"sourceVersion"_s, u"five"_s, "json-bad-value");
        site("version is a number", u"targetVersion"_s, 5.6, "json-wrong-type");
        site("nodes is an object", u"nodes"_s, QJsonObject{}, "json-wrong-type");
        site("rollback is a list", u"rollback"_s, QJsonArray{}, "json-wrong-type");
        QTest::newRow("node is a text")
            << with(smallSite(), u"nodes"_s, QJsonArray{u"mf1"_s}) << u"json-wrong-type"_s << u"$.nodes[0]"_s;
        QTest::newRow("schedule without offset")
            << with(smallSite(), u"schedule"_s, QJsonObject{{u"start"_s, u"2026-12-05T22:00"_s}})
            << u"json-bad-value"_s << u"$.schedule.start"_s;
        QTest::newRow("kept percent over 100")
            << with(smallSite(), u"mailLoad"_s, QJsonObject{{u"keptPercent"_s, 101}}) << u"json-bad-value"_s
            << u"$.mailLoad.keptPercent"_s;
        node("unknown role", u"role"_s, u"primary"_s, "json-bad-value");
        node("unknown os", u"os"_s, u"bsd"_s, "json-bad-value");
        node("unknown access", u"access"_s, u"telnet"_s, "json-bad-value");
        node("role is a number", u"role"_s, 1, "json-wrong-type");
        node("takesMail is a text", u"takesMail"_s, u"yes"_s, "json-wrong-type");
        node("smtp port 0", u"smtpPort"_s, 0, "json-bad-value");
        node("smtp port 65536", u"smtpPort"_s, 65536, "json-bad-value");
        node("smtp port 25.5", u"smtpPort"_s, 25.5, "json-bad-value");
        node("no minutes", u"installMinutes"_s, 0, "json-bad-value");
        node("more than a day", u"installMinutes"_s, 1441, "json-bad-value");
        node("sync addresses are a text", u"syncAddresses"_s, u"192.0.2.1"_s, "json-wrong-type");
        node("a sync address is a number", u"syncAddresses"_s, QJsonArray{u"192.0.2.1"_s, 5},
             "json-wrong-type", u"[1]"_s);
        node("ssh is a text", u"ssh"_s, u"root"_s, "json-wrong-type");
        node("ssh port", u"ssh"_s, QJsonObject{{u"port"_s, 70000}}, "json-bad-value", u".port"_s);
        node("ssh auth", u"ssh"_s, QJsonObject{{u"auth"_s, u"rsa"_s}}, "json-bad-value", u".auth"_s);
        node("ssh jump", u"ssh"_s, QJsonObject{{u"jump"_s, u"a b"_s}}, "json-bad-value", u".jump"_s);
        node("service is null", u"service"_s, QJsonValue::Null, "json-wrong-type");
        node("a command is a list", u"service"_s, QJsonObject{{u"stop"_s, QJsonArray{}}}, "json-wrong-type",
             u".stop"_s);
    }
    void aWrongEntryIsNamedByItsJsonPath()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, id);
        QFETCH(QString, path);
        const Result<SiteRead> read = readJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, u"site-invalid"_s);
        QCOMPARE(pathsOf(read.error().causes), QStringList{path});
        QCOMPARE(read.error().causes.first().id, id);
        QVERIFY(read.error().render(Language::English).contains(path));
    }
    void allWrongEntriesAreNamedAtOnce()
    {
        const QJsonObject node = with(with(smallNode(), u"os"_s, 1), u"smtpPort"_s, u"25"_s);
        const Result<SiteRead> read = readJson(with(smallSite(node), u"sourceVersion"_s, u"x"_s));
        QVERIFY(!read.ok());
        QCOMPARE(pathsOf(read.error().causes),
                 QStringList({u"$.sourceVersion"_s, u"$.nodes[0].os"_s, u"$.nodes[0].smtpPort"_s}));
    }
    void whatIsAllowedIsSaid()
    {
        const Result<SiteRead> read = readJson(smallSite(with(smallNode(), u"access"_s, u"telnet"_s)));
        QVERIFY(read.error().render(Language::English).contains(u"ssh, files, manual"_s));
    }

    void aSecretIsRefusedWithoutShowingIt_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("path");
        const QString secret = u"hunter2!"_s;
        for (const QString& key : {u"password"_s, u"Passphrase"_s, u"sudoPassword"_s, u"secret"_s,
                                   u"privateKey"_s, u"apiToken"_s, u"PASSWD"_s}) {
            QTest::newRow(qPrintable(u"node "_s + key))
                << smallSite(with(smallNode(), key, secret)) << u"$.nodes[0]."_s + key;
            QTest::newRow(qPrintable(u"ssh "_s + key))
                << smallSite(with(smallNode(), u"ssh"_s, QJsonObject{{key, secret}}))
                << u"$.nodes[0].ssh."_s + key;
            QTest::newRow(qPrintable(u"site "_s + key)) << with(smallSite(), key, secret) << u"$."_s + key;
        }
        QTest::newRow("hidden deeper")
            << with(smallSite(), u"vault"_s,
                    QJsonArray{QJsonObject{{u"a"_s, QJsonObject{{u"password"_s, secret}}}}})
            << u"$.vault[0].a.password"_s;
        QTest::newRow("in the jump host")
            << smallSite(
                   with(smallNode(), u"ssh"_s, QJsonObject{{u"jump"_s, u"admin:hunter2!@10.0.0.9:22"_s}}))
            << u"$.nodes[0].ssh.jump"_s;
        QTest::newRow("in the admin URL")
            << smallSite(with(smallNode(), u"adminUrl"_s, u"https://admin:hunter2!@10.0.0.9/"_s))
            << u"$.nodes[0].adminUrl"_s;
    }
    void aSecretIsRefusedWithoutShowingIt()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, path);
        const Result<SiteRead> read = readJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, u"site-invalid"_s);
        QCOMPARE(pathsOf(read.error().causes), QStringList{path});
        QCOMPARE(read.error().causes.first().id, u"site-secret"_s);
        QVERIFY(!read.error().render(Language::English).contains(u"hunter2"_s));
    }
    void aWayToTheNodeWithoutSecretIsTaken_data()
    {
        QTest::addColumn<QString>("jump");
        QTest::addColumn<QString>("adminUrl");
        QTest::newRow("host alone") << u"10.0.0.9"_s << u"https://[fd00::1]:15080/"_s;
        QTest::newRow("user and port") << u"admin@10.0.0.9:22"_s << u"https://admin@mf1.example/"_s;
        QTest::newRow("IPv6") << u"admin@[fd00::9]:22"_s << u"https://mf1.example/a:b@c"_s;
        QTest::newRow("none") << QString() << QString();
    }
    void aWayToTheNodeWithoutSecretIsTaken()
    {
        QFETCH(QString, jump);
        QFETCH(QString, adminUrl);
        QJsonObject node = with(smallNode(), u"ssh"_s, QJsonObject{{u"jump"_s, jump}});
        const Result<SiteRead> read = readJson(smallSite(with(node, u"adminUrl"_s, adminUrl)));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().render(Language::English)));
        QCOMPARE(read->site.nodes.first().ssh->jump, jump);
        QCOMPARE(read->site.nodes.first().adminUrl, adminUrl);
    }

    void textThatIsNotJsonIsNamedByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::newRow("missing comma")
            << QByteArray("{\n  \"format\": 1\n  \"kind\": \"site\"\n}") << u"line 3, column"_s;
        QTest::newRow("lone backslash")
            << QByteArray("{\r\n\"a\": \"C:\\Program Files\"}") << u"line 2, column 9"_s;
        QTest::newRow("a text file") << QByteArray("REPLICA_SERVER_1 = 192.0.2.1\n") << u"line 1, column"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"line 1, column 1"_s;
        QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_s;
        QTest::newRow("blanks") << QByteArray(" \n\n") << u"line 1, column 1"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\n \"name\": \"\x96\x7b\"}") << u"line 2, column"_s;
        QTest::newRow("cut off") << QByteArray("{\n\"a\": [1, 2") << u"line 2, column"_s;
    }
    void textThatIsNotJsonIsNamedByLineAndColumn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        const Result<SiteRead> read = SiteFile::fromJson(bytes, {});
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, u"site-not-json"_s);
        const QString shown = read.error().render(Language::English);
        QVERIFY2(shown.contains(place), qPrintable(shown));
    }
    void theColumnCountsCharactersNotBytes()
    {
        const Result<SiteRead> read = SiteFile::fromJson("{\n\"名前\": ?}", {});
        QVERIFY(read.error().render(Language::English).contains(u"line 2, column 7"_s));
    }
    void aByteOrderMarkIsTolerated()
    {
        QVERIFY(SiteFile::fromJson("\xEF\xBB\xBF" + QJsonDocument(smallSite()).toJson(), {}).ok());
    }
    void aKeyThatStandsTwiceCountsOnce()
    {
        QByteArray json = QJsonDocument(smallSite()).toJson();
        json.replace("\"kind\": \"site\"", "\"kind\": \"site\", \"kind\": \"site\"");
        QVERIFY(SiteFile::fromJson(json, {}).ok());
    }
    void aDraftWithEmptyEntriesOpensWithWarnings()
    {
        Site draft;
        draft.nodes.append(Node());
        const Result<SiteRead> read = SiteFile::fromJson(SiteFile::toJson(draft), {});
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().render(Language::English)));
        QVERIFY(read->site == draft);
        QCOMPARE(pathsOf(read->findings),
                 QStringList({u"$.name"_s, u"$.sourceVersion"_s, u"$.targetVersion"_s, u"$.nodes[0].name"_s,
                              u"$.nodes[0].address"_s}));
    }
    void manyNodesAreReadForTheChecksToJudge()
    {
        QJsonArray nodes;
        for (int i = 0; i < 17; ++i)
            nodes.append(smallNode());
        const Result<SiteRead> read = readJson(with(smallSite(), u"nodes"_s, nodes));
        QVERIFY(read.ok());
        QCOMPARE(read->site.nodes.size(), 17);
    }

    void hostileTextsSurviveTheFile_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("shell") << u"$(rm -rf /) `id` ; ' \" \\"_s;
        QTest::newRow("line ends") << u"a\r\nb\tc"_s;
        QTest::newRow("control characters") << u"\u0001\u001b[31m\u007f"_s;
        QTest::newRow("bidi") << u"a\u202Eb\u2066c"_s;
        QTest::newRow("placeholders") << u"%1 %n %%"_s;
        QTest::newRow("Japanese and beyond the BMP") << u"本社 𠮷 😀"_s;
        QTest::newRow("JSON") << u"\", \"role\": \"slave"_s;
        QTest::newRow("long") << QString(100'000, u'x');
    }
    void hostileTextsSurviveTheFile()
    {
        QFETCH(QString, text);
        Site site = readJson(smallSite())->site;
        site.name = text;
        site.nodes[0].name = text;
        site.nodes[0].service.stop = text;
        site.nodes[0].config = text;
        site.nodes[0].unknown.insert(u"x" + text, text);
        const Result<SiteRead> again = SiteFile::fromJson(SiteFile::toJson(site), site.directory);
        QVERIFY(again.ok());
        QVERIFY(again->site == site);
    }
    void aHostileUnknownKeyIsShownSafely()
    {
        const Result<SiteRead> read = readJson(with(smallSite(), u"a\u202E\nb"_s, 1));
        QVERIFY(read.ok());
        QCOMPARE(read->findings.first().path, u"$.a<U+202E><U+000A>b"_s);
    }

    void aFileThatIsTooLargeIsRefused()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"site.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(4 * 1024 * 1024 + 1));
        file.close();
        const Result<SiteRead> read = SiteFile::read(path);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, u"file-too-large"_s);
    }
    void aMissingFileIsSaid()
    {
        QCOMPARE(SiteFile::read(u"/nowhere/site.json"_s).error().code, u"file-missing"_s);
    }
    void anUnwritablePlaceIsSaidAndNothingIsLeft()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"missing/site.json"_s);
        const Status status = SiteFile::write(path, readJson(smallSite())->site);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, u"file-unwritable"_s);
        QVERIFY(!QFile::exists(path));
    }
    void savedElsewhereTheFilesAreStillFound()
    {
        QTemporaryDir dir;
        Site site = SiteFile::read(dataDir + u"/three-nodes/site.json"_s)->site;
        const QString path = dir.filePath(u"site.json"_s);
        QVERIFY(SiteFile::write(path, site).ok());
        const Result<SiteRead> again = SiteFile::read(path);
        QVERIFY(again.ok());
        QCOMPARE(again->site.absolutePath(again->site.nodes[1].config),
                 site.absolutePath(site.nodes[1].config));
    }
    void savedInPlaceRelativePathsStay()
    {
        QTemporaryDir dir;
        Site site = readJson(smallSite(with(smallNode(), u"config"_s, u"mf1/mf_replica.def"_s)))->site;
        site.directory = dir.path();
        const QString path = dir.filePath(u"site.json"_s);
        QVERIFY(SiteFile::write(path, site).ok());
        QCOMPARE(SiteFile::read(path)->site.nodes[0].config, u"mf1/mf_replica.def"_s);
    }
};

QTEST_GUILESS_MAIN(TestSiteFile)
#include "tst_sitefile.moc"
