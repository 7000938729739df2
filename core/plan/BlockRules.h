#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

namespace ruw {

/// What a node's packet filter shows of a block of this program: read back from `nft list table` or `iptables -v -S`, as
/// BlockCommands put it on.
struct BlockRules {
    QStringList runIds;        ///< of the comments, sorted; more than one: blocks of different runs
    QSet<int> ports;           ///< dropped in and out, as source and as destination
    qint64 droppedPackets = 0; ///< over all rules
    bool empty() const { return runIds.isEmpty(); }

    /// Takes the listing as it was printed; lines that are no drop rule of ours are passed over.
    static BlockRules read(const QByteArray& listing);
};

} // namespace ruw
