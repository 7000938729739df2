#pragma once

#include "core/plan/PreflightChecks.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace ruw::samples {

using namespace Qt::StringLiterals;

using Kind = ProcedureKind;

template <typename T> Fact<T> seen(const T& value)
{
    return {value, FactSource::Detected, {}, std::nullopt};
}

inline QDateTime at(const QString& iso)
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

/// The ids of the findings, each once, sorted.
inline QStringList idsOf(const QList<Finding>& findings)
{
    QStringList ids;
    for (const Finding& finding : findings)
        ids.append(finding.id);
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

inline QStringList idsOf(const Lab& lab)
{
    return idsOf(lab.check().findings);
}

/// The first finding of that id; nothing: there is none.
inline std::optional<Finding> findingOf(const CheckReport& report, const QString& id)
{
    for (const Finding& finding : report.findings) {
        if (finding.id == id)
            return finding;
    }
    return std::nullopt;
}

/// What the checks say even of the clean site, as long as no procedure is chosen.
inline const QStringList& alwaysThere()
{
    static const QStringList ids = {u"block-peer-traffic-cuts-more"_s};
    return ids;
}

} // namespace ruw::samples
