#include "core/report/EvidenceCourse.h"
#include "core/run/GuidedRun.h"
#include "core/run/WorkCourse.h"
#include "RunSamples.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;

/// The time chart of a run: each look at the clock takes ten minutes, from 22:10.
class TestWorkCourse : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    samples::TickingClock m_clock;
    int m_number = 0;
    std::shared_ptr<GuidedRun> m_run;

    static QDateTime at(const char* time)
    {
        return QDateTime::fromString(u"2026-12-05T%1:00+09:00"_s.arg(QLatin1StringView(time)), Qt::ISODate);
    }
    static TimeChart chart(const std::optional<QDateTime>& start)
    {
        Site site = samples::facts().site;
        site.schedule.start = start;
        return TimeChart::from(samples::procedure(), site);
    }

private slots:
    void init()
    {
        m_clock = {};
        auto journal = Journal::create(m_dir.filePath(u"%1.jsonl"_s.arg(++m_number)), m_clock);
        m_run = *GuidedRun::begin(samples::procedure(), samples::facts(), *journal);
        QVERIFY(m_run->setPeople(u"Sato"_s, u"Suzuki"_s));
        for (int step = 0; step < 2; ++step) { // the confirmation and the block
            QVERIFY(m_run->start(true));
            QVERIFY(m_run->finish(true, {}));
        }
        QVERIFY(m_run->start(true)); // the proof is under way
    }

    void eachStretchHasItsPlannedAndItsActualTimes()
    {
        const WorkCourse course = WorkCourse::from(m_run->state(), chart(at("22:00")), at("23:59"));
        QVERIFY(!course.planMoved);
        QCOMPARE(course.rows.size(), 5); // prepare, isolate, upgrade of mf1, restore, finish
        const WorkCourse::Row& prepare = course.rows[0];
        QCOMPARE(prepare.plannedFrom, at("22:00"));
        QCOMPARE(prepare.plannedTo, at("22:05"));
        QVERIFY(prepare.ended);
        QCOMPARE(prepare.from, m_run->state().record(u"confirm"_s).started);
        QCOMPARE(prepare.to, m_run->state().record(u"confirm"_s).ended);
        const WorkCourse::Row& isolate = course.rows[1];
        QCOMPARE(isolate.plannedFrom, at("22:05"));
        QCOMPARE(isolate.plannedTo, at("22:15"));
        QVERIFY(!isolate.ended);
        QCOMPARE(isolate.to, at("23:59")); // under way until now
        QVERIFY(course.rows[2].plan.pointOfNoReturn);
        QVERIFY(!course.rows[2].from.isValid());
        QCOMPARE(course.begin, at("22:00"));
        QCOMPARE(course.end, at("23:59"));
    }

    void aRunOnAnotherNightHasItsPlanLaidBeside_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<bool>("moved");
        QTest::newRow("no start in the schedule") << QDateTime() << true;
        QTest::newRow("a week before") << at("22:00").addDays(-7) << true;
        QTest::newRow("two hours late") << at("20:00") << false;
        QTest::newRow("the same moment in UTC") << at("22:00").toUTC() << false;
    }
    void aRunOnAnotherNightHasItsPlanLaidBeside()
    {
        QFETCH(const QDateTime, start);
        QFETCH(const bool, moved);
        const auto planned = start.isValid() ? std::optional(start) : std::nullopt;
        const WorkCourse course = WorkCourse::from(m_run->state(), chart(planned), at("23:59"));
        QCOMPARE(course.planMoved, moved);
        QCOMPARE(course.rows[0].plannedFrom, moved ? m_run->state().begunAt() : start);
        QCOMPARE(course.rows[0].plannedFrom.offsetFromUtc(), 9 * 3600); // read in the run's own time
    }

    void theTimesAreSaidInWordsInBothLanguages()
    {
        const WorkCourse course = WorkCourse::from(m_run->state(), chart(at("22:00")), at("23:59"));
        QVERIFY(WorkCourse::times(course.rows[0]).render(Language::English).contains("actual"_L1));
        QVERIFY(WorkCourse::times(course.rows[1]).render(Language::English).contains("begun"_L1));
        QVERIFY(WorkCourse::times(course.rows[2]).render(Language::English).endsWith("not begun"_L1));
        QVERIFY(WorkCourse::times(course.rows[0]).render(Language::Japanese).contains(u"実績"));
    }

    void onPaperEveryStretchHasAnOutlinedBarForThePlanAndASolidOneForWhatWas()
    {
        const WorkCourse course = WorkCourse::from(m_run->state(), chart(at("22:00")), at("23:59"));
        const Table table =
            courseTable(course, chart(at("22:00")), m_run->state().procedure(), {}, Language::English);
        QList<Row> rows = table.rows;
        const auto mark = std::find_if(rows.cbegin(), rows.cend(), [](const Row& row) { return row.emphasized; });
        QVERIFY(mark != rows.cend() && std::next(mark) != rows.cend());
        const auto passed = std::find_if(course.rows.cbegin(), course.rows.cend(),
                                         [](const WorkCourse::Row& row) { return row.plan.pointOfNoReturn; });
        QCOMPARE(std::next(mark)->cells.first().text, passed->plan.text().render(Language::English));
        rows.removeIf([](const Row& row) { return row.emphasized; }); // the point of no return
        QCOMPARE(rows.size(), course.rows.size());
        for (int i = 0; i < int(rows.size()); ++i) {
            const QList<Bar>& bars = rows[i].cells.last().bars;
            QCOMPARE(bars.size(), course.rows[i].from.isValid() ? 2 : 1);
            QVERIFY(bars.first().outlined);
            QVERIFY(bars.size() == 1 || !bars.last().outlined);
            for (const Bar& bar : bars)
                QVERIFY(bar.from >= 0 && bar.from <= bar.to && bar.to <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkCourse)
#include "tst_workcourse.moc"
