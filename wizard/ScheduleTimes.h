#pragma once

#include "core/site/ScheduleOffset.h"

#include <QCoreApplication>

namespace ruw {

/// How the times of a site's schedule are shown and typed: without an offset from UTC, so all in one. A time that is edited
/// keeps it, even while what stands in its entry can't be read and the schedule has no time at all; one that is entered where
/// the schedule has none is in this machine's at that moment.
class ScheduleTimes {
    Q_DECLARE_TR_FUNCTIONS(ruw::ScheduleTimes)
public:
    /// Another schedule is shown: its times are told in its own offset.
    void show(const Schedule& schedule) { m_offset = offsetOf(schedule); }
    /// The time as it was typed; none: it can't be read. The first one that is read settles the offset of all.
    std::optional<QDateTime> read(const QString& text);
    /// A time as it is shown for editing; empty: there is none.
    QString text(const std::optional<QDateTime>& time) const;
    /// Which offset the times are in, where this machine has another one at the time of the work; else empty.
    QString remark(const Schedule& schedule) const;

private:
    std::optional<int> m_offset; ///< seconds from UTC; none: no time was entered yet
};

} // namespace ruw
