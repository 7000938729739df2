#include "core/site/SiteFile.h"
#include "tests/gui/PageSamples.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

namespace {

/// Presses the named button of the message box that will open next.
void answerNextBox(const QString& boxName, QMessageBox::ButtonRole role, bool& asked)
{
    auto* timer = new QTimer(qApp);
    timer->setInterval(10);
    QObject::connect(timer, &QTimer::timeout, qApp, [=, &asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box || box->objectName() != boxName)
            return;
        timer->deleteLater();
        asked = true;
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == role)
                button->click();
        }
    });
    timer->start();
}

} // namespace

/// What the window opens, saves and closes: nothing is lost unasked, and what can't be read changes nothing.
class TestWindowFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void init() { QVERIFY(m_folder.isValid()); }
    void anUnsavedSiteIsAskedAboutAndCancelKeepsTheWindow();
    void discardClosesTheWindow();
    void anUnreadableSiteFileIsSaidInTheNoticeBarAndChangesNothing();
    void unknownKeysOfASiteFileAreSaid();
    void aSiteSavedElsewhereStillFindsItsConfigs();
    void whatIsBeingTypedIsSavedToo();
    void aFileThatIsNoJournalLeavesEverythingAsItIs();
    void theSampleIsNeverOverwritten();

private:
    /// The path of a file that holds this.
    QString fileWith(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(file.fileName()));
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestWindowFiles::anUnsavedSiteIsAskedAboutAndCancelKeepsTheWindow()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.goTo(PageId::Site);
    QTest::keyClicks(part<QLineEdit>(window, "siteNameEdit"), u"Osaka"_s);
    bool asked = false;
    answerNextBox(u"unsavedBox"_s, QMessageBox::RejectRole, asked);
    QVERIFY(!window.close());
    QVERIFY(asked);
    QVERIFY(window.isVisible());
    QCOMPARE(session.site().name, u"Osaka"_s);
}

void TestWindowFiles::discardClosesTheWindow()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.goTo(PageId::Site);
    QTest::keyClicks(part<QLineEdit>(window, "siteNameEdit"), u"Osaka"_s);
    bool asked = false;
    answerNextBox(u"unsavedBox"_s, QMessageBox::DestructiveRole, asked);
    QVERIFY(window.close());
    QVERIFY(asked);
}

void TestWindowFiles::anUnreadableSiteFileIsSaidInTheNoticeBarAndChangesNothing()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    const Site before = session.site();
    const QString path = fileWith(u"broken.json"_s, "{ \"format\": 1,");
    QVERIFY(!window.openSite(path));
    QVERIFY(part<QLabel>(window, "noticeText")->text().contains(u"broken.json"_s));
    QVERIFY(part<QWidget>(window, "noticeBar")->isVisibleTo(&window));
    QCOMPARE(session.site(), before);
}

void TestWindowFiles::unknownKeysOfASiteFileAreSaid()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    Site site = session.site();
    site.unknown.insert(u"colour"_s, u"blue"_s);
    const QString path = m_folder.filePath(u"unknown.json"_s);
    QVERIFY(SiteFile::write(path, site).ok());
    QVERIFY(window.openSite(path));
    QVERIFY(part<QLabel>(window, "noticeText")->text().contains(u"colour"_s));
}

void TestWindowFiles::aSiteSavedElsewhereStillFindsItsConfigs()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    QVERIFY(session.saveSite(m_folder.filePath(u"copy.json"_s)).ok());
    Session again;
    QVERIFY(again.openSite(m_folder.filePath(u"copy.json"_s)).ok());
    const SurveyReport report = samples::surveyOf(again.site());
    for (const NodeSurvey& node : report.nodes)
        QVERIFY2(node.config.has_value(), qPrintable(node.name));
}

void TestWindowFiles::whatIsBeingTypedIsSavedToo()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.openSample();
    const QString path = m_folder.filePath(u"typed.json"_s);
    QVERIFY(session.saveSite(path).ok());
    auto* name = part<QLineEdit>(window, "siteNameEdit");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Nagoya"_s);
    QVERIFY(window.close()); // saved by itself: nothing is asked
    const auto read = SiteFile::read(path);
    QVERIFY(read.ok());
    QCOMPARE(read->site.name, u"Nagoya"_s);
}

void TestWindowFiles::aFileThatIsNoJournalLeavesEverythingAsItIs()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    const Site before = session.site();
    const QString path = fileWith(u"no-journal.jsonl"_s, "nothing of the kind\n");
    QVERIFY(!window.continueRun(path));
    QCOMPARE(window.current(), PageId::Site);
    QCOMPARE(session.site(), before);
    QVERIFY(!part<QLabel>(window, "noticeText")->text().isEmpty());
}

void TestWindowFiles::theSampleIsNeverOverwritten()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    QVERIFY(session.siteFile().isEmpty());
    QVERIFY(!session.hasUnsavedChanges());
}

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
