#include "core/access/ssh/SshFault.h"
#include "tests/gui/FakeSite.h"
#include "tests/gui/PageSamples.h"
#include "wizard/pages/SurveyPage.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/QuestionDesk.h"
#include "wizard/widgets/StateLine.h"

#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <atomic>

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
    void nothingGoesOnWhileAHostKeyIsInDoubt_data();
    void nothingGoesOnWhileAHostKeyIsInDoubt();
    void aStoppedSurveyIsNoSurvey();
    void aNodeReachedInAnotherWayVoidsTheSurvey();
    void aChangeThatTouchesNoNodeKeepsTheSurvey();
    void theRowsFollowTheLanguage();
    void aRowSaysWhatIsWaitedForUntilItIsStopped();
    void anUnknownHostKeyIsAcceptedOnlyOnPurpose_data();
    void anUnknownHostKeyIsAcceptedOnlyOnPurpose();
    void theFingerprintIsShownInGroupsAndCopiedWhole();
    void onePasswordServesEveryNodeAndStandsNowhereAfterwards();
    void thePersonCanStopTheSurveyFromTheQuestion();
    void oneNodeIsReadAgainAndTheOthersKeepTheirReadings();
    void aRetryThatIsStoppedLeavesTheSurveyAsItWas();
    void entriesAreEditedAndThatNodeAloneIsReadAgain();
    void aFactThatDiffersFromTheEntryShowsBoth();
    void whatTheSurveyFoundIsTakenOverWithoutAnotherSurvey();
    void anotherSiteWipesTheSecrets();
    void theTableIsAsHighAsItsRowsWithTheFactsRightBelow();
    void nothingIsCutOffInTheSmallestWindow_data();
    void nothingIsCutOffInTheSmallestWindow();

private:
    QString cell(int row, int column) const
    {
        return part<QTableWidget>(*m_page, "surveyTable")->item(row, column)->text();
    }

    /// The nodes do what `reading` says.
    void fake(samples::FakeSiteAccess::Reading reading)
    {
        m_session->connections().useAccess(std::make_unique<samples::FakeSiteAccess>(std::move(reading)));
    }
    WindowPrompter& prompter() { return m_session->connections().prompter(); }
    template <typename T> T* dialog() const
    {
        const QList<T*> all = m_page->findChildren<T*>();
        for (T* one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
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
    new QuestionDesk(*m_session, m_page.get());
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

void TestSurveyPage::nothingGoesOnWhileAHostKeyIsInDoubt_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("changed") << int(SshFault::HostKeyChanged);
    QTest::newRow("revoked") << int(SshFault::HostKeyRevoked);
}

void TestSurveyPage::nothingGoesOnWhileAHostKeyIsInDoubt()
{
    QFETCH(int, fault);
    Site site = m_session->site();
    for (Node& node : site.nodes)
        node.access = AccessKind::Ssh;
    m_session->setSite(site);
    std::atomic<bool> inDoubt = true;
    fake([&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        if (node.name == u"mf2"_s && inDoubt)
            return sshError(SshFault(fault), node.name, u"root@192.0.2.12:22"_s, {});
        return samples::fakeConfig();
    });
    m_page->leave();
    QTRY_VERIFY(m_session->surveyed());
    QVERIFY(!m_page->isComplete());
    QVERIFY(!m_page->canGoOn());
    QVERIFY2(m_page->whyIncomplete().contains(u"host key"_s), qPrintable(m_page->whyIncomplete()));
    const auto* summary = part<StateLine>(*m_page, "surveySummary");
    QCOMPARE(summary->state(), theme::State::Bad);
    QVERIFY2(summary->text().contains(u"mf2"_s), qPrintable(summary->text()));
    inDoubt = false;
    part<QPushButton>(*m_page, "surveyAgainButton")->click();
    QTRY_VERIFY(m_page->isComplete());
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
    QTRY_VERIFY(cell(0, detailColumn).contains(u"second"_s)); // since when
    auto* stop = part<QPushButton>(*m_page, "cancelSurveyButton");
    QVERIFY(stop->isVisible());
    QVERIFY(!m_page->underWay().isEmpty());
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    QTRY_VERIFY(m_page->canGoOn());
    QVERIFY(!m_session->surveyed());
}

void TestSurveyPage::anUnknownHostKeyIsAcceptedOnlyOnPurpose_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("Return, unread") << QByteArray() << int(Qt::Key_Return) << false;
    QTest::newRow("Escape") << QByteArray() << int(Qt::Key_Escape) << false;
    QTest::newRow("no") << QByteArray("questionNo") << int(Qt::Key_Space) << false;
    QTest::newRow("yes") << QByteArray("questionYes") << int(Qt::Key_Space) << true;
}

