#include "core/report/PagePainter.h"

#include "core/report/PageBlocks.h"
#include "core/report/PageText.h"

#include <QPainter>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace ruw {

using namespace page;

namespace {

struct Placed {
    std::shared_ptr<const Chunk> chunk;
    double y = 0;
};

struct Page {
    Sheet sheet;
    bool cover = false;
    std::vector<Placed> placed;
};

/// Puts chunks on pages, one after the other.
class Paginator {
public:
    Paginator(std::vector<Page>& pages, QList<HeadingEntry>& headings) : m_pages(pages), m_headings(headings)
    {
    }

    void place(const Chunks& chunks, bool cover)
    {
        m_cover = cover;
        m_fresh = false;
        bool first = true;
        for (size_t i = 0; i < chunks.size(); ++i) {
            const Chunk& chunk = *chunks[i];
            if (first || chunk.pageBefore || chunk.landscape != m_pages.back().sheet.landscape)
                newPage(chunk.landscape);
            else if (!m_fresh && m_y + neededFrom(chunks, i) > bottom())
                newPage(chunk.landscape);
            first = false;
            putOrSplit(chunks[i]);
        }
    }

private:
    /// Less than this is not begun at a page's foot of a row that has to be cut.
    static constexpr double leastPiece = 140;

    double bottom() const { return m_pages.back().sheet.bodyTop() + m_pages.back().sheet.bodyHeight(); }

    /// The height of the chunk with all that must stand on the same page below it.
    double neededFrom(const Chunks& chunks, size_t index) const
    {
        double height = 0;
        for (size_t i = index; i < chunks.size(); ++i) {
            const double own = chunks[i]->split ? leastPiece : chunks[i]->height;
            height += chunks[i]->before + own;
            const bool last = !chunks[i]->keepWithNext || i + 1 == chunks.size() || chunks[i + 1]->pageBefore;
            if (last)
                break;
        }
        // What is higher than a page can't be kept together: then the chunk alone decides.
        const double page = m_pages.back().sheet.bodyHeight();
        return height > page ? chunks[index]->before + std::min(chunks[index]->height, leastPiece) : height;
    }

    void newPage(bool landscape)
    {
        Page page;
        page.sheet.landscape = landscape;
        page.cover = m_cover;
        m_pages.push_back(page);
        m_y = page.sheet.bodyTop();
        m_fresh = true;
    }

    /// What no page can hold is cut where this page ends, and goes on at the top of the next.
    void putOrSplit(std::shared_ptr<const Chunk> chunk)
    {
        while (chunk->split) {
            const double above = !m_fresh ? chunk->before : chunk->head ? chunk->head->height : 0;
            const auto [piece, rest] = chunk->split(bottom() - m_y - above);
            put(piece);
            newPage(chunk->landscape);
            rest->landscape = chunk->landscape;
            chunk = rest;
        }
        put(chunk);
    }

    void put(const std::shared_ptr<const Chunk>& chunk)
    {
        Page& page = m_pages.back();
        if (m_fresh && chunk->head) {
            page.placed.push_back({chunk->head, m_y});
            m_y += chunk->head->height;
        } else if (!m_fresh) {
            m_y += chunk->before;
        }
        page.placed.push_back({chunk, m_y});
        m_y += chunk->height;
        if (chunk->heading >= 0)
            m_headings[chunk->heading].page = int(m_pages.size()) - 1;
        m_fresh = false;
    }

    std::vector<Page>& m_pages;
    QList<HeadingEntry>& m_headings;
    bool m_cover = false;
    bool m_fresh = false; ///< nothing stands on the page yet
    double m_y = 0;
};

} // namespace

struct PagePainter::Layout {
    Document document;
    Fonts fonts;
    BlockLayout blocks;
    std::vector<Page> pages;

