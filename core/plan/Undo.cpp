#include "core/plan/Undo.h"

#include <array>

namespace ruw {

std::optional<Condition> stateAfterUndo(const Step& step, const Site& site)
{
    static constexpr std::array<std::pair<StepKind, ConditionKind>, 9> states = {{
        {StepKind::BootStartOff, ConditionKind::BootStartOn},
        {StepKind::DisableSettingsSync, ConditionKind::SettingsSyncOn},
        {StepKind::EnableSettingsSync, ConditionKind::SettingsSyncOff},
        {StepKind::Block, ConditionKind::BlockAbsent},
        {StepKind::Unblock, ConditionKind::BlockPresent},
        {StepKind::StopService, ConditionKind::ServiceRunning},
        {StepKind::StartService, ConditionKind::ServiceStopped},
        {StepKind::RunInstaller, ConditionKind::VersionIs},
        {StepKind::DrainNode, ConditionKind::ServiceRunning},
    }};
    for (const auto& [kind, state] : states) {
        if (kind == step.kind && !step.node.isEmpty()) {
            Condition condition;
            condition.kind = state;
            condition.node = step.node;
            if (state == ConditionKind::VersionIs)
                condition.value = site.sourceVersion.toString();
            return condition;
        }
    }
    return std::nullopt;
}

} // namespace ruw
