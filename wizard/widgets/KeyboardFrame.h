#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace ruw {

/// A line around the part that has the keyboard, for those parts that do not show it themselves: areas that scroll, lists
/// without a row. Only for whoever uses the Tab key.
class KeyboardFrame : public QFocusFrame {
    Q_OBJECT
public:
    explicit KeyboardFrame(QWidget* window);
    /// Looks after a window for as long as it lives.
    static void watch(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ruw
