#include "AnsweringSite.h"
#include "SurveySamples.h"

#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::dataDir;
using samples::FakeSite;
using samples::findingOf;
using samples::sshSite;

/// What a survey finds about ports: from node to node, as the nodes see it, and SMTP, as this machine does.
class TestSurveyPorts : public QObject {
    Q_OBJECT
private slots:
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
};

QTEST_GUILESS_MAIN(TestSurveyPorts)
#include "tst_surveyports.moc"
