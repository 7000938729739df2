#pragma once

#include "core/rehearsal/Rehearsal.h"
#include "core/rehearsal/SimulatedOperator.h"
#include "core/run/GuidedRun.h"

namespace ruw {

struct RehearsalPoint {
    std::shared_ptr<const SimulatedSite> site;
    std::shared_ptr<const SimulatedOperator> person; ///< of that site
    PlayedSoFar soFar;
    FaultPlan kills;
    QDateTime begun;
    bool calm = false; ///< see RehearsalStand
};

/// One play: the site and the journal live through kills and resumptions.
class Play {
public:
    Play(const Rehearsal& rehearsal, const Rehearsal::Manner& manner, const RehearsalVisitor& visitor);
    Play(const Rehearsal& rehearsal, const RehearsalPoint& point, const Rehearsal::Manner& manner,
         const RehearsalVisitor& visitor);

    RehearsalResult take();

private:
    class Stand;

    void takeKills(const FaultPlan& faults);
    void once();
    void go(GuidedRun& run, SimulatedOperator& person);
    void atStep(const RunState& state, const SimulatedOperator& person);
    void fail(const Error& error);
    void tell(const RunState& state);
    void account();
    std::shared_ptr<Journal> journal(const JournalRead& read);

    const Rehearsal& m_rehearsal;
    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    const RehearsalVisitor m_visitor;
    PlayedSoFar m_soFar; ///< what the journal holds up to the last point that was taken
    QByteArray m_bytes;
    SimulatedSite m_site;
    const SimulatedOperator* m_person = nullptr; ///< of the point from which it goes on
    FaultPlan m_kills;
    QDateTime m_begun;
    bool m_finish, m_restart;
    bool m_calm = false;
    std::stop_source m_stop;
    RehearsalResult m_result;
};

} // namespace ruw
