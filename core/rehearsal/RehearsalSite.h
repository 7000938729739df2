#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

// What a rehearsal plays on. Nothing here asks a server.

/// What can be known of a site without asking its servers: the configs that lie on this machine are read; a node by SSH is
/// taken to be as the site file says, with the FAQ's ports.
SurveyReport surveyWithoutServers(const Site& site);

/// What a rehearsal on this site takes for granted because nobody looked, for people; empty: nothing.
QList<Text> rehearsalAssumptions(const SiteFacts& facts);

/// The procedure that is rehearsed where nobody chose one: the first that the checks allow; none: every one is refused.
std::optional<ProcedureKind> procedureToRehearse(const SiteFacts& facts);

/// The built-in sample site, every entry and figure filled in, its nodes by SSH. Errors: those of SiteFile::read().
Result<SiteFacts> sampleForRehearsal();

} // namespace ruw
