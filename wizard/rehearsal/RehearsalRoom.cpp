#include "wizard/rehearsal/RehearsalRoom.h"

#include "wizard/rehearsal/RehearsalStage.h"
#include "wizard/UpgradeWizard.h"

using namespace Qt::StringLiterals;

namespace ruw {

RehearsalRoom::RehearsalRoom(Session& real, const SiteFacts& facts, ProcedureKind kind, QObject* parent)
    : QObject(parent)
{
    const QDateTime opens = facts.site.schedule.start.value_or(facts.survey.takenAt);
    m_session.connections().useAccess(std::make_unique<RehearsalStage>(opens));
    m_session.setLanguage(real.language());
    connect(&m_session, &Session::languageChanged, &real, [this, &real] {
        if (real.language() != m_session.language())
            real.setLanguage(m_session.language());
    });
    m_session.takeUp(facts.site, facts.survey, kind, m_folder.path());
    m_session.setPeople(tr("Rehearsal doer"), tr("Rehearsal checker"));
    // Nothing real hangs on them: the rehearsal begins at once, and the real session asks for each. Who accepted one there has done so.
    const bool sameSite = real.site() == facts.site; // a warning of the sample may read the same
    for (const Finding& finding : m_session.checksOf(kind).findings)
        m_session.acknowledgeForRehearsal(finding, sameSite ? real.acknowledgedBy(finding) : QString());
    m_window = std::make_unique<UpgradeWizard>(m_session);
    m_window->goTo(PageId::Work);
    connect(m_window.get(), &UpgradeWizard::closed, this, &RehearsalRoom::left);
}

RehearsalRoom::~RehearsalRoom() = default;

} // namespace ruw
