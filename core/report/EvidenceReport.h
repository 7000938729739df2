#pragma once

#include "core/plan/TimeChart.h"
#include "core/report/Document.h"
#include "core/run/RunFile.h"

namespace ruw {

/// What the evidence report tells, from the journal alone.
struct EvidenceInput {
    StoredRun run;
    RunState state;  ///< replayed from run
    TimeChart chart; ///< the planned times
    QDateTime madeAt;
    /// Of a rehearsal: what was made to go wrong, in words. The journal does not keep it; none: whoever asks does not know.
    std::optional<QList<Text>> faults = {};
};

/// Errors: those of readRun().
Result<EvidenceInput> prepareEvidence(const QString& journalPath, const QDateTime& madeAt);

/// The evidence report (作業報告書): planned and done side by side, who, when, each command with the
/// observation that judged it, deviations, what still stands, the final checks, and the end of the journal's
/// hash chain.
Document evidenceDocument(const EvidenceInput& input, Language language);

} // namespace ruw
