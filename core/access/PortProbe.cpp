#include "core/access/PortProbe.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

using namespace std::chrono_literals;

namespace ruw {

namespace {

ProbeState stateOf(TcpEnd end)
{
    switch (end) {
    case TcpEnd::Connected:
        return ProbeState::Open;
    case TcpEnd::Refused:
        return ProbeState::Refused;
    case TcpEnd::NoAnswer:
        return ProbeState::Filtered;
    case TcpEnd::NameUnknown:
    case TcpEnd::NoRoute:
    case TcpEnd::Stopped:
        break;
    }
    return ProbeState::Unknown;
}

/// Reads lines until one is the last of an SMTP reply ("220 text", not "220-text"). Empty: none came.
QByteArray readReply(int fd, Patience& patience)
{
    constexpr qsizetype most = 64 * 1024; // a greeting is a few lines; a server that talks on is none
    QByteArray seen;
    qsizetype lineStart = 0;
    while (seen.size() < most) {
        std::array<char, 1024> buffer;
        const ssize_t got = ::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            seen.append(buffer.data(), got);
            for (qsizetype end = 0; (end = seen.indexOf('\n', lineStart)) >= 0; lineStart = end + 1) {
                const QByteArray line = seen.mid(lineStart, end - lineStart).trimmed();
                if (line.size() < 4 || line[3] != '-')
                    return line.left(512);
            }
            continue;
        }
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return {};
        if (patience.wait(fd, POLLIN) != Patience::State::Waiting)
            return {};
    }
    return {};
}

} // namespace

PortAnswer probePort(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop)
{
    Patience patience(limit, std::move(stop));
    const TcpAttempt attempt = connectTcp(address, port, family, patience);
    return {stateOf(attempt.end), attempt.detail};
}

SmtpAnswer probeSmtp(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop)
{
    Patience patience(limit, std::move(stop));
    const TcpAttempt attempt = connectTcp(address, port, family, patience);
    SmtpAnswer answer{stateOf(attempt.end), false, {}, attempt.detail};
    if (attempt.end != TcpEnd::Connected)
        return answer;
    const int fd = attempt.socket.get();
    answer.greeting = readReply(fd, patience);
    answer.answers = answer.greeting.startsWith("220");
    if (!answer.greeting.isEmpty() && ::send(fd, "QUIT\r\n", 6, MSG_NOSIGNAL) == 6) {
        // The server's goodbye: without waiting for it, servers log a lost connection.
        patience.expireIn(std::min<std::chrono::milliseconds>(patience.left(), 1s));
        (void)readReply(fd, patience);
    }
    return answer;
}

} // namespace ruw
