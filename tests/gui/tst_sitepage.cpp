#include "core/site/SiteFile.h"
#include "wizard/pages/SitePage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/NodeDetails.h"
#include "wizard/widgets/NodeFields.h"
#include "wizard/widgets/StateLine.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

template <typename T> T* part(const QWidget& page, const QString& name)
{
    T* found = page.findChild<T*>(name);
    if (!found)
        qFatal("no part named %s", qPrintable(name));
    return found;
}

/// Replaces what stands there by pasting, as full-width text comes from documents, and ends with Return.
void type(QLineEdit* editor, const QString& text)
{
    editor->setFocus();
    editor->selectAll();
    QGuiApplication::clipboard()->setText(text);
    QTest::keySequence(editor, QKeySequence::Paste);
    QTest::keyClick(editor, Qt::Key_Return);
}

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

QString errorOf(const QWidget& page, const QString& editor)
{
    return part<StateLine>(page, editor + u"Error"_s)->text();
}

} // namespace

/// Entering a site: dropped files, fields, nodes, by keyboard.
class TestSitePage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void droppedConfigsBecomeNodesWithOneMaster();
    void aDropOnThePageItselfIsTakenToo();
    void theSameFileTwiceMakesOneNode();
    void aFileThatIsNoConfigIsNamedBesideTheDropZone();
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
    void everyFieldOfANodeReachesTheSite_data();
    void everyFieldOfANodeReachesTheSite();
    void aPortThatIsNoNumberKeepsThePageIncomplete();
    void aNodeIsAddedRenamedAndMovedByKeyboard();
    void aRemovedNodeCanBePutBack();
    void twoMastersAreRefusedWithAReason();
    void everyChangeIsSavedWhereASiteFileIsSet();
    void theFieldsFollowAnotherSite();
    void noExampleReadsAsAnEntry();

private:
    QStringList writeConfigs();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SitePage> m_page;
};

void TestSitePage::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSitePage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>();
    m_page = std::make_unique<SitePage>(*m_session);
    m_page->retranslate();
    m_page->resize(800, 900);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->enter();
}

void TestSitePage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

QStringList TestSitePage::writeConfigs()
{
    QStringList paths;
    for (int node = 1; node <= 3; ++node) {
        const QString folder = m_folder->filePath(u"mf%1"_s.arg(node));
        QDir().mkpath(folder);
        QFile file(folder + u"/mf_replica.def"_s);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        int number = 0;
        for (int other = 1; other <= 3; ++other) {
            if (other != node)
                file.write(u"REPLICA_SERVER_%1 = 192.0.2.1%2:14083\n"_s.arg(++number).arg(other).toUtf8());
        }
        file.write("ENABLE_REP_DATA = ON\n");
        paths.append(file.fileName());
    }
    return paths;
}

void TestSitePage::droppedConfigsBecomeNodesWithOneMaster()
{
    const QStringList paths = writeConfigs();
    QCOMPARE(paths.size(), 3);
    emit part<DropZone>(*m_page, u"dropZone"_s)->filesChosen(paths);
    const Site& site = m_session->site();
    QCOMPARE(site.nodes.size(), 3);
    QCOMPARE(site.nodes[0].name, u"mf1"_s);
    QVERIFY(site.nodes[0].isMaster());
    QVERIFY(!site.nodes[1].isMaster());
    QCOMPARE(site.nodes[1].address, u"192.0.2.12"_s);
    QCOMPARE(part<QTableView>(*m_page, u"nodesTable"_s)->model()->rowCount(), 3);
    QVERIFY(part<StateLine>(*m_page, u"dropResult"_s)->isVisibleTo(m_page.get()));
}

void TestSitePage::aDropOnThePageItselfIsTakenToo()
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : writeConfigs())
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(m_session->site().nodes.size(), 3);
}

void TestSitePage::theSameFileTwiceMakesOneNode()
{
    const QStringList paths = writeConfigs();
    m_page->takeConfigs(paths);
    m_page->takeConfigs({paths.first()});
    QCOMPARE(m_session->site().nodes.size(), 3);
}

void TestSitePage::aFileThatIsNoConfigIsNamedBesideTheDropZone()
{
    const QString path = m_folder->filePath(u"picture.def"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(64, '\0'));
    file.close();
    m_page->takeConfigs({path});
    QVERIFY(m_session->site().nodes.isEmpty());
    QVERIFY(part<StateLine>(*m_page, u"dropError"_s)->text().contains(u"picture.def"_s));
}

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
    QVERIFY(errorOf(*m_page, u"sourceVersionEdit"_s).isEmpty());
}

void TestSitePage::aVersionThatIsNoneIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"siteNameEdit"_s), u"Tokyo"_s);
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"five"_s);
    QVERIFY(errorOf(*m_page, u"sourceVersionEdit"_s).contains(u"5.31R01"_s));
    QCOMPARE(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s)->text(), u"five"_s); // what was typed stays
    QVERIFY(!m_page->isComplete());
    QVERIFY(!m_page->whyIncomplete().isEmpty());
}

void TestSitePage::anOlderTargetIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"5.60R01"_s);
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.20R01"_s);
    QVERIFY(!errorOf(*m_page, u"targetVersionEdit"_s).isEmpty());
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.61R01"_s);
    QVERIFY(errorOf(*m_page, u"targetVersionEdit"_s).isEmpty());
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
    QCOMPARE(errorOf(*m_page, u"startTimeEdit"_s).isEmpty(), taken);
    QCOMPARE(m_session->site().schedule.start.has_value(), taken);
    if (taken)
        QCOMPARE(m_session->site().schedule.start->toString(u"yyyy-MM-dd HH:mm"_s), u"2026-12-05 22:00"_s);
}

