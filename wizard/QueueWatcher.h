#pragma once

#include "core/run/Beat.h"
#include "core/run/QueueWatch.h"

#include <QObject>

#include <memory>
#include <mutex>

namespace ruw {

class SiteConnections;

/// Looks at the slaves' queues at the pace that the state of the run asks for, all at once, on threads of its own.
class QueueWatcher : public QObject {
    Q_OBJECT
public:
    explicit QueueWatcher(SiteConnections& connections, QObject* parent = nullptr);
    ~QueueWatcher() override;
    /// What was seen before is kept while it is the same run. `clock` outlives the watching.
    void start(const SiteFacts& facts, const RunState& state, const Clock& clock);
    /// The run goes on: what is to be watched may have changed.
    void follow(const RunState& state);
    /// In a rehearsal nobody looks by itself: this looks, on any thread, where the pause is over.
    QList<QueueLook> lookWhenDue(const std::stop_token& stop);
    void take(const QList<QueueLook>& looks);
    /// Somebody else has looked.
    void note(const QueueSample& sample);
    void stop();
    void forget();
    const QueuePicture& picture() const { return m_picture; }

signals:
    void looked(const ruw::QueueLook& look);

private:
    SiteConnections& m_connections;
    SiteFacts m_facts;
    QueuePicture m_picture;
    quint64 m_number = 0;
    std::mutex m_mutex; ///< of m_nodes and m_pause
    QList<Node> m_nodes;
    std::optional<std::chrono::seconds> m_pause;
    const Clock* m_clock = nullptr;
    QDateTime m_lookedAt; ///< when last, in a rehearsal
    std::unique_ptr<Beat> m_beat; ///< last: it uses the others
};

} // namespace ruw
