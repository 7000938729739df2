#include "core/site/SiteFile.h"
#include "tests/gui/SitePageBench.h"
#include "wizard/Theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

namespace {

/// Types it key by key over what stands there: meanwhile the entry can't be read.
void retype(QLineEdit* editor, const QString& text)
{
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
}

const QDate night(2026, 12, 5);

/// An offset from UTC that this machine does not have that night.
int foreignOffset()
{
    constexpr int tokyo = 9 * 3600;
    return QDateTime(night, QTime(22, 0)).offsetFromUtc() == tokyo ? 0 : tokyo;
}

} // namespace

/// What is entered of the site itself: its name, the versions, the times, the way back.
class TestSitePage : public QObject, private samples::SitePageBench {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { open(); }
    void cleanup() { close(); }
    void aVersionIsTakenInTheFormsThatPeoplePaste_data();
    void aVersionIsTakenInTheFormsThatPeoplePaste();
    void aVersionThatIsNoneIsSaidBesideItsField();
    void anOlderTargetIsSaidBesideItsField();
    void aTimeIsTakenInSeveralForms_data();
    void aTimeIsTakenInSeveralForms();
    void aDecisionAfterTheEndIsSaidBesideItsField();
    void aTimeThatIsTypedAnewKeepsTheOffsetOfTheSite();
    void theOnlyTimeKeepsItsOffsetWhileItIsTypedAnew();
    void aTimeOfASiteWithoutAnyIsThisMachines();
    void timesOfDifferentOffsetsAreShownInOrder();
    void everyChangeIsSavedWhereASiteFileIsSet();
    void theFieldsFollowAnotherSite();
    void noExampleReadsAsAnEntry();
};

void TestSitePage::aVersionIsTakenInTheFormsThatPeoplePaste_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain") << u"5.20R01"_s;
    QTest::newRow("as the vendor writes it") << u"Ver.5.20R01"_s;
    QTest::newRow("full width") << u"Ｖｅｒ．５．２０Ｒ０１"_s;
    QTest::newRow("blanks around") << u"  5.20R01 "_s;
}

void TestSitePage::aVersionIsTakenInTheFormsThatPeoplePaste()
{
    QFETCH(QString, typed);
    auto* editor = part<QLineEdit>(*m_page, u"sourceVersionEdit"_s);
    type(editor, typed);
    QCOMPARE(m_session->site().sourceVersion, (ProductVersion{5, 20, 1}));
    QCOMPARE(editor->text(), u"5.20R01"_s);
    QVERIFY(errorOf(u"sourceVersionEdit"_s).isEmpty());
}

void TestSitePage::aVersionThatIsNoneIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"siteNameEdit"_s), u"Tokyo"_s);
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"five"_s);
    QVERIFY(errorOf(u"sourceVersionEdit"_s).contains(u"5.31R01"_s));
    QCOMPARE(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s)->text(), u"five"_s); // what was typed stays
    QVERIFY(!m_page->isComplete());
    QVERIFY(!m_page->whyIncomplete().isEmpty());
}

void TestSitePage::anOlderTargetIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"5.60R01"_s);
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.20R01"_s);
    QVERIFY(!errorOf(u"targetVersionEdit"_s).isEmpty());
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.61R01"_s);
    QVERIFY(errorOf(u"targetVersionEdit"_s).isEmpty());
}

void TestSitePage::aTimeIsTakenInSeveralForms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("iso") << u"2026-12-05 22:00"_s << true;
    QTest::newRow("slashes") << u"2026/12/5 22:00"_s << true;
    QTest::newRow("full width") << u"２０２６／１２／０５　２２：００"_s << true;
    QTest::newRow("japanese") << u"2026年12月5日 22時00分"_s << true;
    QTest::newRow("no such day") << u"2026-02-30 22:00"_s << false;
    QTest::newRow("no time") << u"2026-12-05"_s << false;
}

void TestSitePage::aTimeIsTakenInSeveralForms()
{
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    type(part<QLineEdit>(*m_page, u"startTimeEdit"_s), typed);
    QCOMPARE(errorOf(u"startTimeEdit"_s).isEmpty(), taken);
    QCOMPARE(m_session->site().schedule.start.has_value(), taken);
    if (taken)
        QCOMPARE(m_session->site().schedule.start->toString(u"yyyy-MM-dd HH:mm"_s), u"2026-12-05 22:00"_s);
}

void TestSitePage::aDecisionAfterTheEndIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"startTimeEdit"_s), u"2026-12-05 22:00"_s);
    type(part<QLineEdit>(*m_page, u"endTimeEdit"_s), u"2026-12-06 05:00"_s);
    type(part<QLineEdit>(*m_page, u"decideByEdit"_s), u"2026-12-06 06:00"_s);
    QVERIFY(!errorOf(u"decideByEdit"_s).isEmpty());
    type(part<QLineEdit>(*m_page, u"decideByEdit"_s), u"2026-12-06 03:00"_s);
    QVERIFY(errorOf(u"decideByEdit"_s).isEmpty());
}

