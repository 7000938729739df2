#include "Mutations.h"

#include "../unit/RehearsalSamples.h"

#include "core/run/ConfirmationGate.h"

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

// --- plans -----------------------------------------------------------------------------------------------------------------

/// Without guards and ledger the run does what the plan says, and looks at nothing first.
void blind(Procedure& procedure)
{
    for (Step& step : procedure.steps) {
        step.guards.clear();
        step.opensLedger.clear();
    }
}

void moveBefore(Procedure& procedure, const QString& id, const QString& before)
{
    const auto at = [&](const QString& wanted) {
        qsizetype i = 0;
        while (i < procedure.steps.size() && procedure.steps[i].id != wanted)
            ++i;
        return i;
    };
    const Step step = procedure.steps.takeAt(at(id));
    procedure.steps.insert(at(before), step);
}

void drop(Procedure& procedure, const QString& id)
{
    procedure.steps.removeIf([&](const Step& step) { return step.id == id; });
}

void dropAll(Procedure& procedure, StepKind kind)
{
    procedure.steps.removeIf([&](const Step& step) { return step.kind == kind; });
}

void endAfter(Procedure& procedure, const QString& id)
{
    while (procedure.steps.last().id != id)
        procedure.steps.removeLast();
}

// --- ways that deceive -----------------------------------------------------------------------------------------------------

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
    static QString script() { return u"svc way-back"_s; }
    void afterRun(const SimulatedNode& node, const NodeCommand& command, CommandOutcome&) override
    {
        if (command.script == script().toUtf8())
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

// --- a journal and a gate --------------------------------------------------------------------------------------------------

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

RehearsalSeams mailMistake(const MailMistakes& mistakes)
{
    RehearsalSeams seams;
    seams.mail = mistakes;
    return seams;
}

SiteFacts factsOf(const Mutation& mutation)
{
    samples::SiteShape shape;
    shape.slaves = mutation.slaves;
    shape.dataSync = mutation.dataSync;
    return samples::rehearsalFacts(shape);
}

} // namespace

