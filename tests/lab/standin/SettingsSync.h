#pragma once

#include "tests/lab/standin/SyncTalk.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace standin {

/// Settings sync: every node talks to each of its REPLICA_SERVER_* at an interval; a slave that meets the master takes over
/// its revision of the settings. After an upgrade the first such sync raises the restart flag (as often as the installer's
/// mark says). While it is disabled nothing listens and nothing connects.
class SettingsSync : public QObject {
public:
    explicit SettingsSync(const Installation& own);
    /// False: the port is taken.
    bool start();

private:
    void look();
    void connectTo(const ruw::ReplicaConfig::Peer& peer);
    void answer(QTcpSocket* socket);
    void hear(const Greeting& peer);
    QByteArray greeting() const;

    const Installation& m_own;
    QTcpServer m_server;
    QTimer m_timer;
    bool m_synced = false; ///< since the start
};

} // namespace standin
