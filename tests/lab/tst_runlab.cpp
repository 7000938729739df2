// A whole upgrade of real hosts by the verb `run`, step by step, and what becomes of it when something goes wrong.

#include "LabMail.h"
#include "LabSite.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 280'000; // ms; a whole upgrade of two nodes takes half a minute on an idle machine

/// The packet filter without its counters, and the files that a block of ours could leave.
QByteArray filterOf(const LabSite& lab, const QString& node)
{
    return lab
        .run(
            node,
            "nft -s list ruleset; iptables-save 2>/dev/null | grep -v '^#' | sed 's/\\[.*\\]//'; "
            "ls -d /etc/replica-upgrade-wizard /etc/systemd/system/replica-upgrade-block.service 2>/dev/null")
        .out;
}

} // namespace

class TestRunLab : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString journal() const
    {
        return m_dir.filePath(u"%1-%2.jsonl"_s.arg(QString::fromLatin1(QTest::currentTestFunction()),
                                                   QString::fromLatin1(QTest::currentDataTag())));
    }

    /// The lab's site with what makes the forecast small enough for its disks.
    static QString siteOf(const LabSite& lab)
    {
        QJsonObject site = lab.site();
        site.insert(u"mailLoad"_s,
                    QJsonObject{{u"mailsPerHour"_s, 200}, {u"meanMailKiB"_s, 50}, {u"keptPercent"_s, 50}});
        site.insert(u"rollback"_s, u"Restore the snapshots"_s);
        return lab.writeSite(site, u"run.json"_s);
    }

    LabSite::Ran wizard(const LabSite& lab, const QStringList& arguments, const QByteArray& answers) const
    {
        return lab.runAsOperator(QStringLiteral(BUILD_DIR "/replica-upgrade-wizard"),
                                 arguments + QStringList{u"--known-hosts"_s, lab.knownHosts(), u"--lang"_s,
                                                         u"en"_s, u"--checker"_s, u"Checker"_s, u"--doer"_s,
                                                         u"Doer"_s},
                                 answers, patience);
    }
    LabSite::Ran run(const LabSite& lab, const QString& procedure, const QByteArray& answers) const
    {
        return wizard(
            lab, {u"run"_s, u"--site"_s, siteOf(lab), u"--procedure"_s, procedure, u"--journal"_s, journal()},
            answers);
    }
    static QByteArray yes(int times = 400) { return QByteArray("y\n").repeated(times); }

