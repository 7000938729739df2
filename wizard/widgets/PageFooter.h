#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ruw {

class Page;

/// What stands below every page: the way back, why it does not go on, and the way on.
class PageFooter final : public QWidget {
    Q_OBJECT
public:
    explicit PageFooter(QWidget* parent = nullptr);
    void showPage(const Page& page, bool hasBack);
    bool canGoOn() const;
    void focusNext();
    /// Whether the window is low: then the margins are, too.
    void setLow(bool low);
    void retranslate();

signals:
    void backAsked();
    void nextAsked();

private:
    QPushButton *m_back, *m_next;
    QLabel* m_reason;
    QHBoxLayout* m_row;
};

} // namespace ruw
