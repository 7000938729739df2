#pragma once

#include "core/rehearsal/MemoryJournal.h"
#include "core/rehearsal/SimulatedOperator.h"
#include "core/run/Runner.h"
#include "RehearsalSamples.h"

#include <functional>
#include <mutex>

namespace ruw::samples {

/// A simulated operator whose single answers a test gives itself.
class ScriptedGate final : public ConfirmationGate {
public:
    explicit ScriptedGate(SimulatedSite& site) : m_person(site) {}

    std::function<std::optional<StepAnswer>(const StepQuestion&)> onConfirm;
    std::function<std::optional<TroubleAnswer>(const Trouble&)> onTrouble;
    std::function<void(const Waiting&)> onWaiting;
    std::function<std::optional<Word>(const Step&, const Observation&)> onWord;
    std::function<void(const Step&, const QList<Observation>&)> onSeen; ///< before he is asked, and when it was judged
    QStringList byHand, words, told; ///< step ids asked for, codes of what was told
    std::function<void(const Step&)> onUndo; ///< he is asked whether it may be undone
    std::function<bool(const Step&)> onUndoing; ///< a step is about to be undone; false: that does nothing
    std::function<std::optional<Word>(const Step&)> onDone; ///< he has done it by hand; what he says of it instead of yes
    int undoes = -1;                 ///< how many steps he lets be undone before he holds; negative: all
    QList<Trouble::Kind> troubles;
    QStringList troubledSteps;

    StepAnswer confirm(const StepQuestion& question) override
    {
        const auto own = onConfirm ? onConfirm(question) : std::nullopt;
        return own ? *own : m_person.confirm(question);
    }
    Word doneByHand(const Step& step, const Action& action) override
    {
        byHand.append(step.id);
        const bool undo = step.rollback && action == *step.rollback;
        if (undo && onUndoing && !onUndoing(step))
            return Word::Yes;
        const Word said = m_person.doneByHand(step, action);
        const auto own = onDone ? onDone(step) : std::nullopt;
        return own ? *own : said;
    }
    Word askWord(const Step& step, const Observation& seen) override
    {
        words.append(step.id);
        const auto own = onWord ? onWord(step, seen) : std::nullopt;
        return own ? *own : m_person.askWord(step, seen);
    }
    TroubleAnswer settle(const Trouble& trouble) override
    {
        troubles.append(trouble.kind);
        troubledSteps.append(trouble.step->id);
        const auto own = onTrouble ? onTrouble(trouble) : std::nullopt;
        return own ? *own : m_person.settle(trouble);
    }
    bool confirmUndo(const Step& step, const Action& undo) override
    {
        if (onUndo)
            onUndo(step);
        return undoes-- != 0 && m_person.confirmUndo(step, undo);
    }
    bool waiting(const Waiting& waiting) override
    {
        if (onWaiting)
            onWaiting(waiting);
        return true;
    }
    void changed(const RunState& state) override { m_person.changed(state); }
    void seenSoFar(const Step& step, const QList<Observation>& observations) override
    {
        observed(step, observations);
    }
    void observed(const Step& step, const QList<Observation>& observations) override
    {
        if (onSeen)
            onSeen(step, observations);
    }
    void tell(const Error& error) override
    {
        told.append(error.code);
        m_person.tell(error);
    }

private:
    SimulatedOperator m_person;
};

/// The way to a simulated site in which a test can meddle with single commands.
class MeddledAccess final : public SiteAccess {
public:
    explicit MeddledAccess(SimulatedSite& site) : m_site(site) {}

    /// Asked with the node, the script and what came of it; gives what comes of it instead.
    std::function<std::optional<Result<CommandOutcome>>(const QString& node, const QByteArray& script,
                                                        const Result<CommandOutcome>& real)>
        afterCommand;

    /// What comes of a command without its being run; none: it is run.
    std::function<std::optional<Result<CommandOutcome>>(const QString& node, const QByteArray& script)> insteadOfCommand;

