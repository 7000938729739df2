#pragma once

#include "core/base/Text.h"
#include "wizard/widgets/FilledRows.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ruw {

class RehearsalStage;
class RunState;
class Session;

/// What came out of a rehearsal, beside what was forecast, and what each fault led to.
class AccountPanel : public QFrame {
    Q_OBJECT
public:
    AccountPanel(Session& session, const RehearsalStage& stage, QWidget* parent = nullptr);
    void refresh();

private:
    QString headOf(const RunState& run) const;

    Session& m_session;
    const RehearsalStage& m_stage;
    QLabel *m_head, *m_faultsHead;
    QGridLayout* m_table;
    QVBoxLayout *m_rules, *m_faults;
    FilledRows m_filled;
};

} // namespace ruw
