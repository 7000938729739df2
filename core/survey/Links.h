#pragma once

#include "core/access/SiteAccess.h"
#include "core/survey/NodeQuery.h"

namespace ruw {

/// Who reaches whom: every sync port of a node as another node sees it, before the work. A port that is closed then proves
/// nothing later, so the states are kept as the baseline.

/// The ports that are worth asking at a site: whatever a block might have to cover, data sync ON or not.
QList<int> linkPorts(const Site& site, const SurveyReport& report);

/// The addresses under which the others ask a node: its sync addresses, and of a family that none of them has those that the
/// machine itself names (two at most). A host name is asked in both families. `ports` are asked at each.
QList<ReachTarget> linkTargets(const Node& node, const NodeSurvey* survey, const QList<int>& ports);

/// What one node says of its way to some others, or that it could not be asked.
struct LinkReading {
    QList<LinkState> links;
    QList<Finding> findings; ///< survey-links-unasked
};

/// A node to be asked about, with its targets.
struct LinkPeer {
    QString name;
    QList<ReachTarget> targets;
};

/// Asks `from`, in one round, about all peers. One state for each peer, family and port: where a family has several
/// addresses, the one that lets most through counts.
LinkReading askLinks(const Node& from, const QList<LinkPeer>& peers, const Site& site, SiteAccess& access,
                     std::stop_token stop);
/// The same with every state unknown: nobody can ask on that node.
QList<LinkState> unknownLinks(const QString& from, const QList<LinkPeer>& peers);

} // namespace ruw
