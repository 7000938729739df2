#include "core/run/Runner.h"

#include "core/base/Quote.h"
#include "core/plan/NodeCommands.h"
#include "core/run/Drift.h"
#include "core/run/RunFile.h"
#include "core/run/RunRecords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

Text stepStatusText(const Step& step, StepStatus status)
{
    const bool underWay = status == StepStatus::Started || status == StepStatus::Executed;
    // A look that the program makes is under way; a question waits for somebody.
    const bool onlyWords = !step.expects.isEmpty() &&
                           std::all_of(step.expects.cbegin(), step.expects.cend(), [](const Condition& condition) {
                               return condition.kind == ConditionKind::OperatorAffirms || condition.kind == ConditionKind::RestartNotAsked;
                           });
    const bool asks = step.kind == StepKind::Confirm || (onlyWords && !changesTheSite(step));
    return underWay && asks ? Text::tr("To be answered") : stepStatusText(status);
}

namespace {

/// A look needs no consent, and a question is one already.
bool asksFirst(const Step& step)
{
    return step.action.type != Action::Type::Observe && (step.kind != StepKind::Confirm || step.critical);
}

} // namespace

Runner::Runner(GuidedRun& run, const SiteFacts& facts, SiteAccess& access, ConfirmationGate& gate,
               Waiter& waiter)
    : m_run(run), m_facts(facts), m_access(access), m_gate(gate), m_waiter(waiter),
      m_observer(facts, run.state(), access, waiter)
{
}

Result<RunEnd> Runner::go(std::stop_token stop)
{
    if (m_access.kind() != m_run.state().siteKind())
        return wrongSiteKind(m_run.journalPath(), m_access.kind());
    if (m_run.state().doer().isEmpty())
        return noDoer(); // a step that asks nothing would find nobody to ask for his name
    if (m_run.state().end() == RunEnd::Held) {
        const Status resumed = m_run.goOn();
        if (!resumed)
            return resumed.error();
        m_gate.changed(m_run.state()); // before the first look, which may ask for a password
    }
    while (m_run.state().end() == RunEnd::Running) {
        const Step* step = m_run.state().current();
        if (!step)
            break;
        const Outcome next = stop.stop_requested()           ? hold(Text::tr("The operator stopped the run."))
                             : m_run.state().undoUnderWay() ? settleUndo(stop)
                                                            : doStep(*step, stop);
        if (!next)
            return next.error();
        m_gate.changed(m_run.state());
        if (*next == Next::Held)
            break;
    }
    return m_run.state().end();
}

Runner::Outcome Runner::passed(const Status& status)
{
    if (!status)
        return status.error();
    m_gate.changed(m_run.state());
    return Next::GoOn;
}

Runner::Outcome Runner::hold(const Text& reason)
{
    const Status held = m_run.hold(noteOr(reason));
    return held ? Outcome(Next::Held) : Outcome(held.error());
}

/// What the journal keeps beside a record: the operator's own words where he left any.
Text Runner::noteOr(const Text& said)
{
    const QString note = m_gate.takeNote();
    return note.isEmpty() ? said : Text::verbatim(note);
}

