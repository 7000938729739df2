#include "SshTest.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace ruw;

bool Person::acceptHostKey(const QString& node, const QString& host, const QString& type, const QString& fingerprint)
{
    const QMutexLocker lock(&m_mutex);
    hostQuestions.append(QStringList{node, host, type, fingerprint}.join(u'|'));
    return trusts;
}

std::optional<Secret> Person::secret(const QString& node, SecretKind kind, const Text& prompt)
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

NodeCommand command(const QByteArray& script, const QByteArray& input)
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

QString said(const Result<CommandOutcome>& result)
{
    if (!result)
        return u"error "_s + result.error().code;
    return u"%1 %2 %3 [%4] [%5]"_s.arg(endName(result->end))
        .arg(result->status)
        .arg(result->signal, QString::fromUtf8(result->out), QString::fromUtf8(result->err));
}

QString allWords(const Error& error)
{
    return error.render(Language::English) + error.render(Language::Japanese) + error.code;
}

void SshTest::initTestCase()
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

void SshTest::cleanupTestCase()
{
    m_lab.reset();
}
