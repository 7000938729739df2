#pragma once

#include "wizard/WindowGate.h"

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace ruw {

/// What a command printed, folded away behind a line with its exit status. What counts is what is seen, not what was printed.
class OutputFold : public QWidget {
    Q_OBJECT
public:
    explicit OutputFold(QWidget* parent = nullptr);
    /// Hidden where nothing was run.
    void setPrinted(const std::optional<WindowGate::Printed>& printed);
    void retranslate();

private:
    void fold();

    std::optional<WindowGate::Printed> m_printed;
    QToolButton* m_button;
    QPlainTextEdit* m_text;
};

} // namespace ruw
