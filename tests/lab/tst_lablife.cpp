// Labs come and go beside each other, and whatever becomes of one, it leaves nothing on this machine.

#include "LabOperator.h"
#include "LabSite.h"
#include "LabTraces.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace labtest;

class TestLabLife : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void labsLiveSideBySide();
    void aLabThatIsDownLeavesNothing();
    void aLabThatFailedHalfWayLeavesNothing();
    void aLabWhoseOwnerDiedIsSweptUp();
};

void TestLabLife::initTestCase()
{
    if (const QString why = LabSite::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
}

void TestLabLife::labsLiveSideBySide()
{
    LabSite first({.nodes = 1});
    QVERIFY2(first.up(), qPrintable(first.why()));
    // Both have a node of the same address; each operator reaches its own.
    LabSite other({.nodes = 1, .source = u"4.90R01"_s});
    QVERIFY2(other.up(), qPrintable(other.why()));
    QCOMPARE(ssh(other, u"mf1"_s, u"cat /usr/local/mfilter4/VERSION"_s).out.trimmed(),
             "m-FILTER stand-in Ver.4.90R01");
    QCOMPARE(ssh(first, u"mf1"_s, u"cat /usr/local/mfilter5/VERSION"_s).out.trimmed(),
             "m-FILTER stand-in Ver.5.20R01");
    // A new major version goes to a folder of its own.
    QCOMPARE(other.version(u"mf1"_s), u"4.90R01"_s);
    QCOMPARE(words(other.run(u"mf1"_s, "/root/installer.bin --silent >/dev/null && systemctl start mfilter")),
             u"0 [] []"_s);
    QCOMPARE(other.version(u"mf1"_s), u"5.60R01"_s);
    QCOMPARE(other.run(u"mf1"_s, "settings-sync status && ss -ltn | grep -c :14047").out, "enabled\n1\n");
    other.down();
    QCOMPARE(ssh(first, u"mf1"_s, u"hostname"_s).out, "mf1\n");
}

void TestLabLife::aLabThatIsDownLeavesNothing()
{
    const QStringList before = tracesOnThisMachine();
    QVERIFY(before.size() > 50);
    LabSite lab({.nodes = 2, .delay = 20});
    QVERIFY2(lab.up(), qPrintable(lab.why()));
    QVERIFY(processesOf(lab.name()) > 0);
    QVERIFY(!newTraces(before).isEmpty()); // so the comparison can fail
    lab.down();
    QTRY_COMPARE_WITH_TIMEOUT(newTraces(before), QStringList(), patience);
    QCOMPARE(processesOf(lab.name()), 0);
}

void TestLabLife::aLabThatFailedHalfWayLeavesNothing()
{
    const QStringList before = tracesOnThisMachine();
    QTemporaryDir broken;
    QVERIFY(QFile::copy(QStringLiteral(BUILD_DIR "/tests/lab/mfilter-standin"),
                        broken.filePath(u"mfilter-standin"_s)));
    QVERIFY(QFile::copy(u"/bin/false"_s, broken.filePath(u"delaybridge"_s)));
    QProcess up;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUW_LAB_BIN"_s, broken.path());
    up.setProcessEnvironment(environment);
    up.start(QStringLiteral(TESTS_DIR "/lab.sh"), {u"up"_s, u"--name"_s, u"broken%1"_s.arg(::getpid()),
                                                   u"--nodes"_s, u"1"_s, u"--delay"_s, u"9"_s});
    QVERIFY(up.waitForFinished(60'000));
    QCOMPARE(up.exitCode(), 1);
    QVERIFY(up.readAllStandardError().contains("the delay could not be made"));
    QTRY_COMPARE_WITH_TIMEOUT(newTraces(before), QStringList(), patience);
    QCOMPARE(processesOf(u"broken%1"_s.arg(::getpid())), 0);
}

void TestLabLife::aLabWhoseOwnerDiedIsSweptUp()
{
    const QStringList before = tracesOnThisMachine();
    {
        // The keeper itself is killed: `down` still finds what it left.
        LabSite lab({.nodes = 1});
        QVERIFY2(lab.up(), qPrintable(lab.why()));
        const int keeper = fileContents(lab.directory() + u"/outer.pid"_s).split(' ').value(0).toInt();
        QVERIFY(keeper > 1 && ::kill(keeper, SIGKILL) == 0);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(u"/proc/%1"_s.arg(keeper)), patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(newTraces(before), QStringList(), patience);
    QProcess owner;
    owner.start(u"sleep"_s, {u"1000"_s});
    QVERIFY(owner.waitForStarted());
    QProcess up;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUW_LAB_BIN"_s, QStringLiteral(BUILD_DIR "/tests/lab"));
    up.setProcessEnvironment(environment);
    up.start(QStringLiteral(TESTS_DIR "/lab.sh"),
             {u"up"_s, u"--name"_s, u"orphan%1"_s.arg(::getpid()), u"--nodes"_s, u"1"_s, u"--owner"_s,
              QString::number(owner.processId())});
    QVERIFY(up.waitForFinished(60'000));
    QCOMPARE(up.exitCode(), 0);
    QVERIFY(processesOf(u"orphan%1"_s.arg(::getpid())) > 0);
    owner.kill();
    owner.waitForFinished();
    QTRY_COMPARE_WITH_TIMEOUT(processesOf(u"orphan%1"_s.arg(::getpid())), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(newTraces(before), QStringList(), patience);
}

QTEST_GUILESS_MAIN(TestLabLife)
#include "tst_lablife.moc"
