#pragma once

#include "core/access/Patience.h"

#include <QString>

namespace ruw {

enum class AddressFamily { Any, Ipv4, Ipv6 };
/// Of a literal IPv6 address that one; anything else is asked over IPv4.
AddressFamily addressFamilyOf(const QString& address);

/// How an attempt to connect ended.
enum class TcpEnd {
    Connected,
    NameUnknown, ///< the name does not resolve (in that family)
    Refused,     ///< the host answered: nobody listens
    NoAnswer,    ///< nothing came back within the limit, or a router or filter said "unreachable"
    NoRoute,     ///< this machine itself has no way there
    Stopped
};

struct TcpAttempt {
    TcpEnd end = TcpEnd::NoAnswer;
    FileDescriptor socket; ///< non-blocking, TCP_NODELAY; open only with TcpEnd::Connected
    QString detail;        ///< the system's own words, for people; may be empty
};

/// Connects to a host name or a literal address (IPv6 without brackets). Every wait, the name look-up included, keeps
/// to `patience`. Several addresses are tried one after the other, each with its share of the time.
TcpAttempt connectTcp(const QString& host, int port, AddressFamily family, Patience& patience);

/// Makes the kernel notice a peer that is gone within 10 seconds, whether data is on its way or not: half-dead
/// connections otherwise stay open for hours.
void noticeLostPeer(int socket);

} // namespace ruw
