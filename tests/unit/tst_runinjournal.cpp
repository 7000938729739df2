#include "GuidedRunBench.h"

#include "core/run/ProcedureJson.h"
#include "core/run/RunFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ruw;
using namespace samples::deeds;

/// A run as its journal keeps it: nothing is lost, it goes on after a kill at any record, and with no other plan.
class TestRunInJournal : public QObject, private samples::GuidedRunBench {
    Q_OBJECT

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

QTEST_GUILESS_MAIN(TestRunInJournal)
#include "tst_runinjournal.moc"
