#include "app/TerminalPrompter.h"

#include "app/Output.h"
#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

TerminalPrompter::TerminalPrompter(Secrets secrets, Language language)
    : m_secrets(std::move(secrets)), m_language(language)
{
}

bool TerminalPrompter::acceptHostKey(const QString& node, const QString& host, const QString& type,
                                     const QString& sha256Fingerprint)
{
    const std::lock_guard lock(m_mutex);
    if (!m_terminal.isThere())
        return false;
    m_terminal.say(
        Text::tr("%1: the host key of %2 is not known yet.\n  %3 %4\nCompare it with what the server's "
                 "console shows (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub).")
            .arg(shownSafely(node))
            .arg(shownSafely(host))
            .arg(shownSafely(type))
            .arg(shownSafely(sha256Fingerprint))
            .render(m_language));
    const auto answer =
        m_terminal.line(Text::tr("Trust this key and remember it? (y/n)").render(m_language) + u' ');
    return answer && answer->trimmed().compare(u"y"_s, Qt::CaseInsensitive) == 0;
}

std::optional<Secret> TerminalPrompter::secret(const QString& node, SecretKind kind, const Text& prompt)
{
    const std::lock_guard lock(m_mutex);
    if (auto given = m_secrets.find(node, kind))
        return given;
    return m_terminal.secret(shownSafely(prompt.render(m_language)) + u": "_s);
}

void TerminalPrompter::secretRefused(const QString& node, SecretKind kind)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.refused(node, kind);
}

void TerminalPrompter::sayAside(const QString& line)
{
    const std::lock_guard lock(m_mutex);
    printError(line);
}

} // namespace ruw
