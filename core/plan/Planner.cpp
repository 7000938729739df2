#include "core/plan/Planner.h"

#include "core/plan/EarlierBlock.h"
#include "core/plan/PlanBuilder.h"
#include "core/plan/PreflightChecks.h"
#include "core/plan/SafetyRules.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Kind = ConditionKind;

/// Writes the steps of one procedure in their order: what FAQ 2578 and safety.md ask for, and nothing about
/// how a step is worded or run (PlanBuilder's).
class Sequence {
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

void Sequence::prepare()
{
    m_build.setPhase(Phase::Prepare);
    Text notes =
        Text::tr(
            "Have the vendor's release notes from %1 to %2 been read, and does nothing in them speak against "
            "this procedure?")
            .arg(m_site.sourceVersion.display())
            .arg(m_site.targetVersion.display());
    if (m_site.majorVersionChanges()) {
        notes = Text::lines(
            {notes, Text::tr("The major version changes: have the vendor's own notes on that been read, and "
                             "is the new install directory known?")});
    }
    m_build.confirm(u"release-notes"_s, Text::tr("Release notes read"),
                    Text::tr("The vendor's notes may ask for more than this procedure does."), notes);
    m_build.confirm(
        u"settings-saved"_s, Text::tr("Settings exported or snapshots taken"),
        Text::tr(
            "So that there is something to go back to. A snapshot from before the isolation, once brought "
            "back, also undoes the isolation of that machine."),
        Text::tr("Have the settings been exported, or snapshots of every machine been taken?"));
    m_build.confirm(
        u"rollback-way"_s, Text::tr("Way back known"),
        Text::tr("After the first installer run the only way back is the one that was settled beforehand."),
        m_site.rollback.isEmpty()
            ? Text::tr("Is it settled and known to everybody here how to go back to the old version?")
            : Text::tr("Is this way back to the old version known to everybody here and ready to be used? %1")
                  .arg(m_site.rollback));
    m_build.confirm(
        u"no-admin-changes"_s, Text::tr("No changes on the admin screens"),
        Text::tr("What is changed on one node during the work is not synced to the others."),
        Text::tr("Does everybody know that nothing is changed on the admin screens during the work?"));
    if (m_keepsFlowing && m_dataSync) {
        m_build.confirm(
            u"users-informed"_s, Text::tr("Users of saved and held mail informed"),
            Text::tr("While sync is cut, saved and held mail on the slaves can't be viewed or handled, and "
                     "delayed mail can't be sent from there."),
            Text::tr("Do those who work with saved and held mail know that on the slaves they can't view or handle it, "
                     "nor send delayed mail, while sync is cut?"));
    }
    if (blocksTraffic()) {
        m_build
            .confirm(
                u"firewall-arranged"_s, Text::tr("Firewall work arranged"),
                Text::tr(
                    "The block is a request to whoever runs the firewall between the servers. Servers in one "
                    "segment may have none between them: then this procedure can't be used."),
                Text::tr(
                    "Does a firewall stand between all the servers, is its operator at hand for the whole "
                    "work, "
                    "and is it settled what else is cut between them (heartbeat of a virtual IP, mail relay, "
                    "SSH)?"))
            .critical = true;
    }
    liftEarlierBlocks();
    for (const QString& node : m_order) {
        Step& step = m_build.add(StepKind::BackupConfig, node);
        step.expects.append(of(Kind::ConfigBackedUp, node));
    }
    QList<Condition> answers;
    for (const Node& node : m_site.mailNodes())
        answers.append(smtpAnswers(node.name));
    if (!answers.isEmpty())
        m_build.add(StepKind::VerifyMailFlow, {}, u"before"_s).expects = answers;
    if (blocksPorts() || blocksTraffic()) {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::RecordBaseline, node);
            step.guards = {of(Kind::ServiceRunning, node)};
            step.expects = {
                of(Kind::ServiceRunning, node),
                affirms(Text::tr("Is it recorded which ports answered when asked from %1?").arg(node))};
        }
    }
}

/// Master first, then slave by slave, each drained before the next: the FAQ warns of the traffic.
void Sequence::liftEarlierBlocks()
{
    QStringList masterFirst = m_order;
    masterFirst.prepend(masterFirst.takeLast());
    for (const QString& node : masterFirst) {
        const QString run = liftableBlock(m_facts, *m_facts.node(node));
        if (run.isEmpty())
            continue;
        Step& lift = m_build.add(StepKind::LiftOtherBlock, node);
        lift.critical = true;
        lift.guards = {{Kind::SameVersionEverywhere, {}, {}, {}, m_site.sourceVersion.toString(), {}}};
        lift.expects = {of(Kind::BlockAbsent, node)};
        if (node != m_master && m_dataSync) {
            Step& watch = m_build.add(StepKind::WatchQueue, node, u"after-earlier-run"_s);
            watch.minutes = 15;
            watch.expects = {of(Kind::QueueDrained, node)};
        }
    }
}

void Sequence::isolate()
{
    m_build.setPhase(Phase::Isolate);
    if (m_keepsFlowing)
        isolateByCutting();
    else
        isolateByStopping();
    Text question = Text::tr(
        "Did everything up to here go as expected, and is there time enough to go past the point of no "
        "return?");
    Step& step = m_build.confirm(
        u"go"_s, Text::tr("Decide: go on or stop here"),
        Text::tr("Up to here everything can be undone. From the next installer run until all nodes "
                 "have the same version, the isolation has to stay."),
        question);
    step.critical = true;
    step.skippable = false;
    step.requiredBy = {u"S8"_s};
}

