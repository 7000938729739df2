#pragma once

#include "core/site/Site.h"

namespace ruw {

/// Seconds from UTC in which all times of a schedule are shown: as the first of them has it. None: it has no time.
std::optional<int> offsetOf(const Schedule& schedule);
/// The same moments, all in that offset: side by side they are in order then.
Schedule inOneOffset(const Schedule& schedule);

} // namespace ruw
