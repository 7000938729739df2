#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
#include "core/report/Runbook.h"
#include "core/plan/TimeChart.h"
#include "core/run/FinalChecks.h"
#include "core/run/Notices.h"
#include "core/run/Standing.h"
#include "RunnerBench.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

/// The work report, against the run that it tells of.
class TestEvidenceOfRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// Where it can't be made: what is wrong, as its title.
    Document document(const samples::RunnerBench& bench)
    {
        Document wrong;
        const QString path = m_dir.filePath(u"run.jsonl"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bench.journal) < 0)
            return wrong;
        file.close();
        const auto input = prepareEvidence(path, QDateTime::currentDateTime());
        if (input)
            return evidenceDocument(*input, Language::English);
        wrong.title = input.error().render(Language::English);
        return wrong;
    }
    /// The number of each command sheet, and what stands on it.
    static QMap<int, QString> sheetsOf(const Document& document)
    {
        QMap<int, QString> out;
        QString title; // a heading of its own, or the caption
        for (const DocumentBlock& block : document.body) {
            if (const auto* heading = std::get_if<Heading>(&block))
                title = heading->text;
            const auto* sheet = std::get_if<CommandBlock>(&block);
            if (!sheet)
                continue;
            static const QRegularExpression name(u"Command sheet (\\d+)(?: |$)"_s);
            const auto match = name.match(sheet->caption.isEmpty() ? title : sheet->caption);
            if (match.hasMatch())
                out.insert(match.captured(1).toInt(), sheet->text);
        }
        return out;
    }
    /// What a reader sees, in one line.
    QString report(const samples::RunnerBench& bench)
    {
        QString html = QString::fromUtf8(htmlBytes(document(bench)));
        html.replace(QRegularExpression(u"<[^>]*>"_s), u" "_s);
        html.replace(u"&quot;"_s, u"\""_s);
        return html.simplified();
    }

