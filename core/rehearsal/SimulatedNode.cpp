#include "core/rehearsal/SimulatedNode.h"

#include "core/run/Drift.h"

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
            m_ports.append(port);
    }
    readPorts();
    // As the survey found it; what nobody looked at is taken to be as it should (rehearsalAssumptions()).
    running = ranAtFirst = node.survey.serviceState.effective() != ServiceState::Stopped;
    bootStart = bootStartAtFirst = node.survey.bootStart.effective() != BootStart::Off;
    clockOffsetMs = node.survey.clockSkewSeconds.effective().value_or(0) * 1000;
    for (const LinkState& link : facts.survey.links) {
        if (link.to == name && link.state == PortState::Filtered)
            silentTo[link.from].insert(link.port);
    }
    for (const LinkState& link : facts.survey.links) { // in the other family it may have answered
        const bool answered = link.state == PortState::Open || link.state == PortState::Refused;
        if (link.to == name && answered && silentTo.contains(link.from))
            silentTo[link.from].remove(link.port);
    }
    const QStringList standing = node.survey.blockPresent.effective().value_or(QStringList());
    if (!standing.isEmpty()) { // an earlier run left it
        blockRun = standing.first();
        blockedPorts = livePorts;
    }
}

/// A node goes by its own file, whatever the plan says of the mode.
bool SimulatedNode::syncsDataBy(const QByteArray& itsConfig) const
{
    const ReplicaConfig::DataSync mode =
        itsConfig == plannedConfig ? ReplicaConfig::DataSync::Unset : dataSyncOf(itsConfig);
    return mode == ReplicaConfig::DataSync::Unset ? m_dataSync : mode != ReplicaConfig::DataSync::Off;
}

void SimulatedNode::readPorts()
{
    livePorts = portsOfConfig();
    liveSettings = portsOf(config, true);
    liveData = syncsDataBy(config);
}

QSet<int> SimulatedNode::portsOf(const QByteArray& itsConfig, bool onlySettings) const
{
    const auto parsedVersion = ProductVersion::parse(version);
    std::optional<ReplicaConfig> changed;
    if (configRead && itsConfig != plannedConfig) {
        if (const Result<ReplicaConfig> parsed = ReplicaConfig::parse(itsConfig))
            changed = *parsed;
    }
    const bool dataSync = !onlySettings && syncsDataBy(itsConfig);
    const auto used = [&](const SyncPort* definition) {
        return definition && (dataSync || definition->isSettings()) && parsedVersion &&
               definition->usedBy(*parsedVersion);
    };
    QSet<int> ports;
    QList<const SyncPort*> named; // in the file as it is now
    for (const ReplicaConfig::Port& port : changed ? changed->ports() : QList<ReplicaConfig::Port>()) {
        const SyncPort* definition = syncPortOfKey(port.key);
        if (!used(definition) || !port.port || !port.fromFile)
            continue;
        named.append(definition);
        ports.insert(*port.port);
    }
    for (const PortFact& port : m_ports) {
        if (used(port.definition) && !named.contains(port.definition))
            ports.insert(*port.port.effective());
    }
    return ports;
}

ReplicaConfig::DataSync SimulatedNode::dataSyncOf(const QByteArray& itsConfig)
{
    const Result<ReplicaConfig> parsed = ReplicaConfig::parse(itsConfig);
    return parsed ? parsed->dataSync() : ReplicaConfig::DataSync::Unset;
}

bool SimulatedNode::syncModeAsPlanned() const
{
    if (config == plannedConfig)
        return true;
    const Result<ReplicaConfig> planned = ReplicaConfig::parse(plannedConfig), now = ReplicaConfig::parse(config);
    return planned && now && syncModeChanges(*planned, *now).isEmpty();
}

bool SimulatedNode::take(const SimulatedEffect& effect, const Procedure& procedure)
{
    const bool blockOfOthers = !blockRun.isEmpty() && blockRun != procedure.runId;
    switch (effect.kind) {
    case StepKind::DrainNode:
        drained = true;
        return true;
    case StepKind::ReturnNode:
        drained = false;
        return true;
    case StepKind::BackupConfig:
        if (copy.isNull())
            copy = config.isNull() ? QByteArray("") : config;
        return true;
    case StepKind::BootStartOff:
        bootStart = false;
        return true;
    case StepKind::BootStartOn:
        bootStart = true;
        return true;
    case StepKind::DisableSettingsSync:
        settingsSync = false;
        return true;
    case StepKind::EnableSettingsSync:
        settingsSync = true;
        return true;
    case StepKind::Block:
    case StepKind::ExtendBlock: {
        if (blockOfOthers)
            return false; // refused, nothing changed
        const QList<int> ports = effect.ports.isEmpty() ? procedure.blockedPorts : effect.ports;
        blockRun = procedure.runId;
        blockedPorts = QSet<int>(ports.cbegin(), ports.cend());
        covered += blockedPorts;
        droppedPackets = 0;
        return true;
    }
    case StepKind::LiftOtherBlock:
        blockRun.clear();
        blockedPorts.clear();
        return true;
    case StepKind::Unblock:
        if (blockOfOthers)
            return false;
        blockRun.clear();
        blockedPorts.clear();
        droppedPackets = 0;
        leakyPort = 0;
        return true;
    case StepKind::StopService:
    case StepKind::StopAutostartedService:
        running = false;
        return true;
    case StepKind::RestartService:
        running = false;
        restartFlag = false;
        [[fallthrough]];
    case StepKind::StartService:
        start();
        return running;
    default:
        return true; // looks only
    }
}

