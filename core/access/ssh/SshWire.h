#pragma once

#include "core/access/FileDescriptor.h"

#include <QtGlobal>

#include <sys/types.h>

#include <memory>

typedef struct _LIBSSH2_CHANNEL LIBSSH2_CHANNEL;

namespace ruw {

class SshConnection;

/// What carries an SSH session's bytes: a TCP socket, or a channel of the session with a jump host. Never blocks.
class SshWire {
public:
    virtual ~SshWire() = default;
    /// Bytes moved, 0 at the end, or a negative errno (-EAGAIN: wait for fd()).
    virtual ssize_t receive(void* buffer, size_t size) = 0;
    virtual ssize_t send(const void* buffer, size_t size) = 0;
    /// The socket to poll; for a tunnel the jump host's.
    virtual int fd() const = 0;
    /// Everything that ever came through the socket.
    virtual quint64 bytesReceived() const = 0;
    /// Something below waits for room to send.
    virtual bool wantsToSend() const = 0;
    /// Between us and the peer stands a host whose own TCP connection hides a lost peer from our kernel.
    virtual bool hidesLostPeer() const = 0;
    /// Nothing more is sent or received.
    virtual void shutDown() = 0;
};

class SocketWire final : public SshWire {
public:
    explicit SocketWire(FileDescriptor socket);
    ssize_t receive(void* buffer, size_t size) override;
    ssize_t send(const void* buffer, size_t size) override;
    int fd() const override { return m_socket.get(); }
    quint64 bytesReceived() const override { return m_received; }
    bool wantsToSend() const override { return false; }
    bool hidesLostPeer() const override { return false; }
    void shutDown() override;

private:
    FileDescriptor m_socket;
    quint64 m_received = 0;
};

/// A direct-tcpip channel through a jump host, whose connection it owns.
class TunnelWire final : public SshWire {
public:
    TunnelWire(std::unique_ptr<SshConnection> jump, LIBSSH2_CHANNEL* channel);
    ~TunnelWire() override;
    ssize_t receive(void* buffer, size_t size) override;
    ssize_t send(const void* buffer, size_t size) override;
    int fd() const override;
    quint64 bytesReceived() const override;
    bool wantsToSend() const override;
    bool hidesLostPeer() const override { return true; }
    void shutDown() override;

private:
    std::unique_ptr<SshConnection> m_jump;
    LIBSSH2_CHANNEL* m_channel; ///< freed with the jump host's session
};

} // namespace ruw
