#include "PlanSamples.h"

#include "core/plan/SafetyRules.h"
#include "core/plan/TimeChart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::idsOf;
using samples::indexOf;
using samples::SiteShape;
using samples::withDataSync;

/// What every plan holds to, and how the steps of one hang together: their order, their commands, their times.
class TestPlanner : public QObject {
    Q_OBJECT
private slots:
    void everyPlanObeysEverySafetyRule_data()
    {
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<int>("os");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("procedure");
        const std::pair<QString, QString> borders[] = {{u"4.82R01"_s, u"5.00R01"_s},
                                                       {u"5.20R01"_s, u"5.31R01"_s},
                                                       {u"5.31R01"_s, u"5.50R01"_s},
                                                       {u"5.20R01"_s, u"5.60R01"_s}};
        for (const int slaves : {1, 2, 3, 15}) {
            for (const char* dataSync : {"ON", "OFF", ""}) {
                for (const int os : {0, 1, 2}) {
                    for (const auto& [source, target] : borders) {
                        for (const ProcedureKind kind : allProcedures()) {
                            const bool on = QByteArrayView(dataSync) != "OFF";
                            if (kind == ProcedureKind::DisableSettingsSync && on)
                                continue;
                            QTest::addRow("1+%d %s os%d %s %s", slaves, dataSync, os, qPrintable(target),
                                          qPrintable(procedureCode(kind)))
                                << slaves << QByteArray(dataSync) << os << source << target
                                << procedureCode(kind);
                        }
                    }
                }
            }
        }
    }
    void everyPlanObeysEverySafetyRule()
    {
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(int, os);
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QString, procedure);
        SiteShape shape;
        shape.slaves = slaves;
        shape.dataSync = dataSync;
        shape.os = os == 1 ? Os::Windows : Os::Linux;
        shape.mixed = os == 2;
        shape.source = source;
        shape.target = target;
        const SiteFacts facts = samples::facts(shape);
        const Procedure plan = draftProcedure(facts, *procedureFromCode(procedure));
        const QList<Finding> broken = judgeSafety(facts, plan);
        for (const Finding& finding : broken)
            qInfo() << finding.id << finding.path << finding.message.render(Language::English);
        QVERIFY(broken.isEmpty());
        QSet<QString> ids;
        for (const Step& step : plan.steps) {
            QVERIFY2(!ids.contains(step.id), qPrintable(step.id));
            ids.insert(step.id);
            QVERIFY2(!step.title.isEmpty() && !step.why.isEmpty() && !step.expects.isEmpty(),
                     qPrintable(step.id));
            QVERIFY2(!step.action.instruction.isEmpty(), qPrintable(step.id));
            QVERIFY2(step.onlyIf.isEmpty() || ids.contains(step.onlyIf), qPrintable(step.id));
            QVERIFY2(step.thenBackTo.isEmpty() || ids.contains(step.thenBackTo), qPrintable(step.id));
            // A rule that a step names stands in the appendix.
            for (const QString& named : step.requiredBy) {
                const auto isIt = [&named](const SafetyRule& rule) { return rule.id == named; };
                QVERIFY2(std::any_of(safetyRules().begin(), safetyRules().end(), isIt) ||
                             std::any_of(faqRules().begin(), faqRules().end(), isIt),
                         qPrintable(step.id + u": "_s + named));
            }
        }
        QCOMPARE(idsOf(plan, StepKind::RunInstaller).size(), slaves + 1);
    }

    /// The block of another slave still stands when the first one's sync is looked at.
    void theSyncOfASlaveIsTriedWithTheMasterAlone()
    {
        const SiteFacts facts = samples::facts();
        const Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        const QString command = plan.steps[indexOf(plan, StepKind::VerifySync, u"mf2"_s)].action.command;
        QVERIFY(command.contains(facts.node(u"mf1"_s)->node.address));
        QVERIFY(!command.contains(facts.node(u"mf3"_s)->node.address));
    }
    void everyLookAtSmtpCarriesItsCommand()
    {
        const SiteFacts facts = samples::facts();
        const Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        for (const Step& step : plan.steps) {
            const bool drains = step.kind == StepKind::DrainNode;
            if (step.kind != StepKind::VerifyMailFlow && !drains)
                continue;
            for (const Node& node : facts.site.mailNodes()) {
                if (drains)
                    QCOMPARE(step.checkCommand.contains(node.address), step.node != node.name);
                else if (step.node.isEmpty() || step.node == node.name)
                    QVERIFY2(step.checkCommand.contains(node.address), qPrintable(step.id));
            }
        }
    }

    void whoeverLiftsABlockByHandCanSeeThatItIsGone()
    {
        const SiteFacts facts = samples::facts();
        const Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        for (const Node& node : facts.site.nodes) {
            const Step& block = plan.steps[indexOf(plan, StepKind::Block, node.name)];
            const Step& lift = plan.steps[indexOf(plan, StepKind::Unblock, node.name)];
            QVERIFY(!lift.checkCommand.isEmpty());
            QCOMPARE(lift.checkCommand, block.checkCommand); // it tells both ways
        }
    }
    /// After the last slave no node waits any more.
    void onlyADrainBeforeAnotherLiftingSaysThatTheNextNodeWaits()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::BlockSyncPorts);
        const auto why = [&](const QString& node) { return plan.first(StepKind::WatchQueue, node)->why.render(Language::English); };
        QVERIFY(why(u"mf2"_s).contains(u"The next node waits"_s));
        QVERIFY(!why(u"mf3"_s).contains(u"The next node waits"_s));
    }

    void theConfigIsReadAgainAfterEachInstallerAndBeforeTheServiceStarts()
    {
        for (const ProcedureKind kind :
             {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts, ProcedureKind::BlockPeerTraffic}) {
            const Procedure plan = draftProcedure(samples::facts(), kind);
            for (const QString& node : idsOf(plan, StepKind::RunInstaller)) {
                const int reread = indexOf(plan, StepKind::RereadConfig, node);
                QVERIFY(reread > indexOf(plan, StepKind::RunInstaller, node));
                QVERIFY(reread < indexOf(plan, StepKind::StartService, node));
            }
        }
    }
    void theFirstInstallerRunIsThePointOfNoReturnAndTheOnlyOne()
    {
        for (const ProcedureKind kind : allProcedures()) {
            const Procedure plan = draftProcedure(samples::facts(withDataSync("OFF")), kind);
            QCOMPARE(plan.pointOfNoReturn(), indexOf(plan, StepKind::RunInstaller));
            QCOMPARE(std::count_if(plan.steps.begin(), plan.steps.end(),
                                   [](const Step& s) { return s.pointOfNoReturn; }),
                     1);
        }
    }
    void newPortsAreNamedForTheSitesOwnFirewalls()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::BlockSyncPorts);
        const Step* step = plan.step(u"confirm-new-ports"_s);
        QVERIFY(step);
        QVERIFY(step->action.instruction.render(Language::English).contains(u"14046, 14047"_s));
    }
    void aNodeThatTakesNoMailIsNotDrained()
    {
        SiteShape shape;
        shape.slaves = 3;
        shape.mailNodes = 2;
        const Procedure plan = draftProcedure(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        const QStringList drained = idsOf(plan, StepKind::DrainNode);
        QVERIFY(drained.contains(u"mf2"_s) && drained.contains(u"mf1"_s));
        QVERIFY(!drained.contains(u"mf3"_s) && !drained.contains(u"mf4"_s));
    }
    void withOneMailNodeMailCannotBeKeptFlowing()
    {
        SiteShape shape;
        shape.mailNodes = 1;
        const SiteFacts facts = samples::facts(shape);
        QVERIFY(!planProcedure(facts, ProcedureKind::BlockSyncPorts).ok());
        QVERIFY(planProcedure(facts, ProcedureKind::StopMailFlow).ok());
    }
    void whatTheSiteDoesNotGiveIsNeverInvented()
    {
        SiteShape shape;
        shape.commands = false;
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts}) {
            for (const Step& step : draftProcedure(samples::facts(shape), kind).steps) {
                const bool ours = step.kind == StepKind::Block || step.kind == StepKind::ExtendBlock ||
                                  step.kind == StepKind::Unblock || step.kind == StepKind::VerifyBlock ||
                                  step.kind == StepKind::VerifySync ||
                                  step.kind == StepKind::RecordBaseline ||
                                  step.kind == StepKind::BackupConfig || step.kind == StepKind::RereadConfig;
                QVERIFY2(ours || step.action.command.isEmpty(), qPrintable(step.id));
            }
        }
    }
    void stepsOfNodesBySshAreCommandsAndOfOthersAreDoneByHand()
    {
        SiteShape shape;
        shape.access = AccessKind::Ssh;
        shape.mixed = true;
        const Procedure plan = draftProcedure(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        QCOMPARE(plan.step(u"stop-service-mf1"_s)->action.type, Action::Type::Command);
        QVERIFY(!plan.step(u"stop-service-mf1"_s)->byWord);
        QCOMPARE(plan.step(u"verify-version-mf1"_s)->action.type, Action::Type::Observe);
        QCOMPARE(plan.step(u"stop-service-mf2"_s)->action.type, Action::Type::Manual);
        QVERIFY(plan.step(u"stop-service-mf2"_s)->byWord);
        QVERIFY(plan.step(u"block-mf2"_s)->action.command.contains(u"New-NetFirewallRule"_s));
        QVERIFY(plan.step(u"block-mf1"_s)->action.command.contains(u"table inet replica_upgrade"_s));
        QVERIFY(plan.step(u"block-mf1"_s)->action.command.contains(plan.runId));
    }
    void aHostWithIptablesAloneGetsItsOwnChain()
    {
        SiteFacts facts = samples::facts();
        facts.nodes[1].survey.firewall.value = QStringList{u"iptables"_s};
        const Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        QVERIFY(plan.step(u"block-mf2"_s)->action.command.contains(u"iptables-restore"_s));
        QVERIFY(!plan.step(u"block-mf1"_s)->action.command.contains(u"iptables-restore"_s));
    }
    void hostileNamesAndPathsStayOneWord()
    {
        SiteShape shape;
        Site site = samples::site(shape);
        site.nodes[0].name = u"mf 1'; rm -rf /"_s;
        site.nodes[0].installDir = u"/opt/it's $(here)\n-x"_s;
        const Procedure plan = draftProcedure(SiteFacts::from(site, {}), ProcedureKind::StopMailFlow);
        const Step* backup = plan.step(u"backup-config-node1"_s);
        QVERIFY(backup);
        QVERIFY(backup->action.command.contains(u"'/opt/it'\\''s $(here)\n-x/conf/mf_replica.def'"_s));
    }
    void theFingerprintCoversTheStableFacts()
    {
        const SiteFacts facts = samples::facts();
        const QString one = draftProcedure(facts, ProcedureKind::BlockSyncPorts).fingerprint();
        QCOMPARE(draftProcedure(facts, ProcedureKind::BlockSyncPorts).fingerprint(), one);
        SiteFacts other = facts;
        other.site.nodes[1].address = u"10.77.0.99"_s;
        other = SiteFacts::from(other.site, facts.survey);
        QVERIFY(draftProcedure(other, ProcedureKind::BlockSyncPorts).fingerprint() != one);
        QVERIFY(draftProcedure(facts, ProcedureKind::StopMailFlow).fingerprint() != one);
    }
    void theTimeChartAddsUp()
    {
        const SiteFacts facts = samples::facts();
        const Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        const TimeChart chart = TimeChart::from(plan, facts.site);
        QCOMPARE(chart.entries.size(), plan.steps.size());
        QCOMPARE(chart.totalMinutes, chart.entries.last().startMinute + chart.entries.last().minutes);
        QVERIFY(chart.blockStandsMinutes > 3 * 20 && chart.blockStandsMinutes < chart.totalMinutes);
        QCOMPARE(*chart.startOf(plan.steps.first().id), *facts.site.schedule.start);
        QCOMPARE(*chart.slackMinutes(facts.site), 24 * 60 - chart.totalMinutes);
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
