#pragma once

#include "core/access/NodeAccess.h"
#include "core/base/Finding.h"
#include "core/run/Observation.h"
#include "core/site/SiteKind.h"
#include "core/survey/SurveyReport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ruw {

// How what a run has found stands in the journal: written by the run, read back by RunState.

/// The "kind" in the journal's first record, and back; nullopt: it is no run's.
QString journalKind(SiteKind kind);
std::optional<SiteKind> siteKindOfJournal(const QJsonObject& begun);

/// "baseline-recorded": who reaches whom while every service runs and nothing is blocked.
QJsonArray linksToJson(const QList<LinkState>& links);
QList<LinkState> linksFromJson(const QJsonValue& json); ///< entries that can't be read are left out

/// "observed" of a judged step.
QJsonArray observationsToJson(const QList<Observation>& observations);
/// What it rests on that a step is undone, for its "step-rolled-back": "byWord" where somebody's word counts, "seen" where something
/// was seen that speaks for it. `looked`: what was looked at, before he was asked; where nothing was, his word is all there is.
QJsonObject undoneToJson(const QList<Observation>& looked);
/// What is kept of a command's end: enough to judge it later, bounded.
QJsonObject outcomeToJson(const CommandOutcome& outcome);

/// A warning of the checks with which the work began all the same.
struct AcceptedWarning {
    Finding finding;
    QString by; ///< who accepted it; empty: it was shown, and accepted by nobody by itself
    bool forRehearsal = false; ///< nobody was asked, nor was it shown: a rehearsal begins all the same
    friend bool operator==(const AcceptedWarning&, const AcceptedWarning&) = default;
};
/// "warnings-accepted".
QJsonArray warningsToJson(const QList<AcceptedWarning>& warnings);
QList<AcceptedWarning> warningsFromJson(const QJsonValue& json);

QJsonArray portsToJson(const QList<int>& ports);
QList<int> portsFromJson(const QJsonValue& json);

} // namespace ruw
