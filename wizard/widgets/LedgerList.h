#pragma once

#include "core/run/ChangeLedger.h"
#include "wizard/WindowGate.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ruw {

/// What stands and must be taken back before the run is done. Always visible during the work, also when it is empty.
class LedgerList : public QFrame {
    Q_OBJECT
public:
    /// `withUndo`: each entry says how it is undone, with the command to copy.
    explicit LedgerList(bool withUndo, QWidget* parent = nullptr);
    /// `seen`: what was seen last where a step has failed; it is told beside a change that is not certain.
    void setLedger(const ChangeLedger& ledger, Language language, const QList<SeenRow>& seen = {});

private:
    bool m_withUndo;
    QLabel* m_head;
    QVBoxLayout* m_rows;
    QWidget* m_content = nullptr;
    ChangeLedger m_shown;
    QList<SeenRow> m_seen;
    Language m_language = Language::English;
};

} // namespace ruw
