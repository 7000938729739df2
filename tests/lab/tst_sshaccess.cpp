#include "FakeServer.h"
#include "SshLab.h"

#include "core/access/ssh/KnownHosts.h"
#include "core/access/ssh/SshAccess.h"
#include "core/access/TcpConnect.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QtTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

namespace {

constexpr char password[] = "pa\xC3\x9F 'w\"o$rd`%n\\";
constexpr char passphrase[] = "pass phrase '$1";

/// A person with prepared answers.
class Person final : public SshPrompter {
public:
    bool trusts = false;
    QHash<SecretKind, QList<QByteArray>> answers; ///< taken one after the other; the last one stays
    QHash<QString, QByteArray> byLabel;           ///< wins over `answers`
    std::function<void()> whileThinking;

    bool acceptHostKey(const QString& node, const QString& host, const QString& type,
                       const QString& fingerprint) override
    {
        const QMutexLocker lock(&m_mutex);
        hostQuestions.append(QStringList{node, host, type, fingerprint}.join(u'|'));
        return trusts;
    }
    std::optional<Secret> secret(const QString& node, SecretKind kind, const Text& prompt) override
    {
        const QMutexLocker lock(&m_mutex);
        secretQuestions.append(u"%1 %2: %3"_s.arg(node).arg(int(kind)).arg(prompt.render(Language::English)));
        if (whileThinking)
            whileThinking();
        if (byLabel.contains(node))
            return Secret(byLabel.value(node));
        QList<QByteArray>& list = answers[kind];
        if (list.isEmpty())
            return std::nullopt;
        return Secret(list.size() > 1 ? list.takeFirst() : list.first());
    }
    void secretRefused(const QString&, SecretKind) override { ++refusals; }

    QStringList hostQuestions, secretQuestions;
    int refusals = 0;

private:
    QMutex m_mutex;
};

/// A way to a lab, to be changed before access() is called.
struct Way {
    Site site;
    Node node;
    AccessContext context;
    Person person;

    Way(const SshLab& lab, const QString& user, SshAuth auth, const QString& keyFile = {})
        : Way(lab.address(), lab.port(), user, auth, keyFile)
    {
        context.knownHostsPath = lab.knownHosts();
    }
    Way(const QString& address, int port, const QString& user, SshAuth auth, const QString& keyFile = {})
    {
        node.name = u"mf1"_s;
        node.address = address;
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{port, user, auth, keyFile, false, {}};
        context.prompter = &person;
    }
    std::shared_ptr<NodeAccess> access() { return makeAccess(node, site, context).value(); }
};

NodeCommand command(const QByteArray& script, const QByteArray& input = {})
{
    NodeCommand out;
    out.script = script;
    out.input = input;
    return out;
}

QString endName(CommandOutcome::End end)
{
    constexpr std::array names = {"exited", "signalled", "lost", "timed out", "cancelled"};
    return QString::fromLatin1(names[size_t(end)]);
}

/// What came of a command, in one line that a failed comparison shows well.
QString said(const Result<CommandOutcome>& result)
{
    if (!result)
        return u"error "_s + result.error().code;
    return u"%1 %2 %3 [%4] [%5]"_s.arg(endName(result->end))
        .arg(result->status)
        .arg(result->signal, QString::fromUtf8(result->out), QString::fromUtf8(result->err));
}

/// Every word of an error that a person gets to see, in both languages.
QString allWords(const Error& error)
{
    return error.render(Language::English) + error.render(Language::Japanese) + error.code;
}

} // namespace

class TestSshAccess : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

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

    void anUnknownHostKeyIsAskedForWithItsFingerprintAndStored();
    void anUnknownHostKeyIsRefusedWhereNobodyTrustsIt();
    void newHostKeysCanBeAcceptedUnasked();
    void aChangedHostKeyIsRefusedWhateverAnybodySays();
    void aRevokedHostKeyIsRefused();
    void aKeyOfAnotherTypeIsNeverTakenUnasked();
    void theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen_data();
    void theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen();
    void knownHostsVouchForWhatTheyVouchForInOpenSsh_data();
    void knownHostsVouchForWhatTheyVouchForInOpenSsh();
    void aServerWithNothingButAnRsaHostKeySaysSo();

    void aJumpHostLeadsToTheNode();
    void aJumpHostHasItsOwnHostKeyAndSecret();
    void aJumpHostThatForbidsOrCanNotReachSaysWhich();

    void streamsStatusAndInputArriveApart();
    void anyBytesOfInputAndOutputSurvive();
    void signalsAreNoExitStatus();
    void aDaemonThatKeepsTheStreamsDoesNotKeepUsWaiting();
    void noiseOfTheLoginShellIsNotTheAnswer();
    void anExpiredPasswordAndAMissingShellSaySo_data();
    void anExpiredPasswordAndAMissingShellSaySo();
    void outputIsBoundedWhateverItsSize();
    void oneConnectionServesManyCommands();
    void aConnectionThatDiedUnusedIsMadeAnew();

    void sudoRunsAsRootInEveryWayThatItAllows_data();
    void sudoRunsAsRootInEveryWayThatItAllows();
    void theSudoPasswordReachesSudoAlone();
    void sudoThatKeepsTheUsersPathStillFindsRootsTools();
    void sudoThatRefusesSaysWhy_data();
    void sudoThatRefusesSaysWhy();
    void aWrongSudoPasswordIsAskedForAgain();

    void aSessionKilledInMidAnswerIsALostConnection();
    void aHangingCommandIsCancelledAtOnce();
    void aHangingCommandEndsAtItsLimit();
    void aCancelledConnectionEndsAtOnceAtEveryStage_data();
    void aCancelledConnectionEndsAtOnceAtEveryStage();
    void whatIsNoSshServerIsNamed_data();
    void whatIsNoSshServerIsNamed();
    void aServerWithTooManyLoginsIsTriedAgain();
    void aPulledCableIsNoticedWithinTenSeconds_data();
    void aPulledCableIsNoticedWithinTenSeconds();
    void sixteenAccessesWorkSideBySide();

    void theConfigIsReadAndItsTroublesToldApart();

