#include "core/plan/TimeChart.h"
#include "core/run/Notices.h"
#include "core/run/Silence.h"
#include "PlanSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

const Procedure& plan()
{
    static const Procedure procedure = [] {
        samples::SiteShape shape;
        shape.access = AccessKind::Ssh;
        return planProcedure(samples::facts(shape), ProcedureKind::BlockSyncPorts).value();
    }();
    return procedure;
}

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 12, 6), QTime(3, 0), Qt::OffsetFromUTC, 9 * 3600).addSecs(60 * minute);
}

void apply(RunState& state, const QString& kind, const QString& step = {}, const QJsonObject& data = {})
{
    static int seq = 0;
    state.apply({++seq, at(-120), kind, step, data, {}});
}

RunState running()
{
    RunState state(plan());
    apply(state, u"run-begun"_s);
    return state;
}

/// Every step before the first one of this kind, and that one as it is carried out.
void doUpTo(RunState& state, StepKind kind, bool alsoIt)
{
    for (const Step& step : plan().steps) {
        if (step.kind == kind && !alsoIt)
            return;
        if (state.record(step.id).status != StepStatus::NotNeeded) {
            for (const char* what : {"step-confirmed", "step-started", "step-executed", "step-verified"})
                apply(state, QString::fromLatin1(what), step.id);
        }
        if (step.kind == kind)
            return;
    }
}

QStringList ids(const QList<Notice>& notices)
{
    QStringList out;
    for (const Notice& notice : notices)
        out.append(notice.id);
    return out;
}

SiteFacts siteFacts(AccessKind access = AccessKind::Ssh)
{
    samples::SiteShape shape;
    shape.access = access;
    return samples::facts(shape);
}

QueueLook look(const QString& node, int minute, qint64 bytes, qint64 freeBytes)
{
    const QueueSample sample{node, at(minute), 10, bytes, 60LL * 60, freeBytes};
    return {node, sample.when, sample, {}, false};
}

constexpr qint64 mib = 1024 * 1024;

} // namespace

/// What the operator must hear once: the clock, and disks that fill.
class TestNotices : public QObject {
    Q_OBJECT

