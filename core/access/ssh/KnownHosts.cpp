#include "core/access/ssh/KnownHosts.h"

#include "core/access/ssh/SshBytes.h"
#include "core/base/SafeFile.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 fileLimit = 16 * 1024 * 1024;
constexpr int sshPort = 22;

QByteArray nameHash(const QByteArray& name, const QByteArray& salt)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    (void)::HMAC(EVP_sha1(), salt.constData(), int(salt.size()),
                 reinterpret_cast<const unsigned char*>(name.constData()), size_t(name.size()), mac.data(),
                 &size);
    return QByteArray(reinterpret_cast<const char*>(mac.data()), qsizetype(size));
}

/// `*` and `?` as in OpenSSH's patterns: nothing else is special.
bool matchesPattern(QByteArrayView pattern, QByteArrayView name)
{
    qsizetype p = 0;
    qsizetype n = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace

KnownHosts KnownHosts::parse(const QByteArray& bytes)
{
    KnownHosts hosts;
    for (const QByteArray& raw : bytes.split('\n')) {
        QList<QByteArray> words = raw.simplified().split(' ');
        if (words.first().isEmpty() || words.first().startsWith('#'))
            continue;
        QByteArray marker;
        if (words.first().startsWith('@'))
            marker = words.takeFirst();
        // An entry of SSH 1 (bits, exponent, modulus) has no key type that stands in the key: passed over like any
        // other line that makes no sense.
        if (words.size() < 3 || (!marker.isEmpty() && marker != "@revoked"))
            continue;
        const QByteArray key = QByteArray::fromBase64(words[2]);
        if (keyType(key).toLatin1() != words[1])
            continue;
        hosts.m_entries.append({words[0], key, marker == "@revoked"});
        hosts.m_hashed = words[0].startsWith("|1|");
    }
    return hosts;
}

Result<KnownHosts> KnownHosts::read(const QStringList& paths)
{
    QByteArray all;
    for (const QString& path : paths) {
        if (!QFileInfo::exists(path))
            continue;
        const auto bytes = readWholeFile(path, fileLimit);
        if (!bytes)
            return bytes.error();
        all += *bytes + '\n';
    }
    return parse(all);
}

bool KnownHosts::matches(const QByteArray& names, const QByteArray& name)
{
    if (names.startsWith("|1|")) {
        const QList<QByteArray> parts = names.split('|'); // "", "1", salt, hash
        return parts.size() == 4 &&
               nameHash(name, QByteArray::fromBase64(parts[2])) == QByteArray::fromBase64(parts[3]);
    }
    bool found = false;
    for (const QByteArray& pattern : names.toLower().split(',')) {
        if (pattern.startsWith('!')) {
            if (matchesPattern(QByteArrayView(pattern).sliced(1), name))
                return false;
        } else if (matchesPattern(pattern, name)) {
            found = true;
        }
    }
    return found;
}

KnownHosts::Match KnownHosts::match(const QString& host, int port, const QByteArray& key) const
{
    const QByteArray name = entryName(host, port).toUtf8();
    const QByteArray bare = entryName(host, sshPort).toUtf8();
    const QString type = keyType(key);
    bool known = false;
    bool sameType = false;
    bool otherType = false;
    bool knownBare = false;
    bool revokedBare = false;
    for (const Entry& entry : m_entries) {
        const bool here = matches(entry.names, name);
        if (entry.revoked) {
            if (entry.key == key && here)
                return Match::Revoked;
            revokedBare = revokedBare || (entry.key == key && matches(entry.names, bare));
            continue;
        }
        if (here) {
            known = known || entry.key == key;
            const bool same = keyType(entry.key) == type;
            sameType = sameType || same;
            otherType = otherType || !same;
        } else if (entry.key == key) {
            knownBare = knownBare || matches(entry.names, bare);
        }
    }
    if (known)
        return Match::Known;
    if (sameType)
        return Match::Changed;
    // As OpenSSH does: the same key stored for the bare name vouches for another port, but a different key there says
    // nothing (often another machine behind the same address).
    if (knownBare)
        return revokedBare ? Match::Revoked : Match::Known;
    return otherType ? Match::OtherType : Match::Unknown;
}

QStringList KnownHosts::keyTypes(const QString& host, int port) const
{
    QStringList types;
    for (const QByteArray& name : {entryName(host, port).toUtf8(), entryName(host, sshPort).toUtf8()}) {
        for (const Entry& entry : m_entries) {
            const QString type = keyType(entry.key);
            if (!entry.revoked && !types.contains(type) && matches(entry.names, name))
                types.append(type);
        }
        if (!types.isEmpty())
            break;
    }
    return types;
}

QString KnownHosts::entryName(const QString& host, int port)
{
    const QString name = host.toLower();
    return port == sshPort ? name : u"[%1]:%2"_s.arg(name).arg(port);
}

QByteArray KnownHosts::line(const QString& host, int port, const QByteArray& key, bool hashed)
{
    QByteArray name = entryName(host, port).toUtf8();
    if (hashed) {
        QByteArray salt(20, '\0');
        (void)RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), int(salt.size()));
        name = "|1|" + salt.toBase64() + '|' + nameHash(name, salt).toBase64();
    }
    return name + ' ' + keyType(key).toLatin1() + ' ' + key.toBase64();
}

Status KnownHosts::add(const QString& path, const QString& host, int port, const QByteArray& key)
{
    const bool isNew = !QFileInfo::exists(path);
    QByteArray bytes;
    if (isNew) {
        const QString folder = QFileInfo(path).absolutePath();
        if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    } else {
        const auto old = readWholeFile(path, fileLimit);
        if (!old)
            return old.error();
        bytes = *old;
        if (!bytes.isEmpty() && !bytes.endsWith('\n'))
            bytes += '\n';
    }
    bytes += line(host, port, key, parse(bytes).isHashed()) + '\n';
    const Status written = writeWholeFile(path, bytes);
    if (written && isNew)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return written;
}

QString KnownHosts::fingerprint(const QByteArray& key)
{
    std::array<char, 32> digest{};
    (void)EVP_Digest(key.constData(), size_t(key.size()), reinterpret_cast<unsigned char*>(digest.data()),
                     nullptr, EVP_sha256(), nullptr);
    return u"SHA256:"_s +
           QString::fromLatin1(
               QByteArray(digest.data(), qsizetype(digest.size())).toBase64(QByteArray::OmitTrailingEquals));
}

QString KnownHosts::keyType(const QByteArray& key)
{
    return QString::fromLatin1(SshReader(key).string());
}

QString KnownHosts::defaultPath()
{
    return QDir::home().filePath(u".ssh/known_hosts"_s);
}

QString KnownHosts::systemPath()
{
    return u"/etc/ssh/ssh_known_hosts"_s;
}

} // namespace ruw
