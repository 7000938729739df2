#pragma once

#include "core/plan/Procedure.h"

namespace ruw {

/// The temporary changes that stand (S7): a block, a stopped service, boot start switched off, a drained node, disabled
/// sync, stopped mail flow. Opened and closed by the steps' opensLedger / closesLedger.
class ChangeLedger {
public:
    struct Entry {
        QString id;       ///< "block:mf1"
        QString openedBy; ///< step id
        QDateTime since;
        std::optional<Action> undo; ///< the opening step's rollback
    };
    void stepDone(const Step& step, const QDateTime& when);
    void stepRolledBack(const Step& step);
    const QList<Entry>& open() const { return m_open; }
    bool empty() const { return m_open.isEmpty(); }
    static Text entryText(const QString& id);

private:
    QList<Entry> m_open;
};

} // namespace ruw
