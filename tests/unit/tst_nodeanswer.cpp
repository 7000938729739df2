#include "core/survey/AnswerFacts.h"
#include "core/survey/AnswerSurvey.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

QString reason(const auto& fact)
{
    return fact.detail.render(Language::English);
}

/// An answer as a node gives it, with one record replaced.
NodeAnswer withRecord(const char* key, const QByteArray& bytes, int status = 0)
{
    NodeAnswer answer;
    answer.put(key, bytes, status);
    answer.setComplete();
    return answer;
}

/// An answer, with % for its mark.
QByteArray marked(QByteArray text)
{
    const QByteArray mark = "0123456789abcdef.0123456789abcdef";
    return "ruw-answer " + mark + '\n' + text.replace('%', mark);
}

} // namespace

/// What comes back from a node, well-formed or not, and what is made of it.
class TestNodeAnswer : public QObject {
    Q_OBJECT
private slots:
    void anAnswerSurvivesPrintingAndParsing()
    {
        NodeAnswer answer;
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        answer.put("config", all);
        answer.put("empty", {}, 3);
        answer.setComplete();
        const NodeAnswer again = NodeAnswer::parse(answer.toPrinted());
        QVERIFY(again.isComplete());
        QVERIFY(*again.record("config") == (NodeAnswer::Record{0, all}));
        QVERIFY(*again.record("empty") == (NodeAnswer::Record{3, {}}));
    }
    void whateverStandsInARecordIsNoMark()
    {
        // A record that looks like an answer, and one that holds the mark that would have been taken first.
        NodeAnswer inner;
        inner.put("version", "9.99R99");
        inner.setComplete();
        NodeAnswer answer;
        answer.put("a", inner.toPrinted());
        answer.put("b", inner.toPrinted() + "=0\n:c 0 0\n.\n", 7);
        const NodeAnswer again = NodeAnswer::parse("Welcome!\nruw-answer\n" + answer.toPrinted() + "bye\n");
        QVERIFY(again.hasBegun() && !again.isComplete());
        QCOMPARE(again.record("a")->bytes, inner.toPrinted());
        QCOMPARE(again.record("b")->status, 7);
        QVERIFY(!again.record("version") && !again.record("c"));
    }
    void bytesComeAsTheyAreBetweenTheMarks()
    {
        const NodeAnswer answer = NodeAnswer::parse(marked("%@a\n\n=0\n\r\n\xff%=7\n%.\n"));
        QVERIFY(answer.isComplete());
        QVERIFY(*answer.record("a") == (NodeAnswer::Record{7, "\n=0\n\r\n\xff"}));
    }
    void aPlainRecordStandsInOneLine()
    {
        const NodeAnswer answer = NodeAnswer::parse(
            marked("%:root 0 0\n%:sum 3 a b c\n%:none 1 \n%:half\n%:x y z\n%: 0 z\n%:cut 0 of"));
        QVERIFY(*answer.record("root") == (NodeAnswer::Record{0, "0"}));
        QVERIFY(*answer.record("sum") == (NodeAnswer::Record{3, "a b c"}));
        QVERIFY(*answer.record("none") == (NodeAnswer::Record{1, {}}));
        for (const char* bad : {"half", "x", "", "cut"})
            QVERIFY2(!answer.record(bad), bad);
    }
    void whereverAnAnswerIsCutOffWholeRecordsAreKept()
    {
        NodeAnswer whole;
        whole.put("version", "5.20R01");
        whole.put("config", QByteArray(100, '\xE8'));
        whole.setComplete();
        const QByteArray printed = whole.toPrinted();
        for (qsizetype size = 0; size < printed.size(); ++size) {
            const NodeAnswer cut = NodeAnswer::parse(printed.left(size));
            QVERIFY(!cut.isComplete());
            for (const char* key : {"version", "config"}) {
                if (const auto* record = cut.record(key))
                    QVERIFY(*record == *whole.record(key));
            }
        }
    }
    void hostileAnswersGiveNoRecordAndNoCrash_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("Welcome!\n@version\nNS4wMFIwMQ==\n=0\n");
        QTest::newRow("no mark") << QByteArray("ruw-answer \n@version\n5.00R01=0\n.\n");
        QTest::newRow("a mark that texts hold") << QByteArray("ruw-answer 5\n5@version\nx5=0\n5.\n");
        QTest::newRow("no status") << marked("%@version\n5.00R01%=\n");
        QTest::newRow("no number") << marked("%@version\n5.00R01%=0x\n");
        QTest::newRow("huge status") << marked("%@version\n5.00R01%=99999999999999\n");
        QTest::newRow("status of nothing") << marked("%=0\n");
        QTest::newRow("unknown word in a record") << marked("%@version\n5.00R01%?\n%=0\n");
        QTest::newRow("begun twice") << marked("%@version\n%@version\n");
        QTest::newRow("only the mark") << marked("%");
    }
    void hostileAnswersGiveNoRecordAndNoCrash()
    {
        QFETCH(QByteArray, printed);
        const NodeAnswer answer = NodeAnswer::parse(printed);
        QVERIFY(!answer.record("version"));
        QVERIFY(!answer.isComplete());
    }
    void theLastRecordOfAKeyCounts()
    {
        const NodeAnswer answer = NodeAnswer::parse(marked("%@a\n1%=0\n%@a\n2%=0\n"));
        QCOMPARE(answer.record("a")->bytes, QByteArray("2"));
    }

    void aStatusIsReadAsTheContractSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("state");
        QTest::newRow("0") << 0 << u"running"_s;
        QTest::newRow("1") << 1 << u"stopped"_s;
        QTest::newRow("3") << 3 << u"stopped"_s;
        for (const int other : {2, 4, 124, 126, 127, 137, 255})
            QTest::addRow("%d", other) << other << u"unknown"_s;
    }
    void aStatusIsReadAsTheContractSays()
    {
        QFETCH(int, status);
        QFETCH(QString, state);
        NodeQuery query;
        query.serviceStatus = u"systemctl is-active x"_s;
        const auto fact = answerfacts::service(withRecord("service", "said so", status), query);
        QCOMPARE(serviceStateCode(fact.value.value_or(ServiceState::Unknown)), state);
        QVERIFY(reason(fact).contains(query.serviceStatus));
    }
    void whatWasNotEnteredIsNotAskedFor()
    {
        NodeAnswer answer;
        answer.setComplete();
        QVERIFY(reason(answerfacts::version(answer, {})).contains(u"No command"_s));
        QVERIFY(reason(answerfacts::queue(answer, {})).contains(u"No queue directory"_s));
        QVERIFY(reason(answerfacts::installerSha256(answer, {})).contains(u"No installer"_s));
    }
    void aVersionIsTheFirstThingThatReadsAsOne()
    {
        NodeQuery query;
        query.versionCommand = u"v"_s;
        QCOMPARE(
            answerfacts::version(withRecord("version", "built 2024.01\nVer.5.20R01 5.60R01", 1), query).value,
            u"5.20R01"_s);
        QVERIFY(!answerfacts::version(withRecord("version", "Ver.5.20R01", 124), query).known());
        const auto none = answerfacts::version(withRecord("version", "\x1b[31mno such file\nx", 1), query);
        QVERIFY(!none.known());
        QVERIFY(reason(none).contains(u"no such file"_s));
        QVERIFY(!reason(none).contains(u'\x1b'));
    }
    void theFreeDiskIsFoundWhateverTheNamesAre()
    {
        NodeQuery query;
        query.queueDir = u"/q"_s;
        const auto free = [&](const QByteArray& df) {
            return answerfacts::freeDisk(withRecord("disk", df), query).value;
        };
        const QByteArray head = "Filesystem 1024-blocks Used Available Capacity Mounted on\n";
        QCOMPARE(free(head + "/dev/sda1 1000 400 600 40% /\n"), 600 * 1024);
        QCOMPARE(free(head + "a b 1 2 c 1000 400 600 40% /mnt 1 2 3 4% x\n"), 600 * 1024);
        QCOMPARE(free(head + "/dev/sda1 1000 1400 -400 140% /\n"), 0);
        QVERIFY(!free(head).has_value());
        const auto missing = answerfacts::freeDisk(withRecord("disk", {}, NodeAnswer::Missing), query);
        QVERIFY(reason(missing).contains(u"does not exist"_s));
    }
    void aQueueThatCantBeLookedThroughIsUnknown()
    {
        NodeQuery query;
        query.queueDir = u"/q"_s;
        const auto value = answerfacts::queue(withRecord("queue", "3 4096 1700000000"), query).value;
        QVERIFY(value == (answerfacts::Queue{3, 4096, 1700000000}));
        for (const QByteArray bad : {"", "3", "3 4096", "x y z", "3 4096 -"})
            QVERIFY(!answerfacts::queue(withRecord("queue", bad), query).known());
        QVERIFY(reason(answerfacts::queue(withRecord("queue", "3 4 5", NodeAnswer::NotPermitted), query))
                    .contains(u"may not be read"_s));
    }
    void addressesOfEveryToolAreFound()
    {
        NodeQuery query;
        query.asks = Ask::Machine;
        const auto found = [&](const QByteArray& said) {
            NodeSurvey survey;
            answerfacts::take(survey, withRecord("addresses", said), query);
            return survey.addresses.value.value_or(QStringList());
        };
        const QStringList both{u"10.77.0.1"_s, u"2001:db8::1"_s};
        QCOMPARE(
            found("1: lo    inet 127.0.0.1/8 scope host lo\n1: lo    inet6 ::1/128 scope host\n"
                  "2: eth0    inet 10.77.0.1/24 brd 10.77.0.255 scope global eth0\n"
                  "2: eth0    inet6 2001:db8::1/64 scope global\n2: eth0    inet6 fe80::1/64 scope link\n"),
            both);
        QCOMPARE(found("eth0  Link encap:Ethernet\n  inet addr:10.77.0.1  Bcast:10.77.0.255\n"
                       "  inet6 addr: 2001:db8::1/64 Scope:Global\n"),
                 both);
        QCOMPARE(found("eth0: flags=4163\n  inet 10.77.0.1  netmask 255.255.255.0\n  inet6 2001:db8::1  "
                       "prefixlen 64\n"),
                 both);
    }
    void theSystemIsNamedAsItNamesItself()
    {
        NodeQuery query;
        query.asks = Ask::Machine;
        const auto name = [&](const QByteArray& said) {
            NodeSurvey survey;
            answerfacts::take(survey, withRecord("os", said), query);
            return survey.os.value.value_or(QString());
        };
        QCOMPARE(name("NAME=x\nPRETTY_NAME=\"Some \\\"Linux\\\" 9\"\n"), u"Some \"Linux\" 9"_s);
        QCOMPARE(name("PRETTY_NAME='One'\n"), u"One"_s);
        QCOMPARE(name("PRETTY_NAME=Bare\n"), u"Bare"_s);
        QCOMPARE(name("CentOS release 6.10 (Final)\n"), u"CentOS release 6.10 (Final)"_s);
        QCOMPARE(name("\n"), QString());
    }
    void listeningPortsAreReadFromTheKernelsTable()
    {
        const auto ports = answerfacts::listeningPorts(withRecord(
            "listening",
            "   0: 00000000:0019 00000000:0000 0A 0\n   1: 0100007F:3703 00000000:0000 0A 0\n"
            "   2: 00000000000000000000000000000000:0019 00000000000000000000000000000000:0000 0A 0\n"
            "   3: 0100007F:0050 0100007F:1234 01 0A 0A\n  sl  local_address\n x 0A\n"));
        QCOMPARE(ports.value, QList<int>({25, 14083}));
        QVERIFY(!answerfacts::listeningPorts(withRecord("listening", {}, 1)).known());
    }

    void aBlockIsRecognisedByItsRules_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<int>("rulesStatus");
        QTest::addColumn<QByteArray>("files");
        QTest::addColumn<QStringList>("runs");
        QTest::addColumn<bool>("known");
        const QByteArray nft =
            "tcp dport { 14083 } counter packets 0 bytes 0 drop comment \"replica-upgrade-wizard run 0a1b\"";
        const QByteArray unit = "replica-upgrade-wizard/block.nft\nDescription=Sync block of the Replica "
                                "Upgrade Wizard, run 0a1b\n";
        QTest::newRow("none") << QByteArray() << 0 << QByteArray() << QStringList() << true;
        QTest::newRow("rules and files") << nft << 0 << unit << QStringList{u"0a1b"_s} << true;
        QTest::newRow("rules only") << nft << 0 << QByteArray() << QStringList{u"0a1b"_s} << true;
        QTest::newRow("files only") << QByteArray() << 0 << unit << QStringList{u"0a1b"_s} << true;
        QTest::newRow("two runs") << QByteArray("replica-upgrade-wizard run ff") << 0 << unit
                                  << QStringList{u"ff"_s, u"0a1b"_s} << true;
        QTest::newRow("a chain without an id")
            << QByteArray("-N RUW_IN\n") << 0 << QByteArray() << QStringList{u"?"_s} << true;
        QTest::newRow("not root, files seen") << QByteArray() << 46 << unit << QStringList{u"0a1b"_s} << true;
        QTest::newRow("not root, nothing seen")
            << QByteArray() << 46 << QByteArray() << QStringList() << false;
    }
    void aBlockIsRecognisedByItsRules()
    {
        QFETCH(QByteArray, rules);
        QFETCH(int, rulesStatus);
        QFETCH(QByteArray, files);
        QFETCH(QStringList, runs);
        QFETCH(bool, known);
        NodeAnswer answer = withRecord("block.rules", rules, rulesStatus);
        answer.put("block.files", files);
        const auto fact = answerfacts::block(answer);
        QCOMPARE(fact.known(), known);
        QCOMPARE(fact.value.value_or(QStringList()), runs);
        NodeSurvey survey;
        survey.blockPresent = fact;
        QStringList ids;
        for (const Finding& finding : answerfacts::findings(survey, answer, {}))
            ids.append(finding.id);
        QCOMPARE(ids.contains(u"survey-block-present"_s), !runs.isEmpty());
    }
    void aToolThatTheKernelDoesNotAnswerIsNoFirewall()
    {
        const auto tools = [](const QByteArray& said, int status) {
            return answerfacts::firewall(withRecord("firewall", said, status)).value.value_or(QStringList());
        };
        QCOMPARE(tools("tool nft\ntool iptables\nrules nft 3\n", 0),
                 QStringList({u"nftables"_s, u"iptables"_s}));
        QCOMPARE(tools("tool nft\ntool iptables\n", 0), QStringList({u"iptables"_s}));
        QCOMPARE(tools("tool nft\ntool firewalld\n", 1),
                 QStringList({u"nftables"_s, u"firewalld"_s})); // not root
        QCOMPARE(tools("", 0), QStringList());
    }

    void theClockIsComparedWithTheWayAllowedFor_data()
    {
        QTest::addColumn<qint64>("askedAt");
        QTest::addColumn<qint64>("answeredAt");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<int>("skew");
        QTest::newRow("same") << qint64(1000'000) << qint64(1000'900) << 1000 << 1000 << 0;
        QTest::newRow("a second is doubt") << qint64(1000'000) << qint64(1000'900) << 1001 << 1001 << 0;
        QTest::newRow("ahead") << qint64(1000'000) << qint64(1001'000) << 1090 << 1091 << 91;
        QTest::newRow("behind") << qint64(1000'000) << qint64(1001'000) << 910 << 911 << -89;
        QTest::newRow("a password took a minute")
            << qint64(1000'000) << qint64(1061'000) << 1060 << 1061 << 0;
        QTest::newRow("behind, a password took a minute")
            << qint64(1000'000) << qint64(1061'000) << 940 << 941 << -119;
        QTest::newRow("slow way") << qint64(1000'000) << qint64(1002'000) << 1000 << 1000 << 0;
    }
    void theClockIsComparedWithTheWayAllowedFor()
    {
        QFETCH(qint64, askedAt);
        QFETCH(qint64, answeredAt);
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(int, skew);
        NodeAnswer answer = withRecord("clock", QByteArray::number(first) + '\n');
        answer.put("clock.end", QByteArray::number(last) + '\n');
        answer.askedAtMs = askedAt;
        answer.answeredAtMs = answeredAt;
        const auto fact = answerfacts::clockSkew(answer);
        QVERIFY2(std::abs(*fact.value - skew) <= 1 && (skew != 0 || *fact.value == 0),
                 qPrintable(QString::number(*fact.value)));
    }
    void aClockThatIsFarAwayIsToldInLargerUnits()
    {
        const auto said = [](qint64 seconds) {
            NodeSurvey survey;
            survey.clockSkewSeconds = Fact<qint64>{seconds, FactSource::Detected, Text(), std::nullopt};
            NodeAnswer answer;
            answer.setComplete();
            const QList<Finding> findings = answerfacts::findings(survey, answer, NodeQuery());
            return findings.isEmpty() ? QString() : findings.last().message.render(Language::English);
        };
        QCOMPARE(said(1800), u"The clock of this node differs by 1,800 seconds from the clock of this machine."_s);
        QCOMPARE(said(-7260), u"The clock of this node is 2 h 01 min behind the clock of this machine."_s);
        QCOMPARE(said(10 * 86'400), u"The clock of this node is 10 days ahead of the clock of this machine."_s);
    }
    void whatWasNotReadIsNamedWhereItStandsAlone()
    {
        NodeAnswer answer;
        answer.setComplete();
        NodeQuery query;
        query.installer = u"/root/installer.bin"_s;
        query.asks = Ask::Installer;
        NodeSurvey survey;
        answerfacts::take(survey, answer, query);
        const QList<Finding> findings = answerfacts::findings(survey, answer, query);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().message.render(Language::English),
                 u"SHA-256 of the installer was not read: the node's answer was cut off before it."_s);
    }
    void theInstallDirectoryIsTheEnteredOneOrTheDefault()
    {
        NodeQuery query;
        query.asks = Ask::Config;
        const auto dir = [&](int entered, int usual) {
            NodeAnswer answer = withRecord("config", "x", entered);
            answer.put("config.default", {}, usual);
            return answerfacts::installDir(answer, query);
        };
        QCOMPARE(dir(0, 0).value, u"/usr/local/mfilter5"_s);
        QVERIFY(!dir(44, 44).known());
        query.installDir = u"/opt/mf"_s;
        QCOMPARE(dir(0, 44).value, u"/opt/mf"_s);
        QCOMPARE(dir(44, 0).value, u"/usr/local/mfilter5"_s); // the entry stands beside it
        QVERIFY(!dir(46, 44).known());
    }
    void statesOfPortsStandInTheOrderOfTheQuestions()
    {
        const NodeQuery query = NodeQuery::reaching(
            {{u"192.0.2.1"_s, IpFamily::Ipv4, {1, 2, 3}}, {u"::1"_s, IpFamily::Ipv6, {4}}});
        const auto states = answerfacts::reach(
            withRecord("reach", "2 filtered\n0 open\n99 open\n-1 open\nx\n3 refused\n1 odd\n"), query);
        QVERIFY(states == QList<PortState>({PortState::Open, PortState::Unknown, PortState::Filtered,
                                            PortState::Refused}));
        QVERIFY(!answerfacts::reach(withRecord("reach", "sh: not found"), query).has_value());
    }
    void anAnswerThatWasCutOffIsAFindingAndNoGuess()
    {
        NodeAnswer answer = withRecord("hostname", "mf1\n");
        const NodeAnswer cut = NodeAnswer::parse(answer.toPrinted().chopped(5));
        NodeQuery query;
        query.asks = NodeQuery::everything();
        query.serviceStatus = u"x"_s;
        NodeSurvey survey;
        answerfacts::take(survey, cut, query);
        QCOMPARE(survey.hostname.value, u"mf1"_s);
        QVERIFY(!survey.serviceState.known() && reason(survey.serviceState).contains(u"cut off"_s));
        const QList<Finding> findings = answerfacts::findings(survey, cut, query);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().id, u"survey-incomplete"_s);
    }
};

QTEST_GUILESS_MAIN(TestNodeAnswer)
#include "tst_nodeanswer.moc"
