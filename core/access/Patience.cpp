#include "core/access/Patience.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <climits>

namespace ruw {

Patience::Patience(Milliseconds limit, std::stop_token stop)
    : m_end(std::chrono::steady_clock::now() + limit), m_stop(std::move(stop)),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_onStop.emplace(m_stop, [fd = m_wake.get()] { (void)::eventfd_write(fd, 1); });
}

Patience::State Patience::state() const
{
    if (m_stop.stop_requested())
        return State::Stopped;
    return std::chrono::steady_clock::now() >= m_end ? State::Expired : State::Waiting;
}

Patience::Milliseconds Patience::left() const
{
    const auto left = std::chrono::ceil<Milliseconds>(m_end - std::chrono::steady_clock::now());
    return std::max(left, Milliseconds::zero());
}

Patience::State Patience::wait(int fd, short events, Milliseconds atMost)
{
    if (const State now = state(); now != State::Waiting)
        return now;
    std::array<pollfd, 2> fds{pollfd{m_wake.get(), POLLIN, 0}, pollfd{fd, events, 0}};
    const auto time = std::min({left(), atMost, Milliseconds(INT_MAX)});
    (void)::poll(fds.data(), fd >= 0 ? 2 : 1, int(time.count())); // EINTR: the caller looks and waits again
    return state();
}

} // namespace ruw
