#include "core/report/EvidenceReport.h"
#include "core/report/HtmlWriter.h"
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

    /// What a reader sees, in one line.
    QString report(const samples::RunnerBench& bench)
    {
        const QString path = m_dir.filePath(u"run.jsonl"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bench.journal) < 0)
            return {};
        file.close();
        const auto input = prepareEvidence(path, QDateTime::currentDateTime());
        if (!input)
            return input.error().render(Language::English);
        QString html = QString::fromUtf8(htmlBytes(evidenceDocument(*input, Language::English)));
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
        const QString text = report(bench).section(u"Left on the nodes on purpose"_s, -1).section(u"Final checks"_s, 0, 0);
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
        const QString text = report(bench).section(u"Left on the nodes on purpose"_s, -1).section(u"Final checks"_s, 0, 0);
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
};

QTEST_MAIN(TestEvidenceOfRun)
#include "tst_evidenceofrun.moc"
