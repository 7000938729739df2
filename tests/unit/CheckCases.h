#pragma once

#include "CheckLab.h"

#include <functional>

namespace ruw::samples {

/// What every check adds to the clean site, with nothing else but what follows from it by necessity.
struct Case {
    const char* name;
    std::function<void(Lab&)> spoil;
    QStringList adds;
    QString node = {}; ///< that the first of `adds` names
};

inline const QList<Case>& cases()
{
    const QStringList withDataSync = {u"data-sync-forbids-disable"_s, u"queue-pile-up"_s};
    static const QList<Case> all = {
        {"no node is the master", [](Lab& l) { l.node(1).role = Role::Slave; }, {u"no-master"_s}},
        {"two nodes are the master", [](Lab& l) { l.node(2).role = Role::Master; }, {u"several-masters"_s}},
        {"one node alone",
         [](Lab& l) {
             l.site.nodes.resize(1);
             l.configs[u"mf1"_s].replace(
                 "REPLICA_SERVER_2 = 10.77.0.2:14083\nREPLICA_SERVER_3 = 10.77.0.3:14083\n", "");
         },
         {u"too-few-nodes"_s, u"single-mail-node"_s}},
        {"no node at all",
         [](Lab& l) { l.site.nodes.clear(); },
         {u"too-few-nodes"_s, u"no-master"_s, u"no-mail-node"_s, u"data-sync-forbids-disable"_s}},
        {"seventeen nodes",
         [](Lab& l) {
             for (int i = 4; i <= 17; ++i)
                 l.addNode(i);
         },
         {u"too-many-nodes"_s, u"peer-missing"_s}},
        {"a node without a name",
         [](Lab& l) {
             l.node(3).name = u" "_s;
             l.found(3).name = u" "_s;
             l.configs[u" "_s] = l.configs[u"mf3"_s];
         },
         {u"node-name-empty"_s}},
        {"a node without an address",
         [](Lab& l) {
             l.node(3).syncAddresses = {u"10.77.0.3"_s};
             l.node(3).address.clear();
         },
         {u"node-address-empty"_s},
         u"mf3"_s},
        {"names that differ in case only",
         [](Lab& l) {
             l.node(3).name = u"MF2"_s;
             l.found(3).name = u"MF2"_s;
             l.configs[u"MF2"_s] = l.configs[u"mf3"_s];
         },
         {u"same-name-twice"_s}},
        {"an address that is another node's sync address, written another way",
         [](Lab& l) {
             l.node(3).syncAddresses = {u"10.77.0.3"_s, u"::ffff:10.77.0.2"_s};
         },
         {u"same-address-twice"_s}},
        {"a version is not entered",
         [](Lab& l) {
             l.site.targetVersion = {};
             l.site.nodes[0].targetInstallDir = u"x"_s;
             l.site.targetInstallDir = u"x"_s;
         },
         {u"version-missing"_s, u"major-version-change"_s}},
        {"the target version is the source version",
         [](Lab& l) { l.site.targetVersion = l.site.sourceVersion; },
         {u"target-not-newer"_s}},
        {"the target version is older",
         [](Lab& l) {
             l.site.targetVersion = {5, 50, 0};
         },
         {u"target-not-newer"_s}},
        {"a Windows node by SSH",
         [](Lab& l) {
             l.node(2).os = Os::Windows;
             l.survey.findings.append({u"survey-unreachable"_s,
                                       Severity::Blocker,
                                       u"mf2"_s,
                                       {},
                                       0,
                                       Text::verbatim(u"x"_s),
                                       Text::verbatim(u"y"_s)});
         },
         {u"windows-ssh"_s, u"windows-firewall-profiles"_s},
         u"mf2"_s},
        {"the decision is after the end",
         [](Lab& l) { l.site.schedule.decideBy = l.site.schedule.end->addSecs(60); },
         {u"schedule-order"_s}},
        {"the end equals the start",
         [](Lab& l) {
             l.site.schedule.decideBy.reset();
             l.site.schedule.end = l.site.schedule.start;
         },
         {u"schedule-order"_s}},
        {"no schedule", [](Lab& l) { l.site.schedule = {}; }, {u"schedule-missing"_s}},
        {"a schedule of five minutes",
         [](Lab& l) { l.site.schedule.end = l.site.schedule.start->addSecs(300); },
         {u"schedule-too-short"_s}},
        {"the decision is long after the first installer run",
         [](Lab& l) { l.site.schedule.decideBy = l.site.schedule.end->addSecs(-60); },
         {u"decide-by-after-point-of-no-return"_s}},
        {"the major version changes",
         [](Lab& l) {
             l.site.targetVersion = {6, 0, 1};
             l.site.targetInstallDir = u"/opt/new"_s;
         },
         {u"major-version-change"_s}},
        {"the major version changes, and nobody said where to",
         [](Lab& l) {
             l.site.targetVersion = {6, 0, 1};
             l.node(1).targetInstallDir = u"/opt/new"_s;
             l.node(2).targetInstallDir = u"/opt/new"_s;
         },
         {u"target-install-dir-missing"_s, u"major-version-change"_s},
         u"mf3"_s},
        {"no way back", [](Lab& l) { l.site.rollback = u" \n"_s; }, {u"no-rollback-way"_s}},
        {"a config was not read",
         [](Lab& l) {
             l.configs.remove(u"mf2"_s);
             l.survey.findings.append({u"survey-config-missing"_s,
                                       Severity::Warning,
                                       u"mf2"_s,
                                       {},
                                       0,
                                       Text::verbatim(u"x"_s),
                                       Text::verbatim(u"y"_s)});
         },
         QStringList{u"config-missing"_s} + withDataSync, u"mf2"_s},
        {"no version command",
         [](Lab& l) { l.node(2).versionCommand.clear(); },
         {u"no-version-command"_s},
         u"mf2"_s},
        {"no status command",
         [](Lab& l) { l.node(2).service.status.clear(); },
         {u"no-service-commands"_s},
         u"mf2"_s},
        {"no install command",
         [](Lab& l) { l.node(3).installCommand.clear(); },
         {u"installer-by-hand"_s},
         u"mf3"_s},
        {"no install minutes",
         [](Lab& l) { l.node(3).installMinutes.reset(); },
         {u"install-minutes-assumed"_s},
         u"mf3"_s},
        {"a manual node",
         [](Lab& l) { l.node(2).access = AccessKind::Manual; },
         {u"access-manual"_s},
         u"mf2"_s},
        {"a node known from its file",
         [](Lab& l) { l.node(2).access = AccessKind::Files; },
         {u"access-files"_s},
         u"mf2"_s},
        {"no commands for settings sync",
         [](Lab& l) { l.node(1).settingsSync = {}; },
         {u"settings-sync-by-faq-4105"_s},
         u"mf1"_s},
        {"data sync is ON", [](Lab& l) { l.dataSyncOn(); }, withDataSync},
        {"data sync differs", [](Lab& l) { l.edit(2, "ENABLE_REP_DATA = OFF", "ENABLE_REP_DATA = ON"); },
         QStringList{u"data-sync-differs"_s} + withDataSync},
        {"data sync is not set", [](Lab& l) { l.edit(2, "ENABLE_REP_DATA = OFF\n", ""); },
         QStringList{u"data-sync-unset"_s} + withDataSync, u"mf2"_s},
        {"data sync is set to something else",
         [](Lab& l) { l.edit(2, "ENABLE_REP_DATA = OFF", "ENABLE_REP_DATA = YES"); },
         QStringList{u"data-sync-invalid"_s} + withDataSync, u"mf2"_s},
        {"a data port differs",
         [](Lab& l) { l.edit(2, "= 14043", "= 15043"); },
         {u"port-differs-between-nodes"_s}},
        {"the settings port differs",
         [](Lab& l) { l.edit(2, ":14083", ":15083"); },
         {u"port-differs-between-nodes"_s}},
        {"a changed port is missing in one file",
         [](Lab& l) {
             l.dataSyncOn();
             l.editAll("= 14043", "= 15043");
             l.edit(2, "DATA_SAVE_SYNC_SERVER_PORT = 15043\n", "");
         },
         QStringList{u"port-differs-from-assumed"_s, u"port-assumed"_s} + withDataSync},
        {"a port is not in the file",
         [](Lab& l) {
             l.dataSyncOn();
             l.edit(2, "DATA_SAVE_SYNC_SERVER_PORT = 14043\n", "");
         },
         QStringList{u"port-assumed"_s} + withDataSync, u"mf2"_s},
        {"a port that data sync OFF doesn't use is not in the file",
         [](Lab& l) { l.edit(2, "DATA_SAVE_SYNC_SERVER_PORT = 14043\n", ""); },
         {}},
        {"the settings port is the SMTP port",
         [](Lab& l) { l.node(2).smtpPort = 14083; },
         {u"port-conflict"_s},
         u"mf2"_s},
        {"the settings port is the SSH port",
         [](Lab& l) { l.node(2).ssh->port = 14083; },
         {u"port-conflict"_s},
         u"mf2"_s},
        {"the settings port is the admin port",
         [](Lab& l) { l.node(2).adminUrl = u"https://10.77.0.2:14083/"_s; },
         {u"port-conflict"_s},
         u"mf2"_s},
        {"a data port is the admin port, but data sync is OFF",
         [](Lab& l) { l.node(2).adminUrl = u"https://10.77.0.2:14042/"_s; },
         {}},
        {"a port is not a number",
         [](Lab& l) {
             l.dataSyncOn();
             l.edit(2, "= 14044", "= 1404x");
         },
         QStringList{u"port-invalid"_s} + withDataSync, u"mf2"_s},
        {"two keys share a port",
         [](Lab& l) {
             l.dataSyncOn();
             l.editAll("= 14044", "= 14043");
         },
         QStringList{u"port-shared-by-keys"_s} + withDataSync, u"mf1"_s},
        {"the target version brings ports",
         [](Lab& l) {
             l.dataSyncOn();
             l.site.sourceVersion = {5, 20, 1};
             for (int i = 1; i <= 3; ++i)
                 l.found(i).version = seen(u"5.20R01"_s);
         },
         QStringList{u"new-ports-in-target"_s} + withDataSync},
        {"the target version brings ports, but data sync is OFF",
         [](Lab& l) {
             l.site.sourceVersion = {5, 20, 1};
             for (int i = 1; i <= 3; ++i)
                 l.found(i).version = seen(u"5.20R01"_s);
         },
         {}},
        {"a peer that is no node",
         [](Lab& l) { l.edit(2, "ENABLE", "REPLICA_SERVER_4 = 10.77.0.9:14083\nENABLE"); },
         {u"peer-unknown"_s},
         u"mf2"_s},
        {"a peer by host name",
         [](Lab& l) { l.edit(2, "= 10.77.0.3:", "= mf3.example.jp:"); },
         {u"peer-unknown"_s},
         u"mf2"_s},
        {"a peer by a host name that is entered",
         [](Lab& l) {
             l.edit(2, "= 10.77.0.3:", "= MF3.example.jp:");
             l.node(3).syncAddresses = {u"10.77.0.3"_s, u"mf3.example.jp."_s};
         },
         {}},
        {"a peer by another spelling of its IPv6 address",
         [](Lab& l) {
             l.edit(2, "= 10.77.0.3:", "= [2001:DB8:0:0::3]:");
             l.node(3).syncAddresses = {u"10.77.0.3"_s, u"2001:db8::3"_s};
         },
         {}},
        {"a config that leaves a node out",
         [](Lab& l) { l.edit(2, "REPLICA_SERVER_3 = 10.77.0.3:14083\n", ""); },
         {}},
        {"a config that leaves the master out",
         [](Lab& l) { l.edit(2, "REPLICA_SERVER_1 = 10.77.0.1:14083\n", ""); },
         {u"peer-missing"_s},
         u"mf2"_s},
        {"keys that nobody knows",
         [](Lab& l) { l.edit(2, "ENABLE", "SOME_KEY = 1\nOTHER_KEY = 2\nENABLE"); },
         {u"config-unknown-keys"_s},
         u"mf2"_s},
        {"one mail node",
         [](Lab& l) {
             l.node(1).takesMail = false;
             l.node(2).takesMail = false;
         },
         {u"single-mail-node"_s},
         u"mf3"_s},
        {"no mail node",
         [](Lab& l) {
             for (int i = 1; i <= 3; ++i)
                 l.node(i).takesMail = false;
         },
         {u"no-mail-node"_s}},
        {"a mail node that doesn't answer",
         [](Lab& l) { l.found(2).smtp = seen(PortState::Refused); },
         {u"smtp-not-answering"_s},
         u"mf2"_s},
        {"the free disk is not known",
         [](Lab& l) {
             l.dataSyncOn();
             l.found(2).freeDiskBytes = {};
         },
         QStringList{u"queue-forecast-unknown"_s} + withDataSync, u"mf2"_s},
        {"the master's free disk is not known",
         [](Lab& l) {
             l.dataSyncOn();
             l.found(1).freeDiskBytes = {};
         },
         withDataSync},
        {"the disk is too small",
         [](Lab& l) {
             l.dataSyncOn();
             l.found(2).freeDiskBytes = seen(qint64(1024));
         },
         QStringList{u"queue-forecast-disk-short"_s} + withDataSync, u"mf2"_s},
        {"the disk is too small, but data sync is OFF",
         [](Lab& l) { l.found(2).freeDiskBytes = seen(qint64(1024)); },
         {}},
        {"figures for the forecast are missing",
         [](Lab& l) {
             l.dataSyncOn();
             l.site.mailLoad.meanMailKiB.reset();
         },
         QStringList{u"queue-figures-assumed"_s} + withDataSync},
        {"a slave's queue directory is not entered",
         [](Lab& l) {
             l.dataSyncOn();
             l.node(3).queueDir.clear();
         },
         QStringList{u"queue-dir-missing"_s} + withDataSync, u"mf3"_s},
        {"a block stands",
         [](Lab& l) { l.found(2).blockPresent = seen(QStringList{u"run-0"_s}); },
         {u"block-of-another-run"_s},
         u"mf2"_s},
        {"a block stands that the plan can lift",
         [](Lab& l) { l.found(2).blockPresent = seen(QStringList{u"feedface00"_s}); },
         {u"block-of-earlier-run"_s},
         u"mf2"_s},
        {"iptables alone",
         [](Lab& l) {
             l.found(2).firewall = seen(QStringList{u"iptables"_s, u"firewalld"_s});
         },
         {u"firewall-iptables-only"_s},
         u"mf2"_s},
        {"no systemd", [](Lab& l) { l.found(2).systemd = seen(false); }, {u"systemd-missing"_s}, u"mf2"_s},
        {"a sync port is filtered already",
         [](Lab& l) {
             l.survey.links.append({u"mf1"_s, u"mf2"_s, IpFamily::Ipv4, 14083, PortState::Filtered});
             l.survey.links.append({u"mf1"_s, u"mf3"_s, IpFamily::Ipv4, 14083, PortState::Open});
         },
         {u"sync-port-filtered-before"_s}},
        {"a service does not run",
         [](Lab& l) { l.found(2).serviceState = seen(ServiceState::Stopped); },
         {u"service-not-running"_s},
         u"mf2"_s},
        {"nobody knows the packet filter",
         [](Lab& l) { l.found(2).firewall = {}; },
         {u"firewall-unknown"_s},
         u"mf2"_s},
        {"a Windows node by hand",
         [](Lab& l) {
             l.node(2).os = Os::Windows;
             l.node(2).access = AccessKind::Manual;
             l.found(2).firewall = {};
         },
         {u"windows-firewall-profiles"_s, u"access-manual"_s},
         u"mf2"_s},
        {"a node has been upgraded already",
         [](Lab& l) { l.found(2).version = seen(u"5.60R01"_s); },
         {u"versions-differ"_s}},
        {"all nodes have been upgraded",
         [](Lab& l) {
             for (int i = 1; i <= 3; ++i)
                 l.found(i).version = seen(u"5.60R01"_s);
         },
         {}},
        {"all nodes have another version than entered",
         [](Lab& l) {
             for (int i = 1; i <= 3; ++i)
                 l.found(i).version = seen(u"5.40R01"_s);
         },
         {u"version-unexpected"_s},
         u"mf1"_s},
        {"another install directory was found",
         [](Lab& l) { l.found(2).installDir = seen(u"/usr/local/x"_s); },
         {u"install-dir-differs"_s},
         u"mf2"_s},
        {"a reboot is pending",
         [](Lab& l) { l.found(2).rebootPending = seen(true); },
         {u"restart-pending"_s},
         u"mf2"_s},
        {"a node is not started at boot", // and the work would leave it started at boot
         [](Lab& l) { l.found(2).bootStart = seen(BootStart::Off); },
         {u"boot-start-off-before"_s},
         u"mf2"_s},
        {"two nodes are not started at boot",
         [](Lab& l) {
             for (const int i : {2, 3})
                 l.found(i).bootStart = seen(BootStart::Off);
         },
         {u"boot-start-off-before"_s}},
        {"all nodes are started at boot",
         [](Lab& l) {
             for (int i = 1; i <= 3; ++i)
                 l.found(i).bootStart = seen(BootStart::On);
         },
         {}},
        {"whether a node is started at boot is not known",
         [](Lab& l) { l.found(2).bootStart = seen(BootStart::Unknown); },
         {}},
        {"a clock is behind",
         [](Lab& l) { l.found(2).clockSkewSeconds = seen(qint64(-61)); },
         {u"clock-skew"_s},
         u"mf2"_s},
        {"a clock is behind, but tolerably",
         [](Lab& l) { l.found(2).clockSkewSeconds = seen(qint64(-60)); },
         {}},
    };
    return all;
}

} // namespace ruw::samples
