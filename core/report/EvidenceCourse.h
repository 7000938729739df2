#pragma once

#include "core/report/Document.h"
#include "core/run/WorkCourse.h"

namespace ruw {

/// The mark above the stretch of the work in which the point of no return is passed, on the runbook's chart and the report's.
/// `when`: the planned moment, as the paper writes it.
Text pointOfNoReturnMark(const TimeChart& chart, const Procedure& procedure, const Text& when);
/// The evidence report's time chart: a row for each stretch of the work, the planned bar above the actual one.
Table courseTable(const WorkCourse& course, const TimeChart& chart, const Procedure& procedure, Language language);

} // namespace ruw
