#include "core/plan/sequence/Sequence.h"

using namespace Qt::StringLiterals;

namespace ruw {

void Sequence::isolate()
{
    m_build.setPhase(Phase::Isolate);
    if (m_keepsFlowing)
        isolateByCutting();
    else
        isolateByStopping();
    Text question = Text::tr(
        "Did everything up to here go as expected, and is there enough time left to finish the work once the point of no "
        "return is passed?");
    Step& step = m_build.confirm(
        u"go"_s, Text::tr("Decide: go on or stop here"),
        Text::tr("Up to here everything can be undone. From the next installer run until all nodes "
                 "have the same version, the isolation has to stay."),
        question);
    step.critical = true;
    step.skippable = false;
    step.requiredBy = {u"S8"_s};
}

void Sequence::isolateByStopping()
{
    if (!m_site.mailNodes().isEmpty()) {
        Step& stop = m_build.add(StepKind::StopMailFlow);
        stop.critical = true;
        stop.expects = {affirms(Text::tr("Is the mail flow to all m-FILTER servers stopped?"))};
    }
    for (const QString& node : m_order) {
        Step& off = m_build.add(StepKind::BootStartOff, node);
        off.expects = {of(Kind::BootStartOff, node)};
    }
    // Master first, the reverse of the order in which they are started.
    QStringList masterFirst = m_order;
    masterFirst.prepend(masterFirst.takeLast());
    for (const QString& node : masterFirst) {
        Step& stop = m_build.add(StepKind::StopService, node);
        stop.expects = {of(Kind::ServiceStopped, node)};
    }
}

void Sequence::isolateByCutting()
{
    if (disablesSync()) {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::DisableSettingsSync, node);
            step.expects = {of(Kind::SettingsSyncOff, node)};
        }
        return;
    }
    if (blocksTraffic()) {
        Step& step = m_build.add(StepKind::Block);
        step.critical = true;
        step.opensLedger = u"block:peer-traffic"_s;
        step.guards = everywhere(Kind::ServiceRunning, m_order);
        step.expects = allIsolated();
        step.expects.append(
            affirms(Text::tr("Did the firewall administrator report that the IP traffic between the "
                             "servers is cut?")));
    } else {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::Block, node);
            // Put on while services run: a stopped service would make every port look closed.
            step.guards = {of(Kind::ServiceRunning, node)};
            if (m_site.node(node)->os == Os::Windows)
                step.guards.append(of(Kind::FirewallEnabled, node));
            step.expects = isolated(node);
        }
    }
    for (const QString& node : m_order) {
        Step& step = m_build.add(StepKind::VerifyBlock, node);
        step.guards = everywhere(Kind::ServiceRunning, m_order);
        // Both ways in one step: asked from one end alone, a node that is just down would pass for one that is cut off.
        step.expects = isolated(node) + filteredAround(node);
    }
}

} // namespace ruw
