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
            else if (!m_fresh && !fitsBelow(chunks, i))
                newPage(chunk.landscape);
            first = false;
            putOrSplit(chunks[i]);
        }
    }

private:
    /// Less than this is not begun at a page's foot of a row that has to be cut.
    static constexpr double leastPiece = 140;

    double bottom() const { return m_pages.back().sheet.bodyTop() + m_pages.back().sheet.bodyHeight(); }

    /// Whether this page has room for the chunk with what belongs on one page with it.
    bool fitsBelow(const Chunks& chunks, size_t index) const
    {
        const double room = bottom() - m_y;
        if (togetherFrom(chunks, index) > room)
            return false;
        const bool halfEmpty = room > m_pages.back().sheet.bodyHeight() / 2;
        return halfEmpty || wantedFrom(chunks, index) <= room;
    }

    static double heightOn(const Chunk& chunk) { return chunk.before + (chunk.split ? leastPiece : chunk.height); }

    /// The height of the chunk with all that must stand on the same page below it. Of more than a page holds, what it does hold.
    double togetherFrom(const Chunks& chunks, size_t index) const
    {
        const double page = m_pages.back().sheet.bodyHeight();
        double height = heightOn(*chunks[index]);
        for (size_t i = index; chunks[i]->keepWithNext && i + 1 < chunks.size() && !chunks[i + 1]->pageBefore; ++i) {
            const double next = heightOn(*chunks[i + 1]);
            if (height + next > page)
                break;
            height += next;
        }
        return height;
    }

    /// As much as it wants, or as there is of it before the next section.
    static double wantedFrom(const Chunks& chunks, size_t index)
    {
        const double wanted = chunks[index]->wants;
        double height = wanted > 0 ? heightOn(*chunks[index]) : 0;
        for (size_t i = index + 1; height < wanted && i < chunks.size(); ++i) {
            const bool section = chunks[i]->heading >= 0 && chunks[i]->wants > 0;
            if (section || chunks[i]->pageBefore)
                break;
            height += heightOn(*chunks[i]);
        }
        return std::min(height, wanted);
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

/// How much of the page is used, 0..1.
double usedOf(const Page& page)
{
    const Placed& last = page.placed.back();
    return (last.y + last.chunk->height - page.sheet.bodyTop()) / page.sheet.bodyHeight();
}

/// The body's n-th heading, from 0; where the paper turns next from there on. -1: nowhere.
qsizetype headingBlock(const Document& document, int n)
{
    for (qsizetype i = 0; i < document.body.size(); ++i) {
        if (std::holds_alternative<Heading>(document.body[i]) && n-- == 0)
            return i;
    }
    return -1;
}
qsizetype turnBehind(const Document& document, qsizetype block, bool landscape)
{
    for (qsizetype i = block; i >= 0 && i < document.body.size(); ++i) {
        const auto* turn = std::get_if<Orientation>(&document.body[i]);
        if (turn && turn->landscape == landscape)
            return i;
    }
    return -1;
}

/// So much of a page is little: the rest would stay empty.
constexpr double little = 0.4;

/// The heading of the section that ends on this page, where it begins it, or began on the page before it and, taken away from
/// there, would not leave that one half empty. Only to the wider page: a table made for that one is not squeezed. -1: there is none.
int sectionEndingOn(const std::vector<Page>& pages, size_t index)
{
    const int first = pages[index].placed.front().chunk->heading;
    if (first >= 0 || index == 0 || pages[index].sheet.landscape)
        return first;
    const Page& before = pages[index - 1];
    if (before.cover || before.sheet.landscape != pages[index].sheet.landscape)
        return -1;
    const auto heading = std::find_if(before.placed.crbegin(), before.placed.crend(), [](const Placed& placed) {
        return placed.chunk->heading >= 0 && placed.chunk->wants > 0; // of a section
    });
    if (heading == before.placed.crend())
        return -1;
    const double above = (heading->y - before.sheet.bodyTop()) / before.sheet.bodyHeight();
    return above <= little || above >= 1 - little ? heading->chunk->heading : -1;
}

/// Sections that would leave most of a page empty because the paper turns behind them stand on the turned page instead. False:
/// there are none.
bool turnEarlier(Document& document, const std::vector<Page>& pages)
{
    bool any = false;
    for (size_t i = 0; i + 1 < pages.size(); ++i) {
        const Page& page = pages[i];
        const bool turns = pages[i + 1].sheet.landscape != page.sheet.landscape;
        if (page.cover || !turns || usedOf(page) > little)
            continue;
        const int heading = sectionEndingOn(pages, i);
        const qsizetype section = heading < 0 ? -1 : headingBlock(document, heading);
        const qsizetype turn = turnBehind(document, section, !page.sheet.landscape);
        if (section < 0 || turn < 0)
            continue;
        document.body.move(turn, section);
        any = true;
    }
    return any;
}

} // namespace

struct PagePainter::Layout {
    Document document;
    Fonts fonts;
    BlockLayout blocks;
    std::vector<Page> pages;

    void make()
    {
        blocks = layOutBlocks(document, fonts);
        pages.clear();
        Paginator paginator(pages, *blocks.headings);
        paginator.place(blocks.cover, true);
        paginator.place(blocks.body, false);
    }

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
    const Result<Fonts> fonts = Fonts::forDocument(document);
    m_layout->fonts = fonts ? *fonts : *Fonts::forLanguage(Language::English);
    m_layout->make();
    // Once more: what stood above such a section may be little, too.
    for (int pass = 0; pass < 2 && turnEarlier(m_layout->document, m_layout->pages); ++pass)
        m_layout->make();
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
