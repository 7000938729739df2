#pragma once

#include "core/run/ChangeLedger.h"
#include "core/run/Journal.h"
#include "core/site/SiteKind.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>
#include <tuple>

namespace ruw {

enum class StepStatus {
    Pending,
    Confirmed,
    Started,
    Executed,
    Verified,
    Failed,
    Skipped,
    RolledBack,
    NotNeeded
};
Text stepStatusText(StepStatus status);
QString stepStatusCode(StepStatus status);

/// How a run stands or ended.
enum class RunEnd { Running, Done, DoneWithExceptions, Held, RolledBack };
Text runEndText(RunEnd end);

/// What is known of one step of a run.
struct StepRecord {
    StepStatus status = StepStatus::Pending;
    QDateTime started, ended;
    Text note;             ///< the operator's word, the reason of a skip, or what the run says of a failure
    QString doer, checker; ///< checker: who acknowledged this action; empty: nobody
    bool byWord = true;    ///< judged by the operator's word alone
    /// The run was interrupted between start and result: nobody knows whether it took effect. Look first.
    bool uncertain = false;
    /// Was started at least once and not rolled back since: it may have changed something.
    bool touched = false;
    bool left = false; ///< going back has passed over it: its node was left out and is dead
    bool byHand = false; ///< the operator did it himself: the program had nothing to watch
    int attempts = 0; ///< how often it was started
    QDateTime undoBegun; ///< of the latest way back
    /// It was undone, and was not begun again since.
    bool wasUndone() const { return undoBegun.isValid() && !touched; }
    bool queueSettled = false; ///< what had piled up behind it until then has flowed off, or the operator let it be
    friend bool operator==(const StepRecord&, const StepRecord&) = default;
};

/// What the operator affirmed, or what was seen, after the work.
struct FinalCheck {
    QString id;
    Text text;
    bool holds = false;
    QString by;
    QDateTime when;
    Text seen = {}; ///< what was observed; empty: by word
    friend bool operator==(const FinalCheck&, const FinalCheck&) = default;
};

/// The state of a run, made from the records of its journal and from nothing else: apply() is the only way it
/// changes, so that a resumed run stands exactly where the interrupted one stood.
class RunState {
public:
    explicit RunState(Procedure procedure);
    static RunState replay(const Procedure& procedure, const QList<JournalRecord>& records);
    /// Records of a kind that only describes (or that this version does not know) change nothing.
    void apply(const JournalRecord& record);

    const Procedure& procedure() const { return m_procedure; }
    int currentIndex() const; ///< index of the step to do now, -1: none left
    const Step* current() const;
    const StepRecord& record(const QString& stepId) const;
    /// The answer given to a step that others hang on: true is the good case; none: not answered (any more).
    std::optional<bool> answer(const QString& stepId) const;
    /// As Procedure::isAsked(), without a walk.
    bool isAsked(const QString& stepId) const { return m_outline->asked.contains(stepId); }
    const ChangeLedger& ledger() const { return m_ledger; }
    RunEnd end() const { return m_end; }
    SiteKind siteKind() const { return m_siteKind; } ///< Simulated: a rehearsal
    QDateTime begunAt() const { return m_begun; }
    QDateTime endedAt() const { return m_ended; } ///< invalid while it runs
    /// Nothing is left to do: it has ended, or has gone back as far as it goes.
    bool isOver() const { return m_end != RunEnd::Running && (m_end != RunEnd::Held || wentBack()); }
    QString doer() const { return m_doer; }
    QString checker() const { return m_checker; }
    const QMap<QString, FinalCheck>& finalChecks() const { return m_finalChecks; }
    QStringList stepsWith(StepStatus status) const; ///< ids, in the procedure's order
    /// Left out of the rest of the work because it failed: isolated and stopped, its ledger entries stay open.
    bool isExcluded(const QString& node) const { return m_excluded.contains(node); }
    /// Who reached whom before anything was blocked: what the survey or the run's own baseline step found, the latter first.
    PortState baseline(const QString& from, const QString& to, int port, IpFamily family) const;
    /// Sync ports that a config names since an installer ran, beyond those planned for. Sorted.
    QList<int> portsFound(const QString& node) const { return m_portsFound.value(node); }
    /// This machine has had an answer of the node's SMTP in the course of the run: it is in reach.
    bool hasAnsweredSmtp(const QString& node) const { return m_answeredSmtp.contains(node); }
    /// When sync of this node was given free again; invalid: not yet.
    QDateTime liftedAt(const QString& node) const;
    /// What the finished or unfinished run leaves as its plan's version of a node: source before its installer was
    /// started, target once it was read there, none in between.
    enum class NodeVersion { Source, Unknown, Target };
    NodeVersion versionOf(const QString& node) const;

