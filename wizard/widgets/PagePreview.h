#pragma once

#include "core/report/Document.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>
#include <QSet>

#include <optional>

namespace ruw {

class PageRenderer;

/// The pages of a document one below the other, as they will be printed: painted by the same PagePainter,
/// each only when it comes into view. Page Up / Page Down turn pages, Ctrl with + - 0 or the wheel zooms.
class PagePreview : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    /// None: nothing to show. Laid out off the window's thread; laidOut() says when the pages are there. Until then those
    /// of before stay in sight, and the page in view stays as far as there is one.
    void setDocument(const std::optional<Document>& document);
    int pageCount() const { return int(m_landscape.size()); }
    int currentPage() const
    {
        return m_current;
    } ///< 0-based: the one that fills most of the view's upper half
    void goToPage(int page);

    /// 1.0 shows a page at its true size on a screen of 96 dots an inch.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void zoomBy(int steps);
    /// Every page fills the width, upright or not.
    bool fitsWidth() const { return m_fitWidth; }
    void setFitWidth(bool fit);
    /// What the current page is shown at, in percent of the true size.
    int shownPercent() const;
    void retranslate();

    QSize sizeHint() const override { return {560, 480}; }

signals:
    void laidOut();
    void currentPageChanged();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;

private:
    double scaleOf(int page) const; ///< pixels a point
    void placePages();
    void updateCurrent();
    QSizeF pointsOf(int page) const;
    void takeLayout(const QList<bool>& landscape);
    void takePage(int page, double scale, const QImage& image);
    void wantOtherScale();
    void want(int page);

    PageRenderer* m_renderer;
    QList<bool> m_landscape; ///< one for each page
    QList<QRect> m_places;   ///< of every page, in the scrolled contents
    QCache<int, QPixmap> m_cache;
    QSet<int> m_fresh;   ///< pages whose picture is of this document and this scale
    QSet<int> m_awaited; ///< pages that were asked for
    int m_current = 0;
    double m_zoom = 1;
    bool m_fitWidth = true;
};

} // namespace ruw
