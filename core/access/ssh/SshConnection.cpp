#include "core/access/ssh/SshConnection.h"

#include "core/access/ssh/SshBytes.h"
#include "core/access/ssh/SshLogin.h"
#include "core/base/Quote.h"

#include <libssh2.h>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ruw {

/// libssh2's callbacks: its memory (wiped before it is freed: passwords pass through it) and its way to the wire.
struct SshCallbacks {
    struct alignas(std::max_align_t) Header {
        size_t size;
    };

    static LIBSSH2_ALLOC_FUNC(allocate)
    {
        (void)abstract;
        auto* header = static_cast<Header*>(std::malloc(sizeof(Header) + count));
        if (!header)
            return nullptr;
        header->size = count;
        return header + 1;
    }
    static LIBSSH2_FREE_FUNC(release)
    {
        (void)abstract;
        if (!ptr)
            return;
        Header* header = static_cast<Header*>(ptr) - 1;
        wipe(ptr, header->size);
        std::free(header);
    }
    static LIBSSH2_REALLOC_FUNC(reallocate)
    {
        void* grown = allocate(count, abstract);
        if (grown && ptr) {
            std::memcpy(grown, ptr, std::min(count, (static_cast<Header*>(ptr) - 1)->size));
            release(ptr, abstract);
        }
        return grown;
    }

    static LIBSSH2_RECV_FUNC(receive)
    {
        (void)socket;
        (void)flags;
        return of(abstract).received(buffer, length);
    }
    static LIBSSH2_SEND_FUNC(send)
    {
        (void)socket;
        (void)flags;
        return of(abstract).sent(buffer, length);
    }

private:
    explicit SshCallbacks(SshConnection& connection) : m_connection(connection) {}
    static SshCallbacks of(void** abstract) { return SshCallbacks(*static_cast<SshConnection*>(*abstract)); }

    ssize_t received(void* buffer, size_t length)
    {
        SshConnection& c = m_connection;
        if (c.m_closed)
            return -ECONNRESET;
        if (c.m_patience && c.m_patience->isOver())
            return -EAGAIN;
        const ssize_t got = c.m_wire->receive(buffer, length);
        if (got <= 0)
            return got;
        c.m_lastReceived = std::chrono::steady_clock::now();
        if (c.m_shakingHands) {
            constexpr qint64 longestHandshake = 256 * 1024;
            constexpr qsizetype kept = 16 * 1024;
            c.m_receivedInHandshake += got;
            c.m_greeting.append(static_cast<const char*>(buffer),
                                std::min<qsizetype>(got, kept - c.m_greeting.size()));
            // Lines may stand before the banner. libssh2 reads them for ever, one byte at a time.
            if (c.m_receivedInHandshake > longestHandshake)
                return -ECONNRESET;
        }
        return got;
    }

    ssize_t sent(const void* buffer, size_t length)
    {
        return m_connection.m_closed ? -ECONNRESET : m_connection.m_wire->send(buffer, length);
    }

    SshConnection& m_connection;
};

namespace {

/// libssh2's own set-up (OpenSSL's tables), once a process.
void startLibssh2()
{
    static const int started = libssh2_init(0);
    (void)started;
}

/// Where the server's banner starts in what came first; -1: there is none.
qsizetype bannerStart(const QByteArray& greeting)
{
    if (greeting.startsWith("SSH-"))
        return 0;
    const qsizetype at = greeting.indexOf("\nSSH-");
    return at < 0 ? -1 : at + 1;
}

/// The methods that the server offered in its (unencrypted) KEXINIT; libssh2 keeps them to itself.
struct Offer {
    QByteArray keyExchanges, hostKeys;
};
std::optional<Offer> offerOf(const QByteArray& greeting)
{
    const qsizetype banner = bannerStart(greeting);
    const qsizetype end = banner < 0 ? -1 : greeting.indexOf('\n', banner);
    if (end < 0)
        return std::nullopt;
    SshReader packet(QByteArrayView(greeting).sliced(end + 1));
    (void)packet.number();                               // length
    const QByteArrayView head = packet.take(1 + 1 + 16); // padding length, message number, cookie
    Offer offer{packet.string().toByteArray(), packet.string().toByteArray()};
    constexpr char kexInit = 20;
    if (!packet.ok() || head[1] != kexInit)
        return std::nullopt;
    return offer;
}

bool onlyRsa(const QByteArray& hostKeys)
{
    for (const QByteArray& type : hostKeys.split(',')) {
        if (!type.startsWith("rsa-sha2-") && !type.startsWith("ssh-rsa"))
            return false;
    }
    return true;
}

/// What libssh2 can verify, in our order of preference.
const QStringList& verifiableHostKeys()
{
    static const QStringList types = {u"ssh-ed25519"_s, u"ecdsa-sha2-nistp256"_s, u"ecdsa-sha2-nistp384"_s,
                                      u"ecdsa-sha2-nistp521"_s, u"ssh-rsa"_s};
    return types;
}

/// One question about host keys at a time: 16 nodes behind one jump host are to ask about its key once. It also keeps
/// the threads apart that add to known_hosts.
std::timed_mutex hostKeyMutex;

} // namespace

