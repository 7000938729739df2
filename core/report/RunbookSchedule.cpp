#include "core/report/PointOfNoReturn.h"
#include "core/report/RunbookBuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

QString severityShown(const Builder& builder, Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return builder.say(Text::tr("Blocker"));
    case Severity::Warning:
        return builder.say(Text::tr("Warning"));
    case Severity::Info:
        return builder.say(Text::tr("Info"));
    }
    Q_UNREACHABLE();
}

/// What a snapshot's return undoes of this procedure's changes, and what then has to be done at once.
Text snapshotText(ProcedureKind kind)
{
    switch (kind) {
    case ProcedureKind::StopMailFlow:
        return Text::tr("It is known to everybody that going back to a snapshot also undoes the stopped service and the "
                        "switched-off start of that node: both must be done again before another service is started.");
    case ProcedureKind::DisableSettingsSync:
        return Text::tr("It is known to everybody that going back to a snapshot also undoes the disabled settings sync and the "
                        "switched-off start of that node: it must then be isolated again before its network comes up.");
    case ProcedureKind::BlockSyncPorts:
        return Text::tr("It is known to everybody that going back to a snapshot also undoes the block and the switched-off start "
                        "of that node: it must then be isolated again before its network comes up.");
    case ProcedureKind::BlockPeerTraffic:
        return Text::tr("It is known to everybody that going back to a snapshot also undoes the switched-off start of that node. "
                        "The block stands on the firewall between the nodes and is not undone by it.");
    }
    Q_UNREACHABLE();
}

/// What keeps the servers apart by this procedure, as something that stays so.
Text isolationStays(ProcedureKind kind)
{
    switch (kind) {
    case ProcedureKind::StopMailFlow:
        return Text::tr("the services stay stopped");
    case ProcedureKind::DisableSettingsSync:
        return Text::tr("settings sync stays disabled on every node");
    case ProcedureKind::BlockSyncPorts:
        return Text::tr("the blocks stay on every node");
    case ProcedureKind::BlockPeerTraffic:
        return Text::tr("the block between the nodes stays");
    }
    Q_UNREACHABLE();
}

} // namespace

