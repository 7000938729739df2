#pragma once

#include "core/base/Result.h"

namespace ruw {

/// What can go wrong on the way to a node by SSH. Each has its row in SshFault.cpp: a stable code and what a person needs
/// to read.
enum class SshFault {
    NameUnknown,
    Refused,
    NoAnswer,
    NoRoute,
    Silent,           ///< connected, then no answer within the limit
    NotSsh,           ///< something else answers there
    ClosedAtGreeting, ///< closed before the server's banner: MaxStartups, or addresses that are shut out
    KeyExchange,
    OnlyRsaHostKey,
    HostKeyUnknown,
    HostKeyOtherType,
    HostKeyChanged,
    HostKeyRevoked,
    KnownHostsUnreadable,
    KnownHostsUnwritable,
    NoUser,
    NoAgent,
    NoAgentKey,
    KeyFileNotGiven,
    KeyFileUnreadable,
    KeyFileUnknown,
    KeyFilePutty,
    KeyFilePublic,
    KeyFileCipher,
    KeyFileType,
    WrongPassphrase,
    NoSecret,
    KeyRefused,
    PasswordRefused,
    MethodNotOffered,
    MoreNeeded, ///< the server took what we had and wants more
    TooManyTries,
    PasswordExpired,
    JumpInvalid,
    JumpForbidden,
    JumpTargetUnreachable,
    ChannelRefused,
    ExecRefused,
    NoShell,
    ScriptTooLong,
    SudoMissing,
    SudoNotAllowed,
    SudoNeedsTerminal,
    SudoWrongPassword,
    SudoNoPassword,
    SudoFailed,
    Lost,
    Stopped,
    Unexpected
};

/// The error for people. `node`: the node's name; `peer`: "user@host:port"; `detail`: the words of the server, the
/// system or the library, made safe to show; never a secret.
Error sshError(SshFault fault, const QString& node, const QString& peer, const Text& detail);
/// The stable code of that error ("ssh-refused").
QString sshFaultCode(SshFault fault);
/// Whether that code says that the machine may be another than the one it is taken for: then nothing goes on with it.
bool isHostKeyInDoubt(const QString& code);

/// Which fault one of libssh2's error numbers stands for, wherever the place where it arose does not say more.
SshFault faultOfLibssh2(int code);

} // namespace ruw
