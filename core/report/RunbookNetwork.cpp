#include "core/report/RunbookBuilder.h"

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

QStringList syncAddresses(const Site& site, std::optional<Role> role)
{
    QStringList out;
    for (const Node& node : site.nodes) {
        if (!role || node.role == *role) {
            for (const QString& address : node.effectiveSyncAddresses())
                out.append(u"%1 (%2)"_s.arg(Builder::name(address), Builder::name(node.name)));
        }
    }
    return out;
}

Table requestTable(const Builder& builder)
{
    Table table;
    table.columns = {builder.column(Text::tr("Between"), 2.6),   builder.column(Text::tr("And"), 2.6),
                     builder.column(Text::tr("Port"), 1.1),      builder.column(Text::tr("Protocol"), 1.2),
                     builder.column(Text::tr("Direction"), 1.3), builder.column(Text::tr("Request"), 1.2),
                     builder.column(Text::tr("From"), 2.1),      builder.column(Text::tr("Until"), 2.1)};
    return table;
}

QString momentOf(const Builder& builder, int minute)
{
    const auto& start = builder.input.chart.start;
    return start ? builder.say(Text::dateTime(start->addSecs(qint64(minute) * 60)))
                 : builder.say(Text::tr("%1 from the start").arg(builder.plannedTime(minute)));
}

void addBlockRequest(Builder& builder)
{
    builder.heading(2, Text::tr("During the work"));
    const auto isolation = builder.isolation();
    if (builder.procedure.kind != ProcedureKind::BlockPeerTraffic || !isolation) {
        builder.paragraph(
            builder.procedure.kind == ProcedureKind::BlockSyncPorts
                ? Text::tr("No request is needed: each server blocks the sync ports itself, by the steps of "
                           "this document.")
                : Text::tr("No request is needed: this procedure blocks nothing at a firewall."));
        return;
    }
    Table table = requestTable(builder);
    table.title = builder.say(Text::tr("Firewall request: block"));
    const QString all = syncAddresses(builder.site, std::nullopt).join(u'\n');
    table.rows.append({{{all},
                        {builder.say(Text::tr("each other"))},
                        {builder.say(Text::tr("all"))},
                        {builder.say(Text::tr("IPv4 and IPv6"))},
                        {builder.say(Text::tr("both"))},
                        {builder.say(Text::tr("drop")), {}, true},
                        {momentOf(builder, isolation->first)},
                        {momentOf(builder, isolation->second)}}});
    builder.add(table);
    builder.items(
        {Text::tr("Drop, not reject. Established connections must be cut as well."),
         Text::tr("The block must survive a reboot of any of the servers, and of the firewall."),
         Text::tr(
             "Lift it only when the doer calls: never by the clock. The time under \"Until\" is the plan."),
         Text::tr("Whatever else runs between these servers is cut too: heartbeat of a virtual IP, mail "
                  "relay, SSH.")});
}

void addNewPortsRequest(Builder& builder)
{
    builder.heading(2, Text::tr("After the work"));
    const QList<int> ports = builder.facts.portsNewInTarget();
    if (ports.isEmpty()) {
        builder.paragraph(Text::tr("No request is needed: %1 uses no sync port that %2 did not use.")
                              .arg(builder.site.targetVersion.display())
                              .arg(builder.site.sourceVersion.display()));
        return;
    }
    builder.paragraph(
        Text::tr("%1 uses sync ports that %2 did not. The site's own firewalls must let them through, or "
                 "this data "
                 "is never synced. Which side connects isn't documented, so both directions are asked for.")
            .arg(builder.site.targetVersion.display())
            .arg(builder.site.sourceVersion.display()));
    Table table = requestTable(builder);
    table.title = builder.say(Text::tr("Firewall request: new ports"));
    const auto isolation = builder.isolation();
    QStringList numbers;
    for (const int port : ports)
        numbers.append(QString::number(port));
    table.rows.append(
        {{{syncAddresses(builder.site, Role::Master).join(u'\n')},
          {syncAddresses(builder.site, Role::Slave).join(u'\n')},
          {numbers.join(u'\n')},
          {u"TCP"_s},
          {builder.say(Text::tr("both"))},
          {builder.say(Text::tr("allow")), {}, true},
          {isolation ? momentOf(builder, isolation->second) : timeOrBlank(builder, std::nullopt)},
          {builder.say(Text::tr("for good"))}}});
    builder.add(table);
    if (!builder.facts.countsAsDataSyncOn())
        builder.paragraph(
            Text::tr(
                "With data sync OFF these ports carry nothing; let them through where data sync is to be "
                "enabled later."),
            Paragraph::Style::Note);
}

} // namespace

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
                     builder.column(Text::tr("Low"), 1.3, Align::Right),
                     builder.column(Text::tr("Expected"), 1.3, Align::Right),
                     builder.column(Text::tr("High"), 1.3, Align::Right),
                     builder.column(Text::tr("Free disk"), 1.5, Align::Right),
                     builder.column(Text::tr("Full after (high)"), 1.6, Align::Right)};
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
    addBlockRequest(builder);
    addNewPortsRequest(builder);
}

} // namespace ruw::runbook
