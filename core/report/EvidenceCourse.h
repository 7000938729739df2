#pragma once

#include "core/report/Document.h"
#include "core/run/WorkCourse.h"

namespace ruw {

/// The evidence report's time chart: a row for each stretch of the work, the planned bar above the actual one. `passedAt`: when the
/// point of no return was passed; invalid: it was not.
Table courseTable(const WorkCourse& course, const TimeChart& chart, const Procedure& procedure, const QDateTime& passedAt,
                  Language language);

} // namespace ruw
