#include "tests/lab/standin/SettingsSync.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace standin {

constexpr int patience = 3000; // ms that a peer gets to answer

SettingsSync::SettingsSync(const Installation& own) : m_own(own)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection())
            answer(socket);
    });
    connect(&m_timer, &QTimer::timeout, this, &SettingsSync::look);
}

bool SettingsSync::start()
{
    // The flag asks for a restart: this is one.
    QFile::remove(m_own.state(u"restart-required"_s));
    m_timer.start(m_own.interval);
    if (m_own.settingsSyncEnabled() && !m_server.listen(QHostAddress::Any, quint16(m_own.settingsPort())))
        return false;
    look();
    return true;
}

QByteArray SettingsSync::greeting() const
{
    return Greeting::line(m_own, "SETTINGS", {m_own.settingsRevision()});
}

void SettingsSync::look()
{
    if (!m_own.settingsSyncEnabled()) {
        m_server.close();
        for (QTcpSocket* socket : findChildren<QTcpSocket*>())
            socket->abort();
        return;
    }
    if (!m_server.isListening())
        (void)m_server.listen(QHostAddress::Any, quint16(m_own.settingsPort()));
    for (const ReplicaConfig::Peer& peer : m_own.config.peers()) {
        // The one before still waits for an answer.
        if (peer.port > 0 && !findChild<QTcpSocket*>(peer.key))
            connectTo(peer);
    }
}

void SettingsSync::connectTo(const ReplicaConfig::Peer& peer)
{
    auto* socket = new QTcpSocket(this);
    socket->setObjectName(peer.key);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { socket->write(greeting()); });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        if (const auto line = takeLine(*socket)) {
            if (const auto heard = Greeting::parse(*line))
                hear(*heard);
            socket->disconnectFromHost();
        }
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    QTimer::singleShot(patience, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    socket->connectToHost(peer.host, quint16(peer.port));
}

void SettingsSync::answer(QTcpSocket* socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        if (const auto line = takeLine(*socket)) {
            if (const auto heard = Greeting::parse(*line)) {
                socket->write(greeting());
                hear(*heard);
            }
            socket->disconnectFromHost();
        }
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(patience, socket, &QTcpSocket::abort);
}

void SettingsSync::hear(const Greeting& peer)
{
    compareVersions(m_own, peer);
    if (m_own.master || !peer.master)
        return;
    const QByteArray revision = peer.rest.value(0);
    if (revision != m_own.settingsRevision())
        (void)writeDurably(m_own.state(u"settings-revision"_s), revision);
    if (m_synced)
        return;
    m_synced = true;
    const int flags = readAll(m_own.state(u"flags-to-raise"_s)).trimmed().toInt();
    if (flags > 0) {
        (void)writeDurably(m_own.state(u"flags-to-raise"_s), QByteArray::number(flags - 1));
        (void)writeDurably(m_own.state(u"restart-required"_s), "after the sync at start-up\n");
    }
}

} // namespace standin
