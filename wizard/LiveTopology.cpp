#include "wizard/LiveTopology.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text versionOf(const SiteFacts& facts, const RunState& state, const QString& node)
{
    const Step* installer = state.procedure().first(StepKind::RunInstaller, node);
    const Step* check = state.procedure().first(StepKind::VerifyVersion, node);
    if (check && state.record(check->id).status == StepStatus::Verified)
        return Text::verbatim(facts.site.targetVersion.toString());
    if (check && state.record(check->id).status == StepStatus::Failed)
        return Text::tr("version not as expected");
    if (installer && state.record(installer->id).touched)
        return Text::tr("version not confirmed");
    return Text::verbatim(facts.site.sourceVersion.toString());
}

/// How the change stands: none, certain, or perhaps.
enum class Stands { No, Yes, Perhaps };
Stands standing(const ChangeLedger& ledger, const QString& what, const QString& node)
{
    const ChangeLedger::Entry* entry = ledger.entry(what + u':' + node);
    if (!entry)
        entry = ledger.entry(what); // for the whole site
    if (!entry)
        return Stands::No;
    return entry->certain ? Stands::Yes : Stands::Perhaps;
}

/// Whether the run has seen, or the operator has said, that the node's service runs.
bool seenRunning(const RunState& state, const QString& node)
{
    const QList<Step>& steps = state.procedure().steps;
    return std::any_of(steps.cbegin(), steps.cend(), [&](const Step& step) {
        const StepStatus status = state.record(step.id).status;
        if (step.kind == StepKind::StopService && step.node == node && status == StepStatus::RolledBack)
            return true;
        return status == StepStatus::Verified &&
               std::any_of(step.expects.cbegin(), step.expects.cend(), [&](const Condition& one) {
                   return one.node == node && (one.kind == ConditionKind::ServiceRunning || one.kind == ConditionKind::SmtpAnswers);
               });
    });
}

/// Whether the node itself said just now that its service runs. None: it was not asked. On others than those by SSH the answer
/// of a port stands for it at most.
std::optional<bool> seenJustNow(const NodeFacts* facts, const QList<SeenRow>& seen)
{
    if (!facts || facts->node.access != AccessKind::Ssh)
        return std::nullopt;
    for (const SeenRow& row : seen) {
        const bool holds = row.verdict == verdictCode(Observation::Verdict::Holds);
        const bool isSeen = holds || row.verdict == verdictCode(Observation::Verdict::Broken) || row.verdict == SeenRow::waitedFor;
        if (row.node != facts->node.name || !isSeen)
            continue;
        if (row.kind == conditionCode(ConditionKind::ServiceRunning))
            return holds;
        if (row.kind == conditionCode(ConditionKind::ServiceStopped))
            return !holds;
    }
    return std::nullopt;
}

struct ServiceNow {
    bool stopped = false;
    Text word;
};
/// What was seen of it just now, or what the run has made of it; where it has not touched it, what the survey saw: what nobody
/// has looked at is said so.
ServiceNow serviceNow(const NodeFacts* facts, const RunState& state, const QList<SeenRow>& seen, const QString& node)
{
    if (const std::optional<bool> runs = seenJustNow(facts, seen))
        return {!*runs, *runs ? Text::tr("runs", "service") : Text::tr("stopped", "service")};
    const Stands stopped = standing(state.ledger(), u"service"_s, node);
    if (stopped == Stands::Perhaps)
        return {false, Text::tr("service not confirmed")};
    const std::optional<ServiceState> surveyed = facts ? facts->survey.serviceState.effective() : std::nullopt;
    const bool runs = seenRunning(state, node);
    if (stopped == Stands::Yes || (!runs && surveyed == ServiceState::Stopped))
        return {true, Text::tr("stopped", "service")};
    return {false, runs || surveyed == ServiceState::Running ? Text::tr("runs", "service") : Text::tr("service not seen")};
}

