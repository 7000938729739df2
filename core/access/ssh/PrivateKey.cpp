#include "core/access/ssh/PrivateKey.h"

#include "core/access/ssh/BcryptPbkdf.h"
#include "core/access/ssh/SshBytes.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

template <auto Free> struct Deleter {
    template <typename T> void operator()(T* object) const { Free(object); }
};
using BigNumber = std::unique_ptr<BIGNUM, Deleter<BN_clear_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Deleter<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Deleter<ECDSA_SIG_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Key = std::shared_ptr<EVP_PKEY>;
using Trouble = PrivateKey::Trouble;

Key owned(EVP_PKEY* key)
{
    return Key(key, [](EVP_PKEY* k) { EVP_PKEY_free(k); });
}

const unsigned char* unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

BigNumber bigNumber(QByteArrayView bytes)
{
    return BigNumber(BN_bin2bn(unsignedBytes(bytes), int(bytes.size()), nullptr));
}

QByteArray bytesOf(const BIGNUM* number)
{
    QByteArray bytes(BN_num_bytes(number), '\0');
    (void)BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
    return bytes;
}

/// SSH's and OpenSSL's names of the curves.
struct Curve {
    QByteArrayView type, ssh, openssl;
};
constexpr std::array<Curve, 3> curves = {{{"ecdsa-sha2-nistp256", "nistp256", "prime256v1"},
                                          {"ecdsa-sha2-nistp384", "nistp384", "secp384r1"},
                                          {"ecdsa-sha2-nistp521", "nistp521", "secp521r1"}}};

const Curve* findCurve(QByteArrayView Curve::*name, QByteArrayView value)
{
    const auto it =
        std::find_if(curves.begin(), curves.end(), [&](const Curve& c) { return c.*name == value; });
    return it == curves.end() ? nullptr : &*it;
}

Key built(const char* algorithm, OSSL_PARAM_BLD* builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, params.get()) != 1)
        return {};
    return owned(key);
}

// The private parts of OpenSSH's format (PROTOCOL.key and its sshkey.c): as the public ones, then the secret numbers.

Key readRsa(SshReader& in)
{
    const BigNumber n = bigNumber(in.string());
    const BigNumber e = bigNumber(in.string());
    const BigNumber d = bigNumber(in.string());
    const BigNumber inverse = bigNumber(in.string());
    const BigNumber p = bigNumber(in.string());
    const BigNumber q = bigNumber(in.string());
    const std::unique_ptr<BN_CTX, Deleter<BN_CTX_free>> work(BN_CTX_new());
    if (!in.ok() || BN_is_zero(p.get()) || BN_is_zero(q.get()))
        return {};
    const auto exponent = [&](const BIGNUM* prime) {
        BigNumber less(BN_dup(prime));
        BigNumber out(BN_new());
        (void)BN_sub_word(less.get(), 1);
        (void)BN_mod(out.get(), d.get(), less.get(), work.get());
        return out;
    };
    const BigNumber dp = exponent(p.get());
    const BigNumber dq = exponent(q.get());
    const Builder builder(OSSL_PARAM_BLD_new());
    const std::array<std::pair<const char*, const BIGNUM*>, 8> numbers = {{
        {OSSL_PKEY_PARAM_RSA_N, n.get()},
        {OSSL_PKEY_PARAM_RSA_E, e.get()},
        {OSSL_PKEY_PARAM_RSA_D, d.get()},
        {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
        {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()},
        {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
        {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()},
        {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, inverse.get()},
    }};
    for (const auto& [name, number] : numbers)
        (void)OSSL_PARAM_BLD_push_BN(builder.get(), name, number);
    return built("RSA", builder.get());
}

Key readEcdsa(SshReader& in)
{
    const Curve* curve = findCurve(&Curve::ssh, in.string());
    const QByteArrayView point = in.string();
    const BigNumber secret = bigNumber(in.string());
    if (!in.ok() || !curve)
        return {};
    const Builder builder(OSSL_PARAM_BLD_new());
    (void)OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->openssl.data(),
                                          0);
    (void)OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                           size_t(point.size()));
    (void)OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    return built("EC", builder.get());
}

