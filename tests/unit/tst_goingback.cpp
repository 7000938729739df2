#include "core/plan/Undo.h"
#include "core/run/FinalChecks.h"
#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Going back to the very beginning, from every step of every procedure.
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
    static samples::SiteShape shapeOf(int slaves, const QByteArray& dataSync, bool windows)
    {
        samples::SiteShape shape;
        shape.slaves = slaves;
        shape.dataSync = dataSync;
        shape.os = windows ? Os::Windows : Os::Linux;
        return shape;
    }

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
            return !std::find_if(nodes.cbegin(), nodes.cend(), [&](const SimulatedNode& one) { return one.name == name; })->blockRun.isEmpty();
        }
        QString node;
        std::function<bool()> keeps;
        std::function<void(const QString&, const NodeQuery&, NodeAnswer&)> meddle;
    };

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
            const bool about = std::any_of(asked.cbegin(), asked.cend(), [&](const FinalQuestion& one) { return one.id == "queue-drained:"_L1 + name; });
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
            const auto settled = std::find_if(lines.cbegin(), lines.cend(), [](const QByteArray& line) { return line.contains("queue-settled"); });
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
            if (step.node != "mf2"_L1 || (counterpartOf(step.kind) != StepKind::DrainNode && counterpartOf(step.kind) != StepKind::StopService) || silent)
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
            if (seen.condition.kind == ConditionKind::OtherMailNodesAnswer && step.title.render(Language::English).startsWith("Undo"_L1)) {
                ++asked;
                bench.site.wait(std::chrono::minutes(wordMinutes), {});
            }
            return ConfirmationGate::Word::Yes;
        };
        bench.gate.onUndo = [&](const Step& step) {
            if (step.node.isEmpty() || !(counterpartOf(step.kind) == StepKind::DrainNode || counterpartOf(step.kind) == StepKind::StopService))
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
            if (seen.condition.kind == ConditionKind::OtherMailNodesAnswer && step.title.render(Language::English).startsWith("Undo"_L1)) {
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
