#include "PlanSamples.h"

#include "core/plan/SafetyRules.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::idsOf;
using samples::indexOf;
using samples::lastIndexOf;
using samples::SiteShape;
using samples::withDataSync;

/// FAQ 2578 in a plan, rule by rule (the numbers are those of product-facts), and which step names which rule.
class TestPlannedRules : public QObject {
    Q_OBJECT
private slots:
    void faq2578Rule1NoTwoVersionsSync()
    {
        const SiteFacts facts = samples::facts();
        Procedure plan = draftProcedure(facts, ProcedureKind::BlockSyncPorts);
        QVERIFY(judgeSafety(facts, plan).isEmpty());
        plan.steps.removeAt(indexOf(plan, StepKind::Block, u"mf1"_s));
        plan.steps.removeAt(indexOf(plan, StepKind::Block, u"mf2"_s));
        const QList<Finding> broken = judgeSafety(facts, plan);
        QVERIFY(
            std::any_of(broken.begin(), broken.end(), [](const Finding& f) { return f.id == u"rule-S1"_s; }));
    }
    void faq2578Rule2MailFlowStopsBeforeTheServicesDo()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::StopMailFlow);
        QVERIFY(indexOf(plan, StepKind::StopMailFlow) >= 0);
        QVERIFY(indexOf(plan, StepKind::StopMailFlow) < indexOf(plan, StepKind::StopService));
        QVERIFY(lastIndexOf(plan, StepKind::StopService) < indexOf(plan, StepKind::RunInstaller));
    }
    void faq2578Rule2AServiceThatTheInstallerStartedIsStoppedBeforeTheNextNode()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::StopMailFlow);
        const QStringList order = idsOf(plan, StepKind::RunInstaller);
        for (int i = 0; i < order.size(); ++i) {
            const int install = indexOf(plan, StepKind::RunInstaller, order[i]);
            const int stop = indexOf(plan, StepKind::StopAutostartedService, order[i]);
            QCOMPARE(stop, install + 1);
        }
    }
    void faq2578Rule2SlavesStartFirstAndTheMasterLast()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::StopMailFlow);
        QCOMPARE(idsOf(plan, StepKind::StartService), QStringList({u"mf2"_s, u"mf3"_s, u"mf1"_s}));
        QVERIFY(indexOf(plan, StepKind::StartService) > lastIndexOf(plan, StepKind::RunInstaller));
    }
    void faq2578Rule2TheRestartFlagOfEverySlaveIsLookedAtAfterTheStart()
    {
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts}) {
            const Procedure plan = draftProcedure(samples::facts(), kind);
            QCOMPARE(idsOf(plan, StepKind::CheckRestartFlag), QStringList({u"mf2"_s, u"mf3"_s}));
            for (const QString& slave : {u"mf2"_s, u"mf3"_s}) {
                const int check = indexOf(plan, StepKind::CheckRestartFlag, slave);
                const int restart = indexOf(plan, StepKind::RestartService, slave);
                QVERIFY(check > lastIndexOf(plan, StepKind::StartService));
                QVERIFY(restart > check);
                QCOMPARE(plan.steps[restart].onlyIf, plan.steps[check].id);
            }
        }
    }
    void faq2578Rule3WithDataSyncOffSettingsSyncMayBeDisabledByFaq4105()
    {
        SiteShape shape = withDataSync("OFF");
        shape.commands = false;
        const SiteFacts facts = samples::facts(shape);
        const Procedure plan = draftProcedure(facts, ProcedureKind::DisableSettingsSync);
        QCOMPARE(idsOf(plan, StepKind::EnableSettingsSync), QStringList({u"mf2"_s, u"mf3"_s, u"mf1"_s}));
        const Step& step = plan.steps[indexOf(plan, StepKind::DisableSettingsSync)];
        QVERIFY(step.action.command.isEmpty());
        QVERIFY(step.action.instruction.render(Language::English).contains(u"4105"_s));
        QVERIFY(step.byWord);
    }
    void faq2578Rule3WithDataSyncOffTheSettingsPortAloneIsBlocked()
    {
        const Procedure plan =
            draftProcedure(samples::facts(withDataSync("OFF")), ProcedureKind::BlockSyncPorts);
        QCOMPARE(plan.blockedPorts, QList<int>({14083}));
    }
    void faq2578Rule4WithDataSyncOnSettingsSyncIsNeverDisabled_data()
    {
        QTest::addColumn<QByteArray>("dataSync");
        QTest::newRow("ON") << QByteArray("ON");
        QTest::newRow("absent counts as ON") << QByteArray();
        QTest::newRow("unreadable counts as ON") << QByteArray("maybe");
    }
    void faq2578Rule4WithDataSyncOnSettingsSyncIsNeverDisabled()
    {
        QFETCH(QByteArray, dataSync);
        const SiteFacts facts = samples::facts(withDataSync(dataSync));
        const Result<Procedure> plan = planProcedure(facts, ProcedureKind::DisableSettingsSync);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, u"procedure-refused"_s);
        const QList<Finding> broken =
            judgeSafety(facts, draftProcedure(facts, ProcedureKind::DisableSettingsSync));
        QVERIFY(
            std::any_of(broken.begin(), broken.end(), [](const Finding& f) { return f.id == u"rule-S2"_s; }));
    }
    void faq2578Rule4WithDataSyncOnAllPortsOfBothVersionsAreBlocked_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QList<int>>("ports");
        QTest::newRow("to 5.30") << u"5.20R01"_s << u"5.30R01"_s
                                 << QList<int>{14042, 14043, 14044, 14045, 14083};
        QTest::newRow("to 5.31") << u"5.20R01"_s << u"5.31R01"_s
                                 << QList<int>{14042, 14043, 14044, 14045, 14046, 14083};
        QTest::newRow("to 5.60") << u"5.20R01"_s << u"5.60R01"_s
                                 << QList<int>{14042, 14043, 14044, 14045, 14046, 14047, 14083};
    }
    void faq2578Rule4WithDataSyncOnAllPortsOfBothVersionsAreBlocked()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QList<int>, ports);
        SiteShape shape;
        shape.source = source;
        shape.target = target;
        const Procedure plan = draftProcedure(samples::facts(shape), ProcedureKind::BlockSyncPorts);
        QCOMPARE(plan.blockedPorts, ports);
        for (const Step& step : plan.steps) {
            if (step.kind == StepKind::Block)
                QCOMPARE(step.ports, ports);
        }
    }
    void faq2578Rule5TheQueuesAreWatchedWhileTheBlockStands()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::BlockSyncPorts);
        const int watch = indexOf(plan, StepKind::WatchQueue);
        QVERIFY(watch > indexOf(plan, StepKind::RunInstaller) && watch < indexOf(plan, StepKind::Unblock));
        const Procedure off =
            draftProcedure(samples::facts(withDataSync("OFF")), ProcedureKind::BlockSyncPorts);
        QCOMPARE(indexOf(off, StepKind::WatchQueue), -1);
    }
    void faq2578Rule6TheBlockIsLiftedMasterFirstThenSlaveBySlaveEachDrained()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::BlockSyncPorts);
        QCOMPARE(idsOf(plan, StepKind::Unblock), QStringList({u"mf1"_s, u"mf2"_s, u"mf3"_s}));
        QVERIFY(indexOf(plan, StepKind::Unblock) > lastIndexOf(plan, StepKind::RunInstaller));
        const int second = indexOf(plan, StepKind::Unblock, u"mf2"_s);
        const int drained = indexOf(plan, StepKind::WatchQueue, u"mf2"_s, second);
        QVERIFY(drained > second && drained < indexOf(plan, StepKind::Unblock, u"mf3"_s));
    }
    void aStepNamesOnlyRulesThatSpeakOfItsProcedure()
    {
        for (const QByteArray& dataSync : {"ON"_ba, "OFF"_ba}) {
            const Procedure flows = draftProcedure(samples::facts(withDataSync(dataSync)), ProcedureKind::BlockSyncPorts);
            const QString ofBlock = dataSync == "ON" ? u"FAQ2578-4"_s : u"FAQ2578-3"_s;
            for (const Step& step : flows.steps) {
                QVERIFY2(!step.requiredBy.contains(u"S3"_s), qPrintable(step.id)); // of stopped mail flow
                if (step.kind == StepKind::Block || step.kind == StepKind::Unblock)
                    QVERIFY2(step.requiredBy.contains(ofBlock), qPrintable(step.id));
            }
        }
        const Procedure stops = draftProcedure(samples::facts(), ProcedureKind::StopMailFlow);
        QVERIFY(stops.steps[indexOf(stops, StepKind::StopAutostartedService)].requiredBy.contains(u"S3"_s));
    }
    /// One machine at a time, and an installer that starts the service: what the FAQ says of it is heeded in every procedure.
    void anInstallerNamesTheRuleThatSpeaksOfInstallers()
    {
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts}) {
            const Procedure plan = draftProcedure(samples::facts(), kind);
            const Step& install = plan.steps[indexOf(plan, StepKind::RunInstaller)];
            QCOMPARE(install.requiredBy.count(u"FAQ2578-2"_s), 1);
            QVERIFY(!install.requiredBy.contains(u"FAQ2578-1"_s));
        }
    }
    void aBlockNamesTheRuleOnDifferentVersions()
    {
        const Procedure plan = draftProcedure(samples::facts(), ProcedureKind::BlockSyncPorts);
        QVERIFY(plan.steps[indexOf(plan, StepKind::Block)].requiredBy.contains(u"FAQ2578-1"_s));
    }
};

QTEST_GUILESS_MAIN(TestPlannedRules)
#include "tst_plannedrules.moc"
