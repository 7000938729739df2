#include "core/plan/NodeCommands.h"

#include "core/base/ScriptText.h"

using namespace Qt::StringLiterals;

namespace ruw {

NodeCommands::NodeCommands(const SiteFacts& facts, const NodeFacts& node, QString runId,
                           QList<int> blockedPorts)
    : m_facts(facts), m_node(node), m_runId(std::move(runId)), m_ports(std::move(blockedPorts)),
      m_shell(node.node.os == Os::Windows ? Shell::PowerShell : Shell::Posix)
{
}

QString NodeCommands::upgradedInstallDir() const
{
    // A changed major version may change the install directory: without the new one there is no path to name.
    if (!m_facts.site.majorVersionChanges())
        return m_node.node.installDir;
    return m_node.node.targetInstallDir.isEmpty() ? m_facts.site.targetInstallDir : m_node.node.targetInstallDir;
}

QString NodeCommands::installerJob() const
{
    return m_shell == Shell::Posix ? u"/var/lib/replica-upgrade-wizard/run-"_s + m_runId : QString();
}

QString NodeCommands::startInstaller(int attempt) const
{
    const QString command = m_node.node.installCommand;
    if (command.isEmpty() || m_shell != Shell::Posix || m_node.node.access != AccessKind::Ssh)
        return command;
    return filledScript(u"installer-start.sh"_s, {{u"ATTEMPT"_s, QString::number(attempt)},
                                                  {u"COMMAND"_s, quoted(command)},
                                                  {u"JOB"_s, installerJob()}});
}

QString NodeCommands::configPath(bool afterUpgrade) const
{
    QString dir = afterUpgrade ? upgradedInstallDir() : m_node.node.installDir;
    if (dir.isEmpty())
        return {};
    const bool windows = m_shell == Shell::PowerShell;
    while (dir.size() > 1 && (dir.endsWith(u'/') || dir.endsWith(u'\\')))
        dir.chop(1);
    return windows ? dir + u"\\conf\\mf_replica.def"_s : dir + u"/conf/mf_replica.def"_s;
}

QString NodeCommands::backupPath() const
{
    const QString path = configPath(false);
    return path.isEmpty() ? QString() : path + u".before-"_s + m_runId;
}

QString NodeCommands::backupConfig() const
{
    const QString path = configPath(false);
    if (path.isEmpty())
        return {};
    const QString from = quoted(path);
    const QString to = quoted(backupPath());
    // An existing copy is never overwritten: run again after the installer, it would lose what it is for.
    if (m_shell == Shell::PowerShell) {
        return u"if (-not (Test-Path -LiteralPath %2)) { Copy-Item -LiteralPath %1 -Destination %2 }\n"
               "Get-FileHash -LiteralPath %1, %2 | Format-List Path, Hash"_s.arg(from, to);
    }
    return u"[ -e %2 ] || cp -p -- %1 %2\ncmp -- %1 %2 && echo '%3'"_s.arg(from, to, copyIsTheSame);
}

QString NodeCommands::rereadConfig() const
{
    const QString path = configPath(true);
    const QString copy = backupPath();
    if (path.isEmpty() || copy.isEmpty())
        return {};
    if (m_shell == Shell::PowerShell) {
        return u"Compare-Object (Get-Content -LiteralPath %2) (Get-Content -LiteralPath %1)\n"
               "Select-String -LiteralPath %1 -Pattern '^\\s*(REPLICA_SERVER_|DATA_\\w+_SYNC_SERVER_PORT|ENABLE_REP_DATA)'"_s
                   .arg(quoted(path), quoted(copy));
    }
    return u"diff -- %2 %1 && echo '%3'\n"
           "grep -anE '^[[:space:]]*(REPLICA_SERVER_|DATA_[A-Z_]+_SYNC_SERVER_PORT|ENABLE_REP_DATA)' -- %1"_s
               .arg(quoted(path), quoted(copy), nothingChanged);
}

QString NodeCommands::probePeers() const
{
    QStringList parts;
    for (const NodeFacts& peer : m_facts.nodes) {
        if (peer.node.name != m_node.node.name)
            parts.append(probePeer(peer));
    }
    return parts.join(u'\n');
}

QString NodeCommands::probePeer(const NodeFacts& peer) const
{
    QStringList parts;
    for (const QString& address : peer.node.effectiveSyncAddresses())
        parts.append(probeCommand(address, m_ports, m_shell));
    return parts.join(u'\n');
}

QString NodeCommands::queueState() const
{
    if (m_node.node.queueDir.isEmpty())
        return {};
    const QString dir = quoted(m_node.node.queueDir);
    if (m_shell == Shell::PowerShell) {
        return u"Get-ChildItem -LiteralPath %1 -Recurse -File | Measure-Object Length -Sum | Format-List "
               u"Count, Sum\n"
               "Get-ChildItem -LiteralPath %1 -Recurse -File | Sort-Object LastWriteTime | "
               "Select-Object -First 3 LastWriteTime, FullName\n"
               "(Get-Item -LiteralPath %1).PSDrive | Format-List Name, Free"_s.arg(dir);
    }
    return u"cd -- %1 && du -sk . && find . -type f | wc -l &&\n"
           "find . -type f -printf '%TY-%Tm-%Td %TH:%TM %p\\n' | sort | head -n 3 && df -Pk ."_s.replace(
               u"%1"_s, dir);
}

QString NodeCommands::restartService() const
{
    const ServiceCommands& service = m_node.node.service;
    if (service.stop.isEmpty() || service.start.isEmpty())
        return {};
    return service.stop + u'\n' + service.start;
}

QString NodeCommands::smtpGreeting() const
{
    return u"timeout 10 bash -c 'exec 3<>\"/dev/tcp/$0/$1\"; head -n 1 <&3; printf \"QUIT\\r\\n\" >&3' %1 %2"_s
        .arg(shellQuoted(m_node.node.address, Shell::Posix),
             QString::number(m_node.node.effectiveSmtpPort()));
}

QList<int> NodeCommands::keptPorts() const
{
    QList<int> kept{m_node.node.effectiveSmtpPort()};
    // Whoever reaches a Linux node reaches it by SSH, entered or not: a client's own port number must not cut it.
    const int sshPort = m_node.node.ssh ? m_node.node.ssh->port : usualSshPort;
    if (m_shell == Shell::Posix && !kept.contains(sshPort))
        kept.append(sshPort);
    return kept;
}

BlockCommands NodeCommands::block() const
{
    const BlockSpec spec{m_runId, m_ports, keptPorts()};
    if (m_shell == Shell::PowerShell)
        return windowsBlock(spec);
    const QStringList firewall = m_node.survey.firewall.effective().value_or(QStringList());
    const bool onlyIptables = firewall.contains(u"iptables"_s) && !firewall.contains(u"nftables"_s);
    return onlyIptables ? iptablesBlock(spec) : nftablesBlock(spec);
}

} // namespace ruw
