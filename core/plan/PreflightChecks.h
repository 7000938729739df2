#pragma once

#include "core/base/Finding.h"
#include "core/plan/Procedure.h"
#include "core/plan/TimeChart.h"
#include "core/survey/SiteFacts.h"

#include <QMap>

namespace ruw {

/// Whether a procedure may be chosen, and the ids of the findings that forbid it.
struct ProcedureVerdict {
    bool allowed = true;
    QStringList because;
    friend bool operator==(const ProcedureVerdict&, const ProcedureVerdict&) = default;
};

struct CheckReport {
    QList<Finding> findings;                          ///< sorted by severity
    QMap<ProcedureKind, ProcedureVerdict> procedures; ///< all four
    bool allowed(ProcedureKind kind) const { return procedures.value(kind).allowed; }
    /// The findings named by the verdict of this procedure.
    QList<Finding> blockersOf(ProcedureKind kind) const;
    /// The contract's `check` document.
    QJsonObject toJson(Language language) const;
};

/// The checks before the work; they are run again after it. With `chosen`, what concerns only the other procedures is left
/// out of the findings; the verdicts stay. Without, a finding is a blocker only where it leaves no procedure to choose: what
/// forbids some of them is a warning, and stands in their verdicts.
CheckReport preflightChecks(const SiteFacts& facts, std::optional<ProcedureKind> chosen = std::nullopt);

/// Whether a plan fits the schedule: schedule-too-short, decide-by-after-point-of-no-return. Nothing without
/// a start.
QList<Finding> scheduleFindings(const TimeChart& chart, const Site& site);

} // namespace ruw
