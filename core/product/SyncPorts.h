#pragma once

#include "core/product/ProductVersion.h"

#include <QList>
#include <QString>

#include <optional>

namespace ruw {

/// What a sync port carries (FAQ 2578).
enum class SyncChannel { Settings, Report, SavedMail, Eweb, Quarantine, Pop, SmtpClient };

/// One row of the FAQ's list of sync ports.
struct SyncPort {
    QString key;         ///< key in mf_replica.def; `REPLICA_SERVER_*` for the settings port
    int defaultPort = 0; ///< the FAQ's number; the file wins over it
    SyncChannel channel;
    std::optional<ProductVersion>
        since; ///< first version that uses it; none: every version (our reading of the FAQ)

    bool isSettings() const { return channel == SyncChannel::Settings; }
    bool usedBy(const ProductVersion& version) const { return !since || version >= *since; }
};

/// Which side of an upgrade needs a port.
enum class NeededBy { Neither, Source, Target, Both };
QString neededByCode(NeededBy neededBy); ///< "source" / "target" / "both"; empty for Neither

/// The table of sync ports: the one place that knows it. Settings port first, then by number.
const QList<SyncPort>& syncPorts();
/// The row of a key (`REPLICA_SERVER_3` and `REPLICA_SERVER_*` find the settings port), or null. Case counts.
const SyncPort* syncPortOfKey(const QString& key);
/// The key under which the settings port stands in tables: "REPLICA_SERVER_*".
QString settingsPortKey();
/// What needs the port in an upgrade from source to target.
NeededBy neededBy(const SyncPort& port, const ProductVersion& source, const ProductVersion& target);
/// "14042-14047, 14083": runs of three and more ports drawn together.
QString portRanges(QList<int> ports);
/// What the channel carries, for people.
Text channelText(SyncChannel channel);

} // namespace ruw
