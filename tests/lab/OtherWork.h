#pragma once

#include <QByteArrayList>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <algorithm>

#include <sys/resource.h>

/// How much of this machine's processors others take while something is timed: beside them a time says little.
class OtherWork {
public:
    OtherWork() : m_busy(busyMs()), m_own(ownMs()) { m_timer.start(); }

    /// From 0 to 1, since this was made. `known`: what of it the timed thing itself took outside this process, ms.
    double share(qint64 known) const
    {
        const qint64 others = (busyMs() - m_busy) - (ownMs() - m_own) - known;
        const qint64 all = std::max<qint64>(1, m_timer.elapsed() * QThread::idealThreadCount());
        return std::clamp(double(others) / double(all), 0.0, 1.0);
    }

private:
    /// Of all processors, since the machine is up; with what its host took from them.
    static qint64 busyMs()
    {
        QFile file(QStringLiteral("/proc/stat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        // cpu user nice system idle iowait irq softirq steal, in hundredths of a second
        const QByteArrayList words = file.readLine().simplified().split(' ');
        qint64 ticks = 0;
        for (const int field : {1, 2, 3, 6, 7, 8})
            ticks += words.value(field).toLongLong();
        return ticks * 10;
    }
    static qint64 ownMs()
    {
        const auto ms = [](const timeval& time) { return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000; };
        qint64 sum = 0;
        for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
            rusage usage{};
            (void)::getrusage(who, &usage);
            sum += ms(usage.ru_utime) + ms(usage.ru_stime);
        }
        return sum;
    }

    QElapsedTimer m_timer;
    qint64 m_busy, m_own;
};
