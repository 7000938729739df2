#pragma once

#include "core/access/ssh/Secret.h"

#include <QByteArray>

#include <memory>
#include <optional>

struct evp_pkey_st;

namespace ruw {

/// A private key of SSH that can sign: RSA, ECDSA (nistp256/384/521), Ed25519.
class PrivateKey {
public:
    /// Why a file gave no key.
    enum class Trouble {
        NeedsPassphrase,
        WrongPassphrase,
        UnsupportedCipher, ///< `detail` names it
        UnsupportedType,   ///< `detail` names it
        PuttyFormat,
        PublicHalf,
        NotAKey
    };
    struct Reading;

    /// Takes the bytes of an OpenSSH or PEM (PKCS#1, PKCS#8, SEC1) file. OpenSSL can't read OpenSSH's own format, and
    /// libssh2 can't sign with SHA-2 for RSA: hence our own reader. Key derivation takes some 100 ms.
    static Reading read(const Secret& file, const Secret* passphrase);

    /// The public half as it goes over the wire; an RSA key's type is "ssh-rsa".
    const QByteArray& publicBlob() const { return m_publicBlob; }
    QByteArray type() const;
    /// The bare signature for SSH's `algorithm` (for RSA: rsa-sha2-512, rsa-sha2-256 or ssh-rsa).
    std::optional<QByteArray> sign(const QByteArray& algorithm, QByteArrayView data) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
    QByteArray m_publicBlob;
};

struct PrivateKey::Reading {
    std::optional<PrivateKey> key;
    Trouble trouble = Trouble::NotAKey; ///< meaningful without a key
    QString detail;
};

} // namespace ruw
