#include "core/report/FirewallRequest.h"

#include "core/base/Quote.h"
#include "core/report/PaperNames.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Line = FirewallRequest::Line;
using Part = FirewallRequest::Part;

QStringList serversIn(const QList<Node>& nodes)
{
    QStringList out;
    for (const Node& node : nodes) {
        for (const QString& address : node.effectiveSyncAddresses())
            out.append(u"%1 (%2)"_s.arg(shownSafely(address), shownSafely(node.name)));
    }
    return out;
}

QStringList serversOf(const Site& site, Role role)
{
    QList<Node> nodes;
    for (const Node& node : site.nodes) {
        if (node.role == role)
            nodes.append(node);
    }
    return serversIn(nodes);
}

/// A minute of the chart as a time, or as a blank with what is known of it.
void setMoment(int minute, const TimeChart& chart, std::optional<QDateTime>& time, Text& note)
{
    if (chart.start)
        time = chart.start->addSecs(qint64(minute) * 60);
    else
        note = Text::tr("%1 from the start")
                   .arg(u"+%1:%2"_s.arg(minute / 60).arg(minute % 60, 2, 10, QChar(u'0')));
}

Part duringTheWork(const SiteFacts& facts, const Procedure* procedure, const TimeChart& chart)
{
    Part part;
    part.title = Text::tr("Firewall request: block");
    Line line;
    line.sources = serversIn(facts.site.nodes);
    if (!procedure) {
        part.why = Text::tr("Needed only where a firewall between the nodes shall do the blocking. Where each node blocks the "
                            "ports itself, nothing has to be asked for.");
        line.ports = facts.portsToBlock();
        line.from = facts.site.schedule.start;
        line.until = facts.site.schedule.end;
    } else if (procedure->kind == ProcedureKind::BlockSyncPorts) {
        part.why = Text::tr("No request is needed: each node blocks the sync ports itself, by the steps of the runbook.");
        return part;
    } else if (procedure->kind != ProcedureKind::BlockPeerTraffic || chart.isolatedFromMinute < 0) {
        part.why = Text::tr("No request is needed: this procedure blocks nothing at a firewall.");
        return part;
    } else {
        setMoment(chart.isolatedFromMinute, chart, line.from, line.fromNote);
        setMoment(chart.isolatedFromMinute + chart.blockStandsMinutes, chart, line.until, line.untilNote);
    }
    part.lines.append(line);
    part.notes = {
        Text::tr("Drop, not reject. Established connections must be cut as well."),
        Text::tr("The block must survive a reboot of any of the nodes, and of the firewall."),
        Text::tr(
            "Lift it only when the doer calls: never by the clock. The time under \"Until\" is the plan.")};
    if (line.ports.isEmpty())
        part.notes.append(
            Text::tr("Whatever else runs between these nodes is cut too: heartbeat of a virtual IP, mail relay, SSH."));
    else
        part.notes.append(Text::tr("IPv4 and IPv6 alike, wherever the nodes have addresses of both."));
    return part;
}

/// The minute from which the first slave's sync works again: by the ports that are new its data has to come through from then
/// on. Lifted slave by slave that is well before the isolation is over.
int firstSlaveFree(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart)
{
    for (const TimeChart::Entry& entry : chart.entries) {
        const Step* step = procedure.step(entry.step);
        const Node* node = step && step->kind == StepKind::Unblock ? facts.site.node(step->node) : nullptr;
        if (node && !node->isMaster())
            return entry.startMinute + entry.minutes;
    }
    return chart.isolatedFromMinute + chart.blockStandsMinutes;
}

/// Of one slave: when its block is lifted, and by which step.
struct Lifting {
    const Node* slave = nullptr;
    std::optional<QDateTime> time;
    Text fromStart; ///< where the time isn't known
    int number = 0; ///< of the step, on paper
};

