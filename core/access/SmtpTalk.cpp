#include "core/access/SmtpTalk.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

using namespace std::chrono_literals;

namespace ruw {

SmtpTalk::SmtpTalk(const QString& address, int port, AddressFamily family, Patience& patience)
    : m_patience(patience)
{
    TcpAttempt attempt = connectTcp(address, port, family, patience);
    m_state = probeState(attempt.end);
    m_detail = attempt.detail;
    if (attempt.end != TcpEnd::Connected)
        return;
    m_socket = std::move(attempt.socket);
    m_greeting = read(); // nothing is sent before it
}

SmtpTalk::~SmtpTalk()
{
    if (!m_socket.isOpen() || m_greeting.line.isEmpty())
        return;
    m_patience.expireIn(std::min<std::chrono::milliseconds>(m_patience.left(), 1s));
    (void)say("QUIT");
}

bool SmtpTalk::send(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (m_socket.isOpen() && sent < bytes.size()) {
        const ssize_t n = ::send(m_socket.get(), bytes.constData() + sent, size_t(bytes.size() - sent),
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n > 0) {
            sent += n;
            continue;
        }
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (m_patience.wait(m_socket.get(), POLLOUT) != Patience::State::Waiting)
            return false;
    }
    return sent == bytes.size();
}

SmtpReply SmtpTalk::say(const QByteArray& line)
{
    return send(line + "\r\n") ? read() : SmtpReply();
}

SmtpReply SmtpTalk::read()
{
    constexpr qsizetype most = 64 * 1024; // a reply is a few lines; a server that talks on is none
    qsizetype taken = 0;
    while (m_socket.isOpen() && taken + m_seen.size() < most) {
        for (qsizetype end = 0; (end = m_seen.indexOf('\n')) >= 0;) {
            const QByteArray line = m_seen.left(end).trimmed();
            m_seen.remove(0, end + 1);
            taken += end + 1;
            if (line.size() >= 4 && line[3] == '-')
                continue; // "220-text": more of it follows
            bool number = false;
            const int code = line.left(3).toInt(&number);
            return {number && code >= 200 && code < 600 ? code : 0, line.left(512)};
        }
        std::array<char, 1024> buffer;
        const ssize_t got = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            m_seen.append(buffer.data(), got);
            continue;
        }
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return {};
        if (m_patience.wait(m_socket.get(), POLLIN) != Patience::State::Waiting)
            return {};
    }
    return {};
}

} // namespace ruw
