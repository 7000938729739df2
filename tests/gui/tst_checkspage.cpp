#include "core/product/ProductVersion.h"
#include "tests/gui/PageSamples.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/ChecksPage.h"
#include "wizard/Theme.h"
#include "wizard/widgets/FindingList.h"
#include "wizard/widgets/ForecastPanel.h"
#include "wizard/widgets/ForecastPlot.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestChecksPage : public QObject {
    Q_OBJECT

    static FindingList* list(const ChecksPage& page)
    {
        return page.findChild<FindingList*>(u"findingList"_s);
    }
    static QList<QCheckBox*> acceptBoxes(const ChecksPage& page)
    {
        QList<QCheckBox*> boxes;
        for (const FindingRow* row : list(page)->rows()) {
            if (row->acceptBox())
                boxes.append(row->acceptBox());
        }
        return boxes;
    }
    static bool has(const Session& session, const QString& id)
    {
        const QList<Finding>& findings = session.checks().findings;
        return std::any_of(findings.cbegin(), findings.cend(),
                           [&id](const Finding& f) { return f.id == id; });
    }

private slots:
    void everyFindingStandsInTheListWithCauseRemedyAndNode_data() { samples::bothLanguages(); }
    void everyFindingStandsInTheListWithCauseRemedyAndNode()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);

        const QList<Finding> findings = session.checksOf(ProcedureKind::BlockSyncPorts).findings;
        QVERIFY(!findings.isEmpty());
        QCOMPARE(list(page)->rows().size(), findings.size());
        for (const FindingRow* row : list(page)->rows()) {
            const Finding& finding = row->finding();
            QVERIFY(findings.contains(finding));
            QCOMPARE(row->findChild<QLabel*>(u"findingMessage"_s)->text(),
                     withWordsWhole(withVersionsWhole(finding.message.render(language))));
            if (!finding.remedy.isEmpty())
                QVERIFY(asTyped(row->findChild<QLabel*>(u"findingRemedy"_s)->text()).contains(finding.remedy.render(language)));
            if (!finding.node.isEmpty())
                QCOMPARE(row->findChild<QLabel*>(u"findingNode"_s)->text(), finding.node);
            QCOMPARE(row->acceptBox() != nullptr, finding.severity == Severity::Warning);
            QVERIFY(!row->findChild<QLabel*>(u"findingSeverity"_s)->text().isEmpty());
        }
    }

    void aWarningCanOnlyBeAcceptedUnderAName()
    {
        const samples::FileSite site("ON");
        Session session;
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QVERIFY(!acceptBoxes(page).isEmpty());
        QVERIFY(!acceptBoxes(page).first()->isEnabled());

        auto* name = page.findChild<QLineEdit*>(u"doerName"_s);
        name->setFocus();
        QTest::keyClicks(name, u"Sato"_s);
        QCOMPARE(session.doer(), u"Sato"_s);
        QVERIFY(acceptBoxes(page).first()->isEnabled());
        acceptBoxes(page).first()->setFocus();
        QTest::keyClick(acceptBoxes(page).first(), Qt::Key_Space);
        QVERIFY(acceptBoxes(page).first()->isChecked());
        QVERIFY(acceptBoxes(page).first()->text().contains(u"Sato"_s));
    }

    void theHeadingSaysHowManyWarningsAreStillToAccept()
    {
        const samples::FileSite site("ON");
        Session session;
        site.open(session);
        session.setPeople(u"Sato"_s, {});
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        const qsizetype all = acceptBoxes(page).size();
        QVERIFY(all > 2);
        acceptBoxes(page).first()->click();
        const QString said = page.findChild<QLabel*>(u"heading-warning"_s)->text();
        QVERIFY2(said.startsWith(u"%1 of %2 warning"_s.arg(all - 1).arg(all)), qPrintable(said));
    }

    void everyWarningIsAcceptedByKeyboard_data() { samples::bothLanguages(); }
    void everyWarningIsAcceptedByKeyboard()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        session.setPeople(u"佐藤"_s, {});
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QSignalSpy changed(&page, &Page::completeChanged);
        const qsizetype warnings = acceptBoxes(page).size();
        QVERIFY(warnings > 0);
        for (qsizetype i = 0; i < warnings; ++i) {
            QVERIFY(!session.allWarningsAcknowledged());
            QCheckBox* box = acceptBoxes(page)[i];
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Space);
        }
        QVERIFY(session.allWarningsAcknowledged());
        QVERIFY(page.isComplete()); // the runbook can be made; the work waits for every warning
        QVERIFY(page.whyIncomplete().isEmpty());
        QVERIFY(changed.count() > 0);

        QTest::keyClick(acceptBoxes(page).first(), Qt::Key_Space);
        QVERIFY(!session.allWarningsAcknowledged());
    }

    void aBlockerKeepsThePageIncomplete()
    {
        samples::FileSite site("ON");
        site.writeConfig(2, "OFF"); // data sync differs between the nodes
        Session session;
        site.open(session);
        session.setPeople(u"Sato"_s, {});
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        for (QCheckBox* box : acceptBoxes(page))
            box->click();
        QVERIFY(has(session, u"data-sync-differs"_s));
        QCOMPARE(list(page)->rows().first()->finding().severity, Severity::Blocker);
        QVERIFY(!page.isComplete());
    }

    void checkingAgainReadsTheConfigsAnew()
    {
        samples::FileSite site("ON");
        Session session;
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QVERIFY(!has(session, u"data-sync-differs"_s));
        site.writeConfig(3, "OFF");
        auto* again = page.findChild<QPushButton*>(u"recheckButton"_s);
        again->setFocus();
        const QString stateBefore = page.findChild<QLabel*>(u"recheckState"_s)->text();
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(has(session, u"data-sync-differs"_s));
        QVERIFY(page.findChild<QLabel*>(u"recheckState"_s)->text() != stateBefore);
        site.writeConfig(3, "ON");
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(!has(session, u"data-sync-differs"_s));
    }

    void theForecastStandsThereOnlyWhileMailPilesUp_data()
    {
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<ProcedureKind>("kind");
        QTest::addColumn<bool>("shown");
        QTest::newRow("data sync ON, mail keeps flowing")
            << QByteArray("ON") << ProcedureKind::BlockSyncPorts << true;
        QTest::newRow("data sync ON, mail is stopped")
            << QByteArray("ON") << ProcedureKind::StopMailFlow << false;
        QTest::newRow("data sync OFF") << QByteArray("OFF") << ProcedureKind::BlockSyncPorts << false;
    }
    void theForecastStandsThereOnlyWhileMailPilesUp()
    {
        QFETCH(QByteArray, dataSync);
        QFETCH(ProcedureKind, kind);
        QFETCH(bool, shown);
        const samples::FileSite site(dataSync);
        Session session;
        site.open(session);
        session.chooseProcedure(kind);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QCOMPARE(page.findChild<QTabWidget*>(u"checksTabs"_s)->isTabVisible(1), shown);
    }

    void anAssumptionThatIsEditedChangesSiteAndForecast_data() { samples::bothLanguages(); }
    void anAssumptionThatIsEditedChangesSiteAndForecast()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        page.findChild<QTabWidget*>(u"checksTabs"_s)->setCurrentIndex(1);
        auto* table = page.findChild<QTableWidget*>(u"forecastTable"_s);
        const QString before = table->item(0, 2)->text();
        QCOMPARE(before, Text::bytes(session.forecast().nodes.first().bytes.expected).render(language));

        auto* mails = page.findChild<QSpinBox*>(u"mailsPerHour"_s);
        mails->setFocus();
        mails->selectAll();
        QTest::keyClicks(mails, u"50000"_s);
        QTest::keyClick(mails, Qt::Key_Return);
        QCOMPARE(session.site().mailLoad.mailsPerHour, std::optional<int>(50000));
        QVERIFY(!session.site().mailLoad.keptPercent);
        QVERIFY(table->item(0, 2)->text() != before);

        mails->setValue(mails->minimum()); // back to the assumption
        QVERIFY(!session.site().mailLoad.mailsPerHour);
        QCOMPARE(table->item(0, 2)->text(), before);
    }

    void thePlotReadsOffItsFiguresByArrowKeysToo()
    {
        const samples::FileSite site("ON");
        Session session;
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        page.findChild<QTabWidget*>(u"checksTabs"_s)->setCurrentIndex(1);
        auto* plot = page.findChild<ForecastPlot*>(u"forecastPlot"_s);
        QVERIFY(!plot->accessibleDescription().isEmpty());
        QVERIFY(plot->readout().isEmpty());
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_End);
        QCOMPARE(plot->cursorMinute(), plot->lastMinute());
        QTest::keyClick(plot, Qt::Key_Left);
        const auto range = ForecastPlot::rangeAt(session.forecast().nodes.first(), session.forecast().minutes,
                                                 plot->cursorMinute());
        QVERIFY(plot->readout().contains(Text::bytes(range.expected).render(Language::English)));
        QCOMPARE(plot->accessibleDescription(), plot->readout());
    }

    void theAmountGrowsSteadilyToTheForecastOfThePlannedEnd()
    {
        QueueForecast::NodeForecast node;
        node.bytes = {100, 200, 400};
        QCOMPARE(ForecastPlot::rangeAt(node, 60, 0), (QueueForecast::Range{0, 0, 0}));
        QCOMPARE(ForecastPlot::rangeAt(node, 60, 60), (QueueForecast::Range{100, 200, 400}));
        QCOMPARE(ForecastPlot::rangeAt(node, 60, 90), (QueueForecast::Range{150, 300, 600}));
        QCOMPARE(ForecastPlot::rangeAt(node, 0, 90), (QueueForecast::Range{0, 0, 0}));
    }

    void onALargeScreenTheLinesOfAFindingStayShort()
    {
        const samples::FileSite site("ON");
        Session session;
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        page.resize(1680, 900);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        samples::untilLaidOut();
        QVERIFY(!list(page)->rows().isEmpty());
        for (const FindingRow* row : list(page)->rows()) {
            const auto* message = row->findChild<QLabel*>(u"findingMessage"_s);
            QVERIFY2(message->width() <= theme::readableWidth + theme::grid, qPrintable(QString::number(message->width())));
        }
    }

    void nothingIsCutOffInTheSmallestWindow_data() { samples::bothLanguages(); }
    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(Language, language);
        const samples::FileSite site("ON");
        Session session;
        session.setLanguage(language);
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        ChecksPage page(session);
        page.retranslate();
        samples::showSmallest(page);
        QCoreApplication::processEvents();
        QCOMPARE(samples::cutOffTexts(page), QStringList());
        page.findChild<QTabWidget*>(u"checksTabs"_s)->setCurrentIndex(1);
        QCoreApplication::processEvents();
        QCOMPARE(samples::cutOffTexts(page), QStringList());
    }
};

QTEST_MAIN(TestChecksPage)
#include "tst_checkspage.moc"