private:
    std::unique_ptr<SshLab> m_lab;
    QString m_rootKey;
};

void TestSshAccess::initTestCase()
{
    if (const QString why = SshLab::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    qunsetenv("SSH_AUTH_SOCK");
    SshLab::Options options;
    const auto user = [&](const char* name, const QByteArray& sudoers = {}, const QByteArray& bashrc = {}) {
        options.users.append({QString::fromLatin1(name), password, sudoers, bashrc});
    };
    user("worker", "worker ALL=(ALL) ALL");
    user("free", "free ALL=(ALL) NOPASSWD: ALL");
    user("strict", "Defaults:strict timestamp_timeout=0\nstrict ALL=(ALL) ALL");
    user("terminal", "Defaults:terminal requiretty\nterminal ALL=(ALL) ALL");
    user("narrow", "narrow ALL=(ALL) /usr/bin/id");
    user("ownpath", "Defaults:ownpath !secure_path\nownpath ALL=(ALL) NOPASSWD: ALL");
    user("plain");
    user("questions");
    user("both");
    user("nojump");
    user("noisy", "noisy ALL=(ALL) ALL", "echo hello; echo oops >&2; set -x\n");
    user("flood", {},
         "head -c 10485760 /dev/zero | tr '\\0' x; head -c 3000000 /dev/zero | tr '\\0' y >&2\n");
    user("noshell");
    options.users.last().shell = u"/usr/sbin/nologin"_s;
    user("expired");
    options.users.last().passwordExpired = true;
    options.config = "Match User questions\n PasswordAuthentication no\n"
                     "Match User plain\n KbdInteractiveAuthentication no\n"
                     "Match User both\n AuthenticationMethods publickey,password\n"
                     "Match User nojump\n AllowTcpForwarding no\n";
    m_lab = std::make_unique<SshLab>(options);
    QVERIFY(m_lab->start());
    m_rootKey = m_lab->makeKey(u"root_key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s},
                               {u"root"_s, u"both"_s, u"worker"_s, u"free"_s, u"strict"_s, u"noisy"_s,
                                u"ownpath"_s, u"flood"_s, u"nojump"_s, u"noshell"_s, u"expired"_s});
    QVERIFY(!m_rootKey.isEmpty());
}

void TestSshAccess::cleanupTestCase()
{
    m_lab.reset();
}

// --- Ways to log in

void TestSshAccess::everyKindOfKeyFileLogsIn_data()
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

void TestSshAccess::everyKindOfKeyFileLogsIn()
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

void TestSshAccess::everyKindOfKeyInTheAgentLogsIn_data()
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

void TestSshAccess::everyKindOfKeyInTheAgentLogsIn()
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

void TestSshAccess::theRightKeyOfAFullAgentIsPickedByItsFile()
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

void TestSshAccess::aPasswordLogsInWhateverTheServerCallsIt_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SshAuth>("auth");
    QTest::newRow("password") << u"plain"_s << SshAuth::Password;
    QTest::newRow("questions") << u"questions"_s << SshAuth::KeyboardInteractive;
    QTest::newRow("password, the server asks questions only") << u"questions"_s << SshAuth::Password;
    QTest::newRow("questions, the server takes passwords only") << u"plain"_s << SshAuth::KeyboardInteractive;
}

void TestSshAccess::aPasswordLogsInWhateverTheServerCallsIt()
{
    QFETCH(QString, user);
    QFETCH(SshAuth, auth);
    Way way(*m_lab, user, auth);
    way.person.answers[SecretKind::Ssh] = {password};
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [%1\n] []"_s.arg(user));
    QCOMPARE(way.person.secretQuestions.size(), 1);
    QVERIFY(way.person.secretQuestions.first().startsWith(u"mf1 0: "_s));
}

void TestSshAccess::aServerThatWantsKeyAndPasswordGetsBoth()
{
    Way way(*m_lab, u"both"_s, SshAuth::Key, m_rootKey);
    way.person.answers[SecretKind::Ssh] = {password};
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [both\n] []"_s);
}

void TestSshAccess::aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice_data()
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

void TestSshAccess::aWrongSecretIsAskedForAgainAndTheSameOneNotSentTwice()
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

void TestSshAccess::whatCanNotLogInSaysWhyAndWhatToDo_data()
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

void TestSshAccess::whatCanNotLogInSaysWhyAndWhatToDo()
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

// --- Host keys

void TestSshAccess::anUnknownHostKeyIsAskedForWithItsFingerprintAndStored()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"asked/known_hosts"_s);
    way.person.trusts = true;
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
    QCOMPARE(way.person.hostQuestions,
             QStringList{u"mf1|[127.0.0.1]:%1|ssh-ed25519|%2"_s.arg(m_lab->port())
                             .arg(KnownHosts::fingerprint(m_lab->hostKey(u"ed25519"_s)))});
    QCOMPARE(said(way.access()->run(command("echo again"), {})), u"exited 0  [again\n] []"_s);
    QCOMPARE(way.person.hostQuestions.size(), 1);
    // What we wrote, OpenSSH's own client reads.
    QVERIFY(runTool(u"ssh"_s,
                    {u"-F"_s, u"none"_s, u"-o"_s, u"StrictHostKeyChecking=yes"_s, u"-o"_s, u"BatchMode=yes"_s,
                     u"-o"_s, u"UserKnownHostsFile="_s + way.context.knownHostsPath, u"-i"_s, m_rootKey,
                     u"-p"_s, QString::number(m_lab->port()), u"worker@127.0.0.1"_s, u"true"_s}));
}