    static MailSpell spellOf(MailAnswer answer, const QDateTime& from = {})
    {
        MailSpell spell;
        spell.answer = answer;
        spell.from = spell.to = from;
        return spell;
    }
    /// The nodes that are silent against the plan after this look.
    static QStringList silentAfter(SilenceWatch& watch, const QString& node, MailAnswer answer, const RunState& state)
    {
        (void)watch.heard(node, spellOf(answer), state);
        return ids(watch.notices());
    }
    /// The first step of this kind that works on one node, or on the whole site.
    static const Step& stepOf(StepKind kind)
    {
        const auto it = std::find_if(plan().steps.cbegin(), plan().steps.cend(),
                                     [kind](const Step& step) { return step.kind == kind; });
        if (it == plan().steps.cend())
            qFatal("the plan has no such step");
        return *it;
    }

private slots:
    void theClockTellsTheLastThresholdThatWasReached_data()
    {
        QTest::addColumn<int>("minute"); // against decide-by 03:00; the end is at 05:00
        QTest::addColumn<QStringList>("told");
        QTest::newRow("long before") << -31 << QStringList();
        QTest::newRow("half an hour") << -30 << QStringList{u"decide-by-30"_s};
        QTest::newRow("ten minutes") << -10 << QStringList{u"decide-by-10"_s};
        QTest::newRow("a minute") << -1 << QStringList{u"decide-by-10"_s};
        QTest::newRow("now") << 0 << QStringList{u"decide-by-0"_s};
        QTest::newRow("before the end") << 95 << QStringList{u"decide-by-0"_s, u"end-30"_s};
        QTest::newRow("after the end") << 121 << QStringList{u"decide-by-0"_s, u"end-0"_s};
    }
    void theClockTellsTheLastThresholdThatWasReached()
    {
        QFETCH(int, minute);
        const Schedule schedule{at(-300), at(0), at(120)};
        QTEST(ids(scheduleNotices(at(minute), schedule, running())), "told");
    }
    void withoutAScheduleOrAfterTheEndOfTheRunNothingIsTold()
    {
        QCOMPARE(scheduleNotices(at(200), {}, running()), QList<Notice>());
        RunState done = running();
        for (const Step& step : plan().steps)
            apply(done, u"step-skipped"_s, step.id);
        QVERIFY(done.end() != RunEnd::Running);
        QCOMPARE(scheduleNotices(at(200), {at(-300), at(0), at(120)}, done), QList<Notice>());
    }
    void itSaysWhatItMeansOnThisSideOfThePointOfNoReturn()
    {
        const Schedule schedule{at(-300), at(0), at(120)};
        const auto text = [&](const RunState& state) {
            return scheduleNotices(at(-20), schedule, state).first().whole().render(Language::English);
        };
        RunState state = running();
        QCOMPARE(
            text(state),
            u"Decide by 03:00 whether to go on or back: 20 min left. Before the point of no return. The work "
            "can be given up here: no temporary change stands."_s);
        doUpTo(state, StepKind::Block, true);
        QVERIFY(text(state).contains(u"first undo the temporary changes"_s));
        doUpTo(state, StepKind::RunInstaller, true);
        QVERIFY(
            text(state).contains(u"Past the point of no return. Treat the nodes as having different versions"_s));
    }
    void eachNoticeIsToldOnce()
    {
        const Schedule schedule{at(-300), at(0), at(120)};
        const RunState state = running();
        NoticeBoard board;
        QStringList told;
        for (int minute = -40; minute <= 130; ++minute)
            told += ids(board.fresh(scheduleNotices(at(minute), schedule, state)));
        QCOMPARE(told, (QStringList{u"decide-by-30"_s, u"decide-by-10"_s, u"decide-by-0"_s, u"end-30"_s,
                                    u"end-10"_s, u"end-0"_s}));
    }
    void aRunThatBeginsLateHearsOnlyWhatHoldsNow()
    {
        NoticeBoard board;
        const Schedule schedule{at(-300), at(0), at(120)};
        QCOMPARE(ids(board.fresh(scheduleNotices(at(115), schedule, running()))),
                 (QStringList{u"decide-by-0"_s, u"end-10"_s}));
    }
    void whenTheWorkIsOverTheLastLookIsHowTheQueueStands()
    {
        const SiteFacts facts = siteFacts();
        RunState state = running();
        QueuePicture picture;
        picture.add(look(u"mf2"_s, 0, 300 * mib, 9000 * mib));
        for (const Step& step : plan().steps)
            apply(state, u"step-skipped"_s, step.id);
        QVERIFY(state.end() != RunEnd::Running);
        const auto lineOf = [&](const QString& node) {
            for (const QueuePicture::Line& line : picture.lines(facts, state, at(600))) {
                if (line.node == node)
                    return line;
            }
            return QueuePicture::Line();
        };
        QCOMPARE(lineOf(u"mf2"_s).level, QueueOutlook::Level::Calm);
        QVERIFY(!lineOf(u"mf2"_s).outlook.stale);
        const QString said = lineOf(u"mf2"_s).text.render(Language::English);
        QVERIFY2(said.startsWith("Seen last at "_L1) && said.contains("300.0 MiB"_L1), qPrintable(said));
        QCOMPARE(lineOf(u"mf3"_s).level, QueueOutlook::Level::Unknown); // nobody ever saw it
    }
    void aDiskThatFillsIsToldAndAgainWhenItComesBack()
    {
        RunState state = running();
        doUpTo(state, StepKind::RunInstaller, false);
        const SiteFacts facts = siteFacts();
        QCOMPARE(queuePhase(facts, state), QueuePhase::PilingUp);
        QueuePicture picture;
        NoticeBoard board;
        QStringList told;
        const auto minutePasses = [&](int minute, qint64 bytes, qint64 freeBytes) {
            picture.add(look(u"mf2"_s, minute, bytes, freeBytes));
            const auto lines = picture.lines(facts, state, at(minute));
            told += ids(board.fresh(queueNotices(lines)));
        };
        for (int i = 0; i <= 20; ++i)
            minutePasses(i, i * 10 * mib, 800 * mib - i * 10 * mib);
        QCOMPARE(told.last(), u"queue-alarm:mf2"_s);
        const qsizetype before = told.size();
        for (int i = 21; i <= 40; ++i) // room was made, and it is calm
            minutePasses(i, 200 * mib, 50'000 * mib);
        QCOMPARE(told.size(), before);
        QVERIFY(board.present().isEmpty());
        for (int i = 41; i <= 60; ++i)
            minutePasses(i, 200 * mib + (i - 40) * 10 * mib, 700 * mib - (i - 40) * 10 * mib);
        QVERIFY(told.size() > before);
        QCOMPARE(told.last(), u"queue-alarm:mf2"_s);
    }
    /// A slave is cut until its own block is lifted, after the master's and those of the slaves before it.
    void whatStillPilesUpIsCountedUpToTheNodesOwnLifting()
    {
        const SiteFacts facts = siteFacts();
        const TimeChart chart = TimeChart::from(plan(), facts.site);
        const auto endOf = [&](const QString& step) {
            for (const TimeChart::Entry& entry : chart.entries) {
                if (entry.step == step)
                    return entry.startMinute + entry.minutes;
            }
            return -1;
        };
        RunState state = running();
        for (const QString& node : {u"mf2"_s, u"mf3"_s})
            QCOMPARE(minutesUntilLifting(state, node), endOf(u"unblock-"_s + node));
        QVERIFY(endOf(u"unblock-mf3"_s) > endOf(u"unblock-mf2"_s));
        doUpTo(state, StepKind::RunInstaller, false);
        QCOMPARE(minutesUntilLifting(state, u"mf3"_s),
                 endOf(u"unblock-mf3"_s) - chart.entries[state.currentIndex()].startMinute);
        doUpTo(state, StepKind::VerifySync, true); // of mf2
        QCOMPARE(minutesUntilLifting(state, u"mf2"_s), 0);
        QVERIFY(minutesUntilLifting(state, u"mf3"_s) > 0);
    }
    void aNodeWorkedOnByHandSaysThatItsQueueCantBeSeen()
    {
        const SiteFacts facts = siteFacts(AccessKind::Manual);
        class NoAccess final : public SiteAccess {
            Result<std::shared_ptr<NodeAccess>> node(const Node&, const Site&) override
            {
                return Error{u"never"_s, {}, {}, {}, {}};
            }
            PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                               std::stop_token) override
            {
                return {};
            }
            SmtpAnswer askSmtp(const QString&, int, AddressFamily, std::chrono::milliseconds,
                               std::stop_token) override
            {
                return {};
            }
        } access;
        const SystemClock clock;
        QueuePicture picture;
        for (const Node& node : facts.site.slaves()) {
            const QueueLook seen = readQueue(node, facts.site, access, clock, {});
            QVERIFY(seen.never && !seen.sample);
            picture.add(seen);
        }
        RunState state = running();
        doUpTo(state, StepKind::RunInstaller, false);
        const auto lines = picture.lines(facts, state, at(0));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().level, QueueOutlook::Level::Unknown);
        QVERIFY(lines.first().text.render(Language::English).contains(u"worked on by hand"_s));
        QVERIFY(queueNotices(lines).isEmpty());
    }
    void theQueuesAreWatchedWhileTheyMayPileUpOrDrain()
    {
        const SiteFacts facts = siteFacts();
        RunState state = running();
        QCOMPARE(queuePhase(facts, state), QueuePhase::Before);
        doUpTo(state, StepKind::Block, true);
        QCOMPARE(queuePhase(facts, state), QueuePhase::PilingUp);
        int drains = 0;
        for (const Step& step : plan().steps) {
            const StepStatus status = state.record(step.id).status;
            if (status == StepStatus::Verified || status == StepStatus::NotNeeded)
                continue;
            const bool waits =
                std::any_of(step.expects.cbegin(), step.expects.cend(),
                            [](const Condition& one) { return one.kind == ConditionKind::QueueDrained; });
            drains += waits ? 1 : 0;
            const QueuePhase phase = queuePhase(facts, state);
            if (waits)
                QCOMPARE(phase, QueuePhase::Draining);
            if (step.kind == StepKind::RunInstaller || step.kind == StepKind::Block)
                QCOMPARE(phase, QueuePhase::PilingUp);
            for (const char* what : {"step-confirmed", "step-started", "step-executed", "step-verified"})
                apply(state, QString::fromLatin1(what), step.id);
        }
        QCOMPARE(drains, 2); // one for each slave
        QCOMPARE(queuePhase(facts, state), QueuePhase::None);
        samples::SiteShape off;
        off.dataSync = "OFF";
        QCOMPARE(queuePhase(samples::facts(off), running()), QueuePhase::None);
    }
    void whatIsUndoneDrainsEvenIfItIsToBeDoneAgain()
    {
        const SiteFacts facts = siteFacts();
        RunState state = running();
        doUpTo(state, StepKind::RunInstaller, false);
        QStringList blocks;
        for (const Step& step : plan().steps) {
            if (step.kind == StepKind::Block && state.record(step.id).touched)
                blocks.append(step.id);
        }
        QVERIFY(blocks.size() > 1);
        for (const char* what : {"undo-started", "step-rolled-back"})
            apply(state, QString::fromLatin1(what), blocks.last());
        QCOMPARE(queuePhase(facts, state), QueuePhase::Draining);
        apply(state, u"step-retried"_s, blocks.last());
        QCOMPARE(queuePhase(facts, state), QueuePhase::Draining);
    }
    void aNoticeComesBackFromTheJournalAsItWas()
    {
        const Notice one{u"end-0"_s, Notice::Level::Alarm, Text::tr("Done"), Text::tr("Held")};
        QCOMPARE(Notice::fromJson(one.toJson()), std::optional(one));
        QVERIFY(!Notice::fromJson({}));
    }
    void aMailNodeThatFallsSilentIsANoticeUntilItAnswersAgain()
    {
        const RunState state = running();
        const QStringList notice{u"mail-silent:mf2"_s};
        SilenceWatch watch;
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), QStringList()); // perhaps out of reach from here
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Answers, state), QStringList());
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Unknown, state), QStringList()); // this machine could not ask
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), notice);
        QVERIFY(watch.notices().first().text.render(Language::English).contains(u"mf2 does not answer"_s));
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), notice);
        QVERIFY(watch.heard(u"mf2"_s, spellOf(MailAnswer::Answers), state)); // again
        QVERIFY(watch.notices().isEmpty());
        QVERIFY(!watch.heard(u"mf2"_s, spellOf(MailAnswer::Answers), state));
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), notice);
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Unknown, state), QStringList()); // nobody knows any more
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), notice);
        watch.pause(); // nobody looks
        QVERIFY(watch.notices().isEmpty());
        QCOMPARE(silentAfter(watch, u"mf2"_s, MailAnswer::Silent, state), notice);
    }
    void aNodeThatIsOutOfServiceByPlanIsSilentAsPlanned()
    {
        const QString node = stepOf(StepKind::DrainNode).node;
        const QString other = node == "mf1"_L1 ? u"mf2"_s : u"mf1"_s;
        RunState state = running();
        SilenceWatch watch;
        for (const QString& each : {node, other})
            (void)watch.heard(each, spellOf(MailAnswer::Answers), state);
        doUpTo(state, StepKind::DrainNode, true);
        QVERIFY(silentByPlan(state, node));
        QCOMPARE(silentAfter(watch, node, MailAnswer::Silent, state), QStringList());
        QCOMPARE(silentAfter(watch, other, MailAnswer::Silent, state), QStringList{u"mail-silent:"_s + other});
        QCOMPARE(silentAfter(watch, other, MailAnswer::Answers, state), QStringList());
        // It is back in the mail route; a look that began before that tells nothing, the next one does.
        doUpTo(state, StepKind::ReturnNode, true);
        QVERIFY(!silentByPlan(state, node));
        QCOMPARE(silentAfter(watch, node, MailAnswer::Silent, state), QStringList());
        QCOMPARE(silentAfter(watch, node, MailAnswer::Silent, state), QStringList{u"mail-silent:"_s + node});
    }
    void aSilenceIsAsPlannedOnlyWhereItWasSoThroughout()
    {
        const QString node = stepOf(StepKind::DrainNode).node;
        const QDateTime first = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
        const MailSpell answers = spellOf(MailAnswer::Answers);
        const MailSpell planned = spellOf(MailAnswer::Silent, first), other = spellOf(MailAnswer::Silent, first.addSecs(600));
        RunState state = running();
        SilenceWatch watch;
        (void)watch.heard(node, answers, state);
        QVERIFY(!watch.silences().isByPlan(node, planned));
        doUpTo(state, StepKind::DrainNode, true);
        (void)watch.heard(node, planned, state);
        QVERIFY(watch.silences().isByPlan(node, planned));
        QVERIFY(watch.silences().byPlan.contains(node));
        doUpTo(state, StepKind::ReturnNode, true);
        (void)watch.heard(node, planned, state); // the first look after it may have begun in it: nothing is shown otherwise
        QVERIFY(watch.silences().isByPlan(node, planned));
        QVERIFY(watch.silences().byPlan.contains(node));
        (void)watch.heard(node, answers, state);
        QVERIFY(!watch.silences().byPlan.contains(node));
        QVERIFY(watch.silences().isByPlan(node, planned)); // what was, stays
        (void)watch.heard(node, other, state);
        QVERIFY(!watch.silences().isByPlan(node, other));
        QVERIFY(!watch.silences().byPlan.contains(node));
        QVERIFY(watch.silences().isByPlan(node, planned));
    }
    void aSilenceThatOutlastsThePlanWasNotAsPlanned()
    {
        const QString node = stepOf(StepKind::DrainNode).node;
        const MailSpell silent = spellOf(MailAnswer::Silent, QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate));
        RunState state = running();
        SilenceWatch watch;
        (void)watch.heard(node, spellOf(MailAnswer::Answers), state);
        doUpTo(state, StepKind::DrainNode, true);
        (void)watch.heard(node, silent, state);
        doUpTo(state, StepKind::ReturnNode, true);
        for (int look = 0; look < 2; ++look)
            (void)watch.heard(node, silent, state);
        QVERIFY(!watch.silences().isByPlan(node, silent));
        QVERIFY(!watch.silences().byPlan.contains(node));
    }
    void whereTheMailFlowIsStoppedEveryNodeIsSilentAsPlanned()
    {
        samples::SiteShape shape;
        shape.access = AccessKind::Ssh;
        const Procedure stops = planProcedure(samples::facts(shape), ProcedureKind::StopMailFlow).value();
        RunState state(stops);
        apply(state, u"run-begun"_s);
        QVERIFY(!silentByPlan(state, u"mf1"_s));
        for (const Step& step : stops.steps) {
            for (const char* what : {"step-confirmed", "step-started", "step-executed", "step-verified"})
                apply(state, QString::fromLatin1(what), step.id);
            if (step.kind == StepKind::StopMailFlow)
                break;
        }
        for (const QString& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s})
            QVERIFY2(silentByPlan(state, node), qPrintable(node));
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
