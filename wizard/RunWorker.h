#pragma once

#include "core/base/Time.h"
#include "core/run/GuidedRun.h"
#include "wizard/WindowGate.h"

#include <QObject>

#include <memory>
#include <thread>

namespace ruw {

class SiteConnections;

/// Carries a run out on a thread of its own, by the Runner. While it works the run belongs to that thread: the window sees
/// it through the gate's snapshots and changes it by errands.
class RunWorker : public QObject {
    Q_OBJECT
public:
    explicit RunWorker(SiteConnections& connections, QObject* parent = nullptr);
    /// Holds the run and waits for its thread.
    ~RunWorker() override;

    bool working() const { return m_working; }
    WindowGate& gate() { return m_gate; }
    const WindowGate& gate() const { return m_gate; }
    /// `clock` outlives the work. One that is under way is held first.
    void start(std::shared_ptr<GuidedRun> run, const SiteFacts& facts, Waiter& clock);
    /// Breaks off what is under way and holds the run; ended() follows.
    void stop();
    /// To be done with the run in its thread, soon; then the state is told anew. Nothing happens where nothing is worked on.
    void errand(std::function<void(GuidedRun& run)> work);

signals:
    /// The run has ended or is held; `state` is its last. Error: the journal could not be written.
    void ended(const ruw::RunState& state, const std::optional<ruw::Error>& error);

private:
    void finish(quint64 number, const RunState& state, const std::optional<Error>& error);

    SiteConnections& m_connections;
    WindowGate m_gate;
    std::shared_ptr<GuidedRun> m_run; ///< null: nothing is worked on
    bool m_working = false;
    quint64 m_number = 0;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace ruw
