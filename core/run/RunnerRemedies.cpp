// What the Runner does when something is not as it should be: says what, asks, and carries out what was chosen.

#include "core/plan/NodeCommands.h"
#include "core/plan/Undo.h"
#include "core/run/Runner.h"
#include "core/run/RunRecords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

Trouble Runner::trouble(Trouble::Kind kind, const Step& step, const Text& what, QList<Observation> seen) const
{
    Trouble out;
    out.kind = kind;
    out.step = &step;
    out.siteState = m_run.state().stateText();
    out.what = {u"run-"_s + troubleCode(kind),
                what,
                out.siteState,
                Text::tr("Look at what was expected and what was seen, and choose how to go on."),
                {}};
    out.failing = failingAt(kind, step, seen);
    out.observations = std::move(seen);
    out.remedies = remediesFor(kind, step);
    if (!out.failing.isEmpty())
        out.remedies.insert(out.remedies.size() - 1, Remedy::Exclude); // before Hold
    return out;
}

QList<Remedy> Runner::remediesFor(Trouble::Kind kind, const Step& step) const
{
    QList<Remedy> out{Remedy::Look};
    if (m_run.state().record(step.id).status == StepStatus::Executed)
        return {Remedy::Look, Remedy::Hold}; // it is under way: first it must be known how it ends
    const bool begun = kind == Trouble::Kind::Action || kind == Trouble::Kind::Expectation ||
                       kind == Trouble::Kind::Uncertain;
    if (begun)
        out += {Remedy::Retry, Remedy::Manual};
    if (step.skippable)
        out.append(Remedy::Skip);
    if (m_run.state().nextRollback())
        out.append(Remedy::Rollback);
    out.append(Remedy::Hold);
    return out;
}

namespace {

/// The nodes that an observation tells of: of ports both ends.
QStringList nodesOf(const Condition& condition)
{
    QStringList out;
    for (const QString& name : {condition.node, condition.peer}) {
        if (!name.isEmpty())
            out.append(name);
    }
    return out;
}

} // namespace

/// The node that stands in the way and may be left out: all that is not as it should be tells of it. Where nothing was seen, or
/// the step itself has failed, it is the step's own. Empty: none.
QString Runner::failingAt(Trouble::Kind kind, const Step& step, const QList<Observation>& seen) const
{
    if (m_run.state().record(step.id).status == StepStatus::Executed || kind == Trouble::Kind::Undo || kind == Trouble::Kind::Drift)
        return {};
    QStringList inTheWay;
    bool first = true;
    for (const Observation& one : seen) {
        const bool wrong = one.verdict == Verdict::Broken || one.verdict == Verdict::Unknown;
        if (!wrong || one.condition.kind == ConditionKind::OtherMailNodesAnswer) // which of them stands beside it
            continue;
        const QStringList about = nodesOf(one.condition);
        if (first)
            inTheWay = about;
        else
            inTheWay.removeIf([&](const QString& name) { return !about.contains(name); });
        first = false;
    }
    const bool before = kind == Trouble::Kind::Guard || kind == Trouble::Kind::World;
    if (!before || first)
        inTheWay = QStringList{step.node};
    inTheWay.removeIf([this](const QString& name) { return !mayBeExcluded(name); });
    return inTheWay.isEmpty() ? QString() : inTheWay.first();
}

/// A slave that takes part, as long as another one does: without the master there is nothing to work for, and with no slave
/// left there is no cluster.
bool Runner::mayBeExcluded(const QString& name) const
{
    const Node* node = m_facts.site.node(name);
    if (!node || node->isMaster() || m_run.state().isExcluded(name))
        return false;
    const QList<Node> slaves = m_facts.site.slaves();
    return std::any_of(slaves.cbegin(), slaves.cend(), [&](const Node& other) {
        return other.name != name && !m_run.state().isExcluded(other.name);
    });
}

Runner::Outcome Runner::skip(const Step& step, const QString& reason)
{
    const Status skipped = m_run.skip(reason);
    if (skipped)
        return passed(skipped);
    if (skipped.error().code != "step-not-skippable"_L1 && skipped.error().code != "skip-without-reason"_L1)
        return skipped.error();
    Q_UNUSED(step)
    m_gate.tell(skipped.error());
    return Next::GoOn;
}

/// What was wrong and what the operator chose, for the report.
Status Runner::noteTrouble(const Trouble& found, const TroubleAnswer& answer)
{
    QJsonObject data{{u"trouble"_s, troubleCode(found.kind)},
                     {u"what"_s, found.what.what.toJson()},
                     {u"chosen"_s, remedyCode(answer.remedy)}};
    if (!found.observations.isEmpty())
        data.insert(u"observed"_s, observationsToJson(found.observations));
    if (!answer.reason.trimmed().isEmpty())
        data.insert(u"reason"_s, answer.reason.trimmed());
    if (answer.remedy == Remedy::Exclude)
        data.insert(u"node"_s, found.failing);
    return m_run.describe(u"trouble-settled"_s, found.step->id, data);
}

