#include "core/run/QueueSeries.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr qint64 gib = 1024 * mib;

QDateTime at(double minute)
{
    return QDateTime(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600)
        .addMSecs(qint64(minute * 60'000));
}

QueueSample sample(double minute, qint64 bytes, std::optional<qint64> freeBytes, qint64 files = 10,
                   qint64 oldest = 1)
{
    return {u"mf2"_s, at(minute), files, bytes, oldest, freeBytes};
}

/// One sample a minute; the queue grows and the disk's room goes by so much a minute.
QueueSeries steady(int minutes, qint64 growth, qint64 freeAtFirst, qint64 shrink)
{
    QueueSeries series;
    for (int i = 0; i <= minutes; ++i)
        series.add(sample(i, gib + i * growth, freeAtFirst - i * shrink));
    return series;
}

using Level = QueueOutlook::Level;

} // namespace

/// Where a queue goes, by made-up series.
class TestQueueSeries : public QObject {
    Q_OBJECT

private slots:
    void theDiskIsFullWhenItsRoomIsGoneAtThePresentRate_data()
    {
        QTest::addColumn<qint64>("growth");
        QTest::addColumn<qint64>("freeAtFirst");
        QTest::addColumn<qint64>("shrink");
        QTest::addColumn<double>("fullAfter"); // minutes from the first sample; negative: never
        QTest::addColumn<Level>("level");
        QTest::newRow("no growth") << qint64(0) << 20 * gib << qint64(0) << -1.0 << Level::Calm;
        QTest::newRow("growth, much room") << 10 * mib << 20 * gib << 10 * mib << 2048.0 << Level::Calm;
        QTest::newRow("full in two hours") << 10 * mib << 1200 * mib << 10 * mib << 120.0 << Level::Warning;
        QTest::newRow("full within the hour") << 10 * mib << 700 * mib << 10 * mib << 70.0 << Level::Alarm;
        QTest::newRow("draining") << -10 * mib << 2 * gib << -10 * mib << -1.0 << Level::Calm;
        QTest::newRow("other files fill it") << qint64(0) << 700 * mib << 10 * mib << 70.0 << Level::Alarm;
        QTest::newRow("piles up while others make room")
            << 10 * mib << 600 * mib << -mib << 10.0 + 610.0 / 10 << Level::Warning;
        QTest::newRow("hardly any room, no growth")
            << qint64(0) << 100 * mib << qint64(0) << -1.0 << Level::Alarm;
        QTest::newRow("in a year") << qint64(2048) << 2000 * gib << qint64(2048) << -1.0 << Level::Calm;
    }
    void theDiskIsFullWhenItsRoomIsGoneAtThePresentRate()
    {
        QFETCH(qint64, growth);
        QFETCH(qint64, freeAtFirst);
        QFETCH(qint64, shrink);
        QFETCH(double, fullAfter);
        const QueueSeries series = steady(10, growth, freeAtFirst, shrink);
        const QueueOutlook outlook = series.outlook(at(10), {});
        QTEST(outlook.level, "level");
        QCOMPARE(outlook.fullAt.has_value(), fullAfter >= 0);
        if (outlook.fullAt)
            QVERIFY2(std::abs(at(fullAfter).secsTo(*outlook.fullAt)) <= 2,
                     qPrintable(outlook.fullAt->toString(Qt::ISODate)));
        QVERIFY(outlook.queueRate);
        QVERIFY(std::abs(*outlook.queueRate * 60 - double(growth)) < 1);
    }
    void aDiskThatIsFullBeforeThePlannedLiftingIsAWarningHoweverFarThatIs()
    {
        const QueueSeries series = steady(10, 10 * mib, 6000 * mib, 10 * mib); // full after 600 minutes
        QCOMPARE(series.outlook(at(10), {}).level, Level::Calm);
        QCOMPARE(series.outlook(at(10), at(550)).level, Level::Calm);
        QCOMPARE(series.outlook(at(10), at(580)).level, Level::Warning); // less than the reserve
        QCOMPARE(series.outlook(at(10), at(900)).level, Level::Warning);
    }
    void onlyThePresentCounts()
    {
        QueueSeries series = steady(60, 10 * mib, 2000 * mib, 10 * mib);
        for (int i = 61; i <= 75; ++i)
            series.add(sample(i, gib + 600 * mib, 1400 * mib));
        const QueueOutlook outlook = series.outlook(at(75), {});
        QVERIFY(!outlook.fullAt);
        QCOMPARE(outlook.level, Level::Calm);
    }
    void aGapMakesTheRateNeitherFasterNorSlower()
    {
        QueueSeries series;
        for (const int minute : {0, 1, 2, 8, 9, 10}) // the node was restarted between
            series.add(sample(minute, gib + minute * 10 * mib, 1200 * mib - minute * 10 * mib));
        const QueueOutlook outlook = series.outlook(at(10), {});
        QVERIFY(std::abs(*outlook.queueRate * 60 - 10.0 * mib) < 1);
        QCOMPARE(outlook.fullAt->toString(Qt::ISODate), at(120).toString(Qt::ISODate));
    }
    void afterALongGapThereIsNoRateUntilThereAreSamplesAgain()
    {
        QueueSeries series = steady(5, 10 * mib, 1200 * mib, 10 * mib);
        const QueueOutlook lost = series.outlook(at(11), {});
        QVERIFY(lost.stale);
        QVERIFY(!lost.fullAt);
        QCOMPARE(lost.level, Level::Unknown);
        series.add(sample(40, 2 * gib, 800 * mib));
        const QueueOutlook back = series.outlook(at(40), {});
        QVERIFY(!back.stale && !back.queueRate && !back.fullAt);
        QCOMPARE(back.level, Level::Calm);
    }
    void withoutTheFreeDiskTheQueueIsSeenButNotHowLongItCanGoOn()
    {
        QueueSeries series;
        for (int i = 0; i <= 5; ++i)
            series.add(sample(i, gib + i * mib, {}));
        const QueueOutlook outlook = series.outlook(at(5), {});
        QCOMPARE(outlook.level, Level::Unknown);
        QVERIFY(outlook.queueRate);
        QVERIFY(!outlook.fullAt);
        QVERIFY(outlook.text().render(Language::English).contains(u"free disk not known"_s));
    }
    void whatFillsTheDiskBesideTheQueueIsSaid()
    {
        QVERIFY(steady(10, mib, 20 * gib, 10 * mib).outlook(at(10), {}).othersFill);
        QVERIFY(!steady(10, 10 * mib, 20 * gib, 11 * mib).outlook(at(10), {}).othersFill);
        QVERIFY(!steady(10, -10 * mib, 20 * gib, -10 * mib).outlook(at(10), {}).othersFill);
    }
    void theOutlookIsSaidInOneLine()
    {
        const QString text =
            steady(10, 10 * mib, 1200 * mib, 10 * mib).outlook(at(10), {}).text().render(Language::English);
        QCOMPARE(text, u"1.1 GiB in 10 files, free 1.1 GiB, growing by 600.0 MiB an hour, disk full at "
                       "2026-12-06 00:00 at this rate"_s);
    }
    void aDrainTellsWhatIsLeftAndWhenItEnds()
    {
        QueueSeries series = steady(5, 10 * mib, 20 * gib, 10 * mib);
        const QDateTime lifted = at(6);
        QVERIFY(!series.drain(lifted, at(6))); // not looked at since
        for (int i = 0; i <= 4; ++i)
            series.add(sample(6.5 + i * 0.25, gib - i * 100 * mib, 20 * gib, 1000 - i * 100, 600));
        const auto drain = series.drain(lifted, at(7.5));
        QVERIFY(drain);
        QVERIFY(!drain->drained);
        QCOMPARE(drain->filesLeft, 600);
        QCOMPARE(drain->bytesLeft, gib - 400 * mib);
        QCOMPARE(drain->bytesAtFirst, gib);
        // 400 MiB a minute leave, 624 MiB are left
        QCOMPARE(drain->expectedEnd->toString(Qt::ISODate), at(7.5).addSecs(94).toString(Qt::ISODate));
    }
    void aQueueThatDoesNotRunOffHasNoEnd_data()
    {
        QTest::addColumn<qint64>("change");
        QTest::newRow("stands") << qint64(0);
        QTest::newRow("grows") << mib;
    }
    void aQueueThatDoesNotRunOffHasNoEnd()
    {
        QFETCH(qint64, change);
        QueueSeries series;
        for (int i = 0; i <= 4; ++i)
            series.add(sample(i, gib + i * change, 20 * gib, 100, 6000));
        const auto drain = series.drain(at(0), at(4));
        QVERIFY(drain && !drain->drained && !drain->expectedEnd);
        QVERIFY(drain->text().render(Language::English).contains(u"does not run off"_s));
    }
    void drainedMeansNoFileOlderThanTheLifting_data()
    {
        QTest::addColumn<qint64>("files");
        QTest::addColumn<qint64>("oldest");
        QTest::addColumn<bool>("lifted");
        QTest::addColumn<bool>("drained");
        QTest::newRow("empty") << qint64(0) << qint64(-1) << true << true;
        QTest::newRow("new mail only") << qint64(5) << qint64(100) << true << true;
        QTest::newRow("as old as the lifting") << qint64(5) << qint64(600) << true << false;
        QTest::newRow("older") << qint64(1) << qint64(601) << true << false;
        QTest::newRow("age not known") << qint64(1) << qint64(-1) << true << false;
        QTest::newRow("not lifted") << qint64(1) << qint64(1) << false << false;
        QTest::newRow("not lifted, empty") << qint64(0) << qint64(-1) << false << true;
    }
    void drainedMeansNoFileOlderThanTheLifting()
    {
        QFETCH(qint64, files);
        QFETCH(qint64, oldest);
        QFETCH(bool, lifted);
        const QueueSample one = sample(10, files * mib, gib, files, oldest);
        QTEST(one.drainedSince(lifted ? at(0) : QDateTime()), "drained");
    }
    void theJournalKeepsTheStoryInFewSamples()
    {
        QueueThinning thinning;
        QList<QueueSample> kept;
        // six hours of standing, an hour of growth, two hours of drain, one a minute
        for (int i = 0; i < 360; ++i)
            kept += thinning.keep(sample(i, gib, 20 * gib));
        QVERIFY2(kept.size() <= 37, qPrintable(QString::number(kept.size())));
        for (int i = 0; i < 60; ++i)
            kept += thinning.keep(sample(360 + i, gib + i * 17 * mib, 20 * gib));
        const qint64 highest = gib + 59 * 17 * mib;
        for (int i = 1; i <= 120; ++i)
            kept += thinning.keep(sample(420 + i, std::max<qint64>(0, highest - i * 20 * mib), 20 * gib));
        QVERIFY2(kept.size() < 120, qPrintable(QString::number(kept.size())));
        const auto peak = std::max_element(kept.cbegin(), kept.cend(),
                                           [](const auto& a, const auto& b) { return a.bytes < b.bytes; });
        QCOMPARE(peak->bytes, highest); // exact, though it was between two kept ones
        QCOMPARE(kept.last().bytes, 0);
        QVERIFY(std::is_sorted(kept.cbegin(), kept.cend(),
                               [](const auto& a, const auto& b) { return a.when < b.when; }));
    }
    void aSampleComesBackFromTheJournalAsItWas()
    {
        for (const QueueSample& one : {sample(1, 5, 7), sample(2, 0, {}, 0, -1)})
            QCOMPARE(QueueSample::fromJson(one.toJson()), std::optional(one));
        QJsonObject broken = sample(1, 5, 7).toJson();
        broken.remove(u"at"_s);
        QVERIFY(!QueueSample::fromJson(broken));
        QVERIFY(!QueueSample::fromJson({}));
    }
    void aLongSeriesStaysSmallAndKeepsItsPeak()
    {
        QueueSeries series;
        for (int i = 0; i < 20'000; ++i)
            series.add(sample(i / 4.0, i == 777 ? 99 * gib : gib, 20 * gib));
        QVERIFY(series.samples().size() <= 4096);
        QCOMPARE(series.peak()->bytes, 99 * gib);
        QCOMPARE(series.samples().last().when, at(19'999 / 4.0));
    }
};

QTEST_GUILESS_MAIN(TestQueueSeries)
#include "tst_queueseries.moc"
