#include "core/site/SiteClock.h"

#include "core/site/ScheduleOffset.h"

namespace ruw {

void SiteClock::tellAs(const Schedule& schedule)
{
    m_offset = offsetOf(schedule).value_or(machines);
}

QDateTime SiteClock::now() const
{
    const int offset = m_offset;
    return offset == machines ? m_system.now() : m_system.now().toOffsetFromUtc(offset);
}

} // namespace ruw
