#include "Deceits.h"

#include "../unit/RehearsalSamples.h"

#include "core/run/ConfirmationGate.h"

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

/// What stands between the run and a node.
class Deceit {
public:
    virtual ~Deceit() = default;
    virtual void afterRun(const SimulatedNode&, const NodeCommand&, CommandOutcome&) {}
    virtual void beforeQuery(const SimulatedNode&, NodeQuery&) {}
    virtual void afterAnswer(const SimulatedNode&, const NodeQuery&, NodeAnswer&) {}
    virtual bool redacts() const { return true; }
};

class DeceivedAccess final : public SiteAccess {
public:
    DeceivedAccess(SiteAccess& site, std::shared_ptr<Deceit> deceit)
        : m_site(dynamic_cast<SimulatedSite&>(site)), m_deceit(std::move(deceit))
    {
    }
    SiteKind kind() const override { return m_site.kind(); }
    Result<std::shared_ptr<NodeAccess>> node(const Node& node, const Site& site) override
    {
        const auto real = m_site.node(node, site);
        if (!real)
            return real.error();
        for (const SimulatedNode& one : m_site.nodes()) {
            if (one.name == node.name)
                return std::shared_ptr<NodeAccess>(std::make_shared<Way>(m_deceit, one, *real));
        }
        return real;
    }
    PortAnswer askPort(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                       std::stop_token stop) override
    {
        return m_site.askPort(address, port, family, limit, std::move(stop));
    }
    SmtpAnswer askSmtp(const QString& address, int port, AddressFamily family, std::chrono::milliseconds limit,
                       std::stop_token stop) override
    {
        return m_site.askSmtp(address, port, family, limit, std::move(stop));
    }

private:
    class Way final : public NodeAccess, public AnswersQueries {
    public:
        Way(std::shared_ptr<Deceit> deceit, const SimulatedNode& node, std::shared_ptr<NodeAccess> real)
            : m_deceit(std::move(deceit)), m_node(node), m_real(std::move(real))
        {
        }
        Result<CommandOutcome> run(const NodeCommand& command, std::stop_token stop) override
        {
            Result<CommandOutcome> outcome = m_real->run(command, std::move(stop));
            if (outcome)
                m_deceit->afterRun(m_node, command, outcome.value());
            return outcome;
        }
        Result<QByteArray> readConfig(QString& shownPath, std::stop_token stop) override
        {
            return m_real->readConfig(shownPath, std::move(stop));
        }
        QByteArray redacted(QByteArray printed) const override
        {
            return m_deceit->redacts() ? m_real->redacted(std::move(printed)) : printed;
        }
        Result<NodeAnswer> answer(const NodeQuery& query, std::stop_token stop) override
        {
            NodeQuery asked = query;
            m_deceit->beforeQuery(m_node, asked);
            Result<NodeAnswer> answer = dynamic_cast<AnswersQueries&>(*m_real).answer(asked, std::move(stop));
            if (answer)
                m_deceit->afterAnswer(m_node, query, answer.value());
            return answer;
        }

    private:
        std::shared_ptr<Deceit> m_deceit;
        const SimulatedNode& m_node;
        std::shared_ptr<NodeAccess> m_real;
    };

    SimulatedSite& m_site;
    std::shared_ptr<Deceit> m_deceit;
};

/// A service is stopped when the command that stops it has ended with 0, and runs when the one that starts it has.
class TrustsExitStatus : public Deceit {
public:
    void afterRun(const SimulatedNode& node, const NodeCommand& command, CommandOutcome& outcome) override
    {
        const bool good = outcome.end == CommandOutcome::End::Exited && outcome.status == 0;
        if (good && command.script == "svc stop")
            m_says.insert(node.name, 3);
        else if (good && command.script == "svc start")
            m_says.insert(node.name, 0);
    }
    void afterAnswer(const SimulatedNode& node, const NodeQuery&, NodeAnswer& answer) override
    {
        if (answer.record("service") && m_says.contains(node.name))
            answer.put("service", {}, m_says.value(node.name));
    }

private:
    QMap<QString, int> m_says;
};

class TrustsTheMasters final : public TrustsExitStatus {
public:
    void afterRun(const SimulatedNode& node, const NodeCommand& command, CommandOutcome& outcome) override
    {
        if (node.master)
            TrustsExitStatus::afterRun(node, command, outcome);
    }
};

/// Once the block is on, no port is asked any more.
class AsksNoPorts final : public Deceit {
public:
    void afterAnswer(const SimulatedNode& node, const NodeQuery&, NodeAnswer& answer) override
    {
        const NodeAnswer::Record* reach = answer.record("reach");
        if (!reach || node.blockRun.isEmpty())
            return;
        QByteArray bytes = reach->bytes;
        answer.put("reach", bytes.replace("open", "filtered"), reach->status);
    }
};

/// What lies on the node is of the installer run that is asked about, whichever it is of.
class MistakesAttempts final : public Deceit {
public:
    void beforeQuery(const SimulatedNode& node, NodeQuery& query) override { query.jobAttempt = node.jobAttempt; }
};

/// The config is what it was, whatever it is.
class IgnoresDrift final : public Deceit {
public:
    void afterAnswer(const SimulatedNode& node, const NodeQuery&, NodeAnswer& answer) override
    {
        if (answer.record("config"))
            answer.put("config", node.plannedConfig);
    }
};

