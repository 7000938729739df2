#include "core/run/WorkCourse.h"

#include <algorithm>

namespace ruw {

namespace {

/// A run that begins further than this from its schedule is another night's, or a rehearsal: its plan is laid beside it.
constexpr qint64 sameNightSeconds = 12 * 3600;

} // namespace

WorkCourse WorkCourse::from(const RunState& state, const TimeChart& chart, const QDateTime& now)
{
    WorkCourse out;
    const QDateTime begun = state.begunAt().isValid() ? state.begunAt() : now;
    const bool sameNight = chart.start && std::abs(chart.start->secsTo(begun)) <= sameNightSeconds;
    out.planMoved = !sameNight;
    const QDateTime planned = sameNight ? chart.start->toOffsetFromUtc(begun.offsetFromUtc()) : begun;
    out.begin = std::min(planned, begun);
    out.end = planned.addSecs(60 * qint64(std::max(1, chart.totalMinutes)));
    for (const TimeChart::Stretch& stretch : chart.stretches) {
        Row row;
        row.plan = stretch;
        row.plannedFrom = planned.addSecs(60 * qint64(stretch.startMinute));
        row.plannedTo = row.plannedFrom.addSecs(60 * qint64(stretch.minutes));
        row.ended = true;
        for (int i = stretch.firstStep; i <= stretch.lastStep; ++i) {
            const StepRecord& step = state.record(state.procedure().steps[i].id);
            const bool settled = step.status == StepStatus::Verified || step.status == StepStatus::Skipped ||
                                 step.status == StepStatus::NotNeeded ||
                                 step.status == StepStatus::RolledBack;
            row.ended = row.ended && settled;
            if (step.started.isValid() && (!row.from.isValid() || step.started < row.from))
                row.from = step.started;
            if (step.ended.isValid() && (!row.to.isValid() || step.ended > row.to))
                row.to = step.ended;
        }
        row.ended = row.ended && row.to.isValid();
        if (row.from.isValid() && !row.ended)
            row.to = state.endedAt().isValid() ? state.endedAt() : now;
        if (row.to.isValid())
            out.end = std::max(out.end, row.to);
        out.rows.append(row);
    }
    return out;
}

double WorkCourse::share(const QDateTime& when) const
{
    const double all = std::max<double>(1, double(begin.msecsTo(end)));
    return std::clamp(double(begin.msecsTo(when)) / all, 0.0, 1.0);
}

Text WorkCourse::times(const Row& row)
{
    const Text planned = Text::tr("planned %1\u2013%2")
                             .arg(Text::timeOfDay(row.plannedFrom))
                             .arg(Text::timeOfDay(row.plannedTo));
    if (!row.from.isValid())
        return Text::tr("%1, not begun").arg(planned);
    if (!row.ended)
        return Text::tr("%1, begun %2").arg(planned).arg(Text::timeOfDay(row.from));
    return Text::tr("%1, actual %2\u2013%3")
        .arg(planned)
        .arg(Text::timeOfDay(row.from))
        .arg(Text::timeOfDay(row.to));
}

} // namespace ruw
