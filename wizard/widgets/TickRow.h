#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace ruw {

/// A box to tick whose text may wrap: QCheckBox itself makes its window as wide as its words. A click on the text ticks, too.
class TickRow : public QWidget {
    Q_OBJECT
public:
    explicit TickRow(const QString& text, QWidget* parent = nullptr);
    QCheckBox* box() const { return m_box; }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QCheckBox* m_box;
    QLabel* m_text;
};

} // namespace ruw
