#include "core/plan/sequence/Sequence.h"

using namespace Qt::StringLiterals;

namespace ruw {

void Sequence::upgrade()
{
    m_build.setPhase(Phase::Upgrade);
    for (const QString& node : m_order)
        upgradeNode(node, node == m_order.last());
}

void Sequence::upgradeNode(const QString& node, bool last)
{
    const bool mailNode = m_keepsFlowing && takesMail(node);
    if (mailNode)
        drain(node, {}, {});
    if (m_keepsFlowing) {
        Step& off = m_build.add(StepKind::BootStartOff, node);
        off.guards = isolated(node);
        off.expects = {of(Kind::BootStartOff, node)};
        Step& stop = m_build.add(StepKind::StopService, node);
        stop.guards = isolated(node);
        if (mailNode)
            stop.guards.append(of(Kind::OtherMailNodesAnswer, node));
        stop.expects = {of(Kind::ServiceStopped, node)};
    }
    Step& install = m_build.add(StepKind::RunInstaller, node);
    install.critical = true;
    if (mailNode)
        install.requiredBy.append(u"S4"_s);
    install.pointOfNoReturn = !m_pointOfNoReturnMarked;
    m_pointOfNoReturnMarked = true;
    install.guards = {of(Kind::ConfigBackedUp, node), of(Kind::BootStartOff, node)};
    install.guards += m_keepsFlowing ? QList<Condition>{of(Kind::ServiceStopped, node)} + allIsolated()
                                     : everywhere(Kind::ServiceStopped, m_order);
    install.guards += lookedAtByHand(node);
    install.expects = {of(Kind::InstallerEnded, node)};

    Step& stopped = m_build.add(StepKind::StopAutostartedService, node);
    stopped.expects = {of(Kind::ServiceStopped, node), of(Kind::BootStartOff, node)};
    Step& version = m_build.add(StepKind::VerifyVersion, node);
    version.expects = {versionIs(node)};
    rereadConfig(node);
    if (m_keepsFlowing) {
        startUpgradedNode(node);
        if (mailNode)
            returnToRoute(node, {}, {});
        if (m_dataSync && !last && !m_slaves.isEmpty()) {
            Step& watch = m_build.add(StepKind::WatchQueue, {},
                                      u"after-"_s + QString::number(m_order.indexOf(node) + 1));
            watch.expects = everywhere(Kind::QueueDiskRoom, m_slaves);
        }
    }
}

void Sequence::rereadConfig(const QString& node)
{
    const QString rereadId = m_build.add(StepKind::RereadConfig, node).id;
    if (blocksPorts()) {
        m_build.last().expects = coveredAsPlanned(node);
        Step& extend = m_build.add(StepKind::ExtendBlock, node);
        extend.onlyIf = rereadId;
        extend.thenBackTo = rereadId;
        extend.guards = {of(Kind::ServiceStopped, node)};
        extend.expects = isolated(node);
    } else if (disablesSync()) {
        m_build.last().expects = {of(Kind::SettingsSyncOff, node), of(Kind::ConfigAsPlanned, node)};
        Step& again = m_build.add(StepKind::DisableSettingsSync, node, u"again"_s);
        again.title =
            Text::tr("Disable settings sync on %1 again (only if the installer enabled it)").arg(node);
        again.onlyIf = rereadId;
        again.thenBackTo = rereadId;
        // The entry of the first time still stands, and its undoing is the undoing of this too.
        again.opensLedger.clear();
        again.rollback.reset();
        again.guards = {of(Kind::ServiceStopped, node)};
        again.expects = {of(Kind::SettingsSyncOff, node)};
    } else {
        m_build.last().expects = {of(Kind::ConfigAsPlanned, node),
                                  affirms(Text::tr("Is every difference in mf_replica.def on %1 understood and as "
                                                   "intended?")
                                              .arg(node))};
    }
}

void Sequence::startUpgradedNode(const QString& node)
{
    Step& start = m_build.add(StepKind::StartService, node);
    start.guards = QList<Condition>{versionIs(node), of(Kind::ConfigAsPlanned, node)} + isolated(node);
    if (blocksPorts())
        start.guards.append({Kind::ConfigCovered, node, {}, m_build.blockedPorts(), {}, {}});
    start.guards += lookedAtByHand(node);
    start.expects = {of(Kind::ServiceRunning, node)};
    if (blocksPorts() || blocksTraffic()) {
        Step& verify = m_build.add(StepKind::VerifyBlock, node, u"after-start"_s);
        verify.expects = isolated(node) + filteredAround(node);
    }
    Step& on = m_build.add(StepKind::BootStartOn, node);
    on.guards = {of(Kind::ServiceRunning, node)};
    on.guards += isolated(node);
    on.expects = {of(Kind::BootStartOn, node)};
    if (takesMail(node))
        m_build.add(StepKind::VerifyMailFlow, node).expects = {smtpAnswers(node)};
}

void Sequence::drain(const QString& node, const QString& suffix, const QString& onlyIf)
{
    Step& step = m_build.add(StepKind::DrainNode, node, suffix);
    step.onlyIf = onlyIf;
    step.guards = {of(Kind::OtherMailNodesAnswer, node)};
    step.expects = {
        of(Kind::AnotherSmtpAnswers, node),
        affirms(
            Text::tr("Does no new mail reach %1 any more, and does another mail node take it?").arg(node))};
}

void Sequence::returnToRoute(const QString& node, const QString& suffix, const QString& onlyIf)
{
    Step& step = m_build.add(StepKind::ReturnNode, node, suffix);
    step.onlyIf = onlyIf;
    step.guards = {of(Kind::ServiceRunning, node)};
    step.expects = {smtpAnswers(node), affirms(Text::tr("Does mail reach %1 again?").arg(node))};
}

} // namespace ruw
