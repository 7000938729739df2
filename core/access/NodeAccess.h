#pragma once

#include "core/access/AccessContext.h"
#include "core/base/Result.h"
#include "core/site/Site.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <stop_token>

namespace ruw {

/// A command for a node's shell. Secrets never stand in `script`.
struct NodeCommand {
    QByteArray script; ///< POSIX sh text, run by `sh -s`-like means of the access
    QByteArray input;  ///< standard input of the script
    std::chrono::milliseconds limit{30'000};
    qint64 outputLimit = 4 * 1024 * 1024; ///< bytes kept of each stream
    bool asRoot = false;                  ///< by sudo where the site says so
};

/// How a command ended. An exit status is only meaningful with End::Exited: a lost connection is not "status 0".
struct CommandOutcome {
    enum class End { Exited, Signalled, ConnectionLost, TimedOut, Cancelled };
    End end = End::Exited;
    int status = 0;
    QString signal;
    QByteArray out, err;
    bool truncated = false;
};

/// The way to one node. Synchronous; one object is used by one thread at a time. Implementations: FilesAccess (the
/// config is a file here), SshAccess, the rehearsal's SimulatedSite.
class NodeAccess {
public:
    virtual ~NodeAccess() = default;
    /// Errors where the command could not be started or the access can't run commands (access-no-commands).
    virtual Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) = 0;
    /// The node's replica config, at most ReplicaConfig::sizeLimit bytes. `shownPath` is set to where it was read.
    virtual Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) = 0;
    /// What a command printed, without the secrets that this access knows: nothing else may be kept or shown of it (S10).
    virtual QByteArray redacted(QByteArray printed) const { return printed; }
};

/// The access that a node's site entry asks for. `directory`: of the site file.
/// `context`: for SSH; nobody can be asked and no host key is accepted where it is left out.
/// Errors: access-windows-ssh (Windows nodes can't be reached by SSH for now), access-no-config.
Result<std::shared_ptr<NodeAccess>> makeAccess(const Node& node, const Site& site,
                                               AccessContext context = {});

} // namespace ruw
