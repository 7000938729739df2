#include "SshTest.h"

#include "core/access/ssh/KnownHosts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

/// Whether a host is the one it should be, and the hosts on the way to it.
class TestSshHosts final : public SshTest {
    Q_OBJECT

private slots:
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
};

// --- Host keys

void TestSshHosts::anUnknownHostKeyIsAskedForWithItsFingerprintAndStored()
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

void TestSshHosts::anUnknownHostKeyIsRefusedWhereNobodyTrustsIt()
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

void TestSshHosts::newHostKeysCanBeAcceptedUnasked()
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

void TestSshHosts::aChangedHostKeyIsRefusedWhateverAnybodySays()
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

void TestSshHosts::aRevokedHostKeyIsRefused()
{
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    const QByteArray line =
        KnownHosts::line(m_lab->address(), m_lab->port(), m_lab->hostKey(u"ed25519"_s), false);
    way.context.knownHostsPath = writeKnownHosts(*m_lab, u"revoked"_s, line + "\n@revoked " + line + "\n");
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"error ssh-host-key-revoked"_s);
}

void TestSshHosts::aKeyOfAnotherTypeIsNeverTakenUnasked()
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

void TestSshHosts::theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("ed25519") << u"ed25519"_s;
    QTest::newRow("ecdsa") << u"ecdsa"_s;
}

void TestSshHosts::theStoredTypeIsAskedForSoThatNoFalseChangeIsSeen()
{
    QFETCH(QString, type);
    Way way(*m_lab, u"worker"_s, SshAuth::Key, m_rootKey);
    way.context.knownHostsPath =
        writeKnownHosts(*m_lab, u"one_type"_s,
                        KnownHosts::line(m_lab->address(), m_lab->port(), m_lab->hostKey(type), true) + '\n');
    QCOMPARE(said(way.access()->run(command("echo in"), {})), u"exited 0  [in\n] []"_s);
    QCOMPARE(way.person.hostQuestions, QStringList());
}

void TestSshHosts::knownHostsVouchForWhatTheyVouchForInOpenSsh_data()
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

void TestSshHosts::knownHostsVouchForWhatTheyVouchForInOpenSsh()
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

void TestSshHosts::aServerWithNothingButAnRsaHostKeySaysSo()
{
    SshLab lab({{}, {}, {u"rsa"_s}});
    QVERIFY(lab.start());
    Way way(lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto result = way.access()->run(command("echo in"), {});
    QCOMPARE(said(result), u"error ssh-only-rsa-host-key"_s);
    QVERIFY(allWords(result.error()).contains(u"rsa-sha2-512"_s));
}

// --- Jump host

void TestSshHosts::aJumpHostLeadsToTheNode()
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

void TestSshHosts::aJumpHostHasItsOwnHostKeyAndSecret()
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

void TestSshHosts::aJumpHostThatForbidsOrCanNotReachSaysWhich()
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

QTEST_GUILESS_MAIN(TestSshHosts)
#include "tst_sshhosts.moc"
