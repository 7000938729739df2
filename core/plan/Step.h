#pragma once

#include "core/base/Quote.h"
#include "core/plan/Condition.h"

#include <optional>

namespace ruw {

enum class StepKind {
    Confirm,
    BackupConfig,
    VerifyMailFlow,
    StopMailFlow,
    ResumeMailFlow,
    DrainNode,
    ReturnNode,
    BootStartOff,
    BootStartOn,
    DisableSettingsSync,
    EnableSettingsSync,
    Block,
    VerifyBlock,
    ExtendBlock,
    Unblock,
    StopService,
    RunInstaller,
    StopAutostartedService,
    VerifyVersion,
    RereadConfig,
    StartService,
    RestartService,
    CheckRestartFlag,
    VerifySync,
    WatchQueue,
    LiftOtherBlock, ///< what an earlier run left, before the steps of this one
    RecordBaseline, ///< who reaches whom before the work: without it a closed port proves nothing later
};
QString stepKindCode(StepKind kind); ///< "stop-mail-flow" ..., as the contract lists them
std::optional<StepKind> stepKindFromCode(const QString& code);
Text stepKindText(StepKind kind); ///< short name, for tables
/// Doing such a step changes nothing on the site: it looks or asks.
bool onlyLooks(StepKind kind);

/// What an installer is taken to need where the site file does not say: our assumption, shown as such.
inline constexpr int assumedInstallerMinutes = 20;

enum class Phase { Prepare, Isolate, Upgrade, Restore, Finish };
QString phaseCode(Phase phase);
std::optional<Phase> phaseFromCode(const QString& code);
Text phaseText(Phase phase);

/// What is done: a command that the tool runs, something a person does (with the command to copy where there
/// is one), or only a look.
struct Action {
    enum class Type { Command, Manual, Observe };
    Type type = Type::Manual;
    QString command; ///< complete, quoted, ready to paste; empty: there is none
    Shell shell = Shell::Posix;
    Text instruction;
    int limitSeconds = 60; ///< Command: time limit
    friend bool operator==(const Action&, const Action&) = default;
};

/// One action of a procedure, as data: it is printed, journaled, hashed, compared, simulated and translated,
/// and never a lambda. Guards must hold before it, expects after it.
struct Step {
    QString id; ///< stable within a procedure: "stop-service-mf2"
    StepKind kind = StepKind::Confirm;
    QString node; ///< empty: the whole site
    Phase phase = Phase::Prepare;
    Text title;
    Text why;
    Action action;
    QList<Condition> guards;
    QList<Condition> expects;
    std::optional<Action> rollback;
    bool pointOfNoReturn = false;
    bool skippable = false;
    bool byWord = false;    ///< nobody but the operator can observe the result
    bool critical = false;  ///< wants the checker's acknowledgement
    QStringList requiredBy; ///< safety rules (S1..S11) and FAQ rules (FAQ2578-1..6) that need the step
    QString checkCommand;   ///< by which the operator can check a result by word
    QList<int> ports;       ///< ports that a block step covers
    QString opensLedger, closesLedger; ///< ledger entries (S7), "block:mf1"
    QString onlyIf;             ///< id of a check-restart-flag step: done only when its answer was "no"
    QString thenBackTo;         ///< after this step, that check is made again
    int minutes = 1;            ///< estimate
    bool minutesAssumed = true; ///< the estimate is ours, not the site's

    /// What it puts in place it takes back itself, as a restart does: it stands within the step alone.
    bool closesItself() const { return !opensLedger.isEmpty() && opensLedger == closesLedger; }
    /// The contract's step object.
    QJsonObject toJson(Language language) const;
    friend bool operator==(const Step&, const Step&) = default;
};
inline bool changesTheSite(const Step& step)
{
    return !onlyLooks(step.kind);
}

} // namespace ruw
