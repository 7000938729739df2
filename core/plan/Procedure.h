#pragma once

#include "core/plan/Step.h"

#include <QDateTime>

namespace ruw {

/// The four procedures of the contract (FAQ 2578).
enum class ProcedureKind { StopMailFlow, DisableSettingsSync, BlockSyncPorts, BlockPeerTraffic };
const QList<ProcedureKind>& allProcedures();
QString procedureCode(ProcedureKind kind); ///< "stop-mail-flow" ...
std::optional<ProcedureKind> procedureFromCode(const QString& code);
Text procedureText(ProcedureKind kind);    ///< its name for people
Text procedureMeaning(ProcedureKind kind); ///< what it means for mail flow, one or two sentences
bool keepsMailFlowing(ProcedureKind kind);

/// A plan for this very site. Made by Planner, judged by SafetyRules before anybody sees it.
struct Procedure {
    ProcedureKind kind = ProcedureKind::StopMailFlow;
    QString runId;           ///< stands in the comment of every rule we make; from the stable facts
    QList<int> blockedPorts; ///< sorted; empty where nothing is blocked by port
    QList<Step> steps;

    const Step* step(const QString& id) const;
    /// The first step of that kind on the node; none: nullptr.
    const Step* first(StepKind stepKind, const QString& node) const;
    /// The step's No on paper, in the window and in the terminal: 1 for the first; 0: it is none of this plan.
    int number(const QString& id) const;
    /// "Step 13 of 58": where one stands, by the runbook's numbers.
    Text placeOf(const QString& id) const;
    /// Whether other steps hang on its answer (their onlyIf): then its expected result may fail to show without the run
    /// standing still, and what hangs on it is done.
    bool isAsked(const QString& id) const;
    /// The step cuts a node's sync, by the means of this procedure.
    bool isolates(const Step& step) const;
    /// The step gives a node's sync free again: the counterpart of isolates().
    bool restoresSync(const Step& step) const;
    int pointOfNoReturn() const; ///< index of the step, -1: none
    /// SHA-256 in hex over everything that is executed and every stable fact: the paper and the run carry the
    /// same.
    QString fingerprint() const;
    /// The first 12 characters in groups, for people.
    QString shortFingerprint() const;
    /// The contract's `plan` document.
    QJsonObject toJson(Language language) const;
    friend bool operator==(const Procedure&, const Procedure&) = default;

private:
    QJsonObject contentJson(Language language) const;
};

} // namespace ruw
