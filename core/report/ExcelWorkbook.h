#pragma once

#include "core/base/Result.h"
#include "core/report/Document.h"

#include <map>
#include <tuple>
#include <xlsxwriter.h>

namespace ruw::excel {

/// What a cell looks like; workbook formats are made once for each.
struct Look {
    bool monospace = false;
    bool bold = false;
    bool border = false;
    int tint = 0; ///< 0 none, 1 pale, 2 head
    int align = LXW_ALIGN_LEFT;
    bool middle = false; ///< vertically
    bool heavy = false;  ///< rules above and below
    bool rule = false;   ///< a line below
    bool link = false;
    double size = 9;
    auto key() const
    {
        return std::tie(monospace, bold, border, tint, align, middle, heavy, rule, link, size);
    }
    friend bool operator<(const Look& a, const Look& b) { return a.key() < b.key(); }
};

/// An Excel file under way, with the formats made for it.
class Workbook {
public:
    /// Begins the file; isOpen() tells whether it can be made.
    Workbook(const Document& document, const QString& path);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    bool isOpen() const { return m_book; }
    /// A sheet for A4, with the document's header and footer.
    lxw_worksheet* addSheet(const QString& name, bool landscape);
    lxw_format* format(const Look& look);
    /// Always a string, whatever it begins with; nothing from outside becomes a formula.
    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, lxw_col_t lastColumn,
             const QString& text, const Look& look);
    /// Writes the file. Errors: excel-failed, excel-cell-too-long.
    Status close();

private:
    void setProperties();

    const Document& m_document;
    lxw_workbook* m_book;
    std::map<Look, lxw_format*> m_formats;
    bool m_tooLong = false;
};

/// Error excel-failed: the file can't be made.
Error excelFailed(const QString& why);

} // namespace ruw::excel
