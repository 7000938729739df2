#include "wizard/rehearsal/RehearsalStage.h"

#include "core/rehearsal/EndJudge.h"
#include "core/run/Journal.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

struct RehearsalStage::Play {
    Play(const SiteFacts& ofFacts, const Procedure& ofProcedure, const FaultPlan& faults)
        : facts(ofFacts), procedure(ofProcedure), commands(facts, procedure),
          site(facts, procedure, commands, 1, faults), begun(site.now())
    {
        site.watchJournal(&journal, SimulatedSite::Player::Person);
    }
    SiteFacts facts;
    Procedure procedure;
    SimulatedCommands commands;
    SimulatedSite site;
    QByteArray journal; ///< its lines, for the site's judge
    QDateTime begun;
};

/// The way to a simulated node, for several threads.
class RehearsalStage::StagedNode final : public NodeAccess, public AnswersQueries {
public:
    StagedNode(RehearsalStage& stage, std::shared_ptr<NodeAccess> way) : m_stage(stage), m_way(std::move(way))
    {
    }
    Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override
    {
        const auto lock = m_stage.enter(stop);
        return m_way->run(command, stop);
    }
    Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override
    {
        const auto lock = m_stage.enter(stop);
        return m_way->readConfig(shownPath, stop);
    }
    QByteArray redacted(QByteArray printed) const override { return m_way->redacted(std::move(printed)); }
    Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) override
    {
        const auto lock = m_stage.enter(stop);
        return dynamic_cast<AnswersQueries&>(*m_way).answer(query, stop);
    }

private:
    RehearsalStage& m_stage;
    std::shared_ptr<NodeAccess> m_way;
};

RehearsalStage::RehearsalStage(const QDateTime& opens) : m_opens(opens) {}

RehearsalStage::~RehearsalStage() = default;

void RehearsalStage::setUp(const SiteFacts& facts, const Procedure& procedure)
{
    auto play = std::make_unique<Play>(facts, procedure, m_picked);
    const std::lock_guard lock(m_mutex);
    m_play = std::move(play);
    m_incidents.clear();
    m_putRightForHim = false;
    m_answersGiven = 0;
    m_atEnd.reset();
    m_over = false;
}

void RehearsalStage::setSpeed(int times)
{
    {
        const std::lock_guard lock(m_mutex);
        m_speed = times;
    }
    m_wake.notify_all();
}

void RehearsalStage::setPaused(bool paused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_all();
}

void RehearsalStage::setPlaysItself(bool yes)
{
    {
        const std::lock_guard lock(m_mutex);
        m_playsItself = yes;
    }
    m_wake.notify_all();
}

void RehearsalStage::pass(std::chrono::milliseconds real)
{
    std::optional<QDateTime> end;
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_play || m_paused || passesAtOnce())
                return;
            const QDateTime now = m_play->site.now();
            if (!end)
                end = now.addMSecs((real * m_speed.load()).count());
            if (now >= *end)
                return;
            m_play->site.wait(std::min<std::chrono::milliseconds>(std::chrono::milliseconds(now.msecsTo(*end)), longestBlindTime), {});
        }
        m_wake.notify_all();
        letLook({});
    }
}

void RehearsalStage::setOnlooker(Onlooker* onlooker)
{
    const std::lock_guard lock(m_lookMutex);
    m_onlooker = onlooker;
}

void RehearsalStage::look()
{
    if (!m_paused)
        letLook({});
}

void RehearsalStage::letLook(const std::stop_token& stop)
{
    // Where another thread is looking just now, that look does.
    const std::unique_lock lock(m_lookMutex, std::try_to_lock);
    if (lock && m_onlooker)
        m_onlooker->timePassed(stop);
}

std::unique_lock<std::mutex> RehearsalStage::enter(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_paused; });
    return lock;
}

/// At a speed the window's ticking lets the time pass; without a limit whoever waits does.
void RehearsalStage::passUntil(const QDateTime& end, const std::stop_token& stop,
                               const std::function<bool()>& done)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested() && !done() && m_play->site.now() < end) {
        if (passesAtOnce() && !m_paused) {
            const std::chrono::milliseconds left(m_play->site.now().msecsTo(end));
            m_play->site.wait(std::min<std::chrono::milliseconds>(left, longestBlindTime), {});
            lock.unlock();
            letLook(stop);
            lock.lock();
            continue;
        }
        m_wake.wait(lock, stop, [&] {
            return done() || (passesAtOnce() && !m_paused) || m_play->site.now() >= end;
        });
    }
}

QDateTime RehearsalStage::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_play ? m_play->site.now() : m_opens;
}

void RehearsalStage::wait(std::chrono::milliseconds time, std::stop_token stop)
{
    if (m_play)
        passUntil(now().addMSecs(time.count()), stop, [] { return false; });
}

