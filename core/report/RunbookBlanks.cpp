#include "core/report/RunbookBuilder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw::runbook {

namespace {

// So many on a line leave each rule long enough for a hand.
constexpr qsizetype mostPorts = 7;
constexpr qsizetype mostNames = 3;
/// More slaves than this share the lines in twos, or their step would not find room on a page.
constexpr qsizetype mostSlavesApart = 7;

/// One rule.
WriteLine lineFor(const Builder& builder, const Text& lead)
{
    return {builder.say(lead), QStringList{QString()}};
}

/// A rule for each field, `most` on a line.
QList<WriteLine> linesFor(const QString& lead, const QStringList& fields, qsizetype most)
{
    QList<WriteLine> lines;
    for (qsizetype i = 0; i < fields.size(); i += most)
        lines.append(WriteLine{i == 0 ? lead : QString(), fields.sliced(i, std::min(most, fields.size() - i))});
    return lines;
}

/// The other nodes with their sync addresses, each address `apart` or all of a node together.
QStringList probedFrom(const Builder& builder, const QString& node, bool apart)
{
    QStringList places;
    for (const Node& peer : builder.site.nodes) {
        if (peer.name == node)
            continue;
        const QStringList addresses = peer.effectiveSyncAddresses();
        for (const QString& address : apart ? addresses : QStringList{builder.names(addresses)})
            places.append(Builder::name(peer.name) + u' ' + Builder::name(address));
    }
    return places;
}

/// What answered, and in which version, before the work.
QList<WriteLine> linesForBaseline(const Builder& builder, const Step& step)
{
    QList<WriteLine> lines;
    if (const Step* read = builder.procedure.first(StepKind::VerifyVersion, step.node)) {
        lines.append(lineFor(builder, Text::tr("Version of %1 now (as in No. %2; unless %3: section %4)")
                                          .arg(Builder::name(step.node))
                                          .arg(builder.number(read->id))
                                          .arg(builder.site.sourceVersion.display())
                                          .arg(Builder::abortSection)));
    }
    constexpr qsizetype mostPlaces = 16; // of more the step would not find room on a page
    QStringList places = probedFrom(builder, step.node, true);
    if (places.size() > mostPlaces)
        places = probedFrom(builder, step.node, false);
    QStringList ports;
    for (const int port : builder.procedure.blockedPorts)
        ports.append(QString::number(port));
    for (const QString& place : std::as_const(places))
        lines += linesFor(place, ports, mostPorts);
    return lines;
}

/// How the queues stand, with the figure to compare with.
QList<WriteLine> linesForQueues(const Builder& builder)
{
    QStringList nodes;
    for (const Node& slave : builder.site.slaves()) {
        const QList<QueueForecast::NodeForecast>& estimates = builder.input.forecast.nodes;
        const auto estimate = std::find_if(estimates.cbegin(), estimates.cend(),
                                           [&](const QueueForecast::NodeForecast& one) { return one.node == slave.name; });
        const QString node = Builder::name(slave.name);
        nodes.append(estimate == estimates.cend()
                         ? node
                         : builder.say(Text::tr("%1 (high figure: %2)").arg(node).arg(Text::bytes(estimate->bytes.high))));
    }
    if (nodes.size() > mostSlavesApart) // one rule for both of a slave's figures: with two, their words would leave none
        return linesFor(builder.say(Text::tr("queue / free disk (MiB = KiB shown / 1024)")), nodes, 2);
    const QString size = builder.say(Text::tr("size of the queue (MiB = KiB shown / 1024)"));
    const QString room = builder.say(Text::tr("free disk (MiB)"));
    QList<WriteLine> lines;
    for (const QString& node : std::as_const(nodes))
        lines.append(WriteLine{node, QStringList{size, room}});
    return lines;
}

} // namespace

WriteLine lineForLifting(const Builder& builder, const QString& node)
{
    return lineFor(builder, node.isEmpty() ? Text::tr("Lifted at (hour:minute)")
                                           : Text::tr("Lifted at (hour:minute by the clock of %1)").arg(Builder::name(node)));
}

QList<WriteLine> linesForVersions(const Builder& builder)
{
    QStringList nodes;
    for (const Node& node : builder.site.nodes)
        nodes.append(Builder::name(node.name));
    return linesFor(builder.say(Text::tr("Version read")), nodes, mostNames);
}

QList<WriteLine> linesToWrite(const Builder& builder, const Step& step)
{
    switch (step.kind) {
    case StepKind::RecordBaseline:
        return linesForBaseline(builder, step);
    case StepKind::ExtendBlock:
        return {lineFor(builder, Text::tr("Ports added"))};
    case StepKind::RunInstaller:
        return {lineFor(builder, Text::tr("What the installer reports"))};
    case StepKind::VerifyVersion:
        return {lineFor(builder, Text::tr("Version read"))};
    case StepKind::Unblock:
    case StepKind::LiftOtherBlock:
        return {lineForLifting(builder, step.node)};
    case StepKind::WatchQueue:
        return step.node.isEmpty() ? linesForQueues(builder) : QList<WriteLine>();
    default:
        return {};
    }
}

} // namespace ruw::runbook
