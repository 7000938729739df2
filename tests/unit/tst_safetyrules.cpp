#include "PlanSamples.h"

#include "core/plan/SafetyRules.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::SiteShape;

namespace {

int indexOf(const Procedure& procedure, const QString& id)
{
    for (int i = 0; i < procedure.steps.size(); ++i) {
        if (procedure.steps[i].id == id)
            return i;
    }
    return -1;
}

bool brokenRule(const SiteFacts& facts, const Procedure& plan, const QString& rule)
{
    const QList<Finding> broken = judgeSafety(facts, plan);
    return std::any_of(broken.begin(), broken.end(),
                       [&](const Finding& f) { return f.id == u"rule-"_s + rule; });
}

void moveBefore(Procedure& plan, const QString& id, const QString& before)
{
    const Step step = plan.steps.takeAt(indexOf(plan, id));
    plan.steps.insert(indexOf(plan, before), step);
}

} // namespace

/// A checker that can't fail is no checker: each rule is broken on purpose, and must be found.
class TestSafetyRules : public QObject {
    Q_OBJECT
private slots:
    void aPlantedMistakeIsFound_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<std::function<void(Procedure&)>>("mistake");
        const auto row = [](const char* name, ProcedureKind kind, const QString& rule,
                            std::function<void(Procedure&)> mistake) {
            QTest::newRow(name) << procedureCode(kind) << rule << mistake;
        };
        const ProcedureKind block = ProcedureKind::BlockSyncPorts;
        const ProcedureKind stop = ProcedureKind::StopMailFlow;
        row("the block is lifted early", block, u"S8"_s,
            [](Procedure& p) { moveBefore(p, u"unblock-mf1"_s, u"verify-version-mf1"_s); });
        row("both ends are lifted before the last node is upgraded", block, u"S1"_s, [](Procedure& p) {
            moveBefore(p, u"unblock-mf1"_s, u"drain-node-mf3"_s);
            moveBefore(p, u"unblock-mf2"_s, u"drain-node-mf3"_s);
        });
        row("a port is left out of the block", block, u"S1"_s, [](Procedure& p) {
            for (Step& step : p.steps)
                step.ports.removeAll(14046);
        });
        row("the block is not proved", block, u"S9"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"verify-block-mf2"_s)); });
        row("the block is not looked at again before an installer", block, u"S11"_s,
            [](Procedure& p) { p.steps[indexOf(p, u"run-installer-mf3"_s)].guards.clear(); });
        row("nobody asks by hand whether a port answers before the service starts", block, u"S9"_s, [](Procedure& p) {
            p.steps[indexOf(p, u"start-service-mf3"_s)].guards.removeIf(
                [](const Condition& guard) { return guard.kind == ConditionKind::PortsFiltered; });
        });
        row("the installer's word is trusted for the version", block, u"S1"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"verify-version-mf2"_s)); });
        row("the config is not read again", block, u"S11"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"reread-config-mf2"_s)); });
        row("a mail node is stopped without being drained", block, u"S4"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"drain-node-mf2"_s)); });
        row("two mail nodes are out at a time", block, u"S4"_s,
            [](Procedure& p) { moveBefore(p, u"drain-node-mf3"_s, u"return-node-mf2"_s); });
        row("a drain that nobody checks", block, u"S4"_s,
            [](Procedure& p) { p.steps[indexOf(p, u"drain-node-mf2"_s)].expects.clear(); });
        row("the restart takes a node out that is not drained", block, u"S4"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"drain-node-mf2-for-restart"_s)); });
        row("a block is never lifted", block, u"S7"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"unblock-mf3"_s)); });
        row("start at boot stays off", block, u"S7"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"boot-start-on-mf2"_s)); });
        row("the next slave is lifted before the queue is drained", block, u"FAQ2578-5"_s,
            [](Procedure& p) { moveBefore(p, u"unblock-mf3"_s, u"watch-queue-mf2"_s); });
        row("a slave is lifted before the master", block, u"FAQ2578-6"_s,
            [](Procedure& p) { moveBefore(p, u"unblock-mf2"_s, u"unblock-mf1"_s); });
        row("a word passes for an observation", block, u"S9"_s,
            [](Procedure& p) { p.steps[indexOf(p, u"confirm-go"_s)].byWord = false; });
        row("the master starts before a slave", stop, u"S5"_s,
            [](Procedure& p) { moveBefore(p, u"start-service-mf1"_s, u"start-service-mf3"_s); });
        row("a slave's start is not observed", stop, u"S5"_s,
            [](Procedure& p) { p.steps[indexOf(p, u"start-service-mf2"_s)].expects.clear(); });
        row("services stop while mail flows", stop, u"FAQ2578-2"_s,
            [](Procedure& p) { moveBefore(p, u"stop-service-mf1"_s, u"stop-mail-flow"_s); });
        row("an auto-started service is left running", stop, u"S3"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"stop-autostarted-service-mf2"_s)); });
        row("start at boot stays on", stop, u"S3"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"boot-start-off-mf2"_s)); });
        row("a service starts before all are upgraded", stop, u"S1"_s, [](Procedure& p) {
            moveBefore(p, u"start-service-mf2"_s, u"run-installer-mf1"_s);
            moveBefore(p, u"start-service-mf3"_s, u"run-installer-mf1"_s);
            p.steps.removeAt(indexOf(p, u"stop-service-mf1"_s));
        });
        row("nobody looks for the restart flag", stop, u"FAQ2578-2"_s,
            [](Procedure& p) { p.steps.removeAt(indexOf(p, u"check-restart-flag-mf2"_s)); });
        row("one node is forgotten", stop, u"FAQ2578-1"_s, [](Procedure& p) {
            p.steps.removeIf([](const Step& s) { return s.node == u"mf3"_s && s.phase == Phase::Upgrade; });
        });
        row("the point of no return is not marked", stop, u"S8"_s, [](Procedure& p) {
            for (Step& step : p.steps)
                step.pointOfNoReturn = false;
        });
        row("the installer runs without a copy of the config", stop, u"S7"_s,
            [](Procedure& p) { p.steps[indexOf(p, u"run-installer-mf2"_s)].guards.removeFirst(); });
    }
    void aPlantedMistakeIsFound()
    {
        QFETCH(QString, procedure);
        QFETCH(QString, rule);
        QFETCH(std::function<void(Procedure&)>, mistake);
        const SiteFacts facts = samples::facts();
        Procedure plan = draftProcedure(facts, *procedureFromCode(procedure));
        QVERIFY(!brokenRule(facts, plan, rule));
        mistake(plan);
        if (!brokenRule(facts, plan, rule)) {
            for (const Finding& finding : judgeSafety(facts, plan))
                qInfo() << finding.id << finding.path << finding.message.render(Language::English);
            QFAIL("not found");
        }
    }

    /// Whatever is not skippable is needed: without it the judge complains. (Steps that a rule needs only for
    /// the run, as a look that stops it, are named.)
    void aStepThatMayNotBeSkippedIsMissedByTheJudge_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("id");
        for (const ProcedureKind kind : {ProcedureKind::StopMailFlow, ProcedureKind::BlockSyncPorts}) {
            const Procedure plan = draftProcedure(samples::facts(), kind);
            for (const Step& step : plan.steps) {
                const bool changes = !step.opensLedger.isEmpty() || !step.closesLedger.isEmpty();
                if (!step.skippable && changes && step.onlyIf.isEmpty())
                    QTest::addRow("%s %s", qPrintable(procedureCode(kind)), qPrintable(step.id))
                        << procedureCode(kind) << step.id;
            }
        }
    }
    void aStepThatMayNotBeSkippedIsMissedByTheJudge()
    {
        QFETCH(QString, procedure);
        QFETCH(QString, id);
        const SiteFacts facts = samples::facts();
        Procedure plan = draftProcedure(facts, *procedureFromCode(procedure));
        plan.steps.removeAt(indexOf(plan, id));
        QVERIFY(!judgeSafety(facts, plan).isEmpty());
    }
    void everyRuleHasASentence()
    {
        QCOMPARE(safetyRules().size(), 11);
        for (const SafetyRule& rule : safetyRules())
            QVERIFY(!rule.sentence.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSafetyRules)
#include "tst_safetyrules.moc"
