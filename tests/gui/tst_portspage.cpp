#include "core/report/FirewallRequest.h"
#include "tests/gui/PageSamples.h"
#include "wizard/NumbersWhole.h"
#include "wizard/pages/PortsPage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/PortCellDelegate.h"
#include "wizard/widgets/StateLine.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

namespace {

constexpr int settingsRow = 0, reportRow = 1, ewebRow = 3, popRow = 5;
constexpr auto plain =
    "REPLICA_SERVER_1 = 192.0.2.99:14083\nENABLE_REP_DATA = %1\nDATA_REPORT_SYNC_SERVER_PORT = 14042\n";

QString config(const QString& dataSync, const QString& more = {})
{
    return QString::fromLatin1(plain).arg(dataSync) + more;
}

} // namespace

/// What the page tells of the configs of three nodes.
class TestPortsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theSyncModeIsOnePlainSentence_data();
    void theSyncModeIsOnePlainSentence();
    void aNumberOfTheFileNamesItsLineAndAnAbsentOneIsAssumed();
    void aChangedNumberIsMarkedByShapeAndWord();
    void aNumberThatDiffersBetweenNodesIsMarkedInItsRow();
    void withDataSyncOffOnlyTheSettingsPortIsBlocked();
    void withDataSyncOnThePortsNewInTheTargetAreBlockedAndAskedFor();
    void onALargeScreenTheTableIsAsWideAsItsColumnsNeed();
    void whichPortsToAskForStandsInSightWithoutScrolling();
    void theRequestFollowsTheChosenProcedure();
    void theRequestForTheFirewallIsCopied();
    void theRequestIsSavedAsASheetOfItsOwn();
    void findingsNameFileAndLine();
    void whereNobodyAskedWhoReachesWhomThatIsSaid();
    void whoReachesWhomIsToldByShapeAndWord();
    void theChosenPairIsToldPortByPort();
    void theMatrixHoldsSixteenNodes();

private:
    /// The page for three nodes with these configs.
    void show(const QStringList& configs);
    /// The page for a made-up baseline: a bit of everything between the first three nodes.
    void showLinks(int nodes);
    QTableWidgetItem* cell(int row, int column) const
    {
        return part<QTableWidget>(*m_page, "portsTable")->item(row, column);
    }
    QString word(int row, int column) const
    {
        return cell(row, column)->data(PortCellDelegate::MarkWordRole).toString();
    }
    QString source(int row, int column) const
    {
        return cell(row, column)->data(PortCellDelegate::SourceRole).toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PortsPage> m_page;
};

void TestPortsPage::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestPortsPage::show(const QStringList& configs)
{
    m_page.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>();
    Site site;
    site.name = u"Tokyo"_s;
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    site.directory = m_folder->path();
    for (int i = 0; i < int(configs.size()); ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i + 1);
        node.role = i == 0 ? Role::Master : Role::Slave;
        node.address = u"192.0.2.1%1"_s.arg(i + 1);
        node.access = AccessKind::Files;
        node.config = node.name + u".def"_s;
        QFile file(m_folder->filePath(node.config));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(configs[i].toUtf8());
        site.nodes.append(node);
    }
    m_session->setSite(site);
    m_session->setSurvey(samples::surveyOf(site));
    m_page = std::make_unique<PortsPage>(*m_session);
    m_page->retranslate();
    m_page->resize(800, 900);
    m_page->show();
    m_page->enter();
}

void TestPortsPage::showLinks(int nodes)
{
    QStringList configs;
    for (int i = 0; i < nodes; ++i)
        configs.append(config(u"ON"_s));
    show(configs);
    SurveyReport report = m_session->survey();
    report.links.clear();
    const auto add = [&](int from, int to, const QList<PortState>& states, IpFamily family = IpFamily::Ipv4) {
        const QList<int> ports{14042, 14043, 14083};
        for (qsizetype i = 0; i < ports.size(); ++i)
            report.links.append(
                {u"mf%1"_s.arg(from), u"mf%1"_s.arg(to), family, ports[i], states[i % states.size()]});
    };
    using S = PortState;
    add(1, 2, {S::Open});
    add(1, 2, {S::Filtered}, IpFamily::Ipv6);
    add(1, 3, {S::Open, S::Refused, S::Filtered});
    add(2, 1, {S::Refused});
    add(2, 3, {S::Refused, S::Filtered});
    add(3, 1, {S::Unknown});
    m_session->setSurvey(report);
    m_page->enter();
}

