#include "core/report/ExcelWriter.h"

#include "core/base/SafeFile.h"
#include "core/report/ExcelSheets.h"
#include "core/report/ExcelWorkbook.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace ruw {

using namespace excel;

namespace {

constexpr double lineHeight = 11.4; // of 9 point text: Calibri needs 11.0, BIZ UDP Gothic 9
constexpr double highestRow = 380;  // Excel's limit is 409 points
constexpr int barCells = 24;
constexpr qint64 largestFile = 256ll * 1024 * 1024;

class ExcelBook {
public:
    ExcelBook(const Document& document, const QString& path) : m_document(document), m_book(document, path) {}

    Status write()
    {
        if (!m_book.isOpen())
            return m_book.close(); // says so
        const Language language = m_document.language;
        if (m_document.form) {
            writeText(m_document.title, m_document.body, true); // the sheet has its name
        } else {
            nameTableSheets(language);
            writeText(Text::tr("Cover").render(language), m_document.cover, true);
            writeText(Text::tr("Description").render(language), m_document.body, false);
        }
        for (const auto& [table, name] : m_tables) {
            if (table->steps)
                writeTable(*table, name);
        }
        for (const auto& [table, name] : m_tables) {
            if (!table->steps)
                writeTable(*table, name);
        }
        return m_book.close();
    }

private:
    void nameTableSheets(Language language)
    {
        m_names.insert(Text::tr("Cover").render(language).toLower());
        m_names.insert(Text::tr("Description").render(language).toLower());
        QString heading;
        for (const DocumentBlock& block : m_document.body) {
            if (const auto* h = std::get_if<Heading>(&block))
                heading = h->text;
            if (const auto* table = std::get_if<Table>(&block))
                m_tables.emplace_back(table,
                                      sheetName(table->title.isEmpty() ? heading : table->title, m_names));
        }
    }

    /// The parts of a cell told apart as on paper: what leads is bold, a command is in its own font.
    void putParts(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, const Cell& cell,
                  const Look& look)
    {
        m_book.put(sheet, row, column, lastRow, column, cellText(cell), look);
        Look bold = look, plain = look, monospace = look;
        bold.bold = monospace.monospace = true;
        std::vector<std::pair<QByteArray, lxw_format*>> parts;
        const std::array all = {std::pair(cell.lead, m_book.format(bold)), std::pair(cell.text, m_book.format(plain)),
                                std::pair(cell.command, m_book.format(monospace)),
                                std::pair(cell.note, m_book.format(plain))};
        for (const auto& [text, font] : all) {
            if (text.isEmpty())
                continue;
            if (!parts.empty())
                parts.back().first += '\n';
            parts.emplace_back(safeLines(text).join(u'\n').toUtf8(), font);
        }
        if (parts.size() < 2 || !cell.bars.isEmpty() || !cell.strip.isEmpty())
            return;
        std::vector<lxw_rich_string_tuple> tuples;
        for (auto& [text, font] : parts)
            tuples.push_back({font, text.data()});
        std::vector<lxw_rich_string_tuple*> ended;
        for (lxw_rich_string_tuple& tuple : tuples)
            ended.push_back(&tuple);
        ended.push_back(nullptr);
        worksheet_write_rich_string(sheet, row, column, ended.data(), m_book.format(look));
    }

    // ---- prose: one wide column made of many, so that small tables can stand among the text ----

    static constexpr int gridColumns = 24;
    static constexpr double gridColumnWidth = 4.4;

    struct TextSheet {
        lxw_worksheet* sheet = nullptr;
        lxw_row_t row = 0;
    };

    void textRow(TextSheet& at, const QString& text, const Look& look, int indent = 0, double above = 0)
    {
        const double capacity = (gridColumns - indent) * gridColumnWidth * 9 / look.size;
        const double height = linesNeeded(text, capacity) * lineHeight * look.size / 9 + 3 + above;
        const auto rows = lxw_row_t(std::max(1, int(std::ceil(height / highestRow))));
        m_book.put(at.sheet, at.row, lxw_col_t(indent), at.row + rows - 1, gridColumns - 1, text, look);
        for (lxw_row_t i = 0; i < rows; ++i)
            worksheet_set_row(at.sheet, at.row + i, height / rows, nullptr);
        at.row += rows;
    }

