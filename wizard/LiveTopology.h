#pragma once

#include "core/report/Topology.h"
#include "core/run/QueueWatch.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// The topology as the run has made it: versions, stopped services and cut links as the verified steps and the ledger say; what
/// the run has not touched as it was surveyed, and what nobody has looked at as such. What was started and not seen to hold yet
/// is unknown. `facts`: as surveyed before the work.
/// `queues`: how the watched ones stand; empty: none is watched.
TopologyModel liveTopology(const SiteFacts& facts, const RunState& state,
                           const QList<QueuePicture::Line>& queues, Language language);

/// Whether mail flows, by plan and ledger.
bool mailFlows(const RunState& state);

} // namespace ruw