private slots:
    void initTestCase() { QVERIFY(m_dir.isValid()); }

    void onlyTheRestartFlagSpeaksOfARestart()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QString text = report(bench);
        const auto flags =
            std::count_if(bench.procedure.steps.cbegin(), bench.procedure.steps.cend(),
                          [](const Step& step) { return step.kind == StepKind::CheckRestartFlag; });
        QVERIFY(flags > 0);
        QCOMPARE(text.count(u"No restart was asked for."_s), flags);
    }
    void whatStaysOnTheNodesIsDeclared()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bench.gate.onConfirm = [](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != "run-installer-mf3"_L1)
                return std::nullopt;
            return StepAnswer{StepAnswer::Choice::ByHand, {}, true};
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QString text = report(bench).section(u"Left on the nodes on purpose"_s, -1).section(u"Confirmation after the end of the work"_s, 0, 0);
        QVERIFY2(text.contains(u"may be removed"_s), qPrintable(text));
        const QString run = bench.procedure.runId;
        QCOMPARE(text.count(u"mf_replica.def.before-"_s + run), 3);
        // What was run by hand left nothing of ours.
        QCOMPARE(text.count(u"/var/lib/replica-upgrade-wizard/run-"_s + run), 2);
    }
    void whatWasNotDoneLeftNothing()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bench.gate.onConfirm = [](const StepQuestion&) -> std::optional<StepAnswer> {
            return StepAnswer{StepAnswer::Choice::Hold, {}, false};
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        const QString text = report(bench).section(u"Left on the nodes on purpose"_s, -1).section(u"Confirmation after the end of the work"_s, 0, 0);
        QVERIFY2(text.contains(u"None."_s) && !text.contains(u".before-"_s), qPrintable(text));
    }
    void portsThatWereThereBeforeAreNotTheInstallers_data()
    {
        QTest::addColumn<ProcedureKind>("kind");
        for (const ProcedureKind kind : allProcedures())
            QTest::newRow(qPrintable(procedureCode(kind))) << kind;
    }
    void portsThatWereThereBeforeAreNotTheInstallers()
    {
        QFETCH(ProcedureKind, kind);
        samples::SiteShape shape;
        shape.dataSync = "OFF";
        samples::RunnerBench bench(shape, kind);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QVERIFY(!report(bench).contains(u"The installer brought sync ports"_s));
    }
    void aRunThatBrokeOffIsToldApartFromOneThatWasHeld_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("held") << true;
        QTest::newRow("killed") << false;
    }
    void aRunThatBrokeOffIsToldApartFromOneThatWasHeld()
    {
        QFETCH(bool, held);
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bench.gate.onConfirm = [](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != "block-mf1"_L1)
                return std::nullopt;
            return StepAnswer{StepAnswer::Choice::Hold, {}, false};
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        if (!held) // killed while the question waited: the journal never heard of a hold
            bench.journal.truncate(bench.journal.lastIndexOf('\n', bench.journal.size() - 2) + 1);
        bench.gate.onConfirm = {};
        QCOMPARE(bench.resume().value(), RunEnd::Done);
        const QString text = report(bench);
        QCOMPARE(text.contains(u"Broken off, and continued"_s), !held);
        QCOMPARE(text.contains(u"Run held"_s), held);
        QCOMPARE(text.contains(u"Run continued"_s), held);
    }

    /// A run that is held before this step.
    static void holdBefore(samples::RunnerBench& bench, const QString& id)
    {
        bench.gate.onConfirm = [id](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.id != id)
                return std::nullopt;
            return StepAnswer{StepAnswer::Choice::Hold, {}, false};
        };
    }
    /// The row of the time in the table of the result.
    static QString timeTaken(const QString& text)
    {
        return text.section(u" Time "_s, 1).section(u" Steps "_s, 0, 0);
    }
    void theTimeOfAHeldRunIsAllThatPassed()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        holdBefore(bench, u"block-mf3"_s);
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(!report(bench).contains(u"(held for"_s));
        const QDateTime heldAt = bench.run->state().endedAt();
        bench.site.wait(std::chrono::hours(2), {});
        // An alarm of the clock while it is held: the night goes on.
        const Notice notice{u"decide-by-30"_s, Notice::Level::Warning, Text::tr("Done"), Text::tr("Held")};
        QVERIFY(bench.run->describe(u"notice"_s, {}, notice.toJson()));
        QVERIFY2(timeTaken(report(bench)).contains(u"(held for 2 h 00 min of it)"_s), qPrintable(timeTaken(report(bench))));
        holdBefore(bench, u"block-mf1"_s);
        QCOMPARE(bench.resume().value(), RunEnd::Held);
        const RunState& state = bench.run->state();
        const QString all = Text::minutes(int(state.endedAt().toSecsSinceEpoch() / 60 - state.begunAt().toSecsSinceEpoch() / 60)).render(Language::English);
        QVERIFY(heldAt.secsTo(state.endedAt()) >= 2 * 3600);
        const QString text = report(bench);
        QVERIFY2(timeTaken(text).contains(all + u" (held for 2 h 00 min of it)"_s), qPrintable(timeTaken(text)));
        // It has not ended.
        const QString since = Text::dateTime(state.endedAt()).render(Language::English);
        QVERIFY2(text.contains(u"Ended \u2014 Held since "_s + since), qPrintable(text));
    }
    void whatStandsIsListedWhereTheResultSpeaksOfTheList()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        holdBefore(bench, u"block-mf3"_s);
        QCOMPARE(bench.go().value(), RunEnd::Held);
        const QList<ChangeLedger::Entry> open = bench.run->state().ledger().open();
        QVERIFY(!open.isEmpty());
        const QString result = report(bench).section(u"Time chart"_s, 0, 0);
        QVERIFY(result.contains(u"first undo the temporary changes"_s));
        for (const ChangeLedger::Entry& entry : open) {
            QVERIFY2(result.contains(standingText(entry).render(Language::English)), qPrintable(result));
            QVERIFY2(result.contains(entry.undo->instruction.render(Language::English)), qPrintable(result));
        }
    }
    void thePlannedEndIsThatOfTheTimeChart()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const TimeChart chart = TimeChart::from(bench.procedure, bench.facts.site);
        const QString planned = Text::dateTime(*chart.plannedEnd()).render(Language::English);
        const QString end = Text::dateTime(*bench.facts.site.schedule.end).render(Language::English);
        QVERIFY(planned != end);
        const QString text = report(bench);
        QVERIFY2(text.contains(u"Ended "_s + planned), qPrintable(text));
        QVERIFY2(text.contains(u"Latest end "_s + end), qPrintable(text));
    }
    void whereSmtpDidNotAnswerTheWordThatCountedInsteadIsTold()
    {
        samples::SiteShape shape;
        shape.access = AccessKind::Manual;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, samples::facts(shape));
        bench.access.insteadOfSmtp = [](const QString&) { return SmtpAnswer{ProbeState::Filtered, false, {}, {}}; };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QString text = report(bench).section(u"SMTP answers by the doer's word"_s, 1).section(u"Temporary changes"_s, 0, 0);
        // When a step was judged, and when one was let begin.
        QVERIFY2(text.contains(u"mf2 can't be asked on SMTP from the work machine. The doer says yes."_s), qPrintable(text));
        QVERIFY2(text.contains(u"can't be asked on SMTP from the work machine. By starting the step the doer vouched for it."_s), qPrintable(text));
        // Neither denied by the sections beside it.
        const QString whole = report(bench);
        static const QRegularExpression told(u"No troubles or alarms were recorded\\. In \\d+ cases? the doer's word stood"_s);
        QVERIFY(whole.contains(told));
        QVERIFY(whole.contains(u"By word: The SMTP port"_s));
        QVERIFY(whole.contains(u"Not seen from the work machine."_s)); // not this machine's command
        static const QRegularExpression twice(u"By word: [^:]*Seen: The doer says yes"_s); // the same once more
        QVERIFY(!whole.contains(twice));
        static const QRegularExpression kept(u"By word: The SMTP port [^:]*Seen: \\S+ can't be asked on SMTP from the work machine\\.(?! The doer)"_s);
        QVERIFY(whole.contains(kept));
        static const QRegularExpression denied(u"As expected: [^.]*SMTP port[^.]*\\. Seen: \\S+ did not answer"_s);
        QVERIFY(!whole.contains(denied));
        samples::RunnerBench answering({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(answering.go().value(), RunEnd::Done);
        QVERIFY(!report(answering).contains(u"SMTP answers by the doer's word"_s));
    }
    void theLastLookAtTheSiteIsNotMistakenForAPhaseOfThePlan()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QString text = report(bench);
        QVERIFY(text.contains(u"Confirmation after the end of the work No confirmation after the end was recorded."_s));
        QVERIFY(text.contains(u"(no confirmation after the end was recorded)"_s));
        QVERIFY(!text.contains(u"No final check was recorded"_s));
    }
    void whatWasNotConfirmedIsOnTheCoverWhereGoingBackEndedBesideANodeThatWasLeftOut()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts,
                                   u"installer-fails@run-installer-mf2,operator-excludes@run-installer-mf2,"
                                   "operator-goes-back@run-installer-mf3"_s);
        bench.access.cutOff = [&](const QString& node) { return node == "mf2"_L1 && bench.run->state().isExcluded(node); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QVERIFY(bench.run->state().wentBack());
        const QString id = u"version-is:mf3"_s;
        const Text question = Text::verbatim(u"The version on mf3"_s);
        QVERIFY(bench.run->finalCheck(id, question, false, Text::verbatim(u"5.60R01"_s)));
        QVERIFY(report(bench).contains(u"1 not confirmed"_s));
        // A tick that was taken back denies nothing: the question is open again.
        const auto open = [&] { return openFinalQuestions(bench.run->state(), bench.facts); };
        QVERIFY(bench.run->finalCheck(id, question, true));
        const int others = open().unanswered;
        QCOMPARE(open().denied, 0);
        QVERIFY(bench.run->finalCheck(id, question, false));
        QCOMPARE(open().denied, 0);
        QCOMPARE(open().unanswered, others + 1);
        const QString text = report(bench);
        QVERIFY(!text.contains(u"1 not confirmed"_s));
        QVERIFY(text.contains(u"a tick was taken back"_s));
    }
    void thePlannedPointOfNoReturnIsThatOfTheTimeChart()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const TimeChart chart = TimeChart::from(bench.procedure, bench.facts.site);
        const QDateTime planned = chart.start->addSecs(60 * qint64(chart.pointOfNoReturnMinute));
        const QString decide = Text::dateTime(*bench.facts.site.schedule.decideBy).render(Language::English);
        QVERIFY(planned != *bench.facts.site.schedule.decideBy);
        const QString text = report(bench);
        QVERIFY2(text.contains(u"Point of no return passed "_s + Text::dateTime(planned).render(Language::English)), qPrintable(text));
        QVERIFY2(text.contains(u"Time to decide (go on or back) "_s + decide), qPrintable(text));
    }
    void theSheetsOfTheReportHaveTheNumbersOfTheRunbook()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        bench.gate.onConfirm = [](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.kind != StepKind::StartService) // what stands then is printed first, with its undo
                return std::nullopt;
            return StepAnswer{StepAnswer::Choice::Hold, {}, false};
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        const auto input = prepareRunbook(bench.facts, ProcedureKind::BlockSyncPorts, QDateTime::currentDateTime());
        QVERIFY(input);
        const QMap<int, QString> runbook = sheetsOf(runbookDocument(*input, Language::English));
        const QMap<int, QString> told = sheetsOf(document(bench));
        QVERIFY(told.size() > 5);
        for (auto it = told.cbegin(); it != told.cend(); ++it)
            QCOMPARE(it.value(), runbook.value(it.key()));
    }
    void aStepNamesTheProbesOfTheOtherEndsAsWell()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QString text = report(bench);
        const int probes = int(bench.facts.nodes.size()) - 1;
        const QString after = text.section(u"Planned and actual"_s, -1);
        int named = 0;
        for (const NodeFacts& node : bench.facts.nodes)
            named += int(after.count(node.node.name + u": Command sheet "_s));
        const auto looks = std::count_if(
            bench.procedure.steps.cbegin(), bench.procedure.steps.cend(),
            [](const Step& step) { return step.kind == StepKind::VerifyBlock && step.phase != Phase::Isolate; });
        QVERIFY(looks > 0);
        QVERIFY2(named >= looks * probes, qPrintable(QString::number(named)));
    }
    void aSheetNamesTheStepsThatWereDone()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const Document told = document(bench);
        static const QRegularExpression numbers(u"No\\. ([\\d, ]+)\\)$"_s);
        int named = 0;
        for (const DocumentBlock& block : told.body) {
            const auto* sheet = std::get_if<CommandBlock>(&block);
            const auto match = numbers.match(sheet ? sheet->caption : QString());
            if (!match.hasMatch())
                continue;
            for (const QString& number : match.captured(1).split(u", "_s)) {
                const Step& step = bench.procedure.steps[number.toInt() - 1];
                QVERIFY2(bench.run->state().record(step.id).status == StepStatus::Verified, qPrintable(sheet->caption));
                ++named;
            }
        }
        QVERIFY(named > 0);
    }
    /// What lifts a block that stands is needed at once, and what the way back has run was used: whatever became of the later step.
    void theSheetThatLiftsTheBlocksIsNotCalledUnused_data()
    {
        QTest::addColumn<bool>("goesBack");
        QTest::newRow("held, to be lifted") << false;
        QTest::newRow("rolled back, lifted") << true;
    }
    void theSheetThatLiftsTheBlocksIsNotCalledUnused()
    {
        QFETCH(bool, goesBack);
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts, goesBack ? u"operator-goes-back@block-mf3"_s : QString());
        if (!goesBack)
            holdBefore(bench, u"block-mf3"_s);
        QCOMPARE(bench.go().value(), goesBack ? RunEnd::RolledBack : RunEnd::Held);
        QStringList lifts;
        for (const Step& step : bench.procedure.steps) {
            if (step.kind == StepKind::Block && bench.run->state().record(step.id).status != StepStatus::Pending)
                lifts.append(step.rollback->command);
        }
        QVERIFY(!lifts.isEmpty());
        const Document told = document(bench);
        int found = 0;
        bool othersAreUnused = false;
        for (const DocumentBlock& block : told.body) {
            const auto* sheet = std::get_if<CommandBlock>(&block);
            if (!sheet)
                continue;
            const bool unused = sheet->caption.contains(u"(not used)"_s);
            othersAreUnused = othersAreUnused || unused;
            if (!lifts.contains(sheet->text))
                continue;
            ++found;
            QVERIFY2(!unused, qPrintable(sheet->caption));
        }
        QVERIFY(found > 0);
        QVERIFY(othersAreUnused); // those of the steps that were not come to
    }
    void theReportNamesItsRunbook()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        QCOMPARE(bench.go().value(), RunEnd::Done);
        const QDate day(2026, 12, 4);
        const QString end = runbookIdEnd(bench.procedure);
        QVERIFY(report(bench).contains(u"Document ID of the runbook RUW-________________"_s + end));
        QVERIFY(report(bench).contains(u"Document ID "_s + document(bench).documentId)); // its own, on the cover
        QVERIFY(runbookId(bench.procedure, day, false).endsWith(end));
        QVERIFY(runbookId(bench.procedure, day, false).startsWith(u"RUW-20261204-"_s));
        QVERIFY(runbookId(bench.procedure, day, true).startsWith(u"REH-20261204-"_s));
    }
};

QTEST_MAIN(TestEvidenceOfRun)
#include "tst_evidenceofrun.moc"