void SshConnection::answerPrompts(const char*, int, const char*, int, int count,
                                  const LIBSSH2_USERAUTH_KBDINT_PROMPT* prompts,
                                  LIBSSH2_USERAUTH_KBDINT_RESPONSE* responses, void** abstract)
{
    const auto& answer = static_cast<SshConnection*>(*abstract)->m_answerPrompts;
    if (answer)
        answer(count, prompts, responses);
}

QString SshTarget::shown() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return shownSafely(u"%1@%2:%3"_s.arg(user, name).arg(port));
}

SshConnection::SshConnection(SshTarget target, std::unique_ptr<SshWire> wire)
    : m_target(std::move(target)), m_wire(std::move(wire))
{
    startLibssh2();
    startWatch();
    m_session = libssh2_session_init_ex(SshCallbacks::allocate, SshCallbacks::release,
                                        SshCallbacks::reallocate, this);
    libssh2_session_set_blocking(m_session, 0);
    // The functions travel as void*: libssh2's own interface.
    libssh2_session_callback_set(m_session, LIBSSH2_CALLBACK_RECV,
                                 reinterpret_cast<void*>(&SshCallbacks::receive));
    libssh2_session_callback_set(m_session, LIBSSH2_CALLBACK_SEND,
                                 reinterpret_cast<void*>(&SshCallbacks::send));
}

SshConnection::~SshConnection()
{
    close();
    // With everything closed each step fails at once; the bound is for a libssh2 that would wait all the same.
    for (int i = 0; i < 1000 && libssh2_session_free(m_session) == LIBSSH2_ERROR_EAGAIN; ++i) {
    }
}

void SshConnection::close()
{
    if (m_closed)
        return;
    if (m_loggedIn && !isSending())
        (void)libssh2_session_disconnect(m_session, "done"); // a courtesy; whether it arrives does not matter
    m_closed = true;
    m_loggedIn = false;
    m_wire->shutDown();
}

