#pragma once

#include "core/plan/NodeCommands.h"
#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// The state of one simulated node.
struct SimulatedNode {
    enum class Job { None, Running, Ended, Lost };
    /// What is special about the installer run under way.
    struct InstallerManner {
        bool startsService = false, bootStart = false, newPort = false, enablesSync = false, lies = false,
             fails = false, reboots = false;
    };

    SimulatedNode(const SiteFacts& facts, const NodeFacts& node, const QString& runId);

    QString name;
    bool master = false, takesMail = true, bySsh = false;
    QStringList addresses;
    int smtpPort = 25;

    QString version;
    bool up = true, running = true, bootStart = true, settingsSync = true;
    bool drained = false; ///< mail is routed past it
    bool restartFlag = false;
    qint64 backUpMs = 0; ///< with !up: when it is there again
    qint64 unreachableUntilMs = 0, diskFullUntilMs = 0;
    qint64 clockOffsetMs = 0;
    int failingStarts = 0;
    bool installed = false; ///< an installer has ended on it

    QSet<int> blockedPorts;
    QString blockRun; ///< empty: no block
    qint64 droppedPackets = 0;
    int leakyPort = 0; ///< answers whatever the rules say

    QString configDir, upgradedDir; ///< where the config is, and will be
    QByteArray config, plannedConfig;
    QByteArray copy;         ///< of the config; empty: none
    QSet<int> livePorts;     ///< as the service read them when it started
    bool configRead = false; ///< the survey read it; else the ports are the assumed ones

    Job job = Job::None;
    int jobStatus = 0;
    qint64 jobEndsMs = 0;
    InstallerManner manner;

    bool blocks(int port) const { return blockedPorts.contains(port); }
    /// The service starts (reads its ports), or is said not to.
    void start();
    QSet<int> portsOfConfig() const;
    void putConfig(const QByteArray& key, const QByteArray& value);
    /// Answers all of `query` but how it reaches others.
    void answer(NodeAnswer& out, const NodeQuery& query, qint64 nowMs) const;

private:
    QByteArray blockListing() const;
    bool m_dataSync;
    QSet<int> m_assumedPorts;
};

} // namespace ruw
