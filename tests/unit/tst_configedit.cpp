#include "ConfigSamples.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace ruw::samples;

namespace {

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

/// A replica config that is edited, and whatever else may come as one.
class TestConfigEdit : public QObject {
    Q_OBJECT
private slots:
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
};

QTEST_GUILESS_MAIN(TestConfigEdit)
#include "tst_configedit.moc"