void TestSshAccess::anUnknownHostKeyIsRefusedWhereNobodyTrustsIt()
{
    for (const bool asked : {true, false}) {
        Way way(*m_lab, u"worker"_s, SshAuth::Password);
        way.context.knownHostsPath = m_lab->path(u"refused_known_hosts"_s);
        way.person.answers[SecretKind::Ssh] = {password};
        if (!asked)
            way.context.prompter = nullptr;
        const auto result = way.access()->run(command("echo in"), {});
        QCOMPARE(said(result), u"error ssh-host-key-unknown"_s);
        QVERIFY(allWords(result.error()).contains(KnownHosts::fingerprint(m_lab->hostKey(u"ed25519"_s))));
        QVERIFY(!QFile::exists(way.context.knownHostsPath));
        QCOMPARE(way.person.secretQuestions, QStringList()); // no password before the host is known
    }
}

void TestSshAccess::newHostKeysCanBeAcceptedUnasked()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"new_known_hosts"_s);
    way.context.acceptNewHostKeys = true;
    way.context.prompter = nullptr;
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
    way.context.acceptNewHostKeys = false;
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
}

namespace {

QString writeKnownHosts(const SshLab& lab, const QString& name, const QByteArray& lines)
{
    QFile file(lab.path(name));
    return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() ? file.fileName() : QString();
}

} // namespace

void TestSshAccess::aChangedHostKeyIsRefusedWhateverAnybodySays()
{
    QByteArray other = m_lab->hostKey(u"ed25519"_s);
    other.back() = char(other.back() ^ 1);
    for (const bool hashed : {false, true}) {
        Way way(*m_lab, u"worker"_s, SshAuth::Password);
        way.context.knownHostsPath = writeKnownHosts(
            *m_lab, u"changed"_s, KnownHosts::line(m_lab->address(), m_lab->port(), other, hashed));
        way.context.acceptNewHostKeys = true;
        way.person.trusts = true;
        way.person.answers[SecretKind::Ssh] = {password};
        QCOMPARE(said(way.access()->run(command("echo in"), {})), u"error ssh-host-key-changed"_s);
        QCOMPARE(way.person.hostQuestions, QStringList());
        QCOMPARE(way.person.secretQuestions, QStringList());
    }
}

void TestSshAccess::aRevokedHostKeyIsRefused()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    const QByteArray line =
        KnownHosts::line(m_lab->address(), m_lab->port(), m_lab->hostKey(u"ed25519"_s), false);
    way.context.knownHostsPath = writeKnownHosts(*m_lab, u"revoked"_s, line + "\n@revoked " + line + "\n");
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"error ssh-host-key-revoked"_s);
}

void TestSshAccess::aKeyOfAnotherTypeIsNeverTakenUnasked()
{
    QByteArray dsa = m_lab->hostKey(u"ed25519"_s);
    dsa.replace("ssh-ed25519", "ssh-ed25510"); // a type that no server here has
    const QByteArray line = KnownHosts::line(m_lab->address(), m_lab->port(), dsa, false) + '\n';
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = writeKnownHosts(*m_lab, u"other_type"_s, line);
    way.context.acceptNewHostKeys = true;
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"error ssh-host-key-other-type"_s);
    QCOMPARE(way.person.hostQuestions.size(), 1);
}

void TestSshAccess::theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("ed25519") << u"ed25519"_s;
    QTest::newRow("ecdsa") << u"ecdsa"_s;
}

void TestSshAccess::theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen()
{
    QFETCH(QString, type);
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath =
        writeKnownHosts(*m_lab, u"one_type"_s,
                        KnownHosts::line(m_lab->address(), m_lab->port(), m_lab->hostKey(type), true) + '\n');
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
    QCOMPARE(way.person.hostQuestions, QStringList());
}

void TestSshAccess::knownHostsVouchForWhatTheyVouchForInOpenSsh_data()
{
    const QByteArray key = m_lab->hostKey(u"ed25519"_s);
    QByteArray other = key;
    other.back() = char(other.back() ^ 1);
    const QByteArray ec = m_lab->hostKey(u"ecdsa"_s);
    const QByteArray port = QByteArray::number(m_lab->port());
    const auto entry = [](const QByteArray& names, const QByteArray& blob) -> QByteArray {
        return names + ' ' + KnownHosts::keyType(blob).toLatin1() + ' ' + blob.toBase64() + '\n';
    };
    const QByteArray name = "[127.0.0.1]:" + port;
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("plain") << entry(name, key);
    QTest::newRow("list") << entry("elsewhere," + name, key);
    QTest::newRow("hashed") << KnownHosts::line(u"127.0.0.1"_s, m_lab->port(), key, true) + '\n';
    QTest::newRow("bare name") << entry("127.0.0.1", key);
    QTest::newRow("bare name, another key") << entry("127.0.0.1", other);
    QTest::newRow("changed") << entry(name, other);
    QTest::newRow("changed, bare name right") << entry(name, other) + entry("127.0.0.1", key);
    QTest::newRow("old and new key") << entry(name, other) + entry(name, key);
    QTest::newRow("wildcard") << entry("[127.0.0.*]:" + port, key);
    QTest::newRow("wildcard for every name") << entry("*", key);
    QTest::newRow("wildcard over bare names") << entry("127.0.0.*", key);
    QTest::newRow("negated") << entry("*,!" + name, key);
    QTest::newRow("negated bare name") << entry("*,!127.0.0.1", key);
    QTest::newRow("revoked") << entry(name, key) + "@revoked " + entry("*", key);
    QTest::newRow("revoked for the bare name") << entry(name, key) + "@revoked " + entry("127.0.0.1", key);
    QTest::newRow("another key revoked") << entry(name, key) + "@revoked " + entry("*", other);
    QTest::newRow("authority") << "@cert-authority " + entry("*", key);
    QTest::newRow("other type") << entry(name, ec);
    QTest::newRow("other type changed") << entry(name, ec) + entry(name, other);
    QTest::newRow("comment and junk") << "# " + entry(name, key) + "junk\n\n";
    QTest::newRow("empty") << QByteArray();
}

