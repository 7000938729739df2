#include "core/run/Observer.h"

#include "core/access/InParallel.h"
#include "core/base/Quote.h"
#include "core/plan/BlockRules.h"
#include "core/plan/NodeCommands.h"
#include "core/plan/QueueForecast.h"
#include "core/run/Drift.h"
#include "core/run/QueueWatch.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/AskNode.h"
#include "core/survey/Links.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <mutex>

using namespace Qt::StringLiterals;

namespace ruw {

using Verdict = Observation::Verdict;

namespace {

/// What a node is asked to settle a condition on it.
Asks asksFor(ConditionKind kind)
{
    switch (kind) {
    case ConditionKind::ServiceRunning:
    case ConditionKind::ServiceStopped:
        return Ask::Service;
    case ConditionKind::BootStartOff:
    case ConditionKind::BootStartOn:
        return Ask::BootStart;
    case ConditionKind::ConfigBackedUp:
        return Ask::Copy;
    case ConditionKind::ConfigCovered:
    case ConditionKind::ConfigAsPlanned:
        return Ask::Config;
    case ConditionKind::BlockPresent:
    case ConditionKind::BlockAbsent:
        return Ask::Block;
    case ConditionKind::VersionIs:
    case ConditionKind::SameVersionEverywhere:
        return Ask::Version;
    case ConditionKind::InstallerEnded:
        return Ask::Job;
    case ConditionKind::SettingsSyncOff:
    case ConditionKind::SettingsSyncOn:
        return Ask::SettingsSync;
    case ConditionKind::QueueDrained:
    case ConditionKind::QueueDiskRoom:
        return Ask::Queue;
    default:
        return {};
    }
}

/// Mostly it is still what the survey read.
Result<ReplicaConfig> parsedConfig(const NodeFacts& node, const QByteArray& bytes)
{
    if (node.survey.config && node.survey.configBytes == bytes)
        return *node.survey.config;
    return ReplicaConfig::parse(bytes);
}

bool asksPorts(ConditionKind kind)
{
    return kind == ConditionKind::PortsFiltered || kind == ConditionKind::PortsAsBaseline ||
           kind == ConditionKind::TrafficFiltered;
}

} // namespace

/// The questions to the nodes as the run has made them: where a config lies now, what the run has left there. What does not
/// change in the course of the run is made when a node is first asked.
class Observer::Questions {
public:
    Questions(const SiteFacts& facts, const RunState& state) : m_facts(facts), m_state(state) {}

    /// Thread-safe: the nodes of a look are asked at once.
    NodeQuery to(const NodeFacts& node, Asks asks)
    {
        const std::lock_guard lock(m_mutex);
        auto known = m_known.constFind(node.node.name);
        if (known == m_known.cend()) {
            NodeQuery fixed = NodeQuery::about(node.node, {});
            const NodeCommands commands(m_facts, node, m_state.procedure().runId, {});
            fixed.copyPath = commands.backupPath();
            fixed.jobDir = commands.installerJob();
            known = m_known.insert(node.node.name, {fixed, commands.upgradedInstallDir()});
        }
        NodeQuery query = known->query;
        query.asks = asks;
        query.jobAttempt = m_state.installerAttempt(node.node.name);
        const bool mayBeUpgraded = m_state.versionOf(node.node.name) != RunState::NodeVersion::Source;
        if (mayBeUpgraded && !known->upgradedDir.isEmpty())
            query.installDir = known->upgradedDir;
        return query;
    }

private:
    struct Known {
        NodeQuery query;
        QString upgradedDir;
    };
    const SiteFacts& m_facts;
    const RunState& m_state;
    std::mutex m_mutex;
    QHash<QString, Known> m_known;
};

/// One look at a list of conditions: asks each node once, keeps the answers, then judges.
class Observer::Look {
public:
    Look(const Observer& observer, const QList<Condition>& conditions, std::stop_token stop)
        : m_questions(*observer.m_questions), m_facts(observer.m_facts), m_state(observer.m_state),
          m_access(observer.m_access), m_clock(observer.m_clock), m_conditions(conditions),
          m_stop(std::move(stop))
    {
    }

