#include "tests/lab/standin/DataSync.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace standin {

constexpr int lookInterval = 300; // ms
constexpr int patience = 3000;    // ms that the master gets to answer
constexpr qint64 largestMail = 64LL * 1024 * 1024;

static QByteArray checksum(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QueuePusher::QueuePusher(const Installation& own, const DataPort& port) : m_own(own), m_port(port)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &QueuePusher::look);
    connect(&m_patience, &QTimer::timeout, this, &QueuePusher::giveUp);
    connect(&m_socket, &QTcpSocket::connected, this, &QueuePusher::sendNext);
    connect(&m_socket, &QTcpSocket::readyRead, this, &QueuePusher::heard);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &QueuePusher::giveUp);
    m_timer.start(lookInterval);
}

void QueuePusher::look()
{
    if (m_socket.state() != QTcpSocket::UnconnectedState || !m_own.settingsSyncEnabled())
        return;
    m_waiting = QDir(m_own.queueDir()).entryList({m_port.name + u"-*.sil"_s}, QDir::Files, QDir::Name);
    if (m_waiting.isEmpty())
        return;
    m_patience.start();
    m_socket.connectToHost(m_own.masterHost, quint16(m_port.port));
}

void QueuePusher::sendNext()
{
    if (m_waiting.isEmpty()) {
        m_patience.stop();
        m_socket.disconnectFromHost();
        return;
    }
    m_sent = m_waiting.takeFirst();
    QFile file(m_own.queueDir() + u'/' + m_sent);
    if (!file.open(QIODevice::ReadOnly))
        return giveUp();
    const QByteArray bytes = file.readAll();
    m_socket.write(Greeting::line(
        m_own, "DATA",
        {m_port.name.toLatin1(), m_sent.toUtf8(), QByteArray::number(bytes.size()), checksum(bytes)}));
    m_socket.write(bytes);
    m_patience.start();
}

void QueuePusher::heard()
{
    const auto line = takeLine(m_socket);
    if (!line)
        return;
    const auto answer = Greeting::parse(*line);
    if (!answer)
        return giveUp();
    compareVersions(m_own, *answer);
    if (answer->rest.value(0) != "STORED" || answer->rest.value(1) != m_sent.toUtf8())
        return giveUp();
    QFile::remove(m_own.queueDir() + u'/' + m_sent);
    sendNext();
}

void QueuePusher::giveUp()
{
    m_patience.stop();
    m_waiting.clear();
    m_socket.abort();
}

DataSync::DataSync(const Installation& own) : m_own(own)
{
    connect(&m_timer, &QTimer::timeout, this, &DataSync::archiveOwnQueue);
}

QString DataSync::start()
{
    for (const DataPort& port : m_own.dataPorts()) {
        auto server = std::make_unique<QTcpServer>();
        if (!server->listen(QHostAddress::Any, quint16(port.port)))
            return u"%1 %2: %3"_s.arg(port.key).arg(port.port).arg(server->errorString());
        connect(server.get(), &QTcpServer::newConnection, this, [this, from = server.get()] {
            while (QTcpSocket* socket = from->nextPendingConnection()) {
                auto arriving = std::make_shared<Arriving>();
                connect(socket, &QTcpSocket::readyRead, this,
                        [this, socket, arriving] { receive(socket, *arriving); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_servers.push_back(std::move(server));
        if (!m_own.master)
            m_pushers.push_back(std::make_unique<QueuePusher>(m_own, port));
    }
    if (m_own.master)
        m_timer.start(lookInterval);
    return {};
}

void DataSync::receive(QTcpSocket* socket, Arriving& arriving)
{
    for (;;) {
        if (!arriving.greeted) {
            const auto line = takeLine(*socket);
            if (!line)
                return;
            const auto greeting = Greeting::parse(*line);
            if (!greeting || greeting->what != "DATA" || greeting->rest.size() != 4)
                return socket->abort();
            arriving = {*greeting, true};
            compareVersions(m_own, *greeting);
        }
        const qint64 size = arriving.greeting.rest[2].toLongLong();
        if (size < 0 || size > largestMail)
            return socket->abort();
        if (socket->bytesAvailable() < size)
            return;
        const QByteArray answer = store(arriving.greeting, socket->read(size));
        socket->write(Greeting::line(m_own, "DATA", {answer, arriving.greeting.rest[1]}));
        arriving.greeted = false;
    }
}

QByteArray DataSync::store(const Greeting& greeting, const QByteArray& bytes) const
{
    const QString name = QString::fromUtf8(greeting.rest[1]);
    if (!m_own.master || name.contains(u'/') || name.startsWith(u'.') || checksum(bytes) != greeting.rest[3])
        return "REFUSED";
    const QString path = m_own.archiveDir() + u'/' + name;
    // It was stored before and the answer got lost.
    if (QFile::exists(path) && checksum(readAll(path)) == greeting.rest[3])
        return "STORED";
    return writeDurably(path, bytes) ? "STORED" : "FAILED";
}

void DataSync::archiveOwnQueue() const
{
    if (!m_own.settingsSyncEnabled())
        return;
    for (const QString& name : QDir(m_own.queueDir()).entryList({u"*.sil"_s}, QDir::Files, QDir::Name)) {
        (void)std::rename(QFile::encodeName(m_own.queueDir() + u'/' + name).constData(),
                          QFile::encodeName(m_own.archiveDir() + u'/' + name).constData());
    }
}

} // namespace standin
