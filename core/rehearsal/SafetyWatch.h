#pragma once

#include "core/rehearsal/SimulatedNode.h"
#include "core/run/RunState.h"

namespace ruw {

/// A rule that was broken in a rehearsal.
struct Violation {
    QString rule; ///< "S1"
    QString step;
    QDateTime time;
    Text what;
    QJsonObject toJson(Language language) const;
    friend bool operator==(const Violation&, const Violation&) = default;
};

/// Judges the true state of the simulated site by the safety rules, at every change. Knows nothing of what the run believes.
class SafetyWatch {
public:
    enum class Cause {
        Run,  ///< the run did it, or had it done
        World ///< a fault, an installer's own doing, a person on his own account
    };
    SafetyWatch(const SiteFacts& facts, const Procedure& procedure);

    /// A sync path between two nodes: both run, sync is on at both, and a port of one of them passes.
    static bool isOpen(const SimulatedNode& a, const SimulatedNode& b, bool trafficCut);

    /// After each change of the site: S1.
    void changed(const QList<SimulatedNode>& nodes, bool trafficCut, Cause cause, const QDateTime& now);
    /// Before an action of the run takes effect: S3, S4, S5, S8.
    void acts(const QList<SimulatedNode>& nodes, StepKind kind, int node, bool trafficCut,
              const QDateTime& now);
    /// The run is about to begin a step that changes the site: an open path must have been told of (S1w).
    void beginsStep(const Step& step, const QDateTime& now);
    /// The run has told the operator that something is not as it should be, or is held.
    void toldOperator() { m_told = true; }
    /// A false word of the operator's: what follows from it is the world's doing.
    void liedTo() { m_liedTo = true; }
    bool wasLiedTo() const { return m_liedTo; }
    void inStep(const QString& step) { m_step = step; }
    /// In the very step in hand, after its guards were looked at: a race that nobody can win.
    void worldActed() { m_racedStep = m_step; }
    void breaks(const QString& rule, const Text& what, const QDateTime& now);
    void excluded(const QString& node)
    {
        if (!m_excluded.contains(node))
            m_excluded.append(node);
    }
    bool isExcluded(const QString& node) const { return m_excluded.contains(node); }

    const QList<Violation>& violations() const { return m_violations; }
    int worldEvents() const { return m_worldEvents; } ///< paths that the world opened
    bool pathStandsOpen() const { return m_open; }

private:
    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    QString m_step, m_racedStep;
    QStringList m_excluded;
    bool m_open = false, m_told = false, m_liedTo = false;
    int m_worldEvents = 0;
    QList<Violation> m_violations;
};

} // namespace ruw
