#include "wizard/ScheduleTimes.h"

#include "wizard/DateTimeText.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// "UTC+09:00"
QString offsetText(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    return u"UTC%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace

std::optional<QDateTime> ScheduleTimes::read(const QString& text)
{
    const std::optional<QDateTime> time = dateTimeFromInput(text, m_offset);
    if (time)
        m_offset = time->offsetFromUtc();
    return time;
}

QString ScheduleTimes::text(const std::optional<QDateTime>& time) const
{
    return time ? dateTimeForInput(m_offset ? time->toOffsetFromUtc(*m_offset) : *time) : QString();
}

QString ScheduleTimes::remark(const Schedule& schedule) const
{
    for (const auto& time : {schedule.start, schedule.decideBy, schedule.end}) {
        if (!time || !m_offset)
            continue;
        const int here = time->toLocalTime().offsetFromUtc();
        return here == *m_offset ? QString()
                                 : tr("The times are %1, as the site has them; this machine: %2.")
                                       .arg(offsetText(*m_offset), offsetText(here));
    }
    return {};
}

} // namespace ruw
