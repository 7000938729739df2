#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <list>
#include <memory>
#include <stop_token>
#include <thread>

namespace ruw {

/// Runs work off the window's thread and hands its result back into it. The newest work counts: one that is
/// still under way when another starts is asked to stop and its result is dropped. Destroying it asks all
/// work to stop and waits.
class Background : public QObject {
    Q_OBJECT
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    /// True from start() until the newest work's result was handed over or stop() was called.
    bool busy() const { return m_busy; }

    /// `work` runs on a thread of its own and must touch nothing of the window; `done` runs in the window's
    /// thread.
    template <typename Value>
    void start(std::function<Value(std::stop_token)> work, std::function<void(Value)> done)
    {
        begin([this, work = std::move(work), done = std::move(done)](const std::stop_token& stop,
                                                                     quint64 number) {
            auto value = std::make_shared<Value>(work(stop));
            QMetaObject::invokeMethod(
                this,
                [this, value, done, number] {
                    if (end(number))
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
    }

    /// Asks the newest work to stop; its result is dropped.
    void stop();

signals:
    void busyChanged();

private:
    struct Running {
        quint64 number;
        std::jthread thread;
    };

    void begin(std::function<void(const std::stop_token&, quint64)> body);
    /// Joins the thread of that number; true where its result still counts.
    bool end(quint64 number);
    void setBusy(bool busy);

    std::list<Running> m_running;
    quint64 m_newest = 0;
    bool m_busy = false;
};

} // namespace ruw
