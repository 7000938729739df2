#include "core/plan/SafetyRules.h"

#include "core/plan/PlanModel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Walks one plan over the model and writes down where a rule may be broken.
class Judge {
public:
    Judge(const SiteFacts& facts, const Procedure& procedure)
        : m_facts(facts), m_procedure(procedure), m_model(facts)
    {
    }

    /// `conditional`: the steps that depend on an answer are done, or left out.
    QList<Finding> walk(bool conditional)
    {
        for (const Step& step : m_procedure.steps) {
            if (!step.onlyIf.isEmpty() && !conditional)
                continue;
            m_step = &step;
            beforeStep();
            m_model.apply(step);
            afterStep();
        }
        m_step = nullptr;
        atTheEnd();
        return m_findings;
    }

private:
    using Version = PlanModel::Version;

    void breaks(const QString& rule, const Text& message)
    {
        const QString where = m_step ? m_step->id : QString();
        m_findings.append({u"rule-"_s + rule, Severity::Blocker, m_step ? m_step->node : QString(), where, 0,
                           message, Text::tr("This is a fault of the plan: do not use it.")});
    }
    bool stops() const { return m_procedure.kind == ProcedureKind::StopMailFlow; }
    bool blocks() const
    {
        return m_procedure.kind == ProcedureKind::BlockSyncPorts ||
               m_procedure.kind == ProcedureKind::BlockPeerTraffic;
    }
    bool guards(ConditionKind kind, const QString& node = {}) const
    {
        return std::any_of(m_step->guards.begin(), m_step->guards.end(), [&](const Condition& condition) {
            return condition.kind == kind && (node.isEmpty() || condition.node == node);
        });
    }
    bool expects(ConditionKind kind) const
    {
        return std::any_of(m_step->expects.begin(), m_step->expects.end(),
                           [&](const Condition& condition) { return condition.kind == kind; });
    }
    bool takesMail(const QString& name) const
    {
        const Node* node = m_facts.site.node(name);
        return node && node->takesMail;
    }

    void beforeStep();
    void lookedAtByHand();
    void beforeInstaller();
    void beforeStart();
    void beforeLift();
    void afterStep();
    void atTheEnd();

    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    PlanModel m_model;
    const Step* m_step = nullptr;
    bool m_masterLifted = false;
    QString m_lastLiftedSlave;
    QList<Finding> m_findings;
};

void Judge::beforeStep()
{
    const StepKind kind = m_step->kind;
    if (kind == StepKind::DisableSettingsSync && m_facts.countsAsDataSyncOn())
        breaks(u"S2"_s,
               Text::tr("Settings sync would be disabled although data sync is not known to be off."));
    if (kind == StepKind::StopService && stops() && m_model.mailFlows() &&
        !m_facts.site.mailNodes().isEmpty())
        breaks(u"FAQ2578-2"_s, Text::tr("A service would be stopped before the mail flow is."));
    if (kind == StepKind::RunInstaller)
        beforeInstaller();
    if (kind == StepKind::LiftOtherBlock &&
        (m_model.installerRan() || !guards(ConditionKind::SameVersionEverywhere)))
        breaks(u"S8"_s,
               Text::tr("The block of an earlier run would be lifted although nobody looks whether all "
                        "versions are the same."));
    if (kind == StepKind::StartService || kind == StepKind::RestartService)
        beforeStart();
    if (kind == StepKind::Unblock || kind == StepKind::EnableSettingsSync)
        beforeLift();
    if (kind == StepKind::DrainNode &&
        !(expects(ConditionKind::AnotherSmtpAnswers) && expects(ConditionKind::OperatorAffirms)))
        breaks(u"S4"_s, Text::tr("A mail node would be taken out although nobody saw another one answer."));
    if (kind == StepKind::RunInstaller || kind == StepKind::StartService)
        lookedAtByHand();
    const bool takesOut = kind == StepKind::StopService || kind == StepKind::RestartService;
    if (!stops() && takesOut && takesMail(m_step->node) && !m_model.node(m_step->node).drained)
        breaks(u"S4"_s, Text::tr("A mail node would go out of service while mail is routed there."));
    if (!stops() && takesOut && takesMail(m_step->node) && !guards(ConditionKind::OtherMailNodesAnswer, m_step->node))
        breaks(u"S4"_s, Text::tr("A mail node would go out of service although nobody looks whether all others serve."));
    const bool changes = !m_step->opensLedger.isEmpty() || !m_step->closesLedger.isEmpty() ||
                         kind == StepKind::RunInstaller || kind == StepKind::StopAutostartedService ||
                         kind == StepKind::ExtendBlock;
    if (changes && m_step->expects.isEmpty())
        breaks(u"S9"_s, Text::tr("A step changes something and nothing is observed afterwards."));
    const bool onlyWord =
        !m_step->expects.isEmpty() &&
        std::all_of(m_step->expects.begin(), m_step->expects.end(), [](const Condition& condition) {
            return condition.kind == ConditionKind::OperatorAffirms;
        });
    if (onlyWord && !m_step->byWord)
        breaks(u"S9"_s, Text::tr("Only the operator can see the result, and the step is not marked so."));
}

