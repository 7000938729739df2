#include "core/report/PageTable.h"

#include "core/report/PageRow.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ruw::page {

namespace {

/// Room for what a command below its row is: whole columns of this width or more.
constexpr double leastLabel = 70;
/// A command of more lines than this, or a wrapped one, leaves its column of the step table.
constexpr qsizetype mostCommandLines = 4;

const QColor noteColor(70, 70, 70);

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
        const size_t firstRow = out.size();
        for (const Row& row : m_table.rows) {
            if (beginsGroup(row)) {
                const auto head = groupHead(row);
                current = fits(head) ? cutting(head) : plain;
            }
            out.push_back(rowPiece(beginsGroup(row) ? plain : current, rowBox(row), false));
        }
        if (m_table.groupsWhole)
            keepGroups(out, firstRow, plain->pageRoom);
        keepFromStandingAlone(out, firstRow);
        keepTogether(out);
        if (!out.empty())
            out.front()->before = 6;
        return out;
    }

private:
    /// A group's rows say on each page whose they are; a mark of its own begins no group.
    bool beginsGroup(const Row& row) const { return isGroup(row, m_table) && !row.emphasized; }

    void keepGroups(const Chunks& chunks, size_t firstRow, double pageRoom) const
    {
        double height = 0;
        for (size_t i = chunks.size(); i-- > firstRow;) {
            height += chunks[i]->height;
            if (!beginsGroup(m_table.rows[qsizetype(i - firstRow)]))
                continue;
            // The first one stands with the table's head, which may be far down a page.
            chunks[i]->wants = height <= pageRoom && i != firstRow ? height : 0;
            height = 0;
        }
    }

    /// No row stands alone on the other side of a page's end, but for a high one: it is not overlooked, and to keep it with its
    /// neighbour would leave half a page empty. A row that spans the table stands with the next one anyway.
    void keepFromStandingAlone(const Chunks& chunks, size_t firstRow) const
    {
        const auto mayStandAlone = [high = 0.15 * m_pageHeight](const Chunk& row) { return row.height >= high; };
        size_t first = firstRow;
        while (first < chunks.size() && chunks[first]->keepWithNext)
            ++first;
        if (first + 1 >= chunks.size())
            return;
        if (!mayStandAlone(*chunks[first]))
            chunks[first]->keepWithNext = true;
        if (mayStandAlone(*chunks.back()))
            return;
        size_t beforeLast = chunks.size() - 2;
        while (beforeLast > first && chunks[beforeLast]->keepWithNext)
            --beforeLast;
        chunks[beforeLast]->keepWithNext = true;
    }

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
                const QList<TextLine> label = textLines(commandLabel(cell, column), noteStyle(), m_grid->commandX - padX - labelIndent);
                for (qsizetype line = 0; line < label.size(); ++line) { // beside the command's lines, and below a short one
                    if (first + line == commands.size())
                        commands.append({textLines({}, commandStyle(), commandRoom).first(), true});
                    commands[first + line].label = {label[line]};
                }
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
        for (const WriteLine& line : row.toWrite)
            box.ruled.append(ruledLine(line));
        return box;
    }

    RuledLine ruledLine(const WriteLine& line) const
    {
        constexpr double leastHeight = 17; // to write in by hand
        constexpr double mostOfWidth = 0.35;
        RuledLine out;
        if (!line.lead.isEmpty())
            out.lead = textLines(line.lead, textStyle(), mostOfWidth * (m_grid->width - m_grid->noteX));
        for (const QString& field : line.fields)
            out.fields.append(textLines(field, textStyle(), m_grid->width).first());
        out.height = std::max(leastHeight, heightOf(out.lead) + 5);
        return out;
    }

    QString belowMark() const { return Text::tr("(below)").render(m_language); }
    static bool leavesItsCell(const QList<TextLine>& command)
    {
        return command.size() > mostCommandLines ||
               std::any_of(command.begin(), command.end(),
                           [](const TextLine& line) { return line.continues; });
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
