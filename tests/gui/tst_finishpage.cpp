#include "core/run/FinalChecks.h"
#include "core/run/RunFile.h"
#include "tests/gui/FileBench.h"
#include "wizard/pages/FinishPage.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/CourseChart.h"
#include "wizard/widgets/StateLine.h"

#include <QSignalSpy>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace ruw;

using Bench = samples::FileBench;

/// The end of the work on the Finish page: what is affirmed, and the report.
class TestFinishPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void aHeldRunMayBeReportedAndGoesOn()
    {
        Bench bench;
        bench.begin();
        bench.doStep();
        bench.press('h');
        QTRY_VERIFY(bench.page->isComplete());
        QCOMPARE(bench.state().end(), RunEnd::Held);
        bench.press('g');
        bench.await();
        QCOMPARE(bench.state().end(), RunEnd::Running);
        QVERIFY(!bench.page->isComplete());
    }
    void theFinishPageTellsTheEndAndRecordsWhatIsAffirmed()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        // In the wizard's own frame: what does not fit the smallest window is scrolled to, never squeezed.
        UpgradeWizard window(bench.session);
        window.setMinimumSize(1024, 500);
        window.resize(1024, 500); // lower than the sample needs
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.goTo(PageId::Work);
        for (int i = 0; i < 3; ++i) { // the page is filled again and again while another one is shown
            bench.session.noteRunChanged();
            QCoreApplication::processEvents();
        }
        window.goTo(PageId::Finish);
        QCOMPARE(window.current(), PageId::Finish);
        QWidget& finish = *window.page(PageId::Finish);
        QTRY_VERIFY(finish.findChildren<QCheckBox*>().size() >= 4); // the rows are shown one turn of the event loop later
        QTRY_COMPARE(samples::cutOffTexts(finish), QStringList());
        QVERIFY(finish.width() <= finish.parentWidget()->width());
        QVERIFY(window.page(PageId::Finish)->isComplete());
        QCOMPARE(finish.findChild<StateLine*>(u"runEnd"_s)->text(), u"Steps: done, no temporary changes left"_s);
        for (const QLabel* label : finish.findChildren<QLabel*>()) // once
            QVERIFY2(!label->isVisible() || !label->text().startsWith("All steps are done"_L1), qPrintable(label->text()));
        // The planned end is that of the time chart beside it; by when it has to be is told apart.
        const TimeChart chart = TimeChart::from(bench.state().procedure(), bench.session.site());
        QStringList texts;
        for (const QLabel* label : finish.findChildren<QLabel*>())
            texts.append(label->text());
        const qsizetype ended = texts.indexOf(u"Ended"_s), limit = texts.indexOf(u"Latest end"_s);
        QVERIFY(ended >= 0 && limit >= 0);
        QCOMPARE(texts[ended + 1], Text::timeOfDay(*chart.plannedEnd()).render(Language::English));
        QCOMPARE(texts[limit + 1], Text::timeOfDay(*bench.session.site().schedule.end).render(Language::English));
        QVERIFY(texts[ended + 1] != texts[limit + 1]);
        const auto boxes = finish.findChildren<QCheckBox*>();
        QVERIFY(boxes.size() >= 4);
        // What is still to be ticked is said, and closing is not what comes next.
        const auto* close = window.findChild<QPushButton*>(u"nextButton"_s);
        const auto* open = finish.findChild<StateLine*>(u"openLooks"_s);
        const auto leads = [&] { return close->property("ruwPrimary").toBool(); };
        QVERIFY(open->isVisible() && open->text().startsWith(QString::number(boxes.size())) && !leads());
        // By the Tab key they come one after the other.
        const QWidget* each = boxes.first();
        for (qsizetype i = 1; i < boxes.size(); ++i) {
            do
                each = each->nextInFocusChain();
            while (!(each->focusPolicy() & Qt::TabFocus) || !each->isVisible());
            QCOMPARE(each, boxes[i]);
        }
        boxes.first()->setFocus();
        QTest::keyClick(boxes.first(), Qt::Key_Space);
        const auto stored = readRun(bench.journal());
        QVERIFY(stored);
        QCOMPARE(stored->state().finalChecks().size(), 1);
        QVERIFY(stored->state().finalChecks().first().holds);
        QCOMPARE(stored->state().end(), RunEnd::Done);
        QVERIFY(open->text().startsWith(QString::number(boxes.size() - 1)) && !leads());
        for (QCheckBox* box : boxes)
            box->setChecked(true);
        // Then the report is what comes next, and closing once there is one.
        const auto* pdf = finish.findChild<QPushButton*>(u"savePdf"_s);
        const auto reportLeads = [&] { return pdf->property("ruwPrimary").toBool(); };
        QVERIFY(!open->isVisible() && !leads() && reportLeads());
        auto& page = dynamic_cast<FinishPage&>(finish);
        QSignalSpy saved(&page, &FinishPage::reportSaved);
        page.saveReport(bench.folder.filePath(u"report.html"_s));
        QVERIFY(saved.wait(60'000));
        QVERIFY(leads() && !reportLeads());
        // A tick that is taken back makes it open again; it does not say that something is wrong.
        finish.findChildren<QCheckBox*>().first()->setChecked(false); // they were made anew
        QVERIFY(open->isVisible() && !leads() && !reportLeads());
        QVERIFY2(open->text().startsWith(u'1') && open->text().contains(u"to be made after the work.\n"_s), qPrintable(open->text()));
        QCOMPARE(open->state(), theme::State::Warning);
    }
    void aLastOpenConfirmationIsNamedAndOneKeyLeadsToIt()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        UpgradeWizard window(bench.session);
        window.setMinimumSize(1024, 500);
        window.resize(1024, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.goTo(PageId::Finish);
        QWidget& finish = *window.page(PageId::Finish);
        QList<QCheckBox*> boxes = finish.findChildren<QCheckBox*>();
        QVERIFY(boxes.size() > 3);
        const auto* open = finish.findChild<StateLine*>(u"openLooks"_s);
        auto* lead = finish.findChild<QPushButton*>(u"toOpenButton"_s);
        QVERIFY(lead && lead->isVisible());
        QVERIFY(lead->property("ruwPrimary").toBool()); // nothing else is to be done first
        QVERIFY2(!open->text().contains(u'\n'), qPrintable(open->text())); // of many, the number
        QCheckBox* last = boxes.takeLast();
        for (QCheckBox* box : boxes)
            box->setChecked(true);
        const QList<FinalQuestion> left = unansweredQuestions(bench.state(), bench.session.runFacts());
        QCOMPARE(left.size(), 1);
        QCOMPARE(last->objectName(), u"finalCheck-"_s + left.first().id);
        QVERIFY2(open->text().contains(left.first().text.render(Language::English)), qPrintable(open->text()));
        QCOMPARE(lead->accessibleDescription(), last->accessibleName());
        lead->setFocus();
        QTest::keyClick(lead, Qt::Key_Space);
        QCOMPARE(window.focusWidget(), last);
        QTRY_COMPARE(last->visibleRegion().boundingRect().size(), last->size());
        QTest::keyClick(last, Qt::Key_Space);
        QVERIFY(last->isChecked());
        QVERIFY(!lead->isVisible() && !open->isVisible());
    }
    void theLineOfThePointOfNoReturnStandsAtItsPlannedTime()
    {
        Bench bench(ProcedureKind::BlockSyncPorts);
        bench.begin();
        const TimeChart chart = TimeChart::from(bench.state().procedure(), bench.session.site());
        const WorkCourse course = WorkCourse::from(bench.state(), chart, bench.clock.now());
        CourseChart drawn;
        drawn.setCourse(course, chart, Language::English);
        drawn.resize(800, drawn.sizeHint().height());
        const QDateTime planned = course.rows[0].plannedFrom.addSecs(60LL * chart.pointOfNoReturnMinute);
        QCOMPARE(drawn.plannedReturn(), planned);
        const auto row = std::ranges::find_if(course.rows, [](const auto& one) { return one.plan.pointOfNoReturn; });
        QVERIFY(row->plannedFrom < planned); // its stretch begins with another step
        const QImage image = drawn.grab().toImage();
        const QRgb red = theme::stateColor(theme::State::Bad).rgb();
        QVERIFY(drawn.returnLine());
        int dashes = 0;
        for (int y = 0; y < image.height(); ++y)
            dashes += image.pixel(*drawn.returnLine(), y) == red ? 1 : 0;
        QVERIFY2(dashes > 20, qPrintable(QString::number(dashes)));
    }
    void theWorkReportIsSavedInBothLanguages_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("English") << Language::English << u"Work report"_s;
        QTest::newRow("Japanese") << Language::Japanese << u"作業報告書"_s;
    }
    void theWorkReportIsSavedInBothLanguages()
    {
        QFETCH(Language, language);
        QFETCH(QString, word);
        Bench bench(ProcedureKind::StopMailFlow, language);
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        FinishPage finish(bench.session);
        finish.retranslate();
        for (const auto& ending : {u"html"_s, u"pdf"_s, u"xlsx"_s}) {
            const QString path = bench.folder.filePath(u"report."_s + ending);
            QSignalSpy saved(&finish, &FinishPage::reportSaved);
            finish.saveReport(path);
            QVERIFY(saved.wait(60'000));
            QVERIFY2(saved.first().first().toBool(),
                     qPrintable(finish.findChild<QLabel*>(u"outcomeText"_s)->text()));
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QFile html(bench.folder.filePath(u"report.html"_s));
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(html.readAll());
        QVERIFY(text.contains(word));
        QVERIFY(text.contains(u"Sato"_s));
        QVERIFY(text.contains(Journal::read(bench.journal())->lastHash));
    }
    void aReportThatWasSavedWhileHeldIsOldOnceTheRunGoesOn()
    {
        Bench bench;
        bench.begin();
        bench.doStep();
        bench.button(ConfirmationBar::Ask::Hold)->click();
        QTRY_COMPARE(bench.state().end(), RunEnd::Held);
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        QSignalSpy saved(&finish, &FinishPage::reportSaved);
        finish.saveReport(bench.folder.filePath(u"report.html"_s));
        QVERIFY(saved.wait(60'000));
        const auto* line = finish.findChild<StateLine*>(u"reportLine"_s);
        QVERIFY(!line->isVisible());
        bench.button(ConfirmationBar::Ask::GoOn)->click();
        QTRY_COMPARE(bench.state().end(), RunEnd::Running);
        bench.doStep();
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), u"The saved report report.html does not hold what was recorded since: save it again."_s);
    }
    void aReportIsNotCalledSavedAfterWhatCameLater()
    {
        Bench bench;
        bench.begin();
        while (bench.state().current())
            bench.doStep();
        FinishPage finish(bench.session);
        finish.retranslate();
        finish.show();
        QSignalSpy saved(&finish, &FinishPage::reportSaved);
        finish.saveReport(bench.folder.filePath(u"report.html"_s));
        QVERIFY(saved.wait(60'000));
        const auto isSaid = [&] { return finish.findChild<QWidget*>(u"reportSaved"_s)->isVisible(); };
        QVERIFY(isSaid());
        const auto* line = finish.findChild<StateLine*>(u"reportLine"_s);
        QVERIFY(!line->isVisible());
        finish.findChildren<QCheckBox*>().first()->click();
        QCOMPARE(bench.state().finalChecks().size(), 1);
        QVERIFY(!isSaid());
        QCOMPARE(line->text(), u"The saved report report.html does not hold what was recorded since: save it again."_s);
        QVERIFY(line->isVisible());
        // Saved again it is the same file, unless another one is wanted.
        finish.findChild<QPushButton*>(u"savePdf"_s)->click();
        QPointer<QFileDialog> dialog = finish.findChild<QFileDialog*>(u"saveDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit*>(u"fileNameEdit"_s)->text(), u"report.pdf"_s);
        dialog->close();
        QTRY_VERIFY(!dialog);
        // The same while it is being written.
        finish.saveReport(bench.folder.filePath(u"again.html"_s));
        finish.findChildren<QCheckBox*>().last()->click();
        QVERIFY(saved.count() == 1);
        QVERIFY(saved.wait(60'000));
        const QString said = finish.findChild<QLabel*>(u"outcomeText"_s)->text();
        QVERIFY2(isSaid() && said.contains("Save it once more"_L1), qPrintable(said));
        QVERIFY(!line->isVisible()); // once
        finish.saveReport(bench.folder.filePath(u"again.html"_s));
        QVERIFY(saved.wait(60'000));
        QVERIFY(isSaid() && !line->isVisible());
    }
};

QTEST_MAIN(TestFinishPage)
#include "tst_finishpage.moc"
