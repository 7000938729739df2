#include "core/plan/QueueForecast.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr qint64 mib = 1024 * 1024;

struct Lab {
    SiteFacts facts;
    Procedure procedure;
    TimeChart chart;

    Lab()
    {
        for (const QString& name : {u"mf1"_s, u"mf2"_s, u"mf3"_s}) {
            Node node;
            node.name = name;
            node.role = facts.nodes.isEmpty() ? Role::Master : Role::Slave;
            NodeFacts one;
            one.node = node;
            one.survey.name = name;
            facts.nodes.append(one);
            facts.site.nodes.append(node);
        }
        facts.dataSync = SiteDataSync::On;
        facts.site.mailLoad = {3072, 1024, 100}; // 3 GiB an hour for three mail nodes
        procedure.kind = ProcedureKind::BlockSyncPorts;
        chart.blockStandsMinutes = 60;
    }
    void takesMail(int number, bool yes)
    {
        facts.site.nodes[number - 1].takesMail = yes;
        facts.nodes[number - 1].node.takesMail = yes;
    }
    void freeDisk(int number, qint64 bytes)
    {
        facts.nodes[number - 1].survey.freeDiskBytes = {bytes, FactSource::Detected, {}, std::nullopt};
    }
    QueueForecast forecast() const { return QueueForecast::from(facts, procedure, chart); }
};

} // namespace

class TestQueueForecast : public QObject {
    Q_OBJECT
private slots:
    void itAppliesWhereMailFlowsAndDataSyncIsNotOff_data()
    {
        QTest::addColumn<SiteDataSync>("dataSync");
        QTest::addColumn<ProcedureKind>("kind");
        QTest::addColumn<bool>("applies");
        QTest::newRow("ON, block by port") << SiteDataSync::On << ProcedureKind::BlockSyncPorts << true;
        QTest::newRow("ON, all traffic") << SiteDataSync::On << ProcedureKind::BlockPeerTraffic << true;
        QTest::newRow("not settled counts as ON")
            << SiteDataSync::Unsettled << ProcedureKind::BlockSyncPorts << true;
        QTest::newRow("OFF") << SiteDataSync::Off << ProcedureKind::BlockSyncPorts << false;
        QTest::newRow("no mail flows") << SiteDataSync::On << ProcedureKind::StopMailFlow << false;
    }
    void itAppliesWhereMailFlowsAndDataSyncIsNotOff()
    {
        QFETCH(SiteDataSync, dataSync);
        QFETCH(ProcedureKind, kind);
        QFETCH(bool, applies);
        Lab lab;
        lab.facts.dataSync = dataSync;
        lab.procedure.kind = kind;
        QCOMPARE(lab.forecast().applies, applies);
        QCOMPARE(lab.forecast().nodes.isEmpty(), !applies);
    }

    void theRangeIsHalfToTwiceWithOneNodeOutOfService()
    {
        const QueueForecast forecast = Lab().forecast();
        QCOMPARE(forecast.minutes, 60);
        QCOMPARE(forecast.nodes.size(), 2);
        QCOMPARE(forecast.nodes[0].node, u"mf2"_s); // the master's queue goes to its own archive
        QCOMPARE(forecast.nodes[1].node, u"mf3"_s);
        const QueueForecast::Range range = {512 * mib, 1024 * mib, 3072 * mib};
        QCOMPARE(forecast.nodes[0].bytes, range);
        QCOMPARE(forecast.nodes[1].bytes, range);
    }

    void aSlaveThatTakesNoMailPilesUpNothing()
    {
        Lab lab;
        lab.takesMail(3, false);
        const QueueForecast forecast = lab.forecast();
        QCOMPARE(forecast.nodes.size(), 1);
        // Two mail nodes: half each; all of it while the other one is out.
        QCOMPARE(forecast.nodes[0].bytes, (QueueForecast::Range{768 * mib, 1536 * mib, 6144 * mib}));
    }

    void theKeptShareCounts()
    {
        Lab lab;
        lab.facts.site.mailLoad.keptPercent = 25;
        QCOMPARE(lab.forecast().nodes[0].bytes.expected, 256 * mib);
        lab.facts.site.mailLoad.keptPercent = 0;
        lab.freeDisk(2, 1);
        QCOMPARE(lab.forecast().nodes[0].bytes, QueueForecast::Range());
        QVERIFY(!lab.forecast().nodes[0].fullAfterMinutes);
    }

    void theDiskIsFullAtTheHighRateRoundedDown()
    {
        Lab lab;
        QVERIFY(!lab.forecast().nodes[0].fullAfterMinutes);
        lab.freeDisk(2, 1536 * mib); // 3072 MiB an hour
        QCOMPARE(lab.forecast().nodes[0].fullAfterMinutes, std::optional(30));
        lab.freeDisk(2, 1536 * mib - 1);
        QCOMPARE(lab.forecast().nodes[0].fullAfterMinutes, std::optional(29));
        lab.freeDisk(2, -5);
        QCOMPARE(lab.forecast().nodes[0].fullAfterMinutes, std::optional(0));
        QVERIFY(!lab.forecast().nodes[1].fullAfterMinutes);
    }

    void figuresThatNobodyEnteredAreMarkedAsAssumed()
    {
        Lab lab;
        lab.facts.site.mailLoad = {std::nullopt, 50, std::nullopt};
        const QueueForecast forecast = lab.forecast();
        QVERIFY(forecast.assumptions.size() >= 3);
        QVERIFY(!forecast.assumptions[0].fromOperator);
        QCOMPARE(forecast.assumptions[0].value.render(Language::English),
                 u"1,000 mails per hour (assumed; enter your own figure)"_s);
        QVERIFY(forecast.assumptions[1].fromOperator);
        QCOMPARE(forecast.assumptions[1].value.render(Language::English), u"50.0 KiB"_s);
        QVERIFY(!forecast.assumptions[2].fromOperator);
        for (const QueueForecast::Assumption& assumption : forecast.assumptions) {
            QVERIFY(!assumption.name.isEmpty());
            QVERIFY(!assumption.value.isEmpty());
        }
    }

    void absurdFiguresNeitherOverflowNorTurnNegative()
    {
        Lab lab;
        const int most = std::numeric_limits<int>::max();
        lab.facts.site.mailLoad = {most, most, most};
        lab.chart.blockStandsMinutes = most;
        lab.freeDisk(2, std::numeric_limits<qint64>::max());
        const auto node = lab.forecast().nodes[0];
        QCOMPARE(node.bytes.high, std::numeric_limits<qint64>::max());
        QVERIFY(node.bytes.low <= node.bytes.expected);
        QVERIFY(node.bytes.expected <= node.bytes.high);
        lab.facts.site.mailLoad = {-1, -1, -1};
        lab.chart.blockStandsMinutes = -1;
        QCOMPARE(lab.forecast().nodes[0].bytes, QueueForecast::Range());
        QCOMPARE(lab.forecast().minutes, 0);
        lab.facts.site.mailLoad = {1, 1, 100};
        lab.chart.blockStandsMinutes = 1;
        QVERIFY(lab.forecast().nodes[0].bytes.low > 0); // rounded up, never away
        QVERIFY(lab.forecast().nodes[0].fullAfterMinutes == std::numeric_limits<int>::max());
    }
};

QTEST_GUILESS_MAIN(TestQueueForecast)
#include "tst_queueforecast.moc"
