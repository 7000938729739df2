#pragma once

#include <QPushButton>

class QLabel;

namespace ruw {

/// A choice as a card: icon, what it is, what happens then. A real button: keyboard, mnemonic and screen
/// reader work.
class ActionCard : public QPushButton {
    Q_OBJECT
public:
    explicit ActionCard(const QString& iconName, QWidget* parent = nullptr);
    /// `title` may hold a mnemonic ("&New upgrade").
    void setTexts(const QString& title, const QString& explanation);
    /// Whether it is the page's next action, and stands out as a primary button does.
    void setLeading(bool yes);
    bool leads() const { return m_leads; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_explanation;
    bool m_leads = false;
};

} // namespace ruw
