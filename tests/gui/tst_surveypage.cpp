#include "tests/gui/SurveyBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/StateLine.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

/// Reading the nodes of the sample site, with and without trouble.
class TestSurveyPage : public QObject, private samples::SurveyBench {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { open(); }
    void thePrimaryButtonSurveysFirstAndGoesOnAfterwards();
    void aNodeThatCannotBeReadIsSaidInItsRowAndTheOthersGoOn();
    void aStoppedSurveyIsNoSurvey();
    void aNodeReachedInAnotherWayVoidsTheSurvey();
    void aChangeThatTouchesNoNodeKeepsTheSurvey();
    void aVersionThatIsNotTheEnteredOneIsSaidInTheRow();
    void theRowsFollowTheLanguage();
    void aRowSaysWhatIsWaitedForUntilItIsStopped();
    void oneNodeIsReadAgainAndTheOthersKeepTheirReadings();
    void aRetryThatIsStoppedLeavesTheSurveyAsItWas();
    void entriesAreEditedAndThatNodeAloneIsReadAgain();
    void aFactThatDiffersFromTheEntryShowsBoth();
    void whatTheSurveyFoundIsTakenOverWithoutAnotherSurvey();
    void theTableIsAsHighAsItsRowsWithTheFactsRightBelow();
};

void TestSurveyPage::thePrimaryButtonSurveysFirstAndGoesOnAfterwards()
{
    const QString before = m_page->nextVerb();
    QVERIFY(!m_page->isComplete());
    QVERIFY(m_page->canGoOn());
    QVERIFY(!m_page->leave()); // surveys and stays
    QVERIFY(!m_page->canGoOn());
    QVERIFY(!m_page->whyIncomplete().isEmpty());
    QTRY_VERIFY(m_page->isComplete());
    QVERIFY(m_session->surveyed());
    QVERIFY(m_page->nextVerb() != before);
    QVERIFY(m_page->leave());
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(cell(row, stateColumn), u"Done"_s);
        QVERIFY(cell(row, detailColumn).contains(u"mf_replica.def"_s));
        QVERIFY2(!cell(row, detailColumn).contains(u":/"_s), qPrintable(cell(row, detailColumn))); // inside the program
    }
}

void TestSurveyPage::aNodeThatCannotBeReadIsSaidInItsRowAndTheOthersGoOn()
{
    Site site = m_session->site();
    site.nodes[1].config = u"nowhere/mf_replica.def"_s;
    m_session->setSite(site);
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete()); // what is missing is judged by the checks
    QCOMPARE(cell(0, stateColumn), u"Done"_s);
    QCOMPARE(cell(1, stateColumn), u"Failed"_s);
    QVERIFY(cell(1, detailColumn).contains(u"nowhere"_s));
    QCOMPARE(cell(2, stateColumn), u"Done"_s);
    QCOMPARE(part<StateLine>(*m_page, "surveySummary")->state(), theme::State::Warning);
}

void TestSurveyPage::aStoppedSurveyIsNoSurvey()
{
    m_page->leave();
    part<QPushButton>(*m_page, "cancelSurveyButton")->click();
    QTRY_VERIFY(m_page->canGoOn());
    QVERIFY(!m_session->surveyed());
    QVERIFY(!m_page->isComplete());
    QVERIFY(part<StateLine>(*m_page, "surveySummary")->text().contains(u"stopped"_s));
}

void TestSurveyPage::aNodeReachedInAnotherWayVoidsTheSurvey()
{
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    Site site = m_session->site();
    site.nodes[0].config = u"mf2/mf_replica.def"_s;
    m_session->setSite(site);
    QVERIFY(!m_page->isComplete());
    QCOMPARE(cell(0, stateColumn), u"Not read yet"_s);
}

void TestSurveyPage::aChangeThatTouchesNoNodeKeepsTheSurvey()
{
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    Site site = m_session->site();
    site.rollback = u"Return to the snapshot."_s;
    m_session->setSite(site);
    QVERIFY(m_page->isComplete());
    QCOMPARE(cell(0, stateColumn), u"Done"_s);
}

