#include "wizard/rehearsal/RehearsalDoor.h"

#include "core/plan/Planner.h"
#include "core/rehearsal/RehearsalSite.h"
#include "wizard/rehearsal/RehearsalRoom.h"

namespace ruw {

RehearsalDoor::RehearsalDoor(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void RehearsalDoor::openOnSample()
{
    const Result<SiteFacts> facts = sampleForRehearsal();
    open(facts, facts ? procedureToRehearse(*facts) : std::nullopt);
}

void RehearsalDoor::openOnSite()
{
    const Site& site = m_session.site();
    const SiteFacts facts =
        m_session.surveyed() ? m_session.facts() : SiteFacts::from(site, surveyWithoutServers(site));
    open(facts, m_session.procedure() ? m_session.procedureKind() : procedureToRehearse(facts));
}

void RehearsalDoor::open(const Result<SiteFacts>& facts, std::optional<ProcedureKind> kind)
{
    if (m_room || m_session.isRehearsal())
        return;
    if (!facts)
        return emit failed(facts.error());
    const Result<Procedure> plan = planProcedure(*facts, kind.value_or(ProcedureKind::BlockSyncPorts));
    if (!plan)
        return emit failed(plan.error());
    m_room = new RehearsalRoom(m_session, *facts, plan->kind, this);
    connect(m_room, &RehearsalRoom::left, this, &RehearsalDoor::close);
    emit opened();
}

void RehearsalDoor::close()
{
    emit closing();
    m_room->deleteLater();
    m_room = nullptr;
}

} // namespace ruw
