#pragma once

#include <QByteArray>
#include <QString>

namespace ruw {

/// The key that says whether data sync is on.
inline constexpr QLatin1StringView dataSyncKey{"ENABLE_REP_DATA"};

/// An entry of a replica config with its place.
struct ConfigEntry {
    QString key;
    QByteArray value;
    int line = 0; ///< 1-based
};

/// What an entry is for, as far as the FAQ tells.
enum class KeyRole { Peer, Port, Switch, MiscasedKnown, Unknown };
KeyRole roleOf(const ConfigEntry& entry);
/// `REPLICA_SERVER_` with a suffix that is no number.
bool isOddPeerKey(const QString& key);

/// ON or OFF, exactly as the FAQ writes them.
bool isSwitch(const QByteArray& value);
/// What would be the value if the text behind it were a comment; empty where there is none.
QByteArray beforeTrailingComment(const QByteArray& value);

} // namespace ruw