    TextStyle furniture() const
    {
        TextStyle style;
        style.font = fonts.body;
        style.size = 7.5;
        style.leading = 1.4;
        style.color = QColor(50, 50, 50);
        return style;
    }
    /// A single line, cut short with an ellipsis only by the room of the header: the full text stands on the
    /// cover.
    void paintFurniture(QPainter& painter, const QString& text, double x, double y, double room,
                        Qt::AlignmentFlag align, bool bold = false) const
    {
        TextStyle style = furniture();
        style.align = align;
        style.bold = bold;
        const QFontMetricsF metrics(paperFont(style.font, style.size, bold));
        const QString shown =
            metrics.elidedText(safeLines(text).join(u' '), Qt::ElideRight, room * unitsPerPoint);
        textLines(shown, style, room + 20).first().paint(painter, x, y, room);
    }
    void paintHeader(QPainter& painter, const Sheet& sheet) const
    {
        const double left = Sheet::margin;
        // The id is the longest of the three, and the one that must be whole.
        const double name = 0.3 * sheet.bodyWidth(), title = 0.32 * sheet.bodyWidth(), id = sheet.bodyWidth() - name - title;
        const double y = Sheet::margin - 4;
        paintFurniture(painter, document.siteName, left, y, name - 8, Qt::AlignLeft);
        paintFurniture(painter, markedTitle(document), left + name, y, title, Qt::AlignHCenter, true);
        if (!document.documentId.isEmpty()) {
            paintFurniture(painter,
                           Text::tr("ID: %1", "of the document, in the header of its pages")
                               .arg(document.documentId)
                               .render(document.language),
                           left + name + title + 8, y, id - 8, Qt::AlignRight);
        }
        painter.setPen(QPen(Qt::black, 0.5));
        painter.drawLine(QPointF(left, y + 13), QPointF(left + sheet.bodyWidth(), y + 13));
    }
    void paintFooter(QPainter& painter, const Sheet& sheet, int page) const
    {
        const double left = Sheet::margin;
        const double y = sheet.height() - Sheet::margin - 8;
        painter.setPen(QPen(Qt::black, 0.5));
        painter.drawLine(QPointF(left, y - 3), QPointF(left + sheet.bodyWidth(), y - 3));
        if (!document.fingerprint.isEmpty()) {
            paintFurniture(
                painter, Text::tr("Plan fingerprint %1").arg(document.fingerprint).render(document.language),
                left, y, sheet.bodyWidth() * 0.6, Qt::AlignLeft);
        }
        paintFurniture(painter, u"%1 / %2"_s.arg(page + 1).arg(pages.size()), left + sheet.bodyWidth() * 0.6,
                       y, sheet.bodyWidth() * 0.4, Qt::AlignRight);
    }
    /// Every page of a rehearsal's paper is marked so that nobody takes it for the real one. Painted last, and seen through:
    /// below the grey boxes of the commands it would be hidden, and what it lies on stays readable, on a grey printer, too.
    void paintRehearsalMark(QPainter& painter, const Sheet& sheet) const
    {
        TextStyle style = furniture();
        style.size = 64;
        style.bold = true;
        style.color = QColor(0, 0, 0, 26);
        const TextLine line =
            textLines(Text::tr("REHEARSAL").render(document.language), style, 2 * sheet.height()).first();
        painter.save();
        painter.translate(sheet.width() / 2, sheet.height() / 2);
        painter.rotate(-30);
        line.paint(painter, -line.width / 2, -line.height / 2, line.width);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(150, 150, 150), 2.5, Qt::DashLine));
        painter.drawRect(QRectF(18, 18, sheet.width() - 36, sheet.height() - 36));
    }
};

PagePainter::PagePainter(const Document& document) : m_layout(std::make_unique<Layout>())
{
    m_layout->document = document;
    // Without a Japanese font the pages still have their shape; writeDocument() and the preview refuse
    // beforehand.
    const Result<Fonts> fonts =
        Fonts::forLanguage(needsJapanese(document) ? Language::Japanese : Language::English);
    m_layout->fonts = fonts ? *fonts : *Fonts::forLanguage(Language::English);
    m_layout->blocks = layOutBlocks(m_layout->document, m_layout->fonts);
    Paginator paginator(m_layout->pages, *m_layout->blocks.headings);
    paginator.place(m_layout->blocks.cover, true);
    paginator.place(m_layout->blocks.body, false);
}

PagePainter::~PagePainter() = default;

int PagePainter::pageCount() const
{
    return int(m_layout->pages.size());
}

bool PagePainter::landscape(int page) const
{
    return m_layout->pages[size_t(page)].sheet.landscape;
}

void PagePainter::paint(QPainter& painter, int page) const
{
    const Page& content = m_layout->pages[size_t(page)];
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool rehearsal = m_layout->document.rehearsal;
    if (!content.cover || rehearsal) // the cover of a rehearsal says so in words as well
        m_layout->paintHeader(painter, content.sheet);
    if (!content.cover)
        m_layout->paintFooter(painter, content.sheet, page);
    for (const Placed& placed : content.placed) {
        painter.save();
        placed.chunk->paint(painter, Sheet::margin, placed.y);
        painter.restore();
    }
    if (rehearsal)
        m_layout->paintRehearsalMark(painter, content.sheet);
    painter.restore();
}

} // namespace ruw
