#pragma once

#include "core/access/Patience.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ruw {

/// The user's key agent (SSH_AUTH_SOCK; draft-miller-ssh-agent). libssh2's own client blocks and can't ask for SHA-2
/// signatures of RSA keys; this one keeps to a Patience.
class SshAgent {
public:
    struct Key {
        QByteArray blob; ///< the public key as it goes over the wire
        QByteArray type;
        QString comment;
    };

    /// nullopt: there is no agent, or it does not answer.
    static std::optional<SshAgent> connect(Patience& patience);

    /// Keys that can log in here: RSA, ECDSA, Ed25519. Certificates and security keys are left out: libssh2 can't carry
    /// their signatures.
    std::optional<QList<Key>> keys(Patience& patience);
    /// The bare signature; nullopt: the agent refuses, or signs in another way than asked.
    std::optional<QByteArray> sign(const QByteArray& blob, const QByteArray& algorithm, QByteArrayView data,
                                   Patience& patience);

private:
    std::optional<QByteArray> ask(const QByteArray& request, Patience& patience);

    FileDescriptor m_socket;
};

} // namespace ruw
