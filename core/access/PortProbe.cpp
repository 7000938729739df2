#include "core/access/PortProbe.h"

#include "core/access/SmtpTalk.h"

namespace ruw {

ProbeState probeState(TcpEnd end)
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

PortAnswer probePort(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop)
{
    Patience patience(limit, std::move(stop));
    const TcpAttempt attempt = connectTcp(address, port, family, patience);
    return {probeState(attempt.end), attempt.detail};
}

SmtpAnswer probeSmtp(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                     std::stop_token stop)
{
    Patience patience(limit, std::move(stop));
    const SmtpTalk talk(address, port, family, patience);
    return {talk.state(), talk.greeting().code == 220, talk.greeting().line, talk.detail()};
}

} // namespace ruw
