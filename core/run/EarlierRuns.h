#pragma once

#include "core/survey/SiteFacts.h"

namespace ruw {

/// The journals of a run, by the run id in their first record, among the *.jsonl files of these folders. Sorted by name.
QStringList journalsOfRun(const QString& runId, const QStringList& folders);

/// What whoever begins a run must know of the blocks that earlier ones left: where each one's journal is and how to go on with
/// it instead. A line or two each; empty: no block stands.
QList<Text> earlierRuns(const SiteFacts& facts, const QStringList& folders);

} // namespace ruw
