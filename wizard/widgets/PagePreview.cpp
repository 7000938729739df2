#include "wizard/widgets/PagePreview.h"

#include "wizard/Theme.h"
#include "wizard/widgets/PageRenderer.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace ruw {

namespace {

constexpr QSizeF paperPoints(595, 842); // A4, as PagePainter lays out
constexpr double pixelsAPoint = 96.0 / 72.0;
constexpr int margin = 12;
constexpr int cacheKibibytes = 96 * 1024;
constexpr std::array zoomSteps{0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0};

} // namespace

PagePreview::PagePreview(QWidget* parent) : QAbstractScrollArea(parent)
{
    m_renderer = new PageRenderer(this);
    connect(m_renderer, &PageRenderer::laidOut, this, &PagePreview::takeLayout);
    connect(m_renderer, &PageRenderer::rendered, this, &PagePreview::takePage);
    m_cache.setMaxCost(cacheKibibytes);
    setFocusPolicy(Qt::StrongFocus);
    // A bar that comes and goes would change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAutoFillBackground(false);
}

void PagePreview::setDocument(const std::optional<Document>& document)
{
    if (document)
        m_renderer->setDocument(*document);
    else
        takeLayout({});
}

void PagePreview::takeLayout(const QList<bool>& landscape)
{
    m_landscape = landscape;
    m_fresh.clear();
    m_awaited.clear();
    placePages();
    m_current = std::clamp(m_current, 0, std::max(0, pageCount() - 1));
    goToPage(m_current);
    retranslate();
    viewport()->update();
    emit currentPageChanged();
    emit laidOut();
}

QSizeF PagePreview::pointsOf(int page) const
{
    return m_landscape[page] ? paperPoints.transposed() : paperPoints;
}

double PagePreview::scaleOf(int page) const
{
    if (!m_fitWidth)
        return m_zoom * pixelsAPoint;
    return std::max(0.1, (viewport()->width() - 2 * margin) / pointsOf(page).width());
}

void PagePreview::placePages()
{
    m_places.clear();
    int widest = 0;
    int bottom = margin;
    for (int page = 0; page < pageCount(); ++page) {
        const QSize size = (pointsOf(page) * scaleOf(page)).toSize();
        m_places.append(QRect(QPoint(0, bottom), size));
        bottom += size.height() + margin;
        widest = std::max(widest, size.width());
    }
    const int contentWidth = std::max(widest + 2 * margin, viewport()->width());
    for (QRect& place : m_places)
        place.moveLeft((contentWidth - place.width()) / 2);
    verticalScrollBar()->setRange(0, std::max(0, bottom - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, contentWidth - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
}

void PagePreview::goToPage(int page)
{
    if (page < 0 || page >= m_places.size())
        return;
    verticalScrollBar()->setValue(m_places[page].top() - margin);
    // The last pages may not reach the top: the asked-for page counts all the same.
    if (m_current != page) {
        m_current = page;
        retranslate();
        emit currentPageChanged();
    }
}

void PagePreview::updateCurrent()
{
    const int line = verticalScrollBar()->value() + viewport()->height() / 3;
    int current = 0;
    for (int page = 0; page < m_places.size(); ++page) {
        if (m_places[page].top() <= line)
            current = page;
    }
    if (current == m_current)
        return;
    m_current = current;
    retranslate();
    emit currentPageChanged();
}

int PagePreview::shownPercent() const
{
    return pageCount() == 0
               ? 100
               : int(std::lround(scaleOf(std::min(m_current, pageCount() - 1)) / pixelsAPoint * 100));
}

void PagePreview::setZoom(double zoom)
{
    m_fitWidth = false;
    m_zoom = std::clamp(zoom, zoomSteps.front(), zoomSteps.back());
    const int page = m_current;
    wantOtherScale();
    goToPage(page);
    emit zoomChanged();
}

void PagePreview::zoomBy(int steps)
{
    const double now = shownPercent() / 100.0;
    const auto above = std::upper_bound(zoomSteps.begin(), zoomSteps.end(), now + 0.005);
    const auto notBelow = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), now - 0.005);
    if (steps > 0 && above != zoomSteps.end())
        setZoom(*above);
    else if (steps < 0 && notBelow != zoomSteps.begin())
        setZoom(*std::prev(notBelow));
}

