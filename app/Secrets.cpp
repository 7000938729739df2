#include "app/Secrets.h"

#include <cerrno>
#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qsizetype mostBytes = 64 * 1024;

Error badInput(const Text& what)
{
    return {u"usage-password-fd"_s,
            what,
            Text::tr("No node was connected to."),
            Text::tr("Write lines of NODE, ssh, sudo or key, and the secret, with tabs between them; * "
                     "stands for every "
                     "node."),
            {}};
}

std::optional<SecretKind> kindOf(QByteArrayView word)
{
    if (word == "ssh")
        return SecretKind::Ssh;
    if (word == "sudo")
        return SecretKind::Sudo;
    if (word == "key")
        return SecretKind::Key;
    return std::nullopt;
}

} // namespace

Result<Secrets> Secrets::readFrom(int fd)
{
    Secret buffer = Secret::ofSize(mostBytes);
    qsizetype size = 0;
    while (size < mostBytes) {
        const ssize_t got = ::read(fd, buffer.data() + size, size_t(mostBytes - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return badInput(Text::tr("File descriptor %1 can't be read.").arg(fd));
        if (got == 0)
            break;
        size += got;
    }
    if (size == mostBytes)
        return badInput(Text::tr("File descriptor %1 holds more than secrets can be.").arg(fd));
    Secrets secrets;
    QByteArrayView rest = buffer.view().first(size);
    for (int number = 1; !rest.isEmpty(); ++number) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty())
            continue;
        const qsizetype first = line.indexOf('\t');
        const qsizetype second = first < 0 ? -1 : line.indexOf('\t', first + 1);
        const auto kind = second < 0 ? std::nullopt : kindOf(line.sliced(first + 1, second - first - 1));
        if (!kind || first == 0)
            return badInput(Text::tr("Line %1 of file descriptor %2 can't be used.").arg(number).arg(fd));
        secrets.m_items.push_back(
            {QString::fromUtf8(line.first(first)), *kind, Secret(line.sliced(second + 1))});
    }
    return secrets;
}

std::optional<Secret> Secrets::find(const QString& node, SecretKind kind) const
{
    if (m_refused.contains(std::pair(node, kind)))
        return std::nullopt;
    for (const QString& name : {node, u"*"_s}) {
        for (const Item& item : m_items) {
            if (item.node == name && item.kind == kind)
                return item.secret;
        }
    }
    return std::nullopt;
}

} // namespace ruw
