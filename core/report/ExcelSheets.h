#pragma once

#include "core/report/Document.h"

#include <QSet>
#include <QString>

#include <vector>

namespace ruw::excel {

/// A name that Excel takes for a sheet: at most 31 characters, none of []:*?/\, no quote at either end,
/// unlike the ones in `taken` whatever the case; it is added there.
QString sheetName(const QString& wanted, QSet<QString>& taken);

/// How many lines `text` takes in a cell that has room for `capacity` half-width characters; on the safe
/// side, since Excel and LibreOffice measure differently and neither grows a row of merged cells.
int linesNeeded(const QString& text, double capacity);
/// The same of lines already measured, for those who try many widths.
int linesNeeded(const std::vector<double>& lengths, double capacity);
std::vector<double> lengthsOf(const QString& text);

/// The widths, the same in all, with which the rows are lowest; `rows` holds the lengths of each cell's lines.
/// Narrow columns keep their width.
std::vector<double> fittedWidths(const std::vector<std::vector<std::vector<double>>>& rows,
                                 std::vector<double> widths);

/// The row with what is to be written by hand as blanks below its note: a sheet has no room below a row.
Row withLinesToWrite(const Row& row);

/// A bar of a time chart in full-width characters, `cells` wide: black squares, or white ones where it is outlined.
QString barText(const Bar& bar, int cells);
/// A strip in full-width characters, `cells` wide.
QString stripText(const QList<Stretch>& strip, int cells);

} // namespace ruw::excel
