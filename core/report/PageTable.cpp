#include "core/report/PageTable.h"

#include "core/report/PageText.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ruw::page {

namespace {

constexpr double padX = 4;
constexpr double padY = 3.2;
constexpr double labelIndent = 7; ///< of what a command below its row is, behind its bar
/// Room for what a command below its row is: whole columns of this width or more.
constexpr double leastLabel = 70;
constexpr double barLane = 8; ///< height of one bar with the space around it
/// A command of more lines than this, or a wrapped one, leaves its column of the step table.
constexpr qsizetype mostCommandLines = 4;

const QColor headTint(228, 228, 228);
const QColor groupTint(241, 241, 241);
const QColor hairline(150, 150, 150);
const QColor noteColor(70, 70, 70);

/// What one cell shows: lines of text or command, a box, or bars.
struct CellBox {
    QList<TextLine> lines;
    bool box = false;
    QList<Bar> bars;
    QList<Stretch> strip = {};
    double height() const { return std::max(box ? 11 : heightOf(lines), double(bars.size()) * barLane); }
};

/// A line that stands below the cells of its row: of a note, or of a long command, whose first one says what it is.
struct LowerLine {
    TextLine line;
    bool command = false;
    QList<TextLine> label = {};
};

/// The inside of a row, before it is cut to pages.
struct RowBox {
    QList<CellBox> cells;
    QList<LowerLine> lower; ///< notes, then long commands
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

class TableLayout {
public:
    TableLayout(const Table& table, const Fonts& fonts, Language language, double width, double pageHeight)
        : m_table(table), m_fonts(fonts), m_language(language), m_pageHeight(pageHeight),
          m_grid(std::make_shared<Grid>())
    {
        m_grid->width = width;
        double shares = 0;
        for (const Column& column : table.columns)
            shares += column.width;
        for (const Column& column : table.columns)
            m_grid->widths.push_back(width * column.width / std::max(shares, 1e-6));
        for (size_t i = 0; i < m_grid->widths.size() && m_grid->commandX < leastLabel; ++i)
            m_grid->commandX += m_grid->widths[i];
        for (const Row& row : table.rows) {
            const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                           [](const Cell& one) { return one.noteBelow; });
            if (cell == row.cells.end() || row.cells.size() == 1)
                continue;
            m_grid->noteX = std::accumulate(m_grid->widths.begin(),
                                            m_grid->widths.begin() + (cell - row.cells.begin()), 0.0);
            break;
        }
    }

    Chunks chunks()
    {
        Chunks out;
        if (!m_table.title.isEmpty()) {
            TextStyle style = textStyle();
            style.bold = true;
            style.size = 9;
            auto title = linesChunk(textLines(m_table.title, style, m_grid->width));
            title->height += 3;
            title->keepWithNext = true;
            out.push_back(title);
        }
        if (hasHead(m_table)) {
            m_head = headChunk();
            out.push_back(m_head);
        }
        const double firstRoom = (m_grid->widths.empty() ? m_grid->width : m_grid->widths.front()) - 2 * padX;
        const auto cutting = [&](const std::shared_ptr<Chunk>& head) {
            auto made = std::make_shared<Cutting>();
            made->grid = m_grid;
            made->head = head;
            made->continuedMark =
                textLines(Text::tr("(continued)").render(m_language), noteStyle(), firstRoom);
            made->pageRoom = m_pageHeight - (head ? head->height : 0);
            return made;
        };
        // A head that takes much of the page would leave the rows no room on it.
        const auto fits = [this](const std::shared_ptr<Chunk>& head) { return head && head->height <= 0.3 * m_pageHeight; };
        const auto plain = cutting(fits(m_head) ? m_head : nullptr);
        auto current = plain;
        for (const Row& row : m_table.rows) {
            const RowBox box = rowBox(row);
            // A group's rows say on each page whose they are; a mark of its own begins no group.
            const bool begins = box.group && !row.emphasized;
            if (begins) {
                const auto head = groupHead(row);
                current = fits(head) ? cutting(head) : plain;
            }
            out.push_back(rowPiece(begins ? plain : current, box, false));
        }
        keepTogether(out);
        if (!out.empty())
            out.front()->before = 6;
        return out;
    }

private:
    /// A small table stays on one page.
    void keepTogether(const Chunks& chunks) const
    {
        double height = 0;
        for (const auto& chunk : chunks)
            height += chunk->height;
        if (m_table.steps || height > 0.4 * m_pageHeight)
            return;
        for (size_t i = 0; i + 1 < chunks.size(); ++i)
            chunks[i]->keepWithNext = true;
    }