void TestSshAccess::knownHostsVouchForWhatTheyVouchForInOpenSsh()
{
    QFETCH(QByteArray, lines);
    const QString file = writeKnownHosts(*m_lab, u"oracle"_s, lines);
    QProcess ssh;
    ssh.start(u"ssh"_s,
              {u"-F"_s, u"none"_s, u"-o"_s, u"StrictHostKeyChecking=yes"_s, u"-o"_s, u"BatchMode=yes"_s,
               u"-o"_s, u"GlobalKnownHostsFile=none"_s, u"-o"_s, u"UserKnownHostsFile="_s + file, u"-i"_s,
               m_rootKey, u"-p"_s, QString::number(m_lab->port()), u"worker@127.0.0.1"_s, u"true"_s});
    QVERIFY(ssh.waitForFinished());
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = file;
    const auto result = way.access()->run(command("true"), {});
    QVERIFY2(result.ok() == (ssh.exitCode() == 0),
             qPrintable(said(result) + QString::fromUtf8(ssh.readAllStandardError())));
}

void TestSshAccess::aServerWithNothingButAnRsaHostKeySaysSo()
{
    SshLab lab({{}, {}, {u"rsa"_s}});
    QVERIFY(lab.start());
    Way way(lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto result = way.access()->run(command("echo in"), {});
    QCOMPARE(said(result), u"error ssh-only-rsa-host-key"_s);
    QVERIFY(allWords(result.error()).contains(u"rsa-sha2-512"_s));
}

// --- Jump host

void TestSshAccess::aJumpHostLeadsToTheNode()
{
    SshLab target({});
    QVERIFY(target.start());
    const QString key = target.makeKey(u"key"_s, {u"-t"_s, u"rsa"_s, u"-N"_s, u""_s}, {u"root"_s});
    QVERIFY(runTool(u"sh"_s, {u"-c"_s, u"cat '%1.pub' >>'%2/.ssh/authorized_keys'"_s.arg(
                                           key, m_lab->path(u"home/worker"_s))}));
    Way way(target, u"root"_s, SshAuth::Key, key);
    QFile both(way.context.knownHostsPath);
    QVERIFY(both.open(QIODevice::Append));
    QFile jumpHosts(m_lab->knownHosts());
    QVERIFY(jumpHosts.open(QIODevice::ReadOnly));
    both.write(jumpHosts.readAll());
    both.close();
    way.node.ssh->jump = u"worker@127.0.0.1:%1"_s.arg(m_lab->port());
    const auto access = way.access();
    QCOMPARE(said(access->run(command("whoami; cat", "through"), {})), u"exited 0  [root\nthrough] []"_s);
    NodeCommand big = command("cat | sha256sum; head -c 3000000 /dev/zero", QByteArray(3'000'000, 'z'));
    big.limit = 60s;
    const auto result = access->run(big, {});
    QVERIFY2(result.ok() && result->end == CommandOutcome::End::Exited, qPrintable(said(result).left(300)));
    QVERIFY(result->out.startsWith(QCryptographicHash::hash(big.input, QCryptographicHash::Sha256).toHex()));
    QVERIFY(result->out.size() > 3'000'000);
}

void TestSshAccess::aJumpHostHasItsOwnHostKeyAndSecret()
{
    SshLab target({});
    QVERIFY(target.start());
    const QString key = target.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
    Way way(target, u"root"_s, SshAuth::Key, key);
    const QString jump = u"plain@127.0.0.1:%1"_s.arg(m_lab->port());
    way.node.ssh->jump = jump;
    way.person.byLabel.insert(jump, password);
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"error ssh-host-key-unknown"_s);
    QCOMPARE(way.person.hostQuestions.size(), 1);
    QVERIFY(way.person.hostQuestions.first().contains(u"]:%1|"_s.arg(m_lab->port())));
    way.person.trusts = true;
    QCOMPARE(said(way.access()->run(command("whoami"), {})), u"exited 0  [root\n] []"_s);
    QCOMPARE(way.person.secretQuestions.size(), 1);
    QVERIFY(way.person.secretQuestions.first().startsWith(jump));
}

void TestSshAccess::aJumpHostThatForbidsOrCanNotReachSaysWhich()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.node.ssh->jump = u"nojump@127.0.0.1:%1"_s.arg(m_lab->port());
    QCOMPARE(said(way.access()->run(command("true"), {})), u"error ssh-jump-forbidden"_s);
    Way away(u"127.0.0.1"_s, 1, u"worker"_s, SshAuth::Key, m_rootKey);
    away.context.knownHostsPath = m_lab->knownHosts();
    away.node.ssh->jump = u"worker@127.0.0.1:%1"_s.arg(m_lab->port());
    QCOMPARE(said(away.access()->run(command("true"), {})), u"error ssh-jump-target-unreachable"_s);
    away.node.ssh->jump = u"worker@127.0.0.1:many"_s;
    QCOMPARE(said(away.access()->run(command("true"), {})), u"error ssh-jump-invalid"_s);
}

