#include "core/product/ReplicaConfig.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

ReplicaConfig parsed(const QByteArray& bytes)
{
    return *ReplicaConfig::parse(bytes);
}

QList<Finding> findingsOf(const ReplicaConfig& config, const QString& id)
{
    QList<Finding> found;
    for (const Finding& finding : config.findings()) {
        if (finding.id == id)
            found.append(finding);
    }
    return found;
}

QString message(const Finding& finding)
{
    return finding.message.render(Language::English);
}

QList<ReplicaConfig::Port> settingsPorts(const ReplicaConfig& config)
{
    QList<ReplicaConfig::Port> ports = config.ports();
    ports.removeIf([](const ReplicaConfig::Port& port) { return port.key != settingsPortKey(); });
    return ports;
}

QList<ReplicaConfig::Port> portsOf(const ReplicaConfig& config, const QString& key)
{
    QList<ReplicaConfig::Port> ports = config.ports();
    ports.removeIf([&](const ReplicaConfig::Port& port) { return port.key != key; });
    return ports;
}

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TESTS_DIR "/data/configs/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "id severity line", sorted by line: the findings of a config at a glance.
QStringList glance(const ReplicaConfig& config)
{
    QList<Finding> findings = config.findings();
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.line, a.id) < std::tie(b.line, b.id);
    });
    QStringList out;
    for (const Finding& finding : findings)
        out.append(u"%1 %2 %3"_s.arg(finding.line).arg(finding.id, severityCode(finding.severity)));
    return out;
}

/// Byte strings made of pieces that have broken parsers before.
class NastyBytes {
public:
    explicit NastyBytes(quint32 seed) : m_random(seed) {}

    QByteArray next()
    {
        static const QList<QByteArray> pieces = {"\n",
                                                 "\r\n",
                                                 "\r",
                                                 "\n\r",
                                                 " ",
                                                 "\t",
                                                 "=",
                                                 " = ",
                                                 "#",
                                                 "# note",
                                                 "\"",
                                                 "'",
                                                 "\\",
                                                 "$(x)",
                                                 "%1",
                                                 "\x1B",
                                                 "\v",
                                                 "\f",
                                                 "\xEF\xBB\xBF",
                                                 "\xE3\x81\x82",
                                                 "\x82\xA0",
                                                 "\xA4\xA2",
                                                 "\xC0\xDF",
                                                 "\xFF",
                                                 "\x80",
                                                 "\x8E",
                                                 "ON",
                                                 "OFF",
                                                 "on",
                                                 "0",
                                                 "65535",
                                                 "65536",
                                                 "14083",
                                                 "+1",
                                                 "-1",
                                                 "[",
                                                 "]",
                                                 ":",
                                                 "::1",
                                                 "[2001:db8::1]:14083",
                                                 "10.77.0.1",
                                                 "10.77.0.2:14083",
                                                 "REPLICA_SERVER_",
                                                 "REPLICA_SERVER_1",
                                                 "REPLICA_SERVER_1 = ",
                                                 "ENABLE_REP_DATA",
                                                 "ENABLE_REP_DATA = ON",
                                                 "ENABLE_REP_DATA = OFF\n",
                                                 "DATA_POP_SYNC_SERVER_PORT = ",
                                                 "DATA_SAVE_SYNC_SERVER_PORT=14043\r\n",
                                                 "\nDATA_SAVE_SYNC_SERVER_PORT\t=\t",
                                                 "KEY=VALUE",
                                                 "MY KEY = 1\n"};
        QByteArray bytes;
        for (int count = m_random.bounded(24); count > 0; --count)
            bytes += pieces[m_random.bounded(int(pieces.size()))];
        if (m_random.bounded(50) == 0)
            bytes += char(m_random.bounded(256));
        return bytes;
    }
    int bounded(int most) { return m_random.bounded(most); }

private:
    QRandomGenerator m_random;
};

} // namespace

Q_DECLARE_METATYPE(ruw::ReplicaConfig::DataSync)

class TestReplicaConfig : public QObject {
    Q_OBJECT
private slots:
    // --- what comes in goes out
    // ---------------------------------------------------------------------------------

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

    // --- data sync
    // ----------------------------------------------------------------------------------------------

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

    // --- ports
    // --------------------------------------------------------------------------------------------------

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

    // --- peers
    // --------------------------------------------------------------------------------------------------

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

    // --- keys
    // ---------------------------------------------------------------------------------------------------

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

    // --- editing
    // ------------------------------------------------------------------------------------------------

