#include "core/report/FirewallRequest.h"
#include "core/report/RunbookBuilder.h"

using namespace Qt::StringLiterals;

namespace ruw::runbook {

void addQueueEstimate(Builder& builder)
{
    const QueueForecast& forecast = builder.input.forecast;
    builder.heading(1, Text::tr("Queue estimate"));
    if (!forecast.applies) {
        builder.paragraph(
            builder.facts.countsAsDataSyncOn()
                ? Text::tr(
                      "Not needed: the mail flow is stopped, so nothing piles up in the queue directories.")
                : Text::tr(
                      "Not needed: data sync is OFF, so no mail data piles up in the queue directories."));
        return;
    }
    builder.paragraph(Text::tr(
        "While sync is cut, saved and held mail piles up in the queue directories of the slaves. The disk "
        "must have room for it, and when sync is back it flows to the master."));
    Table assumptions;
    assumptions.title = builder.say(Text::tr("Assumptions of the queue estimate"));
    assumptions.columns = {builder.column(Text::tr("Assumption"), 4), builder.column(Text::tr("Value"), 3.4),
                           builder.column(Text::tr("Source"), 1.4)};
    for (const QueueForecast::Assumption& assumption : forecast.assumptions) {
        assumptions.rows.append(
            {{{builder.say(assumption.name)},
              {builder.say(assumption.value)},
              {builder.say(
                  factSourceText(assumption.fromOperator ? FactSource::Operator : FactSource::Assumed))}}});
    }
    builder.add(assumptions);
    if (forecast.nodes.isEmpty()) {
        builder.paragraph(Text::tr("No slave takes mail, so nothing piles up on one."));
        return;
    }
    Table table;
    table.title = builder.say(Text::tr("Queue estimate for each node"));
    using Align = Column::Align;
    table.columns = {builder.column(Text::tr("Node"), 2),
                     builder.column(Text::tr("Low"), 1.2, Align::Right),
                     builder.column(Text::tr("Expected"), 1.2, Align::Right),
                     builder.column(Text::tr("High"), 1.2, Align::Right),
                     builder.column(Text::tr("Free disk"), 1.5, Align::Right),
                     builder.column(Text::tr("Full after (high)"), 2, Align::Right)};
    for (const QueueForecast::NodeForecast& node : forecast.nodes) {
        table.rows.append({{{Builder::name(node.node)},
                            {builder.say(Text::bytes(node.bytes.low))},
                            {builder.say(Text::bytes(node.bytes.expected))},
                            {builder.say(Text::bytes(node.bytes.high)), {}, true},
                            {node.freeDiskBytes ? builder.say(Text::bytes(*node.freeDiskBytes))
                                                : builder.say(Text::tr("to be read"))},
                            {node.fullAfterMinutes ? builder.say(Text::minutes(*node.fullAfterMinutes))
                                                   : builder.say(Text::tr("not known"))}}});
    }
    builder.add(table);
}

void addFirewallRequests(Builder& builder)
{
    builder.heading(1, Text::tr("Firewall request sheet"));
    const FirewallRequest request =
        FirewallRequest::from(builder.facts, &builder.procedure, builder.input.chart);
    builder.heading(2, Text::tr("While sync is cut"));
    builder.document.body.append(requestBlocks(request.during, builder.language));
    builder.heading(2, Text::tr("From the return of sync on"));
    builder.document.body.append(requestBlocks(request.after, builder.language));
}

} // namespace ruw::runbook