/// The planned ports and those that the node's own config names since its installer ran. Sorted.
QList<int> Runner::portsToCover(const QString& node) const
{
    QList<int> ports = m_run.procedure().blockedPorts;
    for (const int port : m_run.state().portsFound(node)) {
        if (!ports.contains(port))
            ports.append(port);
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

/// The step as it is done now: ports that an installer brought are covered as well, nodes that were left out stay out.
Step Runner::effective(const Step& planned) const
{
    Step step = planned;
    if (step.kind == StepKind::RunInstaller && !m_run.state().pastPointOfNoReturn())
        step.pointOfNoReturn = true; // the node that had it was left out
    // Its number is in the journal before it starts: what an earlier attempt left on the node is not taken for this one's.
    const int begun = m_run.state().record(step.id).attempts;
    if (step.kind == StepKind::RunInstaller && step.action.type == Action::Type::Command && begun > 0) {
        const NodeCommands commands(m_facts, *m_facts.node(step.node), m_run.procedure().runId, {});
        step.action.command = commands.startInstaller(begun + 1);
    }
    QStringList without;
    for (const NodeFacts& each : m_facts.nodes) {
        if (m_run.state().isExcluded(each.node.name))
            without.append(each.node.name);
    }
    if (!without.isEmpty() && (step.kind == StepKind::Unblock || step.kind == StepKind::ResumeMailFlow) &&
        step.node.isEmpty()) {
        step.action.instruction =
            Text::lines({step.action.instruction,
                         Text::tr("Not %1: left out of the work, cut off until it has the same version.")
                             .arg(shownNames(without))});
    }
    const QList<int> found = m_run.state().portsFound(planned.node);
    const NodeFacts* node = m_facts.node(planned.node);
    if (found.isEmpty() || !node || m_run.procedure().kind != ProcedureKind::BlockSyncPorts)
        return step;
    const QList<int> ports = portsToCover(planned.node);
    if (step.kind == StepKind::Block || step.kind == StepKind::ExtendBlock) {
        step.action.command = NodeCommands(m_facts, *node, m_run.procedure().runId, ports).block().apply;
        step.ports = ports;
    }
    return step;
}

/// What was noticed stands in the journal whatever is done about it; then the operator is asked.
Runner::Outcome Runner::report(Trouble found, std::stop_token stop)
{
    if (stop.stop_requested())
        return hold(Text::tr("The operator stopped the run.")); // what can't be seen then means nothing
    if (const Status kept = notice(found, stop); !kept)
        return kept.error();
    return settle(std::move(found), stop);
}

/// Into the journal, with what it brings to light.
Status Runner::notice(const Trouble& found, std::stop_token stop)
{
    const Status kept = m_run.describe(u"noticed"_s, found.step->id,
                                       {{u"trouble"_s, troubleCode(found.kind)},
                                        {u"note"_s, found.what.what.toJson()},
                                        {u"noticed"_s, observationsToJson(found.observations)}});
    return kept ? keepPortsFound(found, stop) : kept;
}

/// A config that names other ports than it should may be put back and yet be in use: a service keeps what it read when it
/// started. From here on the block must cover them, and they are asked like the others.
Status Runner::keepPortsFound(const Trouble& found, std::stop_token stop)
{
    QStringList names;
    if (found.kind == Trouble::Kind::Drift)
        names.append(found.step->node);
    for (const Observation& one : found.observations) {
        const bool ofConfig = one.condition.kind == ConditionKind::ConfigCovered ||
                              one.condition.kind == ConditionKind::ConfigAsPlanned;
        if (ofConfig && one.verdict == Verdict::Broken)
            names.append(one.condition.node);
    }
    if (m_run.procedure().blockedPorts.isEmpty())
        return success();
    for (const QString& name : std::as_const(names)) {
        const std::optional<Result<NodeSurvey>> now = m_observer.readNode(name, stop);
        if (!now || !*now || !(**now).config)
            continue;
        const QList<int> before = m_run.state().portsFound(name);
        const QList<int> planned = m_run.procedure().blockedPorts;
        QList<int> ports = before + portsBeyond(*(**now).config, m_facts, planned + before);
        std::sort(ports.begin(), ports.end());
        if (ports == before)
            continue;
        const Status kept = m_run.describe(u"ports-found"_s, found.step->id,
                                           {{u"node"_s, name}, {u"ports"_s, portsToJson(ports)}});
        if (!kept)
            return kept;
    }
    return success();
}

Runner::Outcome Runner::doStep(const Step& planned, std::stop_token stop)
{
    // Every step is looked at anew, so that a run that goes on from here and a resumed one do the same.
    m_watchedAt = {};
    m_unseen = false;
    const Step step = effective(planned);
    const StepRecord record = m_run.state().record(step.id);
    switch (record.status) {
    case StepStatus::RolledBack: // undone, not failed: it is done again like any other, and asked for again
        return passed(m_run.retry());
    case StepStatus::Failed:
        return settle(trouble(Trouble::Kind::Expectation, step,
                              Text::tr("The step was not as expected before: %1").arg(record.note), {}),
                      stop);
    case StepStatus::Started:
        // The run was interrupted here: nobody knows whether it took effect. Never again blindly. Of what has no command it is
        // known that nobody but the operator can have done it, as of what he chose to do himself.
        if (const Status status = m_run.executed({{u"interrupted"_s, true}, {u"byHand"_s, record.byHand}}); !status)
            return status.error();
        return judge(step, record.byHand, stop);
    case StepStatus::Executed:
        return judge(step, record.byHand, stop);
    default:
        break;
    }

    QList<Observation> guards;
    if (std::optional<Trouble> found = anyTrouble(step, guards, stop))
        return report(std::move(*found), stop);
    if (const Status kept = noteInstallersDoing(step, stop); !kept)
        return kept.error();
    if (!asksFirst(step))
        return carryOut(step, {StepAnswer::Choice::Run, {}, false}, stop);
    for (;;) {
        const QDateTime lookedAt = m_waiter.now();
        const StepQuestion question{step, guards, step.action.type == Action::Type::Command, step.skippable};
        const StepAnswer answer = m_gate.confirm(question);
        switch (answer.choice) {
        case StepAnswer::Choice::Hold:
            return hold(Text::tr("The operator held the run before the step."));
        case StepAnswer::Choice::Skip:
            return skip(step, answer.reason);
        case StepAnswer::Choice::Rollback:
            return rollBack(stop);
        case StepAnswer::Choice::Run:
        case StepAnswer::Choice::ByHand:
            break;
        }
        QList<Observation> vouchedFor = affirmed(guards);
        if (isStale(lookedAt)) {
            if (std::optional<Trouble> found = anyTrouble(step, guards, stop))
                return report(std::move(*found), stop);
            const QList<Observation> now = affirmed(guards);
            const bool more = std::any_of(now.cbegin(), now.cend(), [&](const Observation& one) {
                return std::none_of(vouchedFor.cbegin(), vouchedFor.cend(),
                                    [&](const Observation& old) { return old.condition == one.condition; });
            });
            if (more)
                continue; // what was seen then is a matter of his word now: he is asked anew
            vouchedFor = now; // what shows by now is no matter of his word any more
        }
        return carryOut(step, answer, stop, vouchedFor);
    }
}

/// Whoever thinks it over for long confirms what was seen long ago.
bool Runner::isStale(const QDateTime& lookedAt) const
{
    constexpr int freshSeconds = 60;
    return lookedAt.secsTo(m_waiter.now()) > freshSeconds;
}

/// The step that takes back what an installer has started by itself is done in any case; the journal tells whether it had.
Status Runner::noteInstallersDoing(const Step& step, std::stop_token stop)
{
    if (step.kind != StepKind::StopAutostartedService)
        return success();
    QList<Observation> seen = m_observer.look(step.expects, stop);
    seen.removeIf([](const Observation& one) { return one.verdict != Verdict::Broken; });
    if (seen.isEmpty())
        return success();
    const bool runs = std::any_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
        return one.condition.kind == ConditionKind::ServiceStopped;
    });
    QList<Text> note{(runs ? Text::tr("The installer left the service on %1 running. This step stops it.")
                           : Text::tr("After the installer, start at boot is on again on %1."))
                         .arg(shownSafely(step.node))};
    for (const Observation& one : std::as_const(seen))
        note.append(one.seen);
    return m_run.describe(u"noticed"_s, step.id, {{u"note"_s, Text::lines(note).toJson()}, {u"observed"_s, observationsToJson(seen)}});
}