Runner::Outcome Runner::settle(Trouble found, std::stop_token stop)
{
    const Step step = *found.step;
    found.step = &step;
    for (;;) {
        if (stop.stop_requested())
            return hold(Text::tr("The operator stopped the run."));
        m_gate.changed(m_run.state());
        const TroubleAnswer answer = m_gate.settle(found);
        if (const Status kept = noteTrouble(found, answer); !kept)
            return kept.error();
        const bool open = found.remedies.contains(answer.remedy);
        const bool begun = m_run.state().record(step.id).status == StepStatus::Failed;
        switch (open ? answer.remedy : Remedy::Hold) {
        case Remedy::Hold:
            return hold(found.what.what);
        case Remedy::Look:
            if (!begun)
                return Next::GoOn; // everything the step rests on is looked at again
            if (!changesTheSite(step))
                return passed(m_run.retry()); // the step is a look
            found.observations = m_observer.look(ofThoseTakingPart(step.expects), stop);
            if (std::any_of(found.observations.cbegin(), found.observations.cend(), [](const auto& one) {
                    return one.verdict == Verdict::Broken || one.verdict == Verdict::Unknown;
                }))
                continue;
            // Nothing is done again, and nobody is asked to say that it was: what can be seen is seen. What nobody but
            // the operator can see is asked there.
            if (const Status status = m_run.lookedAgain(); !status)
                return status.error();
            return judge(step, false, stop);
        case Remedy::Manual: {
            if (const Status status = m_run.retry(); !status)
                return status.error();
            // By hand it rests on the same facts (S11).
            QList<Observation> guards;
            if (std::optional<Trouble> again = anyTrouble(step, guards, stop))
                return report(std::move(*again), stop);
            return carryOut(step, {StepAnswer::Choice::ByHand, {}, answer.checkerAgrees}, stop);
        }
        case Remedy::Retry:
            return passed(m_run.retry());
        case Remedy::Skip:
            return skip(step, answer.reason);
        case Remedy::Rollback:
            return rollBack(stop);
        case Remedy::Exclude:
            return exclude(step, found.failing, answer, stop);
        }
    }
}

/// A node that is left out is stopped for certain first and out of the mail route; its ledger entries stay open. What can't be
/// seen (the machine may be dead) is the operator's word.
Runner::Outcome Runner::exclude(const Step& step, const QString& name, const TroubleAnswer& answer,
                                std::stop_token stop)
{
    QStringList stands{u"service:"_s + name, u"boot-start:"_s + name};
    const auto of = [&](ConditionKind kind) {
        Condition condition;
        condition.kind = kind;
        condition.node = name;
        return condition;
    };
    QList<Condition> wanted{of(ConditionKind::ServiceStopped), of(ConditionKind::BootStartOff)};
    if (keepsMailFlowing(m_run.procedure().kind) && m_facts.site.node(name)->takesMail &&
        !m_run.state().ledger().entry(u"drained:"_s + name)) {
        Condition noMail = of(ConditionKind::OperatorAffirms);
        noMail.question =
            Text::tr("Does no new mail reach %1 any more, and does another mail node take it?").arg(name);
        wanted.append(noMail);
        stands.append(u"drained:"_s + name);
    }
    QList<Observation> seen = await(step, wanted, stop);
    if (stop.stop_requested() && !allHold(seen))
        return hold(Text::tr("The operator stopped the run."));
    bool byWord = false;
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord && one.verdict != Verdict::Unknown)
            continue;
        if (one.verdict == Verdict::Unknown) {
            const Text dead = Text::tr("Where the machine is dead: say yes when it stays switched off, or cut off from the "
                                       "other nodes, until its service and its start at boot are off.");
            one.seen = one.seen.isEmpty() ? dead : Text::lines({one.seen, dead});
        }
        const ConfirmationGate::Word word = m_gate.askWord(step, one);
        if (word == ConfirmationGate::Word::Hold)
            return hold(Text::tr("The operator held the run before a node was left out."));
        byWord = true;
        one.verdict = word == ConfirmationGate::Word::Yes ? Verdict::Holds : Verdict::Broken;
    }
    if (!allHold(seen)) {
        const bool begun = m_run.state().record(step.id).status == StepStatus::Failed;
        Trouble found = trouble(begun ? Trouble::Kind::Expectation : Trouble::Kind::Guard, step,
                                Text::tr("A node is only left out when its service is stopped and does not start at "
                                         "boot. Stop it by hand, then choose again."),
                                seen);
        if (found.failing.isEmpty())
            found.remedies.insert(found.remedies.size() - 1, Remedy::Exclude);
        found.failing = name;
        return settle(std::move(found), stop);
    }
    const Status excluded = m_run.exclude(name, answer.reason, answer.checkerAgrees,
                                          {{u"observed"_s, observationsToJson(seen)},
                                           {u"byWord"_s, byWord},
                                           {u"stands"_s, QJsonArray::fromStringList(stands)}});
    if (!excluded && excluded.error().code == "exclude-needs-checker"_L1) {
        m_gate.tell(excluded.error());
        return Next::GoOn;
    }
    return passed(excluded);
}

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
    return back;
}

