#pragma once

#include "core/base/Text.h"
#include "core/survey/SurveyReport.h"

#include <QJsonObject>

#include <optional>

namespace ruw {

/// What can be true of the site. A condition is data with one text per language and several interpreters (the
/// probe against real nodes, the simulated site, SafetyRules' model), so that what is printed and what is
/// checked can't diverge.
enum class ConditionKind {
    ServiceRunning,  ///< node
    ServiceStopped,  ///< node
    BootStartOff,    ///< node
    BootStartOn,     ///< node
    ConfigBackedUp,  ///< node; value: path of the copy
    ConfigCovered,   ///< node: the config was read again and names no port outside `ports`
    ConfigAsPlanned, ///< node: the config says of data sync and of the peers what it said before the work
    BlockPresent,    ///< node: our rule for `ports` stands, with the run's id
    BlockAbsent,     ///< node: no rule of ours stands
    PortsFiltered,   ///< from peer to node, both families: every one of `ports` that the baseline had open or
                     ///< refused
    PortsAsBaseline, ///< from peer to node: every one of `ports` is as before the work
    TrafficFiltered, ///< from peer to node: no IP traffic passes on `ports` nor otherwise (block at an outer
                     ///< firewall)
    VersionIs,       ///< node, value: version as toString()
    SameVersionEverywhere, ///< value: version
    InstallerEnded,        ///< node: the installer has ended and reported success
    SettingsSyncOff,       ///< node
    SettingsSyncOn,        ///< node
    SmtpAnswers,           ///< node, port
    AnotherSmtpAnswers,    ///< a mail node other than node
    OtherMailNodesAnswer,  ///< every mail node that takes part other than node (S4: one out of service at a time)
    QueueDrained,          ///< node: no file in the queue is older than the lifting of its block
    QueueDiskRoom,         ///< node: free disk is above the forecast's need
    RestartNotAsked,       ///< node: the admin screen asks for no restart
    FirewallEnabled,       ///< node (Windows): all firewall profiles are on
    OperatorAffirms,       ///< question: the operator says so, nobody else can
};
QString conditionCode(ConditionKind kind);
std::optional<ConditionKind> conditionKindFromCode(const QString& code);

struct Condition {
    ConditionKind kind = ConditionKind::OperatorAffirms;
    QString node;
    QString peer;
    QList<int> ports;
    QString value;
    Text question; ///< OperatorAffirms: worded so that "yes" is the good case

    /// As the runbook's "expected result" and the window's panel say it.
    Text text() const;
    QJsonObject toJson(Language language) const;
    friend bool operator==(const Condition&, const Condition&) = default;
};

} // namespace ruw
