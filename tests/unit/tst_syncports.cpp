#include "core/product/SyncPorts.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

ProductVersion version(const QString& text)
{
    return *ProductVersion::parse(text);
}

} // namespace

class TestSyncPorts : public QObject {
    Q_OBJECT
private slots:
    void theTableIsTheOneOfTheFaq_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("since");
        QTest::newRow("settings") << u"REPLICA_SERVER_*"_s << 14083 << QString();
        QTest::newRow("report") << u"DATA_REPORT_SYNC_SERVER_PORT"_s << 14042 << QString();
        QTest::newRow("save") << u"DATA_SAVE_SYNC_SERVER_PORT"_s << 14043 << QString();
        QTest::newRow("eweb") << u"DATA_EWEB_SYNC_SERVER_PORT"_s << 14044 << QString();
        QTest::newRow("quarantine") << u"DATA_QUARANTINE_SYNC_SERVER_PORT"_s << 14045 << u"5.00R01"_s;
        QTest::newRow("pop") << u"DATA_POP_SYNC_SERVER_PORT"_s << 14046 << u"5.31R01"_s;
        QTest::newRow("smtp client") << u"DATA_SMTP_CLIENT_SYNC_SERVER_PORT"_s << 14047 << u"5.50R01"_s;
    }
    void theTableIsTheOneOfTheFaq()
    {
        QFETCH(QString, key);
        QFETCH(QString, since);
        const SyncPort* const port = syncPortOfKey(key);
        QVERIFY(port);
        QCOMPARE(port->key, key);
        QTEST(port->defaultPort, "port");
        QCOMPARE(port->since ? port->since->toString() : QString(), since);
        QCOMPARE(port->isSettings(), key == settingsPortKey());
    }

    void theTableHasSevenRowsWithTheSettingsPortFirst()
    {
        QCOMPARE(syncPorts().size(), 7);
        QVERIFY(syncPorts().first().isSettings());
        for (qsizetype i = 2; i < syncPorts().size(); ++i) {
            QVERIFY(!syncPorts()[i].isSettings());
            QVERIFY(syncPorts()[i - 1].defaultPort < syncPorts()[i].defaultPort);
        }
    }

    void everyChannelHasATextOfItsOwn()
    {
        QSet<QString> texts;
        for (const SyncPort& port : syncPorts())
            texts.insert(channelText(port.channel).render(Language::English));
        QCOMPARE(texts.size(), syncPorts().size());
    }

    void aKeyFindsItsRow_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("port"); // 0: no row
        QTest::newRow("first peer") << u"REPLICA_SERVER_1"_s << 14083;
        QTest::newRow("tenth peer") << u"REPLICA_SERVER_10"_s << 14083;
        QTest::newRow("the row itself") << u"REPLICA_SERVER_*"_s << 14083;
        QTest::newRow("no number") << u"REPLICA_SERVER_A"_s << 0;
        QTest::newRow("empty suffix") << u"REPLICA_SERVER_"_s << 0;
        QTest::newRow("full-width number") << u"REPLICA_SERVER_１"_s << 0;
        QTest::newRow("no suffix") << u"REPLICA_SERVER"_s << 0;
        QTest::newRow("other case") << u"data_pop_sync_server_port"_s << 0;
        QTest::newRow("unknown") << u"DATA_FAX_SYNC_SERVER_PORT"_s << 0;
        QTest::newRow("empty") << QString() << 0;
    }
    void aKeyFindsItsRow()
    {
        QFETCH(QString, key);
        const SyncPort* const port = syncPortOfKey(key);
        QTEST(port ? port->defaultPort : 0, "port");
    }

    void aVersionUsesThePortsItKnows_data()
    {
        QTest::addColumn<QString>("of");
        QTest::addColumn<QList<int>>("ports");
        const QList<int> always = {14083, 14042, 14043, 14044};
        QTest::newRow("Ver.4") << u"4.86R02"_s << always;
        QTest::newRow("Ver.5") << u"5.00R01"_s << always + QList<int>{14045};
        QTest::newRow("just before POP") << u"5.30R09"_s << always + QList<int>{14045};
        QTest::newRow("POP") << u"5.31R01"_s << always + QList<int>{14045, 14046};
        QTest::newRow("just before SMTP client") << u"5.49R99"_s << always + QList<int>{14045, 14046};
        QTest::newRow("SMTP client") << u"5.50R01"_s << always + QList<int>{14045, 14046, 14047};
        QTest::newRow("later") << u"6.00R01"_s << always + QList<int>{14045, 14046, 14047};
    }
    void aVersionUsesThePortsItKnows()
    {
        QFETCH(QString, of);
        QList<int> ports;
        for (const SyncPort& port : syncPorts()) {
            if (port.usedBy(version(of)))
                ports.append(port.defaultPort);
        }
        QTEST(ports, "ports");
    }

    void anUpgradeSaysWhichSideNeedsAPort_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("codes"); // in the order of the table
        QTest::newRow("5.20R01 to 5.60R01 adds two ports")
            << u"5.20R01"_s << u"5.60R01"_s
            << QStringList{u"both"_s, u"both"_s, u"both"_s, u"both"_s, u"both"_s, u"target"_s, u"target"_s};
        QTest::newRow("Ver.4 to 5.00R01")
            << u"4.86R02"_s << u"5.00R01"_s
            << QStringList{u"both"_s, u"both"_s, u"both"_s, u"both"_s, u"target"_s, u""_s, u""_s};
        QTest::newRow("backwards") << u"5.50R01"_s << u"5.31R01"_s
                                   << QStringList{u"both"_s, u"both"_s, u"both"_s,  u"both"_s,
                                                  u"both"_s, u"both"_s, u"source"_s};
    }
    void anUpgradeSaysWhichSideNeedsAPort()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QStringList codes;
        for (const SyncPort& port : syncPorts())
            codes.append(neededByCode(neededBy(port, version(source), version(target))));
        QTEST(codes, "codes");
    }
};

QTEST_GUILESS_MAIN(TestSyncPorts)
#include "tst_syncports.moc"