void TestPortsPage::theSyncModeIsOnePlainSentence_data()
{
    QTest::addColumn<QStringList>("modes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("on") << QStringList{u"ON"_s, u"ON"_s, u"ON"_s} << u"Data sync: ON"_s;
    QTest::newRow("off") << QStringList{u"OFF"_s, u"OFF"_s, u"OFF"_s} << u"Data sync: OFF"_s;
    QTest::newRow("different") << QStringList{u"ON"_s, u"OFF"_s, u"ON"_s}
                               << u"Data sync: not settled - treated as ON"_s;
}

void TestPortsPage::theSyncModeIsOnePlainSentence()
{
    QFETCH(QStringList, modes);
    QFETCH(QString, sentence);
    QStringList configs;
    for (const QString& mode : modes)
        configs.append(config(mode));
    show(configs);
    QCOMPARE(part<QLabel>(*m_page, "syncModeLabel")->text(), sentence);
    QVERIFY(part<QLabel>(*m_page, "syncModeSources")->text().contains(u"mf2"_s));
}

void TestPortsPage::aNumberOfTheFileNamesItsLineAndAnAbsentOneIsAssumed()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    QCOMPARE(cell(reportRow, 1)->text(), u"14042"_s);
    QCOMPARE(source(reportRow, 1), u"line 3"_s);
    QCOMPARE(cell(ewebRow, 1)->text(), u"14044"_s);
    QCOMPARE(source(ewebRow, 1), u"assumed"_s);
}

void TestPortsPage::aChangedNumberIsMarkedByShapeAndWord()
{
    const QString changed = config(u"ON"_s, u"DATA_EWEB_SYNC_SERVER_PORT = 24044\n"_s);
    show({changed, changed, changed});
    QCOMPARE(cell(ewebRow, 2)->text(), u"24044"_s);
    QCOMPARE(word(ewebRow, 2), u"changed"_s);
    QCOMPARE(cell(ewebRow, 2)->data(PortCellDelegate::MarkIconRole).toString(), u"changed"_s);
    QCOMPARE(word(ewebRow, 0), u"default: 14044"_s); // the same everywhere: what it was changed from
    QVERIFY(word(reportRow, 2).isEmpty());
}

void TestPortsPage::aNumberThatDiffersBetweenNodesIsMarkedInItsRow()
{
    show({config(u"ON"_s), config(u"ON"_s, u"DATA_EWEB_SYNC_SERVER_PORT = 24044\n"_s), config(u"ON"_s)});
    QCOMPARE(word(ewebRow, 0), u"differs between nodes"_s);
    QVERIFY(word(reportRow, 0).isEmpty());
}

void TestPortsPage::withDataSyncOffOnlyTheSettingsPortIsBlocked()
{
    show({config(u"OFF"_s), config(u"OFF"_s), config(u"OFF"_s)});
    constexpr int block = 5;
    QCOMPARE(cell(settingsRow, block)->text(), u"yes"_s);
    QCOMPARE(cell(reportRow, block)->text(), u"no"_s);
}

void TestPortsPage::withDataSyncOnThePortsNewInTheTargetAreBlockedAndAskedFor()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    constexpr int needed = 4, block = 5;
    QCOMPARE(cell(popRow, needed)->text(), u"5.60R01 only"_s);
    QCOMPARE(cell(popRow, block)->text(), u"yes"_s);
    QCOMPARE(word(popRow, block), u"new port"_s);
    QCOMPARE(cell(reportRow, needed)->text(), u"both versions"_s);
    QCOMPARE(part<QLabel>(*m_page, "requestToBlock")->text(), u"14042-14047, 14083"_s);
    QCOMPARE(part<QLabel>(*m_page, "requestToOpen")->text(), u"14046, 14047"_s);
    QVERIFY(part<QLabel>(*m_page, "requestToOpenDetails")->text().contains(u"192.0.2.12"_s));
    QVERIFY(part<QLabel>(*m_page, "requestToOpenDetails")->text().contains(u"TCP (assumed)"_s));
    // A day and its hour are one moment: no line ends between them.
    Site site = m_session->site();
    site.schedule.start = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
    site.schedule.end = site.schedule.start->addSecs(7 * 3600);
    m_session->setSite(site);
    m_session->setSurvey(samples::surveyOf(site));
    m_page->enter();
    const QString details = part<QLabel>(*m_page, "requestToBlockDetails")->text();
    QVERIFY2(details.contains(inOnePiece(u"2026-12-05 22:00"_s)), qPrintable(details));
}

