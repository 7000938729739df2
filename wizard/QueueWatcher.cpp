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
    }
    if (m_beat)
        m_beat->setPause(queuePause(phase));
}

void QueueWatcher::note(const QueueSample& sample)
{
    m_picture.add({sample.node, sample.when, sample, {}, false});
}

void QueueWatcher::stop()
{
    ++m_number; // what is under way is of no interest any more
    m_beat.reset();
}

void QueueWatcher::forget()
{
    stop();
    m_picture = {};
}

} // namespace ruw
