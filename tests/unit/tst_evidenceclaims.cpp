#include "ToldRun.h"

#include "core/run/FinalChecks.h"
#include "core/run/MailFlow.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::about;
using samples::observed;
using samples::rowNamed;
using samples::rowsBelow;
using samples::ToldRun;

/// What the work report claims of a rehearsal, and of what nobody but the doer has seen.
class TestEvidenceClaims : public QObject {
    Q_OBJECT

private slots:
    void aRehearsalsReportSaysThatNoServerWasTouched()
    {
        const QString touched = u"REHEARSAL on a simulated site: no server was touched."_s;
        const QString plan = u"This report tells of the rehearsal's own plan"_s;
        ToldRun run;
        QVERIFY(!run.text().contains(touched) && !run.text().contains(plan));
        run.kind = SiteKind::Simulated;
        const Document document = run.document();
        const auto on = [&](const QList<DocumentBlock>& blocks) {
            return std::any_of(blocks.cbegin(), blocks.cend(), [&](const DocumentBlock& block) {
                const auto* paragraph = std::get_if<Paragraph>(&block);
                return paragraph && paragraph->text == touched;
            });
        };
        QVERIFY(on(document.cover));
        QVERIFY(on(document.body));
        QVERIFY(run.text().contains(plan));
    }
    void theCoverSaysByWhichProgramAndVersionItWasMade()
    {
        const auto blocks = ToldRun().document().cover;
        const QString made = u"Made with Replica Upgrade Wizard %1, which is not a product of the vendor."_s.arg(QStringLiteral(RUW_VERSION));
        QVERIFY(std::any_of(blocks.cbegin(), blocks.cend(), [&](const DocumentBlock& block) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            return paragraph && paragraph->text == made;
        }));
    }
    void theTimesOfARehearsalAreCalledSimulated()
    {
        ToldRun run;
        QVERIFY(!rowNamed(run.document().cover, u"Begun"_s).isEmpty());
        QVERIFY(!rowNamed(run.document().cover, u"Report made"_s).isEmpty());
        run.kind = SiteKind::Simulated;
        const Document document = run.document();
        QVERIFY(!rowNamed(document.cover, u"Begun (simulated time)"_s).isEmpty());
        QVERIFY(!rowNamed(document.cover, u"Ended (simulated time)"_s).isEmpty());
        QVERIFY(!rowNamed(document.body, u"Begun (simulated time)"_s).isEmpty());
        QVERIFY(!rowNamed(document.cover, u"Report made (real time)"_s).isEmpty());
        QVERIFY(run.text().contains(u"differences of time are not listed here"_s));
    }
    void theFilesOfARehearsalLieOnSimulatedNodesOnly()
    {
        ToldRun run;
        Step backup = samples::step("backup-config-mf1", StepKind::BackupConfig, "mf1", Phase::Prepare);
        run.procedure.steps.prepend(backup);
        run.doneUpTo(backup.id);
        const QString simulated = u"In this rehearsal these files lie on simulated nodes only."_s, real = u"They may be removed"_s;
        QVERIFY(run.text().contains(real) && !run.text().contains(simulated));
        run.kind = SiteKind::Simulated;
        QVERIFY(!run.text().contains(real) && run.text().contains(simulated));
    }
    void whereNoNodeEverAnsweredNoneIsToldAsAsked_data()
    {
        QTest::addColumn<MailAnswer>("answer");
        QTest::addColumn<bool>("drawn");
        QTest::newRow("out of reach") << MailAnswer::Unknown << false;
        QTest::newRow("silent from first to last") << MailAnswer::Silent << false;
        QTest::newRow("answered") << MailAnswer::Answers << true;
    }
    void whereNoNodeEverAnsweredNoneIsToldAsAsked()
    {
        QFETCH(MailAnswer, answer);
        QFETCH(bool, drawn);
        ToldRun run;
        run.add(u"mail-flow"_s, {}, mailFlowRecord(u"mf1"_s, answer, run.at));
        run.at = run.at.addSecs(600);
        run.add(u"run-held"_s);
        QCOMPARE(run.text().contains(u"and no node ever answered it"_s), !drawn);
        QCOMPARE(run.text().contains(u"Grey: it answered."_s), drawn);
        QCOMPARE(rowsBelow(run.document(), u"Not seen"_s).size(), 1);
        run.kind = SiteKind::Simulated;
        QVERIFY(run.text().contains(u"The simulated nodes were asked on their SMTP port"_s));
        QVERIFY(!run.text().contains(u"from the work machine, on which this program ran"_s));
    }
    void aQueueThatDrainedByWordIsToldWithTimeAndStep()
    {
        const QString title = u"Queues by the doer's word"_s, blanks = u"stands in the blanks of the signed runbook"_s;
        ToldRun run;
        run.doneUpTo(u"verify-version-mf1"_s);
        run.answer(u"reread-config-mf1"_s, true);
        QVERIFY(!run.text().contains(title) && !run.text().contains(blanks));
        run.begin(u"unblock-mf1"_s);
        const Condition drained = about(ConditionKind::QueueDrained, "mf2");
        run.judge(u"unblock-mf1"_s, {{u"byWord"_s, true}, {u"observed"_s, observed(drained, Observation::Verdict::Holds, true)}});
        QVERIFY(run.text().contains(title) && !run.text().contains(blanks)); // the runbook has no blank for it
        const QList<QStringList> rows = rowsBelow(run.document(), u"What was seen and said"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][0], run.records.last().time.toString(u"HH:mm:ss"_s));
        QVERIFY2(rows[0][1].contains(u"unblock-mf1"_s), qPrintable(rows[0][1]));
        QCOMPARE(rows[0][2], drained.text().render(Language::English));
    }
    void whereAValueWasReadByHandTheReportNamesTheBlanksOfTheRunbook()
    {
        const QString blanks = u"stands in the blanks of the signed runbook"_s;
        ToldRun run;
        run.doneUpTo(u"verify-version-mf1"_s);
        QVERIFY(!run.text().contains(blanks));
        run.begin(u"verify-version-mf1"_s);
        const Condition version = about(ConditionKind::VersionIs, "mf1");
        run.judge(u"verify-version-mf1"_s, {{u"byWord"_s, true}, {u"observed"_s, observed(version, Observation::Verdict::Holds, true)}});
        QVERIFY(run.text().contains(blanks));
        run.kind = SiteKind::Simulated; // nobody has signed anything
        QVERIFY(!run.text().contains(blanks));
    }
    void whatTheDoerSaidBeforeTheWorkStandsBesideWhatWasSaidAfterIt()
    {
        ToldRun run;
        const Condition runs = about(ConditionKind::ServiceRunning, "mf1");
        run.begin(u"confirm"_s);
        run.judge(u"confirm"_s, {{u"byWord"_s, true}, {u"observed"_s, observed(runs, Observation::Verdict::Holds, true)}});
        for (const Step& step : std::as_const(run.procedure.steps)) {
            if (step.onlyIf.isEmpty() && step.id != "confirm"_L1)
                run.done(step.id);
        }
        run.add(u"final-check"_s, {},
                {{u"id"_s, u"service-running:mf1"_s}, {u"text"_s, runs.text().toJson()}, {u"holds"_s, true}});
        const auto before = [&](const char* node) {
            const QString asked = about(ConditionKind::ServiceRunning, node).text().render(Language::English);
            for (const QStringList& row : rowsBelow(run.document(), u"Before the work"_s)) {
                if (row.first() == asked)
                    return row.value(2);
            }
            return QString();
        };
        QCOMPARE(before("mf1"), u"as it should be (by word, No. 1)"_s); // then: whatever was found afterwards
        QCOMPARE(before("mf2"), u"\u2014"_s);
        QVERIFY(run.text().contains(u"nothing of it was recorded before the work"_s));
    }
};

QTEST_MAIN(TestEvidenceClaims)
#include "tst_evidenceclaims.moc"
