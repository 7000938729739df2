#include "core/plan/Undo.h"
#include "core/product/ProductVersion.h"
#include "core/run/FinalChecks.h"
#include "core/run/RunFile.h"
#include "tests/gui/FakeSite.h"
#include "tests/gui/PageSamples.h"
#include "tests/gui/WorkSite.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/pages/WorkPage.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/CommandView.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/ResultTable.h"
#include "wizard/widgets/RunSummary.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepList.h"
#include "wizard/widgets/TopologyView.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;

using Press = ConfirmationBar::Ask;
using Kind = RunQuestion::Kind;

namespace {

/// A site of three nodes by SSH, its plan, and the page whose Runner works on it, in the smallest window.
struct Bench {
    explicit Bench(const std::function<void(Site&)>& change = {}, Language language = Language::English,
                   const QString& checker = u"Suzuki"_s)
    {
        session.setLanguage(language);
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        Site site = samples::workSite();
        site.directory = folder.path();
        if (change)
            change(site);
        session.setSite(site);
        session.setSurvey(surveySite(site, session.connections().access(), {}, {}));
        session.chooseProcedure(ProcedureKind::StopMailFlow);
        if (!session.procedure()) {
            const auto planned = planProcedure(session.facts(), ProcedureKind::StopMailFlow);
            qFatal("there is no plan: %s",
                   qPrintable(planned ? QString() : planned.error().render(Language::English)));
        }
        page = std::make_unique<WorkPage>(session);
        page->setClock(clock);
        page->retranslate();
        samples::showSmallest(*page);
        page->enter();
        session.setPeople(u"Sato"_s, checker);
        child<QLineEdit>("journalEdit")->setText(journal());
        child<QPushButton>("beginButton")->click();
        if (!session.run())
            qFatal("the run did not begin: %s", qPrintable(child<StateLine>("beginError")->text()));
    }

    template <typename T> T* child(const char* name) const
    {
        T* found = page->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no part named %s", name);
        return found;
    }
    QPushButton* button(Press press) const { return page->findChild<ConfirmationBar*>()->button(press); }
    QString journal() const { return folder.filePath(u"run.journal.jsonl"_s); }
    const RunState& state() const { return *session.runState(); }
    StepStatus status(const QString& id) const { return state().record(id).status; }
    const RunQuestion* question() const
    {
        const auto& asked = page->worker().gate().question();
        return asked ? &*asked : nullptr;
    }
    /// Until the run asks something, or has ended; nothing: it has ended.
    std::optional<Kind> asked() const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!page->worker().working() || question(), 20'000); }();
        QCoreApplication::processEvents();
        return question() ? std::optional(question()->kind) : std::nullopt;
    }
    void press(char key) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QTRY_VERIFY(std::ranges::none_of(page->findChildren<QAbstractButton*>(), &QAbstractButton::isDown));
    }
    /// The good answer, by keyboard.
    void answerGood() const
    {
        switch (*asked()) {
        case Kind::Confirm:
            if (child<QCheckBox>("checkerAgrees")->isVisible())
                press('a');
            press(question()->canRun ? 'r' : 's');
            break;
        case Kind::DoneByHand:
            press('d');
            break;
        case Kind::Word:
            press(button(Press::Yes)->isVisible() ? 'i' : 'd'); // the restart flag has an answer of its own
            break;
        case Kind::Trouble:
        case Kind::Undo:
            QFAIL("nothing was to go wrong");
        }
    }
    /// Until this kind of step waits for its start.
    void reach(StepKind kind, const QString& node = {}) const
    {
        while (asked() && !QTest::currentTestFailed()) {
            const Step& step = question()->step;
            if (question()->kind == Kind::Confirm && step.kind == kind &&
                (node.isEmpty() || step.node == node))
                return;
            answerGood();
        }
        QFAIL("there is no such step");
    }
    QList<Press> offered() const
    {
        QList<Press> all;
        for (int i = 0; i <= int(Press::Hold); ++i) {
            if (button(Press(i))->isVisible())
                all.append(Press(i));
        }
        return all;
    }
    /// What stands in small print with an answer; empty: nothing that can be seen.
    QString lineOf(Press press) const
    {
        const auto* line = child<QLabel>(qPrintable(button(press)->objectName() + u"Line"_s));
        return !line->isVisible() ? QString() : line->toolTip().isEmpty() ? line->text() : line->toolTip();
    }
    QStringList seenLines() const
    {
        QStringList lines;
        for (const StateLine* line : page->findChildren<StateLine*>(u"seenLine"_s)) {
            if (line->isVisible())
                lines.append(line->text());
        }
        return lines;
    }

    QTemporaryDir folder;
    samples::TickingClock clock;
    samples::WorkAccess::World world;
    Session session;
    std::unique_ptr<WorkPage> page;
};

} // namespace

