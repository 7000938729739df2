#pragma once

#include "core/plan/Step.h"
#include "core/survey/SiteFacts.h"

namespace ruw::steptexts {

/// The words of each kind of step: title, why, and the instruction where a person does it. One table, so that a new kind
/// of step has one place for its texts.
struct Words {
    Text title;
    Text why;
    Text instruction;
};
Words wordsOf(StepKind kind, const SiteFacts& facts, const Node* node);

} // namespace ruw::steptexts
