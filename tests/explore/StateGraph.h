#pragma once

#include "Scene.h"

#include <QHash>
#include <QMap>

namespace explore {

/// Runs that show the same thing, with one of them to play again.
struct Finding {
    QString what; ///< "S1 in start-service", "stuck in ...", "mail lost"
    QString site; ///< the scene's name
    ruw::FaultPlan faults;
    quint64 seed = 1;
    qint64 count = 0;
    QString detail;
    QString again; ///< the call of the program that plays it
};

/// What was counted. A run has ended when its verdict is known: played to its end, or merged at a step into a run that had
/// come there before with everything the same that decides what is still to come (RehearsalStand::likeness()).
struct Tally {
    QMap<QString, qint64> runs;   ///< that have ended, by part
    qint64 played = 0;            ///< of them: to their end
    qint64 merged = 0;            ///< of them: merged
    qint64 passedOver = 0;        ///< of them: pairs whose first fault alone had led to where another run had been
    qint64 steps = 0;             ///< that were played
    qint64 states = 0;            ///< different ones, between two steps
    QMap<QString, qint64> ends;   ///< of the runs that were played to their end
    qint64 worldEvents = 0;       ///< paths that the world opened
    QMap<QString, qint64> idle;   ///< single faults that took no effect, by kind
    QMap<QString, Finding> findings;
    void add(const Tally& other);
    void found(const QString& what, const Scene& scene, quint64 seed, const ruw::FaultPlan& faults, const QString& detail);
    qint64 total() const;
};

/// A fault that is played by itself: neither a kill (a part of its own) nor what happens only when something else has.
bool standsAlone(const ruw::Fault& fault);

/// All runs of one scene as a graph: its nodes are the states between two steps, and what is known of one is what comes
/// after it. Each fault is played from the state just before its step, and only until the run comes to a known state.
class StateGraph {
public:
    /// `kinds`: of the faults that are played; empty: all.
    StateGraph(const Scene& scene, Tally& tally, const QList<ruw::FaultKind>& kinds = {});

    void singles(); ///< every fault at every step
    void remedies(bool undoes, bool excludes); ///< going back and leaving out where something is wrong; faults of the undoing
    void crashes(); ///< killed before, after and amid every record of the journal
    /// From here on it counts there.
    void countInto(Tally& tally) { m_tally = &tally; }
    /// Every pair of faults, each at every step that it comes to, and after each fault the program killed before, after and
    /// amid every record.
    void pairs();
    /// Asked between runs; true: enough.
    std::function<bool()> isOver = [] { return false; };

private:
    struct Known {
        QStringList wrong; ///< from here on
        qint64 singles = 0; ///< faults that can still happen one at a time from here to the end
        bool expanded = false; ///< all of these were played
    };
    struct Come {
        QByteArray key;
        int step = -1, nextUndo = -1;
        qsizetype violations = 0;
        qint64 lost = 0, doubled = 0;
        int records = 0;
        bool calm = false;
        std::shared_ptr<const ruw::RehearsalPoint> point;
    };
    struct Run {
        QList<Come> path;     ///< states that nobody had come to
        QByteArray merged;    ///< into this one; empty: played to its end
        QStringList wrong;    ///< in all of the run
        int troubles = 0;
        bool faultLeft = false; ///< it never happened
        int records = 0;      ///< in the journal when it ended
    };

    Run play(const ruw::RehearsalPoint* from, const QList<ruw::Fault>& faults, bool wantsPoints, bool onlyExpanded);
    void judge(const Run& run, const QString& part, const QList<ruw::Fault>& faults);
    void straight();
    void kill(const Come& come, const QList<ruw::Fault>& before, const QList<ruw::Fault>& faults, int lastRecord);
    qint64 singlesAt(int step) const;

    const Scene& m_scene;
    const ruw::Rehearsal& m_rehearsal;
    Tally* m_tally;
    qint64 m_statesCounted = 0;
    QHash<QString, int> m_stepIndex;
    QList<std::vector<ruw::Fault>> m_faults, m_undoFaults; ///< by step
    std::vector<std::pair<const Come*, ruw::Fault>> m_troubled; ///< single faults that somebody is asked about
    bool m_kills = true;                     ///< pairs with a kill are played
    QList<Come> m_base;                      ///< the run without a fault
    int m_baseRecords = 0;
    QHash<QByteArray, Known> m_known;
};

} // namespace explore
