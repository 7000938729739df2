#include "core/rehearsal/SimulatedSite.h"

#include "core/plan/QueueForecast.h"
#include "core/plan/Undo.h"
#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 secondMs = 1000, minuteMs = 60 * secondMs;

QDateTime beginningOf(const SiteFacts& facts)
{
    if (facts.site.schedule.start)
        return *facts.site.schedule.start;
    if (facts.survey.takenAt.isValid())
        return facts.survey.takenAt;
    return QDateTime(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600);
}

/// What a mail adds to a queue on average: only a share of them is kept, as in the queue forecast.
int queuedKiB(const MailLoad& load)
{
    const int kept = std::clamp(load.keptPercent.value_or(QueueForecast::assumedKeptPercent), 0, 100);
    return std::max(1, load.meanMailKiB.value_or(QueueForecast::assumedMeanMailKiB) * kept / 100);
}

} // namespace

SimulatedSite::SimulatedSite(const SiteFacts& facts, const Procedure& procedure,
                             const SimulatedCommands& commands, quint64 seed, FaultPlan faults)
    : m_facts(facts), m_procedure(procedure), m_commands(commands), m_faults(std::move(faults)),
      m_nowMs(beginningOf(facts).toMSecsSinceEpoch()), m_offsetSecs(beginningOf(facts).offsetFromUtc()),
      m_dataSync(facts.countsAsDataSyncOn()),
      m_mail(int(facts.nodes.size()),
             facts.site.mailLoad.mailsPerHour.value_or(QueueForecast::assumedMailsPerHour),
             queuedKiB(facts.site.mailLoad), m_nowMs, seed),
      m_watch(facts, procedure)
{
    for (const NodeFacts& node : facts.nodes) {
        if (node.node.isMaster() && m_master < 0)
            m_master = int(m_is.nodes.size());
        m_is.nodes.append(SimulatedNode(facts, node, procedure.runId));
    }
    makeWays();
    m_pathToMaster.assign(size_t(m_is.nodes.size()), true);
    m_byRun.resize(size_t(m_is.nodes.size()));
    for (const SimulatedNode& node : std::as_const(m_is.nodes))
        m_ran.push_back(node.running);
    m_watch.begin(m_is);
    for (int i = 0; m_dataSync && i < int(m_is.nodes.size()); ++i) {
        const NodeSurvey& survey = facts.nodes[i].survey;
        if (i != m_master)
            m_mail.standsAtFirst(i, survey.queueFiles.effective().value_or(0), survey.queueBytes.effective().value_or(0));
    }
    changed(Cause::World);
}

SimulatedSite::SimulatedSite(const SimulatedSite& other)
    : m_facts(other.m_facts), m_procedure(other.m_procedure), m_commands(other.m_commands), m_faults(other.m_faults),
      m_is(other.m_is), m_pathToMaster(other.m_pathToMaster), m_byRun(other.m_byRun), m_ran(other.m_ran), m_nowMs(other.m_nowMs), m_offsetSecs(other.m_offsetSecs),
      m_dataSync(other.m_dataSync), m_master(other.m_master),
      m_mail(other.m_mail), m_watch(other.m_watch), m_step(other.m_step), m_confirmed(other.m_confirmed),
      m_stepBegun(other.m_stepBegun), m_undoes(other.m_undoes), m_installerStep(other.m_installerStep), m_midwayMs(other.m_midwayMs)
{
    makeWays();
}

SimulatedSite::~SimulatedSite() = default;

QByteArray SimulatedSite::likeness() const
{
    QByteArray out;
    for (const SimulatedNode& node : m_is.nodes)
        node.addLikeness(out, m_nowMs);
    for (const SimulatedNode::Changes changes : m_byRun)
        out += char('A' + int(changes));
    m_mail.addLikeness(out);
    out += m_is.mailFlows ? 'f' : '-';
    out += m_is.trafficCut ? 'c' : '-';
    for (const Fault& fault : m_faults.faults)
        out += char('A' + int(fault.kind)) + fault.step.toUtf8() + char('0' + int(fault.moment)) + fault.node.toUtf8() + '\0';
    if (m_midwayMs > 0)
        out += m_installerStep.toUtf8() + QByteArray::number(m_midwayMs - m_nowMs);
    m_watch.addLikeness(out, m_nowMs);
    return out;
}

// --- time ---------------------------------------------------------------------------------------------------------------

QDateTime SimulatedSite::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::OffsetFromUTC, m_offsetSecs);
}

void SimulatedSite::wait(std::chrono::milliseconds time, std::stop_token stop)
{
    if (!stop.stop_requested())
        advance(time.count());
}

