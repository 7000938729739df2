// How the Runner goes back: what undoes a step, what must hold before, what is seen after, and an undo that broke off.

#include "core/base/Quote.h"
#include "core/plan/NodeCommands.h"
#include "core/plan/Undo.h"
#include "core/run/Runner.h"
#include "core/run/RunRecords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

/// The way back of a step as it is now: a block that is put on again covers what was found since.
Action Runner::undoOf(const Step& step) const
{
    Action undo = *step.rollback;
    const NodeFacts* node = m_facts.node(step.node);
    const bool blocks = step.kind == StepKind::Unblock && undo.type == Action::Type::Command;
    if (blocks && node && !m_run.state().portsFound(step.node).isEmpty())
        undo.command =
            NodeCommands(m_facts, *node, m_run.procedure().runId, portsToCover(step.node)).block().apply;
    return undo;
}

/// The step as whoever goes back is to see it where he is asked for his word: with what undoes it, not with what it does.
Step Runner::asUndo(const Step& step) const
{
    Step back = step;
    back.title = Text::tr("Undo: %1").arg(step.title);
    back.action = undoOf(step);
    back.why = {};
    back.guards.clear();
    back.expects.clear();
    return back;
}

/// What must be so when the step is undone; empty: nothing can tell.
QList<Condition> Runner::afterUndo(const Step& step) const
{
    QList<Condition> wanted = statesAfterUndo(step, m_facts.site);
    if (step.node.isEmpty()) // of the whole site; one that was left out is looked at where its own step is undone
        return ofThoseTakingPart(wanted);
    if (wanted.isEmpty())
        return {};
    if (wanted.first().kind == ConditionKind::BlockPresent)
        wanted.first().ports = portsToCover(step.node);
    const auto add = [&](ConditionKind kind, const QList<int>& ports) {
        Condition condition;
        condition.kind = kind;
        condition.node = step.node;
        condition.ports = ports;
        wanted.append(condition);
    };
    // A node that started anew while start at boot was off is as before only when its service runs again, if it did.
    const NodeFacts* node = m_facts.node(step.node);
    const bool ran = node && node->survey.serviceState.effective() != ServiceState::Stopped;
    if (step.kind == StepKind::BootStartOff && ran && !m_run.state().ledger().entry(u"service:"_s + step.node))
        add(ConditionKind::ServiceRunning, {});
    // That the service runs may be a matter of word; whether it takes mail shows.
    if (node && node->node.takesMail && counterpartOf(step.kind) == StepKind::StartService)
        add(ConditionKind::SmtpAnswers, {node->node.effectiveSmtpPort()});
    return wanted;
}

/// What is seen of a step that is undone. Where SMTP need not answer this machine (no mail is let through now, or it did not
/// answer before the work either), that it does not is no sign, and the operator is asked.
QList<Observation> Runner::lookAfterUndo(const Step& step, std::stop_token stop)
{
    const bool mailIsHeldUp = m_run.state().ledger().entry(u"mail-flow"_s) && step.kind != StepKind::StopMailFlow;
    const auto isHint = [&](const Condition& one) {
        const NodeFacts* node = m_facts.node(one.node);
        return one.kind == ConditionKind::SmtpAnswers && node &&
               (mailIsHeldUp || node->survey.smtp.effective().value_or(PortState::Open) != PortState::Open);
    };
    QList<Condition> wanted = afterUndo(step), hints;
    std::copy_if(wanted.cbegin(), wanted.cend(), std::back_inserter(hints), isHint);
    wanted.removeIf(isHint);
    QList<Observation> seen = await(step, wanted, stop);
    // A service greets a while after its start; but a greeting that need not come is not waited for as one that must.
    constexpr int hintSeconds = 60;
    for (Observation& one : await(step, hints, stop, nullptr, hintSeconds)) {
        if (one.verdict != Verdict::Holds)
            one.verdict = Verdict::ByWord;
        seen.append(one);
    }
    return seen;
}

