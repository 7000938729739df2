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

/// Judges a simulated site by the safety rules, at every change. Knows nothing of what the run believes: it holds the site as
/// somebody could know it who looks, with the run's own means, just before each action. That is
///   - of a node that answers by SSH: everything, each time the journal announces an action;
///   - of a node that nobody can ask: what the operator looked at or says that he did, and what a port shows from outside;
///   - a way past the rules (a port that answers though it is blocked): only while some service listens there.
/// A rule of class A is broken where an action breaks it on that site. So the run answers for all that it could have seen, after
/// a false word for all but what the word hides; what the world does between the look and the action nobody can win, and it is
/// the world's. But from the next announcement on it can be seen, and then S1w asks that nothing goes on.
class SafetyWatch {
public:
    enum class Cause {
        Run,  ///< the run did it, or had it done
        World ///< a fault, an installer's own doing, a person on his own account
    };
    SafetyWatch(const SiteFacts& facts, const Procedure& procedure);
    void begin(const SiteTruth& is) { m_known = is; }

    /// A sync path between two nodes: both run, sync is on at both, and a port of one of them passes.
    static bool isOpen(const SimulatedNode& a, const SimulatedNode& b, bool trafficCut);

    /// An action is announced: what can be looked at now is known.
    void looks(const SiteTruth& is, qint64 nowMs);
    /// A person looked whether this holds, and says what is so.
    void sees(const SiteTruth& is, const Step& step, const Condition& condition);
    /// A person says that it is done. Whether it is, nobody knows but he.
    void isDone(const SimulatedEffect& effect, int node);
    /// A person says that this holds, and nobody can look.
    void isTold(const SiteTruth& is, const Condition& condition);
    /// The run tries: whether it took effect, nobody knows before he looks.
    void isTried(StepKind kind, int node);
    /// Every port that is asked was seen to answer as before: whether something else is still cut nobody can know from that.
    void trafficIsSeenToPass() { m_known.trafficCut = false; }
    /// The version of the node was seen to be the one that it should have.
    void versionIsRead(int node);
    /// The operator has brought the node back to the old version.
    void isBroughtBack(const SimulatedNode& node, int index);
    /// The run is about to begin a step that changes the site (by `effect`: it may be undone): no path may stand open that it
    /// could see (S1w). A step that only looks may begin: it may be the look that finds it. It may not count as done.
    void beginsStep(const Step& step, StepKind effect, const QDateTime& now);
    /// An installer that a person runs on a node which can be read: from here on it may have changed the config, and whether it has
    /// begun nobody but he knows. Judges S11 itself.
    void beginsInstallerByHand(int node, const QDateTime& now);
    /// An action of the run takes effect: S2, S3, S4, S5, S8, S11, and S1 where it opens a path.
    void acts(const SimulatedEffect& effect, int node, const QDateTime& now);
    /// After each change of the site.
    void changed(const SiteTruth& is, Cause cause);
    /// A record goes to the journal: S6, S10.
    void recorded(const QByteArray& line, const QDateTime& now);
    /// Something is shown to the operator (S10).
    void shown(const QByteArray& text, const QDateTime& now);
    void inStep(const QString& step) { m_step = step; }
    void breaks(const QString& rule, const Text& what, const QDateTime& now);
    void excluded(const QString& node);
    void takesPartAgain(const QString& node) { m_excluded.removeAll(node); }
    bool isExcluded(const QString& node) const { return m_excluded.contains(node); }

    const SiteTruth& known() const { return m_known; }
    const QList<Violation>& violations() const { return m_violations; }
    /// See SimulatedSite::likeness(): what is remembered of the past and counts for the future.
    void addLikeness(QByteArray& out, qint64 nowMs) const;
    int worldEvents() const { return m_worldEvents; } ///< paths that the world opened
    /// A path is open that the world has opened, and the run has not gone on since.
    bool worldLeavesItOpen() const { return m_open && m_openedByWorld; }

    /// What the operator of a rehearsal types where a password is asked for: no journal may hold it.
    static QByteArray secret() { return "rehearsed-secret"; }

private:
    using Pair = std::pair<int, int>;
    bool mayDiffer(int a, int b) const;
    bool leakShows(const SiteTruth& is, int node, qint64 nowMs) const;
    bool canBeSeen(const SiteTruth& is, int a, int b, qint64 nowMs) const;
    bool takesPart(int node) const { return !m_excluded.contains(m_known.nodes[node].name); }
    void judgeAction(const SimulatedEffect& effect, int node, const QDateTime& now);
    void judgeStopMailFlow(const SimulatedEffect& effect, int node, const QDateTime& now);
    void judgeKeepMailFlowing(const SimulatedEffect& effect, int node, const QDateTime& now);
    QList<Pair> openByAllThatIsKnown() const;
    void judgeConfig(int node, const QDateTime& now);

    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    QSet<int> m_knownPorts; ///< that the plan blocks
    SiteTruth m_known;
    QList<bool> m_unread;     ///< an installer ran, and the version was not read since
    QList<bool> m_byHand;     ///< an installer was begun by hand, and the version was not read since
    QList<Pair> m_openSeen;   ///< paths between different versions that stood open, to be seen, at the last announcement
    QString m_step, m_unended; ///< m_unended: a step that has begun and has no outcome in the journal yet
    QStringList m_excluded;
    bool m_open = false, m_openedByWorld = false, m_runOpens = false, m_closes = false;
    int m_worldEvents = 0;
    QList<Violation> m_violations;
};

} // namespace ruw
