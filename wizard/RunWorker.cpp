#include "wizard/RunWorker.h"

#include "core/run/Runner.h"
#include "wizard/rehearsal/RehearsalGate.h"
#include "wizard/SiteConnections.h"

namespace ruw {

RunWorker::RunWorker(SiteConnections& connections, QObject* parent)
    : QObject(parent), m_connections(connections)
{
    connect(&connections.prompter(), &WindowPrompter::stopAsked, this, &RunWorker::stop);
}

RunWorker::~RunWorker()
{
    stop();
}

void RunWorker::start(std::shared_ptr<GuidedRun> run, const SiteFacts& facts, Waiter& clock)
{
    stop();
    if (m_thread.joinable())
        m_thread.join();
    QStringList names;
    for (const Node& node : facts.site.nodes)
        names.append(node.name);
    m_connections.prompter().begin(names);
    m_run = std::move(run);
    m_gate.open(m_run->state());
    m_working = true;
    SiteAccess& access = m_connections.access();
    RehearsalStage* stage = m_connections.rehearsal();
    m_thread = std::jthread([this, number = ++m_number, run = m_run, facts, &access, stage,
                             &clock](const std::stop_token& stop) mutable {
        std::optional<RehearsalGate> rehearsed;
        ConfirmationGate* gate = &m_gate;
        if (stage)
            gate = &rehearsed.emplace(m_gate, *stage, stop);
        Runner runner(*run, facts, access, *gate, clock);
        const Result<RunEnd> end = runner.go(stop);
        const RunState state = run->state();
        const std::optional<Error> error = end ? std::nullopt : std::optional(end.error());
        run.reset(); // the window's from here on
        QMetaObject::invokeMethod(
            this, [this, number, state, error] { finish(number, state, error); }, Qt::QueuedConnection);
    });
}

void RunWorker::stop()
{
    if (!m_working)
        return;
    m_thread.request_stop();
    m_gate.close();
    m_connections.prompter().cancel();
}

void RunWorker::errand(std::function<void(GuidedRun&)> work)
{
    if (!m_working)
        return;
    m_gate.addErrand([this, run = m_run.get(), work = std::move(work)] {
        work(*run);
        m_gate.changed(run->state());
    });
}

void RunWorker::finish(quint64 number, const RunState& state, const std::optional<Error>& error)
{
    if (number != m_number)
        return;
    m_working = false;
    m_gate.close();
    m_run.reset();
    emit ended(state, error);
}

} // namespace ruw