Runner::Outcome Runner::carryOut(const Step& step, const StepAnswer& answer, std::stop_token stop,
                                 const QList<Observation>& affirmed)
{
    const bool byCommand = step.action.type == Action::Type::Command && answer.choice == StepAnswer::Choice::Run;
    const bool byHand = !byCommand && changesTheSite(step);
    const Status started = m_run.start(answer.checkerAgrees, affirmed, byHand);
    if (!started) {
        static const QStringList people = {u"run-no-doer"_s, u"run-no-checker"_s, u"checker-must-agree"_s};
        if (!people.contains(started.error().code))
            return started.error();
        m_gate.tell(started.error());
        // Asked again, with everything looked at anew; a step that asks nothing would be refused for ever.
        return asksFirst(step) ? Outcome(Next::GoOn) : hold(started.error().what);
    }
    m_gate.changed(m_run.state());
    if (!byCommand) {
        // The journal says "started": only now is it done.
        const ConfirmationGate::Word word =
            byHand ? m_gate.doneByHand(step, step.action) : ConfirmationGate::Word::Yes;
        if (word == ConfirmationGate::Word::Hold)
            return hold(Text::tr("The operator held the run while the step was done by hand."));
        if (word == ConfirmationGate::Word::No) {
            const Text what = Text::tr("The step could not be done by hand.");
            if (const Status failed = m_run.fail(noteOr(what)); !failed)
                return failed.error();
            return settle(trouble(Trouble::Kind::Action, step, what, {}), stop);
        }
        const Status done = m_run.executed({{u"byHand"_s, byHand}});
        // A look that he vouches for is his word, too; only it changes nothing that could be interrupted.
        return done ? judge(step, byHand || answer.choice == StepAnswer::Choice::ByHand, stop) : Outcome(done.error());
    }

    // An installer is only started by its command: how it ends is looked at apart (InstallerEnded).
    const int seconds = step.kind == StepKind::RunInstaller ? 0 : step.action.limitSeconds;
    const Result<CommandOutcome> outcome = runOn(step.node, step.action.command, seconds, stop);
    if (stop.stop_requested() && (!outcome || outcome->end != CommandOutcome::End::Exited))
        return brokenOff(step, outcome);
    if (!outcome) { // it did not start
        const Status failed = m_run.fail(outcome.error().what, {{u"error"_s, outcome.error().code}});
        if (!failed)
            return failed.error();
        Trouble found = trouble(Trouble::Kind::Action, step, outcome.error().what, {});
        found.what.remedy = outcome.error().remedy;
        return settle(std::move(found), stop);
    }
    m_gate.output(step, *outcome);
    const Status done = m_run.executed(outcomeToJson(*outcome));
    // Whatever the command said of itself: what counts is what can be seen (S9).
    return done ? judge(step, false, stop) : Outcome(done.error());
}

