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
///
/// Where the FAQ is silent the careful side is taken:
/// - A comment is a line that starts with `#` (blanks before it allowed). Whether the product takes `# note`
/// behind a
///   value as a comment is not known, so all behind `=` is the value: `OFF # note` is no valid switch, `14043
///   # note` no valid port, and the finding says so.
/// - Keys and `ON` / `OFF` count exactly as the FAQ writes them; another case is reported, never taken for
/// the same.
/// - Which line counts where a key stands twice is not known: both are reported. Values that differ make the
/// switch
///   Invalid and a data port unknown; peers are all taken into account.
/// - `REPLICA_SERVER_` with a suffix that is no number counts as a peer where its value reads as
/// `address:port`, else
///   as an unknown key.
class ReplicaConfig {
public:
    enum class DataSync { On, Off, Unset, Invalid };
    static constexpr qint64 sizeLimit = 1024 * 1024;

    /// One physical line with its own line end, as read.
    struct Line {
        enum class Kind { Blank, Comment, Entry, Unreadable };
        Kind kind = Kind::Blank;
        QByteArray bytes;    ///< the whole line without its end (and without the file's byte order mark)
        QByteArray lineEnd;  ///< "\n", "\r\n", "\r" or empty (last line)
        QByteArray key;      ///< entries only
        QByteArray value;    ///< entries only, trimmed of blanks and tabs
        int valueOffset = 0; ///< where the value starts in `bytes`
    };

    /// A peer as `REPLICA_SERVER_n = host:port` names it. IPv6 stands in brackets. A line whose host can't be
    /// read gives no peer, but a finding.
    struct Peer {
        QString key;
        QString host;             ///< address or host name as written, without brackets
        int port = 0;             ///< 0: the file's port is invalid (config-invalid-port is a blocker)
        bool portFromFile = true; ///< false: the FAQ's default, the file gives none
        int line = 0;             ///< 1-based
        friend bool operator==(const Peer&, const Peer&) = default;
    };

    /// A number that the file gives, or that we assume from the FAQ where the key is absent.
    struct Port {
        QString key;
        std::optional<int> port; ///< none: the file's value is invalid, or two lines of it differ
        bool fromFile = false;
        int line = 0; ///< 1-based; 0 where assumed
        friend bool operator==(const Port&, const Port&) = default;
    };

    /// Takes the file's bytes. Errors: config-empty (nothing but blanks or a byte order mark),
    /// config-too-large, config-binary (a NUL byte, more than a tenth control characters, or UTF-16).
    /// Anything else parses; what is wrong in it stands in findings().
    static Result<ReplicaConfig> parse(const QByteArray& bytes);

    QByteArray toBytes() const;
    const QList<Line>& lines() const { return m_lines; }
    TextEncoding encoding() const { return m_encoding; }
    /// Line `number` (1-based) decoded for display; empty where there is no such line.
    QString lineText(int number) const;
    QString sha256() const; ///< of toBytes(), lower-case hex

    DataSync dataSync() const { return m_dataSync; }
    int dataSyncLine() const { return m_dataSyncLine; } ///< 1-based, the first one; 0 where unset
    const QList<Peer>& peers() const { return m_peers; }
    /// First one settings entry (key `REPLICA_SERVER_*`) for each distinct number, in the order of the file,
    /// and one for each line whose port can't be read; without any peer line the settings port is the FAQ's
    /// default, assumed. Then exactly one entry for each data port of the table (syncPorts()), in its order.
    const QList<Port>& ports() const { return m_ports; }

    /// What is wrong or worth knowing, with lines; node and path are left empty for the caller to fill.
    /// Blockers: config-invalid-port (a warning on data ports while data sync is OFF),
    /// config-invalid-address. Warnings: config-duplicate-key (blocker where the numbers of a data port
    /// differ, unless data sync is OFF; info on unknown keys), config-invalid-switch, config-data-sync-unset,
    /// config-unreadable-line, config-no-peers, config-port-twice (two keys share a number),
    /// config-peer-twice, config-key-case. Info: config-unknown-key, config-peer-key (a suffix that is no
    /// number), config-port-assumed, config-encoding-unknown.
    const QList<Finding>& findings() const { return m_findings; }
    /// There are lines other than comments, and none of them names anything that the FAQ lists: a file of another kind, such
    /// as JSON. What of it parses is worth nothing.
    bool isOfAnotherKind() const { return m_isOfAnotherKind; }

    /// A copy with the key's value replaced in place (comments, blanks and line ends stay; every line of the
    /// key where it stands several times), or appended at the end in the file's most frequent line end. Takes
    /// an ASCII key and an ASCII value without control characters; with anything else the copy is unchanged,
    /// so that nothing can slip in.
    ReplicaConfig withValue(const QByteArray& key, const QByteArray& value) const;

private:
    static ReplicaConfig fromText(const QByteArray& bytes);
    void interpret();

    QList<Line> m_lines;
    TextEncoding m_encoding = TextEncoding::Ascii;
    bool m_bom = false;
    DataSync m_dataSync = DataSync::Unset;
    int m_dataSyncLine = 0;
    QList<Peer> m_peers;
    QList<Port> m_ports;
    QList<Finding> m_findings;
    bool m_isOfAnotherKind = false;
};

QString dataSyncCode(ReplicaConfig::DataSync dataSync); ///< "on" "off" "unset" "invalid"

} // namespace ruw
