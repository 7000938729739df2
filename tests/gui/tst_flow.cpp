#include "tests/gui/PageSamples.h"
#include "wizard/Pages.h"
#include "wizard/Preferences.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/RailDelegate.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Counts what a person has to do: a click, an entry typed (however long), a set of files dropped. It sees the events as
/// the window gets them, so that nothing is counted that was not done.
class EntryCounter : public QObject {
public:
    EntryCounter() { qApp->installEventFilter(this); }
    int clicks = 0, typed = 0, drops = 0;
    int all() const { return clicks + typed + drops; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        // Each event passes the window as well as the widget: only the widget's counts.
        if (!object->isWidgetType())
            return false;
        if (event->type() == QEvent::MouseButtonPress)
            ++clicks;
        else if (event->type() == QEvent::Drop)
            ++drops;
        else if (event->type() == QEvent::KeyPress && object != m_typingIn &&
                 !static_cast<QKeyEvent*>(event)->text().isEmpty()) {
            m_typingIn = object;
            ++typed;
        }
        return false;
    }

private:
    QObject* m_typingIn = nullptr;
};

void drop(QWidget& zone, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&zone, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&zone, &dropped);
}

} // namespace

/// The way through the wizard: short, without loss, saved by itself.
class TestFlow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    template <typename T> static T* part(QWidget& window, const QString& name)
    {
        T* found = window.findChild<T*>(name);
        if (!found)
            qFatal("no part named %s", qPrintable(name));
        return found;
    }
    static void click(QWidget* widget)
    {
        QVERIFY2(widget->isVisible() && widget->isEnabled(), qPrintable(widget->objectName()));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    /// Typed behind what stands there, after a click or the Tab key: going there is part of the entry.
    static void type(QLineEdit* entry, const QString& text)
    {
        entry->setFocus();
        entry->end(false);
        QTest::keyClicks(entry, text);
    }
    static QStringList configsOf(const samples::FileSite& site)
    {
        return {site.path(u"mf1/mf_replica.def"_s), site.path(u"mf2/mf_replica.def"_s),
                site.path(u"mf3/mf_replica.def"_s)};
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void init() { QFile::remove(preferences::draftFile()); }

    void fromTheStartToTheRunbookItTakesAtMostTwelveEntries_data()
    {
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<QString>("procedure");
        QTest::newRow("data sync ON") << QByteArray("ON") << u"block-sync-ports"_s;
        QTest::newRow("data sync OFF") << QByteArray("OFF") << u"disable-settings-sync"_s;
        QTest::newRow("mail stopped") << QByteArray("ON") << u"stop-mail-flow"_s;
    }
    void fromTheStartToTheRunbookItTakesAtMostTwelveEntries()
    {
        QFETCH(QByteArray, dataSync);
        QFETCH(QString, procedure);
        const samples::FileSite site(dataSync); // one master, two slaves, their configs at hand
        Session session;
        UpgradeWizard window(session);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* next = part<QPushButton>(window, u"nextButton"_s);
        EntryCounter entries;

        click(part<QWidget>(window, u"newCard"_s));
        QCOMPARE(window.current(), PageId::Site);
        drop(*part<DropZone>(window, u"dropZone"_s), configsOf(site));
        type(part<QLineEdit>(window, u"sourceVersionEdit"_s), u"5.20R01"_s);
        type(part<QLineEdit>(window, u"targetVersionEdit"_s), u"5.60R01"_s);
        for (int guard = 0; guard < 12 && window.current() != PageId::Runbook; ++guard) {
            if (window.current() == PageId::Procedure && !session.procedure())
                click(part<QWidget>(window, u"card-"_s + procedure));
            QTRY_VERIFY2(next->isEnabled(), qPrintable(window.page(window.current())->whyIncomplete()));
            click(next);
        }
        QCOMPARE(window.current(), PageId::Runbook);
        auto* save = part<QPushButton>(window, u"pdfButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), 20'000);
        QVERIFY2(entries.all() <= 12, qPrintable(QString::number(entries.all())));
        QVERIFY(entries.clicks >= 8 && entries.typed == 2 && entries.drops == 1); // it did count
        QVERIFY(!session.site().name.isEmpty());
        qInfo("%d clicks, %d entries, %d set of files: %d of at most 12", entries.clicks, entries.typed,
              entries.drops, entries.all());
    }

    void theWorkWaitsUntilEveryWarningIsAccepted()
    {
        const samples::FileSite site("ON");
        Session session;
        UpgradeWizard window(session);
        window.show();
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        QVERIFY(session.procedure() && !session.allWarningsAcknowledged());
        window.goTo(PageId::Work);
        QCOMPARE(window.current(), PageId::Runbook);
        QTRY_VERIFY(!part<QPushButton>(window, u"nextButton"_s)->isEnabled());
        QVERIFY(!window.page(PageId::Runbook)->whyIncomplete().isEmpty());
        session.setPeople(u"Sato"_s, {});
        for (const Finding& finding : session.checksOf(ProcedureKind::BlockSyncPorts).findings)
            session.acknowledge(finding, true);
        QTRY_VERIFY(window.isReachable(PageId::Work));
        QTRY_VERIFY(part<QPushButton>(window, u"nextButton"_s)->isEnabled());
    }

    void theRailTellsOfWarningsThatNobodyHasAccepted()
    {
        const samples::FileSite site("ON");
        Session session;
        UpgradeWizard window(session);
        window.show();
        site.open(session);
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        window.goTo(PageId::Runbook);
        QCOMPARE(window.current(), PageId::Runbook); // looking ahead is free
        const QList<Finding> findings = session.checksOf(ProcedureKind::BlockSyncPorts).findings;
        const auto warnings = std::count_if(findings.cbegin(), findings.cend(),
                                            [](const Finding& finding) { return finding.severity == Severity::Warning; });
        QVERIFY(warnings > 1);
        const QListWidgetItem* row = part<QListWidget>(window, u"railList"_s)->item(int(PageId::Checks));
        const auto word = [row] { return row->data(RailDelegate::WordRole).toString(); };
        QTRY_COMPARE(word(), u"%1 to accept"_s.arg(warnings));
        QCOMPARE(row->data(RailDelegate::StateRole).toInt(), int(theme::State::Warning));
        session.setPeople(u"Sato"_s, {});
        session.acknowledge(*std::find_if(findings.cbegin(), findings.cend(),
                                          [](const Finding& finding) { return finding.severity == Severity::Warning; }),
                            true);
        QTRY_COMPARE(word(), u"%1 to accept"_s.arg(warnings - 1));
        for (const Finding& finding : findings)
            session.acknowledge(finding, true);
        QTRY_COMPARE(word(), u"done"_s);
    }

    void goingBackLosesNoEntry()
    {
        const samples::FileSite files("ON");
        Session session;
        UpgradeWizard window(session);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* next = part<QPushButton>(window, u"nextButton"_s);
        auto* back = part<QPushButton>(window, u"backButton"_s);
        const auto forward = [&] {
            QTRY_VERIFY2(next->isEnabled(), qPrintable(window.page(window.current())->whyIncomplete()));
            click(next);
        };
        click(part<QWidget>(window, u"newCard"_s));
        drop(*part<DropZone>(window, u"dropZone"_s), configsOf(files));
        type(part<QLineEdit>(window, u"siteNameEdit"_s), u" Tokyo"_s);
        type(part<QLineEdit>(window, u"sourceVersionEdit"_s), u"5.20R01"_s);
        type(part<QLineEdit>(window, u"targetVersionEdit"_s), u"5.60R"_s); // not complete yet
        click(back);
        forward();
        QCOMPARE(part<QLineEdit>(window, u"targetVersionEdit"_s)->text(),
                 u"5.60R"_s); // a slip stays to be mended
        type(part<QLineEdit>(window, u"targetVersionEdit"_s), u"01"_s);
        part<QPlainTextEdit>(window, u"rollbackEdit"_s)->setPlainText(u"Restore the snapshots"_s);
        type(part<QLineEdit>(window, u"mailsPerHourEdit"_s), u"1200"_s);
        while (window.current() != PageId::Procedure)
            forward();
        click(part<QWidget>(window, u"card-block-sync-ports"_s));
        forward();
        type(part<QLineEdit>(window, u"doerName"_s), u"Sato"_s);
        forward();
        type(part<QLineEdit>(window, u"author"_s), u"Suzuki"_s);
        auto* paper = part<QComboBox>(window, u"paperLanguage"_s);
        const int other = 1 - paper->currentIndex();
        paper->setFocus();
        QTest::keyClick(paper, other == 1 ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(paper->currentIndex(), other);

        while (window.current() != PageId::Start)
            click(back);
        QVERIFY(session.surveyed());
        window.goTo(PageId::Site);
        QVERIFY(part<QLineEdit>(window, u"siteNameEdit"_s)->text().endsWith(u"Tokyo"_s));
        QCOMPARE(part<QLineEdit>(window, u"sourceVersionEdit"_s)->text(), u"5.20R01"_s);
        QCOMPARE(part<QLineEdit>(window, u"targetVersionEdit"_s)->text(), u"5.60R01"_s);
        QCOMPARE(part<QPlainTextEdit>(window, u"rollbackEdit"_s)->toPlainText(), u"Restore the snapshots"_s);
        QCOMPARE(part<QLineEdit>(window, u"mailsPerHourEdit"_s)->text().remove(u','), u"1200"_s);
        QCOMPARE(session.site().nodes.size(), 3);
        window.goTo(PageId::Runbook); // nothing has to be done again on the way
        QCOMPARE(window.current(), PageId::Runbook);
        QCOMPARE(session.procedureKind(), ProcedureKind::BlockSyncPorts);
        QCOMPARE(part<QLineEdit>(window, u"doerName"_s)->text(), u"Sato"_s);
        QCOMPARE(part<QLineEdit>(window, u"author"_s)->text(), u"Suzuki"_s);
        QCOMPARE(paper->currentIndex(), other);
    }

    void aSiteWithAFileIsSavedAtEveryChange()
    {
        const samples::FileSite files("ON");
        Session session;
        UpgradeWizard window(session);
        session.setSite(const_cast<samples::FileSite&>(files).site());
        const QString path = m_folder.filePath(u"site.json"_s);
        QVERIFY(session.saveSite(path));
        window.show();
        window.goTo(PageId::Site);
        type(part<QLineEdit>(window, u"siteNameEdit"_s), u" and more"_s);
        window.goTo(PageId::Start); // leaving hands over what was typed
        Session other;
        QVERIFY(other.openSite(path));
        QVERIFY(other.site().name.contains(u"and more"_s));
    }

    void aSiteWithoutAFileIsKeptAsADraft()
    {
        const samples::FileSite files("ON");
        {
            Session session;
            session.keepDraftsIn(preferences::draftFile());
            UpgradeWizard window(session);
            window.show();
            window.goTo(PageId::Site);
            drop(*part<DropZone>(window, u"dropZone"_s), configsOf(files));
            QVERIFY(QFile::exists(preferences::draftFile()));
            QVERIFY(session.hasUnsavedChanges()); // a draft is no site file: closing asks
        }                                         // gone without a word, as in a crash
        QCOMPARE(preferences::recentSites().value(0), preferences::draftFile());
        Session session;
        session.keepDraftsIn(preferences::draftFile());
        UpgradeWizard window(session);
        QVERIFY(window.openSite(preferences::draftFile()));
        QCOMPARE(session.site().nodes.size(), 3);
        QVERIFY(QFile::exists(session.site().absolutePath(session.site().nodes.first().config)));
        QVERIFY(session.saveSite(m_folder.filePath(u"kept.json"_s)));
        QVERIFY(!QFile::exists(preferences::draftFile()));
        QVERIFY(!preferences::recentSites().contains(preferences::draftFile()));
    }

    void aDraftThatIsGivenUpGoes()
    {
        Session session;
        session.keepDraftsIn(preferences::draftFile());
        session.setSite(samples::FileSite("ON").site());
        QVERIFY(QFile::exists(preferences::draftFile()));
        session.dropDraft();
        QVERIFY(!QFile::exists(preferences::draftFile()));
        session.openCopyOf(u":/sample/site.json"_s);
        QVERIFY(!QFile::exists(preferences::draftFile())); // looking at the sample keeps nothing
    }
};

QTEST_MAIN(TestFlow)
#include "tst_flow.moc"