/// The Work page on nodes that are worked on by SSH: the Runner acts, the window asks.
class TestWorkSsh : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aStepIsRunOnTheNodeAndItsResultIsSeenThere()
    {
        Bench bench;
        bench.reach(StepKind::BackupConfig);
        const QString id = bench.question()->step.id, node = bench.question()->step.node;
        QVERIFY(bench.button(Press::Run)->isVisible());
        QCOMPARE(bench.world.of(node).commands, 0); // nothing before the consent
        bench.press('r');
        QTRY_COMPARE(bench.status(id), StepStatus::Verified);
        QCOMPARE(bench.world.of(node).commands, 1);
        QVERIFY(!bench.state().record(id).byWord);
        QVERIFY(bench.asked());
        // Looked at afterwards: what was seen stands beside what was expected, and what the command printed is there.
        auto* list = bench.child<StepList>("stepList");
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == id)
                list->setCurrentRow(row);
        }
        QTRY_COMPARE(bench.seenLines(),
                     QStringList{u"As expected: The copy has the content that the survey read."_s});
        auto* fold = bench.child<QToolButton>("outputButton");
        QVERIFY(fold->isVisible());
        QVERIFY(fold->text().contains(u"exit status 0"_s));
        QVERIFY(!bench.child<QPlainTextEdit>("outputText")->isVisible());
        fold->click();
        QVERIFY(bench.child<QPlainTextEdit>("outputText")->isVisible());
        QVERIFY(bench.child<QPlainTextEdit>("outputText")->toPlainText().contains(u"done on "_s + node));
    }
    void aWholeRunEndsAsDoneAndTheFinalChecksAreSeen()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        QVERIFY(bench.page->isComplete());
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        QVERIFY(look->isVisible());
        QVERIFY(!finish.findChild<QCheckBox*>(u"finalCheck-version-is:mf1"_s)); // seen, not said
        const auto* hint = finish.findChild<QLabel*>(u"looksHint"_s);
        const auto* open = finish.findChild<StateLine*>(u"openLooks"_s);
        QVERIFY(hint->text().startsWith(u"Look at the nodes"_s));
        QVERIFY(open->text().endsWith(u"are open."_s));
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().value(u"version-is:mf1"_s).holds);
        // What was done is not asked for any more.
        QTRY_VERIFY(hint->isHidden());
        QVERIFY2(finish.intro().startsWith(u"Everything is confirmed"_s), qPrintable(finish.intro()));
        QVERIFY(open->isHidden());
        QVERIFY(!bench.state().finalChecks().value(u"version-is:mf1"_s).seen.isEmpty());
        auto* line = finish.findChild<StateLine*>(u"finalSeen-service-running:mf2"_s);
        QVERIFY(line);
        QCOMPARE(line->state(), theme::State::Good);
        QVERIFY2(line->text().endsWith(inOnePiece(u"(before the work: running)"_s)), qPrintable(line->text()));
        QVERIFY(finish.findChild<StateLine*>(u"finalSeen-version-is:mf1"_s)
                    ->text()
                    .endsWith(inOnePiece(u"(before the work: 5.20R01)"_s)));
        // The world changes: the next look says so.
        bench.world.change(u"mf2"_s, [](auto& node) { node.running = false; });
        look->click();
        QTRY_VERIFY(!bench.state().finalChecks().value(u"service-running:mf2"_s).holds);
        QCOMPARE(finish.findChild<StateLine*>(u"finalSeen-service-running:mf2"_s)->state(),
                 theme::State::Bad);
        // What is not as expected is counted apart from what nobody has looked at.
        QTRY_VERIFY(open->text().endsWith(u"are not as expected."_s) || open->text().endsWith(u"is not as expected."_s));
        QCOMPARE(open->text().count(u'\n'), 0);
        QCOMPARE(open->state(), theme::State::Bad);
        QVERIFY(hint->text().startsWith(u"Put right"_s));
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QVERIFY(!stored->state().finalChecks().value(u"service-running:mf2"_s).holds);
    }
    void whileTheRunIsHeldNothingThatMustStandIsToBePutRight()
    {
        Bench bench;
        bench.reach(StepKind::StopService, u"mf1"_s); // start at boot is off by plan
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        const auto* hint = finish.findChild<QLabel*>(u"looksHint"_s);
        const QString held = u"The run is held: these questions are for the end of the work."_s;
        QCOMPARE(hint->text(), held);
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().contains(u"boot-start-on:mf2"_s));
        QVERIFY(!bench.state().finalChecks().value(u"boot-start-on:mf2"_s).holds);
        QTRY_VERIFY(look->isEnabled());
        QCOMPARE(hint->text(), held);
    }
    void theFinishPageJudgesTheSiteOfTheRunWhateverIsEditedLater()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        QVERIFY(look->isVisible());
        const auto rows = [&] {
            QStringList texts;
            for (const QLabel* label : finish.findChild<RunSummary*>()->findChildren<QLabel*>())
                texts.append(label->text());
            return texts;
        };
        const auto findings = [&] {
            QStringList texts;
            for (const StateLine* line : finish.findChildren<StateLine*>())
                texts.append(line->text());
            return texts;
        };
        const QStringList before = rows(), foundBefore = findings();
        Site edited = bench.session.site();
        for (Node& node : edited.nodes)
            node.access = AccessKind::Manual;
        edited.nodes[1].name = u"other"_s;
        edited.schedule.start = QDateTime::fromString(u"2027-01-01T22:00+09:00"_s, Qt::ISODate);
        bench.session.setSite(edited);
        finish.enter();
        QVERIFY(look->isVisible());
        QCOMPARE(rows(), before);
        QCOMPARE(findings(), foundBefore);
        look->click();
        QTRY_VERIFY(bench.state().finalChecks().value(u"version-is:mf2"_s).holds);
    }
    void theKeyboardStaysOnABoxThroughALook()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        QVERIFY(QTest::qWaitForWindowActive(&finish));
        auto* look = finish.findChild<QPushButton*>(u"lookButton"_s);
        bench.world.change(u"mf2"_s, [](auto& node) { node.answers = false; }); // what can't be seen is a person's to tick
        look->click();
        QTRY_VERIFY(look->isEnabled());
        const QList<QCheckBox*> boxes = finish.findChildren<QCheckBox*>();
        QVERIFY(!boxes.isEmpty());
        const QString name = boxes.last()->objectName();
        boxes.last()->setFocus();
        look->click();
        QVERIFY(!look->isEnabled());
        QTRY_VERIFY(look->isEnabled());
        QVERIFY(finish.focusWidget());
        QCOMPARE(finish.focusWidget()->objectName(), name);
    }
    void aLookIsStoppedFromTheQuestionOfANode()
    {
        Bench bench;
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        WindowPrompter& prompter = bench.session.connections().prompter();
        bench.session.connections().useAccess(std::make_unique<samples::FakeSiteAccess>(
            [&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
                (void)prompter.secret(node.name, SecretKind::Ssh, Text::verbatim(u"Password"_s));
                return samples::fakeError(u"No password."_s);
            }));
        auto finish = std::make_unique<FinishPage>(bench.session);
        finish->retranslate();
        finish->show();
        auto* look = finish->findChild<QPushButton*>(u"lookButton"_s);
        look->click();
        QTRY_VERIFY(prompter.current());
        QVERIFY(!look->isEnabled());
        prompter.askToStop();
        QTRY_VERIFY(!prompter.current());
        QVERIFY(look->isEnabled());
        look->click();
        QTRY_VERIFY(prompter.current());
        finish.reset(); // nobody waits for an answer that never comes
        QVERIFY(!prompter.current());
    }
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
        QVERIFY(bench.lineOf(Press::GoBack).startsWith(u"One at a time, each confirmed first."_s));
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
        const QPushButton* hold = bench.button(Press::Hold);
        const int below = hold->mapTo(bench.page.get(), QPoint(0, hold->height())).y();
        QVERIFY2(placeOf("holdButtonLine").top() - below <= 2, qPrintable(QString::number(placeOf("holdButtonLine").top() - below)));
        QVERIFY(bench.child<QWidget>("troublePanel")->isVisible());
        QCOMPARE(bench.seenLines(), QStringList{u"Not as expected: mf2 says: running"_s});
        QVERIFY(!bench.child<QLabel>("troubleState")->text().isEmpty());
        // The drawing knows what the panel beside it says.
        const auto drawn = [&] { return bench.child<TopologyView>("topologyView")->model().nodes[1]; };
        QCOMPARE(drawn().name, u"mf2"_s);
        QCOMPARE(drawn().version, u"5.20R01, runs"_s);
        QVERIFY(!drawn().stopped);
        bench.press('h');
        QTRY_COMPARE(bench.state().end(), RunEnd::Held);
        QTRY_COMPARE(drawn().version, u"5.20R01, service not confirmed"_s); // nobody looks: it may be hours until somebody does
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
        bench.press('e');
        QTRY_VERIFY(bench.child<StateLine>("runError")->isVisible());
        QVERIFY(!bench.state().isExcluded(u"mf2"_s));
        while (bench.asked() == Kind::Trouble && !bench.state().isExcluded(u"mf2"_s)) {
            QVERIFY(bench.button(Press::Exclude)->isVisible());
            bench.child<QCheckBox>("checkerAgrees")->setChecked(true);
            bench.press('e');
        }
        QTRY_VERIFY(bench.state().isExcluded(u"mf2"_s));
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
    void theCheckCommandStandsBesideTheQuestionForAWord()
    {
        Bench bench([](Site& site) { site.nodes[1].service.status.clear(); });
        bench.reach(StepKind::StopService, u"mf2"_s);
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Word);
        QVERIFY(bench.child<QLabel>("barQuestion")->text().startsWith(u"Is this so: "_s));
        QCOMPARE(bench.world.of(u"mf2"_s).running, false);
        const QString id = bench.question()->step.id;
        bench.press('i');
        QTRY_COMPARE(bench.status(id), StepStatus::Verified);
        QVERIFY(bench.state().record(id).byWord);
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
    void aHeldRunGoesOnWhereItStood()
    {
        Bench bench;
        bench.reach(StepKind::BootStartOff, u"mf3"_s);
        const QString id = bench.question()->step.id;
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        bench.press('g');
        QVERIFY(bench.asked() == Kind::Confirm);
        QCOMPARE(bench.question()->step.id, id);
    }
    void aCommandUnderWayCanBeBrokenOff()
    {
        Bench bench;
        bench.reach(StepKind::BackupConfig);
        bench.world.slow = true;
        bench.press('r');
        QTRY_VERIFY(bench.child<StateLine>("underWayLine")->isVisible());
        QTRY_VERIFY(bench.child<StateLine>("underWayLine")->text().contains(u"command has been running"_s));
        QCOMPARE(bench.offered(), QList<Press>{Press::Hold});
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        bench.world.slow = false;
    }
    void closingTheWindowHoldsTheRun_data()
    {
        QTest::addColumn<bool>("underWay");
        QTest::newRow("while a question waits") << false;
        QTest::newRow("while a command runs") << true;
    }
    void closingTheWindowHoldsTheRun()
    {
        QFETCH(bool, underWay);
        Bench bench;
        bench.reach(StepKind::BackupConfig);
        QVERIFY(!bench.page->underWay().isEmpty());
        if (underWay) {
            bench.world.slow = true;
            bench.press('r');
            QTRY_COMPARE(bench.status(bench.state().current()->id), StepStatus::Started);
        }
        bench.page.reset();
        bench.session.setRun(nullptr);
        const auto read = Journal::read(bench.journal());
        QVERIFY(read);
        QCOMPARE(read->records.last().kind, u"run-held"_s);
    }
    void aKilledProgramGoesOnFromItsJournalAndLooksFirst()
    {
        Bench first;
        first.reach(StepKind::StopService, u"mf1"_s);
        first.world.slow = true;
        const QString id = first.question()->step.id;
        first.press('r');
        QTRY_COMPARE(first.status(id), StepStatus::Started);
        const QString journal = first.folder.filePath(u"copy.journal.jsonl"_s);
        QVERIFY(QFile::copy(first.journal(), journal)); // as it lies on the disk when the power fails

        samples::WorkAccess::World world;
        for (const auto& [name, node] : first.world.nodes)
            world.nodes[name] = node;
        world.nodes[u"mf1"_s].running = false; // it took effect
        const samples::AnotherMachine machine(first.folder.path());
        Session session;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        WorkPage page(session);
        page.setClock(first.clock);
        page.retranslate();
        samples::showSmallest(page);
        session.setJournalFile(journal);
        page.enter();
        QTRY_VERIFY(session.runState() && session.runState()->record(id).status == StepStatus::Verified);
        QVERIFY(!session.runState()->record(id).byWord);
        QCOMPARE(world.of(u"mf1"_s).commands, first.world.of(u"mf1"_s).commands); // not run again
        first.world.slow = false;
    }
    void anotherSiteLetsGoOfTheRunAndItIsHeld()
    {
        Bench bench;
        QVERIFY(bench.asked());
        bench.session.newSite();
        QTRY_VERIFY(!bench.page->worker().working());
        QCOMPARE(Journal::read(bench.journal())->records.last().kind, u"run-held"_s);
        QVERIFY(bench.child<QPushButton>("beginButton")->isVisible());
    }
    void namesAreRecordedWhileAQuestionWaits()
    {
        Bench bench;
        QVERIFY(bench.asked());
        auto* checker = bench.child<QLineEdit>("checkerEdit");
        checker->setFocus();
        checker->selectAll();
        QTest::keyClicks(checker, u"Tanaka"_s);
        QTest::keyClick(checker, Qt::Key_Tab);
        QTRY_COMPARE(bench.state().checker(), u"Tanaka"_s);
        auto* doer = bench.child<QLineEdit>("doerEdit");
        doer->setFocus();
        doer->selectAll();
        QTest::keyClick(doer, Qt::Key_Delete);
        QTest::keyClick(doer, Qt::Key_Tab);
        QCOMPARE(doer->text(), u"Sato"_s); // somebody does the work
        QCOMPARE(bench.state().doer(), u"Sato"_s);
    }
    void aMixedSiteAsksForAWordOnlyWhereItCannotSee()
    {
        Bench bench([](Site& site) {
            site.nodes[2].access = AccessKind::Manual;
            site.nodes[2].ssh.reset();
        });
        bench.reach(StepKind::BootStartOff);
        while (bench.question()->step.kind == StepKind::BootStartOff) {
            const Step step = bench.question()->step;
            const bool bySsh = step.node != u"mf3"_s;
            QCOMPARE(bench.question()->canRun, bySsh);
            while (bench.asked() && bench.question()->step.id == step.id)
                bench.answerGood();
            QCOMPARE(bench.state().record(step.id).byWord, !bySsh);
        }
    }
    void theMailStripFollowsTheNodesAndTheJournalKeepsTheChange()
    {
        Bench bench;
        QVERIFY(bench.asked());
        auto* strip = bench.child<MailStrip>("mailStrip");
        QTRY_VERIFY(strip->isVisible());
        QTRY_COMPARE(strip->accessibleDescription().count(u"answers on SMTP"_s), 3);
        QTRY_VERIFY(std::ranges::count(Journal::read(bench.journal())->records, u"mail-flow"_s,
                                       &JournalRecord::kind) == 3);
        QVERIFY(bench.state().end() == RunEnd::Running);
    }
    void theRunIsReadBackWithWhatWasWatched()
    {
        Bench bench;
        bench.reach(StepKind::BackupConfig);
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QVERIFY(stored->state() == bench.state());
    }
    void noTextIsCutOffInEitherLanguage_data() { samples::bothLanguages(); }
    void noTextIsCutOffInEitherLanguage()
    {
        QFETCH(Language, language);
        Bench bench({}, language, u"鈴木"_s);
        const auto nothingCut = [&] {
            QTRY_VERIFY2(samples::cutOffTexts(*bench.page).isEmpty(),
                         qPrintable(samples::cutOffTexts(*bench.page).join(u'|')));
            for (const auto* button : bench.page->findChildren<QPushButton*>()) {
                QVERIFY2(!button->isVisible() || button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
            }
            QVERIFY(bench.page->width() <= 772);
        };
        QVERIFY(bench.asked() == Kind::Word);
        nothingCut();
        bench.reach(StepKind::StopService, u"mf2"_s);
        nothingCut();
        bench.world.change(u"mf2"_s, [](auto& node) { node.obeys = false; });
        QVERIFY(!bench.lineOf(Press::GoBack).isEmpty());
        bench.press('r');
        QVERIFY(bench.asked() == Kind::Trouble);
        nothingCut();
        for (const Press press : bench.offered())
            QVERIFY2(!bench.lineOf(press).isEmpty(), qPrintable(bench.button(press)->text()));
        bench.press('u');
        QVERIFY(bench.asked() == Kind::Undo);
        nothingCut();
        bench.world.slow = true;
        bench.press('r');
        QTRY_VERIFY(bench.child<StateLine>("underWayLine")->isVisible());
        nothingCut();
        bench.press('h');
        QTRY_VERIFY(!bench.page->worker().working());
        nothingCut();
        bench.world.slow = false;
    }
};

QTEST_MAIN(TestWorkSsh)
#include "tst_workssh.moc"
