#pragma once

#include "core/run/Notices.h"
#include "wizard/Theme.h"
#include "wizard/widgets/ScheduleClock.h"

#include <QWidget>

namespace ruw {

class StateLine;

/// How one thing stands, in a few words.
struct BriefFact {
    theme::State state = theme::State::Info;
    QString text;
};

/// What may call the operator away from the step: the clock against the schedule, what he must hear, and the queues.
class AlarmPanel : public QWidget {
    Q_OBJECT
public:
    explicit AlarmPanel(QWidget* parent = nullptr);
    void showClock(const ClockReading& reading, bool visible, Language language);
    /// What the operator must hear, as long as it is so.
    void showNotices(const QList<Notice>& notices, Language language);
    /// How the queues stand, the most urgent first.
    void showQueues(const QList<QueuePicture::Line>& queues, Language language);
    /// Whether every queue is told with its figures. Otherwise only those that fill: the rest stands in the drawing.
    void setRoomy(bool roomy);
    /// Folded: clock and queues are told elsewhere, by facts(); notices stand here all the same.
    void setFolded(bool folded);
    /// What the clock and the queues say.
    QList<BriefFact> facts() const;

private:
    void refreshQueues();
    void refreshFold();

    ScheduleClock* m_clock;
    StateLine *m_notices, *m_queues;
    QList<QueuePicture::Line> m_lines; ///< the most urgent first
    Language m_language = Language::English;
    QString m_shownNotice; ///< its id; empty: none
    bool m_roomy = false, m_folded = false, m_showsClock = false;
};

} // namespace ruw
