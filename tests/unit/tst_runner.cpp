#include "core/run/RunRecords.h"
#include "RehearsalSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using Outcome = RehearsalResult::Outcome;

/// The Runner on a simulated site: the same code as on a real one.
class TestRunner : public QObject {
    Q_OBJECT

private slots:
    void theStraightRunOfEveryProcedureEndsDone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<bool>("mixed");
        for (const ProcedureKind kind : allProcedures()) {
            for (const int slaves : {1, 2}) {
                for (const char* sync : {"ON", "OFF"}) {
                    for (const bool mixed : {false, true}) {
                        if (kind == ProcedureKind::DisableSettingsSync && QByteArray(sync) == "ON")
                            continue; // refused (S2)
                        QTest::addRow("%s 1+%d %s %s", qPrintable(procedureCode(kind)), slaves, sync,
                                      mixed ? "mixed" : "linux")
                            << int(kind) << slaves << QByteArray(sync) << mixed;
                    }
                }
            }
        }
    }
    void theStraightRunOfEveryProcedureEndsDone()
    {
        QFETCH(int, kind);
        QFETCH(int, slaves);
        QFETCH(QByteArray, dataSync);
        QFETCH(bool, mixed);
        samples::SiteShape shape;
        shape.slaves = slaves;
        shape.dataSync = dataSync;
        shape.mixed = mixed;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind(kind));
        QVERIFY(rehearsal);
        const RehearsalResult result = rehearsal->play({});
        QVERIFY2(result.outcome == Outcome::Done, qPrintable(samples::seen(result)));
        QVERIFY2(result.violations.isEmpty(), qPrintable(samples::seen(result)));
        QCOMPARE(result.troubles, 0);
        QVERIFY(result.mailAccepted > 20);
        QCOMPARE(result.mailArchived, result.mailAccepted);
        QCOMPARE(result.mailDoubled, 0);
    }
    void whatGoesWrongIsToldAndTheWorkCanBeFinished_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<int>("outcome"); ///< of the first go
        QTest::addColumn<bool>("asks");   ///< the operator is asked what to do
        const auto row = [](const char* name, ProcedureKind kind, const char* faults, Outcome outcome,
                            bool asks) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(faults) << int(outcome) << asks;
        };
        const ProcedureKind block = ProcedureKind::BlockSyncPorts;
        const ProcedureKind stop = ProcedureKind::StopMailFlow;
        row("a command that fails is done again", block, "command-fails@block-mf2", Outcome::Done, true);
        row("an exit status is not trusted: done, said to have failed", block,
            "command-says-failed@block-mf2", Outcome::Done, false);
        row("an exit status is not trusted: not done, said to be", block, "command-lies@stop-service-mf2",
            Outcome::Done, true);
        row("a command that hangs", block, "command-hangs@unblock-mf1", Outcome::Done, true);
        row("connection lost before", block, "connection-lost-before@block-mf1", Outcome::Done, true);
        row("connection lost after", block, "connection-lost-after@block-mf1", Outcome::Done, false);
        row("the installer starts the service", block, "installer-starts-service@run-installer-mf2",
            Outcome::Done, false);
        row("the installer starts the service, mail stopped", stop,
            "installer-starts-service@run-installer-mf2", Outcome::Done, false);
        row("the installer switches boot start on", stop, "installer-boot-start@run-installer-mf2",
            Outcome::Done, true);
        row("the installer brings a new port", block, "installer-new-port@run-installer-mf2", Outcome::Done,
            false);
        row("the installer lies", block, "installer-lies@run-installer-mf2", Outcome::Done, true);
        row("the installer fails", block, "installer-fails@run-installer-mf2", Outcome::Done, true);
        row("the installer restarts the node", block, "installer-reboots@run-installer-mf2", Outcome::Done,
            true);
        row("a config changes (drift)", block, "config-changes@backup-config-mf2", Outcome::Done, true);
        row("a block vanishes (S1w)", block, "block-vanishes@stop-service-mf2", Outcome::Done, true);
        row("a path beside the block opens", block, "port-stays-open@boot-start-on-mf2", Outcome::Done, true);
        row("another run's block stands", block, "other-run@backup-config-mf2", Outcome::Done, true);
        row("a slave asks for a restart", block, "restart-asked@check-restart-flag-mf2", Outcome::Done,
            false);
        row("a slave asks twice", stop, "restart-asked-twice@check-restart-flag-mf2", Outcome::Done, false);
        row("a step that a rule needs can't be skipped", block, "operator-skips@block-mf2", Outcome::Done,
            false);
        row("a step that none needs can", block, "operator-skips@confirm-release-notes",
            Outcome::DoneWithExceptions, true);
        row("the operator holds", block, "operator-declines@stop-service-mf2", Outcome::SafeHold, false);
        row("he goes back before the point of no return", block, "operator-goes-back@confirm-go",
            Outcome::RolledBack, false);
        row("he goes back from there with the mail stopped", stop, "operator-goes-back@confirm-go",
            Outcome::RolledBack, false);
        row("he goes back after it", block, "operator-goes-back@start-service-mf2", Outcome::RolledBack,
            false);
        row("killed before the block's record", block, "killed-before@block-mf2", Outcome::Killed, false);
        row("killed in the middle of a record", stop, "killed-amid@run-installer-mf2", Outcome::Killed,
            false);
    }
    void whatGoesWrongIsToldAndTheWorkCanBeFinished()
    {
        QFETCH(int, kind);
        QFETCH(QString, faults);
        QFETCH(int, outcome);
        QFETCH(bool, asks);
        const auto rehearsal = samples::rehearsal({}, ProcedureKind(kind));
        QVERIFY(rehearsal);
        Rehearsal::Manner manner;
        manner.faults = FaultPlan::parse(faults).value();
        QVERIFY(checkFaults(manner.faults, rehearsal->procedure(), rehearsal->facts().site));
        const RehearsalResult first = rehearsal->play(manner);
        QVERIFY2(first.outcome == Outcome(outcome), qPrintable(samples::seen(first)));
        QVERIFY2(first.violations.isEmpty(), qPrintable(samples::seen(first)));
        QCOMPARE(first.troubles > 0, asks);
        manner.finish = true;
        const RehearsalResult last = rehearsal->play(manner);
        const bool ended = last.outcome == Outcome::Done || last.outcome == Outcome::DoneWithExceptions ||
                           last.outcome == Outcome::RolledBack;
        QVERIFY2(ended && last.violations.isEmpty(), qPrintable(samples::seen(last)));
        QCOMPARE(last.mailDoubled, 0);
        if (first.worldEvents == 0)
            QCOMPARE(last.mailLost, 0);
    }
    /// A window in another language than the one it was done in shows no word that stays as it was written.
    void whatTheRunSaysStandsInTheJournalAsTexts()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        Rehearsal::Manner manner;
        manner.faults = FaultPlan::parse(u"command-lies@stop-service-mf2,operator-declines@unblock-mf1,"
                                         "installer-new-port@run-installer-mf2"_s)
                            .value();
        manner.finish = true;
        const RehearsalResult result = rehearsal->play(manner);
        QCOMPARE(result.outcome, Outcome::Done);
        int notes = 0, words = 0;
        const JournalRead read = *Journal::parse(result.journal, u"rehearsal"_s);
        for (const JournalRecord& record : read.records) {
            if (record.data.contains(u"note"_s)) {
                QVERIFY2(record.data.value(u"note"_s).isObject(), qPrintable(record.kind));
                ++notes;
            }
            for (const QJsonValue& one : record.data.value(u"observed"_s).toArray()) {
                if (!one[u"kind"_s].toString().startsWith("service-"_L1))
                    continue;
                QCOMPARE(one[u"seen"_s][u"args"_s][1][u"t"_s].toString(), u"tr"_s);
                ++words;
            }
        }
        QVERIFY(notes >= 3); // held, failed, new ports
        QVERIFY(words > 6);
    }
    void theBaselineOutlivesTheJournal()
    {
        const QList<LinkState> links{{u"a"_s, u"b"_s, IpFamily::Ipv4, 14083, PortState::Open},
                                     {u"b"_s, u"a"_s, IpFamily::Ipv6, 14042, PortState::Refused},
                                     {u"b"_s, u"a"_s, IpFamily::Ipv4, 14042, PortState::Filtered}};
        QCOMPARE(linksFromJson(linksToJson(links)), links);
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
