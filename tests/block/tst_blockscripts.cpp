#include "core/plan/BlockCommands.h"
#include "core/plan/BlockRules.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/NodeQuery.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

struct Ran {
    int status = -1;
    QString out, err;
};

Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Moves this thread into a network namespace and back.
class InNamespace {
public:
    explicit InNamespace(const QString& name) : m_own(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC))
    {
        const int other = open(qPrintable(u"/run/netns/"_s + name), O_RDONLY | O_CLOEXEC);
        m_entered = other >= 0 && setns(other, CLONE_NEWNET) == 0;
        close(other);
    }
    ~InNamespace()
    {
        if (m_entered)
            setns(m_own, CLONE_NEWNET);
        close(m_own);
    }
    InNamespace(const InNamespace&) = delete;
    InNamespace& operator=(const InNamespace&) = delete;

private:
    int m_own;
    bool m_entered = false;
};

int listenOn(const QString& netns, int port)
{
    const InNamespace inside(netns);
    const int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0); // both families
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(uint16_t(port));
    if (bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || listen(fd, 16) != 0)
        return -1;
    return fd;
}

} // namespace

/// What the printed commands do to a kernel's rules. systemctl is a stand-in here that loads the unit's ExecStart; real
/// systemd, and a real reboot, are not tried by this test.
class TestBlockScripts : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_node, m_peer;
    QList<int> m_listening;
    const QList<int> m_ports{14042, 14083};

    /// Runs a script on the node: its own network, and an /etc of its own that outlives the call.
    Ran onNode(const QString& script) const
    {
        const QString around =
            u"set -e; mount -t overlay -o lowerdir=/etc,upperdir=%1/up,workdir=%1/work overlay /etc; "
            "mount -t tmpfs tmpfs /run; mkdir -p /run/systemd/system; export PATH=%1/bin:$PATH; exec sh"_s
                .arg(m_dir.path());
        return runProgram(u"ip"_s,
                          {u"netns"_s, u"exec"_s, m_node, u"unshare"_s, u"-m"_s, u"sh"_s, u"-c"_s, around},
                          script.toUtf8());
    }
    Ran probe(const QString& address, const QList<int>& ports) const
    {
        return runProgram(u"ip"_s, {u"netns"_s, u"exec"_s, m_peer, u"sh"_s},
                          probeCommand(address, ports, Shell::Posix).toUtf8());
    }
    /// "14042 open,14083 filtered", by number.
    QString states(const QString& address, const QList<int>& ports) const
    {
        return probe(address, ports).out.split(u'\n', Qt::SkipEmptyParts).mid(1).join(u',');
    }
    QString foreignRules(const QString& family) const
    {
        const QString script =
            family == u"nft"_s ? u"nft -s list table ip operators"_s
                               : u"iptables-save | grep -v '^#' | grep -v RUW_ | sed 's/\\[[0-9:]*\\]//'"_s;
        return onNode(script).out;
    }
    static BlockSpec spec(const QString& run, const QList<int>& ports) { return {run, ports, {25, 22}}; }