    void aValueIsReplacedInPlace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("plain") << QByteArray("# a\nK = old\nL = 1\n") << QByteArray("# a\nK = new\nL = 1\n");
        QTest::newRow("blanks stay") << QByteArray("\tK\t=  old \t\r\n#")
                                     << QByteArray("\tK\t=  new \t\r\n#");
        QTest::newRow("no blanks") << QByteArray("K=old") << QByteArray("K=new");
        QTest::newRow("no value") << QByteArray("K =\r\n") << QByteArray("K =new\r\n");
        QTest::newRow("no value, blank") << QByteArray("K = \r\n") << QByteArray("K = new\r\n");
        QTest::newRow("no value, blanks") << QByteArray("K =  \n") << QByteArray("K = new \n");
        QTest::newRow("every line of the key")
            << QByteArray("K=1\nk=2\nK = 3\n") << QByteArray("K=new\nk=2\nK = new\n");
        QTest::newRow("comment untouched")
            << QByteArray("#K = 1\nK = 2\n") << QByteArray("#K = 1\nK = new\n");
        QTest::newRow("byte order mark stays")
            << QByteArray("\xEF\xBB\xBFK = 2\n") << QByteArray("\xEF\xBB\xBFK = new\n");
        QTest::newRow("appended, LF") << QByteArray("A = 1\n") << QByteArray("A = 1\nK = new\n");
        QTest::newRow("appended, CRLF") << QByteArray("A = 1\r\n") << QByteArray("A = 1\r\nK = new\r\n");
        QTest::newRow("appended, CR") << QByteArray("A = 1\r#\r") << QByteArray("A = 1\r#\rK = new\r");
        QTest::newRow("appended, most frequent")
            << QByteArray("A\nB\r\nC\r\n") << QByteArray("A\nB\r\nC\r\nK = new\r\n");
        QTest::newRow("appended, no final end")
            << QByteArray("A\r\nB") << QByteArray("A\r\nB\r\nK = new\r\n");
        QTest::newRow("appended, no line end at all")
            << QByteArray("A = 1") << QByteArray("A = 1\nK = new\n");
        QTest::newRow("CP932 comments stay")
            << QByteArray("# \x95\x5C\r\nK = 1\r\n") << QByteArray("# \x95\x5C\r\nK = new\r\n");
    }
    void aValueIsReplacedInPlace()
    {
        QFETCH(QByteArray, before);
        QTEST(parsed(before).withValue("K", "new").toBytes(), "after");
    }

    void anEditedConfigIsInterpretedAnew()
    {
        const ReplicaConfig config = parsed("ENABLE_REP_DATA = on\nREPLICA_SERVER_1 = 10.77.0.2:14083\n");
        const ReplicaConfig edited =
            config.withValue("ENABLE_REP_DATA", "OFF").withValue("REPLICA_SERVER_2", "mf3:24083");
        QCOMPARE(edited.dataSync(), ReplicaConfig::DataSync::Off);
        QCOMPARE(edited.peers().size(), 2);
        QVERIFY(findingsOf(edited, u"config-invalid-switch"_s).isEmpty());
        QCOMPARE(config.dataSync(), ReplicaConfig::DataSync::Invalid);
    }

    void nothingSlipsInThroughAnEdit_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line break in the value") << QByteArray("K") << QByteArray("1\nENABLE_REP_DATA = ON");
        QTest::newRow("carriage return in the value") << QByteArray("K") << QByteArray("1\rX = 1");
        QTest::newRow("NUL") << QByteArray("K") << QByteArray("1\0", 2);
        QTest::newRow("not ASCII") << QByteArray("K") << "あ"_ba;
        QTest::newRow("line break in the key") << QByteArray("K\nL") << QByteArray("1");
        QTest::newRow("equals sign in the key") << QByteArray("K=L") << QByteArray("1");
        QTest::newRow("comment for a key") << QByteArray("#K") << QByteArray("1");
        QTest::newRow("no key") << QByteArray() << QByteArray("1");
    }
    void nothingSlipsInThroughAnEdit()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        const QByteArray before = "K = 0\nA = 1\n";
        QCOMPARE(parsed(before).withValue(key, value).toBytes(), before);
    }

    // --- whatever comes
    // -----------------------------------------------------------------------------------------

    void whateverComesIsReadWithoutLossAndEditedLineByLine()
    {
        constexpr int rounds = 20'000;
        NastyBytes nasty(2578);
        int read = 0;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray bytes = nasty.next();
            const auto config = ReplicaConfig::parse(bytes);
            if (!config.ok()) {
                QVERIFY2(bytes.trimmed().isEmpty() || config.error().code != u"config-empty"_s ||
                             bytes.startsWith("\xEF\xBB\xBF"),
                         bytes.toPercentEncoding().constData());
                continue;
            }
            ++read;
            QVERIFY2(config->toBytes() == bytes, bytes.toPercentEncoding().constData());
            QCOMPARE(parsed(config->toBytes()).findings(), config->findings());
            QCOMPARE(config->ports().size() - settingsPorts(*config).size(), 6);
            QVERIFY(!settingsPorts(*config).isEmpty());
            for (const ReplicaConfig::Port& port : config->ports())
                QVERIFY(!port.port || (*port.port >= 1 && *port.port <= 65535));
            for (const Finding& finding : config->findings()) {
                QVERIFY(finding.line >= 0 && finding.line <= config->lines().size());
                const QString shown = message(finding);
                QVERIFY(std::none_of(shown.begin(), shown.end(), [](QChar c) { return c.unicode() < 0x20; }));
            }

            const QByteArray key = nasty.bounded(2) ? "DATA_SAVE_SYNC_SERVER_PORT" : "ENABLE_REP_DATA";
            const ReplicaConfig edited = config->withValue(key, "OFF");
            const QList<ReplicaConfig::Line>& before = config->lines();
            const QList<ReplicaConfig::Line>& after = edited.lines();
            QVERIFY2(after.size() == before.size() || after.size() == before.size() + 1,
                     bytes.toPercentEncoding().constData());
            for (qsizetype i = 0; i < before.size(); ++i) {
                const bool edits = before[i].kind == ReplicaConfig::Line::Kind::Entry && before[i].key == key;
                if (edits) {
                    QCOMPARE(after[i].value, "OFF");
                    QCOMPARE(after[i].bytes.first(after[i].valueOffset),
                             before[i].bytes.first(before[i].valueOffset));
                } else {
                    QVERIFY2(after[i].bytes == before[i].bytes, bytes.toPercentEncoding().constData());
                }
                const bool lastGotItsEnd = i + 1 == before.size() && before[i].lineEnd.isEmpty();
                QVERIFY(after[i].lineEnd == before[i].lineEnd || lastGotItsEnd);
            }
            QCOMPARE(edited.withValue(key, "OFF").toBytes(), edited.toBytes());
        }
        QVERIFY2(read > rounds / 2, "too few of the byte strings were read: the test would show nothing");
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
