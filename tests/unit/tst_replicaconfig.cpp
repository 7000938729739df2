#include "ConfigSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::samples;

/// A replica config as text: what comes in goes out, and its keys, lines and encoding are told.
class TestReplicaConfig : public QObject {
    Q_OBJECT
private slots:
    void everyByteComesBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("lines");
        QTest::newRow("LF") << QByteArray("# a\nK = V\n") << 2;
        QTest::newRow("CRLF") << QByteArray("# a\r\nK = V\r\n") << 2;
        QTest::newRow("CR") << QByteArray("# a\rK = V\r") << 2;
        QTest::newRow("mixed") << QByteArray("a=1\nb=2\r\nc=3\rd=4\n\r\n\r\r\ne=5") << 8;
        QTest::newRow("no final line end") << QByteArray("a=1\nb=2") << 2;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a=1\n")
                                         << 1;
        QTest::newRow("two byte order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                                            "a=1\n")
                                              << 1;
        QTest::newRow("blanks and tabs") << QByteArray("\t a \t=\t b \t\n \t\n") << 2;
        QTest::newRow("invalid bytes") << QByteArray("# \xFF\xFE\x80\na=1\n") << 2;
        QTest::newRow("CP932 backslash in a trail byte") << QByteArray("# \x95\x5C\na=\x95\x5C\n") << 2;
    }
    void everyByteComesBack()
    {
        QFETCH(QByteArray, bytes);
        const ReplicaConfig config = parsed(bytes);
        QCOMPARE(config.toBytes(), bytes);
        QTEST(int(config.lines().size()), "lines");
    }

