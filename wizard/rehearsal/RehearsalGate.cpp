#include "wizard/rehearsal/RehearsalGate.h"

#include "wizard/rehearsal/RehearsalStage.h"

namespace ruw {

RehearsalGate::RehearsalGate(ConfirmationGate& window, RehearsalStage& stage, std::stop_token stop)
    : m_window(window), m_stage(stage), m_stop(std::move(stop))
{
}

bool RehearsalGate::playsItself()
{
    constexpr std::chrono::milliseconds thinks{20'000};
    const bool plays = m_stage.playsItself() && m_stage.think(thinks, m_stop);
    if (plays)
        m_stage.givesAnswer();
    return plays;
}

StepAnswer RehearsalGate::confirm(const StepQuestion& question)
{
    using Choice = StepAnswer::Choice;
    const StepAnswer answer = playsItself()
                                  ? StepAnswer{question.canRun ? Choice::Run : Choice::ByHand, {}, true}
                                  : m_window.confirm(question);
    if (answer.choice != Choice::Run && answer.choice != Choice::ByHand)
        return answer;
    m_stage.with([&](SimulatedSite& site) {
        // What only the operator can see before the step he looks at, and sees to it.
        for (const Observation& guard : question.guards) {
            if (guard.verdict != Observation::Verdict::ByWord)
                continue;
            if (!site.truth(question.step, guard.condition))
                site.repair(guard.condition);
            site.looksAt(question.step, guard.condition);
        }
        site.confirmed(question.step.id);
    });
    return answer;
}

ConfirmationGate::Word RehearsalGate::doneByHand(const Step& step, const Action& action)
{
    const bool undo = m_undoing == step.id && step.rollback && action == *step.rollback;
    const Word word = playsItself() ? Word::Yes : m_window.doneByHand(step, action);
    if (word == Word::Yes)
        m_stage.with([&](SimulatedSite& site) { site.doneByHand(step, undo); });
    return word;
}

ConfirmationGate::Word RehearsalGate::askWord(const Step& step, const Observation& seen)
{
    const bool isSo = m_stage.isSo(step, seen.condition);
    const Word truth = isSo ? Word::Yes : Word::No;
    const Word word = playsItself() ? truth : m_window.askWord(step, seen);
    m_stage.with([&](SimulatedSite& site) {
        if (word == truth) // else he did not look, and what follows from it is not the run's doing
            site.looksAt(step, seen.condition);
        else if (word == Word::Yes)
            site.isTold(seen.condition);
    });
    return word;
}

TroubleAnswer RehearsalGate::settle(const Trouble& trouble)
{
    const QDateTime when = m_stage.now();
    m_stage.with([&](SimulatedSite& site) { site.isShown(trouble.what.render(Language::English).toUtf8()); });
    const TroubleAnswer answer = m_window.settle(trouble); // what to do then is for the person to try
    m_stage.note(Incident::of(trouble, answer.remedy, when));
    if (answer.remedy == Remedy::Look && m_stage.speed() == RehearsalStage::unlimited)
        m_stage.wait(RehearsalStage::beforeAnotherLook, m_stop);
    if (answer.remedy == Remedy::Retry || answer.remedy == Remedy::Manual)
        m_stage.with([&](SimulatedSite& site) { site.confirmed(trouble.step->id); });
    if (answer.remedy == Remedy::Manual)
        m_stage.putRight(trouble);
    return answer;
}

bool RehearsalGate::confirmUndo(const Step& step, const Action& undo)
{
    m_undoing = step.id;
    if (!m_window.confirmUndo(step, undo))
        return false;
    m_stage.with([&](SimulatedSite& site) { site.confirmed(step.id); });
    return true;
}

bool RehearsalGate::waiting(const Waiting& waiting)
{
    return m_window.waiting(waiting);
}

void RehearsalGate::changed(const RunState& state)
{
    m_stage.with([&](SimulatedSite& site) { site.entered(state); });
    if (state.end() != RunEnd::Running && !m_judged)
        m_stage.ended(state);
    else if (state.end() == RunEnd::Running)
        m_stage.goesOn();
    m_judged = state.end() != RunEnd::Running;
    m_window.changed(state);
}

void RehearsalGate::output(const Step& step, const CommandOutcome& outcome)
{
    m_stage.with([&](SimulatedSite& site) { site.isShown(outcome.out + outcome.err); });
    m_window.output(step, outcome);
}

void RehearsalGate::seenSoFar(const Step& step, const QList<Observation>& observations)
{
    m_window.seenSoFar(step, observations);
}

void RehearsalGate::observed(const Step& step, const QList<Observation>& observations)
{
    m_window.observed(step, observations);
}

QString RehearsalGate::takeNote()
{
    return m_window.takeNote();
}

void RehearsalGate::tell(const Error& error)
{
    m_stage.with([&](SimulatedSite& site) { site.isShown(error.render(Language::English).toUtf8()); });
    m_window.tell(error);
}

} // namespace ruw
