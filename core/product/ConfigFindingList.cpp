#include "core/product/ConfigFindingList.h"

#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostOfOneKind = 100;

} // namespace

void ConfigFindingList::add(const QString& id, Severity severity, int line, const Text& message, const Text& remedy)
{
    if (m_added[id] == mostOfOneKind) {
        ++m_omitted[id];
        return;
    }
    ++m_added[id];
    m_findings.append({id, severity, {}, {}, line, message, remedy});
}

QString ConfigFindingList::shown(const QByteArray& bytes) const
{
    constexpr qsizetype limit = 80;
    const QString text = decodeText(bytes, m_encoding);
    return shownSafely(text.size() > limit ? text.left(limit) + u"..."_s : text);
}

void ConfigFindingList::addBadValue(const QString& id, Severity severity, const ConfigEntry& entry,
                                    bool validWithoutComment, const Text& allowed, const Text& remedy)
{
    if (validWithoutComment) {
        add(id, severity, entry.line,
            Text::tr("There is text behind the value of %1: \"%2\". Whether the product takes it as a "
                     "comment is not known. "
                     "Allowed: %3.")
                .arg(entry.key)
                .arg(shown(entry.value))
                .arg(allowed),
            Text::tr("Put the comment on a line of its own on the server."));
        return;
    }
    add(id, severity, entry.line,
        Text::tr("The value \"%2\" of %1 is invalid. Allowed: %3.")
            .arg(entry.key)
            .arg(shown(entry.value))
            .arg(allowed),
        remedy);
}

QList<Finding> ConfigFindingList::all() const
{
    QList<Finding> findings = m_findings;
    for (auto it = m_omitted.cbegin(); it != m_omitted.cend(); ++it) {
        findings.append({it.key(),
                         Severity::Warning,
                         {},
                         {},
                         0,
                         Text::tr("Further findings of this kind, not listed: %1.").arg(it.value()),
                         Text::tr("Check whether this is a replica config at all.")});
    }
    return findings;
}

} // namespace ruw
