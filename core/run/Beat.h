#pragma once

#include "core/base/Time.h"
#include "core/site/Site.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace ruw {

/// Does something again and again on a thread of its own until it is destroyed: the watching beside a run. The pause is of
/// the given clock's time, so that a rehearsal's hurried clock hurries the watching too; of this machine's time at least a
/// second passes.
class Beat {
public:
    using Work = std::function<void(const std::stop_token&)>;
    /// Begins at once; `pause` none: waits until one is set. `clock` outlives it and may be asked from any thread.
    Beat(const Clock& clock, std::optional<std::chrono::seconds> pause, Work work);
    /// Asks what is under way to stop and waits for it.
    ~Beat();
    Beat(const Beat&) = delete;
    Beat& operator=(const Beat&) = delete;

    /// From now on; none: rests. Counts from the last time that the work was done.
    void setPause(std::optional<std::chrono::seconds> pause);

private:
    void loop(const std::stop_token& stop);

    const Clock& m_clock;
    Work m_work;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<std::chrono::seconds> m_pause;
    std::jthread m_thread; ///< last: it uses the others
};

/// Looks at all nodes at once and waits until each has been looked at.
void lookAtAll(const QList<Node>& nodes, const std::function<void(const Node&)>& look);

} // namespace ruw
