#pragma once

#include "core/run/QueueWatch.h"

#include <QSet>

#include <array>

namespace ruw {

/// Something that the operator must hear once, whatever he is doing: a limit of the schedule is near, a disk fills.
struct Notice {
    enum class Level { Warning, Alarm };
    QString id; ///< "decide-by-30", "queue-alarm:mf2"
    Level level = Level::Warning;
    Text text;    ///< one line
    Text meaning; ///< what it means here, and what to do
    /// Both in one.
    Text whole() const;
    /// What the journal keeps ("notice"), and back; nullopt: unreadable.
    QJsonObject toJson() const;
    static std::optional<Notice> fromJson(const QJsonObject& json);
    friend bool operator==(const Notice&, const Notice&) = default;
};
Text noticeLevelText(Notice::Level level);

/// Minutes before a limit of the schedule at which the operator hears of it; the last one is the limit itself.
inline constexpr std::array scheduleThresholds = {30, 10, 0};

/// What the clock says now against the schedule: for each limit the last threshold that was reached, with what it means on
/// this side of the point of no return. Nothing once the run has ended.
QList<Notice> scheduleNotices(const QDateTime& now, const Schedule& schedule, const RunState& state);
/// Of each queue whose disk fills.
QList<Notice> queueNotices(const QList<QueuePicture::Line>& lines);

/// Tells each notice once. One whose cause has gone (a queue that is calm again) is told anew when it comes back.
class NoticeBoard {
public:
    /// Those that were not told yet.
    QList<Notice> fresh(const QList<Notice>& now);
    /// What is so at present.
    const QList<Notice>& present() const { return m_present; }

private:
    QSet<QString> m_told;
    QList<Notice> m_present;
};

} // namespace ruw
