#pragma once

#include <QLabel>

namespace ruw {

/// A text that takes two lines, whatever it says, unless others were asked for: what is longer gives way at its end, and all of
/// it stands in the tool tip and is what a screen reader says.
class TwoLines final : public QLabel {
    Q_OBJECT
public:
    explicit TwoLines(QWidget* parent = nullptr);
    void setWhole(const QString& text);
    /// It has room for `least` lines even where it is short, and takes up to `most` before its end gives way.
    void setLines(int least, int most);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString m_whole;
    int m_least = 2, m_most = 2;
};

} // namespace ruw
