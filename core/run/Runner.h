#pragma once

#include "core/run/ConfirmationGate.h"
#include "core/run/GuidedRun.h"

#include <limits>
#include <variant>

namespace ruw {

/// How the step stands, for whoever does the work: one that only looks or asks was not "carried out" before its answer.
Text stepStatusText(const Step& step, StepStatus status);

/// Carries out a procedure, by the rules S1-S11: one step at a time; what it rests on is looked at; the operator confirms
/// this very action; the journal says "started" on disk; the action; its outcome journaled; its result observed apart from
/// its own exit status, until a limit; verified. On anything else it stops and asks. Synchronous, knows no threads.
class Runner {
public:
    Runner(GuidedRun& run, const SiteFacts& facts, SiteAccess& access, ConfirmationGate& gate,
           Waiter& waiter);

    /// Until the run has ended or is held; also when `stop` is requested (the run is then held). Errors: journal-unwritable;
    /// nothing was done that the journal does not hold. run-no-doer: nobody is named who does the work; nothing was done.
    /// run-is-rehearsal, run-is-real: the same.
    Result<RunEnd> go(std::stop_token stop);

private:
    enum class Next { GoOn, Held };
    using Outcome = Result<Next>;

    Outcome doStep(const Step& planned, std::stop_token stop);
    Outcome carryOut(const Step& step, const StepAnswer& answer, std::stop_token stop,
                     const QList<Observation>& affirmed = {});
    Outcome brokenOff(const Step& step, const Result<CommandOutcome>& outcome);
    Outcome judge(const Step& step, bool byHand, std::stop_token stop);
    static void leaveToWord(QList<Observation>& seen);
    Outcome settle(Trouble trouble, std::stop_token stop);
    Status noteInstallersDoing(const Step& step, std::stop_token stop);
    Status noteTrouble(const Trouble& found, const TroubleAnswer& answer);
    Outcome skip(const Step& step, const QString& reason);
    Outcome exclude(const Step& step, const QString& name, const TroubleAnswer& answer, std::stop_token stop);
    bool mayBeExcluded(const QString& node) const;
    QString failingAt(Trouble::Kind kind, const Step& step, const QList<Observation>& seen) const;
    Outcome rollBack(std::stop_token stop);
    Outcome reportGoingBack(Trouble found, std::stop_token stop);
    enum class Way { Undo, LookAgain, Held };
    using Said = QList<std::pair<Condition, QDateTime>>; ///< what he has answered, and when
    bool isSaid(const Said& said, const Condition& condition) const;
    Result<Way> mayUndo(const Step& step, Said& said, std::stop_token stop);
    bool isStale(const QDateTime& lookedAt) const;
    Outcome settleUndo(std::stop_token stop);
    QList<Condition> afterUndo(const Step& step) const;
    QList<Observation> lookAfterUndo(const Step& step, std::stop_token stop);
    Outcome hold(const Text& reason);
    Outcome passed(const Status& status);
    Text noteOr(const Text& said);

    Result<CommandOutcome> runOn(const QString& node, const QString& script, int seconds,
                                 std::stop_token stop);
    Status notePortsFound(const Step& step, const QList<int>& beyond);
    bool isExtended(const Step& step) const;
    QString redacted(const QString& node, const QString& text) const;
    Status keepPortsFound(const Trouble& found, std::stop_token stop);
    Outcome report(Trouble trouble, std::stop_token stop);
    Status notice(const Trouble& found, std::stop_token stop);
    std::optional<Trouble> anyTrouble(const Step& step, QList<Observation>& guards, std::stop_token stop);
    std::optional<Trouble> worldTrouble(const Step& step, std::stop_token stop);
    std::optional<Trouble> worldTroubleMeanwhile(const Step& step, std::stop_token stop);
    Trouble ofTheWorld(const Step& step, const QList<Observation>& seen) const;
    QList<Observation> brokenOf(const QList<Condition>& conditions, std::stop_token stop) const;
    std::optional<Trouble> driftTrouble(const Step& step, std::stop_token stop);
    struct Held {}; ///< the operator holds the run
    struct LookAgain {}; ///< time has passed, or something was passed over
    using BeforeUndo = std::variant<std::monostate, Held, LookAgain, Trouble, Error>;
    BeforeUndo beforeUndo(const Step& step, Said& said, std::stop_token stop);
    BeforeUndo undoGuard(const Step& step, Said& said, std::stop_token stop);
    BeforeUndo drainedBefore(const Step& step, std::stop_token stop);
    bool askWords(const Step& step, QList<Observation>& seen, Said* said = nullptr);
    enum class OnLeftOut { Undo, Leave, Hold };
    Result<OnLeftOut> askAboutLeftOut(const Step& step, Said& said, std::stop_token stop);
    std::optional<Trouble> guardTrouble(const Step& step, QList<Observation>& seen, std::stop_token stop);
    QList<Observation> await(const Step& step, const QList<Condition>& conditions, std::stop_token stop,
                             std::optional<Trouble>* meanwhile = nullptr,
                             int mostSeconds = std::numeric_limits<int>::max());
    QList<Condition> mustStand() const;
    bool versionsMayDiffer() const;
    bool isMendedNext(const Step& step, const QList<Observation>& seen) const;
    QList<int> portsToCover(const QString& node) const;
    Action undoOf(const Step& step) const;
    Step asUndo(const Step& step) const;
    QList<Condition> otherMailNodes(const QString& name) const;
    QList<Condition> standing() const;
    QList<Condition> proofs(const QString& alsoOf = {}) const;
    Result<QList<Observation>> recordBaseline(const Step& step, std::stop_token stop);
    QList<Condition> ofThoseTakingPart(const QList<Condition>& conditions) const;
    Step effective(const Step& planned) const;
    Trouble trouble(Trouble::Kind kind, const Step& step, const Text& what, QList<Observation> seen) const;
    QList<Remedy> remediesFor(Trouble::Kind kind, const Step& step) const;

    GuidedRun& m_run;
    const SiteFacts& m_facts;
    SiteAccess& m_access;
    ConfirmationGate& m_gate;
    Waiter& m_waiter;
    Observer m_observer;
    QDateTime
        m_watchedAt; ///< when what must stand was last seen to stand; invalid: look before anything else
    bool m_unseen = false; ///< at the last look during a wait something could not be seen
};

} // namespace ruw
