#pragma once

#include "core/access/ssh/SshPrompter.h"
#include "core/base/Result.h"

#include <list>

namespace ruw {

/// Secrets that a caller hands over on a file descriptor, so that they stand in no argument, file or environment: lines of
/// `NODE<TAB>ssh|sudo|key<TAB>SECRET`, `*` for every node. The secret is everything up to the line's end.
class Secrets {
public:
    /// Reads to the end of the descriptor. Error: usage-password-fd (names the line, never what stands in it).
    static Result<Secrets> readFrom(int fd);

    /// The node's own one before that of `*`; none: not given, or refused on that node before.
    std::optional<Secret> find(const QString& node, SecretKind kind) const;
    void refused(const QString& node, SecretKind kind) { m_refused.append({node, kind}); }

private:
    struct Item {
        QString node;
        SecretKind kind;
        Secret secret;
    };
    std::list<Item> m_items;
    QList<std::pair<QString, SecretKind>> m_refused;
};

} // namespace ruw
