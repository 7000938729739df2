#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Something that must hold after the work.
struct FinalQuestion {
    QString id; ///< "version-is:mf1"
    Text text;
    std::optional<Condition> condition; ///< none: nobody but a person can say so
    Text before = {};                   ///< what the survey saw of the same before the work; empty: not known
};
/// What is looked at again when all steps are through, in the words of the conditions: versions, services, mail, what was
/// switched off or blocked for the time, and ports that only the target version uses.
QList<FinalQuestion> finalQuestions(const Procedure& procedure, const SiteFacts& facts);

} // namespace ruw
