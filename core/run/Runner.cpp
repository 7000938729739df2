#include "core/run/Runner.h"

#include "core/base/Quote.h"
#include "core/plan/NodeCommands.h"
#include "core/plan/Undo.h"
#include "core/run/Drift.h"
#include "core/run/RunFile.h"
#include "core/run/RunRecords.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Verdict = Observation::Verdict;

/// How long a state may take to show after its action, in seconds.
int patienceFor(const Condition& condition, const Step& step)
{
    constexpr std::array<std::pair<ConditionKind, int>, 14> table = {{
        {ConditionKind::ServiceRunning, 120},
        {ConditionKind::ServiceStopped, 120},
        {ConditionKind::SmtpAnswers, 180},
        {ConditionKind::PortsFiltered, 20},
        {ConditionKind::PortsAsBaseline, 120},
        {ConditionKind::QueueDrained, 3600},
        {ConditionKind::VersionIs, 20},
        {ConditionKind::SameVersionEverywhere, 20},
        {ConditionKind::BlockPresent, 20},
        {ConditionKind::BlockAbsent, 20},
        {ConditionKind::BootStartOff, 20},
        {ConditionKind::BootStartOn, 20},
        {ConditionKind::SettingsSyncOff, 20},
        {ConditionKind::SettingsSyncOn, 20},
    }};
    if (condition.kind == ConditionKind::InstallerEnded)
        return step.action.limitSeconds;
    for (const auto& [kind, seconds] : table) {
        if (kind == condition.kind)
            return seconds;
    }
    return 0;
}

} // namespace

