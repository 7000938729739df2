#pragma once

// Of the Observer alone: its question maker and one look, which its files share.

#include "core/access/InParallel.h"
#include "core/base/Quote.h"
#include "core/plan/NodeCommands.h"
#include "core/run/Observer.h"
#include "core/survey/AskNode.h"
#include "core/survey/Links.h"

#include <mutex>

namespace ruw {

/// What a node is asked to settle a condition on it.
Asks asksFor(ConditionKind kind);
/// What these bytes say; mostly it is still what the survey read.
Result<ReplicaConfig> parsedConfig(const NodeFacts& node, const QByteArray& bytes);

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
    using Verdict = Observation::Verdict;

public:
    Look(const Observer& observer, const QList<Condition>& conditions, std::stop_token stop)
        : m_questions(*observer.m_questions), m_facts(observer.m_facts), m_state(observer.m_state),
          m_access(observer.m_access), m_clock(observer.m_clock), m_conditions(conditions),
          m_stop(std::move(stop))
    {
    }

    QList<Observation> take();

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

    void collect();
    void wantPorts(const Condition& condition);

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

    Result<NodeAnswer> ask(const QString& name, Asks asks) const;
    qint64 droppedPackets(const QString& name) const;
    Observation judge(const Condition& condition) const;

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

    Observation ofNode(const Condition& condition) const;
    static Observation backedUp(const Condition& condition, const NodeFacts& node, const NodeQuery& query,
                                const NodeAnswer& a);

    /// Of a node that nobody can ask: what this machine sees of its service on SMTP, where it has seen it in this run. It speaks
    /// against a word, never for it: another program may answer.
    Observation fromOutside(const Condition& condition) const;
    Result<ReplicaConfig> configOf(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const;
    Observation asPlanned(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const;
    Observation covered(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const;
    Observation blockPresent(const Condition& condition, const NodeAnswer& a) const;

    /// With the end of what the installer printed: whoever judges its work wants to read it, and the report keeps it (S10:
    /// without what was told in confidence).
    Text withOutput(const Text& said, const Condition& condition, const QByteArray& log) const;
    Observation installerEnded(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const;
    Observation queue(const Condition& condition, const NodeQuery& query, const NodeAnswer& a) const;

    /// What the forecast's careful side still adds to the queue until sync is given free again.
    qint64 stillNeeded(const QString& name) const;
    Observation sameVersion(const Condition& condition) const;
    Observation smtp(const Condition& condition, const QStringList& names) const;
    Observation otherMailNodes(const Condition& condition) const;
    Observation ports(const Condition& condition) const;

    /// A person asks the ports, from the node from which they count.
    Observation byProbe(const Condition& condition, const Text& seen) const;
    PortState baselineOf(const LinkState& link) const;

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

} // namespace ruw
