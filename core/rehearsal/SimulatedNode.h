#pragma once

#include "core/plan/NodeCommands.h"
#include "core/rehearsal/SimulatedCommands.h"
#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// The state of one simulated node.
struct SimulatedNode {
    enum class Job { None, Running, Ended, Lost };
    /// What is special about the installer run under way.
    struct InstallerManner {
        bool startsService = false, bootStart = false, newPort = false, changesMode = false, enablesSync = false, lies = false,
             fails = false, reboots = false;
    };

    SimulatedNode(const SiteFacts& facts, const NodeFacts& node, const QString& runId);

    QString name;
    bool master = false, takesMail = true, bySsh = false;
    QStringList addresses;
    int smtpPort = 25;

    QString version;
    bool up = true, running = true, bootStart = true, settingsSync = true;
    bool ranAtFirst = true, bootStartAtFirst = true; ///< before the work
    bool drained = false; ///< mail is routed past it
    bool restartFlag = false;
    qint64 backUpMs = 0; ///< with !up: when it is there again
    qint64 unreachableUntilMs = 0, diskFullUntilMs = 0;
    qint64 clockOffsetMs = 0;
    int failingStarts = 0;
    bool installed = false; ///< an installer has ended on it

    QSet<int> blockedPorts;
    QSet<int> everNamed; ///< ports that its config has ever named beyond the planned ones
    QSet<int> covered;   ///< ports that the run has ever blocked here
    QString blockRun;    ///< empty: no block
    qint64 droppedPackets = 0;
    int leakyPort = 0; ///< answers whatever the rules say
    QHash<QString, QSet<int>> silentTo; ///< by node: ports at which it got no answer before the work: the site's own firewalls

    QString configDir, upgradedDir; ///< where the config is, and will be
    QByteArray config, plannedConfig;
    QByteArray copy;         ///< of the config; empty: none
    QSet<int> livePorts;     ///< as the service read them when it started
    QSet<int> liveSettings;  ///< of them: those of settings sync
    bool liveData = true;    ///< it syncs data, as it read when it started
    bool configRead = false; ///< the survey read it

    Job job = Job::None;
    int jobStatus = 0;
    static constexpr int anyAttempt = 0;
    int jobAttempt = anyAttempt; ///< of the installer run that the job is of; any: somebody ran it by hand
    qint64 jobEndsMs = 0;
    InstallerManner manner;

    /// What is not as it was before the work, apart from the version.
    enum Change : quint8 { ServiceDown = 1, BootStartOff = 2, SettingsSyncOff = 4, Blocked = 8, Drained = 16 };
    Q_DECLARE_FLAGS(Changes, Change)
    Changes changes(const QString& runId) const;
    /// See SimulatedSite::likeness().
    void addLikeness(QByteArray& out, qint64 nowMs) const;
    /// It answers by SSH now.
    bool reachable(qint64 nowMs) const { return up && unreachableUntilMs <= nowMs; }
    /// What its config says of the sync is not what the plan knows (S11).
    bool drifted() const { return portsOf(config) != portsOf(plannedConfig) || dataSyncOf(config) != dataSyncOf(plannedConfig); }
    /// Its config says of data sync and of its peers what the plan knows.
    bool syncModeAsPlanned() const;
    /// What a step of this kind does to a node, but for the installer. False: it could not be done.
    bool take(const SimulatedEffect& effect, const Procedure& procedure);
    bool blocks(int port) const { return blockedPorts.contains(port); }
    bool isSilentTo(const QString& node, int port) const { return !silentTo.isEmpty() && silentTo.value(node).contains(port); }
    /// The service starts (reads its ports), or is said not to.
    void start();
    void readPorts();
    /// The ports that the installed version would open by its config, or by default where that names none.
    QSet<int> portsOfConfig() const { return portsOf(config); }
    void putConfig(const QByteArray& key, const QByteArray& value);
    /// The config names another port, one that is in use in this mode; data sync switched; another server.
    void putOtherPort(const QByteArray& dataKey, int offset);
    void putOtherMode();
    void putOtherPeer();
    /// Answers all of `query` but how it reaches others.
    void answer(NodeAnswer& out, const NodeQuery& query, qint64 nowMs) const;

private:
    QSet<int> portsOf(const QByteArray& itsConfig, bool onlySettings = false) const;
    bool syncsDataBy(const QByteArray& itsConfig) const;
    static ReplicaConfig::DataSync dataSyncOf(const QByteArray& itsConfig);
    QByteArray blockListing() const;
    bool m_dataSync;
    QList<PortFact> m_ports; ///< as the plan knows them
};

Q_DECLARE_OPERATORS_FOR_FLAGS(SimulatedNode::Changes)

/// How a simulated site is, or is taken to be.
struct SiteTruth {
    QList<SimulatedNode> nodes;
    bool trafficCut = false, mailFlows = true;
    /// What a step of this kind does; `node` -1: to the whole site. False: it could not be done.
    bool take(const SimulatedEffect& effect, int node, const Procedure& procedure);
};

} // namespace ruw
