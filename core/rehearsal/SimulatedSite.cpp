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

/// The way to one simulated node.
class SimulatedSite::Way final : public NodeAccess, public AnswersQueries {
public:
    Way(SimulatedSite& site, int node) : m_site(site), m_node(node) {}
    Result<CommandOutcome> run(const NodeCommand& command, std::stop_token) override
    {
        return m_site.run(m_node, command);
    }
    Result<QByteArray> readConfig(QString& shownPath, std::stop_token) override
    {
        const SimulatedNode& node = m_site.m_is.nodes[m_node];
        shownPath = node.configDir + u"/conf/mf_replica.def"_s;
        return node.config;
    }
    QByteArray redacted(QByteArray printed) const override
    {
        return printed.replace(SafetyWatch::secret(), "***");
    }
    Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token) override
    {
        return m_site.answer(m_node, query);
    }

private:
    SimulatedSite& m_site;
    int m_node;
};

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
        m_ways.push_back(std::make_shared<Way>(*this, int(m_is.nodes.size())));
        m_is.nodes.append(SimulatedNode(facts, node, procedure.runId));
    }
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
    for (int i = 0; i < int(m_is.nodes.size()); ++i)
        m_ways.push_back(std::make_shared<Way>(*this, i));
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

bool SimulatedSite::entered(const RunState& state)
{
    for (const SimulatedNode& node : std::as_const(m_is.nodes)) {
        if (state.isExcluded(node.name))
            m_watch.excluded(node.name);
        else
            m_watch.takesPartAgain(node.name);
    }
    const Step* step = state.current();
    if (!step) { // the last one too is judged
        if (!m_step.isEmpty() && state.record(m_step).status == StepStatus::Verified)
            verified(*m_procedure.step(m_step), state);
        m_step.clear();
        return false;
    }
    const bool begun = state.record(step->id).status == StepStatus::Started;
    if (m_undoes && !begun)
        return false; // what is asked meanwhile is about the undoing
    if (m_undoes)
        m_step.clear(); // given up: the work goes on
    if (step->id == m_step && begun == m_stepBegun)
        return false;
    const bool another = step->id != m_step;
    if (step->id != m_step && !m_step.isEmpty() && state.record(m_step).status == StepStatus::Verified)
        verified(*m_procedure.step(m_step), state);
    m_step = step->id;
    m_stepBegun = begun;
    m_undoes = false;
    m_watch.inStep(m_step);
    if (begun)
        announced(*step);
    return another && !begun;
}

/// What the run takes for proved must be true (S9): what it can look at on the nodes as it is, what only a person can see as
/// far as somebody could know.
void SimulatedSite::verified(const Step& step, const RunState& state)
{
    const int index = indexOf(step.node);
    // Where a person plays, what he says is all that is known of what he did.
    const bool byHand = step.action.type == Action::Type::Manual && (m_personPlays || !m_journal);
    if (byHand && step.kind != StepKind::RunInstaller)
        m_watch.isDone({step.kind, step.ports}, index);
    if (!state.answer(step.id).value_or(true))
        return;
    for (const Condition& condition : step.expects) {
        const bool volatileFact = condition.kind == ConditionKind::QueueDrained ||
                                  condition.kind == ConditionKind::QueueDiskRoom ||
                                  condition.kind == ConditionKind::OperatorAffirms;
        if (volatileFact || state.isExcluded(condition.node) || state.isExcluded(condition.peer))
            continue;
        const bool ofTheInstaller = condition.kind == ConditionKind::InstallerEnded;
        const bool byWord = takenByWord(condition) || (ofTheInstaller && state.record(step.id).byHand);
        bool so = truth(step, condition);
        if (so && ofTheInstaller && !byWord) { // what an earlier run of it has left proves nothing
            const int attempt = m_is.nodes[indexOf(condition.node)].jobAttempt;
            so = attempt == SimulatedNode::anyAttempt || attempt == state.installerAttempt(condition.node);
        }
        if (!so && !(byWord && truthIn(m_watch.known(), step, condition))) {
            m_watch.breaks(u"S9"_s,
                           Text::tr("The step counts as done, and this is not so: %1").arg(condition.text()),
                           now());
        }
        if (condition.kind == ConditionKind::VersionIs)
            m_watch.versionIsRead(indexOf(condition.node));
        if (condition.kind == ConditionKind::PortsAsBaseline && truth(step, condition))
            m_watch.trafficIsSeenToPass();
    }
}

