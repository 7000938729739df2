#pragma once

#include "Scene.h"

namespace explore {

/// What is wrong with a run that was played to its end, each in a few words that are the same for all runs that show the same;
/// empty: nothing. Of the violations only those from number `firstViolation` on.
QStringList wrongWith(const ruw::RehearsalResult& result, const ruw::Rehearsal& rehearsal, qsizetype firstViolation = 0);

/// The whole run that these faults give, and what is wrong with it.
QStringList wrongWith(const ruw::Rehearsal& rehearsal, quint64 seed, const ruw::FaultPlan& faults);

/// The smallest part of the list that still shows `what` in a whole run (delta debugging): no fault of it can be left out.
/// Empty: the whole list does not show it.
std::optional<ruw::FaultPlan> shrunk(const ruw::Rehearsal& rehearsal, quint64 seed, const ruw::FaultPlan& faults,
                                     const QString& what);

} // namespace explore
