// What the run says of itself, held against the simulated site: what it takes for done or undone must be so.

#include "core/rehearsal/SimulatedSite.h"

#include "core/plan/Undo.h"
#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

bool SimulatedSite::entered(const RunState& state)
{
    for (const SimulatedNode& node : std::as_const(m_is.nodes)) {
        if (state.isExcluded(node.name))
            m_watch.excluded(node.name);
        else
            m_watch.takesPartAgain(node.name);
    }
    const Step* step = state.current();
    if (!step) { // the last one too is judged
        if (!m_step.isEmpty() && state.record(m_step).status == StepStatus::Verified)
            verified(*m_procedure.step(m_step), state);
        m_step.clear();
        return false;
    }
    const bool begun = state.record(step->id).status == StepStatus::Started;
    if (m_undoes && !begun)
        return false; // what is asked meanwhile is about the undoing
    if (m_undoes)
        m_step.clear(); // given up: the work goes on
    if (step->id == m_step && begun == m_stepBegun)
        return false;
    const bool another = step->id != m_step;
    if (step->id != m_step && !m_step.isEmpty() && state.record(m_step).status == StepStatus::Verified)
        verified(*m_procedure.step(m_step), state);
    m_step = step->id;
    m_stepBegun = begun;
    m_undoes = false;
    m_watch.inStep(m_step);
    if (begun)
        announced(*step);
    return another && !begun;
}

/// What the run takes for proved must be true (S9): what it can look at on the nodes as it is, what only a person can see as
/// far as somebody could know.
void SimulatedSite::verified(const Step& step, const RunState& state)
{
    const int index = indexOf(step.node);
    // Where a person plays, what he says is all that is known of what he did.
    const bool byHand = step.action.type == Action::Type::Manual && (m_personPlays || !m_journal);
    if (byHand && step.kind != StepKind::RunInstaller)
        m_watch.isDone({step.kind, step.ports}, index);
    if (!state.answer(step.id).value_or(true))
        return;
    for (const Condition& condition : step.expects) {
        const bool volatileFact = condition.kind == ConditionKind::QueueDrained ||
                                  condition.kind == ConditionKind::QueueDiskRoom ||
                                  condition.kind == ConditionKind::OperatorAffirms;
        if (volatileFact || state.isExcluded(condition.node) || state.isExcluded(condition.peer))
            continue;
        const bool ofTheInstaller = condition.kind == ConditionKind::InstallerEnded;
        const bool byWord = takenByWord(condition) || (ofTheInstaller && state.record(step.id).byHand);
        bool so = truth(step, condition);
        if (so && ofTheInstaller && !byWord) { // what an earlier run of it has left proves nothing
            const int attempt = m_is.nodes[indexOf(condition.node)].jobAttempt;
            so = attempt == SimulatedNode::anyAttempt || attempt == state.installerAttempt(condition.node);
        }
        if (!so && !(byWord && truthIn(m_watch.known(), step, condition))) {
            m_watch.breaks(u"S9"_s,
                           Text::tr("The step counts as done, and this is not so: %1").arg(condition.text()),
                           now());
        }
        if (condition.kind == ConditionKind::VersionIs)
            m_watch.versionIsRead(indexOf(condition.node));
        if (condition.kind == ConditionKind::PortsAsBaseline && truth(step, condition))
            m_watch.trafficIsSeenToPass();
    }
}

/// Nobody but a person can look at it from where the run stands.
bool SimulatedSite::takenByWord(const Condition& condition) const
{
    const auto manual = [&](const QString& name) {
        const int index = indexOf(name);
        return index < 0 || !m_is.nodes[index].bySsh;
    };
    switch (condition.kind) {
    case ConditionKind::OperatorAffirms:
    case ConditionKind::RestartNotAsked:
    case ConditionKind::FirewallEnabled:
        return true;
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline:
        return manual(condition.peer);
    case ConditionKind::SameVersionEverywhere:
        return std::any_of(m_is.nodes.cbegin(), m_is.nodes.cend(), [](const SimulatedNode& n) { return !n.bySsh; });
    case ConditionKind::OtherMailNodesAnswer:
    case ConditionKind::AnotherSmtpAnswers: // that mail is routed there is a matter of word
        return true;
    case ConditionKind::SmtpAnswers: // where a node is not worked on from here, it need not be in reach
        return manual(condition.node);
    case ConditionKind::BlockPresent:
        return condition.ports.isEmpty() || manual(condition.node);
    case ConditionKind::BlockAbsent:
        return m_procedure.kind == ProcedureKind::BlockPeerTraffic || manual(condition.node);
    default:
        return manual(condition.node);
    }
}

