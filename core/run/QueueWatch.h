#pragma once

#include "core/access/SiteAccess.h"
#include "core/base/Time.h"
#include "core/run/QueueSeries.h"
#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

#include <QSet>

#include <chrono>
#include <stop_token>

namespace ruw {

class NodeAnswer;
struct NodeQuery;

/// One look at a node's queue: its figures, or why there are none.
struct QueueLook {
    QString node;
    QDateTime when;
    std::optional<QueueSample> sample;
    Text why;
    bool never = false; ///< no look from here will ever show it: a person has to look there
};

/// Reads size, number, age and free disk of a slave's queue, in one round over the way that stands. Changes nothing.
QueueLook readQueue(const Node& node, const Site& site, SiteAccess& access, const Clock& clock,
                    std::stop_token stop);

/// The same of an answer that has come; `query`: what was asked.
QueueLook queueLook(const QString& node, const QDateTime& when, const NodeAnswer& answer,
                    const NodeQuery& query);

/// Where a run stands with what piles up in the queues (data sync ON, mail flowing).
enum class QueuePhase {
    None,     ///< nothing piles up in this run, or all has drained
    Before,   ///< the block does not stand yet
    PilingUp, ///< sync is cut
    Draining  ///< sync is given free, and some queue was not seen drained yet
};
QueuePhase queuePhase(const SiteFacts& facts, const RunState& state);
/// How long to wait between two looks; none: they are not looked at.
std::optional<std::chrono::seconds> queuePause(QueuePhase phase);

/// The slaves whose queues are watched, in the site's order.
QList<Node> queueNodes(const SiteFacts& facts, const RunState& state);

/// The planned minutes of the steps that are left until a node's own sync is given free, its lifting included. Those that are done
/// only where asked for count, as in the time chart: it is taken for the most there can be.
int minutesUntilLifting(const RunState& state, const QString& node);

/// What was seen of all queues, and what could not be: a value, for the window and the terminal.
class QueuePicture {
public:
    void add(const QueueLook& look);
    const QMap<QString, QueueSeries>& series() const { return m_series; }
    /// Why the last look at a node showed nothing; empty: it did.
    Text unseen(const QString& node) const { return m_unseen.value(node); }
    bool empty() const { return m_series.isEmpty() && m_unseen.isEmpty(); }
    struct Line {
        QString node;
        QueueOutlook::Level level = QueueOutlook::Level::Unknown;
        Text text;
        std::optional<DrainProgress> drain;
        QueueOutlook outlook;
        bool onNode = false; ///< only who looks on the node itself can see it
    };
    /// How each watched queue stands now, in words.
    QList<Line> lines(const SiteFacts& facts, const RunState& state, const QDateTime& now) const;

private:
    QMap<QString, QueueSeries> m_series;
    QMap<QString, Text> m_unseen;
    QSet<QString> m_onNode; ///< of these the ones that no look from here will ever show
};

} // namespace ruw
