#include "FakeServer.h"
#include "SshTest.h"

#include "core/access/TcpConnect.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

/// Connections that break, hang, are cancelled or lead to something else, and many at a time.
class TestSshTrouble final : public SshTest {
    Q_OBJECT

private slots:
    void aSessionKilledInMidAnswerIsALostConnection();
    void aHangingCommandIsCancelledAtOnce();
    void aHangingCommandEndsAtItsLimit();
    void aCancelledConnectionEndsAtOnceAtEveryStage_data();
    void aCancelledConnectionEndsAtOnceAtEveryStage();
    void whatIsNoSshServerIsNamed_data();
    void whatIsNoSshServerIsNamed();
    void aServerWithTooManyLoginsIsTriedAgain();
    void aPulledCableIsNoticedWithinTenSeconds_data();
    void aPulledCableIsNoticedWithinTenSeconds();
    void sixteenAccessesWorkSideBySide();
};

void TestSshTrouble::aSessionKilledInMidAnswerIsALostConnection()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    // The frame's parent is the session's sshd.
    const QByteArray killer = "echo half; p=$(cut -d' ' -f4 /proc/$PPID/stat); kill -9 $p; echo never";
    const auto result = access->run(command(killer), {});
    QVERIFY(result.ok());
    QCOMPARE(endName(result->end), u"lost"_s);
    // What the server had not passed on yet when it died is lost with it.
    QVERIFY2(QByteArrayView("half\n").startsWith(result->out), result->out.constData());
    QCOMPARE(said(access->run(command("echo back"), {})), u"exited 0  [back\n] []"_s);
}

namespace {

/// Runs a command on a thread of its own, waits until `ready`, then asks it to stop.
struct Stopped {
    Result<CommandOutcome> result;
    qint64 milliseconds;
};
Stopped stopWhen(const std::shared_ptr<NodeAccess>& access, const NodeCommand& command,
                 const std::function<bool()>& ready)
{
    std::stop_source stop;
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(command, stop.get_token()); });
    (void)QTest::qWaitFor(ready, 10'000);
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    worker.join();
    return {*result, timer.elapsed()};
}

} // namespace

void TestSshTrouble::aHangingCommandIsCancelledAtOnce()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    for (int i = 0; i < 5; ++i) {
        const QString mark = m_lab->path(u"started%1"_s.arg(i));
        const auto stopped = stopWhen(access, command("echo half; : >'" + mark.toUtf8() + "'; sleep 1000"),
                                      [&] { return QFile::exists(mark); });
        QVERIFY(stopped.result.ok());
        QCOMPARE(endName(stopped.result->end), u"cancelled"_s);
        QVERIFY2(stopped.milliseconds < 200, qPrintable(QString::number(stopped.milliseconds)));
        qInfo("cancelled after %lld ms", stopped.milliseconds);
    }
    QCOMPARE(said(access->run(command("echo again"), {})), u"exited 0  [again\n] []"_s);
}

void TestSshTrouble::aHangingCommandEndsAtItsLimit()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    NodeCommand hang = command("echo half; sleep 1000");
    hang.limit = 700ms;
    const auto result = way.access()->run(hang, {});
    QCOMPARE(said(result), u"timed out 0  [half\n] []"_s);
}

void TestSshTrouble::aCancelledConnectionEndsAtOnceAtEveryStage_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("before the greeting") << QByteArray();
    QTest::newRow("in the greeting") << QByteArray("SSH-2");
    QTest::newRow("in the key exchange") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
}

void TestSshTrouble::aCancelledConnectionEndsAtOnceAtEveryStage()
{
    QFETCH(QByteArray, greeting);
    std::atomic<bool> connected = false;
    const FakeServer server([&](int fd) {
        FakeServer::say(fd, greeting);
        connected = true;
        FakeServer::listenOnly(fd);
    });
    Way way(u"127.0.0.1"_s, server.port(), u"root"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"none"_s);
    const auto stopped = stopWhen(way.access(), command("true"), [&] { return connected.load(); });
    QCOMPARE(said(stopped.result), u"cancelled 0  [] []"_s);
    QVERIFY2(stopped.milliseconds < 200, qPrintable(QString::number(stopped.milliseconds)));
    way.context.connectLimit = 300ms;
    QElapsedTimer timer;
    timer.start();
    const auto result = way.access()->run(command("true"), {});
    QCOMPARE(said(result), u"error ssh-silent"_s);
    QVERIFY(timer.elapsed() < 1500);
}

void TestSshTrouble::whatIsNoSshServerIsNamed_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QString>("code");
    QTest::newRow("mail server") << QByteArray("220 mf1 ESMTP\r\n") << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in one line") << QByteArray(10'000'000, 'x') << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in many lines") << QByteArray("line\r\n").repeated(1'700'000) << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in the key exchange") << "SSH-2.0-x\r\n" + QByteArray(10'000'000, 'x') << QString();
    QTest::newRow("closes at once") << QByteArray() << u"ssh-closed-at-greeting"_s;
    QTest::newRow("hostile line") << QByteArray("\x1b[31mred\xE2\x80\xAE\r\n") << u"ssh-not-ssh"_s;
}

