#include "core/plan/checks/Check.h"

#include "core/plan/QueueForecast.h"

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

/// Saved and held mail piles up in the slaves' queue directories (FAQ 2578); a slave without mail has none.
bool pilesUp(const NodeFacts& node)
{
    return !node.node.isMaster() && node.node.takesMail;
}

void checkMailNodes(const SiteFacts& facts, QList<Noted>& out)
{
    QStringList mailNodes = namesWhere(facts, [](const NodeFacts& n) { return n.node.takesMail; });
    if (mailNodes.isEmpty()) {
        out.append(note(
            u"no-mail-node"_s, {}, Text::tr("No node is entered as taking mail."),
            Text::tr("Set \"takes mail\" for the nodes through which mail flows; without it nothing watches "
                     "the mail flow.")));
    } else if (mailNodes.size() == 1) {
        out.append(note(
            u"single-mail-node"_s, mailNodes,
            Text::tr("Only %1 takes mail. While it is upgraded nothing else can take its mail, so the mail "
                     "flow can't be kept up.")
                .arg(shownNames(mailNodes)),
            Text::tr("Choose the procedure that stops the mail flow. If other nodes take mail as well, "
                     "correct their entries.")));
    }
    const QStringList silent = namesWhere(facts, [](const NodeFacts& n) {
        const auto smtp = n.survey.smtp.effective();
        return n.node.takesMail && smtp && (*smtp == PortState::Refused || *smtp == PortState::Filtered);
    });
    if (!silent.isEmpty()) {
        out.append(note(
            u"smtp-not-answering"_s, silent,
            Text::tr("Entered as taking mail, but not answering on the SMTP port: %1.").arg(shownNames(silent)),
            Text::tr(
                "Check the service and the SMTP port of the node. Before a node is taken out of service, "
                "another one must answer.")));
    }
}

void checkQueues(const SiteFacts& facts, QList<Noted>& out)
{
    if (!facts.countsAsDataSyncOn())
        return;
    const QStringList slaves = namesWhere(facts, pilesUp);
    if (slaves.isEmpty())
        return;
    out.append(note(
        u"queue-pile-up"_s, slaves,
        Text::tr(
            "While sync is cut, saved and held mail piles up in the queue directory of: %1. It can't be "
            "viewed or handled there, and delayed mail is not sent. When sync is back it all flows to the "
            "master, so traffic rises.")
            .arg(shownNames(slaves)),
        Text::tr("Tell the mail users beforehand, and choose an hour with little mail.")));
    const QStringList unknownDisk = namesWhere(
        facts, [](const NodeFacts& n) { return pilesUp(n) && !n.survey.freeDiskBytes.effective(); });
    if (!unknownDisk.isEmpty()) {
        out.append(note(
            u"queue-forecast-unknown"_s, unknownDisk,
            Text::tr("The free disk space at the queue directory is not known for: %1. It is not known "
                     "whether there is room for the mail that piles up.")
                .arg(shownNames(unknownDisk)),
            Text::tr("Look up the free space on each of them and compare it with the high figure of the queue estimate.")));
    }
    const QStringList unknownDir = namesWhere(
        facts, [](const NodeFacts& n) { return pilesUp(n) && n.node.queueDir.trimmed().isEmpty(); });
    if (!unknownDir.isEmpty()) {
        out.append(
            note(u"queue-dir-missing"_s, unknownDir,
                 Text::tr("The queue directory is not entered for: %1. The queue is then watched by hand.")
                     .arg(shownNames(unknownDir)),
                 Text::tr("Enter the queue directory of the node (queueDir).")));
    }
    const MailLoad& load = facts.site.mailLoad;
    if (!load.mailsPerHour || !load.meanMailKiB || !load.keptPercent) {
        out.append(note(
            u"queue-figures-assumed"_s, {},
            Text::tr("The queue estimate rests on assumed figures (mail per hour, size of a mail, share that "
                     "is kept)."),
            Text::tr("Enter your own figures, for example from the mail servers' logs.")));
    }
}

} // namespace

QList<Noted> mailChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    checkMailNodes(facts, out);
    checkQueues(facts, out);
    return out;
}

QList<Finding> diskFindings(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart)
{
    QList<Finding> out;
    const QueueForecast forecast = QueueForecast::from(facts, procedure, chart);
    if (!forecast.applies)
        return out;
    for (const QueueForecast::NodeForecast& node : forecast.nodes) {
        if (!node.freeDiskBytes || node.bytes.high <= *node.freeDiskBytes)
            continue;
        const bool isShort = node.bytes.expected > *node.freeDiskBytes;
        const Text message =
            isShort
                ? Text::tr(
                      "The disk has no room for the mail that piles up: %1 are expected in %2, %3 are free.")
                      .arg(Text::bytes(node.bytes.expected))
                      .arg(Text::minutes(forecast.minutes))
                      .arg(Text::bytes(*node.freeDiskBytes))
                : Text::tr("The disk may run full: up to %1 may pile up in %2, %3 are free.")
                      .arg(Text::bytes(node.bytes.high))
                      .arg(Text::minutes(forecast.minutes))
                      .arg(Text::bytes(*node.freeDiskBytes));
        const Text remedy =
            isShort ? Text::tr("Make room, choose an hour with less mail, or enter your own figures for the "
                               "estimate if the assumed ones are too high.")
                    : Text::tr("Make room beforehand, or watch the free space closely during the work.");
        out.append(note(isShort ? u"queue-forecast-disk-short"_s : u"queue-forecast-disk-tight"_s,
                        {node.node}, message, remedy)
                       .finding);
    }
    return out;
}

} // namespace ruw::checks
