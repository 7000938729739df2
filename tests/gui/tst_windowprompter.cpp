#include "wizard/WindowPrompter.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr int nodeCount = 16;

QString nameOf(int node)
{
    return u"mf%1"_s.arg(node + 1);
}

QStringList names()
{
    QStringList all;
    for (int node = 0; node < nodeCount; ++node)
        all.append(nameOf(node));
    return all;
}

Secret secretOf(const char* text)
{
    return Secret(QByteArrayView(text));
}

std::optional<Secret> ask(WindowPrompter& prompter, const QString& node, const char* prompt = "password")
{
    return prompter.secret(node, SecretKind::Ssh, Text::verbatim(QString::fromLatin1(prompt)));
}

} // namespace

/// Questions of many threads, answered by one.
class TestWindowPrompter : public QObject {
    Q_OBJECT

private slots:
    void sixteenNodesAskAtOnceAndEachGetsItsOwnAnswer()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::array<std::optional<Secret>, nodeCount> answers;
        std::vector<std::jthread> threads;
        for (int node = 0; node < nodeCount; ++node)
            threads.emplace_back([&, node] { answers[size_t(node)] = ask(prompter, nameOf(node)); });
        QTRY_COMPARE(prompter.waitingNodes().size(), nodeCount);
        while (const auto question = prompter.current())
            prompter.answerSecret(question->id, Secret(question->node.toLatin1()), false);
        threads.clear(); // joins
        for (int node = 0; node < nodeCount; ++node)
            QVERIFY(answers[size_t(node)] && *answers[size_t(node)] == Secret(nameOf(node).toLatin1()));
        QVERIFY(!prompter.remembersAnything());
    }

    void anAnswerForAllServesThoseWhoWaitAndThoseWhoComeLater()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::array<std::optional<Secret>, nodeCount> answers;
        std::vector<std::jthread> threads;
        for (int node = 0; node < nodeCount - 1; ++node)
            threads.emplace_back([&, node] { answers[size_t(node)] = ask(prompter, nameOf(node)); });
        QTRY_COMPARE(prompter.waitingNodes().size(), nodeCount - 1);
        QVERIFY(prompter.current()->mayServeAll);
        prompter.answerSecret(prompter.current()->id, secretOf("for all"), true);
        threads.clear();
        std::jthread([&] { answers[nodeCount - 1] = ask(prompter, nameOf(nodeCount - 1)); }).join();
        for (const auto& answer : answers)
            QVERIFY(answer && *answer == secretOf("for all"));
        QVERIFY(!prompter.current());
        prompter.forget();
        QVERIFY(!prompter.remembersAnything());
    }

    void cancelReleasesEveryThreadAndAnswersNoFromThenOn()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::atomic<int> refused = 0;
        std::vector<std::jthread> threads;
        for (int node = 0; node < nodeCount; ++node) {
            threads.emplace_back([&, node] {
                const bool no = node % 2 == 0
                                    ? !ask(prompter, nameOf(node))
                                    : !prompter.acceptHostKey(nameOf(node), nameOf(node), u"ssh-ed25519"_s,
                                                              u"SHA256:%1"_s.arg(node));
                refused += no ? 1 : 0;
            });
        }
        QTRY_COMPARE(prompter.waitingNodes().size(), nodeCount);
        QSignalSpy changed(&prompter, &WindowPrompter::changed);
        prompter.cancel();
        threads.clear();
        QCOMPARE(refused.load(), nodeCount);
        QVERIFY(!prompter.current());
        QVERIFY(!changed.isEmpty());
        QVERIFY(!ask(prompter, nameOf(0))); // at once: nobody would answer
        prompter.begin(names());
        std::jthread again(
            [&] { refused += prompter.acceptHostKey(u"mf1"_s, u"mf1"_s, u"t"_s, u"f"_s) ? 100 : 0; });
        QTRY_VERIFY(prompter.current());
        prompter.answerHostKey(prompter.current()->id, true);
        again.join();
        QCOMPARE(refused.load(), nodeCount + 100);
    }

    void aNodeThatRefusesTheAnswerForAllIsAskedForItsOwn()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::optional<Secret> first, second, other;
        std::jthread mf1([&] {
            first = ask(prompter, u"mf1"_s);
            prompter.secretRefused(u"mf1"_s, SecretKind::Ssh);
            second = ask(prompter, u"mf1"_s);
        });
        QTRY_VERIFY(prompter.current());
        prompter.answerSecret(prompter.current()->id, secretOf("common"), true);
        QTRY_VERIFY(prompter.current() && prompter.current()->refusedBefore);
        std::jthread([&] { other = ask(prompter, u"mf2"_s); }).join(); // not refused there: not asked
        prompter.answerSecret(prompter.current()->id, secretOf("own"), false);
        mf1.join();
        QVERIFY(*first == secretOf("common"));
        QVERIFY(*second == secretOf("own"));
        QVERIFY(*other == secretOf("common"));
    }

    void theSecondQuestionOfOneLoginReachesThePerson()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::optional<Secret> code;
        std::jthread login([&] {
            (void)ask(prompter, u"mf1"_s);
            code = ask(prompter, u"mf1"_s, "one-time code");
        });
        QTRY_VERIFY(prompter.current());
        prompter.answerSecret(prompter.current()->id, secretOf("password"), true);
        QTRY_VERIFY(prompter.current());
        QVERIFY(!prompter.current()->mayServeAll);
        prompter.answerSecret(prompter.current()->id, secretOf("123456"), true);
        login.join();
        QVERIFY(*code == secretOf("123456"));
        std::jthread([&] { code = ask(prompter, u"mf2"_s); }).join();
        QVERIFY(*code == secretOf("password")); // never somebody's one-time code
    }

    void theJumpHostOfManyNodesIsAskedForOnceAndItsSecretStaysItsOwn()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        const QString jump = u"admin@192.0.2.1:22"_s;
        std::array<std::optional<Secret>, 4> answers;
        std::vector<std::jthread> threads;
        for (auto& answer : answers)
            threads.emplace_back([&] { answer = ask(prompter, jump); });
        QTRY_COMPARE(prompter.waitingNodes(), QStringList{jump});
        QVERIFY(!prompter.current()->isNode);
        prompter.answerSecret(prompter.current()->id, secretOf("jump"), false);
        threads.clear();
        for (const auto& answer : answers)
            QVERIFY(answer && *answer == secretOf("jump"));
        std::optional<Secret> ofNode;
        std::jthread node([&] { ofNode = ask(prompter, u"mf1"_s); });
        QTRY_VERIFY(prompter.current());
        QVERIFY(prompter.current()->isNode);
        prompter.answerSecret(prompter.current()->id, std::nullopt, false);
        node.join();
        QVERIFY(!ofNode);
    }

    void oneHostKeyIsAskedAboutOnceHoweverManyNodesMeetIt()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::atomic<int> yes = 0;
        std::vector<std::jthread> threads;
        for (int node = 0; node < nodeCount; ++node)
            threads.emplace_back([&, node] {
                yes += prompter.acceptHostKey(nameOf(node), u"jump"_s, u"ssh-ed25519"_s, u"SHA256:a"_s);
            });
        QTRY_VERIFY(prompter.current());
        prompter.answerHostKey(prompter.current()->id, true);
        threads.clear();
        QCOMPARE(yes.load(), nodeCount);
    }

    void anAnswerThatComesTooLateChangesNothing()
    {
        WindowPrompter prompter;
        prompter.begin(names());
        std::optional<Secret> answer;
        std::jthread node([&] { answer = ask(prompter, u"mf1"_s); });
        QTRY_VERIFY(prompter.current());
        const quint64 id = prompter.current()->id;
        prompter.cancel();
        node.join();
        prompter.answerSecret(id, secretOf("late"), true);
        QVERIFY(!answer);
        QVERIFY(!prompter.remembersAnything());
    }
};

QTEST_MAIN(TestWindowPrompter)
#include "tst_windowprompter.moc"
