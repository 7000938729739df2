#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace ruw {

class CopyButton;

/// A command to copy: caption, the exact text in monospace, wrapped and in full (what it stands in scrolls), and the copy button.
class CommandView : public QWidget {
    Q_OBJECT
public:
    explicit CommandView(const QString& name, QWidget* parent = nullptr);
    /// Hidden while there is no command.
    void setCommand(const QString& command);
    QString command() const;
    void setTexts(const QString& caption, const QString& copyLabel);
    CopyButton* copyButton() const { return m_copy; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    QLabel* m_caption;
    QPlainTextEdit* m_text;
    CopyButton* m_copy;
};

} // namespace ruw
