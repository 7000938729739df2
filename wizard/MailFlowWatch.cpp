#include "wizard/MailFlowWatch.h"

#include "wizard/SiteConnections.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace ruw {

MailFlowWatch::MailFlowWatch(SiteConnections& connections, QObject* parent)
    : QObject(parent), m_connections(connections)
{
}

MailFlowWatch::~MailFlowWatch()
{
    stop();
}

void MailFlowWatch::start(const Site& site, const Clock& clock)
{
    stop();
    const QList<Node> nodes = site.mailNodes();
    if (nodes.isEmpty())
        return;
    SiteAccess& access = m_connections.access();
    m_thread = std::jthread([this, number = m_number, nodes, &access, &clock](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        while (!stop.stop_requested()) {
            {
                std::vector<std::jthread> asking;
                for (const Node& node : nodes) {
                    asking.emplace_back([this, number, &node, &access, &clock, &stop] {
                        const MailAnswer answer = sampleMail(node, access, stop);
                        const QDateTime when = clock.now();
                        if (stop.stop_requested())
                            return;
                        QMetaObject::invokeMethod(
                            this,
                            [this, number, name = node.name, answer, when] {
                                if (number != m_number)
                                    return;
                                if (m_flow.add(name, answer, when))
                                    emit answerChanged(name, answer, when);
                                emit sampled();
                            },
                            Qt::QueuedConnection);
                    });
                }
            }
            std::unique_lock lock(mutex);
            wake.wait_for(lock, stop, pause, [] { return false; });
        }
    });
}

void MailFlowWatch::stop()
{
    ++m_number; // what is under way is of no interest any more
    m_thread = {};
}

void MailFlowWatch::forget()
{
    stop();
    m_flow = {};
}

} // namespace ruw
