#include "../explore/SceneFiles.h"
#include "../unit/RehearsalSamples.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    int status = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// The program without a display, as on a server.
Answer call(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(QString::fromLatin1(BUILD_DIR "/replica-upgrade-wizard"), arguments);
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A site of an operator's own: one node by SSH that nobody may ask, one by hand, ports of its own.
QByteArray ownSite()
{
    return R"({"format":1,"kind":"site","name":"Honsha","sourceVersion":"5.20R01","targetVersion":"5.60R01","nodes":[
{"name":"tokyo-mf","role":"master","address":"192.0.2.71","os":"linux","access":"ssh","ssh":{"user":"root","port":1},"installDir":"/opt/mf","versionCommand":"cat /opt/mf/VERSION",
 "service":{"start":"s on","stop":"s off","status":"s st","bootOff":"b off","bootOn":"b on","bootStatus":"b st"},"installCommand":"/root/i --silent","installMinutes":7},
{"name":"osaka-mf","role":"slave","address":"192.0.2.72","os":"linux","access":"manual","config":"osaka.def","installDir":"/opt/mf","installMinutes":7}]})";
}

QJsonObject factOf(const QJsonValue& value)
{
    return {{u"value"_s, value}, {u"source"_s, u"detected"_s}, {u"detail"_s, u""_s}};
}

/// What a survey found at that site: start at boot is off at one node, mail waits at the other, a port is filtered already.
QByteArray ownSurvey()
{
    const auto node = [](const QString& name, const QByteArray& config, const QJsonObject& facts) {
        return QJsonObject{
            {u"name"_s, name},
            {u"reachable"_s, true},
            {u"config"_s,
             QJsonObject{{u"path"_s, u"/opt/mf/conf/mf_replica.def"_s},
                         {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(config, QCryptographicHash::Sha256).toHex())},
                         {u"base64"_s, QString::fromLatin1(config.toBase64())}}},
            {u"facts"_s, facts}};
    };
    const QJsonObject tokyo{{u"bootStart"_s, factOf(u"off"_s)},
                            {u"serviceState"_s, factOf(u"running"_s)},
                            {u"clockSkewSeconds"_s, factOf(0)}};
    const QJsonObject osaka{{u"queueFiles"_s, factOf(300)},
                            {u"queueBytes"_s, factOf(300 * 100 * 1024)},
                            {u"freeDiskBytes"_s, factOf(20LL * 1024 * 1024 * 1024)}};
    const QJsonObject link{{u"from"_s, u"osaka-mf"_s}, {u"to"_s, u"tokyo-mf"_s}, {u"family"_s, u"ipv4"_s},
                           {u"port"_s, 15555},         {u"state"_s, u"filtered"_s}};
    return QJsonDocument(
               QJsonObject{{u"format"_s, 1},
                           {u"kind"_s, u"survey"_s},
                           {u"takenAt"_s, u"2026-12-01T10:00:00+09:00"_s},
                           {u"nodes"_s, QJsonArray{node(u"tokyo-mf"_s, "REPLICA_SERVER_1 = 192.0.2.72:15555\nENABLE_REP_DATA = ON\n", tokyo),
                                                   node(u"osaka-mf"_s, "REPLICA_SERVER_1 = 192.0.2.71:15555\nENABLE_REP_DATA = ON\n", osaka)}},
                           {u"links"_s, QJsonArray{link}},
                           {u"findings"_s, QJsonArray()}})
        .toJson();
}

} // namespace

/// `rehearse`: the contract's keys and exit statuses, on the sample and on a site of one's own.
class TestRehearseVerb : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString path(const QString& name) const { return m_dir.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void initTestCase()
    {
        write(u"site.json"_s, ownSite());
        write(u"osaka.def"_s, "REPLICA_SERVER_1 = 192.0.2.71:15555\nENABLE_REP_DATA = ON\n");
    }

