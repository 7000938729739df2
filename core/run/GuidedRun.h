#pragma once

#include "core/plan/TimeChart.h"
#include "core/run/ChangeLedger.h"
#include "core/run/Journal.h"

namespace ruw {

enum class StepStatus { Pending, Confirmed, Started, Executed, Verified, Failed, Skipped, RolledBack, NotNeeded };
Text stepStatusText(StepStatus status);
QString stepStatusCode(StepStatus status);

/// How a run stands or ended.
enum class RunEnd { Running, Done, DoneWithExceptions, Held, RolledBack, Aborted };
Text runEndText(RunEnd end);

/// What is known of one step of a run.
struct StepRecord {
    StepStatus status = StepStatus::Pending;
    QDateTime started, ended;
    QString note;   ///< the operator's word, or the reason of a skip
    QString doer, checker;
    bool byWord = true;
};

/// A run that a person does by hand and the program guides and records: show the command, confirm, note, time. Every
/// change of state is journaled before it counts (S6). One step at a time, in order; nothing goes on by itself.
/// The automatic Runner over SSH stands on the same journal.
class GuidedRun {
public:
    /// Begins: the journal's first record holds the procedure, its fingerprint and the site.
    static Result<GuidedRun> begin(const Procedure& procedure, const QByteArray& siteJson, std::shared_ptr<Journal> journal,
                                   const Clock& clock);
    /// Goes on with an interrupted run: replays the records. Error: run-plan-differs where the journal's fingerprint is not
    /// this plan's; journal-damaged.
    static Result<GuidedRun> resume(const Procedure& procedure, std::shared_ptr<Journal> journal, const JournalRead& read,
                                    const Clock& clock);

    const Procedure& procedure() const { return m_procedure; }
    int currentIndex() const; ///< index of the step to do now, -1: none left
    const Step* current() const;
    const StepRecord& record(const QString& stepId) const;
    const ChangeLedger& ledger() const { return m_ledger; }
    bool pastPointOfNoReturn() const;
    RunEnd end() const { return m_end; }

    void setPeople(const QString& doer, const QString& checker);

    /// The operator confirms and starts this very step. For a critical step `checkerAgrees` must be true.
    Status start(bool checkerAgrees);
    /// The operator says it is done and the expected result was seen. For a question (check-restart-flag) `answerYes`
    /// false leads on to the steps that depend on it.
    Status finish(bool answerYes, const QString& note);
    Status fail(const QString& note);
    Status retry();
    /// Refused (step-not-skippable) where a safety rule needs the step.
    Status skip(const QString& reason);
    Status rolledBack(const QString& stepId, const QString& note);
    /// Held: everything that stands stays; the state is said by stateText().
    Status hold(const QString& reason);
    /// What state the site is in now and what happens if we stop here.
    Text stateText() const;

private:
    GuidedRun(Procedure procedure, std::shared_ptr<Journal> journal, const Clock& clock);
    Status change(const QString& kind, const QString& step, QJsonObject data);
    void apply(const JournalRecord& record);

    Procedure m_procedure;
    std::shared_ptr<Journal> m_journal;
    const Clock* m_clock;
    QMap<QString, StepRecord> m_records;
    QMap<QString, bool> m_answers; ///< of check-restart-flag steps
    ChangeLedger m_ledger;
    QString m_doer, m_checker;
    RunEnd m_end = RunEnd::Running;
};

} // namespace ruw
