#pragma once

#include "core/rehearsal/Incident.h"
#include "core/rehearsal/SimulatedSite.h"
#include "core/run/ConfirmationGate.h"

#include <QMap>

#include <functional>

namespace ruw {

/// A careful operator with a checker beside him: confirms, looks, says the truth, mends what the world broke and tries again;
/// where his fault comes, he declines, skips, goes back, leaves a slave out, says what is not so, or is gone.
class SimulatedOperator final : public ConfirmationGate {
public:
    explicit SimulatedOperator(SimulatedSite& site) : m_site(site) {}

    StepAnswer confirm(const StepQuestion& question) override;
    Word askWord(const Step& step, const Observation& seen) override;
    TroubleAnswer settle(const Trouble& trouble) override;
    Word doneByHand(const Step& step, const Action& action) override;
    bool confirmUndo(const Step& step, const Action& undo) override;
    void changed(const RunState& state) override;
    void output(const Step& step, const CommandOutcome& outcome) override;
    void tell(const Error& error) override;

    /// Each that he was asked about, once.
    const QList<Incident>& incidents() const { return m_incidents; }
    int troubles() const { return m_troubles; }
    /// Who is told that the run has come to another step.
    void onStep(std::function<void(const RunState&)> told) { m_onStep = std::move(told); }
    /// The same person with the same memory, at a site that is like the one he knew.
    SimulatedOperator(const SimulatedOperator& other, SimulatedSite& site);
    /// What he remembers that counts for what he will do.
    void addLikeness(QByteArray& out) const;

private:
    TroubleAnswer choose(const Trouble& trouble);

    SimulatedSite& m_site;
    QList<Incident> m_incidents;
    std::function<void(const RunState&)> m_onStep;
    QMap<QString, int> m_tries, m_confirms; ///< by step, until it is done: who is asked the same for ever gives up
    QString m_lyingAt, m_skippingAt, m_undoing, m_excludingAt;
    int m_troubles = 0, m_tells = 0, m_asked = 0;
    bool m_absent = false, m_goesBack = false;
};

} // namespace ruw
