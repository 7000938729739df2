#include "core/access/ssh/SshCommand.h"

#include "core/base/Quote.h"

#include <libssh2.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using End = CommandOutcome::End;

/// What sudo (in English, see RemoteScript) and login shells say when they don't run a command.
struct Saying {
    const char* words;
    SshFault fault;
};
constexpr std::array sudoSayings = {
    Saying{"must have a tty", SshFault::SudoNeedsTerminal},
    Saying{"a terminal is required", SshFault::SudoNeedsTerminal},
    Saying{"not in the sudoers file", SshFault::SudoNotAllowed},
    Saying{"may not run sudo", SshFault::SudoNotAllowed},
    Saying{"is not allowed to", SshFault::SudoNotAllowed},
    Saying{"incorrect password attempt", SshFault::SudoWrongPassword},
    Saying{"no password was provided", SshFault::SudoNoPassword},
    Saying{"a password is required", SshFault::SudoNoPassword},
    Saying{"sudo: not found", SshFault::SudoMissing},
    Saying{"sudo: command not found", SshFault::SudoMissing},
    Saying{"sudo\xE2\x80\x99: No such file", SshFault::SudoMissing},
    Saying{"'sudo': No such file", SshFault::SudoMissing},
};
constexpr std::array shellSayings = {
    Saying{"Password change required", SshFault::PasswordExpired},
    Saying{"password has expired", SshFault::PasswordExpired},
    Saying{"Your account has expired", SshFault::PasswordExpired},
};

template <size_t N>
std::optional<SshFault> findSaying(const std::array<Saying, N>& sayings, const QByteArray& noise)
{
    for (const Saying& saying : sayings) {
        if (noise.contains(saying.words))
            return saying.fault;
    }
    return std::nullopt;
}

} // namespace

SshCommand::SshCommand(SshConnection& connection, const NodeCommand& command, bool sudo, SshSecrets& secrets,
                       Patience& patience)
    : m_connection(connection), m_command(command), m_secrets(secrets), m_patience(patience), m_sudo(sudo),
      m_script(command.script, sudo), m_out(m_script.nonce(), command.outputLimit),
      m_err(m_script.nonce(), command.outputLimit)
{
}

SshCommand::~SshCommand() = default;

SshCommand::Ending SshCommand::run()
{
    if (!m_script.fits())
        return {m_connection.error(SshFault::ScriptTooLong), true};
    if (const auto failed = start())
        return *failed;
    m_connection.startWatch();
    for (;;) {
        switch (pump()) {
        case Pump::Done:
            return ended();
        case Pump::Lost:
            m_out.finish();
            m_err.finish();
            if (m_out.hasEnded())
                return ended();
            return {outcome(End::ConnectionLost)};
        case Pump::GoOn:
            break;
        }
        const bool there = m_connection.wait(m_patience);
        const auto state = m_patience.state();
        if (!there || state != Patience::State::Waiting) {
            m_out.finish();
            m_err.finish();
            return {outcome(state == Patience::State::Stopped   ? End::Cancelled
                            : state == Patience::State::Expired ? End::TimedOut
                                                                : End::ConnectionLost)};
        }
    }
}

std::optional<SshCommand::Ending> SshCommand::start()
{
    LIBSSH2_SESSION* session = m_connection.session();
    int result = m_connection.drive(m_patience, [&] {
        m_channel = libssh2_channel_open_session(session);
        return m_channel ? 0 : libssh2_session_last_errno(session);
    });
    const auto failed = [&](bool lostBeforeStart) -> Ending {
        if (result == SshConnection::stopped)
            return {outcome(End::Cancelled)};
        if (result == SshConnection::expired)
            return {outcome(End::TimedOut)};
        return {m_connection.errorOf(result), false, lostBeforeStart};
    };
    if (result != 0)
        return failed(faultOfLibssh2(result) == SshFault::Lost);
    result = m_connection.drive(m_patience, [&] {
        return libssh2_channel_process_startup(m_channel, "exec", 4, m_script.request().constData(),
                                               unsigned(m_script.request().size()));
    });
    if (result == 0)
        return std::nullopt;
    // From here on the node may have the command: a loss is no longer harmless.
    if (faultOfLibssh2(result) == SshFault::Lost)
        return Ending{outcome(End::ConnectionLost)};
    return failed(false);
}

/// As much of everything as goes without waiting.
SshCommand::Pump SshCommand::pump()
{
    // libssh2 takes nothing but the same call again while one of its packets is half sent.
    if (m_writeHalfSent) {
        if (const Pump written = writeSome(); written != Pump::GoOn || m_writeHalfSent)
            return written;
    }
    for (const auto& [stream, into] : {std::pair{0, &m_out}, std::pair{SSH_EXTENDED_DATA_STDERR, &m_err}}) {
        if (const Pump read = readAll(stream, *into); read != Pump::GoOn || m_connection.isSending())
            return read;
    }
    if (m_out.hasEnded() && m_err.hasEnded())
        return Pump::Done;
    if (libssh2_channel_eof(m_channel) != 0)
        return Pump::Done;
    if (m_sudo)
        answerSudo();
    return writeSome();
}

SshCommand::Pump SshCommand::readAll(int stream, FramedStream& into)
{
    std::array<char, 32 * 1024> buffer;
    while (!m_patience.isOver()) {
        const ssize_t got = libssh2_channel_read_ex(m_channel, stream, buffer.data(), buffer.size());
        if (got == LIBSSH2_ERROR_EAGAIN || got == 0)
            break;
        if (got < 0)
            return Pump::Lost;
        into.feed(QByteArrayView(buffer.data(), got));
        if (into.hasEnded())
            break;
    }
    return Pump::GoOn;
}