/// What no program can ask a person looks at again.
void Judge::lookedAtByHand()
{
    const Node* node = m_facts.site.node(m_step->node);
    if (!node || node->access == AccessKind::Ssh || !blocks())
        return;
    for (const NodeFacts& other : m_facts.nodes) {
        const bool looks = std::any_of(m_step->guards.cbegin(), m_step->guards.cend(), [&](const Condition& guard) {
            const bool proves = guard.kind == ConditionKind::PortsFiltered || guard.kind == ConditionKind::TrafficFiltered;
            return proves && guard.node == other.node.name && guard.peer == m_step->node;
        });
        if (other.node.name != m_step->node && !looks)
            breaks(u"S9"_s, Text::tr("Before %1 is worked on nobody looks whether a port of %2 is reached from there.")
                                .arg(m_step->node)
                                .arg(other.node.name));
    }
}

void Judge::beforeInstaller()
{
    const QString& node = m_step->node;
    if (m_step->pointOfNoReturn == m_model.installerRan())
        breaks(u"S8"_s, Text::tr("The point of no return is not at the first installer run."));
    if (!m_model.installerRan() && !m_model.everyVersionIsSource())
        breaks(u"S1"_s, Text::tr("The versions before the first installer run are not the source version."));
    if (m_model.node(node).mayRun)
        breaks(stops() ? u"FAQ2578-2"_s : u"S1"_s,
               Text::tr("The installer would run while the service may be running."));
    if (m_model.node(node).bootMayStart)
        breaks(stops() ? u"S3"_s : u"S1"_s,
               Text::tr("The installer would run while start at boot may be on."));
    if (!guards(ConditionKind::ConfigBackedUp, node))
        breaks(u"S7"_s, Text::tr("The installer would run without a copy of the config."));
    for (auto it = m_model.nodes().begin(); it != m_model.nodes().end(); ++it) {
        if (stops() && it->mayRun)
            breaks(u"S3"_s, Text::tr("The installer would run on %1 while the service of %2 may be running.")
                                .arg(node)
                                .arg(it.key()));
        if (stops() && !guards(ConditionKind::ServiceStopped, it.key()))
            breaks(u"S11"_s, Text::tr("Before the installer runs on %1 nobody looks whether %2 is stopped.")
                                 .arg(node)
                                 .arg(it.key()));
        // One end alone would do, but then a single reboot or reload could open the path.
        if (blocks() && !m_model.isBlocked(it.key()))
            breaks(
                u"S1"_s,
                Text::tr("The installer would run although the block does not stand on %1.").arg(it.key()));
        if (blocks() && !it->blockProved)
            breaks(
                u"S9"_s,
                Text::tr("The installer would run although the block was not proved from %1.").arg(it.key()));
        if (blocks() && !guards(ConditionKind::BlockPresent, it.key()))
            breaks(u"S11"_s,
                   Text::tr("Before the installer runs on %1 nobody looks whether the block of %2 stands.")
                       .arg(node)
                       .arg(it.key()));
        if (!stops() && it.key() != node && takesMail(it.key()) && (it->drained || !it->surelyRuns))
            breaks(u"S4"_s, Text::tr("Two mail nodes would be out of service at a time."));
    }
}

