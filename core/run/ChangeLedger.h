#pragma once

#include "core/plan/Procedure.h"

namespace ruw {

/// The temporary changes that stand (S7): a block, a stopped service, boot start switched off, a drained
/// node, disabled sync, stopped mail flow. Opened and closed by the steps' opensLedger / closesLedger.
class ChangeLedger {
public:
    struct Entry {
        QString id;       ///< "block:mf1"
        QString openedBy; ///< step id
        QDateTime since;
        std::optional<Action> undo; ///< the opening step's rollback
        /// False from the start of the action until it was seen to hold: the change may stand, and counts as
        /// standing.
        bool certain = false;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    /// The work begins, and what this step takes back stands already: an earlier run left it.
    void foundStanding(const Step& step, const QDateTime& when);
    /// The node is left out: it stands stopped and isolated until somebody sees to it.
    void nodeExcluded(const QString& node, const QDateTime& when);
    /// It takes part again: what was done to it is being undone.
    void nodeIncluded(const QString& node);
    void stepStarted(const Step& step, const QDateTime& when);
    void stepDone(const Step& step, const QDateTime& when);
    /// Its undo has begun: from now on nobody knows whether it stands, until that has ended, or is seen not to have happened.
    void undoStarted(const Step& step, const QDateTime& when);
    void undoNotDone(const Step& step);
    /// Undone: what the step opened is closed; what it closed stands again.
    void stepRolledBack(const Step& step, const QDateTime& when);
    const QList<Entry>& open() const { return m_open; }
    const QList<Entry>& closed() const { return m_closed; } ///< as they stood when they were taken back
    const Entry* entry(const QString& id) const;            ///< null: does not stand
    bool empty() const { return m_open.isEmpty(); }
    /// Nothing of this run's own stands: at most what an earlier one left.
    bool nothingOfOurs() const;
    /// What stands, for people: "The block on mf1".
    static Text entryText(const QString& id);
    /// The same changes stand.
    friend bool operator==(const ChangeLedger& a, const ChangeLedger& b) { return a.m_open == b.m_open; }

private:
    void add(const QString& id, const Step& step, const QDateTime& when, const std::optional<Action>& undo,
             bool certain);
    void setCertain(const Step& step, bool certain);
    void bringBack(const Step& step, const QDateTime& when, bool certain);
    QList<Entry> m_open;
    QList<Entry>
        m_closed; ///< in the order of closing: undoing what closed one brings it back with its own undo
};

} // namespace ruw
