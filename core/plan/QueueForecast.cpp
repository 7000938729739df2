#include "core/plan/QueueForecast.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// The nearest whole number upwards that fits: figures are the operator's and may be absurd.
template <typename Int> Int saturated(double value)
{
    if (!(value > 0))
        return 0;
    if (value >= double(std::numeric_limits<Int>::max()))
        return std::numeric_limits<Int>::max();
    return Int(std::ceil(value));
}

/// A figure of the operator's, or ours, marked as such.
QueueForecast::Assumption figure(const Text& name, std::optional<int> entered, const Text& value)
{
    if (entered)
        return {name, value, true};
    return {name, Text::tr("%1 (assumed; enter your own figure)").arg(value), false};
}

} // namespace

QueueForecast QueueForecast::from(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart)
{
    QueueForecast out;
    if (!facts.countsAsDataSyncOn() || !keepsMailFlowing(procedure.kind))
        return out;
    out.applies = true;
    out.minutes = std::max(0, chart.blockStandsMinutes);

    const MailLoad& load = facts.site.mailLoad;
    const int mails = std::max(0, load.mailsPerHour.value_or(assumedMailsPerHour));
    const int kibibytes = std::max(0, load.meanMailKiB.value_or(assumedMeanMailKiB));
    const int percent = std::clamp(load.keptPercent.value_or(assumedKeptPercent), 0, 100);
    const qsizetype mailNodes = facts.site.mailNodes().size();
    out.assumptions = {
        figure(Text::tr("Mail at the time of the work, all nodes together"), load.mailsPerHour,
               Text::tr("%1 mails per hour").arg(mails)),
        figure(Text::tr("Mean size of a mail in the queue"), load.meanMailKiB,
               Text::bytes(qint64(kibibytes) * 1024)),
        figure(Text::tr("Share of the mail that is saved or held"), load.keptPercent,
               Text::tr("%1 %").arg(QString::number(percent))),
        {Text::tr("Sync is cut for"),
         Text::tr("%1, as the time chart has it").arg(Text::minutes(out.minutes)), false},
        {Text::tr("Spread over the mail nodes (%1)").arg(qint64(mailNodes)), Text::tr("even (assumed)"),
         false},
        {Text::tr("Low"), Text::tr("half of the expected mail"), false},
        {Text::tr("High"),
         Text::tr("twice the expected mail, with one mail node out of service all the time"), false},
    };

    const double bytesPerMinute =
        double(mails) * double(kibibytes) * 1024.0 * (double(percent) / 100.0) / 60.0;
    const double evenly = bytesPerMinute / double(std::max<qsizetype>(1, mailNodes));
    const double careful = 2.0 * bytesPerMinute / double(std::max<qsizetype>(1, mailNodes - 1));
    for (const NodeFacts& node : facts.nodes) {
        if (node.node.isMaster() || !node.node.takesMail)
            continue;
        NodeForecast forecast;
        forecast.node = node.node.name;
        forecast.bytes = {saturated<qint64>(evenly * out.minutes / 2),
                          saturated<qint64>(evenly * out.minutes), saturated<qint64>(careful * out.minutes)};
        forecast.freeDiskBytes = node.survey.freeDiskBytes.effective();
        if (forecast.freeDiskBytes && careful > 0) {
            // Rounded down: better too early than too late.
            forecast.fullAfterMinutes =
                saturated<int>(std::floor(double(std::max<qint64>(0, *forecast.freeDiskBytes)) / careful));
        }
        out.nodes.append(forecast);
    }
    return out;
}

} // namespace ruw
