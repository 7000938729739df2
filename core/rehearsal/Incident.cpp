#include "core/rehearsal/Incident.h"

namespace ruw {

Incident Incident::of(const Trouble& trouble, Remedy remedy, const QDateTime& when)
{
    Incident incident{trouble.step->id, when, trouble.what.what, {}, remedy};
    for (const Observation& one : trouble.observations) {
        if (one.verdict == Observation::Verdict::Broken || one.verdict == Observation::Verdict::Unknown)
            incident.seen.append(Text::tr("Expected: %1 Seen: %2", "what was expected, what was seen")
                                     .arg(one.condition.text())
                                     .arg(one.seen));
    }
    return incident;
}

Text Incident::text() const
{
    const Text head = Text::tr("%1, noticed: %2", "time, what").arg(Text::timeOfDay(when)).arg(what);
    const Text chosen = Text::tr("Your choice: %1").arg(remedyText(remedy));
    QList<Text> parts{head};
    parts += seen;
    if (putRight)
        parts.append(Text::tr("The simulation put it right for you."));
    parts.append(chosen);
    return Text::lines(parts);
}

} // namespace ruw
