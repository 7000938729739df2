#pragma once

#include "core/access/ssh/Secret.h"
#include "core/base/Text.h"

#include <optional>

namespace ruw {

/// Who asked for a secret: the login, sudo on the node, or a private key's passphrase.
enum class SecretKind { Ssh, Sudo, Key };

/// The questions that only a person (or a prepared answer) can settle. Implementations are thread-safe: 16 nodes ask at
/// once. An implementation that waits for a person returns "no" when the work is cancelled.
class SshPrompter {
public:
    virtual ~SshPrompter() = default;

    /// A host whose key nobody has seen yet. `host` as known_hosts writes it ("mf1" or "[mf1]:2222"), `type` such as
    /// "ssh-ed25519", `sha256Fingerprint` as OpenSSH shows it ("SHA256:..."). true: trust it and store it.
    virtual bool acceptHostKey(const QString& node, const QString& host, const QString& type,
                               const QString& sha256Fingerprint) = 0;

    /// `node`: the node's name; for the password of a jump host its entry in the site file ("admin@10.0.0.9:22"), so
    /// that it can have one of its own. nullopt: there is none, give up.
    virtual std::optional<Secret> secret(const QString& node, SecretKind kind, const Text& prompt) = 0;

    /// The secret was wrong: forget it, so that the next question reaches a person again.
    virtual void secretRefused(const QString& node, SecretKind kind)
    {
        Q_UNUSED(node)
        Q_UNUSED(kind)
    }
};

} // namespace ruw