/// Where the block is lifted slave by slave, each of the liftings. Empty: there is one for all.
QList<Lifting> liftings(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart)
{
    QList<Lifting> out;
    for (const TimeChart::Entry& entry : chart.entries) {
        const Step* step = procedure.step(entry.step);
        const Node* node = step && step->kind == StepKind::Unblock ? facts.site.node(step->node) : nullptr;
        if (!node || node->isMaster())
            continue;
        Lifting lifting;
        lifting.slave = node;
        setMoment(entry.startMinute + entry.minutes, chart, lifting.time, lifting.fromStart);
        lifting.number = procedure.number(step->id);
        out.append(lifting);
    }
    return out.size() > 1 ? out : QList<Lifting>();
}

/// The line for all slaves as one for each, from when its own block is lifted.
QList<Line> linesBySlave(const Line& all, const QList<Lifting>& lifted)
{
    QList<Line> out;
    for (const Lifting& lifting : lifted) {
        Line line = all;
        line.destinations = serversIn({*lifting.slave});
        line.from = lifting.time;
        line.fromNote = Text::tr("when No. %1 of the runbook ends", "when new ports take effect").arg(lifting.number);
        if (!lifting.fromStart.isEmpty())
            line.fromNote = Text::list(QList<Text>{lifting.fromStart, line.fromNote});
        out.append(line);
    }
    return out;
}

Part afterTheWork(const SiteFacts& facts, const Procedure* procedure, const TimeChart& chart)
{
    Part part;
    part.title = Text::tr("Firewall request: new ports");
    const QList<int> ports = facts.portsNewInTarget();
    if (ports.isEmpty()) {
        part.why = Text::tr("No request is needed: %1 uses no sync port that %2 did not use.")
                       .arg(facts.site.targetVersion.display())
                       .arg(facts.site.sourceVersion.display());
        return part;
    }
    part.why =
        Text::tr("%1 uses sync ports that %2 did not. The site's own firewalls must let them through, or "
                 "this data "
                 "is never synced. Which side connects isn't documented, so both directions are asked for.")
            .arg(facts.site.targetVersion.display())
            .arg(facts.site.sourceVersion.display());
    Line line;
    line.action = FirewallRequest::Action::Allow;
    line.sources = serversOf(facts.site, Role::Master);
    line.destinations = serversOf(facts.site, Role::Slave);
    line.ports = ports;
    line.forGood = true;
    if (procedure && chart.isolatedFromMinute >= 0)
        setMoment(firstSlaveFree(facts, *procedure, chart), chart, line.from, line.fromNote);
    else
        line.fromNote = Text::tr("when sync is resumed");
    const QList<Lifting> bySlave = procedure ? liftings(facts, *procedure, chart) : QList<Lifting>();
    if (!bySlave.isEmpty() && line.fromNote.isEmpty())
        line.fromNote = Text::tr("the first slave; the others when their block is lifted", "when new ports take effect");
    part.lines.append(line);
    if (bySlave.size() == facts.site.slaves().size())
        part.bySlave = linesBySlave(line, bySlave);
    const bool blocks = procedure && (procedure->kind == ProcedureKind::BlockSyncPorts ||
                                      procedure->kind == ProcedureKind::BlockPeerTraffic);
    if (!bySlave.isEmpty())
        part.notes = {Text::tr("To take effect for each slave when the block is lifted on it, not before.")};
    else
        part.notes = {blocks ? Text::tr("To take effect when the block is lifted, not before.")
                             : Text::tr("To take effect when sync is resumed, not before.")};
    if (procedure)
        part.notes.append(Text::tr("If the work goes back to the old version, we withdraw this request, or ask for ports already "
                                   "opened to be closed again."));
    if (!facts.countsAsDataSyncOn())
        part.notes.append(Text::tr(
            "With data sync OFF these ports carry nothing; let them through where data sync is to be "
            "enabled later."));
    return part;
}

QString blankTime(Language language)
{
    return Text::tr("____-__-__  __:__").render(language);
}

QString momentOf(const std::optional<QDateTime>& time, Language language)
{
    return time ? Text::dateTime(*time).render(language) : blankTime(language);
}

/// What the columns hold, in their order, for paper and for the clipboard alike. A Japanese date is longer than an English one, and
/// stays in one piece on its line; in English an address keeps its name beside it.
struct RequestColumn {
    Text head;
    double width;
    QStringList (*lines)(const Line&, Language);
    Text (*note)(const Line&) = nullptr;
};

