#include "core/run/QueueWatch.h"
#include "core/run/RunFile.h"
#include "core/run/TestMailRun.h"
#include "tests/gui/SshPage.h"
#include "wizard/NumbersWhole.h"
#include "wizard/Browser.h"
#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/RunWorker.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/StepPanel.h"
#include "wizard/widgets/TestMailDialog.h"
#include "wizard/widgets/TopologyView.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// Stands until the test moves it.
class HandClock final : public Waiter {
public:
    QDateTime now() const override { return m_begin.addSecs(m_seconds); }
    void wait(std::chrono::milliseconds, std::stop_token) override {}
    void pass(int minutes) { m_seconds += 60 * minutes; }

private:
    const QDateTime m_begin = QDateTime::fromString(u"2026-12-05T22:00:00+09:00"_s, Qt::ISODate);
    std::atomic<qint64> m_seconds = 0;
};

/// A run with data sync ON on three nodes by SSH, at its first question.
struct Bench : samples::SshPage<HandClock> {
    explicit Bench(Language language = Language::English, const std::function<void(Site&)>& change = {})
    {
        world.dataSync = "ON";
        open(ProcedureKind::BlockSyncPorts, language, [&change](Site& site) {
            for (Node& node : site.nodes)
                node.queueDir = u"/var/example/queue"_s;
            if (change)
                change(site);
        });
    }
    QList<JournalRecord> records(const QString& kind) const
    {
        QList<JournalRecord> out;
        const Result<JournalRead> read = Journal::read(journal());
        for (const JournalRecord& record : read ? read->records : QList<JournalRecord>()) {
            if (record.kind == kind)
                out.append(record);
        }
        return out;
    }
    /// A minute passes and the queues were looked at since.
    void minutePasses(qint64 queueBytes, qint64 freeBytes)
    {
        for (const auto* name : {u"mf2", u"mf3"}) {
            world.change(QString::fromUtf16(name), [&](auto& node) {
                node.queueFiles = queueBytes / 1000;
                node.queueBytes = queueBytes;
                node.freeBytes = freeBytes;
            });
        }
        clock.pass(1);
        const QString expected = Text::bytes(queueBytes).render(session.language());
        QTRY_VERIFY2(child<StateLine>("queueLine")->toolTip().count(expected) >= 2,
                     qPrintable(expected + u" in "_s + child<StateLine>("queueLine")->toolTip()));
    }
};

constexpr qint64 mib = 1024 * 1024;

} // namespace