void addTimeChart(Builder& builder)
{
    const TimeChart& chart = builder.input.chart;
    builder.heading(1, Text::tr("Time chart"));
    Table table;
    table.title = builder.say(Text::tr("Time chart"));
    table.columns = {
        builder.column(chart.start ? Text::tr("Start") : Text::tr("From start"), 1.1, Column::Align::Center),
        builder.column(Text::tr("Work"), 3.6), builder.column(Text::tr("No."), 1.2, Column::Align::Center),
        builder.column(Text::tr("min"), 0.8, Column::Align::Right), builder.column(Text::tr("Course"), 5)};
    const double total = std::max(1, chart.totalMinutes);
    const auto markPointOfNoReturn = [&] {
        const Text when = Text::verbatim(builder.plannedTime(chart.pointOfNoReturnMinute));
        Row mark{{{builder.say(pointOfNoReturnMark(chart, builder.procedure, when))}}};
        mark.emphasized = true;
        table.rows.append(mark);
    };
    for (const TimeChart::Stretch& stretch : chart.stretches) {
        // Nobody begins that stretch without having read the mark; the work report has it at the same place.
        if (stretch.pointOfNoReturn)
            markPointOfNoReturn();
        const int first = stretch.firstStep + 1, last = stretch.lastStep + 1;
        Row row{{{builder.plannedTime(stretch.startMinute)},
                 {builder.say(stretch.text())},
                 {first == last ? QString::number(first) : u"%1-%2"_s.arg(first).arg(last)},
                 {QString::number(stretch.minutes)},
                 {}}};
        row.cells.last().bars = {
            {stretch.startMinute / total, (stretch.startMinute + stretch.minutes) / total}};
        table.rows.append(row);
    }
    table.rows.append({{{builder.plannedTime(chart.totalMinutes)},
                        {builder.say(Text::tr("Planned end")), {}, true},
                        {},
                        {QString::number(chart.totalMinutes), {}, true},
                        {}}});
    builder.add(table);

    QList<Text> notes;
    if (const auto isolation = builder.isolation()) {
        notes.append((keepsMailFlowing(builder.procedure.kind) ? Text::tr("Sync is cut for %1 (%2 - %3).")
                                                               : Text::tr("The services are stopped, and nothing syncs, for %1 (%2 - %3)."))
                         .arg(Text::minutes(chart.blockStandsMinutes))
                         .arg(builder.plannedTime(isolation->first))
                         .arg(builder.plannedTime(isolation->second)));
    }
    if (builder.site.schedule.decideBy)
        notes.append(Text::tr("Time to decide (go on or back): %1")
                         .arg(Text::dateTime(*builder.site.schedule.decideBy)));
    if (const auto slack = chart.slackMinutes(builder.site)) {
        notes.append(
            *slack >= 0
                ? Text::tr("Left between the planned end and the latest end: %1").arg(Text::minutes(*slack))
                : Text::tr("The plan is longer than the schedule by %1.").arg(Text::minutes(-*slack)));
    }
    const bool assumed = std::any_of(builder.procedure.steps.begin(), builder.procedure.steps.end(),
                                     [](const Step& step) { return step.minutesAssumed; });
    if (assumed) {
        QStringList named;
        for (const Step& step : builder.procedure.steps) {
            if (step.kind == StepKind::RunInstaller && !step.minutesAssumed)
                named.append(Builder::name(step.node));
        }
        notes.append(
            named.isEmpty() ? Text::tr("The lengths are this program's estimates. Steps marked \"Only if\" are counted in full.")
                            : Text::tr("The lengths are this program's estimates, but for the installer's on %1, which the site file "
                                       "names. Steps marked \"Only if\" are counted in full.")
                                  .arg(Text::list(named)));
    }
    builder.items(notes);
}

