#pragma once

#include "core/base/Result.h"
#include "core/plan/Procedure.h"
#include "core/site/Site.h"

namespace ruw {

/// What can go wrong in a rehearsal (safety.md lists it). Each happens once, at one step.
enum class FaultKind {
    // of a command
    CommandFails,      ///< exit status 1, nothing done
    CommandSaysFailed, ///< done, and yet exit status 1
    CommandLies,       ///< exit status 0, nothing done
    CommandHangs,      ///< the time limit passes, nothing done
    LostBefore,        ///< the connection is lost before the command starts
    LostAfter,         ///< it took effect, and the connection is lost before the answer
    LostInOutput,      ///< it took effect, and the connection is lost in the middle of its output
    NodeUnreachable,   ///< for five minutes nobody reaches the node by SSH
    // of the installer
    InstallerStarts,      ///< starts the service by itself
    InstallerBootStart,   ///< switches start at boot on
    InstallerNewPort,     ///< rewrites the replica config with another port
    InstallerChangesMode, ///< rewrites the replica config with data sync on where it was off, or off
    InstallerEnablesSync, ///< switches settings sync on
    InstallerLies,        ///< says success, the version is unchanged
    InstallerFails,       ///< ends with an error half-way
    InstallerReboots,     ///< restarts the node before it has ended
    // of the world
    NodeReboots,      ///< a service that is set to start does start
    RebootDropsBlock, ///< the same, and the block does not come back
    BlockVanishes,    ///< somebody flushes the rules
    PortStaysOpen,    ///< the block stands, and one port still answers (another path)
    ServiceStarts,    ///< somebody starts the service
    SyncSwitchedOn,   ///< somebody enables settings sync
    OtherRun,         ///< another run puts its block on this node
    ConfigChanges,    ///< somebody changes a port in the replica config
    ModeChanges,      ///< somebody switches data sync there
    PeerChanges,      ///< somebody changes a server there
    ClockWrong,       ///< the node's clock is an hour ahead
    DiskFills,        ///< the queue disk is full for an hour
    ServiceStaysDown, ///< the service can't be started (three times)
    RestartAsked,     ///< a slave asks for a restart
    RestartTwice,     ///< and again after it
    // of the operator
    OperatorLies,     ///< says that it is done, and it is not
    OperatorDeclines, ///< holds before the step
    OperatorSkips,    ///< wants to skip it
    OperatorGoesBack, ///< wants to undo everything
    OperatorGivesUp,  ///< from this step on goes back at the first trouble
    OperatorExcludes, ///< from this step on leaves a slave out at the first trouble with it
    WayBackDropsBlock, ///< the snapshot that is brought back knows nothing of the isolation
    OperatorAbsent,   ///< nobody answers any more
    // of this machine
    KilledBefore, ///< the program ends before a record of this step is written
    KilledAfter,  ///< right after it
    KilledAmid,   ///< in the middle of it: a torn line
};
QString faultCode(FaultKind kind); ///< "command-fails" ...
std::optional<FaultKind> faultFromCode(const QString& code);
Text faultText(FaultKind kind); ///< for the list from which the operator picks
const QList<FaultKind>& allFaults();
/// Neither the operator's own doing nor the end of this program: what a person who rehearses can pick.
bool comesFromOutside(FaultKind kind);

/// When within a step it happens.
enum class FaultMoment {
    Beginning, ///< of the step
    Midway,    ///< when half of its installer's time has passed
    Undo       ///< when it is undone
};

/// One thing that goes wrong, and where.
struct Fault {
    FaultKind kind = FaultKind::CommandFails;
    QString step;   ///< id; empty with `record`
    int record = 0; ///< Killed*: the journal's record by its number, instead of a step
    QString node = {}; ///< whom the world strikes, as step ids name it (nodeInIds()); empty: the step's own
    FaultMoment moment = FaultMoment::Beginning;
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Which faults happen where.
struct FaultPlan {
    QList<Fault> faults;

    /// Takes "KIND@STEP,KIND@STEP"; empty: none. KIND@STEP/NODE for what the world does to a node that is not the step's,
    /// KIND@midway:STEP/NODE for what it does in the middle of an installer's time, KIND@undo:STEP for what happens when the
    /// step is undone, KIND@#N for the N-th record of the journal. A KIND alone is read, too: checkFaults() refuses it with the
    /// steps that there are. Errors: faults-unreadable, naming the part that is.
    static Result<FaultPlan> parse(const QString& text);
    QString toString() const;
    friend bool operator==(const FaultPlan&, const FaultPlan&) = default;
};

/// Whether this fault can show at this step at all, on the step's own node.
bool faultFits(FaultKind kind, const Step& step, const Procedure& procedure, const Site& site);
/// Whether it can happen as it is written: there, on that node, at that moment.
bool faultFits(const Fault& fault, const Procedure& procedure, const Site& site);
/// The nodes that the world can strike with it, by name; none: the fault is the step's or the whole site's.
QStringList nodesToStrike(FaultKind kind, const Procedure& procedure, const Site& site);
/// The name of the node that is struck; empty: none is.
QString struckNode(const Fault& fault, const Step& step, const Site& site);
/// The error of a fault list that names no step, one which the procedure does not have, or where the fault can't happen: it
/// says at which steps it can.
Status checkFaults(const FaultPlan& plan, const Procedure& procedure, const Site& site);

} // namespace ruw
