#include "core/access/TestMail.h"
#include "tests/lab/FakeServer.h"

#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace std::chrono_literals;

namespace {

/// A mail server of 127.0.0.1 that answers each command as the test says and keeps all that it hears.
class MailBench {
public:
    explicit MailBench(QMap<QByteArray, QByteArray> answers = {}, QByteArray greeting = "220 mail ready\r\n")
        : m_answers(std::move(answers)), m_greeting(std::move(greeting)),
          m_server([this](int fd) { serve(fd); })
    {
    }
    int port() const { return m_server.port(); }
    QByteArrayList heard()
    {
        const std::lock_guard lock(m_mutex);
        return m_heard;
    }
    int sessions()
    {
        const std::lock_guard lock(m_mutex);
        return m_sessions;
    }

private:
    void serve(int fd)
    {
        FakeServer::say(fd, m_greeting);
        QByteArray seen;
        bool inMail = false;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;) {
            seen.append(buffer, got);
            for (qsizetype end = 0; (end = seen.indexOf("\r\n")) >= 0;) {
                const QByteArray line = seen.left(end);
                seen.remove(0, end + 2);
                {
                    const std::lock_guard lock(m_mutex);
                    m_heard.append(line);
                }
                if (inMail && line != ".")
                    continue;
                const QByteArray word = inMail ? "." : line.split(' ').first().split(':').first();
                static const QMap<QByteArray, QByteArray> usual{{"EHLO", "250-mail\r\n250 8BITMIME\r\n"},
                                                                {"DATA", "354 go on\r\n"},
                                                                {".", "250 2.0.0 queued as 4711\r\n"},
                                                                {"QUIT", "221 bye\r\n"}};
                const QByteArray answer = m_answers.value(word, usual.value(word, "250 ok\r\n"));
                inMail = word == "DATA" && answer.startsWith("354");
                FakeServer::say(fd, answer);
                if (word == "QUIT")
                    break;
            }
        }
        const std::lock_guard lock(m_mutex);
        ++m_sessions;
    }

    const QMap<QByteArray, QByteArray> m_answers;
    const QByteArray m_greeting;
    std::mutex m_mutex;
    QByteArrayList m_heard;
    int m_sessions = 0;
    FakeServer m_server; ///< last: its thread uses the others
};

TestMail mail()
{
    return {u"sender@example.com"_s, u"desk@example.com"_s, u"ruw-0123456789-mf1-before-ab12"_s,
            QDateTime(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600)};
}

MailSent sendTo(MailBench& bench, const TestMail& one = mail())
{
    return sendMail(u"127.0.0.1"_s, bench.port(), AddressFamily::Ipv4, one, 5s, {});
}

using Stage = MailSent::Stage;

} // namespace

