#include "core/rehearsal/FaultPlan.h"

#include "core/base/Quote.h"
#include "core/plan/PlanBuilder.h"
#include "core/plan/Undo.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum class Place {
    Command,
    Installer,
    Node,
    BlockedNode,
    SyncNode,
    Start,
    RestartFlag,
    ByHand,
    Question,
    Trouble,
    WayBack,
    Any
};

struct Row {
    FaultKind kind;
    const char* code;
    const char* text;
    Place place;
};
constexpr std::array rows = {
    Row{FaultKind::CommandFails, "command-fails",
        QT_TRANSLATE_NOOP("ruw::Text", "The command fails and does nothing"), Place::Command},
    Row{FaultKind::CommandSaysFailed, "command-says-failed",
        QT_TRANSLATE_NOOP("ruw::Text", "The command does its work but reports an error"), Place::Command},
    Row{FaultKind::CommandLies, "command-lies",
        QT_TRANSLATE_NOOP("ruw::Text", "The command reports success but does nothing"), Place::Command},
    Row{FaultKind::CommandHangs, "command-hangs",
        QT_TRANSLATE_NOOP("ruw::Text", "The command hangs until its time limit"), Place::Command},
    Row{FaultKind::LostBefore, "connection-lost-before",
        QT_TRANSLATE_NOOP("ruw::Text", "The connection is lost before the command starts"), Place::Command},
    Row{FaultKind::LostAfter, "connection-lost-after",
        QT_TRANSLATE_NOOP("ruw::Text", "The connection is lost after the command took effect"),
        Place::Command},
    Row{FaultKind::LostInOutput, "connection-lost-in-output",
        QT_TRANSLATE_NOOP("ruw::Text", "The connection is lost in the middle of the command's output"),
        Place::Command},
    Row{FaultKind::NodeUnreachable, "node-unreachable",
        QT_TRANSLATE_NOOP("ruw::Text", "The node can't be reached by SSH for five minutes"), Place::Node},
    Row{FaultKind::InstallerStarts, "installer-starts-service",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer starts the service by itself"), Place::Installer},
    Row{FaultKind::InstallerBootStart, "installer-boot-start",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer switches start at boot on"), Place::Installer},
    Row{FaultKind::InstallerNewPort, "installer-new-port",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer rewrites mf_replica.def with another port"),
        Place::Installer},
    Row{FaultKind::InstallerChangesMode, "installer-changes-mode",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer rewrites mf_replica.def with data sync switched"),
        Place::Installer},
    Row{FaultKind::InstallerEnablesSync, "installer-enables-sync",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer switches settings sync on"), Place::Installer},
    Row{FaultKind::InstallerLies, "installer-lies",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer reports success, but the version is unchanged"),
        Place::Installer},
    Row{FaultKind::InstallerFails, "installer-fails",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer fails half-way"), Place::Installer},
    Row{FaultKind::InstallerReboots, "installer-reboots",
        QT_TRANSLATE_NOOP("ruw::Text", "The installer restarts the server before it has ended"),
        Place::Installer},
    Row{FaultKind::NodeReboots, "node-reboots", QT_TRANSLATE_NOOP("ruw::Text", "The server restarts"),
        Place::Node},
    Row{FaultKind::RebootDropsBlock, "reboot-drops-block",
        QT_TRANSLATE_NOOP("ruw::Text", "The server restarts, and its block does not come back"),
        Place::BlockedNode},
    Row{FaultKind::BlockVanishes, "block-vanishes",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody flushes the packet filter's rules"), Place::BlockedNode},
    Row{FaultKind::PortStaysOpen, "port-stays-open",
        QT_TRANSLATE_NOOP("ruw::Text", "The block stands, and one port still answers"), Place::BlockedNode},
    Row{FaultKind::ServiceStarts, "service-starts",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody starts the service"), Place::Node},
    Row{FaultKind::SyncSwitchedOn, "sync-switched-on",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody enables settings sync"), Place::SyncNode},
    Row{FaultKind::OtherRun, "other-run",
        QT_TRANSLATE_NOOP("ruw::Text", "Another run puts its block on the server"), Place::BlockedNode},
    Row{FaultKind::ConfigChanges, "config-changes",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody changes mf_replica.def"), Place::Node},
    Row{FaultKind::ModeChanges, "sync-mode-changes",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody switches data sync in mf_replica.def"), Place::Node},
    Row{FaultKind::PeerChanges, "peer-changes",
        QT_TRANSLATE_NOOP("ruw::Text", "Somebody changes a server in mf_replica.def"), Place::Node},
    Row{FaultKind::ClockWrong, "clock-wrong",
        QT_TRANSLATE_NOOP("ruw::Text", "The server's clock is an hour ahead"), Place::Node},
    Row{FaultKind::DiskFills, "disk-fills",
        QT_TRANSLATE_NOOP("ruw::Text", "The queue's disk is full for an hour"), Place::Node},
    Row{FaultKind::ServiceStaysDown, "service-stays-down",
        QT_TRANSLATE_NOOP("ruw::Text", "The service does not start"), Place::Start},
    Row{FaultKind::RestartAsked, "restart-asked",
        QT_TRANSLATE_NOOP("ruw::Text", "The slave asks for a restart"), Place::RestartFlag},
    Row{FaultKind::RestartTwice, "restart-asked-twice",
        QT_TRANSLATE_NOOP("ruw::Text", "The slave asks for a restart, and again after it"),
        Place::RestartFlag},
    Row{FaultKind::OperatorLies, "operator-lies",
        QT_TRANSLATE_NOOP("ruw::Text", "The operator says it is done, and it is not"), Place::ByHand},
    Row{FaultKind::OperatorDeclines, "operator-declines",
        QT_TRANSLATE_NOOP("ruw::Text", "The operator holds the run"), Place::Question},
    Row{FaultKind::OperatorSkips, "operator-skips",
        QT_TRANSLATE_NOOP("ruw::Text", "The operator wants to skip the step"), Place::Question},
    Row{FaultKind::OperatorGoesBack, "operator-goes-back",
        QT_TRANSLATE_NOOP("ruw::Text", "The operator wants to go back"), Place::Question},
    Row{FaultKind::OperatorGivesUp, "operator-gives-up",
        QT_TRANSLATE_NOOP("ruw::Text", "From here on the operator goes back at the first trouble"), Place::Trouble},
    Row{FaultKind::OperatorExcludes, "operator-excludes",
        QT_TRANSLATE_NOOP("ruw::Text", "From here on the operator leaves a slave out at the first trouble with it"),
        Place::Trouble},
    Row{FaultKind::WayBackDropsBlock, "way-back-drops-block",
        QT_TRANSLATE_NOOP("ruw::Text", "A snapshot from before the isolation is brought back"), Place::WayBack},
    Row{FaultKind::OperatorAbsent, "operator-absent",
        QT_TRANSLATE_NOOP("ruw::Text", "Nobody answers any more"), Place::Question},
    Row{FaultKind::KilledBefore, "killed-before",
        QT_TRANSLATE_NOOP("ruw::Text", "The program is killed before it writes a record"), Place::Any},
    Row{FaultKind::KilledAfter, "killed-after",
        QT_TRANSLATE_NOOP("ruw::Text", "The program is killed right after it has written a record"),
        Place::Any},
    Row{FaultKind::KilledAmid, "killed-amid",
        QT_TRANSLATE_NOOP("ruw::Text", "The program is killed in the middle of a record"), Place::Any},
};

const Row& rowOf(FaultKind kind)
{
    for (const Row& row : rows) {
        if (row.kind == kind)
            return row;
    }
    Q_UNREACHABLE();
}

Error unreadable(const QString& part, const Text& why, const Text& remedy = {})
{
    return {u"faults-unreadable"_s,
            Text::tr("The fault \"%1\" can't be rehearsed: %2").arg(shownSafely(part)).arg(why),
            Text::tr("Nothing was rehearsed."),
            remedy.isEmpty()
                ? Text::tr("Write KIND@STEP with a step's id from the plan, several with commas between them.")
                : remedy,
            {}};
}

bool killed(FaultKind kind)
{
    return rowOf(kind).place == Place::Any;
}

constexpr std::array<std::pair<FaultMoment, QLatin1StringView>, 2> momentMarks = {
    {{FaultMoment::Midway, QLatin1StringView("midway:")}, {FaultMoment::Undo, QLatin1StringView("undo:")}}};

/// What happens to a node, whatever the step is about.
bool strikesNodes(FaultKind kind)
{
    const Place place = rowOf(kind).place;
    return place == Place::Node || place == Place::BlockedNode || place == Place::SyncNode;
}

/// Where a firewall between the servers keeps them apart, it is nobody's in particular that lets the traffic through again.
bool strikesSite(FaultKind kind, const Procedure& procedure)
{
    return kind == FaultKind::BlockVanishes && procedure.kind == ProcedureKind::BlockPeerTraffic;
}

bool canStrike(FaultKind kind, const Node* node, const Procedure& procedure)
{
    if (!node || !strikesNodes(kind) || strikesSite(kind, procedure))
        return false;
    switch (rowOf(kind).place) {
    case Place::BlockedNode:
        return procedure.kind == ProcedureKind::BlockSyncPorts ||
               (kind == FaultKind::PortStaysOpen && procedure.kind == ProcedureKind::BlockPeerTraffic);
    case Place::SyncNode:
        return procedure.kind == ProcedureKind::DisableSettingsSync;
    default:
        return kind != FaultKind::NodeUnreachable || node->access == AccessKind::Ssh;
    }
}

} // namespace

QString faultCode(FaultKind kind)
{
    return QString::fromLatin1(rowOf(kind).code);
}

std::optional<FaultKind> faultFromCode(const QString& code)
{
    for (const Row& row : rows) {
        if (code == QLatin1StringView(row.code))
            return row.kind;
    }
    return std::nullopt;
}

Text faultText(FaultKind kind)
{
    return Text::tr(rowOf(kind).text);
}

bool comesFromOutside(FaultKind kind)
{
    const Place place = rowOf(kind).place;
    return place != Place::ByHand && place != Place::Question && place != Place::Trouble && place != Place::Any;
}

const QList<FaultKind>& allFaults()
{
    static const QList<FaultKind> all = [] {
        QList<FaultKind> list;
        for (const Row& row : rows)
            list.append(row.kind);
        return list;
    }();
    return all;
}

Result<FaultPlan> FaultPlan::parse(const QString& text)
{
    FaultPlan plan;
    for (const QString& piece : text.split(u',', Qt::SkipEmptyParts)) {
        const QString part = piece.trimmed();
        const qsizetype at = part.indexOf(u'@');
        const std::optional<FaultKind> kind = faultFromCode(part.left(at));
        if (!kind) {
            return unreadable(part, Text::tr("There is no such kind of fault."),
                              Text::tr("All kinds are listed by: %1").arg(u"replica-upgrade-wizard rehearse --list-faults"_s));
        }
        // Without a step: checkFaults() refuses it, and knows which ones there are.
        Fault fault{*kind, at < 0 ? QString() : part.mid(at + 1), 0};
        for (const auto& [moment, mark] : momentMarks) {
            if (fault.step.startsWith(mark)) {
                fault.moment = moment;
                fault.step.remove(0, mark.size());
                break;
            }
        }
        if (const qsizetype slash = fault.step.indexOf(u'/'); slash >= 0) {
            fault.node = fault.step.mid(slash + 1);
            fault.step.truncate(slash);
        }
        if (fault.step.startsWith(u'#')) {
            bool number = false;
            fault.record = fault.step.mid(1).toInt(&number);
            if (!number || fault.record < 1 || !killed(*kind))
                return unreadable(part, Text::tr("Only the end of the program can be tied to a record."));
            fault.step.clear();
        }
        plan.faults.append(fault);
    }
    return plan;
}

QString FaultPlan::toString() const
{
    QStringList parts;
    for (const Fault& fault : faults) {
        QString place = fault.record > 0 ? u'#' + QString::number(fault.record) : fault.step;
        for (const auto& [moment, mark] : momentMarks) {
            if (fault.moment == moment)
                place.prepend(mark);
        }
        if (!fault.node.isEmpty())
            place += u'/' + fault.node;
        parts.append(faultCode(fault.kind) + u'@' + place);
    }
    return parts.join(u',');
}

namespace {

/// Whether it is of a kind that can happen when the step is undone; on which node is another question.
bool fitsUndo(FaultKind kind, const Step& step, const Procedure& procedure)
{
    if (!step.rollback)
        return false;
    switch (rowOf(kind).place) {
    case Place::Command:
        return step.rollback->type == Action::Type::Command;
    case Place::ByHand:
        return step.rollback->type == Action::Type::Manual;
    case Place::Question:
        return kind == FaultKind::OperatorDeclines || kind == FaultKind::OperatorAbsent;
    case Place::Start:
        return counterpartOf(step.kind) == StepKind::StartService;
    case Place::WayBack:
        return step.kind == StepKind::RunInstaller && (procedure.kind == ProcedureKind::BlockSyncPorts ||
                                                       procedure.kind == ProcedureKind::DisableSettingsSync);
    default:
        return strikesNodes(kind);
    }
}

} // namespace

bool faultFits(FaultKind kind, const Step& step, const Procedure& procedure, const Site& site)
{
    const Node* node = site.node(step.node);
    const bool observes = step.action.type == Action::Type::Observe;
    const bool command = step.action.type == Action::Type::Command;
    switch (rowOf(kind).place) {
    case Place::Command:
        return command;
    case Place::Installer:
        if (kind == FaultKind::InstallerReboots && !command)
            return false; // by hand it is run again by hand
        if (kind == FaultKind::InstallerEnablesSync && procedure.kind != ProcedureKind::DisableSettingsSync)
            return false; // it is on
        return step.kind == StepKind::RunInstaller;
    case Place::Node:
    case Place::BlockedNode:
    case Place::SyncNode:
        return strikesSite(kind, procedure) || canStrike(kind, node, procedure);
    case Place::Start:
        return step.kind == StepKind::StartService || step.kind == StepKind::RestartService;
    case Place::RestartFlag:
        return step.kind == StepKind::CheckRestartFlag;
    case Place::ByHand:
        return !observes && !command && step.kind != StepKind::Confirm;
    case Place::Question:
        return !observes;
    case Place::Trouble:
        return kind != FaultKind::OperatorExcludes || (node && !node->isMaster() && site.slaves().size() > 1);
    case Place::WayBack:
        return false; // only when an installer's work is undone
    case Place::Any:
        return true;
    }
    Q_UNREACHABLE();
}

QStringList nodesToStrike(FaultKind kind, const Procedure& procedure, const Site& site)
{
    QStringList names;
    for (const Node& node : site.nodes) {
        if (canStrike(kind, &node, procedure))
            names.append(node.name);
    }
    return names;
}

QString struckNode(const Fault& fault, const Step& step, const Site& site)
{
    if (fault.node.isEmpty())
        return step.node;
    for (const Node& node : site.nodes) {
        if (nodeInIds(site, node.name) == fault.node)
            return node.name;
    }
    return {};
}

bool faultFits(const Fault& fault, const Procedure& procedure, const Site& site)
{
    const Step* step = procedure.step(fault.step);
    if (!step || (fault.moment == FaultMoment::Midway && (step->kind != StepKind::RunInstaller || !strikesNodes(fault.kind))))
        return false;
    if (fault.moment == FaultMoment::Undo && !fitsUndo(fault.kind, *step, procedure))
        return false;
    if (fault.moment == FaultMoment::Undo && !strikesNodes(fault.kind))
        return fault.node.isEmpty();
    return fault.node.isEmpty() ? faultFits(fault.kind, *step, procedure, site)
                                : canStrike(fault.kind, site.node(struckNode(fault, *step, site)), procedure);
}

namespace {

/// How to write it instead: each place in this plan where a fault of the kind can happen.
Text whereItFits(FaultKind kind, const Procedure& procedure, const Site& site)
{
    QStringList places;
    for (const Step& step : procedure.steps) {
        if (faultFits(kind, step, procedure, site))
            places.append(step.id);
        else if (fitsUndo(kind, step, procedure))
            places.append(u"undo:"_s + step.id);
    }
    if (places.isEmpty())
        return Text::tr("It can't happen in this plan: choose another kind or another procedure.");
    return Text::tr("Write %1@STEP, where STEP is one of: %2").arg(faultCode(kind)).arg(places.join(u", "_s));
}

} // namespace

Status checkFaults(const FaultPlan& plan, const Procedure& procedure, const Site& site)
{
    for (const Fault& fault : plan.faults) {
        if (fault.record > 0)
            continue;
        const QString shown = FaultPlan{{fault}}.toString();
        const auto stepsInstead = [&] { return whereItFits(fault.kind, procedure, site); };
        if (fault.step.isEmpty())
            return unreadable(faultCode(fault.kind), Text::tr("It does not say at which step."), stepsInstead());
        const Step* step = procedure.step(fault.step);
        if (!step)
            return unreadable(shown, Text::tr("The plan has no such step."), stepsInstead());
        if (!fault.node.isEmpty() && struckNode(fault, *step, site).isEmpty())
            return unreadable(shown, Text::tr("The site has no such node."));
        if (!faultFits(fault, procedure, site))
            return unreadable(shown, Text::tr("It can't happen at this step."), stepsInstead());
    }
    return success();
}

} // namespace ruw