    void anEntryIsFoundWhateverStandsAroundTheEqualsSign_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"ENABLE_REP_DATA = OFF", "ENABLE_REP_DATA=OFF", "ENABLE_REP_DATA\t=\tOFF",
                                 "  ENABLE_REP_DATA =OFF", "ENABLE_REP_DATA= OFF  \t"})
            QTest::newRow(line) << QByteArray(line);
    }
    void anEntryIsFoundWhateverStandsAroundTheEqualsSign()
    {
        QFETCH(QByteArray, line);
        const ReplicaConfig config = parsed(line + "\r\n");
        QCOMPARE(config.dataSync(), ReplicaConfig::DataSync::Off);
        const ReplicaConfig::Line& entry = config.lines().first();
        QCOMPARE(entry.key, "ENABLE_REP_DATA");
        QCOMPARE(entry.value, "OFF");
        QCOMPARE(entry.bytes.mid(entry.valueOffset, 3), "OFF");
        QVERIFY(findingsOf(config, u"config-invalid-switch"_s).isEmpty());
    }

    void whatIsNoTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"config-empty"_s << u"empty"_s;
        QTest::newRow("blanks") << QByteArray(" \t\r\n\n") << u"config-empty"_s << u"empty"_s;
        QTest::newRow("byte order mark alone")
            << QByteArray("\xEF\xBB\xBF") << u"config-empty"_s << u"empty"_s;
        QTest::newRow("byte order mark and blanks")
            << QByteArray("\xEF\xBB\xBF \r\n") << u"config-empty"_s << u"empty"_s;
        QTest::newRow("NUL") << QByteArray("a=1\n\0b=2\n", 9) << u"config-binary"_s << u"binary"_s;
        QTest::newRow("control characters")
            << QByteArray("\x01\x02\x03\x04 a=1\n") << u"config-binary"_s << u"binary"_s;
        QTest::newRow("UTF-16LE") << QByteArray("\xFF\xFE"
                                                "a\0=\0"
                                                "1\0",
                                                8)
                                  << u"config-binary"_s << u"saved as UTF-16"_s;
        QTest::newRow("UTF-16BE") << QByteArray("\xFE\xFF\0a\0=\0"
                                                "1",
                                                8)
                                  << u"config-binary"_s << u"saved as UTF-16"_s;
        QTest::newRow("too large") << QByteArray("#\n").repeated(512 * 1024 + 1) << u"config-too-large"_s
                                   << u"1.0 MiB"_s;
    }
    void whatIsNoTextIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto config = ReplicaConfig::parse(bytes);
        QVERIFY(!config.ok());
        QTEST(config.error().code, "code");
        const QString what = config.error().what.render(Language::English);
        QVERIFY2(what.contains(says), qPrintable(what));
        QVERIFY(!config.error().remedy.isEmpty());
    }

    void oneControlCharacterInTenBytesIsStillText()
    {
        QVERIFY(ReplicaConfig::parse("# 345678\x01\n").ok());
        QVERIFY(!ReplicaConfig::parse("# 34567\x01\n").ok());
        QVERIFY(ReplicaConfig::parse("# \x1B$B@_\x1B(B\n").ok()); // ISO-2022-JP
    }

    void aFileOfExactlyTheLimitIsRead()
    {
        const QByteArray bytes = QByteArray("#\n").repeated(512 * 1024);
        QCOMPARE(bytes.size(), ReplicaConfig::sizeLimit);
        QVERIFY(ReplicaConfig::parse(bytes).ok());
    }

    void aKeyThatStandsTwiceIsReportedWithBothLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("says");
        QTest::newRow("port, same") << QByteArray(
                                           "DATA_POP_SYNC_SERVER_PORT=1\n#\nDATA_POP_SYNC_SERVER_PORT=1\n")
                                    << u"warning"_s << u"same value"_s;
        QTest::newRow("port, different")
            << QByteArray("DATA_POP_SYNC_SERVER_PORT=1\n#\nDATA_POP_SYNC_SERVER_PORT=2\n") << u"blocker"_s
            << u"not known"_s;
        QTest::newRow("port, different, data sync off")
            << QByteArray("DATA_POP_SYNC_SERVER_PORT=1\nENABLE_REP_DATA=OFF\nDATA_POP_SYNC_SERVER_PORT=2\n")
            << u"warning"_s << u"not known"_s;
        QTest::newRow("switch, different")
            << QByteArray("ENABLE_REP_DATA=ON\n#\nENABLE_REP_DATA=OFF\n") << u"warning"_s << u"not known"_s;
        QTest::newRow("peer, different") << QByteArray("REPLICA_SERVER_1=a:1\n#\nREPLICA_SERVER_1=b:2\n")
                                         << u"warning"_s << u"not known"_s;
        QTest::newRow("unknown key") << QByteArray("X=1\n#\nX=2\n") << u"info"_s << u"not known"_s;
    }
    void aKeyThatStandsTwiceIsReportedWithBothLines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QList<Finding> findings = findingsOf(parsed(bytes), u"config-duplicate-key"_s);
        QCOMPARE(findings.size(), 1);
        QTEST(severityCode(findings.first().severity), "severity");
        const QString text = message(findings.first());
        QVERIFY2(text.contains(u"lines 1, 3"_s), qPrintable(text));
        QVERIFY2(text.contains(says), qPrintable(text));
        QCOMPARE(findings.first().line, 3);
    }

    void twoDifferentNumbersOfADataPortMakeItUnknown()
    {
        const ReplicaConfig config = parsed("DATA_POP_SYNC_SERVER_PORT = 1\nDATA_POP_SYNC_SERVER_PORT = 2\n");
        QCOMPARE(portsOf(config, u"DATA_POP_SYNC_SERVER_PORT"_s),
                 (QList<ReplicaConfig::Port>{{u"DATA_POP_SYNC_SERVER_PORT"_s, std::nullopt, true, 1}}));
    }

    void bothPeersOfAKeyThatStandsTwiceAreTakenIntoAccount()
    {
        const ReplicaConfig config =
            parsed("REPLICA_SERVER_1 = 10.77.0.2:1\nREPLICA_SERVER_1 = 10.77.0.3:2\n");
        QCOMPARE(config.peers().size(), 2);
        QCOMPARE(settingsPorts(config).size(), 2);
    }

    void aKeyInAnotherCaseIsReportedAndNotCounted()
    {
        const ReplicaConfig config = parsed("Enable_Rep_Data = OFF\nreplica_server_1 = 10.77.0.2:14083\n"
                                            "data_pop_sync_server_port = 1\nOTHER = x\n");
        QCOMPARE(findingsOf(config, u"config-key-case"_s).size(), 3);
        QCOMPARE(findingsOf(config, u"config-key-case"_s).first().severity, Severity::Warning);
        QCOMPARE(findingsOf(config, u"config-unknown-key"_s).size(), 1);
        QVERIFY(config.peers().isEmpty());
        QCOMPARE(portsOf(config, u"DATA_POP_SYNC_SERVER_PORT"_s).first().fromFile, false);
    }

    void aLineThatIsNeitherEntryNorCommentIsReported_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("words") << QByteArray("some words");
        QTest::newRow("blank in the key") << QByteArray("MY KEY = 1");
        QTest::newRow("no key") << QByteArray("= 1");
        QTest::newRow("section") << QByteArray("[section]");
        QTest::newRow("full-width equals sign") << "ENABLE_REP_DATA ＝ ON"_ba;
        QTest::newRow("full-width blank") << "ENABLE_REP_DATA\u3000= ON"_ba;
        QTest::newRow("byte order mark in the middle") << QByteArray("\xEF\xBB\xBF"
                                                                     "ENABLE_REP_DATA = ON");
        QTest::newRow("hash in the key") << QByteArray("A#B = 1");
    }
    void aLineThatIsNeitherEntryNorCommentIsReported()
    {
        QFETCH(QByteArray, line);
        const ReplicaConfig config = parsed("#\n" + line + "\n");
        const QList<Finding> findings = findingsOf(config, u"config-unreadable-line"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 2);
        QCOMPARE(config.dataSync(), ReplicaConfig::DataSync::Unset);
        QCOMPARE(config.lines().at(1).kind, ReplicaConfig::Line::Kind::Unreadable);
    }

    void aMillionBadLinesGiveAShortListAndACount()
    {
        const ReplicaConfig config = parsed(QByteArray("x\n").repeated(400'000));
        const QList<Finding> findings = findingsOf(config, u"config-unreadable-line"_s);
        QCOMPARE(findings.size(), 101);
        QVERIFY(message(findings.last()).contains(u"399,900"_s));
    }

    void manyDuplicatesAreReadQuickly()
    {
        const ReplicaConfig config = parsed(QByteArray("X=1\n").repeated(200'000));
        const QList<Finding> findings = findingsOf(config, u"config-duplicate-key"_s);
        QCOMPARE(findings.size(), 1);
        QVERIFY(message(findings.first()).size() < 300);
    }

    void everyFindingHasALowerCaseIdAMessageAndARemedy()
    {
        const ReplicaConfig config = parsed(sample(u"flawed.def"_s));
        for (const Finding& finding : config.findings()) {
            QVERIFY(finding.id.startsWith(u"config-"_s));
            QVERIFY(!message(finding).isEmpty());
            QVERIFY(!finding.remedy.isEmpty());
            QVERIFY2(!message(finding).contains(u'%'), qPrintable(message(finding)));
            QVERIFY(finding.node.isEmpty() && finding.path.isEmpty());
        }
    }

    void theFlawedSampleShowsEveryFlaw()
    {
        const QStringList expected = {
            u"0 config-port-assumed info"_s,       u"3 config-duplicate-key warning"_s,
            u"4 config-invalid-address blocker"_s, u"5 config-invalid-port blocker"_s,
            u"6 config-invalid-address blocker"_s, u"7 config-port-assumed info"_s,
            u"8 config-invalid-address warning"_s, u"9 config-peer-key info"_s,
            u"10 config-unknown-key info"_s,       u"11 config-key-case warning"_s,
            u"12 config-invalid-switch warning"_s, u"13 config-invalid-port blocker"_s,
            u"14 config-invalid-port blocker"_s,   u"15 config-port-twice warning"_s,
            u"17 config-duplicate-key blocker"_s,  u"18 config-unreadable-line warning"_s,
            u"19 config-unknown-key info"_s};
        QCOMPARE(glance(parsed(sample(u"flawed.def"_s))), expected);
    }

    void theSampleSiteReadsTheSameInThreeEncodings_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("comment");
        QTest::newRow("mf1") << u"utf-8"_s << u"# マスター機"_s;
        QTest::newRow("mf2") << u"cp932"_s << u"# スレーブ機 1"_s;
        QTest::newRow("mf3") << u"euc-jp"_s << u"# スレーブ機 2"_s;
    }
    void theSampleSiteReadsTheSameInThreeEncodings()
    {
        const QByteArray bytes =
            sample(u"site/%1/mf_replica.def"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        const ReplicaConfig config = parsed(bytes);
        QCOMPARE(config.toBytes(), bytes);
        QTEST(encodingCode(config.encoding()), "encoding");
        QTEST(config.lineText(2), "comment");
        QCOMPARE(config.dataSync(), ReplicaConfig::DataSync::On);
        QCOMPARE(config.peers().size(), 2);
        QCOMPARE(portsOf(config, u"DATA_SAVE_SYNC_SERVER_PORT"_s).first().port, 24043);
        QCOMPARE(glance(config), QStringList{u"0 config-port-assumed info"_s});
    }

    void aLineIsShownWithoutTheByteOrderMarkAndOutOfRangeIsEmpty()
    {
        const ReplicaConfig config = parsed("\xEF\xBB\xBF# あ\n"_ba);
        QCOMPARE(config.lineText(1), u"# あ"_s);
        QCOMPARE(config.lineText(0), QString());
        QCOMPARE(config.lineText(2), QString());
        QCOMPARE(config.encoding(), TextEncoding::Utf8Bom);
    }

    void anEncodingThatCannotBeToldIsSaidAndKeysAreReadAllTheSame()
    {
        const ReplicaConfig config = parsed("# caf\xE9 \xE0\nENABLE_REP_DATA = OFF\n");
        QCOMPARE(findingsOf(config, u"config-encoding-unknown"_s).size(), 1);
        QCOMPARE(config.dataSync(), ReplicaConfig::DataSync::Off);
        QCOMPARE(config.lineText(1), u"# caf\uFFFD \uFFFD"_s);
    }

    void theHashIsThatOfTheBytes()
    {
        QCOMPARE(parsed("abc").sha256(),
                 u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    }

    void theCodesOfDataSyncAreThoseOfTheContract()
    {
        QCOMPARE(dataSyncCode(ReplicaConfig::DataSync::On), u"on"_s);
        QCOMPARE(dataSyncCode(ReplicaConfig::DataSync::Off), u"off"_s);
        QCOMPARE(dataSyncCode(ReplicaConfig::DataSync::Unset), u"unset"_s);
        QCOMPARE(dataSyncCode(ReplicaConfig::DataSync::Invalid), u"invalid"_s);
    }
};

QTEST_GUILESS_MAIN(TestReplicaConfig)
#include "tst_replicaconfig.moc"
