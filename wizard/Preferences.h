#pragma once

#include "core/base/Text.h"

#include <QStringList>

#include <optional>

namespace ruw::preferences {

/// What is remembered from one start to the next: the language and the site files opened last. Nothing of a
/// site itself.
std::optional<Language> language();
void setLanguage(Language language);
/// The window's: what is asked for this time, else what was chosen in it last, else the locale's.
Language languageToStartIn(std::optional<Language> asked, Language ofLocale);

/// Site files that still exist, the last one first.
QStringList recentSites();
void addRecentSite(const QString& path);

/// Where a site is kept that was not saved in a file yet. It stands among the recent sites as long as it exists: after a
/// crash it is opened from there.
QString draftFile();

} // namespace ruw::preferences
