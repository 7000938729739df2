#pragma once

#include "core/access/NodeAccess.h"
#include "core/access/ssh/RemoteScript.h"
#include "core/access/ssh/SshConnection.h"

namespace ruw {

/// Runs one command on a logged-in connection.
class SshCommand {
public:
    /// How it ended for the connection's owner.
    struct Ending {
        Result<CommandOutcome> result;
        bool connectionUsable = false;  ///< for the next command
        bool lostBeforeStart = false;   ///< the node has seen nothing of this command: it may be sent again
        bool wrongSudoPassword = false; ///< with an error: may be tried again
    };

    SshCommand(SshConnection& connection, const NodeCommand& command, bool sudo, SshSecrets& secrets,
               Patience& patience);
    ~SshCommand();
    Ending run();

private:
    enum class Pump { GoOn, Done, Lost };
    std::optional<Ending> start();
    Pump pump();
    Pump readAll(int stream, FramedStream& into);
    Pump writeSome();
    void answerSudo();
    Ending ended();
    Error failureToStart() const;
    CommandOutcome outcome(CommandOutcome::End end);

    SshConnection& m_connection;
    const NodeCommand& m_command;
    SshSecrets& m_secrets;
    Patience& m_patience;
    bool m_sudo;
    RemoteScript m_script;
    FramedStream m_out, m_err;
    LIBSSH2_CHANNEL* m_channel = nullptr;
    Secret m_toSend;      ///< the sudo password with its newline, while it is being sent
    qsizetype m_sent = 0; ///< of m_toSend, or of the command's input
    int m_promptsAnswered = 0;
    bool m_noPassword = false;
    bool m_wrongPassword = false;
    bool m_eofSent = false;
    bool m_writeHalfSent = false;
};

} // namespace ruw
