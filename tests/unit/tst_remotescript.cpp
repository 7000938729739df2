#include "core/access/ssh/RemoteScript.h"

#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// The framing, run by the shells of this machine, without a network.
class TestRemoteScript : public QObject {
    Q_OBJECT

private slots:
    void anyBytesOfAScriptArriveInEveryShell_data();
    void anyBytesOfAScriptArriveInEveryShell();
    void theAnswerIsTheSameInPiecesOfAnySize();
    void noiseAroundTheFrameIsNotTheAnswer();
    void anEchoOfTheRequestIsNoMarker();
    void signalsAreToldApartFromStatus_data();
    void signalsAreToldApartFromStatus();
    void outputIsBoundedAndItsEndStillSeen();
    void withoutItsEndAnAnswerIsNotOver();
    void aScriptThatIsTooLongDoesNotFit();
};

namespace {

struct Answer {
    QByteArray out, err;
};

Answer runIn(const QString& shell, const RemoteScript& script, const QByteArray& before = {})
{
    QProcess process;
    process.start(shell, {u"-c"_s, QString::fromLatin1(before + script.request())});
    process.closeWriteChannel();
    process.waitForFinished(10'000);
    return {process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

void TestRemoteScript::anyBytesOfAScriptArriveInEveryShell_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("out");
    for (const char* name : {"sh", "dash", "bash", "zsh", "ksh", "mksh", "tcsh", "csh", "fish", "busybox"}) {
        const QString shell = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (shell.isEmpty() || shell.endsWith("busybox"_L1))
            continue;
        const auto row = [&](const char* what, const QByteArray& script, const QByteArray& out) {
            QTest::addRow("%s, %s", name, what) << shell << script << out;
        };
        row("plain", "echo hello", "hello\n");
        row("quotes", R"(printf %s 'it'"'"'s "so" `echo tick` $(echo paren)')",
            R"(it's "so" `echo tick` $(echo paren))");
        row("backslashes", R"(printf '%s|' '\\' '\n' "\\" 'a\0101b' '\')", R"(\\|\n|\|a\0101b|\|)");
        row("exclamation and percent", R"(printf '%s' '!! %s %d ~ * ? [a-z]')", "!! %s %d ~ * ? [a-z]");
        row("newlines at the end", "cat <<E\na\n\n\nE\n\n\n", "a\n\n\n");
        row("here-document without line end", "cat <<E\nx\nE", "x\n");
        row("comment at the end", "echo a # b", "a\n");
        row("script that starts with a comment", "# hash\necho a", "a\n");
        row("leading dash", "-n 2>/dev/null\necho after", "after\n");
        row("UTF-8", "printf %s '\xE8\xA1\x8C\xE3\x81\x86'", "\xE8\xA1\x8C\xE3\x81\x86");
        row("CP932", "printf %s '\x83\x5C\x83\x66'", "\x83\x5C\x83\x66");
        row("tab and carriage return", "printf %s 'a\tb\rc'", "a\tb\rc");
        row("digits after an escape", "printf %s '\n7'", "\n7");
        row("no arguments of ours", "echo \"$#:$1:$*\"", "0::\n");
        row("exec", "exec echo gone", "gone\n");
        row("set -e and -u", "set -eu\necho a\nfalse\necho b", "a\n");
    }
}

void TestRemoteScript::anyBytesOfAScriptArriveInEveryShell()
{
    QFETCH(QString, shell);
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, out);
    const RemoteScript remote(script, false);
    const Answer answer = runIn(shell, remote);
    FramedStream stream(remote.nonce(), 1'000'000);
    stream.feed(answer.out);
    QVERIFY2(stream.hasEnded(), answer.err.constData());
    QCOMPARE(stream.content(), out);
}

void TestRemoteScript::theAnswerIsTheSameInPiecesOfAnySize()
{
    const RemoteScript remote("head -c 3000 /dev/zero | tr '\\0' a; echo e >&2; exit 7", false);
    const Answer answer = runIn(u"/bin/sh"_s, remote);
    for (const qsizetype size : {1, 2, 3, 31, 32, 33, 64, 1000, 100'000}) {
        FramedStream out(remote.nonce(), 1'000'000);
        FramedStream err(remote.nonce(), 1'000'000);
        for (qsizetype at = 0; at < answer.out.size(); at += size)
            out.feed(QByteArrayView(answer.out).sliced(at, std::min(size, answer.out.size() - at)));
        for (qsizetype at = 0; at < answer.err.size(); at += size)
            err.feed(QByteArrayView(answer.err).sliced(at, std::min(size, answer.err.size() - at)));
        QVERIFY(out.hasEnded() && err.hasEnded());
        QCOMPARE(out.content(), QByteArray(3000, 'a'));
        QCOMPARE(err.content(), QByteArray("e\n"));
        QCOMPARE(out.code(), 7);
        QCOMPARE(err.exitNote().value_or(-1), 7);
    }
}

void TestRemoteScript::noiseAroundTheFrameIsNotTheAnswer()
{
    const RemoteScript remote("echo real; echo problem >&2", false);
    const Answer answer = runIn(u"/bin/sh"_s, remote, "echo noise; echo noise >&2; ");
    FramedStream out(remote.nonce(), 100);
    FramedStream err(remote.nonce(), 100);
    out.feed(QByteArray(answer.out + "later noise\n"));
    err.feed(answer.err);
    QCOMPARE(out.content(), QByteArray("real\n"));
    QCOMPARE(err.content(), QByteArray("problem\n"));
    QCOMPARE(out.noise(), QByteArray("noise\n"));
}

void TestRemoteScript::anEchoOfTheRequestIsNoMarker()
{
    for (const bool sudo : {false, true}) {
        const RemoteScript remote("echo '%;' '<' '>0;'", sudo);
        FramedStream stream(remote.nonce(), 100'000);
        stream.feed(QByteArray("+ " + remote.request() + "\n" + remote.nonce() + "\n"));
        QVERIFY(!stream.hasBegun());
        QCOMPARE(stream.passwordPrompts(), 0);
        stream.feed(QByteArray(remote.nonce() + "%;"));
        QCOMPARE(stream.passwordPrompts(), 1);
        stream.feed(QByteArray(remote.nonce() + "<" + remote.request() + remote.nonce() + ">5;"));
        QVERIFY(stream.hasEnded());
        QCOMPARE(stream.code(), 5);
        QCOMPARE(stream.content(), remote.request());
    }
}

void TestRemoteScript::signalsAreToldApartFromStatus_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("exited");
    for (const char* shell : {"/bin/sh", "/bin/bash"}) {
        const auto row = [&](const char* name, const char* script, int code, bool exited) {
            QTest::addRow("%s %s", shell, name)
                << QString::fromLatin1(shell) << QByteArray(script) << code << exited;
        };
        row("end", "true", 0, true);
        row("exit 3", "exit 3", 3, true);
        row("exit 137", "exit 137", 137, true);
        row("last command's status", "sh -c 'exit 143'", 143, true);
        row("kill -9", "kill -9 $$; sleep 5", 137, false);
        row("kill -TERM", "kill -TERM $$; sleep 5", 143, false);
        row("syntax error", "if then (", 2, true);
    }
}

void TestRemoteScript::signalsAreToldApartFromStatus()
{
    QFETCH(QString, shell);
    QFETCH(QByteArray, script);
    QFETCH(int, code);
    QFETCH(bool, exited);
    const RemoteScript remote(script, false);
    const Answer answer = runIn(shell, remote);
    FramedStream out(remote.nonce(), 1000);
    FramedStream err(remote.nonce(), 1000);
    out.feed(answer.out);
    err.feed(answer.err);
    QVERIFY(out.hasEnded() && err.hasEnded());
    QCOMPARE(out.code(), code);
    QCOMPARE(code <= 128 || err.exitNote() == code, exited);
    QVERIFY2(!err.content().contains("illed") && !err.content().contains("erminated"),
             err.content().constData());
}

void TestRemoteScript::outputIsBoundedAndItsEndStillSeen()
{
    const RemoteScript remote("head -c 5000000 /dev/zero; exit 4", false);
    const Answer answer = runIn(u"/bin/sh"_s, remote);
    FramedStream out(remote.nonce(), 1000);
    out.feed(answer.out);
    QVERIFY(out.hasEnded() && out.isTruncated());
    QCOMPARE(out.content(), QByteArray(1000, '\0'));
    QCOMPARE(out.code(), 4);
    FramedStream exact(remote.nonce(), 5'000'000);
    exact.feed(answer.out);
    QVERIFY(!exact.isTruncated());
}

void TestRemoteScript::withoutItsEndAnAnswerIsNotOver()
{
    const RemoteScript remote("echo x", false);
    const QByteArray whole = runIn(u"/bin/sh"_s, remote).out;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        FramedStream out(remote.nonce(), 1000);
        out.feed(QByteArrayView(whole).first(size));
        QVERIFY2(!out.hasEnded(), qPrintable(QString::number(size)));
    }
}

void TestRemoteScript::aScriptThatIsTooLongDoesNotFit()
{
    QVERIFY(RemoteScript(QByteArray(20'000, 'a'), true).fits());
    QVERIFY(!RemoteScript(QByteArray(40'000, 'a'), true).fits());
}

QTEST_GUILESS_MAIN(TestRemoteScript)
#include "tst_remotescript.moc"
