#pragma once

#include "core/rehearsal/Incident.h"
#include "core/rehearsal/SimulatedSite.h"
#include "core/run/Journal.h"
#include "core/run/RunState.h"

namespace ruw {

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
    int minutes = 0;  ///< of the site's time
    int troubles = 0; ///< how often the operator was asked what to do
    int worldEvents = 0;
    Text stateText;     ///< what state the site is in
    QByteArray journal; ///< as it would lie on the disk
    std::optional<Error> error;
    QList<Incident> incidents; ///< what the operator was asked about
    QMap<QString, qint64> queuePeaks; ///< bytes, by node
    QStringList faultsLeft; ///< that never happened: their step was not come to

    /// The contract's `rehearse` document.
    QJsonObject toJson(Language language) const;
};
QString outcomeCode(RehearsalResult::Outcome outcome);
Text outcomeText(RehearsalResult::Outcome outcome);

/// A plan that can be rehearsed as often as one likes. The very code of a real run plays on a simulated site: same seed and
/// same faults, same journal to the byte.
class Rehearsal {
public:
    Rehearsal(SiteFacts facts, Procedure procedure);

    struct Manner {
        quint64 seed = 1;
        FaultPlan faults;
        /// An unfinished run is resumed without the faults that are left, until it is through.
        bool finish = false;
        /// A program that was killed is started again and goes on with the run; the other faults stay.
        bool restart = false;
    };
    RehearsalResult play(const Manner& manner) const;

    const SiteFacts& facts() const { return m_facts; }
    const Procedure& procedure() const { return m_procedure; }

private:
    SiteFacts m_facts;
    Procedure m_procedure;
    SimulatedCommands m_commands;
    QByteArray m_begun;      ///< the journal's first record, the same in every play
    JournalRead m_begunRead; ///< the same, read
};

} // namespace ruw