void TestPortsPage::onALargeScreenTheTableIsAsWideAsItsColumnsNeed()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    const auto* table = part<QTableWidget>(*m_page, "portsTable");
    m_page->resize(1680, 900);
    samples::untilLaidOut();
    QVERIFY2(table->width() < 1100, qPrintable(QString::number(table->width())));
    QCOMPARE(table->horizontalHeader()->length(), table->viewport()->width());
    m_page->resize(800, 900); // and no wider than its room
    samples::untilLaidOut();
    QVERIFY(table->width() < 800);
}

void TestPortsPage::whichPortsToAskForStandsInSightWithoutScrolling()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    m_page->resize(772, 1200); // the page in the smallest window scrolls; this much of it is seen at first
    constexpr int seenAtFirst = 500;
    const auto* copy = part<QAbstractButton>(*m_page, "copyRequestButton");
    for (const char* name : {"printRequestButton", "saveRequestButton"}) { // in one line, as one row of buttons
        const auto* other = part<QAbstractButton>(*m_page, name);
        QTRY_COMPARE(copy->y(), other->y());
        QCOMPARE(copy->height(), other->height());
    }
    for (const char* name : {"requestHead", "requestToBlock", "requestToOpen"}) {
        const auto* label = part<QLabel>(*m_page, name);
        QTRY_VERIFY2(label->mapTo(m_page.get(), QPoint(0, label->height())).y() < seenAtFirst, name);
    }
}

void TestPortsPage::theRequestFollowsTheChosenProcedure()
{
    show({config(u"ON"_s).replace(u"192.0.2.99"_s, u"192.0.2.12"_s),
          config(u"ON"_s).replace(u"192.0.2.99"_s, u"192.0.2.11"_s),
          config(u"ON"_s).replace(u"192.0.2.99"_s, u"192.0.2.11"_s)});
    Site site = m_session->site();
    site.rollback = u"Restore the snapshots"_s;
    for (Node& node : site.nodes)
        node.installDir = u"/opt/example"_s;
    const SurveyReport survey = m_session->survey();
    m_session->setSite(site);
    m_session->setSurvey(survey);
    m_session->chooseProcedure(ProcedureKind::BlockPeerTraffic);
    QVERIFY(m_session->procedure());
    QCOMPARE(part<QLabel>(*m_page, "requestToBlock")->text(), u"all"_s);
    m_session->chooseProcedure(ProcedureKind::BlockSyncPorts);
    QVERIFY(part<QLabel>(*m_page, "requestToBlock")->text().contains(u"No request is needed"_s));
}

void TestPortsPage::theRequestForTheFirewallIsCopied()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    auto* copy = part<QToolButton>(*m_page, "copyRequestButton");
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             requestAsTabbedText(FirewallRequest::from(m_session->facts(), nullptr, {}), Language::English));
}

void TestPortsPage::theRequestIsSavedAsASheetOfItsOwn()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    auto* save = part<QPushButton>(*m_page, "saveRequestButton");
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    QFileDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = m_page->findChild<QFileDialog*>(u"saveDialog"_s)) && dialog->isVisible());
    QCOMPARE(dialog->nameFilters().size(), 3);
    auto* file = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
    QVERIFY(file->text().endsWith(u".pdf"_s));
    const QString path = m_folder->filePath(u"request.html"_s);
    file->setFocus();
    file->selectAll();
    file->insert(path);
    QTest::keyClick(file, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
    QTRY_VERIFY(part<QLabel>(*m_page, "outcomeText")->isVisible());
    QVERIFY(part<QLabel>(*m_page, "outcomeText")->text().contains(path));
}