void TestSurveyPage::aVersionThatIsNotTheEnteredOneIsSaidInTheRow()
{
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    QVERIFY(!cell(0, detailColumn).contains(u"entered"_s));
    SurveyReport survey = m_session->survey();
    survey.nodes[0].version = {u"5.31R01"_s, FactSource::Detected, Text::verbatim(u"version"_s), {}};
    m_session->setSurvey(survey);
    const QString entered = m_session->site().sourceVersion.display();
    QVERIFY2(cell(0, detailColumn).startsWith(u"Ver.5.31R01 (entered: %1)"_s.arg(entered)), qPrintable(cell(0, detailColumn)));
    QCOMPARE(cell(0, stateColumn), u"Done, differs"_s);
}

void TestSurveyPage::theRowsFollowTheLanguage()
{
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    m_session->setLanguage(Language::Japanese);
    QCoreApplication::processEvents();
    QCOMPARE(cell(0, 1), u"マスター機"_s);
    QVERIFY(cell(0, stateColumn) != u"Done"_s);
    m_session->setLanguage(Language::English);
}

void TestSurveyPage::aRowSaysWhatIsWaitedForUntilItIsStopped()
{
    fake([](const Node&, const std::stop_token& stop) -> Result<QByteArray> {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return samples::fakeError(u"Stopped."_s);
    });
    m_page->leave();
    QTRY_COMPARE(cell(0, stateColumn), u"Reading"_s);
    QTRY_VERIFY(cell(0, detailColumn).contains(u" s "_s)); // since when
    auto* stop = part<QPushButton>(*m_page, "cancelSurveyButton");
    QVERIFY(stop->isVisible());
    QVERIFY(!m_page->underWay().isEmpty());
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    QTRY_VERIFY(m_page->canGoOn());
    QVERIFY(!m_session->surveyed());
}

void TestSurveyPage::oneNodeIsReadAgainAndTheOthersKeepTheirReadings()
{
    std::atomic<bool> mf2Answers = false;
    std::array<std::atomic<int>, 3> readings{};
    fake([&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        ++readings[size_t(node.name.back().digitValue() - 1)];
        if (node.name == u"mf2"_s && !mf2Answers)
            return samples::fakeError(u"No answer."_s);
        return samples::fakeConfig();
    });
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(cell(1, stateColumn), u"Failed"_s);
    QCOMPARE(part<QTableWidget>(*m_page, "surveyTable")->currentRow(), 1); // the one that needs a hand
    QVERIFY(part<StateLine>(*m_page, "nodeFinding")->text().contains(u"Look at its cables."_s));
    mf2Answers = true;
    auto* again = part<QPushButton>(*m_page, "readNodeAgainButton");
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_VERIFY(m_page->isComplete());
    for (int row = 0; row < 3; ++row)
        QCOMPARE(cell(row, stateColumn), u"Done"_s);
    QCOMPARE(readings[0].load(), 1);
    QCOMPARE(readings[1].load(), 2);
    QCOMPARE(readings[2].load(), 1);
    QCOMPARE(part<StateLine>(*m_page, "surveySummary")->state(), theme::State::Good);
}

