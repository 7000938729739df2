#pragma once

#include "core/access/ssh/KnownHosts.h"
#include "core/access/ssh/SshFault.h"
#include "core/access/ssh/SshSecrets.h"
#include "core/access/ssh/SshWire.h"
#include "core/site/Site.h"

#include <functional>

typedef struct _LIBSSH2_SESSION LIBSSH2_SESSION;
typedef struct _LIBSSH2_CHANNEL LIBSSH2_CHANNEL;
struct _LIBSSH2_USERAUTH_KBDINT_PROMPT;
struct _LIBSSH2_USERAUTH_KBDINT_RESPONSE;

namespace ruw {

/// One login: where, as whom, how.
struct SshTarget {
    QString node;  ///< whose way this is, for messages
    QString label; ///< under which secrets are asked for: the node's name, or the jump host's entry
    QString host;
    int port = 22;
    QString user;
    QList<SshAuth> ways; ///< tried in this order; more than one for a jump host, whose way nobody entered
    QString keyFile;     ///< absolute, or empty

    QString shown() const; ///< "user@host:port"
};

/// A logged-in SSH session. Non-blocking below, one call at a time above; every wait keeps to a Patience.
class SshConnection {
public:
    /// Return values of drive() beside libssh2's own.
    static constexpr int expired = -10'001;
    static constexpr int stopped = -10'002;

    SshConnection(SshTarget target, std::unique_ptr<SshWire> wire);
    ~SshConnection();
    SshConnection(const SshConnection&) = delete;
    SshConnection& operator=(const SshConnection&) = delete;

    /// Greeting and key exchange, the host key's check, login. To be called once, before anything else.
    Status open(const AccessContext& context, SshSecrets& secrets, Patience& patience);
    /// Ends it without waiting for the peer.
    void close();
    /// As far as can be seen without asking the peer.
    bool looksAlive() const;

    const SshTarget& target() const { return m_target; }
    LIBSSH2_SESSION* session() const { return m_session; }
    int socket() const { return m_wire->fd(); }
    quint64 bytesReceived() const { return m_wire->bytesReceived(); }
    /// A packet of this session is half sent: libssh2 takes nothing but the same call again.
    bool isSending() const;
    /// The socket has to be polled for room to send.
    bool wantsToSend() const;

    /// Calls `call` until it no longer says LIBSSH2_ERROR_EAGAIN. Gives its result, `expired` or `stopped`.
    int drive(Patience& patience, const std::function<int()>& call);
    /// Closes a channel without waiting for the peer's answer; it is freed when that has come.
    void retire(LIBSSH2_CHANNEL* channel);

    /// Starts a time of waiting: silence before it does not count.
    void startWatch() { m_lastReceived = m_lastAsked = std::chrono::steady_clock::now(); }
    /// Waits for the socket. Notices a lost peer behind a jump host by asking it for signs of life; false: it is gone.
    bool wait(Patience& patience);
    /// The error for a result of drive(), for this target, with libssh2's words where there are any.
    Error errorOf(int result) const;
    Error error(SshFault fault, const QString& detail = {}) const;
    Error error(SshFault fault, const Text& detail) const;
    /// What libssh2 said last.
    QString lastMessage() const;
    /// A copy that libssh2 may free.
    static char* copyForLibssh2(QByteArrayView bytes);

private:
    friend struct SshCallbacks;
    friend class SshLogin;

    /// libssh2's callback for the server's questions.
    static void answerPrompts(const char* name, int nameSize, const char* instruction, int instructionSize,
                              int count, const _LIBSSH2_USERAUTH_KBDINT_PROMPT* prompts,
                              _LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses, void** abstract);

    Status shakeHands(Patience& patience);
    Error handshakeError(int result) const;
    Status checkHostKey(const AccessContext& context, Patience& patience);

    SshTarget m_target;
    std::unique_ptr<SshWire> m_wire;
    LIBSSH2_SESSION* m_session = nullptr;
    QStringList m_knownHostsFiles; ///< the first one is written to
    KnownHosts m_knownHosts;
    QByteArray m_greeting; ///< the first bytes from the server, for the diagnosis of a failed handshake
    bool m_shakingHands = true;
    bool m_loggedIn = false;
    qint64 m_receivedInHandshake = 0;
    bool m_closed = false;
    QList<LIBSSH2_CHANNEL*> m_retired;
    quint64 m_seenBytes = 0; ///< of bytesReceived(), when wait() was called last
    Patience* m_patience =
        nullptr; ///< of the call under way: a peer that talks without end must not keep us busy
    std::chrono::steady_clock::time_point m_lastReceived;
    std::chrono::steady_clock::time_point m_lastAsked;
    /// Of a keyboard-interactive login under way.
    std::function<void(int, const _LIBSSH2_USERAUTH_KBDINT_PROMPT*, _LIBSSH2_USERAUTH_KBDINT_RESPONSE*)>
        m_answerPrompts;
};

} // namespace ruw
