#include "wizard/SiteConnections.h"

#include "wizard/rehearsal/RehearsalStage.h"

namespace ruw {

SiteConnections::SiteConnections(QObject* parent) : QObject(parent)
{
    AccessContext context;
    context.prompter = &m_prompter;
    auto real = std::make_unique<RealSiteAccess>(std::move(context));
    real->onStage([this](const QString& node, AccessStage stage) { emit stageReached(node, stage); });
    m_real = real.get();
    m_access = std::move(real);
}

SiteConnections::~SiteConnections()
{
    m_prompter.cancel();
}

void SiteConnections::useAccess(std::unique_ptr<SiteAccess> access)
{
    m_real = nullptr;
    m_access = std::move(access);
}

RehearsalStage* SiteConnections::rehearsal() const
{
    return dynamic_cast<RehearsalStage*>(m_access.get());
}

Waiter& SiteConnections::clock() const
{
    if (RehearsalStage* stage = rehearsal())
        return *stage;
    return m_clock;
}

void SiteConnections::reset()
{
    m_prompter.cancel();
    m_prompter.forget();
    if (m_real)
        m_real->close();
}

} // namespace ruw
