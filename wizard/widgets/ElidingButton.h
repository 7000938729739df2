#pragma once

#include <QPushButton>

namespace ruw {

/// A button whose text may be longer than its row: the end of it gives way. All of it stands in the tool tip, and is what
/// a screen reader says.
class ElidingButton : public QPushButton {
    Q_OBJECT
public:
    using QPushButton::QPushButton;
    /// `least`: the part that is always in sight.
    void setTexts(const QString& least, const QString& whole);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize sizeFor(const QString& text) const;
    QString m_least;
};

} // namespace ruw
