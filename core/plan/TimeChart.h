#pragma once

#include "core/plan/Procedure.h"
#include "core/site/Site.h"

namespace ruw {

/// When each step is planned. Steps that are done only if a restart is asked for are counted as done (the
/// careful side).
struct TimeChart {
    struct Entry {
        QString step;
        int startMinute = 0; ///< from the start of the work
        int minutes = 0;
    };
    /// Steps that follow each other in one phase, in the upgrade also on one node: one bar of the chart.
    struct Stretch {
        Phase phase = Phase::Prepare;
        QString node; ///< empty: not of one node
        int startMinute = 0, minutes = 0;
        int firstStep = 0, lastStep = 0; ///< indices in the procedure
        bool pointOfNoReturn = false;    ///< begins with, or holds it
        Text text() const;
    };
    QList<Entry> entries;
    QList<Stretch> stretches;
    int totalMinutes = 0;
    int pointOfNoReturnMinute = -1; ///< -1: none
    int isolatedFromMinute = -1; ///< of the first block (or disabled sync, or stopped service); -1: none
    int blockStandsMinutes = 0;  ///< from then to the last lifting
    std::optional<QDateTime> start; ///< of the schedule

    static TimeChart from(const Procedure& procedure, const Site& site);
    std::optional<QDateTime> startOf(const QString& step) const;
    /// When the work is through by plan; none: no start is planned. The schedule's end is another matter: by then it has to be.
    std::optional<QDateTime> plannedEnd() const;
    /// Minutes between planned end and the schedule's end; negative: too late; none: no schedule.
    std::optional<int> slackMinutes(const Site& site) const;
};

} // namespace ruw
