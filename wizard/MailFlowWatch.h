#pragma once

#include "core/run/Beat.h"
#include "core/run/MailFlow.h"

#include <QObject>

#include <memory>

namespace ruw {

class SiteConnections;

/// Asks every mail node every ten seconds whether it takes mail, all at once, on threads of its own.
class MailFlowWatch : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds pause{10};

    explicit MailFlowWatch(SiteConnections& connections, QObject* parent = nullptr);
    ~MailFlowWatch() override;
    /// Begins anew with this site; what was seen before is kept while it is the same one. `clock` outlives the watching.
    void start(const Site& site, const Clock& clock);
    struct Sample {
        QString node;
        MailAnswer answer;
        QDateTime when;
    };
    /// In a rehearsal nothing is asked by itself: this asks, on any thread, where the pause is over.
    QList<Sample> askWhenDue(const std::stop_token& stop);
    void take(const QList<Sample>& samples);
    void stop();
    void forget();
    const MailFlow& flow() const { return m_flow; }

signals:
    void heard(const QString& node, ruw::MailAnswer answer); ///< each look
    void sampled();                                          ///< of one node, or in a rehearsal of all
    void answerChanged(const QString& node, ruw::MailAnswer answer, const QDateTime& when);

private:
    SiteConnections& m_connections;
    MailFlow m_flow;
    quint64 m_number = 0;
    QList<Node> m_nodes;
    const Clock* m_clock = nullptr;
    QDateTime m_asked; ///< when last, in a rehearsal
    std::unique_ptr<Beat> m_beat; ///< last: it uses the others
};

} // namespace ruw
