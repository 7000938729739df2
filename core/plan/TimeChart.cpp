#include "core/plan/TimeChart.h"

#include "core/base/Quote.h"

#include <algorithm>

namespace ruw {

namespace {

QList<TimeChart::Stretch> stretchesOf(const Procedure& procedure)
{
    QList<TimeChart::Stretch> out;
    int minute = 0;
    for (int i = 0; i < procedure.steps.size(); ++i) {
        const Step& step = procedure.steps[i];
        // One node after the other matters in the upgrade; elsewhere a bar a phase says enough.
        const QString node = step.phase == Phase::Upgrade ? step.node : QString();
        const bool same = !out.isEmpty() && out.last().phase == step.phase &&
                          (out.last().node == node || (step.phase == Phase::Upgrade && node.isEmpty()));
        if (!same)
            out.append({step.phase, node, minute, 0, i, i, false});
        out.last().minutes += step.minutes;
        out.last().lastStep = i;
        out.last().pointOfNoReturn = out.last().pointOfNoReturn || step.pointOfNoReturn;
        minute += step.minutes;
    }
    return out;
}

} // namespace

Text TimeChart::Stretch::text() const
{
    return node.isEmpty() ? phaseText(phase)
                          : Text::tr("%1: %2").arg(phaseText(phase)).arg(shownSafely(node));
}

TimeChart TimeChart::from(const Procedure& procedure, const Site& site)
{
    TimeChart chart;
    chart.start = site.schedule.start;
    int minute = 0;
    for (const Step& step : procedure.steps) {
        chart.entries.append({step.id, minute, step.minutes});
        if (step.pointOfNoReturn)
            chart.pointOfNoReturnMinute = minute;
        if (procedure.isolates(step) && chart.isolatedFromMinute < 0)
            chart.isolatedFromMinute = minute;
        minute += step.minutes;
        if (procedure.restoresSync(step) && chart.isolatedFromMinute >= 0)
            chart.blockStandsMinutes = minute - chart.isolatedFromMinute;
    }
    chart.totalMinutes = minute;
    chart.stretches = stretchesOf(procedure);
    return chart;
}

std::optional<QDateTime> TimeChart::startOf(const QString& step) const
{
    const auto it =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.step == step; });
    if (!start || it == entries.end())
        return std::nullopt;
    return start->addSecs(qint64(it->startMinute) * 60);
}

std::optional<QDateTime> TimeChart::plannedEnd() const
{
    return start ? std::optional(start->addSecs(60LL * totalMinutes)) : std::nullopt;
}

std::optional<int> TimeChart::slackMinutes(const Site& site) const
{
    if (!start || !site.schedule.end)
        return std::nullopt;
    return int(start->secsTo(*site.schedule.end) / 60) - totalMinutes;
}

} // namespace ruw
