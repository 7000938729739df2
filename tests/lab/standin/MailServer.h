#pragma once

#include "tests/lab/standin/Installation.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace standin {

/// Takes mail by SMTP (RFC 5321: HELO EHLO MAIL RCPT DATA RSET NOOP VRFY QUIT), delivers it (a line in the log) and keeps a
/// copy: with data sync ON in the queue, the copies spread over the data ports of the version in turn; with data sync OFF, or
/// while settings sync is disabled, in the node's own archive. "250" is said when both are on disk.
class MailServer : public QObject {
public:
    explicit MailServer(const Installation& own);
    bool start();

private:
    struct Session {
        QByteArray sender, data;
        int recipients = 0;
        bool greeted = false, inData = false, tooLarge = false;
    };
    void hear(QTcpSocket* socket, Session& session);
    QByteArray answer(Session& session, const QByteArray& line);
    QByteArray answerToData(Session& session, const QByteArray& line);
    QByteArray keep(const Session& session);

    const Installation& m_own;
    QTcpServer m_server;
    int m_mails = 0; ///< since the start
};

} // namespace standin
