#pragma once

#include "LabSite.h"

#include <QHash>

#include <mutex>

/// One mail over SMTP from the calling thread's network, its Message-ID `<id>`, with a proper QUIT. True: the server took it
/// (250 after the dot); the mail must then be found exactly once. False says nothing: it may or may not be there.
bool sendMail(const QString& address, quint16 port, const QByteArray& id, qsizetype size = 1000,
              int limit = 10'000);

/// Mail that pours in all the time, from the operator's network: through every node in turn (with a short rest between two),
/// until it is stopped. A node that takes none is passed over.
class MailPour {
public:
    MailPour(const LabSite& lab, const QStringList& nodes, int restMs = 50);
    ~MailPour() { stop(); }
    void stop();
    QByteArrayList accepted() const;
    /// Which node took each mail.
    QHash<QByteArray, QString> takenBy() const;

private:
    mutable std::mutex m_mutex;
    QByteArrayList m_accepted;
    QHash<QByteArray, QString> m_takenBy;
    std::jthread m_thread;
};
