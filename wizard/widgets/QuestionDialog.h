#pragma once

#include "wizard/WindowPrompter.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ruw {

class IconLabel;

/// A question of a node to the person at the window: what is asked, and three ways out of it - answer, leave this node
/// out, stop the whole work. Holds up the window's own input but nothing else. The escape key leaves this node out.
class QuestionDialog : public QDialog {
    Q_OBJECT
public:
    quint64 questionId() const { return m_question.id; }
    /// How many other nodes wait for an answer behind this one.
    void setOthersWaiting(int count);
    /// Whether a run is worked on: stopping holds it. Else nodes are only read.
    void setHoldsRun(bool holds);

signals:
    void stopAsked();

protected:
    QuestionDialog(const SshQuestion& question, Language language, QWidget* parent);
    virtual void retranslate();
    void changeEvent(QEvent* event) override;
    const SshQuestion& question() const { return m_question; }
    QVBoxLayout* body() const { return m_body; }
    QLabel* lead() const { return m_lead; }
    QPushButton* yes() const { return m_yes; }
    QPushButton* no() const { return m_no; }
    Language language() const;

private:
    SshQuestion m_question;
    Language m_language;
    QLabel *m_lead, *m_others;
    QVBoxLayout* m_body;
    QPushButton *m_yes, *m_no, *m_stop;
    int m_othersWaiting = 0;
    bool m_holdsRun = false;
};

/// An unknown host key, with its fingerprint to compare. The answer that nobody chose is "no".
class HostKeyDialog final : public QuestionDialog {
    Q_OBJECT
public:
    HostKeyDialog(const SshQuestion& question, Language language, QWidget* parent);

signals:
    void answered(bool accept);

protected:
    void retranslate() override;

private:
    QLabel *m_fingerprint, *m_names, *m_compare;
    class CopyButton* m_copy;
};

/// A password or passphrase. What was typed leaves the entry with the answer and stands nowhere else.
class SecretDialog final : public QuestionDialog {
    Q_OBJECT
public:
    SecretDialog(const SshQuestion& question, Language language, bool forAll, QWidget* parent);

signals:
    /// nullopt: there is none.
    void answered(const std::optional<ruw::Secret>& secret, bool forAll);

protected:
    void retranslate() override;
    void done(int result) override;

private:
    class QLineEdit* m_entry;
    QLabel* m_prompt;
    class StateLine* m_refused;
    class QCheckBox* m_forAll;
};

} // namespace ruw