    QList<Observation> take()
    {
        collect();
        // A counter that has risen tells that our rule dropped the probe, not something else.
        ofEach(m_wanted, [this](const QString& name, Wanted& wanted) {
            if (wanted.counters)
                wanted.before = droppedPackets(name);
        });
        // A port that is filtered costs the whole time in which it may answer: all nodes ask at once.
        ofEach(m_ports, [this](const QString& name, PortsWanted& wanted) {
            wanted.reading = askLinks(m_facts.node(name)->node, wanted.peers, m_facts.site, m_access, m_stop);
        });
        ofEach(m_wanted, [this](const QString& name, Wanted& wanted) {
            if (wanted.asks)
                wanted.answer = ask(name, wanted.asks);
        });
        QList<Observation> out;
        for (const Condition& condition : m_conditions)
            out.append(judge(condition));
        return out;
    }

private:
    struct Wanted {
        Asks asks;
        bool counters = false;
        qint64 before = -1;
        std::optional<Result<NodeAnswer>> answer;
    };
    struct PortsWanted {
        QList<LinkPeer> peers;
        std::optional<LinkReading> reading;
    };

    /// A node that can be asked; null: its facts are taken by word.
    const NodeFacts* reachable(const QString& name) const
    {
        const NodeFacts* node = m_facts.node(name);
        return node && node->node.access == AccessKind::Ssh ? node : nullptr;
    }

    void collect()
    {
        for (const Condition& condition : m_conditions) {
            if (condition.kind == ConditionKind::SameVersionEverywhere) {
                for (const NodeFacts& node : m_facts.nodes) {
                    if (reachable(node.node.name) && !m_state.isExcluded(node.node.name))
                        m_wanted[node.node.name].asks |= Ask::Version;
                }
            } else if (asksPorts(condition.kind)) {
                if (reachable(condition.peer))
                    wantPorts(condition);
            } else if (reachable(condition.node)) {
                m_wanted[condition.node].asks |= asksFor(condition.kind);
            }
        }
        for (const Condition& condition : m_conditions) {
            if (condition.kind != ConditionKind::PortsFiltered)
                continue;
            for (const QString& end : {condition.node, condition.peer}) {
                if (m_wanted.contains(end) && m_wanted[end].asks.testFlag(Ask::Block))
                    m_wanted[end].counters = true;
            }
        }
    }

    void wantPorts(const Condition& condition)
    {
        PortsWanted& wanted = m_ports[condition.peer];
        const NodeFacts* target = m_facts.node(condition.node);
        if (!target)
            return;
        QList<int> ports = condition.ports;
        for (const int port : m_state.portsFound(condition.node)) {
            if (!ports.contains(port))
                ports.append(port);
        }
        const bool known = std::any_of(wanted.peers.cbegin(), wanted.peers.cend(),
                                       [&](const LinkPeer& peer) { return peer.name == condition.node; });
        if (!known)
            wanted.peers.append({condition.node, linkTargets(target->node, &target->survey, ports)});
    }

    /// Each node's part, at once where the way to the site allows it. Each writes to its own entry only.
    template <typename Entry, typename Work>
    void ofEach(QMap<QString, Entry>& entries, const Work& work) const
    {
        std::vector<std::pair<QString, Entry*>> list;
        for (auto it = entries.begin(); it != entries.end(); ++it)
            list.emplace_back(it.key(), &*it);
        const auto one = [&](size_t i) { work(list[i].first, *list[i].second); };
        if (m_access.atOnce() && list.size() > 1)
            return inParallel(list.size(), one);
        for (size_t i = 0; i < list.size(); ++i)
            one(i);
    }

    NodeQuery queryOf(const NodeFacts& node, Asks asks) const { return m_questions.to(node, asks); }

    Result<NodeAnswer> ask(const QString& name, Asks asks) const
    {
        const NodeFacts* node = m_facts.node(name);
        const auto access = m_access.node(node->node, m_facts.site);
        if (!access)
            return access.error();
        return askNode(**access, queryOf(*node, asks), m_stop);
    }