void SimulatedSite::recorded(const QByteArray& line)
{
    m_watch.recorded(line, now());
    const bool undo = line.contains("\"kind\":\"undo-started\"");
    if (undo || line.contains("\"kind\":\"step-started\""))
        m_watch.looks(m_is, m_nowMs);
    if (m_undoes && (line.contains("\"kind\":\"run-held\"") || line.contains("\"kind\":\"undo-not-done\""))) {
        m_undoes = false;
        m_step.clear();
    }
    if (!undo && !(m_undoes && line.contains("\"kind\":\"step-rolled-back\"")))
        return;
    constexpr QByteArrayView mark("\"step\":\"");
    const qsizetype from = line.indexOf(mark) + mark.size();
    const Step* step = m_procedure.step(QString::fromUtf8(line.sliced(from, line.indexOf('"', from) - from)));
    if (step && undo)
        undoAnnounced(*step);
    else if (step)
        undone(*step);
}

/// Going back is work like any other: the world goes on, and what it has opened must be closed first.
void SimulatedSite::undoAnnounced(const Step& step)
{
    m_step = step.id;
    m_stepBegun = false;
    m_undoes = true;
    m_watch.inStep(m_step);
    m_watch.beginsStep(step, undoneBy(step.kind), now());
    if (!m_faults.faults.isEmpty())
        worldActs(step, FaultMoment::Undo);
}

void SimulatedSite::undone(const Step& step)
{
    m_undoes = false;
    for (Condition& state : statesAfterUndo(step, m_facts.site)) {
        if (step.node.isEmpty() && m_watch.isExcluded(state.node))
            continue;
        if (state.kind == ConditionKind::BlockPresent)
            state.ports = m_procedure.blockedPorts;
        const bool byWord = takenByWord(state);
        if (!truth(step, state) && !(byWord && truthIn(m_watch.known(), step, state)))
            m_watch.breaks(u"S9"_s, Text::tr("The step counts as undone, and this is not so: %1").arg(state.text()), now());
        if (state.kind == ConditionKind::VersionIs)
            m_watch.versionIsRead(indexOf(state.node));
    }
}

void SimulatedSite::announced(const Step& step)
{
    if (!m_journal)
        m_watch.looks(m_is, m_nowMs);
    if (changesTheSite(step))
        m_watch.beginsStep(step, step.kind, now());
    if (step.kind == StepKind::RunInstaller && step.action.type == Action::Type::Manual)
        m_watch.beginsInstallerByHand(indexOf(step.node), now());
    if (!m_faults.faults.isEmpty())
        worldActs(step, FaultMoment::Beginning);
}

void SimulatedSite::isSaidToBeDone(const Step& step, bool undo)
{
    if (undo && step.kind == StepKind::RunInstaller)
        return; // whether the old version is back is asked apart
    const int index = indexOf(step.node);
    const SimulatedEffect effect{undo ? undoneBy(step.kind) : step.kind, undo ? QList<int>() : step.ports};
    m_watch.isDone(effect, index);
    if (index < 0 || (m_is.nodes[index].bySsh && step.kind != StepKind::ReturnNode))
        return; // it is looked at
    // What he says is taken back the run believes him: from here on it is his.
    SimulatedNode said = m_is.nodes[index];
    said.take(effect, m_procedure);
    m_byRun[size_t(index)] &= said.changes(m_procedure.runId);
}

} // namespace ruw