/// The run broke off while a step was being undone: before anything else it must be known how that stands.
Runner::Outcome Runner::settleUndo(std::stop_token stop)
{
    const Step step = *m_run.state().undoUnderWay();
    QList<Observation> seen = lookAfterUndo(step, stop);
    // What is undone by hand shows in part at most: a service runs whether mail is routed to it or not.
    if (seen.isEmpty() || undoOf(step).type == Action::Type::Manual) {
        Condition undone;
        undone.question = Text::tr("Is this undone: %1").arg(step.title);
        undone.value = undoneMark();
        seen.prepend({undone, Verdict::ByWord, {}});
    }
    if (stop.stop_requested() && !allHold(seen))
        return hold(Text::tr("The operator stopped the run."));
    const QJsonObject restsOn = undoneToJson(seen);
    bool denied = false; // that it is undone; only the operator can see it
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord)
            continue;
        const ConfirmationGate::Word word = m_gate.askWord(asUndo(step), one);
        if (word == ConfirmationGate::Word::Hold)
            return hold(Text::tr("The operator held the run while going back."));
        denied = denied || (word == ConfirmationGate::Word::No && one.condition == seen.first().condition);
        one.verdict = word == ConfirmationGate::Word::Yes ? Verdict::Holds : Verdict::Broken;
    }
    if (allHold(seen)) {
        const Status undone = m_run.rolledBack(step.id, m_gate.takeNote(), restsOn);
        return undone ? passed(undone) : Outcome(undone.error());
    }
    QList<Condition> asDone = step.expects;
    if (step.kind == StepKind::RunInstaller) { // that it has ended is history: what it has done must be there still
        if (m_run.state().record(step.id).byHand) // and nothing on the node tells of that
            asDone.removeIf([](const Condition& one) { return one.kind == ConditionKind::InstallerEnded; });
        for (const Step& other : m_run.procedure().steps) {
            if (other.kind == StepKind::VerifyVersion && other.node == step.node)
                asDone += other.expects;
        }
    }
    const QList<Observation> stands = m_observer.look(ofThoseTakingPart(asDone), stop);
    const bool asBefore = !stands.isEmpty() && std::all_of(stands.cbegin(), stands.cend(), [&](const Observation& one) {
        return one.verdict == Verdict::Holds || (one.verdict == Verdict::ByWord && denied);
    });
    if (asBefore)
        return passed(m_run.describe(u"undo-not-done"_s, step.id, {{u"observed"_s, observationsToJson(stands)}}));
    Trouble found = trouble(Trouble::Kind::Undo, step,
                            Text::tr("The run broke off while this step was being undone, and it does not show how "
                                     "that ended. It may have taken effect in part."),
                            seen);
    found.remedies = {Remedy::Look, Remedy::Rollback, Remedy::Hold};
    const TroubleAnswer answer = m_gate.settle(found);
    if (const Status kept = noteTrouble(found, answer); !kept)
        return kept.error();
    if (answer.remedy == Remedy::Rollback)
        return rollBack(stop);
    return answer.remedy == Remedy::Look ? Outcome(Next::GoOn) : hold(found.what.what);
}

/// Not long ago, so that he is not asked again.
bool Runner::isSaid(const Said& said, const Condition& condition) const
{
    constexpr int lastsSeconds = 600; // longer than a look: he may have to walk for the next word
    return std::any_of(said.cbegin(), said.cend(), [&](const auto& one) {
        return one.first == condition && one.second.secsTo(m_waiter.now()) <= lastsSeconds;
    });
}

/// The operator's words on all that nobody else can see. `said`: what he has said yes to already; what he says yes to now is
/// added. false: he holds the run.
bool Runner::askWords(const Step& step, QList<Observation>& seen, Said* said)
{
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord)
            continue;
        const bool again = said && isSaid(*said, one.condition);
        const ConfirmationGate::Word word = again ? ConfirmationGate::Word::Yes : m_gate.askWord(step, one);
        if (word == ConfirmationGate::Word::Hold)
            return false;
        if (said && !again && word == ConfirmationGate::Word::Yes)
            said->append({one.condition, m_waiter.now()});
        one.verdict = word == ConfirmationGate::Word::Yes ? Verdict::Holds : Verdict::Broken;
    }
    return true;
}

