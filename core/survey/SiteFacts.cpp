#include "core/survey/SiteFacts.h"

#include "core/base/Quote.h"
#include "core/survey/OperatorEntries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Fact<bool> dataSyncOf(const NodeSurvey& survey)
{
    if (!survey.config)
        return Fact<bool>::unknown(Text::tr("This node's replica config was not read."));
    const Text where = filePlace(survey.configPath, survey.config->dataSyncLine());
    switch (survey.config->dataSync()) {
    case ReplicaConfig::DataSync::On:
        return {true, FactSource::File, where, std::nullopt};
    case ReplicaConfig::DataSync::Off:
        return {false, FactSource::File, where, std::nullopt};
    case ReplicaConfig::DataSync::Unset:
        return Fact<bool>::unknown(
            Text::tr("%1 has no ENABLE_REP_DATA.").arg(shownSafely(survey.configPath)));
    case ReplicaConfig::DataSync::Invalid:
        return Fact<bool>::unknown(Text::tr("ENABLE_REP_DATA at %1 is not clearly ON or OFF.").arg(where));
    }
    Q_UNREACHABLE();
}

Fact<int> portFact(const ReplicaConfig::Port& port, const QString& path)
{
    if (!port.fromFile) {
        return {port.port, FactSource::Assumed, Text::tr("the default of FAQ 2578; the file has no such key"),
                std::nullopt};
    }
    if (!port.port)
        return Fact<int>::unknown(Text::tr("No port can be read at %1.").arg(filePlace(path, port.line)));
    return {port.port, FactSource::File, filePlace(path, port.line), std::nullopt};
}

QList<PortFact> portsOf(const NodeSurvey& survey, const Site& site)
{
    QList<PortFact> out;
    const auto add = [&](const SyncPort& row, Fact<int> port, int line) {
        out.append(
            {row.key, std::move(port), line, &row, neededBy(row, site.sourceVersion, site.targetVersion)});
    };
    if (!survey.config) {
        for (const SyncPort& row : syncPorts()) {
            add(row,
                {row.defaultPort, FactSource::Assumed,
                 Text::tr("the default of FAQ 2578; this node's replica config was not read"), std::nullopt},
                0);
        }
        return out;
    }
    for (const ReplicaConfig::Port& port : survey.config->ports()) {
        if (const SyncPort* row = syncPortOfKey(port.key))
            add(*row, portFact(port, survey.configPath), port.line);
    }
    return out;
}

SiteDataSync siteDataSync(const QList<NodeFacts>& nodes)
{
    const auto everyNodeSays = [&](bool on) {
        return !nodes.isEmpty() && std::all_of(nodes.begin(), nodes.end(),
                                               [on](const NodeFacts& n) { return n.dataSync.value == on; });
    };
    if (everyNodeSays(true))
        return SiteDataSync::On;
    return everyNodeSays(false) ? SiteDataSync::Off : SiteDataSync::Unsettled;
}

/// The numbers of all ports of all nodes that `wanted` takes, each once, sorted.
template <typename Wanted> QList<int> numbersOf(const QList<NodeFacts>& nodes, Wanted&& wanted)
{
    QList<int> out;
    for (const NodeFacts& node : nodes) {
        for (const PortFact& port : node.ports) {
            const std::optional<int> number = port.port.effective();
            if (number && wanted(port) && !out.contains(*number))
                out.append(*number);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

SiteFacts SiteFacts::from(const Site& site, const SurveyReport& survey)
{
    SiteFacts facts{site, survey, {}, SiteDataSync::Unsettled};
    for (const Node& node : site.nodes) {
        NodeFacts out;
        out.node = node;
        const NodeSurvey* found = survey.node(node.name);
        out.survey = found ? *found : unknownSurvey(node.name, Text::tr("This node was not surveyed."));
        putOperatorEntries(out.survey, node, site);
        out.dataSync = dataSyncOf(out.survey);
        out.ports = portsOf(out.survey, site);
        facts.nodes.append(out);
    }
    facts.dataSync = siteDataSync(facts.nodes);
    return facts;
}

QList<int> NodeFacts::linesOf(const PortFact& port) const
{
    QList<int> lines;
    if (port.line > 0)
        lines.append(port.line);
    if (port.definition->isSettings() && survey.config) {
        for (const ReplicaConfig::Peer& peer : survey.config->peers()) {
            if (peer.portFromFile && peer.port == port.port.value && !lines.contains(peer.line))
                lines.append(peer.line);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

const NodeFacts* SiteFacts::node(const QString& name) const
{
    const auto it =
        std::find_if(nodes.begin(), nodes.end(), [&](const NodeFacts& n) { return n.node.name == name; });
    return it == nodes.end() ? nullptr : &*it;
}

QList<int> SiteFacts::portsToBlock() const
{
    return numbersOf(nodes, [this](const PortFact& port) {
        if (port.definition->isSettings())
            return true;
        return countsAsDataSyncOn() &&
               (port.neededBy != NeededBy::Neither || port.port.source == FactSource::File);
    });
}

QList<int> SiteFacts::portsNewInTarget() const
{
    // With data sync OFF no data port is used at all.
    if (!countsAsDataSyncOn())
        return {};
    return numbersOf(nodes, [](const PortFact& port) { return port.neededBy == NeededBy::Target; });
}

} // namespace ruw
