#include "ToldRun.h"

#include "core/run/FinalChecks.h"
#include "core/run/MailFlow.h"
#include "core/run/RunRecords.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::about;
using samples::headsOf;
using samples::observed;
using samples::rowNamed;
using samples::rowsBelow;
using samples::ToldRun;

namespace {

/// The result of a step, in the table of planned and done.
QString resultOf(const ToldRun& run, const QString& step)
{
    const QString number = QString::number(run.procedure.number(step));
    for (const QStringList& row : rowsBelow(run.document(), u"Result"_s, 8)) {
        if (row.size() == 8 && row.first() == number)
            return row[5];
    }
    return {};
}

} // namespace

/// The work report, record by record: it claims nothing that the journal does not tell.
class TestEvidenceRecords : public QObject {
    Q_OBJECT

private slots:
    void theLastAnswerIsToldWithWhatWasDoneBeforeIt()
    {
        ToldRun run;
        run.doneUpTo(u"verify-version-mf1"_s);
        run.answer(u"reread-config-mf1"_s, false);
        const QString extends = QString::number(run.procedure.number(u"extend-block-mf1"_s));
        QVERIFY2(resultOf(run, u"reread-config-mf1"_s).contains(u"Not as expected. Steps needed: "_s + extends + u"."_s),
                 qPrintable(resultOf(run, u"reread-config-mf1"_s)));
        run.done(u"extend-block-mf1"_s);
        run.answer(u"reread-config-mf1"_s, true);
        const QString told = resultOf(run, u"reread-config-mf1"_s);
        QVERIFY2(told.contains(u"As expected now, after No. "_s + extends), qPrintable(told));
        QVERIFY2(!told.contains(u"not needed"_s), qPrintable(told));
    }
    void aRestartThatWasDoneIsNotDenied()
    {
        ToldRun run;
        run.doneUpTo(u"unblock-mf1"_s);
        run.answer(u"check-restart-flag-mf1"_s, false);
        QVERIFY(resultOf(run, u"check-restart-flag-mf1"_s).contains(u"A restart was asked for"_s));
        run.done(u"restart-service-mf1"_s);
        run.answer(u"check-restart-flag-mf1"_s, true);
        const QString told = resultOf(run, u"check-restart-flag-mf1"_s);
        const QString restart = QString::number(run.procedure.number(u"restart-service-mf1"_s));
        QVERIFY2(!told.contains(u"No restart was asked for."_s) && told.contains(u"after No. "_s + restart), qPrintable(told));
    }
    void whatNobodyLookedAtIsNotToldAsSeen()
    {
        ToldRun run;
        Step& version = run.procedure.steps[4];
        QCOMPARE(version.id, u"verify-version-mf1"_s);
        version.expects = {about(ConditionKind::ServiceRunning, "mf1"), about(ConditionKind::ServiceRunning, "mf2")};
        Step& block = run.procedure.steps[1];
        block.expects = {about(ConditionKind::ServiceStopped, "mf2")};
        run.doneUpTo(u"run-installer-mf1"_s);
        run.add(u"node-excluded"_s, {}, {{u"node"_s, u"mf2"_s}, {u"checker"_s, u"Suzuki"_s}});
        run.done(u"verify-version-mf1"_s);
        const QString told = resultOf(run, u"verify-version-mf1"_s);
        QVERIFY2(told.contains(u"mf1"_s) && !told.contains(u"mf2"_s), qPrintable(told));
        QVERIFY(resultOf(run, u"block-mf1"_s).contains(u"mf2"_s)); // it took part then
    }
    void whatIsNotSoIsNotToldAsSeen()
    {
        ToldRun run;
        run.procedure.steps[5].expects = {about(ConditionKind::ServiceRunning, "mf1")};
        run.doneUpTo(u"verify-version-mf1"_s);
        run.answer(u"reread-config-mf1"_s, false);
        const QString told = resultOf(run, u"reread-config-mf1"_s);
        QVERIFY2(!told.contains(run.procedure.steps[5].expects.first().text().render(Language::English)), qPrintable(told));
    }
    void aNoIsNoGoodJudgement_data()
    {
        QTest::addColumn<bool>("byWord");
        QTest::newRow("seen") << false;
        QTest::newRow("by word") << true;
    }
    void aNoIsNoGoodJudgement()
    {
        QFETCH(bool, byWord);
        ToldRun run;
        run.doneUpTo(u"verify-version-mf1"_s);
        run.begin(u"reread-config-mf1"_s);
        run.judge(u"reread-config-mf1"_s, {{u"answerYes"_s, false}, {u"byWord"_s, byWord}});
        const QList<QStringList> rows = rowsBelow(run.document(), u"Outcome, output, what was seen"_s);
        QCOMPARE(rows.last()[2], u"Judged: not so; another step is needed"_s);
    }
    void thePointOfNoReturnStaysWhereItWasFirstPassed()
    {
        ToldRun run;
        run.doneUpTo(u"verify-block-mf1"_s);
        const QDateTime passed = run.at.addSecs(60);
        run.begin(u"run-installer-mf1"_s);
        const QString first = Text::dateTime(passed).render(Language::English);
        run.add(u"step-failed"_s, u"run-installer-mf1"_s);
        run.add(u"step-retried"_s, u"run-installer-mf1"_s);
        run.at = run.at.addSecs(3600);
        run.begin(u"run-installer-mf1"_s);
        QCOMPARE(rowNamed(run.document().body, u"Point of no return passed"_s).last(), first);
        run.judge(u"run-installer-mf1"_s);
        run.add(u"undo-started"_s, u"run-installer-mf1"_s);
        run.add(u"step-rolled-back"_s, u"run-installer-mf1"_s);
        QCOMPARE(rowNamed(run.document().body, u"Point of no return passed"_s).last(), first);
    }
    void theCoverTellsWhatWasNotConfirmed()
    {
        ToldRun run;
        run.doneUpTo(u"check-restart-flag-mf1"_s);
        QCOMPARE(run.state().end(), RunEnd::Done);
        const auto questions = finalQuestions(run.state(), SiteFacts::from(run.site, run.survey));
        QVERIFY(questions.size() > 2);
        const auto say = [&](qsizetype i, bool holds) {
            run.add(u"final-check"_s, {},
                    {{u"id"_s, questions[i].id}, {u"text"_s, questions[i].text.toJson()}, {u"holds"_s, holds},
                     {u"seen"_s, Text::verbatim(u"looked at"_s).toJson()}});
        };
        say(0, false);
        const QString left = QString::number(questions.size() - 1);
        QCOMPARE(rowNamed(run.document().cover, u"Result"_s).last(),
                 u"Done (confirmation after the end: 1 not confirmed, %1 not answered)"_s.arg(left));
        const QList<QStringList> rows = rowsBelow(run.document(), u"Check"_s);
        QCOMPARE(rows.size(), questions.size());
        QCOMPARE(rows[0][1], u"Not confirmed"_s);
        QCOMPARE(rows[1][1], u"Not answered"_s);
        for (qsizetype i = 0; i < questions.size(); ++i)
            say(i, true);
        QCOMPARE(rowNamed(run.document().cover, u"Result"_s).last(), u"Done"_s);
    }
    void aRunThatIsNotOverHasNoDeviationSoFar()
    {
        ToldRun run;
        run.doneUpTo(u"block-mf1"_s);
        QVERIFY(!run.text().contains(u"no step was skipped"_s));
        QVERIFY(run.text().contains(u"None so far."_s));
        run.doneUpTo(u"check-restart-flag-mf1"_s);
        QVERIFY(run.text().contains(u"no step was skipped"_s));
    }
    void whatWasExpectedIsNotReadAsWhatWasFound()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        Observation one;
        one.condition = about(ConditionKind::ServiceStopped, "mf1");
        one.verdict = Observation::Verdict::Broken;
        one.seen = Text::verbatim(u"it runs"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s, {{u"observed"_s, observationsToJson({one})}});
        const QString expected = one.condition.text().render(Language::English);
        const QString text = run.text();
        QVERIFY2(text.contains(u"Expected: "_s + expected + u" Seen: it runs (not as expected)"_s), qPrintable(text));
        QVERIFY(!text.contains(u"Not as expected: "_s + expected));
    }
    void aQuestionStandsWithItsAnswer()
    {
        ToldRun run;
        Condition asked;
        asked.question = Text::verbatim(u"Is the notice sent?"_s);
        run.begin(u"confirm"_s);
        run.judge(u"confirm"_s, {{u"byWord"_s, true}, {u"observed"_s, observed(asked, Observation::Verdict::Holds, true)}});
        const QString told = resultOf(run, u"confirm"_s);
        QVERIFY2(told.contains(u"Is the notice sent? (answer: yes) (by the doer's word)"_s), qPrintable(told));
        QVERIFY(run.text().contains(u"By word: Is the notice sent? (answer: yes)"_s));
    }
    void eachWordIsCountedOnce()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        const QJsonArray word = observed(about(ConditionKind::BlockPresent, "mf1"), Observation::Verdict::Holds, true);
        run.add(u"step-failed"_s, u"block-mf1"_s, {{u"observed"_s, word}});
        for (int i = 0; i < 3; ++i)
            run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"observed"_s, word}, {u"chosen"_s, u"look"_s}});
        QVERIFY2(run.text().contains(u"In 1 case the doer's word stood"_s), qPrintable(run.text()));
        run.add(u"step-looked-at"_s, u"block-mf1"_s);
        run.judge(u"block-mf1"_s, {{u"byWord"_s, true}});
        run.add(u"node-excluded"_s, {},
                {{u"node"_s, u"mf2"_s}, {u"byWord"_s, true}, {u"checker"_s, u"Suzuki"_s},
                 {u"observed"_s, observed(about(ConditionKind::ServiceStopped, "mf2"), Observation::Verdict::Holds, false)}});
        QVERIFY2(run.text().contains(u"In 3 cases the doer's word stood"_s), qPrintable(run.text()));
        // The page with the result names the same figure.
        QCOMPARE(rowNamed(run.document().body, u"Taken by the doer's word"_s).last(), u"3 (steps judged by it: 1)"_s);
        const QList<QStringList> rows = rowsBelow(run.document(), u"Outcome, output, what was seen"_s);
        QCOMPARE(rows.last()[2], u"Node left out"_s);
        QVERIFY2(rows.last()[3].contains(u"by the doer's word"_s), qPrintable(rows.last()[3]));
        QVERIFY2(rows[rows.size() - 2].first().contains(u"mf2"_s), qPrintable(rows[rows.size() - 2].first()));
    }
    void eachActionStandsUnderWhoDidItThen()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s, true);
        run.add(u"step-failed"_s, u"block-mf1"_s);
        run.people(u"Tanaka"_s, u"Suzuki"_s);
        run.add(u"step-retried"_s, u"block-mf1"_s);
        run.done(u"block-mf1"_s);
        run.add(u"undo-started"_s, u"block-mf1"_s);
        run.people(u"Ito"_s, u"Suzuki"_s);
        run.add(u"step-rolled-back"_s, u"block-mf1"_s);
        QCOMPARE(headsOf(run, u"block-mf1"_s),
                 (QStringList{u"No. 2: Title of block-mf1 (Sato / Suzuki)"_s, u"No. 2: Title of block-mf1 (from here on: Tanaka)"_s,
                              u"Undo of No. 2: Title of block-mf1 (Tanaka)"_s,
                              u"Undo of No. 2: Title of block-mf1 (from here on: Ito)"_s}));
    }
    void aStepThatWasLookedAtBeforeTheCheckerAgreedHasOneHead()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.add(u"noticed"_s, u"block-mf1"_s, {{u"note"_s, Text::verbatim(u"Something stands already."_s).toJson()}});
        run.begin(u"block-mf1"_s, true);
        run.judge(u"block-mf1"_s);
        QCOMPARE(headsOf(run, u"block-mf1"_s), (QStringList{u"No. 2: Title of block-mf1 (Sato / Suzuki)"_s}));
    }
    /// The command that starts an installer is over long before the installer is.
    void theEndOfTheStartCommandIsNotToldAsTheInstallersEnd()
    {
        ToldRun run;
        run.doneUpTo(u"run-installer-mf1"_s);
        const auto executed = [](const ToldRun& of) {
            QList<QStringList> rows = rowsBelow(of.document(), u"Outcome, output, what was seen"_s);
            rows.removeLast(); // judged
            return rows.last();
        };
        QCOMPARE(executed(run)[2], u"Start command carried out"_s);
        QVERIFY2(executed(run)[3].startsWith(u"Exit status of the start command: 0."_s), qPrintable(executed(run)[3]));
        // Where the entered command is run as it stands, its end is the installer's.
        run.site.nodes[0].installCommand = run.procedure.step(u"run-installer-mf1"_s)->action.command;
        QCOMPARE(executed(run)[2], u"Carried out"_s);
        QCOMPARE(executed(run)[3], u"Exit status 0"_s);
    }
    void theTimeChartTellsWhenThePointOfNoReturnWasPassed()
    {
        ToldRun run;
        run.doneUpTo(u"verify-block-mf1"_s);
        QVERIFY2(run.text().contains(u", not passed (No. 4)"_s), qPrintable(run.text()));
        const QString passed = Text::timeOfDay(run.at.addSecs(60)).render(Language::English);
        run.done(u"run-installer-mf1"_s);
        QVERIFY2(run.text().contains(u", actual %1 (No. 4)"_s.arg(passed)), qPrintable(run.text()));
    }
    void theReportHasContentsAndNumberedSectionsAsTheRunbookHas()
    {
        ToldRun run;
        run.procedure.steps[1].action.command = u"a\nb\nc\nd\ne\nf\ng\nh"_s; // long enough for a sheet
        run.doneUpTo(u"block-mf1"_s);
        const Document document = run.document();
        QVERIFY(std::holds_alternative<Contents>(document.body.first()));
        QStringList heads;
        for (const DocumentBlock& block : document.body) {
            if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == 1)
                heads.append(heading->text);
        }
        QCOMPARE(heads.first(), u"1  Result"_s);
        QCOMPARE(heads.takeLast(), u"Appendix A: Commands in full"_s);
        for (qsizetype i = 0; i < heads.size(); ++i)
            QVERIFY2(heads[i].startsWith(QString::number(i + 1) + u"  "_s), qPrintable(heads[i]));
    }
    void theReportExplainsTheArrowOfABrokenLine()
    {
        QVERIFY(ToldRun().text().contains(u"A bent arrow drawn at the end"_s));
    }
    void whatWasNotSeenDoesNotCountAsAnswered()
    {
        ToldRun run;
        const QDateTime begin = run.at;
        const auto flow = [&](int second, MailAnswer answer) {
            run.at = begin.addSecs(second);
            run.add(u"mail-flow"_s, {}, mailFlowRecord(u"mf1"_s, answer, run.at));
        };
        flow(0, MailAnswer::Answers);
        flow(60 * 5, MailAnswer::Unknown);
        flow(60 * 5 + 50, MailAnswer::Answers);
        flow(60 * 8 + 10, MailAnswer::Silent);
        flow(60 * 8 + 20, MailAnswer::Answers);
        run.at = begin.addSecs(60 * 10 + 5);
        run.add(u"run-held"_s);
        const QStringList row = rowsBelow(run.document(), u"Did not answer"_s).first();
        QCOMPARE(row[1], u"9 min"_s); // of 9 min 5 s
        QCOMPARE(row[2], u"1 min"_s);
        QCOMPARE(row[3], u"1 min"_s);
    }
    void whatWasNeverSeenIsRoundedUpLikeTheRest()
    {
        ToldRun run;
        const QDateTime begin = run.at;
        run.add(u"mail-flow"_s, {}, mailFlowRecord(u"mf1"_s, MailAnswer::Unknown, begin));
        run.at = begin.addSecs(60 * 20 + 40);
        run.add(u"run-held"_s);
        const QStringList row = rowsBelow(run.document(), u"Did not answer"_s).first();
        QCOMPARE(row[1], u"0 min"_s);
        QCOMPARE(row[3], u"21 min"_s);
    }
    void everyRunsReportHasAnIdOfItsOwn()
    {
        ToldRun run;
        QCOMPARE(run.document().documentId, u"REP-20261205-2200-012345"_s);
        run.kind = SiteKind::Simulated;
        QCOMPARE(run.document().documentId, u"REH-REP-20261205-2200-012345"_s);
        QCOMPARE(markedTitle(run.document()), u"REHEARSAL - Work report"_s);
    }
    void longNamesAreShortAsInTheRunbookAndStandInFullOnce()
    {
        ToldRun run;
        const QString ending = u".messaging.infrastructure.example.co.jp"_s;
        run.site.nodes.resize(2);
        run.site.nodes[0].name = u"tokyo-mail"_s + ending;
        run.site.nodes[1].name = u"osaka-mail"_s + ending;
        run.procedure.steps.first().title = Text::tr("Stop the service on %1").arg(run.site.nodes[1].name);
        run.procedure.steps.first().action.command = u"ssh "_s + run.site.nodes[1].name;
        run.done(run.procedure.steps.first().id);
        const QString text = run.text();
        QVERIFY(text.contains(u"Stop the service on osaka-mail\n"_s));
        QVERIFY(text.contains(u"ssh osaka-mail"_s + ending)); // what was run stays as it was
        QCOMPARE(text.count(u"osaka-mail"_s + ending), 2);
        QCOMPARE(rowsBelow(run.document(), u"Name in full"_s).last(), QStringList({u"osaka-mail"_s, u"osaka-mail"_s + ending}));
        QVERIFY(rowsBelow(ToldRun().document(), u"Name in full"_s).isEmpty());
    }
    void aServiceThatTheInstallerStartedIsToldWithTheStepThatStopsIt()
    {
        ToldRun run;
        const QString stops = u"verify-version-mf1"_s;
        run.doneUpTo(u"run-installer-mf1"_s);
        run.add(u"noticed"_s, stops, {{u"note"_s, Text::verbatim(u"mf1 was not left stopped."_s).toJson()}});
        run.add(u"noticed"_s, stops, {{u"trouble"_s, u"drift"_s}, {u"note"_s, Text::verbatim(u"Something else."_s).toJson()}});
        run.done(stops);
        const QString result = resultOf(run, stops);
        QVERIFY2(result.contains(u"Noticed: mf1 was not left stopped."_s), qPrintable(result));
        QVERIFY2(!result.contains(u"Something else."_s), qPrintable(result)); // stands with what was chosen
        const QList<QStringList> actions = rowsBelow(run.document(), u"Outcome, output, what was seen"_s);
        QVERIFY(std::any_of(actions.cbegin(), actions.cend(), [](const QStringList& row) {
            return row.size() == 4 && row[2] == u"Noticed"_s && row[3].contains(u"mf1 was not left stopped."_s);
        }));
    }
    void aRehearsalsReportHasWhatWasCounted()
    {
        ToldRun run;
        run.kind = SiteKind::Simulated;
        QVERIFY(!run.text().contains(u"What the rehearsal counted"_s));
        run.rehearsed = {{Text::verbatim(u"Mails lost"_s), Text::number(0), Text::number(3), false}};
        QCOMPARE(rowNamed(run.document().body, u"Mails lost"_s), (QStringList{u"Mails lost"_s, u"0"_s, u"3 (!)"_s}));
        // Its peaks are others than those that were seen: where these stand is said with them.
        const auto pointer = u"The peaks under \"Queues: before, peak, drained\" are those of the moments"_s;
        QVERIFY2(run.text().contains(pointer), qPrintable(run.text()));
        run.procedure.kind = ProcedureKind::StopMailFlow; // nothing piles up
        QVERIFY(!run.text().contains(pointer));
    }
    void aQuestionThatWasAnsweredDuringTheWorkIsNotToldAsIfNobodyHadLooked()
    {
        ToldRun run;
        run.site = samples::facts().site;
        Step ports = samples::step("confirm-new-ports", StepKind::Confirm, "", Phase::Finish);
        run.procedure.steps.append(ports);
        run.doneUpTo(ports.id);
        const auto questions = finalQuestions(run.state(), SiteFacts::from(run.site, run.survey));
        run.add(u"final-check"_s, {},
                {{u"id"_s, questions.first().id}, {u"text"_s, questions.first().text.toJson()}, {u"holds"_s, true}});
        const QStringList texts = textsOf(run.document());
        QVERIFY(texts.contains(u"during the work: yes (No. %1)"_s.arg(run.procedure.number(ports.id))));
    }
    void anUnchangedConfigIsOnlyToldWhereThereIsAnEarlierOne_data()
    {
        QTest::addColumn<bool>("surveyed");
        QTest::newRow("read before") << true;
        QTest::newRow("never read before") << false;
    }
    void anUnchangedConfigIsOnlyToldWhereThereIsAnEarlierOne()
    {
        QFETCH(bool, surveyed);
        ToldRun run;
        if (surveyed) {
            NodeSurvey survey;
            survey.name = u"mf1"_s;
            survey.configBytes = "port 14042\n";
            survey.config = ReplicaConfig();
            run.survey.nodes.append(survey);
        }
        run.doneUpTo(u"verify-version-mf1"_s);
        run.begin(u"reread-config-mf1"_s);
        run.add(u"config-reread"_s, u"reread-config-mf1"_s, {{u"diff"_s, QString()}, {u"note"_s, u"Read twice."_s}});
        const QString told = rowsBelow(run.document(), u"Outcome, output, what was seen"_s).last()[3];
        QVERIFY2(told.contains(u"Read twice."_s), qPrintable(told));
        QCOMPARE(told.contains(u"Unchanged"_s), surveyed);
        QCOMPARE(told.contains(u"There is no earlier one to compare with."_s), !surveyed);
    }
};

QTEST_MAIN(TestEvidenceRecords)
#include "tst_evidencerecords.moc"
