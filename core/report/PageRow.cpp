#include "core/report/PageRow.h"

#include <QPainter>

#include <algorithm>

namespace ruw::page {

namespace {

constexpr double padY = 3.2;
constexpr double barLane = 8; ///< height of one bar with the space around it

const QColor headTint(228, 228, 228);
const QColor groupTint(241, 241, 241);
const QColor hairline(150, 150, 150);

double cellsHeight(const RowBox& row)
{
    double height = 0;
    for (const CellBox& cell : row.cells)
        height = std::max(height, cell.height());
    return std::max(height + 2 * padY, row.minHeight);
}
/// Of the notes, or of the commands, below the cells.
double lowerHeight(const RowBox& row, bool command)
{
    double height = 0;
    for (const LowerLine& line : row.lower)
        height += line.command == command ? line.line.height : 0;
    return height > 0 ? height + (command ? 2 : 1) * padY : 0;
}

/// Of the lines to write on.
double ruledHeight(const RowBox& row)
{
    double height = 0;
    for (const RuledLine& line : row.ruled)
        height += line.height;
    return height > 0 ? height + padY : 0;
}

/// The rules of all lines begin below each other.
void paintRuled(QPainter& painter, const QList<RuledLine>& lines, double x, double y, double room)
{
    constexpr double gap = 8, aboveFoot = 3.5;
    double leads = 0;
    qsizetype columns = 2; // a single rule need not be as long as the paper is wide
    for (const RuledLine& line : lines) {
        for (const TextLine& lead : line.lead)
            leads = std::max(leads, lead.width + gap);
        columns = std::max(columns, line.fields.size());
    }
    const double share = (room - leads) / double(columns);
    for (const RuledLine& line : lines) {
        const double rule = y + line.height - aboveFoot;
        double leadY = rule - heightOf(line.lead);
        for (const TextLine& lead : line.lead) {
            lead.paint(painter, x, leadY, leads);
            leadY += lead.height;
        }
        double from = x + leads;
        for (const TextLine& field : line.fields) {
            field.paint(painter, from, rule - field.height, share);
            painter.setPen(QPen(Qt::black, 0.5));
            painter.drawLine(QPointF(from + (field.width > 0 ? field.width + 3 : 0), rule), QPointF(from + share - gap, rule));
            from += share;
        }
        y += line.height;
    }
}

void paintStrip(QPainter& painter, const QList<Stretch>& strip, const QRectF& room)
{
    for (const Stretch& stretch : strip) {
        const double from = std::clamp(stretch.from, 0.0, 1.0) * room.width();
        const double to = std::clamp(stretch.to, 0.0, 1.0) * room.width();
        const QRectF area(room.left() + from, room.top(), std::max(to - from, 1.2), room.height());
        painter.setPen(QPen(Qt::black, 0.5));
        if (stretch.kind == Stretch::Kind::Thin) {
            painter.drawLine(QPointF(area.left(), area.center().y()),
                             QPointF(area.right(), area.center().y()));
            continue;
        }
        painter.setBrush(stretch.kind == Stretch::Kind::Solid ? QColor(120, 120, 120)
                                                              : QColor(Qt::white));
        painter.drawRect(area);
        if (stretch.kind != Stretch::Kind::Hatched)
            continue;
        painter.save();
        painter.setClipRect(area);
        for (double line = area.left() - area.height(); line < area.right(); line += 2.4)
            painter.drawLine(QPointF(line, area.bottom()), QPointF(line + area.height(), area.top()));
        painter.restore();
    }
}

void paintCell(QPainter& painter, const CellBox& cell, double x, double y, double width, double height)
{
    if (cell.box) {
        constexpr double side = 10;
        painter.setPen(QPen(Qt::black, 0.8));
        painter.setBrush(Qt::white);
        painter.drawRect(QRectF(x + (width - side) / 2, y + (height - side) / 2, side, side));
    }
    double lane = y + (height - double(cell.bars.size()) * barLane) / 2;
    for (const Bar& bar : cell.bars) {
        painter.setPen(QPen(Qt::black, 0.5));
        painter.setBrush(bar.outlined ? Qt::white : QColor(120, 120, 120));
        const double room = width - 2;
        const double from = std::clamp(bar.from, 0.0, 1.0) * room;
        const double to = std::clamp(bar.to, 0.0, 1.0) * room;
        painter.drawRect(QRectF(x + 1 + from, lane + 0.8, std::max(to - from, 1.2), barLane - 1.6));
        lane += barLane;
    }
    if (!cell.strip.isEmpty())
        paintStrip(painter, cell.strip, QRectF(x + 1, y + height / 2 - 3.2, width - 2, 6.4));
    double lineY = y + padY;
    for (const TextLine& line : cell.lines) {
        line.paint(painter, x + padX, lineY, width - 2 * padX);
        lineY += line.height;
    }
}

void paintRow(QPainter& painter, const Grid& grid, const RowBox& row, bool head, QPointF at, double upper)
{
    painter.save();
    const double notes = lowerHeight(row, false), ruled = ruledHeight(row), commands = lowerHeight(row, true);
    const double aboveCommands = upper + notes + ruled;
    const QRectF area(at.x(), at.y(), grid.width, aboveCommands + commands);
    if (head || row.emphasized)
        painter.fillRect(area, headTint);
    else if (row.group)
        painter.fillRect(area, groupTint);
    double x = at.x();
    painter.setPen(QPen(hairline, 0.4));
    painter.setBrush(Qt::NoBrush);
    if (!row.group) {
        for (const double width : grid.widths) {
            // The columns left of the notes go on beside them.
            const double down = x - at.x() <= grid.noteX + 0.1 ? aboveCommands : upper;
            if (x > at.x())
                painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + down));
            x += width;
        }
    }
    painter.drawRect(area);
    painter.setPen(QPen(hairline, 0.4, Qt::DotLine));
    if (notes > 0)
        painter.drawLine(QPointF(at.x() + grid.noteX, at.y() + upper),
                         QPointF(area.right(), at.y() + upper));
    if (ruled > 0) {
        const double top = at.y() + upper + notes;
        painter.drawLine(QPointF(at.x() + grid.noteX, top), QPointF(area.right(), top));
        paintRuled(painter, row.ruled, at.x() + grid.noteX + padX, top, grid.width - grid.noteX - 2 * padX);
        painter.setPen(QPen(hairline, 0.4, Qt::DotLine));
    }
    if (commands > 0) {
        const double top = at.y() + aboveCommands;
        painter.drawLine(QPointF(at.x(), top), QPointF(area.right(), top));
        painter.fillRect(QRectF(at.x() + padX, top + padY, 1.6, commands - 2 * padY),
                         QColor(120, 120, 120));
    }
    if (head || row.emphasized) {
        painter.setPen(QPen(Qt::black, row.emphasized ? 1.8 : 0.9));
        painter.drawLine(area.topLeft(), area.topRight());
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    }
    x = at.x();
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const double width = row.group ? grid.width : grid.widths[size_t(i)];
        paintCell(painter, row.cells[i], x, at.y(), width, upper);
        x += width;
    }
    double y = at.y() + (notes > 0 ? upper + padY / 2 : aboveCommands + padY);
    bool inCommands = notes <= 0;
    for (const LowerLine& lower : row.lower) {
        if (lower.command && !inCommands)
            y = at.y() + aboveCommands + padY;
        inCommands = lower.command;
        if (!lower.label.isEmpty())
            lower.label.first().paint(painter, at.x() + padX + labelIndent, y,
                                      grid.commandX - padX - labelIndent);
        const double from = (lower.command ? grid.commandX : grid.noteX) + padX;
        lower.line.paint(painter, at.x() + from, y, grid.width - from - padX);
        y += lower.line.height;
    }
    painter.restore();
}

