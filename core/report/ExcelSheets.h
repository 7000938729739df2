#pragma once

#include "core/report/Document.h"

#include <QSet>
#include <QString>

namespace ruw::excel {

/// A name that Excel takes for a sheet: at most 31 characters, none of []:*?/\, no quote at either end,
/// unlike the ones in `taken` whatever the case; it is added there.
QString sheetName(const QString& wanted, QSet<QString>& taken);

/// How many lines `text` takes in a cell that has room for `capacity` half-width characters; on the safe
/// side, since Excel and LibreOffice measure differently and neither grows a row of merged cells.
int linesNeeded(const QString& text, double capacity);

/// A bar of a time chart in full-width characters, `cells` wide: black squares, or white ones where it is outlined.
QString barText(const Bar& bar, int cells);
/// A strip in full-width characters, `cells` wide.
QString stripText(const QList<Stretch>& strip, int cells);

} // namespace ruw::excel
