#include "tests/lab/standin/MailServer.h"

#include <QCoreApplication>
#include <QDateTime>

#include <memory>

using namespace Qt::StringLiterals;

namespace standin {

constexpr qsizetype largestMail = 32 * 1024 * 1024;
constexpr qsizetype longestLine = 64 * 1024;

MailServer::MailServer(const Installation& own) : m_own(own)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            auto session = std::make_shared<Session>();
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket, session] { hear(socket, *session); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("220 " + m_own.node.toUtf8() + " ESMTP stand-in\r\n");
        }
    });
}

bool MailServer::start()
{
    return m_server.listen(QHostAddress::Any, quint16(m_own.smtpPort));
}

void MailServer::hear(QTcpSocket* socket, Session& session)
{
    while (socket->canReadLine()) {
        QByteArray line = socket->readLine(longestLine);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        const QByteArray said = session.inData ? answerToData(session, line) : answer(session, line);
        if (said.isEmpty())
            continue;
        socket->write(said + "\r\n");
        socket->flush(); // what is promised is on its way even if the service is stopped now
        if (said.startsWith("221"))
            return socket->disconnectFromHost();
    }
    if (socket->bytesAvailable() > longestLine)
        socket->abort();
}

QByteArray MailServer::answer(Session& session, const QByteArray& line)
{
    const QByteArray verb = line.split(' ').value(0).toUpper();
    const QByteArray upper = line.toUpper();
    if (verb == "QUIT")
        return "221 bye";
    if (verb == "NOOP")
        return "250 OK";
    if (verb == "VRFY")
        return "252 not verified";
    if (verb == "HELO" || verb == "EHLO") {
        session = {};
        session.greeted = true;
        return "250 " + m_own.node.toUtf8();
    }
    if (verb == "RSET") {
        session = {{}, {}, 0, session.greeted};
        return "250 OK";
    }
    if (upper.startsWith("MAIL FROM:")) {
        if (!session.greeted || !session.sender.isEmpty())
            return "503 not now";
        session.sender = line.mid(10).trimmed();
        return "250 OK";
    }
    if (upper.startsWith("RCPT TO:")) {
        if (session.sender.isEmpty())
            return "503 MAIL first";
        ++session.recipients;
        return "250 OK";
    }
    if (verb == "DATA") {
        if (session.recipients == 0)
            return "503 RCPT first";
        session.inData = true;
        return "354 end with a dot";
    }
    return "500 not understood";
}

QByteArray MailServer::answerToData(Session& session, const QByteArray& line)
{
    if (line != ".") {
        session.tooLarge = session.tooLarge || session.data.size() + line.size() > largestMail;
        if (!session.tooLarge)
            session.data += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
        return {};
    }
    const QByteArray said = session.tooLarge ? QByteArray("552 too large") : keep(session);
    session = {{}, {}, 0, true};
    return said;
}

QByteArray MailServer::keep(const Session& session)
{
    const auto ports = m_own.dataPorts();
    const bool queued = m_own.dataSync() && m_own.settingsSyncEnabled() && !ports.isEmpty();
    const QString way = queued ? ports[m_mails % ports.size()].name : u"own"_s;
    const QString name = u"%1-%2-%3-%4-%5.sil"_s.arg(way, m_own.node)
                             .arg(QDateTime::currentMSecsSinceEpoch())
                             .arg(QCoreApplication::applicationPid())
                             .arg(++m_mails);
    if (!writeDurably((queued ? m_own.queueDir() : m_own.archiveDir()) + u'/' + name, session.data))
        return "452 no room";
    (void)appendLine(m_own.logFile(), name.toUtf8());
    return "250 OK " + name.toUtf8();
}

} // namespace standin