bool changesTheSite(const Step& step)
{
    switch (step.kind) {
    case StepKind::Confirm:
    case StepKind::RecordBaseline:
    case StepKind::VerifyMailFlow:
    case StepKind::VerifyBlock:
    case StepKind::VerifyVersion:
    case StepKind::RereadConfig:
    case StepKind::CheckRestartFlag:
    case StepKind::VerifySync:
    case StepKind::WatchQueue:
        return false;
    default:
        return true;
    }
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
    QStringList without;
    for (const NodeFacts& each : m_facts.nodes) {
        if (m_run.state().isExcluded(each.node.name))
            without.append(shownSafely(each.node.name));
    }
    if (!without.isEmpty() && (step.kind == StepKind::Unblock || step.kind == StepKind::ResumeMailFlow) &&
        step.node.isEmpty()) {
        step.action.instruction =
            Text::lines({step.action.instruction,
                         Text::tr("Not %1: left out of the work, cut off until it has the same version.")
                             .arg(Text::list(without))});
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

QList<Condition> Runner::ofThoseTakingPart(const QList<Condition>& conditions) const
{
    QList<Condition> out;
    for (const Condition& condition : conditions) {
        if (!m_run.state().isExcluded(condition.node) && !m_run.state().isExcluded(condition.peer))
            out.append(condition);
    }
    return out;
}

/// What the run has put in place and what therefore must still be so.
QList<Condition> Runner::standing() const
{
    static constexpr std::array<std::pair<const char*, ConditionKind>, 4> rows = {{
        {"block:", ConditionKind::BlockPresent},
        {"service:", ConditionKind::ServiceStopped},
        {"boot-start:", ConditionKind::BootStartOff},
        {"settings-sync:", ConditionKind::SettingsSyncOff},
    }};
    QList<Condition> out;
    for (const ChangeLedger::Entry& entry : m_run.state().ledger().open()) {
        if (!entry.certain)
            continue; // under way: its own step looks at it
        for (const auto& [prefix, kind] : rows) {
            if (!entry.id.startsWith(QLatin1StringView(prefix)))
                continue;
            Condition condition;
            condition.kind = kind;
            condition.node = entry.id.section(u':', 1);
            if (!m_facts.node(condition.node))
                continue; // of the whole site: a firewall between the nodes
            if (kind == ConditionKind::BlockPresent)
                condition.ports = portsToCover(condition.node);
            out.append(condition);
        }
    }
    return out;
}

/// What the steps that have proved the block looked at: rules that stand prove nothing about other paths. Only where the
/// services run does a port tell, so this is looked at again and again, from the proof on: once a service is stopped nobody
/// sees any more what would be open when it starts.
QList<Condition> Runner::proofs() const
{
    QList<Condition> out;
    for (const Step& step : m_run.procedure().steps) {
        // A config that was found covered after the installer must stay so: the service reads it when it starts.
        const bool proved = m_run.state().record(step.id).status == StepStatus::Verified;
        if (!proved || (step.kind != StepKind::VerifyBlock && step.kind != StepKind::RereadConfig))
            continue;
        if (step.kind == StepKind::VerifyBlock && m_run.procedure().kind == ProcedureKind::BlockSyncPorts &&
            m_run.state().versionOf(step.node) != RunState::NodeVersion::Unknown) {
            // A config that changes counts when its service is started anew, by whomever. Where it lies while an installer
            // is at work is not known.
            Condition covered;
            covered.kind = ConditionKind::ConfigCovered;
            covered.node = step.node;
            covered.ports = m_run.procedure().blockedPorts;
            if (!out.contains(covered))
                out.append(covered);
        }
        for (const Condition& condition : step.expects) {
            const bool proves = condition.kind == ConditionKind::PortsFiltered ||
                                condition.kind == ConditionKind::TrafficFiltered ||
                                condition.kind == ConditionKind::ConfigCovered ||
                                condition.kind == ConditionKind::ConfigAsPlanned;
            if (proves && !out.contains(condition))
                out.append(condition);
        }
    }
    return ofThoseTakingPart(out);
}

/// All that must be so while the work goes on.
QList<Condition> Runner::mustStand() const
{
    QList<Condition> conditions = standing();
    if (m_run.state().isolationMustStand() || !m_run.state().pastPointOfNoReturn())
        conditions += proofs();
    return conditions;
}

/// Nodes of different versions stand beside each other: not all are upgraded yet, or one was left out.
bool Runner::versionsMayDiffer() const
{
    const RunState& state = m_run.state();
    return state.isolationMustStand() ||
           (state.pastPointOfNoReturn() &&
            std::any_of(m_facts.nodes.cbegin(), m_facts.nodes.cend(),
                        [&](const NodeFacts& node) { return state.isExcluded(node.node.name); }));
}

QList<Observation> Runner::brokenOf(const QList<Condition>& conditions, std::stop_token stop) const
{
    QList<Observation> seen = m_observer.look(conditions, stop);
    seen.removeIf([this](const Observation& one) {
        // A node that was left out may be dead: the others do not wait for it. That it runs again is trouble.
        const bool leftOut = one.verdict == Verdict::Unknown && m_run.state().isExcluded(one.condition.node);
        return one.verdict == Verdict::Holds || one.verdict == Verdict::ByWord || leftOut;
    });
    return seen;
}

Trouble Runner::ofTheWorld(const Step& step, const QList<Observation>& seen) const
{
    const bool onlyMail = std::all_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
        return one.condition.kind == ConditionKind::AnotherSmtpAnswers;
    });
    const Text what =
        onlyMail
            ? Text::tr(
                  "While %1 is out of the mail route, no other mail node answers any more. Bring one back, "
                  "then look again.")
                  .arg(shownSafely(step.node))
        : m_run.state().isolationMustStand()
            ? Text::tr("What keeps nodes of different versions apart does not stand any more, or could not "
                       "be seen. Put it back by its step's command, then look again.")
            : Text::tr("What the run has put in place does not stand any more, or could not be seen. Put it "
                       "back by its step's command, then look again.");
    return trouble(Trouble::Kind::World, step, what, seen);
}

std::optional<Trouble> Runner::worldTrouble(const Step& step, std::stop_token stop)
{
    QList<Condition> conditions = mustStand();
    // What this very step takes back or looks after is its own business.
    conditions.removeIf([&](const Condition& condition) {
        const bool ofThisNode = condition.node == step.node || condition.peer == step.node;
        // The steps behind the installer judge these; that the service stands still must be so all the same.
        const bool ofItsConfig = condition.kind == ConditionKind::ConfigCovered ||
                                 condition.kind == ConditionKind::ConfigAsPlanned ||
                                 condition.kind == ConditionKind::SettingsSyncOff;
        return ofThisNode &&
               (step.kind == StepKind::StopAutostartedService || step.kind == StepKind::ExtendBlock ||
                (ofItsConfig && (step.kind == StepKind::VerifyVersion || step.kind == StepKind::RereadConfig)));
    });
    const QList<Observation> seen = brokenOf(conditions, stop);
    m_watchedAt = seen.isEmpty() ? m_waiter.now() : QDateTime();
    return seen.isEmpty() ? std::nullopt : std::optional(ofTheWorld(step, seen));
}

