#pragma once

#include "core/plan/BlockCommands.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// Every command of a procedure for one node, complete and quoted for that node's shell. Empty where the site
/// file does not give what it takes: then the step is done by hand, and no command is invented.
class NodeCommands {
public:
    NodeCommands(const SiteFacts& facts, const NodeFacts& node, QString runId, QList<int> blockedPorts);

    /// What backupConfig() prints on Linux where the copy is good, and rereadConfig() where nothing differs from it.
    static constexpr QLatin1StringView copyIsTheSame{"The copy is the same."};
    static constexpr QLatin1StringView nothingChanged{"Nothing changed."};

    Shell shell() const { return m_shell; }
    QString backupConfig() const;
    QString rereadConfig() const;  ///< what changed against the copy, and the lines that matter
    QString probePeers() const;    ///< from this node to every other one
    QString probePeer(const NodeFacts& peer) const;
    QString queueState() const;    ///< size, number of files, oldest files, free disk
    QString restartService() const;
    QString smtpGreeting() const; ///< from any Linux machine
    BlockCommands block() const;
    QList<int> keptPorts() const; ///< which its block leaves open: SMTP and, on Linux, SSH
    /// The installer, started so that a lost connection kills nothing: its output and its result stay on the node, with the
    /// number of the attempt that they are of.
    QString startInstaller(int attempt = 1) const;
    QString installerJob() const;       ///< directory on the node for the installer's output and result; Linux
    QString upgradedInstallDir() const; ///< after the upgrade; empty: not known
    QString backupPath() const; ///< of the copy of mf_replica.def; empty: install dir not known

private:
    QString quoted(const QString& word) const { return shellQuoted(word, m_shell); }
    QString configPath(bool afterUpgrade) const;

    const SiteFacts& m_facts;
    const NodeFacts& m_node;
    QString m_runId;
    QList<int> m_ports;
    Shell m_shell;
};

} // namespace ruw
