#include "core/run/FinalChecks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QList<FinalQuestion> finalQuestions(const Procedure& procedure, const SiteFacts& facts)
{
    QList<FinalQuestion> questions;
    const auto has = [&](StepKind kind, const QString& node) {
        return std::any_of(procedure.steps.cbegin(), procedure.steps.cend(),
                           [&](const Step& step) { return step.kind == kind && step.node == node; });
    };
    const auto add = [&](const Condition& condition) {
        questions.append({conditionCode(condition.kind) + u':' + condition.node, condition.text(), condition});
    };
    for (const Node& node : facts.site.nodes) {
        Condition condition;
        condition.node = node.name;
        condition.kind = ConditionKind::VersionIs;
        condition.value = facts.site.targetVersion.toString();
        add(condition);
        condition.value.clear();
        condition.kind = ConditionKind::ServiceRunning;
        add(condition);
        if (has(StepKind::BootStartOff, node.name)) {
            condition.kind = ConditionKind::BootStartOn;
            add(condition);
        }
        if (has(StepKind::Block, node.name)) {
            condition.kind = ConditionKind::BlockAbsent;
            add(condition);
        }
        if (has(StepKind::DisableSettingsSync, node.name)) {
            condition.kind = ConditionKind::SettingsSyncOn;
            add(condition);
        }
        if (node.takesMail) {
            condition.kind = ConditionKind::SmtpAnswers;
            condition.ports = {node.effectiveSmtpPort()};
            add(condition);
        }
    }
    const QList<int> newPorts = facts.portsNewInTarget();
    if (facts.countsAsDataSyncOn() && !newPorts.isEmpty()) {
        QStringList numbers;
        for (const int port : newPorts)
            numbers.append(QString::number(port));
        questions.append(
            {u"new-ports"_s, Text::tr("New ports %1 pass the firewalls.").arg(Text::list(numbers)),
                          std::nullopt});
    }
    return questions;
}

} // namespace ruw
