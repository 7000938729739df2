#pragma once

#include "app/Secrets.h"
#include "app/Terminal.h"

#include <mutex>

namespace ruw {

/// Answers what the way to a node asks: from the secrets that were handed over, else the operator at the terminal, one
/// question at a time however many nodes ask. Without a terminal nobody answers.
class TerminalPrompter final : public SshPrompter {
public:
    TerminalPrompter(Secrets secrets, Language language);

    bool acceptHostKey(const QString& node, const QString& host, const QString& type,
                       const QString& sha256Fingerprint) override;
    std::optional<Secret> secret(const QString& node, SecretKind kind, const Text& prompt) override;
    void secretRefused(const QString& node, SecretKind kind) override;
    /// A line on standard error that does not land in the middle of a question.
    void sayAside(const QString& line);

private:
    std::mutex m_mutex;
    Secrets m_secrets;
    Terminal m_terminal;
    Language m_language;
};

} // namespace ruw