// --- Commands

void TestSshAccess::streamsStatusAndInputArriveApart()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    QCOMPARE(said(access->run(command("echo out; echo err >&2; exit 3"), {})),
             u"exited 3  [out\n] [err\n]"_s);
    QCOMPARE(said(access->run(command("cat; echo -n end", "input without line end"), {})),
             u"exited 0  [input without line endend] []"_s);
    QCOMPARE(said(access->run(command("cat"), {})), u"exited 0  [] []"_s);
    QCOMPARE(said(access->run(command("true", QByteArray(5'000'000, 'x')), {})),
             u"exited 0  [] []"_s); // nobody reads it
    QCOMPARE(said(access->run(command("exit 255"), {})), u"exited 255  [] []"_s);
    QCOMPARE(said(access->run(command("if then ("), {})).left(12), u"exited 2  []"_s);
    const QByteArray hostile =
        "printf '%s|' \"it's\" '$(id)' '`id`' '!x' '%s' '\\n' \"a\\\\b\" -n '\xE8\xA1\xA8'\n#\t\x83\x5C\n";
    QCOMPARE(said(access->run(command(hostile), {})),
             u"exited 0  [it's|$(id)|`id`|!x|%s|\\n|a\\b|-n|表|] []"_s);
    QCOMPARE(said(access->run(command(QByteArray(40'000, ':')), {})), u"error ssh-script-too-long"_s);
}

void TestSshAccess::anyBytesOfInputAndOutputSurvive()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    bytes = bytes.repeated(12'000); // 3 MB: more than the channel's window
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto result = way.access()->run(command("cat; cat /dev/null >&2", bytes), {});
    QVERIFY2(result.ok(), qPrintable(said(result).left(300)));
    QCOMPARE(result->out, bytes);
    QVERIFY(!result->truncated);
}

void TestSshAccess::signalsAreNoExitStatus()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    QCOMPARE(said(access->run(command("echo a; kill -9 $$"), {})), u"signalled 0 KILL [a\n] []"_s);
    QCOMPARE(said(access->run(command("kill -TERM $$"), {})), u"signalled 0 TERM [] []"_s);
    QCOMPARE(said(access->run(command("exit 137"), {})), u"exited 137  [] []"_s);
    // The frame itself is killed: sshd says so.
    QCOMPARE(said(access->run(command("echo b; kill -9 $PPID"), {})), u"signalled 0 KILL [b\n] []"_s);
}

void TestSshAccess::aDaemonThatKeepsTheStreamsDoesNotKeepUsWaiting()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    NodeCommand start = command("sleep 1000 & echo started");
    start.limit = 5s;
    for (int i = 0; i < 15; ++i) // more than MaxSessions
        QCOMPARE(said(access->run(start, {})), u"exited 0  [started\n] []"_s);
}

void TestSshAccess::noiseOfTheLoginShellIsNotTheAnswer()
{
    Way noisy(*m_lab, u"noisy"_s, SshAuth::Key, m_rootKey);
    noisy.node.ssh->sudo = true;
    noisy.person.answers[SecretKind::Sudo] = {password};
    const auto access = noisy.access();
    QCOMPARE(said(access->run(command("echo a; echo b >&2"), {})), u"exited 0  [a\n] [b\n]"_s);
    NodeCommand root = command("cat; id -u", "x");
    root.asRoot = true;
    QCOMPARE(said(access->run(root, {})), u"exited 0  [x0\n] []"_s);
    Way flood(*m_lab, u"flood"_s, SshAuth::Key, m_rootKey);
    QCOMPARE(said(flood.access()->run(command("echo a"), {})), u"exited 0  [a\n] []"_s);
}

void TestSshAccess::anExpiredPasswordAndAMissingShellSaySo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired") << u"expired"_s << u"ssh-password-expired"_s;
    QTest::newRow("nologin") << u"noshell"_s << u"ssh-no-shell"_s;
}

void TestSshAccess::anExpiredPasswordAndAMissingShellSaySo()
{
    QFETCH(QString, user);
    QFETCH(QString, code);
    Way way(*m_lab, user, SshAuth::Key, m_rootKey);
    QCOMPARE(said(way.access()->run(command("true"), {})), u"error "_s + code);
}

void TestSshAccess::outputIsBoundedWhateverItsSize()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    NodeCommand much = command("head -c 20000000 /dev/zero; head -c 300000 /dev/zero >&2; exit 5");
    much.outputLimit = 100'000;
    const auto result = access->run(much, {});
    QVERIFY(result.ok());
    QCOMPARE(endName(result->end) + QString::number(result->status), u"exited5"_s);
    QCOMPARE(result->out.size(), 100'000);
    QCOMPARE(result->err.size(), 100'000);
    QVERIFY(result->truncated);
    NodeCommand endless = much;
    endless.script = "yes";
    endless.limit = 1s;
    const auto cut = access->run(endless, {});
    QVERIFY(cut.ok());
    QCOMPARE(endName(cut->end), u"timed out"_s);
    QCOMPARE(cut->out.size(), 100'000);
}

void TestSshAccess::oneConnectionServesManyCommands()
{
    const auto accepted = m_lab->log().count("Accepted publickey");
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    for (int i = 0; i < 25; ++i)
        QCOMPARE(said(access->run(command("echo $((1+" + QByteArray::number(i) + "))"), {})),
                 u"exited 0  [%1\n] []"_s.arg(i + 1));
    QVERIFY(m_lab->waitForLog("Accepted publickey", int(accepted) + 1));
    QCOMPARE(m_lab->log().count("Accepted publickey"), accepted + 1);
}

void TestSshAccess::aConnectionThatDiedUnusedIsMadeAnew()
{
    Way way(*m_lab, u"plain"_s, SshAuth::Password);
    way.person.answers[SecretKind::Ssh] = {password};
    const auto access = way.access();
    QCOMPARE(said(access->run(command("echo one"), {})), u"exited 0  [one\n] []"_s);
    m_lab->killSessions();
    QCOMPARE(said(access->run(command("echo two"), {})), u"exited 0  [two\n] []"_s);
    QCOMPARE(way.person.secretQuestions.size(), 1);
}

// --- sudo

void TestSshAccess::sudoRunsAsRootInEveryWayThatItAllows_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("questions");
    QTest::newRow("with password") << u"worker"_s << 1;
    QTest::newRow("without password") << u"free"_s << 0;
    QTest::newRow("password at every call") << u"strict"_s << 1;
}

void TestSshAccess::sudoRunsAsRootInEveryWayThatItAllows()
{
    QFETCH(QString, user);
    QFETCH(int, questions);
    Way way(*m_lab, user, SshAuth::Key, m_rootKey);
    way.node.ssh->sudo = true;
    way.person.answers[SecretKind::Sudo] = {password};
    const auto access = way.access();
    NodeCommand root = command("id -u; cat; echo e >&2; exit 4", "input\n");
    root.asRoot = true;
    for (int i = 0; i < 2; ++i)
        QCOMPARE(said(access->run(root, {})), u"exited 4  [0\ninput\n] [e\n]"_s);
    root.script = "kill -9 $$";
    QCOMPARE(said(access->run(root, {})), u"signalled 0 KILL [] []"_s);
    root.asRoot = false;
    root.script = "id -un";
    QCOMPARE(said(access->run(root, {})), u"exited 0  [%1\n] []"_s.arg(user));
    QCOMPARE(way.person.secretQuestions.size(), questions);
}

void TestSshAccess::theSudoPasswordReachesSudoAlone()
{
    for (const QString& user : {u"worker"_s, u"free"_s}) {
        Way way(*m_lab, user, SshAuth::Key, m_rootKey);
        way.node.ssh->sudo = true;
        way.person.answers[SecretKind::Sudo] = {password};
        NodeCommand look = command(
            "cat; for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; tr '\\0' ' ' <$p/environ; done; set");
        look.asRoot = true;
        const auto result = way.access()->run(look, {});
        QVERIFY2(result.ok(), qPrintable(said(result)));
        QVERIFY(result->out.contains("sudo"));
        QVERIFY(!result->out.contains(password));
        QVERIFY(!result->err.contains(password));
    }
    QVERIFY(!m_lab->log().contains(password));
}

/// Not every sudoers has a secure_path: then a user's own PATH goes with him, and on Debian it knows no sbin.
void TestSshAccess::sudoThatKeepsTheUsersPathStillFindsRootsTools()
{
    Way way(*m_lab, u"ownpath"_s, SshAuth::Key, m_rootKey);
    way.node.ssh->sudo = true;
    const auto access = way.access();
    NodeCommand tool = command("PATH=/usr/bin:/bin command -v sshd || echo none; command -v sshd && sh -c 'command -v sshd'");
    tool.asRoot = true;
    QCOMPARE(said(access->run(tool, {})), u"exited 0  [none\n/usr/sbin/sshd\n/usr/sbin/sshd\n] []"_s);
    // What the user does as himself is left as it is.
    tool.asRoot = false;
    tool.script = "printf %s \"$PATH\"";
    const auto own = access->run(tool, {});
    QVERIFY(own.ok() && !own->out.contains("sbin"));
}

void TestSshAccess::sudoThatRefusesSaysWhy_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QString>("code");
    QTest::newRow("not in sudoers") << u"plain"_s << true << u"sudo-not-allowed"_s;
    QTest::newRow("other commands only") << u"narrow"_s << true << u"sudo-not-allowed"_s;
    QTest::newRow("wants a terminal") << u"terminal"_s << true << u"sudo-needs-terminal"_s;
    QTest::newRow("nobody answers") << u"worker"_s << false << u"sudo-no-password"_s;
}

void TestSshAccess::sudoThatRefusesSaysWhy()
{
    QFETCH(QString, user);
    QFETCH(bool, answers);
    QFETCH(QString, code);
    Way way(*m_lab, user, SshAuth::Password);
    way.node.ssh->sudo = true;
    way.person.answers[SecretKind::Ssh] = {password};
    if (answers)
        way.person.answers[SecretKind::Sudo] = {password};
    NodeCommand root = command("id -u");
    root.asRoot = true;
    const auto access = way.access();
    const auto result = access->run(root, {});
    QCOMPARE(said(result), u"error "_s + code);
    QVERIFY(!allWords(result.error()).contains(QString::fromUtf8(password)));
    root.asRoot = false;
    QVERIFY(access->run(root, {}).ok()); // the connection is still good
}

void TestSshAccess::aWrongSudoPasswordIsAskedForAgain()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.node.ssh->sudo = true;
    way.person.answers[SecretKind::Sudo] = {"wrong-Secret-3", password};
    NodeCommand root = command("id -u");
    root.asRoot = true;
    QCOMPARE(said(way.access()->run(root, {})), u"exited 0  [0\n] []"_s);
    QCOMPARE(way.person.refusals, 1);
    Way stubborn(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    stubborn.node.ssh->sudo = true;
    stubborn.person.answers[SecretKind::Sudo] = {"wrong-Secret-3"};
    const auto result = stubborn.access()->run(root, {});
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == u"sudo-wrong-password"_s || result.error().code == u"sudo-no-password"_s);
    QVERIFY(!allWords(result.error()).contains(u"wrong-Secret"_s));
}