void TestSurveyPage::anUnknownHostKeyIsAcceptedOnlyOnPurpose()
{
    QFETCH(QByteArray, button);
    QFETCH(int, key);
    QFETCH(bool, accepted);
    fake([this](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        if (node.name == u"mf2"_s &&
            !prompter().acceptHostKey(node.name, node.address, u"ssh-ed25519"_s, u"SHA256:abc"_s))
            return samples::fakeError(u"The host key was not accepted."_s);
        return samples::fakeConfig();
    });
    m_page->leave();
    HostKeyDialog* asked = nullptr;
    QTRY_VERIFY((asked = dialog<HostKeyDialog>()));
    QTRY_COMPARE(cell(1, detailColumn), u"A question is open"_s);
    QWidget* target = asked->focusWidget();
    QCOMPARE(target->objectName(), u"questionNo"_s);
    if (!button.isEmpty()) {
        target = part<QPushButton>(*asked, button.constData());
        target->setFocus();
    }
    QTest::keyClick(target, Qt::Key(key));
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(cell(1, stateColumn), accepted ? u"Done"_s : u"Failed"_s);
    QCOMPARE(cell(0, stateColumn), u"Done"_s);
    QCOMPARE(cell(2, stateColumn), u"Done"_s);
    QTRY_VERIFY(!dialog<HostKeyDialog>());
}

void TestSurveyPage::theFingerprintIsShownInGroupsAndCopiedWhole()
{
    const QString fingerprint = u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s;
    fake([&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        (void)prompter().acceptHostKey(node.name, node.address, u"ssh-ed25519"_s, fingerprint);
        return samples::fakeConfig();
    });
    m_page->leave();
    HostKeyDialog* asked = nullptr;
    QTRY_VERIFY((asked = dialog<HostKeyDialog>()));
    QString shown = part<QLabel>(*asked, "fingerprint")->text();
    QVERIFY(shown.contains(u"01234567  89abcdef"_s));
    shown.remove(u' ').remove(u'\n');
    QCOMPARE(shown, fingerprint);
    part<QToolButton>(*asked, "copyFingerprint")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), fingerprint);
    part<QPushButton>(*asked, "questionStop")->click();
    QTRY_VERIFY(m_page->canGoOn());
}

