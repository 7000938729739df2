#pragma once

#include "core/plan/TimeChart.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// What piles up in the queue of each node while sync is cut (data sync ON, FAQ 2578 rule 5): a range, with every
/// assumption stated. low and high are half and twice the expected arrival, since night-time mail is uneven; with
/// figures entered by the operator the same range is kept.
struct QueueForecast {
    struct Assumption {
        Text name;
        Text value;
        bool fromOperator = false;
    };
    struct Range {
        qint64 low = 0, expected = 0, high = 0;
    };
    struct NodeForecast {
        QString node;
        Range bytes;
        std::optional<qint64> freeDiskBytes;
        /// Minutes until the free disk is full at the high rate; none: free disk is not known.
        std::optional<int> fullAfterMinutes;
    };
    bool applies = false; ///< false: data sync OFF, or the procedure cuts no sync while mail flows
    int minutes = 0;      ///< how long the block stands
    QList<Assumption> assumptions;
    QList<NodeForecast> nodes;

    static QueueForecast from(const SiteFacts& facts, const Procedure& procedure, const TimeChart& chart);
};

} // namespace ruw