const std::vector<Mutation>& mutations()
{
    using Kind = ProcedureKind;
    static const std::vector<Mutation> all = {
        {"the blocks are lifted before the master's installer", "S1", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             blind(p);
             moveBefore(p, u"unblock-mf1"_s, u"verify-mail-flow-mf2"_s);
             moveBefore(p, u"unblock-mf2"_s, u"verify-mail-flow-mf2"_s);
         }},
        {"the version is not read before the service starts", "S1", Kind::DisableSettingsSync, "OFF",
         [](Procedure& p) {
             blind(p);
             drop(p, u"verify-version-mf2"_s);
             drop(p, u"disable-settings-sync-mf1"_s);
             drop(p, u"disable-settings-sync-mf2"_s);
         }},
        {"no port is asked once the block is on", "S1w", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return deceivedBy<AsksNoPorts>(); }},
        {"settings sync is disabled though data sync is on", "S2", Kind::DisableSettingsSync, "ON", [](Procedure&) {}},
        {"a service is not stopped before the installers", "S3", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             drop(p, u"stop-service-mf1"_s);
         }},
        {"a service that an installer has started is left running", "S3", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             drop(p, u"stop-autostarted-service-mf2"_s);
         }},
        {"start at boot is not switched off", "S3", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             dropAll(p, StepKind::BootStartOff);
         }},
        {"a node is stopped that mail is still routed to", "S4", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             blind(p);
             dropAll(p, StepKind::DrainNode);
         },
         {}, "", 2},
        {"two slaves are out of service at the same time", "S4", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             blind(p);
             moveBefore(p, u"drain-node-mf3"_s, u"start-service-mf2"_s);
             moveBefore(p, u"stop-service-mf3"_s, u"start-service-mf2"_s);
         },
         {}, "", 2},
        {"the second mail node is stopped before the first is back", "S4", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             blind(p);
             moveBefore(p, u"stop-service-mf1"_s, u"start-service-mf2"_s);
         }},
        {"the master starts first", "S5", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             moveBefore(p, u"start-service-mf1"_s, u"start-service-mf2"_s);
         }},
        {"the journal is written after the action", "S6", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) {
             RehearsalSeams seams;
             seams.store = [](std::unique_ptr<JournalStore> store) {
                 return std::make_unique<LateJournal>(std::move(store));
             };
             return seams;
         }},
        {"nobody is asked before an action", "S6", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) {
             RehearsalSeams seams;
             seams.gate = [](ConfirmationGate& gate) { return std::make_unique<ConfirmsItself>(gate); };
             return seams;
         }},
        {"start at boot is not switched on again", "S7", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             drop(p, u"boot-start-on-mf2"_s);
         }},
        {"a service that was stopped stands in no ledger when the run is held", "S7", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             for (Step& step : p.steps) {
                 if (step.kind == StepKind::StopService)
                     step.opensLedger.clear();
             }
         },
         {}, "operator-declines"},
        {"who goes back past an installer takes the way back at its word", "S8", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             for (Step& step : p.steps) {
                 if (step.kind == StepKind::RunInstaller) // a way back that installs the new version once more
                     step.rollback->type = Action::Type::Command, step.rollback->command = WayBackIsBelieved::script();
             }
         },
         [](const SiteFacts&) { return deceivedBy<WayBackIsBelieved>(); }, "operator-goes-back"},
        {"one block is lifted too early", "S8", Kind::BlockSyncPorts, "ON",
         [](Procedure& p) {
             blind(p);
             moveBefore(p, u"unblock-mf1"_s, u"run-installer-mf1"_s);
         }},
        {"the version is not read at all", "S9", Kind::StopMailFlow, "ON",
         [](Procedure& p) {
             blind(p);
             for (Step& step : p.steps) {
                 step.expects.removeIf([](const Condition& condition) {
                     return condition.kind == ConditionKind::VersionIs ||
                            condition.kind == ConditionKind::SameVersionEverywhere;
                 });
             }
         }},
        {"in the last step an exit status is trusted", "S9 in start-service", Kind::StopMailFlow, "ON",
         [](Procedure& p) { endAfter(p, u"start-service-mf1"_s); },
         [](const SiteFacts&) { return deceivedBy<TrustsTheMasters>(); }, "command-lies"},
        {"an exit status is trusted", "S9", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceivedBy<TrustsExitStatus>(); }},
        {"what an earlier installer run has left is taken for the latest one's", "S9", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return deceivedBy<MistakesAttempts>(); }, "command-lies@run-installer-mf2", 1, "start-service-mf2"},
        {"what a command prints is kept as it is", "S10", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceivedBy<KeepsSecrets>(); }},
        {"what a command prints is told as it is", "S10", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) {
             RehearsalSeams seams;
             seams.gate = [](ConfirmationGate& gate) { return std::make_unique<TellsSecrets>(gate); };
             return seams;
         }},
        {"a mail that is sent once more is archived once more", "mail doubled", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return mailMistake({.archivesTwice = true}); }},
        {"a queue does not outlive a start of its service", "mail lost", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return mailMistake({.dropsQueueAtStart = true}); }},
        {"a config that has changed is not noticed", "S11", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return deceivedBy<IgnoresDrift>(); }},
    };
    return all;
}

Rehearsal mutated(const Mutation& mutation)
{
    const SiteFacts facts = factsOf(mutation);
    Procedure procedure = draftProcedure(facts, mutation.kind);
    if (mutation.plan)
        mutation.plan(procedure);
    return {facts, procedure, mutation.seams ? mutation.seams(facts) : RehearsalSeams()};
}

std::optional<Rehearsal> sound(const Mutation& mutation)
{
    const SiteFacts facts = factsOf(mutation);
    const Result<Procedure> procedure = planProcedure(facts, mutation.kind);
    return procedure ? std::optional(Rehearsal(facts, *procedure)) : std::nullopt;
}

} // namespace explore
