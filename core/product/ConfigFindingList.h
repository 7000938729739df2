#pragma once

#include "core/base/Finding.h"
#include "core/product/ConfigEntry.h"
#include "core/product/TextEncoding.h"

#include <QList>
#include <QMap>

namespace ruw {

/// The findings of one replica config as they are gathered. Of one kind only so many are listed: a hostile file must not give
/// a million.
class ConfigFindingList {
public:
    /// `encoding`: of the file, for what is shown of it.
    explicit ConfigFindingList(TextEncoding encoding) : m_encoding(encoding) {}

    /// `line`: 1-based, 0 where there is none.
    void add(const QString& id, Severity severity, int line, const Text& message, const Text& remedy);
    /// A value that is none of what is `allowed`; `validWithoutComment`: it would be without the text behind it.
    void addBadValue(const QString& id, Severity severity, const ConfigEntry& entry, bool validWithoutComment,
                     const Text& allowed, const Text& remedy);
    /// Bytes of the file as a finding shows them: decoded, safe, not too long.
    QString shown(const QByteArray& bytes) const;
    /// In the order in which they were added, and at the end how many more of each kind there are.
    QList<Finding> all() const;

private:
    TextEncoding m_encoding;
    QList<Finding> m_findings;
    QMap<QString, int> m_omitted; ///< by id of the finding
    QMap<QString, int> m_added;
};

} // namespace ruw