void Judge::beforeStart()
{
    const QString& node = m_step->node;
    const PlanModel::NodeState& state = m_model.node(node);
    if (state.version == Version::Unknown)
        breaks(u"S1"_s, Text::tr("The service would start although its version was not read."));
    if (!state.rereadSinceInstall)
        breaks(
            u"S11"_s,
            Text::tr("The service would start although its config was not read again after the installer."));
    if (!stops() || m_step->kind != StepKind::StartService)
        return;
    if (!guards(ConditionKind::SameVersionEverywhere))
        breaks(u"S1"_s,
               Text::tr("The service would start although nobody looks whether all versions are the same."));
    const Node* master = m_facts.site.master();
    if (!master || node != master->name)
        return;
    for (const Node& slave : m_facts.site.slaves()) {
        if (!m_model.node(slave.name).surelyRuns || !guards(ConditionKind::ServiceRunning, slave.name))
            breaks(u"S5"_s, Text::tr("The master would start before %1 was seen running.").arg(slave.name));
    }
}

void Judge::beforeLift()
{
    if (m_model.installerRan() && !m_model.everyVersionIsTarget())
        breaks(u"S8"_s, Text::tr("The isolation would be lifted before every node has the target version."));
    if (!guards(ConditionKind::SameVersionEverywhere))
        breaks(u"S8"_s,
               Text::tr(
                   "The isolation would be lifted although nobody looks whether all versions are the same."));
    const Node* master = m_facts.site.master();
    if (m_step->kind != StepKind::Unblock || m_step->node.isEmpty() || !master)
        return;
    if (m_step->node == master->name) {
        m_masterLifted = true;
        return;
    }
    if (!m_masterLifted)
        breaks(u"FAQ2578-6"_s, Text::tr("A slave's block would be lifted before the master's."));
    if (m_facts.countsAsDataSyncOn() && !m_lastLiftedSlave.isEmpty() &&
        !m_model.node(m_lastLiftedSlave).queueDrained)
        breaks(u"FAQ2578-5"_s, Text::tr("The next block would be lifted before the queue of %1 is drained.")
                                   .arg(m_lastLiftedSlave));
    m_lastLiftedSlave = m_step->node;
}

void Judge::afterStep()
{
    const QStringList names = m_model.nodes().keys();
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (qsizetype j = i + 1; j < names.size(); ++j) {
            if (m_model.versionsMayDiffer(names[i], names[j]) && m_model.pathMayBeOpen(names[i], names[j])) {
                breaks(u"S1"_s,
                       Text::tr("A sync path between %1 and %2 may be open while their versions may differ.")
                           .arg(names[i])
                           .arg(names[j]));
                return; // one a step is enough to refuse the plan
            }
        }
    }
    if (stops())
        return;
    qsizetype out = 0;
    for (const QString& name : names)
        out += takesMail(name) && (m_model.node(name).drained || !m_model.node(name).surelyRuns) ? 1 : 0;
    if (out > 1)
        breaks(u"S4"_s, Text::tr("Two mail nodes would be out of service at a time."));
}

void Judge::atTheEnd()
{
    if (!m_model.ledger().isEmpty())
        breaks(u"S7"_s,
               Text::tr("At the end these changes would still stand: %1.").arg(Text::list(m_model.ledger())));
    if (!m_model.everyVersionIsTarget())
        breaks(u"FAQ2578-1"_s, Text::tr("At the end not every node has the target version."));
    for (auto it = m_model.nodes().begin(); it != m_model.nodes().end(); ++it) {
        const bool left = !it->surelyRuns || !it->syncEnabled || !it->blockedPorts.isEmpty() || it->drained ||
                          !it->bootMayStart;
        if (left || m_model.trafficCut() || !m_model.mailFlows()) {
            breaks(u"S7"_s, Text::tr("At the end %1 would not be as it was before the work.").arg(it.key()));
        }
        const Node* node = m_facts.site.node(it.key());
        const bool slave = node && node->role == Role::Slave;
        const auto has = [&](StepKind kind) {
            return std::any_of(m_procedure.steps.begin(), m_procedure.steps.end(),
                               [&](const Step& step) { return step.kind == kind && step.node == it.key(); });
        };
        if (slave && !has(StepKind::CheckRestartFlag))
            breaks(u"FAQ2578-2"_s, Text::tr("Nobody looks for the restart flag on %1.").arg(it.key()));
        if (slave && !has(StepKind::VerifySync))
            breaks(u"S9"_s, Text::tr("Nobody looks whether sync works again on %1.").arg(it.key()));
        if (slave && m_facts.countsAsDataSyncOn() && !has(StepKind::WatchQueue))
            breaks(u"FAQ2578-5"_s,
                   Text::tr("Nobody looks whether the queue of %1 is drained.").arg(it.key()));
    }
}

} // namespace