Key readEd25519(SshReader& in)
{
    (void)in.string(); // the public half stands in the second half of the secret once more
    const QByteArrayView secret = in.string();
    if (!in.ok() || secret.size() != 64)
        return {};
    return owned(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, unsignedBytes(secret), 32));
}

QByteArray publicBlobOf(EVP_PKEY* key)
{
    QByteArray blob;
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA: {
        BIGNUM* e = nullptr;
        BIGNUM* n = nullptr;
        (void)EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &e);
        (void)EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n);
        const BigNumber exponent(e);
        const BigNumber modulus(n);
        if (!e || !n)
            return {};
        putString(blob, "ssh-rsa");
        putMpint(blob, bytesOf(e));
        putMpint(blob, bytesOf(n));
        return blob;
    }
    case EVP_PKEY_EC: {
        std::array<char, 64> group{};
        std::array<unsigned char, 256> point{};
        size_t size = 0;
        (void)EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(),
                                             nullptr);
        (void)EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(),
                                              &size);
        const Curve* curve = findCurve(&Curve::openssl, QByteArrayView(group.data()));
        if (!curve)
            return {};
        putString(blob, curve->type);
        putString(blob, curve->ssh);
        putString(blob, QByteArrayView(point.data(), qsizetype(size)));
        return blob;
    }
    case EVP_PKEY_ED25519: {
        std::array<unsigned char, 32> point{};
        size_t size = point.size();
        (void)EVP_PKEY_get_raw_public_key(key, point.data(), &size);
        putString(blob, "ssh-ed25519");
        putString(blob, QByteArrayView(point.data(), qsizetype(size)));
        return blob;
    }
    default:
        return {};
    }
}

/// How a key file can be encrypted (OpenSSH's cipher.c).
struct Cipher {
    QByteArrayView name;
    const EVP_CIPHER* (*evp)();
    int keySize, ivSize, tagSize, blockSize;
};
constexpr std::array<Cipher, 9> ciphers = {{
    {"aes256-ctr", EVP_aes_256_ctr, 32, 16, 0, 16},
    {"aes192-ctr", EVP_aes_192_ctr, 24, 16, 0, 16},
    {"aes128-ctr", EVP_aes_128_ctr, 16, 16, 0, 16},
    {"aes256-cbc", EVP_aes_256_cbc, 32, 16, 0, 16},
    {"aes192-cbc", EVP_aes_192_cbc, 24, 16, 0, 16},
    {"aes128-cbc", EVP_aes_128_cbc, 16, 16, 0, 16},
    {"aes256-gcm@openssh.com", EVP_aes_256_gcm, 32, 12, 16, 16},
    {"aes128-gcm@openssh.com", EVP_aes_128_gcm, 16, 12, 16, 16},
    // Of its 64 bytes of key the first half encrypts; sequence number 0, so the nonce is zero and the counter 1. The tag
    // is not looked at: the check numbers inside tell a wrong passphrase, and a file that somebody forged can only give a
    // key that the server does not take.
    {"chacha20-poly1305@openssh.com", EVP_chacha20, 64, 0, 16, 8},
}};

std::optional<Secret> decrypted(const Cipher& cipher, const Secret& keyAndIv, QByteArrayView text,
                                QByteArrayView tag)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    const unsigned char* key = unsignedBytes(keyAndIv.view());
    constexpr std::array<unsigned char, 16> counterOne = {1};
    const unsigned char* iv = cipher.ivSize > 0 ? key + cipher.keySize : counterOne.data();
    Secret plain = Secret::ofSize(text.size() + 32);
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    int size = 0;
    int rest = 0;
    if (EVP_DecryptInit_ex(context.get(), cipher.evp(), nullptr, key, iv) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_DecryptUpdate(context.get(), out, &size, unsignedBytes(text), int(text.size())) != 1)
        return std::nullopt;
    if (cipher.tagSize > 0 && cipher.ivSize > 0) {
        QByteArray copy = tag.toByteArray();
        (void)EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, cipher.tagSize, copy.data());
    }
    if (EVP_DecryptFinal_ex(context.get(), out + size, &rest) != 1)
        return std::nullopt;
    plain.truncate(size + rest);
    return plain;
}

