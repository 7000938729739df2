#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Each on its way by SSH, and the installer of each run by hand.
SiteFacts withoutInstallCommands()
{
    const SiteFacts facts = samples::rehearsalFacts({});
    Site site = facts.site;
    for (Node& node : site.nodes)
        node.installCommand.clear();
    return SiteFacts::from(site, facts.survey);
}

} // namespace

/// What the Runner makes of an installer that was broken off, not started, failed, brought another version, or is run by hand.
class TestRunnerInstaller : public QObject {
    Q_OBJECT

private slots:
    /// Killed between the record that says "started" and the script: what the attempt before left on the node is not this one's.
    void whatAnEarlierInstallerRunLeftIsNotTakenForTheLatest()
    {
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, u"installer-fails@run-installer-mf2"_s);
        QByteArrayList started;
        std::stop_source stop;
        bench.access.insteadOfCommand = [&](const QString& node,
                                            const QByteArray& script) -> std::optional<Result<CommandOutcome>> {
            if (node != "mf2"_L1 || !script.contains("/run-") || !script.contains("setsid"))
                return std::nullopt;
            started.append(script.left(script.indexOf('\n')));
            if (started.size() != 2)
                return std::nullopt;
            stop.request_stop(); // the script never reaches the node
            return Result<CommandOutcome>(samples::cancelledCommand());
        };
        bench.gate.onTrouble = [](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            TroubleAnswer answer;
            answer.remedy = Remedy::Retry;
            return trouble.remedies.contains(Remedy::Retry) ? std::optional(answer) : std::nullopt;
        };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        QCOMPARE(started.size(), 2);
        QCOMPARE(bench.kinds(id).count(u"step-started"_s), 2);
        QStringList seen;
        bench.gate.onSeen = [&](const Step& step, const QList<Observation>& observations) {
            for (const Observation& one : observations) {
                if (step.id == id && one.condition.kind == ConditionKind::InstallerEnded)
                    seen.append(one.seen.render(Language::English));
            }
        };
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        QVERIFY2(seen.value(0).contains("was not started"_L1), qPrintable(seen.join(u'\n')));
        QVERIFY2(seen.last().contains("exit status 0"_L1), qPrintable(seen.join(u'\n')));
        // Each under its own number, which the journal holds before it starts.
        QCOMPARE(started, (QByteArrayList{"attempt='1'", "attempt='2'", "attempt='3'"}));
        QCOMPARE(bench.run->state().installerAttempt(u"mf2"_s), 3);
        QCOMPARE(bench.kinds(id).count(u"step-started"_s), 3);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void anInstallerThatWasNotStartedIsToBeTriedAgain_data()
    {
        QTest::addColumn<bool>("earlierFailed");
        QTest::newRow("the first attempt") << false;
        QTest::newRow("after one that failed half-way") << true;
    }
    void anInstallerThatWasNotStartedIsToBeTriedAgain()
    {
        QFETCH(bool, earlierFailed);
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts,
                                   earlierFailed ? u"installer-fails@run-installer-mf2"_s : QString());
        int starts = 0;
        bench.access.insteadOfCommand = [&](const QString& node, const QByteArray& script) -> std::optional<Result<CommandOutcome>> {
            const bool isStart = node == "mf2"_L1 && script.contains("/run-") && script.contains("setsid");
            const bool lost = isStart && ++starts == (earlierFailed ? 2 : 1);
            return lost ? std::optional(Result<CommandOutcome>(samples::cancelledCommand())) : std::nullopt;
        };
        QList<std::optional<Remedy>> fitting;
        QString advice, state;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            fitting.append(fittingRemedy(trouble));
            advice = adviceOn(trouble).render(Language::English);
            state = siteStateOn(trouble, bench.run->state()).render(Language::English);
            return trouble.step->id == id ? std::optional(TroubleAnswer{Remedy::Retry, {}, true}) : std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QList<std::optional<Remedy>> expected =
            earlierFailed ? QList<std::optional<Remedy>>{std::nullopt, Remedy::Retry} : QList<std::optional<Remedy>>{Remedy::Retry};
        QVERIFY(fitting == expected);
        // What an earlier attempt has left on the node nobody knows.
        QVERIFY2(advice.contains("this attempt has changed nothing on the node. Try the step again"_L1), qPrintable(advice));
        QVERIFY2(advice.contains("The nodes are treated as having different versions"_L1), qPrintable(advice));
        QVERIFY2(state.startsWith("Treat the nodes as having different versions"_L1), qPrintable(state));
        QVERIFY2(!state.contains("Go on to the end"_L1), qPrintable(state));
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void anotherVersionAfterTheInstallerSaysHowItIsRunAgain()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, u"installer-lies@run-installer-mf2"_s);
        QStringList advice, inTheTerminal;
        bool advisesByHand = false;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (trouble.step->kind == StepKind::VerifyVersion) {
                advisesByHand = advice.isEmpty() ? advisedRemedy(trouble) == Remedy::Manual && !fittingRemedy(trouble) : advisesByHand;
                advice.append(adviceOn(trouble).render(Language::English));
                inTheTerminal.append(adviceOn(trouble, AnsweredIn::Terminal).render(Language::English));
            }
            return std::nullopt;
        };
        QVERIFY(bench.go());
        QVERIFY(!advice.isEmpty());
        QVERIFY(advisesByHand); // the answer that is named is the one that leads
        QVERIFY2(advice.first().startsWith("The version on mf2 is not the expected one though the installer ended."_L1),
                 qPrintable(advice.first()));
        // What is to be chosen is called as it is where one chooses.
        QVERIFY2(advice.first().endsWith("then choose \"Done by hand: judge it\"."_L1), qPrintable(advice.first()));
        QVERIFY2(inTheTerminal.first().endsWith("then choose \"manual\"."_L1), qPrintable(inTheTerminal.first()));
    }
    void whatWasSeenOfAnInstallerThatFailedSpeaksForNoAnswer()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, u"installer-fails@run-installer-mf2"_s);
        QList<std::optional<Remedy>> fitting;
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            fitting.append(fittingRemedy(trouble));
            return std::nullopt;
        };
        QVERIFY(bench.go());
        QVERIFY(!fitting.isEmpty());
        for (const auto& one : std::as_const(fitting))
            QVERIFY(!one);
    }
    /// It leaves nothing where the program looks: whatever comes between, its end is the operator's word.
    void anInstallerThatIsRunByHandIsAMatterOfWord_data()
    {
        QTest::addColumn<QString>("comesBetween");
        QTest::addColumn<bool>("hasCommand"); ///< and he does it by hand all the same
        for (const bool hasCommand : {false, true}) {
            const char* beside = hasCommand ? ", though there is a command" : "";
            QTest::addRow("nothing%s", beside) << QString() << hasCommand;
            QTest::addRow("he holds the run before he judges%s", beside) << u"held"_s << hasCommand;
            QTest::addRow("he holds the run while he does it%s", beside) << u"unfinished"_s << hasCommand;
            QTest::addRow("he says no, and looks again%s", beside) << u"no"_s << hasCommand;
        }
    }
    void anInstallerThatIsRunByHandIsAMatterOfWord()
    {
        QFETCH(QString, comesBetween);
        QFETCH(bool, hasCommand);
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, hasCommand ? samples::rehearsalFacts({}) : withoutInstallCommands());
        QCOMPARE(bench.procedure.step(id)->action.type, hasCommand ? Action::Type::Command : Action::Type::Manual);
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != id || !hasCommand)
                return std::nullopt;
            bench.site.confirmed(id);
            return StepAnswer{StepAnswer::Choice::ByHand, {}, true};
        };
        bench.access.changeAnswer = [&](const QString& node, const NodeQuery& query, NodeAnswer& answer) {
            if (query.asks.testFlag(Ask::Job) && (node == "mf2"_L1 || !hasCommand))
                answer.put("job", {}, NodeAnswer::Missing);
        };
        QStringList seen;
        bool once = true;
        bench.gate.onSeen = [&](const Step& step, const QList<Observation>& observations) {
            if (step.id != id)
                return;
            for (const Observation& one : observations)
                seen.append(one.seen.render(Language::English));
            if (!std::exchange(once, false))
                return;
            if (comesBetween == "held"_L1)
                bench.site.addFault({FaultKind::OperatorDeclines, id, 0});
            if (comesBetween == "no"_L1)
                bench.site.addFault({FaultKind::OperatorSkips, id, 0});
        };
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            const bool looks = trouble.remedies.contains(Remedy::Look) && bench.gate.troubles.size() < 3; // not for ever
            return looks ? TroubleAnswer{Remedy::Look, {}, true} : TroubleAnswer{};
        };
        bool did = false;
        bench.gate.onDone = [&](const Step& step) {
            return step.id == id && comesBetween == "unfinished"_L1 && !std::exchange(did, true)
                       ? std::optional(ConfirmationGate::Word::Hold)
                       : std::nullopt;
        };
        if (comesBetween == "held"_L1 || comesBetween == "unfinished"_L1) {
            QCOMPARE(bench.go().value(), RunEnd::Held);
            QCOMPARE(bench.kinds(id).last(), comesBetween == "held"_L1 ? u"step-executed"_s : u"step-started"_s);
            QCOMPARE(bench.resume().value(), RunEnd::Done);
        } else {
            QCOMPARE(bench.go().value(), RunEnd::Done);
        }
        QCOMPARE(bench.gate.troubles.size(), comesBetween == "no"_L1 ? 1 : 0);
        QCOMPARE(bench.kinds(id).count(u"step-started"_s), 1); // nobody is told to run it once more
        QVERIFY(bench.run->state().record(id).byWord);
        QVERIFY2(seen.last().contains("by hand: the program did not watch it.\nThe doer says yes."_L1), qPrintable(seen.last()));
        QVERIFY2(!seen.join(u'\n').contains("was not started"_L1), qPrintable(seen.join(u'\n')));
        for (const Violation& one : bench.site.watch().violations())
            QFAIL(qPrintable(one.rule + u' ' + one.step + u' ' + one.what.render(Language::English)));
        QVERIFY(RunState::replay(bench.procedure, Journal::parse(bench.journal, u"bench"_s)->records) == bench.run->state());
    }
    /// The way back broke off before anything was done: what the installer has brought is there still, and nothing else tells.
    void theWayBackOfAnInstallerRunByHandMayBreakOff()
    {
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, withoutInstallCommands(), u"operator-goes-back@start-service-mf2"_s);
        bench.access.changeAnswer = [](const QString&, const NodeQuery& query, NodeAnswer& answer) {
            if (query.asks.testFlag(Ask::Job))
                answer.put("job", {}, NodeAnswer::Missing);
        };
        std::stop_source stop;
        bench.gate.onUndoing = [&](const Step& step) { return step.id != id || !stop.request_stop(); };
        bench.access.cutOff = [&](const QString&) { return stop.stop_requested(); };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        QVERIFY(bench.run->state().undoUnderWay());
        bench.access.cutOff = nullptr;
        bench.gate.onUndoing = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done); // he goes on with the work after all
        QVERIFY(bench.gate.troubles.isEmpty());
        QVERIFY(bench.kinds(id).contains(u"undo-not-done"_s));
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void aStopWhileAResultIsWaitedForLeavesTheStepUnjudged()
    {
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        std::stop_source stop;
        bench.gate.onWaiting = [&](const Waiting& waiting) {
            if (waiting.step.id == id && waiting.seconds > 60)
                stop.request_stop();
        };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        QCOMPARE(bench.kinds(id).last(), u"step-executed"_s);
        bench.gate.onWaiting = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        QCOMPARE(bench.kinds(id).count(u"step-started"_s), 1); // the installer was never started twice
        QVERIFY(bench.gate.troubles.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerInstaller)
#include "tst_runnerinstaller.moc"
