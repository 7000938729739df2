#include "tests/gui/PageSamples.h"
#include "wizard/Preferences.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/ActionCard.h"
#include "wizard/widgets/RailDelegate.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

/// The frame around the pages, driven as a person would.
class TestWizardShell : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { samples::prepareWindows(m_folder); }
    void init() { QVERIFY(m_folder.isValid()); }
    void theStartPageComesFirstAndOnlyTheSiteCanBeOpenedFromThere();
    void aPageWhoseForerunnersAreOpenCannotBeReached();
    void theRailSaysEveryStateInWords();
    void onTheStartPageEnterPressesWhatStandsOut();
    void theWholeSampleCanBeWalkedByThePrimaryButtonUpToTheProcedure();
    void everyTextOfTheFrameFollowsTheLanguageAtRunTime();
    void theLanguageIsRememberedForTheNextStart();
    void aLongSiteNameGivesWayAtItsEndOnALowScreenToo_data();
    void aLongSiteNameGivesWayAtItsEndOnALowScreenToo();
    void escapeLosesNothing();
    void returnInAnEntryDoesNotGoOn();
    void theFooterIsAsHighWhicheverButtonLeads();

private:
    QTemporaryDir m_folder;
};

void TestWizardShell::theStartPageComesFirstAndOnlyTheSiteCanBeOpenedFromThere()
{
    Session session;
    UpgradeWizard window(session);
    QCOMPARE(window.current(), PageId::Start);
    QVERIFY(window.isReachable(PageId::Site));
    QVERIFY(!window.isReachable(PageId::Survey));
}

void TestWizardShell::aPageWhoseForerunnersAreOpenCannotBeReached()
{
    Session session;
    UpgradeWizard window(session);
    window.goTo(PageId::Work);
    QCOMPARE(window.current(), PageId::Site); // the last one that can
    auto* next = part<QPushButton>(window, "nextButton");
    QVERIFY(!next->isEnabled());
    QVERIFY(!part<QLabel>(window, "reasonLabel")->text().isEmpty());
    const auto* rail = part<QListWidget>(window, "railList");
    QVERIFY(!rail->item(int(PageId::Work))->flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(rail->item(int(PageId::Start))->flags().testFlag(Qt::ItemIsEnabled));
}

void TestWizardShell::theRailSaysEveryStateInWords()
{
    Session session;
    UpgradeWizard window(session);
    window.openSample();
    window.goTo(PageId::Survey);
    const auto* rail = part<QListWidget>(window, "railList");
    const auto word = [&](PageId id) { return rail->item(int(id))->data(RailDelegate::WordRole).toString(); };
    QCOMPARE(word(PageId::Site), u"done"_s);
    QCOMPARE(word(PageId::Survey), u"you are here"_s);
    QCOMPARE(word(PageId::Ports), u"later"_s);
    QVERIFY(rail->item(int(PageId::Site))->data(Qt::AccessibleTextRole).toString().contains(u"done"_s));
}

void TestWizardShell::onTheStartPageEnterPressesWhatStandsOut()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* card = part<ActionCard>(window, "rehearseCard");
    auto* next = part<QPushButton>(window, "nextButton");
    QTRY_COMPARE(window.focusWidget(), card);
    QVERIFY(card->leads());
    QVERIFY(!next->isVisible()); // "New upgrade" is a card already
    const QImage withKeyboard = card->grab().toImage();
    auto* other = part<ActionCard>(window, "newCard");
    other->setFocus();
    QVERIFY(!other->leads());
    QVERIFY(card->grab().toImage() != withKeyboard);
    window.openSample();
    window.goTo(PageId::Start);
    QVERIFY(next->isVisible());
    QVERIFY(!card->leads());
    QTRY_COMPARE(window.focusWidget(), next);
    QTest::keyClick(next, Qt::Key_Return);
    QCOMPARE(window.current(), PageId::Site);
}

void TestWizardShell::theWholeSampleCanBeWalkedByThePrimaryButtonUpToTheProcedure()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.openSample();
    QCOMPARE(window.current(), PageId::Site);
    auto* next = part<QPushButton>(window, "nextButton");
    const auto press = [&] {
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Space);
    };
    press();
    QCOMPARE(window.current(), PageId::Survey);
    press(); // takes the survey, stays
    QCOMPARE(window.current(), PageId::Survey);
    QTRY_VERIFY(session.surveyed());
    press();
    QCOMPARE(window.current(), PageId::Ports);
    press();
    QCOMPARE(window.current(), PageId::Procedure);
    auto* rail = part<QListWidget>(window, "railList");
    rail->setFocus();
    rail->setCurrentRow(int(PageId::Ports));
    QTest::keyClick(rail, Qt::Key_Return);
    QCOMPARE(window.current(), PageId::Ports);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.current(), PageId::Survey);
}

