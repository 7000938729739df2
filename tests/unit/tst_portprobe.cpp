#include "core/access/PortProbe.h"

#include <QElapsedTimer>
#include <QtTest>

#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

namespace {

/// A server on a free port of ::1 or 127.0.0.1 that hands each connection to a function.
class Server {
public:
    explicit Server(std::function<void(int)> serve, int family = AF_INET, int backlog = 8)
        : m_socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_storage address{};
        socklen_t size = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        if (family == AF_INET)
            reinterpret_cast<sockaddr_in&>(address) = {AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
        else
            reinterpret_cast<sockaddr_in6&>(address) = {AF_INET6, 0, 0, IN6ADDR_LOOPBACK_INIT, 0};
        m_ok = ::bind(m_socket.get(), reinterpret_cast<sockaddr*>(&address), size) == 0 &&
               ::listen(m_socket.get(), backlog) == 0 &&
               ::getsockname(m_socket.get(), reinterpret_cast<sockaddr*>(&address), &size) == 0;
        m_port = ntohs(reinterpret_cast<sockaddr_in&>(address).sin_port); // at the same place in both
        if (serve) {
            m_thread = std::thread([this, serve] {
                for (;;) {
                    const FileDescriptor client(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
                    if (!client.isOpen())
                        return;
                    serve(client.get());
                }
            });
        }
    }
    ~Server()
    {
        (void)::shutdown(m_socket.get(), SHUT_RDWR); // wakes accept()
        if (m_thread.joinable())
            m_thread.join();
    }
    int port() const { return m_port; }
    bool ok() const { return m_ok; }

private:
    FileDescriptor m_socket;
    std::thread m_thread;
    int m_port = 0;
    bool m_ok = false;
};

/// Everything that a client sends until it closes.
QByteArray readAll(int fd)
{
    QByteArray all;
    std::array<char, 256> buffer;
    for (ssize_t n = 0; (n = ::recv(fd, buffer.data(), buffer.size(), 0)) > 0;)
        all.append(buffer.data(), n);
    return all;
}

void say(int fd, const char* text)
{
    (void)::send(fd, text, strlen(text), MSG_NOSIGNAL);
}

int closedPort()
{
    return Server({}).port();
}

} // namespace

class TestPortProbe : public QObject {
    Q_OBJECT

private slots:
    void aPortThatListensIsOpen();
    void aPortThatNobodyListensOnIsRefused();
    void aPortOfIpv6IsAskedWhereItIsAskedFor();
    void aPortThatDoesNotAnswerIsFilteredWithinTheLimit();
    void aStopEndsAProbeAtOnce();
    void aNameThatDoesNotResolveIsUnknown();
    void aMailServerIsGreetedAndLeftWithQuit();
    void aServerThatTakesNoMailDoesNotCountAsAnswering_data();
    void aServerThatTakesNoMailDoesNotCountAsAnswering();
};

void TestPortProbe::aPortThatListensIsOpen()
{
    const Server server({});
    QCOMPARE(int(probePort(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 2s, {}).state),
             int(ProbeState::Open));
}

void TestPortProbe::aPortThatNobodyListensOnIsRefused()
{
    QCOMPARE(int(probePort(u"127.0.0.1"_s, closedPort(), AddressFamily::Any, 2s, {}).state),
             int(ProbeState::Refused));
}

void TestPortProbe::aPortOfIpv6IsAskedWhereItIsAskedFor()
{
    const Server server({}, AF_INET6);
    if (!server.ok())
        QSKIP("This machine has no IPv6.");
    QCOMPARE(int(probePort(u"::1"_s, server.port(), AddressFamily::Ipv6, 2s, {}).state),
             int(ProbeState::Open));
    QCOMPARE(int(probePort(u"::1"_s, server.port(), AddressFamily::Ipv4, 2s, {}).state),
             int(ProbeState::Unknown));
    QCOMPARE(int(probePort(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 2s, {}).state),
             int(ProbeState::Refused));
}

void TestPortProbe::aPortThatDoesNotAnswerIsFilteredWithinTheLimit()
{
    // A full queue of waiting connections drops what comes after, as a filter does.
    const Server server({}, AF_INET, 0);
    QList<std::shared_ptr<FileDescriptor>> held;
    QElapsedTimer timer;
    PortAnswer answer;
    for (int i = 0; i < 8; ++i) {
        Patience patience(300ms, {});
        auto attempt = connectTcp(u"127.0.0.1"_s, server.port(), AddressFamily::Any, patience);
        if (attempt.end != TcpEnd::Connected)
            break;
        held.append(std::make_shared<FileDescriptor>(std::move(attempt.socket)));
    }
    timer.start();
    answer = probePort(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 300ms, {});
    QCOMPARE(int(answer.state), int(ProbeState::Filtered));
    QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

void TestPortProbe::aStopEndsAProbeAtOnce()
{
    const Server server({}); // says nothing
    std::stop_source stop;
    QElapsedTimer timer;
    qint64 took = -1;
    SmtpAnswer answer;
    std::thread prober([&] {
        answer = probeSmtp(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 60s, stop.get_token());
    });
    timer.start();
    stop.request_stop();
    prober.join();
    took = timer.elapsed();
    QVERIFY(!answer.answers);
    QVERIFY2(took < 200, qPrintable(QString::number(took)));
}

void TestPortProbe::aNameThatDoesNotResolveIsUnknown()
{
    const PortAnswer answer = probePort(u"no-such-host.invalid"_s, 25, AddressFamily::Any, 3s, {});
    QCOMPARE(int(answer.state), int(ProbeState::Unknown));
    QVERIFY(!answer.detail.isEmpty());
}

void TestPortProbe::aMailServerIsGreetedAndLeftWithQuit()
{
    QByteArray heard;
    {
        const Server server([&](int fd) {
            say(fd, "220-mf1.example ESMTP\r\n220-second line\r\n220 rea");
            say(fd, "dy\r\n");
            std::array<char, 6> quit{};
            if (::recv(fd, quit.data(), quit.size(), MSG_WAITALL) == 6)
                heard.append(quit.data(), 6);
            say(fd, "221 bye\r\n");
            heard += readAll(fd);
        });
        const SmtpAnswer answer = probeSmtp(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 5s, {});
        QCOMPARE(int(answer.state), int(ProbeState::Open));
        QVERIFY(answer.answers);
        QCOMPARE(answer.greeting, QByteArray("220 ready"));
    }
    QCOMPARE(heard, QByteArray("QUIT\r\n"));
}

void TestPortProbe::aServerThatTakesNoMailDoesNotCountAsAnswering_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("refuses") << QByteArray("554 no service\r\n");
    QTest::newRow("busy") << QByteArray("421-a\r\n421 too busy\r\n");
    QTest::newRow("closes") << QByteArray();
    QTest::newRow("something else") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("talks without end") << QByteArray(200'000, 'x');
}

void TestPortProbe::aServerThatTakesNoMailDoesNotCountAsAnswering()
{
    QFETCH(QByteArray, greeting);
    const Server server([&](int fd) {
        say(fd, greeting.constData());
        (void)::shutdown(fd, SHUT_WR);
        (void)readAll(fd);
    });
    const SmtpAnswer answer = probeSmtp(u"127.0.0.1"_s, server.port(), AddressFamily::Any, 5s, {});
    QCOMPARE(int(answer.state), int(ProbeState::Open));
    QVERIFY(!answer.answers);
}

QTEST_GUILESS_MAIN(TestPortProbe)
#include "tst_portprobe.moc"
