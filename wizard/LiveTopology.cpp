#include "wizard/LiveTopology.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

const Step* stepOf(const Procedure& procedure, StepKind kind, const QString& node)
{
    for (const Step& step : procedure.steps) {
        if (step.kind == kind && step.node == node)
            return &step;
    }
    return nullptr;
}

Text versionOf(const SiteFacts& facts, const RunState& state, const QString& node)
{
    const Step* installer = stepOf(state.procedure(), StepKind::RunInstaller, node);
    const Step* check = stepOf(state.procedure(), StepKind::VerifyVersion, node);
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

struct LinkNow {
    TopologyModel::Link state = TopologyModel::Link::Open;
    Text word;
};
/// Whether the two can sync, and by what they can't: a block is said before what else keeps them apart.
LinkNow linkNow(const ChangeLedger& ledger, const QString& one, const QString& other)
{
    using Link = TopologyModel::Link;
    bool perhaps = false;
    for (const auto& [what, word] : {std::pair{u"block"_s, linkText(Link::Blocked)},
                                     {u"settings-sync"_s, Text::tr("sync disabled")},
                                     {u"service"_s, Text::tr("service stopped", "a link, by its end")}}) {
        for (const QString& node : {one, other}) {
            const Stands stands = standing(ledger, what, node);
            if (stands == Stands::Yes)
                return {Link::Blocked, word};
            perhaps = perhaps || stands == Stands::Perhaps;
        }
    }
    if (perhaps)
        return {Link::Unknown, Text::tr("unclear", "whether a link is cut")};
    return {Link::Open, linkText(Link::Open)};
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

TopologyModel liveTopology(const SiteFacts& facts, const RunState& state,
                           const QList<QueuePicture::Line>& queues, Language language)
{
    TopologyModel model = TopologyModel::from(facts, language);
    const ChangeLedger& ledger = state.ledger();
    for (TopologyModel::NodeBox& box : model.nodes) {
        const QString node = box.name;
        const Stands stopped = standing(ledger, u"service"_s, node);
        const Text service = stopped == Stands::Yes       ? Text::tr("stopped", "service")
                             : stopped == Stands::Perhaps ? Text::tr("service not confirmed")
                                                          : Text::tr("runs", "service");
        box.stopped = stopped == Stands::Yes;
        // Two or three lines a box: what does not change during the work is on the pages before.
        box.name = box.master ? Text::tr("%1 (master)").arg(node).render(language) : node;
        box.version = Text::list({versionOf(facts, state, node), service}).render(language);
        box.mail = standing(ledger, u"drained"_s, node) == Stands::No
                       ? QString()
                       : Text::tr("no mail routed").render(language);
        box.role.clear();
        box.service.clear();
        box.address.clear();
        box.queue.clear();
        for (const QueuePicture::Line& line : queues) {
            if (line.node == node)
                box.queue = queueText(line).render(language);
        }
    }
    for (TopologyModel::Edge& edge : model.edges) {
        const LinkNow link = linkNow(ledger, facts.site.nodes.value(edge.from).name, facts.site.nodes.value(edge.to).name);
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
