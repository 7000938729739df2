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
    m_nodes = nodes;
    m_clock = &clock;
    if (m_connections.rehearsal())
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
                        if (number == m_number)
                            take({{name, answer, when}});
                    },
                    Qt::QueuedConnection);
            });
        });
}

QList<MailFlowWatch::Sample> MailFlowWatch::askWhenDue(const std::stop_token& stop)
{
    const QDateTime now = m_clock ? m_clock->now() : QDateTime();
    if (!now.isValid() || (m_asked.isValid() && m_asked.secsTo(now) < pause.count()))
        return {};
    m_asked = now;
    QList<Sample> out;
    for (const Node& node : std::as_const(m_nodes)) {
        const MailAnswer answer = sampleMail(node, m_connections.access(), stop);
        if (stop.stop_requested())
            break;
        out.append({node.name, answer, m_clock->now()});
    }
    return out;
}

void MailFlowWatch::take(const QList<Sample>& samples)
{
    for (const Sample& sample : samples) {
        if (m_flow.add(sample.node, sample.answer, sample.when))
            emit answerChanged(sample.node, sample.answer, sample.when);
        emit heard(sample.node, sample.answer);
    }
    if (!samples.isEmpty())
        emit sampled();
}

void MailFlowWatch::stop()
{
    m_clock = nullptr;
    m_asked = {};
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
