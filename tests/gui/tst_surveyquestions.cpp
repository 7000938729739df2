#include "core/access/ssh/SshFault.h"
#include "tests/gui/SurveyBench.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::part;

/// What the nodes ask while they are read: whether their host keys are right, and for passwords.
class TestSurveyQuestions : public QObject, private samples::SurveyBench {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { open(); }
    void nothingGoesOnWhileAHostKeyIsInDoubt_data();
    void nothingGoesOnWhileAHostKeyIsInDoubt();
    void anUnknownHostKeyIsAcceptedOnlyOnPurpose_data();
    void anUnknownHostKeyIsAcceptedOnlyOnPurpose();
    void theFingerprintIsShownInGroupsAndCopiedWhole();
    void onePasswordServesEveryNodeAndStandsNowhereAfterwards();
    void thePersonCanStopTheSurveyFromTheQuestion();
    void anotherSiteWipesTheSecrets();
    void nothingIsCutOffInTheSmallestWindow_data();
    void nothingIsCutOffInTheSmallestWindow();
};

void TestSurveyQuestions::nothingGoesOnWhileAHostKeyIsInDoubt_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("changed") << int(SshFault::HostKeyChanged);
    QTest::newRow("revoked") << int(SshFault::HostKeyRevoked);
}

void TestSurveyQuestions::nothingGoesOnWhileAHostKeyIsInDoubt()
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

void TestSurveyQuestions::anUnknownHostKeyIsAcceptedOnlyOnPurpose_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("Return, unread") << QByteArray() << int(Qt::Key_Return) << false;
    QTest::newRow("Escape") << QByteArray() << int(Qt::Key_Escape) << false;
    QTest::newRow("no") << QByteArray("questionNo") << int(Qt::Key_Space) << false;
    QTest::newRow("yes") << QByteArray("questionYes") << int(Qt::Key_Space) << true;
}

void TestSurveyQuestions::anUnknownHostKeyIsAcceptedOnlyOnPurpose()
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

void TestSurveyQuestions::theFingerprintIsShownInGroupsAndCopiedWhole()
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

void TestSurveyQuestions::onePasswordServesEveryNodeAndStandsNowhereAfterwards()
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

void TestSurveyQuestions::thePersonCanStopTheSurveyFromTheQuestion()
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

void TestSurveyQuestions::anotherSiteWipesTheSecrets()
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

void TestSurveyQuestions::nothingIsCutOffInTheSmallestWindow_data()
{
    samples::bothLanguages();
}

void TestSurveyQuestions::nothingIsCutOffInTheSmallestWindow()
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
            QTRY_COMPARE(samples::cutOffTexts(*asked).join(u"; "_s), QString());
            asked->reject();
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QTRY_COMPARE(samples::cutOffTexts(*m_page), QStringList());
    auto* table = part<QTableWidget>(*m_page, "surveyTable");
    QVERIFY(table->horizontalHeader()->length() <= table->viewport()->width());
    m_session->setLanguage(Language::English);
}

QTEST_MAIN(TestSurveyQuestions)
#include "tst_surveyquestions.moc"
