#include "core/site/ScheduleOffset.h"

namespace ruw {

std::optional<int> offsetOf(const Schedule& schedule)
{
    for (const auto& time : {schedule.start, schedule.decideBy, schedule.end}) {
        if (time)
            return time->offsetFromUtc();
    }
    return std::nullopt;
}

Schedule inOneOffset(const Schedule& schedule)
{
    const std::optional<int> all = offsetOf(schedule);
    Schedule out = schedule;
    for (std::optional<QDateTime>* time : {&out.start, &out.decideBy, &out.end}) {
        if (*time)
            *time = (*time)->toOffsetFromUtc(*all);
    }
    return out;
}

} // namespace ruw