/// Takes what fits into `room` off the row: of every cell the first lines, then of the command below.
RowBox cutOff(RowBox& row, double room, bool continued)
{
    RowBox piece;
    piece.group = row.group;
    piece.emphasized = row.emphasized;
    row.minHeight = 0;
    const auto taken = [](QList<TextLine>& lines, double height) {
        QList<TextLine> first;
        while (!lines.isEmpty() && (lines.first().height <= height || first.isEmpty())) {
            height -= lines.first().height;
            first.append(lines.takeFirst());
        }
        return first;
    };
    for (CellBox& cell : row.cells) {
        CellBox part;
        part.box = cell.box && !continued;
        part.bars.swap(cell.bars);
        part.strip.swap(cell.strip);
        cell.box = false;
        part.lines = taken(cell.lines, room - 2 * padY);
        piece.cells.append(part);
    }
    const bool cellsLeft = std::any_of(row.cells.begin(), row.cells.end(),
                                       [](const CellBox& cell) { return !cell.lines.isEmpty(); });
    double left = room - cellsHeight(piece) - 3 * padY;
    if (cellsLeft)
        return piece;
    const auto takeLower = [&](bool command) {
        while (!row.lower.isEmpty() && row.lower.first().command == command && row.lower.first().line.height <= left) {
            left -= row.lower.first().line.height;
            piece.lower.append(row.lower.takeFirst());
        }
    };
    if (row.lower.isEmpty() || left >= 3 * row.lower.first().line.height)
        takeLower(false);
    const bool notesLeft = !row.lower.isEmpty() && !row.lower.first().command;
    while (!notesLeft && !row.ruled.isEmpty() && row.ruled.first().height + padY <= left) {
        left -= row.ruled.first().height;
        piece.ruled.append(row.ruled.takeFirst());
    }
    if (row.ruled.isEmpty() && !row.lower.isEmpty() && left >= 3 * row.lower.first().line.height)
        takeLower(true);
    return piece;
}

} // namespace

double CellBox::height() const
{
    return std::max(box ? 11 : heightOf(lines), double(bars.size()) * barLane);
}

std::shared_ptr<Chunk> rowChunk(const std::shared_ptr<Grid>& rowGrid, const RowBox& row, bool head)
{
    auto chunk = std::make_shared<Chunk>();
    const double upper = cellsHeight(row);
    chunk->height = upper + lowerHeight(row, false) + ruledHeight(row) + lowerHeight(row, true);
    chunk->paint = [row, head, upper, grid = rowGrid](QPainter& painter, double x, double y) {
        paintRow(painter, *grid, row, head, {x, y}, upper);
    };
    return chunk;
}

std::shared_ptr<Chunk> rowPiece(const std::shared_ptr<const Cutting>& cutting, const RowBox& row, bool continued)
{
    auto chunk = rowChunk(cutting->grid, row, false);
    chunk->keepWithNext = row.group;
    chunk->head = cutting->head;
    if (chunk->height > cutting->pageRoom) {
        chunk->split = [cutting, row, continued](double room) {
            RowBox rest = row;
            const RowBox piece = cutOff(rest, room, continued);
            rest.cells.first().lines = cutting->continuedMark + rest.cells.first().lines;
            return std::pair(rowPiece(cutting, piece, continued), rowPiece(cutting, rest, true));
        };
    }
    return chunk;
}

} // namespace ruw::page
