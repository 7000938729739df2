#include "core/site/SiteProposal.h"

#include "core/base/SafeFile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qsizetype longestName = 40;

/// Folders that say nothing of the node whose file lies in them.
bool isGenericFolder(const QString& folder)
{
    static const QRegularExpression generic(
        u"^(conf|config|etc|usr|local|opt|srv|var|mnt|media|tmp|temp|root|home|users|desktop|downloads?|"
        u"documents?"
        u"|digital arts|program files.*|m-?filter[ _-]*(ver\\.?)?[ _-]*\\d*|new folder.*|[a-z]:|[0-9._-]+"
        u"|デスクトップ|ダウンロード|ドキュメント|書類|新しいフォルダー.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return folder.isEmpty() || folder.contains(generic);
}

/// Fit for a name: nothing that can't be seen or that reorders text, no separators at the ends, not too long.
QString tidied(QString text)
{
    static const QRegularExpression unseen(u"[\\p{C}\\p{Zl}\\p{Zp}]+"_s);
    static const QRegularExpression ends(u"^[\\s._()\\[\\]-]+|[\\s._()\\[\\]-]+$"_s);
    text.replace(unseen, u"_"_s).remove(ends);
    text.truncate(longestName);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

/// The innermost folder that may name a node: "mf1" of /backup/mf1/usr/local/mfilter5/conf.
QString namingFolder(const QString& path)
{
    QStringList folders = QFileInfo(path).absolutePath().split(u'/', Qt::SkipEmptyParts);
    while (!folders.isEmpty()) {
        const QString folder = folders.takeLast();
        const bool isUsersHome =
            !folders.isEmpty() && (folders.last() == "home"_L1 || folders.last() == "Users"_L1);
        if (!isGenericFolder(folder) && !isUsersHome)
            return tidied(folder);
    }
    return {};
}

struct FileName {
    bool likeReplicaConfig = false; ///< it is called mf_replica.def, with or without an addition
    QString addition;               ///< what the name has beside "mf_replica" ("mf1" of mf_replica_mf1.def)
};

FileName fileNameOf(const QString& path)
{
    static const QRegularExpression vendorName(u"mf_replica(\\.def)?"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression suffix(u"\\.(def|txt|bak|old|orig|copy)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression copyMark(u"^(\\(?\\d+\\)|copy|コピー)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    QString name = QFileInfo(path).fileName();
    FileName out;
    out.likeReplicaConfig = name.contains(vendorName);
    name.remove(vendorName);
    while (name.contains(suffix))
        name.remove(suffix);
    name = name.trimmed();
    if (!name.contains(copyMark))
        out.addition = tidied(name);
    return out;
}

QStringList proposedNames(const QStringList& paths)
{
    QStringList folders;
    for (const QString& path : paths)
        folders.append(namingFolder(path));
    QStringList names;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        static const QRegularExpression digits(u"^\\d+$"_s);
        const FileName file = fileNameOf(paths[i]);
        const bool ownFolder = !folders[i].isEmpty() && folders.count(folders[i]) == 1;
        QString name;
        if (file.likeReplicaConfig && !file.addition.isEmpty())
            name = file.addition;
        else if (ownFolder)
            name = folders[i];
        else
            name = file.addition;
        if (name.isEmpty())
            name = u"node-%1"_s.arg(i + 1);
        else if (name.contains(digits))
            name.prepend(u"node-"_s);
        names.append(name.left(longestName));
    }
    return names;
}

/// Appends -2, -3 to what stands there already; upper and lower case do not tell two nodes apart.
void makeUnique(QStringList& names)
{
    QSet<QString> taken;
    for (QString& name : names) {
        QString unique = name;
        for (int n = 2; taken.contains(unique.toCaseFolded()); ++n) {
            const QString tail = u"-%1"_s.arg(n);
            unique = name.left(longestName - tail.size()) + tail;
        }
        name = unique;
        taken.insert(name.toCaseFolded());
    }
}

/// The hosts that a file names as peers, each once, in the file's order. A peer on the machine itself tells
/// nothing.
QStringList hostsIn(const ReplicaConfig& config)
{
    static const QStringList ownMachine{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    QStringList out;
    for (const ReplicaConfig::Peer& peer : config.peers()) {
        const QString host = peer.host.toLower();
        if (!host.isEmpty() && !out.contains(host) && !ownMachine.contains(host))
            out.append(host);
    }
    return out;
}

QStringList without(const QStringList& hosts, const QStringList& others)
{
    QStringList out;
    std::copy_if(hosts.begin(), hosts.end(), std::back_inserter(out),
                 [&](const QString& host) { return !others.contains(host); });
    return out;
}

/// Gives each file the address that is its node's, as far as the peers tell; empty where they do not.
QStringList proposedAddresses(const QList<QStringList>& hostsOfFiles)
{
    QStringList all;
    for (const QStringList& hosts : hostsOfFiles)
        all.append(without(hosts, all));

    // Files that name themselves as well all hold the same list: then the order is all there is to go by.
    // A single file names its peers, we assume: it tells nothing of its own node.
    if (hostsOfFiles.size() < 2)
        return QStringList(hostsOfFiles.size());
    const bool allTheSame = std::all_of(hostsOfFiles.begin(), hostsOfFiles.end(),
                                        [&](const QStringList& hosts) { return hosts.size() == all.size(); });
    if (allTheSame)
        return all.size() == hostsOfFiles.size() ? all : QStringList(hostsOfFiles.size());

    QStringList addresses(hostsOfFiles.size());
    QList<QStringList> candidates;
    for (const QStringList& hosts : hostsOfFiles)
        candidates.append(without(all, hosts));
    // As many files as candidates, the same for each of them: handed out in order, and gone for the others.
    // One file with one candidate is the plain case of it.
    for (bool found = true; found;) {
        found = false;
        for (const QStringList& group : QList<QStringList>(candidates)) {
            if (group.isEmpty() || candidates.count(group) != group.size())
                continue;
            qsizetype next = 0;
            for (qsizetype i = 0; i < candidates.size(); ++i) {
                if (candidates[i] == group) {
                    addresses[i] = group[next++];
                    candidates[i].clear();
                }
            }
            for (QStringList& rest : candidates)
                rest = without(rest, group);
            found = true;
            break;
        }
    }
    return addresses;
}

} // namespace

DroppedConfig readDroppedConfig(const QString& path)
{
    DroppedConfig out;
    out.path = QFileInfo(path).absoluteFilePath();
    const Result<QByteArray> bytes = readWholeFile(out.path, ReplicaConfig::sizeLimit);
    if (!bytes) {
        out.findings = {asFinding(bytes.error(), Severity::Blocker, {}, out.path)};
        return out;
    }
    const Result<ReplicaConfig> config = ReplicaConfig::parse(*bytes);
    if (!config) {
        out.findings = {asFinding(config.error(), Severity::Blocker, {}, out.path)};
        return out;
    }
    if (config->isOfAnotherKind()) { // its many odd lines would only hide that it is the wrong file
        out.findings = {
            {u"config-of-another-kind"_s, Severity::Blocker, {}, out.path, 0,
             Text::tr("The file names none of the settings of a replica config: it is a file of another kind."),
             Text::tr("Choose the file conf/mf_replica.def of the server, or a copy of it.")}};
        return out;
    }
    out.config = *config;
    out.findings = config->findings();
    for (Finding& finding : out.findings)
        finding.path = out.path;
    return out;
}

QList<Node> proposeNodes(const QList<DroppedConfig>& configs)
{
    QStringList paths;
    QList<QStringList> hosts;
    for (const DroppedConfig& dropped : configs) {
        const QString path = QDir::cleanPath(QFileInfo(dropped.path).absoluteFilePath());
        if (!dropped.config || paths.contains(path))
            continue;
        paths.append(path);
        hosts.append(hostsIn(*dropped.config));
    }
    QStringList names = proposedNames(paths);
    makeUnique(names);
    const QStringList addresses = proposedAddresses(hosts);

    QList<Node> nodes;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        Node node;
        node.name = names[i];
        node.role = i == 0 ? Role::Master : Role::Slave;
        node.address = addresses[i];
        node.access = AccessKind::Files;
        node.config = paths[i];
        nodes.append(node);
    }
    return nodes;
}

QString proposedSiteName(const QList<Node>& nodes)
{
    constexpr qsizetype mostNamed = 3;
    QStringList names;
    for (const Node& node : nodes)
        names.append(node.name);
    if (names.size() > mostNamed)
        names = {names.first(), u"..."_s, names.last()};
    return names.join(u", "_s);
}

} // namespace ruw
