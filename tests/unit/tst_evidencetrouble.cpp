#include "ToldRun.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::headsOf;
using samples::rowsBelow;
using samples::ToldRun;

namespace {

/// A run that went back after its installer, and something was noticed before each undo.
ToldRun goneBack()
{
    ToldRun run;
    run.doneUpTo(u"verify-block-mf1"_s);
    run.begin(u"run-installer-mf1"_s);
    run.add(u"step-failed"_s, u"run-installer-mf1"_s);
    run.add(u"trouble-settled"_s, u"run-installer-mf1"_s,
            {{u"what"_s, Text::verbatim(u"It failed."_s).toJson()}, {u"chosen"_s, u"rollback"_s}});
    for (const QString& step : {u"run-installer-mf1"_s, u"block-mf1"_s}) {
        const QJsonValue what = Text::verbatim(u"Noticed before "_s + step).toJson();
        run.add(u"noticed"_s, step, {{u"trouble"_s, u"world"_s}, {u"note"_s, what}});
        run.add(u"trouble-settled"_s, step, {{u"what"_s, what}, {u"chosen"_s, u"look"_s}});
        run.add(u"undo-started"_s, step);
        run.add(u"step-rolled-back"_s, step);
    }
    return run;
}

} // namespace

/// The work report on what went wrong: each trouble with what was chosen and what came of it, the way back, and a rehearsal's faults.
class TestEvidenceTrouble : public QObject {
    Q_OBJECT

private slots:
    void aSecondTrySaysWhatItWasFor()
    {
        ToldRun run;
        run.doneUpTo(u"block-mf1"_s);
        const QString proof = u"verify-block-mf1"_s; // it only looks: to look again is to begin it again
        run.begin(proof);
        run.add(u"step-failed"_s, proof);
        run.add(u"trouble-settled"_s, proof, {{u"what"_s, Text::verbatim(u"It failed."_s).toJson()}, {u"chosen"_s, u"look"_s}});
        run.add(u"step-retried"_s, proof);
        const QStringList row = rowsBelow(run.document(), u"Reason or note"_s).last();
        QCOMPARE(row[1], u"Look again"_s);
        QCOMPARE(row[3], u"Chosen: Look again"_s);
    }
    void whatWasDoneByHandIsJudgedAgainAndNotDoneAgain()
    {
        const auto told = [](const QString& chosen) {
            ToldRun run;
            run.doneUpTo(u"confirm"_s);
            run.begin(u"block-mf1"_s);
            run.add(u"step-failed"_s, u"block-mf1"_s);
            run.add(u"trouble-settled"_s, u"block-mf1"_s,
                    {{u"what"_s, Text::verbatim(u"It failed."_s).toJson()}, {u"chosen"_s, chosen}});
            run.add(u"step-retried"_s, u"block-mf1"_s);
            return rowsBelow(run.document(), u"Reason or note"_s).last()[1];
        };
        QCOMPARE(told(u"manual"_s), u"Done by hand: to be judged again"_s);
        QCOMPARE(told(u"retry"_s), u"To be done again"_s);
    }
    /// What was once chosen about it is not why it is done again.
    void aStepThatWasUndoneIsDoneAgainWithoutATrouble()
    {
        ToldRun run;
        run.procedure.steps.first().rollback = samples::undo("take it back"); // left to do: the way back can be held
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s,
                {{u"what"_s, Text::verbatim(u"It failed."_s).toJson()}, {u"chosen"_s, u"look"_s}});
        run.add(u"step-looked-at"_s, u"block-mf1"_s);
        run.judge(u"block-mf1"_s);
        run.add(u"undo-started"_s, u"block-mf1"_s);
        run.add(u"step-rolled-back"_s, u"block-mf1"_s);
        run.add(u"run-held"_s);
        run.add(u"run-resumed"_s);
        run.add(u"step-retried"_s, u"block-mf1"_s);
        const QStringList row = rowsBelow(run.document(), u"Reason or note"_s).last();
        QCOMPARE(row[1], u"To be done again"_s);
        QCOMPARE(row[3], u"\u2014"_s);
    }
    void whatBecameOfATroubleIsTold()
    {
        const auto choices = [](const ToldRun& of) {
            QStringList notes;
            for (const DocumentBlock& block : of.document().body) {
                const auto* table = std::get_if<Table>(&block);
                if (table && table->title == u"Troubles and what was chosen"_s) {
                    for (const Row& row : table->rows)
                        notes.append(row.cells[3].note);
                }
            }
            return notes;
        };
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"chosen"_s, u"hold"_s}, {u"reason"_s, u"Too late."_s}});
        QCOMPARE(choices(run), (QStringList{u"Too late.\nOpen when this report was made"_s}));
        const QString again = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"chosen"_s, u"retry"_s}});
        run.begin(u"block-mf1"_s);
        const QString good = run.at.toString(u"HH:mm:ss"_s);
        run.judge(u"block-mf1"_s);
        QCOMPARE(choices(run), (QStringList{u"Too late.\nThen another trouble; what to do was chosen at %1"_s.arg(again),
                                            u"Then judged as expected at %1"_s.arg(good)}));
    }
    void aRehearsalsReportNamesWhatWasMadeToGoWrong()
    {
        const auto heading = u"Faults played in this rehearsal"_s;
        ToldRun run;
        run.faults = QList<PlayedFault>{{Text::verbatim(u"The connection is lost (No. 7)"_s), u"unblock-mf1"_s}};
        QVERIFY(!run.text().contains(heading)); // the work was real
        run.kind = SiteKind::Simulated;
        QVERIFY(run.text().contains(heading + u"\nThe connection is lost (No. 7)\nNothing is put down to it."_s));
        run.faults = QList<PlayedFault>();
        QVERIFY(run.text().contains(heading + u"\nNone was picked."_s));
        run.faults.reset();
        QVERIFY(run.text().contains(heading + u"\nNot known"_s));
    }
    void aFaultIsToldWithTheTroubleThatItMadeAndWithItsEnd()
    {
        ToldRun run;
        run.kind = SiteKind::Simulated;
        run.faults = QList<PlayedFault>{{Text::verbatim(u"first"_s), u"confirm"_s},
                                        {Text::verbatim(u"second"_s), u"block-mf1"_s},
                                        {Text::verbatim(u"third"_s), u"verify-block-mf1"_s, false}};
        run.doneUpTo(u"confirm"_s);
        run.add(u"noticed"_s, u"block-mf1"_s, {{u"note"_s, Text::verbatim(u"It runs."_s).toJson()}});
        run.done(u"block-mf1"_s);
        run.begin(u"verify-block-mf1"_s);
        run.add(u"trouble-settled"_s, u"verify-block-mf1"_s,
                {{u"what"_s, Text::verbatim(u"A port answers."_s).toJson()}, {u"chosen"_s, u"retry"_s}});
        run.done(u"verify-block-mf1"_s);
        const QString text = run.text();
        QVERIFY2(text.contains(u"first\nNothing is put down to it."_s), qPrintable(text));
        static const QRegularExpression second(u"second\n[\\d:]* No\\. 2: .*: It runs\\.\nThen judged as expected at [\\d:]*\n\\d\\d:\\d\\d:\\d\\d No\\. 3: .*: A port answers\\. Chosen: .*\\. Then judged as expected at "_s);
        QVERIFY2(second.match(text).hasMatch(), qPrintable(text));
        QVERIFY2(text.contains(u"third\nWhat was noticed"_s), qPrintable(text));
    }
    /// He may think about it for long: the fault struck when it was noticed.
    void aFaultIsToldWithTheTimeAtWhichItsTroubleWasFirstSeen()
    {
        ToldRun run;
        run.kind = SiteKind::Simulated;
        run.faults = QList<PlayedFault>{{Text::verbatim(u"The version stays"_s), u"block-mf1"_s}};
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        const QString seen = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s);
        run.at = run.at.addSecs(17 * 60);
        const QString settled = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s,
                {{u"what"_s, Text::verbatim(u"It is not so."_s).toJson()}, {u"chosen"_s, u"manual"_s}});
        const QString text = run.text();
        QVERIFY2(text.contains(u"The version stays\n"_s + seen + u" No. 2: "_s), qPrintable(text));
        QVERIFY2(text.contains(u"It is not so. Chosen at "_s + settled + u": "_s), qPrintable(text));
    }
    void whatBecameOfATroubleIsToldAsItWas()
    {
        const auto end = [](auto&& after) {
            ToldRun run;
            run.doneUpTo(u"block-mf1"_s);
            run.begin(u"verify-block-mf1"_s);
            run.add(u"trouble-settled"_s, u"verify-block-mf1"_s,
                    {{u"what"_s, Text::verbatim(u"A port answers."_s).toJson()}, {u"chosen"_s, u"retry"_s}});
            after(run);
            return run.text();
        };
        QVERIFY(end([](ToldRun&) {}).contains(u"Open when this report was made"_s));
        QVERIFY(end([](ToldRun& run) { run.done(u"verify-block-mf1"_s); }).contains(u"Then judged as expected at"_s));
        QVERIFY(end([](ToldRun& run) { run.add(u"step-verified"_s, u"verify-block-mf1"_s, {{u"answerYes"_s, false}}); })
                    .contains(u"Then judged not to be so"_s));
        QVERIFY(end([](ToldRun& run) { run.add(u"step-skipped"_s, u"verify-block-mf1"_s, {}); }).contains(u"Then skipped at"_s));
    }
    void whatIsChosenAfterGoingBackWasGivenUpStandsUnderTheStep()
    {
        for (const QString& kind : {u"expectation"_s, u"guard"_s}) { // the one is never of an undo, the other may be
            ToldRun run;
            run.doneUpTo(u"block-mf1"_s);
            run.begin(u"verify-block-mf1"_s);
            for (const QString& chosen : {u"rollback"_s, u"retry"_s}) {
                run.add(u"trouble-settled"_s, u"verify-block-mf1"_s,
                        {{u"trouble"_s, kind}, {u"what"_s, Text::verbatim(u"A port answers."_s).toJson()}, {u"chosen"_s, chosen}});
                run.add(u"run-held"_s, {});
                run.add(u"run-resumed"_s, {});
            }
            for (const QString& head : headsOf(run, u"Title of verify-block-mf1"_s))
                QVERIFY2(head.startsWith(u"No. "_s), qPrintable(head));
            QVERIFY(!headsOf(run, u"Title of verify-block-mf1"_s).isEmpty());
        }
    }
    void whatIsNoticedWhileGoingBackStandsUnderTheUndo()
    {
        const ToldRun run = goneBack();
        QStringList heads = headsOf(run, u"Title of block-mf1"_s);
        QCOMPARE(heads, (QStringList{u"No. 2: Title of block-mf1 (Sato)"_s, u"Undo of No. 2: Title of block-mf1 (Sato)"_s}));
        QString head;
        for (const QStringList& row : rowsBelow(run.document(), u"Outcome, output, what was seen"_s)) {
            if (row.size() == 1)
                head = row.first();
            else if (row.size() == 4 && row[3].contains(u"Noticed before"_s))
                QVERIFY2(head.startsWith(u"Undo of "_s), qPrintable(head));
        }
        for (const QStringList& row : rowsBelow(run.document(), u"What was chosen"_s))
            QCOMPARE(row[1].startsWith(u"Undo of "_s), row[2].contains(u"Noticed before"_s));
    }
    /// Its command was run, and the program ended before what came of it was seen.
    void anUndoThatWasCarriedOutIsStillUnderWayWhenTheRunGoesOn()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s); // never over on the way forward
        run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"trouble"_s, u"expectation"_s}, {u"chosen"_s, u"rollback"_s}});
        run.add(u"undo-started"_s, u"block-mf1"_s);
        run.add(u"undo-executed"_s, u"block-mf1"_s, {{u"end"_s, u"exited"_s}, {u"status"_s, 0}});
        run.add(u"run-resumed"_s);
        const QJsonValue what = Text::verbatim(u"Seen before the look"_s).toJson();
        run.add(u"noticed"_s, u"block-mf1"_s, {{u"trouble"_s, u"world"_s}, {u"note"_s, what}});
        run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"trouble"_s, u"world"_s}, {u"what"_s, what}, {u"chosen"_s, u"look"_s}});
        const QStringList row = rowsBelow(run.document(), u"What was chosen"_s).last();
        QVERIFY2(row[2].contains(u"Seen before the look"_s), qPrintable(row[2]));
        QVERIFY2(row[1].startsWith(u"Undo of No. 2"_s), qPrintable(row[1]));
        // Seen not to have happened it is over: whoever goes on may go forward.
        run.add(u"undo-not-done"_s, u"block-mf1"_s);
        run.add(u"run-held"_s);
        run.add(u"run-resumed"_s);
        run.add(u"noticed"_s, u"block-mf1"_s, {{u"trouble"_s, u"world"_s}, {u"note"_s, what}});
        run.add(u"trouble-settled"_s, u"block-mf1"_s, {{u"trouble"_s, u"world"_s}, {u"what"_s, what}, {u"chosen"_s, u"retry"_s}});
        const QStringList after = rowsBelow(run.document(), u"What was chosen"_s).last();
        QVERIFY2(after[1].startsWith(u"No. 2"_s), qPrintable(after[1]));
    }
    void aTroubleIsToldWithWhenItWasSeenAndWhenItWasChosenWhatToDo()
    {
        ToldRun run;
        run.doneUpTo(u"confirm"_s);
        run.begin(u"block-mf1"_s);
        const QString seen = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"step-failed"_s, u"block-mf1"_s);
        const QJsonObject again{{u"what"_s, u"It is not so."_s}, {u"chosen"_s, u"look"_s}};
        const QString first = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s, again);
        const QString second = run.at.toString(u"HH:mm:ss"_s);
        run.add(u"trouble-settled"_s, u"block-mf1"_s, again);
        const QList<QStringList> rows = rowsBelow(run.document(), u"What was chosen"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][0], seen + u" first seen\n"_s + first + u" chosen"_s);
        QCOMPARE(rows[1][0], seen + u" first seen\n"_s + second + u" chosen"_s);
    }
    void theFaultsOfARehearsalStandInOrderOfTimeOnTheWayBackAsWell()
    {
        ToldRun run = goneBack();
        run.kind = SiteKind::Simulated;
        run.faults = QList<PlayedFault>{{Text::verbatim(u"at the block"_s), u"block-mf1"_s},
                                        {Text::verbatim(u"at the installer"_s), u"run-installer-mf1"_s}};
        const QString text = run.text();
        const qsizetype later = text.indexOf(u"at the block\n"_s), sooner = text.indexOf(u"at the installer\n"_s);
        QVERIFY2(sooner >= 0 && sooner < later, qPrintable(text));
        const qsizetype ofInstaller = text.indexOf(u"Noticed before run-installer-mf1"_s),
                        ofBlock = text.indexOf(u"Noticed before block-mf1"_s);
        QVERIFY2(sooner < ofInstaller && ofInstaller < later && later < ofBlock, qPrintable(text));
    }
};

QTEST_MAIN(TestEvidenceTrouble)
#include "tst_evidencetrouble.moc"