/// Nobody but a person can look at it from where the run stands.
bool SimulatedSite::takenByWord(const Condition& condition) const
{
    const auto manual = [&](const QString& name) {
        const int index = indexOf(name);
        return index < 0 || !m_is.nodes[index].bySsh;
    };
    switch (condition.kind) {
    case ConditionKind::OperatorAffirms:
    case ConditionKind::RestartNotAsked:
    case ConditionKind::FirewallEnabled:
        return true;
    case ConditionKind::PortsFiltered:
    case ConditionKind::TrafficFiltered:
    case ConditionKind::PortsAsBaseline:
        return manual(condition.peer);
    case ConditionKind::SameVersionEverywhere:
        return std::any_of(m_is.nodes.cbegin(), m_is.nodes.cend(), [](const SimulatedNode& n) { return !n.bySsh; });
    case ConditionKind::OtherMailNodesAnswer:
    case ConditionKind::AnotherSmtpAnswers: // that mail is routed there is a matter of word
        return true;
    case ConditionKind::SmtpAnswers: // where a node is not worked on from here, it need not be in reach
        return manual(condition.node);
    case ConditionKind::BlockPresent:
        return condition.ports.isEmpty() || manual(condition.node);
    case ConditionKind::BlockAbsent:
        return m_procedure.kind == ProcedureKind::BlockPeerTraffic || manual(condition.node);
    default:
        return manual(condition.node);
    }
}

void SimulatedSite::recorded(const QByteArray& line)
{
    m_watch.recorded(line, now());
    const bool undo = line.contains("\"kind\":\"undo-started\"");
    if (undo || line.contains("\"kind\":\"step-started\""))
        m_watch.looks(m_is, m_nowMs);
    if (m_undoes && (line.contains("\"kind\":\"run-held\"") || line.contains("\"kind\":\"undo-not-done\""))) {
        m_undoes = false;
        m_step.clear();
    }
    if (!undo && !(m_undoes && line.contains("\"kind\":\"step-rolled-back\"")))
        return;
    constexpr QByteArrayView mark("\"step\":\"");
    const qsizetype from = line.indexOf(mark) + mark.size();
    const Step* step = m_procedure.step(QString::fromUtf8(line.sliced(from, line.indexOf('"', from) - from)));
    if (step && undo)
        undoAnnounced(*step);
    else if (step)
        undone(*step);
}

/// Going back is work like any other: the world goes on, and what it has opened must be closed first.
void SimulatedSite::undoAnnounced(const Step& step)
{
    m_step = step.id;
    m_stepBegun = false;
    m_undoes = true;
    m_watch.inStep(m_step);
    m_watch.beginsStep(step, undoneBy(step.kind), now());
    if (!m_faults.faults.isEmpty())
        worldActs(step, FaultMoment::Undo);
}

void SimulatedSite::undone(const Step& step)
{
    m_undoes = false;
    for (Condition& state : statesAfterUndo(step, m_facts.site)) {
        if (step.node.isEmpty() && m_watch.isExcluded(state.node))
            continue;
        if (state.kind == ConditionKind::BlockPresent)
            state.ports = m_procedure.blockedPorts;
        const bool byWord = takenByWord(state);
        if (!truth(step, state) && !(byWord && truthIn(m_watch.known(), step, state)))
            m_watch.breaks(u"S9"_s, Text::tr("The step counts as undone, and this is not so: %1").arg(state.text()), now());
        if (state.kind == ConditionKind::VersionIs)
            m_watch.versionIsRead(indexOf(state.node));
    }
}

void SimulatedSite::announced(const Step& step)
{
    if (!m_journal)
        m_watch.looks(m_is, m_nowMs);
    if (changesTheSite(step))
        m_watch.beginsStep(step, step.kind, now());
    if (!m_faults.faults.isEmpty())
        worldActs(step, FaultMoment::Beginning);
}

void SimulatedSite::isSaidToBeDone(const Step& step, bool undo)
{
    if (undo && step.kind == StepKind::RunInstaller)
        return; // whether the old version is back is asked apart
    const int index = indexOf(step.node);
    const SimulatedEffect effect{undo ? undoneBy(step.kind) : step.kind, undo ? QList<int>() : step.ports};
    m_watch.isDone(effect, index);
    if (index < 0 || (m_is.nodes[index].bySsh && step.kind != StepKind::ReturnNode))
        return; // it is looked at
    // What he says is taken back the run believes him: from here on it is his.
    SimulatedNode said = m_is.nodes[index];
    said.take(effect, m_procedure);
    m_byRun[size_t(index)] &= said.changes(m_procedure.runId);
}

