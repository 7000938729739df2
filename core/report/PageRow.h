#pragma once

#include "core/report/Document.h"
#include "core/report/PageChunk.h"
#include "core/report/PageText.h"

#include <memory>
#include <vector>

namespace ruw::page {

inline constexpr double padX = 4;        ///< left and right of what a cell shows
inline constexpr double labelIndent = 7; ///< of what a command below its row is, behind its bar

/// What one cell shows: lines of text or command, a box, or bars.
struct CellBox {
    QList<TextLine> lines;
    bool box = false;
    QList<Bar> bars;
    QList<Stretch> strip = {};
    double height() const;
};

/// A line that stands below the cells of its row: of a note, or of a long command, whose first ones say what it is.
struct LowerLine {
    TextLine line;
    bool command = false;
    QList<TextLine> label = {};
};

/// A ruled line to write on: its words, and what stands in front of each rule.
struct RuledLine {
    QList<TextLine> lead;
    QList<TextLine> fields;
    double height = 0;
};

/// The inside of a row, before it is cut to pages.
struct RowBox {
    QList<CellBox> cells;
    QList<LowerLine> lower; ///< notes, then long commands
    QList<RuledLine> ruled; ///< between the notes and the commands
    bool group = false;
    bool emphasized = false;
    double minHeight = 0;
};

/// Everything that the rows of one table share.
struct Grid {
    std::vector<double> widths;
    double width = 0;
    double noteX = 0;    ///< where a note below its row begins: where its cell does
    double commandX = 0; ///< where a command below its row begins, right of what it is
};

/// What the rows of a table need to be cut, when the layout itself is gone.
struct Cutting {
    std::shared_ptr<Grid> grid;
    std::shared_ptr<Chunk> head; ///< stands above what of them begins a page
    QList<TextLine> continuedMark;
    double pageRoom = 0;
};

/// A row that is never cut: a table's head, or a group's on a further page.
std::shared_ptr<Chunk> rowChunk(const std::shared_ptr<Grid>& rowGrid, const RowBox& row, bool head);
/// A row that is cut where no page can hold it. `continued`: it is what is left of one.
std::shared_ptr<Chunk> rowPiece(const std::shared_ptr<const Cutting>& cutting, const RowBox& row, bool continued);

} // namespace ruw::page
