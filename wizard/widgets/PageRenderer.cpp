#include "wizard/widgets/PageRenderer.h"

#include <QPainter>

namespace ruw {

namespace {

constexpr QSizeF paperPoints(595, 842); // A4, as PagePainter lays out

QImage painted(const PagePainter& pages, int page, double scale)
{
    const QSizeF points = pages.landscape(page) ? paperPoints.transposed() : paperPoints;
    QImage image((points * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    pages.paint(painter, page);
    return image;
}

} // namespace

PageRenderer::PageRenderer(QObject* parent) : QObject(parent), m_there(new QObject)
{
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

PageRenderer::~PageRenderer()
{
    ++m_document;
    // The pages hold fonts of that thread: they end where they were made.
    QMetaObject::invokeMethod(
        m_there, [this] { m_pages.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_there;
}

void PageRenderer::setDocument(const Document& document)
{
    const quint64 number = ++m_document;
    ++m_round;
    QMetaObject::invokeMethod(
        m_there,
        [this, document, number] {
            if (number != m_document)
                return;
            m_pages = std::make_unique<PagePainter>(document);
            QList<bool> landscape;
            for (int page = 0; page < m_pages->pageCount(); ++page)
                landscape.append(m_pages->landscape(page));
            QMetaObject::invokeMethod(
                this,
                [this, landscape, number] {
                    if (number == m_document)
                        emit laidOut(landscape);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void PageRenderer::request(int page, double scale)
{
    QMetaObject::invokeMethod(
        m_there,
        [this, page, scale, document = m_document.load(), round = m_round.load()] {
            if (document != m_document || round != m_round || !m_pages || page >= m_pages->pageCount())
                return;
            const QImage image = painted(*m_pages, page, scale);
            QMetaObject::invokeMethod(
                this,
                [this, page, scale, image, document] {
                    if (document == m_document)
                        emit rendered(page, scale, image);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void PageRenderer::discardRequests()
{
    ++m_round;
}

} // namespace ruw