void SimulatedSite::advance(qint64 ms)
{
    const qint64 end = m_nowMs + std::max<qint64>(0, ms);
    while (m_nowMs < end) {
        qint64 next = std::min(end, std::max(m_nowMs, m_mail.nextArrivalMs()));
        for (const SimulatedNode& node : std::as_const(m_is.nodes)) {
            if (node.job == SimulatedNode::Job::Running)
                next = std::min(next, std::max(m_nowMs, node.jobEndsMs));
            if (!node.up)
                next = std::min(next, std::max(m_nowMs, node.backUpMs));
        }
        if (m_midwayMs > 0)
            next = std::min(next, std::max(m_nowMs, m_midwayMs));
        const qint64 before = m_nowMs;
        m_nowMs = next;
        happen(next - before);
    }
}

void SimulatedSite::happen(qint64 lastMs)
{
    for (int i = 0; i < int(m_is.nodes.size()); ++i) {
        if (m_dataSync && i != m_master && m_pathToMaster[size_t(i)] && m_mail.queueFiles(i) > 0 &&
            lastMs > 0) {
            const bool same = m_is.nodes[i].version == m_is.nodes[m_master].version;
            m_mail.push(i, lastMs,
                        same                          ? MailTraffic::Fate::Archived
                        : m_watch.worldLeavesItOpen() ? MailTraffic::Fate::LostToWorld
                                                      : MailTraffic::Fate::LostToRun);
        }
        SimulatedNode& node = m_is.nodes[i];
        if (node.job == SimulatedNode::Job::Running && node.jobEndsMs <= m_nowMs) {
            endInstaller(i);
            changed(Cause::World);
        }
        if (!node.up && node.backUpMs <= m_nowMs) {
            node.up = true;
            if (node.bootStart)
                node.start();
            changed(Cause::World);
        }
    }
    if (m_midwayMs > 0 && m_midwayMs <= m_nowMs) {
        m_midwayMs = 0;
        worldActs(*m_procedure.step(m_installerStep), FaultMoment::Midway);
    }
    if (m_mail.nextArrivalMs() <= m_nowMs)
        mailArrives();
}

void SimulatedSite::mailArrives()
{
    const int count = int(m_is.nodes.size());
    int taker = -1;
    const int turn = m_mail.turn();
    for (int i = 0; i < count && taker < 0 && m_is.mailFlows; ++i) {
        const int at = (turn + i) % count;
        const SimulatedNode& node = m_is.nodes[at];
        if (node.takesMail && node.up && node.running && !node.drained && freeDisk(at) > m_mail.mailBytes())
            taker = at;
    }
    m_mail.arrive(taker, m_dataSync && taker != m_master);
}

void SimulatedSite::waitUntilUp()
{
    for (const SimulatedNode& node : std::as_const(m_is.nodes)) {
        if (!node.up)
            advance(node.backUpMs - m_nowMs);
    }
}

void SimulatedSite::settleMail()
{
    for (int minute = 0; minute < 120 && m_mail.queued() > 0; ++minute)
        advance(minuteMs);
}

// --- the world -----------------------------------------------------------------------------------------------------------

void SimulatedSite::changed(Cause cause)
{
    m_watch.changed(m_is, cause);
    for (int i = 0; i < int(m_is.nodes.size()); ++i) {
        m_byRun[size_t(i)] &= changesOf(i);
        const bool runs = m_is.nodes[i].running;
        if (runs && !m_ran[size_t(i)])
            m_mail.started(i);
        m_ran[size_t(i)] = runs;
    }
    if (!m_dataSync || m_master < 0)
        return;
    for (int i = 0; i < int(m_is.nodes.size()); ++i) {
        const bool open = i != m_master && SafetyWatch::isOpen(m_is.nodes[i], m_is.nodes[m_master], m_is.trafficCut);
        if (!open && m_pathToMaster[size_t(i)])
            m_mail.cutOff(i);
        m_pathToMaster[size_t(i)] = open;
    }
}

int SimulatedSite::indexOf(const QString& name) const
{
    for (int i = 0; i < int(m_is.nodes.size()); ++i) {
        if (m_is.nodes[i].name == name)
            return i;
    }
    return -1;
}

int SimulatedSite::indexAt(const QString& address) const
{
    for (int i = 0; i < int(m_is.nodes.size()); ++i) {
        if (m_is.nodes[i].addresses.contains(address))
            return i;
    }
    return -1;
}

qint64 SimulatedSite::freeDisk(int index) const
{
    if (m_is.nodes[index].diskFullUntilMs > m_nowMs)
        return 0;
    const qint64 atFirst = m_facts.nodes[index].survey.freeDiskBytes.effective().value_or(assumedFreeDisk);
    return std::max<qint64>(0, atFirst + m_mail.bytesAtFirst(index) - m_mail.queueBytes(index));
}

} // namespace ruw
