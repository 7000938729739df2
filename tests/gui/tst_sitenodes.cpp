#include "core/site/SiteFile.h"
#include "tests/gui/SitePageBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/NodeDetails.h"
#include "wizard/widgets/NodeFields.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

/// The site's nodes: proposed from dropped files, entered field by field, added, moved, removed.
class TestSiteNodes : public QObject, private samples::SitePageBench {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { open(); }
    void cleanup() { close(); }
    void droppedConfigsBecomeNodesWithOneMaster();
    void aDropOnThePageItselfIsTakenToo();
    void theSameFileTwiceMakesOneNode();
    void aFileThatIsNoConfigIsNamedBesideTheDropZone();
    void everyFieldOfANodeReachesTheSite_data();
    void everyFieldOfANodeReachesTheSite();
    void aPortThatIsNoNumberKeepsThePageIncomplete();
    void aNodeIsAddedRenamedAndMovedByKeyboard();
    void aRemovedNodeCanBePutBack();
    void twoMastersAreRefusedWithAReason();
};

void TestSiteNodes::droppedConfigsBecomeNodesWithOneMaster()
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

void TestSiteNodes::aDropOnThePageItselfIsTakenToo()
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

void TestSiteNodes::theSameFileTwiceMakesOneNode()
{
    const QStringList paths = writeConfigs();
    m_page->takeConfigs(paths);
    m_page->takeConfigs({paths.first()});
    QCOMPARE(m_session->site().nodes.size(), 3);
}

void TestSiteNodes::aFileThatIsNoConfigIsNamedBesideTheDropZone()
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

void TestSiteNodes::everyFieldOfANodeReachesTheSite_data()
{
    QTest::addColumn<int>("field");
    for (int i = 0; i < int(nodeFields().size()); ++i)
        QTest::newRow(nodeFields()[i].name) << i;
}

void TestSiteNodes::everyFieldOfANodeReachesTheSite()
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

void TestSiteNodes::aPortThatIsNoNumberKeepsThePageIncomplete()
{
    emit part<QToolButton>(*m_page, u"addNodeButton"_s)->clicked();
    type(part<QLineEdit>(*m_page, u"smtpPortEdit"_s), u"70000"_s);
    QVERIFY(errorOf(u"smtpPortEdit"_s).contains(u"65535"_s));
    QVERIFY(!part<NodeDetails>(*m_page, u"nodeDetails"_s)->isValid());
    QVERIFY(!m_session->site().nodes.first().smtpPort);
    type(part<QLineEdit>(*m_page, u"smtpPortEdit"_s), u"２５２５"_s);
    QCOMPARE(m_session->site().nodes.first().smtpPort, std::optional(2525));
}

void TestSiteNodes::aNodeIsAddedRenamedAndMovedByKeyboard()
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

void TestSiteNodes::aRemovedNodeCanBePutBack()
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

void TestSiteNodes::twoMastersAreRefusedWithAReason()
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

QTEST_MAIN(TestSiteNodes)
#include "tst_sitenodes.moc"