private slots:
    void initTestCase()
    {
        if (geteuid() != 0)
            QSKIP("needs root for network namespaces: not run");
        for (const QString& tool : {u"ip"_s, u"nft"_s, u"iptables"_s, u"unshare"_s}) {
            if (QStandardPaths::findExecutable(tool, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s, u"/bin"_s})
                    .isEmpty())
                QSKIP(qPrintable(tool + u" is not installed: not run"_s));
        }
        m_node = u"ruw-n-%1"_s.arg(getpid());
        m_peer = u"ruw-p-%1"_s.arg(getpid());
        const QString setup =
            u"set -e; ip netns add %1; ip netns add %2\n"
            "ip link add veth0 netns %1 type veth peer name veth0 netns %2\n"
            "for n in %1 %2; do ip -n $n link set lo up; ip -n $n link set veth0 up; done\n"
            "ip -n %1 addr add 192.0.2.1/24 dev veth0; ip -n %2 addr add 192.0.2.2/24 dev veth0\n"
            "ip -n %1 addr add 2001:db8::1/64 dev veth0 nodad; ip -n %2 addr add 2001:db8::2/64 dev veth0 nodad\n"_s
                .arg(m_node, m_peer);
        const Ran made = runProgram(u"sh"_s, {u"-c"_s, setup});
        if (made.status != 0)
            QSKIP(qPrintable(u"no network namespaces here: not run: "_s + made.err));
        for (const QString& folder : {u"up"_s, u"work"_s, u"bin"_s})
            QDir(m_dir.path()).mkdir(folder);
        QFile systemctl(m_dir.filePath(u"bin/systemctl"_s));
        QVERIFY(systemctl.open(QIODevice::WriteOnly));
        systemctl.write("#!/bin/sh\n"
                        "case $1 in restart) exec sh -c \"$(sed -n 's/^ExecStart=//p' "
                        "/etc/systemd/system/$2)\";; esac\n");
        systemctl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const int port : {14042, 14083, 15000, 25, 8080})
            m_listening.append(listenOn(m_node, port));
        QVERIFY(!m_listening.contains(-1));
        const Ran own =
            onNode(u"nft add table ip operators && nft add chain ip operators keep '{ type filter hook input "
                   "priority 0; policy accept; }' && nft add rule ip operators keep tcp dport 9999 drop && "
                   "iptables -A INPUT -p tcp --dport 9998 -j DROP"_s);
        QVERIFY2(own.status == 0, qPrintable(own.err));
    }
    void cleanupTestCase()
    {
        for (const int fd : m_listening)
            close(fd);
        for (const QString& name : {m_node, m_peer}) {
            if (!name.isEmpty())
                runProgram(u"ip"_s, {u"netns"_s, u"del"_s, name});
        }
    }

    void theBlockClosesTheSyncPortsAndNothingElse_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("nftables") << u"nft"_s;
        QTest::newRow("iptables") << u"iptables"_s;
    }
    void theBlockClosesTheSyncPortsAndNothingElse()
    {
        QFETCH(QString, family);
        const auto commands = family == u"nft"_s ? nftablesBlock : iptablesBlock;
        const BlockCommands block = commands(spec(u"1a2b3c4d5e"_s, m_ports));
        const QString before = foreignRules(family);
        QCOMPARE(states(u"192.0.2.1"_s, {4444, 14042, 14083}), u"4444 refused,14042 open,14083 open"_s);

        const Ran applied = onNode(block.apply);
        QVERIFY2(applied.status == 0, qPrintable(applied.err));
        for (const QString& address : {u"192.0.2.1"_s, u"2001:db8::1"_s}) {
            QCOMPARE(states(address, {25, 8080, 14042, 14083, 15000}),
                     u"25 open,8080 open,14042 filtered,14083 filtered,15000 open"_s);
        }
        const Ran seen = onNode(block.verify);
        QVERIFY(seen.out.contains(u"1a2b3c4d5e"_s));
        QVERIFY(!seen.out.contains(u"No block"_s));
        QCOMPARE(foreignRules(family), before);

        // On the node itself the ports still answer over loopback.
        const Ran local = onNode(probeCommand(u"127.0.0.1"_s, m_ports, Shell::Posix));
        QCOMPARE(local.out.count(u"open"_s), 2);

        // Twice is the same as once; the block of another run is left alone.
        QCOMPARE(onNode(block.apply).status, 0);
        const Ran foreign = onNode(commands(spec(u"ffffffffff"_s, m_ports)).apply);
        QVERIFY(foreign.status != 0);
        QVERIFY(foreign.err.contains(u"1a2b3c4d5e"_s));
        QVERIFY(onNode(commands(spec(u"ffffffffff"_s, m_ports)).lift).status != 0);
        QCOMPARE(states(u"192.0.2.1"_s, {14083}), u"14083 filtered"_s);

        // Extended by adding a number in the first line, as the runbook says.
        QString extended = block.apply;
        extended.replace(u"ports='14042, 14083'"_s, u"ports='14042, 14083, 15000'"_s);
        QVERIFY(extended != block.apply);
        QCOMPARE(onNode(extended).status, 0);
        QCOMPARE(states(u"192.0.2.1"_s, {14083, 15000}), u"14083 filtered,15000 filtered"_s);

        const Ran lifted = onNode(block.lift);
        QVERIFY2(lifted.status == 0, qPrintable(lifted.err));
        for (const QString& address : {u"192.0.2.1"_s, u"2001:db8::1"_s})
            QCOMPARE(states(address, {14042, 14083, 15000}), u"14042 open,14083 open,15000 open"_s);
        QCOMPARE(foreignRules(family), before);
        QCOMPARE(
            onNode(u"ls /etc/replica-upgrade-wizard /etc/systemd/system/replica-upgrade-block.service"_s).out,
            QString());
        QCOMPARE(onNode(block.lift).status, 0);
        const Ran gone = onNode(block.verify); // whoever lifted it by hand sees it in words
        QVERIFY(gone.status != 0);
        QVERIFY2(gone.out.contains(u"No block of this program stands here."_s), qPrintable(gone.err));
    }
    /// A firewall that turns a connection away has not let it through. One that resets, or says that the port is unreachable, speaks in
    /// the node's name: that can't be told from a refusal.
    void onlyARefusalIsCalledOne_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("state");
        const auto row = [](const char* name, const char* harm, const char* address, const char* state) {
            QTest::newRow(name) << QString::fromLatin1(harm) << QString::fromLatin1(address) << QString::fromLatin1(state);
        };
        row("nobody listens", "true", "192.0.2.1", "refused");
        row("the node resets", "nft add rule ip probed in tcp dport 4444 reject with tcp reset", "192.0.2.1", "refused");
        row("silence", "nft add rule ip probed in tcp dport 4444 drop", "192.0.2.1", "filtered");
        row("the administration prohibits it", "nft add rule ip probed in tcp dport 4444 reject with icmp type admin-prohibited",
            "192.0.2.1", "filtered");
        row("the firewall rejects in the node's name", "nft add rule ip probed in tcp dport 4444 reject", "192.0.2.1", "refused");
        row("the administration prohibits it, IPv6",
            "nft add table ip6 probed && nft add chain ip6 probed in '{ type filter hook input priority 0; }' && nft add rule ip6 probed in "
            "tcp dport 4444 reject with icmpv6 type admin-prohibited",
            "2001:db8::1", "filtered");
        row("no host there", "nft add rule ip probed in tcp dport 4444 reject with icmp type host-unreachable", "192.0.2.1",
            "filtered");
        row("no network leads there", "true", "203.0.113.9", "unknown");
        row("a name that nobody knows", "true", "no-such-name.invalid", "unknown");
    }
    void onlyARefusalIsCalledOne()
    {
        QFETCH(QString, harm);
        QFETCH(QString, address);
        QFETCH(QString, state);
        const Ran made =
            onNode(u"nft add table ip probed && nft add chain ip probed in '{ type filter hook input priority 0; }' && "_s + harm);
        const QString seen = states(address, {4444});
        QCOMPARE(onNode(u"nft delete table ip probed; nft delete table ip6 probed 2>/dev/null || true"_s).status, 0);
        QVERIFY2(made.status == 0, qPrintable(made.err));
        QCOMPARE(seen, u"4444 "_s + state);
    }
    void whoeverCouldNotLookIsNotToldThatNoBlockStands_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("harm");
        const auto row = [](const char* name, const char* family, const char* harm) {
            QTest::newRow(name) << QString::fromLatin1(family) << QString::fromLatin1(harm);
        };
        row("nft may not list", "nft", "nft() { echo 'not permitted' >&2; return 1; }\n");
        row("nft may list the tables, but not ours", "nft",
            "nft() { [ \"$2\" = tables ] && echo 'table inet replica_upgrade' || return 1; }\n");
        row("iptables may not list", "iptables", "iptables() { echo 'locked' >&2; return 4; }\n");
        row("ip6tables may not list", "iptables", "ip6tables() { echo 'locked' >&2; return 4; }\n");
    }
    void whoeverCouldNotLookIsNotToldThatNoBlockStands()
    {
        QFETCH(QString, family);
        QFETCH(QString, harm);
        const BlockCommands block = (family == u"nft"_s ? nftablesBlock : iptablesBlock)(spec(u"1a2b3c4d5e"_s, m_ports));
        QVERIFY(onNode(block.verify).out.contains(u"No block"_s));
        const Ran seen = onNode(harm + block.verify + u"\necho 'the shell goes on'"_s);
        QVERIFY2(!seen.out.contains(u"No block"_s), qPrintable(seen.out));
        QVERIFY(seen.out.contains(u"the shell goes on"_s));
    }
    void aBlockThatTheNextBootPutsOnIsNotTakenForNone_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("flush");
        QTest::newRow("nftables") << u"nft"_s << u"nft delete table inet replica_upgrade"_s;
        QTest::newRow("iptables") << u"iptables"_s
                                  << u"for t in iptables ip6tables; do $t -F INPUT; $t -F OUTPUT; for c in RUW_IN RUW_OUT; do $t -F $c; "
                                     "$t -X $c; done; done"_s;
    }
    void aBlockThatTheNextBootPutsOnIsNotTakenForNone()
    {
        QFETCH(QString, family);
        QFETCH(QString, flush);
        const BlockCommands block = (family == u"nft"_s ? nftablesBlock : iptablesBlock)(spec(u"1a2b3c4d5e"_s, m_ports));
        QCOMPARE(onNode(block.apply).status, 0);
        onNode(flush);
        const Ran seen = onNode(block.verify);
        QCOMPARE(onNode(block.lift).status, 0);
        QVERIFY2(seen.out.contains(u"the next boot puts the block on again"_s), qPrintable(seen.out + seen.err));
        QVERIFY(!seen.out.contains(u"No block"_s));
        QVERIFY(onNode(block.verify).out.contains(u"No block"_s));
    }
    /// Rules that nothing leads to drop nothing. Half of a block may still close the ports (what goes in passes, its answers
    /// do not go out), but it is not the block that was put on: whoever looks must see it.
    void rulesThatNothingLeadsToAreSeenNotToBeInForce_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("harm");
        const auto row = [](const char* name, const char* family, const char* harm) {
            QTest::newRow(name) << QString::fromLatin1(family) << QString::fromLatin1(harm);
        };
        row("the way in is flushed", "iptables", "iptables -D INPUT -j RUW_IN");
        row("all of INPUT is flushed", "iptables", "iptables -F INPUT");
        row("the way in of IPv6 is flushed", "iptables", "ip6tables -F INPUT");
        row("the jump goes for one machine only", "iptables",
            "iptables -D INPUT -j RUW_IN && iptables -I INPUT -s 203.0.113.9 -j RUW_IN");
        row("IPv6 has no chain of ours", "iptables",
            "ip6tables -F INPUT; ip6tables -F OUTPUT; for c in RUW_IN RUW_OUT; do ip6tables -F $c; "
            "ip6tables -X $c; done");
        row("the table sleeps", "nft", "nft add table inet replica_upgrade '{ flags dormant; }'");
        row("a chain without a hook", "nft",
            "nft list table inet replica_upgrade | grep -v 'hook input' >/tmp/ruw-block.$$ && nft delete "
            "table inet replica_upgrade && nft -f /tmp/ruw-block.$$; rm -f /tmp/ruw-block.$$");
    }
    void rulesThatNothingLeadsToAreSeenNotToBeInForce()
    {
        QFETCH(QString, family);
        QFETCH(QString, harm);
        const BlockCommands block =
            (family == u"nft"_s ? nftablesBlock : iptablesBlock)(spec(u"1a2b3c4d5e"_s, m_ports));
        const Ran applied = onNode(block.apply);
        QVERIFY2(applied.status == 0, qPrintable(applied.err));
        const auto look = [this] {
            const NodeQuery query = NodeQuery::about({}, Ask::Block);
            const Ran seen = onNode(QString::fromUtf8(query.command().script));
            return BlockRules::read(answerfacts::blockRules(NodeAnswer::parse(seen.out.toUtf8())));
        };
        const BlockRules before = look();
        QVERIFY(before.inForce);
        QCOMPARE(before.ports, QSet<int>(m_ports.cbegin(), m_ports.cend()));
        QCOMPARE(before.runIds, QStringList{u"1a2b3c4d5e"_s});

        const Ran harmed = onNode(harm);
        QVERIFY2(harmed.status == 0, qPrintable(harmed.err));
        const BlockRules after = look();
        QCOMPARE(after.runIds, QStringList{u"1a2b3c4d5e"_s});
        QVERIFY(!after.inForce);

        QCOMPARE(onNode(u"iptables -D INPUT -s 203.0.113.9 -j RUW_IN 2>/dev/null; true"_s).status, 0);
        QCOMPARE(onNode(block.apply).status, 0);
        QVERIFY(look().inForce);
        QCOMPARE(onNode(block.lift).status, 0);
        QVERIFY(look().empty());
    }
    void withoutSystemdNothingIsChanged()
    {
        for (const auto commands : {nftablesBlock, iptablesBlock}) {
            const Ran ran =
                onNode(u"rmdir /run/systemd/system\n"_s + commands(spec(u"1a2b3c4d5e"_s, m_ports)).apply);
            QVERIFY(ran.status != 0);
            QVERIFY(ran.err.contains(u"reboot"_s));
            QCOMPARE(states(u"192.0.2.1"_s, {14083}), u"14083 open"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockScripts)
#include "tst_blockscripts.moc"
