#pragma once

#include "core/access/SiteAccess.h"
#include "core/survey/SurveyReport.h"

#include <functional>

namespace ruw {

/// How far one node is, for the live rows of the window.
enum class SurveyStage { Waiting, Connecting, HostKey, Login, Reading, Links, Done, Failed };
Text surveyStageText(SurveyStage stage);
SurveyStage surveyStage(AccessStage stage); ///< of the way to a node

struct SurveyProgress {
    QString node;
    SurveyStage stage = SurveyStage::Waiting;
    Text detail; ///< what is waited for, or why it failed
};

/// How a survey shall be taken.
struct SurveyOptions {
    bool links = true; ///< ask each node which sync ports of the others it reaches, too
    /// Called from whatever thread reads the node; must be thread-safe.
    std::function<void(const SurveyProgress&)> progress;
};

/// Reads every node, all of them at once, and changes nothing. A node that can't be read is a finding with its reason; the
/// others go on. Then every node that answered asks the sync ports of all the others. The report is in the site's order. The
/// ways to the nodes stay open in `access` for what follows; its onStage() is the survey's own for the time.
/// Findings, beside those of the configs: blockers survey-unreachable (a host key in doubt: ssh-host-key-changed,
/// ssh-host-key-revoked), survey-config-unreadable, survey-stopped, survey-block-present; warnings survey-config-missing, survey-incomplete (the answer was cut off),
/// survey-command-failed, survey-queue-unreadable, survey-installer-unreadable, survey-not-root, survey-clock-skew,
/// survey-hostname-duplicate, survey-links-unasked.
SurveyReport surveySite(const Site& site, SiteAccess& access, const SurveyOptions& options, std::stop_token stop);

/// Reads these nodes again and puts them in the place of what `before` says of them, with the links to and from them; the
/// other nodes stay as they were. For the retry of one node.
SurveyReport surveyAgain(const SurveyReport& before, const QStringList& nodes, const Site& site, SiteAccess& access,
                         const SurveyOptions& options, std::stop_token stop);

} // namespace ruw
