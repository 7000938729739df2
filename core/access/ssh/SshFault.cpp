#include "core/access/ssh/SshFault.h"

#include <libssh2.h>

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr auto nothingRan = QT_TRANSLATE_NOOP("ruw::Text", "Nothing was run on the node.");
constexpr auto notLoggedIn =
    QT_TRANSLATE_NOOP("ruw::Text", "No login took place; nothing was changed on the node.");

struct Row {
    SshFault fault;
    const char* code;
    const char* what; ///< %1 node, %2 user@host:port, %3 detail
    const char* state;
    const char* remedy;
};

// One row a fault, in the order of the enumeration.
constexpr std::array rows = {
    Row{SshFault::NameUnknown, "ssh-name-unknown",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the name in %2 can't be resolved (%3)."), notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Check the spelling, or enter the IP address instead of the name.")},
    Row{SshFault::Refused, "ssh-refused",
        QT_TRANSLATE_NOOP(
            "ruw::Text", "%1: %2 refused the connection: the host answers, but nobody listens on that port."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Check the SSH port, and whether the SSH server runs on the node.")},
    Row{SshFault::NoAnswer, "ssh-no-answer", QT_TRANSLATE_NOOP("ruw::Text", "%1: no answer from %2 (%3)."),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Check the address, whether the node is on, and whether a firewall stands in between. "
            "If it can only be reached through another host, enter that one as the jump host.")},
    Row{SshFault::NoRoute, "ssh-no-route",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: this machine has no way to %2 (%3)."), notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Check this machine's network connection and VPN, then try again.")},
    Row{SshFault::Silent, "ssh-silent",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: %2 took the connection, but did not finish the login within the time limit."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "The node may be overloaded or hang. Look at it on its console, then try again.")},
    Row{SshFault::NotSsh, "ssh-not-ssh",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: what answers at %2 is not an SSH server (%3)."), notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Check the SSH port in the node's settings.")},
    Row{SshFault::ClosedAtGreeting, "ssh-closed-at-greeting",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 closed the connection before its greeting, again and again."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "The server has too many logins under way (MaxStartups) or shuts this machine out "
                          "(hosts.deny, fail2ban). Wait a minute, or look at the server's log.")},
    Row{SshFault::KeyExchange, "ssh-key-exchange",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: no common encryption method was found with %2. The server offers: %3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Allow one of curve25519-sha256, ecdh-sha2-nistp256 or diffie-hellman-group14-sha256, "
            "and an Ed25519 or ECDSA host key, on the server.")},
    Row{SshFault::OnlyRsaHostKey, "ssh-only-rsa-host-key",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: %2 has only an RSA host key (%3), which this program can't verify."),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Create further host keys on the server with \"ssh-keygen -A\" and restart its SSH server.")},
    Row{SshFault::HostKeyUnknown, "ssh-host-key-unknown",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the host key of %2 is not known and was not accepted. Its fingerprint: %3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Run \"ssh-keygen -lf\" on the public key of this type (/etc/ssh/ssh_host_*_key.pub) on the server's own "
            "console, compare the fingerprints and accept the key, or log in once with ssh.")},
    Row{SshFault::HostKeyOtherType, "ssh-host-key-other-type",
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "%1: for %2 only host keys of other types are known. The key that it shows was not accepted: "
            "%3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Run \"ssh-keygen -lf\" on the public key of this type (/etc/ssh/ssh_host_*_key.pub) on the server's own "
            "console, compare the fingerprints and accept the key, or log in once with ssh.")},
    Row{SshFault::HostKeyChanged, "ssh-host-key-changed",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: THE HOST KEY OF %2 HAS CHANGED. The server shows %3, but another one is stored in "
                          "known_hosts. Somebody may be listening in, or the server was set up anew."),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Stop and find out why. Only if the change is explained and the fingerprint is right, remove "
            "the old entry with \"ssh-keygen -R\" and connect again.")},
    Row{SshFault::HostKeyRevoked, "ssh-host-key-revoked",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the host key of %2 is marked as revoked in known_hosts: %3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Do not connect. Ask whoever looks after the server why its key was revoked.")},
    Row{SshFault::KnownHostsUnreadable, "ssh-known-hosts-unreadable",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the file of known host keys can't be read, so %2 can't be verified. %3"),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Correct the file's permissions, or name another file.")},
    Row{SshFault::KnownHostsUnwritable, "ssh-known-hosts-unwritable",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the accepted host key of %2 could not be stored. %3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Make the file writable, or name another file, and accept the key again.")},
    Row{SshFault::NoUser, "ssh-no-user", QT_TRANSLATE_NOOP("ruw::Text", "%1: no user name is given for %2."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Enter the user name for SSH.")},
    Row{SshFault::NoAgent, "ssh-no-agent",
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "%1: the login to %2 is set to use the key agent, but no agent answers (SSH_AUTH_SOCK)."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Start an agent and add the key with ssh-add, or choose another way to log in.")},
    Row{SshFault::NoAgentKey, "ssh-no-agent-key",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the key agent holds no key that can be used for %2."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Add an RSA, ECDSA or Ed25519 key with ssh-add.")},
    Row{SshFault::KeyFileNotGiven, "ssh-key-file-not-given",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the login to %2 is set to use a key file, but none is named."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Choose the private key file.")},
    Row{SshFault::KeyFileUnreadable, "ssh-key-file-unreadable",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the private key for %2 can't be read. %3"), notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Check the path of the key file and its permissions.")},
    Row{SshFault::KeyFileUnknown, "ssh-key-file-unknown",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the file %3 is not a private key, or it is damaged (login to %2)."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Choose a private key in OpenSSH or PEM format.")},
    Row{SshFault::KeyFilePutty, "ssh-key-file-putty",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the key file %3 has PuTTY's format, which can't be read here (login to %2)."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Convert it: in PuTTYgen, Conversions > Export OpenSSH key.")},
    Row{SshFault::KeyFilePublic, "ssh-key-file-public",
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "%1: the file %3 holds the public half of a key; the login to %2 needs the private one."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Choose the file of the same name without .pub.")},
    Row{SshFault::KeyFileCipher, "ssh-key-file-cipher",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the private key for %2 is encrypted with %3, which is not supported."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text", "Encrypt it anew with \"ssh-keygen -p -Z aes256-ctr -f FILE\".")},
    Row{SshFault::KeyFileType, "ssh-key-file-type",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the private key for %2 is of the type %3, which is not supported."),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Use an RSA, ECDSA or Ed25519 key.")},
    Row{SshFault::WrongPassphrase, "ssh-wrong-passphrase",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the passphrase does not open the private key %3 (login to %2)."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Enter the passphrase again; it is the key file's own, not the user's password.")},
    Row{SshFault::NoSecret, "ssh-no-secret",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the login to %2 needs a password or passphrase, and none was given."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Enter it when asked; on the command line hand it over with --password-fd.")},
    Row{SshFault::KeyRefused, "ssh-key-refused",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 did not accept the key. The server allows: %3"), notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Check the user name, and that the public key stands in the user's authorized_keys on the "
            "node with the right permissions.")},
    Row{SshFault::PasswordRefused, "ssh-password-refused",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 did not accept the user name or password."), notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Enter it again. Note that root often may not log in by password (PermitRootLogin).")},
    Row{SshFault::MethodNotOffered, "ssh-method-not-offered",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 does not offer the chosen way to log in. It allows: %3"),
        notLoggedIn, QT_TRANSLATE_NOOP("ruw::Text", "Choose one of the ways that the server allows.")},
    Row{SshFault::MoreNeeded, "ssh-more-needed",
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "%1: %2 accepted the first proof and wants another one that this program can't give: %3"),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Use a user who can log in with a key, or with a key and a password.")},
    Row{SshFault::TooManyTries, "ssh-too-many-tries",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 closed the connection after too many failed tries to log in."),
        notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "If the key agent holds many keys, name the right one as the key file. Check that the account "
            "has not been locked before trying again.")},
    Row{SshFault::PasswordExpired, "ssh-password-expired",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the password of %2 has expired and must be changed first."),
        nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Log in once with ssh in a terminal, change the password, then try again.")},
    Row{SshFault::JumpInvalid, "ssh-jump-invalid",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the jump host \"%3\" can't be understood."), notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Write it as user@host or user@host:port; IPv6 addresses in brackets.")},
    Row{SshFault::JumpForbidden, "ssh-jump-forbidden",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the jump host %2 does not let connections through (%3)."),
        notLoggedIn,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Allow AllowTcpForwarding for this user on the jump host, or use another one.")},
    Row{SshFault::JumpTargetUnreachable, "ssh-jump-target-unreachable",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the jump host %2 can't reach the node (%3)."), notLoggedIn,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Check the node's address and port as the jump host sees them, and firewalls in between.")},
    Row{SshFault::ChannelRefused, "ssh-channel-refused",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 refused to open a session after the login (%3)."), nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Check MaxSessions and the limits of this user on the node.")},
    Row{SshFault::ExecRefused, "ssh-exec-refused",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: %2 refused to run a command (%3)."), nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Use a user who may run commands over SSH.")},
    Row{SshFault::NoShell, "ssh-no-shell",
        QT_TRANSLATE_NOOP("ruw::Text",
                          "%1: the login as %2 worked, but no shell ran the command. The node said: %3"),
        nothingRan,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Check the user's login shell and a forced command in authorized_keys or sshd_config.")},
    Row{SshFault::ScriptTooLong, "ssh-script-too-long",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the command for %2 is too long to be handed over."), nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Put it into a script file on the node and enter the call of that file.")},
    Row{SshFault::SudoMissing, "sudo-missing",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: there is no sudo for %2 on the node."), nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Install sudo on the node, or log in as root.")},
    Row{SshFault::SudoNotAllowed, "sudo-not-allowed",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: sudo does not let %2 run a shell as root. The node said: %3"),
        nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Allow it for the time of the work in sudoers, or use another user.")},
    Row{SshFault::SudoNeedsTerminal, "sudo-needs-terminal",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: sudo on the node wants a terminal (requiretty) for %2."),
        nothingRan,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Add \"Defaults:USER !requiretty\" to sudoers for the time of the work, or log in as root.")},
    Row{SshFault::SudoWrongPassword, "sudo-wrong-password",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: sudo did not accept the password of %2."), nothingRan,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Enter it again. sudo wants the user's own password, unless sudoers says otherwise.")},
    Row{SshFault::SudoNoPassword, "sudo-no-password",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: sudo asks for a password for %2, and none was given."),
        nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text",
                          "Enter it when asked; on the command line hand it over with --password-fd.")},
    Row{SshFault::SudoFailed, "sudo-failed",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: sudo failed for %2. The node said: %3"), nothingRan,
        QT_TRANSLATE_NOOP(
            "ruw::Text",
            "Try \"sudo sh\" as this user in a terminal on the node and correct what it reports.")},
    Row{SshFault::Lost, "ssh-lost", QT_TRANSLATE_NOOP("ruw::Text", "%1: the connection to %2 was lost (%3)."),
        nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Check the network and whether the node still runs, then try again.")},
    Row{SshFault::Stopped, "access-cancelled", QT_TRANSLATE_NOOP("ruw::Text", "%1: stopped on request (%2)."),
        QT_TRANSLATE_NOOP("ruw::Text", "No answer was waited for: look whether what had begun took effect."),
        QT_TRANSLATE_NOOP("ruw::Text", "Try again when you are ready.")},
    Row{SshFault::Unexpected, "ssh-unexpected",
        QT_TRANSLATE_NOOP("ruw::Text", "%1: the SSH connection to %2 failed: %3"), nothingRan,
        QT_TRANSLATE_NOOP("ruw::Text", "Try again; if it stays, log in with ssh -v and compare.")},
};

