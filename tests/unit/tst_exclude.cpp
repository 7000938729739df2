#include "core/report/EvidenceReport.h"
#include "ExcludeBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::leaveOut;
using samples::nodeOf;
using samples::shapeFor;

/// A slave that fails is left out, so that the others are not held up: who may be, on whose word, and what is said of it.
class TestExclude : public QObject {
    Q_OBJECT

private slots:
    /// While one mail node is out all others must serve (S4): one that is dead for good is left out, and holds nobody up.
    void aMailNodeThatServesNoMoreIsLeftOutAtTheStepOfAnother()
    {
        samples::SiteShape shape;
        shape.slaves = 3;
        shape.mailNodes = 4;
        samples::RunnerBench bench(shape, ProcedureKind::BlockSyncPorts);
        bool once = true;
        bench.access.cutOff = [&](const QString&) {
            const Step* step = bench.run->state().current();
            if (step && step->id == "watch-queue-after-1"_L1 && std::exchange(once, false)) {
                for (const ConditionKind kind : {ConditionKind::ServiceStopped, ConditionKind::BootStartOff}) {
                    Condition dead;
                    dead.kind = kind;
                    dead.node = u"mf2"_s; // upgraded and in service again, and falls over
                    bench.site.repair(dead);
                }
            }
            return false;
        };
        QString failing;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (trouble.kind != Trouble::Kind::Guard || !trouble.remedies.contains(Remedy::Exclude))
                return std::nullopt;
            failing = trouble.failing;
            return TroubleAnswer{Remedy::Exclude, u"its disk is broken"_s, true};
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QCOMPARE(failing, u"mf2"_s);
        QVERIFY(bench.gate.troubledSteps.contains(u"drain-node-mf3"_s));
        QVERIFY(bench.run->state().isExcluded(u"mf2"_s));
        QVERIFY(!bench.run->state().isExcluded(u"mf3"_s));
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    /// The others have the target version by then, and no step changes anything any more: it is told all the same (S1w).
    void aNodeThatWasLeftOutAndRunsAgainIsToldBeforeTheWorkEnds()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::StopMailFlow), ProcedureKind::StopMailFlow,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        bool once = true;
        bench.access.cutOff = [&](const QString& node) {
            const Step* step = bench.run->state().current();
            if (node == "mf2"_L1 && step && step->id == "confirm-final-state"_L1 && std::exchange(once, false)) {
                Condition runs;
                runs.kind = ConditionKind::ServiceRunning;
                runs.node = u"mf2"_s;
                bench.site.repair(runs); // somebody starts it
            }
            return false;
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QVERIFY(!once);
        QCOMPARE(bench.gate.troubles.value(1), Trouble::Kind::World);
        QCOMPARE(bench.gate.troubledSteps.value(1), u"confirm-final-state"_s);
        QVERIFY(!nodeOf(bench, u"mf2"_s).running);
    }
    void theOthersAreUpgradedAndTheRunEndsWithExceptions_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("versionLeft");
        for (const ProcedureKind kind : allProcedures()) {
            const auto row = [&](const char* name, const char* fault, const char* version) {
                QTest::addRow("%s: %s", qPrintable(procedureCode(kind)), name)
                    << int(kind) << QString::fromLatin1(fault) << QString::fromLatin1(version);
            };
            row("it can't be upgraded", "installer-fails@run-installer-mf2", "5.20R01");
            row("its installer lies", "installer-lies@run-installer-mf2", "5.20R01");
            row("it does not start", "service-stays-down@start-service-mf2", "5.60R01");
            row("it can't even be prepared", "command-fails@backup-config-mf2", "5.20R01");
        }
    }
    void theOthersAreUpgradedAndTheRunEndsWithExceptions()
    {
        QFETCH(int, kind);
        QFETCH(QString, fault);
        QFETCH(QString, versionLeft);
        samples::RunnerBench bench(shapeFor(ProcedureKind(kind)), ProcedureKind(kind), fault);
        leaveOut(bench, u"mf2"_s);
        const Result<RunEnd> end = bench.go();
        const QByteArray troubles = bench.gate.troubledSteps.join(u' ').toUtf8();
        QVERIFY(end);
        QVERIFY2(*end == RunEnd::DoneWithExceptions, troubles.constData());
        QVERIFY2(bench.gate.troubles.size() == 1, troubles.constData()); // nobody else was held up
        const RunState& state = bench.run->state();
        QVERIFY(state.isExcluded(u"mf2"_s));
        QVERIFY(state.ledger().entry(u"excluded:mf2"_s));
        QVERIFY(state.ledger().entry(u"service:mf2"_s));
        QVERIFY(state.ledger().entry(u"boot-start:mf2"_s));
        for (const QString& name : {u"mf1"_s, u"mf3"_s}) {
            QCOMPARE(nodeOf(bench, name).version, u"5.60R01"_s);
            QVERIFY(nodeOf(bench, name).running && nodeOf(bench, name).bootStart);
        }
        QCOMPARE(nodeOf(bench, u"mf2"_s).version, versionLeft);
        QVERIFY(!nodeOf(bench, u"mf2"_s).running && !nodeOf(bench, u"mf2"_s).bootStart);
        for (const QString& left : bench.site.leftOver())
            QVERIFY2(state.ledger().entry(left), qPrintable(left)); // all that stands is said to stand
        for (const Violation& violation : bench.site.watch().violations())
            QVERIFY2(false, qPrintable(violation.rule + u' ' + violation.step + u": "_s +
                                       violation.what.render(Language::English)));
        // What the journal holds is enough to say the same.
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        QVERIFY(RunState::replay(bench.procedure, read.records) == state);
    }
    void theReportSaysSo()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        const StoredRun stored{u"bench.jsonl"_s, bench.facts.site, bench.facts.survey, bench.procedure,
                               *Journal::parse(bench.journal, u"bench"_s)};
        const EvidenceInput input{stored, stored.state(), TimeChart::from(bench.procedure, bench.facts.site),
                                  bench.site.now()};
        const QString text = textsOf(evidenceDocument(input, Language::English)).join(u'\n');
        for (const auto& wanted :
             {u"Done with exceptions"_s, u"Node left out"_s, u"It does not come up."_s,
              u"mf2 is left out of the work"_s, u"Sync communication is blocked on mf2"_s})
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
    }
    /// Whoever reads that every node has the target version takes it for the whole site.
    void theStateSaysWhoWasLeftOut()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        QString state;
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            if (question.step.id == "unblock-mf1"_L1)
                state = bench.run->state().stateText().render(Language::English);
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QVERIFY2(state.startsWith("Every node that takes part has the target version. Left out of the work: mf2."_L1),
                 qPrintable(state));
    }
    void theMasterAndTheLastSlaveAreNotLeftOut_data()
    {
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("step"); ///< whose trouble must not offer it
        QTest::newRow("the master") << 2 << u"installer-fails@run-installer-mf1"_s << u"run-installer-mf1"_s;
        QTest::newRow("the only slave")
            << 1 << u"installer-fails@run-installer-mf2"_s << u"run-installer-mf2"_s;
        QTest::newRow("the last slave that takes part")
            << 2 << u"installer-fails@run-installer-mf2,installer-fails@run-installer-mf3"_s
            << u"run-installer-mf3"_s;
    }
    void theMasterAndTheLastSlaveAreNotLeftOut()
    {
        QFETCH(int, slaves);
        QFETCH(QString, faults);
        QFETCH(QString, step);
        samples::RunnerBench bench(shapeFor(ProcedureKind::StopMailFlow, slaves), ProcedureKind::StopMailFlow,
                                   faults);
        leaveOut(bench, u"mf2"_s);
        const auto first = bench.gate.onTrouble;
        bool came = false, offered = false;
        bench.gate.onTrouble = [&](const Trouble& trouble) {
            if (trouble.step->id == step) {
                came = true;
                offered = offered || trouble.remedies.contains(Remedy::Exclude);
            }
            return first(trouble);
        };
        QVERIFY(bench.go());
        QVERIFY(came);
        QVERIFY(!offered);
    }
    void withoutTheCheckersWordNobodyIsLeftOut()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s, false);
        const auto first = bench.gate.onTrouble;
        int asked = 0;
        bench.gate.onTrouble = [&](const Trouble& trouble) {
            return ++asked > 1 ? std::optional(TroubleAnswer{}) : first(trouble);
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(bench.gate.told.contains(u"exclude-needs-checker"_s));
        QVERIFY(!bench.run->state().isExcluded(u"mf2"_s));
    }
    /// What was put on it again when it was left out is taken back once more when its return is undone and the work goes on.
    void whoTakesPartAgainIsStartedAgain()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts);
        bool asked = false, back = false;
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != "stop-service-mf3"_L1 || std::exchange(asked, true))
                return std::nullopt;
            for (const ConditionKind kind : {ConditionKind::ServiceStopped, ConditionKind::BootStartOff}) {
                Condition stopped;
                stopped.kind = kind;
                stopped.node = u"mf2"_s; // upgraded and in service again, and falls over
                bench.site.repair(stopped);
            }
            bench.site.wait(std::chrono::minutes(2), {}); // looked at again
            return std::nullopt;
        };
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (!trouble.remedies.contains(Remedy::Exclude) || back)
                return std::nullopt;
            return TroubleAnswer{Remedy::Exclude, u"It fell over."_s, true};
        };
        bench.gate.onUndoing = [&](const Step& step) { return step.id != "boot-start-on-mf2"_L1; };
        const auto confirm = bench.gate.onConfirm;
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id == "run-installer-mf3"_L1 && !std::exchange(back, true)) {
                bench.gate.undoes = 5; // as far as mf2's return, then forward
                return StepAnswer{StepAnswer::Choice::Rollback, {}, false};
            }
            return confirm(question);
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(!bench.run->state().isExcluded(u"mf2"_s));
        bench.gate.undoes = -1;
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY(nodeOf(bench, u"mf2"_s).running);
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void aNodeThatWasLeftOutAndRunsAgainIsTrouble()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::StopMailFlow), ProcedureKind::StopMailFlow,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        bool once = true;
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            if (question.step.id == "run-installer-mf3"_L1 && std::exchange(once, false)) {
                Condition running;
                running.kind = ConditionKind::ServiceRunning;
                running.node = u"mf2"_s;
                bench.site.repair(running);
                bench.site.wait(std::chrono::minutes(2), {});
            }
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QVERIFY(bench.gate.troubles.contains(Trouble::Kind::World));
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExclude)
#include "tst_exclude.moc"
