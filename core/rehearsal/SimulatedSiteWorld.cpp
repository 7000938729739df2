// What befalls the simulated site: the faults at their moments, restarts, installers, and what a change makes of a node.

#include "core/rehearsal/SimulatedSite.h"

#include "core/plan/Undo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 secondMs = 1000, minuteMs = 60 * secondMs;

/// Of the world, as a step begins.
bool strikes(FaultKind kind)
{
    return (kind >= FaultKind::NodeReboots && kind <= FaultKind::RestartAsked) || kind == FaultKind::NodeUnreachable;
}

} // namespace

bool SimulatedSite::takesFault(FaultKind kind, const QString& step, FaultMoment moment)
{
    for (qsizetype i = 0; i < m_faults.faults.size(); ++i) {
        const Fault& fault = m_faults.faults[i];
        if (fault.kind == kind && fault.step == step && fault.node.isEmpty() && fault.moment == moment) {
            m_faults.faults.removeAt(i);
            return true;
        }
    }
    return false;
}

bool SimulatedSite::takesFaultFrom(FaultKind kind, const QString& step)
{
    if (m_faults.faults.isEmpty())
        return false;
    const auto at = [&](const QString& id) {
        return std::find_if(m_procedure.steps.cbegin(), m_procedure.steps.cend(), [&](const Step& one) { return one.id == id; });
    };
    for (qsizetype i = 0; i < m_faults.faults.size(); ++i) {
        if (m_faults.faults[i].kind == kind && at(m_faults.faults[i].step) <= at(step)) {
            m_faults.faults.removeAt(i);
            return true;
        }
    }
    return false;
}

void SimulatedSite::reboot(int index, bool dropsBlock)
{
    constexpr qint64 rebootMs = 90 * secondMs;
    SimulatedNode& node = m_is.nodes[index];
    node.up = false;
    node.running = false;
    node.backUpMs = m_nowMs + rebootMs;
    node.restartFlag = false;
    if (node.job == SimulatedNode::Job::Running)
        node.job = SimulatedNode::Job::Lost;
    if (dropsBlock) {
        node.blockRun.clear();
        node.blockedPorts.clear();
        node.droppedPackets = 0;
    }
}

/// What happens while this step begins, or when half of its installer's time has passed.
void SimulatedSite::worldActs(const Step& step, FaultMoment moment)
{
    QList<Fault> now;
    m_faults.faults.removeIf([&](const Fault& fault) {
        const bool comes = fault.step == step.id && fault.moment == moment && strikes(fault.kind);
        if (comes)
            now.append(fault);
        return comes;
    });
    // Two at once come in the order of their kinds, however they are written.
    std::stable_sort(now.begin(), now.end(), [](const Fault& a, const Fault& b) { return a.kind < b.kind; });
    for (const Fault& fault : std::as_const(now))
        worldStrikes(fault.kind, indexOf(struckNode(fault, step, m_facts.site)));
    // The restart takes the fault and raises the flag once more.
    const int own = indexOf(step.node);
    if (own >= 0 && m_faults.faults.contains(Fault{FaultKind::RestartTwice, step.id, 0})) {
        m_is.nodes[own].restartFlag = true;
        changed(Cause::World);
    } else if (!now.isEmpty()) {
        changed(Cause::World);
    }
}

void SimulatedSite::worldStrikes(FaultKind kind, int index)
{
    if (kind == FaultKind::BlockVanishes && m_procedure.kind == ProcedureKind::BlockPeerTraffic) {
        m_is.trafficCut = false;
        return;
    }
    if (index < 0)
        return;
    SimulatedNode& node = m_is.nodes[index];
    switch (kind) {
    case FaultKind::NodeUnreachable:
        node.unreachableUntilMs = m_nowMs + 5 * minuteMs;
        break;
    case FaultKind::NodeReboots:
        reboot(index, false);
        break;
    case FaultKind::RebootDropsBlock:
        reboot(index, true);
        break;
    case FaultKind::BlockVanishes:
        node.blockRun.clear();
        node.blockedPorts.clear();
        node.droppedPackets = 0;
        break;
    case FaultKind::PortStaysOpen:
        if (!node.livePorts.isEmpty())
            node.leakyPort = *std::min_element(node.livePorts.cbegin(), node.livePorts.cend());
        break;
    case FaultKind::ServiceStarts:
        if (node.up)
            node.start();
        break;
    case FaultKind::SyncSwitchedOn:
        node.settingsSync = true;
        break;
    case FaultKind::OtherRun:
        node.blockRun = u"feedface00"_s;
        node.blockedPorts = QSet<int>(m_procedure.blockedPorts.cbegin(), m_procedure.blockedPorts.cend());
        break;
    case FaultKind::ConfigChanges:
        node.putOtherPort("DATA_SAVE_SYNC_SERVER_PORT", 1);
        break;
    case FaultKind::ModeChanges:
        node.putOtherMode();
        break;
    case FaultKind::PeerChanges:
        node.putOtherPeer();
        break;
    case FaultKind::ClockWrong:
        node.clockOffsetMs = 60 * minuteMs;
        break;
    case FaultKind::DiskFills:
        node.diskFullUntilMs = m_nowMs + 60 * minuteMs;
        break;
    case FaultKind::ServiceStaysDown:
        node.failingStarts = 3;
        break;
    case FaultKind::RestartAsked:
        node.restartFlag = true;
        break;
    default:
        break;
    }
}

