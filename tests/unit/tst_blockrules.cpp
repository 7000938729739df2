#include "core/plan/BlockRules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

QByteArray nft(const char* inputHook = "input", const char* flags = "")
{
    QByteArray out = QByteArray("table inet replica_upgrade {\n") + flags;
    for (const char* chain : {"input", "output"}) {
        out += QByteArray("\tchain ") + chain + " {\n";
        const QByteArray hook = chain == QByteArray("input") ? inputHook : chain;
        if (!hook.isEmpty())
            out += "\t\ttype filter hook " + hook + " priority filter - 10; policy accept;\n";
        for (const char* way : {"dport", "sport"}) {
            out += QByteArray("\t\ttcp ") + way +
                   " { 14042, 14083-14084 } counter packets 3 bytes 180 drop comment "
                   "\"replica-upgrade-wizard run 0a1b\"\n";
        }
        out += "\t}\n";
    }
    return out + "}\n";
}

QByteArray iptables(const char* tool, const QByteArray& jumps)
{
    QByteArray out = QByteArray("# ") + tool + '\n';
    for (const char* chain : {"RUW_IN", "RUW_OUT"}) {
        out += QByteArray("-N ") + chain + '\n';
        for (const char* way : {"dport", "sport"}) {
            out += QByteArray("-A ") + chain + " -p tcp -m tcp --" + way +
                   " 14083 -m comment --comment \"replica-upgrade-wizard run 0a1b\" -c 2 120 -j DROP\n";
        }
    }
    return out + jumps;
}

const QByteArray jumps = "-A INPUT -j RUW_IN\n-A OUTPUT -j RUW_OUT\n";

} // namespace

class TestBlockRules : public QObject {
    Q_OBJECT

private slots:
    void aListingTellsWhetherTheRulesAreInForce_data()
    {
        QTest::addColumn<QByteArray>("listing");
        QTest::addColumn<bool>("inForce");
        QTest::addColumn<QSet<int>>("ports");
        const QSet<int> three{14042, 14083, 14084}, one{14083}, none;
        QTest::newRow("nftables") << nft() << true << three;
        QTest::newRow("no hook") << nft("") << false << three;
        QTest::newRow("another chain's hook") << nft("output") << false << three;
        QTest::newRow("a sleeping table") << nft("input", "\tflags dormant\n") << false << three;
        const QByteArray v4 = iptables("iptables", jumps), v6 = iptables("ip6tables", jumps);
        QTest::newRow("iptables, both families") << v4 + v6 << true << one;
        QTest::newRow("iptables alone, no ip6tables there") << v4 << true << one;
        QTest::newRow("ip6tables has nothing of ours") << v4 + "# ip6tables\n\n" << false << none;
        QTest::newRow("no jump") << iptables("iptables", {}) + v6 << false << one;
        QTest::newRow("no jump of IPv6") << v4 + iptables("ip6tables", {}) << false << one;
        QTest::newRow("no jump out") << iptables("iptables", "-A INPUT -j RUW_IN\n") << false << one;
        QTest::newRow("a jump with a condition")
            << iptables("iptables", "-A INPUT -s 203.0.113.9/32 -j RUW_IN\n-A OUTPUT -j RUW_OUT\n") << false
            << one;
        QTest::newRow("jumps crosswise")
            << iptables("iptables", "-A INPUT -j RUW_OUT\n-A OUTPUT -j RUW_IN\n") << false << one;
        QTest::newRow("nftables beside empty iptables") << nft() + "# iptables\n# ip6tables\n"
                                                        << true << three;
        QTest::newRow("both, and one of them not in force")
            << nft() + iptables("iptables", {}) << false << one;
    }
    void aListingTellsWhetherTheRulesAreInForce()
    {
        QFETCH(QByteArray, listing);
        QFETCH(bool, inForce);
        QFETCH(QSet<int>, ports);
        const BlockRules rules = BlockRules::read(listing);
        QCOMPARE(rules.runIds, QStringList{u"0a1b"_s});
        QCOMPARE(rules.inForce, inForce);
        QCOMPARE(rules.ports, ports);
    }
    void countersAreAddedUp()
    {
        QCOMPARE(BlockRules::read(nft()).droppedPackets, 12);
        QCOMPARE(BlockRules::read(iptables("iptables", jumps)).droppedPackets, 8);
    }
    void nothingOfOursIsNoBlock()
    {
        for (const QByteArray& listing : {QByteArray(), jumps, QByteArray("# iptables\n"),
                                          QByteArray("table inet filter {\n\tchain input {\n\t}\n}\n")}) {
            QVERIFY(BlockRules::read(listing).empty());
            QVERIFY(!BlockRules::read(listing).inForce);
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockRules)
#include "tst_blockrules.moc"
