#pragma once

#include "core/run/ConfirmationGate.h"

#include <stop_token>

namespace ruw {

class RehearsalStage;

/// The window's gate in a rehearsal: what the person says is done on the simulated site, and what is played by itself is
/// answered by the rehearsal's own operator. Used by the run's thread alone; everything else goes through to the window.
class RehearsalGate final : public ConfirmationGate {
public:
    RehearsalGate(ConfirmationGate& window, RehearsalStage& stage, std::stop_token stop);

    StepAnswer confirm(const StepQuestion& question) override;
    Word doneByHand(const Step& step, const Action& action) override;
    Word askWord(const Step& step, const Observation& seen) override;
    TroubleAnswer settle(const Trouble& trouble) override;
    bool confirmUndo(const Step& step, const Action& undo) override;
    bool waiting(const Waiting& waiting) override;
    void changed(const RunState& state) override;
    void output(const Step& step, const CommandOutcome& outcome) override;
    void seenSoFar(const Step& step, const QList<Observation>& observations) override;
    void observed(const Step& step, const QList<Observation>& observations) override;
    QString takeNote() override;
    void tell(const Error& error) override;

private:
    /// Whether the rehearsal's operator answers, after he has thought about it.
    bool playsItself();

    ConfirmationGate& m_window;
    RehearsalStage& m_stage;
    std::stop_token m_stop;
    QString m_undoing;
    bool m_judged = false; ///< the end that the run has come to
};

} // namespace ruw
