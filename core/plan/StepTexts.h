#pragma once

#include "core/plan/Step.h"

namespace ruw {

/// The words of one kind of step.
struct StepWords {
    Text title;
    Text why;
    Text byCommand; ///< the instruction where there is a command to run or copy
    Text byHand;    ///< the instruction where the site gave none
};

/// The one table of words for the kinds of steps. `node`: its name, empty for the whole site; `detail`: what
/// the kind speaks of besides (ports, a version, names of nodes). Kinds that are worded by the planner for
/// each step (confirm) give empty words.
StepWords stepWords(StepKind kind, const QString& node, const Text& detail);

} // namespace ruw
