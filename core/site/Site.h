#pragma once

#include "core/product/ProductVersion.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace ruw {

enum class Role { Master, Slave };
enum class Os { Linux, Windows };
enum class AccessKind { Ssh, Files, Manual };
enum class SshAuth { Agent, Key, Password, KeyboardInteractive };

QString roleCode(Role role);
QString osCode(Os os);
QString accessCode(AccessKind access);
QString sshAuthCode(SshAuth auth);
Text roleText(Role role);     ///< マスター機 / スレーブ機
Text osText(Os os);
Text accessText(AccessKind access);

inline constexpr int usualSshPort = 22; ///< where the site file names none

/// How a node is reached by SSH. No secret stands here, ever.
struct SshSettings {
    int port = usualSshPort;
    QString user;
    SshAuth auth = SshAuth::Agent;
    QString keyFile; ///< as written; relative paths are relative to the site file
    bool sudo = false;
    QString jump; ///< "user@host:port", empty: direct
    friend bool operator==(const SshSettings&, const SshSettings&) = default;
};

/// The operator's own commands; they run as they stand. Empty: not given, so the step is done by hand.
struct ServiceCommands {
    QString start, stop, status, bootOff, bootOn, bootStatus;
    friend bool operator==(const ServiceCommands&, const ServiceCommands&) = default;
};
struct SettingsSyncCommands {
    QString disable, enable, status;
    friend bool operator==(const SettingsSyncCommands&, const SettingsSyncCommands&) = default;
};

struct Node {
    QString name;
    Role role = Role::Slave;
    QString address;
    QStringList syncAddresses; ///< as written; use effectiveSyncAddresses()
    Os os = Os::Linux;
    AccessKind access = AccessKind::Files;
    std::optional<SshSettings> ssh;
    QString installDir, targetInstallDir, queueDir, archiveDir;
    QString config; ///< a copy of mf_replica.def on this machine, as written
    QString versionCommand;
    ServiceCommands service;
    QString installer, installCommand;
    std::optional<int> installMinutes;
    SettingsSyncCommands settingsSync;
    bool takesMail = true;
    std::optional<int> smtpPort; ///< none: 25 is assumed
    QString adminUrl;
    QJsonObject unknown;

    bool isMaster() const { return role == Role::Master; }
    QStringList effectiveSyncAddresses() const { return syncAddresses.isEmpty() ? QStringList{address} : syncAddresses; }
    int effectiveSmtpPort() const { return smtpPort.value_or(25); }
    friend bool operator==(const Node&, const Node&) = default;
};

struct Schedule {
    std::optional<QDateTime> start, decideBy, end;
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// The operator's assumptions for the queue forecast (data sync ON). All optional: the forecast says what it assumes.
struct MailLoad {
    std::optional<int> mailsPerHour; ///< all mail nodes together, at the time of the work
    std::optional<int> meanMailKiB;  ///< mean size of a mail as it lies in the queue
    std::optional<int> keptPercent;  ///< share of mails that are saved or held, 0..100
    friend bool operator==(const MailLoad&, const MailLoad&) = default;
};

/// Between whom a test mail goes, where the operator wants one. Both addresses are his: nothing is assumed.
struct TestMailPeople {
    QString from, to;
    bool complete() const { return !from.isEmpty() && !to.isEmpty(); }
    friend bool operator==(const TestMailPeople&, const TestMailPeople&) = default;
};

/// What the operator says of his site. Nothing in it was looked up; nothing in it is a secret.
struct Site {
    static constexpr int mostNodes = 16;

    QString name;
    ProductVersion sourceVersion, targetVersion;
    Schedule schedule;
    QList<Node> nodes;
    QString rollback;         ///< how to go back to the old version, in the operator's words
    QString targetInstallDir; ///< for every node that does not name its own
    MailLoad mailLoad;
    TestMailPeople testMail;
    QJsonObject unknown;
    QString directory; ///< of the site file: relative paths start here. Not written.

    const Node* node(const QString& nodeName) const;
    const Node* master() const; ///< the first one
    QList<Node> slaves() const; ///< in the site's order
    QList<Node> mailNodes() const;
    /// Slaves in the site's order, then the master: the order in which the FAQ starts them, ours for every round.
    QList<Node> slavesThenMaster() const;
    QString absolutePath(const QString& path) const;
    bool majorVersionChanges() const { return sourceVersion.major != targetVersion.major; }
    friend bool operator==(const Site&, const Site&) = default;
};

} // namespace ruw
