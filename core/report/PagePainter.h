#pragma once

#include "core/report/Document.h"

#include <memory>

class QPainter;
class QPageLayout;

namespace ruw {

/// Lays a document out on A4 pages and paints them: the same for PDF, preview and printer. Measures and
/// breaks by itself, because QTextDocument splits table rows. Units: points.
class PagePainter {
public:
    explicit PagePainter(const Document& document);
    ~PagePainter();
    int pageCount() const;
    bool landscape(int page) const;
    /// Page 0.. painted with the painter's origin at the paper's top left, 1 unit = 1 point.
    void paint(QPainter& painter, int page) const;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

} // namespace ruw
