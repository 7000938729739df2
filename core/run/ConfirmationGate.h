#pragma once

#include "core/run/Observer.h"

#include <optional>

namespace ruw {

/// A step that is about to be done.
struct StepQuestion {
    const Step& step; ///< with the command exactly as it will run
    QList<Observation> guards;
    bool canRun = false; ///< the program can run it; else it is done by hand
    bool canSkip = false;
};
/// What the operator says before a step.
struct StepAnswer {
    enum class Choice { Run, ByHand, Skip, Rollback, Hold };
    Choice choice = Choice::Hold;
    QString reason; ///< of a skip
    bool checkerAgrees = false;
};

/// What the operator can do about a step that is not as it should be.
enum class Remedy { Look, Retry, Manual, Skip, Rollback, Exclude, Hold };
QString remedyCode(Remedy remedy); ///< as the contract's menu: "look" ...
Text remedyText(Remedy remedy);
std::optional<Remedy> remedyFromCode(const QString& code);

/// Something is not as it should be: what was expected, what was seen, what state the site is in.
struct Trouble {
    enum class Kind {
        Guard,       ///< what must hold before the step does not
        Action,      ///< the command could not be run to its end
        Expectation, ///< the step was done, and its result is not as expected
        Drift,       ///< a fact the plan rests on is not as it was (S11)
        World,       ///< what the run has put in place no longer stands (S1w)
        Uncertain,   ///< the run was interrupted between start and result
        Undo         ///< undoing did not bring the former state back
    };
    Kind kind = Kind::Expectation;
    const Step* step = nullptr;
    QString failing; ///< the node that Exclude leaves out; empty: none
    Error what; ///< what happened, what state, what to do
    QList<Observation> observations;
    Text siteState;
    QList<Remedy> remedies; ///< that are open here
};
QString troubleCode(Trouble::Kind kind);
/// The open answer that what was seen last speaks for; nullopt: it speaks for none more than for the others.
std::optional<Remedy> fittingRemedy(const Trouble& trouble);
/// The open answer that the advice on this very trouble ends in, which the person comes to first: that, or else the one which
/// ownAdviceOn() names. nullopt: the advice names none.
std::optional<Remedy> advisedRemedy(const Trouble& trouble);
/// Where the person answers: each place has names of its own for what may be chosen.
enum class AnsweredIn { Window, Terminal };
/// What to do about this very trouble, where what was seen last tells; nullopt: no more than the general word.
std::optional<Text> ownAdviceOn(const Trouble& trouble, AnsweredIn where = AnsweredIn::Window);
/// What to do about it: that, or else the general word.
Text adviceOn(const Trouble& trouble, AnsweredIn where = AnsweredIn::Window);
/// The state of the site beside that advice: without ways to go on that it does not mean.
Text siteStateOn(const Trouble& trouble, const RunState& state);

/// What he does about it.
struct TroubleAnswer {
    Remedy remedy = Remedy::Hold;
    QString reason;
    bool checkerAgrees = false;
};

/// How long something has been waited for.
struct Waiting {
    const Step& step;
    QList<Observation> observations;
    qint64 seconds = 0, limitSeconds = 0;
};

/// The operator, as the run sees him: the window, the terminal, or the rehearsal's operator. The run asks and waits; it never
/// goes on by itself. Every question is worded so that yes is the good case.
class ConfirmationGate {
public:
    enum class Word { Yes, No, Hold };

    virtual ~ConfirmationGate() = default;
    virtual StepAnswer confirm(const StepQuestion& question) = 0;
    /// The journal says that it has begun: the operator does it by hand now, by `action` (the step's, or its undo), and says
    /// when it is done. No: it could not be done.
    virtual Word doneByHand(const Step& step, const Action& action) = 0;
    /// Nobody can observe this, or what was seen proves nothing (`seen.seen` says why): the operator's word is asked for.
    virtual Word askWord(const Step& step, const Observation& seen) = 0;
    virtual TroubleAnswer settle(const Trouble& trouble) = 0;
    /// Undo this? false: hold.
    virtual bool confirmUndo(const Step& step, const Action& undo) = 0;
    /// Tells of the waiting for a result; false: wait no longer.
    virtual bool waiting(const Waiting& waiting)
    {
        Q_UNUSED(waiting)
        return true;
    }
    /// A record has reached the journal, the state is now this.
    virtual void changed(const RunState& state) { Q_UNUSED(state) }
    /// What a command printed (masked), for the window.
    virtual void output(const Step& step, const CommandOutcome& outcome)
    {
        Q_UNUSED(step)
        Q_UNUSED(outcome)
    }
    /// What was seen of the step's expected results before the operator is asked for his word on some of them.
    virtual void seenSoFar(const Step& step, const QList<Observation>& observations)
    {
        Q_UNUSED(step)
        Q_UNUSED(observations)
    }
    /// What was seen of the step's expected results when it was judged, the operator's words included.
    virtual void observed(const Step& step, const QList<Observation>& observations)
    {
        Q_UNUSED(step)
        Q_UNUSED(observations)
    }
    /// What the operator wants to stand in the journal beside his last answer; empty: nothing.
    virtual QString takeNote() { return {}; }
    /// A refusal (a skip that a rule forbids, ...): told, then asked again.
    virtual void tell(const Error& error) = 0;
};

} // namespace ruw
