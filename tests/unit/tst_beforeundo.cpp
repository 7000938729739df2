#include "core/plan/Undo.h"
#include "core/run/FinalChecks.h"
#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::shapeOf;

/// What going back waits for, looks at and asks before the next thing is undone.
class TestBeforeUndo : public QObject {
    Q_OBJECT

    /// Goes back from where all blocks stand; the queue of `node`, once its block is lifted, keeps an old file while `keeps` says so.
    struct Lifting : samples::RunnerBench {
        explicit Lifting(int slaves, QString slow, std::function<bool()> theKeeps)
            : RunnerBench(shapeOf(slaves, "ON", false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@confirm-go"_s),
              node(std::move(slow)), keeps(std::move(theKeeps))
        {
            access.changeAnswer = [this](const QString& asked, const NodeQuery& query, NodeAnswer& answer) {
                if (asked == node && query.asks.testFlag(Ask::Queue) && isLifted(node) && keeps())
                    answer.put("queue", "1 4096 1000000000");
                if (meddle)
                    meddle(asked, query, answer);
            };
        }
        bool isLifted(const QString& name) const
        {
            return run->state().record(u"block-"_s + name).wasUndone();
        }
        bool isBlocked(const QString& name) const
        {
            const auto& nodes = site.nodes();
            return !std::find_if(nodes.cbegin(), nodes.cend(), [&](const SimulatedNode& one) { return one.name == name; })
                        ->blockRun.isEmpty();
        }
        QString node;
        std::function<bool()> keeps;
        std::function<void(const QString&, const NodeQuery&, NodeAnswer&)> meddle;
    };

private slots:
    // ---- what has piled up flows before the next block is lifted (FAQ 2578) ----

    void goingBackWaitsForEachQueueBeforeTheNextBlockIsLifted()
    {
        int looks = 0;
        Lifting bench(2, u"mf3"_s, [&] { return looks++ < 5; });
        bool early = false;
        bench.gate.onWaiting = [&](const Waiting&) { early = early ||
                    (bench.isLifted(u"mf3"_s) && !bench.isBlocked(u"mf2"_s)); };
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QVERIFY(looks > 5 && !early);
        QVERIFY(!bench.gate.words.contains(u"block-mf2"_s) && bench.gate.troubles.isEmpty()); // it shows
        QVERIFY(bench.site.watch().violations().isEmpty());
        for (const QString& name : {u"mf2"_s, u"mf3"_s})
            QVERIFY2(bench.run->state().liftedAt(name).isValid(), qPrintable(name));
        QCOMPARE(bench.kinds(u"block-mf3"_s).count(u"queue-settled"_s), 1);
    }
    void afterGoingBackOnlyQueuesBehindALiftedBlockAreAskedAbout()
    {
        samples::RunnerBench bench(shapeOf(3, "ON", false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@block-mf4"_s);
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        for (const QString& name : {u"mf2"_s, u"mf3"_s, u"mf4"_s}) {
            const QList<FinalQuestion> asked = finalQuestions(bench.run->state(), bench.facts);
            const bool about = std::any_of(asked.cbegin(), asked.cend(),
                                           [&](const FinalQuestion& one) { return one.id == "queue-drained:"_L1 + name; });
            QCOMPARE(about, bench.run->state().liftedAt(name).isValid());
        }
        QVERIFY(!bench.run->state().liftedAt(u"mf4"_s).isValid());
        QVERIFY(bench.run->state().liftedAt(u"mf2"_s).isValid());
    }
    void aQueueThatDoesNotFlowIsAskedAboutOnceAndTheWordIsKept()
    {
        Lifting bench(3, u"mf4"_s, [] { return true; });
        QList<Text> asked;
        bench.gate.onWord = [&](const Step& step, const Observation& seen) -> std::optional<ConfirmationGate::Word> {
            if (step.id == u"block-mf3"_s || step.id == u"block-mf2"_s)
                asked.append(seen.condition.question);
            return std::nullopt;
        };
        const QDateTime began = bench.site.now();
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QCOMPARE(asked.size(), 1); // not again before each further block
        QVERIFY(asked.first().render(Language::English).contains(u"queue of mf4"_s)); // and not whether it is empty: that is seen
        const qint64 hours = began.secsTo(bench.site.now()) / 3600;
        QVERIFY2(hours == 1, qPrintable(QString::number(hours)));
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        const auto settled = std::find_if(read.records.cbegin(), read.records.cend(), [](const JournalRecord& one) {
            return one.kind == "queue-settled"_L1 && one.step == "block-mf4"_L1;
        });
        QVERIFY(settled != read.records.cend());
        QVERIFY(settled->data.value(u"observed"_s).toArray().first().toObject().value(u"byWord"_s).toBool());
        QVERIFY(RunState::replay(bench.procedure, read.records) == bench.run->state());
    }
    /// Held while it flows, or killed: that block was lifted, whatever has been asked for since.
    void aWaitThatBrokeOffIsTakenUpWhenHeGoesBackAgain_data()
    {
        QTest::addColumn<bool>("held"); ///< else killed before it was settled
        QTest::newRow("held") << true;
        QTest::newRow("killed") << false;
    }
    void aWaitThatBrokeOffIsTakenUpWhenHeGoesBackAgain()
    {
        QFETCH(bool, held);
        Lifting bench(2, u"mf3"_s, [] { return true; });
        int asked = 0;
        bench.gate.onWord = [&](const Step& step, const Observation&) {
            const bool here = step.id == "block-mf2"_L1;
            asked += here ? 1 : 0;
            return held && here && asked == 1 ? std::optional(ConfirmationGate::Word::Hold) : std::nullopt;
        };
        if (held) {
            QCOMPARE(bench.go().value(), RunEnd::Held);
        } else {
            QCOMPARE(bench.go().value(), RunEnd::RolledBack);
            QList<QByteArray> lines = bench.journal.split('\n');
            const auto settled = std::find_if(lines.cbegin(), lines.cend(),
                                              [](const QByteArray& line) { return line.contains("queue-settled"); });
            QVERIFY(settled != lines.cend());
            bench.journal = lines.mid(0, settled - lines.cbegin()).join('\n') + '\n';
        }
        QCOMPARE(asked, 1);
        bench.gate.onConfirm = [](const StepQuestion&) { return std::optional(StepAnswer{StepAnswer::Choice::Rollback, {}, false}); };
        const Result<RunEnd> end = bench.resume();
        QVERIFY(end);
        QCOMPARE(asked, 2);
        if (held) // of the other the site stands where its journal no longer does
            QCOMPARE(*end, RunEnd::RolledBack);
    }
    void whoLooksAgainGoesOnGoingBack()
    {
        bool stuck = true;
        Lifting bench(2, u"mf3"_s, [&] { return stuck; });
        bench.gate.onWord = [&](const Step& step, const Observation&) {
            return stuck && step.id == u"block-mf2"_s ? std::optional(ConfirmationGate::Word::No) : std::nullopt;
        };
        bench.gate.onTrouble = [&](const Trouble& found) -> std::optional<TroubleAnswer> {
            stuck = false; // seen to in the meantime
            return found.remedies.contains(Remedy::Look) ? std::optional(TroubleAnswer{Remedy::Look, {}, true}) : std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QCOMPARE(bench.gate.troubledSteps, QStringList{u"block-mf2"_s});
        QCOMPARE(bench.kinds(u"block-mf3"_s).count(u"step-confirmed"_s), 1); // it is not put on again
    }
    void whatBecameOfTheSiteWhileAQueueWasAwaitedIsSeenBeforeTheNextBlockIsLifted()
    {
        int looks = 0;
        Lifting bench(2, u"mf3"_s, [&] { return looks++ < 5; });
        bench.meddle = [&](const QString& asked, const NodeQuery& query, NodeAnswer& answer) {
            if (asked == u"mf2"_s && looks > 2 && query.asks.testFlag(Ask::Config))
                answer.put("config", samples::config(shapeOf(2, "OFF", false), 1)); // somebody has changed it meanwhile
        };
        bench.gate.onTrouble = [](const Trouble&) { return std::optional(TroubleAnswer{}); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubles, QList{Trouble::Kind::Drift});
        QVERIFY(bench.isBlocked(u"mf2"_s));
    }
    // ---- what he goes by is looked at, or asked, anew ----

    /// The others that answered when he was asked may have fallen silent since (S4).
    void aMailNodeIsNotStoppedOnAnAnswerOfLongAgo()
    {
        samples::RunnerBench bench(shapeOf(2, "ON", false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@drain-node-mf3"_s);
        bool silent = false;
        QString asked;
        bench.access.insteadOfSmtp = [&](const QString& address) {
            return silent && address != "10.77.0.2"_L1 ? std::optional(SmtpAnswer{ProbeState::Refused, false, {}, {}}) : std::nullopt;
        };
        bench.gate.onUndo = [&](const Step& step) {
            if (step.node != "mf2"_L1 ||
                (counterpartOf(step.kind) != StepKind::DrainNode && counterpartOf(step.kind) != StepKind::StopService) || silent)
                return;
            asked = step.id;
            silent = true;
            bench.site.wait(std::chrono::minutes(20), {});
        };
        bench.gate.onTrouble = [](const Trouble&) { return std::optional(TroubleAnswer{}); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(!asked.isEmpty());
        QVERIFY(!bench.kinds(asked).contains(u"undo-started"_s));
    }
    void aWordOfAMomentAgoIsNotAskedForAgain_data()
    {
        QTest::addColumn<int>("wordMinutes");
        QTest::addColumn<int>("undoMinutes");
        QTest::addColumn<int>("times");
        QTest::newRow("said and undone at once") << 0 << 0 << 1;
        QTest::newRow("the word took its time") << 5 << 0 << 1;
        QTest::newRow("the undo was thought over") << 0 << 20 << 2;
        QTest::newRow("both took their time") << 5 << 20 << 2;
    }
    /// Whether the others take mail can't be seen from here, and he is asked (S4).
    void aWordOfAMomentAgoIsNotAskedForAgain()
    {
        QFETCH(int, wordMinutes);
        QFETCH(int, undoMinutes);
        QFETCH(int, times);
        SiteFacts facts = samples::rehearsalFacts(shapeOf(2, "ON", false));
        for (NodeFacts& node : facts.nodes)
            node.survey.smtp.value = PortState::Filtered;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, facts, u"operator-goes-back@drain-node-mf3"_s);
        bench.access.insteadOfSmtp = [](const QString&) { return std::optional(SmtpAnswer{ProbeState::Filtered, false, {}, {}}); };
        int asked = 0, undone = 0;
        bench.gate.onWord = [&](const Step& step, const Observation& seen) -> std::optional<ConfirmationGate::Word> {
            if (seen.condition.kind == ConditionKind::OtherMailNodesAnswer &&
                step.title.render(Language::English).startsWith("Undo"_L1)) {
                ++asked;
                bench.site.wait(std::chrono::minutes(wordMinutes), {});
            }
            return ConfirmationGate::Word::Yes;
        };
        bench.gate.onUndo = [&](const Step& step) {
            if (step.node.isEmpty() ||
                !(counterpartOf(step.kind) == StepKind::DrainNode || counterpartOf(step.kind) == StepKind::StopService))
                return;
            ++undone;
            bench.site.wait(std::chrono::minutes(undoMinutes), {});
        };
        QVERIFY(bench.go());
        QVERIFY(undone > 0);
        QCOMPARE(asked, undone * times);
    }
    /// He was asked anew, and that took its time as well: what he goes by then is looked at once more.
    void aWordThatTakesItsTimeIsFollowedByALook()
    {
        SiteFacts facts = samples::rehearsalFacts(shapeOf(2, "ON", false));
        for (NodeFacts& node : facts.nodes)
            node.survey.smtp.value = PortState::Filtered;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, facts, u"operator-goes-back@drain-node-mf3"_s);
        bool refuses = false;
        bench.access.insteadOfSmtp = [&](const QString&) {
            return std::optional(SmtpAnswer{refuses ? ProbeState::Refused : ProbeState::Filtered, false, {}, {}});
        };
        QStringList asked;
        bench.gate.onWord = [&](const Step& step, const Observation& seen) -> std::optional<ConfirmationGate::Word> {
            if (seen.condition.kind == ConditionKind::OtherMailNodesAnswer &&
                step.title.render(Language::English).startsWith("Undo"_L1)) {
                asked.append(step.id);
                refuses = asked.size() == 2;
                bench.site.wait(std::chrono::minutes(5), {});
            }
            return ConfirmationGate::Word::Yes;
        };
        bench.gate.onUndo = [&](const Step& step) {
            if (asked.contains(step.id))
                bench.site.wait(std::chrono::minutes(20), {});
        };
        bench.gate.onTrouble = [](const Trouble&) { return std::optional(TroubleAnswer{}); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.first(), asked.last());
        QVERIFY(!bench.kinds(asked.first()).contains(u"undo-started"_s));
    }
    /// The step from which he goes back may have failed: to look again is not to judge it once more.
    void whoLooksAgainGoesOnGoingBackFromAStepThatHasFailed()
    {
        samples::RunnerBench bench(shapeOf(1, "ON", false), ProcedureKind::BlockSyncPorts,
                                   u"reboot-drops-block@midway:run-installer-mf2,installer-fails@run-installer-mf2"_s);
        QList<QList<Remedy>> offered;
        bench.gate.onTrouble = [&](const Trouble& found) -> std::optional<TroubleAnswer> {
            offered.append(found.remedies);
            if (found.remedies.contains(Remedy::Rollback))
                return TroubleAnswer{Remedy::Rollback, {}, true};
            bench.site.putRight(found);
            return found.remedies.contains(Remedy::Look) ? std::optional(TroubleAnswer{Remedy::Look, {}, true}) : std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QVERIFY(offered.contains(QList{Remedy::Look, Remedy::Hold}));
        QVERIFY(!bench.kinds(u"run-installer-mf2"_s).contains(u"step-looked-at"_s));
        QVERIFY(bench.site.watch().violations().isEmpty());
    }
    void whatBecameOfTheSiteWhileTheUndoWasThoughtOverIsSeenFirst()
    {
        samples::RunnerBench bench(shapeOf(2, "ON", false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@confirm-go"_s);
        bool changed = false;
        bench.access.changeAnswer = [&](const QString& asked, const NodeQuery& query, NodeAnswer& answer) {
            if (changed && asked == u"mf2"_s && query.asks.testFlag(Ask::Config))
                answer.put("config", samples::config(shapeOf(2, "OFF", false), 1));
        };
        bench.gate.onUndo = [&](const Step& step) {
            if (step.id != u"block-mf2"_s)
                return;
            changed = true;
            bench.site.wait(std::chrono::minutes(10), {});
        };
        bench.gate.onTrouble = [](const Trouble&) { return std::optional(TroubleAnswer{}); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubles, QList{Trouble::Kind::Drift});
        QVERIFY(!bench.kinds(u"block-mf2"_s).contains(u"undo-started"_s));
    }
};

QTEST_GUILESS_MAIN(TestBeforeUndo)
#include "tst_beforeundo.moc"
