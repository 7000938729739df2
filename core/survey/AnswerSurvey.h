#pragma once

#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// From this difference of the clocks on, in seconds, records can't be compared by time.
inline constexpr qint64 toleratedSkewSeconds = 60;

/// How far a node's clock is from here (positive: ahead), in seconds; what is far is said in larger units.
Text skewText(qint64 seconds);

/// What a survey makes of a node's answer.
namespace answerfacts {

/// Everything that was asked for; other facts stay as they are. The config is not taken over.
void take(NodeSurvey& survey, const NodeAnswer& answer, const NodeQuery& query);
/// What there is to say about the answer besides its facts: cut off, commands that failed, a block that stands, ...
QList<Finding> findings(const NodeSurvey& survey, const NodeAnswer& answer, const NodeQuery& query);

} // namespace answerfacts
} // namespace ruw
