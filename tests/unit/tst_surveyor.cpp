#include "SurveySamples.h"

#include "core/access/ssh/SshFault.h"
#include "core/survey/AskNode.h"
#include "core/survey/Surveyor.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ruw;
using samples::dataDir;
using samples::findingOf;

namespace {

/// A made-up node that answers without a network.
class FakeNode final : public NodeAccess, public AnswersQueries {
public:
    using Answers = std::function<Result<NodeAnswer>(const NodeQuery&, const std::stop_token&)>;

    explicit FakeNode(Answers answers) : m_answers(std::move(answers)) {}
    Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) override
    {
        return m_answers(query, stop);
    }
    Result<CommandOutcome> run(const NodeCommand&, std::stop_token) override { return CommandOutcome(); }
    Result<QByteArray> readConfig(QString&, std::stop_token) override { return QByteArray(); }

private:
    Answers m_answers;
};

/// A made-up site: each node answers as `answers` says, ports as `smtp` says.
class FakeSite final : public SiteAccess {
public:
    std::function<Result<NodeAnswer>(const QString& node, const NodeQuery&, const std::stop_token&)> answers =
        [](const QString& node, const NodeQuery& query, const std::stop_token&) { return good(node, query); };
    std::function<SmtpAnswer(const QString& address)> smtp = [](const QString&) {
        return SmtpAnswer{ProbeState::Open, true, "220 x", {}};
    };
    std::atomic<int> smtpAsked = 0;

    /// What a healthy node says: its name, a config, and that every odd port is open.
    static NodeAnswer good(const QString& node, const NodeQuery& query)
    {
        NodeAnswer answer;
        if (query.asks.testFlag(Ask::Machine)) {
            answer.put("root", "0\n");
            answer.put("hostname", node.toUtf8() + '\n');
            answer.put("addresses", "2: eth0 inet 10.77.0." + node.mid(2).toUtf8() +
                                        "/24\n2: eth0 inet6 2001:db8::" + node.mid(2).toUtf8() + "/64\n");
            answer.put("config", "ENABLE_REP_DATA = ON\nREPLICA_SERVER_1 = 10.77.0.1:14083\n");
            answer.put("config.check", {});
        }
        QByteArray states;
        int number = 0;
        for (const ReachTarget& target : query.reach) {
            for (const int port : target.ports)
                states += QByteArray::number(number++) + (port % 2 ? " open\n" : " refused\n");
        }
        answer.put("reach", states);
        answer.setComplete();
        return answer;
    }

    void onStage(std::function<void(const QString&, AccessStage)> stage) override
    {
        m_stage = std::move(stage);
    }
    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        if (node.access != AccessKind::Ssh)
            return makeAccess(node, site);
        return std::shared_ptr<NodeAccess>(std::make_shared<FakeNode>(
            [this, name = node.name](const NodeQuery& query, const std::stop_token& stop) {
                if (m_stage && query.reach.isEmpty()) {
                    m_stage(name, AccessStage::Login);
                    m_stage(name, AccessStage::Ready);
                }
                {
                    const std::lock_guard lock(m_mutex);
                    asked[name].append(query);
                }
                return answers(name, query, stop);
            }));
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }
    SmtpAnswer askSmtp(const QString& address, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        ++smtpAsked;
        return smtp(address);
    }

    QMap<QString, QList<NodeQuery>> asked;

private:
    std::mutex m_mutex;
    std::function<void(const QString&, AccessStage)> m_stage;
};

Site sshSite(int nodes)
{
    Site site;
    site.sourceVersion = {5, 20, 1};
    site.targetVersion = {5, 60, 1};
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = u"mf%1"_s.arg(i);
        node.role = i == 1 ? Role::Master : Role::Slave;
        node.address = u"10.77.0.%1"_s.arg(i);
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        site.nodes.append(node);
    }
    return site;
}

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

