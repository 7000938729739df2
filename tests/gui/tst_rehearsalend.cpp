#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
#include "core/run/MailFlow.h"
#include "core/run/RunFile.h"
#include "tests/gui/RehearsalBench.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/rehearsal/RehearsalExit.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::RehearsalBench;
using samples::BoxAnswer;
using samples::FileAnswer;
using Press = ConfirmationBar::Ask;

/// The end of a rehearsal: its account, its journal and its report, and the way out.
class TestRehearsalEnd : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void leavingItBringsTheSiteBackAsItWas()
    {
        samples::FileSite files;
        Bench bench;
        files.open(bench.real);
        bench.real.chooseProcedure(ProcedureKind::BlockSyncPorts);
        bench.real.setPeople(u"Sato"_s, u"Suzuki"_s);
        const Site site = bench.real.site();
        bench.window.goTo(PageId::Start);
        auto* card = bench.window.findChild<QPushButton*>(u"rehearseSiteCard"_s);
        QVERIFY(card->isVisible());
        Bench::space(card);
        QVERIFY(bench.room());
        // Real names, addresses, ports, and the procedure that was chosen.
        const Session& played = bench.room()->session();
        QCOMPARE(played.site().nodes, site.nodes);
        QCOMPARE(played.procedureKind(), std::optional(ProcedureKind::BlockSyncPorts));
        QCOMPARE(played.facts().portsToBlock(), bench.real.facts().portsToBlock());
        QVERIFY(played.facts().portsToBlock().contains(24043));
        bench.begin();
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        const QString journal = played.run()->journalPath();
        const BoxAnswer leave(u"rehearsalExitBox"_s, QMessageBox::DestructiveRole);
        bench.room()->window().close();
        QVERIFY(leave.asked);
        QVERIFY(bench.window.isVisible());
        QVERIFY(!bench.room());
        QCOMPARE(bench.real.site(), site);
        QVERIFY(bench.real.surveyed() && !bench.real.run() && !bench.real.isRehearsal());
        QCOMPARE(bench.real.doer(), u"Sato"_s);
        QTRY_VERIFY(!QFile::exists(journal)); // thrown away with the rehearsal
    }
    void afterTheEndTheToolsOfTheRehearsalRest()
    {
        Bench bench;
        bench.start();
        const QList<QWidget*> tools{bench.child<QWidget>("rehearsalSpeed"), bench.child<QWidget>("rehearsalPause"),
                                    bench.child<QWidget>("rehearsalItself")};
        for (const QWidget* tool : tools)
            QVERIFY2(tool->isEnabled(), qPrintable(tool->objectName()));
        UpgradeWizard& window = bench.room()->window();
        auto* speed = bench.child<QComboBox>("rehearsalSpeed");
        QTest::keyClick(&window, Qt::Key_F5); // until then its key opens it
        QVERIFY(speed->view()->isVisible());
        speed->hidePopup();
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(bench.state().end(), RunEnd::Done);
        for (const QWidget* tool : tools)
            QTRY_VERIFY2(!tool->isEnabled(), qPrintable(tool->objectName()));
        QVERIFY(!bench.child<QWidget>("rehearsalFaults")->isVisible());
        window.activateWindow(); // the list's own window may have been the active one
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        QTest::keyClick(&window, Qt::Key_F5);
        QVERIFY(!speed->view()->isVisible());
    }
    void whoeverLeavesAFinishedRehearsalIsAskedWhatBecomesOfItsJournal_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("answer");
        QTest::addColumn<bool>("left");
        QTest::addColumn<bool>("kept");
        QTest::newRow("stay") << QMessageBox::RejectRole << false << false;
        QTest::newRow("leave") << QMessageBox::DestructiveRole << true << false;
        QTest::newRow("save") << QMessageBox::AcceptRole << true << true;
    }
    void whoeverLeavesAFinishedRehearsalIsAskedWhatBecomesOfItsJournal()
    {
        QFETCH(QMessageBox::ButtonRole, answer);
        QFETCH(bool, left);
        QFETCH(bool, kept);
        const QString path = m_folder.filePath(u"saved.journal.jsonl"_s);
        QFile::remove(path);
        Bench bench;
        bench.start();
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        bench.room()->window().goTo(PageId::Finish);
        QCOMPARE(bench.room()->window().current(), PageId::Finish);
        const BoxAnswer box(u"rehearsalExitBox"_s, answer);
        const FileAnswer file(path);
        Bench::space(bench.child<QPushButton>("nextButton")); // "Leave the rehearsal"
        QVERIFY(box.asked);
        QVERIFY(!box.words.join(u' ').contains("anyway"_L1));
        QCOMPARE(bench.room() == nullptr, left);
        QCOMPARE(QFile::exists(path), kept);
        if (kept)
            QCOMPARE(readRun(path)->siteKind, SiteKind::Simulated);
    }
    void aJournalThatWasSavedIsNotAskedAboutAgain()
    {
        Bench bench;
        bench.open();
        RehearsalExit exit(bench.room()->session());
        QVERIFY(!exit.losesJournal()); // nothing was played
        bench.begin();
        QVERIFY(bench.asked());
        QVERIFY(exit.losesJournal());
        QVERIFY(exit.saveJournal(m_folder.filePath(u"once.journal.jsonl"_s)));
        QVERIFY(!exit.losesJournal());
        Bench::space(bench.button(Press::Hold)); // a record more
        QTRY_VERIFY(!bench.work()->worker().working());
        QVERIFY(exit.losesJournal());
        const Status failed = exit.saveJournal(m_folder.filePath(u"no/such/folder.jsonl"_s));
        QCOMPARE(failed.error().code, u"file-unwritable"_s);
        QVERIFY(exit.losesJournal());
    }
    void nothingIsSavedInTheFolderThatGoesWithTheRehearsal()
    {
        Bench bench;
        bench.start();
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        const QString journal = bench.room()->session().run()->journalPath();
        const QDir passing = QFileInfo(journal).absoluteDir();
        QVERIFY(passing.mkdir(u"below"_s));
        bench.room()->window().goTo(PageId::Finish);
        auto* page = static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish));
        const auto* line = bench.finish<QLabel>("outcomeText");
        for (const auto& name : {u"report.html"_s, u"below/report.pdf"_s}) {
            const QString path = passing.filePath(name);
            page->saveReport(path);
            QVERIFY2(line->text().contains("deleted when the rehearsal is left"_L1), qPrintable(line->text()));
            QVERIFY(!QFile::exists(path));
        }
        // What the dialog proposes stays: the journal lies in the folder that does not.
        QString proposed;
        QTimer look;
        connect(&look, &QTimer::timeout, &look, [&] {
            if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                proposed = dialog->directory().absolutePath();
                dialog->reject();
            }
        });
        look.start(10);
        Bench::space(bench.finish<QPushButton>("savePdf"));
        QTRY_VERIFY(!proposed.isEmpty());
        QVERIFY(proposed != passing.absolutePath());
        RehearsalExit exit(bench.room()->session());
        QCOMPARE(exit.saveJournal(passing.filePath(u"again.jsonl"_s)).error().code, u"save-in-passing-folder"_s);
        QVERIFY(exit.losesJournal());
    }
    void theReportNamesTheFaultsThatWerePicked()
    {
        Bench bench;
        bench.open();
        bench.room()->session().connections().rehearsal()->pickFault({FaultKind::InstallerStarts, u"run-installer-mf2"_s});
        bench.begin();
        QVERIFY(bench.asked());
        QTemporaryDir kept;
        const QString path = kept.filePath(u"report.html"_s);
        bench.room()->window().goTo(PageId::Finish);
        static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish))->saveReport(path);
        const auto report = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(report().contains("</html>"));
        QVERIFY(report().contains(QByteArray("The installer starts the service by itself")));
        QVERIFY(report().contains("Not met: the run did not come to it."));
    }
    void whileItIsHeldTheAccountDoesNotGrowAndTheReportTellsHowLongItWas()
    {
        Bench bench;
        bench.start();
        RehearsalStage& stage = *bench.room()->session().connections().rehearsal();
        const auto hold = [&] {
            QVERIFY(bench.asked());
            Bench::space(bench.button(Press::Hold));
            QTRY_VERIFY(!bench.work()->worker().working());
        };
        hold();
        const int minutes = stage.account().minutes;
        stage.setSpeed(60);
        stage.pass(std::chrono::minutes(2)); // two hours there
        QVERIFY(stage.figures().minutes >= minutes + 120);
        QCOMPARE(stage.account().minutes, minutes);
        stage.setSpeed(RehearsalStage::unlimited);
        Bench::space(bench.button(Press::GoOn));
        QVERIFY(bench.asked());
        QVERIFY(stage.account().minutes >= minutes + 120);
        QTRY_VERIFY(!mailSpells(Journal::read(bench.room()->session().run()->journalPath())->records).isEmpty());
        hold();
        const auto input = prepareEvidence(bench.room()->session().run()->journalPath(), stage.now());
        QVERIFY(input);
        QString html = QString::fromUtf8(htmlBytes(evidenceDocument(*input, Language::English)));
        QVERIFY2(html.contains("(held for 2 h"_L1), qPrintable(html.left(4000)));
    }
    void theAccountSaysOfWhichMomentItsFiguresAre()
    {
        Bench bench;
        bench.start();
        const auto head = [&] {
            bench.room()->window().goTo(PageId::Finish);
            return bench.finish<QLabel>("accountHead")->text();
        };
        const auto at = [&] { return Text::timeOfDay(bench.state().endedAt()).render(Language::English); };
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        QCOMPARE(head(), u"What the rehearsal showed (as of %1, when the run was held)"_s.arg(at()));
        bench.room()->window().goTo(PageId::Work);
        Bench::space(bench.button(Press::GoOn));
        QVERIFY(bench.asked());
        QCOMPARE(bench.playByItself(), std::nullopt);
        QCOMPARE(head(), u"What the rehearsal showed (as of the end of the run, %1)"_s.arg(at()));
    }
    void whatIsToBeDoneOnTheLastPageIsInSightInTheSmallestWindow_data() { samples::bothLanguages(); }
    void whatIsToBeDoneOnTheLastPageIsInSightInTheSmallestWindow()
    {
        QFETCH(Language, language);
        Bench bench(language);
        bench.start();
        QCOMPARE(bench.playByItself(), std::nullopt);
        bench.room()->window().resize(1024, 700);
        bench.room()->window().goTo(PageId::Finish);
        QTest::qWait(50); // laid out
        const auto* page = bench.room()->window().page(PageId::Finish);
        const auto* view = page->parentWidget();
        for (const char* name : {"lookButton", "savePdf", "saveHtml", "saveExcel"}) {
            const auto* button = bench.finish<QPushButton>(name);
            QVERIFY2(button->isVisible() && view->rect().contains(QRect(button->mapTo(view, QPoint()), button->size())), name);
        }
    }
    void theLastPageStaysWhereOneReadsIt()
    {
        Bench bench;
        bench.start();
        QCOMPARE(bench.playByItself(), std::nullopt);
        bench.room()->window().resize(1024, 700);
        bench.room()->window().goTo(PageId::Finish);
        QCoreApplication::processEvents();
        auto* page = static_cast<FinishPage*>(bench.room()->window().page(PageId::Finish));
        auto* area = static_cast<QScrollArea*>(page->parentWidget()->parentWidget());
        auto* look = bench.finish<QPushButton>("lookButton");
        area->verticalScrollBar()->setValue(look->mapTo(page, QPoint()).y() - 20);
        QCoreApplication::processEvents();
        look->setFocus();
        const int at = area->verticalScrollBar()->value();
        QVERIFY(at > 0);
        QTest::keyClick(look, Qt::Key_Space);
        QTRY_VERIFY(look->isEnabled());
        QCoreApplication::processEvents();
        QCOMPARE(area->verticalScrollBar()->value(), at);
        QCOMPARE(QApplication::focusWidget(), look);
        const auto* saved = bench.finish<QWidget>("reportSaved");
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        page->saveReport(m_folder.filePath(u"report.html"_s));
        QTRY_VERIFY(saved->isVisible());
        QVERIFY(saved->findChild<QLabel*>(u"outcomeText"_s)->text().contains(u"report.html"_s));
        QVERIFY(saved->findChild<QPushButton*>(u"openFolder"_s)->isVisible());
        QTRY_COMPARE(saved->visibleRegion().boundingRect().size(), saved->size());
        // Saved through the dialog the same: the keyboard comes back to where it was.
        auto* pdf = bench.finish<QPushButton>("savePdf");
        pdf->setFocus();
        QTest::keyClick(pdf, Qt::Key_Space);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = bench.room()->window().findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
        emit dialog->fileSelected(m_folder.filePath(u"report.pdf"_s)); // as Qt does: before the dialog closes
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(saved->isVisible() && saved->findChild<QLabel*>(u"outcomeText"_s)->text().contains(u"report.pdf"_s), 60'000);
        QTRY_COMPARE(bench.room()->window().focusWidget(), pdf);
    }
    void whoeverLeavesInTheMiddleIsAskedOnceAndNothingIsCalledOpen()
    {
        Bench bench;
        bench.start();
        const BoxAnswer box(u"rehearsalExitBox"_s, QMessageBox::DestructiveRole);
        bench.room()->window().close();
        QVERIFY(box.asked);
        QVERIFY2(box.words.contains(u"Leave without saving"_s), qPrintable(box.words.join(u' ')));
        QVERIFY(!bench.room());
    }
    void aRehearsalsJournalIsRefusedByTheRealWindow()
    {
        Bench bench;
        bench.open();
        const QString kept = m_folder.filePath(u"kept.journal.jsonl"_s);
        bench.child<QLineEdit>("journalEdit")->setText(kept);
        bench.begin();
        QVERIFY(bench.asked());
        bench.work()->findChild<QPushButton*>(u"beginButton"_s);
        Bench::space(bench.button(Press::Hold));
        QTRY_VERIFY(!bench.work()->worker().working());
        QVERIFY(bench.room()->session().connections().rehearsal()->figures().violations.isEmpty());
        bench.room()->window().close();
        QVERIFY(QFile::exists(kept));
        QVERIFY(!bench.window.continueRun(kept));
        QVERIFY(!bench.real.run());
        const auto* notice = bench.window.findChild<QLabel*>(u"noticeText"_s);
        QVERIFY(notice->isVisible() && notice->text().contains(u"rehearsal"_s));
    }
};

QTEST_MAIN(TestRehearsalEnd)
#include "tst_rehearsalend.moc"
