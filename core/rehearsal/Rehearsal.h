#pragma once

#include "core/rehearsal/Incident.h"
#include "core/rehearsal/SimulatedSite.h"
#include "core/run/Journal.h"
#include "core/run/RunState.h"

#include <functional>
#include <memory>

namespace ruw {

/// How a rehearsal ended, and what it came to in figures.
struct RehearsalResult {
    enum class Outcome { Done, DoneWithExceptions, SafeHold, RolledBack, Failed, Killed };
    struct StepPlayed {
        QString id;
        StepStatus status = StepStatus::Pending;
        int minute = -1; ///< from the start of the work; -1: not begun
    };
    Outcome outcome = Outcome::Failed;
    QList<Violation> violations;
    QList<StepPlayed> steps;
    qint64 mailAccepted = 0, mailArchived = 0, mailLost = 0, mailDoubled = 0, queuePeakBytes = 0;
    qint64 mailLostToWorld = 0; ///< of the lost: over a path that the world had opened, before the run could notice
    qint64 mailQueued = 0;      ///< after all, and two hours more
    int minutes = 0;  ///< of the site's time
    int troubles = 0; ///< how often the operator was asked what to do
    int worldEvents = 0;
    Text stateText;     ///< what state the site is in
    QByteArray journal; ///< as it would lie on the disk
    std::optional<Error> error;
    QList<Incident> incidents; ///< what the operator was asked about
    QMap<QString, qint64> queuePeaks; ///< bytes, by node
    QStringList faultsLeft; ///< that never happened: their step was not come to
    bool stopped = false;   ///< by whoever looked on: the rest of it stands for what came then

    /// The contract's `rehearse` document.
    QJsonObject toJson(Language language) const;
};
QString outcomeCode(RehearsalResult::Outcome outcome);
Text outcomeText(RehearsalResult::Outcome outcome);

/// What is known of a journal's beginning: its bytes, and what they mean.
struct PlayedSoFar {
    PlayedSoFar(QByteArray itsBytes, JournalRead itsRead, RunState itsState)
        : bytes(std::move(itsBytes)), read(std::move(itsRead)), state(std::move(itsState))
    {
    }
    QByteArray bytes;
    JournalRead read;
    RunState state; ///< replayed from these records
};

/// A play between two steps, to go on from as often as one likes: the site, the journal and the operator as they stand.
struct RehearsalPoint;

/// What may be put between the run and the simulated world: for tests that show that a run which deceives itself is found.
/// Each is asked for anew whenever a play goes on from somewhere.
struct RehearsalSeams {
    std::function<std::unique_ptr<SiteAccess>(SiteAccess&)> access;
    std::function<std::unique_ptr<ConfirmationGate>(ConfirmationGate&)> gate;
    std::function<std::unique_ptr<JournalStore>(std::unique_ptr<JournalStore>)> store;
    MailMistakes mail; ///< of the simulated product
};

/// A play that has come to another step, as somebody sees it who looks on.
class RehearsalStand {
public:
    virtual ~RehearsalStand() = default;
    virtual const Step& step() const = 0;
    virtual const Step* nextUndo() const = 0; ///< that going back from here undoes first; null: there is none
    /// All that decides what is still to come: two plays of one plan with the same go on the same, but for the time.
    virtual QByteArray likeness() const = 0;
    virtual std::shared_ptr<const RehearsalPoint> point() = 0;
    virtual const QList<Violation>& violations() const = 0;
    virtual int records() const = 0; ///< in the journal
    virtual bool calm() const = 0;   ///< resumed after a hold: no more faults happen
    virtual qint64 mailLostToRun() const = 0;
    virtual qint64 mailDoubled() const = 0;
};
/// Told at each step that is come to; false: the play stops there.
using RehearsalVisitor = std::function<bool(RehearsalStand&)>;

/// A plan that can be rehearsed as often as one likes. The very code of a real run plays on a simulated site: same seed and
/// same faults, same journal to the byte.
class Rehearsal {
public:
    Rehearsal(SiteFacts facts, Procedure procedure, RehearsalSeams seams = {});

    struct Manner {
        quint64 seed = 1;
        FaultPlan faults;
        /// A run that was killed is resumed at once, a held one without the faults that are left, until it is through.
        bool finish = false;
        /// A program that was killed is started again and goes on with the run; the other faults stay.
        bool restart = false;
    };
    RehearsalResult play(const Manner& manner) const;
    RehearsalResult play(const Manner& manner, const RehearsalVisitor& visitor) const;
    /// From that point on, with these faults beside those that were still to come there: the same to the byte as a play of the
    /// whole. The seed is the point's.
    RehearsalResult playOn(const RehearsalPoint& point, const Manner& manner, const RehearsalVisitor& visitor) const;

    const SiteFacts& facts() const { return m_facts; }
    const Procedure& procedure() const { return m_procedure; }
    const SimulatedCommands& commands() const { return m_commands; }
    const RehearsalSeams& seams() const { return m_seams; }
    const PlayedSoFar& begun() const { return *m_begun; } ///< the first record, the same in every play

private:
    SiteFacts m_facts;
    Procedure m_procedure;
    SimulatedCommands m_commands;
    RehearsalSeams m_seams;
    std::shared_ptr<const PlayedSoFar> m_begun;
};

} // namespace ruw
