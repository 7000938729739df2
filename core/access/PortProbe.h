#pragma once

#include "core/access/TcpConnect.h"

#include <QByteArray>

#include <chrono>
#include <stop_token>

namespace ruw {

/// What a TCP port said to this machine.
enum class ProbeState {
    Open,
    Refused,  ///< the host answered that nobody listens (or a filter answered in its name)
    Filtered, ///< no answer within the limit, or "unreachable"
    Unknown   ///< could not be asked: no such name, no way there from this machine, stopped
};

ProbeState probeState(TcpEnd end);

struct PortAnswer {
    ProbeState state = ProbeState::Unknown;
    QString detail; ///< why it is unknown or filtered, in the system's words
};

/// Asks one port from this machine and closes at once.
PortAnswer probePort(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop);

struct SmtpAnswer {
    ProbeState state = ProbeState::Unknown;
    bool answers = false; ///< greeted with 220: a mail server that takes sessions
    QByteArray greeting;  ///< the greeting's last line, at most 512 bytes; empty: none came
    QString detail;
};

/// Waits for the SMTP greeting and takes leave with QUIT, as RFC 5321 wants it; nothing is sent before the greeting.
SmtpAnswer probeSmtp(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop);

} // namespace ruw
