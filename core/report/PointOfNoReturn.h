#pragma once

#include "core/plan/TimeChart.h"

namespace ruw {

/// The mark above the stretch of the work in which the point of no return is passed, on the runbook's chart and the report's.
/// `when`: the planned moment, as the paper writes it.
Text pointOfNoReturnMark(const TimeChart& chart, const Procedure& procedure, const Text& when);

} // namespace ruw