    /// The number of this node's latest installer run, from 1; 0: none was started. What an earlier one left says nothing.
    int installerAttempt(const QString& node) const;
    /// The first installer was started (and not undone since).
    bool pastPointOfNoReturn() const;
    /// Nodes may have different versions: what separates them must stay (S1, S8).
    bool isolationMustStand() const;
    /// Those that were left out after their installer had been started: nobody knows their version.
    QStringList leftOutPastInstaller() const;
    /// Gone back as far as it goes: to the beginning, or beside a node that was left out past its installer.
    bool wentBack() const;
    /// No installer's work stands on a node that takes part: these have the same version as before the work.
    bool takingPartAreBack() const;
    /// Each of leftOutPastInstaller() is kept apart by what stands on itself for certain, whatever becomes of the others: it is
    /// stopped, does not start at boot, and has what the procedure separates nodes by.
    bool leftOutStandApart() const;
    /// The step that is undone next when going back: the last one whose effect stands and that has a way
    /// back. Null: none.
    const Step* nextRollback() const;
    /// The step whose undo began and of which nobody has seen yet how it ended. Null: none.
    const Step* undoUnderWay() const { return m_procedure.step(m_undoing); }
    /// What state the site is in now and what happens if we stop here.
    Text stateText() const;
    /// The same in one line.
    Text stopText() const;
    /// On which side of the point of no return we stand.
    Text sideText() const;
    /// Past it, while no installer has come back yet: why we stand there already. Else empty.
    Text whyPastText() const;

    /// All that decides how this run goes on, whatever the time and whatever was noted: two runs of one plan that have it
    /// the same go on the same on sites that are the same.
    QByteArray likeness() const;
    /// The same plan stands at the same point.
    friend bool operator==(const RunState& a, const RunState& b);

private:
    void stepChanged(const JournalRecord& record, const Step& step);
    void verified(const JournalRecord& record, const Step& step, StepRecord& r);
    void undone(const JournalRecord& record, const Step& step, StepRecord& r);
    void settleQuestions();
    void excluded(const JournalRecord& record);
    void included(const QString& node);
    void settleEnd(const JournalRecord& record);

    /// What never changes of a procedure, looked up at every record: made once and shared by copies of the state.
    struct Outline {
        explicit Outline(const Procedure& procedure);
        QHash<QString, qsizetype> index; ///< of a step, by its id
        QList<qsizetype> installers;     ///< that go past the point of no return
        QList<qsizetype> versions;       ///< RunInstaller and VerifyVersion, in order
        QList<qsizetype> conditional;    ///< that hang on an answer
        QSet<QString> asked;             ///< ids of the steps that others hang on
    };
    StepRecord& at(const QString& stepId) { return m_records[m_outline->index.value(stepId)]; }

    Procedure m_procedure;
    std::shared_ptr<const Outline> m_outline;
    QList<StepRecord> m_records;   ///< in the order of the steps
    QMap<QString, bool> m_answers; ///< of steps that others hang on
    ChangeLedger m_ledger;
    QMap<QString, FinalCheck> m_finalChecks;
    QStringList m_excluded, m_answeredSmtp;
    QMap<std::tuple<QString, QString, int, IpFamily>, PortState> m_baseline; ///< from, to, port, family
    QMap<QString, QList<int>> m_portsFound;
    QString m_undoing; ///< id of the step whose undo is under way; empty: none
    QString m_doer, m_checker;
    QDateTime m_begun, m_ended;
    RunEnd m_end = RunEnd::Running;
    SiteKind m_siteKind = SiteKind::Real;
};

} // namespace ruw
