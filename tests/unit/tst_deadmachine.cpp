#include "core/run/FinalChecks.h"
#include "ExcludeBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::leaveOut;
using samples::nodeOf;
using samples::shapeFor;

/// A machine that answers nothing any more is left out: the others go on without it, and go back without it.
class TestDeadMachine : public QObject {
    Q_OBJECT

    /// mf2 is dead from this step on: stopped, and nothing answers.
    static void die(samples::RunnerBench& bench, const QString& step, bool& dead)
    {
        bench.access.cutOff = [&bench, step, &dead](const QString& node) {
            const Step* current = bench.run->state().current();
            if (!dead && current && current->id == step) {
                dead = true;
                for (const ConditionKind kind : {ConditionKind::ServiceStopped, ConditionKind::BootStartOff}) {
                    Condition off;
                    off.kind = kind;
                    off.node = u"mf2"_s;
                    bench.site.repair(off);
                }
            }
            return dead && node == "mf2"_L1;
        };
    }

private slots:
    void aDeadMachineIsLeftOutByWordAndHoldsNobodyUp()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts,
                                   u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        const auto first = bench.gate.onTrouble;
        bool dead = false;
        bench.access.cutOff = [&](const QString& node) { return dead && node == "mf2"_L1; };
        bench.gate.onTrouble = [&](const Trouble& trouble) {
            const auto answer = first(trouble);
            dead = dead || answer;
            return answer;
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QVERIFY(dead);
        QCOMPARE(bench.gate.troubles.size(), 1);
        QCOMPARE(bench.gate.words.count(u"run-installer-mf2"_s), 2); // stopped, not started at boot
        QCOMPARE(nodeOf(bench, u"mf1"_s).version, u"5.60R01"_s);
    }
    void aMachineThatDiesBetweenStepsIsLeftOut_data()
    {
        QTest::addColumn<QString>("step"); ///< at which it is dead
        QTest::newRow("before its own turn") << u"drain-node-mf2"_s;
        QTest::newRow("while another one is worked on") << u"drain-node-mf3"_s;
        QTest::newRow("before the master's block is lifted") << u"unblock-mf1"_s;
    }
    void aMachineThatDiesBetweenStepsIsLeftOut()
    {
        QFETCH(QString, step);
        samples::SiteShape shape;
        shape.slaves = 3;
        shape.mailNodes = 4;
        samples::RunnerBench bench(shape, ProcedureKind::BlockSyncPorts);
        bool dead = false;
        die(bench, step, dead);
        QStringList offered;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (!trouble.remedies.contains(Remedy::Exclude))
                return std::nullopt;
            offered.append(trouble.failing);
            return TroubleAnswer{Remedy::Exclude, u"Its disk is broken."_s, true};
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QVERIFY(dead);
        QCOMPARE(offered, QStringList{u"mf2"_s});
        QVERIFY(bench.run->state().isExcluded(u"mf2"_s));
        for (const QString& name : {u"mf1"_s, u"mf3"_s, u"mf4"_s})
            QCOMPARE(nodeOf(bench, name).version, u"5.60R01"_s);
    }
    void aDeadMachineThatWasLeftOutDoesNotKeepTheOthersFromGoingBack()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts);
        bool dead = false;
        die(bench, u"drain-node-mf2"_s, dead);
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (!trouble.remedies.contains(Remedy::Exclude))
                return std::nullopt;
            return TroubleAnswer{Remedy::Exclude, u"Its disk is broken."_s, true};
        };
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            return question.step.id == "run-installer-mf3"_L1
                       ? std::optional(StepAnswer{StepAnswer::Choice::Rollback, {}, false})
                       : std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Held); // not everything could be undone
        const RunState& state = bench.run->state();
        QVERIFY(!state.nextRollback());
        QVERIFY(!state.ledger().empty());
        for (const ChangeLedger::Entry& entry : state.ledger().open())
            QVERIFY2(entry.id.endsWith(":mf2"_L1), qPrintable(entry.id));
        for (const QString& name : {u"mf1"_s, u"mf3"_s})
            QVERIFY(nodeOf(bench, name).running && nodeOf(bench, name).blockRun.isEmpty());
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        QVERIFY(RunState::replay(bench.procedure, read.records) == state);
    }
    /// Its undo has begun when it dies: that it is left as it is settles that, too, and the run goes on either way.
    void aMachineThatDiesWhileItIsBroughtBackIsLeftAsItIs()
    {
        samples::RunnerBench bench(shapeFor(ProcedureKind::BlockSyncPorts), ProcedureKind::BlockSyncPorts,
                                   u"service-stays-down@start-service-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        bool dead = false;
        bench.access.cutOff = [&](const QString& node) { return dead && node == "mf2"_L1; };
        bench.access.insteadOfCommand = [&](const QString& node, const QByteArray&) -> std::optional<Result<CommandOutcome>> {
            const Step* undone = bench.run->state().undoUnderWay();
            dead = dead || (undone && undone->node == "mf2"_L1 && node == "mf2"_L1);
            if (!dead || node != "mf2"_L1)
                return std::nullopt;
            return Result<CommandOutcome>(Error{u"node-lost"_s, Text::verbatim(node), {}, {}, {}});
        };
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            return question.step.id == "drain-node-mf3"_L1 ? std::optional(StepAnswer{StepAnswer::Choice::Rollback, {}, false})
                                                           : std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(dead);
        const RunState& state = bench.run->state();
        QVERIFY(!state.undoUnderWay());
        for (const ChangeLedger::Entry& entry : state.ledger().open()) // looked at as long as the run goes on
            QVERIFY2(entry.certain && entry.id.endsWith(":mf2"_L1), qPrintable(entry.id));
        QVERIFY(bench.gate.told.isEmpty());
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        QVERIFY(RunState::replay(bench.procedure, read.records) == state);
    }
    /// Its installer ran, it was left out, and it is dead: nobody knows what it is now, and nobody can bring it back. The others go
    /// back where what stands on itself keeps it apart; where the one cut between all of them does, that stays (S1, S8).
    void theOthersGoBackBesideADeadMachineWhoseInstallerRan_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("answersAgain");
        for (const ProcedureKind kind : allProcedures()) {
            const bool refused = kind == ProcedureKind::BlockPeerTraffic;
            QTest::newRow(qPrintable(procedureCode(kind))) << int(kind) << refused << false;
            QTest::addRow("%s, it answers again", qPrintable(procedureCode(kind))) << int(kind) << refused << true;
        }
    }
    void theOthersGoBackBesideADeadMachineWhoseInstallerRan()
    {
        QFETCH(int, kind);
        QFETCH(bool, refused);
        QFETCH(bool, answersAgain);
        samples::RunnerBench bench(shapeFor(ProcedureKind(kind)), ProcedureKind(kind), u"installer-fails@run-installer-mf2"_s);
        leaveOut(bench, u"mf2"_s);
        bool dead = false;
        bench.access.cutOff = [&](const QString& node) {
            const bool left = bench.run && bench.run->state().record(u"run-installer-mf2"_s).left;
            return dead && node == "mf2"_L1 && !(answersAgain && left);
        };
        const QString whence = u"run-installer-mf3"_s;
        QString before;
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            dead = dead || bench.run->state().isExcluded(u"mf2"_s);
            if (question.step.id != whence || !before.isEmpty())
                return std::optional<StepAnswer>();
            before = bench.run->state().stateText().render(Language::English);
            return std::optional(StepAnswer{StepAnswer::Choice::Rollback, {}, false});
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(dead);
        const RunState& state = bench.run->state();
        QVERIFY2(before.contains("mf2 was left out after its installer"_L1), qPrintable(before));
        QVERIFY(state.takingPartAreBack());
        QCOMPARE(state.leftOutStandApart(), !refused);
        QCOMPARE(bench.gate.told, refused ? QStringList{u"isolation-must-stand"_s} : QStringList());
        for (const ChangeLedger::Entry& entry : state.ledger().open())
            QVERIFY2(entry.id.endsWith(":mf2"_L1) || (refused && entry.id == "block:peer-traffic"_L1), qPrintable(entry.id));
        QCOMPARE(state.ledger().entry(u"block:peer-traffic"_s) != nullptr, refused);
        for (const QString& what : {u"excluded"_s, u"service"_s, u"boot-start"_s})
            QVERIFY2(state.ledger().entry(what + u":mf2"_s), qPrintable(what));
        for (const QString& name : {u"mf1"_s, u"mf3"_s}) {
            QVERIFY(nodeOf(bench, name).running && nodeOf(bench, name).bootStart && nodeOf(bench, name).blockRun.isEmpty());
            QCOMPARE(nodeOf(bench, name).version, u"5.20R01"_s);
        }
        QCOMPARE(state.wentBack(), !refused);
        for (const FinalQuestion& question : finalQuestions(state, bench.facts)) {
            QVERIFY2(!question.id.endsWith(":mf2"_L1), qPrintable(question.id));
            if (question.condition && question.condition->kind == ConditionKind::VersionIs)
                QCOMPARE(question.condition->value, refused ? u"5.60R01"_s : u"5.20R01"_s);
        }
        QVERIFY(!nodeOf(bench, u"mf2"_s).running && !nodeOf(bench, u"mf2"_s).bootStart);
        for (const QString& left : bench.site.leftOver())
            QVERIFY2(state.ledger().entry(left), qPrintable(left));
        QVERIFY(bench.site.watch().violations().isEmpty());
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        QVERIFY(RunState::replay(bench.procedure, read.records) == state);
        // Whoever goes on after all upgrades those that take part; what was looked at before tells nothing of the site then.
        if (!refused)
            QVERIFY(bench.run->finalCheck(u"version-is:mf3"_s, Text::verbatim(u"as before"_s), true));
        RunState reopened = bench.run->state(); // and held again: nothing was done
        reopened.apply({0, bench.site.now(), u"run-resumed"_s, {}, {}, {}});
        QCOMPARE(reopened.finalChecks().isEmpty(), refused);
        QCOMPARE(bench.resume().value(), RunEnd::DoneWithExceptions);
        QVERIFY(bench.run->state().finalChecks().isEmpty());
        for (const QString& name : {u"mf1"_s, u"mf3"_s})
            QCOMPARE(nodeOf(bench, name).version, u"5.60R01"_s);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void oneAfterTheOtherIsLeftOutWhereTwoAreDead()
    {
        samples::SiteShape three;
        three.slaves = 3;
        three.mailNodes = 2;
        samples::RunnerBench bench(three, ProcedureKind::BlockSyncPorts);
        bool dead = false;
        bench.access.cutOff = [&](const QString& node) {
            const Step* current = bench.run->state().current();
            if (!dead && current && current->id == "boot-start-off-mf3"_L1) {
                dead = true;
                for (const QString& name : {u"mf3"_s, u"mf4"_s}) {
                    for (const ConditionKind kind : {ConditionKind::ServiceStopped, ConditionKind::BootStartOff}) {
                        Condition off;
                        off.kind = kind;
                        off.node = name;
                        bench.site.repair(off);
                    }
                }
            }
            return dead && (node == "mf3"_L1 || node == "mf4"_L1);
        };
        QStringList offered;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (!trouble.remedies.contains(Remedy::Exclude))
                return std::nullopt;
            offered.append(trouble.failing);
            return TroubleAnswer{Remedy::Exclude, u"Its disk is broken."_s, true};
        };
        QCOMPARE(bench.go().value(), RunEnd::DoneWithExceptions);
        QCOMPARE(offered, QStringList({u"mf3"_s, u"mf4"_s}));
        QCOMPARE(nodeOf(bench, u"mf1"_s).version, u"5.60R01"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeadMachine)
#include "tst_deadmachine.moc"
