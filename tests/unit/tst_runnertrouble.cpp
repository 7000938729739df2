#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const CommandOutcome cancelled = [] {
    CommandOutcome outcome;
    outcome.end = CommandOutcome::End::Cancelled;
    return outcome;
}();

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

/// What the Runner does where the plain course of a run is left, seen at close range.
class TestRunnerTrouble : public QObject {
    Q_OBJECT

private slots:
    /// Another mail node answered when the question was put. Now it does not, and only a person can say whether it serves.
    void whatBecomesAMatterOfWordWhileTheOperatorThinksIsAskedAnew()
    {
        samples::SiteShape shape;
        shape.mixed = true; // mf2 is worked on by hand
        samples::RunnerBench bench(shape, ProcedureKind::BlockSyncPorts);
        const QString silent = bench.facts.site.node(u"mf2"_s)->address;
        bool thought = false;
        bench.access.insteadOfSmtp = [&](const QString& address) -> std::optional<SmtpAnswer> {
            if (!thought || address != silent)
                return std::nullopt;
            SmtpAnswer none;
            none.state = ProbeState::Filtered;
            return none;
        };
        QList<Observation::Verdict> asked;
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != "stop-service-mf1"_L1)
                return std::nullopt;
            for (const Observation& guard : question.guards) {
                if (guard.condition.kind == ConditionKind::OtherMailNodesAnswer)
                    asked.append(guard.verdict);
            }
            if (!std::exchange(thought, true))
                bench.site.wait(std::chrono::minutes(5), {});
            return asked.size() < 2 ? std::nullopt : std::optional(StepAnswer{});
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(asked, (QList<Observation::Verdict>{Observation::Verdict::Holds, Observation::Verdict::ByWord}));
        QCOMPARE(bench.run->state().record(u"stop-service-mf1"_s).status, StepStatus::Pending); // nothing was begun on it
    }
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
            return Result<CommandOutcome>(cancelled);
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
            return Result<CommandOutcome>(cancelled);
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
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, earlierFailed ? u"installer-fails@run-installer-mf2"_s : QString());
        int starts = 0;
        bench.access.insteadOfCommand = [&](const QString& node, const QByteArray& script) -> std::optional<Result<CommandOutcome>> {
            const bool isStart = node == "mf2"_L1 && script.contains("/run-") && script.contains("setsid");
            const bool lost = isStart && ++starts == (earlierFailed ? 2 : 1);
            return lost ? std::optional(Result<CommandOutcome>(cancelled)) : std::nullopt;
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
            return step.id == id && comesBetween == "unfinished"_L1 && !std::exchange(did, true) ? std::optional(ConfirmationGate::Word::Hold)
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
    /// An installer takes its time, and the world does not stand still meanwhile.
    void whatTheWorldOpensDuringAnInstallerIsToldAtOnce_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<int>>("done"); ///< what somebody does: conditions that hold afterwards
        QTest::addColumn<QStringList>("nodes");
        const auto row = [](const char* name, ProcedureKind kind, const QList<ConditionKind>& done,
                            const QStringList& nodes) {
            QList<int> numbers;
            for (const ConditionKind each : done)
                numbers.append(int(each));
            QTest::newRow(name) << int(kind) << numbers << nodes;
        };
        row("a block is lifted", ProcedureKind::BlockSyncPorts, {ConditionKind::BlockAbsent}, {u"mf1"_s});
        row("a service is started", ProcedureKind::StopMailFlow, {ConditionKind::ServiceRunning}, {u"mf1"_s});
        row("start at boot is switched on", ProcedureKind::StopMailFlow, {ConditionKind::BootStartOn},
            {u"mf3"_s});
        row("no other mail node answers", ProcedureKind::BlockSyncPorts, {ConditionKind::ServiceStopped},
            {u"mf1"_s, u"mf3"_s});
        // One node is out already: every other one must serve (S4).
        row("one of the other mail nodes does not answer", ProcedureKind::BlockSyncPorts, {ConditionKind::ServiceStopped},
            {u"mf3"_s});
    }
    void whatTheWorldOpensDuringAnInstallerIsToldAtOnce()
    {
        QFETCH(int, kind);
        QFETCH(QList<int>, done);
        QFETCH(QStringList, nodes);
        const QString id = u"run-installer-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind(kind));
        qint64 happened = -1, toldAfter = -1;
        bench.gate.onWaiting = [&](const Waiting& waiting) {
            if (waiting.step.id != id || waiting.seconds < 10 || happened >= 0)
                return;
            for (const int each : done) {
                for (const QString& node : nodes) {
                    Condition condition;
                    condition.kind = ConditionKind(each);
                    condition.node = node;
                    bench.site.repair(condition);
                }
            }
            happened = bench.site.now().toSecsSinceEpoch();
        };
        bench.gate.onTrouble = [&](const Trouble& trouble) {
            if (toldAfter < 0)
                toldAfter = bench.site.now().toSecsSinceEpoch() - happened;
            for (const Observation& one : trouble.observations)
                if (one.condition.kind == ConditionKind::OtherMailNodesAnswer) {
                    for (const QString& node : nodes) {
                        Condition running;
                        running.kind = ConditionKind::ServiceRunning;
                        running.node = node;
                        bench.site.repair(running);
                    }
                }
            return std::optional<TroubleAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QCOMPARE(bench.gate.troubles.value(0), Trouble::Kind::World);
        QCOMPARE(bench.gate.troubledSteps.value(0), id);
        QVERIFY2(toldAfter >= 0 && toldAfter < 40, qPrintable(QString::number(toldAfter)));
        QVERIFY(bench.kinds(id).contains(u"noticed"_s));
        QCOMPARE(bench.kinds(id).count(u"step-started"_s), 1);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void duringAWaitOneMissedAnswerIsNoTroubleYet()
    {
        samples::RunnerBench bench({}, ProcedureKind::StopMailFlow);
        bool once = true;
        bench.access.cutOff = [&](const QString& node) {
            return node == "mf1"_L1 && bench.run->state().current() &&
                   bench.run->state().current()->id == "run-installer-mf2"_L1 &&
                   bench.run->state().record(u"run-installer-mf2"_s).status == StepStatus::Executed &&
                   std::exchange(once, false);
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY(!once);
        QVERIFY(bench.gate.troubles.isEmpty());
    }
    void aConfirmationThatComesLateRestsOnANewLook()
    {
        const QString id = u"stop-service-mf1"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bool once = true;
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            if (question.step.id == id && std::exchange(once, false)) {
                Condition lifted;
                lifted.kind = ConditionKind::BlockAbsent;
                lifted.node = u"mf3"_s;
                bench.site.repair(lifted); // takes him a minute
            }
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QCOMPARE(bench.gate.troubles, QList<Trouble::Kind>{Trouble::Kind::World});
        QCOMPARE(bench.kinds(id).first(), u"noticed"_s);
    }
    /// Nothing goes on until it is closed: no look either (S1w).
    void aPathThatTheWorldOpensIsToldBeforeTheNextLook_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("toldAt");
        QTest::newRow("a port answers past the rules") << u"port-stays-open@boot-start-on-mf2"_s << u"verify-mail-flow-mf2"_s;
        QTest::newRow("before the queues are looked at") << u"port-stays-open@return-node-mf2"_s << u"watch-queue-after-1"_s;
        QTest::newRow("a service is started that was stopped again")
            << u"service-starts@verify-version-mf2"_s << u"reread-config-mf2"_s;
        QTest::newRow("a config brings a port that no block covers")
            << u"config-changes@start-service-mf2"_s << u"verify-block-mf2-after-start"_s;
    }
    void aPathThatTheWorldOpensIsToldBeforeTheNextLook()
    {
        QFETCH(QString, fault);
        QFETCH(QString, toldAt);
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, fault);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QCOMPARE(bench.gate.troubles.value(0), Trouble::Kind::World);
        QCOMPARE(bench.gate.troubledSteps.value(0), toldAt);
        QCOMPARE(bench.kinds(toldAt).first(), u"noticed"_s);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    /// One mail node at a time (S4): that a third one still answers is not enough.
    void noMailNodeIsTakenOutWhileAnotherOneIsOut_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("before it is drained") << u"watch-queue-after-1"_s;
        QTest::newRow("before it is stopped") << u"boot-start-off-mf3"_s;
    }
    void noMailNodeIsTakenOutWhileAnotherOneIsOut()
    {
        QFETCH(QString, before);
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        const QString next = before == "boot-start-off-mf3"_L1 ? u"stop-service-mf3"_s : u"drain-node-mf3"_s;
        bool once = true;
        bench.access.cutOff = [&](const QString&) {
            const Step* step = bench.run->state().current();
            if (step && step->id == before && std::exchange(once, false)) {
                Condition stopped;
                stopped.kind = ConditionKind::ServiceStopped;
                stopped.node = u"mf2"_s;
                bench.site.repair(stopped); // it is upgraded and in service again, and falls over
            }
            return false;
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY(!once);
        QCOMPARE(bench.gate.troubles.value(0), Trouble::Kind::Guard);
        QCOMPARE(bench.gate.troubledSteps.value(0), next);
        QStringList broken;
        for (const Violation& violation : bench.site.watch().violations())
            broken.append(violation.rule + u": "_s + violation.what.render(Language::English));
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
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
    /// Something of the site's own has always kept two slaves apart: a person decides, once, and the work goes on.
    void aPairThatNeverReachedEachOtherIsAPersonsWord()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        // Between mf2 and mf3 nothing passes, before the work or after it.
        bench.access.changeAnswer = [&](const QString& node, const NodeQuery& query, NodeAnswer& answer) {
            if (!answer.record("reach") || (node != "mf2"_L1 && node != "mf3"_L1))
                return;
            const QString other = node == "mf2"_L1 ? u"10.77.0.3"_s : u"10.77.0.2"_s;
            QByteArray lines;
            int number = 0;
            for (const ReachTarget& target : query.reach) {
                for (qsizetype i = 0; i < target.ports.size(); ++i, ++number) {
                    const QByteArray state = answer.record("reach")->bytes.split('\n').value(number).split(' ').value(1);
                    lines += QByteArray::number(number) + ' ' + (target.address == other ? QByteArray("filtered") : state) +
                             '\n';
                }
            }
            answer.put("reach", lines);
        };
        bench.gate.onTrouble = [](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (trouble.step->kind == StepKind::RecordBaseline) // he knows that this is how the site is
                return TroubleAnswer{Remedy::Manual, {}, false};
            return std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        // Told at the baseline, and accepted there; later asked, with the reason, and never in the way again.
        QCOMPARE(QSet<QString>(bench.gate.troubledSteps.begin(), bench.gate.troubledSteps.end()),
                 (QSet<QString>{u"record-baseline-mf2"_s, u"record-baseline-mf3"_s}));
        QVERIFY(bench.gate.words.contains(u"verify-block-mf2"_s));
        QVERIFY(!bench.gate.words.contains(u"verify-block-mf1"_s)); // between the others it is proved
        QVERIFY(bench.run->state().record(u"verify-block-mf2"_s).byWord);
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    /// The id of a block is the plan's: that it is the same does not make it this run's.
    void aBlockThatAnotherRunOfTheSamePlanPutOnIsNotTakenForOnesOwn()
    {
        const QString id = u"block-mf2"_s;
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        Condition stands;
        stands.kind = ConditionKind::BlockPresent;
        stands.node = u"mf2"_s;
        stands.ports = bench.procedure.blockedPorts;
        bench.gate.onSeen = [&](const Step& step, const QList<Observation>&) {
            if (step.id == "record-baseline-mf1"_L1)
                bench.site.repair(stands); // somebody else at work
        };
        bench.gate.onTrouble = [&](const Trouble& trouble) -> std::optional<TroubleAnswer> {
            if (trouble.kind == Trouble::Kind::Guard)
                return TroubleAnswer{Remedy::Hold, {}, false};
            return std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubledSteps.last(), id);
        QVERIFY(!bench.kinds(id).contains(u"step-started"_s));
        Condition lifted;
        lifted.kind = ConditionKind::BlockAbsent;
        lifted.node = u"mf2"_s;
        bench.site.repair(lifted);
        bench.gate.onTrouble = nullptr;
        bench.gate.onSeen = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done);
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

QTEST_GUILESS_MAIN(TestRunnerTrouble)
#include "tst_runnertrouble.moc"
