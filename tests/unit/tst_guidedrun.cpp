#include "core/run/GuidedRun.h"
#include "core/run/ProcedureJson.h"
#include "core/run/RunFile.h"
#include "RunSamples.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

using Run = std::shared_ptr<GuidedRun>;
/// One thing that the operator does.
using Deed = std::function<Status(GuidedRun&)>;

const Deed people = [](GuidedRun& run) { return run.setPeople(u"Sato"_s, u"Suzuki"_s); };
const Deed start = [](GuidedRun& run) { return run.start(true); };
const Deed done = [](GuidedRun& run) { return run.finish(true, u"seen"_s); };
const Deed doneNo = [](GuidedRun& run) { return run.finish(false, {}); };
const Deed failed = [](GuidedRun& run) { return run.fail(Text::verbatim(u"not so"_s)); };
const Deed retried = [](GuidedRun& run) { return run.retry(); };
const Deed skipped = [](GuidedRun& run) { return run.skip(u"told by phone"_s); };
const Deed held = [](GuidedRun& run) { return run.hold(Text::verbatim(u"night is over"_s)); };
const Deed goneOn = [](GuidedRun& run) { return run.goOn(); };
const Deed undone = [](GuidedRun& run) {
    const Step* next = run.state().nextRollback();
    return run.rolledBack(next ? next->id : QString(), u"lifted"_s);
};

/// A whole run with everything that can happen in it: a failure, a restart that is asked for once, a hold.
const QList<Deed> eventful = {people, start,  done,                         // confirm
                              start,  failed, retried, start, done,         // block
                              start,  done,                                 // prove
                              start,  done,                                 // installer
                              held,   goneOn,                               //
                              start,  done,   start,   done,                // version, unblock
                              start,  doneNo, start,   done,  start, done}; // flag: no, restart, flag: yes

} // namespace

class TestGuidedRun : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    samples::TickingClock m_clock;
    int m_number = 0;

    QString newPath() { return m_dir.filePath(u"run-%1.jsonl"_s.arg(++m_number)); }
    Run begin(const QString& path, const Procedure& procedure = samples::procedure())
    {
        auto journal = Journal::create(path, m_clock);
        auto run = GuidedRun::begin(procedure, samples::facts(), *journal);
        return *run;
    }
    Run begunWith(const QList<Deed>& deeds)
    {
        Run run = begin(newPath());
        for (const Deed& deed : deeds) {
            const Status status = deed(*run);
            if (!status)
                qWarning() << status.error().code;
        }
        return run;
    }
    static StepStatus statusOf(const Run& run, const char* id)
    {
        return run->state().record(QString::fromLatin1(id)).status;
    }

