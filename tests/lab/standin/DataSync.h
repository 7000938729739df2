#pragma once

#include "tests/lab/standin/SyncTalk.h"

#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <vector>

namespace standin {

/// One data port of a slave: sends its queue files to the master, one after the other, and deletes each when the master says
/// that it has it on disk. Whatever happens in between, the file is sent again: the master knows it by its name.
class QueuePusher : public QObject {
public:
    QueuePusher(const Installation& own, const DataPort& port);

private:
    void look();
    void sendNext();
    void heard();
    void giveUp();

    const Installation& m_own;
    DataPort m_port;
    QTcpSocket m_socket;
    QTimer m_timer, m_patience;
    QStringList m_waiting;
    QString m_sent; ///< the file that waits for its answer
};

/// Data sync ON. Every node listens on the data ports of its version; slaves push their queue to the master, which files what
/// comes, and its own queue, in its archive.
class DataSync : public QObject {
public:
    explicit DataSync(const Installation& own);
    /// Empty: all listen; else what does not.
    QString start();

private:
    struct Arriving {
        Greeting greeting;
        bool greeted = false;
    };
    void receive(QTcpSocket* socket, Arriving& arriving);
    QByteArray store(const Greeting& greeting, const QByteArray& bytes) const;
    void archiveOwnQueue() const;

    const Installation& m_own;
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    std::vector<std::unique_ptr<QueuePusher>> m_pushers;
    QTimer m_timer;
};

} // namespace standin