Result<std::shared_ptr<NodeAccess>> SimulatedSite::node(const Node& node, const Site&)
{
    const int index = indexOf(node.name);
    if (index < 0 || !reachable(index)) {
        advance(10 * secondMs);
        return Error{u"access-unreachable"_s,
                     Text::tr("%1 can't be reached.").arg(node.name),
                     Text::tr("Nothing was run on the node."),
                     Text::tr("Check the node and the network to it."),
                     {}};
    }
    return m_ways[size_t(index)];
}

/// S6: the journal says that it has begun, and the operator confirmed it.
void SimulatedSite::mustBeAnnounced(const QString& node)
{
    if (!m_journal)
    return;
    // What is watched beside the work may have been written meanwhile.
    static constexpr std::array beside = {"mail-flow", "queue-sample", "notice", "test-mail"};
    const auto isBeside = [](QByteArrayView line) {
        return std::any_of(beside.begin(), beside.end(), [&](const char* kind) {
            return line.contains(QByteArray(QByteArray("\"kind\":\"") + kind + '"'));
        });
    };
    QByteArrayView line;
    qsizetype end = m_journal->size();
    do {
        const qsizetype last = m_journal->lastIndexOf('\n', end - 2) + 1;
        line = QByteArrayView(*m_journal).sliced(last, end - last);
        end = last;
    } while (m_personPlays && end > 0 && isBeside(line));
    const bool announcedThere =
        line.contains("\"kind\":\"step-started\"") || line.contains("\"kind\":\"undo-started\"");
    if (!announcedThere || !line.contains((u"\"step\":\""_s + m_confirmed + u"\""_s).toUtf8())) {
        m_watch.breaks(
            u"S6"_s,
            Text::tr("%1 was changed, and the journal does not announce it or nobody confirmed it.")
                .arg(node),
            now());
    }
}

Result<CommandOutcome> SimulatedSite::run(int index, const NodeCommand& command)
{
    advance(secondMs);
    SimulatedNode& node = m_is.nodes[index];
    const auto lost = [&] {
        return Error{u"access-lost"_s,
                     Text::tr("The connection to %1 was lost.").arg(node.name),
                     Text::tr("It is not known whether the command took effect."),
                     Text::tr("Check the node and the network to it."),
                     {}};
    };
    const std::optional<SimulatedEffect> effect = m_commands.effectOf(node.name, command.script);
    if (!effect) {
        m_watch.breaks(u"S6"_s, Text::tr("%1 was told to do what stands in no step.").arg(node.name), now());
        return CommandOutcome{CommandOutcome::End::Exited, 127, {}, {}, "unknown command", false};
    }
    mustBeAnnounced(node.name);
    m_watch.isTried(effect->kind, index);
    const FaultMoment moment = m_undoes ? FaultMoment::Undo : FaultMoment::Beginning;
    const auto takes = [&](FaultKind kind) { return takesFault(kind, m_step, moment); };
    CommandOutcome outcome;
    if (takes(FaultKind::LostBefore))
        return lost();
    if (takes(FaultKind::CommandFails)) {
        outcome.status = 1;
        outcome.err = "rehearsed failure; password was " + SafetyWatch::secret() + '\n';
        return outcome;
    }
    if (takes(FaultKind::CommandLies))
        return outcome;
    if (takes(FaultKind::CommandHangs)) {
        advance(command.limit.count());
        outcome.end = CommandOutcome::End::TimedOut;
        return outcome;
    }
    const bool done = apply(*effect, index, Cause::Run);
    outcome.status = done ? 0 : 1;
    if (takes(FaultKind::CommandSaysFailed)) {
        outcome.status = 1;
        outcome.err = "rehearsed: reported as failed; password was " + SafetyWatch::secret() + '\n';
    }
    if (takes(FaultKind::LostAfter) || takes(FaultKind::LostInOutput)) {
        outcome.end = CommandOutcome::End::ConnectionLost;
        outcome.status = 0;
        outcome.out = "rehearsed: cut off in the mid";
    }
    return outcome;
}

