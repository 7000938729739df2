// What the Runner does when something is not as it should be: says what, asks, and carries out what was chosen.

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
                Text::tr("Compare the two, and choose how to go on."),
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
    QList<Condition> wrong;
    for (const Observation& one : seen) {
        const bool holds = one.verdict == Verdict::Holds || one.verdict == Verdict::ByWord;
        if (!holds && one.condition.kind != ConditionKind::OtherMailNodesAnswer) // which of them stands beside it
            wrong.append(one.condition);
    }
    const bool before = kind == Trouble::Kind::Guard || kind == Trouble::Kind::World;
    QStringList inTheWay = before && !wrong.isEmpty() ? nodesOf(wrong.first()) : QStringList{step.node};
    if (before) {
        for (const Condition& one : std::as_const(wrong))
            inTheWay.removeIf([about = nodesOf(one)](const QString& name) { return !about.contains(name); });
    }
    if (inTheWay.isEmpty()) { // several at once: one after the other, those of which something tells alone
        for (const Condition& one : std::as_const(wrong)) {
            if (one.peer.isEmpty())
                inTheWay.append(one.node);
        }
    }
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
        const bool byHand = m_run.state().record(step.id).byHand;
        switch (open ? answer.remedy : Remedy::Hold) {
        case Remedy::Hold:
            return hold(found.what.what);
        case Remedy::Look:
            if (!begun)
                return Next::GoOn; // everything the step rests on is looked at again
            if (!changesTheSite(step))
                return passed(m_run.retry()); // the step is a look
            found.observations = m_observer.look(ofThoseTakingPart(step.expects), stop);
            if (byHand)
                leaveToWord(found.observations);
            if (std::any_of(found.observations.cbegin(), found.observations.cend(), [](const auto& one) {
                    return one.verdict == Verdict::Broken || one.verdict == Verdict::Unknown;
                }))
                continue;
            // Nothing is done again, and nobody is asked to say that it was: what can be seen is seen. What nobody but
            // the operator can see is asked there.
            if (const Status status = m_run.lookedAgain(); !status)
                return status.error();
            return judge(step, byHand, stop);
        case Remedy::Manual: {
            if (const Status status = m_run.retry(); !status)
                return status.error();
            // By hand it rests on the same facts (S11), and is another attempt.
            const Step anew = effective(*m_run.procedure().step(step.id));
            QList<Observation> guards;
            if (std::optional<Trouble> again = anyTrouble(anew, guards, stop))
                return report(std::move(*again), stop);
            const QList<Observation> vouchedFor = affirmed(guards);
            if (!askWords(anew, guards))
                return hold(Text::tr("The operator held the run before the step."));
            if (!allHold(guards))
                return report(trouble(Trouble::Kind::Guard, anew,
                                      Text::tr("What must hold before this step does not, or could not be seen."), guards),
                              stop);
            return carryOut(anew, {StepAnswer::Choice::ByHand, {}, answer.checkerAgrees}, stop, vouchedFor);
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

} // namespace ruw
