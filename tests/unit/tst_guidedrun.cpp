#include "GuidedRunBench.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace samples::deeds;

/// What a guided run lets people do, in which order, on whose word, and how it ends.
class TestGuidedRun : public QObject, private samples::GuidedRunBench {
    Q_OBJECT

private slots:
    void aRunWithoutExceptionsEndsAsDoneWithAnEmptyLedger()
    {
        const Run run = begunWith(eventful);
        QCOMPARE(run->state().end(), RunEnd::Done);
        QVERIFY(run->state().ledger().empty());
        QCOMPARE(run->state().currentIndex(), -1);
        QVERIFY(run->state().endedAt() > run->state().begunAt());
        QCOMPARE(run->state().record(u"run-installer-mf1"_s).checker, u"Suzuki"_s);
    }
    void nothingStartsWithoutADoer()
    {
        const Run run = begunWith({});
        const Status status = run->start(true);
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"run-no-doer"_s);
        QCOMPARE(statusOf(run, "confirm"), StepStatus::Pending);
    }
    void whereNoCheckerNeedsToBeNamedTheJournalSaysThatNobodyWasAsked()
    {
        const Run run = begunWith({people, start, done, start, done, start, done});
        run->allowNoChecker();
        QCOMPARE(run->start(false).error().code, u"checker-must-agree"_s); // one is named
        QVERIFY(run->setPeople(u"Sato"_s, {}));
        QCOMPARE(run->exclude(u"mf2"_s, u"broken"_s, true).error().code, u"exclude-needs-checker"_s);
        QVERIFY(run->start(true)); // whatever is claimed of somebody who is not named
        QCOMPARE(statusOf(run, "run-installer-mf1"), StepStatus::Started);
        QCOMPARE(run->state().record(u"run-installer-mf1"_s).checker, QString());
        const auto read = Journal::read(run->journalPath());
        QVERIFY(read);
        const auto confirmed = std::find_if(read->records.crbegin(), read->records.crend(), [](const JournalRecord& record) {
            return record.kind == "step-confirmed"_L1;
        });
        QCOMPARE(confirmed->data, (QJsonObject{{u"checkerAgrees"_s, false}, {u"checkerNamed"_s, false}}));
    }
    void aCriticalStepWantsTheCheckersAcknowledgement()
    {
        const Run run = begunWith({people, start, done, start, done, start, done});
        QCOMPARE(run->state().current()->id, u"run-installer-mf1"_s);
        QCOMPARE(run->start(false).error().code, u"checker-must-agree"_s);
        QVERIFY(run->setPeople(u"Sato"_s, {}));
        QCOMPARE(run->start(true).error().code, u"run-no-checker"_s);
        QVERIFY(!run->state().pastPointOfNoReturn());
        QVERIFY(people(*run));
        QVERIFY(run->state().whyPastText().isEmpty());
        QVERIFY(run->start(true));
        QVERIFY(run->state().pastPointOfNoReturn());
        // Nobody has begun yet, as far as the person knows: it is said why that counts.
        QVERIFY(run->state().whyPastText().render(Language::English).contains(u"The installer on mf1 may be running."_s));
        done(*run);
        QVERIFY(run->state().pastPointOfNoReturn() && run->state().whyPastText().isEmpty());
    }
    void aStepThatARuleNeedsCantBeSkipped()
    {
        const Run run = begunWith({people, start, done});
        const Status status = run->skip(u"no time"_s);
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"step-not-skippable"_s);
        QVERIFY(status.error().what.render(Language::English).contains(u"S1"_s));
        QCOMPARE(statusOf(run, "block-mf1"), StepStatus::Pending);
    }
    void aSkipWantsAReason()
    {
        const Run run = begunWith({people});
        QCOMPARE(run->skip(u"  "_s).error().code, u"skip-without-reason"_s);
        QVERIFY(skipped(*run));
        QCOMPARE(run->state().record(u"confirm"_s).note, Text::verbatim(u"told by phone"_s));
    }
    void aRunWithASkippedStepEndsWithExceptions()
    {
        QList<Deed> deeds{people, skipped};
        for (int i = 0; i < 6; ++i)
            deeds << start << done;
        const Run run = begunWith(deeds);
        QCOMPARE(run->state().end(), RunEnd::DoneWithExceptions);
        QVERIFY(run->state().ledger().empty());
        QCOMPARE(run->state().stepsWith(StepStatus::Skipped), QStringList{u"confirm"_s});
    }
    void aRunWithAnOpenLedgerNeverEndsAsDone()
    {
        Procedure procedure = samples::procedure();
        procedure.steps.removeIf([](const Step& step) { return step.kind == StepKind::Unblock; });
        Run run = begin(newPath(), procedure);
        QVERIFY(people(*run));
        for (int i = 0; i < 6; ++i) {
            QVERIFY(start(*run));
            QVERIFY(done(*run));
        }
        QCOMPARE(run->state().end(), RunEnd::DoneWithExceptions);
        QCOMPARE(run->state().ledger().open().size(), 1);
    }
    void aRestartIsOnlyNeededWhereItIsAskedFor()
    {
        QList<Deed> deeds{people};
        for (int i = 0; i < 6; ++i)
            deeds << start << done;
        Run run = begunWith(deeds);
        QCOMPARE(run->state().current()->id, u"check-restart-flag-mf1"_s);
        QVERIFY(start(*run));
        QVERIFY(doneNo(*run));
        QCOMPARE(run->state().current()->id, u"restart-service-mf1"_s);
        QVERIFY(start(*run));
        QVERIFY(done(*run));
        QCOMPARE(run->state().current()->id, u"check-restart-flag-mf1"_s); // looked at again
        QVERIFY(start(*run));
        QVERIFY(doneNo(*run)); // asked for twice
        QCOMPARE(statusOf(run, "restart-service-mf1"), StepStatus::Pending);
        QVERIFY(start(*run));
        QVERIFY(done(*run));
        QVERIFY(start(*run));
        QVERIFY(done(*run));
        QCOMPARE(statusOf(run, "restart-service-mf1"), StepStatus::Verified);
        QCOMPARE(run->state().end(), RunEnd::Done);

        run = begunWith(deeds + QList<Deed>{start, done});
        QCOMPARE(statusOf(run, "restart-service-mf1"), StepStatus::NotNeeded);
        QCOMPARE(run->state().end(), RunEnd::Done);
    }
    void aFailedStepStaysTheCurrentOne()
    {
        const Run run = begunWith({people, start, done, start, failed});
        QCOMPARE(run->state().current()->id, u"block-mf1"_s);
        QVERIFY(!start(*run));
        QVERIFY2(run->state().ledger().entry(u"block:mf1"_s), "a failed block may stand in part");
        QVERIFY(!run->state().ledger().entry(u"block:mf1"_s)->certain);
    }
    void beforeThePointOfNoReturnEverythingIsUndone()
    {
        const Run run = begunWith({people, start, done, start, done, start, done});
        QCOMPARE(run->state().nextRollback()->id, u"block-mf1"_s);
        QVERIFY(undone(*run));
        QVERIFY(run->state().ledger().empty());
        QCOMPARE(run->state().end(), RunEnd::RolledBack);
        QCOMPARE(statusOf(run, "verify-block-mf1"), StepStatus::Pending);
        QVERIFY(!start(*run));
    }
    void pastThePointOfNoReturnTheIsolationStays()
    {
        const Run run = begunWith({people, start, done, start, done, start, done, start, failed});
        QVERIFY(run->state().isolationMustStand());
        const Status status = undone(*run);
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"isolation-must-stand"_s);
        QVERIFY(!run->state().ledger().empty());
        QVERIFY(
            run->state().sideText().render(Language::English).contains(u"Past the point of no return"_s));
    }
    void whatWasDoneLastIsUndoneFirst()
    {
        Procedure procedure = samples::procedure();
        Step second = procedure.steps[1];
        second.id = u"block-mf2"_s;
        second.opensLedger = u"block:mf2"_s;
        procedure.steps.insert(2, second);
        Run run = begin(newPath(), procedure);
        for (const Deed& deed : {people, start, done, start, done, start, done})
            QVERIFY(deed(*run));
        QCOMPARE(run->rolledBack(u"block-mf1"_s, {}).error().code, u"rollback-out-of-order"_s);
        QVERIFY(run->rolledBack(u"block-mf2"_s, {}));
        QCOMPARE(run->state().end(), RunEnd::Running);
        QVERIFY(run->rolledBack(u"block-mf1"_s, {}));
        QCOMPARE(run->state().end(), RunEnd::RolledBack);
    }
    void aHeldRunTakesNothingUntilItGoesOn()
    {
        const Run run = begunWith({people, start, done, held});
        QCOMPARE(run->state().end(), RunEnd::Held);
        QCOMPARE(run->start(true).error().code, u"run-not-running"_s);
        QVERIFY(goneOn(*run));
        QVERIFY(start(*run));
    }
    void whatIsAffirmedWhileARunIsHeldCountsUntilItMovesOn_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<bool>("counts");
        for (const char* kind : {"run-resumed", "noticed", "people-changed"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << true;
        for (const char* kind : {"step-confirmed", "step-executed", "step-verified", "step-failed", "step-skipped", "undo-started",
                                 "undo-left", "undo-executed", "step-rolled-back", "node-excluded"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << false;
    }
    void whatIsAffirmedWhileARunIsHeldCountsUntilItMovesOn()
    {
        QFETCH(QString, then);
        QFETCH(bool, counts);
        const Run run = begunWith({people, start, done, start, done, held});
        QVERIFY(run->finalCheck(u"mail"_s, Text::verbatim(u"Mail flows"_s), true));
        RunState state = run->state();
        const QString step = state.procedure().steps[1].id;
        if (then != "run-resumed"_L1)
            state.apply({0, m_clock.now(), u"run-resumed"_s, {}, {}, {}});
        state.apply({0, m_clock.now(), then, then.startsWith("run-"_L1) ? QString() : step, {}, {}});
        QCOMPARE(!state.finalChecks().isEmpty(), counts);
    }
    void aStepStaysUndoneUntilItIsStartedAgain()
    {
        RunState state = begunWith({people, start, done, start, done})->state();
        const QString block = state.procedure().steps[1].id;
        const auto tell = [&](const char* kind) { state.apply({0, m_clock.now(), QString::fromLatin1(kind), block, {}, {}}); };
        QVERIFY(state.record(block).touched);
        for (const char* kind : {"undo-started", "step-rolled-back", "queue-settled", "step-confirmed"})
            tell(kind);
        QVERIFY(state.record(block).wasUndone());
        QVERIFY(state.record(block).queueSettled);
        tell("step-started");
        QVERIFY(!state.record(block).wasUndone());
    }
};

QTEST_GUILESS_MAIN(TestGuidedRun)
#include "tst_guidedrun.moc"
