#pragma once

#include "tests/lab/standin/Installation.h"

#include <QTcpSocket>

#include <optional>

namespace standin {

/// The stand-in's own line protocol on the sync ports; nothing of it is the product's. Either side opens with
///   WHAT VERSION ROLE NODE REST...
/// and who hears of another version than its own writes an alarm: that is how the lab knows that two versions synced.
struct Greeting {
    QByteArray what;
    ruw::ProductVersion version;
    bool master = false;
    QString node;
    QByteArrayList rest;

    static QByteArray line(const Installation& own, const QByteArray& what, const QByteArrayList& rest);
    static std::optional<Greeting> parse(const QByteArray& line);
};

/// Writes the alarm where the versions differ: `TIME WHAT OWN-NODE OWN-VERSION PEER-NODE PEER-VERSION`.
void compareVersions(const Installation& own, const Greeting& peer);

constexpr qsizetype longestLine = 4096;
/// A line that is wholly there; nothing otherwise. A peer that sends an endless line is cut off.
std::optional<QByteArray> takeLine(QTcpSocket& socket);

} // namespace standin
