#pragma once

#include "core/survey/SurveyReport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ruw {

// How what a run has found stands in the journal: written by the run, read back by RunState.

/// "baseline-recorded": who reaches whom while every service runs and nothing is blocked.
QJsonArray linksToJson(const QList<LinkState>& links);
QList<LinkState> linksFromJson(const QJsonValue& json); ///< entries that can't be read are left out

QJsonArray portsToJson(const QList<int>& ports);
QList<int> portsFromJson(const QJsonValue& json);

} // namespace ruw