    static Qt::AlignmentFlag alignOf(const Column& column)
    {
        return column.align == Column::Align::Right    ? Qt::AlignRight
               : column.align == Column::Align::Center ? Qt::AlignHCenter
                                                       : Qt::AlignLeft;
    }
    TextStyle textStyle() const
    {
        TextStyle style;
        style.font = m_fonts.body;
        style.size = m_table.steps ? 7.8 : 8.5;
        style.leading = 1.38;
        return style;
    }
    TextStyle noteStyle() const
    {
        TextStyle style = textStyle();
        style.size = 6.8;
        style.color = noteColor;
        return style;
    }
    TextStyle commandStyle() const
    {
        TextStyle style = textStyle();
        style.font = m_fonts.monospace;
        style.size = m_table.steps ? 7 : 7.5;
        style.leading = 1.28;
        style.command = true;
        return style;
    }

    std::shared_ptr<Chunk> linesChunk(const QList<TextLine>& lines) const
    {
        auto chunk = std::make_shared<Chunk>();
        chunk->height = heightOf(lines);
        chunk->paint = [lines, room = m_grid->width](QPainter& painter, double x, double y) {
            for (const TextLine& line : lines) {
                line.paint(painter, x, y, room);
                y += line.height;
            }
        };
        return chunk;
    }

    /// A head's words are set smaller rather than broken.
    static double sizeForWords(const QString& head, TextStyle style, double room)
    {
        constexpr double smallest = 6;
        const QStringList words = head.split(u' ', Qt::SkipEmptyParts);
        const auto broken = [&](const QString& word) {
            return word.front().script() == QChar::Script_Latin && textLines(word, style, room).size() > 1;
        };
        while (style.size > smallest && std::any_of(words.begin(), words.end(), broken))
            style.size -= 0.3;
        return style.size;
    }

    std::shared_ptr<Chunk> headChunk() const
    {
        RowBox row;
        for (size_t i = 0; i < m_grid->widths.size(); ++i) {
            TextStyle style = textStyle();
            style.bold = true;
            const Column& column = m_table.columns[qsizetype(i)];
            style.size = sizeForWords(column.head, style, m_grid->widths[i] - 2 * padX);
            style.align = alignOf(column);
            row.cells.append({textLines(column.head, style, m_grid->widths[i] - 2 * padX), false, {}});
        }
        auto chunk = rowChunk(m_grid, row, true);
        chunk->keepWithNext = true;
        return chunk;
    }

    /// The table's head with the group's row below it: what stands above rows of the group that begin a page.
    std::shared_ptr<Chunk> groupHead(const Row& row) const
    {
        Row again = row;
        again.cells.first().text += u' ' + Text::tr("(continued)").render(m_language);
        const auto group = rowChunk(m_grid, rowBox(again), false);
        if (!m_head)
            return group;
        auto both = std::make_shared<Chunk>();
        both->height = m_head->height + group->height;
        both->paint = [head = m_head, group](QPainter& painter, double x, double y) {
            head->paint(painter, x, y);
            group->paint(painter, x, y + head->height);
        };
        return both;
    }

    RowBox rowBox(const Row& row) const
    {
        RowBox box;
        box.emphasized = row.emphasized;
        box.minHeight = row.minHeight;
        box.group = isGroup(row, m_table);
        if (box.group) {
            TextStyle style = textStyle();
            style.bold = true;
            box.cells.append({textLines(row.cells.first().text, style, m_grid->width - 2 * padX), false, {}});
            return box;
        }
        QList<LowerLine> commands;
        for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
            const Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
            const Column& column = m_table.columns[i];
            const double room = m_grid->widths[size_t(i)] - 2 * padX;
            CellBox cellBox;
            cellBox.box = isTickBox(cell);
            cellBox.bars = cell.bars;
            cellBox.strip = cell.strip;
            if (!cell.lead.isEmpty()) {
                TextStyle style = textStyle();
                style.bold = true;
                cellBox.lines.append(textLines(cell.lead, style, room));
            }
            const QList<TextLine> command = textLines(cell.command, commandStyle(), room);
            const bool below = m_table.steps && leavesItsCell(command);
            if (!cell.text.isEmpty() && !cellBox.box) {
                TextStyle style = column.monospace ? commandStyle() : textStyle();
                style.bold = cell.bold || row.emphasized;
                style.align = alignOf(column);
                const bool introduced = below && cell.text.endsWith(u':');
                cellBox.lines.append(
                    textLines(introduced ? cell.text + u' ' + belowMark() : cell.text, style, room));
                if (below && !introduced)
                    cellBox.lines.append(textLines(belowMark(), noteStyle(), room));
            } else if (below) {
                cellBox.lines.append(textLines(belowMark(), noteStyle(), room));
            }
            if (below) {
                const qsizetype first = commands.size();
                const double commandRoom = m_grid->width - m_grid->commandX - 2 * padX;
                for (const TextLine& line : textLines(cell.command, commandStyle(), commandRoom))
                    commands.append({line, true});
                commands[first].label = textLines(commandLabel(cell, column), noteStyle(), m_grid->commandX - padX - labelIndent);
            } else if (!cell.command.isEmpty()) {
                cellBox.lines.append(command);
            }
            if (!cell.note.isEmpty() && cell.noteBelow) {
                for (const TextLine& line :
                     textLines(cell.note, noteStyle(), m_grid->width - m_grid->noteX - 2 * padX))
                    box.lower.append({line});
            } else if (!cell.note.isEmpty()) {
                TextStyle style = noteStyle();
                style.align = alignOf(column);
                cellBox.lines.append(textLines(cell.note, style, room));
            }
            box.cells.append(cellBox);
        }
        box.lower.append(commands);
        return box;
    }

