#include "core/base/Quote.h"
#include "core/product/SyncPorts.h"
#include "core/report/RunbookBuilder.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

QString versionOf(const Builder& builder, const NodeFacts& node)
{
    const auto found = node.survey.version.effective();
    if (!found)
        return builder.say(Text::tr("%1 (by the site file)").arg(builder.site.sourceVersion.display()));
    const Result<ProductVersion> version = ProductVersion::parse(*found);
    return version ? version->display() : Builder::name(*found);
}

Text neededByText(NeededBy needed)
{
    switch (needed) {
    case NeededBy::Source:
        return Text::tr("source version only");
    case NeededBy::Target:
        return Text::tr("target version only (new)");
    case NeededBy::Both:
        return Text::tr("both versions");
    case NeededBy::Neither:
        return Text::tr("neither version");
    }
    Q_UNREACHABLE();
}

void addNodes(Builder& builder)
{
    builder.heading(2, Text::tr("Nodes"));
    Table table;
    table.columns = {builder.column(Text::tr("Node"), 2),
                     builder.column(Text::tr("Role"), 1.4),
                     builder.column(Text::tr("Address"), 2.4),
                     builder.column(Text::tr("Sync addresses"), 1.7),
                     builder.column(Text::tr("OS"), 1.5),
                     builder.column(Text::tr("Version now"), 2),
                     builder.column(Text::tr("Takes mail"), 1, Column::Align::Center),
                     builder.column(Text::tr("Access"), 1.2)};
    for (const NodeFacts& node : builder.facts.nodes) {
        const QStringList sync = node.node.effectiveSyncAddresses();
        table.rows.append(
            {{{Builder::name(node.node.name), {}, node.node.isMaster()},
              {builder.say(roleText(node.node.role))},
              {Builder::name(node.node.address)},
              {sync == QStringList{node.node.address} ? builder.say(Text::tr("the same", "address"))
                                                      : builder.names(sync)},
              {builder.say(osText(node.node.os))},
              {versionOf(builder, node)},
              {builder.say(node.node.takesMail ? Text::tr("yes", "takes mail")
                                               : Text::tr("no", "takes no mail"))},
              {builder.say(accessText(node.node.access))}}});
    }
    if (builder.paperNames.inUse()) {
        for (Row& row : table.rows) {
            row.cells[0].note = row.cells[0].text;
            row.cells[0].text = builder.paperNames.shortOf.value(row.cells[0].text);
        }
        table.columns[0].width = 4;
        builder.paragraph(builder.paperNames.note(), Paragraph::Style::Warning);
        builder.paragraph(Text::tr("The full names stand in this table and in the commands."),
                          Paragraph::Style::Note);
    }
    builder.fullNames = builder.document.body.size();
    builder.add(table);
}

void addDataSync(Builder& builder)
{
    builder.heading(2, Text::tr("Data sync"));
    switch (builder.facts.dataSync) {
    case SiteDataSync::On:
        builder.paragraph(
            keepsMailFlowing(builder.procedure.kind)
                ? Text::tr("Data sync is ON: saved and held mail is moved from every node's queue directory into the master's "
                           "archive directory. Settings sync must not be disabled; only communication is cut.")
                : Text::tr("Data sync is ON: saved and held mail is moved from every node's queue directory into the master's "
                           "archive directory."));
        break;
    case SiteDataSync::Off:
        builder.paragraph(
            keepsMailFlowing(builder.procedure.kind)
                ? Text::tr("Data sync is OFF: only settings are synced, no mail data piles up while sync is cut.")
                : Text::tr("Data sync is OFF: only settings are synced, no mail data."));
        break;
    case SiteDataSync::Unsettled:
        builder.paragraph(
            Text::tr(
                "Whether data sync is enabled is not settled for every node. It is treated as ON, which is "
                "the careful side."),
            Paragraph::Style::Warning);
        break;
    }
    Table table;
    table.columns = {builder.column(Text::tr("Node"), 2),
                     builder.column(Text::verbatim(u"ENABLE_REP_DATA"_s), 2),
                     builder.column(Text::tr("Source"), 1), builder.column(Text::tr("Detail"), 4)};
    for (const NodeFacts& node : builder.facts.nodes) {
        const auto value = node.dataSync.effective();
        table.rows.append({{{Builder::name(node.node.name)},
                            {value ? (*value ? u"ON"_s : u"OFF"_s) : builder.say(Text::tr("not known"))},
                            {builder.say(factSourceText(node.dataSync.source))},
                            {builder.say(node.dataSync.detail)}}});
    }
    builder.add(table);
}

