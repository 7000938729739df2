#pragma once

#include "core/plan/Procedure.h"

namespace ruw {

/// What is noticed at a step is put down to what happened last, at it or before it in the plan's order. `happened`: ids of steps
/// (empty: before all of them; none: it did not happen). Gives the index of that one; -1: there is none.
qsizetype causeOf(const QString& step, const QList<std::optional<QString>>& happened, const Procedure& procedure);

} // namespace ruw
