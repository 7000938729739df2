#pragma once

#include "core/access/FileDescriptor.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace ruw {

/// How long somebody is ready to wait: a time limit and a stop request in one, for loops around poll(). A stop request
/// wakes a wait at once. Used by one thread; the stop request may come from any.
class Patience {
public:
    using Milliseconds = std::chrono::milliseconds;
    enum class State { Waiting, Expired, Stopped };

    Patience(Milliseconds limit, std::stop_token stop);
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;

    State state() const;
    bool isOver() const { return state() != State::Waiting; }
    std::stop_token stopToken() const { return m_stop; }
    Milliseconds left() const;
    /// The limit moves: for time that a person took to answer a question.
    void extend(Milliseconds by) { m_end += by; }
    void expireIn(Milliseconds limit) { m_end = std::chrono::steady_clock::now() + limit; }

    /// Waits until `fd` is ready for `events` (poll's), or `atMost` has passed; -1: waits for time or stop only.
    /// State::Waiting: go on and look; the others: give up.
    State wait(int fd, short events, Milliseconds atMost = Milliseconds::max());
    State sleep(Milliseconds time) { return wait(-1, 0, time); }

private:
    std::chrono::steady_clock::time_point m_end;
    std::stop_token m_stop;
    FileDescriptor m_wake;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace ruw
