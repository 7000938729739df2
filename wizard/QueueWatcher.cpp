#include "wizard/QueueWatcher.h"

#include "wizard/SiteConnections.h"

namespace ruw {

QueueWatcher::QueueWatcher(SiteConnections& connections, QObject* parent)
    : QObject(parent), m_connections(connections)
{
}

QueueWatcher::~QueueWatcher()
{
    stop();
}

void QueueWatcher::start(const SiteFacts& facts, const RunState& state, const Clock& clock)
{
    stop();
    m_facts = facts;
    follow(state);
    m_clock = &clock;
    if (m_connections.rehearsal())
        return;
    SiteAccess& access = m_connections.access();
    m_beat = std::make_unique<Beat>(
        clock, queuePause(queuePhase(facts, state)),
        [this, number = m_number, site = facts.site, &access, &clock](const std::stop_token& stop) {
            QList<Node> nodes;
            {
                const std::lock_guard lock(m_mutex);
                nodes = m_nodes;
            }
            lookAtAll(nodes, [&](const Node& node) {
                const QueueLook look = readQueue(node, site, access, clock, stop);
                if (stop.stop_requested())
                    return;
                QMetaObject::invokeMethod(
                    this,
                    [this, number, look] {
                        if (number != m_number)
                            return;
                        m_picture.add(look);
                        emit looked(look);
                    },
                    Qt::QueuedConnection);
            });
        });
}

void QueueWatcher::follow(const RunState& state)
{
    const QueuePhase phase = queuePhase(m_facts, state);
    {
        const std::lock_guard lock(m_mutex);
        m_nodes = queueNodes(m_facts, state);
        m_pause = queuePause(phase);
    }
    if (m_beat)
        m_beat->setPause(queuePause(phase));
}

QList<QueueLook> QueueWatcher::lookWhenDue(const std::stop_token& stop)
{
    std::optional<std::chrono::seconds> pause;
    QList<Node> nodes;
    {
        const std::lock_guard lock(m_mutex);
        pause = m_pause;
        nodes = m_nodes;
    }
    const QDateTime now = m_clock ? m_clock->now() : QDateTime();
    if (!now.isValid() || !pause || (m_lookedAt.isValid() && m_lookedAt.secsTo(now) < pause->count()))
        return {};
    m_lookedAt = now;
    QList<QueueLook> out;
    for (const Node& node : std::as_const(nodes)) {
        const QueueLook look = readQueue(node, m_facts.site, m_connections.access(), *m_clock, stop);
        if (stop.stop_requested())
            break;
        out.append(look);
    }
    return out;
}

void QueueWatcher::take(const QList<QueueLook>& looks)
{
    for (const QueueLook& look : looks) {
        m_picture.add(look);
        emit looked(look);
    }
}

void QueueWatcher::note(const QueueSample& sample)
{
    m_picture.add({sample.node, sample.when, sample, {}, false});
}

void QueueWatcher::stop()
{
    ++m_number; // what is under way is of no interest any more
    m_beat.reset();
    m_clock = nullptr;
    m_lookedAt = {};
}

void QueueWatcher::forget()
{
    stop();
    m_picture = {};
}

} // namespace ruw