QList<RequestColumn> requestColumns(Language shown)
{
    using L = Language;
    const bool japanese = shown == Language::Japanese;
    const double ends = japanese ? 1.5 : 1.66, times = japanese ? 1.59 : 1.43;
    return {
        {Text::tr("Source", "of a connection"), ends, [](const Line& line, L) { return line.sources; }},
        {Text::tr("Destination"), ends,
         [](const Line& line, L language) {
             return line.destinations.isEmpty() ? QStringList{Text::tr("each other").render(language)}
                                                : line.destinations;
         }},
        {Text::tr("Port"), 1.2,
         [](const Line& line, L language) {
             // A range a line: none is parted at its hyphen.
             return requestedPorts(line).render(language).split(u", "_s);
         }},
        {Text::tr("Protocol"), 1.0,
         [](const Line& line, L language) { return QStringList{requestedProtocol(line).render(language)}; },
         [](const Line& line) { return line.ports.isEmpty() ? Text() : Text::tr("assumed"); }},
        {Text::tr("Direction"), 0.8,
         [](const Line&, L language) { return QStringList{Text::tr("both").render(language)}; }},
        {Text::tr("Request"), 0.92,
         [](const Line& line, L language) { return QStringList{actionText(line.action).render(language)}; }},
        {Text::tr("From"), times,
         [](const Line& line, L language) { return QStringList{momentOf(line.from, language)}; },
         [](const Line& line) { return line.fromNote; }},
        {Text::tr("Until"), times,
         [](const Line& line, L language) {
             return QStringList{line.forGood ? Text::tr("for good").render(language)
                                             : momentOf(line.until, language)};
         },
         [](const Line& line) {
             const Text asked = Text::tr("until we ask for it to be lifted; the time is the plan");
             return line.forGood               ? line.untilNote
                    : line.untilNote.isEmpty() ? asked
                                               : Text::lines({line.untilNote, asked});
         }}};
}

Text assumptionOfTcp()
{
    return Text::tr(
        "TCP is an assumption: the vendor's FAQ 2578 names the ports' numbers, not the protocol.");
}

} // namespace

FirewallRequest FirewallRequest::from(const SiteFacts& facts, const Procedure* procedure,
                                      const TimeChart& chart)
{
    FirewallRequest request{duringTheWork(facts, procedure, chart), afterTheWork(facts, procedure, chart)};
    for (Part* part : {&request.during, &request.after}) {
        if (!part->lines.isEmpty() && !part->lines.first().ports.isEmpty()) {
            part->notes.prepend(assumptionOfTcp()); // said once
            break;
        }
    }
    return request;
}

Text actionText(FirewallRequest::Action action)
{
    return action == FirewallRequest::Action::Block ? Text::tr("drop") : Text::tr("allow");
}

Text requestedPorts(const FirewallRequest::Line& line)
{
    return line.ports.isEmpty() ? Text::tr("all") : Text::verbatim(portRanges(line.ports));
}

Text requestedProtocol(const FirewallRequest::Line& line)
{
    return line.ports.isEmpty() ? Text::tr("IPv4 and IPv6") : Text::verbatim(u"TCP"_s);
}

QList<DocumentBlock> requestBlocks(const FirewallRequest::Part& part, Language language, bool titled)
{
    QList<DocumentBlock> out{Paragraph{part.why.render(language), Paragraph::Style::Body}};
    if (part.lines.isEmpty())
        return out;
    Table table;
    if (titled)
        table.title = part.title.render(language);
    const QList<RequestColumn> columns = requestColumns(language);
    for (const RequestColumn& column : columns)
        table.columns.append({column.head.render(language), column.width, Column::Align::Left, false});
    ItemList notes;
    for (const FirewallRequest::Line& line : part.rows()) {
        Row row;
        for (const RequestColumn& column : columns) {
            Cell cell{column.lines(line, language).join(u'\n')};
            if (column.note)
                cell.note = column.note(line).render(language);
            row.cells.append(cell);
        }
        row.cells[2].bold = row.cells[5].bold = true; // which port, and what of it
        table.rows.append(row);
    }
    out.append(table);
    for (const Text& note : part.notes)
        notes.items.append(note.render(language));
    out.append(notes);
    return out;
}

