#include "core/plan/Undo.h"

#include <algorithm>
#include <array>

namespace ruw {

std::optional<StepKind> counterpartOf(StepKind kind)
{
    static constexpr std::array<std::pair<StepKind, StepKind>, 13> counterparts = {{
        {StepKind::StopMailFlow, StepKind::ResumeMailFlow},
        {StepKind::ResumeMailFlow, StepKind::StopMailFlow},
        {StepKind::DrainNode, StepKind::ReturnNode},
        {StepKind::ReturnNode, StepKind::DrainNode},
        {StepKind::BootStartOff, StepKind::BootStartOn},
        {StepKind::BootStartOn, StepKind::BootStartOff},
        {StepKind::DisableSettingsSync, StepKind::EnableSettingsSync},
        {StepKind::Block, StepKind::Unblock},
        {StepKind::StopService, StepKind::StartService},
        {StepKind::StartService, StepKind::StopService},
        {StepKind::RestartService, StepKind::StartService}, // broken off half-way
        {StepKind::Unblock, StepKind::Block},
        {StepKind::EnableSettingsSync, StepKind::DisableSettingsSync},
    }};
    for (const auto& [forward, back] : counterparts) {
        if (forward == kind)
            return back;
    }
    return std::nullopt;
}

QString undoneMark()
{
    return QStringLiteral("undone");
}

QString leftMark()
{
    return QStringLiteral("left");
}

QString queueStaysMark()
{
    return QStringLiteral("queue-stays");
}

QList<Condition> statesAfterUndo(const Step& step, const Site& site)
{
    if (step.kind == StepKind::StopMailFlow) { // mail comes again: whether every node takes it shows
        QList<Condition> all;
        for (const Node& node : site.mailNodes())
            all.append({ConditionKind::SmtpAnswers, node.name, {}, {node.effectiveSmtpPort()}, {}, {}});
        return all;
    }
    static constexpr std::array<std::pair<StepKind, ConditionKind>, 12> states = {{
        {StepKind::BootStartOff, ConditionKind::BootStartOn},
        {StepKind::BootStartOn, ConditionKind::BootStartOff},
        {StepKind::DisableSettingsSync, ConditionKind::SettingsSyncOn},
        {StepKind::EnableSettingsSync, ConditionKind::SettingsSyncOff},
        {StepKind::Block, ConditionKind::BlockAbsent},
        {StepKind::Unblock, ConditionKind::BlockPresent},
        {StepKind::StopService, ConditionKind::ServiceRunning},
        {StepKind::StartService, ConditionKind::ServiceStopped},
        {StepKind::RestartService, ConditionKind::ServiceRunning},
        {StepKind::RunInstaller, ConditionKind::VersionIs},
        {StepKind::DrainNode, ConditionKind::ServiceRunning},
        {StepKind::ReturnNode, ConditionKind::AnotherSmtpAnswers},
    }};
    for (const auto& [kind, state] : states) {
        if (kind == step.kind && !step.node.isEmpty()) {
            Condition condition;
            condition.kind = state;
            condition.node = step.node;
            if (state == ConditionKind::VersionIs)
                condition.value = site.sourceVersion.toString();
            return {condition};
        }
    }
    return {};
}

QList<Condition> queuesAfterUndo(const Step& step, const SiteFacts& facts)
{
    QList<Condition> out;
    if (step.kind != StepKind::Block || !facts.countsAsDataSyncOn())
        return out;
    for (const Node& slave : facts.site.slaves()) {
        if (step.node.isEmpty() || step.node == slave.name)
            out.append({ConditionKind::QueueDrained, slave.name, {}, {}, {}, {}});
    }
    return out;
}

const Step* forwardOfUndo(const Step& step, const Procedure& procedure)
{
    return procedure.first(counterpartOf(step.kind).value_or(StepKind::VerifyVersion), step.node);
}

QList<Condition> expectsAfterUndo(const Step& step, const Step* forward, const SiteFacts& facts)
{
    QList<Condition> all = statesAfterUndo(step, facts.site);
    if (!forward || forward->kind == StepKind::VerifyVersion)
        return all;
    all.removeIf([&](const Condition& one) {
        return std::any_of(forward->expects.cbegin(), forward->expects.cend(),
                           [&](const Condition& other) { return other.kind == one.kind; });
    });
    return all + forward->expects + queuesAfterUndo(step, facts);
}

QString lookOfUndo(const Step* forward)
{
    if (!forward)
        return {};
    return forward->kind == StepKind::VerifyVersion ? forward->action.command : forward->checkCommand;
}

QString checkOfUndo(const Step* forward)
{
    return forward && forward->byWord ? lookOfUndo(forward) : QString();
}

} // namespace ruw
