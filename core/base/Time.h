#pragma once

#include <QDateTime>

namespace ruw {

/// Where the time comes from: the machine's clock, or the rehearsal's virtual one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTime(); }
};

} // namespace ruw
