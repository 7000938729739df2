#pragma once

#include "core/access/SiteAccess.h"
#include "core/base/Time.h"
#include "core/rehearsal/FaultPlan.h"
#include "core/rehearsal/MailTraffic.h"
#include "core/rehearsal/SafetyWatch.h"
#include "core/rehearsal/SimulatedCommands.h"
#include "core/run/ConfirmationGate.h"
#include "core/survey/AskNode.h"

namespace ruw {

/// A whole site in memory, in virtual time: stands in the place of SiteAccess and of the clock. Only the procedure's own
/// commands change a node, and only what the simulated operator does by hand; faults happen at their steps.
class SimulatedSite final : public SiteAccess, public Waiter {
public:
    /// `facts`, `procedure` and `commands` outlive it.
    SimulatedSite(const SiteFacts& facts, const Procedure& procedure, const SimulatedCommands& commands,
                  quint64 seed, FaultPlan faults);
    ~SimulatedSite() override;
    /// The same site once more, at the same moment, without the journal that it looked at.
    SimulatedSite(const SimulatedSite& other);
    SimulatedSite& operator=(const SimulatedSite&) = delete;

    SiteKind kind() const override { return SiteKind::Simulated; }
    QDateTime now() const override;
    void wait(std::chrono::milliseconds time, std::stop_token stop) override;

    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override;
    PortAnswer askPort(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override;

    /// The run has come to this state: what happens at the step in hand happens now. True: another step is in hand now.
    bool entered(const RunState& state);
    /// All that decides what becomes of this site, whatever the time: two with the same go on the same. The mail's number is
    /// no part of it: no queue of a rehearsal comes near to filling a disk unless a fault does, and that is.
    QByteArray likeness() const;
    /// The operator carries out what this step tells him to (or its undoing), at his pace.
    void doneByHand(const Step& step, bool undo);
    /// The truth, as somebody sees it who looks: for what a person is asked in this step.
    bool truth(const Step& step, const Condition& condition) const { return truthIn(m_is, step, condition); }
    /// The operator looked at it, by his word: from now on it is known.
    void looksAt(const Step& step, const Condition& condition) { m_watch.sees(m_is, step, condition); }
    /// The operator says that this holds, and has not looked.
    void isTold(const Condition& condition)
    {
        if (takenByWord(condition) || condition.kind == ConditionKind::InstallerEnded) // it is asked of what was run by hand alone
            m_watch.isTold(m_is, condition);
    }
    /// The operator says that he has done what this step tells him to, and has not.
    void isSaidToBeDone(const Step& step, bool undo);
    /// A record has reached the journal.
    void recorded(const QByteArray& line);
    /// The operator sees this: output of a command, an error, a trouble.
    void isShown(const QByteArray& text) { m_watch.shown(text, now()); }
    /// Somebody sees to it, in one minute, that the condition holds.
    void repair(const Condition& condition);
    /// Somebody puts the replica config back as the plan knows it.
    void restoreConfig(const QString& node);
    /// Somebody goes to the servers and puts right what is not as it should be.
    void putRight(const Trouble& trouble);
    /// True once for each such fault of the plan at this step.
    bool takesFault(FaultKind kind, const QString& step, FaultMoment moment = FaultMoment::Beginning);
    /// The same of a fault that waits for trouble at its step or at any after it.
    bool takesFaultFrom(FaultKind kind, const QString& step);
    bool takesFault(const Fault& fault) { return m_faults.faults.removeOne(fault); }
    /// The faults that have not happened yet never will.
    void forgetFaults() { m_faults.faults.clear(); }
    void addFault(const Fault& fault) { m_faults.faults.append(fault); }
    const FaultPlan& faultsLeft() const { return m_faults; }

    /// Every command must be one that the operator confirmed and that the journal announced (S6): where to look.
    enum class Player { Program, Person };
    void watchJournal(const QByteArray* journal, Player player = Player::Program)
    {
        m_journal = journal;
        m_personPlays = player == Player::Person;
    }
    void confirmed(const QString& step) { m_confirmed = step; }
    /// What is not as it was before the work, apart from the version (S7), and what somebody could know of it.
    QStringList leftOver() const;
    /// Whether such a change (as in leftOver()) is what the run did, and nobody has taken it back since.
    bool isOfTheRun(const QString& id) const;
    /// What somebody could know of a node's version: read from it where that can be, else the operator's word.
    QString knownVersion(int node) const;

    const QList<SimulatedNode>& nodes() const { return m_is.nodes; }
    const MailTraffic& mail() const { return m_mail; }
    void mailMistakes(const MailMistakes& mistakes) { m_mail.make(mistakes); }
    SafetyWatch& watch() { return m_watch; }
    const SafetyWatch& watch() const { return m_watch; }
    /// Lets time pass until no node restarts any more.
    void waitUntilUp();
    /// Lets time pass until every queue is empty, two hours at most.
    void settleMail();
    /// Where nobody looked how much room the queue has.
    static constexpr qint64 assumedFreeDisk = 50LL * 1024 * 1024 * 1024;

private:
    class Way;
    friend class Way;
    using Cause = SafetyWatch::Cause;

    Result<CommandOutcome> run(int node, const NodeCommand& command);
    Result<NodeAnswer> answer(int node, const NodeQuery& query);
    QByteArray reach(int from, const NodeQuery& query);
    bool apply(const SimulatedEffect& effect, int node, Cause cause);
    void announced(const Step& step);
    void makeWays();
    void mustBeAnnounced(const QString& node);
    void verified(const Step& step, const RunState& state);
    void beginInstaller(int node);
    void endInstaller(int node);
    void reboot(int node, bool dropsBlock);
    void advance(qint64 ms);
    void happen(qint64 lastMs);
    void mailArrives();
    void changed(Cause cause);
    void bringUpAllBut(const QString& node);
    void worldActs(const Step& step, FaultMoment moment);
    void undoAnnounced(const Step& step);
    void undone(const Step& step);
    void worldStrikes(FaultKind kind, int node);
    bool reachable(int node) const { return m_is.nodes[node].reachable(m_nowMs); }
    bool isUndoneIn(const SiteTruth& is, const Step& step) const;
    bool truthIn(const SiteTruth& is, const Step& step, const Condition& condition) const;
    bool takenByWord(const Condition& condition) const;
    QStringList leftOverIn(const SiteTruth& is) const;
    SimulatedNode::Changes changesOf(int node) const { return m_is.nodes[node].changes(m_procedure.runId); }
    void rememberRunsChanges(int node, SimulatedNode::Changes before);
    int indexOf(const QString& name) const;
    int indexAt(const QString& address) const;
    PortState portState(int from, int to, int port, bool counts);
    qint64 freeDisk(int node) const;

    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    const SimulatedCommands& m_commands;
    FaultPlan m_faults;
    SiteTruth m_is;
    std::vector<std::shared_ptr<NodeAccess>> m_ways;
    std::vector<bool> m_pathToMaster;
    std::vector<SimulatedNode::Changes> m_byRun; ///< by node: what the run has brought about and still stands
    std::vector<bool> m_ran;                     ///< by node: its service, as it was last seen here
    qint64 m_nowMs;
    int m_offsetSecs;
    bool m_dataSync;
    int m_master = -1;
    MailTraffic m_mail;
    SafetyWatch m_watch;
    QString m_step, m_confirmed;
    bool m_stepBegun = false, m_personPlays = false;
    bool m_undoes = false; ///< m_step is being undone
    QString m_installerStep; ///< whose installer was started last
    qint64 m_midwayMs = 0;   ///< when half of its time has passed; 0: it has
    const QByteArray* m_journal = nullptr;
};

} // namespace ruw