PortState SimulatedSite::portState(int from, int to, int port, bool counts)
{
    SimulatedNode& target = m_is.nodes[to];
    if (!target.up)
        return PortState::Filtered;
    const bool listens = target.running && target.livePorts.contains(port);
    if (from >= 0 && target.isSilentTo(m_is.nodes[from].name, port))
        return PortState::Filtered;
    if (listens && (target.leakyPort == port || (from >= 0 && m_is.nodes[from].leakyPort == port)))
        return PortState::Open; // by another path than the one that is cut
    if (m_is.trafficCut)
        return PortState::Filtered;
    SimulatedNode* dropper = nullptr;
    if (from >= 0 && m_is.nodes[from].blocks(port))
        dropper = &m_is.nodes[from];
    else if (target.blocks(port))
        dropper = &target;
    if (dropper) {
        // Each end is asked with a packet that the other one lets through at most once: both rules get their share.
        if (counts) {
            ++dropper->droppedPackets;
            if (target.blocks(port))
                ++target.droppedPackets;
        }
        return PortState::Filtered;
    }
    return listens ? PortState::Open : PortState::Refused;
}

QByteArray SimulatedSite::reach(int from, const NodeQuery& query)
{
    QByteArray out;
    int number = 0;
    bool slow = false;
    for (const ReachTarget& target : query.reach) {
        const int to = indexAt(target.address);
        for (const int port : target.ports) {
            const PortState state = to < 0 ? PortState::Unknown : portState(from, to, port, true);
            slow = slow || state == PortState::Filtered;
            out += QByteArray::number(number++) + ' ' + portStateCode(state).toLatin1() + '\n';
        }
    }
    advance(slow ? query.reachSeconds * secondMs : 100);
    return out;
}

Result<NodeAnswer> SimulatedSite::answer(int index, const NodeQuery& query)
{
    advance(200);
    if (!reachable(index)) {
        advance(10 * secondMs);
        return Error{u"node-lost"_s,
                     Text::tr("The connection to %1 was lost.").arg(m_is.nodes[index].name),
                     Text::tr("Nothing was changed on the node."),
                     Text::tr("Check the node and the network to it."),
                     {}};
    }
    NodeAnswer out;
    out.askedAtMs = m_nowMs;
    if (!query.reach.isEmpty())
        out.put("reach", reach(index, query));
    if (query.asks.testFlag(Ask::Queue) && !query.queueDir.isEmpty()) {
        const qint64 free = freeDisk(index) / 1024;
        out.put("disk", "Filesystem 1024-blocks Used Available Capacity Mounted\n/dev/sda1 " +
                            QByteArray::number(2 * free) + ' ' + QByteArray::number(free) + ' ' +
                            QByteArray::number(free) + " 50% /\n");
        const qint64 oldest =
            m_mail.queueFiles(index) > 0 ? (m_mail.oldestMs(index) + m_is.nodes[index].clockOffsetMs) / 1000 : 0;
        out.put("queue", QByteArray::number(m_mail.queueFiles(index)) + ' ' +
                             QByteArray::number(m_mail.queueBytes(index)) + ' ' + QByteArray::number(oldest));
    }
    m_is.nodes[index].answer(out, query, m_nowMs);
    out.answeredAtMs = m_nowMs;
    return out;
}

PortAnswer SimulatedSite::askPort(const QString& address, int port, AddressFamily, std::chrono::milliseconds,
                                  std::stop_token)
{
    advance(100);
    const int index = indexAt(address);
    const PortState state = index < 0 ? PortState::Unknown : portState(-1, index, port, false);
    return {state == PortState::Open       ? ProbeState::Open
            : state == PortState::Refused  ? ProbeState::Refused
            : state == PortState::Filtered ? ProbeState::Filtered
                                           : ProbeState::Unknown,
            {}};
}

SmtpAnswer SimulatedSite::askSmtp(const QString& address, int port, AddressFamily, std::chrono::milliseconds,
                                  std::stop_token)
{
    advance(100);
    const int index = indexAt(address);
    SmtpAnswer answer;
    if (index < 0 || !m_is.nodes[index].up) {
        answer.state = ProbeState::Filtered;
        return answer;
    }
    const SimulatedNode& node = m_is.nodes[index];
    answer.answers = node.running && node.takesMail && node.smtpPort == port;
    answer.state = answer.answers ? ProbeState::Open : ProbeState::Refused;
    if (answer.answers)
        answer.greeting = "220 " + node.name.toUtf8() + " ESMTP (rehearsal)";
    return answer;
}

// --- the operator --------------------------------------------------------------------------------------------------------

} // namespace ruw
