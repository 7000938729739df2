#pragma once

#include "core/report/Document.h"
#include "core/run/WorkCourse.h"

namespace ruw {

/// The evidence report's time chart: a row for each stretch of the work, the planned bar above the actual one.
Table courseTable(const WorkCourse& course, const TimeChart& chart, const Procedure& procedure, Language language);

} // namespace ruw
