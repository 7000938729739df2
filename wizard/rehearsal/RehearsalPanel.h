#pragma once

#include "wizard/WindowGate.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace ruw {

class FaultDialog;
class RehearsalStage;
class Session;
struct SiteFacts;

/// What a rehearsal has beside the work: its speed, the faults, what one would see on the simulated servers. Lets the stage's time pass.
class RehearsalPanel : public QFrame {
    Q_OBJECT
public:
    RehearsalPanel(Session& session, RehearsalStage& stage, QWidget* parent = nullptr);
    /// What somebody sees there who looks.
    bool isSo(const Step& step, const Condition& condition) const;
    /// An answer was given for whoever rehearses: the account counts them.
    void givesAnswer();
    /// Everything that is asked is answered by the rehearsal itself.
    bool playsItself() const;
    /// What is asked now; null: nothing.
    void setQuestion(const RunQuestion* question);
    void retranslate();

signals:
    /// Everything that is asked shall be answered by the rehearsal itself: the question in hand too.
    void playsItselfChanged(bool yes);

private:
    void takeKeys();
    void tick();
    void refresh();
    void showFaults();
    void pauseOrGoOn();
    void putRight();
    QString faultsText() const;

    Session& m_session;
    RehearsalStage& m_stage;
    QTimer m_timer;
    QElapsedTimer m_since;
    QLabel *m_speedLabel, *m_hint;
    QComboBox* m_speed;
    QPushButton *m_pause, *m_faults, *m_putRight;
    QCheckBox* m_itself;
    FaultDialog* m_dialog = nullptr;
    std::optional<RunQuestion> m_question;
    bool m_mended = false; ///< what the trouble in hand is about was put right
};

} // namespace ruw