void TestSshTrouble::whatIsNoSshServerIsNamed()
{
    QFETCH(QByteArray, greeting);
    QFETCH(QString, code);
    const FakeServer server([&](int fd) {
        FakeServer::say(fd, greeting);
        (void)::shutdown(fd, SHUT_WR);
        FakeServer::listenOnly(fd);
    });
    Way way(u"127.0.0.1"_s, server.port(), u"root"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"none"_s);
    way.context.connectLimit = 3s;
    const auto result = way.access()->run(command("true"), {});
    QVERIFY(!result.ok());
    if (!code.isEmpty())
        QCOMPARE(result.error().code, code);
    const QString words = allWords(result.error());
    QVERIFY2(words.size() < 3000 && !words.contains(QChar(0x1b)) && !words.contains(QChar(0x202E)),
             qPrintable(words.left(500)));
    Way nobody(u"127.0.0.1"_s, 1, u"root"_s, SshAuth::Key, m_rootKey);
    QCOMPARE(said(nobody.access()->run(command("true"), {})), u"error ssh-refused"_s);
    Way unknown(u"no-such-host.invalid"_s, 22, u"root"_s, SshAuth::Key, m_rootKey);
    unknown.context.connectLimit = 5s;
    QCOMPARE(said(unknown.access()->run(command("true"), {})), u"error ssh-name-unknown"_s);
}

void TestSshTrouble::aServerWithTooManyLoginsIsTriedAgain()
{
    SshLab lab({"MaxStartups 1:100:1\n", {}, {u"ed25519"_s}});
    QVERIFY(lab.start());
    const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
    Patience patience(5s, {});
    TcpAttempt holder = connectTcp(lab.address(), lab.port(), AddressFamily::Any, patience);
    QVERIFY(holder.end == TcpEnd::Connected);
    QVERIFY(lab.waitForLog("Connection from"));
    Way way(lab, u"root"_s, SshAuth::Key, key);
    const auto access = way.access();
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(command("echo in"), {}); });
    const bool dropped = lab.waitForLog("MaxStartups");
    holder.socket = {};
    worker.join();
    QVERIFY(dropped);
    QCOMPARE(said(*result), u"exited 0  [in\n] []"_s);
}

void TestSshTrouble::aPulledCableIsNoticedWithinTenSeconds_data()
{
    QTest::addColumn<bool>("throughJump");
    QTest::newRow("direct") << false;
    QTest::newRow("behind a jump host") << true;
}

void TestSshTrouble::aPulledCableIsNoticedWithinTenSeconds()
{
    QFETCH(bool, throughJump);
    SshLab::Options options;
    options.ownNetwork = true;
    SshLab lab(options);
    if (!lab.start())
        QSKIP("No network namespaces here.");
    const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
    Way way(lab, u"root"_s, SshAuth::Key, key);
    if (throughJump) {
        QVERIFY(runTool(u"sh"_s, {u"-c"_s, u"cat '%1.pub' >>'%2/.ssh/authorized_keys'"_s.arg(
                                               key, m_lab->path(u"home/worker"_s))}));
        way.node.ssh->jump = u"worker@127.0.0.1:%1"_s.arg(m_lab->port());
        way.person.trusts = true;
    }
    const auto access = way.access();
    const QString mark = lab.path(u"started"_s);
    NodeCommand hang = command("echo half; : >'" + mark.toUtf8() + "'; sleep 1000");
    hang.limit = 60s;
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(hang, {}); });
    const bool started = QTest::qWaitFor([&] { return QFile::exists(mark); }, 10'000);
    QElapsedTimer timer;
    timer.start();
    lab.unplug();
    worker.join();
    const qint64 took = timer.elapsed();
    QVERIFY2(started, qPrintable(said(*result)));
    qInfo("noticed after %lld ms", took);
    QCOMPARE(said(*result), u"lost 0  [half\n] []"_s);
    QVERIFY2(took < 10'000, qPrintable(QString::number(took)));
}

void TestSshTrouble::sixteenAccessesWorkSideBySide()
{
    const QString hosts = m_lab->path(u"sixteen_known_hosts"_s);
    Person person;
    person.trusts = true;
    std::array<QString, 16> answers;
    std::vector<std::thread> threads;
    QElapsedTimer timer;
    timer.start();
    for (size_t i = 0; i < answers.size(); ++i) {
        threads.emplace_back([&, i] {
            Way way(m_lab->address(), m_lab->port(), u"root"_s, SshAuth::Key, m_rootKey);
            way.context.knownHostsPath = hosts;
            way.context.prompter = &person;
            answers[i] = said(way.access()->run(command("echo " + QByteArray::number(int(i))), {}));
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    qInfo("16 logins in %lld ms", timer.elapsed());
    for (size_t i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i], u"exited 0  [%1\n] []"_s.arg(i));
    QCOMPARE(person.hostQuestions.size(), 1); // one host, one question
}

QTEST_GUILESS_MAIN(TestSshTrouble)
#include "tst_sshtrouble.moc"
