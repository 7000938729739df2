#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QPainter;

namespace ruw::page {

/// A piece of a page that is never split, but for one that no page can hold. Points.
struct Chunk {
    double before = 0; ///< room above it; dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    double wants = 0; ///< so much of what begins with it, or all of it, stands on its page; unless that leaves a page half empty
    bool pageBefore = false; ///< begins a page
    bool landscape = false;
    int heading = -1;                  ///< index in the list of headings, -1: none
    std::shared_ptr<const Chunk> head; ///< is painted again at the top of each page that this one begins
    std::function<void(QPainter&, double x, double y)> paint;
    /// Set where the chunk is higher than any page: cuts it into what fits into `room` and the rest.
    std::function<std::pair<std::shared_ptr<Chunk>, std::shared_ptr<Chunk>>(double room)> split;
};
using Chunks = std::vector<std::shared_ptr<Chunk>>;

} // namespace ruw::page
