#pragma once

#include "core/base/Result.h"
#include "core/report/Document.h"

namespace ruw {

/// Writes a document by the file name's ending: .pdf, .html, .xlsx. Written aside, then renamed.
/// Needs a QGuiApplication (offscreen will do). Errors: report-unknown-format, font-missing (no Japanese font
/// for a Japanese document: said, not printed as boxes), file-unwritable.
Status writeDocument(const Document& document, const QString& path);

} // namespace ruw
