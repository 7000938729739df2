#include "tests/lab/standin/AdminPage.h"

#include <QDir>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace standin {

AdminPage::AdminPage(const Installation& own) : m_own(own)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
                    return;
                socket->readAll();
                const QByteArray body = page();
                socket->write(
                    "HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

bool AdminPage::start()
{
    return m_server.listen(QHostAddress::Any, quint16(m_own.adminPort));
}

QByteArray AdminPage::page() const
{
    const QString restart = m_own.restartRequired() ? u"Restart required / 再起動が必要です"_s
                                                    : u"No restart required / 再起動は不要です"_s;
    return u"<!DOCTYPE html><title>Stand-in %1</title><h1>Stand-in on %1</h1><p>This is not the product: it "
           u"stands in for it "
           "in a test lab.</p><ul><li>Version: %2</li><li>Role: %3</li><li id=restart>%4</li><li>Settings: "
           "revision %5, "
           "sync %6</li><li>Queue: %7 files</li></ul>"_s
               .arg(m_own.node, m_own.version.display(), m_own.role(), restart,
                    QString::fromLatin1(m_own.settingsRevision()),
                    m_own.settingsSyncEnabled() ? u"enabled"_s : u"disabled"_s)
               .arg(QDir(m_own.queueDir()).entryList(QDir::Files).size())
               .toUtf8();
}

} // namespace standin
