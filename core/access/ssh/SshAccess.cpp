#include "core/access/ssh/SshAccess.h"

#include "core/access/TcpConnect.h"
#include "core/base/Quote.h"
#include "core/product/ReplicaConfig.h"

#include <libssh2.h>

#include <QDir>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ruw {

namespace {

SshFault faultOf(TcpEnd end)
{
    switch (end) {
    case TcpEnd::NameUnknown:
        return SshFault::NameUnknown;
    case TcpEnd::Refused:
        return SshFault::Refused;
    case TcpEnd::NoRoute:
        return SshFault::NoRoute;
    case TcpEnd::Stopped:
        return SshFault::Stopped;
    case TcpEnd::Connected:
    case TcpEnd::NoAnswer:
        break;
    }
    return SshFault::NoAnswer;
}

SshTarget targetOf(const Node& node, const Site& site)
{
    const SshSettings ssh = node.ssh.value_or(SshSettings());
    QString keyFile = ssh.keyFile;
    if (keyFile.startsWith("~/"_L1))
        keyFile = QDir::home().filePath(keyFile.mid(2));
    return {node.name,
            node.name,
            node.address,
            ssh.port,
            ssh.user,
            {ssh.auth},
            keyFile.isEmpty() ? QString() : site.absolutePath(keyFile)};
}

} // namespace

std::optional<SshTarget> jumpTarget(const QString& jump, const SshTarget& node)
{
    SshTarget target = node;
    target.label = jump;
    target.port = 22;
    QString place = jump.trimmed();
    if (const qsizetype at = place.lastIndexOf(u'@'); at >= 0) {
        target.user = place.left(at);
        place = place.mid(at + 1);
    }
    QString port;
    if (place.startsWith(u'[')) {
        const qsizetype end = place.indexOf(u']');
        if (end < 0 || (end + 1 < place.size() && place[end + 1] != u':'))
            return std::nullopt;
        port = place.mid(end + 2);
        target.host = place.mid(1, end - 1);
        if (end + 1 < place.size() && port.isEmpty())
            return std::nullopt;
    } else if (place.count(u':') == 1) {
        port = place.section(u':', 1);
        target.host = place.section(u':', 0, 0);
        if (port.isEmpty())
            return std::nullopt;
    } else {
        target.host = place; // a name, or an IPv6 address without a port
    }
    bool number = true;
    if (!port.isEmpty())
        target.port = port.toInt(&number);
    if (!number || target.port < 1 || target.port > 65535 || target.host.isEmpty() || target.user.isEmpty() ||
        target.host.contains(u' '))
        return std::nullopt;
    // The site file says nothing of the jump host's way to log in: the node's own comes first, then whatever works.
    for (const SshAuth way : {SshAuth::Agent, SshAuth::Key, SshAuth::Password}) {
        const bool useful = way != SshAuth::Key || !target.keyFile.isEmpty();
        if (useful && !target.ways.contains(way) &&
            !(way == SshAuth::Agent && !qEnvironmentVariableIsSet("SSH_AUTH_SOCK")))
            target.ways.append(way);
    }
    return target;
}

SshAccess::SshAccess(const Node& node, const Site& site, AccessContext context)
    : m_node(node), m_context(std::move(context)), m_secrets(m_context.prompter),
      m_target(targetOf(node, site))
{
}

SshAccess::~SshAccess() = default;

Result<std::unique_ptr<SshWire>> SshAccess::dial(const SshTarget& target, Patience& patience)
{
    TcpAttempt attempt = connectTcp(target.host, target.port, AddressFamily::Any, patience);
    if (attempt.end != TcpEnd::Connected)
        return sshError(faultOf(attempt.end), target.node, target.shown(),
                        Text::verbatim(shownSafely(attempt.detail)));
    return std::unique_ptr<SshWire>(std::make_unique<SocketWire>(std::move(attempt.socket)));
}

