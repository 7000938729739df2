#pragma once

#include "core/base/Time.h"
#include "core/site/Site.h"

#include <atomic>

namespace ruw {

/// The machine's clock, telling the time in the site's offset from UTC: what the work records stands beside the planned times, on
/// the screen and on paper, and the machine may be in another zone than the site. Where no time is planned: in the machine's own.
class SiteClock final : public Waiter {
public:
    explicit SiteClock(const Schedule& schedule = {}) { tellAs(schedule); }
    /// In that schedule's offset from now on. May be called while others ask.
    void tellAs(const Schedule& schedule);
    QDateTime now() const override;
    void wait(std::chrono::milliseconds time, std::stop_token stop) override { m_system.wait(time, stop); }

private:
    static constexpr int machines = -1; ///< in the place of an offset; they are whole minutes
    SystemClock m_system;
    std::atomic<int> m_offset = machines; ///< s from UTC
};

} // namespace ruw
