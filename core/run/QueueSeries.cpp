#include "core/run/QueueSeries.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// The slope of the least-squares line through (seconds, value) points; none: too few of them, or too close together.
std::optional<double> slope(const QList<std::pair<double, double>>& points, const QueueLimits& limits)
{
    if (points.size() < limits.leastSamples ||
        points.last().first - points.first().first < limits.leastSpanSeconds)
        return std::nullopt;
    double meanX = 0, meanY = 0;
    for (const auto& [x, y] : points) {
        meanX += x / double(points.size());
        meanY += y / double(points.size());
    }
    double xx = 0, xy = 0;
    for (const auto& [x, y] : points) {
        xx += (x - meanX) * (x - meanX);
        xy += (x - meanX) * (y - meanY);
    }
    return xx > 0 ? std::optional(xy / xx) : std::nullopt;
}

Text perHour(double bytesPerSecond)
{
    return Text::bytes(qint64(std::llround(std::abs(bytesPerSecond) * 3600)));
}

/// What counts as no movement: less than a small mail a minute.
bool still(double bytesPerSecond)
{
    constexpr double leastBytesPerHour = 64 * 1024;
    return std::abs(bytesPerSecond) * 3600 < leastBytesPerHour;
}

Text sizeText(qint64 bytes, qint64 files)
{
    return Text::tr("%1 in %2 files").arg(Text::bytes(bytes)).arg(files);
}

/// The time of day, with the date where it is another day.
Text whenText(const QDateTime& when, const QDateTime& now)
{
    return when.date() == now.toOffsetFromUtc(when.offsetFromUtc()).date() ? Text::timeOfDay(when)
                                                                           : Text::dateTime(when);
}

} // namespace

bool QueueSample::drainedSince(const QDateTime& lifted) const
{
    // Both clocks count seconds alike, whatever they show: ages are compared, not times.
    return files == 0 || (lifted.isValid() && oldestSeconds >= 0 && oldestSeconds < lifted.secsTo(when));
}

QJsonObject QueueSample::toJson() const
{
    QJsonObject json{{u"node"_s, node},
                     {u"at"_s, when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate)},
                     {u"files"_s, files},
                     {u"bytes"_s, bytes}};
    if (oldestSeconds >= 0)
        json.insert(u"oldestSeconds"_s, oldestSeconds);
    if (freeBytes)
        json.insert(u"freeBytes"_s, *freeBytes);
    return json;
}

std::optional<QueueSample> QueueSample::fromJson(const QJsonObject& json)
{
    QueueSample sample;
    sample.node = json.value(u"node"_s).toString();
    sample.when = QDateTime::fromString(json.value(u"at"_s).toString(), Qt::ISODate);
    sample.files = json.value(u"files"_s).toInteger(-1);
    sample.bytes = json.value(u"bytes"_s).toInteger(-1);
    sample.oldestSeconds = json.value(u"oldestSeconds"_s).toInteger(-1);
    if (json.contains(u"freeBytes"_s))
        sample.freeBytes = json.value(u"freeBytes"_s).toInteger();
    if (sample.node.isEmpty() || !sample.when.isValid() || sample.files < 0 || sample.bytes < 0)
        return std::nullopt;
    return sample;
}

Text queueLevelText(QueueOutlook::Level level)
{
    switch (level) {
    case QueueOutlook::Level::Unknown:
        return Text::tr("not seen yet", "queue");
    case QueueOutlook::Level::Calm:
        return Text::tr("enough disk space", "queue");
    case QueueOutlook::Level::Warning:
        return Text::tr("disk space gets short", "queue");
    case QueueOutlook::Level::Alarm:
        return Text::tr("disk nearly full", "queue");
    }
    Q_UNREACHABLE();
}

Text QueueOutlook::text() const
{
    if (!last)
        return Text::tr("The queue was not seen yet.");
    if (stale) {
        return Text::tr("Not seen since %1: %2")
            .arg(Text::timeOfDay(last->when))
            .arg(sizeText(last->bytes, last->files));
    }
    QList<Text> parts{sizeText(last->bytes, last->files)};
    parts.append(last->freeBytes ? Text::tr("free %1", "disk").arg(Text::bytes(*last->freeBytes))
                                 : Text::tr("free disk not known"));
    if (queueRate) {
        parts.append(still(*queueRate) ? Text::tr("not growing", "queue")
                     : *queueRate > 0  ? Text::tr("growing by %1 an hour").arg(perHour(*queueRate))
                                       : Text::tr("shrinking by %1 an hour").arg(perHour(*queueRate)));
    }
    if (othersFill)
        parts.append(Text::tr("other files fill the disk as well"));
    if (fullAt)
        parts.append(Text::tr("disk full at %1 at this rate").arg(whenText(*fullAt, last->when)));
    return Text::list(parts);
}

Text DrainProgress::text() const
{
    if (drained)
        return Text::tr("Drained: nothing that had piled up is left.");
    QList<Text> parts{Text::tr("left: %1").arg(sizeText(bytesLeft, filesLeft))};
    if (stale)
        parts.append(Text::tr("not seen for some minutes"));
    else if (!rate)
        parts.append(Text::tr("rate not known yet"));
    else if (*rate <= 0 || still(*rate))
        parts.append(Text::tr("it does not run off at present"));
    else
        parts.append(Text::tr("%1 an hour leave").arg(perHour(*rate)));
    if (expectedEnd)
        parts.append(Text::tr("expected end %1").arg(Text::timeOfDay(*expectedEnd)));
    return Text::list(parts);
}

