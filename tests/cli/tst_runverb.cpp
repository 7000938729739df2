#include "TerminalSite.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace terminal;

/// A run in the terminal, asked and answered line by line.
class TestRunVerb : public QObject, private TerminalSite {
    Q_OBJECT

private slots:
    // ---- what is asked, in which words ----

    void everyStepCarriesTheNumberOfTheRunbook()
    {
        const QByteArray saved = [&] {
            QProcess plan;
            plan.start(program(), {u"plan"_s, u"--site"_s, path(u"site.json"_s), u"--procedure"_s, u"stop-mail-flow"_s,
                                   u"--json"_s, u"--lang"_s, u"en"_s});
            plan.waitForFinished();
            return plan.readAllStandardOutput();
        }();
        const QJsonArray steps = QJsonDocument::fromJson(saved)[u"steps"_s].toArray();
        QVERIFY(steps.size() > 20);
        const Played played = play(runInto(newJournal(), people()), yes());
        QCOMPARE(played.status, 0);
        static const QRegularExpression head(u"^Step (\\d+) of (\\d+): (.*)$"_s);
        QSet<int> numbers;
        for (const QString& line : played.said.split(u'\n')) {
            const auto match = head.match(line);
            if (!match.hasMatch())
                continue;
            const int number = match.captured(1).toInt();
            QCOMPARE(match.captured(2).toInt(), int(steps.size()));
            QCOMPARE(match.captured(3), steps[number - 1][u"title"_s].toString());
            numbers.insert(number);
        }
        for (const Question& question : played.questions)
            QVERIFY2(!question.step.isEmpty(), qPrintable(question.text)); // the checks and confirmations, too
        for (int number = 1; number <= steps.size(); ++number) {
            const bool onlyWhereAsked = steps[number - 1][u"kind"_s].toString() == "restart-service"_L1;
            QVERIFY2(numbers.contains(number) || onlyWhereAsked, qPrintable(steps[number - 1][u"title"_s].toString()));
        }
    }
    void whereTheRunStopsTheStepHasItsNumber()
    {
        const Played played = play(runInto(newJournal(), people()), whereItFails(stopping, {}));
        static const QRegularExpression head(u"STOPPED at: Step \\d+ of \\d+: Stop the service on mf2"_s);
        QVERIFY2(head.match(played.said).hasMatch(), qPrintable(played.said));
    }
    void theWordsOfAnAnswerAreExplainedOnceAndWhenAsked_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("yes");
        QTest::newRow("English") << u"en"_s << u"  y          Yes: the step begins now"_s;
        QTest::newRow("Japanese") << u"ja"_s << u"  y          はい"_s;
    }
    void theWordsOfAnAnswerAreExplainedOnceAndWhenAsked()
    {
        QFETCH(QString, language);
        QFETCH(QString, yes);
        const Played whole = play(runInto(newJournal(), people() + QStringList{u"--lang"_s, language}), terminal::yes());
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.said.count(yes), 1);
        for (const auto* word : {u"n", u"manual", u"rollback", u"hold"}) {
            static const QString line = u"\n  %1  "_s;
            const QString shown = line.arg(QString::fromUtf16(word), -9);
            QCOMPARE(whole.said.count(shown), 1);
            const auto first = std::find_if(whole.questions.cbegin(), whole.questions.cend(),
                                            [](const Question& question) { return question.choices.contains(u"rollback"_s); });
            QVERIFY(first != whole.questions.cend());
            QVERIFY(whole.said.indexOf(shown) < whole.said.indexOf(first->text));
        }
        // Asked by a question mark, and by a word that is none of them.
        for (const QByteArray& unknown : {QByteArray("?"), QByteArray("what")}) {
            bool asked = false;
            const Played played = play(runInto(newJournal(), people() + QStringList{u"--lang"_s, language}),
                                       [&](const Question& question) -> std::optional<QByteArray> {
                                           if (!question.choices.contains(u"rollback"_s))
                                               return "y";
                                           return std::exchange(asked, true) ? std::nullopt : std::optional(unknown);
                                       });
            QCOMPARE(played.said.count(yes), 2);
        }
    }
    void inJapaneseItAsksInJapaneseAndTakesTheSameAnswers()
    {
        const QString journal = newJournal();
        const Played played = play(runInto(journal, {u"--lang"_s, u"ja"_s}), yes());
        QCOMPARE(played.status, 0);
        static const QRegularExpression japanese(u"[\u3040-\u30ff]"_s);
        for (const Question& question : played.questions)
            QVERIFY2(question.text.contains(japanese), qPrintable(question.text));
        const Played held = play(runInto(newJournal(), {u"--lang"_s, u"ja"_s}), inOrder({"y", "n"}));
        QVERIFY2(held.status == 1 || held.status == 4, qPrintable(held.said));
    }
    void aHeldRunGoesOnAtTheSameQuestion_data()
    {
        QTest::addColumn<QString>("begins");
        QTest::newRow("before a step") << u"Begin this step"_s;
        QTest::newRow("while it is done by hand") << u"Do it now"_s;
        QTest::newRow("before it is judged") << u"Is this so"_s;
    }
    void aHeldRunGoesOnAtTheSameQuestion()
    {
        QFETCH(QString, begins);
        const QString journal = newJournal();
        QString heldAt;
        play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            if (!question.step.contains(stopping) || !question.text.startsWith(begins))
                return "y";
            heldAt = question.step;
            return "hold";
        });
        QVERIFY(heldAt.contains(stopping));
        const auto before = recordsOf(journal);
        const Played again = play(resumeFrom(journal), inOrder({}));
        QVERIFY2(!again.questions.isEmpty(), qPrintable(again.said));
        // Who was interrupted while he worked is asked whether it is so, not to do it again.
        const QString asked = begins == "Begin this step"_L1 ? begins : u"Is this so"_s;
        QVERIFY2(again.questions.first().text.startsWith(asked), qPrintable(again.said));
        QCOMPARE(recordsOf(journal).mid(0, before.size()), before);
        QVERIFY2(play(resumeFrom(journal), yes()).status == 0, "it can be brought to its end");
    }
    // ---- what is certain ----

    void whatIsNotCertainIsMarkedAtTheEndAndWhenTheRunGoesOn()
    {
        const QString journal = newJournal();
        const Played held = play(runInto(journal), [&](const Question& question) -> std::optional<QByteArray> {
            return question.step.contains(stopping) && question.text.startsWith("Do it now"_L1) ? "hold" : "y";
        });
        QVERIFY2(held.said.contains("  - Not confirmed: The service on mf2 is stopped\n"_L1), qPrintable(held.said));
        QVERIFY2(held.said.contains("  - Start at boot is off on mf2\n"_L1), qPrintable(held.said));
        const Played again = play(resumeFrom(journal), inOrder({}));
        const QString before = again.said.section(u"[y/n"_s, 0, 0);
        for (const char* part : {"steps are through", "What stands now", "Start at boot is off on mf2\n",
                                 "Not confirmed: The service on mf2 is stopped\n", "Stop the service on mf2\n",
                                 "The run was interrupted here: it is not known whether this took effect.",
                                 "The work can still be given up"})
            QVERIFY2(before.contains(QString::fromLatin1(part)), qPrintable(again.said));
    }
    void aRunThatWasHeldBetweenTwoStepsIsCertain()
    {
        const QString journal = newJournal();
        play(runInto(journal), inOrder({"y"}));
        const Played again = play(resumeFrom(journal), inOrder({}));
        QVERIFY2(again.said.contains("No temporary change stands."_L1), qPrintable(again.said));
        QVERIFY(!again.said.contains("Not confirmed:"_L1));
    }
    // ---- the journal as output and as input ----

    void aJournalThatCantBeWrittenIsAFailedOutput_data()
    {
        QTest::addColumn<QString>("file");
        write(path(u"there.jsonl"_s), "precious");
        QTest::newRow("no such folder") << path(u"no/such/folder/run.jsonl"_s);
        QTest::newRow("its folder is a file") << path(u"site.json/run.jsonl"_s);
        QTest::newRow("it exists") << path(u"there.jsonl"_s);
    }
    void aJournalThatCantBeWrittenIsAFailedOutput()
    {
        QFETCH(QString, file);
        const Played played = play(runInto(file), yes());
        QVERIFY2(played.status == 1, qPrintable(played.said));
        QVERIFY(played.questions.isEmpty());
        // The rehearsal writes its journal likewise.
        QCOMPARE(play({u"rehearse"_s, u"--journal"_s, file, u"--lang"_s, u"en"_s}, yes()).status, 1);
        QFile there(path(u"there.jsonl"_s));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("precious"));
    }
    void aJournalThatCantBeReadIsUnreadableInput_data()
    {
        QTest::addColumn<QString>("file");
        write(path(u"letter.jsonl"_s), "Dear Sir or Madam\n");
        QTest::newRow("it is missing") << path(u"missing.jsonl"_s);
        QTest::newRow("it is none") << path(u"letter.jsonl"_s);
    }
    void aJournalThatCantBeReadIsUnreadableInput()
    {
        QFETCH(QString, file);
        QCOMPARE(play(resumeFrom(file), yes()).status, 2);
    }
    void aSecondRunOfTheSameSiteIsKeptAwayAndOneThatWasKilledHindersNobody()
    {
        const QString first = newJournal(), second = newJournal();
        QProcess process;
        process.setReadChannel(QProcess::StandardError);
        process.start(program(), runInto(first));
        QVERIFY(process.waitForStarted());
        QByteArray said;
        while (!said.contains("[y/n") && process.waitForReadyRead(60'000))
            said += process.readAllStandardError();
        const Played refused = play(runInto(second), yes());
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.questions.isEmpty());
        for (const QString& part : {u"Another run that works on"_s, QString::number(process.processId()), first})
            QVERIFY2(refused.said.contains(part), qPrintable(refused.said));
        QVERIFY(!QFile::exists(second));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(play(runInto(second), inOrder({})).status, 4);
        QCOMPARE(play(resumeFrom(first), inOrder({})).status, 4);
    }
    void yesToEverythingIsStillTheGoodCaseWithAChecker()
    {
        const QString journal = newJournal();
        QCOMPARE(play(runInto(journal, people()), yes()).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunVerb)
#include "tst_runverb.moc"
