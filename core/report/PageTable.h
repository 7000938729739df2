#pragma once

#include "core/report/Document.h"
#include "core/report/Fonts.h"
#include "core/report/PageChunk.h"

namespace ruw::page {

/// Lays a table out: its title, its head and one chunk a row. A row higher than `pageHeight` is the only one
/// that is cut, between lines, and says so. In the step table a command too long for its column stands below
/// its row, across the table.
Chunks tableChunks(const Table& table, const Fonts& fonts, Language language, double width,
                   double pageHeight);

} // namespace ruw::page
