#pragma once

#include "RunnerBench.h"

namespace ruw::samples {

/// A site for which this procedure is not refused (S2).
inline SiteShape shapeFor(ProcedureKind kind, int slaves = 2)
{
    SiteShape out;
    out.slaves = slaves;
    out.dataSync = kind == ProcedureKind::DisableSettingsSync ? "OFF" : "ON";
    return out;
}

/// Leaves out where it is offered; a service that runs is stopped by hand first.
inline void leaveOut(RunnerBench& bench, const QString& node, bool checkerAgrees = true)
{
    bench.gate.onTrouble = [&bench, node,
                            checkerAgrees](const Trouble& trouble) -> std::optional<TroubleAnswer> {
        if (trouble.step->node != node || !trouble.remedies.contains(Remedy::Exclude))
            return std::nullopt;
        for (const ConditionKind kind : {ConditionKind::ServiceStopped, ConditionKind::BootStartOff}) {
            Condition condition;
            condition.kind = kind;
            condition.node = node;
            bench.site.repair(condition);
        }
        return TroubleAnswer{Remedy::Exclude, u"It does not come up."_s, checkerAgrees};
    };
}

/// The node of this name, as it is on the simulated site by now.
inline const SimulatedNode& nodeOf(const RunnerBench& bench, const QString& name)
{
    for (const SimulatedNode& node : bench.site.nodes()) {
        if (node.name == name)
            return node;
    }
    return bench.site.nodes().first();
}

} // namespace ruw::samples
