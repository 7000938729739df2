#include "wizard/UnderWay.h"

#include "core/base/Quote.h"

namespace ruw {

QString UnderWay::text(const Step& step, StepStatus status, const QDateTime& now, Language language) const
{
    if (waiting) {
        return tr("Waiting for the expected result since %1, at most %2.", "time, how long")
            .arg(Text::timeOfDay(now.addSecs(-waiting->seconds)).render(language),
                 Text::span(waiting->limitSeconds).render(language));
    }
    const QString begun = Text::timeOfDay(since).render(language);
    switch (status) {
    case StepStatus::Started:
        // An installer is started by its command and goes on by itself: nothing breaks it off.
        if (byCommand && !step.node.isEmpty() && step.kind == StepKind::RunInstaller)
            return tr("The installer is being started on %1 since %2.", "node, time").arg(shownSafely(step.node), begun);
        if (byCommand && !step.node.isEmpty())
            return tr("The command has been running on %1 since %2; it is broken off after %3.", "node, time, how long")
                .arg(shownSafely(step.node), begun, Text::span(step.action.limitSeconds).render(language));
        return tr("Under way since %1.", "time").arg(begun);
    case StepStatus::Executed:
        return tr("The result is being looked at since %1.", "time").arg(begun);
    default:
        return tr("What this step rests on is being looked at since %1.", "time").arg(begun);
    }
}

} // namespace ruw
