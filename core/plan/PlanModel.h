#pragma once

#include "core/plan/Procedure.h"
#include "core/survey/SiteFacts.h"

#include <QMap>
#include <QSet>

namespace ruw {

/// What may be true of the site at one point of a plan, if everything that an action may do happens: an
/// installer may start the service, switch start at boot on, and leave any version behind. An effect of a
/// step is believed only where the step expects it, i.e. where it is observed or affirmed.
class PlanModel {
public:
    enum class Version { Source, Unknown, Target };
    struct NodeState {
        Version version = Version::Source;
        bool mayRun = true;     ///< the service may be running
        bool surelyRuns = true; ///< the service was seen running
        bool bootMayStart = true;
        bool syncEnabled = true; ///< settings sync
        bool blockProved = false;
        QSet<int> blockedPorts;
        bool drained = false;
        bool rereadSinceInstall = true;
        bool queueDrained = true; ///< since its block was lifted
    };

    explicit PlanModel(const SiteFacts& facts);

    /// Applies a step's effects.
    void apply(const Step& step);

    const NodeState& node(const QString& name) const { return *m_nodes.constFind(name); }
    const QMap<QString, NodeState>& nodes() const { return m_nodes; }
    const QStringList& ledger() const { return m_ledger; }
    bool mailFlows() const { return m_mailFlows; }
    bool trafficCut() const { return m_trafficCut; }
    bool installerRan() const { return m_installerRan; }
    bool everyVersionIsTarget() const;
    bool everyVersionIsSource() const;
    /// True where data or settings could pass between the two at this point.
    bool pathMayBeOpen(const QString& a, const QString& b) const;
    /// True where the node's own block covers every port that must be closed, or all traffic is cut.
    bool isBlocked(const QString& name) const { return m_trafficCut || node(name).blockedPorts.contains(m_ports); }
    bool versionsMayDiffer(const QString& a, const QString& b) const;

private:
    static bool expects(const Step& step, ConditionKind kind, const QString& node);

    QSet<int> m_ports; ///< that must be closed
    QMap<QString, NodeState> m_nodes;
    QStringList m_ledger;
    bool m_mailFlows = true;
    bool m_trafficCut = false;
    bool m_installerRan = false;
};

} // namespace ruw