/// The operator has stopped the run while a command was on its way: nobody knows whether it took effect, and nobody shall say
/// that it failed. Whoever resumes looks first.
Runner::Outcome Runner::brokenOff(const Step& step, const Result<CommandOutcome>& outcome)
{
    QJsonObject data = outcome ? outcomeToJson(*outcome) : QJsonObject{{u"error"_s, outcome.error().code}};
    data.insert(u"note"_s,
                Text::tr("The command was broken off: it is not known whether it took effect.").toJson());
    if (const Status kept = m_run.describe(u"step-interrupted"_s, step.id, data); !kept)
        return kept.error();
    return hold(Text::tr("The operator stopped the run."));
}

Result<CommandOutcome> Runner::runOn(const QString& name, const QString& script, int seconds,
                                     std::stop_token stop)
{
    constexpr int least = 60;
    const auto access = m_access.node(*m_facts.site.node(name), m_facts.site);
    if (!access)
        return access.error();
    NodeCommand command;
    command.script = script.toUtf8();
    command.asRoot = true;
    command.limit = std::chrono::seconds(std::max(least, seconds));
    Result<CommandOutcome> outcome = (*access)->run(command, stop);
    if (outcome) { // it is shown and kept: a command may print what it was told in confidence (S10)
        CommandOutcome& ended = outcome.value();
        ended.out = (*access)->redacted(ended.out);
        ended.err = (*access)->redacted(ended.err);
    }
    return outcome;
}

} // namespace ruw
