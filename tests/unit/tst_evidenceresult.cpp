#include "ToldRun.h"

#include "core/run/QueueSeries.h"
#include "core/run/RunRecords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::about;
using samples::observed;
using samples::rowNamed;
using samples::rowsBelow;
using samples::ToldRun;

namespace {

QString shown(const QDateTime& when)
{
    return Text::dateTime(when).render(Language::English);
}

QList<QStringList> deviations(const ToldRun& run)
{
    return rowsBelow(run.document(), u"Reason or note"_s);
}

QString numberStanding(const ToldRun& run)
{
    return rowNamed(run.document().body, u"Temporary changes that still stand"_s).last();
}

} // namespace

/// What the work report says of the result: the times beside those of the plan, on whose word it rests that nothing stands, with which
/// warnings the work began, and whether the queues had drained.
class TestEvidenceResult : public QObject {
    Q_OBJECT

private slots:
    void thatNoChangeStandsSaysWhoseWordThatIs_data()
    {
        QTest::addColumn<bool>("byWord");
        QTest::addColumn<bool>("alsoSeen"); ///< beside what counts by word
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("said");
        QTest::newRow("seen") << false << false << u"0"_s << QString();
        QTest::newRow("by word") << true << false << u"0 (by word)"_s << u"(by the doer's word, not seen by the program)"_s;
        QTest::newRow("in part by word") << true << true << u"0 (in part by word)"_s
                                         << u"(of 1 temporary changes that were taken back, 1 wholly or in part by the doer's word)"_s;
    }
    void thatNoChangeStandsSaysWhoseWordThatIs()
    {
        QFETCH(bool, byWord);
        QFETCH(bool, alsoSeen);
        QFETCH(QString, number);
        QFETCH(QString, said);
        ToldRun run;
        run.doneUpTo(u"verify-version-mf1"_s);
        run.answer(u"reread-config-mf1"_s, true);
        run.begin(u"unblock-mf1"_s);
        QJsonArray looked = observed(about(ConditionKind::BlockAbsent, "mf1"), Observation::Verdict::Holds, byWord);
        if (alsoSeen)
            looked.append(observed(about(ConditionKind::ServiceRunning, "mf1"), Observation::Verdict::Holds, false).first());
        run.judge(u"unblock-mf1"_s, {{u"byWord"_s, byWord}, {u"observed"_s, looked}});
        run.answer(u"check-restart-flag-mf1"_s, true);
        QCOMPARE(run.state().end(), RunEnd::Done);
        QCOMPARE(numberStanding(run), number);
        const QString text = run.text();
        QCOMPARE(text.contains(u"no temporary change stands."_s), !byWord);
        QCOMPARE(text.contains(u"By the journal: "_s), byWord);
        if (byWord) {
            QVERIFY2(text.contains(u"no temporary change stands "_s + said + u'.'), qPrintable(text));
            QVERIFY2(text.contains(u"By the journal: None "_s + said + u'.'), qPrintable(text));
        }
    }
    /// Of the rest the program has seen what the check would show, or the check shows nothing of it.
    void theCheckOfTheRunbookIsNamedWhereWhatItTestsWasTakenByWord_data()
    {
        QTest::addColumn<bool>("fromHere"); ///< the check asks SMTP
        QTest::addColumn<bool>("stateByWord");
        QTest::addColumn<bool>("named");
        QTest::newRow("the state was seen, the question answered") << false << false << false;
        QTest::newRow("the state by word, too") << false << true << true;
        QTest::newRow("SMTP was seen, the question answered") << true << false << false;
        QTest::newRow("SMTP by word, too") << true << true << true;
    }
    void theCheckOfTheRunbookIsNamedWhereWhatItTestsWasTakenByWord()
    {
        QFETCH(bool, fromHere);
        QFETCH(bool, stateByWord);
        QFETCH(bool, named);
        const Condition state = about(fromHere ? ConditionKind::SmtpAnswers : ConditionKind::ServiceRunning, "mf1");
        Condition asked;
        asked.question = Text::verbatim(u"Is it written down?"_s);
        ToldRun run;
        Step& first = run.procedure.steps.first();
        first.kind = fromHere ? StepKind::ReturnNode : StepKind::RecordBaseline;
        first.node = u"mf1"_s;
        first.checkCommand = u"show-state"_s;
        first.expects = {state, asked};
        QJsonArray looked = observed(state, Observation::Verdict::Holds, stateByWord);
        looked.append(observed(asked, Observation::Verdict::Holds, true).first());
        run.begin(first.id);
        run.judge(first.id, {{u"byWord"_s, true}, {u"observed"_s, looked}});
        const QString text = run.text();
        QCOMPARE(text.contains(u"Check given in the runbook, "_s), named);
        QCOMPARE(text.contains(u"Not seen from the work machine."_s), named && fromHere);
    }
    void theTablesOfTimesTellTheDateAtFirstAndWhereItChanges()
    {
        ToldRun run;
        const QString first = run.at.toString(u"yyyy-MM-dd"_s);
        run.doneUpTo(u"confirm"_s);
        run.at = QDateTime::fromString(u"2026-12-06T00:01:00+09:00"_s, Qt::ISODate);
        run.done(u"block-mf1"_s);
        const Document document = run.document();
        QStringList actions, hashes;
        for (const DocumentBlock& block : document.body) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->columns.isEmpty())
                continue;
            const bool ofActions = table->columns.last().head == u"Outcome, output, what was seen"_s;
            if (!ofActions && table->title != u"SHA-256 at the end of each step"_s)
                continue;
            for (const Row& row : table->rows) {
                const qsizetype column = ofActions ? 0 : 1;
                if (row.cells.size() > column && !row.cells[column].note.isEmpty())
                    (ofActions ? actions : hashes).append(row.cells[column].note);
            }
        }
        const QStringList both{first, u"2026-12-06"_s};
        QCOMPARE(actions, both);
        QCOMPARE(hashes, both);
    }
    void anUndoRestsOnWhatTheJournalSaysOfIt_data()
    {
        QTest::addColumn<QJsonObject>("told");
        QTest::addColumn<bool>("stepByWord");
        QTest::addColumn<QString>("number");
        const auto rests = [](bool byWord, bool seen) { return QJsonObject{{u"byWord"_s, byWord}, {u"seen"_s, seen}}; };
        QTest::newRow("a bare word") << rests(true, false) << false << u"0 (by word)"_s;
        QTest::newRow("in part") << rests(true, true) << false << u"0 (in part by word)"_s;
        QTest::newRow("seen") << rests(false, true) << true << u"0"_s;
        QTest::newRow("an older journal, by word") << QJsonObject() << true << u"0 (by word)"_s;
        QTest::newRow("an older journal, seen") << QJsonObject() << false << u"0"_s;
    }
    /// A step that the program can see may have been undone by hand while nobody looked.
    void anUndoRestsOnWhatTheJournalSaysOfIt()
    {
        QFETCH(QJsonObject, told);
        QFETCH(bool, stepByWord);
        QFETCH(QString, number);
        ToldRun run;
        run.procedure.steps[1].byWord = stepByWord;
        QCOMPARE(run.procedure.steps[1].id, u"block-mf1"_s);
        run.doneUpTo(u"block-mf1"_s);
        run.add(u"undo-started"_s, u"block-mf1"_s);
        run.add(u"step-rolled-back"_s, u"block-mf1"_s, told);
        QVERIFY(run.state().ledger().empty());
        QCOMPARE(numberStanding(run), number);
    }
    void aBeginFarFromThePlanIsADeviation()
    {
        ToldRun run;
        run.site.schedule.start = run.at.addSecs(-40 * 60);
        run.doneUpTo(u"block-mf1"_s);
        const auto told = [&] { return deviations(run).value(0).value(1); };
        QCOMPARE(told(), u"Begun later than planned"_s);
        run.site.schedule.start = run.at.addSecs(40 * 60);
        QCOMPARE(told(), u"Begun earlier than planned"_s);
        run.site.schedule.start = run.records.first().time;
        QCOMPARE(told(), QString());
    }
    void anEndFarFromThePlanIsADeviation_data()
    {
        QTest::addColumn<bool>("late");
        QTest::newRow("early") << false;
        QTest::newRow("late") << true;
    }
    void anEndFarFromThePlanIsADeviation()
    {
        QFETCH(bool, late);
        ToldRun run;
        run.procedure.steps[3].minutes = 120; // an installer of which more was feared
        QCOMPARE(run.procedure.steps[3].kind, StepKind::RunInstaller);
        run.site.schedule.start = run.records.first().time;
        run.doneUpTo(u"unblock-mf1"_s);
        const QDateTime planned = *TimeChart::from(run.procedure, run.site).plannedEnd();
        if (late)
            run.at = planned.addSecs(40 * 60);
        run.answer(u"check-restart-flag-mf1"_s, true);
        QCOMPARE(run.state().end(), RunEnd::Done);
        const QList<QStringList> rows = deviations(run);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][0], shown(run.state().endedAt()));
        QCOMPARE(rows[0][1], late ? u"Ended later than planned"_s : u"Ended earlier than planned"_s);
        const QString times = u"planned %1, actual %2: "_s.arg(shown(planned), shown(run.state().endedAt()));
        QVERIFY2(rows[0][3].startsWith(times) && rows[0][3].endsWith(late ? u" late"_s : u" early"_s), qPrintable(rows[0][3]));
        QVERIFY(run.text().contains(u"No step was skipped or done out of its order. The start or the end differs from the plan "
                                    "(the times of the steps: \"Planned and actual\"):"_s));
        // One that is held has not ended.
        run.records.removeLast();
        run.add(u"run-held"_s);
        for (const QStringList& row : deviations(run))
            QVERIFY2(!row[1].startsWith(u"Ended"_s), qPrintable(row[1]));
    }
    /// A schedule of another night, or a rehearsal's, says nothing of being late.
    void whereThePlanWasMovedNothingIsEarlyOrLate()
    {
        ToldRun run;
        const QDateTime begun = run.records.first().time;
        const QString moved = u"The plan is shown from the actual start of the run"_s;
        run.doneUpTo(u"check-restart-flag-mf1"_s);
        QCOMPARE(run.state().end(), RunEnd::Done);
        run.site.schedule.start = begun.addSecs(-13 * 3600);
        QVERIFY(deviations(run).isEmpty());
        QVERIFY(run.text().contains(u"None: no step was skipped or done out of its order."_s));
        QVERIFY(run.text().contains(moved));
        run.site.schedule.start = begun.addSecs(-11 * 3600);
        QCOMPARE(deviations(run).size(), 2); // its begin and its end
        QVERIFY(!run.text().contains(moved));
        run.kind = SiteKind::Simulated;
        QVERIFY(deviations(run).isEmpty());
    }
    /// Site file and machine may be of different time zones: what stands side by side is to be compared by the eye.
    void thePlanIsToldByTheClockThatWroteTheJournal()
    {
        ToldRun run;
        const QDateTime begun = run.records.first().time;
        QCOMPARE(begun.offsetFromUtc(), 9 * 3600);
        const QDateTime planned = begun.addSecs(-40 * 60), decide = begun.addSecs(3600), end = begun.addSecs(7200);
        run.site.schedule = {planned.toUTC(), decide.toUTC(), end.toUTC()};
        run.doneUpTo(u"run-installer-mf1"_s);
        QCOMPARE(deviations(run).value(0).value(3), u"planned %1, actual %2: 40 min late"_s.arg(shown(planned), shown(begun)));
        const TimeChart chart = TimeChart::from(run.procedure, run.site);
        const Document document = run.document();
        const auto row = [&](const QString& name) { return rowNamed(document.body, name).value(1); };
        QCOMPARE(row(u"Begun"_s), shown(planned));
        QCOMPARE(row(u"Time to decide (go on or back)"_s), shown(decide));
        const qint64 toPoint = 60 * qint64(chart.pointOfNoReturnMinute);
        QCOMPARE(row(u"Point of no return passed"_s), shown(planned.addSecs(toPoint)));
        QCOMPARE(row(u"Ended"_s), shown(planned.addSecs(60 * qint64(chart.totalMinutes))));
        QCOMPARE(row(u"Latest end"_s), shown(end));
        QString first;
        for (const QStringList& step : rowsBelow(document, u"Result"_s, 8)) {
            if (step.size() == 8 && step[0] == u"1"_s)
                first = step[1];
        }
        QCOMPARE(first, Text::timeOfDay(planned).render(Language::English));
    }
    void theTimeTakenIsThatBetweenTheTimesBesideIt()
    {
        ToldRun run; // begun at 22:00:30
        run.at = QDateTime::fromString(u"2026-12-05T23:05:10+09:00"_s, Qt::ISODate);
        run.add(u"run-held"_s);
        const QStringList row = rowNamed(run.document().body, u"Time"_s);
        QCOMPARE(row.last(), u"1 h 05 min"_s); // 22:00 to 23:05
    }
    void theWarningsWithWhichTheWorkBeganAreToldWithWhoAcceptedThem()
    {
        const auto section = [](const Document& document) { return rowsBelow(document, u"Accepted by"_s); };
        ToldRun run;
        QVERIFY(section(run.document()).isEmpty());
        const Finding ofNode{u"little-room"_s, Severity::Warning, u"mf2"_s, {}, 0, Text::verbatim(u"Little room on mf2."_s), {}};
        const Finding ofSite{u"b"_s, Severity::Warning, {}, {}, 0, Text::verbatim(u"No way back is written down."_s), {}};
        run.add(u"warnings-accepted"_s, {}, {{u"warnings"_s, warningsToJson({{ofNode, u"Sato"_s}, {ofSite, {}}})}});
        const QList<QStringList> rows = section(run.document());
        QCOMPARE(rows.size(), 2);
        const QString when = Text::dateTime(run.records.last().time).render(Language::English);
        QCOMPARE(rows[0], QStringList({u"mf2"_s, u"Little room on mf2."_s, u"Sato"_s, when}));
        QCOMPARE(rows[1], QStringList({u"whole site"_s, u"No way back is written down."_s, u"Shown at the terminal"_s, when}));
        QVERIFY(textsOf(run.document()).contains(u"little-room"_s)); // as the runbook calls it
    }
    void aWarningThatARehearsalTookForAcceptedIsNotToldAsAPersonsWord()
    {
        const Finding finding{u"little-room"_s, Severity::Warning, u"mf2"_s, {}, 0, Text::verbatim(u"Little room on mf2."_s), {}};
        ToldRun run;
        run.kind = SiteKind::Simulated;
        const QJsonArray kept = warningsToJson({{finding, {}, true}, {finding, u"Sato"_s}});
        QVERIFY(!kept[1].toObject().contains(u"forRehearsal"_s));
        run.add(u"warnings-accepted"_s, {}, {{u"warnings"_s, kept}});
        const QList<QStringList> rows = rowsBelow(run.document(), u"Accepted by"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][2], u"Nobody (accepted automatically for the rehearsal)"_s);
        QCOMPARE(rows[1][2], u"Sato"_s);
    }
    void whatIsInADrainedQueueIsNotTakenForWhatIsLeft_data()
    {
        QTest::addColumn<int>("files");
        QTest::addColumn<QString>("told");
        QTest::newRow("empty") << 0 << u"empty"_s;
        QTest::newRow("newer mail") << 37 << u"nothing older left; newer: 888.0 KiB, 37 files"_s;
    }
    void whatIsInADrainedQueueIsNotTakenForWhatIsLeft()
    {
        QFETCH(int, files);
        QFETCH(QString, told);
        ToldRun run;
        for (Step& step : run.procedure.steps) {
            if (step.kind == StepKind::Unblock)
                step.node.clear(); // its lifting gives the slave's queue free, too
        }
        run.doneUpTo(u"unblock-mf1"_s);
        const QDateTime lifted = run.state().liftedAt(u"mf2"_s);
        QVERIFY(lifted.isValid());
        const QueueSample sample{u"mf2"_s, lifted.addSecs(600), files, files * 24 * 1024LL, files > 0 ? 30 : -1, {}};
        run.add(u"queue-sample"_s, {}, sample.toJson());
        const QStringList row = rowsBelow(run.document(), u"First look that saw it drained"_s).first();
        QCOMPARE(row[4], told);
    }
};

QTEST_MAIN(TestEvidenceResult)
#include "tst_evidenceresult.moc"
