#pragma once

#include "core/access/ssh/SshConnection.h"

namespace ruw {

/// The login on a session whose host key has been checked: by agent, key file, password, or the server's own questions.
class SshLogin {
public:
    SshLogin(SshConnection& connection, SshSecrets& secrets, Patience& patience);
    Status run();

private:
    enum class Answer {
        In,      ///< logged in
        Partly,  ///< taken, but the server wants another proof as well
        Refused, ///< not this way; m_error says why
        Failed   ///< no sense in going on; m_error says why
    };
    using Sign = std::function<std::optional<QByteArray>(const QByteArray& algorithm, QByteArrayView data)>;

    Answer by(SshAuth way);
    Answer byAgent();
    Answer byKeyFile();
    Answer byKey(const QByteArray& blob, const Sign& sign);
    Answer byPassword();
    Answer byQuestions();
    /// After `taken` proved half of it: the other half.
    Answer another(const QString& taken);

    Answer refused(SshFault fault, const QString& detail = {});
    Answer failed(SshFault fault, const QString& detail = {});
    Answer failedWith(int result);
    /// The ways the server offers now; nullopt: m_error says why not. It costs a round trip.
    std::optional<QStringList> methods(bool& loggedIn);

    SshConnection& m_connection;
    SshSecrets& m_secrets;
    Patience& m_patience;
    QByteArray m_user;
    int m_refusals = 0;
    std::optional<Error> m_error;
};

} // namespace ruw
