#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace ruw {

/// Reads a whole file of at most `limit` bytes. Errors: file-missing, file-unreadable, file-too-large, file-not-regular.
Result<QByteArray> readWholeFile(const QString& path, qint64 limit);

/// Writes aside, flushes to disk, then renames: the old file stays whole until the new one is.
/// Errors: file-unwritable (the old file, if any, is unchanged).
Status writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace ruw