void TestSurveyPage::onePasswordServesEveryNodeAndStandsNowhereAfterwards()
{
    const QString password = u"correct horse"_s;
    std::atomic<int> logins = 0;
    fake([&](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        const auto secret = prompter().secret(node.name, SecretKind::Ssh,
                                              Text::verbatim(u"Password of root@"_s + node.address));
        if (!secret || !(*secret == Secret(password.toUtf8())))
            return samples::fakeError(u"Refused."_s);
        ++logins;
        return samples::fakeConfig();
    });
    m_page->leave();
    SecretDialog* asked = nullptr;
    QTRY_VERIFY((asked = dialog<SecretDialog>()));
    QVERIFY(part<QLabel>(*asked, "secretPrompt")->text().contains(u"192.0.2."_s));
    auto* entry = part<QLineEdit>(*asked, "secretEntry");
    QCOMPARE(asked->focusWidget(), entry);
    QCOMPARE(entry->echoMode(), QLineEdit::Password);
    QVERIFY(
        !part<QCheckBox>(*asked, "secretForAll")->isChecked()); // nobody's password goes elsewhere unasked
    QVERIFY(!part<QPushButton>(*asked, "questionYes")->isEnabled());
    part<QCheckBox>(*asked, "secretForAll")->setChecked(true);
    QTest::keyClicks(entry, password);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(entry->text(), QString());
    entry->undo();
    QCOMPARE(entry->text(), QString());
    QTRY_VERIFY(m_page->isComplete());
    QCOMPARE(logins.load(), 3);
    QVERIFY(!dialog<SecretDialog>());
    const QJsonObject report = m_session->survey().toJson(Language::English);
    QVERIFY(!QJsonDocument(report).toJson().contains(password.toUtf8()));
}

void TestSurveyPage::thePersonCanStopTheSurveyFromTheQuestion()
{
    fake([this](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        if (!prompter().secret(node.name, SecretKind::Sudo, Text::verbatim(u"sudo"_s)))
            return samples::fakeError(u"No password."_s);
        return samples::fakeConfig();
    });
    m_page->leave();
    SecretDialog* asked = nullptr;
    QTRY_VERIFY((asked = dialog<SecretDialog>()));
    part<QPushButton>(*asked, "questionStop")->click();
    QTRY_VERIFY(m_page->canGoOn());
    QVERIFY(!m_session->surveyed());
    QTRY_VERIFY(!dialog<SecretDialog>());
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
        u"/opt/found"_s, FactSource::Detected, Text::verbatim(u"/opt/found/conf"_s), {}};
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

void TestSurveyPage::anotherSiteWipesTheSecrets()
{
    prompter().begin({u"mf1"_s, u"mf2"_s});
    std::jthread asking(
        [this] { (void)prompter().secret(u"mf1"_s, SecretKind::Ssh, Text::verbatim(u"Password"_s)); });
    QTRY_VERIFY(prompter().current());
    prompter().answerSecret(prompter().current()->id, Secret(QByteArrayView("secret")), true);
    asking.join();
    QVERIFY(prompter().remembersAnything());
    m_session->newSite();
    QVERIFY(!prompter().remembersAnything());
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

void TestSurveyPage::nothingIsCutOffInTheSmallestWindow_data()
{
    samples::bothLanguages();
}

void TestSurveyPage::nothingIsCutOffInTheSmallestWindow()
{
    QFETCH(Language, language);
    m_session->setLanguage(language);
    fake([this](const Node& node, const std::stop_token&) -> Result<QByteArray> {
        if (node.name == u"mf2"_s &&
            !prompter().acceptHostKey(node.name, node.address, u"ssh-ed25519"_s,
                                      u"SHA256:0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"_s))
            return samples::fakeError(u"The host key was not accepted."_s);
        if (!prompter().secret(node.name, SecretKind::Key, Text::verbatim(u"Passphrase of id_ed25519"_s)))
            return samples::fakeError(u"No answer within 20 seconds from 192.0.2.12."_s);
        return samples::fakeConfig();
    });
    samples::showSmallest(*m_page);
    m_page->leave();
    QTRY_VERIFY(dialog<QuestionDialog>());
    while (!m_page->isComplete()) {
        if (auto* asked = dialog<QuestionDialog>()) {
            QTRY_COMPARE(samples::cutOffTexts(*asked), QStringList());
            asked->reject();
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QTRY_COMPARE(samples::cutOffTexts(*m_page), QStringList());
    auto* table = part<QTableWidget>(*m_page, "surveyTable");
    QVERIFY(table->horizontalHeader()->length() <= table->viewport()->width());
    m_session->setLanguage(Language::English);
}

QTEST_MAIN(TestSurveyPage)
#include "tst_surveypage.moc"