void Sequence::isolateByStopping()
{
    if (!m_site.mailNodes().isEmpty()) {
        Step& stop = m_build.add(StepKind::StopMailFlow);
        stop.critical = true;
        stop.expects = {affirms(Text::tr("Is the mail flow to all m-FILTER servers stopped?"))};
    }
    for (const QString& node : m_order) {
        Step& off = m_build.add(StepKind::BootStartOff, node);
        off.expects = {of(Kind::BootStartOff, node)};
    }
    // Master first, the reverse of the order in which they are started.
    QStringList masterFirst = m_order;
    masterFirst.prepend(masterFirst.takeLast());
    for (const QString& node : masterFirst) {
        Step& stop = m_build.add(StepKind::StopService, node);
        stop.expects = {of(Kind::ServiceStopped, node)};
    }
}

void Sequence::isolateByCutting()
{
    if (disablesSync()) {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::DisableSettingsSync, node);
            step.expects = {of(Kind::SettingsSyncOff, node)};
        }
        return;
    }
    if (blocksTraffic()) {
        Step& step = m_build.add(StepKind::Block);
        step.critical = true;
        step.opensLedger = u"block:peer-traffic"_s;
        step.guards = everywhere(Kind::ServiceRunning, m_order);
        step.expects = allIsolated();
        step.expects.append(
            affirms(Text::tr("Did the operator of the firewall report that the IP traffic between the "
                             "servers is cut?")));
    } else {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::Block, node);
            // Put on while services run: a stopped service would make every port look closed.
            step.guards = {of(Kind::ServiceRunning, node)};
            if (m_site.node(node)->os == Os::Windows)
                step.guards.append(of(Kind::FirewallEnabled, node));
            step.expects = isolated(node);
        }
    }
    for (const QString& node : m_order) {
        Step& step = m_build.add(StepKind::VerifyBlock, node);
        step.guards = everywhere(Kind::ServiceRunning, m_order);
        step.expects = isolated(node) + filteredAround(node);
    }
}

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
        m_build.last().expects = {{Kind::ConfigCovered, node, {}, m_build.blockedPorts(), {}, {}},
                                  of(Kind::ConfigAsPlanned, node)};
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
            affirms(Text::tr("Did the operator of the firewall report that the IP traffic between the "
                             "servers is let through again?")));
    } else {
        // Master first, then slave by slave, each drained before the next: the FAQ warns of the traffic.
        Step& master = m_build.add(StepKind::Unblock, m_master);
        guardLift(master);
        master.guards.append(of(Kind::ConfigAsPlanned, m_master));
        master.expects = {of(Kind::BlockAbsent, m_master)};
        for (const QString& slave : m_slaves) {
            Step& lift = m_build.add(StepKind::Unblock, slave);
            guardLift(lift);
            lift.guards += {{Kind::ConfigCovered, slave, {}, m_build.blockedPorts(), {}, {}},
                            of(Kind::ConfigAsPlanned, slave)};
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

void Sequence::finalChecks()
{
    m_build.setPhase(Phase::Finish);
    QList<Condition> answers;
    for (const Node& node : m_site.mailNodes())
        answers.append(smtpAnswers(node.name));
    if (!answers.isEmpty())
        m_build.add(StepKind::VerifyMailFlow, {}, u"after"_s).expects = answers;
    const QList<int> fresh = m_facts.portsNewInTarget();
    if (m_dataSync && !fresh.isEmpty()) {
        QStringList numbers;
        for (const int port : fresh)
            numbers.append(QString::number(port));
        m_build.confirm(
            u"new-ports"_s, Text::tr("New sync ports let through"),
            Text::tr(
                "%1 uses sync ports that %2 did not know. Where a firewall of the site does not let them "
                "through, that data never syncs.")
                .arg(m_site.targetVersion.display())
                .arg(m_site.sourceVersion.display()),
            Text::tr("Do the site's own firewalls let the new sync ports %1 through between the servers?")
                .arg(Text::list(numbers)));
    }
    Step& state = m_build.confirm(
        u"final-state"_s, Text::tr("Final state"), Text::tr("The work ends with nothing left over from it."),
        Text::tr("Do the admin screens of all nodes show the version %1 and no error?")
            .arg(m_site.targetVersion.display()));
    state.guards = everywhere(Kind::ServiceRunning, m_order);
    if (blocksPorts())
        state.expects += everywhere(Kind::BlockAbsent, m_order);
    state.expects.append(sameVersion());
}

} // namespace

Procedure draftProcedure(const SiteFacts& facts, ProcedureKind kind)
{
    return Sequence(facts, kind).write();
}

Result<Procedure> planProcedure(const SiteFacts& facts, ProcedureKind kind)
{
    const CheckReport checks = preflightChecks(facts, kind);
    if (!checks.allowed(kind)) {
        return Error{u"procedure-refused"_s,
                     Text::tr("The procedure \"%1\" is refused for this site.").arg(procedureText(kind)),
                     Text::tr("No plan was made, and nothing was changed."),
                     Text::tr("Settle what stands below, or choose another procedure."),
                     checks.blockersOf(kind)};
    }
    Procedure procedure = draftProcedure(facts, kind);
    const QList<Finding> broken = judgeSafety(facts, procedure);
    if (!broken.isEmpty()) {
        return Error{
            u"plan-breaks-rule"_s, Text::tr("The plan that was made would break a safety rule."),
            Text::tr("It is not handed out, and nothing was changed."),
            Text::tr("This is a fault of the program: report it with the site file (it holds no secrets)."),
            broken};
    }
    return procedure;
}

} // namespace ruw
