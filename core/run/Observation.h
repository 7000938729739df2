#pragma once

#include "core/plan/Condition.h"
#include "core/run/QueueSeries.h"

namespace ruw {

/// What a look at a condition gave.
struct Observation {
    enum class Verdict {
        Holds,
        Broken,
        Unknown, ///< could not be seen: why stands in `seen`
        ByWord   ///< nobody but the operator can see it
    };
    Condition condition;
    Verdict verdict = Verdict::Unknown;
    Text seen;          ///< what was seen, for people; no secret
    bool final = false; ///< Broken, and waiting does not change it (an installer that ended with an error)
    QString check = {}, checkOn = {}; ///< ByWord: the command by which a person can see it, and the node where it is run
    std::optional<QueueSample> queue = {}; ///< of a look at a queue: its figures
    bool byWord = false; ///< the verdict is the operator's; `seen` tells what was seen from here as well
    bool notStarted = false; ///< Broken, because what was to bring it about never began on the node

    QJsonObject toJson() const; ///< for the journal
};
QString verdictCode(Observation::Verdict verdict);
Text verdictText(Observation::Verdict verdict);
/// While a result is waited for nothing is amiss: what is not so yet is judged when the time is over.
inline bool isStillWaitedFor(Observation::Verdict verdict) { return verdict == Observation::Verdict::Broken; }
/// What a person's answer is kept as, in the last line of `seen`.
Text answerByWord(bool yes);
Text waitedForText(); ///< in the place of such a verdict
bool allHold(const QList<Observation>& observations);
/// What stood in a question and could not be seen from here: whoever lets the step begin affirms it.
QList<Observation> affirmed(QList<Observation> guards);

} // namespace ruw