Result<std::unique_ptr<SshConnection>> SshAccess::login(const SshTarget& target,
                                                        std::unique_ptr<SshWire> wire, Patience& patience)
{
    auto connection = std::make_unique<SshConnection>(target, std::move(wire));
    if (const Status opened = connection->open(m_context, m_secrets, patience); !opened)
        return opened.error();
    return connection;
}

Result<std::unique_ptr<SshWire>> SshAccess::dialThrough(const SshTarget& jump, Patience& patience)
{
    auto wire = dial(jump, patience);
    if (!wire)
        return wire.error();
    auto connected = login(jump, std::move(wire.value()), patience);
    if (!connected)
        return connected.error();
    std::unique_ptr<SshConnection> connection = std::move(connected.value());
    LIBSSH2_CHANNEL* channel = nullptr;
    const int result = connection->drive(patience, [&] {
        channel = libssh2_channel_direct_tcpip(connection->session(), m_target.host.toUtf8().constData(),
                                               m_target.port);
        return channel ? 0 : libssh2_session_last_errno(connection->session());
    });
    if (result == 0)
        return std::unique_ptr<SshWire>(std::make_unique<TunnelWire>(std::move(connection), channel));
    if (result == SshConnection::expired)
        return connection->error(SshFault::JumpTargetUnreachable,
                                 Text::tr("no answer within the time limit"));
    if (result != LIBSSH2_ERROR_CHANNEL_FAILURE)
        return connection->errorOf(result);
    const QString message = connection->lastMessage();
    return connection->error(message.contains("prohibited"_L1) ? SshFault::JumpForbidden
                                                               : SshFault::JumpTargetUnreachable,
                             message);
}

Result<std::unique_ptr<SshConnection>> SshAccess::connectOnce(Patience& patience)
{
    if (m_context.stage)
        m_context.stage(AccessStage::Connecting);
    const QString entry = m_node.ssh ? m_node.ssh->jump : QString();
    if (entry.isEmpty()) {
        auto wire = dial(m_target, patience);
        return wire ? login(m_target, std::move(wire.value()), patience) : wire.error();
    }
    const auto jump = jumpTarget(entry, m_target);
    if (!jump)
        return sshError(SshFault::JumpInvalid, m_target.node, m_target.shown(),
                        Text::verbatim(shownSafely(entry)));
    auto wire = dialThrough(*jump, patience);
    return wire ? login(m_target, std::move(wire.value()), patience) : wire.error();
}

Status SshAccess::connect(std::stop_token stop)
{
    Patience patience(m_context.connectLimit, std::move(stop));
    auto pause = 150ms;
    bool onceMore = true;
    for (;;) {
        const int questions = m_secrets.questions();
        auto connected = connectOnce(patience);
        if (connected) {
            m_connection = std::move(connected.value());
            if (m_context.stage)
                m_context.stage(AccessStage::Ready);
            return success();
        }
        const Error error = connected.error();
        // While a person was typing, the server's patience (LoginGraceTime) may have ended: the answer is known now.
        const bool lostWhileAsking = error.code == sshFaultCode(SshFault::Lost) &&
                                     m_secrets.questions() > questions && std::exchange(onceMore, false);
        if (lostWhileAsking)
            continue;
        // MaxStartups: the server drops connections at random until others have logged in.
        if (error.code != sshFaultCode(SshFault::ClosedAtGreeting) || patience.left() < pause)
            return error;
        const auto state =
            patience.sleep(pause + Patience::Milliseconds(QRandomGenerator::global()->bounded(150)));
        if (state == Patience::State::Stopped)
            return sshError(SshFault::Stopped, m_target.node, m_target.shown(), {});
        pause = std::min(pause * 2, Patience::Milliseconds(2000));
    }
}

SshCommand::Ending SshAccess::runOnce(const NodeCommand& command, std::stop_token stop)
{
    Patience patience(command.limit, std::move(stop));
    const bool sudo = command.asRoot && m_node.ssh && m_node.ssh->sudo;
    SshCommand::Ending ending = SshCommand(*m_connection, command, sudo, m_secrets, patience).run();
    if (!ending.connectionUsable)
        m_connection.reset();
    return ending;
}

