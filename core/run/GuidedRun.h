#pragma once

#include "core/run/Observation.h"
#include "core/run/QueueSeries.h"
#include "core/run/RunRecords.h"
#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// The error of a run for which nobody is named who does the work.
Error noDoer();

/// A run that a person does by hand and the program guides and records: show the command, confirm, note,
/// time. Every change of state is journaled before it counts (S6). One step at a time, in order; nothing goes
/// on by itself. The automatic Runner over SSH stands on the same journal and the same RunState.
///
/// Every call gives journal-unwritable where its record did not reach the disk; the state is then unchanged.
/// Calls that do not fit the state give run-not-running or step-not-ready.
class GuidedRun {
public:
    /// Begins: the journal's first record holds the procedure, its fingerprint, the site and the survey.
    /// `kind`: of the site that it is carried out on; no other kind will do later.
    static Result<std::shared_ptr<GuidedRun>> begin(const Procedure& procedure, const SiteFacts& facts,
                                                    std::shared_ptr<Journal> journal,
                                                    SiteKind kind = SiteKind::Real);
    /// Goes on with an interrupted or held run: replays the records, then records that it goes on. Error:
    /// run-plan-differs where the journal's fingerprint is not this plan's.
    static Result<std::shared_ptr<GuidedRun>>
    resume(const Procedure& procedure, std::shared_ptr<Journal> journal, const JournalRead& read);

    /// A run whose state is known to be what its journal holds, as begin() left it.
    static std::shared_ptr<GuidedRun> at(RunState state, std::shared_ptr<Journal> journal);
    /// As resume(), where the state is known to be what its journal holds.
    static Result<std::shared_ptr<GuidedRun>> resumeAt(RunState state, std::shared_ptr<Journal> journal);

    const RunState& state() const { return m_state; }
    const Procedure& procedure() const { return m_state.procedure(); }
    QString journalPath() const { return m_journal->path(); }

    /// Who does the work from here on. Recorded where it changed.
    Status setPeople(const QString& doer, const QString& checker);
    /// The warnings of the checks with which the work begins, and who accepted each. Recorded where there are any.
    Status acceptWarnings(const QList<AcceptedWarning>& warnings);
    /// Scripts need not name a checker: critical steps are then done without one, as the journal says of each, and no node
    /// is left out. As soon as one is named, he is asked.
    void allowNoChecker() { m_mayLackChecker = true; }

    /// The operator confirms and starts this very step. For a critical step `checkerAgrees` must be true.
    /// `affirmed`: what nobody but the operator can see, and he affirms by it. `byHand`: he does it himself, whether or not there
    /// is a command. Errors: run-no-doer, run-no-checker,
    /// checker-must-agree.
    Status start(bool checkerAgrees, const QList<Observation>& affirmed = {}, bool byHand = false);
    /// The operator says it is done and the expected result was seen. For a step that others hang on
    /// `answerYes` false leads on to the steps that hang on it.
    Status finish(bool answerYes, const QString& note);
    /// The action has ended, in whatever way; `outcome` describes it and holds no secret.
    Status executed(const QJsonObject& outcome);
    /// The result was observed: `data` holds the observations ("observed"), "byWord" where a word was taken, "answerYes" of
    /// a step that others hang on.
    Status verified(const QJsonObject& data);
    Status fail(const Text& note, const QJsonObject& data = {});
    /// Something worth keeping that is no step's state: "baseline-recorded", "ports-found", "observed", "drift-seen" ...
    Status describe(const QString& kind, const QString& step, const QJsonObject& data);
    /// After a failure: what was expected shows now. The step counts as carried out and is to be judged.
    Status lookedAgain();
    /// A look at a queue: the journal keeps those that tell the story ("queue-sample"), whoever looked.
    Status noteQueue(const QueueSample& sample);
    /// Leaves a node out of the rest of the work. Whether it may be is the caller's to know. Errors: exclude-needs-checker,
    /// run-not-running.
    /// `data`: what was seen of it ("observed"), and which ledger entries stand by that ("stands").
    Status exclude(const QString& node, const QString& reason, bool checkerAgrees,
                   const QJsonObject& data = {});
    /// After a failure or after going back: the step is to be done (again).
    Status retry();
    /// Errors: step-not-skippable where a safety rule needs the step, skip-without-reason.
    Status skip(const QString& reason);
    /// The operator says that nextRollback() was undone and seen to be. `restsOn`: of undoneToJson(), kept with it; empty: not known.
    /// Errors: rollback-out-of-order, isolation-must-stand (S8).
    Status rolledBack(const QString& stepId, const QString& note, const QJsonObject& restsOn = {});
    /// Whether rolledBack() would be taken now: asked before anything is undone.
    Status mayRollBack(const QString& stepId) const;
    /// Everything that stands stays; the state is said by RunState::stateText().
    Status hold(const Text& reason);
    /// Goes on after hold().
    Status goOn();
    /// After the end: what the operator affirms of the site, or what was `seen` of it; empty: his word alone.
    Status finalCheck(const QString& id, const Text& text, bool holds, const Text& seen = {});

private:
    GuidedRun(RunState state, std::shared_ptr<Journal> journal);
    /// On disk first, then in the state.
    Status change(const QString& kind, const QString& step, const QJsonObject& data = {});
    /// The current step's id where the run goes on and the step's status is one of these.
    Result<QString> ready(std::initializer_list<StepStatus> statuses) const;

    RunState m_state;
    std::shared_ptr<Journal> m_journal;
    bool m_mayLackChecker = false;
    QMap<QString, QueueThinning> m_queues; ///< what the journal holds of them, by node
};

} // namespace ruw