const Row& rowOf(SshFault fault)
{
    static_assert(rows.size() == size_t(SshFault::Unexpected) + 1);
    return rows[size_t(fault)];
}

/// Numbers that mean something by themselves; whatever is not here is Unexpected, with libssh2's own words.
struct CodeRow {
    int code;
    SshFault fault;
};
constexpr std::array codes = {
    CodeRow{LIBSSH2_ERROR_SOCKET_NONE, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_BANNER_RECV, SshFault::NotSsh},
    CodeRow{LIBSSH2_ERROR_BANNER_SEND, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_KEX_FAILURE, SshFault::KeyExchange},
    CodeRow{LIBSSH2_ERROR_KEY_EXCHANGE_FAILURE, SshFault::KeyExchange},
    CodeRow{LIBSSH2_ERROR_METHOD_NONE, SshFault::KeyExchange},
    CodeRow{LIBSSH2_ERROR_SOCKET_SEND, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_SOCKET_RECV, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_SOCKET_DISCONNECT, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_SOCKET_TIMEOUT, SshFault::Silent},
    CodeRow{LIBSSH2_ERROR_TIMEOUT, SshFault::Silent},
    CodeRow{LIBSSH2_ERROR_BAD_SOCKET, SshFault::Lost},
    CodeRow{LIBSSH2_ERROR_PASSWORD_EXPIRED, SshFault::PasswordExpired},
    CodeRow{LIBSSH2_ERROR_AUTHENTICATION_FAILED, SshFault::PasswordRefused},
    CodeRow{LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED, SshFault::KeyRefused},
    CodeRow{LIBSSH2_ERROR_KEYFILE_AUTH_FAILED, SshFault::WrongPassphrase},
    CodeRow{LIBSSH2_ERROR_CHANNEL_FAILURE, SshFault::ChannelRefused},
    CodeRow{LIBSSH2_ERROR_CHANNEL_REQUEST_DENIED, SshFault::ExecRefused},
    CodeRow{LIBSSH2_ERROR_CHANNEL_CLOSED, SshFault::Lost},
};

} // namespace

Error sshError(SshFault fault, const QString& node, const QString& peer, const Text& detail)
{
    const Row& row = rowOf(fault);
    const auto filled = [&](const char* source) {
        return source ? Text::tr(source).arg(node).arg(peer).arg(detail) : Text();
    };
    return {QString::fromLatin1(row.code), filled(row.what), filled(row.state), filled(row.remedy), {}};
}

QString sshFaultCode(SshFault fault)
{
    return QString::fromLatin1(rowOf(fault).code);
}

bool isHostKeyInDoubt(const QString& code)
{
    return code == sshFaultCode(SshFault::HostKeyChanged) || code == sshFaultCode(SshFault::HostKeyRevoked);
}

SshFault faultOfLibssh2(int code)
{
    for (const CodeRow& row : codes) {
        if (row.code == code)
            return row.fault;
    }
    return SshFault::Unexpected;
}

} // namespace ruw
