#pragma once

#include "core/base/Finding.h"
#include "core/base/Quote.h"
#include "core/plan/Procedure.h"
#include "core/plan/TimeChart.h"
#include "core/survey/SiteFacts.h"

/// The parts of PreflightChecks: a catalogue of everything that can be found, and small functions from facts
/// to findings.
namespace ruw::checks {

/// A set of procedures, one bit each.
using Procedures = unsigned;
constexpr Procedures only(ProcedureKind kind)
{
    return 1u << unsigned(kind);
}
constexpr Procedures portBlock = only(ProcedureKind::BlockSyncPorts);
constexpr Procedures peerBlock = only(ProcedureKind::BlockPeerTraffic);
constexpr Procedures syncOff = only(ProcedureKind::DisableSettingsSync);
constexpr Procedures anyBlock = portBlock | peerBlock;
constexpr Procedures mailFlows = syncOff | anyBlock; ///< the three that keep mail flowing
constexpr Procedures everyOne = mailFlows | only(ProcedureKind::StopMailFlow);

/// One row of the catalogue. A blocker forbids its procedures; anything else merely concerns them.
struct CheckInfo {
    QString id;
    Severity severity = Severity::Info;
    Procedures procedures = everyOne;
};
/// Every id that a check of ours can give.
const QList<CheckInfo>& catalogue();
const CheckInfo* infoOf(const QString& id);

/// A finding together with the procedures it forbids or concerns.
struct Noted {
    Finding finding;
    Procedures procedures = everyOne;
};

/// A finding by the catalogue's severity and procedures. It is about `nodes`: one node is named in
/// Finding::node; several are folded into one finding, whose message names them.
Noted note(const QString& id, const QStringList& nodes, const Text& message, const Text& remedy);

/// `message` below what the config's reader said of that line (`id`), if anything: which value, and what is
/// allowed.
Text withReadersWord(const NodeFacts& node, const QString& id, int line, const Text& message);

/// The names of the nodes for which `wanted(NodeFacts)` holds, in the site's order.
template <typename Predicate> QStringList namesWhere(const SiteFacts& facts, Predicate wanted)
{
    QStringList names;
    for (const NodeFacts& node : facts.nodes) {
        if (wanted(node))
            names.append(node.node.name);
    }
    return names;
}

/// A check that needs the facts alone. One for each group; each lives in a file of its own.
using Check = QList<Noted> (*)(const SiteFacts& facts);
QList<Noted> siteShapeChecks(const SiteFacts& facts);
QList<Noted> preparationChecks(const SiteFacts& facts);
QList<Noted> dataSyncChecks(const SiteFacts& facts);
QList<Noted> portChecks(const SiteFacts& facts);
QList<Noted> peerChecks(const SiteFacts& facts);
QList<Noted> mailChecks(const SiteFacts& facts);
QList<Noted> isolationChecks(const SiteFacts& facts);
QList<Noted> machineChecks(const SiteFacts& facts);
QList<Noted>
passedOn(const SiteFacts& facts); ///< what the survey found, less what a check of ours says better

/// Checks that need the plan: made for each procedure that nothing has forbidden so far.
QList<Finding> diskFindings(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart);

} // namespace ruw::checks