struct Outcome {
    Key key;
    Trouble trouble = Trouble::NotAKey;
    QString detail;
};

Outcome failed(Trouble trouble, QByteArrayView detail = {})
{
    return {{}, trouble, QString::fromLatin1(detail)};
}

Outcome readSecretPart(QByteArrayView part, bool encrypted)
{
    SshReader in(part);
    const quint32 check = in.number();
    if (check != in.number() || !in.ok())
        return failed(encrypted ? Trouble::WrongPassphrase : Trouble::NotAKey);
    const QByteArrayView type = in.string();
    Outcome outcome;
    if (type == "ssh-rsa")
        outcome.key = readRsa(in);
    else if (type == "ssh-ed25519")
        outcome.key = readEd25519(in);
    else if (findCurve(&Curve::type, type))
        outcome.key = readEcdsa(in);
    else
        return failed(Trouble::UnsupportedType, type);
    return outcome;
}

/// OpenSSH's own format ("openssh-key-v1", PROTOCOL.key).
Outcome readOpenSsh(QByteArrayView armoured, const Secret* passphrase)
{
    // Decoded by hand: no QByteArray may hold an unencrypted key.
    Secret decoded = Secret::ofSize(armoured.size());
    const std::unique_ptr<EVP_ENCODE_CTX, Deleter<EVP_ENCODE_CTX_free>> decoder(EVP_ENCODE_CTX_new());
    int size = 0;
    int rest = 0;
    auto* out = reinterpret_cast<unsigned char*>(decoded.data());
    EVP_DecodeInit(decoder.get());
    if (EVP_DecodeUpdate(decoder.get(), out, &size, unsignedBytes(armoured), int(armoured.size())) < 0 ||
        EVP_DecodeFinal(decoder.get(), out + size, &rest) < 0)
        return {};
    decoded.truncate(size + rest);

    constexpr QByteArrayView magic("openssh-key-v1", 15); // with its NUL
    SshReader in(decoded.view());
    if (in.take(magic.size()) != magic)
        return {};
    const QByteArrayView cipherName = in.string();
    const QByteArrayView derivation = in.string();
    SshReader options(in.string());
    const quint32 keys = in.number();
    (void)in.string(); // the public half
    const QByteArrayView part = in.string();
    if (!in.ok() || keys != 1)
        return {};
    if (cipherName == "none")
        return readSecretPart(part, false);
    const auto cipher =
        std::find_if(ciphers.begin(), ciphers.end(), [&](const Cipher& c) { return c.name == cipherName; });
    if (cipher == ciphers.end() || derivation != "bcrypt")
        return failed(Trouble::UnsupportedCipher, cipherName);
    const QByteArrayView salt = options.string();
    const quint32 rounds = options.number();
    constexpr quint32 mostRounds = 10'000; // a minute: more can only be a damaged file
    if (!options.ok() || rounds == 0 || rounds > mostRounds || part.size() % cipher->blockSize != 0)
        return {};
    if (!passphrase)
        return failed(Trouble::NeedsPassphrase);
    const Secret keyAndIv = bcryptPbkdf(*passphrase, salt, rounds, cipher->keySize + cipher->ivSize);
    const auto plain = decrypted(*cipher, keyAndIv, part, in.take(cipher->tagSize));
    return plain ? readSecretPart(plain->view(), true) : failed(Trouble::WrongPassphrase);
}

/// What OpenSSL reads by itself: PKCS#1, SEC1 and PKCS#8, encrypted or not.
Outcome readPem(const Secret& file, const Secret* passphrase)
{
    struct Ask {
        const Secret* passphrase;
        bool asked = false;
    } ask{passphrase};
    const auto give = [](char* buffer, int size, int, void* context) -> int {
        auto* question = static_cast<Ask*>(context);
        question->asked = true;
        if (!question->passphrase || question->passphrase->size() > size)
            return -1;
        std::copy_n(question->passphrase->data(), question->passphrase->size(), buffer);
        return int(question->passphrase->size());
    };
    const Bio bio(BIO_new_mem_buf(file.data(), int(file.size())));
    Key key = owned(PEM_read_bio_PrivateKey(bio.get(), nullptr, give, &ask));
    ERR_clear_error();
    if (key)
        return {key, {}, {}};
    if (ask.asked)
        return failed(passphrase ? Trouble::WrongPassphrase : Trouble::NeedsPassphrase);
    return {};
}