Result<CommandOutcome> SshAccess::run(const NodeCommand& command, std::stop_token stop)
{
    int sudoTries = 0;
    for (;;) {
        if (m_connection && !m_connection->looksAlive())
            m_connection.reset();
        const bool reused = m_connection != nullptr;
        if (!reused) {
            if (const Status connected = connect(stop); !connected) {
                if (connected.error().code != sshFaultCode(SshFault::Stopped))
                    return connected.error();
                CommandOutcome cancelled;
                cancelled.end = CommandOutcome::End::Cancelled;
                return cancelled;
            }
        }
        const SshCommand::Ending ending = runOnce(command, stop);
        if (reused && ending.lostBeforeStart)
            continue; // it had died unnoticed; a new one is made, once: then it isn't reused
        if (ending.wrongSudoPassword) {
            m_secrets.refused(m_target.label, SecretKind::Sudo);
            if (++sudoTries < 3 && m_context.prompter)
                continue;
        }
        return ending.result;
    }
}

Result<QByteArray> SshAccess::readConfig(QString& shownPath, std::stop_token stop)
{
    // Where nothing is entered: the vendor's default folder (FAQ 3169) and the file's place in it (FAQ 2578).
    const QString folder = m_node.installDir.isEmpty() ? u"/usr/local/mfilter5"_s : m_node.installDir;
    const QString path = folder + u"/conf/mf_replica.def"_s;
    shownPath = u"%1:%2"_s.arg(m_node.name, path);
    NodeCommand command;
    command.asRoot = true;
    command.outputLimit = ReplicaConfig::sizeLimit;
    command.script = "f=" + shellQuoted(path, Shell::Posix).toUtf8() + R"SH(
[ -e "$f" ] || exit 44
[ -f "$f" ] || exit 45
exec cat <"$f")SH";
    const auto ran = run(command, std::move(stop));
    if (!ran)
        return ran.error();
    const QString shown = shownSafely(shownPath);
    if (ran->end == CommandOutcome::End::Cancelled)
        return sshError(SshFault::Stopped, m_target.node, m_target.shown(), {});
    if (ran->end != CommandOutcome::End::Exited) {
        return Error{u"config-not-read"_s,
                     Text::tr("The file %1 was not read to its end.").arg(shown),
                     Text::tr("Nothing was changed on the node."),
                     Text::tr("Check the connection to the node, then try again."),
                     {}};
    }
    if (ran->truncated) {
        return Error{
            u"file-too-large"_s,
            Text::tr("The file %1 is larger than %2.").arg(shown).arg(Text::bytes(ReplicaConfig::sizeLimit)),
            Text::tr("It was not read."),
            Text::tr("Check whether this is the right file."),
            {}};
    }
    if (ran->status == 0)
        return ran->out;
    if (ran->status == 44) {
        return Error{u"file-missing"_s,
                     Text::tr("The file %1 does not exist.").arg(shown),
                     Text::tr("Nothing was read from it."),
                     Text::tr("Check the install directory in the node's settings."),
                     {}};
    }
    if (ran->status == 45) {
        return Error{u"file-not-regular"_s,
                     Text::tr("%1 is not a file (a folder or a device).").arg(shown),
                     Text::tr("Nothing was read from it."),
                     Text::tr("Check the install directory in the node's settings."),
                     {}};
    }
    return Error{u"file-unreadable"_s,
                 Text::tr("The file %1 can't be read: %2")
                     .arg(shown)
                     .arg(shownSafely(QString::fromUtf8(ran->err.trimmed().right(200)))),
                 Text::tr("Nothing was read from it."),
                 Text::tr("Use a user who may read it, or allow sudo for this node."),
                 {}};
}

} // namespace ruw