    void theSampleIsPlayedToItsEndWithEveryKeyOfTheContract_data()
    {
        QTest::addColumn<QString>("procedure");
        for (const char* kind : {"stop-mail-flow", "block-sync-ports", "block-peer-traffic"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void theSampleIsPlayedToItsEndWithEveryKeyOfTheContract()
    {
        QFETCH(QString, procedure);
        const Answer answer = call({u"rehearse"_s, u"--procedure"_s, procedure, u"--json"_s});
        QCOMPARE(answer.status, 0);
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"format"_s].toInt(), 1);
        QCOMPARE(json[u"kind"_s].toString(), u"rehearsal"_s);
        QCOMPARE(json[u"outcome"_s].toString(), u"done"_s);
        QCOMPARE(json[u"procedure"_s].toString(), procedure);
        QVERIFY(json[u"violations"_s].isArray() && json[u"violations"_s].toArray().isEmpty());
        QVERIFY(json[u"steps"_s].toArray().size() > 20);
        const int accepted = json[u"mailAccepted"_s].toInt();
        QVERIFY(accepted > 1000);
        QCOMPARE(json[u"mailDelivered"_s].toInt(), accepted);
        QCOMPARE(json[u"mailArchived"_s].toInt(), accepted);
        QCOMPARE(json[u"mailLost"_s].toInt(-1), 0);
        QVERIFY(json.contains(u"queuePeakBytes"_s));
    }
    void theSameSeedGivesTheSameToTheByteAndAnotherAnother()
    {
        const QStringList seeded{u"rehearse"_s, u"--json"_s, u"--faults"_s,
                                 u"node-reboots@stop-service-mf2"_s, u"--seed"_s};
        const auto play = [&](const QString& seed, const QString& journal) {
            return call(seeded + QStringList{seed, u"--journal"_s, path(journal)});
        };
        const Answer one = play(u"7"_s, u"one.jsonl"_s), two = play(u"7"_s, u"two.jsonl"_s);
        QCOMPARE(one.status, 0);
        QCOMPARE(one.out, two.out);
        QVERIFY(!readFile(path(u"one.jsonl"_s)).isEmpty());
        QCOMPARE(readFile(path(u"one.jsonl"_s)), readFile(path(u"two.jsonl"_s)));
        QVERIFY(play(u"8"_s, u"three.jsonl"_s).out != one.out);
    }
    void theAccountForPeopleTellsWhatEachFaultLedTo_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("English") << u"en"_s << u"REHEARSAL"_s;
        QTest::newRow("Japanese") << u"ja"_s << u"リハーサル"_s;
    }
    void theAccountForPeopleTellsWhatEachFaultLedTo()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        const Answer answer = call(
            {u"rehearse"_s, u"--lang"_s, language, u"--faults"_s, u"installer-lies@run-installer-mf2"_s});
        QCOMPARE(answer.status, 0);
        const QString out = QString::fromUtf8(answer.out);
        for (const QString& part :
             {word, u"mf2"_s, u"192.0.2.12"_s, u"5.60R01"_s, u"--faults installer-lies@run-installer-mf2"_s})
            QVERIFY2(QString(out).remove(u'\'').contains(part), qPrintable(part));
        // That the version was read and found unchanged stands in the fault's story.
        const QString story = out.mid(out.indexOf(u"(mf2"_s));
        QVERIFY2(story.contains(u"5.20R01"_s), qPrintable(out));
    }
    void aKilledProgramIsStartedAgainAndFinishes()
    {
        const Answer answer = call({u"rehearse"_s, u"--json"_s, u"--faults"_s, u"killed-amid@#40"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json()[u"outcome"_s].toString(), u"done"_s);
    }
    void anOperatorWhoHoldsLeavesASafeHold()
    {
        const Answer answer =
            call({u"rehearse"_s, u"--json"_s, u"--faults"_s, u"operator-declines@run-installer-mf3"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json()[u"outcome"_s].toString(), u"safe-hold"_s);
    }
    void whatCantBePlayedIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char* name, const QStringList& options, int status, const char* finding) {
            QTest::newRow(name) << options << status << QString::fromLatin1(finding);
        };
        row("an unknown fault", {u"--faults"_s, u"nonsense@block-mf2"_s}, 2, "faults-unreadable");
        row("no step", {u"--faults"_s, u"node-reboots"_s}, 2, "faults-unreadable");
        row("an unknown step", {u"--faults"_s, u"node-reboots@nowhere"_s}, 2, "faults-unreadable");
        row("a seed that is no number", {u"--seed"_s, u"x"_s}, 2, "usage-seed");
        row("an unknown procedure", {u"--procedure"_s, u"none"_s}, 2, "usage-procedure-unknown");
        row("no such site", {u"--site"_s, u"/nowhere/site.json"_s}, 2, "");
        row("a survey without its site", {u"--survey"_s, u"/nowhere.json"_s}, 2, "usage-site-missing");
        row("a procedure that the site forbids", {u"--procedure"_s, u"disable-settings-sync"_s}, 3,
            "data-sync-forbids-disable");
    }
    void whatCantBePlayedIsRefused()
    {
        QFETCH(QStringList, options);
        QFETCH(int, status);
        QFETCH(QString, finding);
        const Answer answer = call(QStringList{u"rehearse"_s, u"--json"_s} + options);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.err.isEmpty());
        const QJsonObject json = answer.json();
        QVERIFY(!json.contains(u"steps"_s));
        QStringList found;
        for (const QJsonValue& one : json[u"findings"_s].toArray())
            found.append(one[u"id"_s].toString());
        QVERIFY2(!found.isEmpty() && (finding.isEmpty() || found.contains(finding)),
                 qPrintable(found.join(u' ')));
    }
    void anOwnSiteIsPlayedWithItsNamesAndPortsAndNobodyIsAsked()
    {
        // The node by SSH has port 1: whoever asked it would fail.
        const Answer answer = call({u"rehearse"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s,
                                    u"stop-mail-flow"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(answer.status, 0);
        for (const char* part : {"Honsha", "tokyo-mf", "osaka-mf", "192.0.2.72", "15555"})
            QVERIFY2(answer.out.contains(part), part);
    }
    void aSurveyOfTheOwnSiteIsPlayedWithWhatItFound()
    {
        write(u"survey.json"_s, ownSurvey());
        const QStringList plain{u"rehearse"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s, u"stop-mail-flow"_s};
        const QStringList surveyed = plain + QStringList{u"--survey"_s, path(u"survey.json"_s)};
        const Answer answer = call(surveyed + QStringList{u"--json"_s});
        QVERIFY2(answer.status == 0, answer.err.constData());
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"outcome"_s].toString(), u"done"_s);
        QVERIFY(json[u"violations"_s].toArray().isEmpty());
        // The mail that waited is carried over with the rest.
        QVERIFY(json[u"queuePeakBytes"_s].toInteger() >= 300 * 100 * 1024);
        QCOMPARE(json[u"mailArchived"_s].toInt(), json[u"mailAccepted"_s].toInt());
        QCOMPARE(json[u"mailLost"_s].toInt(), 0);
        // What nobody looked at is said, what somebody found is not.
        const Answer words = call(surveyed + QStringList{u"--lang"_s, u"en"_s});
        QVERIFY(words.out.contains("osaka-mf: the service runs"));
        QVERIFY(words.out.contains("osaka-mf: start at boot is on"));
        QVERIFY(!words.out.contains("the queue is empty"));
        QVERIFY(!words.out.contains("they reach each other on every sync port"));
        const Answer unseen = call(plain + QStringList{u"--lang"_s, u"en"_s});
        QVERIFY(unseen.out.contains("tokyo-mf, osaka-mf: the service runs"));
        QVERIFY(unseen.out.contains("osaka-mf: the queue is empty"));
        QVERIFY(unseen.out.contains("they reach each other on every sync port"));
    }
    /// What the explorer finds is played again by the program, to the byte.
    void aSceneOfTheExplorerIsPlayedAgainFromItsFiles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("mixed");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("outcome");
        using Kind = ruw::ProcedureKind;
        QTest::newRow("held and resumed") << int(Kind::BlockSyncPorts) << false
                                          << u"operator-declines@stop-service-mf2,killed-amid@#40"_s << u"done"_s;
        QTest::newRow("mixed, strikes elsewhere") << int(Kind::StopMailFlow) << true
                                                  << u"node-reboots@midway:run-installer-mf1/mf2"_s << u"done"_s;
        QTest::newRow("gone back") << int(Kind::BlockPeerTraffic) << false
                                   << u"operator-goes-back@return-node-mf1,node-reboots@undo:boot-start-on-mf1/mf2"_s
                                   << u"rolled-back"_s;
    }
    void aSceneOfTheExplorerIsPlayedAgainFromItsFiles()
    {
        QFETCH(int, kind);
        QFETCH(bool, mixed);
        QFETCH(QString, faults);
        QFETCH(QString, outcome);
        ruw::samples::SiteShape shape;
        shape.slaves = 1;
        shape.mixed = mixed;
        const auto rehearsal = ruw::samples::rehearsal(shape, ruw::ProcedureKind(kind));
        QVERIFY(rehearsal);
        const ruw::FaultPlan plan = ruw::FaultPlan::parse(faults).value();
        const QString folder = path(u"scene %1"_s.arg(kind));
        QVERIFY(explore::writeScene(rehearsal->facts(), folder));
        const QString journal = path(u"scene-%1.jsonl"_s.arg(kind));
        const Answer answer = call(explore::replay(*rehearsal, folder, 7, plan) + QStringList{u"--journal"_s, journal, u"--json"_s});
        QVERIFY2(answer.status == 0, answer.err.constData());
        QCOMPARE(answer.json()[u"outcome"_s].toString(), outcome);
        const ruw::RehearsalResult here = rehearsal->play({7, plan, true, true});
        QCOMPARE(ruw::outcomeCode(here.outcome), outcome);
        // The first record says where the site's file lies, and each carries the hash of the one before.
        const auto course = [](const QByteArray& bytes) {
            static const QRegularExpression chain(u"\"prev\":\"[0-9a-f]*\""_s);
            return QString::fromUtf8(bytes.mid(bytes.indexOf('\n'))).remove(chain);
        };
        QVERIFY(course(here.journal).size() > 5000);
        QVERIFY(course(readFile(journal)) == course(here.journal));
    }
    void theFaultsAreListed()
    {
        const Answer words = call({u"rehearse"_s, u"--list-faults"_s, u"--lang"_s, u"ja"_s});
        QCOMPARE(words.status, 0);
        QVERIFY(words.out.contains("installer-starts-service"));
        const QJsonArray faults =
            call({u"rehearse"_s, u"--list-faults"_s, u"--json"_s}).json()[u"faults"_s].toArray();
        QCOMPARE(faults.size(), words.out.count('\n'));
    }
    void itsJournalCantBeTakenForARealRunsAndItsPaperSaysSo()
    {
        const QString journal = path(u"rehearsal.jsonl"_s), report = path(u"report.html"_s);
        QCOMPARE(
            call({u"rehearse"_s, u"--journal"_s, journal, u"--faults"_s, u"operator-declines@block-mf2"_s})
                .status,
            0);
        const QByteArray before = readFile(journal);
        QVERIFY(before.startsWith("{") && before.contains("rehearsal-journal"));
        const Answer resumed = call({u"resume"_s, u"--journal"_s, journal, u"--lang"_s, u"en"_s});
        QCOMPARE(resumed.status, 2);
        QVERIFY(resumed.err.contains("rehearsal"));
        QCOMPARE(readFile(journal), before);
        QCOMPARE(call({u"evidence"_s, u"--journal"_s, journal, u"-o"_s, report, u"--lang"_s, u"en"_s}).status,
                 0);
        QVERIFY(readFile(report).contains("REHEARSAL"));
        QVERIFY(readFile(report).contains("the journal does not keep which faults were picked"));
        // A journal is never overwritten, by a rehearsal either.
        QCOMPARE(call({u"rehearse"_s, u"--journal"_s, journal}).status, 1);
        QCOMPARE(readFile(journal), before);
    }
};

QTEST_GUILESS_MAIN(TestRehearseVerb)
#include "tst_rehearseverb.moc"
