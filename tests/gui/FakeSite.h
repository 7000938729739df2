#pragma once

#include "core/access/SiteAccess.h"

#include <functional>

namespace ruw::samples {

/// A site whose nodes do what the test says when they are read, on the thread that reads them.
class FakeSiteAccess final : public SiteAccess {
public:
    using Reading = std::function<Result<QByteArray>(const Node& node, std::stop_token stop)>;
    explicit FakeSiteAccess(Reading reading) : m_reading(std::move(reading)) {}

    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site&) override
    {
        return std::shared_ptr<NodeAccess>(std::make_shared<FakeNode>(node, m_reading));
    }
    PortAnswer askPort(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }
    SmtpAnswer askSmtp(const QString&, int, AddressFamily, std::chrono::milliseconds,
                       std::stop_token) override
    {
        return {};
    }

private:
    class FakeNode final : public NodeAccess {
    public:
        FakeNode(Node node, Reading reading) : m_node(std::move(node)), m_reading(std::move(reading)) {}
        Result<CommandOutcome> run(const NodeCommand&, std::stop_token stop) override
        {
            const Result<QByteArray> read = m_reading(m_node, stop);
            if (!read)
                return read.error();
            CommandOutcome outcome;
            outcome.out = *read;
            return outcome;
        }
        Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override
        {
            shownPath = QStringLiteral("/opt/example/conf/mf_replica.def");
            return m_reading(m_node, stop);
        }

    private:
        Node m_node;
        Reading m_reading;
    };
    Reading m_reading;
};

inline QByteArray fakeConfig()
{
    return "REPLICA_SERVER_1 = 192.0.2.99:14083\nENABLE_REP_DATA = ON\n";
}

inline Error fakeError(const QString& what)
{
    return {QStringLiteral("ssh-no-answer"),
            Text::verbatim(what),
            {},
            Text::verbatim(QStringLiteral("Look at its cables.")),
            {}};
}

} // namespace ruw::samples
