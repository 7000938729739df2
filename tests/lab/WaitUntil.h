#pragma once

#include <QElapsedTimer>
#include <QThread>

/// Waits without an event loop until the condition holds. False: it did not within `limit` ms.
template <typename Condition> bool waitUntil(Condition condition, int limit)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit)
            return false;
        QThread::msleep(20);
    }
    return true;
}