void QueueSeries::add(const QueueSample& sample)
{
    if (!m_samples.isEmpty() && sample.when < m_samples.last().when)
        return;
    m_samples.append(sample);
    if (m_samples.size() <= mostSamples)
        return;
    QList<QueueSample> thinner;
    const QueueSample highest = *peak();
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        if (i % 2 == 0 || i > m_samples.size() / 2 || m_samples[i] == highest)
            thinner.append(m_samples[i]);
    }
    m_samples = thinner;
}

const QueueSample* QueueSeries::peak() const
{
    const auto highest =
        std::max_element(m_samples.cbegin(), m_samples.cend(),
                         [](const QueueSample& a, const QueueSample& b) { return a.bytes < b.bytes; });
    return highest == m_samples.cend() ? nullptr : &*highest;
}

QueueOutlook QueueSeries::outlook(const QDateTime& now, const QDateTime& lifting,
                                  const QueueLimits& limits) const
{
    QueueOutlook out;
    if (m_samples.isEmpty())
        return out;
    out.last = m_samples.last();
    out.stale = out.last->when.secsTo(now) > 60LL * limits.staleMinutes;
    if (out.stale)
        return out;
    QList<std::pair<double, double>> sizes, room;
    for (const QueueSample& sample : m_samples) {
        if (sample.when.secsTo(out.last->when) > 60LL * limits.windowMinutes)
            continue;
        const double x = double(m_samples.first().when.msecsTo(sample.when)) / 1000;
        sizes.append({x, double(sample.bytes)});
        if (sample.freeBytes)
            room.append({x, -double(*sample.freeBytes)});
    }
    out.queueRate = slope(sizes, limits);
    out.diskRate = slope(room, limits);
    out.othersFill = out.diskRate && !still(*out.diskRate - std::max(0.0, out.queueRate.value_or(0))) &&
                     *out.diskRate > 1.5 * std::max(0.0, out.queueRate.value_or(0));
    out.level = QueueOutlook::Level::Calm;
    if (!out.last->freeBytes) {
        out.level = QueueOutlook::Level::Unknown; // it is seen, but not how long it can go on
        return out;
    }
    // The careful side: whatever fills the disk, and what piles up even while something else makes room.
    const double rate = std::max(out.queueRate.value_or(0), out.diskRate.value_or(0));
    if (rate > 0 && !still(rate)) {
        const double seconds = double(*out.last->freeBytes) / rate;
        if (seconds <= limits.horizonHours * 3600.0)
            out.fullAt = out.last->when.addSecs(qint64(seconds));
    }
    const auto within = [&](int minutes) { return out.fullAt && now.secsTo(*out.fullAt) <= 60LL * minutes; };
    const bool beforeLifting = out.fullAt && lifting.isValid() && lifting > now &&
                               *out.fullAt < lifting.addSecs(60LL * limits.reserveMinutes);
    if (within(limits.alarmMinutes) || *out.last->freeBytes < limits.alarmFreeBytes)
        out.level = QueueOutlook::Level::Alarm;
    else if (within(limits.warnMinutes) || beforeLifting)
        out.level = QueueOutlook::Level::Warning;
    return out;
}

std::optional<DrainProgress> QueueSeries::drain(const QDateTime& lifted, const QDateTime& now,
                                                const QueueLimits& limits) const
{
    QList<std::pair<double, double>> sizes;
    DrainProgress out;
    for (const QueueSample& sample : m_samples) {
        if (!lifted.isValid() || sample.when < lifted)
            continue;
        out.bytesAtFirst = std::max(out.bytesAtFirst, sample.bytes);
        if (sample.when.secsTo(m_samples.last().when) <= 60LL * limits.windowMinutes)
            sizes.append({double(lifted.msecsTo(sample.when)) / 1000, -double(sample.bytes)});
    }
    if (sizes.isEmpty())
        return std::nullopt;
    const QueueSample& last = m_samples.last();
    out.drained = last.drainedSince(lifted);
    out.filesLeft = last.files;
    out.bytesLeft = last.bytes;
    out.stale = !out.drained && last.when.secsTo(now) > 60LL * limits.staleMinutes;
    QueueLimits quick = limits;
    quick.leastSpanSeconds = 10; // a drain is watched closely
    if (!out.stale)
        out.rate = slope(sizes, quick);
    if (!out.drained && out.rate && *out.rate > 0 && !still(*out.rate))
        out.expectedEnd = last.when.addSecs(qint64(std::ceil(double(last.bytes) / *out.rate)));
    return out;
}

QList<QueueSample> QueueThinning::keep(const QueueSample& sample)
{
    constexpr double marked = 0.1;
    constexpr qint64 atLeastEverySeconds = 600;
    const auto differs = [](qint64 a, qint64 b) {
        return double(std::abs(a - b)) > marked * double(std::max<qint64>(a, b));
    };
    if (!m_highest || sample.bytes >= m_highest->bytes)
        m_highest = sample;
    const bool first = !m_kept;
    const bool changed =
        m_kept && (differs(sample.bytes, m_kept->bytes) ||
                   (sample.freeBytes && m_kept->freeBytes && differs(*sample.freeBytes, *m_kept->freeBytes)));
    const bool due = m_kept && m_kept->when.secsTo(sample.when) >= atLeastEverySeconds;
    const bool over = m_kept && differs(sample.bytes, m_highest->bytes) && m_highest->bytes > m_kept->bytes;
    if (!first && !changed && !due && !over)
        return {};
    QList<QueueSample> out;
    if (m_kept && m_highest->bytes > m_kept->bytes && *m_highest != sample)
        out.append(*m_highest); // a peak between two that are kept
    out.append(sample);
    m_kept = m_highest = sample;
    return out;
}

} // namespace ruw
