#include "core/plan/Undo.h"
#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::shapeOf;

/// Going back to the very beginning, from every step of every procedure, and where that breaks off or was not the straight way.
class TestGoingBack : public QObject {
    Q_OBJECT

    static void addSites()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<bool>("windows");
        for (const ProcedureKind kind : allProcedures()) {
            for (const int slaves : {1, 2, 3}) {
                for (const char* sync : {"ON", "OFF"}) {
                    for (const bool windows : {false, true}) {
                        if (kind == ProcedureKind::DisableSettingsSync && QByteArray(sync) == "ON")
                            continue; // refused (S2)
                        QTest::addRow("%s 1+%d %s %s", qPrintable(procedureCode(kind)), slaves, sync,
                                      windows ? "windows" : "linux")
                            << int(kind) << slaves << QByteArray(sync) << windows;
                    }
                }
            }
        }
    }

private slots:
    void everyStepThatOpensOrClosesAnEntryHasAWayBack_data() { addSites(); }
    void everyStepThatOpensOrClosesAnEntryHasAWayBack()
    {
        QFETCH(int, kind);
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(bool, windows);
        const SiteFacts facts = samples::rehearsalFacts(shapeOf(slaves, dataSync, windows));
        const Procedure procedure = planProcedure(facts, ProcedureKind(kind)).value();
        for (const Step& step : procedure.steps) {
            const bool changes = !step.opensLedger.isEmpty() || !step.closesLedger.isEmpty();
            QVERIFY2(!changes || step.rollback, qPrintable(step.id));
            if (!changes)
                continue;
            // The way back of a way back is the step's own kind.
            const auto back = counterpartOf(step.kind);
            QVERIFY2(back && (step.closesItself() || counterpartOf(*back) == step.kind), qPrintable(step.id));
            // Of one node: what nobody but the firewall's or the relay's operator sees is his word.
            QVERIFY2(step.node.isEmpty() || !statesAfterUndo(step, facts.site).isEmpty(), qPrintable(step.id));
        }
    }
    void anUndoIsCheckedByTheCommandOfWhatDoesTheSameOnTheWayForward()
    {
        Step forward;
        forward.kind = StepKind::ReturnNode;
        forward.byWord = true;
        forward.action.command = u"done"_s;
        forward.checkCommand = u"looked at"_s;
        QCOMPARE(checkOfUndo(&forward), u"looked at"_s);
        forward.kind = StepKind::VerifyVersion; // the reading itself is the check
        QCOMPARE(checkOfUndo(&forward), u"done"_s);
        forward.byWord = false; // the program looks
        QVERIFY(checkOfUndo(&forward).isEmpty());
        QVERIFY(checkOfUndo(nullptr).isEmpty());
        QCOMPARE(lookOfUndo(&forward), u"done"_s); // on paper it stands all the same
        QVERIFY(lookOfUndo(nullptr).isEmpty());
    }
    void goingBackFromAnyStepLeavesTheSiteAsItWas_data() { addSites(); }
    void goingBackFromAnyStepLeavesTheSiteAsItWas()
    {
        QFETCH(int, kind);
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(bool, windows);
        const samples::SiteShape shape = shapeOf(slaves, dataSync, windows);
        const samples::RunnerBench straight(shape, ProcedureKind(kind));
        const bool flows = keepsMailFlowing(ProcedureKind(kind));
        bool somethingToUndo = false;
        int tried = 0, passed = 0;
        for (const Step& step : straight.procedure.steps) {
            const bool asks = step.action.type != Action::Type::Observe &&
                              (step.kind != StepKind::Confirm || step.critical);
            const bool here = asks && somethingToUndo && step.onlyIf.isEmpty();
            somethingToUndo = somethingToUndo || !step.opensLedger.isEmpty();
            if (!here || ++passed % slaves != 0) // of a larger site every second, or third, will do
                continue;
            samples::RunnerBench bench(shape, ProcedureKind(kind), u"operator-goes-back@"_s + step.id);
            QStringList stoppedWithMail;
            bench.access.afterCommand =
                [&](const QString& node, const QByteArray& script,
                    const Result<CommandOutcome>&) -> std::optional<Result<CommandOutcome>> {
                for (const SimulatedNode& each : bench.site.nodes()) {
                    if (flows && each.name == node && script == "svc stop" && each.takesMail && !each.drained)
                        stoppedWithMail.append(node); // S4, while going back as well
                }
                return std::nullopt;
            };
            const Result<RunEnd> end = bench.go();
            const QByteArray seen =
                (QStringList{step.id, bench.kinds({}).last()} + bench.site.leftOver() + stoppedWithMail)
                    .join(u' ')
                    .toUtf8();
            QVERIFY2(end && *end == RunEnd::RolledBack, seen.constData());
            QVERIFY2(bench.run->state().ledger().empty(), seen.constData());
            QVERIFY2(bench.site.leftOver().isEmpty(), seen.constData());
            QVERIFY2(bench.site.watch().violations().isEmpty(), seen.constData());
            QVERIFY2(stoppedWithMail.isEmpty(), seen.constData());
            for (const SimulatedNode& node : bench.site.nodes())
                QCOMPARE(node.version, bench.facts.site.sourceVersion.toString());
            ++tried;
        }
        QVERIFY(tried > 5);
    }
    /// The program ends while something is being undone: whoever goes on looks first how that stands.
    void anUndoThatBrokeOffIsLookedAtBeforeAnythingElse_data()
    {
        QTest::addColumn<bool>("tookEffect");
        QTest::addColumn<bool>("windows"); ///< by word
        for (const bool windows : {false, true}) {
            const char* where = windows ? "by word" : "by ssh";
            QTest::addRow("it took effect, %s", where) << true << windows;
            QTest::addRow("it did not, %s", where) << false << windows;
        }
    }
    void anUndoThatBrokeOffIsLookedAtBeforeAnythingElse()
    {
        QFETCH(bool, tookEffect);
        QFETCH(bool, windows);
        const QString undone = u"block-mf1"_s; // the last of the blocks, undone first
        samples::RunnerBench bench(shapeOf(2, "ON", windows), ProcedureKind::BlockSyncPorts,
                                   u"operator-goes-back@drain-node-mf2"_s);
        std::stop_source stop;
        const auto breaksOff = [&](bool here) { return here && !stop.stop_requested() && stop.request_stop(); };
        bench.gate.onUndoing = [&](const Step& step) { return !breaksOff(step.id == undone) || tookEffect; };
        const QByteArray lift = bench.procedure.step(undone)->rollback->command.toUtf8();
        bench.access.insteadOfCommand = [&](const QString& node, const QByteArray& script) {
            const bool nothing = breaksOff(node == "mf1"_L1 && script == lift) && !tookEffect;
            CommandOutcome cut;
            cut.end = CommandOutcome::End::ConnectionLost;
            return nothing ? std::optional(Result(cut)) : std::nullopt;
        };
        bench.access.cutOff = [&](const QString&) { return stop.stop_requested(); };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        QCOMPARE(bench.kinds(undone).filter(u"undo-"_s).first(), u"undo-started"_s);
        const ChangeLedger::Entry* entry = bench.run->state().ledger().entry(u"block:mf1"_s);
        QVERIFY(entry && !entry->certain); // it may stand, and it may not
        QVERIFY(bench.run->state().undoUnderWay());

        bench.access.cutOff = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done); // he goes on with the work after all
        QVERIFY(bench.gate.troubles.isEmpty());
        QCOMPARE(bench.kinds(undone).contains(u"step-rolled-back"_s), tookEffect);
        QCOMPARE(bench.kinds(undone).contains(u"undo-not-done"_s), !tookEffect);
        QCOMPARE(bench.kinds(undone).count(u"step-started"_s), tookEffect ? 2 : 1);
        QVERIFY(bench.site.watch().violations().isEmpty());
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void goingBackAfterTheSyncWasDisabledAgainIsNotStuck()
    {
        samples::SiteShape shape;
        shape.dataSync = "OFF";
        samples::RunnerBench bench(
            shape, ProcedureKind::DisableSettingsSync,
            u"installer-enables-sync@run-installer-mf2,operator-goes-back@start-service-mf2"_s);
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QVERIFY(bench.kinds(u"disable-settings-sync-mf2-again"_s).contains(u"step-verified"_s));
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void goingBackAfterRestartsThatWereAskedForTwice()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts,
                                   u"restart-asked-twice@check-restart-flag-mf2,"
                                   "restart-asked@check-restart-flag-mf3,"
                                   "operator-goes-back@drain-node-mf3-for-restart"_s);
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QCOMPARE(bench.kinds(u"restart-service-mf2"_s).count(u"step-verified"_s), 2);
        QVERIFY(bench.run->state().ledger().empty());
        QVERIFY(bench.site.leftOver().isEmpty());
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGoingBack)
#include "tst_goingback.moc"
