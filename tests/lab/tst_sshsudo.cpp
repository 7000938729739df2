#include "SshTest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Commands as root, through sudo.
class TestSshSudo final : public SshTest {
    Q_OBJECT

private slots:
    void sudoRunsAsRootInEveryWayThatItAllows_data();
    void sudoRunsAsRootInEveryWayThatItAllows();
    void theSudoPasswordReachesSudoAlone();
    void sudoThatKeepsTheUsersPathStillFindsRootsTools();
    void sudoThatRefusesSaysWhy_data();
    void sudoThatRefusesSaysWhy();
    void aWrongSudoPasswordIsAskedForAgain();
};

void TestSshSudo::sudoRunsAsRootInEveryWayThatItAllows_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("questions");
    QTest::newRow("with password") << u"worker"_s << 1;
    QTest::newRow("without password") << u"free"_s << 0;
    QTest::newRow("password at every call") << u"strict"_s << 1;
}

void TestSshSudo::sudoRunsAsRootInEveryWayThatItAllows()
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

void TestSshSudo::theSudoPasswordReachesSudoAlone()
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
void TestSshSudo::sudoThatKeepsTheUsersPathStillFindsRootsTools()
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

void TestSshSudo::sudoThatRefusesSaysWhy_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QString>("code");
    QTest::newRow("not in sudoers") << u"plain"_s << true << u"sudo-not-allowed"_s;
    QTest::newRow("other commands only") << u"narrow"_s << true << u"sudo-not-allowed"_s;
    QTest::newRow("wants a terminal") << u"terminal"_s << true << u"sudo-needs-terminal"_s;
    QTest::newRow("nobody answers") << u"worker"_s << false << u"sudo-no-password"_s;
}

void TestSshSudo::sudoThatRefusesSaysWhy()
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

void TestSshSudo::aWrongSudoPasswordIsAskedForAgain()
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

QTEST_GUILESS_MAIN(TestSshSudo)
#include "tst_sshsudo.moc"
