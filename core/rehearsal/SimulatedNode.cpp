#include "core/rehearsal/SimulatedNode.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

SimulatedNode::SimulatedNode(const SiteFacts& facts, const NodeFacts& node, const QString& runId)
    : name(node.node.name), master(node.node.isMaster()), takesMail(node.node.takesMail),
      bySsh(node.node.access == AccessKind::Ssh), addresses(node.node.effectiveSyncAddresses()),
      smtpPort(node.node.effectiveSmtpPort()), version(facts.site.sourceVersion.toString()),
      config(node.survey.configBytes), plannedConfig(config), configRead(node.survey.config.has_value()),
      m_dataSync(facts.countsAsDataSyncOn())
{
    if (!addresses.contains(node.node.address))
        addresses.append(node.node.address);
    addresses += node.survey.addresses.value.value_or(QStringList());
    const NodeCommands commands(facts, node, runId, {});
    const NodeQuery query = NodeQuery::about(node.node, {});
    configDir = query.effectiveInstallDir();
    upgradedDir = commands.upgradedInstallDir().isEmpty() ? configDir : commands.upgradedInstallDir();
    for (const PortFact& port : node.ports) {
        if (port.port.effective() && (m_dataSync || port.definition->isSettings()))
            m_assumedPorts.insert(*port.port.effective());
    }
    livePorts = portsOfConfig();
    const QStringList standing = node.survey.blockPresent.effective().value_or(QStringList());
    if (!standing.isEmpty()) { // an earlier run left it
        blockRun = standing.first();
        blockedPorts = livePorts;
    }
}

QSet<int> SimulatedNode::portsOfConfig() const
{
    if (!configRead || config == plannedConfig)
        return m_assumedPorts;
    QSet<int> ports;
    if (const Result<ReplicaConfig> parsed = ReplicaConfig::parse(config)) {
        for (const ReplicaConfig::Port& port : parsed->ports()) {
            if (port.port && (m_dataSync || port.key.startsWith("REPLICA_SERVER"_L1)))
                ports.insert(*port.port);
        }
    }
    return ports;
}

void SimulatedNode::start()
{
    if (failingStarts > 0) {
        --failingStarts;
        return;
    }
    if (!running)
        livePorts = portsOfConfig();
    running = true;
}

void SimulatedNode::putConfig(const QByteArray& key, const QByteArray& value)
{
    if (const Result<ReplicaConfig> parsed = ReplicaConfig::parse(config))
        config = parsed->withValue(key, value).toBytes();
}

QByteArray SimulatedNode::blockListing() const
{
    if (blockRun.isEmpty())
        return {};
    QList<int> sorted(blockedPorts.cbegin(), blockedPorts.cend());
    std::sort(sorted.begin(), sorted.end());
    QByteArray ports;
    for (const int port : sorted)
        ports += (ports.isEmpty() ? "" : ", ") + QByteArray::number(port);
    QByteArray out = "table inet replica_upgrade {\n";
    qint64 packets = droppedPackets; // all of them are counted by the first rule
    for (const char* chain : {"input", "output"}) {
        out += QByteArray("\tchain ") + chain + " {\n\t\ttype filter hook " + chain +
               " priority filter - 10; policy accept;\n";
        for (const char* way : {"dport", "sport"}) {
            out += QByteArray("\t\ttcp ") + way + " { " + ports + " } counter packets " +
                   QByteArray::number(packets) + " bytes " + QByteArray::number(packets * 60) +
                   " drop comment \"replica-upgrade-wizard run " + blockRun.toLatin1() + "\"\n";
            packets = 0;
        }
        out += "\t}\n";
    }
    return out + "}\n";
}

void SimulatedNode::answer(NodeAnswer& out, const NodeQuery& query, qint64 nowMs) const
{
    constexpr int yes = 0, no = 3;
    const QByteArray clock = QByteArray::number((nowMs + clockOffsetMs) / 1000);
    const Asks asks = query.asks;
    out.put("root", "0");
    out.put("clock", clock);
    if (asks.testFlag(Ask::Machine))
        out.put("hostname", name.toUtf8());
    if (asks.testFlag(Ask::Config)) {
        const bool here = query.effectiveInstallDir() == configDir && configRead;
        out.put("config", here ? config : QByteArray(), here ? 0 : NodeAnswer::Missing);
        out.put("config.check", {}); // as a node without cksum: nobody else writes here
    }
    if (asks.testFlag(Ask::Version) && !query.versionCommand.isEmpty())
        out.put("version", version.toUtf8());
    if (asks.testFlag(Ask::Service) && !query.serviceStatus.isEmpty())
        out.put("service", {}, running ? yes : no);
    if (asks.testFlag(Ask::BootStart) && !query.bootStatus.isEmpty())
        out.put("bootstart", {}, bootStart ? yes : no);
    if (asks.testFlag(Ask::SettingsSync) && !query.settingsSyncStatus.isEmpty())
        out.put("settingssync", {}, settingsSync ? yes : no);
    if (asks.testFlag(Ask::Block)) {
        out.put("block.rules", blockListing());
        out.put("block.files",
                blockRun.isEmpty() ? QByteArray() : "Replica Upgrade Wizard, run " + blockRun.toLatin1());
    }
    if (asks.testFlag(Ask::Copy) && !query.copyPath.isEmpty()) {
        if (copy.isNull())
            out.put("copy", {}, NodeAnswer::Missing);
        else
            out.put("copy", QCryptographicHash::hash(copy, QCryptographicHash::Sha256).toHex() + "  -");
    }
    if (asks.testFlag(Ask::Job) && !query.jobDir.isEmpty()) {
        switch (job) {
        case Job::None:
            out.put("job", {}, NodeAnswer::Missing);
            break;
        case Job::Running:
            out.put("job", "running");
            break;
        case Job::Ended:
            out.put("job", "ended " + QByteArray::number(jobStatus));
            break;
        case Job::Lost:
            out.put("job", "lost");
            break;
        }
    }
    out.put("clock.end", clock);
    out.setComplete();
}

} // namespace ruw
