#pragma once

#include "core/plan/Planner.h"

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// What a made-up site is like; the defaults are 1 master + 2 slaves on Linux, data sync ON, 5.20R01
/// -> 5.60R01.
struct SiteShape {
    int slaves = 2;
    QByteArray dataSync = "ON"; ///< empty: the key is absent
    QString source = u"5.20R01"_s;
    QString target = u"5.60R01"_s;
    Os os = Os::Linux;
    bool mixed = false; ///< every second node runs Windows
    AccessKind access = AccessKind::Files;
    bool commands = true; ///< the site file gives the service's commands
    bool installersByHand = false; ///< the site file gives no installer's command
    int mailNodes = 16;   ///< how many of the nodes take mail, from the first one on
};

/// A site of one system.
inline SiteShape shapeOf(int slaves, const QByteArray& dataSync, bool windows)
{
    SiteShape shape;
    shape.slaves = slaves;
    shape.dataSync = dataSync;
    shape.os = windows ? Os::Windows : Os::Linux;
    return shape;
}

inline Site site(const SiteShape& shape)
{
    Site site;
    site.name = u"Test site"_s;
    site.sourceVersion = ProductVersion::parse(shape.source).value();
    site.targetVersion = ProductVersion::parse(shape.target).value();
    site.rollback = u"Restore the snapshots"_s;
    site.targetInstallDir = u"/opt/mfilter"_s;
    site.schedule.start = QDateTime::fromString(u"2026-12-05T20:00:00+09:00"_s, Qt::ISODate);
    site.schedule.decideBy = QDateTime::fromString(u"2026-12-06T16:00:00+09:00"_s, Qt::ISODate);
    site.schedule.end = QDateTime::fromString(u"2026-12-06T20:00:00+09:00"_s, Qt::ISODate);
    for (int i = 0; i <= shape.slaves; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i + 1);
        node.role = i == 0 ? Role::Master : Role::Slave;
        node.address = u"10.77.0.%1"_s.arg(i + 1);
        node.os = shape.mixed && i % 2 == 1 ? Os::Windows : shape.os;
        node.access =
            node.os == Os::Windows && shape.access == AccessKind::Ssh ? AccessKind::Manual : shape.access;
        if (node.access == AccessKind::Ssh)
            node.ssh = SshSettings{22, u"root"_s, SshAuth::Agent, {}, false, {}};
        node.installDir = node.os == Os::Windows ? u"C:\\m-FILTER"_s : u"/usr/local/mfilter5"_s;
        node.takesMail = i < shape.mailNodes;
        if (shape.commands) {
            node.service = {u"svc start"_s,   u"svc stop"_s,   u"svc status"_s,
                            u"svc bootoff"_s, u"svc booton"_s, u"svc bootstatus"_s};
            node.versionCommand = u"svc version"_s;
            if (!shape.installersByHand)
                node.installCommand = u"/root/installer --silent"_s;
            node.settingsSync = {u"sync off"_s, u"sync on"_s, u"sync status"_s};
            node.queueDir = u"/var/queue"_s;
        }
        site.nodes.append(node);
    }
    return site;
}

inline QByteArray config(const SiteShape& shape, int own)
{
    QByteArray out = "# replica\n";
    for (int i = 0; i <= shape.slaves; ++i) {
        if (i != own)
            out += "REPLICA_SERVER_" + QByteArray::number(i + 1) + " = 10.77.0." + QByteArray::number(i + 1) +
                   ":14083\n";
    }
    out += "DATA_REPORT_SYNC_SERVER_PORT = 14042\nDATA_SAVE_SYNC_SERVER_PORT = "
           "14043\nDATA_EWEB_SYNC_SERVER_PORT = 14044\n"
           "DATA_QUARANTINE_SYNC_SERVER_PORT = 14045\n";
    if (!shape.dataSync.isEmpty())
        out += "ENABLE_REP_DATA = " + shape.dataSync + "\n";
    return out;
}

inline SiteFacts facts(const SiteShape& shape = {})
{
    const Site theSite = site(shape);
    SurveyReport survey;
    survey.takenAt = QDateTime::fromString(u"2026-12-01T10:00:00+09:00"_s, Qt::ISODate);
    for (int i = 0; i < theSite.nodes.size(); ++i) {
        NodeSurvey node;
        node.name = theSite.nodes[i].name;
        node.reachable = true;
        node.configPath = theSite.nodes[i].name + u"/mf_replica.def"_s;
        node.configBytes = config(shape, i);
        node.config = ReplicaConfig::parse(node.configBytes).value();
        survey.nodes.append(node);
    }
    return SiteFacts::from(theSite, survey);
}

/// The nodes of the steps of that kind, in their order.
inline QStringList idsOf(const Procedure& procedure, StepKind kind)
{
    QStringList nodes;
    for (const Step& step : procedure.steps) {
        if (step.kind == kind)
            nodes.append(step.node);
    }
    return nodes;
}

/// Where the first such step from `from` on stands; -1: there is none.
inline int indexOf(const Procedure& procedure, StepKind kind, const QString& node = {}, int from = 0)
{
    for (int i = from; i < procedure.steps.size(); ++i) {
        if (procedure.steps[i].kind == kind && (node.isEmpty() || procedure.steps[i].node == node))
            return i;
    }
    return -1;
}

inline int lastIndexOf(const Procedure& procedure, StepKind kind)
{
    for (int i = int(procedure.steps.size()) - 1; i >= 0; --i) {
        if (procedure.steps[i].kind == kind)
            return i;
    }
    return -1;
}

/// The usual site with another ENABLE_REP_DATA.
inline SiteShape withDataSync(const QByteArray& value)
{
    SiteShape shape;
    shape.dataSync = value;
    return shape;
}

} // namespace ruw::samples
