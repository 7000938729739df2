#include "SshTest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;

/// What comes back of a command, and of the config.
class TestSshCommands final : public SshTest {
    Q_OBJECT

private slots:
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

    void theConfigIsReadAndItsTroublesToldApart();
};

// --- Commands

void TestSshCommands::streamsStatusAndInputArriveApart()
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

void TestSshCommands::anyBytesOfInputAndOutputSurvive()
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

void TestSshCommands::signalsAreNoExitStatus()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    QCOMPARE(said(access->run(command("echo a; kill -9 $$"), {})), u"signalled 0 KILL [a\n] []"_s);
    QCOMPARE(said(access->run(command("kill -TERM $$"), {})), u"signalled 0 TERM [] []"_s);
    QCOMPARE(said(access->run(command("exit 137"), {})), u"exited 137  [] []"_s);
    // The frame itself is killed: sshd says so.
    QCOMPARE(said(access->run(command("echo b; kill -9 $PPID"), {})), u"signalled 0 KILL [b\n] []"_s);
}

void TestSshCommands::aDaemonThatKeepsTheStreamsDoesNotKeepUsWaiting()
{
    Way way(*m_lab, u"root"_s, SshAuth::Key, m_rootKey);
    const auto access = way.access();
    NodeCommand start = command("sleep 1000 & echo started");
    start.limit = 5s;
    for (int i = 0; i < 15; ++i) // more than MaxSessions
        QCOMPARE(said(access->run(start, {})), u"exited 0  [started\n] []"_s);
}

void TestSshCommands::noiseOfTheLoginShellIsNotTheAnswer()
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

void TestSshCommands::anExpiredPasswordAndAMissingShellSaySo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired") << u"expired"_s << u"ssh-password-expired"_s;
    QTest::newRow("nologin") << u"noshell"_s << u"ssh-no-shell"_s;
}

void TestSshCommands::anExpiredPasswordAndAMissingShellSaySo()
{
    QFETCH(QString, user);
    QFETCH(QString, code);
    Way way(*m_lab, user, SshAuth::Key, m_rootKey);
    QCOMPARE(said(way.access()->run(command("true"), {})), u"error "_s + code);
}

void TestSshCommands::outputIsBoundedWhateverItsSize()
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

void TestSshCommands::oneConnectionServesManyCommands()
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

void TestSshCommands::aConnectionThatDiedUnusedIsMadeAnew()
{
    Way way(*m_lab, u"plain"_s, SshAuth::Password);
    way.person.answers[SecretKind::Ssh] = {password};
    const auto access = way.access();
    QCOMPARE(said(access->run(command("echo one"), {})), u"exited 0  [one\n] []"_s);
    m_lab->killSessions();
    QCOMPARE(said(access->run(command("echo two"), {})), u"exited 0  [two\n] []"_s);
    QCOMPARE(way.person.secretQuestions.size(), 1);
}

// --- The config

void TestSshCommands::theConfigIsReadAndItsTroublesToldApart()
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

QTEST_GUILESS_MAIN(TestSshCommands)
#include "tst_sshcommands.moc"
