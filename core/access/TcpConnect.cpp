#include "core/access/TcpConnect.h"

#include <QHostAddress>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace ruw {

namespace {

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

struct Lookup {
    int code = EAI_AGAIN;
    std::vector<Address> addresses;
};

Lookup lookUp(const QByteArray& host, int port, AddressFamily family, int flags)
{
    addrinfo hints{};
    hints.ai_family = family == AddressFamily::Ipv4   ? AF_INET
                      : family == AddressFamily::Ipv6 ? AF_INET6
                                                      : AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    Lookup result;
    result.code = ::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &list);
    for (const addrinfo* info = list; info; info = info->ai_next) {
        Address address;
        std::memcpy(&address.storage, info->ai_addr, info->ai_addrlen);
        address.length = info->ai_addrlen;
        result.addresses.push_back(address);
    }
    if (list)
        ::freeaddrinfo(list);
    return result;
}

/// getaddrinfo() can't be stopped: it runs on a thread of its own that is left behind when nobody waits any more.
Lookup lookUpPatiently(const QByteArray& host, int port, AddressFamily family, Patience& patience)
{
    Lookup literal = lookUp(host, port, family, AI_NUMERICHOST);
    if (literal.code == 0)
        return literal;
    struct Shared {
        std::mutex mutex;
        bool done = false;
        Lookup result;
        FileDescriptor ready{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    };
    const auto shared = std::make_shared<Shared>();
    std::thread([shared, host, port, family] {
        Lookup result = lookUp(host, port, family, AI_ADDRCONFIG);
        const std::lock_guard lock(shared->mutex);
        shared->result = std::move(result);
        shared->done = true;
        (void)::eventfd_write(shared->ready.get(), 1);
    }).detach();
    for (;;) {
        const bool over = patience.wait(shared->ready.get(), POLLIN) != Patience::State::Waiting;
        const std::lock_guard lock(shared->mutex);
        if (shared->done)
            return shared->result;
        if (over)
            return {};
    }
}

TcpEnd endOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
    case ECONNRESET:
        return TcpEnd::Refused;
    case ENETUNREACH:
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT:
    case EINVAL:
        return TcpEnd::NoRoute;
    default:
        return TcpEnd::NoAnswer;
    }
}

QString systemText(int error)
{
    return QString::fromLocal8Bit(
        std::strerror(error)); // NOLINT(concurrency-mt-unsafe): glibc's is per thread
}

TcpAttempt connectTo(const Address& address, Patience& patience, Patience::Milliseconds share)
{
    TcpAttempt attempt;
    attempt.socket =
        FileDescriptor(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int fd = attempt.socket.get();
    const auto failed = [&](int error) {
        attempt.socket = {};
        attempt.end = endOf(error);
        attempt.detail = systemText(error);
        return std::move(attempt);
    };
    if (fd < 0)
        return failed(errno);
    const int on = 1;
    (void)::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address.storage), address.length) == 0) {
        attempt.end = TcpEnd::Connected;
        return attempt;
    }
    if (errno != EINPROGRESS)
        return failed(errno);
    const auto until = std::chrono::steady_clock::now() + share;
    for (;;) {
        const auto left = std::chrono::ceil<Patience::Milliseconds>(until - std::chrono::steady_clock::now());
        const auto state = left > 0ms ? patience.wait(fd, POLLOUT, left) : Patience::State::Expired;
        pollfd ready{fd, POLLOUT, 0};
        if (::poll(&ready, 1, 0) > 0) {
            int error = 0;
            socklen_t size = sizeof error;
            (void)::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
            if (error != 0)
                return failed(error);
            attempt.end = TcpEnd::Connected;
            return attempt;
        }
        if (state != Patience::State::Waiting) {
            failed(ETIMEDOUT);
            attempt.end = state == Patience::State::Stopped ? TcpEnd::Stopped : TcpEnd::NoAnswer;
            return attempt;
        }
    }
}

} // namespace

TcpAttempt connectTcp(const QString& host, int port, AddressFamily family, Patience& patience)
{
    const Lookup lookup = lookUpPatiently(host.toUtf8(), port, family, patience);
    TcpAttempt last;
    if (lookup.addresses.empty()) {
        last.end = patience.state() == Patience::State::Stopped ? TcpEnd::Stopped : TcpEnd::NameUnknown;
        last.detail = QString::fromLocal8Bit(::gai_strerror(lookup.code));
        return last;
    }
    for (size_t i = 0; i < lookup.addresses.size(); ++i) {
        const auto share = patience.left() / qint64(lookup.addresses.size() - i);
        last = connectTo(lookup.addresses[i], patience, share);
        if (last.end == TcpEnd::Connected || last.end == TcpEnd::Stopped)
            break;
    }
    return last;
}

void noticeLostPeer(int socket)
{
    const auto set = [socket](int level, int name, int value) {
        (void)::setsockopt(socket, level, name, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 3);  // seconds of silence before the first probe
    set(IPPROTO_TCP, TCP_KEEPINTVL, 2); // seconds between probes
    set(IPPROTO_TCP, TCP_KEEPCNT, 2);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, 6'000); // milliseconds that sent data may stay unacknowledged
}

AddressFamily addressFamilyOf(const QString& address)
{
    return QHostAddress(address).protocol() == QAbstractSocket::IPv6Protocol ? AddressFamily::Ipv6
                                                                            : AddressFamily::Ipv4;
}

} // namespace ruw
