#pragma once

#include "core/plan/TimeChart.h"
#include "core/run/RunState.h"

namespace ruw {

/// The time chart of a run: what was planned against what was. Made from the run's state, for window and paper alike.
struct WorkCourse {
    struct Row {
        TimeChart::Stretch plan;
        QDateTime plannedFrom, plannedTo;
        QDateTime from; ///< invalid: not begun
        QDateTime to;   ///< while it is under way: `now`
        bool ended = false;
    };
    QList<Row> rows;
    QDateTime begin, end; ///< of the whole chart, planned and actual
    /// The schedule begins so far from the run that the plan was moved to where the run began.
    bool planMoved = false;

    /// Takes the state, the plan's chart, and the time now (shown as the end of what is under way).
    static WorkCourse from(const RunState& state, const TimeChart& chart, const QDateTime& now);
    /// Where a moment lies in the chart, 0..1.
    double share(const QDateTime& when) const;
    /// "22:00-22:40 planned, 22:05-22:31 actual", with words for what has not begun.
    static Text times(const Row& row);
};

} // namespace ruw