    void writeText(const QString& name, const QList<DocumentBlock>& blocks, bool cover)
    {
        TextSheet at{m_book.addSheet(name, false), 0};
        worksheet_set_column(at.sheet, 0, gridColumns - 1, gridColumnWidth, nullptr);
        if (cover) {
            Look plain;
            plain.size = 12;
            textRow(at, m_document.siteName, plain);
            Look title;
            title.size = 22;
            title.bold = true;
            title.rule = true;
            textRow(at, markedTitle(m_document), title);
            textRow(at, m_document.subtitle, plain);
            ++at.row;
        }
        for (const DocumentBlock& block : blocks)
            std::visit([&](const auto& content) { writeBlock(at, content, cover); }, block);
        worksheet_print_area(at.sheet, 0, 0, std::max(at.row, lxw_row_t(1)) - 1, gridColumns - 1);
    }

    void writeBlock(TextSheet& at, const Heading& block, bool)
    {
        Look look;
        look.bold = true;
        look.size = block.level == 1 ? 14 : block.level == 2 ? 11 : 10;
        look.rule = block.level == 1;
        ++at.row;
        textRow(at, block.text, look);
    }
    void writeBlock(TextSheet& at, const Paragraph& block, bool)
    {
        Look look;
        look.bold = block.style == Paragraph::Style::Warning;
        look.heavy = look.bold;
        textRow(at, block.text, look);
    }
    void writeBlock(TextSheet& at, const ItemList& block, bool)
    {
        for (const QString& item : block.items) {
            Look mark;
            mark.align = LXW_ALIGN_CENTER;
            m_book.put(at.sheet, at.row, 0, at.row, 0, block.boxes ? QString(QChar(tickBox)) : u"・"_s, mark);
            textRow(at, item, Look(), 1);
        }
    }
    void writeBlock(TextSheet& at, const CommandBlock& block, bool)
    {
        if (!block.caption.isEmpty()) {
            Look caption;
            caption.bold = true;
            textRow(at, block.caption, caption);
        }
        Look look;
        look.monospace = true;
        look.tint = 1;
        // A cell a line: a long text would not fit the highest row.
        for (const QString& line : safeLines(block.text))
            textRow(at, line, look);
        ++at.row;
    }
    void writeBlock(TextSheet& at, const Table& block, bool cover)
    {
        if (cover) {
            writeSmallTable(at, block);
            return;
        }
        const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                        [&block](const auto& entry) { return entry.first == &block; });
        Look look;
        look.link = true;
        const QString target = u"internal:'"_s + found->second + u"'!A1"_s;
        const QString shown = Text::tr("See sheet: %1").arg(found->second).render(m_document.language);
        m_book.put(at.sheet, at.row, 0, at.row, gridColumns - 1, shown, look);
        worksheet_write_url_opt(at.sheet, at.row, 0, target.toUtf8().constData(), m_book.format(look),
                                shown.toUtf8().constData(), nullptr);
        ++at.row;
    }
    void writeBlock(TextSheet& at, const Drawing& block, bool)
    {
        textRow(at, block.topology.inText(), Look());
        if (!block.caption.isEmpty())
            textRow(at, block.caption, Look());
    }
    void writeBlock(TextSheet& at, const PageBreak&, bool) { ++at.row; }
    void writeBlock(TextSheet&, const Orientation&, bool) {}
    void writeBlock(TextSheet&, const Contents&, bool) {}