void addPreconditions(Builder& builder)
{
    builder.heading(1, Text::tr("Preconditions and findings"));
    builder.heading(2, Text::tr("Preparation to tick"));
    QStringList arrivals; // each refers to what is written down here
    for (const Step& step : builder.procedure.steps) {
        if (step.kind == StepKind::VerifySync)
            arrivals.append(QString::number(builder.number(step.id)));
    }
    QList<Text> boxes = {
        Text::tr("The vendor's release notes from %1 to %2 have been read.")
            .arg(builder.site.sourceVersion.display())
            .arg(builder.site.targetVersion.display()),
        Text::tr("What is needed to go back to the old version (exported settings, a snapshot, or both) is there for every node, and "
                 "it was tried."),
        snapshotText(builder.procedure.kind),
        arrivals.isEmpty() ? Text::tr("Nothing is changed on the admin screens until sync is restored.")
                           : Text::tr("Nothing is changed on the admin screens until sync is restored, except the setting that is "
                                      "tried in No. %1.")
                                 .arg(Text::list(arrivals)),
        Text::tr("The installer for %1 lies on every node and its checksum was compared.")
            .arg(builder.site.targetVersion.display()),
        Text::tr("The way back to the old version is settled and known to doer and checker."),
        Text::tr("The mail users have been told (see the notice in this document)."),
        Text::tr("The people and telephone numbers in this document are filled in.")};
    if (keepsMailFlowing(builder.procedure.kind) && builder.input.forecast.applies) {
        QStringList slaves;
        for (const Node& slave : builder.site.slaves())
            slaves.append(Builder::name(slave.name) + u"\u00A0______________\u00A0MiB"_s); // the blank stays with its name and unit
        boxes.append(Text::tr("The free disk of each queue directory was read and is above the high figure of the queue estimate: %1")
                         .arg(slaves.join(u"  "_s)));
    }
    QStringList byFile; // what was read is a copy of unknown age
    for (const NodeFacts& node : builder.facts.nodes) {
        if (node.node.access != AccessKind::Ssh && node.survey.config)
            byFile.append(Builder::name(node.node.name));
    }
    if (!byFile.isEmpty())
        boxes.append(Text::tr("On %1 the SHA-256 of mf_replica.def in use is the one in appendix A, and the ports marked "
                              "\"assumed\" are the ports in use.")
                         .arg(Text::list(byFile)));
    QStringList unknown;
    for (const NodeFacts& node : builder.facts.nodes) {
        if (node.node.os == Os::Linux && !node.survey.firewall.effective())
            unknown.append(Builder::name(node.node.name));
    }
    if (builder.procedure.kind == ProcedureKind::BlockSyncPorts && !unknown.isEmpty())
        boxes.append(Text::tr("The command nft, which the block uses, and the directory /run/systemd/system, without which the block "
                              "would not survive a reboot, have been found on %1.")
                         .arg(Text::list(unknown)));
    constexpr int blankForWords = 100; // some nine centimetres
    if (!arrivals.isEmpty())
        boxes.append(Text::tr("It is settled how to see that a setting of the master arrives on a slave (for No. %1): %2")
                         .arg(Text::list(arrivals))
                         .arg(QString(blankForWords, u'_')));
    if (!builder.facts.portsNewInTarget().isEmpty())
        boxes.append(Text::tr("The firewall request for the new ports has been handed in (not needed where no firewall stands between "
                              "the nodes)."));
    builder.items(boxes, true);

    builder.heading(2, Text::tr("Findings of the checks"));
    const QList<Finding> findings = sortedBySeverity(builder.input.checks.findings);
    if (findings.isEmpty()) {
        builder.paragraph(Text::tr("The checks found nothing to report."));
        return;
    }
    builder.paragraph(Text::tr("State of %1. A warning is ticked when it has been read and accepted.")
                          .arg(Text::dateTime(builder.input.madeAt)));
    Table table;
    table.title = builder.say(Text::tr("Findings"));
    table.columns = {builder.column(Text::tr("Severity"), 1.2), builder.column(Text::tr("Where"), 1.5),
                     builder.column(Text::tr("Finding"), 4.3), builder.column(Text::tr("What to do"), 4.3),
                     builder.column(Text::tr("Accepted", "a column to tick"), 1.5, Column::Align::Center)};
    for (const Finding& finding : findings) {
        QStringList where;
        if (!finding.node.isEmpty())
            where.append(Builder::name(finding.node));
        if (!finding.path.isEmpty()) {
            where.append(finding.line > 0 ? Builder::name(finding.path) + u':' + QString::number(finding.line)
                                          : Builder::name(finding.path));
        }
        const bool ticked = finding.severity != Severity::Info;
        table.rows.append({{{severityShown(builder, finding.severity), {}, ticked},
                            {where.isEmpty() ? builder.say(Text::tr("whole site")) : where.join(u'\n')},
                            {builder.say(finding.message), {}, false, {}, finding.id},
                            {builder.say(finding.remedy)},
                            {ticked ? QString(QChar(tickBox)) : QString()}}});
    }
    builder.add(table);
}

