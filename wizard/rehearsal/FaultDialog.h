#pragma once

#include "core/rehearsal/FaultPlan.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ruw {

class RehearsalStage;
class Session;

/// What shall go wrong in the rehearsal: a kind of fault, the step at which it happens, and the server that it
/// happens to where there is a choice; before the play or during it.
class FaultDialog : public QDialog {
    Q_OBJECT
public:
    FaultDialog(Session& session, RehearsalStage& stage, QWidget* parent = nullptr);
    void retranslate();

private:
    const Procedure* procedure() const;
    /// Steps still to come at which this fault can happen.
    QList<const Step*> placesFor(FaultKind kind) const;
    void fillKinds();
    void fillSteps();
    void fillNodes();
    void fillList();
    void add();
    void remove();

    Session& m_session;
    RehearsalStage& m_stage;
    QLabel *m_explain, *m_kindLabel, *m_stepLabel, *m_nodeLabel, *m_listLabel;
    QComboBox *m_kind, *m_step, *m_node;
    QListWidget* m_list;
    QPushButton *m_add, *m_remove, *m_close;
};

} // namespace ruw
