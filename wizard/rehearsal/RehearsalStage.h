#pragma once

#include "core/rehearsal/Incident.h"
#include "core/rehearsal/RehearsalAccount.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace ruw {

class Journal;

/// The simulated site as the window plays on it: stands in the place of the real ways and of the clock, serves several
/// threads one after the other, and lets its time pass at a chosen speed. A session whose connections hold one is a
/// rehearsal; nothing else makes it one.
class RehearsalStage final : public SiteAccess, public Waiter {
public:
    static constexpr int unlimited = 0; ///< waits are over at once; while a person thinks time stands still
    static constexpr std::chrono::seconds longestBlindTime{10}; ///< of the site's, between two looks of the onlooker
    /// Without a limit a person's time counts nothing: so much passes before another look, or what comes back by itself never would.
    static constexpr std::chrono::minutes beforeAnotherLook{2};
    /// Looks at the site again and again as its time passes: called by whichever thread lets it pass, which waits for it.
    class Onlooker {
    public:
        virtual ~Onlooker() = default;
        virtual void timePassed(const std::stop_token& stop) = 0;
    };
    /// `opens`: what the clock says before anything is set up.
    explicit RehearsalStage(const QDateTime& opens);
    ~RehearsalStage() override;

    // From the window's thread.
    /// A new site, as before the work, with the faults that are picked. Nobody may be using the one before.
    void setUp(const SiteFacts& facts, const Procedure& procedure);
    /// What reaches this journal is judged with the site.
    void follow(Journal& journal);
    bool isSetUp() const { return m_play != nullptr; }
    void setSpeed(int times); ///< of real time
    int speed() const { return m_speed; }
    void setPaused(bool paused);
    bool paused() const { return m_paused; }
    /// So much real time has passed.
    void pass(std::chrono::milliseconds real);
    /// Null: nobody looks. Waits for a look that is under way.
    void setOnlooker(Onlooker* onlooker);
    /// The onlooker sees how it stands before any time has passed; not while it is paused, when nobody can ask.
    void look();
    /// The rehearsal's own operator gives the good answers until something goes wrong.
    void setPlaysItself(bool yes);
    bool playsItself() const { return m_playsItself; }

    /// May be picked before and during the play.
    void pickFault(const Fault& fault);
    /// False: it has happened already.
    bool dropFault(const Fault& fault);
    FaultPlan picked() const;
    FaultPlan left() const; ///< those that have not happened yet

    RehearsalFigures figures() const;
    /// The same of the run alone: while it is held or over the site's time goes on, and is none of it. What must never happen
    /// counts whenever it happens.
    RehearsalFigures account() const;
    qint64 queuedBytes() const; ///< in all queues
    QList<Incident> incidents() const;
    /// What somebody sees who looks.
    bool isSo(const Step& step, const Condition& condition) const;
    /// Somebody goes to the simulated servers and mends what is not as it should be.
    void putRight(const Trouble& trouble);
    /// The same as a help that no real site has: the account tells of it.
    void putRightForHim(const Trouble& trouble);
    int timesPutRight() const;              ///< in that way
    int answersGiven() const { return m_answersGiven; } ///< by the rehearsal's own operator

    // From the run's thread.
    /// A line has reached the journal.
    void recorded(const QByteArray& line);
    /// The run has ended, and its clock stands, or is held: the simulated site is judged by what it says (EndJudge).
    void ended(const RunState& state);
    void goesOn(); ///< after it was held
    void with(const std::function<void(SimulatedSite&)>& work);
    /// Lets a person's time to think pass. False: he does not answer by himself any more.
    bool think(std::chrono::milliseconds time, const std::stop_token& stop);
    void note(Incident incident);
    void givesAnswer() { ++m_answersGiven; }

    // SiteAccess and Waiter, from any thread.
    SiteKind kind() const override { return SiteKind::Simulated; }
    QDateTime now() const override;
    void wait(std::chrono::milliseconds time, std::stop_token stop) override;
    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override;
    PortAnswer askPort(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;

private:
    class StagedNode;
    struct Play;
    /// Waits while the play is paused; the lock is held afterwards.
    std::unique_lock<std::mutex> enter(const std::stop_token& stop);
    void passUntil(const QDateTime& end, const std::stop_token& stop, const std::function<bool()>& done);

    /// Nothing lets the time pass but who waits for it, and that at once.
    bool passesAtOnce() const { return m_speed == unlimited || m_over; }
    void letLook(const std::stop_token& stop);

    std::mutex m_lookMutex; ///< of m_onlooker; held while it looks. Before m_mutex, never after it
    Onlooker* m_onlooker = nullptr;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    QDateTime m_opens;
    std::unique_ptr<Play> m_play;
    FaultPlan m_picked;
    QList<Incident> m_incidents;
    bool m_putRightForHim = false; ///< the trouble in hand
    std::atomic<int> m_answersGiven = 0;
    std::optional<RehearsalFigures> m_atEnd; ///< of a run that is held or over
    bool m_over = false;                     ///< the run has ended: the clock stands
    std::atomic<int> m_speed = 60;
    std::atomic<bool> m_paused = false, m_playsItself = false;
};

} // namespace ruw
