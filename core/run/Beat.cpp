#include "core/run/Beat.h"

#include <vector>

using namespace std::chrono_literals;

namespace ruw {

Beat::Beat(const Clock& clock, std::optional<std::chrono::seconds> pause, Work work)
    : m_clock(clock), m_work(std::move(work)), m_pause(pause),
      m_thread([this](const std::stop_token& stop) { loop(stop); })
{
}

Beat::~Beat()
{
    m_thread.request_stop();
}

void Beat::setPause(std::optional<std::chrono::seconds> pause)
{
    const std::lock_guard lock(m_mutex);
    m_pause = pause;
}

void Beat::loop(const std::stop_token& stop)
{
    QDateTime last;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const auto pause = m_pause;
        lock.unlock();
        const QDateTime now = m_clock.now();
        if (pause && (!last.isValid() || last.msecsTo(now) >= std::chrono::milliseconds(*pause).count())) {
            m_work(stop);
            last = now;
        }
        lock.lock();
        m_wake.wait_for(lock, stop, 1s, [] { return false; });
    }
}

void lookAtAll(const QList<Node>& nodes, const std::function<void(const Node&)>& look)
{
    std::vector<std::jthread> looking;
    for (const Node& node : nodes)
        looking.emplace_back([&node, &look] { look(node); });
}

} // namespace ruw