// --- Trouble on the way

void TestSshAccess::aSessionKilledInMidAnswerIsALostConnection()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    // The frame's parent is the session's sshd.
    const QByteArray killer = "echo half; p=$(cut -d' ' -f4 /proc/$PPID/stat); kill -9 $p; echo never";
    const auto result = access->run(command(killer), {});
    QVERIFY(result.ok());
    QCOMPARE(endName(result->end), u"lost"_s);
    // What the server had not passed on yet when it died is lost with it.
    QVERIFY2(QByteArrayView("half\n").startsWith(result->out), result->out.constData());
    QCOMPARE(said(access->run(command("echo back"), {})), u"exited 0  [back\n] []"_s);
}

namespace {

/// Runs a command on a thread of its own, waits until `ready`, then asks it to stop.
struct Stopped {
    Result<CommandOutcome> result;
    qint64 milliseconds;
};
Stopped stopWhen(const std::shared_ptr<NodeAccess>& access, const NodeCommand& command,
                 const std::function<bool()>& ready)
{
    std::stop_source stop;
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(command, stop.get_token()); });
    (void)QTest::qWaitFor(ready, 10'000);
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    worker.join();
    return {*result, timer.elapsed()};
}

} // namespace

void TestSshAccess::aHangingCommandIsCancelledAtOnce()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    for (int i = 0; i < 5; ++i) {
        const QString mark = m_lab->path(u"started%1"_s.arg(i));
        const auto stopped = stopWhen(access, command("echo half; : >'" + mark.toUtf8() + "'; sleep 1000"),
                                      [&] { return QFile::exists(mark); });
        QVERIFY(stopped.result.ok());
        QCOMPARE(endName(stopped.result->end), u"cancelled"_s);
        QVERIFY2(stopped.milliseconds < 200, qPrintable(QString::number(stopped.milliseconds)));
        qInfo("cancelled after %lld ms", stopped.milliseconds);
    }
    QCOMPARE(said(access->run(command("echo again"), {})), u"exited 0  [again\n] []"_s);
}