QList<Finding> judgeSafety(const SiteFacts& facts, const Procedure& procedure)
{
    QList<Finding> findings = Judge(facts, procedure).walk(true);
    for (const Finding& finding : Judge(facts, procedure).walk(false)) {
        if (!findings.contains(finding))
            findings.append(finding);
    }
    return findings;
}

const QList<SafetyRule>& safetyRules()
{
    static const QList<SafetyRule> rules = {
        {u"S1"_s,
         Text::tr("No action opens a sync path between two nodes whose versions differ, or may differ.")},
        {u"S2"_s, Text::tr("With data sync ON, or not known to be OFF, settings sync is never disabled.")},
        {u"S3"_s,
         Text::tr("With mail flow stopped: from the first installer run until all nodes have the target "
                  "version, a "
                  "service that an installer has started is stopped before the next node is touched.")},
        {u"S4"_s, Text::tr("With mail flowing: one mail node at a time is out of service, and only when "
                           "another one has just "
                           "answered on SMTP.")},
        {u"S5"_s, Text::tr("With mail flow stopped: every slave is seen running before the master starts.")},
        {u"S6"_s,
         Text::tr(
             "Nothing is changed before the operator has confirmed that very action and the journal holds it.")},
        {u"S7"_s, Text::tr("Every temporary change stands in a ledger, and the work is done only when the "
                           "ledger is empty.")},
        {u"S8"_s, Text::tr("After the first installer run the isolation stays until every node that takes "
                           "part has the same "
                           "version, read from the node.")},
        {u"S9"_s,
         Text::tr(
             "An action is judged by an observation that does not depend on its own word; where the program can't "
             "observe, the step is marked \"by word\". How an installer ended is judged by its exit status or by word; the version is "
             "then read by a step of its own.")},
        {u"S10"_s,
         Text::tr(
             "No secret reaches a file, a log, a command line, the journal, paper or an error message.")},
        {u"S11"_s,
         Text::tr(
             "Before each action the facts it rests on are looked at again; a difference stops the work.")},
    };
    return rules;
}

const QList<SafetyRule>& faqRules()
{
    static const QList<SafetyRule> rules = {
        {u"FAQ2578-1"_s, Text::tr("Settings sync between different versions is not supported.")},
        {u"FAQ2578-2"_s,
         Text::tr(
             "Where mail flow is stopped: the services are stopped and the machines updated one at a time; "
             "the slaves are started first, the master last. In some environments an installer starts the service by itself: it is "
             "stopped then. A slave whose admin screen asks for a restart after the sync is restarted. On the way forward this "
             "program updates one machine at a time and heeds the last two in every procedure.")},
        {u"FAQ2578-3"_s,
         Text::tr(
             "Where mail keeps flowing and data sync is OFF: before the updates settings sync is disabled "
             "for the time being, or the settings-sync communication is restricted.")},
        {u"FAQ2578-4"_s,
         Text::tr(
             "Where mail keeps flowing and data sync is ON: settings sync is not disabled; only the sync "
             "communication is restricted.")},
        {u"FAQ2578-5"_s,
         Text::tr(
             "With data sync ON, saved and held mail piles up in the slaves' queue directories while the "
             "communication is cut; the disk must have room for it.")},
        {u"FAQ2578-6"_s,
         Text::tr(
             "With data sync ON, the queues flow into the storage when the communication is back, and the "
             "traffic rises.")},
    };
    return rules;
}

} // namespace ruw
