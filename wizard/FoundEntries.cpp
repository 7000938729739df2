#include "wizard/FoundEntries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

template <typename T> std::optional<T> detected(const Fact<T>& fact)
{
    return fact.source == FactSource::Detected ? fact.value : std::nullopt;
}

/// The version that every node was found to have; none where one is not known or differs.
std::optional<ProductVersion> versionFound(const SiteFacts& facts)
{
    std::optional<ProductVersion> found;
    for (const NodeFacts& node : facts.nodes) {
        const auto text = detected(node.survey.version);
        const auto version = text ? ProductVersion::parse(*text) : Result<ProductVersion>(Error{});
        if (!version || (found && *found != *version))
            return std::nullopt;
        found = *version;
    }
    return found;
}

/// Addresses by which the configs of the other nodes name this one and that it was found to have; empty where they are
/// what the entries say anyway.
QStringList syncAddressesFound(const SiteFacts& facts, const NodeFacts& node)
{
    const QStringList own = detected(node.survey.addresses).value_or(QStringList{});
    QStringList named;
    bool isNew = false;
    for (const NodeFacts& other : facts.nodes) {
        if (!other.survey.config || other.node.name == node.node.name)
            continue;
        for (const ReplicaConfig::Peer& peer : other.survey.config->peers()) {
            const bool entered = peer.host.compare(node.node.address, Qt::CaseInsensitive) == 0;
            if ((!entered && !own.contains(peer.host, Qt::CaseInsensitive)) || named.contains(peer.host))
                continue;
            named.append(peer.host);
            isNew = isNew || !entered;
        }
    }
    return isNew ? named : QStringList();
}

} // namespace

FoundEntries FoundEntries::from(const SiteFacts& facts)
{
    FoundEntries out{{}, facts.site};
    if (facts.site.sourceVersion == ProductVersion{}) {
        if (const auto version = versionFound(facts)) {
            out.site.sourceVersion = *version;
            out.entries.append({{}, Text::tr("Version installed now"), version->display()});
        }
    }
    for (qsizetype i = 0; i < facts.nodes.size(); ++i) {
        const NodeFacts& node = facts.nodes[i];
        Node& entry = out.site.nodes[i];
        if (const auto directory = detected(node.survey.installDir);
            directory && entry.installDir.isEmpty()) {
            entry.installDir = *directory;
            out.entries.append({entry.name, Text::tr("Install directory"), *directory});
        }
        // What is entered already stays: with a list of one's own the operator said which addresses they are.
        const QStringList addresses =
            entry.syncAddresses.isEmpty() ? syncAddressesFound(facts, node) : QStringList();
        if (!addresses.isEmpty()) {
            entry.syncAddresses = addresses;
            out.entries.append({entry.name, Text::tr("Sync addresses"), addresses.join(u", "_s)});
        }
    }
    return out;
}

} // namespace ruw
