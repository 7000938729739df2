#include "RunnerBench.h"

#include <QTest>

#include <condition_variable>

using namespace Qt::StringLiterals;
using namespace ruw;

/// Comes together when as many have come as are waited for; whoever waits in vain gives up and says so.
class Meeting {
public:
    explicit Meeting(int wanted) : m_wanted(wanted) {}
    void come()
    {
        std::unique_lock lock(m_mutex);
        ++m_here;
        m_wake.notify_all();
        m_met =
            m_wake.wait_for(lock, std::chrono::seconds(10), [this] { return m_here >= m_wanted; }) && m_met;
    }
    bool met() const { return m_met && m_here == m_wanted; }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_wanted, m_here = 0;
    bool m_met = true;
};

class TestObserver : public QObject {
    Q_OBJECT

    /// What proves the block from every node: as the steps that prove it look.
    static QList<Condition> proofs(const Procedure& procedure)
    {
        QList<Condition> out;
        for (const Step& step : procedure.steps) {
            if (step.kind != StepKind::VerifyBlock || step.phase != Phase::Isolate)
                continue;
            for (const Condition& condition : step.expects) {
                if (!out.contains(condition))
                    out.append(condition);
            }
        }
        return out;
    }
    /// A run that has come to the first installer: the block stands and the services run.
    static void putBlockOn(samples::RunnerBench& bench)
    {
        bench.gate.onConfirm = [](const StepQuestion& question) -> std::optional<StepAnswer> {
            if (question.step.kind == StepKind::DrainNode)
                return StepAnswer{};
            return std::nullopt;
        };
        QCOMPARE(bench.go().value(), RunEnd::Held);
    }

private slots:
    /// A look at filtered ports takes as long as one of them may take to answer, however many nodes ask.
    void allNodesAskTheirPortsAtOnce()
    {
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        putBlockOn(bench);
        bench.access.parallel = true;
        Meeting meeting(3);
        bench.access.onAnswer = [&](const QString&, const NodeQuery& query) {
            if (!query.reach.isEmpty())
                meeting.come();
        };
        const Observer observer(bench.facts, bench.run->state(), bench.access, bench.site);
        const QList<Observation> seen = observer.look(proofs(bench.procedure), {});
        QVERIFY(meeting.met());
        QCOMPARE(seen.size(), proofs(bench.procedure).size());
        for (const Observation& one : seen)
            QVERIFY2(one.verdict == Observation::Verdict::Holds,
                     qPrintable(one.seen.render(Language::English)));
    }
    void whatIsSeenAtOnceIsWhatIsSeenOneAfterTheOther_data()
    {
        QTest::addColumn<QString>("node"); ///< where the block is lifted; empty: nowhere
        for (const char* node : {"", "mf1", "mf2", "mf3"})
            QTest::newRow(node[0] ? node : "it stands") << QString::fromLatin1(node);
    }
    void whatIsSeenAtOnceIsWhatIsSeenOneAfterTheOther()
    {
        QFETCH(QString, node);
        samples::RunnerBench bench({}, ProcedureKind::BlockSyncPorts);
        putBlockOn(bench);
        if (!node.isEmpty()) {
            Condition lifted;
            lifted.kind = ConditionKind::BlockAbsent;
            lifted.node = node;
            bench.site.repair(lifted);
        }
        const auto verdicts = [&](bool parallel) {
            bench.access.parallel = parallel;
            const Observer observer(bench.facts, bench.run->state(), bench.access, bench.site);
            QStringList out;
            for (const Observation& one : observer.look(proofs(bench.procedure), {}))
                out.append(one.condition.text().render(Language::English) + verdictCode(one.verdict));
            return out;
        };
        const QStringList inTurn = verdicts(false);
        QCOMPARE(verdicts(true), inTurn);
        QCOMPARE(inTurn.filter(u"broken"_s).isEmpty(), node.isEmpty());
    }
    /// Where nobody can look there is nothing to show: no "Seen:" with nothing behind it.
    void aMatterOfWordOfAllNodesShowsNothingSeen()
    {
        SiteFacts facts = samples::rehearsalFacts({});
        for (NodeFacts& node : facts.nodes)
            node.node.access = AccessKind::Manual;
        for (Node& node : facts.site.nodes)
            node.access = AccessKind::Manual;
        samples::RunnerBench bench(ProcedureKind::BlockSyncPorts, facts);
        Condition same;
        same.kind = ConditionKind::SameVersionEverywhere;
        same.value = bench.facts.site.targetVersion.toString();
        const Observer observer(bench.facts, bench.run->state(), bench.access, bench.site);
        const QList<Observation> seen = observer.look({same}, {});
        QCOMPARE(seen.first().verdict, Observation::Verdict::ByWord);
        QVERIFY(seen.first().seen.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestObserver)
#include "tst_observer.moc"
