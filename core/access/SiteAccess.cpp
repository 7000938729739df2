#include "core/access/SiteAccess.h"

namespace ruw {

RealSiteAccess::RealSiteAccess(AccessContext context) : m_context(std::move(context)) {}

void RealSiteAccess::onStage(std::function<void(const QString&, AccessStage)> stage)
{
    const std::lock_guard lock(m_mutex);
    m_stage = std::move(stage);
}

void RealSiteAccess::tellStage(const QString& node, AccessStage stage)
{
    std::function<void(const QString&, AccessStage)> listener;
    {
        const std::lock_guard lock(m_mutex);
        listener = m_stage;
    }
    if (listener)
        listener(node, stage);
}

void RealSiteAccess::close()
{
    std::map<QString, Way> ways;
    const std::lock_guard lock(m_mutex);
    ways.swap(m_ways);
}

Result<std::shared_ptr<NodeAccess>> RealSiteAccess::node(const Node& node, const Site& site)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ways.find(node.name);
    if (found != m_ways.end() && found->second.entry == node && found->second.directory == site.directory)
        return found->second.access;
    AccessContext context = m_context;
    context.stage = [this, name = node.name](AccessStage stage) { tellStage(name, stage); };
    auto access = makeAccess(node, site, std::move(context));
    if (access)
        m_ways.insert_or_assign(node.name, Way{node, site.directory, *access});
    return access;
}

PortAnswer RealSiteAccess::askPort(const QString& address, int port, AddressFamily family,
                                   std::chrono::milliseconds limit, std::stop_token stop)
{
    return probePort(address, port, family, limit, stop);
}

SmtpAnswer RealSiteAccess::askSmtp(const QString& address, int port, AddressFamily family,
                                   std::chrono::milliseconds limit, std::stop_token stop)
{
    return probeSmtp(address, port, family, limit, stop);
}

} // namespace ruw
