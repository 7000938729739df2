#include "core/access/ssh/SshWire.h"

#include "core/access/ssh/SshConnection.h"
#include "core/access/TcpConnect.h"

#include <libssh2.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

namespace ruw {

SocketWire::SocketWire(FileDescriptor socket) : m_socket(std::move(socket))
{
    noticeLostPeer(m_socket.get());
}

ssize_t SocketWire::receive(void* buffer, size_t size)
{
    const ssize_t got = ::recv(m_socket.get(), buffer, size, MSG_DONTWAIT);
    const int error = errno;
    // Acknowledge at once: with its delayed acknowledgements the kernel adds up to 40 ms to a login. It falls back to
    // them by itself, so the option is set again and again.
    const int on = 1;
    (void)::setsockopt(m_socket.get(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    if (got < 0)
        return -error;
    m_received += quint64(got);
    return got;
}

ssize_t SocketWire::send(const void* buffer, size_t size)
{
    const ssize_t sent = ::send(m_socket.get(), buffer, size, MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent >= 0 ? sent : -errno;
}

void SocketWire::shutDown()
{
    (void)::shutdown(m_socket.get(), SHUT_RDWR);
}

TunnelWire::TunnelWire(std::unique_ptr<SshConnection> jump, LIBSSH2_CHANNEL* channel)
    : m_jump(std::move(jump)), m_channel(channel)
{
}

TunnelWire::~TunnelWire() = default;

ssize_t TunnelWire::receive(void* buffer, size_t size)
{
    const ssize_t got = libssh2_channel_read(m_channel, static_cast<char*>(buffer), size);
    if (got > 0)
        return got;
    if (got == LIBSSH2_ERROR_EAGAIN || (got == 0 && libssh2_channel_eof(m_channel) == 0))
        return -EAGAIN;
    return got == 0 ? 0 : -ECONNRESET;
}

ssize_t TunnelWire::send(const void* buffer, size_t size)
{
    // A packet of the channel may be smaller than one of the session inside. That session takes a part that was sent
    // for a sign that there is no room, and nothing would ever wake it: so on until there really is none.
    size_t done = 0;
    while (done < size) {
        const ssize_t sent =
            libssh2_channel_write(m_channel, static_cast<const char*>(buffer) + done, size - done);
        if (sent > 0)
            done += size_t(sent);
        else if (sent == 0 || sent == LIBSSH2_ERROR_EAGAIN)
            break;
        else
            return -ECONNRESET;
    }
    return done > 0 ? ssize_t(done) : -EAGAIN;
}

int TunnelWire::fd() const
{
    return m_jump->socket();
}

quint64 TunnelWire::bytesReceived() const
{
    return m_jump->bytesReceived();
}

bool TunnelWire::wantsToSend() const
{
    return m_jump->wantsToSend();
}

void TunnelWire::shutDown()
{
    m_jump->close();
}

} // namespace ruw
