#include "core/plan/sequence/Sequence.h"

#include "core/plan/EarlierBlock.h"

using namespace Qt::StringLiterals;

namespace ruw {

void Sequence::prepare()
{
    m_build.setPhase(Phase::Prepare);
    Text notes =
        Text::tr(
            "Have the vendor's release notes from %1 to %2 been read, and do they allow this procedure?")
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
        u"settings-saved"_s, Text::tr("Means of going back are ready"),
        blocksTraffic() // which no machine knows of
            ? Text::tr("So that there is something to go back to. A snapshot, once brought back, takes away the mail that the node "
                       "has saved or queued since.")
            : Text::tr("So that there is something to go back to. A snapshot from before the isolation, once brought back, also undoes "
                       "the isolation of that node, and takes away the mail that it has saved or queued since."),
        Text::tr("Is what is needed to go back to the old version (exported settings, a snapshot, or both) there for every node, and "
                 "was it tried?"));
    m_build.confirm(
        u"rollback-way"_s, Text::tr("Way back known"),
        Text::tr("After the first installer run the only way back is the one that was settled beforehand."),
        m_site.rollback.isEmpty()
            ? Text::tr("Is it settled and known to everybody here how to go back to the old version?")
            : Text::tr("Is this way back to the old version known to everybody here and ready to be used? %1")
                  .arg(m_site.rollback));
    m_build.confirm(
        u"no-admin-changes"_s, Text::tr("No changes on the admin screens"),
        Text::tr("While sync is cut, what is changed on one node is not synced to the others."),
        Text::tr("Does everybody know that nothing is changed on the admin screens until sync is restored, except a setting that is "
                 "changed to see whether it arrives?"));
    if (m_keepsFlowing && m_dataSync) {
        m_build.confirm(
            u"users-informed"_s, Text::tr("Users of saved and held mail informed"),
            Text::tr("While sync is cut, saved and held mail on the slaves can't be viewed or handled, and "
                     "delayed mail can't be sent from there."),
            Text::tr("Have the users of saved and held mail been told that on the slaves they can't view or handle it, nor send "
                     "delayed mail, while sync is cut?"));
    }
    if (blocksTraffic()) {
        m_build
            .confirm(
                u"firewall-arranged"_s, Text::tr("Firewall and its administrator arranged"),
                Text::tr(
                    "The block is a request to whoever runs the firewall between the servers. Servers in one "
                    "segment may have none between them: then this procedure can't be used."),
                Text::tr(
                    "Does a firewall stand between all the servers, is its administrator at hand for the whole "
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
    if (!answers.isEmpty()) {
        Step& mail = m_build.add(StepKind::VerifyMailFlow, {}, u"before"_s);
        mail.why = Text::tr("So that what works before the work is known, and can be compared after it.");
        mail.expects = answers;
    }
    if (blocksPorts() || blocksTraffic()) {
        for (const QString& node : m_order) {
            Step& step = m_build.add(StepKind::RecordBaseline, node);
            step.guards = {of(Kind::ServiceRunning, node)};
            step.expects = {
                of(Kind::ServiceRunning, node),
                affirms(Text::tr("Is it recorded what each port said when asked from %1?").arg(node))};
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

} // namespace ruw
