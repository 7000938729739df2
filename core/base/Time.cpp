#include "core/base/Time.h"

#include <condition_variable>
#include <mutex>

namespace ruw {

void SystemClock::wait(std::chrono::milliseconds time, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

} // namespace ruw
