#pragma once

#include "core/survey/SiteFacts.h"

namespace ruw {

/// The run id of the block that an earlier run left on this node, where the work may begin by lifting it: it is one block, its
/// rules name their run, the program works on the node itself, and every node was read to have the source version, so that
/// the block keeps nothing apart. Empty: there is none, or it is not ours to lift.
QString liftableBlock(const SiteFacts& facts, const NodeFacts& node);

} // namespace ruw
