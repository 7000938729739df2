#include "core/access/ssh/BcryptPbkdf.h"

#include <openssl/bn.h>
#include <openssl/evp.h>

#include <QtEndian>

#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace ruw {

namespace {

/// Blowfish's first state: 18 subkeys and four boxes of 256 words.
struct Blowfish {
    std::array<quint32, 18> subkeys;
    std::array<quint32, 4 * 256> boxes;
};

struct BigNumberDeleter {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
using BigNumber = std::unique_ptr<BIGNUM, BigNumberDeleter>;

/// arctan(1/x) as a fixed-point number with that many binary digits: 1/x - 1/3x^3 + 1/5x^5 - ...
BigNumber arctanOfInverse(unsigned x, int digits)
{
    BigNumber sum(BN_new());
    BigNumber power(BN_new());
    BigNumber term(BN_new());
    (void)BN_set_bit(power.get(), digits);
    (void)BN_div_word(power.get(), x);
    for (unsigned odd = 1; !BN_is_zero(power.get()); odd += 2) {
        (void)BN_copy(term.get(), power.get());
        (void)BN_div_word(term.get(), odd);
        if (odd % 4 == 1)
            (void)BN_add(sum.get(), sum.get(), term.get());
        else
            (void)BN_sub(sum.get(), sum.get(), term.get());
        (void)BN_div_word(power.get(), x * x);
    }
    return sum;
}

/// Blowfish starts from the binary digits of pi behind the point. They are computed (Machin's formula, once, some 50 ms)
/// rather than typed in: a table of a thousand numbers can't be reviewed.
const Blowfish& firstState()
{
    static const Blowfish state = [] {
        constexpr int words = 18 + 4 * 256;
        constexpr int guard = 64; // swallows the rounding of the divisions
        BigNumber pi = arctanOfInverse(5, words * 32 + guard);
        const BigNumber small = arctanOfInverse(239, words * 32 + guard);
        (void)BN_mul_word(pi.get(), 16);
        (void)BN_mul_word(small.get(), 4);
        (void)BN_sub(pi.get(), pi.get(), small.get());
        (void)BN_rshift(pi.get(), pi.get(), guard);
        (void)BN_mask_bits(pi.get(), words * 32);
        std::vector<unsigned char> bytes(words * 4);
        (void)BN_bn2binpad(pi.get(), bytes.data(), int(bytes.size()));
        Blowfish out;
        for (size_t i = 0; i < out.subkeys.size(); ++i)
            out.subkeys[i] = qFromBigEndian<quint32>(&bytes[i * 4]);
        for (size_t i = 0; i < out.boxes.size(); ++i)
            out.boxes[i] = qFromBigEndian<quint32>(&bytes[(18 + i) * 4]);
        return out;
    }();
    return state;
}

void encipher(const Blowfish& state, quint32& left, quint32& right)
{
    const auto mix = [&state](quint32 x) {
        const auto& box = state.boxes;
        return ((box[x >> 24] + box[256 + (x >> 16 & 0xff)]) ^ box[512 + (x >> 8 & 0xff)]) +
               box[768 + (x & 0xff)];
    };
    left ^= state.subkeys[0];
    for (size_t round = 1; round <= 16; round += 2) {
        right ^= mix(left) ^ state.subkeys[round];
        left ^= mix(right) ^ state.subkeys[round + 1];
    }
    const quint32 swapped = right ^ state.subkeys[17];
    right = left;
    left = swapped;
}

using Digest = std::array<unsigned char, 64>;

/// Reads words from a digest, starting over at its end.
class WordStream {
public:
    explicit WordStream(const Digest& digest) : m_digest(digest) {}
    quint32 next()
    {
        const quint32 word = qFromBigEndian<quint32>(&m_digest[m_at]);
        m_at = (m_at + 4) % m_digest.size();
        return word;
    }

private:
    const Digest& m_digest;
    size_t m_at = 0;
};

/// The key schedule; with a salt, its words are mixed into every step.
void expand(Blowfish& state, const Digest& key, const Digest* salt)
{
    WordStream keyWords(key);
    for (quint32& subkey : state.subkeys)
        subkey ^= keyWords.next();
    static const Digest nothing{};
    WordStream saltWords(salt ? *salt : nothing);
    quint32 left = 0;
    quint32 right = 0;
    const auto refill = [&](auto& words) {
        for (size_t i = 0; i < words.size(); i += 2) {
            left ^= saltWords.next();
            right ^= saltWords.next();
            encipher(state, left, right);
            words[i] = left;
            words[i + 1] = right;
        }
    };
    refill(state.subkeys);
    refill(state.boxes);
}

using Block = std::array<unsigned char, 32>;

Block bcryptHash(const Digest& pass, const Digest& salt)
{
    Blowfish state = firstState();
    expand(state, pass, &salt);
    for (int i = 0; i < 64; ++i) {
        expand(state, salt, nullptr);
        expand(state, pass, nullptr);
    }
    constexpr char magic[] = "OxychromaticBlowfishSwatDynamite";
    std::array<quint32, 8> words;
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = qFromBigEndian<quint32>(magic + i * 4);
    for (size_t i = 0; i < words.size(); i += 2) {
        for (int round = 0; round < 64; ++round)
            encipher(state, words[i], words[i + 1]);
    }
    Block out;
    for (size_t i = 0; i < words.size(); ++i)
        qToLittleEndian(words[i], &out[i * 4]);
    wipe(&state, sizeof state);
    return out;
}

Digest sha512(QByteArrayView bytes)
{
    Digest digest{};
    (void)EVP_Digest(bytes.data(), size_t(bytes.size()), digest.data(), nullptr, EVP_sha512(), nullptr);
    return digest;
}

} // namespace

Secret bcryptPbkdf(const Secret& passphrase, QByteArrayView salt, quint32 rounds, qsizetype size)
{
    Secret key = Secret::ofSize(size);
    Digest pass = sha512(passphrase.view());
    const qsizetype stride = (size + qsizetype(sizeof(Block)) - 1) / qsizetype(sizeof(Block));
    const qsizetype perBlock = (size + stride - 1) / stride;
    qsizetype left = size;
    for (quint32 count = 1; left > 0; ++count) {
        QByteArray countedSalt = salt.toByteArray();
        char number[4];
        qToBigEndian(count, number);
        countedSalt.append(number, 4);
        Block step = bcryptHash(pass, sha512(countedSalt));
        Block out = step;
        for (quint32 round = 1; round < rounds; ++round) {
            step = bcryptHash(pass, sha512(QByteArrayView(step.data(), qsizetype(step.size()))));
            for (size_t i = 0; i < out.size(); ++i)
                out[i] = static_cast<unsigned char>(out[i] ^ step[i]);
        }
        // The output is spread over the key, not laid end to end.
        qsizetype used = 0;
        for (; used < std::min(perBlock, left); ++used) {
            const qsizetype target = used * stride + qsizetype(count - 1);
            if (target >= size)
                break;
            key.data()[target] = char(out[size_t(used)]);
        }
        left -= used;
        wipe(step.data(), step.size());
        wipe(out.data(), out.size());
    }
    wipe(pass.data(), pass.size());
    return key;
}

} // namespace ruw
