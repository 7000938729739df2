#include "core/plan/checks/Check.h"

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {

using DataSync = ReplicaConfig::DataSync;

QStringList nodesSaying(const SiteFacts& facts, bool on)
{
    return namesWhere(facts, [on](const NodeFacts& n) { return n.dataSync.effective() == on; });
}

/// Nodes whose file was read and says this, and for which nobody has settled it otherwise.
QStringList nodesLeftAt(const SiteFacts& facts, DataSync state)
{
    return namesWhere(facts, [state](const NodeFacts& n) {
        return !n.dataSync.effective() && n.survey.config && n.survey.config->dataSync() == state;
    });
}

} // namespace

QList<Noted> dataSyncChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    const QStringList on = nodesSaying(facts, true);
    const QStringList off = nodesSaying(facts, false);
    if (!on.isEmpty() && !off.isEmpty()) {
        out.append(note(
            u"data-sync-differs"_s, {},
            Text::tr("Data sync (ENABLE_REP_DATA) differs between the nodes. ON: %1. OFF: %2.")
                .arg(shownNames(on))
                .arg(shownNames(off)),
            Text::tr("Find out which setting is right and make it the same on every node before the work "
                     "starts. Then read the configs again.")));
    }

    const QStringList unset = nodesLeftAt(facts, DataSync::Unset);
    if (!unset.isEmpty()) {
        out.append(note(
            u"data-sync-unset"_s, unset,
            Text::tr("ENABLE_REP_DATA is not set in the config of: %1. Data sync counts as ON there, the "
                     "careful side.")
                .arg(shownNames(unset)),
            Text::tr("Find out whether the site uses data sync, if need be from the vendor, and set the key "
                     "on every node.")));
    }
    for (const NodeFacts& node : facts.nodes) {
        if (!nodesLeftAt(facts, DataSync::Invalid).contains(node.node.name))
            continue;
        const int line = node.survey.config->dataSyncLine();
        const Text message = Text::tr(
            "Whether ENABLE_REP_DATA is ON or OFF can't be told from the config. Data sync counts as "
            "ON on this node, the careful side.");
        Noted invalid = note(u"data-sync-invalid"_s, {node.node.name},
                             withReadersWord(node, u"config-invalid-switch"_s, line, message),
                             Text::tr("Find out what is meant and set the key to ON or OFF."));
        invalid.finding.path = node.survey.configPath;
        invalid.finding.line = line;
        out.append(invalid);
    }

    if (facts.countsAsDataSyncOn()) {
        const Text message =
            facts.dataSync == SiteDataSync::On
                ? Text::tr("Data sync is ON. Settings sync must then not be disabled: mail data would end up "
                           "scattered "
                           "over the servers (FAQ 2578).")
                : Text::tr("Data sync is not known to be OFF on every node and so counts as ON. Settings "
                           "sync must then "
                           "not be disabled: mail data would end up scattered over the servers (FAQ 2578).");
        out.append(note(
            u"data-sync-forbids-disable"_s, {}, message,
            Text::tr("Choose a procedure that blocks the sync communication, or the one that stops the mail "
                     "flow.")));
    }
    return out;
}

} // namespace ruw::checks
