#pragma once

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace ruw {

/// Where the time comes from: the machine's clock, or the rehearsal's virtual one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

/// A clock that can also be waited on.
class Waiter : public Clock {
public:
    /// Returns when the time has passed or a stop is requested.
    virtual void wait(std::chrono::milliseconds time, std::stop_token stop) = 0;
};

class SystemClock final : public Waiter {
public:
    QDateTime now() const override { return QDateTime::currentDateTime(); }
    void wait(std::chrono::milliseconds time, std::stop_token stop) override;
};

} // namespace ruw
