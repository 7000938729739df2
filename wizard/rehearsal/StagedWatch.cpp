#include "wizard/rehearsal/StagedWatch.h"

#include <QThread>

namespace ruw {

namespace {

struct Handed {
    std::mutex mutex;
    std::condition_variable_any wake;
    bool taken = false;
};

} // namespace

StagedWatch::StagedWatch(RehearsalStage& stage, QObject& window, Look look)
    : m_stage(stage), m_window(window), m_look(std::move(look))
{
    m_stage.setOnlooker(this);
    m_stage.look(); // not by itself: the run's thread may let it look at the same time
}

StagedWatch::~StagedWatch()
{
    m_over.request_stop(); // first: the run's thread may be waiting for this one
    m_stage.setOnlooker(nullptr);
}

void StagedWatch::timePassed(const std::stop_token& stop)
{
    std::stop_source either;
    const auto end = [&either] { either.request_stop(); };
    const std::stop_callback runEnds(stop, end);
    const std::stop_callback watchEnds(m_over.get_token(), end);
    const std::function<void()> seen = m_look(either.get_token());
    if (seen && !either.stop_requested())
        handOver(seen, either.get_token());
}

void StagedWatch::handOver(const std::function<void()>& seen, const std::stop_token& stop)
{
    if (QThread::currentThread() == m_window.thread())
        return seen();
    const auto handed = std::make_shared<Handed>();
    QMetaObject::invokeMethod(
        &m_window,
        [handed, seen, over = m_over.get_token()] {
            if (!over.stop_requested())
                seen();
            const std::lock_guard lock(handed->mutex);
            handed->taken = true;
            handed->wake.notify_all();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(handed->mutex);
    handed->wake.wait(lock, stop, [&] { return handed->taken; });
}

} // namespace ruw
