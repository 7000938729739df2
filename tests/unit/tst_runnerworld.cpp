#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// What the Runner notices of a world that does not stand still: before a step, while it waits, and while the operator thinks.
class TestRunnerWorld : public QObject {
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
};

QTEST_GUILESS_MAIN(TestRunnerWorld)
#include "tst_runnerworld.moc"
