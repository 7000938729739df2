#pragma once

#include <QLabel>

namespace ruw {

/// A text that takes two lines, whatever it says: what is longer gives way at its end, and all of it stands in the tool tip and
/// is what a screen reader says.
class TwoLines final : public QLabel {
    Q_OBJECT
public:
    explicit TwoLines(QWidget* parent = nullptr);
    void setWhole(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString m_whole;
};

} // namespace ruw