bool SiteTruth::take(const SimulatedEffect& effect, int node, const Procedure& procedure)
{
    if (node >= 0)
        return nodes[node].take(effect, procedure);
    switch (effect.kind) {
    case StepKind::StopMailFlow:
        mailFlows = false;
        break;
    case StepKind::ResumeMailFlow:
        mailFlows = true;
        break;
    case StepKind::Block:
        trafficCut = true;
        break;
    case StepKind::Unblock:
        trafficCut = false;
        for (SimulatedNode& each : nodes)
            each.leakyPort = 0;
        break;
    default:
        break;
    }
    return true;
}

void SimulatedNode::start()
{
    if (failingStarts > 0) {
        --failingStarts;
        return;
    }
    if (!running)
        readPorts();
    running = true;
}

SimulatedNode::Changes SimulatedNode::changes(const QString& runId) const
{
    Changes out;
    out.setFlag(ServiceDown, !running && ranAtFirst);
    out.setFlag(BootStartOff, !bootStart && bootStartAtFirst);
    out.setFlag(SettingsSyncOff, !settingsSync);
    out.setFlag(Blocked, blockRun == runId); // another run's is not ours to declare
    out.setFlag(Drained, drained);
    return out;
}

void SimulatedNode::putOtherPort(const QByteArray& dataKey, int offset)
{
    constexpr int dataPort = 24042, settingsPort = 24083;
    if (m_dataSync)
        return putConfig(dataKey, QByteArray::number(dataPort + offset));
    const auto parsed = ReplicaConfig::parse(config);
    if (!parsed || parsed->peers().isEmpty())
        return;
    const ReplicaConfig::Peer peer = parsed->peers().first();
    putConfig(peer.key.toLatin1(), peer.host.toLatin1() + ':' + QByteArray::number(settingsPort + offset));
}

void SimulatedNode::putOtherMode()
{
    putConfig("ENABLE_REP_DATA", m_dataSync ? "OFF" : "ON");
}

void SimulatedNode::putOtherPeer()
{
    const auto parsed = ReplicaConfig::parse(config);
    if (!parsed || parsed->peers().isEmpty())
        return;
    const ReplicaConfig::Peer peer = parsed->peers().first();
    putConfig(peer.key.toLatin1(), "192.0.2.99:" + QByteArray::number(peer.port));
}

void SimulatedNode::putConfig(const QByteArray& key, const QByteArray& value)
{
    if (const Result<ReplicaConfig> parsed = ReplicaConfig::parse(config))
        config = parsed->withValue(key, value).toBytes();
    everNamed += portsOfConfig() - portsOf(plannedConfig);
}

void SimulatedNode::addLikeness(QByteArray& out, qint64 nowMs) const
{
    const auto left = [&](qint64 untilMs) { out += QByteArray::number(std::max<qint64>(0, untilMs - nowMs)) + ' '; };
    const auto numbers = [&](const QSet<int>& set) {
        QList<int> sorted(set.cbegin(), set.cend());
        std::sort(sorted.begin(), sorted.end());
        for (const int number : sorted)
            out += QByteArray::number(number) + ',';
        out += ' ';
    };
    for (const bool flag : {up, running, bootStart, settingsSync, drained, restartFlag, installed})
        out += flag ? '+' : '-';
    out += version.toUtf8() + ' ';
    left(up ? nowMs : backUpMs);
    left(unreachableUntilMs);
    left(diskFullUntilMs);
    out += QByteArray::number(clockOffsetMs) + ' ' + QByteArray::number(failingStarts) + ' ';
    numbers(blockedPorts);
    numbers(livePorts);
    out += liveData ? 'd' : '-';
    numbers(covered);
    numbers(everNamed);
    out += blockRun.toUtf8() + ' ' + QByteArray::number(leakyPort) + ' ' +
           (configDir == upgradedDir ? 'u' : 's');
    out += config == plannedConfig ? QByteArray("=") : config;
    out += copy.isNull() ? QByteArray("-") : copy == plannedConfig ? QByteArray("=") : copy;
    out += char('a' + int(job));
    out += QByteArray::number(jobStatus) + ' ' + QByteArray::number(jobAttempt) + ' ';
    left(job == Job::Running ? jobEndsMs : nowMs);
    for (const bool flag : {manner.startsService, manner.bootStart, manner.newPort, manner.changesMode, manner.enablesSync, manner.lies,
                            manner.fails, manner.reboots})
        out += flag ? '+' : '-';
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
        // As survey-job.sh: of another attempt only that it is at work. What is run by hand leaves nothing where it looks.
        const bool byHand = jobAttempt == anyAttempt;
        const bool tells = !byHand && (jobAttempt == query.jobAttempt || job == Job::Running);
        switch (tells ? job : Job::None) {
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