    QString belowMark() const { return Text::tr("(below)").render(m_language); }
    static bool leavesItsCell(const QList<TextLine>& command)
    {
        return command.size() > mostCommandLines ||
               std::any_of(command.begin(), command.end(),
                           [](const TextLine& line) { return line.continues; });
    }

    static double cellsHeight(const RowBox& row)
    {
        double height = 0;
        for (const CellBox& cell : row.cells)
            height = std::max(height, cell.height());
        return std::max(height + 2 * padY, row.minHeight);
    }
    /// Of the notes, or of the commands, below the cells.
    static double lowerHeight(const RowBox& row, bool command)
    {
        double height = 0;
        for (const LowerLine& line : row.lower)
            height += line.command == command ? line.line.height : 0;
        return height > 0 ? height + (command ? 2 : 1) * padY : 0;
    }

    static std::shared_ptr<Chunk> rowChunk(const std::shared_ptr<Grid>& rowGrid, const RowBox& row, bool head)
    {
        auto chunk = std::make_shared<Chunk>();
        const double upper = cellsHeight(row);
        chunk->height = upper + lowerHeight(row, false) + lowerHeight(row, true);
        chunk->paint = [row, head, upper, grid = rowGrid](QPainter& painter, double x, double y) {
            paintRow(painter, *grid, row, head, {x, y}, upper);
        };
        return chunk;
    }

    static void paintStrip(QPainter& painter, const QList<Stretch>& strip, const QRectF& room)
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

    static void paintCell(QPainter& painter, const CellBox& cell, double x, double y, double width,
                          double height)
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

    static void paintRow(QPainter& painter, const Grid& grid, const RowBox& row, bool head, QPointF at,
                         double upper)
    {
        painter.save();
        const double notes = lowerHeight(row, false), commands = lowerHeight(row, true);
        const QRectF area(at.x(), at.y(), grid.width, upper + notes + commands);
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
                const double down = x - at.x() <= grid.noteX + 0.1 ? upper + notes : upper;
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
        if (commands > 0) {
            const double top = at.y() + upper + notes;
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
        double y = at.y() + upper + (notes > 0 ? padY / 2 : padY);
        bool inCommands = notes <= 0;
        for (const LowerLine& lower : row.lower) {
            if (lower.command && !inCommands)
                y = at.y() + upper + notes + padY;
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
    static RowBox cutOff(RowBox& row, double room, bool continued)
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
        if (cellsLeft || row.lower.isEmpty() || left < 3 * row.lower.first().line.height)
            return piece;
        while (!row.lower.isEmpty() && row.lower.first().line.height <= left) {
            left -= row.lower.first().line.height;
            piece.lower.append(row.lower.takeFirst());
        }
        return piece;
    }

    /// What the rows of a table need to be cut, when the layout itself is gone.
    struct Cutting {
        std::shared_ptr<Grid> grid;
        std::shared_ptr<Chunk> head;
        QList<TextLine> continuedMark;
        double pageRoom = 0;
    };

    static std::shared_ptr<Chunk> rowPiece(const std::shared_ptr<const Cutting>& cutting, const RowBox& row,
                                           bool continued)
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

    const Table& m_table;
    const Fonts& m_fonts;
    Language m_language;
    double m_pageHeight;
    std::shared_ptr<Grid> m_grid;
    std::shared_ptr<Chunk> m_head;
};

} // namespace

Chunks tableChunks(const Table& table, const Fonts& fonts, Language language, double width, double pageHeight)
{
    return TableLayout(table, fonts, language, width, pageHeight).chunks();
}

} // namespace ruw::page