/// sudo asked: the password goes out now and never otherwise.
void SshCommand::answerSudo()
{
    if (m_err.passwordPrompts() <= m_promptsAnswered || m_err.hasBegun())
        return;
    if (m_promptsAnswered++ > 0) {
        m_wrongPassword = true; // it asks again: end of input ends it, without another failed try in its log
        return;
    }
    const SshTarget& target = m_connection.target();
    const auto password = m_secrets.get(target.label, SecretKind::Sudo,
                                        Text::tr("sudo password of %1").arg(target.shown()), m_patience);
    m_connection.startWatch();
    if (!password || password->view().contains('\n')) {
        m_noPassword = true;
        return;
    }
    m_toSend = Secret::ofSize(password->size() + 1);
    std::copy_n(password->data(), password->size(), m_toSend.data());
    m_toSend.data()[password->size()] = '\n';
    m_sent = 0;
}

SshCommand::Pump SshCommand::writeSome()
{
    const auto write = [this](QByteArrayView bytes) -> Pump {
        while (m_sent < bytes.size()) {
            const ssize_t n =
                libssh2_channel_write(m_channel, bytes.data() + m_sent, size_t(bytes.size() - m_sent));
            m_writeHalfSent = n == LIBSSH2_ERROR_EAGAIN && m_connection.isSending();
            if (n == LIBSSH2_ERROR_EAGAIN || n == 0)
                return Pump::GoOn;
            if (n == LIBSSH2_ERROR_CHANNEL_CLOSED || n == LIBSSH2_ERROR_CHANNEL_EOF_SENT)
                m_sent = bytes.size(); // the script has ended without reading it all: its own business
            else if (n < 0)
                return Pump::Lost;
            else
                m_sent += n;
        }
        return Pump::GoOn;
    };
    if (m_eofSent)
        return Pump::GoOn;
    if (!m_toSend.isEmpty()) {
        const Pump pumped = write(m_toSend.view());
        if (m_sent < m_toSend.size())
            return pumped;
        m_toSend = Secret();
        m_sent = 0;
    }
    const bool giveUp = m_wrongPassword || m_noPassword;
    if (m_sudo && !m_out.hasBegun() && !giveUp)
        return Pump::GoOn; // until the script runs, sudo is the one who reads
    if (!giveUp) {
        const Pump pumped = write(m_command.input);
        if (m_sent < m_command.input.size())
            return pumped;
    }
    const int result = libssh2_channel_send_eof(m_channel);
    m_writeHalfSent = result == LIBSSH2_ERROR_EAGAIN;
    m_eofSent = !m_writeHalfSent;
    return Pump::GoOn;
}

SshCommand::Ending SshCommand::ended()
{
    m_out.finish();
    m_err.finish();
    LIBSSH2_SESSION* session = m_connection.session();
    CommandOutcome result = outcome(End::Exited);
    Ending ending{result, true};
    if (m_out.hasEnded()) {
        const int code = m_out.code();
        result.status = code;
        // An sh that died of a signal gives 128 + its number, and its EXIT trap had no say.
        if (code > 128 && code <= 128 + 64 && m_err.exitNote() != code) {
            result.end = End::Signalled;
            result.status = 0;
            const char* name = ::sigabbrev_np(code - 128); // null for the real-time signals
            result.signal = name ? QString::fromLatin1(name) : QString::number(code - 128);
        }
        ending.result = result;
    } else {
        // The channel ended without our trailer.
        char* signal = nullptr;
        size_t size = 0;
        (void)m_connection.drive(m_patience, [&] { return libssh2_channel_wait_closed(m_channel); });
        (void)libssh2_channel_get_exit_signal(m_channel, &signal, &size, nullptr, nullptr, nullptr, nullptr);
        const int status = libssh2_channel_get_exit_status(m_channel);
        if (signal) {
            result.end = End::Signalled;
            result.signal = QString::fromLatin1(signal, qsizetype(size));
            libssh2_free(session, signal);
            ending.result = result;
        } else if (!m_out.hasBegun()) {
            ending.wrongSudoPassword = m_wrongPassword;
            ending.result = failureToStart();
        } else {
            // A status of 0 is what libssh2 says when it has none: without the trailer it proves nothing.
            result.end = status == 0 ? End::ConnectionLost : End::Exited;
            result.status = status;
            ending.result = result;
        }
    }
    m_connection.retire(m_channel);
    ending.connectionUsable = !m_connection.isSending();
    return ending;
}

Error SshCommand::failureToStart() const
{
    if (m_wrongPassword)
        return m_connection.error(SshFault::SudoWrongPassword);
    if (m_noPassword)
        return m_connection.error(SshFault::SudoNoPassword);
    const QByteArray noise = m_secrets.redacted(m_out.noise() + '\n' + m_err.noise());
    QString last;
    for (const QByteArray& line : noise.split('\n')) {
        if (!line.trimmed().isEmpty() && !line.contains(m_script.nonce()))
            last = shownSafely(QString::fromUtf8(line.trimmed().left(200)));
    }
    if (const auto fault = findSaying(shellSayings, noise))
        return m_connection.error(*fault, last);
    if (!m_sudo)
        return m_connection.error(SshFault::NoShell, last);
    return m_connection.error(findSaying(sudoSayings, noise).value_or(SshFault::SudoFailed), last);
}

CommandOutcome SshCommand::outcome(CommandOutcome::End end)
{
    CommandOutcome result;
    result.end = end;
    result.out = m_out.content();
    result.err = m_err.content();
    result.truncated = m_out.isTruncated() || m_err.isTruncated();
    return result;
}

} // namespace ruw
