#include "core/plan/sequence/Sequence.h"

using namespace Qt::StringLiterals;

namespace ruw {

void Sequence::restore()
{
    m_build.setPhase(Phase::Restore);
    if (m_keepsFlowing)
        restoreByLifting();
    else
        restoreByStarting();
}

void Sequence::restoreByStarting()
{
    for (const QString& node : m_order) {
        Step& start = m_build.add(StepKind::StartService, node);
        start.requiredBy = {u"FAQ2578-2"_s, u"S5"_s, u"S7"_s};
        start.guards = {sameVersion(), of(Kind::ConfigAsPlanned, node)};
        if (node == m_master)
            start.guards += everywhere(Kind::ServiceRunning, m_slaves);
        start.expects = {of(Kind::ServiceRunning, node)};
    }
    for (const QString& slave : m_slaves)
        checkRestartFlag(slave);
    for (const QString& slave : m_slaves)
        checkSync(slave);
    for (const QString& node : m_order) {
        Step& on = m_build.add(StepKind::BootStartOn, node);
        on.guards = {of(Kind::ServiceRunning, node)};
        on.expects = {of(Kind::BootStartOn, node)};
    }
    if (!m_site.mailNodes().isEmpty()) {
        Step& resume = m_build.add(StepKind::ResumeMailFlow);
        resume.critical = true;
        for (const Node& node : m_site.mailNodes())
            resume.guards.append(of(Kind::ServiceRunning, node.name));
        resume.expects = {affirms(Text::tr("Does mail reach the m-FILTER servers again?"))};
    }
}

void Sequence::restoreByLifting()
{
    const auto guardLift = [&](Step& step) {
        step.critical = true;
        step.guards = QList<Condition>{sameVersion()};
        step.guards += everywhere(Kind::ServiceRunning, m_order);
    };
    if (disablesSync()) {
        for (const QString& node : m_order) {
            Step& on = m_build.add(StepKind::EnableSettingsSync, node);
            guardLift(on);
            on.guards.append(of(Kind::ConfigAsPlanned, node));
            on.expects = {of(Kind::SettingsSyncOn, node)};
        }
    } else if (blocksTraffic()) {
        Step& lift = m_build.add(StepKind::Unblock);
        lift.closesLedger = u"block:peer-traffic"_s;
        guardLift(lift);
        lift.guards += everywhere(Kind::ConfigAsPlanned, m_order);
        lift.expects = everywhere(Kind::BlockAbsent, m_order);
        lift.expects.append(
            affirms(Text::tr("Did the firewall administrator report that the IP traffic between the "
                             "servers is let through again?")));
    } else {
        // Master first, then slave by slave, each drained before the next: the FAQ warns of the traffic.
        Step& master = m_build.add(StepKind::Unblock, m_master);
        guardLift(master);
        master.guards += coveredAsPlanned(m_master);
        master.expects = {of(Kind::BlockAbsent, m_master)};
        for (const QString& slave : m_slaves) {
            Step& lift = m_build.add(StepKind::Unblock, slave);
            guardLift(lift);
            lift.guards += coveredAsPlanned(slave);
            lift.expects = {of(Kind::BlockAbsent, slave)};
            checkSync(slave);
        }
    }
    if (!blocksPorts()) {
        for (const QString& slave : m_slaves)
            checkSync(slave);
    }
    for (const QString& slave : m_slaves)
        checkRestartFlag(slave);
}

void Sequence::checkSync(const QString& slave)
{
    Step& sync = m_build.add(StepKind::VerifySync, slave);
    const QList<int> ports = m_build.blockedPorts();
    if (!ports.isEmpty()) {
        sync.expects = {{Kind::PortsAsBaseline, m_master, slave, ports, {}, {}},
                        {Kind::PortsAsBaseline, slave, m_master, ports, {}, {}}};
    }
    sync.expects.append(affirms(Text::tr("Do the master's settings reach %1 again?").arg(slave)));
    if (!m_dataSync)
        return;
    Step& watch = m_build.add(StepKind::WatchQueue, slave);
    watch.minutes = 15;
    watch.requiredBy = {u"FAQ2578-5"_s, u"FAQ2578-6"_s};
    watch.expects = {of(Kind::QueueDrained, slave)};
    if (blocksPorts() && slave != m_slaves.last()) {
        watch.why = Text::tr("What piled up flows to the master's archive directory now, so the traffic rises. The next node waits "
                             "until this one has drained.");
    }
}

void Sequence::checkRestartFlag(const QString& slave)
{
    Step& check = m_build.add(StepKind::CheckRestartFlag, slave);
    const QString checkId = check.id;
    check.expects = {of(Kind::RestartNotAsked, slave)};
    const bool mailNode = m_keepsFlowing && takesMail(slave);
    if (mailNode)
        drain(slave, u"for-restart"_s, checkId);
    Step& restart = m_build.add(StepKind::RestartService, slave);
    restart.onlyIf = checkId;
    if (mailNode)
        restart.guards = {of(Kind::OtherMailNodesAnswer, slave)};
    else
        restart.guards = {sameVersion()};
    restart.expects = {of(Kind::ServiceRunning, slave)};
    if (mailNode)
        returnToRoute(slave, u"after-restart"_s, checkId);
    m_build.last().thenBackTo = checkId;
}

} // namespace ruw