Outcome readAny(const Secret& file, const Secret* passphrase)
{
    const QByteArrayView text = file.view();
    constexpr QByteArrayView head("-----BEGIN OPENSSH PRIVATE KEY-----");
    constexpr QByteArrayView foot("-----END OPENSSH PRIVATE KEY-----");
    if (const qsizetype start = text.indexOf(head); start >= 0) {
        const qsizetype end = text.indexOf(foot, start);
        const qsizetype body = start + head.size();
        return end < 0 ? Outcome{} : readOpenSsh(text.sliced(body, end - body), passphrase);
    }
    if (text.startsWith("PuTTY-User-Key-File"))
        return failed(Trouble::PuttyFormat);
    if (text.startsWith("ssh-") || text.startsWith("ecdsa-") || text.contains("BEGIN SSH2 PUBLIC KEY"))
        return failed(Trouble::PublicHalf);
    return readPem(file, passphrase);
}

/// OpenSSL gives ECDSA signatures as DER, SSH wants two mpints.
std::optional<QByteArray> ecdsaForSsh(const QByteArray& der)
{
    const unsigned char* at = unsignedBytes(der);
    const EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    if (!signature)
        return std::nullopt;
    QByteArray out;
    putMpint(out, bytesOf(ECDSA_SIG_get0_r(signature.get())));
    putMpint(out, bytesOf(ECDSA_SIG_get0_s(signature.get())));
    return out;
}

/// The digest that goes with a signature algorithm of SSH; null: none of its own (Ed25519).
struct Algorithm {
    QByteArrayView name;
    const EVP_MD* (*digest)();
};
constexpr std::array<Algorithm, 6> algorithms = {{
    {"rsa-sha2-512", EVP_sha512},
    {"rsa-sha2-256", EVP_sha256},
    {"ssh-rsa", EVP_sha1},
    {"ecdsa-sha2-nistp256", EVP_sha256},
    {"ecdsa-sha2-nistp384", EVP_sha384},
    {"ecdsa-sha2-nistp521", EVP_sha512},
}};

} // namespace

PrivateKey::Reading PrivateKey::read(const Secret& file, const Secret* passphrase)
{
    Outcome outcome = readAny(file, passphrase);
    if (!outcome.key)
        return {std::nullopt, outcome.trouble, outcome.detail};
    PrivateKey key;
    key.m_publicBlob = publicBlobOf(outcome.key.get());
    key.m_key = std::move(outcome.key);
    if (key.m_publicBlob.isEmpty())
        return {std::nullopt, Trouble::UnsupportedType,
                QString::fromLatin1(EVP_PKEY_get0_type_name(key.m_key.get()))};
    return {std::move(key), {}, {}};
}

QByteArray PrivateKey::type() const
{
    return SshReader(m_publicBlob).string().toByteArray();
}

std::optional<QByteArray> PrivateKey::sign(const QByteArray& algorithm, QByteArrayView data) const
{
    const auto it = std::find_if(algorithms.begin(), algorithms.end(),
                                 [&](const Algorithm& a) { return a.name == algorithm; });
    const EVP_MD* digest = it == algorithms.end() ? nullptr : it->digest();
    const DigestContext context(EVP_MD_CTX_new());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, unsignedBytes(data), size_t(data.size())) != 1)
        return std::nullopt;
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       unsignedBytes(data), size_t(data.size())) != 1)
        return std::nullopt;
    signature.truncate(qsizetype(size));
    return algorithm.startsWith("ecdsa-") ? ecdsaForSsh(signature) : signature;
}

} // namespace ruw