/// One block after the other: what has piled up behind those that were lifted flows first, for the traffic rises (FAQ 2578). What
/// does not show in the time it may take is the operator's to say. It is settled once for each: whoever waited for long looks at
/// everything anew.
Runner::BeforeUndo Runner::drainedBefore(const Step& step, std::stop_token stop)
{
    bool waited = false;
    for (const Step& lifted : m_run.procedure().steps) {
        const StepRecord& record = m_run.state().record(lifted.id);
        if (!record.wasUndone() || record.queueSettled)
            continue;
        const QList<Condition> queues = ofThoseTakingPart(queuesAfterUndo(lifted, m_facts));
        if (queues.isEmpty())
            continue;
        waited = true;
        std::optional<Trouble> meanwhile;
        QList<Observation> seen = await(step, queues, stop, &meanwhile);
        if (meanwhile)
            return std::move(*meanwhile);
        if (stop.stop_requested() && !allHold(seen))
            return Held{};
        for (Observation& one : seen) {
            if (one.verdict == Verdict::Holds)
                continue;
            if (one.verdict == Verdict::Broken) { // seen: he is not asked to say otherwise, but whether it may stay so
                Condition stays;
                stays.value = queueStaysMark();
                stays.question = Text::tr("Mail from before sync was restored is still in the queue of %1. May the next block be "
                                          "lifted all the same?")
                                     .arg(shownSafely(one.condition.node));
                one.condition = stays;
            }
            one.verdict = Verdict::ByWord;
            one.byWord = true;
        }
        if (!askWords(asUndo(step), seen))
            return Held{};
        if (!allHold(seen))
            return trouble(Trouble::Kind::Guard, step, Text::tr("Sync was restored before, and what has piled up has not flowed yet."), seen);
        if (const Status kept = m_run.describe(u"queue-settled"_s, lifted.id, {{u"observed"_s, observationsToJson(seen)}}); !kept)
            return kept.error();
    }
    if (waited)
        return LookAgain{};
    return std::monostate();
}

/// What must hold before a step is undone: what takes a mail node out of service asks first whether the others answer,
/// whichever way the work goes (S4).
Runner::BeforeUndo Runner::undoGuard(const Step& step, Said& said, std::stop_token stop)
{
    const Node* node = m_facts.site.node(step.node);
    const std::optional<StepKind> effect = counterpartOf(step.kind);
    // A service that is started beside other versions rests on what keeps them apart. Where nobody can look the operator is
    // asked, as he is before a start on the way forward (S1).
    if (effect == StepKind::StartService && versionsMayDiffer()) {
        QList<Condition> apart = standing() + proofs(step.node);
        apart.removeIf([&](const Condition& one) {
            return (one.node != step.node && one.peer != step.node) || one.kind == ConditionKind::ServiceStopped ||
                   one.kind == ConditionKind::BootStartOff;
        });
        QList<Observation> seen = m_observer.look(apart, stop);
        if (!askWords(asUndo(step), seen, &said))
            return Held{};
        if (!allHold(seen))
            return ofTheWorld(step, seen);
    }
    const bool takesOut = effect == StepKind::StopService || effect == StepKind::DrainNode;
    if (!node || !node->takesMail || !takesOut || !keepsMailFlowing(m_run.procedure().kind))
        return std::monostate();
    Condition others;
    others.kind = ConditionKind::OtherMailNodesAnswer;
    others.node = step.node;
    QList<Observation> seen = m_observer.look({others}, stop);
    if (!askWords(asUndo(step), seen, &said))
        return Held{};
    if (allHold(seen))
        return std::monostate();
    return trouble(Trouble::Kind::Guard, step, Text::tr("What must hold before this step does not, or could not be seen."), seen);
}

