#pragma once

#include "core/plan/TimeChart.h"
#include "core/run/RunState.h"
#include "wizard/Theme.h"

#include <QWidget>

namespace ruw {

class StateLine;

/// One line of the clock: how urgent, and what it says.
struct ClockLine {
    theme::State state = theme::State::Info;
    Text text;
};
/// Time left to the decision and to the end of the window, and when the plan is through at this pace. The alarm rises
/// `alarmMinutes` before each limit.
struct ClockReading {
    static constexpr int alarmMinutes = 30;
    ClockLine decideBy, end;
    static ClockReading at(const QDateTime& now, const Schedule& schedule, const RunState& state);
};

/// Shows the clock against the schedule.
class ScheduleClock : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleClock(QWidget* parent = nullptr);
    QList<const StateLine*> lines() const { return {m_decideBy, m_end}; }
    void setReading(const ClockReading& reading, Language language);

private:
    StateLine *m_decideBy, *m_end;
};

} // namespace ruw
