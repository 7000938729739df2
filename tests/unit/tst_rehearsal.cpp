#include "RehearsalSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ruw;
using Outcome = RehearsalResult::Outcome;

/// A rehearsal as a play: the same to the byte each time, which faults it takes, and what the run makes of them.
class TestRehearsal : public QObject {
    Q_OBJECT
private slots:
    void sameSeedAndFaultsGiveTheSameJournalToTheByte()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        Rehearsal::Manner manner;
        manner.faults = FaultPlan::parse(u"node-reboots@stop-service-mf2,killed-amid@#90"_s).value();
        manner.finish = true;
        const RehearsalResult one = rehearsal->play(manner), two = rehearsal->play(manner);
        QVERIFY(!one.journal.isEmpty());
        QCOMPARE(one.journal, two.journal);
        QCOMPARE(one.toJson(Language::English), two.toJson(Language::English));
        QVERIFY(Journal::parse(one.journal, u"rehearsal"_s));
    }
    /// Its config may be the installer's doing from the moment at which the doer may have begun it.
    void whatNobodyCanKnowOfAnInstallerByHandBreaksNoRule_data()
    {
        QTest::addColumn<QString>("faults");
        for (const char* faults : {"config-changes@run-installer-mf2,operator-lies@run-installer-mf2",
                                   "sync-mode-changes@run-installer-mf2,operator-lies@run-installer-mf2",
                                   "config-changes@run-installer-mf2"})
            QTest::newRow(faults) << QString::fromLatin1(faults);
        for (int record = 50; record < 62; ++record)
            QTest::addRow("killed at %d", record) << u"config-changes@run-installer-mf2,killed-after@#%1"_s.arg(record);
    }
    void whatNobodyCanKnowOfAnInstallerByHandBreaksNoRule()
    {
        QFETCH(QString, faults);
        samples::SiteShape shape;
        shape.slaves = 1;
        shape.installersByHand = true;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::StopMailFlow);
        QVERIFY(rehearsal);
        const RehearsalResult result = rehearsal->play({1, FaultPlan::parse(faults).value(), true});
        QVERIFY2(result.violations.isEmpty() && result.outcome == Outcome::Done, qPrintable(samples::seen(result)));
    }
    /// What the explorer rests on: a fault's run need not be played from the beginning.
    void aPlayThatGoesOnFromAStepsBeginningIsTheWholePlayToTheByte_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("mixed");
        QTest::newRow("stop-mail-flow") << int(ProcedureKind::StopMailFlow) << false;
        QTest::newRow("block-sync-ports") << int(ProcedureKind::BlockSyncPorts) << false;
        QTest::newRow("block-sync-ports, mixed") << int(ProcedureKind::BlockSyncPorts) << true;
    }
    void aPlayThatGoesOnFromAStepsBeginningIsTheWholePlayToTheByte()
    {
        QFETCH(int, kind);
        QFETCH(bool, mixed);
        samples::SiteShape shape;
        shape.slaves = 1;
        shape.mixed = mixed;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind(kind));
        QVERIFY(rehearsal);
        QMap<QString, std::shared_ptr<const RehearsalPoint>> points;
        rehearsal->play({}, [&](RehearsalStand& stand) {
            points.insert(stand.step().id, stand.point());
            return true;
        });
        QVERIFY(points.size() > 20);
        int compared = 0;
        for (const Step& step : rehearsal->procedure().steps) {
            for (const FaultKind fault : allFaults()) {
                if (!points.contains(step.id) ||
                    !faultFits(fault, step, rehearsal->procedure(), rehearsal->facts().site) || ++compared % 5 != 0)
                    continue;
                const Rehearsal::Manner manner{1, FaultPlan{{{fault, step.id, 0}}}, true};
                const RehearsalResult whole = rehearsal->play(manner);
                const RehearsalResult rest = rehearsal->playOn(*points[step.id], manner, {});
                QVERIFY2(whole.journal == rest.journal, qPrintable(manner.faults.toString()));
                QCOMPARE(rest.toJson(Language::English), whole.toJson(Language::English));
            }
        }
        QVERIFY(compared > 300);
    }
    void whatIsReplayedFromTheJournalIsWhatTheLiveRunStoodAt()
    {
        samples::SiteShape shape;
        shape.slaves = 1;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        for (const auto& faults : {u""_s, u"installer-lies@run-installer-mf2"_s, u"operator-goes-back@run-installer-mf2"_s,
                                   u"installer-new-port@run-installer-mf2"_s, u"killed-amid@#60"_s}) {
            const Rehearsal::Manner manner{1, FaultPlan::parse(faults).value(), true};
            const RehearsalResult result = rehearsal->play(manner);
            const auto read = Journal::parse(result.journal, u"rehearsal"_s);
            QVERIFY(read);
            const RunState replayed = RunState::replay(rehearsal->procedure(), read->records);
            QCOMPARE(replayed.stateText(), result.stateText);
            for (const RehearsalResult::StepPlayed& step : result.steps)
                QCOMPARE(replayed.record(step.id).status, step.status);
        }
    }
    void aFaultListIsReadAndWritten()
    {
        const QString text = u"command-fails@block-mf2,killed-amid@#17"_s;
        const auto plan = FaultPlan::parse(text);
        QVERIFY(plan);
        QCOMPARE(plan->faults.size(), 2);
        QCOMPARE(plan->toString(), text);
        for (const auto& wrong :
             {u"nonsense@block-mf2"_s, u"nonsense"_s, u"command-fails@#3"_s, u"killed-amid@#x"_s})
            QCOMPARE(FaultPlan::parse(wrong).error().code, u"faults-unreadable"_s);
        for (const FaultKind kind : allFaults()) {
            QCOMPARE(faultFromCode(faultCode(kind)), std::optional(kind));
            QVERIFY(!faultText(kind).isEmpty());
        }
    }
    void aFaultThatCantHappenAtItsStepIsRefused()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        for (const auto& wrong : {u"command-fails@no-such-step"_s, u"installer-lies@block-mf2"_s}) {
            QVERIFY(!checkFaults(FaultPlan::parse(wrong).value(), rehearsal->procedure(),
                                 rehearsal->facts().site));
        }
    }
    void aFaultWithoutAFittingStepIsToldTheStepsThatFit_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("what");
        QTest::newRow("no step") << u"installer-lies"_s << u"at which step"_s;
        QTest::newRow("nothing behind the @") << u"installer-lies@"_s << u"at which step"_s;
        QTest::newRow("an unknown step") << u"installer-lies@nowhere"_s << u"no such step"_s;
        QTest::newRow("another kind of step") << u"installer-lies@block-mf2"_s << u"can't happen"_s;
    }
    void aFaultWithoutAFittingStepIsToldTheStepsThatFit()
    {
        QFETCH(QString, fault);
        QFETCH(QString, what);
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const auto plan = FaultPlan::parse(fault);
        QVERIFY(plan);
        const Status fits = checkFaults(*plan, rehearsal->procedure(), rehearsal->facts().site);
        QVERIFY(!fits);
        QCOMPARE(fits.error().code, u"faults-unreadable"_s);
        const QString said = fits.error().render(Language::English);
        QVERIFY2(said.contains(what), qPrintable(said));
        for (const auto& node : {u"mf1"_s, u"mf2"_s, u"mf3"_s})
            QVERIFY2(said.contains(u"run-installer-"_s + node), qPrintable(said));
        QVERIFY2(!said.contains("stop-service"_L1), qPrintable(said));
    }
    void theWorldStrikesAnyServerAndInTheMiddleOfAnInstaller()
    {
        const QString text = u"service-starts@run-installer-mf2/mf1,node-reboots@midway:run-installer-mf2,"
                             "block-vanishes@midway:run-installer-mf2/mf3"_s;
        const auto plan = FaultPlan::parse(text);
        QVERIFY(plan);
        QCOMPARE(plan->toString(), text);
        QCOMPARE(plan->faults.at(0), (Fault{FaultKind::ServiceStarts, u"run-installer-mf2"_s, 0, u"mf1"_s, FaultMoment::Beginning}));
        QCOMPARE(plan->faults.at(1), (Fault{FaultKind::NodeReboots, u"run-installer-mf2"_s, 0, {}, FaultMoment::Midway}));
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        QVERIFY(checkFaults(*plan, rehearsal->procedure(), rehearsal->facts().site));
        for (const auto& wrong : {u"service-starts@block-mf2/mf9"_s, u"node-reboots@midway:block-mf2"_s,
                                  u"command-fails@block-mf2/mf1"_s, u"installer-lies@midway:run-installer-mf2"_s}) {
            QVERIFY2(!checkFaults(FaultPlan::parse(wrong).value(), rehearsal->procedure(), rehearsal->facts().site),
                     qPrintable(wrong));
        }
    }
    /// What the world does elsewhere, and what it does while an installer is waited for.
    void whatTheWorldDoesElsewhereIsNoticed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("noticedIn");
        const auto row = [](const char* name, ProcedureKind kind, const QString& faults, const QString& noticedIn) {
            QTest::newRow(name) << int(kind) << faults << noticedIn;
        };
        row("a service is started", ProcedureKind::StopMailFlow, u"service-starts@verify-version-mf2/mf1"_s, {});
        row("a service is started during an installer", ProcedureKind::StopMailFlow,
            u"service-starts@midway:run-installer-mf2/mf1"_s, u"run-installer-mf2"_s);
        row("a block is gone during an installer", ProcedureKind::BlockSyncPorts,
            u"block-vanishes@midway:run-installer-mf2/mf1"_s, u"run-installer-mf2"_s);
        row("settings sync is on again during an installer", ProcedureKind::DisableSettingsSync,
            u"sync-switched-on@midway:run-installer-mf2/mf1"_s, u"run-installer-mf2"_s);
        row("the firewall lets through again", ProcedureKind::BlockPeerTraffic, u"block-vanishes@drain-node-mf2"_s, {});
        row("the firewall lets through again during an installer", ProcedureKind::BlockPeerTraffic,
            u"block-vanishes@midway:run-installer-mf2"_s, {});
        row("another path than the one that is cut", ProcedureKind::BlockPeerTraffic,
            u"port-stays-open@verify-block-mf1/mf2"_s, {});
    }
    void whatTheWorldDoesElsewhereIsNoticed()
    {
        QFETCH(int, kind);
        QFETCH(QString, faults);
        QFETCH(QString, noticedIn);
        samples::SiteShape shape;
        shape.dataSync = ProcedureKind(kind) == ProcedureKind::DisableSettingsSync ? "OFF" : "ON";
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind(kind));
        QVERIFY(rehearsal);
        const Rehearsal::Manner manner{1, FaultPlan::parse(faults).value(), true};
        QVERIFY(checkFaults(manner.faults, rehearsal->procedure(), rehearsal->facts().site));
        const RehearsalResult result = rehearsal->play(manner);
        QVERIFY2(result.faultsLeft.isEmpty(), qPrintable(result.faultsLeft.join(u',')));
        QVERIFY2(result.violations.isEmpty() && result.outcome == Outcome::Done, qPrintable(samples::seen(result)));
        QVERIFY(!result.incidents.isEmpty());
        if (!noticedIn.isEmpty())
            QCOMPARE(result.incidents.first().step, noticedIn);
    }
    /// The step that takes it back is in every plan: that there was something to take back stands in the journal.
    void whatAnInstallerStartedByItselfIsTold()
    {
        const auto rehearsal = samples::rehearsal({}, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const RehearsalResult plain = rehearsal->play({1, {}, true});
        QVERIFY(!plain.journal.contains("The installer left the service on "));
        const RehearsalResult result =
            rehearsal->play({1, FaultPlan::parse(u"installer-starts-service@run-installer-mf2"_s).value(), true});
        QVERIFY2(result.outcome == Outcome::Done && result.violations.isEmpty(), qPrintable(samples::seen(result)));
        QVERIFY(result.journal.contains("The installer left the service on "));
        QVERIFY(result.incidents.isEmpty()); // nobody had to decide anything
    }
    /// Nobody can ask the node; but that its SMTP answers this machine speaks for itself.
    void aServiceThatIsSaidToBeStoppedAndAnswersIsNoticed()
    {
        samples::SiteShape shape;
        shape.os = Os::Windows;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind::BlockSyncPorts);
        QVERIFY(rehearsal);
        const RehearsalResult result = rehearsal->play({1, FaultPlan::parse(u"operator-lies@stop-service-mf2"_s).value(), true});
        QVERIFY2(result.violations.isEmpty() && result.outcome == Outcome::Done, qPrintable(samples::seen(result)));
        QVERIFY(!result.incidents.isEmpty());
        QCOMPARE(result.incidents.first().step, u"stop-service-mf2"_s);
        QVERIFY(result.incidents.first().text().render(Language::English).contains("mf2 answers on SMTP"_L1));
    }
    void goingBackAndLeavingOutAreWorkLikeAnyOther_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("systems");
        QTest::addColumn<QByteArray>("dataSync");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char* name, ProcedureKind kind, const QByteArray& systems, int slaves, const char* faults,
                            Outcome outcome, const QByteArray& dataSync = "ON") {
            QTest::newRow(name) << int(kind) << systems << dataSync << slaves << QString::fromLatin1(faults) << int(outcome);
        };
        using Kind = ProcedureKind;
        row("another mail node is gone when a service is stopped again", Kind::BlockPeerTraffic, "Linux", 1,
            "operator-goes-back@return-node-mf1,node-reboots@undo:boot-start-on-mf1/mf2", Outcome::RolledBack);
        row("a node restarts while start at boot is off", Kind::StopMailFlow, "Linux", 1,
            "node-reboots@boot-start-off-mf1/mf2,operator-gives-up@boot-start-off-mf1", Outcome::RolledBack);
        row("a service is said to run again", Kind::StopMailFlow, "mixed", 1,
            "operator-goes-back@confirm-go,operator-lies@undo:stop-service-mf2", Outcome::RolledBack);
        row("a snapshot without the block", Kind::BlockSyncPorts, "Linux", 1,
            "operator-goes-back@start-service-mf2,way-back-drops-block@undo:run-installer-mf2", Outcome::RolledBack);
        row("a command that lies", Kind::BlockSyncPorts, "Linux", 1,
            "operator-goes-back@confirm-go,command-lies@undo:block-mf1", Outcome::RolledBack);
        row("killed while going back", Kind::BlockSyncPorts, "Linux", 1, "operator-goes-back@start-service-mf2,killed-amid@#100",
            Outcome::Done);
        row("a slave that does not start is left out", Kind::BlockSyncPorts, "Linux", 2,
            "service-stays-down@start-service-mf2,operator-excludes@start-service-mf2", Outcome::DoneWithExceptions);
        row("a slave by hand that restarts is left out", Kind::BlockSyncPorts, "mixed", 2,
            "node-reboots@record-baseline-mf2,operator-excludes@record-baseline-mf2", Outcome::DoneWithExceptions);
        row("what was done to a node that was left out is undone, too", Kind::StopMailFlow, "Windows", 3,
            "node-reboots@watch-queue-mf3/mf1,operator-excludes@verify-sync-mf3,operator-goes-back@boot-start-on-mf1",
            Outcome::RolledBack);
        row("a node that was left out takes part again when its upgrade was undone", Kind::StopMailFlow, "Windows", 3,
            "node-reboots@watch-queue-mf3/mf1,operator-excludes@verify-sync-mf3,operator-goes-back@boot-start-on-mf1,"
            "operator-declines@undo:stop-service-mf1",
            Outcome::Done);
        row("a port of another node stays open when one is left out for it", Kind::BlockSyncPorts, "Windows", 2,
            "port-stays-open@verify-block-mf2-after-start/mf1,operator-excludes@verify-block-mf2-after-start",
            Outcome::DoneWithExceptions, "OFF");
        row("a node that is not routed to restarts", Kind::BlockSyncPorts, "mixed", 1,
            "operator-lies@return-node-mf2,node-reboots@boot-start-off-mf1/mf2", Outcome::Done);
        row("services are said to run again, and mail comes", Kind::StopMailFlow, "Windows", 1,
            "operator-lies@undo:boot-start-off-mf2,operator-lies@undo:stop-service-mf2,operator-gives-up@run-installer-mf2,"
            "peer-changes@stop-mail-flow/mf1",
            Outcome::RolledBack);
        row("another port than the asked one answers when all are upgraded", Kind::BlockSyncPorts, "Linux", 1,
            "config-changes@start-service-mf1,port-stays-open@verify-block-mf1-after-start", Outcome::Done, "OFF");
        row("a port answers although the firewall was not opened again", Kind::BlockPeerTraffic, "Linux", 1,
            "port-stays-open@boot-start-on-mf1,operator-lies@unblock", Outcome::Done, "OFF");
        row("a port answers only from the moment on at which it is asked", Kind::BlockPeerTraffic, "Linux", 1,
            "operator-lies@unblock,port-stays-open@verify-sync-mf2", Outcome::Done, "OFF");
        row("the same where one of them is asked by hand", Kind::BlockPeerTraffic, "mixed", 1,
            "port-stays-open@boot-start-on-mf1,operator-lies@unblock", Outcome::Done, "OFF");
    }
    void goingBackAndLeavingOutAreWorkLikeAnyOther()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, systems);
        QFETCH(QByteArray, dataSync);
        QFETCH(int, slaves);
        QFETCH(QString, faults);
        QFETCH(int, outcome);
        samples::SiteShape shape;
        shape.slaves = slaves;
        shape.mixed = systems == "mixed";
        shape.os = systems == "Windows" ? Os::Windows : Os::Linux;
        shape.dataSync = dataSync;
        const auto rehearsal = samples::rehearsal(shape, ProcedureKind(kind));
        QVERIFY(rehearsal);
        const Rehearsal::Manner manner{1, FaultPlan::parse(faults).value(), true};
        const Status fit = checkFaults(manner.faults, rehearsal->procedure(), rehearsal->facts().site);
        QVERIFY2(fit, fit ? "" : qPrintable(fit.error().render(Language::English)));
        const RehearsalResult result = rehearsal->play(manner);
        QVERIFY2(result.violations.isEmpty() && int(result.outcome) == outcome, qPrintable(samples::seen(result)));
        QVERIFY2(result.faultsLeft.isEmpty(), qPrintable(result.faultsLeft.join(u',')));
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
