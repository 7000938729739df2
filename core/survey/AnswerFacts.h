#pragma once

#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// What the records of an answer mean. Each function looks at its own records only, so that a node may be asked for a few
/// things. Unknown, with the reason, wherever the answer does not say it for certain.
namespace answerfacts {

bool asRoot(const NodeAnswer& answer); ///< the user who answered is root
Fact<QString> hostname(const NodeAnswer& answer);
Fact<QString> os(const NodeAnswer& answer); ///< as the machine names it: "Debian GNU/Linux 12 (bookworm)"
Fact<QStringList> addresses(const NodeAnswer& answer); ///< by which other nodes may reach it
Fact<bool> systemd(const NodeAnswer& answer);
Fact<bool> rebootPending(const NodeAnswer& answer);

/// The first thing in the version command's output that reads as a version, as ProductVersion::toString().
Fact<QString> version(const NodeAnswer& answer, const NodeQuery& query);
/// Of the operator's status commands: exit 0 is yes, 3 or 1 is no, anything else is unknown.
Fact<ServiceState> service(const NodeAnswer& answer, const NodeQuery& query);
Fact<BootStart> bootStart(const NodeAnswer& answer, const NodeQuery& query);
Fact<bool> settingsSync(const NodeAnswer& answer, const NodeQuery& query);

/// The config's bytes. Errors: file-missing, file-not-regular, file-unreadable, file-too-large, file-changing (it was
/// written to while it was read), config-not-read. `shownPath`: how the file is named in them.
Result<QByteArray> config(const NodeAnswer& answer, const QString& shownPath);

/// The directory that the config was found in: the entered one, else the default one.
Fact<QString> installDir(const NodeAnswer& answer, const NodeQuery& query);
Fact<QList<int>> listeningPorts(const NodeAnswer& answer); ///< TCP, sorted
Fact<QStringList> firewall(const NodeAnswer& answer);      ///< "nftables", "iptables", "firewalld"
/// Run ids of the blocks of this program that stand, as rules or as files that put them on at the next boot; "?" where
/// the id can't be told.
Fact<QStringList> block(const NodeAnswer& answer);
/// The rules of ours with their counters, as nft and iptables print them; empty: none, or not known.
QByteArray blockRules(const NodeAnswer& answer);

/// What lies in the queue directory.
struct Queue {
    qint64 files = 0, bytes = 0;
    qint64 oldestSecs = 0; ///< time of the oldest file by the node's clock, seconds since 1970; 0: no file
    friend bool operator==(const Queue&, const Queue&) = default;
};
Fact<Queue> queue(const NodeAnswer& answer, const NodeQuery& query);
Fact<qint64> freeDisk(const NodeAnswer& answer, const NodeQuery& query);
Fact<QString> installerSha256(const NodeAnswer& answer, const NodeQuery& query);
/// Of the copy of the replica config at NodeQuery::copyPath.
Fact<QString> copySha256(const NodeAnswer& answer, const NodeQuery& query);

/// An installer that was started detached (resources/scripts/installer-start.sh).
struct Job {
    enum class State {
        None,    ///< none was started
        Running,
        Ended,
        Lost,    ///< it runs no more and left no result: killed, or the node was restarted
        Unknown  ///< the node did not say
    };
    State state = State::Unknown;
    int status = 0; ///< with Ended
    QByteArray log; ///< the end of what it printed
    Text why;       ///< with Unknown
};
Job job(const NodeAnswer& answer, const NodeQuery& query);

/// The node's own clock at the end of its answer, seconds since 1970.
std::optional<qint64> nodeTime(const NodeAnswer& answer);

/// The states of the ports of all targets, in the order in which they were asked; none: the node could not ask.
std::optional<QList<PortState>> reach(const NodeAnswer& answer, const NodeQuery& query);

/// How many seconds the node's clock is ahead of this machine's. The way there and back is allowed for: a difference that
/// it may account for is 0.
Fact<qint64> clockSkew(const NodeAnswer& answer);

} // namespace answerfacts
} // namespace ruw