/// What must be so when the step is undone; empty: nothing can tell.
QList<Condition> Runner::afterUndo(const Step& step) const
{
    if (step.kind == StepKind::StopMailFlow) // mail comes again: whether every node takes it shows
        return otherMailNodes({});
    std::optional<Condition> state = stateAfterUndo(step, m_facts.site);
    if (!state)
        return {};
    if (state->kind == ConditionKind::BlockPresent)
        state->ports = portsToCover(step.node);
    QList<Condition> wanted{*state};
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
        const Status undone = m_run.rolledBack(step.id, m_gate.takeNote());
        return undone ? passed(undone) : Outcome(undone.error());
    }
    QList<Condition> asDone = step.expects;
    if (step.kind == StepKind::RunInstaller) { // that it has ended is history: what it has done must be there still
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

/// The operator's words on all that nobody else can see. false: he holds the run.
bool Runner::askWords(const Step& step, QList<Observation>& seen)
{
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord)
            continue;
        const ConfirmationGate::Word word = m_gate.askWord(asUndo(step), one);
        if (word == ConfirmationGate::Word::Hold)
            return false;
        one.verdict = word == ConfirmationGate::Word::Yes ? Verdict::Holds : Verdict::Broken;
    }
    return true;
}

/// What must hold before a step is undone: what takes a mail node out of service asks first whether the others answer,
/// whichever way the work goes (S4).
Runner::BeforeUndo Runner::undoGuard(const Step& step, std::stop_token stop)
{
    const Node* node = m_facts.site.node(step.node);
    const std::optional<StepKind> effect = counterpartOf(step.kind);
    // A service that is started beside other versions rests on what keeps them apart. Where nobody can look the operator is
    // asked, as he is before a start on the way forward (S1).
    if (effect == StepKind::StartService && versionsMayDiffer()) {
        QList<Condition> apart = mustStand();
        apart.removeIf([&](const Condition& one) {
            return (one.node != step.node && one.peer != step.node) || one.kind == ConditionKind::ServiceStopped ||
                   one.kind == ConditionKind::BootStartOff;
        });
        QList<Observation> seen = m_observer.look(apart, stop);
        if (!askWords(asUndo(step), seen))
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
    if (!askWords(asUndo(step), seen))
        return Held{};
    if (allHold(seen))
        return std::monostate();
    return trouble(Trouble::Kind::Guard, step, Text::tr("What must hold before this step does not, or could not be seen."), seen);
}

bool Runner::isOutOfReach(const QString& name, std::stop_token stop) const
{
    const std::optional<Result<NodeSurvey>> now = m_observer.readNode(name, stop);
    return now && !*now;
}

/// A node that was left out and is dead does not keep the others from going back: what stands of it stays in the ledger.
Runner::Outcome Runner::leaveAsItIs(const Step& step)
{
    Condition left;
    left.value = leftMark();
    left.question = Text::tr("%1 was left out and can't be reached. It stays as it is, stopped and cut off, and the others go "
                             "back: is that so? (%2)")
                        .arg(shownSafely(step.node))
                        .arg(step.title);
    if (m_gate.askWord(asUndo(step), {left, Verdict::ByWord, {}}) != ConfirmationGate::Word::Yes)
        return hold(Text::tr("The operator held the run while going back."));
    const Status kept = m_run.describe(u"undo-left"_s, step.id, {{u"node"_s, step.node}});
    return kept ? passed(kept) : Outcome(kept.error());
}

Runner::Outcome Runner::rollBack(std::stop_token stop)
{
    while (const Step* step = m_run.state().nextRollback()) {
        if (stop.stop_requested())
            return hold(Text::tr("The operator stopped the run."));
        // Going back is work like any other (S1w, S11).
        std::optional<Trouble> before = worldTrouble(*step, stop);
        if (!before && m_run.state().isExcluded(step->node) && isOutOfReach(step->node, stop)) {
            const Outcome left = leaveAsItIs(*step);
            if (!left || *left == Next::Held)
                return left;
            continue;
        }
        if (!before)
            before = driftTrouble(*step, stop);
        if (!before) {
            BeforeUndo guard = undoGuard(*step, stop);
            if (std::holds_alternative<Held>(guard))
                return hold(Text::tr("The operator held the run while going back."));
            if (Trouble* found = std::get_if<Trouble>(&guard))
                before = std::move(*found);
        }
        if (before) {
            before->remedies = {Remedy::Look, Remedy::Rollback, Remedy::Hold};
            return report(std::move(*before), stop);
        }
        const Action undo = undoOf(*step);
        if (!m_gate.confirmUndo(*step, undo))
            return hold(Text::tr("The operator held the run while going back."));
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
        const Status undone = m_run.rolledBack(step->id, m_gate.takeNote());
        if (!undone)
            return undone.error();
        m_gate.changed(m_run.state());
        if (m_run.state().end() != RunEnd::Running)
            return Next::GoOn;
    }
    return hold(Text::tr("Nothing is left to undo."));
}

} // namespace ruw
