#pragma once

#include "core/access/NodeAccess.h"
#include "core/survey/SurveyReport.h"

#include <QFlags>

namespace ruw {

/// What a node can be asked. Each is a part of the script of its own (resources/scripts/survey-*.sh).
enum class Ask : unsigned {
    Machine = 1u << 0,      ///< host name, system, addresses, systemd, pending reboot
    Config = 1u << 1,       ///< the replica config, and whether one lies in the default directory
    Version = 1u << 2,      ///< the operator's command
    Service = 1u << 3,      ///< the operator's command
    BootStart = 1u << 4,    ///< the operator's command
    SettingsSync = 1u << 5, ///< the operator's command
    Listening = 1u << 6,    ///< TCP ports
    Firewall = 1u << 7,     ///< the packet filters that are there
    Block = 1u << 8,        ///< what a block of this program left, rules and files
    Queue = 1u << 9,        ///< size of the queue and free disk
    Installer = 1u << 10,   ///< its checksum
    Copy = 1u << 11,        ///< checksum of the copy of the replica config that the run made
    Job = 1u << 12          ///< how the installer stands that the run started
};
Q_DECLARE_FLAGS(Asks, Ask)
Q_DECLARE_OPERATORS_FOR_FLAGS(Asks)

/// One address of another node, whose ports are to be asked from this one.
struct ReachTarget {
    QString address; ///< literal, or a name that the asking node looks up
    IpFamily family = IpFamily::Ipv4;
    QList<int> ports;
    friend bool operator==(const ReachTarget&, const ReachTarget&) = default;
};

/// One question to one node: a value that says what is asked and with which entries, so that a script can be made of it and
/// a simulated node can answer without one. Nothing is changed by any of it.
struct NodeQuery {
    /// Vendor's default folder of Ver.5 on Linux (FAQ 3169), looked at where nothing is entered.
    static constexpr char16_t defaultInstallDir[] = u"/usr/local/mfilter5";
    Asks asks;
    QString installDir; ///< as entered, or empty
    QString queueDir, installer;
    QString copyPath; ///< of the copy that the run made of the replica config; empty: none
    QString jobDir;   ///< where the run's installer leaves its process id, output and result; empty: none
    int jobAttempt = 1; ///< of which installer run; what another one left there is not told
    QString versionCommand, serviceStatus, bootStatus, settingsSyncStatus; ///< run as they stand; empty: not given
    QList<ReachTarget> reach; ///< not empty: each port of each target is asked, all at once
    int commandSeconds = 10;  ///< the time that each of the operator's commands gets
    int reachSeconds = 3;     ///< the time in which a port has to answer

    /// With the entries of this node.
    static NodeQuery about(const Node& node, Asks asks);
    static NodeQuery reaching(QList<ReachTarget> targets);
    /// Everything that a survey wants to know of a node.
    static Asks everything();

    /// Where the config is read: in the entered directory, else in the default one.
    QString effectiveInstallDir() const;
    QString configPath() const;

    /// POSIX sh text (dash, bash, busybox); prints what NodeAnswer::parse() takes. Each has a mark of its own.
    QByteArray script() const;
    /// The script with the limits that it needs, to be run as root where the site says so.
    NodeCommand command() const;
    friend bool operator==(const NodeQuery&, const NodeQuery&) = default;
};

} // namespace ruw
