#pragma once

#include "core/access/PortProbe.h"

namespace ruw {

/// What a server said: the code and the text of the last line. Code 0: nothing came that is an SMTP reply.
struct SmtpReply {
    int code = 0;
    QByteArray line; ///< as it came, at most 512 bytes
    bool good() const { return code >= 200 && code < 300; }
};

/// One SMTP session over one connection, with one patience: connects, reads the greeting, takes leave with QUIT.
class SmtpTalk {
public:
    SmtpTalk(const QString& address, int port, AddressFamily family, Patience& patience);
    /// Takes leave, unless nothing was ever said: without it servers log a lost connection.
    ~SmtpTalk();
    SmtpTalk(const SmtpTalk&) = delete;
    SmtpTalk& operator=(const SmtpTalk&) = delete;

    ProbeState state() const { return m_state; }
    QString detail() const { return m_detail; }
    const SmtpReply& greeting() const { return m_greeting; }
    /// Says a line (its end is added) and gives the answer.
    SmtpReply say(const QByteArray& line);
    /// Sends as it stands.
    bool send(const QByteArray& bytes);
    SmtpReply read();

private:
    Patience& m_patience;
    FileDescriptor m_socket;
    ProbeState m_state = ProbeState::Unknown;
    QString m_detail;
    SmtpReply m_greeting;
    QByteArray m_seen; ///< came and was not read yet
};

} // namespace ruw