/// One row for each number a key has, with the nodes and where each read it: short for any number of nodes.
void addPorts(Builder& builder)
{
    builder.heading(2, Text::tr("Sync ports"));
    Table table;
    table.title = builder.say(Text::tr("Sync ports"));
    table.columns = {builder.column(Text::tr("Key"), 3.5, Column::Align::Left, true),
                     builder.column(Text::tr("Carries"), 2.45),
                     builder.column(Text::tr("Port"), 1.1, Column::Align::Right),
                     builder.column(Text::tr("Used since"), 1.75),
                     builder.column(Text::tr("Needed by"), 1.5),
                     builder.column(Text::tr("Where it was read"), 2.85)};
    bool anyAssumed = false, anyChanged = false;
    for (const SyncPort& definition : syncPorts()) {
        QMap<int, QList<std::pair<Text, QStringList>>> places; // by number: where, and on which nodes
        NeededBy needed = NeededBy::Neither;
        for (const NodeFacts& node : builder.facts.nodes) {
            for (const PortFact& port : node.ports) {
                const auto number = port.port.effective();
                if (port.key != definition.key || !number)
                    continue;
                needed = port.neededBy;
                const bool assumed = port.port.source == FactSource::Assumed;
                anyAssumed = anyAssumed || assumed;
                anyChanged = anyChanged || port.changed();
                const Text where = assumed         ? Text::tr("assumed, not in the file")
                                   : port.line > 0 ? linesOfPort(node, port)
                                                   : factSourceText(port.port.source);
                auto& known = places[*number];
                const auto same = std::find_if(known.begin(), known.end(),
                                               [&](const auto& place) { return place.first == where; });
                const QString name = Builder::name(node.node.name);
                if (same == known.end())
                    known.append({where, {name}});
                else if (!same->second.contains(name))
                    same->second.append(name);
            }
        }
        for (auto it = places.begin(); it != places.end(); ++it) {
            QList<Text> lines;
            for (const auto& [where, names] : std::as_const(*it)) {
                const bool all = names.size() > 1 && names.size() == builder.facts.nodes.size();
                lines.append(
                    Text::tr("%1: %2").arg(all ? Text::tr("all nodes") : Text::list(names)).arg(where));
            }
            const bool changed = it.key() != definition.defaultPort;
            table.rows.append(
                {{{definition.key},
                  {builder.say(channelText(definition.channel))},
                  {QString::number(it.key()),
                   {},
                   changed,
                   {},
                   changed ? builder.say(Text::tr("default: %1").arg(QString::number(definition.defaultPort)))
                           : QString()},
                  {builder.say(definition.since ? Text::verbatim(definition.since->display())
                                                : Text::tr("every version (assumed)"))},
                  {builder.say(neededByText(needed))},
                  {builder.say(Text::lines(lines))}}});
        }
    }
    builder.add(table);
    if (anyChanged)
        builder.paragraph(Text::tr("Numbers in bold differ from the vendor's default."),
                          Paragraph::Style::Note);
    if (anyAssumed) {
        builder.paragraph(
            Text::tr(
                "An assumed number is the default of FAQ 2578. Confirm it before the work: every port can "
                "be changed by the site."),
            Paragraph::Style::Note);
    }
    builder.paragraph(Text::tr("\"Every version (assumed)\": FAQ 2578 names no first version for this port. That it is used in every "
                               "version is this program's assumption."),
                      Paragraph::Style::Note);
    builder.paragraph(Text::tr("The files are printed line by line in appendix A."),
                      Paragraph::Style::Note);
}

} // namespace

Text linesOfPort(const NodeFacts& node, const PortFact& port)
{
    const QList<int> lines = node.linesOf(port);
    if (lines.isEmpty())
        return {};
    return (lines.size() == 1 ? Text::tr("line %1") : Text::tr("lines %1")).arg(portRanges(lines));
}

