#include "core/plan/checks/Check.h"
#include "core/plan/PreflightChecks.h"

using namespace Qt::StringLiterals;

namespace ruw {

QList<Finding> scheduleFindings(const TimeChart& chart, const Site& site)
{
    QList<Finding> out;
    if (!site.schedule.start)
        return out;
    const QDateTime start = *site.schedule.start;
    const QDateTime plannedEnd = start.addSecs(qint64(chart.totalMinutes) * 60);
    if (site.schedule.end && plannedEnd > *site.schedule.end) {
        const int late = int(site.schedule.end->secsTo(plannedEnd) / 60);
        out.append(
            checks::note(
                u"schedule-too-short"_s, {},
                Text::tr("The plan takes %1 and ends at %2. That is %3 after the latest end.")
                    .arg(Text::minutes(chart.totalMinutes))
                    .arg(Text::dateTime(plannedEnd))
                    .arg(Text::minutes(late)),
                Text::tr("Start earlier or extend the schedule. If the estimate is too long, enter how long "
                         "the installers really run."))
                .finding);
    }
    if (site.schedule.decideBy && chart.pointOfNoReturnMinute >= 0) {
        const QDateTime pointOfNoReturn = start.addSecs(qint64(chart.pointOfNoReturnMinute) * 60);
        if (*site.schedule.decideBy > pointOfNoReturn) {
            out.append(
                checks::note(
                    u"decide-by-after-point-of-no-return"_s, {},
                    Text::tr("The first installer is planned for %1, before the time to decide (%2).")
                        .arg(Text::dateTime(pointOfNoReturn))
                        .arg(Text::dateTime(*site.schedule.decideBy)),
                    Text::tr(
                        "Once it has run the nodes have different versions: what keeps them apart must stay, and you can only "
                        "go on to the end, or roll back the updated nodes. Set the time to decide before the first installer, "
                        "or make sure that a rollback fits between that time and the latest end."))
                    .finding);
        }
    }
    return out;
}

} // namespace ruw
