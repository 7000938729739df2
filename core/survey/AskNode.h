#pragma once

#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// An access that answers a query by itself, without a script: a simulated node.
class AnswersQueries {
public:
    virtual ~AnswersQueries() = default;
    /// As askNode().
    virtual Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) = 0;
};

/// Asks a node, in one round. An answer that was cut off by the time limit or by its size is given as far as it came (see
/// NodeAnswer::isComplete()). Errors: those of the access; node-lost (the connection broke off), node-stopped,
/// node-no-answer (the script did not run, or the node lacks the tools to answer). Nothing was changed on the node.
Result<NodeAnswer> askNode(NodeAccess& access, const NodeQuery& query, std::stop_token stop);

} // namespace ruw