QString requestAsTabbedText(const FirewallRequest& request, Language language)
{
    const QList<RequestColumn> columns = requestColumns(language);
    QStringList rows, cells;
    for (const RequestColumn& column : columns)
        cells.append(column.head.render(language));
    rows.append(cells.join(u'\t'));
    for (const Part& part : request.parts()) {
        for (const Line& line : part.rows()) {
            cells.clear();
            for (const RequestColumn& column : columns) {
                QString cell = column.lines(line, language).join(u", "_s);
                if (const Text note = column.note ? column.note(line) : Text(); !note.isEmpty())
                    cell += u" ("_s + note.render(language) + u')';
                cells.append(cell);
            }
            rows.append(cells.join(u'\t'));
        }
    }
    return rows.join(u'\n') + u'\n';
}

Document requestDocument(const FirewallRequest& request, const SiteFacts& facts, const QDateTime& madeAt,
                         Language language, SiteKind kind)
{
    const auto say = [language](const Text& text) { return text.render(language); };
    const Site& site = facts.site;
    Document document;
    document.form = true;
    document.language = language;
    document.title = say(Text::tr("Firewall request sheet"));
    document.subtitle = say(Text::tr("m-FILTER upgrade from %1 to %2 with settings sync")
                                .arg(site.sourceVersion.display())
                                .arg(site.targetVersion.display()));
    document.siteName = shownSafely(site.name);
    document.rehearsal = kind == SiteKind::Simulated;
    document.documentId = (document.rehearsal ? u"REH-FW-"_s : u"RUW-FW-"_s) + madeAt.toString(u"yyyyMMdd-HHmm"_s);

    Table head;
    for (const double width : {1.3, 2.2, 1.3, 2.2})
        head.columns.append({{}, width, Column::Align::Left, false});
    head.rows.append({{{say(Text::tr("Document ID")), {}, true},
                       {document.documentId},
                       {say(Text::tr("Made at")), {}, true},
                       {say(Text::dateTime(madeAt))}}});
    head.rows.append({{{say(Text::tr("Start of the work")), {}, true},
                       {momentOf(site.schedule.start, language)},
                       {say(Text::tr("Latest end")), {}, true},
                       {momentOf(site.schedule.end, language)}}});
    document.body.append(head);

    Table people;
    const auto column = [&](const Text& name, double width = 1) {
        return Column{say(name), width, Column::Align::Left, false};
    };
    people.columns = {column(Text::tr("Asked by")), column(Text::tr("Telephone")),
                      column(Text::tr("Approved by")), column(Text::tr("Taken on by"))};
    Row blanks{{{}, {}, {}, {}}};
    blanks.minHeight = 24;
    people.rows.append(blanks);
    document.body.append(people);

    for (const Part& part : request.parts()) {
        document.body.append(Heading{2, say(part.title)});
        document.body.append(requestBlocks(part, language, false));
    }
    if (!request.isEmpty()) {
        Table done;
        done.title = say(Text::tr("Filled in by the firewall administrator"));
        done.columns = {column(Text::tr("Work"), 1.5), column(Text::tr("Set at")), column(Text::tr("Set by")),
                        column(Text::tr("Checked by"))};
        QList<Text> works;
        if (!request.during.lines.isEmpty())
            works << Text::tr("Block put on") << Text::tr("Block lifted (after the doer's call)");
        if (!request.after.lines.isEmpty())
            works << Text::tr("New ports let through");
        for (const Text& work : works) {
            Row line{{{say(work), {}, true}, {}, {}, {}}};
            line.minHeight = 18;
            done.rows.append(line);
        }
        document.body.append(done);
    }
    const PaperNames names = PaperNames::of(site);
    names.applyTo(document, -1);
    if (names.inUse())
        document.body.append(Paragraph{say(names.note()), Paragraph::Style::Note});
    document.body.append(Paragraph{say(madeWith()), Paragraph::Style::Note});
    return document;
}

} // namespace ruw