    qint64 droppedPackets(const QString& name) const
    {
        const Result<NodeAnswer> answer = ask(name, Ask::Block);
        return answer ? BlockRules::read(answerfacts::blockRules(*answer)).droppedPackets : -1;
    }

    Observation judge(const Condition& condition) const
    {
        switch (condition.kind) {
        case ConditionKind::OperatorAffirms:
        case ConditionKind::RestartNotAsked:
        case ConditionKind::FirewallEnabled:
            return byWord(condition);
        case ConditionKind::SmtpAnswers:
            return smtp(condition, {condition.node});
        case ConditionKind::AnotherSmtpAnswers: {
            QStringList others;
            for (const Node& node : m_facts.site.mailNodes()) {
                if (node.name != condition.node && !m_state.isExcluded(node.name) &&
                    !m_state.ledger().entry(u"drained:"_s + node.name))
                    others.append(node.name);
            }
            return smtp(condition, others);
        }
        case ConditionKind::OtherMailNodesAnswer:
            return otherMailNodes(condition);
        case ConditionKind::PortsFiltered:
        case ConditionKind::TrafficFiltered:
        case ConditionKind::PortsAsBaseline:
            return ports(condition);
        case ConditionKind::SameVersionEverywhere:
            return sameVersion(condition);
        default:
            return ofNode(condition);
        }
    }

    static Observation byWord(const Condition& condition) { return {condition, Verdict::ByWord, {}}; }
    static Observation unseen(const Condition& condition, const Text& why)
    {
        return {condition, Verdict::Unknown, why};
    }
    static Observation verdict(const Condition& condition, bool holds, const Text& seen)
    {
        return {condition, holds ? Verdict::Holds : Verdict::Broken, seen};
    }

    template <typename T>
    static Observation compare(const Condition& condition, const Fact<T>& fact, const T& wanted,
                               const Text& seen)
    {
        if (!fact.value)
            return unseen(condition, fact.detail);
        return verdict(condition, *fact.value == wanted, seen);
    }

    static Text said(const QString& node, const Text& word)
    {
        return Text::tr("%1 says: %2").arg(shownSafely(node)).arg(word);
    }
    static Text said(const QString& node, const QString& word)
    {
        return said(node, Text::verbatim(shownSafely(word)));
    }

    Observation ofNode(const Condition& condition) const
    {
        const NodeFacts* node = reachable(condition.node);
        if (!node)
            return fromOutside(condition);
        const auto& answer = m_wanted.value(condition.node).answer;
        if (!answer)
            return byWord(condition);
        if (!*answer)
            return unseen(condition, answer->error().what);
        const NodeAnswer& a = **answer;
        const NodeQuery query = m_questions.to(*node, asksFor(condition.kind));
        switch (condition.kind) {
        case ConditionKind::ServiceRunning:
        case ConditionKind::ServiceStopped: {
            if (query.serviceStatus.isEmpty())
                return byWord(condition);
            const auto state = answerfacts::service(a, query);
            return compare(
                condition, state,
                condition.kind == ConditionKind::ServiceRunning ? ServiceState::Running
                                                                : ServiceState::Stopped,
                said(condition.node, serviceStateText(state.value.value_or(ServiceState::Unknown))));
        }
        case ConditionKind::BootStartOn:
        case ConditionKind::BootStartOff: {
            if (query.bootStatus.isEmpty())
                return byWord(condition);
            const auto state = answerfacts::bootStart(a, query);
            return compare(condition, state,
                           condition.kind == ConditionKind::BootStartOn ? BootStart::On : BootStart::Off,
                           said(condition.node, bootStartText(state.value.value_or(BootStart::Unknown))));
        }
        case ConditionKind::SettingsSyncOn:
        case ConditionKind::SettingsSyncOff: {
            if (query.settingsSyncStatus.isEmpty())
                return byWord(condition);
            const auto state = answerfacts::settingsSync(a, query);
            return compare(condition, state, condition.kind == ConditionKind::SettingsSyncOn,
                           said(condition.node, state.value.value_or(false) ? u"ON"_s : u"OFF"_s));
        }
        case ConditionKind::VersionIs: {
            if (query.versionCommand.isEmpty())
                return byWord(condition);
            const auto version = answerfacts::version(a, query);
            return compare(condition, version, condition.value,
                           said(condition.node, version.value.value_or(QString())));
        }
        case ConditionKind::ConfigBackedUp:
            return query.copyPath.isEmpty() ? byWord(condition) : backedUp(condition, *node, query, a);
        case ConditionKind::ConfigCovered:
            return query.installDir.isEmpty() ? byWord(condition) : covered(condition, query, a);
        case ConditionKind::ConfigAsPlanned:
            return query.installDir.isEmpty() || !node->survey.config ? byWord(condition)
                                                                      : asPlanned(condition, query, a);
        case ConditionKind::BlockPresent:
            return blockPresent(condition, a);
        case ConditionKind::BlockAbsent: {
            const auto block = answerfacts::block(a);
            if (!block.value)
                return unseen(condition, block.detail);
            return verdict(condition, block.value->isEmpty(),
                           block.value->isEmpty()
                               ? Text::tr("No rule of this program on %1").arg(shownSafely(condition.node))
                               : Text::tr("On %1 the block of run %2 stands")
                                     .arg(shownSafely(condition.node))
                                     .arg(Text::list(*block.value)));
        }
        case ConditionKind::InstallerEnded:
            return installerEnded(condition, query, a);
        case ConditionKind::QueueDrained:
        case ConditionKind::QueueDiskRoom:
            return query.queueDir.isEmpty() ? byWord(condition) : queue(condition, query, a);
        default:
            return byWord(condition);
        }
    }

