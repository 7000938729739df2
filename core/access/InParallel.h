#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace ruw {

/// Calls work(0) ... work(count - 1), several at once, and returns when all have ended.
template <typename Work> void inParallel(std::size_t count, const Work& work)
{
    constexpr std::size_t mostThreads = 16;
    std::atomic<std::size_t> next = 0;
    const auto worker = [&] {
        for (std::size_t i; (i = next++) < count;)
            work(i);
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min(count, mostThreads); ++i)
        threads.emplace_back(worker);
}

} // namespace ruw
