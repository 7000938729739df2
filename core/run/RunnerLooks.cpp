// What the Runner looks at before it acts: what must stand while the work goes on, what has drifted, the step's own guards.

#include "core/base/Quote.h"
#include "core/run/Drift.h"
#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

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
/// `alsoOf`: a node that was left out and is about to be started counts as one that takes part.
QList<Condition> Runner::proofs(const QString& alsoOf) const
{
    QList<Condition> out;
    for (const Step& step : m_run.procedure().steps) {
        // A config that was found covered after the installer must stay so: the service reads it when it starts.
        const bool proved = m_run.state().record(step.id).status == StepStatus::Verified;
        if (!proved || (step.kind != StepKind::VerifyBlock && step.kind != StepKind::RereadConfig))
            continue;
        if (step.kind == StepKind::VerifyBlock &&
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
    const auto isOut = [&](const QString& name) { return name != alsoOf && m_run.state().isExcluded(name); };
    out.removeIf([&](const Condition& one) { return isOut(one.node) || isOut(one.peer); });
    return out;
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
        return one.condition.kind == ConditionKind::OtherMailNodesAnswer;
    });
    const Text what =
        onlyMail
            ? Text::tr(
                  "While %1 is out of the mail route, another mail node does not answer any more, and only one may be "
                  "out of service at a time. Bring it back, then look again.")
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
               ((condition.kind == ConditionKind::SettingsSyncOff && step.kind == StepKind::DisableSettingsSync) ||
                step.kind == StepKind::StopAutostartedService || step.kind == StepKind::ExtendBlock ||
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
        Condition others; // one is out of service: no other one may be (S4)
        others.kind = ConditionKind::OtherMailNodesAnswer;
        others.node = step.node;
        conditions.append(others);
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
    const std::optional<Result<NodeSurvey>> now = m_observer.readNode(step.node, stop);
    if (!now)
        return std::nullopt; // by word
    if (!*now) {
        const Error& why = now->error();
        Trouble found = trouble(
            Trouble::Kind::Guard, step,
            Text::lines({Text::tr("%1 can't be read now: whether it is as the plan knows it can't be seen.").arg(shownSafely(step.node)),
                         why.what}),
            {});
        found.what.remedy = Text::lines({why.remedy, Text::tr("Then look again.")});
        return found;
    }
    const QList<Text> differences = driftOf(*planned, **now, m_run.state());
    if (differences.isEmpty())
        return std::nullopt;
    QList<Text> lines{Text::tr("%1 is not as the plan knows it:").arg(shownSafely(step.node))};
    lines += differences;
    return trouble(Trouble::Kind::Drift, step, Text::lines(lines), {});
}

QList<Condition> Runner::otherMailNodes(const QString& name) const
{
    QList<Condition> out;
    for (const Node& node : m_facts.site.mailNodes()) {
        if (node.name != name)
            out.append({ConditionKind::SmtpAnswers, node.name, {}, {node.effectiveSmtpPort()}, {}, {}});
    }
    return ofThoseTakingPart(out);
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
    for (const Observation& one : std::as_const(seen)) {
        if (one.condition.kind == ConditionKind::OtherMailNodesAnswer && one.verdict == Verdict::Broken) {
            seen += brokenOf(otherMailNodes(step.node), stop); // which of them
            break;
        }
    }
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

} // namespace ruw
