#include "core/survey/OperatorEntries.h"

#include "core/survey/FactTable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

template <typename T> void dropOldEntry(Fact<T>& fact)
{
    fact.siteValue.reset();
    if (fact.source == FactSource::Operator)
        fact = Fact<T>::unknown(Text::tr("Nobody looked at it."));
}

/// `agrees`: what was found does not contradict the entry.
template <typename T> void putEntry(Fact<T>& fact, const T& entry, bool agrees)
{
    if (!fact.known())
        fact = {entry, FactSource::Operator, Text::tr("site file"), std::nullopt};
    else if (!agrees)
        fact.siteValue = entry;
}

} // namespace

void putOperatorEntries(NodeSurvey& survey, const Node& node, const Site& site)
{
    forEachFact(survey, [](const char*, auto& fact) { dropOldEntry(fact); });

    // What a machine calls its system ("Debian GNU/Linux 12") can't be held against "linux": the entry only
    // fills in.
    putEntry(survey.os, osCode(node.os), true);
    if (!node.installDir.isEmpty())
        putEntry(survey.installDir, node.installDir, survey.installDir.value == node.installDir);
    if (site.sourceVersion != ProductVersion{}) {
        const QString source = site.sourceVersion.toString();
        putEntry(survey.version, source, survey.version.value == source);
    }
    QStringList addresses = node.effectiveSyncAddresses();
    if (!addresses.contains(node.address))
        addresses.prepend(node.address);
    addresses.removeAll(QString());
    if (!addresses.isEmpty()) {
        const QStringList found = survey.addresses.value.value_or(QStringList{});
        const bool agrees = std::all_of(addresses.begin(), addresses.end(), [&](const QString& a) {
            return found.contains(a, Qt::CaseInsensitive);
        });
        putEntry(survey.addresses, addresses, agrees);
    }
}

NodeSurvey unknownSurvey(const QString& name, const Text& why)
{
    NodeSurvey survey;
    survey.name = name;
    forEachFact(survey, [&](const char*, auto& fact) { fact.detail = why; });
    return survey;
}

} // namespace ruw
