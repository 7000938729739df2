#include "core/report/PdfWriter.h"

#include "core/report/PagePainter.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace ruw {

QByteArray pdfBytes(const Document& document)
{
    const PagePainter pages(document);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int dotsPerPoint = 20;
    writer.setResolution(72 * dotsPerPoint);
    const QString title = markedTitle(document);
    writer.setTitle(document.siteName.isEmpty() ? title : title + u" - "_s + document.siteName);
    // The metadata's author is the creator field: QPdfWriter knows no other.
    writer.setCreator(document.author.isEmpty() ? u"Replica Upgrade Wizard"_s : document.author);
    const auto layoutOf = [&pages](int page) {
        QPageLayout layout(QPageSize(QPageSize::A4),
                           pages.landscape(page) ? QPageLayout::Landscape : QPageLayout::Portrait,
                           QMarginsF(), QPageLayout::Point);
        layout.setMode(QPageLayout::FullPageMode);
        return layout;
    };
    writer.setPageLayout(layoutOf(0));
    QPainter painter(&writer);
    for (int page = 0; page < pages.pageCount(); ++page) {
        if (page > 0) {
            writer.setPageLayout(layoutOf(page));
            writer.newPage();
        }
        painter.resetTransform();
        painter.scale(dotsPerPoint, dotsPerPoint);
        pages.paint(painter, page);
    }
    painter.end();
    buffer.close();
    return bytes;
}

} // namespace ruw