void TestSshAccess::aHangingCommandEndsAtItsLimit()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    NodeCommand hang = command("echo half; sleep 1000");
    hang.limit = 700ms;
    const auto result = way.access()->run(hang, {});
    QCOMPARE(said(result), u"timed out 0  [half\n] []"_s);
}

void TestSshAccess::aCancelledConnectionEndsAtOnceAtEveryStage_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("before the greeting") << QByteArray();
    QTest::newRow("in the greeting") << QByteArray("SSH-2");
    QTest::newRow("in the key exchange") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
}

void TestSshAccess::aCancelledConnectionEndsAtOnceAtEveryStage()
{
    QFETCH(QByteArray, greeting);
    std::atomic<bool> connected = false;
    const FakeServer server([&](int fd) {
        FakeServer::say(fd, greeting);
        connected = true;
        FakeServer::listenOnly(fd);
    });
    Way way(u"127.0.0.1"_s, server.port(), u"root"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"none"_s);
    const auto stopped = stopWhen(way.access(), command("true"), [&] { return connected.load(); });
    QCOMPARE(said(stopped.result), u"cancelled 0  [] []"_s);
    QVERIFY2(stopped.milliseconds < 200, qPrintable(QString::number(stopped.milliseconds)));
    way.context.connectLimit = 300ms;
    QElapsedTimer timer;
    timer.start();
    const auto result = way.access()->run(command("true"), {});
    QCOMPARE(said(result), u"error ssh-silent"_s);
    QVERIFY(timer.elapsed() < 1500);
}

void TestSshAccess::whatIsNoSshServerIsNamed_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QString>("code");
    QTest::newRow("mail server") << QByteArray("220 mf1 ESMTP\r\n") << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in one line") << QByteArray(10'000'000, 'x') << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in many lines") << QByteArray("line\r\n").repeated(1'700'000) << u"ssh-not-ssh"_s;
    QTest::newRow("10 MB in the key exchange") << "SSH-2.0-x\r\n" + QByteArray(10'000'000, 'x') << QString();
    QTest::newRow("closes at once") << QByteArray() << u"ssh-closed-at-greeting"_s;
    QTest::newRow("hostile line") << QByteArray("\x1b[31mred\xE2\x80\xAE\r\n") << u"ssh-not-ssh"_s;
}

