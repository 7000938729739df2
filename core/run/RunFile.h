#pragma once

#include "core/run/RunState.h"
#include "core/survey/SiteFacts.h"

namespace ruw {

/// A run read from its journal alone: what was planned, for which site, and how far it went.
struct StoredRun {
    QString path;
    Site site;
    SurveyReport survey;
    Procedure procedure; ///< as it was recorded
    JournalRead read;

    SiteKind siteKind = SiteKind::Real;

    RunState state() const { return RunState::replay(procedure, read.records); }
};

/// Reads a run for a report; no lock, nothing is changed. Errors: those of Journal::read(), journal-no-run
/// (the file holds no run), site-invalid, survey-invalid, run-plan-differs (recorded by another version of
/// this program).
Result<StoredRun> readRun(const QString& path);

/// As readRun(), and makes the plan anew from the recorded site and survey: only where it is the same plan
/// may the run go on (error run-plan-differs), and only on the `kind` of site that it was begun on (errors
/// run-is-rehearsal, run-is-real).
Result<StoredRun> loadRun(const QString& path, SiteKind kind = SiteKind::Real);
/// The error of a run that was begun on the other kind of site than `wanted`.
Error wrongSiteKind(const QString& path, SiteKind wanted);

/// What the first record of a journal holds.
QJsonObject runBegunData(const Procedure& procedure, const SiteFacts& facts, SiteKind kind = SiteKind::Real);
/// The error of a run whose plan is no longer the same.
Error planDiffers(const QString& path);

} // namespace ruw
