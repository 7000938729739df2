#pragma once

#include "core/survey/SurveyReport.h"

namespace ruw {

/// What a fact of a survey is called in tables; `key` is that of forEachFact().
Text factName(const QString& key);
/// Whether its value is a path, an address, a number of a port or a checksum: shown in a font in which each letter stands out.
bool factIsVerbatim(const QString& key);

/// The value of a fact for people, by its type and its key; what a machine called itself is shown safely.
Text factText(const QString& key, const QString& value);
Text factText(const QString& key, const QStringList& value);
Text factText(const QString& key, const QList<int>& ports);
Text factText(const QString& key, qint64 value); ///< sizes with their unit, other figures as they are
Text factText(const QString& key, bool value);
Text factText(const QString& key, ServiceState value);
Text factText(const QString& key, BootStart value);
Text factText(const QString& key, PortState value);

} // namespace ruw
