#pragma once

#include "core/plan/TimeChart.h"
#include "core/report/Document.h"
#include "core/run/RunFile.h"

namespace ruw {

/// A fault of a rehearsal that was picked.
struct PlayedFault {
    Text what;           ///< in words, with its place
    QString step;        ///< at which it strikes; may be empty
    bool happened = true;
};
/// What a rehearsal counted, beside what was forecast.
struct RehearsedFigure {
    Text name, forecast, played;
    bool good = true;
};

/// What the evidence report tells, from the journal alone but for what a rehearsal's journal does not keep.
struct EvidenceInput {
    StoredRun run;
    RunState state;  ///< replayed from run
    TimeChart chart; ///< the planned times
    QDateTime madeAt;
    /// Of a rehearsal: what was made to go wrong. None: whoever asks does not know.
    std::optional<QList<PlayedFault>> faults = {};
    QList<RehearsedFigure> rehearsed = {}; ///< of a rehearsal; empty: whoever asks does not know
};

/// Errors: those of readRun().
Result<EvidenceInput> prepareEvidence(const QString& journalPath, const QDateTime& madeAt);

/// The evidence report (作業報告書): planned and done side by side, who, when, each command with the
/// observation that judged it, deviations, what still stands, the final checks, and the end of the journal's
/// hash chain.
Document evidenceDocument(const EvidenceInput& input, Language language);

} // namespace ruw
