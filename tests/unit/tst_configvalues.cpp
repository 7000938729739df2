#include "ConfigSamples.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::samples;

Q_DECLARE_METATYPE(ruw::ReplicaConfig::DataSync)

/// What the values of a replica config mean: data sync, ports and peers.
class TestConfigValues : public QObject {
    Q_OBJECT
private slots:
    void onlyTheFaqsWordsSwitchDataSync_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ReplicaConfig::DataSync>("dataSync");
        QTest::addColumn<int>("line");
        using enum ReplicaConfig::DataSync;
        QTest::newRow("on") << QByteArray("#\nENABLE_REP_DATA = ON\n") << On << 2;
        QTest::newRow("off") << QByteArray("ENABLE_REP_DATA = OFF") << Off << 1;
        QTest::newRow("absent") << QByteArray("#\n") << Unset << 0;
        QTest::newRow("commented out") << QByteArray("#ENABLE_REP_DATA = ON\n") << Unset << 0;
        QTest::newRow("small letters") << QByteArray("ENABLE_REP_DATA = on\n") << Invalid << 1;
        QTest::newRow("mixed letters") << QByteArray("ENABLE_REP_DATA = Off\n") << Invalid << 1;
        QTest::newRow("another word") << QByteArray("ENABLE_REP_DATA = YES\n") << Invalid << 1;
        QTest::newRow("empty") << QByteArray("ENABLE_REP_DATA =\n") << Invalid << 1;
        QTest::newRow("quoted") << QByteArray("ENABLE_REP_DATA = \"ON\"\n") << Invalid << 1;
        QTest::newRow("comment behind") << QByteArray("ENABLE_REP_DATA = OFF # note\n") << Invalid << 1;
        QTest::newRow("full-width") << "ENABLE_REP_DATA = ＯＮ\n"_ba << Invalid << 1;
        QTest::newRow("the FAQ's line as pasted")
            << "ENABLE_REP_DATA = OFF → データ同期が無効\n"_ba << Invalid << 1;
        QTest::newRow("vertical tab behind") << QByteArray("ENABLE_REP_DATA = OFF\v\n") << Invalid << 1;
        QTest::newRow("twice the same")
            << QByteArray("ENABLE_REP_DATA = ON\nENABLE_REP_DATA=ON\n") << On << 1;
        QTest::newRow("twice, different")
            << QByteArray("ENABLE_REP_DATA = ON\nENABLE_REP_DATA = OFF\n") << Invalid << 1;
        QTest::newRow("key in small letters") << QByteArray("enable_rep_data = OFF\n") << Unset << 0;
    }
    void onlyTheFaqsWordsSwitchDataSync()
    {
        QFETCH(QByteArray, bytes);
        const ReplicaConfig config = parsed(bytes);
        QTEST(config.dataSync(), "dataSync");
        QTEST(config.dataSyncLine(), "line");
        QCOMPARE(!findingsOf(config, u"config-data-sync-unset"_s).isEmpty(),
                 config.dataSync() == ReplicaConfig::DataSync::Unset);
    }

    void anInvalidSwitchSaysWhatIsAllowed()
    {
        const ReplicaConfig config = parsed("#\nENABLE_REP_DATA = on\n");
        const QList<Finding> findings = findingsOf(config, u"config-invalid-switch"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 2);
        QVERIFY(message(findings.first()).contains(u"\"on\" of ENABLE_REP_DATA"_s));
        QVERIFY(message(findings.first()).contains(u"ON or OFF in capital letters"_s));
        QVERIFY(findings.first().remedy.render(Language::English).contains(u"counts as ON"_s));
    }

    void aCommentBehindAValueIsNotTakenForOneAndSaidSo()
    {
        const ReplicaConfig config = parsed("REPLICA_SERVER_1 = 10.77.0.2:14083 # slave\n"
                                            "REPLICA_SERVER_2 = 10.77.0.3\t# slave\n"
                                            "ENABLE_REP_DATA = ON # note\n"
                                            "DATA_POP_SYNC_SERVER_PORT = 14046 # note\n");
        for (const auto& [id, line] :
             {std::pair(u"config-invalid-port"_s, 1), std::pair(u"config-invalid-address"_s, 2),
              std::pair(u"config-invalid-switch"_s, 3), std::pair(u"config-invalid-port"_s, 4)}) {
            const QList<Finding> findings = findingsOf(config, id);
            const auto found =
                std::find_if(findings.begin(), findings.end(),
                             [&, at = line](const Finding& finding) { return finding.line == at; });
            QVERIFY2(found != findings.end(), qPrintable(id));
            QVERIFY2(message(*found).contains(u"text behind the value"_s), qPrintable(message(*found)));
            QVERIFY(found->remedy.render(Language::English).contains(u"line of its own"_s));
        }
        QCOMPARE(portsOf(config, u"DATA_POP_SYNC_SERVER_PORT"_s).first().port, std::nullopt);
    }

    void aPortThatIsNoPortNumberIsReportedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value :
             {"0", "65536", "abc", "14083x", "+1", "-1", "014043", "14 043", "1e4", "0x36db", "14043;",
              "99999999999999999999", "", "１４０４３", "14043.0", "14,043", "'14043'"})
            QTest::newRow(*value ? value : "empty") << QByteArray(value);
    }
    void aPortThatIsNoPortNumberIsReportedWithItsLine()
    {
        QFETCH(QByteArray, value);
        const ReplicaConfig config = parsed("REPLICA_SERVER_1 = 10.77.0.2:14083\nENABLE_REP_DATA = ON\n"
                                            "DATA_SAVE_SYNC_SERVER_PORT = " +
                                            value + "\n");
        const QList<ReplicaConfig::Port> ports = portsOf(config, u"DATA_SAVE_SYNC_SERVER_PORT"_s);
        QCOMPARE(ports,
                 (QList<ReplicaConfig::Port>{{u"DATA_SAVE_SYNC_SERVER_PORT"_s, std::nullopt, true, 3}}));
        const QList<Finding> findings = findingsOf(config, u"config-invalid-port"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 3);
        QCOMPARE(findings.first().severity, Severity::Blocker);
        QVERIFY(message(findings.first()).contains(u"1 to 65535"_s));
        QVERIFY(message(findings.first()).contains(u"\"%1\""_s.arg(QString::fromUtf8(value))));
    }

    void theOutermostPortNumbersAreTaken()
    {
        const ReplicaConfig config =
            parsed("DATA_REPORT_SYNC_SERVER_PORT = 1\nDATA_SAVE_SYNC_SERVER_PORT = 65535\n");
        QCOMPARE(portsOf(config, u"DATA_REPORT_SYNC_SERVER_PORT"_s).first().port, 1);
        QCOMPARE(portsOf(config, u"DATA_SAVE_SYNC_SERVER_PORT"_s).first().port, 65535);
        QVERIFY(findingsOf(config, u"config-invalid-port"_s).isEmpty());
    }

    void anInvalidDataPortIsAWarningWhileDataSyncIsOff()
    {
        const ReplicaConfig config = parsed("ENABLE_REP_DATA = OFF\nDATA_SAVE_SYNC_SERVER_PORT = x\n");
        QCOMPARE(findingsOf(config, u"config-invalid-port"_s).first().severity, Severity::Warning);
    }

    void portsAreTheSettingsPortAndEveryDataPortOfTheTable()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_1 = 10.77.0.2:14083\nREPLICA_SERVER_2 = 10.77.0.3:24083\n"
                   "REPLICA_SERVER_3 = 10.77.0.4:14083\nDATA_EWEB_SYNC_SERVER_PORT = 24044\n");
        const QList<ReplicaConfig::Port> expected = {
            {u"REPLICA_SERVER_*"_s, 14083, true, 1},
            {u"REPLICA_SERVER_*"_s, 24083, true, 2},
            {u"DATA_REPORT_SYNC_SERVER_PORT"_s, 14042, false, 0},
            {u"DATA_SAVE_SYNC_SERVER_PORT"_s, 14043, false, 0},
            {u"DATA_EWEB_SYNC_SERVER_PORT"_s, 24044, true, 4},
            {u"DATA_QUARANTINE_SYNC_SERVER_PORT"_s, 14045, false, 0},
            {u"DATA_POP_SYNC_SERVER_PORT"_s, 14046, false, 0},
            {u"DATA_SMTP_CLIENT_SYNC_SERVER_PORT"_s, 14047, false, 0}};
        QCOMPARE(config.ports(), expected);
        const QList<Finding> assumed = findingsOf(config, u"config-port-assumed"_s);
        QCOMPARE(assumed.size(), 1);
        QCOMPARE(assumed.first().severity, Severity::Info);
        QVERIFY(message(assumed.first()).contains(u"DATA_POP_SYNC_SERVER_PORT (14046)"_s));
        QVERIFY(!message(assumed.first()).contains(u"DATA_EWEB_SYNC_SERVER_PORT"_s));
    }

    void withoutAPeerTheSettingsPortIsAssumedWithAWarning()
    {
        const ReplicaConfig config = parsed("ENABLE_REP_DATA = ON\n");
        QCOMPARE(settingsPorts(config),
                 (QList<ReplicaConfig::Port>{{u"REPLICA_SERVER_*"_s, 14083, false, 0}}));
        const QList<Finding> findings = findingsOf(config, u"config-no-peers"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::Warning);
    }

    void aPortFromTheFileWinsOverTheSamePortAssumed()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_1 = 10.77.0.2\nREPLICA_SERVER_2 = 10.77.0.3:14083\n");
        QCOMPARE(settingsPorts(config),
                 (QList<ReplicaConfig::Port>{{u"REPLICA_SERVER_*"_s, 14083, true, 2}}));
    }

    void aNumberThatTwoKeysShareIsReportedEvenWhereOneIsAssumed()
    {
        const ReplicaConfig both =
            parsed("DATA_REPORT_SYNC_SERVER_PORT = 14050\nDATA_POP_SYNC_SERVER_PORT = 14050\n");
        QCOMPARE(findingsOf(both, u"config-port-twice"_s).size(), 1);
        QVERIFY(message(findingsOf(both, u"config-port-twice"_s).first()).contains(u"14050"_s));
        const ReplicaConfig assumed = parsed("DATA_REPORT_SYNC_SERVER_PORT = 14046\n");
        const QString text = message(findingsOf(assumed, u"config-port-twice"_s).value(0));
        QVERIFY(text.contains(u"DATA_REPORT_SYNC_SERVER_PORT (line 1)"_s));
        QVERIFY(text.contains(u"DATA_POP_SYNC_SERVER_PORT (assumed"_s));
        const ReplicaConfig settings = parsed("REPLICA_SERVER_1 = 10.77.0.2:14042\n");
        QCOMPARE(findingsOf(settings, u"config-port-twice"_s).size(), 1);
        const ReplicaConfig peers =
            parsed("REPLICA_SERVER_1 = 10.77.0.2:14083\nREPLICA_SERVER_2 = 10.77.0.3:14083\n");
        QVERIFY(findingsOf(peers, u"config-port-twice"_s).isEmpty());
    }

    void aPeerIsReadInEveryFormOfAddress_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("fromFile");
        QTest::newRow("IPv4") << QByteArray("10.77.0.2:14083") << u"10.77.0.2"_s << 14083 << true;
        QTest::newRow("another port") << QByteArray("10.77.0.2:1") << u"10.77.0.2"_s << 1 << true;
        QTest::newRow("IPv6") << QByteArray("[2001:db8::2]:14083") << u"2001:db8::2"_s << 14083 << true;
        QTest::newRow("IPv4 in IPv6")
            << QByteArray("[::ffff:10.0.0.1]:14083") << u"::ffff:10.0.0.1"_s << 14083 << true;
        QTest::newRow("host name") << QByteArray("mf2.example.jp:14083") << u"mf2.example.jp"_s << 14083
                                   << true;
        QTest::newRow("short name") << QByteArray("MF_2:14083") << u"MF_2"_s << 14083 << true;
        QTest::newRow("no port") << QByteArray("10.77.0.2") << u"10.77.0.2"_s << 14083 << false;
        QTest::newRow("IPv6, no port") << QByteArray("[2001:db8::2]") << u"2001:db8::2"_s << 14083 << false;
        QTest::newRow("host name, no port") << QByteArray("mf2") << u"mf2"_s << 14083 << false;
    }
    void aPeerIsReadInEveryFormOfAddress()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, fromFile);
        const ReplicaConfig config = parsed("# peers\nREPLICA_SERVER_12 = " + value + "\n");
        QCOMPARE(config.peers(),
                 (QList<ReplicaConfig::Peer>{{u"REPLICA_SERVER_12"_s, host, port, fromFile, 2}}));
        QCOMPARE(settingsPorts(config),
                 (QList<ReplicaConfig::Port>{{u"REPLICA_SERVER_*"_s, port, fromFile, fromFile ? 2 : 0}}));
        const QList<Finding> assumed = findingsOf(config, u"config-port-assumed"_s);
        const bool said =
            std::any_of(assumed.begin(), assumed.end(), [](const Finding& f) { return f.line == 2; });
        QCOMPARE(said, !fromFile);
        QVERIFY(findingsOf(config, u"config-no-peers"_s).isEmpty());
        QVERIFY(!hasBlocker(config.findings()));
    }

    void anAddressThatIsNoneIsReportedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says");
        const QString allowed = u"[IPv6 address]:port"_s;
        QTest::newRow("number too large") << QByteArray("10.77.0.300:14083") << allowed;
        QTest::newRow("three numbers") << QByteArray("10.77.0:14083") << allowed;
        QTest::newRow("leading zero") << QByteArray("010.77.0.1:14083") << allowed;
        QTest::newRow("bare IPv6 with port") << QByteArray("2001:db8::2:14083") << u"no brackets"_s;
        QTest::newRow("bare IPv6") << QByteArray("2001:db8::2") << u"no brackets"_s;
        QTest::newRow("bare full IPv6 with port")
            << QByteArray("2001:db8:0:0:0:0:0:2:14083") << u"no brackets"_s;
        QTest::newRow("open bracket") << QByteArray("[2001:db8::2:14083") << allowed;
        QTest::newRow("IPv4 in brackets") << QByteArray("[10.77.0.2]:14083") << allowed;
        QTest::newRow("something behind the bracket") << QByteArray("[::1]x:14083") << allowed;
        QTest::newRow("URL") << QByteArray("http://mf2:14083/") << allowed;
        QTest::newRow("blank inside") << QByteArray("10.77.0.2 :14083") << allowed;
        QTest::newRow("only a port") << QByteArray(":14083") << allowed;
        QTest::newRow("substitution") << QByteArray("$(reboot):14083") << allowed;
        QTest::newRow("quote and semicolon") << QByteArray("mf2';reboot;':14083") << allowed;
        QTest::newRow("leading dash") << QByteArray("-oProxyCommand=x:14083") << allowed;
        QTest::newRow("full-width") << "１０.77.0.2:14083"_ba << allowed;
        QTest::newRow("bidi") << "mf\u202E2:14083"_ba << u"<U+202E>"_s;
        QTest::newRow("endless") << QByteArray(5000, 'a') << u"..."_s;
        QTest::newRow("control character") << QByteArray("mf\x07:14083") << u"<U+0007>"_s;
    }
    void anAddressThatIsNoneIsReportedWithItsLine()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, says);
        const ReplicaConfig config = parsed("# peers\nREPLICA_SERVER_1 = " + value + "\n");
        QVERIFY(config.peers().isEmpty());
        const QList<Finding> findings = findingsOf(config, u"config-invalid-address"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 2);
        QCOMPARE(findings.first().severity, Severity::Blocker);
        const QString text = message(findings.first());
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY(text.size() < 400);
        QVERIFY(!text.contains(QChar(0x202E)));
        QCOMPARE(settingsPorts(config).size(),
                 1); // its port, or none; never the default as if nothing stood there
    }

    void aPeerWhosePortIsInvalidIsKeptAndBlocks()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_1 = 10.77.0.2:65536\nREPLICA_SERVER_2 = 10.77.0.3:\n");
        QCOMPARE(config.peers(),
                 (QList<ReplicaConfig::Peer>{{u"REPLICA_SERVER_1"_s, u"10.77.0.2"_s, 0, true, 1},
                                             {u"REPLICA_SERVER_2"_s, u"10.77.0.3"_s, 0, true, 2}}));
        QCOMPARE(settingsPorts(config),
                 (QList<ReplicaConfig::Port>{{u"REPLICA_SERVER_*"_s, std::nullopt, true, 1},
                                             {u"REPLICA_SERVER_*"_s, std::nullopt, true, 2}}));
        QCOMPARE(findingsOf(config, u"config-invalid-port"_s).size(), 2);
        QVERIFY(hasBlocker(config.findings()));
    }

    void anEmptyPeerIsNoPeer()
    {
        const ReplicaConfig config = parsed("REPLICA_SERVER_1 = 10.77.0.2:24083\nREPLICA_SERVER_2 =\n");
        QCOMPARE(config.peers().size(), 1);
        QCOMPARE(findingsOf(config, u"config-invalid-address"_s).first().severity, Severity::Warning);
        QCOMPARE(settingsPorts(config).size(), 1);
        QCOMPARE(findingsOf(parsed("REPLICA_SERVER_1 =\n"), u"config-no-peers"_s).size(), 1);
    }

    void aSuffixThatIsNoNumberCountsOnlyWhereTheValueReadsAsAPeer()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_A = 10.77.0.2:14083\nREPLICA_SERVER_TIMEOUT = 30\n"
                   "REPLICA_SERVER_MODE = fast\n");
        QCOMPARE(config.peers().size(), 1);
        QCOMPARE(config.peers().first().key, u"REPLICA_SERVER_A"_s);
        QCOMPARE(findingsOf(config, u"config-peer-key"_s).first().line, 1);
        QCOMPARE(findingsOf(config, u"config-unknown-key"_s).size(), 2);
        QVERIFY(!hasBlocker(config.findings()));
    }

    void twoKeysThatNameTheSamePeerAreReportedWithBothLines()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_1 = mf2:14083\n#\nREPLICA_SERVER_2 = MF2:14083\n");
        const QList<Finding> findings = findingsOf(config, u"config-peer-twice"_s);
        QCOMPARE(findings.size(), 1);
        QVERIFY(message(findings.first()).contains(u"(line 1)"_s));
        QVERIFY(message(findings.first()).contains(u"(line 3)"_s));
    }
};

QTEST_GUILESS_MAIN(TestConfigValues)
#include "tst_configvalues.moc"
