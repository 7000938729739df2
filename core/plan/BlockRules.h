#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

namespace ruw {

/// What a node's packet filter shows of a block of this program: read back from `nft list table`, or from `iptables -S INPUT`,
/// `-S OUTPUT` and `-v -S` of our chains below a line "# iptables" (the same for ip6tables), as BlockCommands put it on.
struct BlockRules {
    QStringList runIds;        ///< of the comments, sorted; more than one: blocks of different runs
    QSet<int> ports;           ///< dropped in and out, as source and as destination
    /// The packets of every family come to the rules: the chains are hooked, or the filter's own chains jump to them. Rules
    /// that nothing leads to drop nothing.
    bool inForce = false;
    qint64 droppedPackets = 0; ///< over all rules
    bool empty() const { return runIds.isEmpty(); }

    /// Takes the listing as it was printed; lines that are no drop rule of ours are passed over.
    static BlockRules read(const QByteArray& listing);
};

} // namespace ruw
