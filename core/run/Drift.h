#pragma once

#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What of a node is not as the plan knows it (S11), a line a difference: stable facts (sync mode, ports, peers) that changed,
/// or planned ones (the version) that are not as planned. After the node's installer its config may differ: that has a step
/// of its own.
QList<Text> driftOf(const NodeFacts& planned, const NodeSurvey& now, const RunState& state);

/// What a config says of the sync itself and did not say before: data sync, the servers of REPLICA_SERVER_*; a line a
/// difference. An installer may bring other ports, never another mode.
QList<Text> syncModeChanges(const ReplicaConfig& before, const ReplicaConfig& now);

/// Whether a port of a config carries anything at this site: with data sync OFF the settings ports alone do.
bool concernsSync(const ReplicaConfig::Port& port, bool dataSync);

/// Whether data is synced by this config, or counts as synced by what the plan knows.
bool syncsData(const ReplicaConfig& config, const SiteFacts& planned);

/// The sync ports that a config brings beyond these. Sorted. With data sync OFF the settings ports alone count; where it was
/// OFF when the plan was made and is not now, the data ports that the config does not name (assumed, FAQ 2578) come too.
QList<int> portsBeyond(const ReplicaConfig& config, const SiteFacts& planned, const QList<int>& covered);

/// The lines that differ between the config as surveyed and as read now, "-12: old" and "+12: new"; empty: the same.
QString configDiff(const NodeSurvey& before, const NodeSurvey& now);

} // namespace ruw