private slots:
    void aProcedureSurvivesTheJournalWithoutLoss()
    {
        Procedure procedure = samples::procedure();
        procedure.steps[1].title = Text::tr("Stop the service on %1").arg(u"mf1"_s);
        procedure.steps[1].rollback->shell = Shell::PowerShell;
        const QByteArray json = QJsonDocument(storedProcedure(procedure)).toJson();
        const auto again = procedureFromStored(QJsonDocument::fromJson(json).object());
        QVERIFY(again);
        QCOMPARE(*again, procedure);
        QCOMPARE(again->fingerprint(), procedure.fingerprint());
    }
    void aRunWithoutExceptionsEndsAsDoneWithAnEmptyLedger()
    {
        const Run run = begunWith(eventful);
        QCOMPARE(run->state().end(), RunEnd::Done);
        QVERIFY(run->state().ledger().empty());
        QCOMPARE(run->state().currentIndex(), -1);
        QVERIFY(run->state().endedAt() > run->state().begunAt());
        QCOMPARE(run->state().record(u"run-installer-mf1"_s).checker, u"Suzuki"_s);
    }
    void aResumedRunStandsWhereTheLiveOneStoodAfterEveryRecord()
    {
        const QString path = newPath();
        Run run = begin(path);
        const Procedure procedure = run->procedure();
        // The live state after each record, for a run killed right after that record.
        QMap<int, RunState> live;
        const auto note = [&] { live.insert(int(Journal::read(path)->records.size()), run->state()); };
        note();
        for (const Deed& deed : eventful) {
            QVERIFY(deed(*run));
            note();
        }
        run = nullptr;
        const JournalRead whole = *Journal::read(path);
        QVERIFY(whole.records.size() > 30);
        for (auto it = live.cbegin(); it != live.cend(); ++it)
            QVERIFY2(RunState::replay(procedure, whole.records.first(it.key())) == it.value(),
                     qPrintable(QString::number(it.key())));
    }
    void whatTheRunSaysIsKeptAsATextAndWhatPeopleSayAsItIs()
    {
        const Text what = Text::tr("%1 answered: %2").arg(u"mf1"_s).arg(Text::tr("stopped"));
        const QString path = newPath();
        {
            const Run run = begin(path);
            QVERIFY(people(*run) && start(*run) && done(*run) && start(*run));
            QVERIFY(run->fail(what));
            QVERIFY(run->hold(Text::tr("The operator stopped the run.")));
            QCOMPARE(run->state().record(u"block-mf1"_s).note, what);
        }
        const JournalRead read = *Journal::read(path);
        const RunState again = RunState::replay(samples::procedure(), read.records);
        QCOMPARE(again.record(u"block-mf1"_s).note, what);
        QCOMPARE(again.record(u"confirm"_s).note, Text::verbatim(u"seen"_s));
        QCOMPARE(read.records.last().note(), Text::tr("The operator stopped the run."));
    }
    void aNoteOfAnOlderJournalIsReadAsItStands()
    {
        JournalRecord record;
        record.kind = u"step-failed"_s;
        record.step = u"confirm"_s;
        record.data = {{u"note"_s, u"The result of the step is not as expected."_s}};
        const RunState state = RunState::replay(samples::procedure(), {record});
        QCOMPARE(state.record(u"confirm"_s).note,
                 Text::verbatim(u"The result of the step is not as expected."_s));
    }
    void aRunKilledAfterAnyRecordGoesOnToTheSameEnd()
    {
        const QString path = newPath();
        Run run = begin(path);
        const Procedure procedure = run->procedure();
        for (const Deed& deed : eventful)
            QVERIFY(deed(*run));
        const RunState wanted = run->state();
        run = nullptr;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        const qsizetype records = lines.size() - 1;
        for (qsizetype kept = 1; kept <= records; ++kept) {
            const QString cut = newPath();
            QFile out(cut);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(lines.first(kept).join('\n') + '\n' + lines.value(kept).left(17)); // and a torn one
            out.close();
            JournalRead read;
            auto journal = Journal::reopen(cut, m_clock, read);
            QVERIFY(journal);
            auto resumed = GuidedRun::resume(procedure, *journal, read);
            QVERIFY(resumed);
            Run going = *resumed;
            QVERIFY(people(*going));
            // The operator goes on: looks at what is uncertain, does what is left.
            for (int guard = 0; going->state().end() == RunEnd::Running && guard < 40; ++guard) {
                const StepStatus status = going->state().record(going->state().current()->id).status;
                if (status == StepStatus::Started || status == StepStatus::Executed)
                    QVERIFY(done(*going));
                else if (status == StepStatus::Failed)
                    QVERIFY(retried(*going));
                else
                    QVERIFY(start(*going));
            }
            QCOMPARE(going->state().end(), wanted.end());
            QCOMPARE(going->state().ledger(), wanted.ledger());
            for (const Step& step : procedure.steps) {
                const StepStatus got = going->state().record(step.id).status;
                // Whether the restart was asked for is the world's answer, not the run's.
                if (step.onlyIf.isEmpty())
                    QCOMPARE(got, wanted.record(step.id).status);
            }
            going = nullptr;
            journal.value() = nullptr;
            QCOMPARE(RunState::replay(procedure, Journal::read(cut)->records).end(), wanted.end());
        }
    }
    void aFailedWriteLeavesTheStateAsItWasAtEveryRecord()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        for (int failing = 0; failing < eventful.size(); ++failing) {
            const QString path = newPath();
            Run run = begin(path);
            for (int i = 0; i < failing; ++i)
                QVERIFY(eventful[i](*run));
            const RunState before = run->state();
            rlimit old{};
            QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
            rlimit tight = old;
            tight.rlim_cur = rlim_t(QFileInfo(path).size()) + 5;
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
            const Status status = eventful[failing](*run);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
            QVERIFY(!status);
            QCOMPARE(status.error().code, u"journal-unwritable"_s);
            QVERIFY(run->state() == before);
        }
    }
    void anActionInterruptedBetweenStartAndResultIsUncertain()
    {
        const QString path = newPath();
        Run run = begin(path);
        for (const Deed& deed : {people, start, done, start})
            QVERIFY(deed(*run));
        const Procedure procedure = run->procedure();
        run = nullptr;
        JournalRead read;
        auto journal = Journal::reopen(path, m_clock, read);
        auto resumed = GuidedRun::resume(procedure, *journal, read);
        QVERIFY(resumed);
        QVERIFY((*resumed)->state().record(u"block-mf1"_s).uncertain);
        QVERIFY2((*resumed)->state().ledger().entry(u"block:mf1"_s), "it may stand");
        QVERIFY2(!(*resumed)->start(true), "never run again blindly");
        QVERIFY((*resumed)->finish(true, u"seen to stand"_s));
        QVERIFY(!(*resumed)->state().record(u"block-mf1"_s).uncertain);
    }
    void anotherPlanIsRefused()
    {
        const QString path = newPath();
        begin(path).reset();
        Procedure other = samples::procedure();
        other.steps[1].action.command += u" --more"_s;
        JournalRead read;
        auto journal = Journal::reopen(path, m_clock, read);
        QVERIFY(journal);
        const auto resumed = GuidedRun::resume(other, *journal, read);
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, u"run-plan-differs"_s);
        QCOMPARE(Journal::read(path)->records.size(), 1);
    }
    void theJournalAloneTellsPlanSiteAndSurvey()
    {
        const QString path = newPath();
        begin(path).reset();
        const auto stored = readRun(path);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().render(Language::English)));
        QCOMPARE(stored->procedure, samples::procedure());
        QCOMPARE(stored->site.name, u"Head office"_s);
        QCOMPARE(stored->site.nodes.size(), 2);
        QCOMPARE(stored->survey.takenAt, samples::facts().survey.takenAt);
    }
    void aFileThatHoldsNoRunIsRefused()
    {
        const QString path = newPath();
        {
            auto journal = Journal::create(path, m_clock);
            QVERIFY((*journal)->append(u"something-else"_s, {}, {}));
        }
        const auto stored = readRun(path);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, u"journal-no-run"_s);
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
        for (const char* kind : {"step-confirmed", "step-executed", "step-verified", "step-failed", "step-skipped", "undo-started", "undo-left",
                                 "undo-executed", "step-rolled-back", "node-excluded"})
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
    void whatIsAffirmedAfterTheEndIsRecorded()
    {
        const Run run = begunWith(eventful);
        QVERIFY(run->finalCheck(u"mail"_s, Text::verbatim(u"Mail flows"_s), true));
        QCOMPARE(run->state().end(), RunEnd::Done);
        const auto stored = readRun(run->journalPath());
        QVERIFY(stored);
        QCOMPARE(stored->state().finalChecks().value(u"mail"_s).by, u"Sato"_s);
        QVERIFY(stored->state().finalChecks().value(u"mail"_s).holds);
    }
};

QTEST_GUILESS_MAIN(TestGuidedRun)
#include "tst_guidedrun.moc"
