#include "wizard/widgets/QuestionDesk.h"

#include "wizard/Session.h"

namespace ruw {

QuestionDesk::QuestionDesk(Session& session, QWidget* window)
    : QObject(window), m_session(session), m_window(window)
{
    connect(&session.connections().prompter(), &WindowPrompter::changed, this, &QuestionDesk::look,
            Qt::QueuedConnection);
}

void QuestionDesk::look()
{
    const WindowPrompter& prompter = m_session.connections().prompter();
    const std::optional<SshQuestion> question = prompter.current();
    if (m_dialog && (!question || question->id != m_dialog->questionId())) {
        // It was answered already, or nobody waits for the answer any more.
        m_dialog->disconnect(this);
        m_dialog->close();
        m_dialog = nullptr;
    }
    if (!question)
        return;
    if (!m_dialog)
        show(*question);
    m_dialog->setOthersWaiting(int(prompter.waitingNodes().size()) - 1);
}

void QuestionDesk::show(const SshQuestion& question)
{
    WindowPrompter& prompter = m_session.connections().prompter();
    const quint64 id = question.id;
    if (question.kind == SshQuestion::Kind::HostKey) {
        auto* dialog = new HostKeyDialog(question, m_session.language(), m_window);
        connect(dialog, &HostKeyDialog::answered, this,
                [&prompter, id](bool accept) { prompter.answerHostKey(id, accept); });
        m_dialog = dialog;
    } else {
        auto* dialog = new SecretDialog(question, m_session.language(), m_forAll, m_window);
        connect(dialog, &SecretDialog::answered, this,
                [this, &prompter, id](const std::optional<Secret>& secret, bool forAll) {
                    if (secret)
                        m_forAll = forAll;
                    prompter.answerSecret(id, secret, forAll);
                });
        m_dialog = dialog;
    }
    connect(m_dialog, &QuestionDialog::stopAsked, this, [&prompter] { prompter.askToStop(); });
    const RunState* run = m_session.runState();
    m_dialog->setHoldsRun(run && run->end() == RunEnd::Running);
    m_dialog->open();
}

} // namespace ruw
