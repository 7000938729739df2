#include "ShellMachine.h"

#include "core/access/ssh/RemoteScript.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/AnswerSurvey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::basicTools;
using samples::Machine;
using samples::onlyTools;
using samples::Port;

namespace {

const QString hostileName = u"-in 'st \"$(touch pwned)\" `touch pwned` \n; touch pwned; # \u5009\u5EAB"_s;

void write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Everything below a folder, with types, sizes and times.
QStringList snapshot(const QString& folder)
{
    QStringList out;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QFileInfo info = it.fileInfo();
        out.append(u"%1 %2 %3 %4"_s.arg(info.filePath())
                       .arg(info.size())
                       .arg(info.lastModified().toMSecsSinceEpoch())
                       .arg(int(info.permissions())));
    }
    out.sort();
    return out;
}

} // namespace

/// The scripts that read a node, run by the shells of this machine on made-up trees, and what their answers mean.
class TestNodeQuery : public QObject {
    Q_OBJECT
private:
    static void shells()
    {
        QTest::addColumn<QStringList>("shell");
        for (const char* name : {"dash", "bash", "busybox"}) {
            const QString file = QStandardPaths::findExecutable(QString::fromLatin1(name));
            if (!file.isEmpty())
                QTest::newRow(name) << (qstrcmp(name, "busybox") == 0 ? QStringList{file, u"sh"_s}
                                                                      : QStringList{file});
        }
    }

private slots:
    void everyFactIsTrueAndNothingIsChanged_data() { shells(); }
    void everyFactIsTrueAndNothingIsChanged()
    {
        QFETCH(QStringList, shell);
        QTemporaryDir dir;
        const QString install = dir.filePath(hostileName);
        // CP932 with a backslash as second byte, NUL, every byte, line ends at the end
        QByteArray bytes = "# \x83\x5C\x94\x5C\r\nENABLE_REP_DATA = ON\r\n";
        for (int i = 0; i < 256; ++i)
            bytes += char(i);
        bytes += "\n\n\n";
        write(install + u"/conf/mf_replica.def"_s, bytes);
        write(install + u"/queue $(x)/a\n99 1"_s, QByteArray(1000, 'a'));
        write(install + u"/queue $(x)/sub/-rf"_s, QByteArray(24, 'b'));
        write(install + u"/'installer'"_s, "install");
        const Port open(true), closed(false);

        NodeQuery query;
        query.asks = NodeQuery::everything();
        query.installDir = install;
        query.queueDir = install + u"/queue $(x)"_s;
        query.installer = install + u"/'installer'"_s;
        query.versionCommand = u"echo 'm-FILTER Ver.5.31R01 \"build\" 7' >&2; exit 5"_s;
        query.serviceStatus = u"printf '@end\\n=0\\n\\0'; exit 3"_s;
        query.bootStatus = u"true"_s;
        query.settingsSyncStatus = u"exit 9"_s;
        const QStringList before = snapshot(dir.path());
        const NodeAnswer answer = Machine{shell, {}, dir.path()}.ask(query);
        QCOMPARE(snapshot(dir.path()), before);
        QVERIFY(answer.isComplete());

        const Result<QByteArray> config = answerfacts::config(answer, u"mf1:x"_s);
        QVERIFY(config.ok());
        QCOMPARE(*config, bytes);
        NodeSurvey survey;
        answerfacts::take(survey, answer, query);
        QCOMPARE(survey.hostname.value, QSysInfo::machineHostName());
        QVERIFY(survey.os.known() && !survey.os.value->contains(u'"'));
        QCOMPARE(survey.clockSkewSeconds.value, 0);
        QCOMPARE(survey.installDir.value, install);
        QCOMPARE(survey.version.value, u"5.31R01"_s);
        QVERIFY(survey.serviceState.value == ServiceState::Stopped);
        QVERIFY(survey.bootStart.value == BootStart::On);
        QVERIFY(!survey.settingsSync.known());
        QVERIFY(survey.settingsSync.detail.render(Language::English).contains(u"exit status 9"_s));
        QVERIFY(survey.listeningPorts.value.value_or(QList<int>()).contains(open.number()));
        QVERIFY(!survey.listeningPorts.value->contains(closed.number()));
        QCOMPARE(survey.queueFiles.value, 2);
        QCOMPARE(survey.queueBytes.value, 1024);
        QVERIFY(survey.freeDiskBytes.value.value_or(0) > 0);
        const auto queue = answerfacts::queue(answer, query);
        QVERIFY(std::abs(queue.value->oldestSecs - QDateTime::currentSecsSinceEpoch()) < 60);
        QCOMPARE(
            survey.installerSha256.value,
            QString::fromLatin1(QCryptographicHash::hash("install", QCryptographicHash::Sha256).toHex()));
        QVERIFY(survey.systemd.known());
        QVERIFY(survey.firewall.known());
        const QList<Finding> findings = answerfacts::findings(survey, answer, query);
        QCOMPARE(findings.size(), ::geteuid() == 0 ? 1 : 2);
        QCOMPARE(findings.first().id, u"survey-command-failed"_s);
    }
    void aScriptWithEverythingInItFitsIntoOneRequest()
    {
        NodeQuery query;
        query.asks = NodeQuery::everything();
        const QString path(300, u'x');
        query.installDir = query.queueDir = query.installer = path;
        query.versionCommand = query.serviceStatus = query.bootStatus = query.settingsSyncStatus =
            uR"(sh -c 'some "command"'; )"_s.repeated(20);
        const RemoteScript request(query.script(), true);
        qInfo("%lld bytes of at most %lld", qint64(request.request().size()),
              qint64(RemoteScript::longestRequest));
        QVERIFY(request.fits());
        QList<ReachTarget> targets;
        for (int i = 0; i < 15 * 4; ++i) {
            targets.append({u"2001:db8:1234:5678:9abc:def0:1234:%1"_s.arg(1000 + i),
                            IpFamily::Ipv6,
                            {14042, 14043, 14044, 14045, 14046, 14047, 14083}});
        }
        QVERIFY(RemoteScript(NodeQuery::reaching(targets).script(), false).fits());
    }

