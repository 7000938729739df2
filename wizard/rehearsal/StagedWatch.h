#pragma once

#include "wizard/rehearsal/RehearsalStage.h"

#include <QObject>

#include <functional>

namespace ruw {

/// Watches a rehearsal beside its run: as often as in the work, but by the simulated site's time, however fast it passes.
/// Whoever lets that time pass looks, and waits until the window has taken what was seen: nothing is missed.
class StagedWatch final : public RehearsalStage::Onlooker {
public:
    /// Asks the site, on any thread; gives what is then to be done in the window's.
    using Look = std::function<std::function<void()>(const std::stop_token&)>;
    /// `window`: of the thread in which what was seen is taken; outlives the watching, as the stage does.
    StagedWatch(RehearsalStage& stage, QObject& window, Look look);
    ~StagedWatch() override;

    void timePassed(const std::stop_token& stop) override;

private:
    void handOver(const std::function<void()>& seen, const std::stop_token& stop);

    RehearsalStage& m_stage;
    QObject& m_window;
    Look m_look;
    std::stop_source m_over;
};

} // namespace ruw
