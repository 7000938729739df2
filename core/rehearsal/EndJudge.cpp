#include "core/rehearsal/EndJudge.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// A run that is held may leave anything, but the operator must find it in the ledger.
void judgeHold(SimulatedSite& site, const RunState& state)
{
    for (const QString& id : site.leftOver()) {
        if (site.isOfTheRun(id) && !state.ledger().entry(id)) {
            site.watch().breaks(
                u"S7"_s,
                Text::tr("The run is held, and this stands in no ledger: %1").arg(ChangeLedger::entryText(id)), site.now());
        }
    }
}

} // namespace

void judgeEnd(SimulatedSite& site, const SiteFacts& facts, const RunState& state)
{
    const RunEnd end = state.end();
    if (end == RunEnd::Running)
        return;
    if (end == RunEnd::Held)
        return judgeHold(site, state);
    site.waitUntilUp(); // what comes back by itself is not left over
    SafetyWatch& watch = site.watch();
    for (const QString& id : site.leftOver()) {
        if (end != RunEnd::DoneWithExceptions || !state.ledger().entry(id)) {
            watch.breaks(
                u"S7"_s,
                Text::tr("The run has ended, and this still stands: %1").arg(ChangeLedger::entryText(id)),
                site.now());
        }
    }
    const QString version =
        (end == RunEnd::RolledBack ? facts.site.sourceVersion : facts.site.targetVersion).toString();
    for (int i = 0; i < int(site.nodes().size()); ++i) {
        const QString& name = site.nodes()[i].name;
        if (site.knownVersion(i) != version && !state.isExcluded(name)) {
            watch.breaks(
                u"S9"_s,
                Text::tr("The run has ended, and %1 has the version %2.").arg(name).arg(shownVersion(site.knownVersion(i))),
                site.now());
        }
    }
}

} // namespace ruw
