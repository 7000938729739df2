#pragma once

#include "core/survey/SiteFacts.h"

#include <QList>

namespace ruw {

/// One fact of a node as a table shows it.
struct FactRow {
    Text name;
    Text value; ///< what was found; where nothing was, the operator's entry or "not known"
    FactSource source = FactSource::Unknown;
    Text detail;  ///< where exactly it comes from, or why it is not known
    Text entered; ///< the entry in the site that differs from what was found; it counts
    bool monospace = false;
};

/// Every fact of a node, the known ones first.
QList<FactRow> factRows(const NodeFacts& node);
/// What a survey found on a node, in a few words; empty where nothing was found.
Text foundInShort(const NodeFacts& node);

} // namespace ruw