/// The same while a result is waited for: of the other nodes, for this one is being worked on.
std::optional<Trouble> Runner::worldTroubleMeanwhile(const Step& step, std::stop_token stop)
{
    constexpr int calmSeconds = 30;
    const QDateTime now = m_waiter.now();
    if (m_watchedAt.isValid() && m_watchedAt.secsTo(now) < calmSeconds)
        return std::nullopt;
    QList<Condition> conditions = mustStand();
    conditions.removeIf([&](const Condition& condition) {
        return condition.node == step.node || condition.peer == step.node;
    });
    if (m_run.state().ledger().entry(u"drained:"_s + step.node)) {
        Condition another;
        another.kind = ConditionKind::AnotherSmtpAnswers;
        another.node = step.node;
        conditions.append(another);
    }
    const QList<Observation> seen = brokenOf(conditions, stop);
    // A connection may fail once without meaning anything; what can't be seen twice in a row is told.
    const bool broken = std::any_of(seen.cbegin(), seen.cend(),
                                    [](const Observation& one) { return one.verdict == Verdict::Broken; });
    const bool told = broken || (!seen.isEmpty() && m_unseen);
    m_unseen = !seen.isEmpty() && !told;
    m_watchedAt = told ? QDateTime() : m_waiter.now();
    return told ? std::optional(ofTheWorld(step, seen)) : std::nullopt;
}

std::optional<Trouble> Runner::driftTrouble(const Step& step, std::stop_token stop)
{
    const NodeFacts* planned = m_facts.node(step.node);
    if (!planned)
        return std::nullopt;
    const std::optional<NodeSurvey> now = m_observer.readNode(step.node, stop);
    m_unread = !now && planned->node.access == AccessKind::Ssh;
    if (!now)
        return std::nullopt; // by word, or not to be read now: then it is read again before anything is done
    const QList<Text> differences = driftOf(*planned, *now, m_run.state());
    if (differences.isEmpty())
        return std::nullopt;
    QList<Text> lines{Text::tr("%1 is not as the plan knows it:").arg(shownSafely(step.node))};
    lines += differences;
    return trouble(Trouble::Kind::Drift, step, Text::lines(lines), {});
}

std::optional<Trouble> Runner::guardTrouble(const Step& step, QList<Observation>& seen, std::stop_token stop)
{
    QList<Condition> guards = ofThoseTakingPart(step.guards);
    // The id of a block is that of the plan: what stands before this run has put it on is another run's of the same plan.
    if (step.kind == StepKind::Block && !step.node.isEmpty() && !m_run.state().ledger().entry(step.opensLedger)) {
        Condition none;
        none.kind = ConditionKind::BlockAbsent;
        none.node = step.node;
        const QList<Observation> found = m_observer.look({none}, stop);
        if (found.first().verdict == Verdict::Broken) {
            return trouble(Trouble::Kind::Guard, step,
                           Text::tr("A block of this program stands on %1 already, and this run did not put it there: "
                                    "another run is under way, or one broke off. Go on with that run's journal; or make "
                                    "sure that it has ended and lift its block by hand, then look again.")
                               .arg(shownSafely(step.node)),
                           found);
        }
    }
    seen = m_observer.look(guards, stop);
    for (Observation& one : seen) {
        if (one.verdict == Verdict::Broken || one.verdict == Verdict::Unknown)
            return trouble(Trouble::Kind::Guard, step,
                           Text::tr("What must hold before this step does not, or could not be seen."), seen);
    }
    return std::nullopt;
}

/// What speaks against doing the step now; else what its guards showed.
std::optional<Trouble> Runner::anyTrouble(const Step& step, QList<Observation>& guards, std::stop_token stop)
{
    std::optional<Trouble> found;
    const bool changes = changesTheSite(step);
    if (changes || versionsMayDiffer())
        found = worldTrouble(step, stop); // a look does not go on over an open path either (S1w)
    if (changes && !found)
        found = driftTrouble(step, stop);
    return found ? found : guardTrouble(step, guards, stop);
}

/// What was noticed stands in the journal whatever is done about it; then the operator is asked.
Runner::Outcome Runner::report(Trouble found, std::stop_token stop)
{
    if (stop.stop_requested())
        return hold(Text::tr("The operator stopped the run.")); // what can't be seen then means nothing
    const Status kept = m_run.describe(u"noticed"_s, found.step->id,
                                       {{u"trouble"_s, troubleCode(found.kind)},
                                        {u"note"_s, found.what.what.toJson()},
                                        {u"noticed"_s, observationsToJson(found.observations)}});
    if (!kept)
        return kept.error();
    if (const Status ports = keepPortsFound(found, stop); !ports)
        return ports.error();
    return settle(std::move(found), stop);
}