void TestSshAccess::whatIsNoSshServerIsNamed()
{
    QFETCH(QByteArray, greeting);
    QFETCH(QString, code);
    const FakeServer server([&](int fd) {
        FakeServer::say(fd, greeting);
        (void)::shutdown(fd, SHUT_WR);
        FakeServer::listenOnly(fd);
    });
    Way way(u"127.0.0.1"_s, server.port(), u"root"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath = m_lab->path(u"none"_s);
    way.context.connectLimit = 3s;
    const auto result = way.access()->run(command("true"), {});
    QVERIFY(!result.ok());
    if (!code.isEmpty())
        QCOMPARE(result.error().code, code);
    const QString words = allWords(result.error());
    QVERIFY2(words.size() < 3000 && !words.contains(QChar(0x1b)) && !words.contains(QChar(0x202E)),
             qPrintable(words.left(500)));
    Way nobody(u"127.0.0.1"_s, 1, u"root"_s, SshAuth::Key, m_rootKey);
    QCOMPARE(said(nobody.access()->run(command("true"), {})), u"error ssh-refused"_s);
    Way unknown(u"no-such-host.invalid"_s, 22, u"root"_s, SshAuth::Key, m_rootKey);
    unknown.context.connectLimit = 5s;
    QCOMPARE(said(unknown.access()->run(command("true"), {})), u"error ssh-name-unknown"_s);
}

void TestSshAccess::aServerWithTooManyLoginsIsTriedAgain()
{
    SshLab lab({"MaxStartups 1:100:1\n", {}, {u"ed25519"_s}});
    QVERIFY(lab.start());
    const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
    Patience patience(5s, {});
    TcpAttempt holder = connectTcp(lab.address(), lab.port(), AddressFamily::Any, patience);
    QVERIFY(holder.end == TcpEnd::Connected);
    QVERIFY(lab.waitForLog("Connection from"));
    Way way(lab, u"root"_s, SshAuth::Key, key);
    const auto access = way.access();
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(command("echo in"), {}); });
    const bool dropped = lab.waitForLog("MaxStartups");
    holder.socket = {};
    worker.join();
    QVERIFY(dropped);
    QCOMPARE(said(*result), u"exited 0  [in\n] []"_s);
}

void TestSshAccess::aPulledCableIsNoticedWithinTenSeconds_data()
{
    QTest::addColumn<bool>("throughJump");
    QTest::newRow("direct") << false;
    QTest::newRow("behind a jump host") << true;
}

void TestSshAccess::aPulledCableIsNoticedWithinTenSeconds()
{
    QFETCH(bool, throughJump);
    SshLab::Options options;
    options.ownNetwork = true;
    SshLab lab(options);
    if (!lab.start())
        QSKIP("No network namespaces here.");
    const QString key = lab.makeKey(u"key"_s, {u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s}, {u"root"_s});
    Way way(lab, u"root"_s, SshAuth::Key, key);
    if (throughJump) {
        QVERIFY(runTool(u"sh"_s, {u"-c"_s, u"cat '%1.pub' >>'%2/.ssh/authorized_keys'"_s.arg(
                                               key, m_lab->path(u"home/worker"_s))}));
        way.node.ssh->jump = u"worker@127.0.0.1:%1"_s.arg(m_lab->port());
        way.person.trusts = true;
    }
    const auto access = way.access();
    const QString mark = lab.path(u"started"_s);
    NodeCommand hang = command("echo half; : >'" + mark.toUtf8() + "'; sleep 1000");
    hang.limit = 60s;
    std::optional<Result<CommandOutcome>> result;
    std::thread worker([&] { result = access->run(hang, {}); });
    const bool started = QTest::qWaitFor([&] { return QFile::exists(mark); }, 10'000);
    QElapsedTimer timer;
    timer.start();
    lab.unplug();
    worker.join();
    const qint64 took = timer.elapsed();
    QVERIFY2(started, qPrintable(said(*result)));
    qInfo("noticed after %lld ms", took);
    QCOMPARE(said(*result), u"lost 0  [half\n] []"_s);
    QVERIFY2(took < 10'000, qPrintable(QString::number(took)));
}

void TestSshAccess::sixteenAccessesWorkSideBySide()
{
    const QString hosts = m_lab->path(u"sixteen_known_hosts"_s);
    Person person;
    person.trusts = true;
    std::array<QString, 16> answers;
    std::vector<std::thread> threads;
    QElapsedTimer timer;
    timer.start();
    for (size_t i = 0; i < answers.size(); ++i) {
        threads.emplace_back([&, i] {
            Way way(m_lab->address(), m_lab->port(), u"root"_s, SshAuth::Key, m_rootKey);
            way.context.knownHostsPath = hosts;
            way.context.prompter = &person;
            answers[i] = said(way.access()->run(command("echo " + QByteArray::number(int(i))), {}));
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    qInfo("16 logins in %lld ms", timer.elapsed());
    for (size_t i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i], u"exited 0  [%1\n] []"_s.arg(i));
    QCOMPARE(person.hostQuestions.size(), 1); // one host, one question
}

// --- The config

void TestSshAccess::theConfigIsReadAndItsTroublesToldApart()
{
    const QString dir = m_lab->path(u"it's $(odd) -dir"_s);
    QVERIFY(QDir().mkpath(dir + u"/conf"_s));
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.node.installDir = dir;
    const auto access = way.access();
    QString shown;
    const auto code = [&] {
        const auto result = access->readConfig(shown, {});
        return result.ok() ? u"ok"_s : result.error().code;
    };
    QCOMPARE(code(), u"file-missing"_s);
    QCOMPARE(shown, u"mf1:"_s + dir + u"/conf/mf_replica.def"_s);
    QFile file(dir + u"/conf/mf_replica.def"_s);
    const QByteArray bytes = "# \x83\x7D\x83\x58\x83\x5E\x81\x5B\r\nENABLE_REP_DATA = ON\r\n";
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QCOMPARE(access->readConfig(shown, {}).value(), bytes);
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    QCOMPARE(code(), u"file-unreadable"_s);
    Way root(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    root.node = way.node;
    root.node.ssh->sudo = true;
    root.person.answers[SecretKind::Sudo] = {password};
    QCOMPARE(root.access()->readConfig(shown, {}).value(), bytes);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(file.resize(2 * 1024 * 1024));
    QCOMPARE(code(), u"file-too-large"_s);
    QVERIFY(file.remove() && QDir().mkpath(file.fileName()));
    QCOMPARE(code(), u"file-not-regular"_s);
}

QTEST_GUILESS_MAIN(TestSshAccess)
#include "tst_sshaccess.moc"
