#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Which command does a kind of step, and which shows whether it is done: a row a kind. The commands themselves are NodeCommands'
/// and the site file's. Empty where there is none: then the step is done by hand.
class StepCommands {
public:
    StepCommands(const SiteFacts& facts, const Procedure& procedure) : m_facts(facts), m_procedure(procedure) {}

    QString of(StepKind kind, const NodeFacts& node) const;
    QString checkOf(StepKind kind, const NodeFacts& node) const;
    /// Asks each for its SMTP greeting, a line for each. `but`: all except this one.
    QString greetingsOfMailNodes(const NodeFacts* but = nullptr) const;

private:
    const SiteFacts& m_facts;
    const Procedure& m_procedure;
};

} // namespace ruw
