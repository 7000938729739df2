#pragma once

#include "core/access/AccessContext.h"
#include "core/access/Patience.h"

#include <list>

namespace ruw {

/// The secrets of one access: asked for once, kept (and wiped) with the access, so that a connection that has to be made
/// anew asks nobody again.
class SshSecrets {
public:
    explicit SshSecrets(SshPrompter* prompter) : m_prompter(prompter) {}

    /// The remembered one, or the prompter's answer. The time of the question is added to `patience`.
    std::optional<Secret> get(const QString& label, SecretKind kind, const Text& prompt, Patience& patience);
    /// Asks without remembering: one-time codes.
    std::optional<Secret> askOnce(const QString& label, const Text& prompt, Patience& patience);
    /// It was wrong. The next get() asks again; the very same answer then counts as none.
    void refused(const QString& label, SecretKind kind);
    /// Whether anybody has been asked since the object was made.
    int questions() const { return m_questions; }
    /// Text from the node with anything that is one of our secrets taken out.
    QByteArray redacted(QByteArray text) const;

private:
    std::optional<Secret> ask(const QString& label, SecretKind kind, const Text& prompt, Patience& patience);

    struct Item {
        QString label;
        SecretKind kind;
        Secret secret;
        bool refused = false;
    };
    Item* find(const QString& label, SecretKind kind);

    SshPrompter* m_prompter;
    std::list<Item> m_items;
    int m_questions = 0;
};

} // namespace ruw
