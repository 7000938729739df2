#include "wizard/SiteDraft.h"

#include "wizard/Session.h"

namespace ruw {

namespace {
constexpr int pauseMs = 400;
} // namespace

SiteDraft::SiteDraft(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_site(session.site())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SiteDraft::commit);
    connect(&session, &Session::siteChanged, this, [this] {
        if (m_committing || m_site == m_session.site())
            return;
        m_pause.stop();
        m_site = m_session.site();
        emit reloaded();
        emit changed();
    });
}

void SiteDraft::edit(const std::function<void(Site&)>& change)
{
    const Site before = m_site;
    change(m_site);
    if (m_site == before)
        return;
    m_pause.start();
    emit changed();
}

void SiteDraft::editNode(qsizetype index, const std::function<void(Node&)>& change)
{
    if (index < 0 || index >= m_site.nodes.size())
        return;
    edit([&](Site& site) { change(site.nodes[index]); });
}

void SiteDraft::commit()
{
    m_pause.stop();
    m_committing = true;
    m_session.setSite(m_site);
    m_committing = false;
}

} // namespace ruw
