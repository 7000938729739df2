#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ruw {

/// The value of a `REPLICA_SERVER_n`, taken apart: `10.77.0.2:14083`, `[2001:db8::2]:14083`,
/// `mf2.example.jp:14083`, or the same without a port. No network is asked.
struct PeerAddress {
    enum class HostProblem {
        None,
        Missing,
        BareIpv6, ///< IPv6 without brackets: where the address ends and the port begins can't be told
        Invalid,
    };

    QString host; ///< as written, without brackets; empty where there is a problem
    HostProblem hostProblem = HostProblem::None;
    bool portGiven = false;  ///< something stands behind the colon
    std::optional<int> port; ///< none: not given, or no port number
};

PeerAddress parsePeerAddress(const QByteArray& value);

/// A port number as it must be written: ASCII digits, 1 to 65535, no sign, no leading zero.
std::optional<int> parsePort(const QByteArray& value);

} // namespace ruw
