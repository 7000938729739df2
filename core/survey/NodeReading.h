#pragma once

#include "core/survey/Surveyor.h"

namespace ruw {

/// One node as read, with what there is to say about it. Each kind of access has one function that makes it.
struct NodeReading {
    NodeSurvey survey;
    QList<Finding> findings;
};

/// Tells how far the reading of this node is.
using StageChanged = std::function<void(SurveyStage stage, const Text& detail)>;

/// Access `files` and `manual`: the copy of the config is read, nothing else is known.
NodeReading readNodeByFile(const Node& node, const Site& site, SiteAccess& siteAccess,
                           const StageChanged& stage, std::stop_token stop);
/// Access `ssh`.
NodeReading readNodeBySsh(const Node& node, const Site& site, SiteAccess& siteAccess,
                          const StageChanged& stage, std::stop_token stop);

/// Takes over the bytes of a replica config and gives what is to say about it, with node and path: the
/// config's own findings, or survey-config-unreadable where it can't be parsed.
QList<Finding> takeConfig(NodeSurvey& survey, const QByteArray& bytes);

} // namespace ruw
