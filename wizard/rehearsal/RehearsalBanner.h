#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ruw {

/// Says on every page of a rehearsal, in colour and in words, that no server is touched, and leads out of it.
class RehearsalBanner : public QFrame {
    Q_OBJECT
public:
    explicit RehearsalBanner(QWidget* parent = nullptr);
    void retranslate();

signals:
    void leaveAsked();

private:
    QLabel *m_word, *m_text;
    QPushButton* m_leave;
};

} // namespace ruw
