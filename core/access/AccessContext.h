#pragma once

#include "core/access/ssh/SshPrompter.h"

#include <QString>

#include <chrono>
#include <functional>

namespace ruw {

/// How far the way to a node is, for live display.
enum class AccessStage { Connecting, HostKey, Login, Ready };

/// What an access needs from whoever uses it.
struct AccessContext {
    SshPrompter* prompter = nullptr; ///< null: nobody can be asked; outlives every access made with it
    QString knownHostsPath;          ///< empty: the user's own, with the machine's beside it
    bool acceptNewHostKeys = false;  ///< unknown keys are stored unasked; changed ones never are
    /// From the start to a finished login, jump host included; the time that a person takes to answer does not count.
    std::chrono::milliseconds connectLimit{20'000};
    /// Called from the thread that uses the access.
    std::function<void(AccessStage)> stage;
};

} // namespace ruw