void PagePreview::setFitWidth(bool fit)
{
    if (!fit) {
        setZoom(shownPercent() / 100.0);
        return;
    }
    m_fitWidth = true;
    const int page = m_current;
    wantOtherScale();
    goToPage(page);
    emit zoomChanged();
}

void PagePreview::retranslate()
{
    setAccessibleName(pageCount() == 0 ? tr("Preview: nothing to show yet")
                                       : tr("Preview, page %1 of %2").arg(m_current + 1).arg(pageCount()));
    setAccessibleDescription(tr("Page Up and Page Down turn the pages; Ctrl with plus and minus zooms."));
}

void PagePreview::wantOtherScale()
{
    m_renderer->discardRequests();
    m_fresh.clear();
    m_awaited.clear();
    placePages();
    viewport()->update();
}

void PagePreview::want(int page)
{
    if (m_fresh.contains(page) || m_awaited.contains(page))
        return;
    m_awaited.insert(page);
    m_renderer->request(page, scaleOf(page) * devicePixelRatioF());
}

void PagePreview::takePage(int page, double scale, const QImage& image)
{
    if (page >= pageCount() || !qFuzzyCompare(scale, scaleOf(page) * devicePixelRatioF()))
        return;
    m_awaited.remove(page);
    m_fresh.insert(page);
    // Never above the limit: QCache would throw a picture away at once that is larger than all it may hold.
    const qint64 kibibytes = image.sizeInBytes() / 1024;
    m_cache.insert(page, new QPixmap(QPixmap::fromImage(image)),
                   int(std::min<qint64>(kibibytes, cacheKibibytes)));
    viewport()->update();
}

void PagePreview::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(event->rect(), theme::colors().raised);
    const QPoint offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int page = 0; page < m_places.size(); ++page) {
        const QRect place = m_places[page].translated(-offset);
        if (!place.adjusted(-2, -2, 3, 3).intersects(event->rect()))
            continue;
        painter.setPen(page == m_current && hasFocus() ? QPen(theme::colors().accent, 2)
                                                       : QPen(theme::colors().border, 1));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
        // A picture that is late is better than none: the one of before fills its place until the new one is there.
        if (const QPixmap* picture = m_cache.object(page))
            painter.drawPixmap(place, *picture);
        else
            painter.fillRect(place, Qt::white);
        if (!m_cache.contains(page))
            m_fresh.remove(page); // thrown out of the cache meanwhile
        want(page);
    }
}

void PagePreview::resizeEvent(QResizeEvent*)
{
    const int page = m_current;
    const int offset = page < m_places.size() ? verticalScrollBar()->value() - m_places[page].top() : 0;
    const double scaleBefore = page < m_places.size() ? m_places[page].height() : 1;
    if (m_fitWidth)
        wantOtherScale();
    else
        placePages();
    if (page < m_places.size()) {
        const double grown = m_places[page].height() / std::max(1.0, scaleBefore);
        verticalScrollBar()->setValue(m_places[page].top() + int(offset * grown));
    }
    updateCurrent();
    emit zoomChanged();
}

void PagePreview::scrollContentsBy(int, int)
{
    updateCurrent();
    viewport()->update();
}

void PagePreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractScrollArea::changeEvent(event);
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_PageDown:
        goToPage(std::min(m_current + 1, pageCount() - 1));
        return;
    case Qt::Key_PageUp:
        goToPage(std::max(m_current - 1, 0));
        return;
    case Qt::Key_Home:
        goToPage(0);
        return;
    case Qt::Key_End:
        goToPage(pageCount() - 1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Semicolon: // "+" on a Japanese keyboard without Shift
        if (control) {
            zoomBy(1);
            return;
        }
        break;
    case Qt::Key_Minus:
        if (control) {
            zoomBy(-1);
            return;
        }
        break;
    case Qt::Key_0:
        if (control) {
            setFitWidth(true);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PagePreview::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace ruw