/// A survey that asks nodes: all of them at once, then their ports; and what becomes of a node that fails.
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
    void everyOrderedPairHasAStateForEveryPortAndFamily()
    {
        Site site = sshSite(3);
        site.nodes[2].access = AccessKind::Manual;
        site.nodes[2].config = dataDir + u"/three-nodes/mf1/mf_replica.def"_s;
        FakeSite fake;
        const SurveyReport report = surveySite(site, fake, {}, {});
        QCOMPARE(fake.smtpAsked.load(), 2); // no network for a manual node
        const QList<int> ports{14042, 14043, 14044, 14045, 14046, 14047, 14083};
        for (const Node& from : site.nodes) {
            for (const Node& to : site.nodes) {
                if (from.name == to.name)
                    continue;
                // IPv6 where the machine itself named an address, IPv4 as entered
                for (const IpFamily family : {IpFamily::Ipv4, IpFamily::Ipv6}) {
                    if (family == IpFamily::Ipv6 && to.name == u"mf3"_s)
                        continue;
                    for (const int port : ports) {
                        const PortState wanted = from.name == u"mf3"_s ? PortState::Unknown
                                                 : port % 2            ? PortState::Open
                                                                       : PortState::Refused;
                        QCOMPARE(portStateCode(report.link(from.name, to.name, port, family)),
                                 portStateCode(wanted));
                        QCOMPARE(std::count_if(report.links.begin(), report.links.end(),
                                               [&](const LinkState& l) {
                                                   return l.from == from.name && l.to == to.name &&
                                                          l.port == port && l.family == family;
                                               }),
                                 1);
                    }
                }
            }
        }
    }
    void linksAreNotAskedWhereNobodyWantsThem()
    {
        FakeSite fake;
        const SurveyReport report = surveySite(sshSite(2), fake, {false, {}}, {});
        QVERIFY(report.links.isEmpty());
        QCOMPARE(fake.asked.value(u"mf1"_s).size(), 1);
    }
    void aNodeThatCantAskPortsIsAFinding()
    {
        FakeSite fake;
        fake.answers = [](const QString& node, const NodeQuery& query, const std::stop_token&) {
            NodeAnswer answer = FakeSite::good(node, query);
            if (node == "mf1"_L1)
                answer.put("reach", {}, 127);
            return answer;
        };
        const SurveyReport report = surveySite(sshSite(2), fake, {}, {});
        const Finding* finding = findingOf(report, u"survey-links-unasked"_s);
        QVERIFY(finding && finding->node == u"mf1"_s);
        QCOMPARE(report.link(u"mf1"_s, u"mf2"_s, 14083, IpFamily::Ipv4), PortState::Unknown);
        QCOMPARE(report.link(u"mf2"_s, u"mf1"_s, 14083, IpFamily::Ipv4), PortState::Open);
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
    void whatSmtpSaidIsKeptAsItIs_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QString>("jump");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("greets") << int(ProbeState::Open) << true << QString() << u"answers"_s;
        QTest::newRow("open but silent") << int(ProbeState::Open) << false << QString() << QString();
        QTest::newRow("refused") << int(ProbeState::Refused) << false << QString() << u"refused"_s;
        QTest::newRow("filtered") << int(ProbeState::Filtered) << false << QString() << u"filtered"_s;
        QTest::newRow("no such name") << int(ProbeState::Unknown) << false << QString() << QString();
        QTest::newRow("behind a jump host") << int(ProbeState::Filtered) << false << u"a@b"_s << QString();
    }
    void whatSmtpSaidIsKeptAsItIs()
    {
        QFETCH(int, state);
        QFETCH(bool, answers);
        QFETCH(QString, jump);
        QFETCH(QString, wanted);
        FakeSite fake;
        fake.smtp = [&](const QString&) { return SmtpAnswer{ProbeState(state), answers, {}, {}}; };
        Site site = sshSite(1);
        site.nodes[0].ssh->jump = jump;
        const SurveyReport report = surveySite(site, fake, {}, {});
        const QJsonObject facts = report.toJson(Language::English)[u"nodes"_s][0][u"facts"_s].toObject();
        QCOMPARE(facts[u"smtp"_s][u"value"_s].toString(), wanted);
        QVERIFY(!report.nodes[0].smtp.detail.isEmpty());
        site.nodes[0].takesMail = false;
        fake.smtpAsked = 0;
        QVERIFY(!surveySite(site, fake, {}, {}).nodes[0].smtp.known());
        QCOMPARE(fake.smtpAsked.load(), 0);
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