void TestSurveyPage::aRetryThatIsStoppedLeavesTheSurveyAsItWas()
{
    std::atomic<bool> hangs = false;
    fake([&](const Node&, const std::stop_token& stop) -> Result<QByteArray> {
        while (hangs && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return samples::fakeConfig();
    });
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    hangs = true;
    part<QPushButton>(*m_page, "readNodeAgainButton")->click();
    QTRY_COMPARE(cell(0, stateColumn), u"Reading"_s);
    QCOMPARE(cell(1, stateColumn), u"Done"_s);
    part<QPushButton>(*m_page, "cancelSurveyButton")->click();
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(cell(0, stateColumn), u"Done"_s);
}

void TestSurveyPage::entriesAreEditedAndThatNodeAloneIsReadAgain()
{
    std::array<std::atomic<int>, 3> readings{};
    fake([&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        ++readings[size_t(node.name.back().digitValue() - 1)];
        if (node.name == u"mf3"_s && node.address != u"192.0.2.33"_s)
            return samples::fakeError(u"No answer."_s);
        return samples::fakeConfig();
    });
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(cell(2, stateColumn), u"Failed"_s);
    auto* edit = part<QPushButton>(*m_page, "editNodeButton");
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Space);
    NodeAccessDialog* editor = nullptr;
    QTRY_VERIFY((editor = dialog<NodeAccessDialog>()));
    auto* address = part<QLineEdit>(*editor, "addressEdit");
    QCOMPARE(editor->focusWidget(), address);
    address->selectAll();
    QTest::keyClick(address, Qt::Key_Delete);
    QVERIFY(!part<QPushButton>(*editor, "readAgainButton")->isEnabled());
    QTest::keyClicks(address, u"192.0.2.33"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(m_session->site().nodes[2].address, u"192.0.2.33"_s);
    QTRY_COMPARE(cell(2, stateColumn), u"Done"_s);
    QCOMPARE(readings[0].load() + readings[1].load(), 2);
    QCOMPARE(readings[2].load(), 2);
}

void TestSurveyPage::aFactThatDiffersFromTheEntryShowsBoth()
{
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    Site site = m_session->site();
    site.nodes[0].installDir = u"/opt/entered"_s;
    m_session->setSite(site);
    SurveyReport report = m_session->survey();
    if (report.nodes.isEmpty())
        report = samples::surveyOf(site);
    report.nodes[0].installDir = {
        u"/opt/found"_s, FactSource::Detected, Text::verbatim(u"/opt/found/conf:2"_s), {}};
    m_session->setSurvey(report);
    part<QTableWidget>(*m_page, "surveyTable")->selectRow(0);
    auto* facts = part<QTableWidget>(*m_page, "factsTable");
    int found = -1;
    for (int row = 0; row < facts->rowCount(); ++row) {
        if (facts->item(row, 0)->text() == u"Install directory"_s)
            found = row;
    }
    QVERIFY(found >= 0);
    QCOMPARE(facts->item(found, 1)->text(), u"/opt/found"_s);
    QVERIFY(facts->item(found, 2)->text().contains(u"detected"_s));
    QVERIFY(facts->item(found, 2)->text().endsWith(u"conf:\u20602"_s)); // the line's number stays with its file
    QVERIFY(!facts->item(found, 2)->icon().isNull());
    QVERIFY(facts->item(found, 3)->text().contains(u"/opt/entered"_s));
}

void TestSurveyPage::whatTheSurveyFoundIsTakenOverWithoutAnotherSurvey()
{
    Site site = m_session->site();
    site.nodes[0].installDir.clear();
    site.nodes[0].syncAddresses.clear();
    m_session->setSite(site);
    SurveyReport report = samples::surveyOf(site);
    report.nodes[0].installDir = {u"/opt/found"_s, FactSource::Detected, {}, {}};
    report.nodes[0].addresses = {
        QStringList{u"192.0.2.11"_s, u"198.51.100.1"_s}, FactSource::Detected, {}, {}};
    report.nodes[1].config = ReplicaConfig::parse("REPLICA_SERVER_1 = 198.51.100.1:14083\n").value();
    m_session->setSurvey(report);
    auto* take = part<QPushButton>(*m_page, "takeOverButton");
    QVERIFY(take->isVisible());
    QVERIFY(part<StateLine>(*m_page, "takeOverText")->text().contains(u"/opt/found"_s));
    take->click();
    QCOMPARE(m_session->site().nodes[0].installDir, u"/opt/found"_s);
    QVERIFY(m_session->site().nodes[0].syncAddresses.contains(u"198.51.100.1"_s));
    QVERIFY(m_session->surveyed());
    QVERIFY(!take->isVisible());
}

void TestSurveyPage::theTableIsAsHighAsItsRowsWithTheFactsRightBelow()
{
    m_page->resize(772, 560);
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    samples::untilLaidOut();
    const auto* table = part<QTableWidget>(*m_page, "surveyTable");
    const auto* facts = part<QScrollArea>(*m_page, "nodeDetailsArea");
    QCOMPARE(table->verticalScrollBar()->maximum(), 0);
    const auto* splitter = qobject_cast<const QSplitter*>(table->parentWidget());
    QVERIFY(splitter);
    QCOMPARE(facts->y(), table->y() + table->height() + splitter->handleWidth());
    // Of many nodes the table has half, and scrolls.
    Site many = m_session->site();
    for (int i = 0; i < 12; ++i) {
        many.nodes.append(many.nodes.last());
        many.nodes.last().name = u"more%1"_s.arg(i);
    }
    m_session->setSite(many);
    m_page->leave();
    QTRY_VERIFY(m_page->isComplete());
    samples::untilLaidOut();
    QVERIFY(table->verticalScrollBar()->maximum() > 0);
    QCOMPARE(facts->y(), table->y() + table->height() + splitter->handleWidth());
}

QTEST_MAIN(TestSurveyPage)
#include "tst_surveypage.moc"
