#pragma once

#include "wizard/Theme.h"

#include "core/base/Text.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace ruw {

/// A line above the page that says what just happened (a file that could not be saved, keys that are unknown)
/// without a box that must be clicked away first. Hidden while there is nothing to say.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void say(theme::State state, const QList<Text>& texts, Language language);
    void setLanguage(Language language);
    void clear();

private:
    void render(Language language);

    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
    QList<Text> m_texts;
};

} // namespace ruw
