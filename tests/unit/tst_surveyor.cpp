#include "AnsweringSite.h"
#include "SurveySamples.h"

#include "core/access/ssh/SshFault.h"
#include "core/survey/AskNode.h"
#include "core/survey/Surveyor.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;
using samples::FakeSite;
using samples::findingOf;
using samples::sshSite;

namespace {

/// An access whose command ends as the test wants it.
class ScriptedNode final : public NodeAccess {
public:
    explicit ScriptedNode(CommandOutcome outcome) : m_outcome(std::move(outcome)) {}
    Result<CommandOutcome> run(const NodeCommand&, std::stop_token) override { return m_outcome; }
    Result<QByteArray> readConfig(QString&, std::stop_token) override { return QByteArray(); }

private:
    CommandOutcome m_outcome;
};

} // namespace

/// A survey that asks nodes: all of them at once, one of them again, and what becomes of one that fails.
class TestSurveyor : public QObject {
    Q_OBJECT
private slots:
    void sixteenNodesAreReadAtOnce()
    {
        std::mutex mutex;
        std::condition_variable all;
        int arrived = 0;
        std::atomic<int> together = 0;
        FakeSite fake;
        fake.answers = [&](const QString& node, const NodeQuery& query, const std::stop_token&) {
            if (query.reach.isEmpty()) {
                // Nobody is answered before everybody has been asked.
                std::unique_lock lock(mutex);
                ++arrived;
                all.notify_all();
                if (all.wait_for(lock, 10s, [&] { return arrived == 16; }))
                    ++together;
            }
            return FakeSite::good(node, query);
        };
        const SurveyReport report = surveySite(sshSite(16), fake, {}, {});
        QCOMPARE(together.load(), 16);
        QCOMPARE(report.nodes.size(), 16);
        for (const auto& queries : std::as_const(fake.asked))
            QCOMPARE(queries.size(), 2); // one reading, one asking of ports: a round trip each
    }
    void theReportIsInTheSitesOrderWhoeverIsReadFirst()
    {
        std::mutex mutex;
        std::condition_variable changed;
        int left = 5;
        FakeSite fake;
        fake.answers = [&](const QString& node, const NodeQuery& query, const std::stop_token&) {
            if (query.reach.isEmpty()) {
                std::unique_lock lock(mutex);
                changed.wait_for(lock, 10s,
                                 [&] { return left == node.mid(2).toInt(); }); // the last one first
                --left;
                changed.notify_all();
            }
            return FakeSite::good(node, query);
        };
        const SurveyReport report = surveySite(sshSite(5), fake, {}, {});
        QCOMPARE(left, 0);
        QStringList names;
        for (const NodeSurvey& node : report.nodes)
            names.append(node.name);
        QCOMPARE(names.join(u' '), u"mf1 mf2 mf3 mf4 mf5"_s);
        for (const NodeSurvey& node : report.nodes) {
            QCOMPARE(node.hostname.value, node.name);
            QVERIFY(node.config.has_value());
            QCOMPARE(node.configPath, node.name + u":/usr/local/mfilter5/conf/mf_replica.def"_s);
            QVERIFY(node.smtp.value == PortState::Open);
        }
    }
    void aNodeThatFailsDoesNotHoldUpTheOthers()
    {
        FakeSite fake;
        fake.answers = [](const QString& node, const NodeQuery& query,
                          const std::stop_token&) -> Result<NodeAnswer> {
            if (node == "mf2"_L1)
                return Error{u"ssh-refused"_s, Text::tr("No."), {}, Text::tr("Try again."), {}};
            return FakeSite::good(node, query);
        };
        std::mutex mutex;
        QMap<QString, SurveyStage> last;
        const SurveyReport report = surveySite(sshSite(3), fake,
                                               {true,
                                                [&](const SurveyProgress& p) {
                                                    const std::lock_guard lock(mutex);
                                                    last[p.node] = p.stage;
                                                }},
                                               {});
        QVERIFY(!report.node(u"mf2"_s)->reachable);
        QVERIFY(report.node(u"mf1"_s)->reachable && report.node(u"mf3"_s)->reachable);
        const Finding* finding = findingOf(report, u"survey-unreachable"_s);
        QVERIFY(finding && finding->node == u"mf2"_s && finding->severity == Severity::Blocker);
        QVERIFY(last.value(u"mf2"_s) == SurveyStage::Failed);
        QVERIFY(last.value(u"mf1"_s) == SurveyStage::Done);
        QCOMPARE(report.link(u"mf1"_s, u"mf2"_s, 14083, IpFamily::Ipv4), PortState::Open);
        QCOMPARE(report.link(u"mf2"_s, u"mf1"_s, 14083, IpFamily::Ipv4), PortState::Unknown);
    }
    void aHostKeyInDoubtKeepsItsOwnName_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("changed") << int(SshFault::HostKeyChanged);
        QTest::newRow("revoked") << int(SshFault::HostKeyRevoked);
    }
    void aHostKeyInDoubtKeepsItsOwnName()
    {
        QFETCH(int, fault);
        FakeSite fake;
        fake.answers = [&](const QString& node, const NodeQuery& query,
                           const std::stop_token&) -> Result<NodeAnswer> {
            if (node == "mf2"_L1)
                return sshError(SshFault(fault), node, u"root@192.0.2.12:22"_s, {});
            return FakeSite::good(node, query);
        };
        const SurveyReport report = surveySite(sshSite(3), fake, {}, {});
        QVERIFY(!report.node(u"mf2"_s)->reachable);
        const Finding* finding = findingOf(report, sshFaultCode(SshFault(fault)));
        QVERIFY(finding && finding->node == u"mf2"_s && finding->severity == Severity::Blocker);
        QVERIFY(!findingOf(report, u"survey-unreachable"_s));
    }
    void aStoppedSurveyEndsAtOnce()
    {
        FakeSite fake;
        std::atomic<int> waiting = 0;
        fake.answers = [&](const QString& node, const NodeQuery& query,
                           const std::stop_token& stop) -> Result<NodeAnswer> {
            if (node == "mf1"_L1)
                return FakeSite::good(node, query);
            std::mutex mutex;
            std::condition_variable_any never;
            std::unique_lock lock(mutex);
            ++waiting;
            never.wait(lock, stop, [] { return false; });
            return Error{u"node-stopped"_s, Text::tr("Stopped."), {}, Text::tr("Again."), {}};
        };
        std::stop_source source;
        QElapsedTimer timer;
        const std::jthread stopper([&] {
            while (waiting < 3)
                std::this_thread::yield();
            timer.start();
            source.request_stop();
        });
        const SurveyReport report = surveySite(sshSite(4), fake, {}, source.get_token());
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(report.node(u"mf1"_s)->reachable);
        QCOMPARE(std::count_if(report.findings.begin(), report.findings.end(),
                               [](const Finding& f) { return f.id == u"survey-stopped"_s; }),
                 3);
    }
    void aRetryReadsThatNodeAloneAndKeepsTheRest()
    {
        FakeSite fake;
        bool broken = true;
        fake.answers = [&](const QString& node, const NodeQuery& query,
                           const std::stop_token&) -> Result<NodeAnswer> {
            if (node == "mf2"_L1 && broken)
                return Error{u"ssh-refused"_s, Text::tr("No."), {}, Text::tr("Try again."), {}};
            return FakeSite::good(node, query);
        };
        const Site site = sshSite(3);
        const SurveyReport before = surveySite(site, fake, {}, {});
        QVERIFY(findingOf(before, u"survey-unreachable"_s));
        broken = false;
        fake.asked.clear();
        const SurveyReport after = surveyAgain(before, {u"mf2"_s}, site, fake, {}, {});
        QVERIFY(!findingOf(after, u"survey-unreachable"_s));
        QVERIFY(after.node(u"mf2"_s)->reachable);
        QCOMPARE(after.nodes.size(), 3);
        QCOMPARE(after.nodes[1].name, u"mf2"_s);
        QCOMPARE(after.takenAt, before.takenAt);
        QCOMPARE(after.links.size(), before.links.size() + 2 * 7); // mf2's IPv6 address is known now
        QCOMPARE(after.link(u"mf2"_s, u"mf1"_s, 14083, IpFamily::Ipv4), PortState::Open);
        QCOMPARE(after.link(u"mf3"_s, u"mf2"_s, 14083, IpFamily::Ipv6), PortState::Open);
        QCOMPARE(after.link(u"mf1"_s, u"mf3"_s, 14083, IpFamily::Ipv4), PortState::Open);
        QCOMPARE(fake.asked.value(u"mf2"_s).size(), 2);
        QCOMPARE(fake.asked.value(u"mf1"_s).size(), 1); // its way to mf2 only
        QVERIFY(!fake.asked.value(u"mf1"_s).first().asks);
        for (const ReachTarget& target : fake.asked.value(u"mf1"_s).first().reach)
            QVERIFY(target.address == u"10.77.0.2"_s || target.address == u"2001:db8::2"_s);
    }
    void nodesThatCallThemselvesAlikeAreNoticed()
    {
        FakeSite fake;
        fake.answers = [](const QString& node, const NodeQuery& query, const std::stop_token&) {
            NodeAnswer answer = FakeSite::good(node, query);
            answer.put("hostname", "same\n");
            return answer;
        };
        const SurveyReport report = surveySite(sshSite(2), fake, {}, {});
        const Finding* finding = findingOf(report, u"survey-hostname-duplicate"_s);
        QVERIFY(finding && finding->message.render(Language::English).contains(u"mf1, mf2"_s));
        QVERIFY(findingOf(surveyAgain(report, {u"mf1"_s}, sshSite(2), fake, {}, {}),
                          u"survey-hostname-duplicate"_s));
    }
    void theWayToANodeIsToldAsItGoes()
    {
        FakeSite fake;
        QStringList stages;
        std::mutex mutex;
        surveySite(sshSite(1), fake,
                   {true,
                    [&](const SurveyProgress& p) {
                        const std::lock_guard lock(mutex);
                        stages.append(surveyStageText(p.stage).render(Language::English));
                    }},
                   {});
        QCOMPARE(stages.join(u", "_s), u"Connecting, Logging in, Reading, Asking ports, Done"_s);
    }
    void howACommandEndedDecidesWhatItsAnswerIsWorth_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QString>("code"); // empty: an answer
        QTest::addColumn<bool>("complete");
        using End = CommandOutcome::End;
        NodeAnswer answer;
        answer.put("hostname", "mf1");
        const QByteArray part = answer.toPrinted();
        answer.setComplete();
        const QByteArray whole = answer.toPrinted();
        QTest::newRow("whole") << int(End::Exited) << whole << QString() << true;
        QTest::newRow("out of time in the middle") << int(End::TimedOut) << part << QString() << false;
        QTest::newRow("killed in the middle") << int(End::Signalled) << part << QString() << false;
        QTest::newRow("lost in the middle") << int(End::ConnectionLost) << part << u"node-lost"_s << false;
        QTest::newRow("cancelled") << int(End::Cancelled) << part << u"node-stopped"_s << false;
        QTest::newRow("out of time before it")
            << int(End::TimedOut) << QByteArray() << u"node-no-answer"_s << false;
        QTest::newRow("no shell") << int(End::Exited) << QByteArray("go away\n") << u"node-no-answer"_s
                                  << false;
    }
    void howACommandEndedDecidesWhatItsAnswerIsWorth()
    {
        QFETCH(int, end);
        QFETCH(QByteArray, out);
        QFETCH(QString, code);
        QFETCH(bool, complete);
        CommandOutcome outcome;
        outcome.end = CommandOutcome::End(end);
        outcome.out = out;
        outcome.err = "sh: \x1b[1mnot allowed\n";
        ScriptedNode node(outcome);
        const Result<NodeAnswer> answer = askNode(node, {}, {});
        QCOMPARE(answer.ok() ? QString() : answer.error().code, code);
        if (answer) {
            QCOMPARE(answer->isComplete(), complete);
            QVERIFY(answer->record("hostname"));
        } else {
            QVERIFY(!answer.error().what.isEmpty() && !answer.error().remedy.isEmpty());
            QVERIFY(!answer.error().render(Language::English).contains(u'\x1b'));
        }
    }
};

QTEST_GUILESS_MAIN(TestSurveyor)
#include "tst_surveyor.moc"