void addPurpose(Builder& builder)
{
    const Site& site = builder.site;
    builder.heading(1, Text::tr("Purpose and scope"));
    builder.paragraph(
        Text::tr("This document tells step by step how the m-FILTER nodes of %1 are upgraded from %2 to %3. It was made for this "
                 "very site and is worked through in the order of its numbers by a doer and a checker.")
            .arg(Builder::name(site.name))
            .arg(site.sourceVersion.display())
            .arg(site.targetVersion.display()));
    QStringList all;
    for (const Node& node : site.nodes)
        all.append(Builder::name(node.name));
    builder.items({Text::tr("Procedure: %1").arg(procedureText(builder.procedure.kind)),
                   Text::tr("Nodes: %1").arg(Text::list(all)),
                   Text::tr("Planned length: %1").arg(Text::minutes(builder.input.chart.totalMinutes))});
    builder.paragraph(procedureMeaning(builder.procedure.kind));
    builder.paragraph(
        Text::tr("Settings sync between different versions is not supported by the vendor (FAQ 2578). So no sync path may be open "
                 "between two nodes of different versions at any moment of the work."),
        Paragraph::Style::Warning);
    builder.heading(2, Text::tr("How to read this document"));
    builder.items({Text::tr("The doer carries out a step and ticks its box; the checker looks at the result "
                            "and ticks the other box. "
                            "The doer writes start and end."),
                   Text::tr("In \"Result\" the doer writes OK, or NG where the expected result is not there. Where the condition of a step "
                            "(\"Only if No. ...\") does not apply, the step is not needed: strike its row through, and write \"not "
                            "needed\" and your initials. Where a step is skipped, write \"skipped\" and the reason."),
                   Text::tr("Where a step sends back (\"Then back to No. ...\"), the steps done once more are written down beside "
                            "their first entries, with the time."),
                   Text::tr("Every command and every check on a node is run as root (on Windows as Administrator), unless the site "
                            "does it in another way."),
                   Text::tr("Go on only when the expected result is there. If it can't be confirmed and the next step says \"Only if "
                            "No. ...\" and its condition applies, do that step; in any other case do not go on: section %1 tells what to "
                            "do.")
                       .arg(Builder::abortSection),
                   Text::tr("In small print below a step of section %2, \"Before:\" tells what must hold when the step is begun. Where "
                            "\"(as in No. ...)\" stands behind it, look once more by the check of that step, or by its command where "
                            "that only looks. To see whether a condition under \"Before\" holds, never run a command again that "
                            "changes something (a block, a service, start at boot). Repeating a step that failed is another matter: "
                            "section %1.")
                       .arg(Builder::abortSection)
                       .arg(Builder::stepsSection),
                   Text::tr("In small print there, too, \"Required by:\" names the rules that need the step (appendix C), and \"Why:\" "
                            "gives its reason."),
                   brokenLineText(),
                   Text::tr("\"By word\" marks a result that the program can't observe: the check command beside it, where there "
                            "is one, shows it to the checker. SMTP is asked from the machine on which the program runs (the work "
                            "machine); where that does not reach a node, the doer's word stands."),
                   Text::tr("The plan fingerprint at the foot of each page is the same in the program: if they differ, this paper "
                            "is not the plan that is run.")});
}

void addSystem(Builder& builder)
{
    builder.heading(1, Text::tr("System"));
    builder.add(Drawing{TopologyModel::from(builder.facts, builder.language),
                        builder.say(Text::tr("Figure 1: the nodes and their paths to the master"))});
    addNodes(builder);
    addDataSync(builder);
    addPorts(builder);
}

void addPeople(Builder& builder)
{
    builder.heading(1, Text::tr("People and contacts"));
    Table table;
    table.columns = {builder.column(Text::tr("Part"), 2.4), builder.column(Text::tr("Name"), 2.4),
                     builder.column(Text::tr("Telephone"), 2),
                     builder.column(Text::tr("At hand from - until"), 2)};
    const QList<Text> parts = {Text::tr("Responsible for the work"),
                               Text::tr("Doer"),
                               Text::tr("Checker"),
                               Text::tr("Decides to go on or back"),
                               Text::tr("Customer's contact"),
                               Text::tr("Mail route (relay, load balancer)"),
                               Text::tr("Firewall"),
                               Text::tr("Vendor's support")};
    for (const Text& part : parts) {
        Row row{{{builder.say(part), {}, true}, {}, {}, {}}};
        row.minHeight = 22;
        table.rows.append(row);
    }
    builder.add(table);
}

} // namespace ruw::runbook
