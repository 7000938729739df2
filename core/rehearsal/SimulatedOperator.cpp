#include "core/rehearsal/SimulatedOperator.h"

#include "core/run/Runner.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr std::chrono::milliseconds thinks{20'000};

} // namespace

StepAnswer SimulatedOperator::confirm(const StepQuestion& question)
{
    const QString& id = question.step.id;
    m_site.wait(thinks, {});
    m_goesBack = false;
    const auto takes = [&](FaultKind kind) { return m_site.takesFault(kind, id); };
    constexpr int mostTimes = 10, mostInAll = 2000;
    m_absent = m_absent || takes(FaultKind::OperatorAbsent) || ++m_confirms[id] > mostTimes || ++m_asked > mostInAll;
    if (m_absent || takes(FaultKind::OperatorDeclines))
        return {StepAnswer::Choice::Hold, {}, false};
    if (takes(FaultKind::OperatorSkips))
        return {StepAnswer::Choice::Skip, u"There is no time for it."_s, false};
    m_goesBack = takes(FaultKind::OperatorGoesBack);
    if (m_goesBack)
        return {StepAnswer::Choice::Rollback, {}, false};
    if (takes(FaultKind::OperatorLies))
        m_lyingAt = id;
    // What only he can see before the step he looks at, and sees to it.
    for (const Observation& guard : question.guards) {
        if (guard.verdict != Observation::Verdict::ByWord)
            continue;
        if (!m_site.truth(question.step, guard.condition))
            m_site.repair(guard.condition);
        m_site.looksAt(question.step, guard.condition);
    }
    m_site.confirmed(id);
    return {question.canRun ? StepAnswer::Choice::Run : StepAnswer::Choice::ByHand, {}, true};
}

ConfirmationGate::Word SimulatedOperator::doneByHand(const Step& step, const Action& action)
{
    const bool undo = step.rollback && action == *step.rollback && m_undoing == step.id;
    if (m_lyingAt == step.id) {
        m_site.isSaidToBeDone(step, undo);
        return Word::Yes;
    }
    m_site.doneByHand(step, undo);
    return Word::Yes;
}

ConfirmationGate::Word SimulatedOperator::askWord(const Step& step, const Observation& seen)
{
    const Condition& condition = seen.condition;
    m_site.wait(thinks, {});
    const auto takes = [&](FaultKind kind) { return m_site.takesFault(kind, step.id); };
    m_absent = m_absent || takes(FaultKind::OperatorAbsent);
    if (m_absent || takes(FaultKind::OperatorDeclines))
        return Word::Hold;
    if (takes(FaultKind::OperatorSkips)) { // no, and then leave it
        m_skippingAt = step.id;
        return Word::No;
    }
    if (m_lyingAt == step.id) {
        m_site.isTold(condition);
        return Word::Yes;
    }
    const bool leavesOut = condition.kind == ConditionKind::OperatorAffirms && !condition.node.isEmpty();
    if (m_excludingAt == step.id || leavesOut) { // he sees to it that the node is out, and stays so when it restarts
        m_site.waitUntilUp();
        if (!m_site.truth(step, condition))
            m_site.repair(condition);
    }
    m_site.looksAt(step, condition);
    return m_site.truth(step, condition) ? Word::Yes : Word::No;
}

TroubleAnswer SimulatedOperator::settle(const Trouble& trouble)
{
    const QDateTime when = m_site.now();
    m_site.isShown(trouble.what.render(Language::English).toUtf8());
    const TroubleAnswer answer = choose(trouble);
    m_incidents.append(Incident::of(trouble, answer.remedy, when));
    return answer;
}

