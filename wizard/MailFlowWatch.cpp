#include "wizard/MailFlowWatch.h"

#include "wizard/SiteConnections.h"

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
    m_beat = std::make_unique<Beat>(
        clock, pause, [this, number = m_number, nodes, &access, &clock](const std::stop_token& stop) {
            lookAtAll(nodes, [&](const Node& node) {
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
        });
}

void MailFlowWatch::stop()
{
    ++m_number; // what is under way is of no interest any more
    m_beat.reset();
    m_flow.pause(); // the journal closed its spells: what is heard next must be recorded anew
}

void MailFlowWatch::forget()
{
    stop();
    m_flow = {};
}

} // namespace ruw
