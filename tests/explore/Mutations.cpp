#include "Mutations.h"

#include "Deceits.h"

#include "../unit/RehearsalSamples.h"

using namespace Qt::StringLiterals;
using namespace ruw;

namespace explore {

namespace {

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
         [](const SiteFacts&) { return deceits::asksNoPorts(); }},
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
         [](const SiteFacts&) { return deceits::journalIsLate(); }},
        {"nobody is asked before an action", "S6", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceits::confirmsItself(); }},
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
                     step.rollback->type = Action::Type::Command, step.rollback->command = deceits::wayBackScript();
             }
         },
         [](const SiteFacts&) { return deceits::wayBackIsBelieved(); }, "operator-goes-back"},
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
         [](const SiteFacts&) { return deceits::trustsTheMasters(); }, "command-lies"},
        {"an exit status is trusted", "S9", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceits::trustsExitStatus(); }},
        {"what an earlier installer run has left is taken for the latest one's", "S9", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return deceits::mistakesAttempts(); }, "command-lies@run-installer-mf2", 1, "start-service-mf2"},
        {"what a command prints is kept as it is", "S10", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceits::keepsSecrets(); }},
        {"what a command prints is told as it is", "S10", Kind::StopMailFlow, "ON", {},
         [](const SiteFacts&) { return deceits::tellsSecrets(); }},
        {"a mail that is sent once more is archived once more", "mail doubled", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return mailMistake({.archivesTwice = true}); }},
        {"a queue does not outlive a start of its service", "mail lost", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return mailMistake({.dropsQueueAtStart = true}); }},
        {"a config that has changed is not noticed", "S11", Kind::BlockSyncPorts, "ON", {},
         [](const SiteFacts&) { return deceits::ignoresDrift(); }},
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
