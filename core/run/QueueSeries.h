#pragma once

#include "core/base/Text.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace ruw {

/// The queue directory of a node as it was seen once.
struct QueueSample {
    QString node;
    QDateTime when; ///< by this machine's clock
    qint64 files = 0, bytes = 0;
    qint64 oldestSeconds = -1; ///< age of the oldest file by the node's own clock; -1: no file, or not known
    std::optional<qint64> freeBytes; ///< of its disk; none: not known

    /// Whether nothing in it is older than that: what had piled up has gone. An invalid time: only an empty queue is drained.
    bool drainedSince(const QDateTime& lifted) const;
    /// What the journal keeps ("queue-sample"), and back; nullopt: unreadable.
    QJsonObject toJson() const;
    static std::optional<QueueSample> fromJson(const QJsonObject& json);
    friend bool operator==(const QueueSample&, const QueueSample&) = default;
};

/// From when on a figure means something, and when it is an alarm: our choices, as data.
struct QueueLimits {
    int windowMinutes =
        10; ///< the present rate is a least-squares line through the samples of these last minutes
    int leastSamples = 3, leastSpanSeconds = 60; ///< with less than that there is no rate
    int staleMinutes = 5;                        ///< an older sample is not the present
    int horizonHours = 7 * 24;                ///< a disk that is full later than that counts as not filling
    int warnMinutes = 120, alarmMinutes = 60; ///< before the disk is full
    int reserveMinutes =
        30; ///< a warning as well where it is full earlier than that after the planned lifting
    qint64 alarmFreeBytes = 512LL * 1024 * 1024; ///< less free disk than that is an alarm at any rate
};

/// How a queue stands and where it goes.
struct QueueOutlook {
    enum class Level { Unknown, Calm, Warning, Alarm };
    Level level = Level::Unknown;
    std::optional<QueueSample> last;
    bool stale = false; ///< `last` is too old to be the present
    /// Bytes a second; none: too few samples. Of the disk: how fast its free room goes (negative: it comes back).
    std::optional<double> queueRate, diskRate;
    std::optional<QDateTime> fullAt; ///< at the faster of the two
    bool othersFill = false;         ///< the disk's room goes clearly faster than the queue grows
    /// "1.2 GiB in 300 files, free 12 GiB, growing by 34 MiB an hour; disk full at 05:10 at this rate".
    Text text() const;
    friend bool operator==(const QueueOutlook&, const QueueOutlook&) = default;
};
Text queueLevelText(QueueOutlook::Level level);

/// How far the queue has run off since sync was given free.
struct DrainProgress {
    bool drained = false;
    bool stale = false; ///< not seen for too long
    qint64 filesLeft = 0, bytesLeft = 0, bytesAtFirst = 0;
    std::optional<double> rate;           ///< bytes a second that leave; negative: it grows
    std::optional<QDateTime> expectedEnd; ///< at that rate; none: not known, or it does not run off
    Text text() const;
    friend bool operator==(const DrainProgress&, const DrainProgress&) = default;
};

/// What was seen of one queue, in order of time. A value.
class QueueSeries {
public:
    /// Samples older than the last one are left out.
    void add(const QueueSample& sample);
    const QList<QueueSample>& samples() const { return m_samples; }
    /// The largest; null: none was seen.
    const QueueSample* peak() const;

    /// `lifting`: when sync is planned to be given free; invalid: not known.
    QueueOutlook outlook(const QDateTime& now, const QDateTime& lifting,
                         const QueueLimits& limits = {}) const;
    /// Nothing where no sample was taken since then.
    std::optional<DrainProgress> drain(const QDateTime& lifted, const QDateTime& now,
                                       const QueueLimits& limits = {}) const;

private:
    static constexpr qsizetype mostSamples = 4096; ///< then every other one of the older half goes
    QList<QueueSample> m_samples;
};

/// Which samples the journal keeps: the first, a marked change, a peak when it is over, the end, and one every ten minutes.
class QueueThinning {
public:
    /// The samples to be written now: none, this one, or a peak before it and this one.
    QList<QueueSample> keep(const QueueSample& sample);

private:
    std::optional<QueueSample> m_kept, m_highest;
};

} // namespace ruw
