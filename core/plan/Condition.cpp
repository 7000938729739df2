#include "core/plan/Condition.h"

#include "core/product/ProductVersion.h"
#include "core/product/SyncPorts.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct Row {
    ConditionKind kind;
    const char* code;
};
constexpr std::array rows = {
    Row{ConditionKind::ServiceRunning, "service-running"},
    Row{ConditionKind::ServiceStopped, "service-stopped"},
    Row{ConditionKind::BootStartOff, "boot-start-off"},
    Row{ConditionKind::BootStartOn, "boot-start-on"},
    Row{ConditionKind::ConfigBackedUp, "config-backed-up"},
    Row{ConditionKind::ConfigCovered, "config-covered"},
    Row{ConditionKind::ConfigAsPlanned, "config-as-planned"},
    Row{ConditionKind::BlockPresent, "block-present"},
    Row{ConditionKind::BlockAbsent, "block-absent"},
    Row{ConditionKind::PortsFiltered, "ports-filtered"},
    Row{ConditionKind::PortsAsBaseline, "ports-as-baseline"},
    Row{ConditionKind::TrafficFiltered, "traffic-filtered"},
    Row{ConditionKind::VersionIs, "version-is"},
    Row{ConditionKind::SameVersionEverywhere, "same-version-everywhere"},
    Row{ConditionKind::InstallerEnded, "installer-ended"},
    Row{ConditionKind::SettingsSyncOff, "settings-sync-off"},
    Row{ConditionKind::SettingsSyncOn, "settings-sync-on"},
    Row{ConditionKind::SmtpAnswers, "smtp-answers"},
    Row{ConditionKind::OtherMailNodesAnswer, "other-mail-nodes-answer"},
    Row{ConditionKind::AnotherSmtpAnswers, "another-smtp-answers"},
    Row{ConditionKind::QueueDrained, "queue-drained"},
    Row{ConditionKind::QueueDiskRoom, "queue-disk-room"},
    Row{ConditionKind::RestartNotAsked, "restart-not-asked"},
    Row{ConditionKind::FirewallEnabled, "firewall-enabled"},
    Row{ConditionKind::OperatorAffirms, "operator-affirms"},
};

Text portList(const QList<int>& ports)
{
    return Text::verbatim(portRanges(ports));
}

} // namespace

QString conditionCode(ConditionKind kind)
{
    for (const Row& row : rows) {
        if (row.kind == kind)
            return QString::fromLatin1(row.code);
    }
    Q_UNREACHABLE();
}

std::optional<ConditionKind> conditionKindFromCode(const QString& code)
{
    for (const auto& row : rows) {
        if (code == QLatin1StringView(row.code))
            return row.kind;
    }
    return std::nullopt;
}

Text Condition::text() const
{
    switch (kind) {
    case ConditionKind::ServiceRunning:
        return Text::tr("The service on %1 is running.").arg(node);
    case ConditionKind::ServiceStopped:
        return Text::tr("The service on %1 is stopped.").arg(node);
    case ConditionKind::BootStartOff:
        return Text::tr("On %1, start at boot is off.").arg(node);
    case ConditionKind::BootStartOn:
        return Text::tr("On %1, start at boot is on.").arg(node);
    case ConditionKind::ConfigBackedUp:
        return Text::tr("The copy of mf_replica.def on %1 has the same content as the file.").arg(node);
    case ConditionKind::ConfigCovered:
        return Text::tr("mf_replica.def on %1 names no other sync port than %2 and those that were added to the block of %1.")
            .arg(node)
            .arg(portList(ports));
    case ConditionKind::ConfigAsPlanned:
        return Text::tr("In mf_replica.def on %1, ENABLE_REP_DATA and the servers of REPLICA_SERVER_* are as "
                        "before the work.")
            .arg(node);
    case ConditionKind::BlockPresent:
        return ports.isEmpty()
                   ? Text::tr("The block of %1 stands.").arg(node)
                   : Text::tr("The block on %1 stands for the ports %2.").arg(node).arg(portList(ports));
    case ConditionKind::BlockAbsent:
        return Text::tr("No block set by this program is in place on %1.").arg(node);
    case ConditionKind::PortsFiltered:
        return Text::tr("From %1, none of the ports %3 on %2 answers (each says \"filtered\").")
            .arg(peer)
            .arg(node)
            .arg(portList(ports));
    case ConditionKind::PortsAsBaseline:
        return Text::tr("From %1, the ports %3 on %2 answer as before the work; one that was not open then may now be open or refused, "
                        "and one that mf_replica.def no longer names may now be refused.")
            .arg(peer)
            .arg(node)
            .arg(portList(ports));
    case ConditionKind::TrafficFiltered:
        return Text::tr("From %1, nothing answers on %2: no sync port (%3) and no other.")
            .arg(peer)
            .arg(node)
            .arg(portList(ports));
    case ConditionKind::VersionIs:
        return Text::tr("The version on %1 is %2.").arg(node).arg(shownVersion(value));
    case ConditionKind::SameVersionEverywhere:
        return Text::tr("Every node that takes part has the version %1.").arg(shownVersion(value));
    case ConditionKind::InstallerEnded:
        return Text::tr("The installer on %1 has ended and reported success.").arg(node);
    case ConditionKind::SettingsSyncOff:
        return Text::tr("Settings sync is disabled on %1.").arg(node);
    case ConditionKind::SettingsSyncOn:
        return Text::tr("Settings sync is enabled on %1.").arg(node);
    case ConditionKind::SmtpAnswers:
        return Text::tr("The SMTP port %2 of %1 answers.").arg(node).arg(portList(ports));
    case ConditionKind::AnotherSmtpAnswers:
        return Text::tr("At least one mail node other than %1 has just answered on SMTP.").arg(node);
    case ConditionKind::OtherMailNodesAnswer:
        return Text::tr("All mail nodes but %1 answer on SMTP.").arg(node);
    case ConditionKind::QueueDrained:
        return Text::tr("In the queue directory of %1 no file is older than the return of sync.").arg(node);
    case ConditionKind::QueueDiskRoom:
        return Text::tr("The disk of the queue directory on %1 has room for what still piles up.").arg(node);
    case ConditionKind::RestartNotAsked:
        return Text::tr("The admin screen of %1 asks for no restart.").arg(node);
    case ConditionKind::FirewallEnabled:
        return Text::tr("The Windows firewall is on in every profile of %1.").arg(node);
    case ConditionKind::OperatorAffirms: // as what is expected, not as what is asked
        return Text::tr("%1 \u2014 yes", "question of the operator, its good answer").arg(question);
    }
    Q_UNREACHABLE();
}

QJsonObject Condition::toJson(Language language) const
{
    QJsonObject object{{u"kind"_s, conditionCode(kind)}, {u"text"_s, text().render(language)}};
    if (!node.isEmpty())
        object.insert(u"node"_s, node);
    if (!peer.isEmpty())
        object.insert(u"peer"_s, peer);
    if (!ports.isEmpty()) {
        QJsonArray array;
        for (const int port : ports)
            array.append(port);
        object.insert(u"ports"_s, array);
    }
    if (!value.isEmpty())
        object.insert(u"value"_s, value);
    return object;
}

} // namespace ruw
