#pragma once

#include "wizard/Theme.h"

#include <QWidget>

class QLabel;

namespace ruw {

/// A state said by shape, colour and word: an icon with a text beside it that may wrap. Hidden while the text
/// is empty.
class StateLine : public QWidget {
    Q_OBJECT
public:
    explicit StateLine(QWidget* parent = nullptr);
    void setState(theme::State state, const QString& text);
    void makeStrong();
    QString text() const { return m_said; }
    theme::State state() const { return m_state; }

private:
    QLabel* m_icon;
    QLabel* m_text;
    QString m_said; ///< the text as it was given: the label may show it with joiners
    theme::State m_state = theme::State::Info;
};

} // namespace ruw