struct LinkNow {
    TopologyModel::Link state = TopologyModel::Link::Open;
    Text word;
};
/// Whether the two can sync, and by what they can't: a block is said before what else keeps them apart. What the run has not
/// touched, or no more touches, is as it was surveyed, until the settings were seen to pass.
LinkNow linkNow(const RunState& state, const QString& master, const QString& slave, TopologyModel::Link surveyed)
{
    using Link = TopologyModel::Link;
    bool perhaps = false;
    for (const auto& [what, word] : {std::pair{u"block"_s, linkText(Link::Blocked)},
                                     {u"settings-sync"_s, Text::tr("sync disabled")},
                                     {u"service"_s, Text::tr("service stopped", "a link, by its end")}}) {
        for (const QString& node : {master, slave}) {
            const Stands stands = standing(state.ledger(), what, node);
            if (stands == Stands::Yes)
                return {Link::Blocked, word};
            perhaps = perhaps || stands == Stands::Perhaps;
        }
    }
    if (perhaps) // begun and not seen to hold: nobody has probed what it made of the link
        return {Link::Unknown, linkText(Link::Unknown)};
    const Step* passed = state.procedure().first(StepKind::VerifySync, slave);
    if (passed && state.record(passed->id).status == StepStatus::Verified)
        return {Link::Open, linkText(Link::Open)};
    const auto& steps = state.procedure().steps;
    const bool lifted = std::any_of(steps.cbegin(), steps.cend(), [&](const Step& step) {
        return step.kind == StepKind::LiftOtherBlock && state.record(step.id).status == StepStatus::Verified;
    });
    if (surveyed == Link::Blocked && lifted) // by an earlier run's block, perhaps
        return {Link::Unknown, linkText(Link::Unknown)};
    return {surveyed, linkText(surveyed)};
}

/// Short: the figures stand beside the drawing.
Text queueText(const QueuePicture::Line& line)
{
    if (!line.outlook.last || line.outlook.stale)
        return Text::tr("queue not seen");
    const Text size = Text::tr("queue %1").arg(Text::bytes(line.outlook.last->bytes));
    if (line.drain)
        return line.drain->drained ? Text::tr("queue drained") : Text::tr("%1, draining").arg(size);
    const bool fills = line.level == QueueOutlook::Level::Alarm || line.level == QueueOutlook::Level::Warning;
    return fills && line.outlook.fullAt
               ? Text::tr("%1, disk full at %2").arg(size).arg(Text::timeOfDay(*line.outlook.fullAt))
               : size;
}

} // namespace

TopologyModel liveTopology(const SiteFacts& facts, const RunState& state, const QList<QueuePicture::Line>& queues,
                           const QList<SeenRow>& seen, Language language)
{
    TopologyModel model = TopologyModel::from(facts, language);
    const ChangeLedger& ledger = state.ledger();
    static const QRegularExpression beforeUnit(u"(?<=\\d) (?=[KMGT]?i?B)"_s); // all of it in one piece is wider than the box
    for (TopologyModel::NodeBox& box : model.nodes) {
        const QString node = box.name;
        const ServiceNow service = serviceNow(facts.node(node), state, seen, node);
        box.stopped = service.stopped;
        // Two or three lines a box: what does not change during the work is on the pages before.
        box.name = box.master ? Text::tr("%1 (master)").arg(node).render(language) : node;
        box.version = Text::list({versionOf(facts, state, node), service.word}).render(language);
        box.mail = standing(ledger, u"drained"_s, node) == Stands::No
                       ? QString()
                       : Text::tr("no new mail", "to a node").render(language);
        box.role.clear();
        box.service.clear();
        box.address.clear();
        box.queue.clear();
        for (const QueuePicture::Line& line : queues) {
            if (line.node == node)
                box.queue = queueText(line).render(language).replace(beforeUnit, u"\u00a0"_s);
        }
    }
    for (TopologyModel::Edge& edge : model.edges) {
        const LinkNow link = linkNow(state, facts.site.nodes.value(edge.from).name, facts.site.nodes.value(edge.to).name, edge.state);
        edge.state = link.state;
        edge.stateText = link.word.render(language);
        edge.ports.clear();
    }
    return model;
}

bool mailFlows(const RunState& state)
{
    return state.ledger().entry(u"mail-flow"_s) == nullptr;
}

} // namespace ruw