TroubleAnswer SimulatedOperator::choose(const Trouble& trouble)
{
    constexpr int patience = 6;
    m_site.wait(thinks, {});
    ++m_troubles;
    if (m_absent)
        return {};
    if (m_skippingAt == trouble.step->id && trouble.remedies.contains(Remedy::Skip))
        return {Remedy::Skip, u"There is no time for it."_s, false};
    const int tries = ++m_tries[trouble.step->id];
    if (tries > patience)
        return {};
    const auto open = [&](Remedy remedy) { return trouble.remedies.contains(remedy); };
    // An undo that was broken off, and of which nothing tells how it ended, is done once more.
    m_goesBack = m_goesBack || (trouble.kind == Trouble::Kind::Undo && tries > 1 && open(Remedy::Rollback));
    m_goesBack = m_goesBack || (open(Remedy::Rollback) && m_site.takesFaultFrom(FaultKind::OperatorGivesUp, trouble.step->id));
    if (m_goesBack && open(Remedy::Rollback)) {
        if (m_undoing == trouble.step->id || tries > 1) // what keeps him from going back
            m_site.putRight(trouble);
        return {Remedy::Rollback, {}, true};
    }
    if (open(Remedy::Exclude) &&
        (m_excludingAt == trouble.step->id || m_site.takesFaultFrom(FaultKind::OperatorExcludes, trouble.step->id))) {
        if (m_excludingAt == trouble.step->id)
            m_site.putRight(trouble);
        m_excludingAt = trouble.step->id;
        return {Remedy::Exclude, u"It can't be mended tonight."_s, true};
    }
    // First once more by the program, then by his own hands.
    if (tries == 1 && open(Remedy::Retry)) {
        m_site.confirmed(trouble.step->id);
        return {Remedy::Retry, {}, true};
    }
    m_site.putRight(trouble);
    if (open(Remedy::Manual) && changesTheSite(*trouble.step))
        return {Remedy::Manual, {}, true};
    if (open(Remedy::Look))
        return {Remedy::Look, {}, true};
    return {open(Remedy::Retry) ? Remedy::Retry : Remedy::Hold, {}, true};
}

bool SimulatedOperator::confirmUndo(const Step& step, const Action&)
{
    m_site.wait(thinks, {});
    const auto takes = [&](FaultKind kind) { return m_site.takesFault(kind, step.id, FaultMoment::Undo); };
    m_undoing = step.id;
    if (takes(FaultKind::OperatorLies))
        m_lyingAt = step.id;
    m_site.confirmed(step.id);
    m_absent = m_absent || takes(FaultKind::OperatorAbsent);
    return !m_absent && !takes(FaultKind::OperatorDeclines);
}

SimulatedOperator::SimulatedOperator(const SimulatedOperator& other, SimulatedSite& site)
    : m_site(site), m_incidents(other.m_incidents), m_tries(other.m_tries), m_confirms(other.m_confirms), m_lyingAt(other.m_lyingAt),
      m_skippingAt(other.m_skippingAt), m_undoing(other.m_undoing), m_excludingAt(other.m_excludingAt),
      m_troubles(other.m_troubles), m_tells(other.m_tells), m_asked(other.m_asked), m_absent(other.m_absent),
      m_goesBack(other.m_goesBack)
{
}

void SimulatedOperator::addLikeness(QByteArray& out) const
{
    for (const QMap<QString, int>& memory : {m_tries, m_confirms}) {
        for (auto it = memory.cbegin(); it != memory.cend(); ++it)
            out += it.key().toUtf8() + ' ' + QByteArray::number(*it) + ' ';
        out += '|';
    }
    out += m_lyingAt.toUtf8() + '|' + m_skippingAt.toUtf8() + '|' + m_undoing.toUtf8() + '|' + QByteArray::number(m_tells);
    out += '|' + m_excludingAt.toUtf8();
    out += m_absent ? 'a' : '-';
    out += m_goesBack ? 'b' : '-';
}

void SimulatedOperator::changed(const RunState& state)
{
    if (!m_site.entered(state))
        return;
    // What is done is forgotten: should it come again, it is new to him.
    const auto done = [&](const QString& step) {
        return step.isEmpty() || state.record(step).status == StepStatus::Verified ||
               state.record(step).status == StepStatus::Skipped;
    };
    for (QMap<QString, int>* memory : {&m_tries, &m_confirms})
        memory->removeIf([&](QMap<QString, int>::iterator one) { return done(one.key()); });
    for (QString* step : {&m_lyingAt, &m_skippingAt, &m_undoing, &m_excludingAt}) {
        if (done(*step))
            step->clear();
    }
    if (m_onStep)
        m_onStep(state);
}

void SimulatedOperator::output(const Step&, const CommandOutcome& outcome)
{
    m_site.isShown(outcome.out + outcome.err);
}

void SimulatedOperator::tell(const Error& error)
{
    m_site.isShown(error.render(Language::English).toUtf8());
    // He is told that it can't be: he thinks better of it. Somebody who never does is gone.
    constexpr int most = 50;
    if (++m_tells > most)
        m_absent = true;
}

} // namespace ruw
