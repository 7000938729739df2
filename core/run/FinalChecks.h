#pragma once

#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Something that must hold after the work.
struct FinalQuestion {
    QString id; ///< "version-is:mf1"
    Text text;
    std::optional<Condition> condition; ///< none: nobody but a person can say so
    Text before = {};                   ///< what the survey saw of the same before the work; empty: not known
};
/// What is looked at again when the run is over, in the words of the conditions: versions, services, mail, what was switched off
/// or blocked for the time, and ports that only the target version uses. After going back: the version from before, and whether
/// settings and queues flow again, which no step has looked at. Not of nodes that were left out: what stands of them stays.
QList<FinalQuestion> finalQuestions(const RunState& state, const SiteFacts& facts);
/// How many of them nobody has ticked or seen to hold: for the window and the report alike. Either way also of what another
/// version of this program asked.
struct OpenQuestions {
    int denied = 0;     ///< seen not to hold
    int unanswered = 0; ///< also where a tick was taken back, which says nothing of the site
    int all() const { return denied + unanswered; }
};
/// Whether the answer was given by a tick that was taken back.
bool isTakenBack(const FinalCheck& check);
OpenQuestions openFinalQuestions(const RunState& state, const SiteFacts& facts);
/// Which they are that count as unanswered, in the order of the questions; what another version asked comes last.
QList<FinalQuestion> unansweredQuestions(const RunState& state, const SiteFacts& facts);

} // namespace ruw
