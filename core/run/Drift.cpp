#include "core/run/Drift.h"

#include "core/base/Quote.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

QStringList peersOf(const ReplicaConfig& config)
{
    QStringList peers;
    for (const ReplicaConfig::Peer& peer : config.peers())
        peers.append(peer.host + u':' + QString::number(peer.port));
    peers.sort();
    return peers;
}

QStringList serversOf(const ReplicaConfig& config)
{
    QStringList servers;
    for (const ReplicaConfig::Peer& peer : config.peers()) {
        if (!servers.contains(peer.host))
            servers.append(peer.host);
    }
    servers.sort();
    return servers;
}

QString portsOf(const ReplicaConfig& config)
{
    QStringList ports;
    for (const ReplicaConfig::Port& port : config.ports())
        ports.append(port.key + u'=' + (port.port ? QString::number(*port.port) : u"?"_s));
    return ports.join(u", "_s);
}

Text difference(const Text& what, const Text& before, const Text& now)
{
    return Text::tr("%1: planned %2, now %3").arg(what).arg(before).arg(now);
}

Text difference(const Text& what, const QString& before, const QString& now)
{
    return difference(what, Text::verbatim(shownSafely(before)), Text::verbatim(shownSafely(now)));
}

Text dataSyncText(ReplicaConfig::DataSync dataSync)
{
    switch (dataSync) {
    case ReplicaConfig::DataSync::On:
        return Text::verbatim(u"ON"_s);
    case ReplicaConfig::DataSync::Off:
        return Text::verbatim(u"OFF"_s);
    case ReplicaConfig::DataSync::Unset:
        return Text::tr("not set");
    case ReplicaConfig::DataSync::Invalid:
        return Text::tr("neither ON nor OFF");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Text> driftOf(const NodeFacts& planned, const NodeSurvey& now, const RunState& state)
{
    QList<Text> out;
    const bool unchanged = state.versionOf(planned.node.name) == RunState::NodeVersion::Source;
    if (unchanged && planned.survey.config && !now.config)
        out.append(Text::tr("mf_replica.def can't be read any more"));
    if (unchanged && planned.survey.config && now.config) {
        const ReplicaConfig& before = *planned.survey.config;
        if (before.dataSync() != now.config->dataSync())
            out.append(difference(Text::tr("data sync"), dataSyncText(before.dataSync()),
                                  dataSyncText(now.config->dataSync())));
        if (portsOf(before) != portsOf(*now.config))
            out.append(difference(Text::tr("sync ports"), portsOf(before), portsOf(*now.config)));
        if (peersOf(before) != peersOf(*now.config))
            out.append(difference(Text::tr("peers"), peersOf(before).join(u", "_s),
                                  peersOf(*now.config).join(u", "_s)));
    }
    const std::optional<QString> before = planned.survey.version.effective();
    if (unchanged && before && now.version.value &&
        *now.version.value != *before)
        out.append(difference(Text::tr("version"), *before, *now.version.value));
    return out;
}

QList<Text> syncModeChanges(const ReplicaConfig& before, const ReplicaConfig& now)
{
    QList<Text> out;
    // What is not set counts as ON: written out it says the same.
    const auto meaning = [](const ReplicaConfig& config) {
        return config.dataSync() == ReplicaConfig::DataSync::Unset ? ReplicaConfig::DataSync::On : config.dataSync();
    };
    if (meaning(before) != meaning(now))
        out.append(difference(Text::tr("data sync"), dataSyncText(before.dataSync()), dataSyncText(now.dataSync())));
    if (serversOf(before) != serversOf(now))
        out.append(difference(Text::tr("peers"), serversOf(before).join(u", "_s), serversOf(now).join(u", "_s)));
    return out;
}

bool concernsSync(const ReplicaConfig::Port& port, bool dataSync)
{
    return dataSync || port.key.startsWith(u"REPLICA_SERVER"_s);
}

bool syncsData(const ReplicaConfig& config, const SiteFacts& planned)
{
    return planned.countsAsDataSyncOn() || config.dataSync() != ReplicaConfig::DataSync::Off;
}

QList<int> portsBeyond(const ReplicaConfig& config, const SiteFacts& planned, const QList<int>& covered)
{
    QList<int> out;
    const bool dataSync = syncsData(config, planned);
    const bool assumedToo = dataSync && !planned.countsAsDataSyncOn();
    for (const ReplicaConfig::Port& port : config.ports()) {
        if (concernsSync(port, dataSync) && (port.fromFile || assumedToo) && port.port && !covered.contains(*port.port) &&
            !out.contains(*port.port))
            out.append(*port.port);
    }
    std::sort(out.begin(), out.end());
    return out;
}

QString configDiff(const NodeSurvey& before, const NodeSurvey& now)
{
    if (!before.config || !now.config || before.configBytes == now.configBytes)
        return {};
    // Longest common subsequence over lines; a config has a few hundred at most, a hostile one is bounded.
    constexpr int mostLines = 2000;
    const int rows = std::min<int>(mostLines, int(before.config->lines().size()));
    const int columns = std::min<int>(mostLines, int(now.config->lines().size()));
    std::vector<std::vector<quint16>> same(size_t(rows) + 1, std::vector<quint16>(size_t(columns) + 1, 0));
    const auto equal = [&](int row, int column) {
        return before.config->lines()[row].bytes == now.config->lines()[column].bytes;
    };
    for (int row = rows - 1; row >= 0; --row) {
        for (int column = columns - 1; column >= 0; --column) {
            same[size_t(row)][size_t(column)] =
                equal(row, column)
                    ? quint16(same[size_t(row) + 1][size_t(column) + 1] + 1)
                    : std::max(same[size_t(row) + 1][size_t(column)], same[size_t(row)][size_t(column) + 1]);
        }
    }
    QStringList out;
    int row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && equal(row, column)) {
            ++row;
            ++column;
        } else if (column < columns && (row == rows || same[size_t(row)][size_t(column) + 1] >=
                                                           same[size_t(row) + 1][size_t(column)])) {
            out.append(u"+%1: "_s.arg(column + 1) + now.config->lineText(column + 1));
            ++column;
        } else {
            out.append(u"-%1: "_s.arg(row + 1) + before.config->lineText(row + 1));
            ++row;
        }
    }
    return out.join(u'\n');
}

} // namespace ruw
