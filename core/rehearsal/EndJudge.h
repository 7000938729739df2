#pragma once

#include "core/rehearsal/SimulatedSite.h"
#include "core/run/RunState.h"

namespace ruw {

/// What the run says of its end, or of the state in which it is held, must be so: S7, S9. Says nothing of a run that goes on.
void judgeEnd(SimulatedSite& site, const SiteFacts& facts, const RunState& state);

} // namespace ruw
