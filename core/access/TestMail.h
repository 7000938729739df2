#pragma once

#include "core/access/PortProbe.h"

#include <QDateTime>

namespace ruw {

/// A mail that is sent to see that mail passes. It says in its subject and its body what it is and carries an id by which
/// it can be found again in logs, queue and archive.
struct TestMail {
    QString from, to; ///< the operator's: bare addresses, see isMailAddress()
    QString id;       ///< letters, digits and hyphens
    QDateTime when;

    /// The message as it is sent: header, empty line, text; CR LF line ends. ASCII.
    QByteArray message() const;
    friend bool operator==(const TestMail&, const TestMail&) = default;
};

/// Whether this can stand in MAIL FROM and RCPT TO: local@domain in printable ASCII, nothing that could end the line or the
/// address. What SMTP allows beyond that (quoted local parts, UTF-8) is refused.
bool isMailAddress(const QString& address);

/// How far a test mail came.
struct MailSent {
    enum class Stage { Connect, Greeting, Hello, Sender, Recipient, Data, Accepted };
    Stage stage = Stage::Connect; ///< Accepted, or the one at which it ended
    ProbeState state = ProbeState::Unknown;
    QByteArray reply; ///< the server's last words, at most 512 bytes
    QString detail;
    bool accepted() const { return stage == Stage::Accepted; }
};

/// Sends it over SMTP (RFC 5321), takes leave with QUIT. Nothing is sent where an address is none.
MailSent sendMail(const QString& address, int port, AddressFamily family, const TestMail& mail,
                  std::chrono::milliseconds limit, std::stop_token stop);

} // namespace ruw