/// Whatever the way back to the old version did, from then on the node has it.
class WayBackIsBelieved final : public Deceit {
public:
    void afterRun(const SimulatedNode& node, const NodeCommand& command, CommandOutcome&) override
    {
        if (command.script == deceits::wayBackScript().toUtf8())
            m_back.insert(node.name);
    }
    void afterAnswer(const SimulatedNode& node, const NodeQuery&, NodeAnswer& answer) override
    {
        if (answer.record("version") && m_back.contains(node.name))
            answer.put("version", samples::SiteShape().source.toUtf8());
    }

private:
    QSet<QString> m_back;
};

class KeepsSecrets final : public Deceit {
public:
    bool redacts() const override { return false; }
};

template <typename D> RehearsalSeams deceivedBy()
{
    RehearsalSeams seams;
    seams.access = [](SiteAccess& site) { return std::make_unique<DeceivedAccess>(site, std::make_shared<D>()); };
    return seams;
}

/// Each record reaches the disk when the next one comes: after the action.
class LateJournal final : public JournalStore {
public:
    explicit LateJournal(std::unique_ptr<JournalStore> store) : m_store(std::move(store)) {}
    QString name() const override { return m_store->name(); }
    std::optional<Text> append(const QByteArray& bytes) override
    {
        std::optional<Text> failure;
        if (!m_held.isEmpty())
            failure = m_store->append(m_held);
        m_held = bytes;
        return failure;
    }

private:
    std::unique_ptr<JournalStore> m_store;
    QByteArray m_held;
};

/// Nobody is asked before an action.
class ConfirmsItself final : public ConfirmationGate {
public:
    explicit ConfirmsItself(ConfirmationGate& person) : m_person(person) {}
    StepAnswer confirm(const StepQuestion& question) override
    {
        return {question.canRun ? StepAnswer::Choice::Run : StepAnswer::Choice::ByHand, {}, true};
    }
    Word askWord(const Step& step, const Observation& seen) override { return m_person.askWord(step, seen); }
    TroubleAnswer settle(const Trouble& trouble) override { return m_person.settle(trouble); }
    Word doneByHand(const Step& step, const Action& action) override { return m_person.doneByHand(step, action); }
    bool confirmUndo(const Step& step, const Action& undo) override { return m_person.confirmUndo(step, undo); }
    void changed(const RunState& state) override { m_person.changed(state); }
    void tell(const Error& error) override { m_person.tell(error); }

private:
    ConfirmationGate& m_person;
};

/// What a command prints is told as it is, whatever the journal says of it.
class TellsSecrets final : public ConfirmationGate {
public:
    explicit TellsSecrets(ConfirmationGate& person) : m_person(person) {}
    StepAnswer confirm(const StepQuestion& question) override { return m_person.confirm(question); }
    Word askWord(const Step& step, const Observation& seen) override { return m_person.askWord(step, seen); }
    TroubleAnswer settle(const Trouble& trouble) override { return m_person.settle(trouble); }
    Word doneByHand(const Step& step, const Action& action) override { return m_person.doneByHand(step, action); }
    bool confirmUndo(const Step& step, const Action& undo) override { return m_person.confirmUndo(step, undo); }
    void changed(const RunState& state) override { m_person.changed(state); }
    void output(const Step& step, const CommandOutcome& outcome) override
    {
        CommandOutcome plain = outcome;
        plain.err.replace("***", SafetyWatch::secret());
        m_person.output(step, plain);
    }
    void tell(const Error& error) override { m_person.tell(error); }

private:
    ConfirmationGate& m_person;
};

} // namespace

namespace deceits {

RehearsalSeams trustsExitStatus()
{
    return deceivedBy<TrustsExitStatus>();
}

RehearsalSeams trustsTheMasters()
{
    return deceivedBy<TrustsTheMasters>();
}

RehearsalSeams asksNoPorts()
{
    return deceivedBy<AsksNoPorts>();
}

RehearsalSeams mistakesAttempts()
{
    return deceivedBy<MistakesAttempts>();
}

RehearsalSeams ignoresDrift()
{
    return deceivedBy<IgnoresDrift>();
}

QString wayBackScript()
{
    return u"svc way-back"_s;
}

RehearsalSeams wayBackIsBelieved()
{
    return deceivedBy<WayBackIsBelieved>();
}

RehearsalSeams keepsSecrets()
{
    return deceivedBy<KeepsSecrets>();
}

RehearsalSeams journalIsLate()
{
    RehearsalSeams seams;
    seams.store = [](std::unique_ptr<JournalStore> store) { return std::make_unique<LateJournal>(std::move(store)); };
    return seams;
}

RehearsalSeams confirmsItself()
{
    RehearsalSeams seams;
    seams.gate = [](ConfirmationGate& gate) { return std::make_unique<ConfirmsItself>(gate); };
    return seams;
}

RehearsalSeams tellsSecrets()
{
    RehearsalSeams seams;
    seams.gate = [](ConfirmationGate& gate) { return std::make_unique<TellsSecrets>(gate); };
    return seams;
}

} // namespace deceits

} // namespace explore
