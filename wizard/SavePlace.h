#pragma once

#include "core/base/Result.h"

#include <QString>

namespace ruw {

/// Whether that file lies, or would lie, in the folder or below it. An empty folder holds nothing.
bool liesIn(const QString& path, const QString& folder);
/// The folder that a save dialog opens in: `wanted`, unless it is empty or goes away with `passing`; then the user's
/// documents or, where he has no such folder, his home.
QString folderToSaveIn(const QString& wanted, const QString& passing);
/// Refuses a file in the folder that a rehearsal takes away with it when it is left: it would be lost without a word.
Status mayBeSavedAt(const QString& path, const QString& passing);

} // namespace ruw
