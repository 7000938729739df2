#include "core/rehearsal/RehearsalAccount.h"
#include "RehearsalSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// One line as it is shown: "name: forecast -> played", with a mark where it is not good.
QString shown(const AccountRow& row)
{
    return row.name.render(Language::English) + u": "_s + row.forecast.render(Language::English) + u" -> "_s +
           row.played.render(Language::English) + (row.good ? QString() : u" (!)"_s);
}

/// A site of two mail nodes with 1000 mails an hour of 100 KiB, and 2 GiB of room at mf2.
struct Bench {
    Bench()
    {
        samples::SiteShape shape;
        shape.slaves = 1;
        facts = samples::rehearsalFacts(shape);
        Site site = facts.site;
        site.mailLoad = MailLoad{1000, 100, 100};
        SurveyReport survey = facts.survey;
        survey.nodes[1].freeDiskBytes = {2048 * mebibyte, FactSource::Detected, {}, std::nullopt};
        facts = SiteFacts::from(site, survey);
        procedure = planProcedure(facts, ProcedureKind::BlockSyncPorts).value();
        chart = TimeChart::from(procedure, facts.site);
        forecast = QueueForecast::from(facts, procedure, chart);
    }
    QStringList rows(const RehearsalFigures& figures) const
    {
        QStringList out;
        for (const AccountRow& row : accountRows(figures, facts, procedure))
            out.append(shown(row));
        return out;
    }
    SiteFacts facts;
    Procedure procedure;
    TimeChart chart;
    QueueForecast forecast;
};

} // namespace