void addEffects(Builder& builder)
{
    builder.heading(1, Text::tr("What mail users will notice"));
    QList<Text> effects;
    if (keepsMailFlowing(builder.procedure.kind)) {
        effects.append(Text::tr("Mail is delivered during the whole work. One node at a time is out of service; the others take "
                                "its mail."));
        if (builder.facts.countsAsDataSyncOn()) {
            effects.append(Text::tr("While sync is cut, saved and held mail on the slaves can't be viewed or "
                                    "handled on the admin "
                                    "screen."));
            effects.append(Text::tr("While sync is cut, delayed mail can't be sent from the slaves."));
            effects.append(Text::tr("When sync is back, what piled up flows to the master's archive "
                                    "directory: traffic rises for a "
                                    "while."));
        }
    } else {
        const Step* stop = builder.procedure.first(StepKind::StopMailFlow, {});
        const Step* resume = builder.procedure.first(StepKind::ResumeMailFlow, {});
        effects.append(stop && resume ? Text::tr("The mail flow through m-FILTER is stopped from about %1 to %2. Mail waits at the sending "
                                                 "side and arrives late.")
                                            .arg(builder.plannedTime(builder.startMinute(stop->id)))
                                            .arg(builder.plannedTime(builder.startMinute(resume->id) + resume->minutes))
                                      : Text::tr("The mail flow through m-FILTER is stopped during the work. Mail waits at the sending "
                                                 "side and arrives late."));
    }
    effects.append(Text::tr("Settings that are changed on an admin screen while sync is cut are not synced."));
    if (const auto isolation = builder.isolation()) {
        effects.append((keepsMailFlowing(builder.procedure.kind) ? Text::tr("Sync is cut from about %1 to %2.")
                                                                 : Text::tr("Nothing syncs from about %1 to %2."))
                           .arg(builder.plannedTime(isolation->first))
                           .arg(builder.plannedTime(isolation->second)));
    }
    builder.items(effects);
}

void addAbortCriteria(Builder& builder)
{
    builder.heading(1, Text::tr("Abort criteria and point of no return"));
    Q_ASSERT(builder.section() == Builder::abortSection);
    builder.paragraph(Text::tr("Stop, and do not go on to the next step, when one of these holds:"));
    QList<Text> criteria = {
        Text::tr("An expected result is not there, repeating the step does not bring it about, and no step that begins with \"Only if\" is "
                 "meant for it."),
        Text::tr("A sync path is open between two nodes of different versions, or it is not known whether one is."),
        Text::tr("A node answers in a way that this document does not describe.")};
    if (keepsMailFlowing(builder.procedure.kind)) {
        criteria.append(Text::tr("A node is to be taken out of service, and no other mail node answers on SMTP."));
        if (builder.input.forecast.applies)
            criteria.append(Text::tr(
                "The free disk of a queue directory falls below what is still needed at most (by hand: the high figure of the queue "
                "estimate less what is already in the queue; this program counts the high figure for the time that is left until "
                "the block is lifted, which usually comes to less)."));
    }
    criteria.append(
        builder.site.schedule.decideBy
            ? Text::tr("%1 has come and not every node has the new version.")
                  .arg(Text::dateTime(*builder.site.schedule.decideBy))
            : Text::tr("The time to decide (________:________) has come and not every node has the new version."));
    builder.items(criteria);
    builder.paragraph(Text::tr("Repeat a step only once the cause of its failure is known and gone; an installer only after its own "
                               "log has been read."));
    const Step* point = builder.pointOfNoReturn();
    if (!point)
        return;
    builder.heading(2, Text::tr("Point of no return"));
    builder.paragraph(Text::tr("No. %1, planned for %2: %3")
                          .arg(builder.number(point->id))
                          .arg(builder.plannedTime(builder.startMinute(point->id)))
                          .arg(point->title),
                      Paragraph::Style::Warning);
    QList<Text> sides = {
        Text::tr("Before it: everything is undone by section %1, and the site is as before.").arg(Builder::rollbackSection),
        Text::tr("After it, until every node has the same version, whether by going on or by going back: %1. To end that earlier may "
                 "let settings sync between different versions happen, which the vendor does not support.")
            .arg(isolationStays(builder.procedure.kind)),
        Text::tr("An abort after it: as long as the isolation stays, no settings sync between different versions happens. Write down "
                 "which nodes have which version, and decide: go on, or go back.")};
    if (keepsMailFlowing(builder.procedure.kind) && builder.input.forecast.applies)
        sides.append(Text::tr("Meanwhile the queues of the slaves go on filling: heed the free disk of their directories."));
    builder.items(sides);
}

} // namespace ruw::runbook