void TestPortsPage::findingsNameFileAndLine()
{
    show({config(u"ON"_s, u"DATA_POP_SYNC_SERVER_PORT = 99999\n"_s), config(u"ON"_s), config(u"ON"_s)});
    bool named = false;
    for (const StateLine* line : m_page->findChildren<StateLine*>(u"configFinding"_s))
        named = named || (line->text().contains(u"mf1.def"_s) && line->text().contains(u"line 4"_s));
    QVERIFY(named);
    QCOMPARE(word(popRow, 1), u"unreadable"_s);
}

void TestPortsPage::whereNobodyAskedWhoReachesWhomThatIsSaid()
{
    show({config(u"ON"_s), config(u"ON"_s), config(u"ON"_s)});
    QVERIFY(!part<QTableWidget>(*m_page, "linksTable")->isVisibleTo(m_page.get()));
}

void TestPortsPage::whoReachesWhomIsToldByShapeAndWord()
{
    showLinks(3);
    auto* matrix = part<QTableWidget>(*m_page, "linksTable");
    const auto said = [&](int from, int to) {
        return matrix->item(from, to)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(said(0, 1), u"IPv4 open, IPv6 no answer"_s);
    QCOMPARE(said(0, 2), u"IPv4 open 1 of 3"_s);
    QCOMPARE(said(1, 0), u"IPv4 refused"_s);
    QCOMPARE(said(1, 2), u"IPv4 closed"_s);
    QCOMPARE(said(2, 0), u"IPv4 unknown"_s);
    QCOMPARE(said(2, 1), u"not asked"_s);
    QCOMPARE(said(1, 1), QString());
    QVERIFY(!matrix->item(1, 1)->flags().testFlag(Qt::ItemIsSelectable));
    // The signs differ where the words do.
    QSet<QString> signs;
    for (const auto& [from, to] : {std::pair{0, 1}, {0, 2}, {1, 0}, {2, 0}})
        signs.insert(matrix->item(from, to)->data(Qt::UserRole).toList().first().toList().first().toString());
    QCOMPARE(signs.size(), 4);
    QStringList texts;
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.join(u' ').contains(u"proves nothing later"_s));
}

void TestPortsPage::theChosenPairIsToldPortByPort()
{
    showLinks(3);
    auto* matrix = part<QTableWidget>(*m_page, "linksTable");
    auto* pair = part<QTableWidget>(*m_page, "linkPairTable");
    matrix->setFocus();
    matrix->setCurrentCell(0, 1);
    QTest::keyClick(matrix, Qt::Key_Right); // to mf3
    QVERIFY(part<QLabel>(*m_page, "linkPairHead")->text().contains(u"mf3"_s));
    QCOMPARE(pair->rowCount(), 3);
    const auto said = [&](int row, int column) {
        return pair->item(row, column)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(said(0, 0), u"14042"_s);
    QCOMPARE(said(0, 2), u"open"_s);
    QCOMPARE(said(1, 2), u"refused"_s);
    QCOMPARE(said(2, 0), u"14083"_s);
    QCOMPARE(said(2, 2), u"no answer"_s);
    QCOMPARE(said(2, 3), u"not asked"_s);
}

void TestPortsPage::theMatrixHoldsSixteenNodes()
{
    showLinks(16);
    samples::showSmallest(*m_page);
    auto* matrix = part<QTableWidget>(*m_page, "linksTable");
    QCOMPARE(matrix->rowCount(), 16);
    QCOMPARE(matrix->columnCount(), 16);
    // What does not fit is scrolled to inside the table; the page itself stays as wide as the window.
    QVERIFY(matrix->horizontalScrollBar()->maximum() > 0);
    QVERIFY(m_page->minimumSizeHint().width() <= 772);
    // Its bar at the bottom can be seen together with its head.
    QVERIFY(matrix->verticalScrollBar()->maximum() > 0);
    QVERIFY(matrix->height() < 400);
    matrix->setCurrentCell(15, 14);
    QVERIFY(matrix->viewport()->rect().contains(matrix->visualItemRect(matrix->item(15, 14))));
}

QTEST_MAIN(TestPortsPage)
#include "tst_portspage.moc"