/// A config that names other ports than it should may be put back and yet be in use: a service keeps what it read when it
/// started. From here on the block must cover them, and they are asked like the others.
Status Runner::keepPortsFound(const Trouble& found, std::stop_token stop)
{
    QStringList names;
    if (found.kind == Trouble::Kind::Drift)
        names.append(found.step->node);
    for (const Observation& one : found.observations) {
        if (one.condition.kind == ConditionKind::ConfigCovered && one.verdict == Verdict::Broken)
            names.append(one.condition.node);
    }
    if (m_run.procedure().kind != ProcedureKind::BlockSyncPorts)
        return success();
    for (const QString& name : std::as_const(names)) {
        const std::optional<NodeSurvey> now = m_observer.readNode(name, stop);
        if (!now || !now->config)
            continue;
        const QList<int> before = m_run.state().portsFound(name);
        const QList<int> planned = m_run.procedure().blockedPorts;
        QList<int> ports = before + portsBeyond(*now->config, m_facts.countsAsDataSyncOn(), planned + before);
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
    m_unseen = m_unread = false;
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
        // The run was interrupted here: nobody knows whether it took effect. Never again blindly.
        if (const Status status = m_run.executed({{u"interrupted"_s, true}}); !status)
            return status.error();
        return judge(step, false, stop);
    case StepStatus::Executed:
        return judge(step, false, stop);
    default:
        break;
    }

    QList<Observation> guards;
    if (std::optional<Trouble> found = anyTrouble(step, guards, stop))
        return report(std::move(*found), stop);
    const QDateTime lookedAt = m_waiter.now();

    if (!asksFirst(step))
        return carryOut(step, {StepAnswer::Choice::Run, {}, false}, stop);
    const StepQuestion question{step, int(m_run.state().currentIndex()) + 1, guards,
                                step.action.type == Action::Type::Command, step.skippable};
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
    // Whoever thinks it over for long confirms what was seen long ago.
    constexpr int freshSeconds = 60;
    if (m_unread || lookedAt.secsTo(m_waiter.now()) > freshSeconds) {
        if (std::optional<Trouble> found = anyTrouble(step, guards, stop))
            return report(std::move(*found), stop);
    }
    return carryOut(step, answer, stop);
}

Runner::Outcome Runner::carryOut(const Step& step, const StepAnswer& answer, std::stop_token stop)
{
    const Status started = m_run.start(answer.checkerAgrees);
    if (!started) {
        static const QStringList people = {u"run-no-doer"_s, u"run-no-checker"_s, u"checker-must-agree"_s};
        if (!people.contains(started.error().code))
            return started.error();
        m_gate.tell(started.error());
        // Asked again, with everything looked at anew; a step that asks nothing would be refused for ever.
        return asksFirst(step) ? Outcome(Next::GoOn) : hold(started.error().what);
    }
    m_gate.changed(m_run.state());
    const bool byCommand =
        step.action.type == Action::Type::Command && answer.choice == StepAnswer::Choice::Run;
    if (!byCommand) {
        // The journal says "started": only now is it done.
        const bool byHand = changesTheSite(step);
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
        return done ? judge(step, answer.choice == StepAnswer::Choice::ByHand, stop) : Outcome(done.error());
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

/// Looks until it shows or the patience is at its end. With `meanwhile` the rest of the site is watched too: trouble there ends
/// the waiting, not what is waited for.
QList<Observation> Runner::await(const Step& step, const QList<Condition>& conditions, std::stop_token stop,
                                 std::optional<Trouble>* meanwhile)
{
    constexpr std::chrono::milliseconds pause{2000};
    int limit = 0;
    for (const Condition& condition : conditions)
        limit = std::max(limit, patienceFor(condition, step));
    const QDateTime began = m_waiter.now();
    for (;;) {
        QList<Observation> seen = m_observer.look(conditions, stop);
        for (const Observation& one : std::as_const(seen)) {
            if (one.queue)
                (void)m_run.noteQueue(*one.queue); // a journal that fails stops the run at its next record
        }
        const bool settled = std::all_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
            return one.verdict == Verdict::Holds || one.verdict == Verdict::ByWord || one.final;
        });
        const qint64 waited = began.secsTo(m_waiter.now());
        if (settled || waited >= limit || stop.stop_requested())
            return seen;
        if (meanwhile && (*meanwhile = worldTroubleMeanwhile(step, stop)))
            return seen;
        if (!m_gate.waiting({step, seen, waited, limit}))
            return seen;
        m_waiter.wait(pause, stop);
    }
}

