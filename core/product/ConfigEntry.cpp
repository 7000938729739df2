#include "core/product/ConfigEntry.h"

#include "core/product/PeerAddress.h"
#include "core/product/SyncPorts.h"

using namespace Qt::StringLiterals;

namespace ruw {

bool isOddPeerKey(const QString& key)
{
    return key.startsWith("REPLICA_SERVER_"_L1) && !syncPortOfKey(key);
}

KeyRole roleOf(const ConfigEntry& entry)
{
    const QString& key = entry.key;
    if (key == dataSyncKey)
        return KeyRole::Switch;
    if (const SyncPort* port = syncPortOfKey(key))
        return port->isSettings() ? KeyRole::Peer : KeyRole::Port;
    if (isOddPeerKey(key)) {
        const PeerAddress address = parsePeerAddress(entry.value);
        return !address.host.isEmpty() && address.port ? KeyRole::Peer : KeyRole::Unknown;
    }
    const QString upper = key.toUpper();
    const bool known = upper == dataSyncKey || syncPortOfKey(upper);
    return known ? KeyRole::MiscasedKnown : KeyRole::Unknown;
}

QByteArray beforeTrailingComment(const QByteArray& value)
{
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == '#' && (value[i - 1] == ' ' || value[i - 1] == '\t'))
            return value.first(i).trimmed();
    }
    return {};
}

bool isSwitch(const QByteArray& value)
{
    return value == "ON" || value == "OFF";
}

} // namespace ruw