bool RehearsalStage::think(std::chrono::milliseconds time, const std::stop_token& stop)
{
    passUntil(now().addMSecs(time.count()), stop, [this] { return !m_playsItself; });
    return m_playsItself && !stop.stop_requested();
}

Result<std::shared_ptr<NodeAccess>> RehearsalStage::node(const Node& node, const Site& site)
{
    const std::lock_guard lock(m_mutex);
    if (!m_play) {
        return Error{u"rehearsal-not-begun"_s,
                     Text::tr("The rehearsal has not begun: there is no simulated site yet."),
                     Text::tr("Nothing was done."),
                     Text::tr("Begin it on the Work page."),
                     {}};
    }
    Result<std::shared_ptr<NodeAccess>> way = m_play->site.node(node, site);
    if (!way)
        return way;
    return std::shared_ptr<NodeAccess>(std::make_shared<StagedNode>(*this, *way));
}

PortAnswer RehearsalStage::askPort(const QString& address, int port, AddressFamily family,
                                   std::chrono::milliseconds limit, std::stop_token stop)
{
    const auto lock = enter(stop);
    return m_play ? m_play->site.askPort(address, port, family, limit, stop) : PortAnswer();
}

SmtpAnswer RehearsalStage::askSmtp(const QString& address, int port, AddressFamily family,
                                   std::chrono::milliseconds limit, std::stop_token stop)
{
    const auto lock = enter(stop);
    return m_play ? m_play->site.askSmtp(address, port, family, limit, stop) : SmtpAnswer();
}

void RehearsalStage::with(const std::function<void(SimulatedSite&)>& work)
{
    const std::lock_guard lock(m_mutex);
    work(m_play->site);
}

void RehearsalStage::follow(Journal& journal)
{
    journal.onRecord([this](const QByteArray& line) { recorded(line); });
}

void RehearsalStage::recorded(const QByteArray& line)
{
    const std::lock_guard lock(m_mutex);
    if (!m_play)
        return;
    m_play->journal += line;
    m_play->site.recorded(line);
}

void RehearsalStage::ended(const RunState& state)
{
    const std::lock_guard lock(m_mutex);
    judgeEnd(m_play->site, m_play->facts, state);
    m_atEnd = RehearsalFigures::of(m_play->site, m_play->begun);
    m_over = state.end() != RunEnd::Held;
}

void RehearsalStage::goesOn()
{
    const std::lock_guard lock(m_mutex);
    m_atEnd.reset();
    m_over = false;
}

void RehearsalStage::pickFault(const Fault& fault)
{
    const std::lock_guard lock(m_mutex);
    m_picked.faults.append(fault);
    if (m_play)
        m_play->site.addFault(fault);
}

bool RehearsalStage::dropFault(const Fault& fault)
{
    const std::lock_guard lock(m_mutex);
    if (m_play && !m_play->site.takesFault(fault))
        return false;
    m_picked.faults.removeOne(fault);
    return true;
}

FaultPlan RehearsalStage::picked() const
{
    const std::lock_guard lock(m_mutex);
    return m_picked;
}

FaultPlan RehearsalStage::left() const
{
    const std::lock_guard lock(m_mutex);
    return m_play ? m_play->site.faultsLeft() : m_picked;
}

RehearsalFigures RehearsalStage::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_play ? RehearsalFigures::of(m_play->site, m_play->begun) : RehearsalFigures();
}

RehearsalFigures RehearsalStage::account() const
{
    const RehearsalFigures now = figures();
    const std::lock_guard lock(m_mutex);
    if (!m_atEnd)
        return now;
    RehearsalFigures out = *m_atEnd;
    out.mailLost = now.mailLost;
    out.mailDoubled = now.mailDoubled;
    out.violations = now.violations;
    out.worldEvents = now.worldEvents;
    return out;
}

qint64 RehearsalStage::queuedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_play ? m_play->site.mail().queued() * m_play->site.mail().mailBytes() : 0;
}

QList<Incident> RehearsalStage::incidents() const
{
    const std::lock_guard lock(m_mutex);
    return m_incidents;
}

void RehearsalStage::note(Incident incident)
{
    const std::lock_guard lock(m_mutex);
    incident.putRight = std::exchange(m_putRightForHim, false);
    m_incidents.append(incident);
}

int RehearsalStage::timesPutRight() const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_incidents.cbegin(), m_incidents.cend(), [](const Incident& one) { return one.putRight; }));
}

bool RehearsalStage::isSo(const Step& step, const Condition& condition) const
{
    const std::lock_guard lock(m_mutex);
    return m_play && m_play->site.truth(step, condition);
}

void RehearsalStage::putRight(const Trouble& trouble)
{
    const std::lock_guard lock(m_mutex);
    if (m_play)
        m_play->site.putRight(trouble);
}

void RehearsalStage::putRightForHim(const Trouble& trouble)
{
    putRight(trouble);
    const std::lock_guard lock(m_mutex);
    m_putRightForHim = true;
}

} // namespace ruw
