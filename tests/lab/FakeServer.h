#pragma once

#include "core/access/FileDescriptor.h"

#include <QByteArray>

#include <netinet/in.h>
#include <sys/socket.h>

#include <functional>
#include <thread>

/// Something on a port of 127.0.0.1 that is no proper SSH server: each connection is handed to a function.
class FakeServer {
public:
    explicit FakeServer(std::function<void(int)> serve)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
        socklen_t size = sizeof address;
        (void)::bind(m_socket.get(), reinterpret_cast<sockaddr*>(&address), size);
        (void)::listen(m_socket.get(), 8);
        (void)::getsockname(m_socket.get(), reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, serve] {
            for (;;) {
                const ruw::FileDescriptor client(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
                if (!client.isOpen())
                    return;
                serve(client.get());
            }
        });
    }
    ~FakeServer()
    {
        (void)::shutdown(m_socket.get(), SHUT_RDWR); // wakes accept()
        m_thread.join();
    }

    int port() const { return m_port; }

    static bool say(int fd, const QByteArray& bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const ssize_t n = ::send(fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            sent += n;
        }
        return true;
    }
    /// Until the client closes.
    static void listenOnly(int fd)
    {
        char buffer[4096];
        while (::recv(fd, buffer, sizeof buffer, 0) > 0) {
        }
    }

private:
    ruw::FileDescriptor m_socket;
    std::thread m_thread;
    int m_port = 0;
};
