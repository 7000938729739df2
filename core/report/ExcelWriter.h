#pragma once

#include "core/base/Result.h"
#include "core/report/Document.h"

#include <QByteArray>

namespace ruw {

/// The document as an Excel workbook: cover, prose, the step sheet as integrators keep it, and a sheet for
/// each further table. Cells hold strings only, never formulas. Errors: excel-failed, excel-cell-too-long.
Result<QByteArray> excelBytes(const Document& document);

} // namespace ruw