    /// A table among text: its columns are runs of the sheet's grid.
    void writeSmallTable(TextSheet& at, const Table& table)
    {
        if (!table.title.isEmpty()) {
            Look look;
            look.bold = true;
            ++at.row;
            textRow(at, table.title, look);
        }
        double shares = 0;
        for (const Column& column : table.columns)
            shares += column.width;
        std::vector<int> edges{0};
        double sum = 0;
        for (const Column& column : table.columns) {
            sum += column.width;
            const int wanted = int(std::lround(gridColumns * sum / std::max(shares, 1e-6)));
            edges.push_back(std::clamp(wanted, edges.back() + 1, gridColumns));
        }
        const auto writeRow = [&](const std::function<QString(qsizetype)>& text, bool head, const Row* row) {
            int lines = 1;
            for (qsizetype i = 0; i < table.columns.size(); ++i) {
                const int span = edges[size_t(i) + 1] - edges[size_t(i)];
                lines = std::max(lines, linesNeeded(text(i), span * gridColumnWidth));
                Look look =
                    cellLook(table.columns[i], row && i < row->cells.size() ? row->cells[i] : Cell(), row);
                look.bold = look.bold || head;
                look.tint = head ? 2 : look.tint;
                m_book.put(at.sheet, at.row, lxw_col_t(edges[size_t(i)]), at.row,
                    lxw_col_t(edges[size_t(i) + 1] - 1), text(i), look);
            }
            const double height = std::max(lines * lineHeight + 4, row ? row->minHeight : 0);
            worksheet_set_row(at.sheet, at.row++, std::min(height, 400.0), nullptr);
        };
        if (hasHead(table))
            writeRow([&](qsizetype i) { return table.columns[i].head; }, true, nullptr);
        for (const Row& row : table.rows) {
            writeRow([&](qsizetype i) { return i < row.cells.size() ? cellText(row.cells[i]) : QString(); },
                     false, &row);
        }
        ++at.row;
    }

    // ---- a table as a sheet of its own ----

    static Look cellLook(const Column& column, const Cell& cell, const Row* row)
    {
        Look look;
        look.border = true;
        look.bold = cell.bold || (row && row->emphasized);
        look.heavy = row && row->emphasized;
        look.tint = look.heavy ? 2 : 0;
        look.monospace = column.monospace || (cell.text.isEmpty() && !cell.command.isEmpty()) ||
                         !cell.bars.isEmpty() || !cell.strip.isEmpty();
        look.align = column.align == Column::Align::Right    ? LXW_ALIGN_RIGHT
                     : column.align == Column::Align::Center ? LXW_ALIGN_CENTER
                                                             : LXW_ALIGN_LEFT;
        if (isTickBox(cell)) {
            look.size = 14;
            look.align = LXW_ALIGN_CENTER;
            look.middle = true;
        }
        return look;
    }

    static QString cellText(const Cell& cell)
    {
        if (!cell.strip.isEmpty())
            return stripText(cell.strip, barCells);
        if (!cell.bars.isEmpty()) {
            QStringList lanes;
            for (const Bar& bar : cell.bars)
                lanes.append(barText(bar, barCells));
            return lanes.join(u'\n');
        }
        QStringList parts{cell.lead, cell.text, cell.command, cell.note};
        parts.removeAll(QString());
        return parts.join(u'\n');
    }

    static double columnWidth(const Table& table, qsizetype i)
    {
        double shares = 0;
        for (const Column& column : table.columns)
            shares += column.width;
        const double all = table.steps ? 170 : 130; // characters; print is fitted to one page's width
        double width = all * table.columns[i].width / std::max(shares, 1e-6);
        const bool bars = std::any_of(table.rows.begin(), table.rows.end(), [i](const Row& row) {
            return i < row.cells.size() && (!row.cells[i].bars.isEmpty() || !row.cells[i].strip.isEmpty());
        });
        if (bars)
            width = std::max(width, barCells * 2.2);
        return std::clamp(width, 5.0, 200.0);
    }

    /// The step sheet has no room below a step for its commands, as paper has: its wide columns share theirs.
    static std::vector<double> columnWidths(const Table& table)
    {
        std::vector<double> widths;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            widths.push_back(columnWidth(table, i));
        if (!table.steps)
            return widths;
        std::vector<std::vector<std::vector<double>>> rows;
        for (const Row& row : table.rows) {
            if (row.cells.size() < table.columns.size())
                continue;
            auto& lengths = rows.emplace_back();
            for (const Cell& cell : row.cells)
                lengths.push_back(lengthsOf(cellText(cell)));
        }
        return fittedWidths(rows, widths);
    }