    /// Called before each answer, from whatever thread asks.
    std::function<void(const QString& node, const NodeQuery& query)> onAnswer;
    /// What an address answers on SMTP instead; none: what it does.
    std::function<std::optional<SmtpAnswer>(const QString& address)> insteadOfSmtp;
    bool parallel = false;
    bool atOnce() const override { return parallel; }
    /// Changes what a node answers.
    std::function<void(const QString& node, const NodeQuery& query, NodeAnswer& answer)> changeAnswer;
    /// True: this look at the node gets no answer.
    std::function<bool(const QString& node)> cutOff;

    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        const auto real = m_site.node(node, site);
        if (!real)
            return real.error();
        return std::shared_ptr<NodeAccess>(std::make_shared<Way>(*this, node.name, *real));
    }
    PortAnswer askPort(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override
    {
        return m_site.askPort(address, port, family, limit, std::move(stop));
    }
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family,
                       std::chrono::milliseconds limit, std::stop_token stop) override
    {
        const auto other = insteadOfSmtp ? insteadOfSmtp(address) : std::nullopt;
        return other ? *other : m_site.askSmtp(address, port, family, limit, std::move(stop));
    }

private:
    class Way final : public NodeAccess, public AnswersQueries {
    public:
        Way(MeddledAccess& owner, QString name, std::shared_ptr<NodeAccess> real)
            : m_owner(owner), m_name(std::move(name)), m_real(std::move(real))
        {
        }
        Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override
        {
            if (const auto other = m_owner.insteadOfCommand ? m_owner.insteadOfCommand(m_name, command.script)
                                                            : std::nullopt)
                return *other;
            const Result<CommandOutcome> real = m_real->run(command, std::move(stop));
            const auto other =
                m_owner.afterCommand ? m_owner.afterCommand(m_name, command.script, real) : std::nullopt;
            return other ? *other : real;
        }
        Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override
        {
            return m_real->readConfig(shownPath, std::move(stop));
        }
        Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) override
        {
            if (m_owner.onAnswer)
                m_owner.onAnswer(m_name, query);
            const std::lock_guard lock(m_owner.m_mutex); // the simulated site knows no threads
            if (m_owner.cutOff && m_owner.cutOff(m_name))
                return Error{QStringLiteral("node-lost"), Text::verbatim(m_name), {}, {}, {}};
            Result<NodeAnswer> answer = dynamic_cast<AnswersQueries&>(*m_real).answer(query, std::move(stop));
            if (answer && m_owner.changeAnswer)
                m_owner.changeAnswer(m_name, query, answer.value());
            return answer;
        }

    private:
        MeddledAccess& m_owner;
        QString m_name;
        std::shared_ptr<NodeAccess> m_real;
    };

    SimulatedSite& m_site;
    std::mutex m_mutex;
};

/// What comes of a command that was broken off because the operator stopped.
inline CommandOutcome cancelledCommand()
{
    CommandOutcome outcome;
    outcome.end = CommandOutcome::End::Cancelled;
    return outcome;
}

/// One run on a simulated site, in the hands of a test: its journal, its operator, its way to the nodes.
class RunnerBench {
public:
    RunnerBench(const SiteShape& shape, ProcedureKind kind, const QString& faults = {})
        : RunnerBench(kind, rehearsalFacts(shape), faults)
    {
    }
    RunnerBench(ProcedureKind kind, const SiteFacts& theFacts, const QString& faults = {})
        : facts(theFacts), procedure(planProcedure(facts, kind).value()), commands(facts, procedure),
          site(facts, procedure, commands, 1, FaultPlan::parse(faults).value()), access(site), gate(site)
    {
        site.watchJournal(&journal);
        auto store = std::make_unique<MemoryJournal>(
            journal, 0, [](int, const QByteArray&) { return MemoryJournal::Cut::None; });
        run = GuidedRun::begin(procedure, facts, Journal::on(std::move(store), site)).value();
        (void)run->setPeople(QStringLiteral("Sato"), QStringLiteral("Suzuki"));
    }

    Result<RunEnd> go(std::stop_token stop = {})
    {
        gate.changed(run->state());
        return Runner(*run, facts, access, gate, site).go(std::move(stop));
    }
    /// As after a kill or a hold: everything that is known comes from the journal.
    Result<RunEnd> resume()
    {
        const JournalRead read = *Journal::parse(journal, QStringLiteral("bench"));
        auto store =
            std::make_unique<MemoryJournal>(journal, int(read.records.size()),
                                            [](int, const QByteArray&) { return MemoryJournal::Cut::None; });
        run = GuidedRun::resume(procedure, Journal::on(std::move(store), site, read), read).value();
        return go();
    }
    /// Kinds of the records of one step (of all with an empty id), in order.
    QStringList kinds(const QString& step) const
    {
        const JournalRead read = *Journal::parse(journal, QStringLiteral("bench"));
        QStringList out;
        for (const JournalRecord& record : read.records) {
            if (step.isEmpty() || record.step == step)
                out.append(record.kind);
        }
        return out;
    }

    SiteFacts facts;
    Procedure procedure;
    SimulatedCommands commands;
    SimulatedSite site;
    MeddledAccess access;
    ScriptedGate gate;
    QByteArray journal;
    std::shared_ptr<GuidedRun> run;
};

} // namespace ruw::samples