    void aConfigThatCantBeReadSaysWhy_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        for (const char* name : {"dash", "busybox"}) {
            const QString file = QStandardPaths::findExecutable(QString::fromLatin1(name));
            if (file.isEmpty())
                continue;
            const QStringList shell =
                qstrcmp(name, "busybox") == 0 ? QStringList{file, u"sh"_s} : QStringList{file};
            const auto row = [&](const char* kind, const char* code) {
                QTest::addRow("%s, %s", name, kind)
                    << shell << QString::fromLatin1(kind) << QString::fromLatin1(code);
            };
            row("missing", "file-missing");
            row("missing folder", "file-missing");
            row("folder", "file-not-regular");
            row("fifo", "file-not-regular");
            row("unreadable", "file-unreadable");
            row("unreadable folder", "file-unreadable");
            row("too large", "file-too-large");
            row("as large as allowed", "");
            row("empty", "");
            row("changing", "file-changing");
        }
    }
    void aConfigThatCantBeReadSaysWhy()
    {
        QFETCH(QStringList, shell);
        QFETCH(QString, kind);
        QFETCH(QString, code);
        QTemporaryDir dir;
        QFile::setPermissions(dir.path(), QFile::Permissions(0x7755));
        Machine machine{shell, {}, dir.path()};
        const QString conf = dir.filePath(u"conf"_s);
        const QString path = conf + u"/mf_replica.def"_s;
        QByteArray bytes;
        if (kind != "missing folder"_L1)
            QVERIFY(QDir().mkpath(conf));
        if (kind == "folder"_L1)
            QVERIFY(QDir().mkpath(path));
        if (kind == "fifo"_L1)
            QCOMPARE(::mkfifo(path.toUtf8().constData(), 0600), 0);
        if (kind.startsWith("unreadable"_L1)) {
            write(path, "secret");
            const bool folder = kind.endsWith("folder"_L1);
            QFile::setPermissions(folder ? conf : path, {});
            if (::geteuid() == 0) {
                // Root may read everything: somebody else is asked.
                if (QStandardPaths::findExecutable(u"setpriv"_s).isEmpty())
                    QSKIP("setpriv is needed to be somebody else");
                machine.shell =
                    QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s} +
                    shell;
            }
        }
        if (kind.endsWith("large"_L1) || kind.startsWith("as large"_L1))
            bytes = QByteArray(ReplicaConfig::sizeLimit + (kind == "too large"_L1 ? 1 : 0), '\xE8');
        if (kind == "changing"_L1) {
            // Whoever looks at the file sees another one each time.
            bytes = "a";
            write(dir.filePath(u"bin/cksum"_s), "#!/bin/sh\ndate +%N\n");
            QFile::setPermissions(dir.filePath(u"bin/cksum"_s), QFile::Permissions(0x7755));
            machine.path = dir.filePath(u"bin:"_s) + qEnvironmentVariable("PATH");
        }
        if (!bytes.isEmpty() || kind == "empty"_L1)
            write(path, bytes);
        NodeQuery query;
        query.asks = Ask::Config;
        query.installDir = dir.path();
        const NodeAnswer answer = machine.ask(query);
        QFile::setPermissions(conf, QFile::Permissions(0x7755));
        QVERIFY(answer.isComplete());
        const Result<QByteArray> config = answerfacts::config(answer, u"mf1:"_s + path);
        QCOMPARE(config.ok() ? QString() : config.error().code, code);
        if (config) {
            QVERIFY(*config == bytes);
        } else {
            QVERIFY(!config.error().remedy.isEmpty());
            QVERIFY(config.error().what.render(Language::English).contains(path));
        }
    }

    void aCommandThatHangsMakesOnlyItsOwnFactUnknown_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("bare"); // without timeout, base64 and perl
        QTest::newRow("sleeps") << u"echo begun; sleep 60"_s << false;
        QTest::newRow("ignores being asked to end") << u"trap '' TERM; sleep 60; sleep 60"_s << false;
        QTest::newRow("talks without end") << u"while :; do echo y; done"_s << false;
        QTest::newRow("reads what nobody writes") << u"cat; sleep 60"_s << false;
        QTest::newRow("sleeps, bare machine") << u"echo begun; sleep 60; true"_s << true;
        QTest::newRow("talks without end, bare machine") << u"while :; do echo y; done"_s << true;
    }
    void aCommandThatHangsMakesOnlyItsOwnFactUnknown()
    {
        QFETCH(QString, command);
        QFETCH(bool, bare);
        QTemporaryDir dir;
        Machine machine;
        if (bare)
            machine.path = onlyTools(dir, basicTools);
        write(dir.filePath(u"conf/mf_replica.def"_s), "\x01\xFFx");
        NodeQuery query;
        query.asks = NodeQuery::everything();
        query.installDir = dir.path();
        query.queueDir = dir.path();
        query.commandSeconds = 1;
        query.serviceStatus = command;
        query.bootStatus = u"exit 1"_s;
        query.versionCommand = u"echo 4.85R02"_s;
        QElapsedTimer timer;
        timer.start();
        const NodeAnswer answer = machine.ask(query);
        QVERIFY2(timer.elapsed() < 12'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(answer.isComplete());
        const auto service = answerfacts::service(answer, query);
        QVERIFY(!service.known());
        QVERIFY(service.detail.render(Language::English).contains(u"did not end within 1 seconds"_s));
        QVERIFY(answerfacts::bootStart(answer, query).value == BootStart::Off);
        QCOMPARE(answerfacts::version(answer, query).value, u"4.85R02"_s);
        QCOMPARE(*answerfacts::config(answer, {}), QByteArray("\x01\xFFx"));
        QVERIFY(answerfacts::queue(answer, query).known());
    }
    void aCommandThatLeavesAChildBehindStillHasItsStatus()
    {
        NodeQuery query;
        query.asks = Ask::Service;
        query.commandSeconds = 1;
        query.serviceStatus = u"sleep 20 & exit 3"_s;
        QElapsedTimer timer;
        timer.start();
        const NodeAnswer answer = Machine().ask(query);
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(answerfacts::service(answer, query).value == ServiceState::Stopped);
    }
    void theOperatorsCommandsRunInTheirOwnEnvironment()
    {
        QTemporaryDir dir;
        Machine machine;
        machine.path = onlyTools(dir, basicTools + QStringList{u"base64"_s, u"timeout"_s});
        NodeQuery query;
        query.asks = Ask::Version;
        query.versionCommand = u"[ \"$PATH\" = '%1' ] && echo 5.00R01"_s.arg(machine.path);
        QCOMPARE(answerfacts::version(machine.ask(query), query).value, u"5.00R01"_s);
    }
    void aMachineWithHardlyAnyToolAnswersWhatItCan()
    {
        QTemporaryDir dir;
        Machine machine;
        machine.path = onlyTools(dir, {u"sh"_s, u"date"_s});
        machine.shell = {QStandardPaths::findExecutable(u"dash"_s)};
        NodeQuery query;
        query.asks = Ask::Machine | Ask::Config | Ask::Installer;
        query.installer = u"/etc/passwd"_s;
        const NodeAnswer answer = machine.ask(query);
        QVERIFY(answer.isComplete());
        NodeSurvey survey;
        answerfacts::take(survey, answer, query);
        QCOMPARE(survey.hostname.value, QSysInfo::machineHostName());
        QVERIFY(survey.os.known() && survey.clockSkewSeconds.known());
        QVERIFY(!answerfacts::config(answer, {}).ok() && !survey.installerSha256.known());
    }
    void onlyWhatIsAskedForIsLookedAt()
    {
        NodeQuery query;
        query.asks = Ask::Service;
        query.serviceStatus = u"true"_s;
        const NodeAnswer answer = Machine().ask(query);
        QVERIFY(answer.record("service"));
        for (const char* other : {"config", "hostname", "block.rules", "listening", "version"})
            QVERIFY2(!answer.record(other), other);
        QVERIFY(query.script().size() < NodeQuery::about({}, NodeQuery::everything()).script().size() / 2);
    }
};

QTEST_GUILESS_MAIN(TestNodeQuery)
#include "tst_nodequery.moc"
