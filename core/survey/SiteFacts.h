#pragma once

#include "core/site/Site.h"
#include "core/survey/SurveyReport.h"

#include <QMap>
#include <QSet>

namespace ruw {

/// One sync port on one node, with where the number came from and which version needs it.
struct PortFact {
    QString key; ///< `REPLICA_SERVER_*` for the settings port
    Fact<int> port;
    int line = 0;
    const SyncPort* definition = nullptr; ///< row of the port table, never null
    NeededBy neededBy = NeededBy::Neither;
    bool changed() const { return port.value && *port.value != definition->defaultPort; }
};

/// A node with the facts that planning rests on: the operator's entries and the survey put together.
struct NodeFacts {
    Node node;
    NodeSurvey survey;
    Fact<bool> dataSync; ///< unknown where unset or invalid
    QList<PortFact> ports; ///< one for each settings port number and each data port of the table

    /// Where this number of one of them stands in the file, 1-based and sorted: a settings port has a line for each peer. Empty: the
    /// file does not give it.
    QList<int> linesOf(const PortFact& port) const;
    /// The master's settings reached it before the work, as far as anything tells otherwise.
    bool takesSettings() const { return survey.settingsSync.value.value_or(true); }
};

/// Data sync for the whole site. Unset, invalid or different between nodes counts as ON, the careful side
/// (product-facts), until the operator settles it.
enum class SiteDataSync { On, Off, Unsettled };

/// Everything the planner and the checks may look at. A value; made once from site and survey.
struct SiteFacts {
    Site site;
    SurveyReport survey;
    QList<NodeFacts> nodes; ///< in the site's order
    SiteDataSync dataSync = SiteDataSync::Unsettled;

    static SiteFacts from(const Site& site, const SurveyReport& survey);

    const NodeFacts* node(const QString& name) const;
    /// True unless every node says OFF.
    bool countsAsDataSyncOn() const { return dataSync != SiteDataSync::Off; }
    /// The ports a block must cover: data sync counted as ON, the union over all nodes of settings ports and of all data
    /// ports that source or target version uses or that a file names; OFF, the settings ports alone. Sorted.
    QList<int> portsToBlock() const;
    /// Ports that only the target version uses: the site's own firewalls must let them through afterwards. Sorted.
    QList<int> portsNewInTarget() const;
};

} // namespace ruw
