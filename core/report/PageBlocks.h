#pragma once

#include "core/report/Document.h"
#include "core/report/Fonts.h"
#include "core/report/PageChunk.h"

namespace ruw::page {

/// A4 with its margins, in points.
struct Sheet {
    bool landscape = false;
    double width() const { return landscape ? 841.89 : 595.28; }
    double height() const { return landscape ? 595.28 : 841.89; }
    static constexpr double margin = 42.5; ///< 15 mm
    static constexpr double headHeight = 20;
    static constexpr double footHeight = 18;
    double bodyWidth() const { return width() - 2 * margin; }
    double bodyTop() const { return margin + headHeight; }
    double bodyHeight() const { return height() - 2 * margin - headHeight - footHeight; }
};

/// A heading with the page it landed on (set when the pages are made; -1 until then).
struct HeadingEntry {
    int level = 1;
    QString text;
    int page = -1;
};

/// The whole document as chunks in reading order: cover first, then the body from a page of its own.
struct BlockLayout {
    Chunks cover;
    Chunks body;
    std::shared_ptr<QList<HeadingEntry>> headings; ///< shared with the painted table of contents
};
BlockLayout layOutBlocks(const Document& document, const Fonts& fonts);

} // namespace ruw::page
