#include "core/rehearsal/RehearsalAccount.h"

#include "core/run/Cause.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

RehearsalFigures RehearsalFigures::of(const SimulatedSite& site, const QDateTime& begun)
{
    RehearsalFigures figures;
    const MailTraffic& mail = site.mail();
    figures.minutes = int(begun.secsTo(site.now()) / 60);
    figures.mailAccepted = mail.accepted();
    figures.mailArchived = mail.archived();
    figures.mailQueued = mail.queued();
    figures.mailLost = mail.lost();
    figures.mailDoubled = mail.doubled();
    for (qsizetype i = 0; i < site.nodes().size(); ++i)
        figures.queuePeaks.insert(site.nodes()[i].name, mail.peakBytes(int(i)));
    figures.violations = site.watch().violations();
    figures.worldEvents = site.watch().worldEvents();
    return figures;
}

RehearsalFigures RehearsalFigures::of(const RehearsalResult& result)
{
    RehearsalFigures figures;
    figures.minutes = result.minutes;
    figures.mailAccepted = result.mailAccepted;
    figures.mailArchived = result.mailArchived;
    figures.mailQueued = result.mailAccepted - result.mailArchived - result.mailLost;
    figures.mailLost = result.mailLost;
    figures.mailDoubled = result.mailDoubled;
    figures.queuePeaks = result.queuePeaks;
    figures.violations = result.violations;
    figures.worldEvents = result.worldEvents;
    return figures;
}

namespace {

/// By the mail load that is entered and the planned time; a dash where none is, or where mail does not flow all the time.
Text acceptedByPlan(const SiteFacts& facts, ProcedureKind kind, const TimeChart& chart)
{
    const std::optional<int> perHour = facts.site.mailLoad.mailsPerHour;
    if (!perHour || !keepsMailFlowing(kind) || chart.totalMinutes == 0)
        return Text::verbatim(u"\u2014"_s);
    return Text::tr("about %1 in %2", "mails, time")
        .arg(Text::number(qint64(*perHour) * chart.totalMinutes / 60))
        .arg(Text::minutes(chart.totalMinutes));
}

} // namespace

QList<AccountRow> accountRows(const RehearsalFigures& figures, const SiteFacts& facts, const Procedure& procedure)
{
    const TimeChart chart = TimeChart::from(procedure, facts.site);
    const QueueForecast forecast = QueueForecast::from(facts, procedure, chart);
    QList<AccountRow> rows;
    rows.append({Text::tr("Time"), Text::minutes(chart.totalMinutes), Text::minutes(figures.minutes),
                 figures.minutes <= chart.totalMinutes || chart.totalMinutes == 0});
    for (const QueueForecast::NodeForecast& node : forecast.nodes) {
        const qint64 peak = figures.queuePeaks.value(node.node);
        const NodeFacts* found = facts.node(node.node);
        // What stood there before the work is no part of the forecast, and has its room already.
        const qint64 before = found ? found->survey.queueBytes.effective().value_or(0) : 0;
        const qint64 grown = std::max<qint64>(0, peak - before);
        rows.append(
            {Text::tr("Queue of %1 at its peak").arg(node.node),
             Text::tr("%1 to %2", "range").arg(Text::bytes(node.bytes.low)).arg(Text::bytes(node.bytes.high)),
             Text::bytes(peak), grown <= node.bytes.high});
        const std::optional<qint64> free = found ? found->survey.freeDiskBytes.effective() : std::nullopt;
        if (!free)
            continue;
        rows.append({Text::tr("Lowest free disk space on %1").arg(node.node),
                     Text::tr("%1 or more").arg(Text::bytes(std::max<qint64>(0, *free - node.bytes.high))),
                     Text::bytes(std::max<qint64>(0, *free - grown)), *free > grown});
    }
    rows.append({Text::tr("Mails accepted"), acceptedByPlan(facts, procedure.kind, chart), Text::number(figures.mailAccepted)});
    rows.append({Text::tr("of these in the archive"), Text::tr("all", "mails"),
                 figures.mailQueued > 0
                     ? Text::tr("%1, still in a queue: %2").arg(figures.mailArchived).arg(figures.mailQueued)
                     : Text::number(figures.mailArchived),
                 true});
    rows.append(
        {Text::tr("Mails lost"), Text::number(0), Text::number(figures.mailLost), figures.mailLost == 0});
    rows.append({Text::tr("Mails archived twice"), Text::number(0), Text::number(figures.mailDoubled),
                 figures.mailDoubled == 0});
    rows.append({Text::tr("Safety rules broken"), Text::number(0), Text::number(figures.violations.size()),
                 figures.violations.isEmpty()});
    if (figures.worldEvents > 0) {
        rows.append({Text::tr("Sync paths that a fault opened between different versions"), Text::number(0),
                     Text::number(figures.worldEvents), false});
    }
    return rows;
}

Text whyTimesDiffer()
{
    return Text::tr("Why the times may differ: the forecast adds up the estimates of all steps. In the rehearsal a command takes a second, "
                    "a step by hand a minute, an installer its minutes, an answer as long as you think about it (none at the fastest "
                    "speed, 20 seconds when it is given for you).");
}

Text FaultStory::outcome() const
{
    if (!happened)
        return Text::tr("Not met: the run did not come to it.");
    if (!followed.isEmpty())
        return {};
    return comesFromOutside(fault.kind)
               ? Text::tr("It happened, and no trouble is ascribed to it: the steps took care of it, or it had no effect so far.")
               : Text::tr("It happened: the outcome shows what it led to.");
}

Text stepPlace(const Procedure& procedure, const QString& id)
{
    const Step* step = procedure.step(id);
    if (!step)
        return Text::verbatim(id);
    return Text::tr("No. %1 %2", "number and title of a step").arg(procedure.number(id)).arg(step->title);
}

Text faultPlace(const Procedure& procedure, const Fault& fault)
{
    if (fault.record > 0)
        return Text::tr("record %1 of the journal").arg(fault.record);
    Text place = stepPlace(procedure, fault.step);
    if (fault.moment == FaultMoment::Midway)
        place = Text::tr("%1, half-way through the installer", "a step").arg(place);
    else if (fault.moment == FaultMoment::Undo)
        place = Text::tr("%1, when it is undone", "a step").arg(place);
    return fault.node.isEmpty() ? place : Text::tr("%1; on %2", "a step, a server").arg(place).arg(fault.node);
}

QList<FaultStory> faultStories(const FaultPlan& plan, const FaultPlan& left, const Procedure& procedure,
                               const QList<Incident>& incidents)
{
    QList<FaultStory> stories;
    QList<std::optional<QString>> places;
    for (const Fault& fault : plan.faults) {
        stories.append({fault,
                        Text::tr("%1 (%2)", "fault, step").arg(faultText(fault.kind)).arg(faultPlace(procedure, fault)),
                        !left.faults.contains(fault),
                        {}});
        places.append(stories.last().happened ? std::optional(fault.step) : std::nullopt);
    }
    for (const Incident& incident : incidents) {
        const qsizetype cause = causeOf(incident.step, places, procedure);
        if (cause < 0)
            continue;
        const Text text = Text::tr("%1: %2", "step, what happened")
                              .arg(stepPlace(procedure, incident.step))
                              .arg(incident.text());
        if (!stories[cause].followed.contains(text))
            stories[cause].followed.append(text);
    }
    return stories;
}

} // namespace ruw
