#include "core/run/Journal.h"
#include "core/run/RunFile.h"
#include "tests/gui/SshBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/MailStrip.h"
#include "wizard/widgets/StepList.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::SshBench;
using Press = Bench::Press;
using Kind = Bench::Kind;

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
        QVERIFY(!bench.lineOf(Press::Hold).isEmpty()); // what it does to the command is said
        bench.press('h');
        QTRY_VERIFY(!bench.page->worker().working());
        nothingCut();
        bench.world.slow = false;
    }
};

QTEST_MAIN(TestWorkSsh)
#include "tst_workssh.moc"
