#pragma once

#include "core/report/PagePainter.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

#include <memory>

namespace ruw {

/// The pages of a document one below the other, as they will be printed: painted by the same PagePainter,
/// each only when it comes into view. Page Up / Page Down turn pages, Ctrl with + - 0 or the wheel zooms.
class PagePreview : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    /// Null: nothing to show. The page in view stays, as far as there is one.
    void setPages(std::shared_ptr<const PagePainter> pages);
    int pageCount() const { return m_pages ? m_pages->pageCount() : 0; }
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
    const QPixmap& rendered(int page);

    std::shared_ptr<const PagePainter> m_pages;
    QList<QRect> m_places; ///< of every page, in the scrolled contents
    QCache<int, QPixmap> m_cache;
    int m_current = 0;
    double m_zoom = 1;
    bool m_fitWidth = true;
};

} // namespace ruw