private slots:
    void initTestCase()
    {
        if (const QString why = LabSite::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_dir.isValid());
    }

    void aWholeUpgradeEndsDoneAndLeavesNothingBehind_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<bool>("dataSync");
        QTest::addColumn<QByteArray>("installer");
        QTest::newRow("stop-autostart") << u"stop-mail-flow"_s << true << QByteArray("starts-service");
        QTest::newRow("disable") << u"disable-settings-sync"_s << false << QByteArray("normal");
        QTest::newRow("block-new-port")
            << u"block-sync-ports"_s << true
            << QByteArray("rewrites-config DATA_POP_SYNC_SERVER_PORT=15555\nstarts-service");
    }
    void aWholeUpgradeEndsDoneAndLeavesNothingBehind()
    {
        QFETCH(QString, procedure);
        QFETCH(bool, dataSync);
        QFETCH(QByteArray, installer);
        LabSite lab({.nodes = 2, .dataSync = dataSync});
        QVERIFY2(lab.up(), qPrintable(lab.why()));
        QVERIFY(lab.setInstaller(u"mf2"_s, installer));
        QMap<QString, QByteArray> before;
        for (const QString& node : lab.nodes())
            before.insert(node, filterOf(lab, node));

        const LabSite::Ran ran = run(lab, procedure, yes());
        QVERIFY2(ran.status == 0, ran.err.right(3000).constData());
        QCOMPARE(lab.alarms(), QByteArrayList()); // S1: no two versions ever talked
        for (const QString& node : lab.nodes()) {
            QCOMPARE(lab.version(node), u"5.60R01"_s);
            QCOMPARE(filterOf(lab, node), before.value(node));
            QCOMPARE(lab.run(node, "systemctl is-active mfilter; systemctl is-enabled mfilter").out,
                     QByteArray("active\nenabled\n"));
        }
        if (installer.contains("15555"))
            QVERIFY2(ran.err.contains("Extend the block on mf2"), ran.err.right(3000).constData());

        // The evidence is made from the journal alone.
        const QString report = m_dir.filePath(u"report.pdf"_s);
        QCOMPARE(lab.runAsOperator(QStringLiteral(BUILD_DIR "/replica-upgrade-wizard"),
                                   {u"evidence"_s, u"--journal"_s, journal(), u"-o"_s, report})
                     .status,
                 0);
        QVERIFY(QFile(report).size() > 10'000);
        QFile::remove(report);
    }

    void anInstallerThatDoesNotDoItsWorkIsNeverBelieved_data()
    {
        QTest::addColumn<QByteArray>("installer");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("remedy");
        QTest::newRow("fails, and is run by hand")
            << QByteArray("fails") << QByteArray("exit status 1") << QByteArray("manual");
    }
    void anInstallerThatDoesNotDoItsWorkIsNeverBelieved()
    {
        QFETCH(QByteArray, installer);
        QFETCH(QByteArray, said);
        LabSite lab({.nodes = 2});
        QVERIFY2(lab.up(), qPrintable(lab.why()));
        QVERIFY(lab.setInstaller(u"mf2"_s, installer));
        const LabSite::Ran ran = run(lab, u"block-sync-ports"_s, yes());
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("STOPPED at") && ran.err.contains(said), ran.err.right(3000).constData());
        // The isolation stands, and says so.
        QVERIFY(filterOf(lab, u"mf1"_s).contains("replica_upgrade"));
        QVERIFY(filterOf(lab, u"mf2"_s).contains("replica_upgrade"));
        QVERIFY(ran.err.contains("Sync communication is blocked on mf2"));
        QCOMPARE(lab.alarms(), QByteArrayList());

        // Somebody mends it; the same run goes on to its end.
        QVERIFY(lab.setInstaller(u"mf2"_s, "normal"));
        QFETCH(QByteArray, remedy);
        if (remedy != "retry")
            QCOMPARE(lab.run(u"mf2"_s, "/root/installer.bin --silent").status, 0);
        const LabSite::Ran resumed =
            wizard(lab, {u"resume"_s, u"--journal"_s, journal()}, remedy + "\n" + yes());
        QVERIFY2(resumed.status == 0 || resumed.status == 6, resumed.err.right(3000).constData());
        QCOMPARE(lab.version(u"mf2"_s), u"5.60R01"_s);
        QVERIFY(!filterOf(lab, u"mf1"_s).contains("replica_upgrade"));
        QCOMPARE(lab.alarms(), QByteArrayList());
    }

    void theBlockOutlivesAnInstallerThatRebootsTheNode()
    {
        LabSite lab({.nodes = 2});
        QVERIFY2(lab.up(), qPrintable(lab.why()));
        QVERIFY(lab.setInstaller(u"mf2"_s, "reboots"));
        const QByteArray boot = lab.boot(u"mf2"_s), before = filterOf(lab, u"mf2"_s);
        // While the node is away the run may find that it can't see what it rests on: then it stops and asks.
        LabSite::Ran ran = run(lab, u"block-sync-ports"_s, yes());
        QTRY_VERIFY2_WITH_TIMEOUT(!lab.boot(u"mf2"_s).isEmpty() && lab.boot(u"mf2"_s) != boot, "no reboot",
                                  LabSite::patience);
        for (const QByteArray& remedy : {QByteArray(), QByteArray("look\n"), QByteArray("manual\n")}) {
            if (ran.status == 0)
                break;
            QVERIFY2(filterOf(lab, u"mf2"_s).contains("replica_upgrade"), ran.err.right(3000).constData());
            ran = wizard(lab, {u"resume"_s, u"--journal"_s, journal()}, remedy + yes());
        }
        QVERIFY2(ran.status == 0, ran.err.right(3000).constData());
        QCOMPARE(lab.alarms(), QByteArrayList());
        QCOMPARE(lab.version(u"mf2"_s), u"5.60R01"_s);
        QCOMPARE(filterOf(lab, u"mf2"_s), before);
    }

    void goingBackBeforeTheInstallerUndoesEverything()
    {
        LabSite lab({.nodes = 2});
        QVERIFY2(lab.up(), qPrintable(lab.why()));
        QMap<QString, QByteArray> before;
        for (const QString& node : lab.nodes())
            before.insert(node, filterOf(lab, node));
        // A command that does nothing: the last step before the installer that changes something does not show its result.
        QJsonObject site = lab.site();
        QJsonArray nodes = site.value(u"nodes"_s).toArray();
        QJsonObject slave = nodes.at(1).toObject(), service = slave.value(u"service"_s).toObject();
        service.insert(u"bootOff"_s, u"true"_s);
        slave.insert(u"service"_s, service);
        nodes.replace(1, slave);
        site.insert(u"nodes"_s, nodes);
        site.insert(u"rollback"_s, u"Restore the snapshots"_s);
        const LabSite::Ran held = wizard(lab,
                                         {u"run"_s, u"--site"_s, lab.writeSite(site, u"back.json"_s),
                                          u"--procedure"_s, u"block-sync-ports"_s, u"--journal"_s, journal()},
                                         yes());
        QVERIFY2(held.status == 1 && held.err.contains("Switch off start at boot"),
                 held.err.right(3000).constData());
        for (const QString& node : lab.nodes())
            QVERIFY(filterOf(lab, node).contains("replica_upgrade"));
        const LabSite::Ran back = wizard(lab, {u"resume"_s, u"--journal"_s, journal()}, "rollback\n" + yes());
        QVERIFY2(back.status == 4 && back.err.contains("Gone back: everything was undone"),
                 back.err.right(3000).constData());
        for (const QString& node : lab.nodes()) {
            QCOMPARE(filterOf(lab, node), before.value(node));
            QCOMPARE(lab.version(node), u"5.20R01"_s);
            QCOMPARE(lab.run(node, "systemctl is-active mfilter; systemctl is-enabled mfilter").out,
                     QByteArray("active\nenabled\n"));
        }
        QCOMPARE(lab.alarms(), QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(TestRunLab)
#include "tst_runlab.moc"
