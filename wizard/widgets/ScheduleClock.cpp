#include "wizard/widgets/ScheduleClock.h"

#include "wizard/NumbersWhole.h"
#include "wizard/widgets/StateLine.h"

#include <QHBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

int minutesLeft(const RunState& state)
{
    int minutes = 0;
    for (const Step& step : state.procedure().steps) {
        switch (state.record(step.id).status) {
        case StepStatus::Verified:
        case StepStatus::Skipped:
        case StepStatus::NotNeeded:
            break;
        default:
            minutes += step.minutes;
        }
    }
    return minutes;
}

/// Of whole minutes: when none is left, the last one is under way.
Text leftText(int minutes)
{
    return minutes > 0 ? Text::minutes(minutes) : Text::tr("under a minute");
}

theme::State urgency(int left)
{
    if (left < 0)
        return theme::State::Bad;
    return left <= ClockReading::alarmMinutes ? theme::State::Warning : theme::State::Good;
}

} // namespace

ClockReading ClockReading::at(const QDateTime& now, const Schedule& schedule, const RunState& state)
{
    const auto until = [&](const QDateTime& when) { return int(std::floor(double(now.secsTo(when)) / 60)); };
    ClockReading reading;
    if (schedule.decideBy) {
        const Text when = Text::timeOfDay(*schedule.decideBy);
        const int left = until(*schedule.decideBy);
        reading.decideBy.state = urgency(left);
        const bool past = state.pastPointOfNoReturn(); // then time alone makes nothing good: the decision is still to be made
        if (left < 0)
            reading.decideBy.text =
                Text::tr("Time to decide %1: passed %2 ago").arg(when).arg(Text::minutes(-left));
        else if (left <= alarmMinutes)
            reading.decideBy.text =
                Text::tr("Time to decide %1: soon, %2 left").arg(when).arg(leftText(left));
        else if (past)
            reading.decideBy = {theme::State::Info,
                                Text::tr("Go on or back: decide by %1, %2 left").arg(when).arg(Text::minutes(left))};
        else
            reading.decideBy.text = Text::tr("Time to decide %1: %2 left").arg(when).arg(Text::minutes(left));
    }
    if (schedule.end) {
        const Text when = Text::timeOfDay(*schedule.end);
        const int left = until(*schedule.end);
        const int plan = minutesLeft(state);
        const Text through =
            Text::timeOfDay(now.addSecs(60LL * plan).toOffsetFromUtc(schedule.end->offsetFromUtc()));
        reading.end.state = left >= 0 && plan > left ? theme::State::Warning : urgency(left);
        if (left < 0)
            reading.end.text = Text::tr("Latest end %1: passed %2 ago").arg(when).arg(Text::minutes(-left));
        else if (plan > left)
            reading.end.text = Text::tr("Latest end %1: too late, expected %2").arg(when).arg(through);
        else if (left <= alarmMinutes)
            reading.end.text = Text::tr("Latest end %1: soon, %2 left, expected %3")
                                   .arg(when)
                                   .arg(leftText(left))
                                   .arg(through);
        else
            reading.end.text = Text::tr("Latest end %1: %2 left, expected %3")
                                   .arg(when)
                                   .arg(Text::minutes(left))
                                   .arg(through);
    }
    if (!schedule.decideBy && !schedule.end)
        reading.end = {theme::State::Info, Text::tr("No schedule is entered: the clock gives no alarm.")};
    return reading;
}

ScheduleClock::ScheduleClock(QWidget* parent)
    : QWidget(parent), m_decideBy(new StateLine(this)), m_end(new StateLine(this))
{
    setObjectName("scheduleClock"_L1);
    m_decideBy->setObjectName("decideByLine"_L1);
    m_end->setObjectName("endLine"_L1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_decideBy, 9); // both take one line in the smallest window
    row->addWidget(m_end, 10);
}

void ScheduleClock::setReading(const ClockReading& reading, Language language)
{
    m_decideBy->setState(reading.decideBy.state, withNumbersWhole(reading.decideBy.text.render(language)));
    m_end->setState(reading.end.state, withNumbersWhole(reading.end.text.render(language)));
}

} // namespace ruw