/// A test mail over SMTP, against a server of this machine.
class TestTestMail : public QObject {
    Q_OBJECT

private slots:
    void aMailIsHandedOverAndTheServerIsLeftWithQuit()
    {
        MailBench bench;
        const MailSent sent = sendTo(bench);
        QVERIFY2(sent.accepted(), sent.reply.constData());
        QCOMPARE(sent.reply, QByteArray("250 2.0.0 queued as 4711"));
        QTRY_COMPARE(bench.sessions(), 1);
        const QByteArrayList heard = bench.heard();
        QCOMPARE(heard.mid(0, 4), (QByteArrayList{"EHLO [127.0.0.1]", "MAIL FROM:<sender@example.com>",
                                                  "RCPT TO:<desk@example.com>", "DATA"}));
        QVERIFY(heard.contains("Subject: Test mail ruw-0123456789-mf1-before-ab12"));
        QVERIFY(heard.contains("Date: Sat, 05 Dec 2026 22:00:00 +0900"));
        QVERIFY(heard.contains("Message-ID: <ruw-0123456789-mf1-before-ab12@example.com>"));
        QCOMPARE(heard.mid(heard.size() - 2), (QByteArrayList{".", "QUIT"}));
    }
    void aServerThatKnowsNoEhloIsGreetedWithHelo()
    {
        MailBench bench({{"EHLO", "502 unknown\r\n"}});
        QVERIFY(sendTo(bench).accepted());
        QTRY_VERIFY(bench.heard().contains("HELO [127.0.0.1]"));
    }
    void whereItIsRefusedIsToldAndQuitIsSaid_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Stage>("stage");
        QTest::newRow("sender") << QByteArray("MAIL") << QByteArray("550 no\r\n") << Stage::Sender;
        QTest::newRow("recipient") << QByteArray("RCPT") << QByteArray("550 relay denied\r\n")
                                   << Stage::Recipient;
        QTest::newRow("data") << QByteArray("DATA") << QByteArray("451 later\r\n") << Stage::Data;
        QTest::newRow("data, an answer that is none")
            << QByteArray("DATA") << QByteArray("250 ok\r\n") << Stage::Data;
        QTest::newRow("the mail itself") << QByteArray(".") << QByteArray("554 spam\r\n") << Stage::Data;
        QTest::newRow("hello") << QByteArray("HELO") << QByteArray("421 busy\r\n") << Stage::Hello;
    }
    void whereItIsRefusedIsToldAndQuitIsSaid()
    {
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, answer);
        QMap<QByteArray, QByteArray> answers{{word, answer}};
        if (word == "HELO")
            answers.insert("EHLO", answer);
        MailBench bench(answers);
        const MailSent sent = sendTo(bench);
        QTEST(sent.stage, "stage");
        QCOMPARE(sent.reply, answer.trimmed());
        QTRY_COMPARE(bench.sessions(), 1);
        QCOMPARE(bench.heard().last(), QByteArray("QUIT"));
    }
    void aServerThatDoesNotGreetWith220GetsNoMail()
    {
        MailBench bench({}, "554 go away\r\n");
        QCOMPARE(sendTo(bench).stage, Stage::Greeting);
        QTRY_COMPARE(bench.sessions(), 1);
        QCOMPARE(bench.heard(), QByteArrayList{"QUIT"});
    }
    void aServerThatSaysNothingIsGivenUpAtTheLimit()
    {
        FakeServer silent(FakeServer::listenOnly);
        const MailSent sent = sendMail(u"127.0.0.1"_s, silent.port(), AddressFamily::Ipv4, mail(), 300ms, {});
        QCOMPARE(sent.stage, Stage::Greeting);
        QVERIFY(!sent.accepted());
        QCOMPARE(sent.state, ProbeState::Open);
    }
    void whatIsNoPlainAddressIsNeverSent_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << u"desk@example.com"_s << true;
        QTest::newRow("with a plus") << u"desk+night@mail.example.com"_s << true;
        QTest::newRow("a host without dots") << u"root@mf1"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("no domain") << u"desk@"_s << false;
        QTest::newRow("no local part") << u"@example.com"_s << false;
        QTest::newRow("two at signs") << u"a@b@c"_s << false;
        QTest::newRow("ends the address") << u"a@b.c>\r\nRCPT TO:<evil@example.org"_s << false;
        QTest::newRow("ends the line") << u"a@b.c\r\nDATA"_s << false;
        QTest::newRow("line feed at the end") << u"a@b.c\n"_s << false;
        QTest::newRow("a space") << u"a b@example.com"_s << false;
        QTest::newRow("angle brackets") << u"<a@example.com>"_s << false;
        QTest::newRow("a quote") << u"\"a\"@example.com"_s << false;
        QTest::newRow("Japanese") << u"担当@example.jp"_s << false;
        QTest::newRow("two dots") << u"a..b@example.com"_s << false;
    }
    void whatIsNoPlainAddressIsNeverSent()
    {
        QFETCH(QString, address);
        QFETCH(bool, good);
        QCOMPARE(isMailAddress(address), good);
        if (good)
            return;
        for (const bool asSender : {true, false}) {
            MailBench bench;
            TestMail one = mail();
            (asSender ? one.from : one.to) = address;
            QVERIFY(!sendTo(bench, one).accepted());
            QCOMPARE(bench.heard(), QByteArrayList());
        }
    }
    void theDateIsAsMailWantsIt_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QByteArray>("date");
        const QDate day(2026, 12, 5);
        const QTime night(2, 3, 4);
        QTest::newRow("Tokyo") << QDateTime(day, night, Qt::OffsetFromUTC, 9 * 3600)
                               << QByteArray("Sat, 05 Dec 2026 02:03:04 +0900");
        QTest::newRow("this machine's")
            << QDateTime(day, night) << QByteArray("Sat, 05 Dec 2026 02:03:04 +0900");
        QTest::newRow("UTC") << QDateTime(day, night, Qt::UTC)
                             << QByteArray("Sat, 05 Dec 2026 02:03:04 +0000");
        QTest::newRow("west") << QDateTime(day, night, Qt::OffsetFromUTC, -(3 * 3600 + 1800))
                              << QByteArray("Sat, 05 Dec 2026 02:03:04 -0330");
    }
    void theDateIsAsMailWantsIt()
    {
        QFETCH(QDateTime, when);
        QFETCH(QByteArray, date);
        TestMail one = mail();
        one.when = when;
        const QByteArray expected = "Date: " + date + "\r\n";
        QCOMPARE(one.message().left(expected.size()), expected);
    }
    void noLineOfTheMessageEndsItOrIsTooLong()
    {
        const QByteArray message = mail().message();
        QVERIFY(message.endsWith("\r\n"));
        for (const QByteArray& line : message.split('\n')) {
            QVERIFY2(line.size() < 200, line.constData());
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY(line.trimmed() != ".");
        }
    }
};

QTEST_GUILESS_MAIN(TestTestMail)
#include "tst_testmail.moc"
