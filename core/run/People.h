#pragma once

#include "core/base/Text.h"

namespace ruw {

/// What speaks against these names of doer and checker, for people: nobody is named, or one person is to be both. It stops
/// nothing: a run may be done so, and its report says it.
QList<Text> peopleWarnings(const QString& doer, const QString& checker);

} // namespace ruw
