#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// What the Runner makes of what people answer, of who they are, and of a run that they stop or hold half-way.
class TestRunnerAnswers : public QObject {
    Q_OBJECT

private slots:
    /// A command that was broken off because the operator stopped is no failed one, whatever came back of it.
    void aCommandThatIsBrokenOffByStoppingIsUncertainNotFailed_data()
    {
        QTest::addColumn<bool>("tookEffect");
        QTest::addColumn<bool>("started");
        QTest::newRow("it took effect") << true << true;
        QTest::newRow("it did not") << false << true;
        QTest::newRow("it did not even start, as it seems") << false << false;
    }
    void aCommandThatIsBrokenOffByStoppingIsUncertainNotFailed()
    {
        QFETCH(bool, tookEffect);
        QFETCH(bool, started);
        const QString id = u"block-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts,
                                   tookEffect ? QString() : u"command-lies@block-mf2"_s);
        const QByteArray script = bench.procedure.step(id)->action.command.toUtf8();
        std::stop_source stop;
        bool once = true;
        bench.access.afterCommand =
            [&](const QString& node, const QByteArray& ran,
                const Result<CommandOutcome>&) -> std::optional<Result<CommandOutcome>> {
            if (node != "mf2"_L1 || ran != script || !std::exchange(once, false))
                return std::nullopt;
            stop.request_stop();
            if (!started)
                return Result<CommandOutcome>(Error{u"ssh-stopped"_s, Text::verbatim(u"-"_s), {}, {}, {}});
            return Result<CommandOutcome>(samples::cancelledCommand());
        };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        const QStringList kinds = bench.kinds(id);
        QCOMPARE(kinds.mid(kinds.size() - 2), (QStringList{u"step-started"_s, u"step-interrupted"_s}));
        QCOMPARE(bench.kinds({}).last(), u"run-held"_s);
        QVERIFY(bench.run->state().record(id).uncertain);
        QVERIFY(bench.gate.troubles.isEmpty());
        QVERIFY(bench.run->state().ledger().entry(u"block:mf2"_s)); // may stand, so it counts as standing

        QStringList confirmed;
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            confirmed.append(question.step.id);
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        // Looked at first: run again only where it shows that it did not take effect, and asked for again then.
        QCOMPARE(confirmed.contains(id), !tookEffect);
        if (tookEffect)
            QVERIFY(bench.gate.troubles.isEmpty());
        else
            QCOMPARE(bench.gate.troubles.value(0), Trouble::Kind::Uncertain);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void lookingAgainAsksNobodyToSayThatItWasDone()
    {
        const QString id = u"run-installer-mf2"_s; // a critical one
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts,
                                   u"command-fails@stop-service-mf2,installer-fails@run-installer-mf2"_s);
        bool mended = false;
        bench.access.changeAnswer = [&](const QString& node, const NodeQuery&, NodeAnswer& answer) {
            if (mended && node == "mf2"_L1 && answer.record("job")) // he has started it anew by the program's own script
                answer.put("job", "ended 0");
        };
        bench.gate.onTrouble = [&](const Trouble& trouble) {
            mended = trouble.step->id == id;
            for (const Observation& one : trouble.observations) {
                if (one.verdict != Observation::Verdict::Holds)
                    bench.site.repair(one.condition); // somebody else has seen to it
            }
            return std::optional(TroubleAnswer{Remedy::Look, {}, false});
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QCOMPARE(bench.gate.troubledSteps, (QStringList{u"stop-service-mf2"_s, id}));
        QVERIFY(!bench.gate.byHand.contains(id));
        QVERIFY(!bench.gate.byHand.contains(u"stop-service-mf2"_s));
        QCOMPARE(bench.kinds(id).count(u"step-confirmed"_s), 1);
        QVERIFY(bench.kinds(id).contains(u"step-looked-at"_s));
        QCOMPARE(bench.run->state().record(id).checker, u"Suzuki"_s); // of the one time that he was asked
    }
    void doneByHandWithoutTheCheckerIsNotTakenForACriticalStep()
    {
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, u"installer-fails@run-installer-mf2"_s);
        int asked = 0;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (trouble.step->id != id || ++asked > 1)
                return std::nullopt;
            return TroubleAnswer{Remedy::Manual, {}, false};
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY(bench.gate.told.contains(u"checker-must-agree"_s));
    }
    void withoutADoerTheRunDoesNotBegin()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(bench.run->setPeople({}, u"Suzuki"_s));
        const qsizetype records = bench.kinds({}).size();
        const Result<RunEnd> end = bench.go();
        QVERIFY(!end);
        QCOMPARE(end.error().code, u"run-no-doer"_s);
        QVERIFY(!end.error().remedy.isEmpty());
        QCOMPARE(bench.kinds({}).size(), records);
    }
    void aDoerWhoLeavesDuringTheRunHoldsItWhereNobodyIsAsked()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            if (question.step.id == "backup-config-mf1"_L1)
                (void)bench.run->setPeople({}, u"Suzuki"_s);
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(bench.gate.told.contains(u"run-no-doer"_s));
    }
    /// Stopped and not started again: the service is down, and that stands in the list.
    void aRestartThatBreaksOffHalfWayStandsInTheLedger()
    {
        const QString id = u"restart-service-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::StopMailFlow,
                                   u"restart-asked@check-restart-flag-mf2,service-stays-down@restart-service-mf2"_s);
        bench.gate.onTrouble = [](const Trouble&) { return TroubleAnswer{Remedy::Hold, {}, false}; };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubledSteps, QStringList{id});
        const ChangeLedger::Entry* entry = bench.run->state().ledger().entry(u"service:mf2"_s);
        QVERIFY(entry && entry->undo && !entry->undo->command.isEmpty());
        bench.gate.onTrouble = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        QVERIFY(bench.run->state().ledger().empty());
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void whatWasUndoneIsAskedForLikeANewStep()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        int undone = 0;
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id == "confirm-go"_L1 && undone++ == 0)
                return StepAnswer{StepAnswer::Choice::Rollback, {}, false};
            return std::nullopt;
        };
        bench.gate.undoes = 1; // then he changes his mind
        QCOMPARE(bench.go().value(), RunEnd::Held);
        bench.gate.undoes = -1;
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        QVERIFY(bench.gate.troubles.isEmpty());
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerAnswers)
#include "tst_runneranswers.moc"
