#pragma once

#include "core/run/RunState.h"

namespace ruw {

/// What is certain of a run and what is not, in the same words in the window, in the terminal and on paper.

/// What stands: "Sync communication is blocked on mf1", or "Not confirmed: ..." before it where that is not certain.
Text standingText(const ChangeLedger::Entry& entry);
/// The same with the time since when.
Text standingSinceText(const ChangeLedger::Entry& entry);
/// All that stands, a line each; one line where nothing does.
QList<Text> standingLines(const ChangeLedger& ledger);
/// What a step that was interrupted between its start and its result means; empty for any other.
Text interruptedText(const StepRecord& record);

} // namespace ruw
