#include "RehearsalSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

QStringList brokenRules(const RehearsalResult& result)
{
    QStringList rules;
    for (const Violation& violation : result.violations) {
        if (!rules.contains(violation.rule))
            rules.append(violation.rule);
    }
    return rules;
}

void dropGuards(Procedure& procedure, StepKind kind)
{
    for (Step& step : procedure.steps) {
        if (step.kind == kind)
            step.guards.clear();
    }
}

void moveBefore(Procedure& procedure, const QString& id, const QString& before)
{
    const auto at = [&](const QString& wanted) {
        qsizetype i = 0;
        while (i < procedure.steps.size() && procedure.steps[i].id != wanted)
            ++i;
        return i;
    };
    const Step step = procedure.steps.takeAt(at(id));
    procedure.steps.insert(at(before), step);
}

void drop(Procedure& procedure, const QString& id)
{
    procedure.steps.removeIf([&](const Step& step) { return step.id == id; });
}

} // namespace

/// What a rehearsal is played on: a site that begins as the survey found it, its mail, and the watch that finds a broken rule.
class TestSimulatedSite : public QObject {
    Q_OBJECT
private slots:
    void aTextThatStandsInNoStepDoesNothingAndIsReported()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const SimulatedCommands commands(rehearsal->facts(), rehearsal->procedure());
        SimulatedSite site(rehearsal->facts(), rehearsal->procedure(), commands, 1, {});
        const Node& node = rehearsal->facts().site.nodes.first();
        NodeCommand command;
        command.script = "svc stop # and more";
        const auto outcome = (*site.node(node, rehearsal->facts().site))->run(command, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->status, 127);
        QVERIFY(site.nodes().first().running);
        QCOMPARE(site.watch().violations().size(), 1);
    }
    void aChangeThatTheJournalDoesNotAnnounceIsFound()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const SimulatedCommands commands(rehearsal->facts(), rehearsal->procedure());
        SimulatedSite site(rehearsal->facts(), rehearsal->procedure(), commands, 1, {});
        const QByteArray journal = "{\"kind\":\"step-confirmed\",\"step\":\"stop-service-mf1\"}\n";
        site.watchJournal(&journal);
        site.confirmed(u"stop-service-mf1"_s);
        NodeCommand command;
        command.script = "svc stop";
        const Node& node = rehearsal->facts().site.nodes.first();
        QVERIFY((*site.node(node, rehearsal->facts().site))->run(command, {}));
        QCOMPARE(site.watch().violations().first().rule, u"S6"_s);
    }
    void aSimulatedSiteBeginsAsTheSurveyFoundIt()
    {
        SiteFacts facts = samples::rehearsalFacts({});
        SurveyReport survey = facts.survey;
        survey.nodes[0].bootStart = {BootStart::Off, FactSource::Detected, {}, std::nullopt};
        survey.nodes[1].serviceState = {ServiceState::Stopped, FactSource::Detected, {}, std::nullopt};
        survey.nodes[1].clockSkewSeconds = {-120, FactSource::Detected, {}, std::nullopt};
        survey.nodes[1].queueFiles = {25, FactSource::Detected, {}, std::nullopt};
        survey.nodes[2].queueBytes = {1'000'000, FactSource::Detected, {}, std::nullopt};
        survey.nodes[2].freeDiskBytes = {5'000'000, FactSource::Detected, {}, std::nullopt};
        survey.links = {{u"mf3"_s, u"mf1"_s, IpFamily::Ipv4, 14042, PortState::Filtered},
                        {u"mf3"_s, u"mf1"_s, IpFamily::Ipv4, 14043, PortState::Filtered},
                        {u"mf3"_s, u"mf1"_s, IpFamily::Ipv6, 14043, PortState::Open}};
        facts = SiteFacts::from(facts.site, survey);
        const Procedure procedure = draftProcedure(facts, ProcedureKind::StopMailFlow);
        const SimulatedCommands commands(facts, procedure);
        SimulatedSite site(facts, procedure, commands, 1, {});
        const QList<SimulatedNode>& nodes = site.nodes();
        QVERIFY(!nodes[0].bootStart && nodes[1].bootStart);
        QVERIFY(nodes[0].running && !nodes[1].running);
        QCOMPARE(nodes[1].clockOffsetMs, -120'000);
        QCOMPARE(site.mail().queueFiles(1), 25);
        QCOMPARE(site.mail().queueFiles(2), 10); // of 100 KiB each
        QCOMPARE(site.mail().accepted(), 35);
        QVERIFY(site.leftOver().isEmpty()); // it was so before the work
        QVERIFY(nodes[0].isSilentTo(u"mf3"_s, 14042));
        QVERIFY(!nodes[0].isSilentTo(u"mf3"_s, 14043));
        QVERIFY(!nodes[0].isSilentTo(u"mf2"_s, 14042));
        // mf2's service is stopped: its mail waits; mf3's goes to the archive.
        site.wait(std::chrono::minutes(1), {});
        QCOMPARE(site.mail().queueFiles(1), 25);
        QCOMPARE(site.mail().queueFiles(2), 0);
        QCOMPARE(site.mail().lost(), 0);
    }
    /// A cut takes no mail and doubles none, but where the product gets it wrong.
    void aTransferThatIsCutIsSentOnceMore_data()
    {
        QTest::addColumn<bool>("twice");
        QTest::addColumn<bool>("drops");
        QTest::addColumn<int>("archived");
        QTest::addColumn<int>("doubled");
        QTest::addColumn<int>("lost");
        QTest::newRow("sound") << false << false << 3 << 0 << 0;
        QTest::newRow("the archive does not know it again") << true << false << 3 << 1 << 0;
        QTest::newRow("the queue is dropped") << false << true << 2 << 0 << 1;
    }
    void aTransferThatIsCutIsSentOnceMore()
    {
        QFETCH(bool, twice);
        QFETCH(bool, drops);
        MailTraffic mail(2, 0, 100, 0, 1);
        mail.make({twice, drops});
        mail.standsAtFirst(1, 3, 0);
        mail.push(1, 40, MailTraffic::Fate::Archived); // two of the three
        QCOMPARE(mail.queueFiles(1), 1);
        mail.cutOff(1);
        QCOMPARE(mail.queueFiles(1), 2); // the second one is archived and in the queue
        QCOMPARE(mail.archived(), 2);
        QCOMPARE(mail.pending(), 1);
        QCOMPARE(mail.lost(), 0);
        mail.started(1);
        mail.push(1, 1000, MailTraffic::Fate::Archived);
        QCOMPARE(mail.queueFiles(1), 0);
        QTEST(int(mail.archived()), "archived");
        QTEST(int(mail.doubled()), "doubled");
        QTEST(int(mail.lost()), "lost");
    }
    /// A checker that can't fail is no checker: plans with mistakes, as no planner hands them out.
    void aPlantedMistakeIsFound_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("mistake");
        QTest::addColumn<QString>("faults");
        int number = 0;
        const auto row = [&](const char* name, const char* rule, ProcedureKind kind,
                             const char* faults = "") {
            QTest::newRow(name) << QString::fromLatin1(rule) << int(kind) << number++
                                << QString::fromLatin1(faults);
        };
        row("the blocks are lifted before the master's installer", "S1", ProcedureKind::BlockSyncPorts);
        row("one block is lifted too early", "S8", ProcedureKind::BlockSyncPorts);
        row("a service is not stopped before the installers", "S3", ProcedureKind::StopMailFlow);
        row("the second mail node is stopped before the first is back", "S4", ProcedureKind::BlockSyncPorts);
        row("the master starts first", "S5", ProcedureKind::StopMailFlow);
        row("start at boot is not switched on again", "S7", ProcedureKind::StopMailFlow);
        row("the version is not read", "S9", ProcedureKind::StopMailFlow, "installer-lies@run-installer-mf2");
    }
    void aPlantedMistakeIsFound()
    {
        QFETCH(QString, rule);
        QFETCH(int, kind);
        QFETCH(int, mistake);
        QFETCH(QString, faults);
        samples::SiteShape shape;
        shape.slaves = 1;
        const SiteFacts facts = samples::rehearsalFacts(shape);
        Procedure procedure = draftProcedure(facts, ProcedureKind(kind));
        for (const StepKind each :
             {StepKind::RunInstaller, StepKind::StartService, StepKind::Unblock, StepKind::StopService,
              StepKind::BootStartOff, StepKind::DrainNode, StepKind::BootStartOn})
            dropGuards(procedure, each);
        switch (mistake) {
        case 0:
            // Without ledger entries the run does not know that anything should stand.
            for (Step& step : procedure.steps)
                step.opensLedger.clear();
            moveBefore(procedure, u"unblock-mf1"_s, u"verify-mail-flow-mf2"_s);
            moveBefore(procedure, u"unblock-mf2"_s, u"verify-mail-flow-mf2"_s);
            break;
        case 1:
            moveBefore(procedure, u"unblock-mf1"_s, u"run-installer-mf1"_s);
            break;
        case 2:
            drop(procedure, u"stop-service-mf1"_s);
            break;
        case 3:
            for (Step& step : procedure.steps)
                step.opensLedger.clear();
            moveBefore(procedure, u"stop-service-mf1"_s, u"start-service-mf2"_s);
            break;
        case 4:
            moveBefore(procedure, u"start-service-mf1"_s, u"start-service-mf2"_s);
            break;
        case 5:
            drop(procedure, u"boot-start-on-mf2"_s);
            for (Step& step : procedure.steps) {
                if (step.kind == StepKind::BootStartOff)
                    step.opensLedger.clear();
            }
            break;
        case 6:
            for (Step& step : procedure.steps)
                step.expects.removeIf([](const Condition& condition) {
                    return condition.kind == ConditionKind::VersionIs ||
                           condition.kind == ConditionKind::SameVersionEverywhere;
                });
            break;
        default:
            QFAIL("no such mistake");
        }
        Rehearsal::Manner manner;
        manner.faults = FaultPlan::parse(faults).value();
        const RehearsalResult result = Rehearsal(facts, procedure).play(manner);
        QVERIFY2(brokenRules(result).contains(rule), qPrintable(samples::seen(result)));
        QCOMPARE(Rehearsal(facts, planProcedure(facts, ProcedureKind(kind)).value())
                     .play(manner)
                     .violations.size(),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedSite)
#include "tst_simulatedsite.moc"
