#include "core/access/ssh/SshSecrets.h"

namespace ruw {

SshSecrets::Item* SshSecrets::find(const QString& label, SecretKind kind)
{
    for (Item& item : m_items) {
        if (item.label == label && item.kind == kind)
            return &item;
    }
    return nullptr;
}

std::optional<Secret> SshSecrets::ask(const QString& label, SecretKind kind, const Text& prompt,
                                      Patience& patience)
{
    if (!m_prompter || patience.state() == Patience::State::Stopped)
        return std::nullopt;
    ++m_questions;
    const auto start = std::chrono::steady_clock::now();
    std::optional<Secret> answer = m_prompter->secret(label, kind, prompt);
    patience.extend(std::chrono::ceil<Patience::Milliseconds>(std::chrono::steady_clock::now() - start));
    return answer;
}

std::optional<Secret> SshSecrets::get(const QString& label, SecretKind kind, const Text& prompt,
                                      Patience& patience)
{
    Item* item = find(label, kind);
    if (item && !item->refused)
        return item->secret;
    std::optional<Secret> answer = ask(label, kind, prompt, patience);
    if (!answer)
        return std::nullopt;
    if (item) {
        if (item->secret == *answer)
            return std::nullopt; // the same wrong answer again would only lock the account
        item->secret = *answer;
        item->refused = false;
    } else {
        m_items.push_back({label, kind, *answer, false});
    }
    return answer;
}

std::optional<Secret> SshSecrets::askOnce(const QString& label, const Text& prompt, Patience& patience)
{
    return ask(label, SecretKind::Ssh, prompt, patience);
}

void SshSecrets::refused(const QString& label, SecretKind kind)
{
    if (Item* item = find(label, kind))
        item->refused = true;
    if (m_prompter)
        m_prompter->secretRefused(label, kind);
}

QByteArray SshSecrets::redacted(QByteArray text) const
{
    for (const Item& item : m_items) {
        if (!item.secret.isEmpty())
            text.replace(item.secret.view(), "***");
    }
    return text;
}

} // namespace ruw