/// A node that was left out and is dead does not keep the others from going back: what stands of it stays in the ledger. Whether
/// one that is worked on by hand is dead only the operator knows.
Result<Runner::OnLeftOut> Runner::askAboutLeftOut(const Step& step, Said& said, std::stop_token stop)
{
    if (!m_run.state().isExcluded(step.node))
        return OnLeftOut::Undo;
    const auto leave = [&]() -> Result<OnLeftOut> {
        if (const Status kept = m_run.describe(u"undo-left"_s, step.id, {{u"node"_s, step.node}}); !kept)
            return kept.error();
        m_gate.changed(m_run.state());
        return OnLeftOut::Leave;
    };
    // Its installer's work was passed over, and the others have gone back since: what keeps it apart stays, even if it answers
    // again by now (S1).
    const Step* installer = m_run.procedure().first(StepKind::RunInstaller, step.node);
    if (installer && m_run.state().record(installer->id).left)
        return leave();
    const std::optional<Result<NodeSurvey>> now = m_observer.readNode(step.node, stop);
    if (now && *now)
        return OnLeftOut::Undo;
    Condition left;
    left.value = leftMark();
    left.question = (now ? Text::tr("%1 was left out and can't be reached. It stays as it is, stopped and cut off, and the others go "
                                    "back: is that so? (%2)")
                         : Text::tr("%1 was left out. Is it dead, and stays as it is, stopped and cut off, while the others go "
                                    "back? (%2)"))
                        .arg(shownSafely(step.node))
                        .arg(step.title);
    if (isSaid(said, left))
        return OnLeftOut::Undo; // alive, as he said
    const ConfirmationGate::Word word = m_gate.askWord(asUndo(step), {left, Verdict::ByWord, {}});
    if (word == ConfirmationGate::Word::No && !now) {
        said.append({left, m_waiter.now()});
        return OnLeftOut::Undo;
    }
    if (word != ConfirmationGate::Word::Yes)
        return OnLeftOut::Hold;
    return leave();
}

/// All that is looked at and asked before a step is undone: going back is work like any other (S1w, S11).
Runner::BeforeUndo Runner::beforeUndo(const Step& step, Said& said, std::stop_token stop)
{
    if (std::optional<Trouble> found = worldTrouble(step, stop))
        return std::move(*found);
    const Result<OnLeftOut> leftOut = askAboutLeftOut(step, said, stop);
    if (!leftOut)
        return leftOut.error();
    if (*leftOut == OnLeftOut::Hold)
        return Held{};
    if (*leftOut == OnLeftOut::Leave)
        return LookAgain{};
    if (step.kind == StepKind::Block) {
        BeforeUndo queues = drainedBefore(step, stop);
        if (!std::holds_alternative<std::monostate>(queues))
            return queues;
    }
    if (std::optional<Trouble> found = driftTrouble(step, stop))
        return std::move(*found);
    return undoGuard(step, said, stop);
}

/// Whoever looks again goes on going back, whatever became of the step on the way forward, which is asked for only after a hold.
Runner::Outcome Runner::reportGoingBack(Trouble found, std::stop_token stop)
{
    if (stop.stop_requested())
        return hold(Text::tr("The operator stopped the run.")); // what can't be seen then means nothing
    const Step step = *found.step; // the state goes on meanwhile
    found.step = &step;
    found.remedies = {Remedy::Look, Remedy::Hold};
    found.failing.clear();
    if (const Status kept = notice(found, stop); !kept)
        return kept.error();
    m_gate.changed(m_run.state());
    const TroubleAnswer answer = m_gate.settle(found);
    if (const Status kept = noteTrouble(found, answer); !kept)
        return kept.error();
    return answer.remedy == Remedy::Look ? Outcome(Next::GoOn) : hold(found.what.what);
}

