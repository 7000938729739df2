#pragma once

#include "core/plan/Condition.h"

#include <QStringList>

namespace ruw {

/// The sentences of conditions as paper says them: those that differ in one node only, or hold between the same
/// nodes both ways, as one. So a site of sixteen nodes stays readable.
QStringList conditionTexts(const QList<Condition>& conditions, Language language);

} // namespace ruw
