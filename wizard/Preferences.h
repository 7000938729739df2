#pragma once

#include "core/base/Text.h"

#include <QStringList>

#include <optional>

namespace ruw::preferences {

/// What is remembered from one start to the next: the language and the site files opened last. Nothing of a
/// site itself.
std::optional<Language> language();
void setLanguage(Language language);

/// Site files that still exist, the last one first.
QStringList recentSites();
void addRecentSite(const QString& path);

} // namespace ruw::preferences
