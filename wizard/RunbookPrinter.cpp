#include "wizard/RunbookPrinter.h"

#include "core/base/Quote.h"
#include "core/report/Fonts.h"
#include "core/report/PagePainter.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// A4 in points, upright: the paper that PagePainter lays out for.
constexpr QSizeF paperPoints(595.0, 842.0);

Error printError(const QPrinter& printer)
{
    const QString target =
        printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName();
    return {u"print-failed"_s,
            Text::tr("\"%1\" did not accept the pages.").arg(shownSafely(target)),
            Text::tr("Nothing or only a part was printed."),
            Text::tr("Check the printer (or whether the file can be written), then print again; or save the "
                     "runbook as PDF."),
            {}};
}

/// The pages to print, 0-based, in the order in which they leave the printer.
QList<int> pagesAskedFor(const QPrinter& printer, int pageCount)
{
    int first = 1;
    int last = pageCount;
    if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0) {
        first = printer.fromPage();
        last = printer.toPage() > 0 ? std::min(printer.toPage(), pageCount) : pageCount;
    }
    QList<int> pages;
    for (int page = first; page <= last; ++page)
        pages.append(page - 1);
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(pages.begin(), pages.end());
    return pages;
}

/// Maps points of an A4 page to the printer's dots: 1:1, or smaller where the paper is.
void placePage(QPainter& painter, const QPrinter& printer, bool landscape)
{
    const QSizeF dots = printer.pageLayout().fullRectPixels(printer.resolution()).size();
    const QSizeF page = landscape ? paperPoints.transposed() : paperPoints;
    const double trueSize = printer.resolution() / 72.0;
    const double fitting = std::min(dots.width() / page.width(), dots.height() / page.height());
    // A4 is 595.3 x 841.9 points: a deviation of less than a point is no other paper.
    const double scale = fitting > trueSize * 0.995 ? trueSize : fitting;
    painter.resetTransform();
    painter.translate((dots.width() - page.width() * scale) / 2, (dots.height() - page.height() * scale) / 2);
    painter.scale(scale, scale);
}

} // namespace

void preparePrinter(QPrinter& printer, const Document& document)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    printer.setPageMargins(QMarginsF(), QPageLayout::Point);
    printer.setDocName(document.subtitle.isEmpty() ? document.title
                                                   : document.title + u" - "_s + document.subtitle);
    printer.setCreator(u"Replica Upgrade Wizard"_s);
    printer.setFontEmbeddingEnabled(true);
}

Status printDocument(const Document& document, QPrinter& printer)
{
    if (const auto fonts = Fonts::forDocument(document); !fonts)
        return fonts.error();
    const PagePainter pages(document);
    const QList<int> asked = pagesAskedFor(printer, pages.pageCount());
    QPainter painter;
    for (const int page : asked) {
        // The orientation counts from the next page on: it is set before begin() and before newPage().
        printer.setPageOrientation(pages.landscape(page) ? QPageLayout::Landscape : QPageLayout::Portrait);
        const bool onPaper = painter.isActive() ? printer.newPage() : painter.begin(&printer);
        if (!onPaper)
            return printError(printer);
        placePage(painter, printer, pages.landscape(page));
        pages.paint(painter, page);
    }
    if (painter.isActive() && !painter.end())
        return printError(printer);
    if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return printError(printer);
    return success();
}

} // namespace ruw
