#include "core/access/SiteAccess.h"

#include <condition_variable>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Lets one after the other use the way to a node: a session speaks with one at a time. A stop request ends the waiting.
class TakenInTurn final : public NodeAccess {
public:
    explicit TakenInTurn(std::shared_ptr<NodeAccess> access) : m_access(std::move(access)) {}

    Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override
    {
        const Turn turn(*this, stop);
        if (!turn.taken()) {
            CommandOutcome outcome;
            outcome.end = CommandOutcome::End::Cancelled;
            return outcome;
        }
        return m_access->run(command, stop);
    }
    Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override
    {
        const Turn turn(*this, stop);
        if (!turn.taken()) {
            return Error{u"node-stopped"_s,
                         Text::tr("The reading was stopped before the node had answered."),
                         Text::tr("Nothing was changed on the node."),
                         Text::tr("Read the node again."),
                         {}};
        }
        return m_access->readConfig(shownPath, stop);
    }

private:
    class Turn {
    public:
        Turn(TakenInTurn& way, const std::stop_token& stop) : m_way(way)
        {
            std::unique_lock lock(way.m_mutex);
            m_taken = way.m_free.wait(lock, stop, [&way] { return !way.m_busy; });
            way.m_busy = way.m_busy || m_taken;
        }
        ~Turn()
        {
            if (!m_taken)
                return;
            const std::lock_guard lock(m_way.m_mutex);
            m_way.m_busy = false;
            m_way.m_free.notify_one();
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        bool taken() const { return m_taken; }

    private:
        TakenInTurn& m_way;
        bool m_taken = false;
    };

    std::shared_ptr<NodeAccess> m_access;
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    bool m_busy = false;
};

} // namespace

std::shared_ptr<NodeAccess> takenInTurn(std::shared_ptr<NodeAccess> access)
{
    return std::make_shared<TakenInTurn>(std::move(access));
}

MailSent SiteAccess::sendMail(const QString&, int, AddressFamily, const TestMail&, std::chrono::milliseconds,
                              std::stop_token)
{
    MailSent out;
    out.detail = u"no mail can be sent to this site"_s;
    return out;
}

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
        access = takenInTurn(*access);
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

MailSent RealSiteAccess::sendMail(const QString& address, int port, AddressFamily family,
                                  const TestMail& mail, std::chrono::milliseconds limit, std::stop_token stop)
{
    return ruw::sendMail(address, port, family, mail, limit, std::move(stop));
}

} // namespace ruw
