#include "wizard/pages/SurveyPage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr int stateColumn = 4, detailColumn = 5;

template <typename T> T* part(const QWidget& page, const char* name)
{
    T* found = page.findChild<T*>(QLatin1StringView(name));
    if (!found)
        qFatal("no part named %s", name);
    return found;
}

} // namespace

/// Reading the nodes of the sample site, with and without trouble.
class TestSurveyPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void thePrimaryButtonSurveysFirstAndGoesOnAfterwards();
    void aNodeThatCannotBeReadIsSaidInItsRowAndTheOthersGoOn();
    void aStoppedSurveyIsNoSurvey();
    void aNodeReachedInAnotherWayVoidsTheSurvey();
    void aChangeThatTouchesNoNodeKeepsTheSurvey();
    void theRowsFollowTheLanguage();

private:
    QString cell(int row, int column) const
    {
        return part<QTableWidget>(*m_page, "surveyTable")->item(row, column)->text();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SurveyPage> m_page;
};

void TestSurveyPage::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSurveyPage::init()
{
    m_page.reset();
    m_session = std::make_unique<Session>();
    QVERIFY(m_session->openCopyOf(u":/sample/site.json"_s).ok());
    m_page = std::make_unique<SurveyPage>(*m_session);
    m_page->retranslate();
    m_page->show();
}

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
    QCOMPARE(cell(0, stateColumn), u"Waiting"_s);
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

QTEST_MAIN(TestSurveyPage)
#include "tst_surveypage.moc"
