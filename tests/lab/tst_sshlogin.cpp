#include "SshTest.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Ways to log in with keys, agents and passwords, and what is said where none leads in.
class TestSshLogin final : public SshTest {
    Q_OBJECT

private slots:
    void everyKindOfKeyFileLogsIn_data();
    void everyKindOfKeyFileLogsIn();
    void everyKindOfKeyInTheAgentLogsIn_data();
    void everyKindOfKeyInTheAgentLogsIn();
    void theRightKeyOfAFullAgentIsPickedByItsFile();
    void aPasswordLogsInWhateverTheServerCallsIt_data();
    void aPasswordLogsInWhateverTheServerCallsIt();
    void aServerThatWantsKeyAndPasswordGetsBoth();
    void aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice_data();
    void aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice();
    void whatCanNotLogInSaysWhyAndWhatToDo_data();
    void whatCanNotLogInSaysWhyAndWhatToDo();
};

void TestSshLogin::everyKindOfKeyFileLogsIn_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("RSA") << u"-t rsa -b 2048"_s << false;
    QTest::newRow("RSA encrypted") << u"-t rsa -b 3072"_s << true;
    QTest::newRow("RSA PEM encrypted") << u"-t rsa -b 2048 -m PEM"_s << true;
    QTest::newRow("ECDSA 256") << u"-t ecdsa -b 256"_s << false;
    QTest::newRow("ECDSA 384 PEM") << u"-t ecdsa -b 384 -m PEM"_s << false;
    QTest::newRow("ECDSA 521 encrypted") << u"-t ecdsa -b 521"_s << true;
    QTest::newRow("Ed25519") << u"-t ed25519"_s << false;
    QTest::newRow("Ed25519 aes256-cbc") << u"-t ed25519 -Z aes256-cbc"_s << true;
    QTest::newRow("Ed25519 aes256-gcm") << u"-t ed25519 -Z aes256-gcm@openssh.com"_s << true;
    QTest::newRow("Ed25519 chacha20") << u"-t ed25519 -Z chacha20-poly1305@openssh.com"_s << true;
}

void TestSshLogin::everyKindOfKeyFileLogsIn()
{
    QFETCH(QString, arguments);
    QFETCH(bool, encrypted);
    const QString name = u"file_%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_'));
    const QString key = m_lab->makeKey(
        name,
        arguments.split(u' ') + QStringList{u"-N"_s, encrypted ? QString::fromUtf8(passphrase) : QString()},
        {u"plain"_s});
    QVERIFY(!key.isEmpty());
    QVERIFY(QFile::remove(key + u".pub"_s));
    Way way(*m_lab, u"plain"_s, SshAuth::Key, key);
    way.person.answers[SecretKind::Key] = {passphrase};
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [plain\n] []"_s);
    QCOMPARE(way.person.secretQuestions.size(), encrypted ? 1 : 0);
}

void TestSshLogin::everyKindOfKeyInTheAgentLogsIn_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("RSA") << u"-t rsa -b 2048"_s;
    QTest::newRow("ECDSA") << u"-t ecdsa"_s;
    QTest::newRow("Ed25519") << u"-t ed25519"_s;
}

namespace {

/// An ssh-agent of its own, for the time of a test.
class Agent {
public:
    Agent(const QString& socket, const QStringList& keys)
    {
        m_process.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
        m_process.waitForReadyRead(5000); // it prints its environment when it listens
        qputenv("SSH_AUTH_SOCK", socket.toUtf8());
        for (const QString& key : keys)
            ok = runTool(u"ssh-add"_s, {u"-q"_s, key}) && ok;
    }
    ~Agent()
    {
        m_process.kill();
        m_process.waitForFinished();
        qunsetenv("SSH_AUTH_SOCK");
    }
    bool ok = true;

private:
    QProcess m_process;
};

} // namespace

void TestSshLogin::everyKindOfKeyInTheAgentLogsIn()
{
    QFETCH(QString, arguments);
    const QString name = u"agent_%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    const QString key =
        m_lab->makeKey(name, arguments.split(u' ') + QStringList{u"-N"_s, u""_s}, {u"plain"_s});
    const Agent agent(m_lab->path(name + u".sock"_s), {key});
    QVERIFY(agent.ok);
    Way way(*m_lab, u"plain"_s, SshAuth::Agent);
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [plain\n] []"_s);
}

void TestSshLogin::theRightKeyOfAFullAgentIsPickedByItsFile()
{
    QStringList keys;
    for (int i = 0; i < 8; ++i)
        keys.append(m_lab->makeKey(u"full_%1"_s.arg(i), {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s},
                                   i == 7 ? QStringList{u"questions"_s} : QStringList()));
    const Agent agent(m_lab->path(u"full.sock"_s), keys);
    QVERIFY(agent.ok);
    Way blind(*m_lab, u"questions"_s, SshAuth::Agent);
    QCOMPARE(said(blind.access()->run(command("whoami"), {})), u"error ssh-too-many-tries"_s);
    Way way(*m_lab, u"questions"_s, SshAuth::Agent, keys.last());
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [questions\n] []"_s);
}

void TestSshLogin::aPasswordLogsInWhateverTheServerCallsIt_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SshAuth>("auth");
    QTest::newRow("password") << u"plain"_s << SshAuth::Password;
    QTest::newRow("questions") << u"questions"_s << SshAuth::KeyboardInteractive;
    QTest::newRow("password, the server asks questions only") << u"questions"_s << SshAuth::Password;
    QTest::newRow("questions, the server takes passwords only") << u"plain"_s << SshAuth::KeyboardInteractive;
}

