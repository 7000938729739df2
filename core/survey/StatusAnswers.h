#pragma once

#include <array>
#include <optional>

namespace ruw {

/// How the site's own questions (does the service run, does it start at boot, is settings sync enabled) are answered: by the exit
/// status of the command, as systemctl does it.
struct StatusAnswer {
    int status;
    bool yes;
};
inline constexpr std::array statusAnswers{StatusAnswer{0, true}, StatusAnswer{1, false}, StatusAnswer{3, false}};

/// What this exit status answers; none: neither yes nor no.
constexpr std::optional<bool> answerOfStatus(int status)
{
    for (const StatusAnswer& each : statusAnswers) {
        if (each.status == status)
            return each.yes;
    }
    return std::nullopt;
}

/// The words that a well-known command prints with it, for whoever reads its output rather than its exit status.
struct StatusWords {
    const char* command;
    const char* yes;
    const char* no;
};
inline constexpr std::array statusWords{StatusWords{"systemctl is-active ", "active", "inactive"},
                                        StatusWords{"systemctl is-enabled ", "enabled", "disabled"}};

} // namespace ruw
