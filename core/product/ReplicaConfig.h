#pragma once

#include "core/base/Result.h"
#include "core/product/SyncPorts.h"
#include "core/product/TextEncoding.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ruw {

/// `<install dir>/conf/mf_replica.def`: KEY = VALUE lines, # comments (FAQ 2578).
/// Lossless: toBytes() gives the very bytes that were parsed, whatever they were.
class ReplicaConfig {
public:
    enum class DataSync { On, Off, Unset, Invalid };
    static constexpr qint64 sizeLimit = 1024 * 1024;

    /// One physical line with its own line end, as read.
    struct Line {
        enum class Kind { Blank, Comment, Entry, Unreadable };
        Kind kind = Kind::Blank;
        QByteArray bytes;   ///< the whole line without its end
        QByteArray lineEnd; ///< "\n", "\r\n", "\r" or empty (last line)
        QByteArray key;     ///< entries only
        QByteArray value;   ///< entries only, trimmed of blanks and tabs
        int valueOffset = 0; ///< where the value starts in `bytes`
    };

    /// A peer as `REPLICA_SERVER_n = host:port` names it. IPv6 stands in brackets.
    struct Peer {
        QString key;
        QString host; ///< address or host name, without brackets
        int port = 0;
        bool portFromFile = true; ///< false: the FAQ's default, the file gives none
        int line = 0; ///< 1-based
        friend bool operator==(const Peer&, const Peer&) = default;
    };

    /// A number that the file gives, or that we assume from the FAQ where the key is absent.
    struct Port {
        QString key;
        std::optional<int> port; ///< none: the file's value is invalid
        bool fromFile = false;
        int line = 0; ///< 1-based; 0 where assumed
        friend bool operator==(const Port&, const Port&) = default;
    };

    /// Takes the file's bytes. Errors: config-empty, config-too-large, config-binary (a NUL byte or mostly control
    /// characters). Anything else parses; what is wrong in it stands in findings().
    static Result<ReplicaConfig> parse(const QByteArray& bytes);

    QByteArray toBytes() const;
    const QList<Line>& lines() const { return m_lines; }
    TextEncoding encoding() const { return m_encoding; }
    /// Line `number` (1-based) decoded for display.
    QString lineText(int number) const;
    QString sha256() const;

    DataSync dataSync() const { return m_dataSync; }
    int dataSyncLine() const { return m_dataSyncLine; } ///< 1-based, 0 where unset
    const QList<Peer>& peers() const { return m_peers; }
    /// Every data port of the table (syncPorts()) plus one settings entry for each distinct number (key
    /// `REPLICA_SERVER_*`); without any peer the settings port is the FAQ's default, assumed.
    const QList<Port>& ports() const { return m_ports; }

    /// What is wrong or worth knowing, with lines; node and path are left empty for the caller to fill:
    /// config-duplicate-key, config-invalid-port, config-invalid-address, config-invalid-switch, config-unreadable-line,
    /// config-unknown-key (info), config-no-peers, config-port-assumed (info), config-data-sync-unset,
    /// config-encoding-unknown, config-port-twice (two keys share a number).
    const QList<Finding>& findings() const { return m_findings; }

    /// A copy with the key's value replaced in place (comments, blanks and line ends stay), or appended at the end in
    /// the file's own line end. Key and value must be ASCII without line breaks.
    ReplicaConfig withValue(const QByteArray& key, const QByteArray& value) const;

private:
    void interpret();

    QList<Line> m_lines;
    TextEncoding m_encoding = TextEncoding::Ascii;
    bool m_bom = false;
    DataSync m_dataSync = DataSync::Unset;
    int m_dataSyncLine = 0;
    QList<Peer> m_peers;
    QList<Port> m_ports;
    QList<Finding> m_findings;
};

QString dataSyncCode(ReplicaConfig::DataSync dataSync); ///< "on" "off" "unset" "invalid"

} // namespace ruw