    static Observation backedUp(const Condition& condition, const NodeFacts& node, const NodeQuery& query,
                                const NodeAnswer& a)
    {
        const Fact<QString> copy = answerfacts::copySha256(a, query);
        if (!copy.value)
            return {condition, Verdict::Broken, copy.detail};
        if (node.survey.configBytes.isEmpty())
            return verdict(condition, true, Text::tr("The copy is there."));
        const QString original = QString::fromLatin1(
            QCryptographicHash::hash(node.survey.configBytes, QCryptographicHash::Sha256).toHex());
        return verdict(condition, *copy.value == original,
                       *copy.value == original ? Text::tr("The copy has the content that the survey read.")
                                               : Text::tr("The copy's content is not what the survey read."));
    }

    /// Of a node that nobody can ask: what this machine sees of its service on SMTP, where it has seen it in this run. It speaks
    /// against a word, never for it: another program may answer.
    Observation fromOutside(const Condition& condition) const
    {
        const bool ofService = condition.kind == ConditionKind::ServiceRunning || condition.kind == ConditionKind::ServiceStopped;
        const NodeFacts* node = m_facts.node(condition.node);
        if (!ofService || !node || !node->node.takesMail || !m_state.hasAnsweredSmtp(condition.node))
            return byWord(condition);
        const SmtpAnswer answer = m_access.askSmtp(node->node.address, node->node.effectiveSmtpPort(),
                                                   addressFamilyOf(node->node.address), smtpLimit, m_stop);
        const bool wantsStopped = condition.kind == ConditionKind::ServiceStopped;
        if (answer.answers) {
            const Text seen = Text::tr("%1 answers on SMTP: its service runs.").arg(shownSafely(condition.node));
            return {condition, wantsStopped ? Verdict::Broken : Verdict::ByWord, seen};
        }
        const Text seen = Text::tr("%1 did not answer on SMTP.").arg(shownSafely(condition.node));
        // While no mail is let through, its port need not be in reach.
        const bool refuses = answer.state == ProbeState::Refused && !m_state.ledger().entry(u"mail-flow"_s);
        return {condition, !wantsStopped && refuses ? Verdict::Broken : Verdict::ByWord, seen};
    }