bool SshConnection::looksAlive() const
{
    if (m_closed || !m_loggedIn)
        return false;
    pollfd state{m_wire->fd(), POLLIN | POLLRDHUP, 0};
    if (::poll(&state, 1, 0) <= 0)
        return true;
    if ((state.revents & (POLLERR | POLLHUP | POLLRDHUP | POLLNVAL)) != 0)
        return false;
    char byte = 0;
    return ::recv(m_wire->fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void SshConnection::retire(LIBSSH2_CHANNEL* channel)
{
    m_retired.append(channel);
    // Each step says "again" until the peer has closed its side; a half-sent packet has to be finished first.
    for (qsizetype i = 0; i < m_retired.size() && !isSending();) {
        if (libssh2_channel_free(m_retired[i]) == LIBSSH2_ERROR_EAGAIN)
            ++i;
        else
            m_retired.removeAt(i);
    }
}

bool SshConnection::isSending() const
{
    return (libssh2_session_block_directions(m_session) & LIBSSH2_SESSION_BLOCK_OUTBOUND) != 0;
}

bool SshConnection::wantsToSend() const
{
    // In a tunnel room to send comes as a message from the jump host, not as room in the socket.
    return m_wire->hidesLostPeer() ? m_wire->wantsToSend() : isSending();
}

int SshConnection::drive(Patience& patience, const std::function<int()>& call)
{
    startWatch();
    m_patience = &patience;
    int result = LIBSSH2_ERROR_EAGAIN;
    while ((result = call()) == LIBSSH2_ERROR_EAGAIN) {
        if (!wait(patience)) {
            result = LIBSSH2_ERROR_SOCKET_DISCONNECT;
            break;
        }
        if (const auto state = patience.state(); state != Patience::State::Waiting) {
            result = state == Patience::State::Stopped ? stopped : expired;
            break;
        }
    }
    m_patience = nullptr;
    return result;
}

bool SshConnection::wait(Patience& patience)
{
    // Whichever call read from the socket may have put away what another one waits for (the other stream, room to send,
    // a tunnel's content): as long as something came in, everybody has to look again before we may sleep.
    if (const quint64 bytes = bytesReceived(); bytes != m_seenBytes) {
        m_seenBytes = bytes;
        return true;
    }
    const short events = short(POLLIN | (wantsToSend() ? POLLOUT : 0));
    if (!m_wire->hidesLostPeer()) {
        (void)patience.wait(m_wire->fd(), events); // the kernel notices: see noticeLostPeer()
        return true;
    }
    (void)patience.wait(m_wire->fd(), events, 1s);
    const auto now = std::chrono::steady_clock::now();
    if (m_loggedIn && !isSending() && now - std::max(m_lastReceived, m_lastAsked) > 2s) {
        int next = 0;
        (void)libssh2_keepalive_send(m_session, &next); // wants an answer
        m_lastAsked = now;
    }
    return !m_loggedIn || now - m_lastReceived < 7s;
}

QString SshConnection::lastMessage() const
{
    char* message = nullptr;
    int size = 0;
    (void)libssh2_session_last_error(m_session, &message, &size, 0);
    return shownSafely(QString::fromUtf8(message, size));
}

Error SshConnection::error(SshFault fault, const QString& detail) const
{
    return error(fault, Text::verbatim(detail));
}

Error SshConnection::error(SshFault fault, const Text& detail) const
{
    return sshError(fault, m_target.node, m_target.shown(), detail);
}

char* SshConnection::copyForLibssh2(QByteArrayView bytes)
{
    auto* copy = static_cast<char*>(SshCallbacks::allocate(size_t(bytes.size()) + 1, nullptr));
    if (copy) {
        std::memcpy(copy, bytes.data(), size_t(bytes.size()));
        copy[bytes.size()] = '\0';
    }
    return copy;
}

Error SshConnection::errorOf(int result) const
{
    if (result == stopped)
        return error(SshFault::Stopped);
    if (result == expired)
        return error(SshFault::Silent);
    const SshFault fault = faultOfLibssh2(result);
    return error(fault, fault == SshFault::Unexpected ? u"%1 (libssh2 %2)"_s.arg(lastMessage()).arg(result)
                                                      : lastMessage());
}

Status SshConnection::open(const AccessContext& context, SshSecrets& secrets, Patience& patience)
{
    if (m_target.user.isEmpty())
        return error(SshFault::NoUser);
    m_knownHostsFiles = context.knownHostsPath.isEmpty()
                            ? QStringList{KnownHosts::defaultPath(), KnownHosts::systemPath()}
                            : QStringList{context.knownHostsPath};
    auto known = KnownHosts::read(m_knownHostsFiles);
    if (!known)
        return error(SshFault::KnownHostsUnreadable, known.error().what);
    m_knownHosts = std::move(*known);
    if (const Status shaken = shakeHands(patience); !shaken)
        return shaken;
    if (context.stage)
        context.stage(AccessStage::HostKey);
    if (const Status trusted = checkHostKey(context, patience); !trusted)
        return trusted;
    if (context.stage)
        context.stage(AccessStage::Login);
    if (const Status login = SshLogin(*this, secrets, patience).run(); !login)
        return login;
    m_loggedIn = true;
    libssh2_keepalive_config(m_session, 1, 2);
    startWatch();
    return success();
}

Status SshConnection::shakeHands(Patience& patience)
{
    // The stored types first: a server with several keys would else show one that isn't stored.
    const QStringList stored = m_knownHosts.keyTypes(m_target.host, m_target.port);
    QStringList types = verifiableHostKeys();
    std::stable_partition(types.begin(), types.end(),
                          [&](const QString& type) { return stored.contains(type); });
    (void)libssh2_session_method_pref(m_session, LIBSSH2_METHOD_HOSTKEY,
                                      types.join(u',').toLatin1().constData());
    const int result = drive(patience, [this] { return libssh2_session_handshake(m_session, m_wire->fd()); });
    m_shakingHands = false;
    return result == 0 ? success() : Status(handshakeError(result));
}

Error SshConnection::handshakeError(int result) const
{
    if (result == stopped)
        return error(SshFault::Stopped);
    if (bannerStart(m_greeting) < 0) {
        const QByteArray line = m_greeting.left(m_greeting.indexOf('\n')).trimmed().left(100);
        const bool turnedAway =
            line.startsWith("Exceeded MaxStartups") || line.startsWith("Not allowed at this time");
        if (m_greeting.isEmpty() || turnedAway)
            return error(result == expired ? SshFault::Silent : SshFault::ClosedAtGreeting);
        return error(SshFault::NotSsh, shownSafely(QString::fromUtf8(line)));
    }
    const auto offer = offerOf(m_greeting);
    const SshFault fault = result == expired ? SshFault::Silent : faultOfLibssh2(result);
    if (fault == SshFault::KeyExchange && offer) {
        if (onlyRsa(offer->hostKeys))
            return error(SshFault::OnlyRsaHostKey, shownSafely(QString::fromUtf8(offer->hostKeys)));
        return error(fault, shownSafely(QString::fromUtf8(offer->keyExchanges + " / " + offer->hostKeys)));
    }
    return errorOf(result);
}

Status SshConnection::checkHostKey(const AccessContext& context, Patience& patience)
{
    size_t size = 0;
    int type = 0;
    const char* bytes = libssh2_session_hostkey(m_session, &size, &type);
    const QByteArray key(bytes, qsizetype(size));
    const QString typeName = KnownHosts::keyType(key);
    const QString fingerprint = KnownHosts::fingerprint(key);
    const QString shown = typeName + u' ' + fingerprint;

    std::unique_lock lock(hostKeyMutex, std::defer_lock);
    KnownHosts::Match match = m_knownHosts.match(m_target.host, m_target.port, key);
    if (match == KnownHosts::Match::Unknown || match == KnownHosts::Match::OtherType) {
        const auto start = std::chrono::steady_clock::now();
        while (!lock.try_lock_for(20ms)) {
            if (patience.state() == Patience::State::Stopped)
                return error(SshFault::Stopped);
        }
        // Somebody may have been asked about this very key meanwhile.
        if (const auto fresh = KnownHosts::read(m_knownHostsFiles))
            match = fresh->match(m_target.host, m_target.port, key);
        patience.extend(std::chrono::ceil<Patience::Milliseconds>(std::chrono::steady_clock::now() - start));
    }
    switch (match) {
    case KnownHosts::Match::Known:
        return success();
    case KnownHosts::Match::Changed:
        return error(SshFault::HostKeyChanged, shown);
    case KnownHosts::Match::Revoked:
        return error(SshFault::HostKeyRevoked, shown);
    case KnownHosts::Match::Unknown:
    case KnownHosts::Match::OtherType:
        break;
    }
    // A key of another type for a known host is never taken unasked: offering just such a key is how one would get
    // around the stored one.
    bool accepted = context.acceptNewHostKeys && match == KnownHosts::Match::Unknown;
    if (!accepted && context.prompter) {
        const auto start = std::chrono::steady_clock::now();
        accepted = context.prompter->acceptHostKey(
            m_target.node, KnownHosts::entryName(m_target.host, m_target.port), typeName, fingerprint);
        patience.extend(std::chrono::ceil<Patience::Milliseconds>(std::chrono::steady_clock::now() - start));
    }
    if (patience.state() == Patience::State::Stopped)
        return error(SshFault::Stopped);
    if (!accepted)
        return error(match == KnownHosts::Match::OtherType ? SshFault::HostKeyOtherType
                                                           : SshFault::HostKeyUnknown,
                     shown);
    const Status stored = KnownHosts::add(m_knownHostsFiles.first(), m_target.host, m_target.port, key);
    return stored ? stored : Status(error(SshFault::KnownHostsUnwritable, stored.error().what));
}

} // namespace ruw
