#include "core/access/ssh/SshAccess.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ruw;

class TestJumpTarget : public QObject {
    Q_OBJECT

private slots:
    void anEntryIsReadAsPeopleWriteIt_data();
    void anEntryIsReadAsPeopleWriteIt();
    void theNodesOwnWayToLogInComesFirst();
};

void TestJumpTarget::anEntryIsReadAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("shown"); // empty: unreadable
    const auto row = [](const char16_t* entry, const char16_t* shown) {
        const QString text = QString::fromUtf16(entry);
        QTest::newRow(qPrintable(text)) << text << QString::fromUtf16(shown);
    };
    row(u"admin@10.0.0.9:2222", u"admin@10.0.0.9:2222");
    row(u"admin@10.0.0.9", u"admin@10.0.0.9:22");
    row(u"gate.example", u"worker@gate.example:22");
    row(u"gate:23", u"worker@gate:23");
    row(u"admin@[2001:db8::1]:2222", u"admin@[2001:db8::1]:2222");
    row(u"admin@[2001:db8::1]", u"admin@[2001:db8::1]:22");
    row(u"admin@2001:db8::1", u"admin@[2001:db8::1]:22");
    row(u"user@domain@gate", u"user@domain@gate:22");
    row(u" admin@gate ", u"admin@gate:22");
    row(u"", u"");
    row(u"@gate", u"");
    row(u"admin@", u"");
    row(u"admin@gate:", u"");
    row(u"admin@gate:0", u"");
    row(u"admin@gate:65536", u"");
    row(u"admin@gate:ssh", u"");
    row(u"admin@[2001:db8::1", u"");
    row(u"admin@[2001:db8::1]22", u"");
    row(u"admin@[]", u"");
    row(u"admin@gate -o x", u"");
}

void TestJumpTarget::anEntryIsReadAsPeopleWriteIt()
{
    QFETCH(QString, entry);
    QFETCH(QString, shown);
    const SshTarget node{u"mf1"_s, u"mf1"_s, u"10.0.0.1"_s, 2200, u"worker"_s, {SshAuth::Password}, {}};
    const auto jump = jumpTarget(entry, node);
    QCOMPARE(jump ? jump->shown() : QString(), shown);
    if (jump) {
        QCOMPARE(jump->label, entry);
        QCOMPARE(jump->node, u"mf1"_s);
    }
}

void TestJumpTarget::theNodesOwnWayToLogInComesFirst()
{
    qputenv("SSH_AUTH_SOCK", "/nowhere");
    const SshTarget node{u"mf1"_s, u"mf1"_s, u"10.0.0.1"_s, 22, u"worker"_s, {SshAuth::Password}, u"/key"_s};
    QCOMPARE(jumpTarget(u"gate"_s, node)->ways, (QList{SshAuth::Password, SshAuth::Agent, SshAuth::Key}));
    qunsetenv("SSH_AUTH_SOCK");
    QCOMPARE(jumpTarget(u"gate"_s, node)->ways, (QList{SshAuth::Password, SshAuth::Key}));
}

QTEST_GUILESS_MAIN(TestJumpTarget)
#include "tst_jumptarget.moc"
