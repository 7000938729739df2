#include "TerminalSite.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace terminal;

/// What is no answer to a question of a run in the terminal, and what holds it.
class TestRunAnswers : public QObject, private TerminalSite {
    Q_OBJECT

private slots:
    void holdAtTheQuestionOfTheTestMailHoldsTheRun_data()
    {
        QTest::addColumn<QList<QByteArray>>("then");
        QTest::newRow("hold") << QList<QByteArray>{"hold", "y", "y", "y", "y", "y", "y"};
        QTest::newRow("no answer three times") << QList<QByteArray>{"x", "x", "x", "y", "y", "y", "y"};
        QTest::newRow("end of input") << QList<QByteArray>{};
    }
    void holdAtTheQuestionOfTheTestMailHoldsTheRun()
    {
        QFETCH(QList<QByteArray>, then);
        MailPort mail;
        const QString journal = newJournal();
        bool asked = false;
        const Played played = play(runInto(journal, {u"--site"_s, siteWithMail(mail.port())}),
                                   [&](const Question& question) -> std::optional<QByteArray> {
                                       asked = asked || question.text.startsWith("Send a test mail"_L1);
                                       if (!asked)
                                           return "y";
                                       return then.isEmpty() ? std::nullopt : std::optional(then.takeFirst());
                                   });
        QVERIFY2(asked, qPrintable(played.said));
        QCOMPARE(played.status, 4);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
        // Nothing was begun after it: the last step is the look at the mail flow.
        const auto started = recordsOf(journal, u"step-started"_s);
        QCOMPARE(started.last().step, recordsOf(journal, u"step-verified"_s).last().step);
        QVERIFY2(started.last().step.contains("mail-flow"_L1), qPrintable(started.last().step));
    }
    void aMailNodeThatFallsSilentIsToldWhileAQuestionWaits()
    {
        // Looked at every ten seconds: the question waits until it was told.
        auto mail = std::make_unique<MailPort>();
        const QString journal = newJournal();
        QEventLoop told;
        bool silent = false;
        const Played played = play(
            runInto(journal, {u"--site"_s, siteWithMail(mail->port())}),
            [&](const Question& question) -> std::optional<QByteArray> {
                if (!question.text.startsWith("Send a test mail"_L1))
                    return "y";
                mail.reset();
                QTimer::singleShot(40'000, &told, &QEventLoop::quit);
                told.exec();
                return std::nullopt;
            },
            [&](const QString& line) {
                silent = silent || line.contains("mf3 does not answer on SMTP any more"_L1);
                if (silent && told.isRunning())
                    told.quit();
            });
        QVERIFY2(silent, qPrintable(played.said));
        QCOMPARE(played.said.count("mf3 does not answer"_L1), 1);
        QCOMPARE(played.status, 4);
    }
    void whatIsNotOfferedIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char* answer : {"skip because", "skip", "exclude mf2", "retry", "look", "yes", ""})
            QTest::newRow(answer) << QByteArray(answer);
    }
    void whatIsNotOfferedIsNoAnswer()
    {
        // At the question of a step that later ones rest on; as `yes 'skip x'` would say it, again and again.
        QFETCH(QByteArray, answer);
        const QString journal = newJournal();
        int said = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.step.contains(stopping))
                return "y";
            return ++said > 10 ? std::nullopt : std::optional(answer);
        });
        QCOMPARE(said, 3);
        QCOMPARE(played.status, 4);
        QVERIFY2(played.said.contains("No answer could be read three times"_L1), qPrintable(played.said));
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
        QCOMPARE(recordsOf(journal, u"step-started"_s, u"stop-service-mf2"_s).size(), 0);
    }
    void aRemedyThatIsNotOfferedIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char* answer : {"skip because", "rollback-all", "y", "n"})
            QTest::newRow(answer) << QByteArray(answer);
    }
    void aRemedyThatIsNotOfferedIsNoAnswer()
    {
        QFETCH(QByteArray, answer);
        const QString journal = newJournal();
        const Played played =
            play(runInto(journal), whereItFails(stopping, QList<QByteArray>(10, answer)));
        QCOMPARE(played.status, 1); // a step failed, and the run was held by it
        QCOMPARE(std::count_if(played.questions.cbegin(), played.questions.cend(),
                               [](const Question& question) { return question.isMenu(); }),
                 3);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
    }
    void aStepThatMayBeSkippedWantsAReason_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("skipped");
        QTest::newRow("none") << QByteArray("skip") << 0;
        QTest::newRow("blank") << QByteArray("skip   ") << 0;
        QTest::newRow("a reason") << QByteArray("skip the vendor told us by telephone") << 1;
    }
    void aStepThatMayBeSkippedWantsAReason()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, skipped);
        const QString journal = newJournal();
        int said = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.isMenu())
                return said > 0 ? std::nullopt : std::optional<QByteArray>("n"); // the release notes were not read
            return ++said > 10 ? std::nullopt : std::optional(answer);
        });
        QVERIFY2(said == (skipped > 0 ? 1 : 3), qPrintable(played.said));
        QCOMPARE(recordsOf(journal, u"step-skipped"_s).size(), skipped);
        QCOMPARE(played.said.contains("only skipped with a reason"_L1), skipped == 0);
        QCOMPARE(played.status, skipped > 0 ? 4 : 1);
    }
    void theEndOfTheInputHoldsAtEveryQuestion()
    {
        // What questions there are is found by answering them all; the same ones for another node are one.
        const Played whole = play(runInto(newJournal()), yes());
        QCOMPARE(whole.status, 0);
        QSet<QString> seen;
        static const QRegularExpression number(u"\\d"_s);
        for (qsizetype i = 0; i < whole.questions.size(); ++i) {
            const QString kind = QString(whole.questions[i].step + whole.questions[i].text).remove(number);
            if (seen.contains(kind))
                continue;
            seen.insert(kind);
            const QString journal = newJournal();
            const Played played = play(runInto(journal), inOrder(QList<QByteArray>(i, "y")));
            const QByteArray where = QByteArray::number(i) + ' ' + whole.questions[i].text.toUtf8();
            QVERIFY2(played.status == 4, where.constData());
            QVERIFY2(recordsOf(journal).last().kind == "run-held"_L1, where.constData());
            QVERIFY2(played.said.contains("The input has ended"_L1), where.constData());
            QVERIFY2(played.said.contains("resume --journal"_L1), where.constData());
        }
        QVERIFY(seen.size() > 20);
    }
    void threeWrongAnswersHoldAtEveryKindOfQuestion_data()
    {
        QTest::addColumn<QString>("begins");
        QTest::newRow("a fact") << u"Have the vendor's release notes"_s;
        QTest::newRow("consent") << u"Begin this step"_s;
        QTest::newRow("done by hand") << u"Do it now"_s;
        QTest::newRow("the result") << u"Is this so"_s;
    }
    void threeWrongAnswersHoldAtEveryKindOfQuestion()
    {
        QFETCH(QString, begins);
        const QString journal = newJournal();
        int wrong = 0;
        const Played played = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.text.startsWith(begins))
                return wrong > 0 ? std::nullopt : std::optional<QByteArray>("y");
            ++wrong;
            return "maybe";
        });
        QCOMPARE(wrong, 3);
        QCOMPARE(played.status, 4);
        QCOMPARE(recordsOf(journal).last().kind, u"run-held"_s);
    }
    void whoHeldTheRunIsTheExitStatus_data()
    {
        QTest::addColumn<QList<QByteArray>>("then");
        QTest::addColumn<int>("status");
        QTest::newRow("a step failed and holds it") << QList<QByteArray>{"hold"} << 1;
        QTest::newRow("a step failed and nobody says what to do") << QList<QByteArray>{} << 1;
        QTest::newRow("tried again, then held by the operator") << QList<QByteArray>{"retry", "hold"} << 4;
        QTest::newRow("going back, then held by the operator") << QList<QByteArray>{"rollback", "n"} << 4;
    }
    void whoHeldTheRunIsTheExitStatus()
    {
        QFETCH(QList<QByteArray>, then);
        QFETCH(int, status);
        const Played played = play(runInto(newJournal()), whereItFails(stopping, then));
        QVERIFY2(played.status == status, qPrintable(played.said));
    }
};

QTEST_GUILESS_MAIN(TestRunAnswers)
#include "tst_runanswers.moc"
