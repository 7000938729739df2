#pragma once

#include "core/access/AccessContext.h"
#include "core/access/NodeAccess.h"
#include "core/access/ssh/SshCommand.h"

namespace ruw {

/// Access by SSH. The connection is made with the first command and kept for the next ones; one that has died while
/// nobody used it is made anew. A command that the node may have seen is never sent twice.
///
/// run() fails where the command did not start: the codes are those of SshFault.cpp. NodeCommand::limit counts from
/// the moment the connection stands; AccessContext::connectLimit bounds the way there. A stop request ends either within
/// 200 ms (an agent or a prompter that waits for a person aside); then, and after a time limit, the command may still be
/// running on the node.
class SshAccess final : public NodeAccess {
public:
    SshAccess(const Node& node, const Site& site, AccessContext context);
    ~SshAccess() override;

    Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override;
    Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override;
    QByteArray redacted(QByteArray printed) const override { return m_secrets.redacted(std::move(printed)); }

private:
    Status connect(std::stop_token stop);
    Result<std::unique_ptr<SshConnection>> connectOnce(Patience& patience);
    Result<std::unique_ptr<SshConnection>> login(const SshTarget& target, std::unique_ptr<SshWire> wire,
                                                 Patience& patience);
    Result<std::unique_ptr<SshWire>> dial(const SshTarget& target, Patience& patience);
    Result<std::unique_ptr<SshWire>> dialThrough(const SshTarget& jump, Patience& patience);
    SshCommand::Ending runOnce(const NodeCommand& command, std::stop_token stop);

    Node m_node;
    AccessContext m_context;
    SshSecrets m_secrets;
    SshTarget m_target;
    std::unique_ptr<SshConnection> m_connection;
};

/// The jump host of a site entry: "user@host:port", "[address]:port"; user and port as the node's and 22 where left out.
/// nullopt: unreadable.
std::optional<SshTarget> jumpTarget(const QString& jump, const SshTarget& node);

} // namespace ruw
