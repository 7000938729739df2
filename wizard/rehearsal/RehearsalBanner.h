#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ruw {

class RehearsalStage;
class Session;

/// Says on every page of a rehearsal, in colour and in words, what it is and how it stands, and leads out of it.
class RehearsalBanner : public QFrame {
    Q_OBJECT
public:
    RehearsalBanner(Session& session, const RehearsalStage& stage, QWidget* parent = nullptr);
    void retranslate();

signals:
    void leaveAsked();
    /// It tells another time: whatever else tells the time follows, so that no two clocks disagree.
    void ticked();

private:
    void refresh();

    Session& m_session;
    const RehearsalStage& m_stage;
    QLabel *m_word, *m_text;
    QPushButton* m_leave;
};

} // namespace ruw
