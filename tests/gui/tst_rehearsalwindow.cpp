#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
#include "core/run/MailFlow.h"
#include "core/run/RunFile.h"
#include "tests/gui/RehearsalBench.h"
#include "wizard/widgets/RailDelegate.h"
#include "wizard/widgets/StateLine.h"

#include <QFrame>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::RehearsalBench;
using Kind = RunQuestion::Kind;

namespace {

QString wordOf(Language language)
{
    return language == Language::Japanese ? u"リハーサル"_s : u"REHEARSAL"_s;
}

} // namespace

/// The rehearsal in the window: opened by keyboard from the start page, walked to its end, its tools and its clock.
class TestRehearsalWindow : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void twoKeysLeadFromTheStartToTheFirstStep_data() { samples::bothLanguages(); }
    void twoKeysLeadFromTheStartToTheFirstStep()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        QVERIFY(!bench.window.isVisible()); // nobody works in the wrong window
        QVERIFY(!bench.child<QLineEdit>("beginDoer")->text().isEmpty());
        QVERIFY(!bench.child<QLineEdit>("beginChecker")->text().isEmpty());
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.state().siteKind(), SiteKind::Simulated);
        // Nothing on the page is cut off in the smallest window.
        bench.room()->window().resize(1024, 700);
        QCoreApplication::processEvents();
        const QStringList cut = samples::cutOffTexts(*bench.work());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY(bench.room()->window().width() <= 1024);
    }
    void noPersonIsSaidToHaveAcceptedWhatNobodyWasAskedAbout()
    {
        Bench bench;
        bench.open(); // on the sample
        const QList<AcceptedWarning> taken = bench.room()->session().acceptedWarnings();
        QVERIFY(!taken.isEmpty());
        for (const AcceptedWarning& warning : taken)
            QVERIFY2(warning.by.isEmpty() && warning.forRehearsal, qPrintable(warning.by));
        QVERIFY(bench.room()->session().allWarningsAcknowledged());
        bench.begin();
        QVERIFY(bench.asked());
        const QList<JournalRecord> records = Journal::read(bench.room()->session().run()->journalPath())->records;
        const auto record = std::find_if(records.cbegin(), records.cend(),
                                         [](const JournalRecord& one) { return one.kind == "warnings-accepted"_L1; });
        QVERIFY(record != records.cend());
        for (const AcceptedWarning& warning : warningsFromJson(record->data.value(u"warnings"_s)))
            QVERIFY(warning.by.isEmpty() && warning.forRehearsal);
    }
    void whoAcceptedAWarningBeforeTheRehearsalHasAcceptedItThereToo()
    {
        samples::FileSite files;
        Bench bench;
        files.open(bench.real);
        bench.real.chooseProcedure(ProcedureKind::BlockSyncPorts);
        bench.real.setPeople(u"Tanaka"_s, {});
        const QList<Finding> findings = bench.real.checksOf(ProcedureKind::BlockSyncPorts).findings;
        const auto warning = std::find_if(findings.cbegin(), findings.cend(),
                                          [](const Finding& one) { return one.severity == Severity::Warning; });
        QVERIFY(warning != findings.cend());
        bench.real.acknowledge(*warning, true);
        bench.window.goTo(PageId::Start);
        Bench::space(bench.window.findChild<QPushButton*>(u"rehearseSiteCard"_s));
        QVERIFY(bench.room());
        const QList<AcceptedWarning> taken = bench.room()->session().acceptedWarnings();
        QVERIFY(!taken.isEmpty());
        for (const AcceptedWarning& one : taken) { // by him the one, for the rehearsal the others
            const bool his = Session::keyOf(one.finding) == Session::keyOf(*warning);
            QCOMPARE(one.by, his ? u"Tanaka"_s : QString());
            QCOMPARE(one.forRehearsal, !his);
        }
    }
    void everyPageSaysThatItIsARehearsal_data() { samples::bothLanguages(); }
    void everyPageSaysThatItIsARehearsal()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.open();
        const auto* banner = bench.child<QFrame>("rehearsalBanner");
        int shown = 0;
        for (int page = 0; page < pageCount; ++page) {
            bench.room()->window().goTo(PageId(page));
            if (int(bench.room()->window().current()) != page)
                continue;
            ++shown;
            QVERIFY(banner->isVisible());
            QVERIFY(bench.child<QFrame>("rehearsalBorder")->isVisible());
            QVERIFY(bench.room()->window().windowTitle().contains(wordOf(language)));
        }
        QVERIFY(shown >= 5); // ports, procedure, checks, runbook, work
        for (const Language other : {Language::Japanese, Language::English}) {
            bench.room()->session().setLanguage(other);
            QVERIFY(bench.room()->window().windowTitle().contains(wordOf(other)));
        }
        // And the real window says nothing of the kind.
        QVERIFY(!bench.window.findChild<QWidget*>(u"rehearsalBanner"_s));
        QVERIFY(!bench.window.findChild<QWidget*>(u"rehearsalPanel"_s));
        QVERIFY(!bench.window.windowTitle().contains(wordOf(bench.real.language())));
    }
    void aWholeRehearsalIsWalkedByKeyboardToItsEnd()
    {
        Bench bench(Language::Japanese);
        bench.start();
        while (bench.asked() && !QTest::currentTestFailed())
            bench.answerGood();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = bench.room()->session().run()->journalPath();
        QCOMPARE(readRun(journal)->siteKind, SiteKind::Simulated);
        bench.room()->window().goTo(PageId::Finish);
        QCOMPARE(bench.room()->window().current(), PageId::Finish);
        QVERIFY(bench.child<QFrame>("rehearsalAccount")->isVisible());
        const RehearsalFigures figures = bench.room()->session().connections().rehearsal()->figures();
        QVERIFY(figures.mailAccepted > 1000);
        QCOMPARE(figures.mailLost, 0);
        QCOMPARE(figures.mailDoubled, 0);
        QVERIFY(figures.violations.isEmpty());
        QVERIFY(figures.minutes > 30);
    }
    void theRailSaysHowTheRunStandsWhileAnotherPageIsShown()
    {
        Bench bench;
        bench.start();
        UpgradeWizard& window = bench.room()->window();
        const auto* rail = bench.child<QListWidget>("railList");
        const auto word = [rail] { return rail->item(int(PageId::Work))->data(RailDelegate::WordRole).toString(); };
        QCOMPARE(word(), u"you are here"_s);
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        window.goTo(PageId::Ports);
        QCOMPARE(window.current(), PageId::Ports);
        QCOMPARE(word(), u"waits for your answer"_s);
        bench.child<QCheckBox>("rehearsalItself")->click(); // answers at once
        QCOMPARE(word(), u"under way"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.question() && bench.question()->kind == Kind::Trouble, 60'000);
        QTRY_COMPARE(word(), u"waits for your answer"_s);
        window.goTo(PageId::Work);
        Bench::space(bench.button(ConfirmationBar::Ask::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        window.goTo(PageId::Ports);
        QCOMPARE(word(), u"held"_s);
    }
    void itCanBePausedAndMadeFasterWhileItRuns()
    {
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(60);
        QDateTime before = stage.now();
        QTRY_VERIFY(stage.now() > before.addSecs(30)); // mail flows while the person thinks
        QVERIFY(stage.figures().mailAccepted > 0);
        Bench::space(bench.child<QPushButton>("rehearsalPause"));
        before = stage.now();
        stage.pass(std::chrono::minutes(10));
        QCOMPARE(stage.now(), before);
        Bench::space(bench.child<QPushButton>("rehearsalPause"));
        stage.pass(std::chrono::seconds(1));
        QVERIFY(stage.now() >= before.addSecs(60));
    }
    void itsToolsHaveFunctionKeys()
    {
        Bench bench;
        bench.start();
        UpgradeWizard& window = bench.room()->window();
        const RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(stage.paused());
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(!stage.paused());
        QTest::keyClick(&window, Qt::Key_F9);
        auto* dialog = bench.child<QDialog>("faultDialog");
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!stage.paused());
        QTest::keyClick(&window, Qt::Key_F5);
        auto* speed = bench.child<QComboBox>("rehearsalSpeed");
        QVERIFY(speed->view()->isVisible());
        speed->hidePopup();
        bench.pick(FaultKind::InstallerLies, u"run-installer-mf2"_s);
        window.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        QTest::keyClick(&window, Qt::Key_F7);
        QVERIFY(bench.child<QCheckBox>("rehearsalItself")->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(bench.question() && bench.question()->kind == Kind::Trouble, 60'000);
        QTRY_VERIFY(bench.child<QPushButton>("rehearsalPutRight")->isVisible());
        QVERIFY(bench.child<QPushButton>("rehearsalPutRight")->isEnabled());
        window.activateWindow(); // off screen a dialog that was hidden may still be made the active window late
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        QTest::keyClick(&window, Qt::Key_F8);
        QVERIFY(!bench.child<QPushButton>("rehearsalPutRight")->isVisible());
    }
    void whatIsWaitedForIsNotCalledWrong()
    {
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(60);
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, &hurry, [&] { stage.pass(std::chrono::seconds(1)); });
        hurry.start(1);
        Bench::space(bench.child<QCheckBox>("rehearsalItself"));
        const auto waits = [&] {
            const Step* step = bench.state().current();
            return step && step->kind == StepKind::RunInstaller && bench.work()->worker().gate().waitingFor();
        };
        QTRY_VERIFY_WITH_TIMEOUT(waits(), 30'000);
        hurry.stop();
        bench.child<QPushButton>("rehearsalPause")->setChecked(true);
        int awaited = 0;
        for (const auto* line : bench.work()->findChildren<StateLine*>(u"seenLine"_s)) {
            QVERIFY2(line->state() != theme::State::Bad, qPrintable(line->text()));
            awaited += line->state() == theme::State::Busy && line->text().startsWith("Waiting"_L1) ? 1 : 0;
        }
        QVERIFY(awaited > 0);
        const auto* underWay = bench.child<StateLine>("underWayLine");
        QVERIFY2(underWay->text().endsWith("at most 45 min."_L1), qPrintable(underWay->text()));
        bench.child<QPushButton>("rehearsalPause")->setChecked(false);
    }
    void whenAllIsDoneTheQueuesStandAsTheyWereSeen()
    {
        Bench bench;
        bench.start();
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        bench.room()->session().connections().rehearsal()->setSpeed(60);
        bench.room()->session().connections().rehearsal()->pass(std::chrono::seconds(20)); // long after
        bench.room()->session().noteRunChanged();
        QCoreApplication::processEvents();
        const QString said = bench.child<StateLine>("queueLine")->toolTip();
        const QString drawn = bench.child<QWidget>("topologyView")->accessibleDescription();
        for (const auto& node : {u"mf2"_s, u"mf3"_s})
            QVERIFY2(said.contains(u"Queue on %1: enough disk space. Seen last at "_s.arg(node)), qPrintable(said));
        QVERIFY2(!drawn.contains("not seen"_L1) && drawn.count("queue drained"_L1) == 2, qPrintable(drawn));
    }
    void howeverFastItPassesEachNodeIsAskedAllTheTime_data()
    {
        QTest::addColumn<int>("speed");
        QTest::newRow("fastest") << RehearsalStage::unlimited;
        QTest::newRow("60 times, in big steps") << 60;
    }
    void howeverFastItPassesEachNodeIsAskedAllTheTime()
    {
        QFETCH(int, speed);
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        stage.setSpeed(speed);
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, &hurry, [&] { stage.pass(std::chrono::seconds(5)); });
        hurry.start(1);
        QCOMPARE(bench.playByItself(), std::nullopt);
        hurry.stop();
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = bench.room()->session().run()->journalPath();
        const QMap<QString, QList<MailSpell>> flow = mailSpells(Journal::read(journal)->records);
        for (const auto& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s}) {
            const QDateTime stopped = bench.state().record(u"stop-service-"_s + node).ended;
            const QDateTime started = bench.state().record(u"start-service-"_s + node).started;
            QVERIFY(stopped.secsTo(started) > 600);
            const auto silent = [&](const QList<MailSpell>& spells) {
                qint64 seconds = 0;
                for (const MailSpell& spell : spells)
                    seconds += spell.answer == MailAnswer::Silent ? spell.from.secsTo(spell.to) : 0;
                return seconds;
            };
            const qint64 told = silent(flow.value(node));
            QVERIFY2(told >= stopped.secsTo(started) - 20, qPrintable(u"%1: %2 of %3 s"_s.arg(node).arg(told).arg(stopped.secsTo(started))));
        }
        const auto input = prepareEvidence(journal, stage.now());
        QVERIFY(input);
        const QString html = QString::fromUtf8(htmlBytes(evidenceDocument(*input, Language::English)));
        QVERIFY(!html.contains(">not seen<"_L1)); // the queues
    }
};

QTEST_MAIN(TestRehearsalWindow)
#include "tst_rehearsalwindow.moc"
