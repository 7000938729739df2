#pragma once

#include "core/plan/TimeChart.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What piles up in the queue of each slave while sync is cut (data sync ON, FAQ 2578 rule 5): a range, with
/// every assumption stated. The mail is taken to be spread evenly over the mail nodes; low is half of that,
/// since night-time mail is uneven. high is twice the mail, and with one node out of service all the time, so
/// that the others share it: the careful side. With figures entered by the operator the same range is kept.
struct QueueForecast {
    static constexpr int assumedMailsPerHour = 1000;
    static constexpr int assumedMeanMailKiB = 100;
    static constexpr int assumedKeptPercent = 100;

    struct Assumption {
        Text name;
        Text value;
        bool fromOperator = false;
    };
    struct Range {
        qint64 low = 0, expected = 0, high = 0;
        friend bool operator==(const Range&, const Range&) = default;
    };
    struct NodeForecast {
        QString node;
        Range bytes;
        std::optional<qint64> freeDiskBytes;
        /// Minutes until the free disk is full at the high rate; none: free disk is not known, or nothing
        /// arrives.
        std::optional<int> fullAfterMinutes;
    };
    bool applies = false; ///< false: data sync OFF, or the procedure stops the mail flow
    int minutes = 0;      ///< how long the block stands
    QList<Assumption> assumptions;
    QList<NodeForecast> nodes; ///< slaves that take mail; the master's queue goes to its own archive

    /// `procedure` and its `chart` give how long sync is cut.
    static QueueForecast from(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart);
};

} // namespace ruw