void TestWizardShell::everyTextOfTheFrameFollowsTheLanguageAtRunTime()
{
    Session session;
    UpgradeWizard window(session);
    window.goTo(PageId::Site);
    auto* box = part<QComboBox>(window, "languageBox");
    const auto texts = [&] {
        QStringList all{part<QPushButton>(window, "backButton")->text(),
                        part<QPushButton>(window, "nextButton")->text(),
                        part<QLabel>(window, "pageTitle")->text(), part<QLabel>(window, "pageIntro")->text(),
                        part<QLabel>(window, "reasonLabel")->text()};
        const auto* rail = part<QListWidget>(window, "railList");
        for (int row = 0; row < rail->count(); ++row)
            all << rail->item(row)->text() << rail->item(row)->data(RailDelegate::WordRole).toString();
        return all;
    };
    const QStringList english = texts();
    session.setLanguage(Language::Japanese);
    QCoreApplication::processEvents();
    QCOMPARE(box->currentText(), u"日本語"_s);
    const QStringList japanese = texts();
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(english[i] != japanese[i], qPrintable(english[i]));
    session.setLanguage(Language::English);
    QCoreApplication::processEvents();
    QCOMPARE(texts(), english);
}

void TestWizardShell::theLanguageIsRememberedForTheNextStart()
{
    Session session;
    const UpgradeWizard window(session);
    session.setLanguage(Language::Japanese);
    QCOMPARE(preferences::language(), std::optional(Language::Japanese));
    QCOMPARE(preferences::languageToStartIn(std::nullopt, Language::English), Language::Japanese);
    QCOMPARE(preferences::languageToStartIn(Language::English, Language::Japanese), Language::English); // --lang
    session.setLanguage(Language::English);
    QCOMPARE(preferences::language(), std::optional(Language::English));
}

void TestWizardShell::aLongSiteNameGivesWayAtItsEndOnALowScreenToo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isLong");
    QTest::newRow("short") << u"Osaka"_s << false;
    QTest::newRow("words") << u"Osaka head office, second floor, mail servers for all of the western branches"_s << true;
    QTest::newRow("no blank") << u"大阪本社メールサーバー群西日本全拠点向け第二データセンター設置分予備系"_s << true;
}

void TestWizardShell::aLongSiteNameGivesWayAtItsEndOnALowScreenToo()
{
    QFETCH(QString, name);
    QFETCH(bool, isLong);
    Session session;
    UpgradeWizard window(session);
    window.setMinimumSize(0, 0);
    window.resize(960, 540); // 1920x1080 at 200 %
    window.show();
    Site site = session.site();
    site.name = name;
    session.setSite(site);
    const auto* label = part<QLabel>(window, "railSiteName");
    QTRY_COMPARE(label->toolTip(), name);
    QCOMPARE(label->text().endsWith(u'\u2026'), isLong);
    samples::untilLaidOut();
    QVERIFY(label->height() >= label->sizeHint().height());
    for (const QString& line : label->text().split(u'\n'))
        QVERIFY2(label->fontMetrics().horizontalAdvance(line) <= label->contentsRect().width(), qPrintable(line));
}

void TestWizardShell::escapeLosesNothing()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.goTo(PageId::Site);
    auto* name = part<QLineEdit>(window, "siteNameEdit");
    name->setFocus();
    QTest::keyClicks(name, u"Tokyo"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(window.isVisible());
    QCOMPARE(window.current(), PageId::Site);
    QCOMPARE(name->text(), u"Tokyo"_s);
}

void TestWizardShell::returnInAnEntryDoesNotGoOn()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    window.openSample();
    auto* name = part<QLineEdit>(window, "siteNameEdit");
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(window.current(), PageId::Site);
}

void TestWizardShell::theFooterIsAsHighWhicheverButtonLeads()
{
    Session session;
    UpgradeWizard window(session);
    window.show();
    auto* next = part<QPushButton>(window, "nextButton");
    auto* stack = part<QWidget>(window, "pageStack");
    QCoreApplication::processEvents();
    const int height = stack->height();
    QVERIFY(height > 0);
    theme::makePrimary(next, false);
    window.centralWidget()->layout()->activate();
    QCoreApplication::processEvents();
    QCOMPARE(stack->height(), height);
    window.openSample(); // Back stands beside it
    QCOMPARE(part<QPushButton>(window, "backButton")->minimumHeight(), next->minimumHeight());
}

QTEST_MAIN(TestWizardShell)
#include "tst_wizardshell.moc"
