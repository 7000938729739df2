#pragma once

#include <QLabel>

namespace ruw {

/// A text that never takes more than one line: its end gives way, and all of it stands in the tool tip and is what a screen
/// reader says.
class OneLine final : public QLabel {
    Q_OBJECT
public:
    explicit OneLine(QWidget* parent = nullptr);
    void setWhole(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString m_whole;
};

} // namespace ruw
