#pragma once

#include "core/base/Quote.h"

#include <QList>
#include <QString>

namespace ruw {

/// What a block on one node shall cover. Ports are TCP (an assumption: the FAQ names numbers only).
struct BlockSpec {
    QString runId;
    QList<int> ports;     ///< in and out
    QList<int> keptPorts; ///< SMTP and SSH: never matched, whatever the other end's port is
};

/// The commands that put a block on, look at it and lift it. Complete scripts, ready to paste as root; each
/// may be run twice. The ports stand in the first lines, so that a block is extended by adding numbers there.
struct BlockCommands {
    Shell shell = Shell::Posix;
    QString apply; ///< also extends: the new set replaces the old one, without a gap (nftables: atomically)
    QString lift;
    QString verify; ///< prints the rules with counters; for people and for the probe
};

/// nftables: a table of our own (`inet`, drop, in and out on every interface but loopback), kept over a
/// reboot by a systemd unit of our own until lifted. Refuses to replace the block of another run.
BlockCommands nftablesBlock(const BlockSpec& spec);
/// Where only iptables is there: chains of our own in iptables and ip6tables (a firewalld reload may flush
/// them).
BlockCommands iptablesBlock(const BlockSpec& spec);
/// PowerShell: New-NetFirewallRule in a group of our own. Not tried on a real Windows node.
BlockCommands windowsBlock(const BlockSpec& spec);

/// Asks, on one node, whether each of `ports` of `address` answers: prints "PORT open", "PORT refused" (by the
/// node, or in its name by a filter that resets), "PORT filtered" (no answer, or turned away as prohibited or no host) or "PORT unknown"
/// (could not be tried: no network leads there, no such name) a line. Changes nothing. In PowerShell not tried on a real Windows node.
QString probeCommand(const QString& address, const QList<int>& ports, Shell shell);

} // namespace ruw
