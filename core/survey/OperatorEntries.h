#pragma once

#include "core/site/Site.h"
#include "core/survey/SurveyReport.h"

namespace ruw {

/// Puts what the site file says of a node beside what was found: where nothing was found the entry is the
/// value (source `operator`); where something else was found the entry stands in `siteValue`. Entries that an
/// older site file left in the survey are replaced, so it may be done again with a changed site.
void putOperatorEntries(NodeSurvey& survey, const Node& node, const Site& site);

/// A survey in which every fact is unknown, for the given reason.
NodeSurvey unknownSurvey(const QString& name, const Text& why);

} // namespace ruw