/// What a rehearsal showed beside what was forecast, and what each fault led to.
class TestRehearsalAccount : public QObject {
    Q_OBJECT
private slots:
    void theForecastStandsBesideWhatWasPlayed()
    {
        const Bench bench;
        RehearsalFigures figures;
        figures.minutes = bench.chart.totalMinutes - 30;
        figures.mailAccepted = 500;
        figures.mailArchived = 500;
        figures.queuePeaks = {{u"mf2"_s, 48 * mebibyte}};
        const QStringList rows = bench.rows(figures);
        QCOMPARE(rows, QStringList({
                           u"Time: 2 h 43 min -> 2 h 13 min"_s,
                           u"Queue of mf2 at its peak: 39.5 MiB to 315.8 MiB -> 48.0 MiB"_s,
                           u"Lowest free disk space on mf2: 1.7 GiB or more -> 2.0 GiB"_s,
                           u"Mails accepted: about 2,716 in 2 h 43 min -> 500"_s,
                           u"of these in the archive: all -> 500"_s,
                           u"Mails lost: 0 -> 0"_s,
                           u"Mails archived twice: 0 -> 0"_s,
                           u"Safety rules broken: 0 -> 0"_s}));
    }
    void whatIsWorseThanTheForecastIsMarked()
    {
        const Bench bench;
        RehearsalFigures figures;
        figures.minutes = bench.chart.totalMinutes + 1;
        figures.mailAccepted = 500;
        figures.mailArchived = 480;
        figures.mailQueued = 15;
        figures.mailLost = 5;
        figures.mailDoubled = 2;
        figures.queuePeaks = {{u"mf2"_s, 3000 * mebibyte}};
        figures.violations = {{u"S4"_s, u"stop-service-mf2"_s, QDateTime(), Text::verbatim(u"-"_s)}};
        figures.worldEvents = 1;
        const QStringList rows = bench.rows(figures);
        QCOMPARE(rows, QStringList({
                           u"Time: 2 h 43 min -> 2 h 44 min (!)"_s,
                           u"Queue of mf2 at its peak: 39.5 MiB to 315.8 MiB -> 2.9 GiB (!)"_s,
                           u"Lowest free disk space on mf2: 1.7 GiB or more -> 0 bytes (!)"_s,
                           u"Mails accepted: about 2,716 in 2 h 43 min -> 500"_s,
                           u"of these in the archive: all -> 480, still in a queue: 15"_s,
                           u"Mails lost: 0 -> 5 (!)"_s,
                           u"Mails archived twice: 0 -> 2 (!)"_s,
                           u"Safety rules broken: 0 -> 1 (!)"_s,
                           u"Sync paths that a fault opened between different versions: 0 -> 1 (!)"_s}));
    }
    void whatStoodInAQueueBeforeTheWorkIsNotWhatItGrewBy()
    {
        Bench bench;
        SurveyReport survey = bench.facts.survey;
        survey.nodes[1].queueBytes = {1000 * mebibyte, FactSource::Detected, {}, std::nullopt};
        bench.facts = SiteFacts::from(bench.facts.site, survey);
        RehearsalFigures figures;
        figures.queuePeaks = {{u"mf2"_s, 1048 * mebibyte}};
        const QStringList rows = bench.rows(figures);
        QCOMPARE(rows[1], u"Queue of mf2 at its peak: 39.5 MiB to 315.8 MiB -> 1.0 GiB"_s);
        QCOMPARE(rows[2], u"Lowest free disk space on mf2: 1.7 GiB or more -> 2.0 GiB"_s);
    }
    void theFiguresOfARunArePlayed()
    {
        const Bench bench;
        const RehearsalResult result = Rehearsal(bench.facts, bench.procedure).play({});
        QCOMPARE(result.outcome, RehearsalResult::Outcome::Done);
        const RehearsalFigures figures = RehearsalFigures::of(result);
        QCOMPARE(figures.minutes, result.minutes);
        QVERIFY(figures.minutes > 10);
        QCOMPARE(figures.mailAccepted, figures.mailArchived);
        QCOMPARE(figures.mailQueued, 0);
        QVERIFY(figures.queuePeaks.value(u"mf2"_s) > 0);
        for (const AccountRow& row : accountRows(figures, bench.facts, bench.procedure))
            QVERIFY2(row.good, qPrintable(shown(row)));
    }
    void whatFollowedIsToldOfTheFaultThatHappenedLastBeforeIt()
    {
        const Bench bench;
        const FaultPlan plan = FaultPlan::parse(u"installer-lies@run-installer-mf2,node-reboots@block-mf1,"
                                                "command-fails@unblock-mf1"_s)
                                   .value();
        const FaultPlan left{{plan.faults[2]}};
        Incident incident;
        incident.step = u"verify-version-mf2"_s;
        incident.when = QDateTime(QDate(2026, 12, 5), QTime(22, 41), Qt::OffsetFromUTC, 9 * 3600);
        incident.what = Text::verbatim(u"The version is not as expected."_s);
        incident.seen = {Text::verbatim(u"5.20R01"_s)};
        incident.remedy = Remedy::Look;
        const QList<FaultStory> stories = faultStories(plan, left, bench.procedure, {incident, incident});
        QCOMPARE(stories.size(), 3);
        QVERIFY(stories[0].happened && stories[1].happened && !stories[2].happened);
        QCOMPARE(stories[0].followed.size(), 1); // told once
        QVERIFY(stories[1].followed.isEmpty() && stories[2].followed.isEmpty());
        QVERIFY(stories[0].outcome().isEmpty()); // what was noticed tells it
        QVERIFY(stories[1].outcome().render(Language::English).contains("no trouble is ascribed to it"_L1));
        FaultStory held{Fault{FaultKind::OperatorDeclines, u"block-mf1"_s}, {}, true, {}};
        QVERIFY(held.outcome().render(Language::English).contains("the outcome shows"_L1)); // it was his own doing
        QVERIFY(stories[2].outcome().render(Language::English).contains("Not met"_L1));
        const QString text = stories[0].followed.first().render(Language::English);
        for (const QString& part : {u"22:41"_s, u"The version is not as expected."_s, u"5.20R01"_s,
                                    remedyText(Remedy::Look).render(Language::English)})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!text.contains("put it right for you"_L1));
        incident.putRight = true;
        QVERIFY(incident.text().render(Language::English).contains("put it right for you"_L1));
        const QString title = stories[0].title.render(Language::English);
        QVERIFY2(title.contains(faultText(FaultKind::InstallerLies).render(Language::English)) && title.contains("mf2"_L1),
                 qPrintable(title));
    }
};
QTEST_GUILESS_MAIN(TestRehearsalAccount)
#include "tst_rehearsalaccount.moc"