void TestSitePage::aTimeThatIsTypedAnewKeepsTheOffsetOfTheSite()
{
    const int offset = foreignOffset();
    Site site;
    site.schedule.start = QDateTime(night, QTime(22, 0), Qt::OffsetFromUTC, offset);
    site.schedule.decideBy = site.schedule.start->addSecs(4 * 3600);
    site.schedule.end = site.schedule.start->addSecs(7 * 3600);
    m_session->setSite(site);
    retype(part<QLineEdit>(*m_page, u"endTimeEdit"_s), u"2026-12-06 06:00"_s);
    QCOMPARE(m_session->site().schedule.end->offsetFromUtc(), offset);
    QCOMPARE(m_session->site().schedule.start->secsTo(*m_session->site().schedule.end), 8 * 3600);
    for (const auto& editor : {u"startTimeEdit"_s, u"decideByEdit"_s}) {
        const QString text = part<QLineEdit>(*m_page, editor)->text();
        retype(part<QLineEdit>(*m_page, editor), text);
    }
    QCOMPARE(m_session->site().schedule.start, site.schedule.start);
    QCOMPARE(m_session->site().schedule.decideBy, site.schedule.decideBy);
    QVERIFY(errorOf(u"decideByEdit"_s).isEmpty());
    // Neither is what the machine's clock shows: said once.
    const QString note = part<QLabel>(*m_page, u"timesNote"_s)->text();
    QVERIFY2(part<QLabel>(*m_page, u"timesNote"_s)->isVisible() && note.count(u"UTC"_s) == 2, qPrintable(note));
    QVERIFY2(note.contains(offset == 0 ? u"UTC+00:00"_s : u"UTC+09:00"_s), qPrintable(note));
}

void TestSitePage::theOnlyTimeKeepsItsOffsetWhileItIsTypedAnew()
{
    const int offset = foreignOffset();
    Site site;
    site.schedule.start = QDateTime(night, QTime(22, 0), Qt::OffsetFromUTC, offset);
    m_session->setSite(site);
    retype(part<QLineEdit>(*m_page, u"startTimeEdit"_s), u"2026-12-05 22:30"_s);
    QCOMPARE(site.schedule.start->secsTo(*m_session->site().schedule.start), 30 * 60);
    retype(part<QLineEdit>(*m_page, u"endTimeEdit"_s), u"2026-12-06 05:00"_s); // where none was: as the others are
    QCOMPARE(m_session->site().schedule.end->offsetFromUtc(), offset);
}

void TestSitePage::aTimeOfASiteWithoutAnyIsThisMachines()
{
    const QDateTime here(night, QTime(22, 0));
    retype(part<QLineEdit>(*m_page, u"startTimeEdit"_s), u"2026-12-05 22:00"_s);
    QCOMPARE(m_session->site().schedule.start, std::optional(here));
    QVERIFY(!part<QLabel>(*m_page, u"timesNote"_s)->isVisible());
}

void TestSitePage::timesOfDifferentOffsetsAreShownInOrder()
{
    Site site;
    site.schedule.start = QDateTime(night, QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600);
    site.schedule.end = QDateTime(night, QTime(21, 0), Qt::UTC); // eight hours later
    m_session->setSite(site);
    QCOMPARE(part<QLineEdit>(*m_page, u"startTimeEdit"_s)->text(), u"2026-12-05 22:00"_s);
    QCOMPARE(part<QLineEdit>(*m_page, u"endTimeEdit"_s)->text(), u"2026-12-06 06:00"_s);
    retype(part<QLineEdit>(*m_page, u"endTimeEdit"_s), u"2026-12-06 06:00"_s);
    QCOMPARE(m_session->site().schedule.end, site.schedule.end);
}

void TestSitePage::everyChangeIsSavedWhereASiteFileIsSet()
{
    const QString path = m_folder->filePath(u"site.json"_s);
    m_page->takeConfigs(writeConfigs());
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"5.20R01"_s);
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.60R01"_s);
    QVERIFY(m_session->saveSite(path).ok());
    type(part<QLineEdit>(*m_page, u"siteNameEdit"_s), u"Fukuoka"_s);
    QVERIFY(!m_session->hasUnsavedChanges());
    auto* rollback = part<QPlainTextEdit>(*m_page, u"rollbackEdit"_s);
    rollback->setFocus();
    QTest::keyClicks(rollback, u"Return to the snapshot."_s);
    m_page->commitEdits();
    const auto read = SiteFile::read(path);
    QVERIFY(read.ok());
    QCOMPARE(read->site.name, u"Fukuoka"_s);
    QCOMPARE(read->site.rollback, u"Return to the snapshot."_s);
}

void TestSitePage::theFieldsFollowAnotherSite()
{
    type(part<QLineEdit>(*m_page, u"siteNameEdit"_s), u"Tokyo"_s);
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"nonsense"_s);
    QVERIFY(m_session->openCopyOf(u":/sample/site.json"_s).ok());
    QCOMPARE(part<QLineEdit>(*m_page, u"siteNameEdit"_s)->text(), m_session->site().name);
    QCOMPARE(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s)->text(), u"5.20R01"_s);
    QVERIFY(errorOf(u"sourceVersionEdit"_s).isEmpty());
    QVERIFY2(m_page->isComplete(), qPrintable(m_page->whyIncomplete()));
}

void TestSitePage::noExampleReadsAsAnEntry()
{
    part<QToolButton>(*m_page, u"addNodeButton"_s)->click();
    int examples = 0;
    for (const QLineEdit* entry : m_page->findChildren<QLineEdit*>()) {
        const QString example = entry->placeholderText();
        QVERIFY2(example.isEmpty() || example.startsWith("e.g. "_L1), qPrintable(entry->objectName() + u": "_s + example));
        examples += example.isEmpty() ? 0 : 1;
    }
    QVERIFY(examples >= 5);
}

QTEST_MAIN(TestSitePage)
#include "tst_sitepage.moc"