/// What the Work page watches beside the run: queues, the clock; and what it does on request: test mails, the admin screen.
class TestWatching : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void cleanup() { browser::setOpener({}); }

    void ofAQueueThatCantBeSeenFromHereTheWindowSaysWhereToLook()
    {
        Bench bench(Language::English, [](Site& site) {
            for (Node& node : site.nodes)
                node.queueDir.clear();
        });
        const auto* line = bench.child<StateLine>("queueLine");
        QTRY_COMPARE(line->text(), u"Queues (mf2, mf3): to be looked at there"_s);
        QCOMPARE(line->state(), theme::State::Info);
        QVERIFY2(line->toolTip().contains(u"Look at it there."_s), qPrintable(line->toolTip())); // and in full why
    }
    void theQueuesOfTheSlavesAreShownAndRecorded()
    {
        Bench bench;
        QTRY_COMPARE(bench.records(u"queue-sample"_s).size(), 2); // the first look, before anything changes
        bench.minutePasses(300 * mib, 100'000 * mib);
        const auto* line = bench.child<StateLine>("queueLine");
        QVERIFY(line->isVisible());
        QCOMPARE(line->state(), theme::State::Good);
        QVERIFY(!line->text().contains(u"mf1"_s)); // the master's queue goes to its own archive
        QCOMPARE(line->text(), u"Queues (mf2, mf3): enough disk space"_s); // once for all that stand alike
        const QString drawn = asTyped(bench.child<QWidget>("topologyView")->accessibleDescription());
        QVERIFY2(drawn.contains(u"queue 300.0 MiB"_s), qPrintable(drawn));
        QTRY_VERIFY(bench.records(u"queue-sample"_s).size() >= 4); // of each slave the first, and the change
        const auto sample = QueueSample::fromJson(bench.records(u"queue-sample"_s).last().data);
        QVERIFY(sample);
        QCOMPARE(sample->bytes, 300 * mib);
        QCOMPARE(sample->when, bench.clock.now());
    }
    void aDiskThatFillsIsAnAlarmInWordsAndRecordedOnce()
    {
        Bench bench;
        QTRY_COMPARE(bench.records(u"queue-sample"_s).size(), 2); // the first look, before anything changes
        bench.clock.pass(30); // what the disk was at first is not the present
        for (int i = 0; i < 4; ++i)
            bench.minutePasses((100 + i * 20) * mib, (1500 - i * 20) * mib);
        const auto* line = bench.child<StateLine>("queueLine");
        QTRY_COMPARE(line->state(), theme::State::Warning);
        for (int i = 4; i < 14; ++i)
            bench.minutePasses((100 + i * 40) * mib, (1500 - i * 40) * mib);
        QTRY_COMPARE(line->state(), theme::State::Bad);
        QVERIFY2(line->text().contains(u"disk full at"_s), qPrintable(line->text()));
        const auto* notice = bench.child<StateLine>("noticeLine");
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().startsWith(u"ALARM: The disk of the queue on mf"_s),
                 qPrintable(notice->text()));
        QTRY_COMPARE(std::ranges::count_if(bench.records(u"notice"_s),
                                           [](const JournalRecord& record) {
                                               return record.data.value(u"id"_s) == u"queue-alarm:mf2"_s;
                                           }),
                     1);
    }
    void aNodeWorkedOnByHandSaysThatItsQueueCantBeSeen()
    {
        Bench bench(Language::English, [](Site& site) {
            site.nodes[2].access = AccessKind::Manual;
            site.nodes[2].ssh.reset();
        });
        QTRY_VERIFY(bench.child<StateLine>("queueLine")->toolTip().contains(u"mf3 is worked on by hand"_s));
    }
    void withoutDataSyncThereIsNoQueueToWatch()
    {
        Bench bench(Language::English, [](Site&) {});
        QTRY_VERIFY(bench.child<StateLine>("queueLine")->isVisible());
        samples::WorkAccess::World world;
        Session session;
        session.connections().useAccess(std::make_unique<samples::WorkAccess>(world));
        const Site site = samples::workSite();
        session.setSite(site);
        session.setSurvey(surveySite(site, session.connections().access(), {}, {}));
        session.chooseProcedure(ProcedureKind::BlockSyncPorts);
        QVERIFY(session.procedure());
        const RunState state(*session.procedure());
        QCOMPARE(queuePhase(session.facts(), state), QueuePhase::None);
    }
    void theClockAlarmIsTold()
    {
        Bench bench(Language::English,
                    [](Site& site) { site.schedule.decideBy = site.schedule.start->addSecs(3600); });
        const auto* notice = bench.child<StateLine>("noticeLine");
        QVERIFY(!notice->isVisible());
        bench.clock.pass(35);
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->state(), theme::State::Warning);
        QCOMPARE(notice->text(), u"WARNING: Decide by 23:00 whether to go on or back: 25 min left."_s);
        bench.clock.pass(26);
        QTRY_COMPARE(notice->state(), theme::State::Bad);
        QVERIFY(notice->toolTip().contains(u"Before the point of no return."_s));
        QVERIFY(notice->toolTip().contains(u"can be given up here: no temporary change stands"_s));
        QTRY_COMPARE(bench.records(u"notice"_s).size(), 2); // half an hour before, and the time itself
    }
    void aMailNodeThatFallsSilentAgainstThePlanIsToldAndRecordedOnce()
    {
        Bench bench;
        const auto recorded = [&](const QString& kind, const QString& key, const QString& value) {
            return std::ranges::count_if(bench.records(kind), [&](const JournalRecord& record) { return record.data.value(key) == value; });
        };
        QTRY_VERIFY(recorded(u"mail-flow"_s, u"node"_s, u"mf3"_s) == 1); // it has answered
        const auto* notice = bench.child<StateLine>("noticeLine");
        QVERIFY(!notice->isVisible());
        const auto run = [&](bool yes) {
            bench.world.change(u"mf3"_s, [yes](auto& node) { node.running = yes; });
            bench.clock.pass(1); // asked again
        };
        run(false);
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->state(), theme::State::Warning);
        QVERIFY2(notice->text().contains(u"mf3 does not answer on SMTP any more"_s), qPrintable(notice->text()));
        const auto told = [&] { return recorded(u"notice"_s, u"id"_s, u"mail-silent:mf3"_s); };
        QTRY_COMPARE(told(), 1);
        bench.clock.pass(1); // it goes on, and is told no second time
        QTRY_VERIFY(recorded(u"mail-flow"_s, u"node"_s, u"mf3"_s) == 2);
        QVERIFY(notice->isVisible());
        QCOMPARE(told(), 1);
        run(true);
        QTRY_VERIFY(!notice->isVisible());
    }
    void theClockGoesOnWhileTheRunIsHeld()
    {
        Bench bench(Language::English,
                    [](Site& site) { site.schedule.decideBy = site.schedule.start->addSecs(3600); });
        QTRY_VERIFY(bench.page->worker().gate().question());
        bench.page->findChild<ConfirmationBar*>()->button(ConfirmationBar::Ask::Hold)->click();
        QTRY_VERIFY(!bench.page->worker().working());
        QCOMPARE(bench.session.runState()->end(), RunEnd::Held);
        const auto* decideBy = bench.child<StateLine>("decideByLine");
        bench.clock.pass(20);
        QTRY_COMPARE(decideBy->text(), withNumbersWhole(u"Time to decide 23:00: 40 min left"_s));
        bench.clock.pass(15); // and its alarms are told and recorded
        QTRY_VERIFY(bench.child<StateLine>("noticeLine")->isVisible());
        QTRY_COMPARE(bench.records(u"notice"_s).size(), 1);
        QCOMPARE(bench.session.runState()->end(), RunEnd::Held);
    }
    void nothingIsCutOffWhileEverythingIsSaid_data() { samples::bothLanguages(); }
    void nothingIsCutOffWhileEverythingIsSaid()
    {
        QFETCH(Language, language);
        Bench bench(language,
                    [](Site& site) { site.schedule.decideBy = site.schedule.start->addSecs(3600); });
        bench.clock.pass(50);
        for (int i = 0; i < 4; ++i)
            bench.minutePasses((100 + i * 20) * mib, (700 - i * 20) * mib);
        QTRY_VERIFY(bench.child<StateLine>("noticeLine")->isVisible());
        QTRY_VERIFY2(samples::cutOffTexts(*bench.page).isEmpty(),
                     qPrintable(samples::cutOffTexts(*bench.page).join(u'|')));
        QVERIFY(bench.page->width() <= 772);
        // In the smallest window an alarm takes at most three lines more.
        QVERIFY2(bench.page->height() <= 560, qPrintable(QString::number(bench.page->height())));
    }
    void testMailsAreSentOnRequestAndRecorded()
    {
        Bench bench(Language::English, [](Site& site) {
            site.testMail = {u"tool@example.com"_s, u"desk@example.com"_s};
        });
        bench.world.change(u"mf3"_s, [](auto& node) { node.running = false; });
        bench.child<QPushButton>("testMailButton")->click();
        auto* dialog = bench.child<TestMailDialog>("testMailDialog");
        QCOMPARE(dialog->people(), (TestMailPeople{u"tool@example.com"_s, u"desk@example.com"_s}));
        auto* to = dialog->findChild<QLineEdit*>(u"testMailTo"_s);
        auto* send = dialog->findChild<QPushButton*>(u"testMailSend"_s);
        to->clear();
        QTest::keyClicks(to, u"not an address"_s);
        QVERIFY(!send->isEnabled());
        to->clear();
        QTest::keyClicks(to, u"night@example.com"_s);
        QVERIFY(send->isEnabled());
        QVERIFY(bench.world.mails.isEmpty());
        send->click();
        auto* results = dialog->findChild<QPlainTextEdit*>(u"testMailResults"_s);
        QTRY_VERIFY(results->isVisible());
        QCOMPARE(bench.world.mails.size(), 2);
        QTRY_COMPARE(bench.records(u"test-mail"_s).size(), 3);
        QStringList ids;
        for (const JournalRecord& record : bench.records(u"test-mail"_s)) {
            const auto result = TestMailResult::fromJson(record.data);
            QVERIFY(result);
            QCOMPARE(result->mail.to, u"night@example.com"_s);
            QCOMPARE(result->moment, RunMoment::Before);
            QCOMPARE(result->accepted, result->node != u"mf3"_s);
            QVERIFY(results->toPlainText().contains(result->mail.id));
            QVERIFY(!ids.contains(result->mail.id));
            ids.append(result->mail.id);
        }
        QVERIFY(results->toPlainText().contains(u"mf3 did not take the test mail"_s));
        QCOMPARE(dialog->findChild<StateLine*>(u"testMailState"_s)->state(), theme::State::Bad);
        dialog->close();
    }
    void theAdminScreenIsOpenedOnlyWhereItIsAPlainWebAddress_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << u"https://10.77.0.2:15080/"_s << true;
        QTest::newRow("http") << u"http://mf2.example.com/admin?a=1&b=2"_s << true;
        QTest::newRow("nothing entered") << QString() << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("a program") << u"javascript:alert(1)"_s << false;
        QTest::newRow("a name alone") << u"mf2.example.com"_s << false;
        QTest::newRow("a user in it") << u"https://admin@mf2.example.com/"_s << false;
        QTest::newRow("another host behind a backslash") << u"https://mf2\\@evil.example/"_s << false;
        QTest::newRow("turned round") << u"https://mf2/\u202Egnp.exe"_s << false;
        QTest::newRow("a line break") << u"https://mf2/\nhttps://evil.example"_s << false;
        QTest::newRow("no host") << u"https:///admin"_s << false;
    }
    void theAdminScreenIsOpenedOnlyWhereItIsAPlainWebAddress()
    {
        QFETCH(QString, entered);
        QFETCH(bool, opens);
        Node node;
        node.name = u"mf2"_s;
        node.adminUrl = entered;
        const Result<QUrl> url = adminUrl(node);
        QCOMPARE(url.ok(), opens);

        Session session;
        Procedure procedure;
        Step step;
        step.id = u"check-restart-flag-mf2"_s;
        step.kind = StepKind::CheckRestartFlag;
        step.node = u"mf2"_s;
        procedure.steps = {step};
        StepPanel panel;
        StepPanel::View view;
        view.adminUrl = url;
        panel.retranslate();
        panel.showStep(RunState(procedure), step, view, Language::English);
        panel.show();
        QList<QUrl> opened;
        browser::setOpener([&](const QUrl& one) {
            opened.append(one);
            return true;
        });
        auto* button = panel.findChild<QPushButton*>(u"openAdminButton"_s);
        QCOMPARE(button->isVisibleTo(&panel), opens);
        QCOMPARE(panel.findChild<StateLine*>(u"adminLine"_s)->text().isEmpty(), opens);
        if (opens) {
            button->click();
            QCOMPARE(opened, QList<QUrl>{QUrl(entered)});
        }
    }
    void aWayBackThatWasNotEnteredIsNotCalledSettled()
    {
        Procedure procedure;
        Step step;
        step.id = u"run-installer-mf2"_s;
        step.pointOfNoReturn = true;
        procedure.steps = {step};
        for (const bool known : {true, false}) {
            StepPanel panel;
            panel.retranslate();
            StepPanel::View view;
            view.wayBackKnown = known;
            panel.showStep(RunState(procedure), step, view, Language::English);
            QString said;
            for (const StateLine* line : panel.findChildren<StateLine*>())
                said += line->text();
            QCOMPARE(said.contains("settled beforehand"_L1), known);
            QCOMPARE(said.contains("No way back was entered"_L1), !known);
        }
    }
    void aDesktopWithoutABrowserIsSaid()
    {
        StepPanel panel;
        Procedure procedure;
        Step step;
        step.id = u"check-restart-flag-mf2"_s;
        procedure.steps = {step};
        StepPanel::View view;
        view.adminUrl = Result<QUrl>(QUrl(u"https://mf2.example.com/"_s));
        panel.retranslate();
        panel.showStep(RunState(procedure), step, view, Language::English);
        browser::setOpener([](const QUrl&) { return false; });
        panel.findChild<QPushButton*>(u"openAdminButton"_s)->click();
        QVERIFY(panel.findChild<StateLine*>(u"adminLine"_s)->text().contains(u"https://mf2.example.com/"_s));
    }
};

QTEST_MAIN(TestWatching)
#include "tst_watching.moc"
