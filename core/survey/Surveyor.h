#pragma once

#include "core/access/NodeAccess.h"
#include "core/survey/SurveyReport.h"

#include <functional>

namespace ruw {

/// How far one node is, for the live rows of the window.
enum class SurveyStage { Waiting, Connecting, HostKey, Login, Reading, Done, Failed };
Text surveyStageText(SurveyStage stage);

struct SurveyProgress {
    QString node;
    SurveyStage stage = SurveyStage::Waiting;
    Text detail; ///< what is waited for, or why it failed
};

/// Reads every node, changes nothing. A node that can't be read is a finding with its reason; the others go on.
/// `progress` is called from whatever thread reads the node.
SurveyReport surveySite(const Site& site, const std::function<void(const SurveyProgress&)>& progress,
                        std::stop_token stop);

} // namespace ruw