    Result<ReplicaConfig> configOf(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
    {
        const Result<QByteArray> bytes = answerfacts::config(a, query.configPath());
        return bytes ? parsedConfig(*m_facts.node(condition.node), *bytes) : bytes.error();
    }

    Observation asPlanned(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
    {
        const Result<ReplicaConfig> config = configOf(condition, query, a);
        if (!config)
            return unseen(condition, config.error().what);
        const QList<Text> changes = syncModeChanges(*m_facts.node(condition.node)->survey.config, *config);
        return verdict(condition, changes.isEmpty(),
                       changes.isEmpty() ? Text::tr("Data sync and peers are as before the work.")
                                         : Text::lines(changes));
    }

    Observation covered(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
    {
        const Result<ReplicaConfig> config = configOf(condition, query, a);
        if (!config)
            return unseen(condition, config.error().what);
        for (const ReplicaConfig::Port& port : config->ports()) {
            if (!port.port && concernsSync(port, syncsData(*config, m_facts)))
                return {condition, Verdict::Broken, Text::tr("%1 has no readable port.").arg(port.key)};
        }
        const QList<int> beyond = portsBeyond(*config, m_facts, condition.ports + m_state.portsFound(condition.node));
        return verdict(
            condition, beyond.isEmpty(),
            beyond.isEmpty()
                ? Text::tr("mf_replica.def names no other port.")
                : Text::tr("mf_replica.def also names %1.").arg(Text::verbatim(portRanges(beyond))));
    }

    Observation blockPresent(const Condition& condition, const NodeAnswer& a) const
    {
        if (condition.ports.isEmpty())
            return byWord(condition); // the firewall between the nodes is not ours
        const auto block = answerfacts::block(a);
        if (!block.value)
            return unseen(condition, block.detail);
        const QString own = m_state.procedure().runId;
        const BlockRules rules = BlockRules::read(answerfacts::blockRules(a));
        QList<int> missing;
        for (const int port : condition.ports + m_state.portsFound(condition.node)) {
            if (!rules.ports.contains(port))
                missing.append(port);
        }
        if (rules.runIds != QStringList{own}) {
            return verdict(condition, false,
                           rules.empty()
                               ? Text::tr("No rule of this program on %1").arg(shownSafely(condition.node))
                               : Text::tr("On %1 the block of run %2 stands")
                                     .arg(shownSafely(condition.node))
                                     .arg(Text::list(rules.runIds)));
        }
        if (!rules.inForce) {
            return verdict(condition, false,
                           Text::tr("The rules of run %1 are there, but nothing leads the packets to them: "
                                    "a jump, a hook or a whole family is missing.")
                               .arg(own));
        }
        if (!missing.isEmpty()) {
            return verdict(condition, false,
                           Text::tr("The rules do not cover %1.").arg(Text::verbatim(portRanges(missing))));
        }
        const Wanted wanted = m_wanted.value(condition.node);
        if (wanted.counters && wanted.before >= 0 && rules.droppedPackets <= wanted.before) {
            return {condition, Verdict::ByWord,
                    Text::tr("The rules stand, but they dropped nothing of the probes: what else closes the "
                             "ports is not known.")};
        }
        return verdict(condition, true,
                       Text::tr("The rules of run %1 stand; dropped so far: %2 packets.")
                           .arg(own)
                           .arg(rules.droppedPackets));
    }

    /// With the end of what the installer printed: whoever judges its work wants to read it, and the report keeps it (S10:
    /// without what was told in confidence).
    Text withOutput(const Text& said, const Condition& condition, const QByteArray& log) const
    {
        constexpr qsizetype mostLines = 12, cutAt = 4000; // as survey-job.sh cuts it
        const auto access = m_access.node(m_facts.node(condition.node)->node, m_facts.site);
        const QByteArray safe = access ? (*access)->redacted(log) : QByteArray();
        QList<QByteArray> lines = safe.trimmed().split('\n');
        if (log.size() >= cutAt) // its first line is the rest of one: a secret in it would not be known for one
            lines.removeFirst();
        lines.removeIf([](const QByteArray& line) { return line.trimmed().isEmpty(); });
        if (lines.isEmpty())
            return said;
        QList<Text> shown{said, Text::tr("The end of what it printed:")};
        for (const QByteArray& line : lines.sliced(std::max<qsizetype>(0, lines.size() - mostLines)))
            shown.append(Text::verbatim(shownSafely(QString::fromUtf8(line).trimmed())));
        return Text::lines(shown);
    }

    Observation installerEnded(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
    {
        const answerfacts::Job job = answerfacts::job(a, query);
        switch (job.state) {
        case answerfacts::Job::State::Ended: {
            const Text said = Text::tr("The installer ended with exit status %1.").arg(job.status);
            Observation out = verdict(condition, job.status == 0, withOutput(said, condition, job.log));
            out.final = true;
            return out;
        }
        case answerfacts::Job::State::Running:
            return verdict(condition, false, Text::tr("The installer is running."));
        case answerfacts::Job::State::Lost: {
            const Text said = Text::tr("The installer runs no more and left no result: the node was restarted, or "
                                       "it was killed.");
            Observation out = unseen(condition, withOutput(said, condition, job.log));
            out.final = true;
            return out;
        }
        case answerfacts::Job::State::None: {
            Observation out = verdict(condition, false, Text::tr("The installer was not started."));
            out.final = true;
            return out;
        }
        case answerfacts::Job::State::Unknown:
            return unseen(condition, job.why);
        }
        Q_UNREACHABLE();
    }

    Observation queue(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const
    {
        const QueueLook look = queueLook(condition.node, m_clock.now(), a, query);
        if (!look.sample)
            return unseen(condition, look.why);
        const QueueSample& sample = *look.sample;
        if (condition.kind == ConditionKind::QueueDrained) {
            const bool drained = sample.drainedSince(m_state.liftedAt(condition.node));
            Observation out = verdict(condition, drained,
                                      Text::tr("%1 files, %2 in the queue.")
                                          .arg(sample.files)
                                          .arg(Text::bytes(sample.bytes)));
            out.queue = sample;
            return out;
        }
        if (!sample.freeBytes)
            return unseen(condition, answerfacts::freeDisk(a, query).detail);
        const qint64 needed = stillNeeded(condition.node);
        Observation out = verdict(condition, *sample.freeBytes > needed,
                                  Text::tr("Free: %1; in the queue: %2; still needed at most: %3.")
                                      .arg(Text::bytes(*sample.freeBytes))
                                      .arg(Text::bytes(sample.bytes))
                                      .arg(Text::bytes(needed)));
        out.queue = sample;
        return out;
    }

    /// What the forecast's careful side still adds to the queue until sync is given free again.
    qint64 stillNeeded(const QString& name) const
    {
        const Procedure& procedure = m_state.procedure();
        const TimeChart chart = TimeChart::from(procedure, m_facts.site);
        const QueueForecast forecast = QueueForecast::from(m_facts, procedure, chart);
        const int left = minutesUntilLifting(m_state);
        for (const QueueForecast::NodeForecast& node : forecast.nodes) {
            if (node.node == name && forecast.minutes > 0)
                return node.bytes.high * std::min(left, forecast.minutes) / forecast.minutes;
        }
        return 0;
    }

    Observation sameVersion(const Condition& condition) const
    {
        bool word = false;
        QList<Text> seen;
        bool different = false;
        for (const NodeFacts& node : m_facts.nodes) {
            const QString& name = node.node.name;
            if (m_state.isExcluded(name))
                continue;
            if (!reachable(name) || node.node.versionCommand.isEmpty()) {
                word = true;
                continue;
            }
            const auto& answer = m_wanted.value(name).answer;
            if (!answer || !*answer)
                return unseen(condition, answer ? answer->error().what : Text::tr("Nobody looked at it."));
            const Fact<QString> version = answerfacts::version(**answer, queryOf(node, Ask::Version));
            if (!version.value)
                return unseen(condition, version.detail);
            seen.append(said(name, *version.value));
            different = different || *version.value != condition.value;
        }
        if (different)
            return verdict(condition, false, Text::lines(seen));
        return word ? Observation{condition, Verdict::ByWord, Text::lines(seen)}
                    : verdict(condition, true, Text::lines(seen));
    }

    Observation smtp(const Condition& condition, const QStringList& names) const
    {
        QList<Text> seen;
        bool asksNobody = !names.isEmpty(); // none that must be in this machine's reach, and no answer that says no
        for (const QString& name : names) {
            const NodeFacts* node = m_facts.node(name);
            if (!node)
                continue;
            const SmtpAnswer answer =
                m_access.askSmtp(node->node.address, node->node.effectiveSmtpPort(),
                                 addressFamilyOf(node->node.address), smtpLimit, m_stop);
            if (answer.answers) {
                return verdict(condition, true,
                               Text::tr("%1 answered: %2")
                                   .arg(shownSafely(name))
                                   .arg(shownSafely(QString::fromUtf8(answer.greeting))));
            }
            seen.append(Text::tr("%1 did not answer on SMTP.").arg(shownSafely(name)));
            const std::optional<PortState> before = node->survey.smtp.effective();
            const bool inReach = reachable(name) && before && *before != PortState::Filtered;
            asksNobody = asksNobody && !inReach &&
                         (answer.state == ProbeState::Unknown || answer.state == ProbeState::Filtered);
        }
        // A node that is not worked on from this machine, or that did not answer it before the work (a firewall, a jump host),
        // need not be in its reach: then it is the operator's word.
        if (asksNobody)
            return {condition, Verdict::ByWord, Text::lines(seen)};
        return verdict(condition, false,
                       seen.isEmpty() ? Text::tr("There is no other mail node in service.")
                                      : Text::lines(seen));
    }

    Observation otherMailNodes(const Condition& condition) const
    {
        Observation all{condition, Verdict::Holds, {}};
        QList<Text> seen;
        for (const Node& node : m_facts.site.mailNodes()) {
            if (node.name == condition.node || m_state.isExcluded(node.name))
                continue;
            const Observation one = smtp(condition, {node.name});
            seen.append(one.seen);
            if (one.verdict == Verdict::Broken || all.verdict == Verdict::Holds)
                all.verdict = one.verdict;
        }
        all.seen = Text::lines(seen);
        return seen.isEmpty() ? verdict(condition, false, Text::tr("There is no other mail node in service.")) : all;
    }

    Observation ports(const Condition& condition) const
    {
        const auto wanted = m_ports.constFind(condition.peer);
        if (wanted == m_ports.cend() || !wanted->reading)
            return byProbe(condition, {});
        QList<int> wrong, unprovable;
        int asked = 0, judged = 0;
        for (const LinkState& link : wanted->reading->links) {
            if (link.to != condition.node)
                continue;
            asked += link.state == PortState::Filtered ? 1 : 0;
            const PortState before = baselineOf(link);
            const bool answered = link.state == PortState::Open || link.state == PortState::Refused;
            if (condition.kind == ConditionKind::PortsAsBaseline) {
                judged += 1;
                // A config that names other ports since its installer ran leaves the old ones without a listener: that
                // they are refused shows that nothing filters them.
                // What a node that nobody can read has in its config is not known.
                const bool renumbered =
                    !m_state.portsFound(condition.node).isEmpty() || !reachable(condition.node);
                if (before == PortState::Open && link.state != PortState::Open && !(renumbered && answered))
                    wrong.append(link.port);
                else if (before == PortState::Refused && !answered)
                    wrong.append(link.port);
                continue;
            }
            if (answered) {
                wrong.append(link.port);
            } else if (before == PortState::Open || before == PortState::Refused) {
                if (link.state == PortState::Filtered)
                    judged += 1;
                else
                    unprovable.append(link.port);
            }
            // A port that did not answer before the work proves nothing.
        }
        std::sort(wrong.begin(), wrong.end());
        wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
        if (!wrong.isEmpty()) {
            return verdict(
                condition, false,
                condition.kind == ConditionKind::PortsAsBaseline
                    ? Text::tr("These do not answer as before: %1.").arg(Text::verbatim(portRanges(wrong)))
                    : Text::tr("These answer: %1.").arg(Text::verbatim(portRanges(wrong))));
        }
        if (!unprovable.isEmpty() || (judged == 0 && (asked == 0 || !wanted->reading->findings.isEmpty()))) {
            return unseen(condition, wanted->reading->findings.isEmpty()
                                         ? Text::tr("The ports could not be asked.")
                                         : wanted->reading->findings.first().message);
        }
        // Something of the site's own kept them apart before: a closed port proves nothing, and a person decides.
        if (judged == 0) {
            return byProbe(condition,
                           Text::tr("No port answered before the work either, and none does now: it can't be proved from here "
                                    "that this block is what closes them."));
        }
        return verdict(
            condition, true,
            condition.kind == ConditionKind::PortsAsBaseline
                ? Text::tr("All %1 answer as before.").arg(judged)
                : Text::tr("%1 ports that answered before the work are filtered now.").arg(judged));
    }

    /// A person asks the ports, from the node from which they count.
    Observation byProbe(const Condition& condition, const Text& seen) const
    {
        Observation out{condition, Verdict::ByWord, seen};
        const NodeFacts *from = m_facts.node(condition.peer), *to = m_facts.node(condition.node);
        if (!from || !to)
            return out;
        QList<int> ports = condition.ports;
        for (const int port : m_state.portsFound(condition.node)) {
            if (!ports.contains(port))
                ports.append(port);
        }
        out.check = NodeCommands(m_facts, *from, m_state.procedure().runId, ports).probePeer(*to);
        out.checkOn = condition.peer;
        return out;
    }

    PortState baselineOf(const LinkState& link) const
    {
        const PortState own = m_state.baseline(link.from, link.to, link.port, link.family);
        return own != PortState::Unknown ? own
                                         : m_facts.survey.link(link.from, link.to, link.port, link.family);
    }

    static constexpr std::chrono::milliseconds smtpLimit{5000};

    Questions& m_questions;
    const SiteFacts& m_facts;
    const RunState& m_state;
    SiteAccess& m_access;
    const Clock& m_clock;
    const QList<Condition>& m_conditions;
    std::stop_token m_stop;
    QMap<QString, Wanted> m_wanted;
    QMap<QString, PortsWanted> m_ports;
};

Observer::Observer(const SiteFacts& facts, const RunState& state, SiteAccess& access, const Clock& clock)
    : m_facts(facts), m_state(state), m_access(access), m_clock(clock),
      m_questions(std::make_shared<Questions>(facts, state))
{
}

QList<Observation> Observer::look(const QList<Condition>& conditions, std::stop_token stop) const
{
    return Look(*this, conditions, std::move(stop)).take();
}

std::optional<Result<NodeSurvey>> Observer::readNode(const QString& name, std::stop_token stop) const
{
    const NodeFacts* node = m_facts.node(name);
    if (!node || node->node.access != AccessKind::Ssh)
        return std::nullopt;
    const auto access = m_access.node(node->node, m_facts.site);
    if (!access)
        return Result<NodeSurvey>(access.error());
    const NodeQuery query = m_questions->to(*node, Ask::Config | Ask::Version | Ask::Service);
    const Result<NodeAnswer> answer = askNode(**access, query, std::move(stop));
    if (!answer)
        return Result<NodeSurvey>(answer.error());
    NodeSurvey survey;
    survey.name = name;
    survey.reachable = true;
    survey.configPath = query.configPath();
    answerfacts::take(survey, *answer, query);
    if (const Result<QByteArray> bytes = answerfacts::config(*answer, query.configPath())) {
        survey.configBytes = *bytes;
        if (const Result<ReplicaConfig> config = parsedConfig(*node, *bytes))
            survey.config = *config;
    }
    return survey;
}

QList<LinkState> Observer::links(const QString& from, const QList<int>& ports, std::stop_token stop) const
{
    const NodeFacts* asking = m_facts.node(from);
    if (!asking || asking->node.access != AccessKind::Ssh)
        return {};
    QList<LinkPeer> peers;
    for (const NodeFacts& node : m_facts.nodes) {
        if (node.node.name != from)
            peers.append({node.node.name, linkTargets(node.node, &node.survey, ports)});
    }
    return askLinks(asking->node, peers, m_facts.site, m_access, std::move(stop)).links;
}

} // namespace ruw
