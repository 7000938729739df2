#include "core/run/RunRecords.h"
#include "RunnerBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

/// What the journal keeps of how it was judged that a step is undone.
class TestUndoRecords : public QObject {
    Q_OBJECT

    /// What the step's last undo rests on; empty: it was not undone.
    static QJsonObject undoneOf(const samples::RunnerBench& bench, const QString& step)
    {
        const JournalRead read = *Journal::parse(bench.journal, u"bench"_s);
        QJsonObject out;
        for (const JournalRecord& record : read.records) {
            if (record.step == step && record.kind == u"step-rolled-back"_s)
                out = record.data;
        }
        return out;
    }
    static samples::SiteShape shapeOf(bool windows)
    {
        samples::SiteShape shape;
        shape.os = windows ? Os::Windows : Os::Linux;
        return shape;
    }

private slots:
    void whereNothingWasLookedAtAWordIsAllThereIs()
    {
        QCOMPARE(undoneToJson({}), (QJsonObject{{u"byWord"_s, true}, {u"seen"_s, false}}));
        Observation look;
        look.verdict = Observation::Verdict::Holds;
        QCOMPARE(undoneToJson({look}), (QJsonObject{{u"byWord"_s, false}, {u"seen"_s, true}}));
        Observation word;
        word.verdict = Observation::Verdict::ByWord;
        QCOMPARE(undoneToJson({word}), (QJsonObject{{u"byWord"_s, true}, {u"seen"_s, false}}));
        QCOMPARE(undoneToJson({word, look}), (QJsonObject{{u"byWord"_s, true}, {u"seen"_s, true}}));
    }
    void aBlockThatWasLiftedOnTheWayBackIsKeptWithWhetherThatWasSeen_data()
    {
        QTest::addColumn<bool>("windows"); ///< by word
        QTest::newRow("by SSH") << false;
        QTest::newRow("by word") << true;
    }
    void aBlockThatWasLiftedOnTheWayBackIsKeptWithWhetherThatWasSeen()
    {
        QFETCH(bool, windows);
        samples::RunnerBench bench(shapeOf(windows), ProcedureKind::BlockSyncPorts, u"operator-goes-back@confirm-go"_s);
        QCOMPARE(bench.go().value(), RunEnd::RolledBack);
        const QJsonObject told = undoneOf(bench, u"block-mf2"_s);
        QVERIFY(told.contains(u"note"_s));
        QCOMPARE(told.value(u"byWord"_s), QJsonValue(windows));
        QCOMPARE(told.value(u"seen"_s), QJsonValue(!windows));
    }
    /// That a node is in the mail route again no look shows.
    void anUndoByHandIsKeptAsHisWordWhateverIsSeen()
    {
        samples::RunnerBench bench(shapeOf(false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@run-installer-mf2"_s);
        QVERIFY(bool(bench.go()));
        const QJsonObject told = undoneOf(bench, u"drain-node-mf2"_s);
        QCOMPARE(told.value(u"byWord"_s), QJsonValue(true));
        QCOMPARE(told.value(u"seen"_s), QJsonValue(true)); // its service runs
    }
    /// The program ended while a person put the node back into the route: afterwards his word is asked, whatever else is seen.
    void anUndoByHandThatBrokeOffIsKeptAsHisWord()
    {
        const QString undone = u"drain-node-mf2"_s;
        samples::RunnerBench bench(shapeOf(false), ProcedureKind::BlockSyncPorts, u"operator-goes-back@run-installer-mf2"_s);
        std::stop_source stop;
        bench.gate.onUndoing = [&](const Step& step) {
            if (step.id == undone)
                stop.request_stop();
            return true;
        };
        bench.access.cutOff = [&](const QString&) { return stop.stop_requested(); };
        QCOMPARE(bench.go(stop.get_token()).value(), RunEnd::Held);
        QVERIFY(undoneOf(bench, undone).isEmpty());
        bench.access.cutOff = nullptr;
        bench.gate.onUndoing = nullptr;
        QCOMPARE(bench.resume().value(), RunEnd::Done); // he goes on with the work after all
        QCOMPARE(undoneOf(bench, undone).value(u"byWord"_s), QJsonValue(true));
    }
};

QTEST_GUILESS_MAIN(TestUndoRecords)
#include "tst_undorecords.moc"