/// Who reaches whom from this node, into the journal. Gives one observation for each node of which no port answered.
Result<QList<Observation>> Runner::recordBaseline(const Step& step, std::stop_token stop)
{
    QList<Observation> silent;
    const Node* node = m_facts.site.node(step.node);
    if (!node || node->access != AccessKind::Ssh)
        return silent; // recorded by hand
    const QList<LinkState> links = m_observer.links(step.node, m_run.procedure().blockedPorts, stop);
    const Status kept = m_run.describe(u"baseline-recorded"_s, step.id, {{u"links"_s, linksToJson(links)}});
    if (!kept)
        return kept.error();
    for (const NodeFacts& peer : m_facts.nodes) {
        if (peer.node.name == step.node || m_run.state().isExcluded(peer.node.name))
            continue;
        const bool answered = std::any_of(links.cbegin(), links.cend(), [&](const LinkState& link) {
            return link.to == peer.node.name &&
                   (link.state == PortState::Open || link.state == PortState::Refused);
        });
        if (answered)
            continue;
        Condition condition;
        condition.kind = ConditionKind::PortsAsBaseline;
        condition.node = peer.node.name;
        condition.peer = step.node;
        condition.ports = m_run.procedure().blockedPorts;
        silent.append({condition, Verdict::Unknown,
                       Text::tr("No sync port of %1 answered %2: later a closed port will prove nothing.")
                           .arg(shownSafely(peer.node.name))
                           .arg(shownSafely(step.node))});
    }
    return silent;
}

/// Whether a step that hangs on this one brings about what was not seen.
bool Runner::isMendedNext(const Step& step, const QList<Observation>& seen) const
{
    const QList<Step>& steps = m_run.procedure().steps;
    return std::all_of(seen.cbegin(), seen.cend(), [&](const Observation& one) {
        return one.verdict == Verdict::Holds ||
               (one.verdict == Verdict::Broken &&
                std::any_of(steps.cbegin(), steps.cend(), [&](const Step& other) {
                    return other.onlyIf == step.id && other.expects.contains(one.condition);
                }));
    });
}

namespace {

/// Into what was seen of the config, for the window, the terminal, the journal and the report alike.
void showDiff(QList<Observation>& seen, const QString& diff)
{
    constexpr qsizetype mostLines = 40;
    const QStringList lines = diff.split(u'\n');
    QList<Text> shown{Text::tr("mf_replica.def has changed since the survey:")};
    for (const QString& line : lines.sliced(0, std::min(lines.size(), mostLines)))
        shown.append(Text::verbatim(shownSafely(line)));
    if (lines.size() > mostLines)
        shown.append(Text::tr("... and %1 more lines").arg(lines.size() - mostLines));
    for (Observation& one : seen) {
        const bool judges = one.condition.kind == ConditionKind::ConfigAsPlanned ||
                            one.condition.kind == ConditionKind::OperatorAffirms;
        if (judges)
            one.seen = Text::lines(one.seen.isEmpty() ? shown : QList<Text>{one.seen} + shown);
    }
}

} // namespace

