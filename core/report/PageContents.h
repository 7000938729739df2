#pragma once

#include "core/report/Document.h"
#include "core/report/PageBlocks.h"
#include "core/report/PageText.h"

namespace ruw::page {

/// The lines of a table of contents, one chunk a heading; set closer where they would need a little more than `height`. Which page
/// a heading is on is looked up in `headings` when it is painted: they must live as long as the chunks.
Chunks contentsChunks(const Document& document, const QList<HeadingEntry>& headings, const TextStyle& body, double width, double height);

} // namespace ruw::page
