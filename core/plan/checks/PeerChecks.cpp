#include "core/base/Quote.h"
#include "core/plan/checks/AddressKey.h"
#include "core/plan/checks/Check.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

/// Who is named by whom, by sync address.
struct PeerMap {
    QMap<QString, QString> nodeOfKey;     ///< sync address -> node
    bool someNodeByName = false;          ///< a sync address is a host name
    QMap<QString, QSet<QString>> namedBy; ///< node -> nodes that its config names
    QSet<QString> nodesWithUnknownPeers;

    explicit PeerMap(const SiteFacts& facts)
    {
        for (const NodeFacts& node : facts.nodes) {
            for (const QString& address : node.node.effectiveSyncAddresses()) {
                const AddressKey key = addressKey(address);
                if (!nodeOfKey.contains(key.key)) // twice: same-address-twice says so
                    nodeOfKey.insert(key.key, node.node.name);
                someNodeByName |= key.isName;
            }
        }
    }
};

struct UnknownPeer {
    AddressKey key;
    QString shown;
    QStringList nodes;
    QString path;
    int line = 0;
};

Noted unknownPeerNote(const UnknownPeer& peer, bool someNodeByName)
{
    const bool comparable = !peer.key.isName && !someNodeByName;
    const Text message =
        comparable ? Text::tr("The peer %1 (in the config of %2) is none of the sync addresses of this "
                              "site's nodes. A server that "
                              "is not upgraded with the others would sync between different versions.")
                         .arg(shownSafely(peer.shown))
                         .arg(shownNames(peer.nodes))
                   : Text::tr("The peer %1 (in the config of %2) can't be matched with a node: host names "
                              "can't be compared with "
                              "addresses. A server that is not upgraded with the others would sync between "
                              "different versions.")
                         .arg(shownSafely(peer.shown))
                         .arg(shownNames(peer.nodes));
    const Text remedy = comparable
                            ? Text::tr("Add the address to the sync addresses of the node that it belongs "
                                       "to, or enter the missing "
                                       "node, or remove the peer from the config if that server is gone.")
                            : Text::tr("Add it, exactly as the config has it, to the sync addresses of the "
                                       "node that it stands for, "
                                       "or enter the missing node.");
    Noted noted = note(u"peer-unknown"_s, peer.nodes, message, remedy);
    if (peer.nodes.size() == 1) {
        noted.finding.path = peer.path;
        noted.finding.line = peer.line;
    }
    return noted;
}

} // namespace

QList<Noted> peerChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    PeerMap map(facts);
    QList<UnknownPeer> unknown;
    for (const NodeFacts& node : facts.nodes) {
        if (!node.survey.config || node.survey.config->peers().isEmpty())
            continue; // no peers at all: the reader says so (config-no-peers)
        const QString& name = node.node.name;
        QSet<QString>& namedHere = map.namedBy[name];
        for (const ReplicaConfig::Peer& peer : node.survey.config->peers()) {
            const AddressKey key = addressKey(peer.host);
            if (const auto known = map.nodeOfKey.constFind(key.key); known != map.nodeOfKey.constEnd()) {
                namedHere.insert(*known);
                continue;
            }
            map.nodesWithUnknownPeers.insert(name);
            auto same = std::find_if(unknown.begin(), unknown.end(),
                                     [&](const UnknownPeer& u) { return u.key == key; });
            if (same == unknown.end()) {
                unknown.append({key, peer.host, {}, node.survey.configPath, peer.line});
                same = unknown.end() - 1;
            }
            if (!same->nodes.contains(name))
                same->nodes.append(name);
        }
    }
    for (const UnknownPeer& peer : std::as_const(unknown))
        out.append(unknownPeerNote(peer, map.someNodeByName));

    // Which peers a config has to name is not documented. A slave that names only the master may well be
    // right, so slaves are missed only in configs that name other slaves.
    QStringList without;
    QList<Text> lines;
    for (const NodeFacts& node : facts.nodes) {
        const QString& name = node.node.name;
        if (!map.namedBy.contains(name) || map.nodesWithUnknownPeers.contains(name))
            continue;
        const QSet<QString>& seen = map.namedBy[name];
        const bool namesSlaves =
            std::any_of(facts.nodes.begin(), facts.nodes.end(), [&](const NodeFacts& other) {
                return other.node.name != name && !other.node.isMaster() && seen.contains(other.node.name);
            });
        const QStringList missing = namesWhere(facts, [&](const NodeFacts& other) {
            if (other.node.name == name || seen.contains(other.node.name))
                return false;
            return node.node.isMaster() || other.node.isMaster() || namesSlaves;
        });
        if (missing.isEmpty())
            continue;
        without.append(name);
        lines.append(
            Text::tr("The config of %1 does not name: %2.").arg(shownSafely(name)).arg(shownNames(missing)));
    }
    if (!lines.isEmpty()) {
        out.append(note(
            u"peer-missing"_s, without, Text::lines(lines),
            Text::tr("Check that these nodes take part in settings sync and that their sync addresses are "
                     "right. Which peers a config has to name is not documented.")));
    }
    return out;
}

} // namespace ruw::checks