Runner::Outcome Runner::judge(const Step& step, bool byHand, std::stop_token stop)
{
    m_gate.changed(m_run.state()); // the action has ended
    const QList<Condition> conditions = ofThoseTakingPart(step.expects);
    QString diff;
    if (step.kind == StepKind::RereadConfig) {
        if (const std::optional<NodeSurvey> now = m_observer.readNode(step.node, stop); now && now->config) {
            const QList<int> beyond =
                portsBeyond(*now->config, m_facts.countsAsDataSyncOn(), m_run.procedure().blockedPorts);
            diff = configDiff(m_facts.node(step.node)->survey, *now);
            const Status kept = m_run.describe(u"config-reread"_s, step.id, {{u"diff"_s, diff}});
            if (!kept)
                return kept.error();
            // Where no port is blocked none is beyond the block.
            const bool blocks = !m_run.procedure().blockedPorts.isEmpty();
            if (blocks && !beyond.isEmpty() && beyond != m_run.state().portsFound(step.node)) {
                // Not covered yet: the question is answered "no", and the step that extends the block follows.
                const Status found = m_run.describe(
                    u"ports-found"_s, step.id, {{u"node"_s, step.node}, {u"ports"_s, portsToJson(beyond)}});
                if (!found)
                    return found.error();
                if (m_run.state().isAsked(step.id) &&
                    m_run.procedure().kind == ProcedureKind::BlockSyncPorts) {
                    const Text note = Text::tr("mf_replica.def also names %1.").arg(portRanges(beyond));
                    return passed(m_run.verified(QJsonObject{
                        {u"byWord"_s, false}, {u"answerYes"_s, false}, {u"note"_s, note.toJson()}}));
                }
            }
        }
    }
    std::optional<Trouble> meanwhile;
    QList<Observation> seen = await(step, conditions, stop, &meanwhile);
    // Stopped before it could be seen: not judged. Whoever resumes looks.
    if (stop.stop_requested() && !allHold(seen))
        return hold(Text::tr("The operator stopped the run."));
    if (meanwhile)
        return report(std::move(*meanwhile), stop); // what goes on on the node goes on, and is found again
    if (step.kind == StepKind::RecordBaseline) {
        Result<QList<Observation>> baseline = recordBaseline(step, stop);
        if (!baseline)
            return baseline.error();
        // Where nothing answers, nothing can be proved later: a person decides whether that is how the site is.
        if (!byHand)
            seen += *baseline;
    }
    for (Observation& one : seen) {
        // Nobody watched an installer that was run by hand: its end is the operator's word; its work is the version, which
        // is read next.
        if (byHand && one.condition.kind == ConditionKind::InstallerEnded && one.final &&
            one.verdict != Verdict::Holds)
            one.verdict = Verdict::ByWord;
    }
    if (!diff.isEmpty()) // whoever judges a config must see what became of it
        showDiff(seen, diff);
    if (std::any_of(seen.cbegin(), seen.cend(),
                    [](const Observation& one) { return one.verdict == Verdict::ByWord && !one.seen.isEmpty(); }))
        m_gate.seenSoFar(step, seen);
    bool byWord = false;
    bool saidNo = false;
    for (Observation& one : seen) {
        if (one.verdict != Verdict::ByWord)
            continue;
        const ConfirmationGate::Word word = m_gate.askWord(step, one);
        if (word == ConfirmationGate::Word::Hold)
            return hold(Text::tr("The operator held the run before he judged the step."));
        byWord = true;
        const Text said = word == ConfirmationGate::Word::Yes ? Text::tr("The operator says yes.")
                                                              : Text::tr("The operator says no.");
        one.seen = one.seen.isEmpty() ? said : Text::lines({one.seen, said});
        if (word == ConfirmationGate::Word::No) {
            one.verdict = Verdict::Broken;
            // Another sync mode is no case that the procedure has steps for.
            saidNo = saidNo || one.condition.kind != ConditionKind::ConfigAsPlanned;
        } else {
            one.verdict = Verdict::Holds;
        }
    }
    m_gate.observed(step, seen);
    const bool holds = allHold(seen);
    const bool otherMode = std::any_of(seen.cbegin(), seen.cend(), [](const Observation& one) {
        return one.condition.kind == ConditionKind::ConfigAsPlanned && one.verdict != Verdict::Holds;
    });
    // The good case, or the other one for which the procedure has its steps.
    if (holds || (m_run.state().isAsked(step.id) && !otherMode && (saidNo || isMendedNext(step, seen)))) {
        QJsonObject data{{u"byWord"_s, byWord}, {u"observed"_s, observationsToJson(seen)}};
        if (m_run.state().isAsked(step.id))
            data.insert(u"answerYes"_s, holds);
        if (const Text note = noteOr({}); !note.isEmpty())
            data.insert(u"note"_s, note.toJson());
        return passed(m_run.verified(data));
    }
    const bool uncertain = m_run.state().record(step.id).uncertain;
    const Text what =
        uncertain ? Text::tr("The run was interrupted in this step, and its result does not show. It may "
                             "have taken effect in part.")
                  : Text::tr("The result of the step is not as expected.");
    const Status failed = m_run.fail(noteOr(what), {{u"observed"_s, observationsToJson(seen)}});
    if (!failed)
        return failed.error();
    return settle(
        trouble(uncertain ? Trouble::Kind::Uncertain : Trouble::Kind::Expectation, step, what, seen), stop);
}

} // namespace ruw