    void writeTable(const Table& table, const QString& name)
    {
        lxw_worksheet* sheet = m_book.addSheet(name, true);
        const auto columns = lxw_col_t(table.columns.size());
        const std::vector<double> widths = columnWidths(table);
        for (lxw_col_t i = 0; i < columns; ++i)
            worksheet_set_column(sheet, i, i, widths[i], nullptr);
        lxw_row_t row = 0;
        Look title;
        title.bold = true;
        title.size = 14;
        m_book.put(sheet, row, 0, row, lxw_col_t(columns - 1), table.title.isEmpty() ? name : table.title, title);
        worksheet_set_row(sheet, row++, 22, nullptr);
        if (hasHead(table)) {
            int lines = 1;
            for (lxw_col_t i = 0; i < columns; ++i) {
                Look look;
                look.bold = true;
                look.border = true;
                look.tint = 2;
                look.middle = true;
                look.align = LXW_ALIGN_CENTER;
                m_book.put(sheet, row, i, row, i, table.columns[i].head, look);
                lines = std::max(lines, linesNeeded(table.columns[i].head, widths[i]));
            }
            worksheet_set_row(sheet, row, lines * lineHeight + 6, nullptr);
            worksheet_repeat_rows(sheet, row, row);
            ++row;
            worksheet_freeze_panes(sheet, row, table.steps ? 1 : 0);
        }
        for (const Row& content : table.rows)
            row += writeRow(sheet, row, table, widths, withLinesToWrite(content));
        worksheet_print_area(sheet, 0, 0, row - 1, lxw_col_t(columns - 1));
    }

    /// Gives how many sheet rows it took: what is higher than Excel's highest row is merged over several.
    lxw_row_t writeRow(lxw_worksheet* sheet, lxw_row_t row, const Table& table,
                       const std::vector<double>& widths, const Row& content)
    {
        const auto columns = lxw_col_t(table.columns.size());
        if (isGroup(content, table)) {
            Look look;
            look.bold = true;
            look.border = true;
            look.tint = content.emphasized ? 2 : 1;
            look.heavy = content.emphasized;
            m_book.put(sheet, row, 0, row, lxw_col_t(columns - 1), content.cells.first().text, look);
            const int lines = linesNeeded(content.cells.first().text, table.steps ? 170 : 130);
            worksheet_set_row(sheet, row, std::min(lines * lineHeight + 5, 400.0), nullptr);
            return 1;
        }
        int lines = 1;
        for (lxw_col_t i = 0; i < columns && i < content.cells.size(); ++i) {
            const Cell& cell = content.cells[i];
            lines = std::max(lines, cell.bars.isEmpty() && cell.strip.isEmpty()
                                        ? linesNeeded(cellText(cell), widths[i])
                                        : std::max(1, int(cell.bars.size())));
        }
        const double height = std::max({lines * lineHeight + 5, content.minHeight, table.steps ? 22.0 : 0.0});
        const auto rows = lxw_row_t(std::max(1, int(std::ceil(height / highestRow))));
        for (lxw_col_t i = 0; i < columns; ++i) {
            const Cell cell = i < content.cells.size() ? content.cells[i] : Cell();
            putParts(sheet, row, i, row + rows - 1, cell, cellLook(table.columns[i], cell, &content));
        }
        for (lxw_row_t i = 0; i < rows; ++i)
            worksheet_set_row(sheet, row + i, height / rows, nullptr);
        return rows;
    }

    const Document& m_document;
    Workbook m_book;
    std::vector<std::pair<const Table*, QString>> m_tables; ///< of the body, with their sheets' names
    QSet<QString> m_names;
};

} // namespace

Result<QByteArray> excelBytes(const Document& document)
{
    QTemporaryDir directory;
    if (!directory.isValid())
        return excelFailed(directory.errorString());
    const QString path = directory.filePath(u"book.xlsx"_s);
    if (const Status status = ExcelBook(document, path).write(); !status)
        return status.error();
    return readWholeFile(path, largestFile);
}

} // namespace ruw
