#include "core/plan/checks/AddressKey.h"
#include "core/plan/checks/Check.h"
#include "core/plan/PreflightChecks.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

using Kind = ProcedureKind;

template <typename T> Fact<T> seen(const T& value)
{
    return {value, FactSource::Detected, {}, std::nullopt};
}

QDateTime at(const QString& iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

/// A site of which the checks have nothing to say, to be spoiled by one case at a time.
struct Lab {
    Site site;
    QMap<QString, QByteArray> configs;
    SurveyReport survey;

    Lab()
    {
        site.name = u"Example"_s;
        site.sourceVersion = {5, 50, 1};
        site.targetVersion = {5, 60, 1};
        site.schedule = {at(u"2026-12-05T22:00:00+09:00"_s), at(u"2026-12-05T22:01:00+09:00"_s),
                         at(u"2026-12-06T21:00:00+09:00"_s)};
        site.rollback = u"Return to the snapshot"_s;
        site.mailLoad = {600, 100, 100};
        for (int i = 1; i <= 3; ++i)
            addNode(i);
        survey.takenAt = at(u"2026-12-01T10:00:00+09:00"_s);
    }
    void addNode(int number)
    {
        Node node;
        node.name = u"mf%1"_s.arg(number);
        node.role = number == 1 ? Role::Master : Role::Slave;
        node.address = u"10.77.0.%1"_s.arg(number);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        node.installDir = u"/opt/mf"_s;
        node.queueDir = u"/opt/mf/queue"_s;
        node.versionCommand = u"version"_s;
        node.service = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
        node.installer = u"/root/installer"_s;
        node.installCommand = u"/root/installer --silent"_s;
        node.installMinutes = 5;
        node.settingsSync = {u"off"_s, u"on"_s, u"is"_s};
        site.nodes.append(node);
        configs.insert(node.name,
                       "REPLICA_SERVER_1 = 10.77.0.1:14083\nREPLICA_SERVER_2 = 10.77.0.2:14083\n"
                       "REPLICA_SERVER_3 = 10.77.0.3:14083\nENABLE_REP_DATA = OFF\n"
                       "DATA_REPORT_SYNC_SERVER_PORT = 14042\nDATA_SAVE_SYNC_SERVER_PORT = 14043\n"
                       "DATA_EWEB_SYNC_SERVER_PORT = 14044\nDATA_QUARANTINE_SYNC_SERVER_PORT = 14045\n"
                       "DATA_POP_SYNC_SERVER_PORT = 14046\nDATA_SMTP_CLIENT_SYNC_SERVER_PORT = 14047\n");
        NodeSurvey found;
        found.name = node.name;
        found.reachable = true;
        found.installDir = seen(node.installDir);
        found.clockSkewSeconds = seen(qint64(1));
        found.freeDiskBytes = seen(qint64(1) << 40);
        found.firewall = seen(QStringList{u"nftables"_s});
        found.blockPresent = seen(QStringList());
        found.version = seen(site.sourceVersion.toString());
        found.serviceState = seen(ServiceState::Running);
        found.systemd = seen(true);
        found.rebootPending = seen(false);
        found.smtp = seen(PortState::Open);
        survey.nodes.append(found);
    }
    Node& node(int number) { return site.nodes[number - 1]; }
    NodeSurvey& found(int number) { return survey.nodes[number - 1]; }
    void edit(int number, const QByteArray& before, const QByteArray& after)
    {
        QByteArray& config = configs[u"mf%1"_s.arg(number)];
        Q_ASSERT(config.contains(before));
        config.replace(before, after);
    }
    void editAll(const QByteArray& before, const QByteArray& after)
    {
        for (int i = 1; i <= 3; ++i)
            edit(i, before, after);
    }
    void dataSyncOn() { editAll("ENABLE_REP_DATA = OFF", "ENABLE_REP_DATA = ON"); }

    SiteFacts facts() const
    {
        SurveyReport complete = survey;
        for (NodeSurvey& one : complete.nodes) {
            const QByteArray bytes = configs.value(one.name);
            one.configPath = one.name + u"/mf_replica.def"_s;
            if (bytes.isEmpty())
                continue;
            one.configBytes = bytes;
            one.config = *ReplicaConfig::parse(bytes);
        }
        return SiteFacts::from(site, complete);
    }
    CheckReport check(std::optional<Kind> chosen = std::nullopt) const
    {
        return preflightChecks(facts(), chosen);
    }
};

QStringList idsOf(const QList<Finding>& findings)
{
    QStringList ids;
    for (const Finding& finding : findings)
        ids.append(finding.id);
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

QStringList idsOf(const Lab& lab)
{
    return idsOf(lab.check().findings);
}

std::optional<Finding> findingOf(const CheckReport& report, const QString& id)
{
    for (const Finding& finding : report.findings) {
        if (finding.id == id)
            return finding;
    }
    return std::nullopt;
}

/// What every check adds to the clean site, with nothing else but what follows from it by necessity.
struct Case {
    const char* name;
    std::function<void(Lab&)> spoil;
    QStringList adds;
    QString node = {}; ///< that the first of `adds` names
};

const QStringList& alwaysThere()
{
    static const QStringList ids = {u"block-peer-traffic-cuts-more"_s};
    return ids;
}

const QList<Case>& cases()
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

} // namespace

class TestPreflightChecks : public QObject {
    Q_OBJECT
private slots:
    void aCleanSiteHasNothingToSay()
    {
        QCOMPARE(idsOf(Lab()), alwaysThere());
        for (const Kind kind : allProcedures())
            QVERIFY(Lab().check().allowed(kind));
        QCOMPARE(idsOf(Lab().check(Kind::StopMailFlow).findings), QStringList());
    }

    void eachCheckSaysItsOwnAndNothingElse_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << i;
    }
    void eachCheckSaysItsOwnAndNothingElse()
    {
        QFETCH(int, index);
        const Case& one = cases()[index];
        Lab lab;
        one.spoil(lab);
        const CheckReport report = lab.check();
        QStringList expected = one.adds + alwaysThere();
        expected.sort();
        QCOMPARE(idsOf(report.findings), expected);
        if (!one.node.isEmpty())
            QCOMPARE(findingOf(report, one.adds.first())->node, one.node);
    }

    void everyFindingHasItsRowAMessageAndARemedy()
    {
        static const QRegularExpression idForm(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
        QSet<QString> given;
        for (const Case& one : cases()) {
            Lab lab;
            one.spoil(lab);
            const CheckReport report = lab.check();
            const bool somethingIsAllowed = std::any_of(report.procedures.begin(), report.procedures.end(),
                                                        [](const ProcedureVerdict& v) { return v.allowed; });
            for (const Finding& finding : report.findings) {
                given.insert(finding.id);
                const checks::CheckInfo* info = checks::infoOf(finding.id);
                QVERIFY2(info, qPrintable(finding.id));
                const bool forbidsOnlySome = info->severity == Severity::Blocker && somethingIsAllowed;
                QCOMPARE(finding.severity, forbidsOnlySome ? Severity::Warning : info->severity);
                for (const Language language : {Language::English, Language::Japanese}) {
                    for (const Text* text : {&finding.message, &finding.remedy}) {
                        const QString words = text->render(language);
                        QVERIFY2(!words.isEmpty(), qPrintable(finding.id));
                        QVERIFY2(!words.contains(QRegularExpression(u"%[1-9n]"_s)), qPrintable(words));
                    }
                }
            }
        }
        for (const checks::CheckInfo& info : checks::catalogue()) {
            QVERIFY2(idForm.match(info.id).hasMatch(), qPrintable(info.id));
            // What depends on a disk's very size has a test of its own.
            if (info.id != "queue-forecast-disk-tight"_L1)
                QVERIFY2(given.contains(info.id), qPrintable(u"no case for "_s + info.id));
        }
    }

    void everyIdStandsInTheCatalogueOnce()
    {
        QSet<QString> ids;
        for (const checks::CheckInfo& info : checks::catalogue()) {
            QVERIFY2(!ids.contains(info.id), qPrintable(info.id));
            ids.insert(info.id);
            QVERIFY(info.procedures != 0);
        }
    }

    void verdicts_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QStringList>("stopMailFlow");
        QTest::addColumn<QStringList>("disableSettingsSync");
        QTest::addColumn<QStringList>("blockSyncPorts");
        QTest::addColumn<QStringList>("blockPeerTraffic");
        const QStringList none;
        const QStringList single = {u"single-mail-node"_s};
        QTest::newRow("nothing is wrong") << 0 << none << none << none << none;
        QTest::newRow("data sync ON: FAQ 2578 rule 4, S2")
            << 1 << none << QStringList{u"data-sync-forbids-disable"_s} << none << none;
        QTest::newRow("one mail node: S4") << 2 << none << single << single << single;
        QTest::newRow("both") << 3 << none
                              << QStringList{u"data-sync-forbids-disable"_s, u"single-mail-node"_s} << single
                              << single;
        QTest::newRow("port conflict") << 4 << none << none << QStringList{u"port-conflict"_s} << none;
        const QStringList differs = {u"data-sync-differs"_s};
        QTest::newRow("data sync differs: to be settled before any work")
            << 5 << differs << QStringList{u"data-sync-differs"_s, u"data-sync-forbids-disable"_s} << differs
            << differs;
        const QStringList full = {u"queue-forecast-disk-short"_s};
        QTest::newRow("no room for the queue")
            << 6 << none << QStringList{u"data-sync-forbids-disable"_s} << full << full;
        const QStringList noMaster = {u"no-master"_s};
        QTest::newRow("no master") << 7 << noMaster << noMaster << noMaster << noMaster;
        QTest::newRow("data sync not set counts as ON")
            << 8 << none << QStringList{u"data-sync-forbids-disable"_s} << none << none;
        QTest::newRow("a port that can't be read") << 9 << none << QStringList{u"data-sync-forbids-disable"_s}
                                                   << QStringList{u"port-invalid"_s} << none;
    }
    void verdicts()
    {
        QFETCH(int, change);
        Lab lab;
        if (change == 1 || change == 3 || change == 6 || change == 9)
            lab.dataSyncOn();
        if (change == 2 || change == 3) {
            lab.node(1).takesMail = false;
            lab.node(2).takesMail = false;
        }
        if (change == 4)
            lab.node(2).smtpPort = 14083;
        if (change == 5)
            lab.edit(2, "= OFF", "= ON");
        if (change == 6)
            lab.found(2).freeDiskBytes = seen(qint64(0));
        if (change == 7)
            lab.node(1).role = Role::Slave;
        if (change == 8)
            lab.editAll("ENABLE_REP_DATA = OFF\n", "");
        if (change == 9)
            lab.edit(3, "= 14047", "= 99999");
        // The verdicts are the same whatever was chosen.
        for (const auto& chosen : {std::optional<Kind>(), std::optional(Kind::StopMailFlow),
                                   std::optional(Kind::BlockSyncPorts)}) {
            const CheckReport report = lab.check(chosen);
            QCOMPARE(report.procedures.size(), 4);
            QTEST(report.procedures[Kind::StopMailFlow].because, "stopMailFlow");
            QTEST(report.procedures[Kind::DisableSettingsSync].because, "disableSettingsSync");
            QTEST(report.procedures[Kind::BlockSyncPorts].because, "blockSyncPorts");
            QTEST(report.procedures[Kind::BlockPeerTraffic].because, "blockPeerTraffic");
            for (const Kind kind : allProcedures())
                QCOMPARE(report.allowed(kind), report.procedures[kind].because.isEmpty());
        }
    }

    void blockersOfAProcedureAreThoseThatForbidIt()
    {
        Lab lab;
        lab.dataSyncOn();
        lab.node(2).smtpPort = 14083;
        const CheckReport report = lab.check();
        QCOMPARE(idsOf(report.blockersOf(Kind::DisableSettingsSync)),
                 QStringList{u"data-sync-forbids-disable"_s});
        QCOMPARE(idsOf(report.blockersOf(Kind::BlockSyncPorts)), QStringList{u"port-conflict"_s});
        QCOMPARE(report.blockersOf(Kind::StopMailFlow), QList<Finding>());
    }

    void findingsOfOtherProceduresAreLeftOutOnceOneIsChosen()
    {
        Lab lab;
        lab.dataSyncOn();
        lab.found(2).systemd = seen(false);
        QCOMPARE(idsOf(lab.check(Kind::StopMailFlow).findings), QStringList());
        QCOMPARE(idsOf(lab.check(Kind::DisableSettingsSync).findings),
                 QStringList{u"data-sync-forbids-disable"_s});
        QCOMPARE(idsOf(lab.check(Kind::BlockSyncPorts).findings),
                 (QStringList{u"queue-pile-up"_s, u"systemd-missing"_s}));
        QCOMPARE(idsOf(lab.check(Kind::BlockPeerTraffic).findings),
                 (QStringList{u"block-peer-traffic-cuts-more"_s, u"queue-pile-up"_s}));
    }

    void blockersComeFirstThenWarningsThenInfos()
    {
        Lab lab;
        lab.dataSyncOn();
        lab.site.rollback.clear();
        lab.node(2).versionCommand.clear();
        const QList<Finding> findings = lab.check(Kind::DisableSettingsSync).findings;
        QVERIFY(findings.size() >= 3);
        QVERIFY(std::is_sorted(findings.begin(), findings.end(),
                               [](const Finding& a, const Finding& b) { return a.severity < b.severity; }));
        QCOMPARE(findings.first().severity, Severity::Blocker);
        QCOMPARE(findings.last().severity, Severity::Info);
    }

    void whatIsTheSameForSeveralNodesIsSaidOnce()
    {
        Lab lab;
        for (int i = 1; i <= 3; ++i)
            lab.node(i).installCommand.clear();
        const CheckReport report = lab.check();
        QCOMPARE(std::count_if(report.findings.begin(), report.findings.end(),
                               [](const Finding& f) { return f.id == "installer-by-hand"_L1; }),
                 1);
        const Finding finding = *findingOf(report, u"installer-by-hand"_s);
        QCOMPARE(finding.node, QString());
        QCOMPARE(finding.message.render(Language::English),
                 u"The installer is run by hand on: mf1, mf2, mf3."_s);
    }

    void threeConfigFilesRolesAndTwoVersionsAreEnough()
    {
        Lab lab;
        lab.site.schedule = {};
        lab.site.rollback.clear();
        lab.site.mailLoad = {};
        for (int i = 1; i <= 3; ++i) {
            const Node full = lab.node(i);
            Node bare;
            bare.name = full.name;
            bare.role = full.role;
            bare.address = full.address;
            bare.access = AccessKind::Files;
            lab.node(i) = bare;
        }
        lab.survey.nodes.clear();
        for (int i = 1; i <= 3; ++i) {
            NodeSurvey found;
            found.name = u"mf%1"_s.arg(i);
            lab.survey.nodes.append(found);
        }
        lab.dataSyncOn();
        const CheckReport report = lab.check();
        QVERIFY(report.allowed(Kind::StopMailFlow));
        QVERIFY(report.allowed(Kind::BlockSyncPorts));
        QVERIFY(report.allowed(Kind::BlockPeerTraffic));
        QVERIFY2(report.findings.size() <= 14, "the report must not drown its reader");
    }

    void whatTheReaderSaidIsPassedOnOnceWithItsNode()
    {
        Lab lab;
        lab.edit(2, "ENABLE", "this is no entry\nENABLE");
        const SiteFacts facts = lab.facts();
        // A saved survey has the same finding in other words and without translation.
        lab.survey.findings.append({u"config-unreadable-line"_s, Severity::Warning, u"mf2"_s,
                                    u"mf2/mf_replica.def"_s, 4, Text::verbatim(u"この行は読めません。"_s),
                                    Text::verbatim(u"…"_s)});
        const CheckReport report = lab.check();
        QList<Finding> passed;
        for (const Finding& finding : report.findings) {
            if (finding.id == "config-unreadable-line"_L1)
                passed.append(finding);
        }
        QCOMPARE(passed.size(), 1);
        QCOMPARE(passed.first().node, u"mf2"_s);
        QCOMPARE(passed.first().path, u"mf2/mf_replica.def"_s);
        QCOMPARE(passed.first().line, 4);
        QVERIFY(passed.first().message.render(Language::English).contains("this is no entry"_L1));
    }

    void aSurveyBlockerForbidsEverything()
    {
        Lab lab;
        lab.survey.findings.append({u"survey-unreachable"_s,
                                    Severity::Blocker,
                                    u"mf2"_s,
                                    {},
                                    0,
                                    Text::verbatim(u"x"_s),
                                    Text::verbatim(u"y"_s)});
        for (const Kind kind : allProcedures())
            QCOMPARE(lab.check().procedures[kind].because, QStringList{u"survey-unreachable"_s});
    }

    void aPortThatIsNotANumberIsReportedWithItsLineAndWhatIsAllowed()
    {
        Lab lab;
        lab.dataSyncOn();
        lab.edit(2, "= 14044", "= 1404x");
        const Finding finding = *findingOf(lab.check(), u"port-invalid"_s);
        QCOMPARE(finding.path, u"mf2/mf_replica.def"_s);
        QCOMPARE(finding.line, 7);
        const QString message = finding.message.render(Language::English);
        QVERIFY(message.contains("1404x"_L1));
        QVERIFY(message.contains("65535"_L1));
    }

    void hostNamesThatCantBeComparedAreCalledSo()
    {
        Lab byAddress;
        byAddress.edit(2, "ENABLE", "REPLICA_SERVER_4 = 10.77.0.9:14083\nENABLE");
        QVERIFY(!findingOf(byAddress.check(), u"peer-unknown"_s)
                     ->message.render(Language::English)
                     .contains("host name"_L1));
        Lab byName;
        byName.edit(2, "= 10.77.0.3:", "= mf3.example.jp:");
        const Finding finding = *findingOf(byName.check(), u"peer-unknown"_s);
        QVERIFY(finding.message.render(Language::English).contains("host names can't be compared"_L1));
        QCOMPARE(finding.line, 3);
    }

    void aStrangePeerOfSeveralNodesIsOneFinding()
    {
        Lab lab;
        lab.editAll("ENABLE", "REPLICA_SERVER_4 = 10.77.0.9:14083\nENABLE");
        const CheckReport report = lab.check();
        QCOMPARE(report.blockersOf(Kind::StopMailFlow).size(), 1);
        QVERIFY(report.blockersOf(Kind::StopMailFlow)
                    .first()
                    .message.render(Language::English)
                    .contains("mf1, mf2, mf3"_L1));
    }

    void aSlaveThatNamesOnlyTheMasterIsNotMissed()
    {
        Lab lab;
        for (const int slave : {2, 3}) {
            lab.edit(slave, "REPLICA_SERVER_2 = 10.77.0.2:14083\n", "");
            lab.edit(slave, "REPLICA_SERVER_3 = 10.77.0.3:14083\n", "");
        }
        QCOMPARE(idsOf(lab), alwaysThere());
        lab.edit(1, "REPLICA_SERVER_3 = 10.77.0.3:14083\n", "");
        const Finding finding = *findingOf(lab.check(), u"peer-missing"_s);
        QCOMPARE(finding.message.render(Language::English), u"The config of mf1 does not name: mf3."_s);
    }

    void hostileNamesAreShownSafely()
    {
        Lab lab;
        lab.node(2).name = u"mf2\u202Eevil\n"_s;
        lab.node(2).installCommand.clear();
        const QString message =
            findingOf(lab.check(), u"installer-by-hand"_s)->message.render(Language::English);
        QVERIFY(!message.contains(QChar(0x202E)));
        QVERIFY(!message.contains(u'\n'));
    }

    void aShortScheduleNamesTheProceduresItIsTooShortFor()
    {
        Lab lab;
        lab.site.schedule.end = lab.site.schedule.start->addSecs(300);
        const QString forAll =
            findingOf(lab.check(), u"schedule-too-short"_s)->message.render(Language::English);
        for (const Kind kind : allProcedures())
            QVERIFY(forAll.contains(procedureText(kind).render(Language::English)));
        const QString forOne = findingOf(lab.check(Kind::StopMailFlow), u"schedule-too-short"_s)
                                   ->message.render(Language::English);
        QVERIFY(!forOne.contains(procedureText(Kind::StopMailFlow).render(Language::English)));
        QCOMPARE(forOne.count(u"The plan takes"_s), 1);
    }

    void theScheduleIsComparedToTheMinute()
    {
        Site site;
        site.schedule.start = at(u"2026-12-05T22:00:00+09:00"_s);
        site.schedule.end = at(u"2026-12-06T00:00:00+09:00"_s);
        site.schedule.decideBy = at(u"2026-12-05T22:30:00+09:00"_s);
        TimeChart chart;
        chart.totalMinutes = 120;
        chart.pointOfNoReturnMinute = 30;
        QCOMPARE(idsOf(scheduleFindings(chart, site)), QStringList());
        chart.totalMinutes = 121;
        chart.pointOfNoReturnMinute = 29;
        QCOMPARE(idsOf(scheduleFindings(chart, site)),
                 (QStringList{u"decide-by-after-point-of-no-return"_s, u"schedule-too-short"_s}));
        QCOMPARE(
            scheduleFindings(chart, site).first().message.render(Language::English),
            u"The plan takes 2 h 01 min and ends at 2026-12-06 00:01. That is 1 min after the latest end."_s);
        chart.pointOfNoReturnMinute = -1;
        site.schedule.end.reset();
        QCOMPARE(idsOf(scheduleFindings(chart, site)), QStringList());
        site.schedule = {std::nullopt, site.schedule.decideBy, at(u"2026-12-05T22:31:00+09:00"_s)};
        QCOMPARE(idsOf(scheduleFindings(chart, site)), QStringList());
    }

    void aDiskThatIsEnoughForWhatIsExpectedButNotForMoreIsAWarning()
    {
        Lab lab;
        lab.dataSyncOn();
        // 600 mails an hour of 100 KiB over three nodes: a third a minute is 341,334 bytes; the high rate is
        // three times that (twice, with one of three nodes out). Between both for a block of any length from
        // 1 to 3 x is the test's business to find: the disk is halved until the report changes.
        bool tight = false;
        for (qint64 bytes = qint64(1) << 40; bytes > 0 && !tight; bytes /= 2) {
            lab.found(2).freeDiskBytes = seen(bytes);
            const CheckReport report = lab.check(Kind::BlockSyncPorts);
            tight = findingOf(report, u"queue-forecast-disk-tight"_s).has_value();
            if (tight) {
                QVERIFY(report.allowed(Kind::BlockSyncPorts));
                QCOMPARE(findingOf(report, u"queue-forecast-disk-tight"_s)->node, u"mf2"_s);
                QCOMPARE(findingOf(report, u"queue-forecast-disk-tight"_s)->severity, Severity::Warning);
            }
        }
        QVERIFY(tight);
    }

    void theJsonIsTheContracts()
    {
        Lab lab;
        lab.dataSyncOn();
        // What forbids only one procedure does not block the upgrade as long as none is chosen.
        const QJsonObject open = lab.check().toJson(Language::English);
        QCOMPARE(open.value("findings"_L1)[0]["severity"_L1].toString(), u"warning"_s);
        const QJsonObject json = lab.check(Kind::DisableSettingsSync).toJson(Language::English);
        QCOMPARE(json.value("format"_L1).toInt(), 1);
        QCOMPARE(json.value("kind"_L1).toString(), u"check"_s);
        const QJsonObject first = json.value("findings"_L1).toArray().first().toObject();
        QCOMPARE(first.value("id"_L1).toString(), u"data-sync-forbids-disable"_s);
        QCOMPARE(first.value("severity"_L1).toString(), u"blocker"_s);
        QVERIFY(!first.value("message"_L1).toString().isEmpty());
        QVERIFY(!first.value("remedy"_L1).toString().isEmpty());
        const QJsonObject verdicts = json.value("procedures"_L1).toObject();
        QCOMPARE(verdicts.keys(), (QStringList{u"block-peer-traffic"_s, u"block-sync-ports"_s,
                                               u"disable-settings-sync"_s, u"stop-mail-flow"_s}));
        const QJsonObject refused = verdicts.value("disable-settings-sync"_L1).toObject();
        QCOMPARE(refused.value("allowed"_L1), QJsonValue(false));
        QCOMPARE(refused.value("because"_L1).toArray(), QJsonArray{u"data-sync-forbids-disable"_s});
        QCOMPARE(verdicts.value("stop-mail-flow"_L1).toObject().value("allowed"_L1), QJsonValue(true));
    }

    void addressesAreComparedByValue_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("the same") << u"10.0.0.1"_s << u" 10.0.0.1 "_s << true;
        QTest::newRow("two addresses") << u"10.0.0.1"_s << u"10.0.0.2"_s << false;
        QTest::newRow("IPv6 spellings") << u"2001:DB8::1"_s << u"[2001:0db8:0:0:0:0:0:1]"_s << true;
        QTest::newRow("IPv4 in IPv6") << u"::ffff:10.0.0.1"_s << u"10.0.0.1"_s << true;
        QTest::newRow("IPv4 in IPv6, in hex") << u"::ffff:a00:1"_s << u"10.0.0.1"_s << true;
        QTest::newRow("zone") << u"fe80::1%eth0"_s << u"fe80::1"_s << true;
        QTest::newRow("names") << u"Mf1.Example.JP."_s << u"mf1.example.jp"_s << true;
        QTest::newRow("name and address") << u"localhost"_s << u"127.0.0.1"_s << false;
        QTest::newRow("octal look-alike is no address") << u"010.0.0.1"_s << u"10.0.0.1"_s << false;
        QTest::newRow("short form is no address") << u"10.1"_s << u"10.0.0.1"_s << false;
    }
    void addressesAreComparedByValue()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(checks::addressKey(one) == checks::addressKey(other), "same");
    }
};

QTEST_GUILESS_MAIN(TestPreflightChecks)
#include "tst_preflightchecks.moc"
