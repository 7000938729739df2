#include "core/run/MailFlow.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// A site whose SMTP ports say what the test says.
class Ports final : public SiteAccess {
public:
    SmtpAnswer said;
    QString asked;
    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        return makeAccess(node, site);
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family, std::chrono::milliseconds,
                       std::stop_token) override
    {
        asked = u"%1 %2 %3"_s.arg(address).arg(port).arg(family == AddressFamily::Ipv6 ? 6 : 4);
        return said;
    }
};

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600).addSecs(second);
}

} // namespace

class TestMailFlow : public QObject {
    Q_OBJECT

private slots:
    void aNodeIsAskedOnItsOwnPortAndFamily_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("asked");
        QTest::newRow("usual") << u"192.0.2.1"_s << 0 << u"192.0.2.1 25 4"_s;
        QTest::newRow("entered") << u"192.0.2.1"_s << 10025 << u"192.0.2.1 10025 4"_s;
        QTest::newRow("IPv6") << u"2001:db8::1"_s << 0 << u"2001:db8::1 25 6"_s;
    }
    void aNodeIsAskedOnItsOwnPortAndFamily()
    {
        QFETCH(QString, address);
        QFETCH(int, port);
        Node node;
        node.address = address;
        if (port > 0)
            node.smtpPort = port;
        Ports ports;
        (void)sampleMail(node, ports, {});
        QTEST(ports.asked, "asked");
    }
    void whatTheNodeSaidIsTold_data()
    {
        QTest::addColumn<ProbeState>("state");
        QTest::addColumn<bool>("greets");
        QTest::addColumn<MailAnswer>("answer");
        QTest::newRow("220") << ProbeState::Open << true << MailAnswer::Answers;
        QTest::newRow("open without a greeting") << ProbeState::Open << false << MailAnswer::Silent;
        QTest::newRow("refused") << ProbeState::Refused << false << MailAnswer::Silent;
        QTest::newRow("filtered") << ProbeState::Filtered << false << MailAnswer::Silent;
        QTest::newRow("could not be asked") << ProbeState::Unknown << false << MailAnswer::Unknown;
    }
    void whatTheNodeSaidIsTold()
    {
        QFETCH(ProbeState, state);
        QFETCH(bool, greets);
        Ports ports;
        ports.said.state = state;
        ports.said.answers = greets;
        QTEST(sampleMail(Node(), ports, {}), "answer");
    }
    void equalAnswersAreOneSpellAndOnlyAChangeIsTold()
    {
        MailFlow flow;
        QVERIFY(flow.add(u"mf1"_s, MailAnswer::Answers, at(0)));
        QVERIFY(!flow.add(u"mf1"_s, MailAnswer::Answers, at(10)));
        QVERIFY(flow.add(u"mf1"_s, MailAnswer::Silent, at(20)));
        QVERIFY(flow.add(u"mf2"_s, MailAnswer::Silent, at(20)));
        const QList<MailSpell> expected{{MailAnswer::Answers, at(0), at(10), 2},
                                        {MailAnswer::Silent, at(20), at(20), 1}};
        QCOMPARE(flow.spells(u"mf1"_s), expected);
        QCOMPARE(flow.begunAt(), at(0));
        QVERIFY(flow.everAnswered(u"mf1"_s));
        QVERIFY(!flow.everAnswered(u"mf2"_s));
    }
    void afterAPauseTheSameAnswerIsASpellOfItsOwn()
    {
        const QDateTime begin(QDate(2026, 12, 5), QTime(22, 0), Qt::UTC);
        MailFlow flow;
        QVERIFY(flow.add(u"mf1"_s, MailAnswer::Answers, begin));
        flow.pause();
        QVERIFY(flow.add(u"mf1"_s, MailAnswer::Answers, begin.addSecs(3600)));
        QVERIFY(!flow.add(u"mf1"_s, MailAnswer::Answers, begin.addSecs(3610)));
        QVERIFY(flow.add(u"mf2"_s, MailAnswer::Answers, begin.addSecs(3610)));
        QCOMPARE(flow.spells(u"mf1"_s).size(), 2);
        QCOMPARE(flow.spells(u"mf1"_s).first().to, begin);
    }
    void aRecordSaysWhoAnsweredHowAndWhen()
    {
        const QJsonObject expected{
            {u"node"_s, u"mf1"_s}, {u"answer"_s, u"silent"_s}, {u"at"_s, u"2026-12-05T22:00:20+09:00"_s}};
        QCOMPARE(mailFlowRecord(u"mf1"_s, MailAnswer::Silent, at(20)), expected);
    }
};

QTEST_GUILESS_MAIN(TestMailFlow)
#include "tst_mailflow.moc"
