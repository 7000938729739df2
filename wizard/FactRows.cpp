#include "wizard/FactRows.h"

#include "core/base/Quote.h"
#include "core/survey/FactTable.h"
#include "core/survey/FactTexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// As the vendor writes it, where it reads as one.
Text versionShown(const QString& found)
{
    const Result<ProductVersion> version = ProductVersion::parse(found);
    return Text::verbatim(version ? version->display() : shownSafely(found));
}
Text onOff(bool on)
{
    return Text::verbatim(on ? u"ON"_s : u"OFF"_s);
}

class Rows {
public:
    template <typename T, typename Show>
    void add(const Text& name, const Fact<T>& fact, bool monospace, Show&& show)
    {
        FactRow row{name, Text::tr("not known"), fact.source, fact.detail, {}, monospace};
        if (fact.value)
            row.value = show(*fact.value);
        if (fact.siteValue)
            row.entered = show(*fact.siteValue);
        m_rows.append(row);
    }
    QList<FactRow> take()
    {
        std::stable_partition(m_rows.begin(), m_rows.end(),
                              [](const FactRow& row) { return row.source != FactSource::Unknown; });
        return std::move(m_rows);
    }

private:
    QList<FactRow> m_rows;
};

} // namespace

QList<FactRow> factRows(const NodeFacts& node)
{
    Rows rows;
    rows.add(Text::tr("Data sync enabled"), node.dataSync, false, onOff);
    forEachFact(node.survey, [&rows]<typename T>(const char* latin, const Fact<T>& fact) {
        const QString key = QString::fromLatin1(latin);
        rows.add(factName(key), fact, factIsVerbatim(key), [&key](const T& value) { return factText(key, value); });
    });
    return rows.take();
}

Text foundInShort(const NodeFacts& node)
{
    const NodeSurvey& survey = node.survey;
    QList<Text> parts;
    const Fact<QString>& version = survey.version;
    if (version.value && version.source == FactSource::Detected) {
        parts.append(!version.differs() ? versionShown(*version.value)
                                        : Text::tr("%1 (entered: %2)", "version found, version entered")
                                              .arg(versionShown(*version.value))
                                              .arg(versionShown(*version.siteValue)));
    }
    if (survey.serviceState.value && *survey.serviceState.value != ServiceState::Unknown)
        parts.append(Text::tr("service: %1").arg(serviceStateText(*survey.serviceState.value)));
    if (node.dataSync.value)
        parts.append(Text::tr("data sync: %1").arg(onOff(*node.dataSync.value)));
    return parts.isEmpty() ? Text() : Text::list(parts);
}

} // namespace ruw
