#include "core/product/PeerAddress.h"

#include <QList>

#include <algorithm>
#include <arpa/inet.h>

namespace ruw {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAddress(int family, const QByteArray& text)
{
    in6_addr address; // the larger of the two
    return !text.contains('\0') && inet_pton(family, text.constData(), &address) == 1;
}

bool isLabel(const QByteArray& label)
{
    // The underscore is no letter of a host name by the book, but Windows names have it.
    const auto allowed = [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith('-') && !label.endsWith('-') &&
           std::all_of(label.begin(), label.end(), allowed);
}

bool isHostName(QByteArray name)
{
    if (name.endsWith('.'))
        name.chop(1);
    if (name.isEmpty() || name.size() > 253)
        return false;
    const QList<QByteArray> labels = name.split('.');
    // A last label of digits means an IPv4 address; one that gets here is mistyped (10.0.0.300).
    const bool numeric = std::all_of(labels.last().begin(), labels.last().end(), isDigit);
    return !numeric && std::all_of(labels.begin(), labels.end(), isLabel);
}

void readPort(PeerAddress& peer, const QByteArray& text)
{
    peer.portGiven = true;
    peer.port = parsePort(text);
}

void readHost(PeerAddress& peer, const QByteArray& text, bool valid)
{
    if (valid)
        peer.host = QString::fromLatin1(text);
    else
        peer.hostProblem = PeerAddress::HostProblem::Invalid;
}

void readBracketed(PeerAddress& peer, const QByteArray& value)
{
    const qsizetype end = value.indexOf(']');
    const QByteArray rest = end < 0 ? QByteArray() : value.mid(end + 1);
    if (end < 0 || (!rest.isEmpty() && !rest.startsWith(':'))) {
        peer.hostProblem = PeerAddress::HostProblem::Invalid;
        return;
    }
    const QByteArray address = value.mid(1, end - 1);
    readHost(peer, address, isAddress(AF_INET6, address));
    if (!rest.isEmpty())
        readPort(peer, rest.mid(1));
}

} // namespace

PeerAddress parsePeerAddress(const QByteArray& value)
{
    PeerAddress peer;
    if (value.isEmpty()) {
        peer.hostProblem = PeerAddress::HostProblem::Missing;
        return peer;
    }
    if (value.startsWith('[')) {
        readBracketed(peer, value);
        return peer;
    }
    const qsizetype colon = value.lastIndexOf(':');
    const QByteArray host = colon < 0 ? value : value.first(colon);
    if (isAddress(AF_INET6, value) || isAddress(AF_INET6, host)) {
        peer.hostProblem = PeerAddress::HostProblem::BareIpv6;
        return peer;
    }
    readHost(peer, host, isAddress(AF_INET, host) || isHostName(host));
    if (colon >= 0)
        readPort(peer, value.mid(colon + 1));
    return peer;
}

std::optional<int> parsePort(const QByteArray& value)
{
    constexpr qsizetype mostDigits = 5;
    if (value.isEmpty() || value.size() > mostDigits || value.startsWith('0') ||
        !std::all_of(value.begin(), value.end(), isDigit))
        return std::nullopt;
    const int number = value.toInt();
    return number <= 65535 ? std::optional(number) : std::nullopt;
}

} // namespace ruw
