#pragma once

#include "core/access/ssh/Secret.h"

namespace ruw {

/// OpenBSD's bcrypt_pbkdf: how OpenSSH turns a passphrase into the key that a private key file is encrypted with.
/// OpenSSL has no such function, and libssh2 keeps its own to itself. Takes about 5 ms a round.
Secret bcryptPbkdf(const Secret& passphrase, QByteArrayView salt, quint32 rounds, qsizetype size);

} // namespace ruw
