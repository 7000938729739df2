#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

namespace ruw {

/// One JSON document on standard output and nothing else.
void printJson(const QJsonObject& document);
/// A line for people on standard output.
void printLine(const QString& line);
/// A line for people on standard error.
void printError(const QString& line);
void printError(const Error& error, Language language);
/// Findings as people read them: severity, place, message, remedy.
QString shownFinding(const Finding& finding, Language language);
QJsonArray findingsJson(const QList<Finding>& findings, Language language);
/// Sets format and kind at the top of a document.
QJsonObject documentOf(const QString& kind);

} // namespace ruw
