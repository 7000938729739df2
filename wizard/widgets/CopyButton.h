#pragma once

#include <QToolButton>

namespace ruw {

/// Puts a text on the clipboard and says so in its own label.
class CopyButton : public QToolButton {
    Q_OBJECT
public:
    explicit CopyButton(QWidget* parent = nullptr);
    /// What is copied; the button is disabled while there is nothing.
    void setCopied(const QString& text);
    void setLabel(const QString& label);

protected:
    void changeEvent(QEvent* event) override;

private:
    QString m_label;
    QString m_copied;
};

} // namespace ruw
