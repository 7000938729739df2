#pragma once

#include "core/report/Topology.h"
#include "core/run/QueueWatch.h"
#include "core/survey/SiteFacts.h"
#include "wizard/WindowGate.h"

namespace ruw {

/// The topology as the run has made it: versions, stopped services and cut links as the verified steps and the ledger say; what
/// the run has not touched as it was surveyed, and what nobody has looked at as such. What was started and not seen to hold yet
/// is unknown. `facts`: as surveyed before the work.
/// `queues`: how the watched ones stand; empty: none is watched.
/// `seen`: what the run has seen just now: in vain, and asks about it, or while it waits for a result; a service that was seen
/// there is drawn so. Empty: it does neither.
TopologyModel liveTopology(const SiteFacts& facts, const RunState& state, const QList<QueuePicture::Line>& queues,
                           const QList<SeenRow>& seen, Language language);

/// Whether mail flows, by plan and ledger.
bool mailFlows(const RunState& state);

} // namespace ruw
