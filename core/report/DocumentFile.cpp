#include "core/report/DocumentFile.h"

#include "core/base/Quote.h"
#include "core/base/SafeFile.h"
#include "core/report/ExcelWriter.h"
#include "core/report/Fonts.h"
#include "core/report/HtmlWriter.h"
#include "core/report/PdfWriter.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct Format {
    QLatin1StringView suffix;
    Result<QByteArray> (*bytes)(const Document&);
};

constexpr std::array<Format, 4> formats = {{
    {"pdf"_L1, [](const Document& document) { return Result<QByteArray>(pdfBytes(document)); }},
    {"html"_L1, [](const Document& document) { return Result<QByteArray>(htmlBytes(document)); }},
    {"htm"_L1, [](const Document& document) { return Result<QByteArray>(htmlBytes(document)); }},
    {"xlsx"_L1, excelBytes},
}};

} // namespace

Status writeDocument(const Document& document, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto* format =
        std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.suffix == suffix; });
    if (format == formats.end()) {
        return Error{u"report-unknown-format"_s,
                     Text::tr("The ending of %1 names no format that can be written.").arg(shownSafely(path)),
                     Text::tr("Nothing was written."),
                     Text::tr("Use a file name that ends in .pdf, .html or .xlsx."),
                     {}};
    }
    const Result<Fonts> fonts = Fonts::forDocument(document);
    if (!fonts)
        return fonts.error();
    const Result<QByteArray> bytes = format->bytes(document);
    if (!bytes)
        return bytes.error();
    return writeWholeFile(path, *bytes);
}

} // namespace ruw
