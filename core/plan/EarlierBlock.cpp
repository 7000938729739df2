#include "core/plan/EarlierBlock.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QString liftableBlock(const SiteFacts& facts, const NodeFacts& node)
{
    // It goes into a command as it is, and it was read from a machine.
    static const QRegularExpression runId(u"^[0-9a-f]{1,40}$"_s);
    const QStringList runs = node.survey.blockPresent.effective().value_or(QStringList());
    if (runs.size() != 1 || !runId.match(runs.first()).hasMatch() || node.node.access != AccessKind::Ssh ||
        node.node.os != Os::Linux)
        return {};
    const QString source = facts.site.sourceVersion.toString();
    const bool nothingToKeepApart =
        std::all_of(facts.nodes.cbegin(), facts.nodes.cend(), [&](const NodeFacts& each) {
            const Fact<QString>& version = each.survey.version;
            return version.source == FactSource::Detected && version.value == source &&
                   each.node.access == AccessKind::Ssh;
        });
    return nothingToKeepApart ? runs.first() : QString();
}

} // namespace ruw