void TestSitePage::aDecisionAfterTheEndIsSaidBesideItsField()
{
    type(part<QLineEdit>(*m_page, u"startTimeEdit"_s), u"2026-12-05 22:00"_s);
    type(part<QLineEdit>(*m_page, u"endTimeEdit"_s), u"2026-12-06 05:00"_s);
    type(part<QLineEdit>(*m_page, u"decideByEdit"_s), u"2026-12-06 06:00"_s);
    QVERIFY(!errorOf(*m_page, u"decideByEdit"_s).isEmpty());
    type(part<QLineEdit>(*m_page, u"decideByEdit"_s), u"2026-12-06 03:00"_s);
    QVERIFY(errorOf(*m_page, u"decideByEdit"_s).isEmpty());
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
    QVERIFY(errorOf(*m_page, u"decideByEdit"_s).isEmpty());
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

void TestSitePage::everyFieldOfANodeReachesTheSite_data()
{
    QTest::addColumn<int>("field");
    for (int i = 0; i < int(nodeFields().size()); ++i)
        QTest::newRow(nodeFields()[i].name) << i;
}

void TestSitePage::everyFieldOfANodeReachesTheSite()
{
    QFETCH(int, field);
    const NodeField& one = nodeFields()[field];
    Site site;
    Node node;
    node.name = u"mf1"_s;
    node.access = AccessKind::Ssh; // every field is shown
    site.nodes.append(node);
    m_session->setSite(site);
    const QString typed =
        one.error == NodeField::Error::None && !QLatin1StringView(one.name).contains("Port"_L1)
            ? u"some 'value' $(x)"_s
            : u"1234"_s;
    type(part<QLineEdit>(*m_page, QLatin1StringView(one.name)), typed);
    QCOMPARE(one.get(m_session->site().nodes.first()), typed);
    // And in the site file, and back.
    const auto back = SiteFile::fromJson(SiteFile::toJson(m_session->site()), {});
    if (back.ok())
        QCOMPARE(one.get(back->site.nodes.first()), typed);
}

void TestSitePage::aPortThatIsNoNumberKeepsThePageIncomplete()
{
    emit part<QToolButton>(*m_page, u"addNodeButton"_s)->clicked();
    type(part<QLineEdit>(*m_page, u"smtpPortEdit"_s), u"70000"_s);
    QVERIFY(errorOf(*m_page, u"smtpPortEdit"_s).contains(u"65535"_s));
    QVERIFY(!part<NodeDetails>(*m_page, u"nodeDetails"_s)->isValid());
    QVERIFY(!m_session->site().nodes.first().smtpPort);
    type(part<QLineEdit>(*m_page, u"smtpPortEdit"_s), u"２５２５"_s);
    QCOMPARE(m_session->site().nodes.first().smtpPort, std::optional(2525));
}

void TestSitePage::aNodeIsAddedRenamedAndMovedByKeyboard()
{
    auto* add = part<QToolButton>(*m_page, u"addNodeButton"_s);
    auto* table = part<QTableView>(*m_page, u"nodesTable"_s);
    for (int i = 0; i < 2; ++i) {
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
    }
    QCOMPARE(m_session->site().nodes.size(), 2);
    QVERIFY(m_session->site().nodes[0].isMaster());
    QVERIFY(!m_session->site().nodes[1].isMaster());
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"mail-b"_s);
    m_page->commitEdits(); // as when the primary button's mnemonic is pressed while the cell is open
    QCOMPARE(m_session->site().nodes[1].name, u"mail-b"_s);
    auto* up = part<QToolButton>(*m_page, u"nodeUpButton"_s);
    up->setFocus();
    QTest::keyClick(up, Qt::Key_Space);
    QCOMPARE(m_session->site().nodes[0].name, u"mail-b"_s);
    QCOMPARE(table->currentIndex().row(), 0);
}

void TestSitePage::aRemovedNodeCanBePutBack()
{
    m_page->takeConfigs(writeConfigs());
    auto* table = part<QTableView>(*m_page, u"nodesTable"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    const QList<Node> before = m_session->site().nodes;
    part<QToolButton>(*m_page, u"removeNodeButton"_s)->click();
    QCOMPARE(m_session->site().nodes.size(), 2);
    auto* putBack = part<QPushButton>(*m_page, u"putBackButton"_s);
    QVERIFY(putBack->isVisibleTo(m_page.get()));
    putBack->click();
    QCOMPARE(m_session->site().nodes, before);
    QVERIFY(!putBack->isVisibleTo(m_page.get()));
}

void TestSitePage::twoMastersAreRefusedWithAReason()
{
    m_page->takeConfigs(writeConfigs());
    type(part<QLineEdit>(*m_page, u"siteNameEdit"_s), u"Tokyo"_s);
    type(part<QLineEdit>(*m_page, u"sourceVersionEdit"_s), u"5.20R01"_s);
    type(part<QLineEdit>(*m_page, u"targetVersionEdit"_s), u"5.60R01"_s);
    QVERIFY2(m_page->isComplete(), qPrintable(m_page->whyIncomplete()));
    Site site = m_session->site();
    site.nodes[1].role = Role::Master;
    m_session->setSite(site);
    QVERIFY(!m_page->isComplete());
    QCOMPARE(part<StateLine>(*m_page, u"nodesError"_s)->text(), m_page->whyIncomplete());
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
    QVERIFY(errorOf(*m_page, u"sourceVersionEdit"_s).isEmpty());
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
