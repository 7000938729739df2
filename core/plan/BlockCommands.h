#pragma once

#include "core/base/Quote.h"

#include <QList>
#include <QString>

namespace ruw {

/// What a block on one node shall cover.
struct BlockSpec {
    QString runId;
    QList<int> ports;     ///< TCP, in and out
    QList<int> keptPorts; ///< SMTP and SSH: never matched, whatever the other end's port is
};

/// The commands that put a block on, look at it and lift it. Complete scripts, ready to paste; each may be run twice.
struct BlockCommands {
    Shell shell = Shell::Posix;
    QString apply;  ///< also extends: the new set replaces the old one atomically (nftables)
    QString lift;
    QString verify; ///< prints the rules with counters; for people and for the probe
};

/// nftables: a table of our own (`inet`, drop, in and out on every interface but loopback), kept over a reboot by a
/// systemd unit of our own until lifted.
BlockCommands nftablesBlock(const BlockSpec& spec);
/// Where only iptables is there: chains of our own in iptables and ip6tables (a firewalld reload may flush them).
BlockCommands iptablesBlock(const BlockSpec& spec);
/// PowerShell: New-NetFirewallRule in a group of our own. Not tried on a real Windows node.
BlockCommands windowsBlock(const BlockSpec& spec);

} // namespace ruw