/// Looks, asks, and says what is the matter where something is.
Result<Runner::Way> Runner::mayUndo(const Step& step, Said& said, std::stop_token stop)
{
    BeforeUndo before = beforeUndo(step, said, stop);
    if (const Error* error = std::get_if<Error>(&before))
        return *error;
    if (std::holds_alternative<LookAgain>(before))
        return Way::LookAgain;
    Trouble* found = std::get_if<Trouble>(&before);
    if (!found && !std::holds_alternative<Held>(before))
        return Way::Undo;
    const Outcome told = found ? reportGoingBack(std::move(*found), stop) : hold(Text::tr("The operator held the run while going back."));
    if (!told)
        return told.error();
    return *told == Next::GoOn ? Way::LookAgain : Way::Held;
}

Runner::Outcome Runner::rollBack(std::stop_token stop)
{
    while (const Step* step = m_run.state().nextRollback()) {
        if (stop.stop_requested())
            return hold(Text::tr("The operator stopped the run."));
        QDateTime lookedAt = m_waiter.now();
        Said said;
        Result<Way> way = mayUndo(*step, said, stop);
        const Action undo = undoOf(*step);
        if (way && *way == Way::Undo) {
            if (!m_gate.confirmUndo(*step, undo))
                return hold(Text::tr("The operator did not have the next step undone: the run is held."));
            // However long he thought, over this or over a word: what is undone rests on a look of now.
            for (bool asked = true; asked && way && *way == Way::Undo && isStale(lookedAt);) {
                const qsizetype before = said.size();
                lookedAt = m_waiter.now();
                way = mayUndo(*step, said, stop);
                asked = said.size() > before;
            }
        }
        if (!way)
            return way.error();
        if (*way == Way::Held)
            return Next::Held;
        if (*way == Way::LookAgain)
            continue;
        const Status allowed = m_run.mayRollBack(step->id);
        if (!allowed) {
            m_gate.tell(allowed.error());
            return hold(allowed.error().what);
        }
        if (const Status begun = m_run.describe(u"undo-started"_s, step->id, {}); !begun)
            return begun.error();
        if (undo.type == Action::Type::Manual &&
            m_gate.doneByHand(*step, undo) != ConfirmationGate::Word::Yes)
            return hold(Text::tr("The operator held the run while going back."));
        if (undo.type == Action::Type::Command && !undo.command.isEmpty()) {
            const Result<CommandOutcome> outcome = runOn(step->node, undo.command, undo.limitSeconds, stop);
            if (outcome)
                m_gate.output(*step, *outcome);
            const QJsonObject data =
                outcome ? outcomeToJson(*outcome) : QJsonObject{{u"error"_s, outcome.error().code}};
            if (const Status ended = m_run.describe(u"undo-executed"_s, step->id, data); !ended)
                return ended.error();
        }
        QList<Observation> seen = lookAfterUndo(*step, stop);
        if (stop.stop_requested() && !allHold(seen))
            return hold(Text::tr("The operator stopped the run."));
        QJsonObject restsOn = undoneToJson(seen);
        if (undo.type == Action::Type::Manual) // he did it, and a look shows a part of it at most
            restsOn.insert(u"byWord"_s, true);
        bool good = true;
        for (Observation& one : seen) {
            if (one.verdict == Verdict::ByWord)
                good = good && m_gate.askWord(asUndo(*step), one) == ConfirmationGate::Word::Yes;
            else
                good = good && one.verdict == Verdict::Holds;
        }
        if (!good) {
            Trouble found = trouble(Trouble::Kind::Undo, *step,
                                    Text::tr("Undoing this step did not bring the former state back."), seen);
            found.remedies = {Remedy::Retry, Remedy::Hold};
            const TroubleAnswer answer = m_gate.settle(found);
            if (const Status kept = noteTrouble(found, answer); !kept)
                return kept.error();
            if (answer.remedy != Remedy::Retry)
                return hold(found.what.what);
            continue;
        }
        const Status undone = m_run.rolledBack(step->id, m_gate.takeNote(), restsOn);
        if (!undone)
            return undone.error();
        m_gate.changed(m_run.state());
        if (m_run.state().end() != RunEnd::Running)
            return Next::GoOn;
    }
    return hold(Text::tr("Nothing is left to undo."));
}

} // namespace ruw
