#include "ShellMachine.h"

#include "core/survey/AnswerFacts.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using samples::basicTools;
using samples::Machine;
using samples::onlyTools;
using samples::Port;

/// The scripts that ask ports from a node, run by this machine with one tool or another.
class TestNodeReach : public QObject {
    Q_OBJECT
private slots:
    void portsAreAskedFromTheNode_data()
    {
        QTest::addColumn<QStringList>("tools");
        QTest::newRow("perl") << QStringList();
        QTest::newRow("bash") << basicTools + QStringList{u"bash"_s, u"timeout"_s, u"base64"_s, u"getent"_s};
        QTest::newRow("bash, bare machine") << basicTools + QStringList{u"bash"_s};
        QTest::newRow("nc") << basicTools + QStringList{u"nc"_s, u"timeout"_s, u"base64"_s};
        QTest::newRow("nothing") << basicTools + QStringList{u"timeout"_s, u"base64"_s};
    }
    void portsAreAskedFromTheNode()
    {
        QFETCH(QStringList, tools);
        const QString kind = QString::fromLatin1(QTest::currentDataTag());
        if (kind == "nc"_L1 && QStandardPaths::findExecutable(u"nc"_s).isEmpty())
            QSKIP("no nc here");
        QTemporaryDir dir;
        Machine machine;
        if (!tools.isEmpty())
            machine.path = onlyTools(dir, tools);
        const Port open(true), closed(false), silent(true, true);
        NodeQuery query = NodeQuery::reaching({
            {u"127.0.0.1"_s, IpFamily::Ipv4, {open.number(), closed.number(), silent.number()}},
            {u"no such name $(touch /pwned)"_s, IpFamily::Ipv4, {25}},
            {u"localhost"_s, IpFamily::Ipv4, {open.number()}},
        });
        query.reachSeconds = 1;
        const auto states = answerfacts::reach(machine.ask(query), query);
        QVERIFY(states.has_value());
        QVERIFY(!QFile::exists(u"/pwned"_s));
        if (kind == "nothing"_L1) {
            QCOMPARE(states->count(PortState::Unknown), 5);
            return;
        }
        QCOMPARE(portStateCode(states->at(0)), u"open"_s);
        QCOMPARE(portStateCode(states->at(1)), u"refused"_s);
        QCOMPARE(portStateCode(states->at(2)), u"filtered"_s);
        QCOMPARE(portStateCode(states->at(3)), u"unknown"_s);
        if (kind == "perl"_L1 || kind == "bash"_L1) // the others can't look a name up in one family
            QCOMPARE(portStateCode(states->at(4)), u"open"_s);
    }
    void filteredPortsAreAskedAllAtOnce()
    {
        const Port silent(true, true);
        NodeQuery query =
            NodeQuery::reaching({{u"127.0.0.1"_s, IpFamily::Ipv4, QList<int>(100, silent.number())}});
        query.reachSeconds = 2;
        QElapsedTimer timer;
        timer.start();
        const auto states = answerfacts::reach(Machine().ask(query), query);
        QVERIFY2(timer.elapsed() < 6'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(states->count(PortState::Filtered), 100);
    }
};

QTEST_GUILESS_MAIN(TestNodeReach)
#include "tst_nodereach.moc"
