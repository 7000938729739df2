#pragma once

#include "core/plan/PlanBuilder.h"

namespace ruw {

/// Writes the steps of one procedure in their order: what FAQ 2578 and safety.md ask for, and nothing about
/// how a step is worded or run (PlanBuilder's).
class Sequence {
    using Kind = ConditionKind;

public:
    Sequence(const SiteFacts& facts, ProcedureKind kind)
        : m_facts(facts), m_site(facts.site), m_kind(kind), m_build(facts, kind),
          m_master(m_site.master() ? m_site.master()->name : QString()),
          m_keepsFlowing(keepsMailFlowing(kind)), m_dataSync(facts.countsAsDataSyncOn()),
          m_target(m_site.targetVersion.toString())
    {
        for (const Node& node : m_site.slavesThenMaster())
            m_order.append(node.name);
        for (const Node& node : m_site.slaves())
            m_slaves.append(node.name);
    }

    Procedure write()
    {
        prepare();
        isolate();
        upgrade();
        restore();
        finalChecks();
        m_build.finish();
        return m_build.take();
    }

private:
    bool blocksPorts() const { return m_kind == ProcedureKind::BlockSyncPorts; }
    bool blocksTraffic() const { return m_kind == ProcedureKind::BlockPeerTraffic; }
    bool disablesSync() const { return m_kind == ProcedureKind::DisableSettingsSync; }
    bool takesMail(const QString& name) const { return m_site.node(name)->takesMail; }

    static Condition of(Kind kind, const QString& node) { return {kind, node, {}, {}, {}, {}}; }
    Condition versionIs(const QString& node) const { return {Kind::VersionIs, node, {}, {}, m_target, {}}; }
    Condition sameVersion() const { return {Kind::SameVersionEverywhere, {}, {}, {}, m_target, {}}; }
    Condition smtpAnswers(const QString& node) const
    {
        return {Kind::SmtpAnswers, node, {}, {m_site.node(node)->effectiveSmtpPort()}, {}, {}};
    }
    static Condition affirms(const Text& question)
    {
        return {Kind::OperatorAffirms, {}, {}, {}, {}, question};
    }

    /// What keeps this node from syncing now, as the procedure has it: the block or the disabled sync.
    QList<Condition> isolated(const QString& node) const
    {
        if (blocksPorts())
            return {{Kind::BlockPresent, node, {}, m_build.blockedPorts(), {}, {}}};
        if (blocksTraffic())
            return {of(Kind::BlockPresent, node)};
        if (disablesSync())
            return {of(Kind::SettingsSyncOff, node)};
        return {};
    }
    /// Nothing in the node's mf_replica.def is out of the block's reach, and nothing in it moved.
    QList<Condition> coveredAsPlanned(const QString& node) const
    {
        return {{Kind::ConfigCovered, node, {}, m_build.blockedPorts(), {}, {}}, of(Kind::ConfigAsPlanned, node)};
    }
    QList<Condition> everywhere(Kind kind, const QStringList& nodes) const
    {
        QList<Condition> conditions;
        for (const QString& node : nodes)
            conditions.append(of(kind, node));
        return conditions;
    }
    QList<Condition> allIsolated() const
    {
        QList<Condition> conditions;
        for (const QString& node : m_order)
            conditions += isolated(node);
        return conditions;
    }
    /// That no other node's port is reached from this one.
    QList<Condition> filteredFrom(const QString& node) const
    {
        const Kind kind = blocksTraffic() ? Kind::TrafficFiltered : Kind::PortsFiltered;
        QList<Condition> conditions;
        for (const QString& peer : m_order) {
            if (peer != node)
                conditions.append({kind, peer, node, m_build.blockedPorts(), {}, {}});
        }
        return conditions;
    }
    /// Both directions between a node and every other one.
    QList<Condition> filteredAround(const QString& node) const
    {
        QList<Condition> conditions;
        for (const Condition& there : filteredFrom(node)) {
            Condition back = there;
            std::swap(back.node, back.peer);
            conditions += {there, back};
        }
        return conditions;
    }
    /// Where the program can ask it does so before every step, planned or not. From a node that nobody but a person can ask he
    /// looks once more where it matters: before the installer runs, and before the service starts.
    QList<Condition> lookedAtByHand(const QString& node) const
    {
        const bool asked = m_site.node(node)->access == AccessKind::Ssh;
        return !asked && (blocksPorts() || blocksTraffic()) ? filteredFrom(node) : QList<Condition>();
    }

    void prepare();
    void liftEarlierBlocks();
    void isolate();
    void isolateByStopping();
    void isolateByCutting();
    void upgrade();
    void upgradeNode(const QString& node, bool last);
    void rereadConfig(const QString& node);
    void startUpgradedNode(const QString& node);
    void restore();
    void restoreByStarting();
    void restoreByLifting();
    void checkSync(const QString& slave);
    void checkRestartFlag(const QString& slave);
    void drain(const QString& node, const QString& suffix, const QString& onlyIf);
    void returnToRoute(const QString& node, const QString& suffix, const QString& onlyIf);
    void finalChecks();

    const SiteFacts& m_facts;
    const Site& m_site;
    ProcedureKind m_kind;
    PlanBuilder m_build;
    QString m_master;
    bool m_keepsFlowing;
    bool m_dataSync;
    QString m_target;
    QStringList m_order, m_slaves; ///< slaves in the site's order, then the master; the slaves alone
    bool m_pointOfNoReturnMarked = false;
};

} // namespace ruw
