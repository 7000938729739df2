#include "core/plan/Undo.h"
#include "core/product/ProductVersion.h"
#include "core/run/FinalChecks.h"
#include "tests/gui/SshBench.h"
#include "wizard/LiveTopology.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/LedgerList.h"
#include "wizard/widgets/ResultTable.h"
#include "wizard/widgets/TopologyView.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::SshBench;
using Press = Bench::Press;
using Kind = Bench::Kind;

/// Where the work on nodes by SSH is not as it should be: what is offered, and how it is gone back.
class TestWorkTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aCommandThatChangesNothingIsTroubleWithExactlyTheRemediesOffered()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf2"_s);
        const QString id = bench.question()->step.id;
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        QCOMPARE(bench.status(id), StepStatus::Failed);
        QList<Press> expected{Press::Look,   Press::Retry,   Press::DoneByHand,
                              Press::GoBack, Press::Exclude, Press::Hold};
        QList<Press> offered = bench.offered();
        std::sort(offered.begin(), offered.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(offered, expected);
        for (const Press press : std::as_const(offered)) // each says when it fits
            QVERIFY2(!bench.lineOf(press).isEmpty(), qPrintable(bench.button(press)->text()));
        QCOMPARE(bench.page->findChildren<QLabel*>(u"holdButtonLine"_s).size(), 1);
        QVERIFY(bench.lineOf(Press::GoBack).startsWith(u"One by one, each confirmed; first: step"_s));
        samples::untilLaidOut();
        // The small print of neighbours stands at one height, and well apart; that of Hold is right below it.
        const auto placeOf = [&](const char* name) {
            const auto* label = bench.child<QLabel>(name);
            const QRect words = label->fontMetrics().boundingRect(label->text());
            return QRect(label->mapTo(bench.page.get(), QPoint()), QSize(words.width(), label->height()));
        };
        const QRect look = placeOf("lookButtonLine"), retry = placeOf("retryButtonLine"), byHand = placeOf("doneByHandButtonLine");
        QCOMPARE(retry.top(), look.top());
        QCOMPARE(byHand.top(), look.top());
        QVERIFY(retry.left() - look.right() >= 15 && byHand.left() - retry.right() >= 15);
        // The answers of each row stand together, from the left.
        const auto leftOf = [&](Press press) { return bench.button(press)->mapTo(bench.page.get(), QPoint()).x(); };
        QVERIFY(std::abs(leftOf(Press::Exclude) - leftOf(Press::Look)) <= 2);
        QVERIFY(leftOf(Press::GoBack) > leftOf(Press::Exclude));
        const QPushButton* hold = bench.button(Press::Hold);
        const int below = hold->mapTo(bench.page.get(), QPoint(0, hold->height())).y();
        QVERIFY2(placeOf("holdButtonLine").top() - below <= 2, qPrintable(QString::number(placeOf("holdButtonLine").top() - below)));
        QVERIFY(bench.child<QWidget>("troublePanel")->isVisible());
        QCOMPARE(bench.seenLines(), QStringList{u"Not as expected: mf2 says: running"_s});
        QVERIFY(!bench.child<QLabel>("troubleState")->text().isEmpty());
        // What is not certain stands with what was seen of it.
        QStringList standing;
        for (const StateLine* each : bench.child<LedgerList>("ledgerList")->findChildren<StateLine*>())
            standing.append(each->text());
        QVERIFY2(standing.last().endsWith(u"Not confirmed: The service on mf2 is stopped. Seen last: mf2 says: running"_s),
                 qPrintable(standing.join(u'\n')));
        // The drawing knows what the panel beside it says.
        const auto drawn = [&] { return bench.child<TopologyView>("topologyView")->model().nodes[1]; };
        QCOMPARE(drawn().name, u"mf2"_s);
        QCOMPARE(drawn().version, u"5.20R01, runs"_s);
        QVERIFY(!drawn().stopped);
        bench.press('h');
        QTRY_COMPARE(bench.state().end(), RunEnd::Held);
        QTRY_COMPARE(drawn().version, u"5.20R01, service not confirmed"_s); // nobody looks: it may be hours until somebody does
        // Nor does what is seen while a result is waited for contradict it.
        SeenRow waited{Text(), SeenRow::waitedFor, Text(), conditionCode(ConditionKind::ServiceStopped), u"mf2"_s};
        const auto drawnWith = [&] { return liveTopology(bench.session.runFacts(), bench.state(), {}, {waited}, Language::English).nodes[1]; };
        QCOMPARE(drawnWith().version, u"5.20R01, runs"_s);
        waited.verdict = verdictCode(Observation::Verdict::Unknown);
        QCOMPARE(drawnWith().version, u"5.20R01, service not confirmed"_s);
        bench.press('g');
        QVERIFY(bench.asked() == Kind::Trouble);
        // It is the same trouble: what was expected and seen is told again.
        QCOMPARE(bench.seenLines(), QStringList{u"Not as expected: mf2 says: running"_s});
        QCOMPARE(drawn().version, u"5.20R01, runs"_s);
        // Nothing has been done since while it is only asked whether to go back.
        bench.press('u');
        QVERIFY(bench.asked() == Kind::Undo);
        QCOMPARE(drawn().version, u"5.20R01, runs"_s);
        bench.press('u');
        QTRY_VERIFY(bench.asked() == Kind::Trouble);
        // Once more, and now the node obeys.
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = true; });
        bench.press('t');
        QVERIFY(bench.asked() == Kind::Confirm);
        bench.press('r');
        QTRY_COMPARE(bench.status(id), StepStatus::Verified);
    }
    void whatWasPutRightByHandIsLookedAtAgain()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf2"_s);
        const QString id = bench.question()->step.id;
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        bench.press('l'); // still the same
        QVERIFY(bench.asked() == Kind::Trouble);
        bench.world.change(u"mf2"_s, [](auto& node) { node.running = false; });
        bench.press('d');
        QVERIFY(bench.asked() == Kind::DoneByHand);
        bench.press('d');
        QTRY_COMPARE(bench.status(id), StepStatus::Verified);
        QVERIFY(!bench.state().record(id).byWord); // seen, whatever was said
    }
    void aNodeIsLeftOutOnlyWhenTheCheckerAgrees()
    {
        Bench bench;
        bench.reach(StepKind::RunInstaller, u"mf2"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('a');
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        QVERIFY(bench.child<QCheckBox>("checkerAgrees")->isVisible());
        QVERIFY(!bench.button(Press::Exclude)->isEnabled() && !bench.button(Press::DoneByHand)->isEnabled());
        QVERIFY(bench.button(Press::Look)->isEnabled() && bench.button(Press::Hold)->isEnabled()); // these change nothing
        bench.press('e');
        QVERIFY(bench.asked() == Kind::Trouble);
        QVERIFY(!bench.state().isExcluded(u"mf2"_s));
        while (bench.asked() == Kind::Trouble && !bench.state().isExcluded(u"mf2"_s)) {
            QVERIFY(bench.button(Press::Exclude)->isVisible());
            bench.child<QCheckBox>("checkerAgrees")->setChecked(true);
            bench.press('e');
        }
        QTRY_VERIFY(bench.state().isExcluded(u"mf2"_s));
    }
    void whatIsToBeDoneAboutThisVeryTroubleStandsFirst()
    {
        Bench bench;
        const auto topOf = [&](const char* name) { return bench.child<QWidget>(name)->mapTo(bench.page.get(), QPoint()).y(); };
        bench.reach(StepKind::StopService, u"mf2"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        samples::untilLaidOut();
        QVERIFY(topOf("troubleRemedy") > topOf("troubleState")); // the general word compares what stands above it
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = true; });
        bench.press('t');
        bench.reach(StepKind::RunInstaller, u"mf2"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('a');
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        samples::untilLaidOut();
        QVERIFY(bench.child<QLabel>("troubleRemedy")->text().startsWith("The installer was not started"_L1));
        QVERIFY(topOf("troubleRemedy") < topOf("troubleStateHead"));
        QVERIFY(!bench.child<QLabel>("troubleState")->text().contains("Go on to the end"_L1)); // and beside it no other way
    }
    void goingBackSaysThatAnInstallerWhichWasNotStartedLeftNothing()
    {
        Bench bench;
        bench.reach(StepKind::RunInstaller, u"mf2"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('a');
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        QVERIFY2(bench.lineOf(Press::GoBack).endsWith("with nothing to take back there."_L1), qPrintable(bench.lineOf(Press::GoBack)));
        QVERIFY(!bench.child<StateLine>("nothingToUndoLine")->isVisible());
        bench.press('u');
        QVERIFY(bench.asked() == Kind::Undo);
        QVERIFY(bench.question()->step.kind == StepKind::RunInstaller);
        QVERIFY(bench.child<StateLine>("nothingToUndoLine")->isVisible());
        bench.press('u'); // no: the trouble is asked about again
        QTRY_VERIFY(bench.asked() == Kind::Trouble);
        // A second attempt: what the first one has left on the node nobody knows.
        bench.press('t');
        QVERIFY(bench.asked() == Kind::Confirm);
        bench.press('a');
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        QVERIFY2(bench.lineOf(Press::GoBack).endsWith("Versions go back by hand."_L1), qPrintable(bench.lineOf(Press::GoBack)));
    }
    void aRunThatIsHeldWithNothingLeftToDoDoesNotLeadOn()
    {
        Bench bench;
        const auto leadsOn = [&] { return bench.button(Press::GoOn)->property("ruwPrimary").toBool(); };
        bench.reach(StepKind::RunInstaller, u"mf2"_s);
        bench.press('h');
        QTRY_COMPARE(bench.state().end(), RunEnd::Held);
        QTRY_VERIFY(bench.button(Press::GoOn)->isVisible());
        QVERIFY(leadsOn() && !bench.page->nextStandsOut());
        bench.press('g');
        bench.reach(StepKind::RunInstaller, u"mf2"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        bench.press('a');
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        bench.child<QCheckBox>("checkerAgrees")->setChecked(true);
        bench.child<QLineEdit>("noteEdit")->setText(u"its disk is broken"_s);
        bench.press('e');
        QTRY_VERIFY(bench.state().isExcluded(u"mf2"_s));
        bench.world.change(u"mf2"_s, [](auto& node) { node.answers = false; }); // dead: the others go back without it
        while (bench.asked() && bench.question()->kind != Kind::Confirm && !QTest::currentTestFailed())
            bench.answerGood();
        for (int guard = 0; guard < 60 && bench.asked(); ++guard) {
            if (bench.question()->kind == Kind::Confirm)
                bench.press('u');
            else if (bench.question()->kind == Kind::Undo)
                bench.press(bench.question()->undo.type == Action::Type::Command ? 'r' : bench.question()->begins ? 's' : 'd');
            else
                bench.press('i');
        }
        QVERIFY(bench.state().isOver());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        QVERIFY(bench.button(Press::GoOn)->isVisible()); // who wants to may still
        QVERIFY(!leadsOn() && bench.page->nextStandsOut());
        // That all is confirmed does not say that nothing stands.
        for (const FinalQuestion& question : finalQuestions(bench.state(), bench.session.runFacts()))
            QVERIFY(bench.session.run()->finalCheck(question.id, question.text, true));
        bench.session.takeRunState();
        QVERIFY(!bench.state().ledger().empty());
        FinishPage finish(bench.session);
        QVERIFY2(finish.intro().startsWith(u"All confirmations are made; temporary changes still stand"_s), qPrintable(finish.intro()));
    }
    void goingBackRunsEachUndoAfterItsOwnConsent()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s);
        QVERIFY(!bench.state().ledger().empty());
        bench.press('u');
        bool otherCheck = false; // than that of the step
        for (int guard = 0; guard < 20 && bench.asked(); ++guard) {
            QVERIFY(bench.question()->kind == Kind::Undo || bench.question()->kind == Kind::Word);
            if (bench.question()->kind == Kind::Undo) { // what will be looked at afterwards is said before
                QStringList expected;
                for (const QLabel* label : bench.child<ResultTable>("stepExpects")->findChildren<QLabel*>())
                    expected.append(label->text());
                for (const Condition& one : statesAfterUndo(bench.question()->step, bench.session.site())) {
                    const QString text = withVersionsWhole(one.text().render(Language::English));
                    QVERIFY2(expected.join(u'|').contains(text), qPrintable(text + u" in "_s + expected.join(u'|')));
                }
                // And it is checked as what does the same on the way forward: by no command where the program looks.
                const Step& undone = bench.question()->step;
                QCOMPARE(bench.child<CommandView>("stepCheck")->command(),
                         checkOfUndo(forwardOfUndo(undone, bench.state().procedure())));
                otherCheck = otherCheck || bench.child<CommandView>("stepCheck")->command() != undone.checkCommand;
                bench.press(bench.question()->undo.type == Action::Type::Command ? 'r' : bench.question()->begins ? 's' : 'd');
            } else {
                bench.press('i');
            }
        }
        QCOMPARE(bench.state().end(), RunEnd::RolledBack);
        QVERIFY(otherCheck);
        QVERIFY(bench.world.of(u"mf1"_s).bootStart);
        QVERIFY(bench.state().ledger().empty());
    }
    void whatWasAsExpectedOnTheWayForwardDoesNotStandWithATroubleOfGoingBack()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s);
        QVERIFY(bench.state().nextRollback());
        const Step undone = *bench.state().nextRollback();
        QVERIFY(!undone.node.isEmpty());
        bench.world.change(undone.node, [](auto& node) { node.version = "5.40R01"; }); // by somebody else
        bench.press('u');
        QVERIFY(bench.asked() == Kind::Trouble);
        QCOMPARE(bench.question()->step.id, undone.id);
        QCOMPARE(bench.status(undone.id), StepStatus::Verified);
        QVERIFY(bench.question()->observations.isEmpty()); // the trouble brings no look of its own
        const auto* panel = bench.child<QWidget>("troublePanel");
        QVERIFY(panel->isVisible());
        QVERIFY(panel->findChildren<StateLine*>(u"seenLine"_s).isEmpty());
        // Nor is it called slow, or put right: it has to change.
        QCOMPARE(bench.lineOf(Press::Look), u"once it has changed"_s);
    }
    void goingBackThatIsDeclinedGoesOnForward()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s);
        const QString id = bench.question()->step.id;
        bench.press('u');
        QVERIFY(bench.asked() == Kind::Undo);
        bench.press('u');
        QTRY_VERIFY(bench.question() && bench.question()->kind == Kind::Confirm);
        QCOMPARE(bench.question()->step.id, id);
        QVERIFY(!bench.world.of(u"mf2"_s).bootStart);
    }
    void whatNobodyCanSeeIsAskedForAndANoStopsTheRun()
    {
        Bench bench;
        QVERIFY(bench.asked() == Kind::Word);
        const QString id = bench.question()->step.id;
        QCOMPARE(bench.child<QLabel>("barQuestion")->text(),
                 withVersionsWhole(bench.question()->condition.question.render(Language::English)));
        bench.press('n');
        QVERIFY(bench.asked() == Kind::Trouble);
        QCOMPARE(bench.status(id), StepStatus::Failed);
        QCOMPARE(bench.seenLines(), QStringList{u"Not as expected: The doer says no."_s});
    }
    void aFactThatChangedStopsTheRunBeforeTheStep()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s);
        bench.world.change(u"mf3"_s, [](auto& node) { node.bootStart = true; }); // put back by somebody
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        QVERIFY(bench.question()->trouble.kind == Trouble::Kind::World);
        QCOMPARE(bench.offered(), (QList<Press>{Press::Look, Press::GoBack, Press::Exclude, Press::Hold}));
        QCOMPARE(bench.question()->trouble.failing, u"mf3"_s);
        bench.world.change(u"mf3"_s, [](auto& node) { node.bootStart = false; });
        bench.press('l');
        QVERIFY(bench.asked() == Kind::Confirm);
    }
};

QTEST_MAIN(TestWorkTrouble)
#include "tst_worktrouble.moc"
