#include "core/report/ExcelWorkbook.h"

using namespace Qt::StringLiterals;

namespace ruw::excel {

namespace {

constexpr qsizetype longestText = 32767;

} // namespace

Workbook::Workbook(const Document& document, const QString& path)
    : m_document(document), m_book(workbook_new(path.toUtf8().constData()))
{
    if (m_book)
        setProperties();
}

Workbook::~Workbook()
{
    if (m_book)
        workbook_close(m_book);
}

void Workbook::setProperties()
{
    const QByteArray title = markedTitle(m_document).toUtf8();
    const QByteArray subject = m_document.siteName.toUtf8();
    const QByteArray author = m_document.author.toUtf8();
    lxw_doc_properties properties = {};
    properties.title = const_cast<char*>(title.constData());
    properties.subject = const_cast<char*>(subject.constData());
    properties.author = const_cast<char*>(author.constData());
    workbook_set_properties(m_book, &properties);
}

lxw_worksheet* Workbook::addSheet(const QString& name, bool landscape)
{
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (landscape)
        worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.6);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    // '&' begins a code there, and 255 bytes are allowed in all, three for a kanji.
    const auto part = [](const QString& text, qsizetype most = 24) {
        QString line = safeLines(text).join(u' ');
        if (line.size() > most)
            line = line.first(most - 1) + u'\u2026';
        return line.replace(u'&', u"&&"_s);
    };
    worksheet_set_header(sheet, QString(u"&L"_s + part(m_document.siteName, 32) + u"&C"_s +
                                        part(markedTitle(m_document), 28) + u"&R"_s +
                                        part(m_document.documentId))
                                    .toUtf8()
                                    .constData());
    worksheet_set_footer(
        sheet, QString(u"&L"_s + part(m_document.fingerprint) + u"&R&P / &N"_s).toUtf8().constData());
    return sheet;
}

lxw_format* Workbook::format(const Look& look)
{
    lxw_format*& made = m_formats[look];
    if (made)
        return made;
    made = workbook_add_format(m_book);
    // The names under which the fonts come with Windows in either language; LibreOffice on Linux knows
    // both.
    const bool japanese = needsJapanese(m_document);
    format_set_font_name(made, look.monospace ? (japanese ? "BIZ UDゴシック" : "Consolas")
                                              : (japanese ? "BIZ UDPゴシック" : "Calibri"));
    format_set_font_size(made, look.size);
    if (look.bold)
        format_set_bold(made);
    if (look.border) {
        format_set_border(made, LXW_BORDER_THIN);
        format_set_border_color(made, 0x808080);
    }
    if (look.heavy) {
        format_set_top(made, LXW_BORDER_MEDIUM);
        format_set_bottom(made, LXW_BORDER_MEDIUM);
        format_set_top_color(made, LXW_COLOR_BLACK);
        format_set_bottom_color(made, LXW_COLOR_BLACK);
    }
    if (look.rule)
        format_set_bottom(made, LXW_BORDER_MEDIUM);
    if (look.tint > 0)
        format_set_bg_color(made, look.tint == 1 ? 0xF1F1F1 : 0xE2E2E2);
    if (look.link)
        format_set_underline(made, LXW_UNDERLINE_SINGLE);
    format_set_align(made, uint8_t(look.align));
    format_set_align(made, look.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(made);
    return made;
}

void Workbook::put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, lxw_col_t lastColumn,
         const QString& text, const Look& look)
{
    const QString safe = safeLines(text).join(u'\n');
    m_tooLong = m_tooLong || safe.size() > longestText;
    lxw_format* cellFormat = format(look);
    if (row != lastRow || column != lastColumn)
        worksheet_merge_range(sheet, row, column, lastRow, lastColumn, "", cellFormat);
    if (safe.isEmpty())
        worksheet_write_blank(sheet, row, column, cellFormat);
    else
        worksheet_write_string(sheet, row, column, safe.toUtf8().constData(), cellFormat);
}

Status Workbook::close()
{
    if (!m_book)
        return excelFailed(u"workbook_new"_s);
    const lxw_error error = workbook_close(m_book);
    m_book = nullptr;
    if (error != LXW_NO_ERROR)
        return excelFailed(QString::fromUtf8(lxw_strerror(error)));
    if (m_tooLong) {
        return Error{u"excel-cell-too-long"_s,
                     Text::tr("A text is longer than the %1 characters that an Excel cell can hold.")
                         .arg(longestText),
                     Text::tr("Nothing was written."),
                     Text::tr("Write the document as PDF or HTML instead."),
                     {}};
    }
    return success();
}

Error excelFailed(const QString& why)
{
    return Error{u"excel-failed"_s,
                 Text::tr("The Excel file can't be made: %1").arg(why),
                 Text::tr("Nothing was written."),
                 Text::tr("Check the free space for temporary files, or write PDF or HTML."),
                 {}};
}

} // namespace ruw::excel
