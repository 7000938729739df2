#include "core/access/ssh/SshAgent.h"

#include "core/access/ssh/SshBytes.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>

namespace ruw {

namespace {

// Message numbers and flags of the agent protocol.
constexpr char requestIdentities = 11;
constexpr char identitiesAnswer = 12;
constexpr char signRequest = 13;
constexpr char signResponse = 14;
constexpr quint32 flagRsaSha256 = 2;
constexpr quint32 flagRsaSha512 = 4;
constexpr quint32 longestAnswer = 1024 * 1024;

bool usable(QByteArrayView type)
{
    for (const QByteArrayView known :
         {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"}) {
        if (type == known)
            return true;
    }
    return false;
}

} // namespace

std::optional<SshAgent> SshAgent::connect(Patience& patience)
{
    const QByteArray path = qgetenv("SSH_AUTH_SOCK");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    SshAgent agent;
    agent.m_socket = FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    while (::connect(agent.m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
           0) {
        // EAGAIN: the agent's queue is full; there is nothing to poll for.
        if (errno != EAGAIN || patience.sleep(std::chrono::milliseconds(20)) != Patience::State::Waiting)
            return std::nullopt;
    }
    return agent;
}

std::optional<QByteArray> SshAgent::ask(const QByteArray& request, Patience& patience)
{
    QByteArray message;
    putString(message, request);
    for (qsizetype sent = 0; sent < message.size();) {
        const ssize_t n =
            ::send(m_socket.get(), message.constData() + sent, size_t(message.size() - sent), MSG_NOSIGNAL);
        if (n > 0)
            sent += n;
        else if (errno != EAGAIN || patience.wait(m_socket.get(), POLLOUT) != Patience::State::Waiting)
            return std::nullopt;
    }
    QByteArray answer;
    quint32 wanted = 4;
    bool sized = false;
    for (;;) {
        if (quint32(answer.size()) == wanted) {
            if (sized)
                return answer;
            wanted = qFromBigEndian<quint32>(answer.constData());
            if (wanted == 0 || wanted > longestAnswer)
                return std::nullopt;
            sized = true;
            answer.clear();
        }
        char buffer[4096];
        const size_t room = std::min<size_t>(sizeof buffer, wanted - quint32(answer.size()));
        const ssize_t n = ::recv(m_socket.get(), buffer, room, 0);
        if (n > 0)
            answer.append(buffer, n);
        else if (n == 0 || errno != EAGAIN ||
                 patience.wait(m_socket.get(), POLLIN) != Patience::State::Waiting)
            return std::nullopt;
    }
}

std::optional<QList<SshAgent::Key>> SshAgent::keys(Patience& patience)
{
    const auto answer = ask(QByteArray(1, requestIdentities), patience);
    if (!answer || answer->at(0) != identitiesAnswer)
        return std::nullopt;
    SshReader in(QByteArrayView(*answer).sliced(1));
    const quint32 count = in.number();
    QList<Key> keys;
    for (quint32 i = 0; i < count && in.ok(); ++i) {
        const QByteArrayView blob = in.string();
        const QByteArrayView comment = in.string();
        const QByteArrayView type = SshReader(blob).string();
        if (in.ok() && usable(type))
            keys.append({blob.toByteArray(), type.toByteArray(), QString::fromUtf8(comment)});
    }
    return keys;
}

std::optional<QByteArray> SshAgent::sign(const QByteArray& blob, const QByteArray& algorithm,
                                         QByteArrayView data, Patience& patience)
{
    QByteArray request(1, signRequest);
    putString(request, blob);
    putString(request, data);
    putNumber(request, algorithm == "rsa-sha2-512"   ? flagRsaSha512
                       : algorithm == "rsa-sha2-256" ? flagRsaSha256
                                                     : 0);
    const auto answer = ask(request, patience);
    if (!answer || answer->at(0) != signResponse)
        return std::nullopt;
    SshReader in(QByteArrayView(*answer).sliced(1));
    SshReader signature(in.string());
    if (signature.string() != algorithm)
        return std::nullopt; // an old agent that passes over the flags
    const QByteArrayView bytes = signature.string();
    return signature.ok() ? std::optional(bytes.toByteArray()) : std::nullopt;
}

} // namespace ruw