void TestSshLogin::aPasswordLogsInWhateverTheServerCallsIt()
{
    QFETCH(QString, user);
    QFETCH(SshAuth, auth);
    Way way(*m_lab, user, auth);
    way.person.answers[SecretKind::Ssh] = {password};
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [%1\n] []"_s.arg(user));
    QCOMPARE(way.person.secretQuestions.size(), 1);
    QVERIFY(way.person.secretQuestions.first().startsWith(u"mf1 0: "_s));
}

void TestSshLogin::aServerThatWantsKeyAndPasswordGetsBoth()
{
    Way way(*m_lab, u"both"_s, SshAuth::Key, m_rootKey);
    way.person.answers[SecretKind::Ssh] = {password};
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [both\n] []"_s);
}

void TestSshLogin::aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SshAuth>("auth");
    QTest::addColumn<SecretKind>("kind");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("code");
    QTest::newRow("password") << u"plain"_s << SshAuth::Password << SecretKind::Ssh << QByteArray(password)
                              << u"ssh-password-refused"_s;
    QTest::newRow("questions") << u"questions"_s << SshAuth::KeyboardInteractive << SecretKind::Ssh
                               << QByteArray(password) << u"ssh-password-refused"_s;
    QTest::newRow("passphrase") << u"plain"_s << SshAuth::Key << SecretKind::Key << QByteArray(passphrase)
                                << u"ssh-wrong-passphrase"_s;
}

void TestSshLogin::aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice()
{
    QFETCH(QString, user);
    QFETCH(SshAuth, auth);
    QFETCH(SecretKind, kind);
    QFETCH(QByteArray, right);
    QFETCH(QString, code);
    QString key;
    if (auth == SshAuth::Key)
        key = m_lab->makeKey(u"wrong_passphrase"_s,
                             {u"-t"_s, u"ed25519"_s, u"-N"_s, QString::fromUtf8(passphrase)}, {user});
    {
        Way way(*m_lab, user, auth, key);
        way.person.answers[kind] = {"wrong-Secret-1", right};
        QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
        QCOMPARE(way.person.secretQuestions.size(), 2);
        QCOMPARE(way.person.refusals, 1);
    }
    {
        Way way(*m_lab, user, auth, key);
        way.person.answers[kind] = {"wrong-Secret-2"};
        const auto result = way.access()->run(command("echo in"), {});
        QCOMPARE(said(result), u"error "_s + code);
        QVERIFY(way.person.secretQuestions.size() <= 2);
        QVERIFY(!allWords(result.error()).contains(u"wrong-Secret"_s));
    }
    {
        Way way(*m_lab, user, auth, key);
        way.context.prompter = nullptr;
        QCOMPARE(said(way.access()->run(command("echo in"), {})), u"error ssh-no-secret"_s);
    }
}

void TestSshLogin::whatCanNotLogInSaysWhyAndWhatToDo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SshAuth>("auth");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("code");
    const QString keys = m_lab->path(u"home"_s).chopped(4);
    (void)m_lab->makeKey(u"stranger"_s, {u"-t"_s, u"rsa"_s, u"-N"_s, u""_s}, {});
    QFile putty(m_lab->path(u"key.ppk"_s));
    QVERIFY(putty.open(QIODevice::WriteOnly) && putty.write("PuTTY-User-Key-File-3: ssh-rsa\n") > 0);
    QTest::newRow("key not authorised")
        << u"plain"_s << SshAuth::Key << keys + u"stranger"_s << u"ssh-key-refused"_s;
    QTest::newRow("unknown user") << u"nobody-here"_s << SshAuth::Key << keys + u"stranger"_s
                                  << u"ssh-key-refused"_s;
    QTest::newRow("no key file named")
        << u"plain"_s << SshAuth::Key << QString() << u"ssh-key-file-not-given"_s;
    QTest::newRow("key file missing")
        << u"plain"_s << SshAuth::Key << keys + u"none"_s << u"ssh-key-file-unreadable"_s;
    QTest::newRow("public half") << u"plain"_s << SshAuth::Key << keys + u"stranger.pub"_s
                                 << u"ssh-key-file-public"_s;
    QTest::newRow("PuTTY's format") << u"plain"_s << SshAuth::Key << keys + u"key.ppk"_s
                                    << u"ssh-key-file-putty"_s;
    QTest::newRow("no agent") << u"plain"_s << SshAuth::Agent << QString() << u"ssh-no-agent"_s;
    QTest::newRow("password not offered")
        << u"both"_s << SshAuth::Password << QString() << u"ssh-method-not-offered"_s;
    QTest::newRow("root by password")
        << u"root"_s << SshAuth::Password << QString() << u"ssh-password-refused"_s;
    QTest::newRow("no user") << QString() << SshAuth::Password << QString() << u"ssh-no-user"_s;
}

void TestSshLogin::whatCanNotLogInSaysWhyAndWhatToDo()
{
    QFETCH(QString, user);
    QFETCH(SshAuth, auth);
    QFETCH(QString, keyFile);
    QFETCH(QString, code);
    Way way(*m_lab, user, auth, keyFile);
    way.person.answers[SecretKind::Ssh] = {password};
    const auto result = way.access()->run(command("echo in"), {});
    QCOMPARE(said(result), u"error "_s + code);
    QVERIFY(result.error().what.render(Language::English).startsWith(u"mf1: "_s));
    QVERIFY(!result.error().remedy.isEmpty());
    QVERIFY(!allWords(result.error()).contains(QString::fromUtf8(password)));
}

QTEST_GUILESS_MAIN(TestSshLogin)
#include "tst_sshlogin.moc"
