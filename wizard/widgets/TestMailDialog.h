#pragma once

#include "core/run/TestMailRun.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ruw {

class Background;
class Field;
class StateLine;

/// Asks between whom a test mail goes, sends one through each mail node beside the window's thread, and shows each id with
/// what the node said of it.
class TestMailDialog : public QDialog {
    Q_OBJECT
public:
    using Send = std::function<QList<TestMailResult>(const TestMailPeople&, const std::stop_token&)>;
    TestMailDialog(const TestMailPeople& proposed, Send send, Language language, QWidget* parent = nullptr);
    ~TestMailDialog() override;
    TestMailPeople people() const;

signals:
    void sent(const QList<ruw::TestMailResult>& results);

protected:
    void changeEvent(QEvent* event) override;

private:
    void send();
    void show(const QList<TestMailResult>& results);
    void refresh();
    void retranslate();

    const Send m_send;
    const Language m_language;
    QLabel* m_lead;
    QLineEdit *m_from, *m_to;
    Field *m_fromField, *m_toField;
    StateLine* m_state;
    QPlainTextEdit* m_results;
    QPushButton *m_sendButton, *m_close;
    Background* m_background;
};

} // namespace ruw
