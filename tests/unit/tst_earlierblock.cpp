#include "core/plan/EarlierBlock.h"
#include "core/plan/PreflightChecks.h"
#include "core/run/EarlierRuns.h"
#include "RunnerBench.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const QString earlier = u"feedface00"_s;

/// Every node was read to have the source version; on these an earlier run left its block.
SiteFacts sample(const QStringList& nodes, const QStringList& runs = {earlier}, const char* dataSync = "ON")
{
    samples::SiteShape shape;
    shape.dataSync = dataSync;
    const SiteFacts plain = samples::rehearsalFacts(shape);
    SurveyReport survey = plain.survey;
    for (NodeSurvey& node : survey.nodes) {
        node.version = {plain.site.sourceVersion.toString(), FactSource::Detected, {}, std::nullopt};
        node.blockPresent = {
            nodes.contains(node.name) ? runs : QStringList(), FactSource::Detected, {}, std::nullopt};
    }
    return SiteFacts::from(plain.site, survey);
}

QStringList idsOf(const QList<Finding>& findings)
{
    QStringList ids;
    for (const Finding& finding : findings)
        ids.append(finding.id);
    return ids;
}

} // namespace

/// What is done about a block that an earlier run left.
class TestEarlierBlock : public QObject {
    Q_OBJECT

private slots:
    void thePlanBeginsWithLiftingIt_data()
    {
        QTest::addColumn<int>("kind");
        for (const ProcedureKind kind : allProcedures())
            QTest::newRow(qPrintable(procedureCode(kind))) << int(kind);
    }
    void thePlanBeginsWithLiftingIt()
    {
        QFETCH(int, kind);
        const bool off = ProcedureKind(kind) == ProcedureKind::DisableSettingsSync;
        const SiteFacts facts = sample({u"mf1"_s, u"mf3"_s}, {earlier}, off ? "OFF" : "ON");
        QVERIFY(
            idsOf(preflightChecks(facts, ProcedureKind(kind)).findings).contains(u"block-of-earlier-run"_s));
        const Result<Procedure> procedure = planProcedure(facts, ProcedureKind(kind));
        QVERIFY(procedure);
        QStringList lifted;
        bool touched = false;
        for (const Step& step : procedure->steps) {
            touched = touched || step.kind == StepKind::BackupConfig ||
                      step.kind == StepKind::RecordBaseline || !step.opensLedger.isEmpty();
            if (step.kind != StepKind::LiftOtherBlock)
                continue;
            QVERIFY(!touched);
            lifted.append(step.node);
            QVERIFY(step.critical && !step.skippable);
            QVERIFY(step.action.command.contains(u"run='feedface00'"_s));
            QVERIFY(step.action.instruction.render(Language::English).contains(earlier));
            QCOMPARE(step.guards.first().kind, ConditionKind::SameVersionEverywhere);
            QCOMPARE(step.guards.first().value, facts.site.sourceVersion.toString());
            QCOMPARE(step.expects.first().kind, ConditionKind::BlockAbsent);
        }
        QCOMPARE(lifted, (QStringList{u"mf1"_s, u"mf3"_s})); // master first
        QCOMPARE(procedure->step(u"watch-queue-mf3-after-earlier-run"_s) != nullptr, !off);
    }
    void whatIsNotOursToLiftForbidsTheWork_data()
    {
        QTest::addColumn<QStringList>("runs");
        QTest::addColumn<QString>("versionOfMf2"); ///< empty: not read
        const QString source = u"5.20R01"_s;
        QTest::newRow("rules that name no run") << QStringList{u"?"_s} << source;
        QTest::newRow("two runs at once") << QStringList{earlier, u"0a1b"_s} << source;
        QTest::newRow("an id that is none") << QStringList{u"0a'; reboot; '"_s} << source;
        QTest::newRow("the versions differ: it may keep them apart") << QStringList{earlier} << u"5.60R01"_s;
        QTest::newRow("a version that was not read counts as different") << QStringList{earlier} << QString();
    }
    void whatIsNotOursToLiftForbidsTheWork()
    {
        QFETCH(QStringList, runs);
        QFETCH(QString, versionOfMf2);
        SiteFacts facts = sample({u"mf1"_s}, runs);
        for (NodeSurvey& node : facts.survey.nodes) {
            if (node.name == "mf2"_L1)
                node.version = versionOfMf2.isEmpty()
                                   ? Fact<QString>::unknown(Text::verbatim(u"-"_s))
                                   : Fact<QString>{versionOfMf2, FactSource::Detected, {}, std::nullopt};
        }
        facts = SiteFacts::from(facts.site, facts.survey);
        QVERIFY(liftableBlock(facts, *facts.node(u"mf1"_s)).isEmpty());
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts}) {
            QVERIFY(idsOf(preflightChecks(facts, kind).findings).contains(u"block-of-another-run"_s));
            QVERIFY(!planProcedure(facts, kind));
        }
    }
    void itIsLiftedJournaledAndProvedAbsentBeforeTheRunsOwnSteps()
    {
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, sample({u"mf1"_s, u"mf2"_s}));
        QCOMPARE(bench.site.nodes().first().blockRun, earlier);
        // From the very beginning it is seen to stand.
        QVERIFY(bench.run->state().ledger().entry(u"other-block:mf1"_s));
        QVERIFY(bench.run->state().ledger().entry(u"other-block:mf2"_s)->certain);
        QStringList asked;
        int standing = 0; // when the first step of the run's own begins
        bench.gate.onConfirm = [&](const StepQuestion& question) {
            asked.append(question.step.id);
            if (question.step.kind == StepKind::BackupConfig) {
                for (const SimulatedNode& node : bench.site.nodes())
                    standing += node.blockRun.isEmpty() ? 0 : 1;
            }
            return std::optional<StepAnswer>();
        };
        QCOMPARE(bench.go().value(), RunEnd::Done);
        QCOMPARE(standing, 0);
        QVERIFY(asked.contains(u"lift-other-block-mf1"_s) && asked.contains(u"lift-other-block-mf2"_s));
        QVERIFY(bench.gate.troubles.isEmpty());
        QVERIFY(bench.site.watch().violations().isEmpty());
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void whoeverHoldsThereLeavesItStanding()
    {
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, sample({u"mf1"_s}));
        bench.gate.onConfirm = [&](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.kind == StepKind::LiftOtherBlock)
                return StepAnswer{};
            return std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.site.nodes().first().blockRun, earlier);
        QVERIFY(bench.run->state().ledger().entry(u"other-block:mf1"_s));
    }
    void whereAVersionHasChangedSinceItIsNotLifted()
    {
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, sample({u"mf1"_s}));
        Condition upgraded;
        upgraded.kind = ConditionKind::VersionIs;
        upgraded.node = u"mf2"_s;
        bench.site.repair(upgraded);
        bench.gate.onTrouble = [](const Trouble&) { return std::optional(TroubleAnswer{}); };
        QCOMPARE(bench.go().value(), RunEnd::Held);
        QCOMPARE(bench.gate.troubledSteps, QStringList{u"lift-other-block-mf1"_s});
        QCOMPARE(bench.gate.troubles.first(), Trouble::Kind::Guard);
        QCOMPARE(bench.site.nodes().first().blockRun, earlier);
    }
    void goingBackAfterItIsLiftedEndsTheRun()
    {
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, sample({u"mf1"_s}),
                                   u"operator-goes-back@confirm-go"_s);
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        QVERIFY(bench.site.leftOver().isEmpty());
    }
    void theJournalOfTheEarlierRunIsNamedWhereItIs()
    {
        QTemporaryDir folder, other;
        SystemClock clock;
        const SiteFacts facts = sample({u"mf1"_s});
        Procedure procedure = planProcedure(facts, ProcedureKind::BlockSyncPorts).value();
        procedure.runId = earlier;
        const QString path = QDir(folder.path()).canonicalPath() + u"/it's here.jsonl"_s;
        QVERIFY(GuidedRun::begin(procedure, facts, Journal::create(path, clock).value()));
        QFile nonsense(folder.filePath(u"a.jsonl"_s));
        QVERIFY(nonsense.open(QIODevice::WriteOnly));
        nonsense.write("{\"kind\":\"run-begun\"\n");
        nonsense.close();
        QCOMPARE(journalsOfRun(earlier, {other.path(), folder.path(), folder.path()}), QStringList{path});
        QVERIFY(journalsOfRun(u"0a1b"_s, {folder.path()}).isEmpty());

        const auto told = [&](const SiteFacts& of, const QString& where) {
            return Text::lines(earlierRuns(of, {where})).render(Language::English);
        };
        QVERIFY(
            told(facts, folder.path()).contains(u"resume --journal "_s + shellQuoted(path, Shell::Posix)));
        QVERIFY(told(facts, folder.path()).contains(u"mf1"_s));
        QVERIFY(!told(facts, other.path()).contains(u"--journal"_s));
        QVERIFY(told(facts, other.path()).contains(earlier));
        QVERIFY(told(sample({}), folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEarlierBlock)
#include "tst_earlierblock.moc"
