#pragma once

#include "core/access/NodeAccess.h"
#include "core/access/PortProbe.h"
#include "core/access/TestMail.h"
#include "core/site/SiteKind.h"

#include <functional>
#include <map>
#include <mutex>

namespace ruw {

/// The ways to a whole site: to each of its nodes, and to their ports as this machine sees them. Whoever surveys or works
/// goes through one of these, so that a simulated site can stand in its place.
class SiteAccess {
public:
    virtual ~SiteAccess() = default;
    /// What does not say that it is a simulation is taken for real servers.
    virtual SiteKind kind() const { return SiteKind::Real; }
    /// Who hears how far the way to a node is; called from the thread that uses it. Replaces the one before. An access that
    /// has no stages tells nobody.
    virtual void onStage(std::function<void(const QString& node, AccessStage)> stage) { Q_UNUSED(stage) }
    /// The way to this node, made when it is first asked for and kept open for what follows. Thread-safe, and so
    /// is the access: the run and the watching beside it are served one after the other. Errors: those of makeAccess().
    virtual Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) = 0;
    /// Whether a run may ask several nodes at once, each by a thread of its own; else it asks one after the other, as a
    /// simulated site with its own time wants it.
    virtual bool atOnce() const { return false; }
    /// Thread-safe.
    virtual PortAnswer askPort(const QString& address, int port, AddressFamily family,
                               std::chrono::milliseconds limit, std::stop_token stop) = 0;
    /// Thread-safe.
    virtual SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family,
                               std::chrono::milliseconds limit, std::stop_token stop) = 0;
    /// Thread-safe. A site that takes no mail from here says so.
    virtual MailSent sendMail(const QString& address, int port, AddressFamily family, const TestMail& mail,
                              std::chrono::milliseconds limit, std::stop_token stop);
};

/// The same way, for several threads: who comes second waits until the first has been served.
std::shared_ptr<NodeAccess> takenInTurn(std::shared_ptr<NodeAccess> access);

/// The real site: makeAccess() and the port probe. A node whose entry in the site file changed (address, SSH settings,
/// copy of the config) gets a new way.
class RealSiteAccess final : public SiteAccess {
public:
    /// `context` serves every node; its `stage` is left out: see onStage().
    explicit RealSiteAccess(AccessContext context);
    void onStage(std::function<void(const QString& node, AccessStage)> stage) override;
    bool atOnce() const override { return true; }
    /// Closes the way to every node that nobody is using.
    void close();

    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override;
    PortAnswer askPort(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;
    MailSent sendMail(const QString& address, int port, AddressFamily family, const TestMail& mail,
                      std::chrono::milliseconds limit, std::stop_token stop) override;

private:
    struct Way {
        Node entry;
        QString directory; ///< relative paths of the entry start here
        std::shared_ptr<NodeAccess> access;
    };
    void tellStage(const QString& node, AccessStage stage);

    AccessContext m_context;
    std::mutex m_mutex;
    std::map<QString, Way> m_ways;
    std::function<void(const QString&, AccessStage)> m_stage;
};

} // namespace ruw