void SimulatedSite::beginInstaller(int index)
{
    SimulatedNode& node = m_is.nodes[index];
    const auto takes = [&](FaultKind kind) { return takesFault(kind, m_step); };
    node.manner = {takes(FaultKind::InstallerStarts),  takes(FaultKind::InstallerBootStart),
                   takes(FaultKind::InstallerNewPort), takes(FaultKind::InstallerChangesMode),
                   takes(FaultKind::InstallerEnablesSync),
                   takes(FaultKind::InstallerLies),    takes(FaultKind::InstallerFails),
                   takes(FaultKind::InstallerReboots)};
    const int minutes = m_facts.nodes[index].node.installMinutes.value_or(assumedInstallerMinutes);
    node.job = SimulatedNode::Job::Running;
    node.jobEndsMs = m_nowMs + minutes * minuteMs;
    const bool strikesMidway = std::any_of(m_faults.faults.cbegin(), m_faults.faults.cend(),
                                           [&](const Fault& fault) { return fault.moment == FaultMoment::Midway && fault.step == m_step; });
    m_installerStep = m_step;
    m_midwayMs = strikesMidway ? m_nowMs + minutes * minuteMs / 2 : 0;
}

void SimulatedSite::endInstaller(int index)
{
    SimulatedNode& node = m_is.nodes[index];
    const SimulatedNode::InstallerManner manner = node.manner;
    node.manner = {};
    node.installed = true;
    if (manner.reboots) {
        reboot(index, false);
        return;
    }
    node.job = SimulatedNode::Job::Ended;
    node.jobStatus = manner.fails ? 1 : 0;
    if (!manner.fails && !manner.lies) {
        node.version = m_facts.site.targetVersion.toString();
        node.configDir = node.upgradedDir;
    }
    if (manner.newPort)
        node.putOtherPort("DATA_REPORT_SYNC_SERVER_PORT", 0);
    if (manner.changesMode)
        node.putOtherMode();
    if (manner.bootStart)
        node.bootStart = true;
    if (manner.enablesSync)
        node.settingsSync = true;
    if (manner.startsService)
        node.start();
}

bool SimulatedSite::apply(const SimulatedEffect& effect, int index, Cause cause)
{
    if (cause == Cause::Run)
        m_watch.acts(effect, index, now());
    bool done = true;
    const SimulatedNode::Changes before = index >= 0 ? changesOf(index) : SimulatedNode::Changes();
    if (effect.kind == StepKind::RunInstaller) {
        if (index < 0)
            return false;
        SimulatedNode& node = m_is.nodes[index];
        const bool runsAlready = node.job == SimulatedNode::Job::Running;
        if (!runsAlready || effect.attempt != SimulatedNode::anyAttempt)
            node.jobAttempt = effect.attempt; // one that runs already is this attempt's from now on; but a person leaves it alone
        if (runsAlready)
            return false;
        beginInstaller(index);
    } else {
        done = m_is.take(effect, index, m_procedure);
    }
    if (cause == Cause::Run && index >= 0)
        rememberRunsChanges(index, before);
    if (effect.kind == StepKind::RestartService && index >= 0) {
        SimulatedNode& node = m_is.nodes[index];
        m_mail.cutOff(index); // between its stop and its start
        if (node.running)
            m_mail.started(index);
        for (const Step& step : m_procedure.steps) {
            if (step.kind == StepKind::CheckRestartFlag && step.node == node.name)
                node.restartFlag = node.restartFlag || takesFault(FaultKind::RestartTwice, step.id);
        }
    }
    changed(cause);
    return done;
}

} // namespace ruw
