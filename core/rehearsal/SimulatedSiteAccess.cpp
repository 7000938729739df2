// The simulated site as the program reaches it: by SSH, by a port and by SMTP.

#include "core/rehearsal/SimulatedSite.h"

#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 secondMs = 1000;

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

void SimulatedSite::makeWays()
{
    for (int i = 0; i < int(m_is.nodes.size()); ++i)
        m_ways.push_back(std::make_shared<Way>(*this, i));
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

} // namespace ruw
