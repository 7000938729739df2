#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace ruw {

/// known_hosts as OpenSSH keeps and reads it (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): plain and hashed names,
/// `[host]:port`, several keys a host, wildcards, negation, `@revoked`, comments. `@cert-authority` lines are passed over:
/// host certificates are not supported here. libssh2's own reader ignores half of this.
class KnownHosts {
public:
    enum class Match {
        Known,
        Unknown,   ///< nothing is stored for this host
        OtherType, ///< keys of other types are stored, none of this type
        Changed,   ///< another key of the same type is stored
        Revoked    ///< this very key is marked @revoked
    };

    static KnownHosts parse(const QByteArray& bytes);
    /// Reads the files one after the other; one that does not exist counts as empty. Error: file-unreadable and the
    /// other errors of readWholeFile().
    static Result<KnownHosts> read(const QStringList& paths);

    /// `key`: the host key as it came over the wire.
    Match match(const QString& host, int port, const QByteArray& key) const;
    /// Types of the stored keys for this host, in the order of the file: they are to be asked for first, or a host with
    /// several keys shows one that isn't stored, and looks changed.
    QStringList keyTypes(const QString& host, int port) const;
    /// Whether new entries are to be written hashed: as the file's last entry is.
    bool isHashed() const { return m_hashed; }

    /// "host", or "[host]:port" where the port is not 22.
    static QString entryName(const QString& host, int port);
    /// The line that stores a key, without a line end.
    static QByteArray line(const QString& host, int port, const QByteArray& key, bool hashed);
    /// Appends a key to the file: written aside, then renamed. A missing file (and its folder) is made, readable by its
    /// owner alone.
    static Status add(const QString& path, const QString& host, int port, const QByteArray& key);

    /// "SHA256:..." as OpenSSH shows it.
    static QString fingerprint(const QByteArray& key);
    /// The type that stands in the key itself: "ssh-ed25519".
    static QString keyType(const QByteArray& key);
    /// The user's own file.
    static QString defaultPath();
    /// The machine's file, read beside the user's own and never written.
    static QString systemPath();

private:
    struct Entry {
        QByteArray names;
        QByteArray key;
        bool revoked = false;
    };
    static bool matches(const QByteArray& names, const QByteArray& name);

    QList<Entry> m_entries;
    bool m_hashed = false;
};

} // namespace ruw
