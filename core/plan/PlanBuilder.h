#pragma once

#include "core/plan/Procedure.h"
#include "core/plan/StepTexts.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// How ids name a node: names may hold any character, ids go through command lines and file formats.
QString nodeInIds(const Site& site, const QString& name);

/// Puts single steps together: words, command or instruction, rollback, ledger, who needs the step, estimate.
/// Which steps there are and in which order is the planner's to say; guards and expects it adds itself.
class PlanBuilder {
public:
    PlanBuilder(const SiteFacts& facts, ProcedureKind kind);

    Procedure take() { return std::move(m_procedure); }
    const QList<int>& blockedPorts() const { return m_procedure.blockedPorts; }

    /// A step on one node, or with an empty `node` on the whole site. `suffix` tells steps of the same kind
    /// on the same node apart. The reference holds until the next call.
    Step& add(StepKind kind, const QString& node = {}, const QString& suffix = {});
    Step& last() { return m_procedure.steps.last(); }
    /// A question to the operator.
    Step& confirm(const QString& suffix, const Text& title, const Text& why, const Text& question);
    void setPhase(Phase phase) { m_phase = phase; }
    /// After the last step: marks what only a person can see.
    void finish();

private:
    struct Manner; // what a kind of step is like
    static const Manner& mannerOf(StepKind kind);
    Text detailOf(StepKind kind, const NodeFacts* node) const;
    Action action(StepKind kind, const NodeFacts* node, const StepWords& words) const;
    std::optional<Action> rollbackOf(StepKind kind, const NodeFacts* node) const;
    bool observable(const Condition& condition) const;
    QString stepId(StepKind kind, const QString& node, const QString& suffix) const;

    const SiteFacts& m_facts;
    Procedure m_procedure;
    Phase m_phase = Phase::Prepare;
};

} // namespace ruw
