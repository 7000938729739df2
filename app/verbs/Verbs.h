#pragma once

#include "app/CommandLine.h"

namespace ruw {

// One function a verb; each lives in a file of its own.
Verb inspectVerb();
Verb surveyVerb();
Verb checkVerb();
Verb planVerb();
Verb runbookVerb();
Verb runVerb();
Verb resumeVerb();
Verb evidenceVerb();
Verb rehearseVerb();

} // namespace ruw
