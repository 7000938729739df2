#include "core/report/PageBlocks.h"

#include "core/report/PageContents.h"
#include "core/report/PageTable.h"
#include "core/report/PageText.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::page {

namespace {

const QColor noteColor(70, 70, 70);
const QColor commandTint(244, 244, 244);
const QColor commandBar(120, 120, 120);
/// A section does not begin at a page's foot: this share of the page, or the whole of it.
constexpr double leastOfSection = 0.25;

/// Turns blocks into chunks, for the sheet that is in force.
class BlockVisitor {
public:
    BlockVisitor(const Document& document, const Fonts& fonts, QList<HeadingEntry>& headings)
        : m_document(document), m_fonts(fonts), m_headings(headings)
    {
    }

    Chunks take() { return std::move(m_out); }

    void operator()(const Heading& block)
    {
        m_heading = block.text;
        TextStyle style = bodyStyle();
        style.bold = true;
        style.leading = 1.4;
        style.size = block.level == 1 ? 14 : block.level == 2 ? 11 : 9.5;
        const QList<TextLine> lines = textLines(block.text, style, m_sheet.bodyWidth());
        const double rule = block.level == 1 ? 4 : 0;
        const double text = heightOf(lines);
        auto chunk = std::make_shared<Chunk>();
        chunk->before = block.level == 1 ? 24 : block.level == 2 ? 14 : 9;
        chunk->height = text + rule + (block.level == 1 ? 4 : 2);
        chunk->keepWithNext = true;
        chunk->wants = block.level == 1 ? leastOfSection * m_sheet.bodyHeight() : 0;
        chunk->heading = int(m_headings.size());
        m_headings.append({block.level, block.text, -1});
        chunk->paint = [lines, rule, text, width = m_sheet.bodyWidth()](QPainter& painter, double x,
                                                                        double y) {
            paintLines(painter, lines, x, y, width);
            if (rule > 0) {
                painter.setPen(QPen(Qt::black, 1.1));
                painter.drawLine(QPointF(x, y + text + 2), QPointF(x + width, y + text + 2));
            }
        };
        add(chunk);
    }

    void operator()(const Paragraph& block)
    {
        TextStyle style = bodyStyle();
        if (block.style == Paragraph::Style::Note) {
            style.size = 8;
            style.color = noteColor;
        }
        if (block.style == Paragraph::Style::Warning) {
            warning(block.text);
            return;
        }
        flow(textLines(block.text, style, m_sheet.bodyWidth()), 0, 5);
    }

    void operator()(const ItemList& block)
    {
        constexpr double indent = 15;
        for (qsizetype i = 0; i < block.items.size(); ++i) {
            const QList<TextLine> lines =
                textLines(block.items[i], bodyStyle(), m_sheet.bodyWidth() - indent);
            auto chunk = std::make_shared<Chunk>();
            chunk->before = i == 0 ? 5 : block.boxes ? 4 : 2;
            // No item stands alone on the other side of a page's end.
            chunk->keepWithNext = i + 1 < block.items.size() && (i == 0 || i == block.items.size() - 2);
            chunk->height = heightOf(lines);
            chunk->paint = [lines, boxes = block.boxes, width = m_sheet.bodyWidth()](QPainter& painter,
                                                                                     double x, double y) {
                const double middle = y + lines.first().height / 2;
                if (boxes) {
                    painter.setPen(QPen(Qt::black, 0.8));
                    painter.setBrush(Qt::NoBrush);
                    painter.drawRect(QRectF(x + 1, middle - 4.2, 8.4, 8.4));
                } else {
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(Qt::black);
                    painter.drawEllipse(QPointF(x + 5, middle), 1.5, 1.5);
                }
                paintLines(painter, lines, x + indent, y, width - indent);
            };
            add(chunk);
        }
    }

    void operator()(const CommandBlock& block)
    {
        bool first = true;
        if (!block.caption.isEmpty()) {
            TextStyle style = bodyStyle();
            style.size = 8;
            style.bold = true;
            flow(textLines(block.caption, style, m_sheet.bodyWidth()), 0, block.onOnePage ? 5 : 7);
            m_out.back()->keepWithNext = true;
            first = false;
        }
        TextStyle style = bodyStyle();
        style.font = m_fonts.monospace;
        // A sheet is not parted, so it is set closely: more of them share a page.
        style.size = block.onOnePage ? 7 : 7.5;
        style.leading = block.onOnePage ? 1.1 : 1.28;
        style.command = true;
        const double edge = block.onOnePage ? 2.5 : 4;
        constexpr double indent = 9;
        const double width = m_sheet.bodyWidth();
        const QList<TextLine> lines = textLines(block.text, style, width - indent - 4);
        constexpr double headingRoom = 60;
        const bool together =
            lines.size() <= 24 || (block.onOnePage && heightOf(lines) + headingRoom <= m_sheet.bodyHeight());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const double above = i == 0 ? edge : 0;
            const double below = i == lines.size() - 1 ? edge : 0;
            auto chunk = std::make_shared<Chunk>();
            chunk->before = i == 0 ? (first ? 7 : 2) : 0;
            chunk->height = lines[i].height + above + below;
            // No line of a block stands alone at a page's foot or head.
            chunk->keepWithNext = i + 1 < lines.size() && (together || i == 0 || i == lines.size() - 2);
            // Reaches under the next line's: where two tints only met, a pale hairline would show between them. One that is never
            // parted begins lower, too: close lines would else lose what hangs below them.
            const double from = together && i > 0 ? 1.5 : 0;
            const double to = chunk->height + (i + 1 == lines.size() ? 0 : together ? 2.5 : 1);
            chunk->paint = [line = lines[i], above, width, from, to](QPainter& painter, double x, double y) {
                painter.fillRect(QRectF(x, y + from, width, to - from), commandTint);
                painter.fillRect(QRectF(x, y + from, 2.2, to - from), commandBar);
                line.paint(painter, x + indent, y + above, width - indent - 4);
            };
            add(chunk);
        }
    }

    void operator()(const Table& block)
    {
        Table table = block;
        table.title = captionOf(block, m_heading);
        for (const auto& chunk : tableChunks(table, m_fonts, m_document.language, m_sheet.bodyWidth(), m_sheet.bodyHeight()))
            add(chunk);
        gap(8);
    }

    void operator()(const Drawing& block)
    {
        constexpr double fontPoints = 7.5;
        const double width = m_sheet.bodyWidth();
        const double wanted = topologyHeight(block.topology, width, fontPoints);
        const double scale = std::min(1.0, (m_sheet.bodyHeight() - 30) / wanted);
        auto chunk = std::make_shared<Chunk>();
        chunk->before = 8;
        chunk->height = wanted * scale;
        chunk->paint = [model = block.topology, font = paperFont(m_fonts.body, fontPoints, false), scale,
                        width, wanted](QPainter& painter, double x, double y) {
            painter.save();
            painter.translate(x + width * (1 - scale) / 2, y);
            painter.scale(scale / unitsPerPoint, scale / unitsPerPoint);
            painter.setFont(font);
            paintTopology(painter, QRectF(0, 0, width * unitsPerPoint, wanted * unitsPerPoint), model, false);
            painter.restore();
        };
        chunk->keepWithNext = !block.caption.isEmpty();
        add(chunk);
        if (!block.caption.isEmpty()) {
            TextStyle style = bodyStyle();
            style.size = 8;
            style.color = noteColor;
            style.align = Qt::AlignHCenter;
            flow(textLines(block.caption, style, width), 0, 4);
        }
    }

    void operator()(const PageBreak&) { m_pageBefore = true; }

    void operator()(const Orientation& block)
    {
        m_pageBefore = m_pageBefore || m_sheet.landscape != block.landscape;
        m_sheet.landscape = block.landscape;
    }

    void operator()(const Contents& block)
    {
        TextStyle title = bodyStyle();
        title.bold = true;
        title.size = 14;
        flow(textLines(block.title, title, m_sheet.bodyWidth()), 0, 0);
        m_out.back()->height += 8;
        m_out.back()->keepWithNext = true;
        for (const auto& chunk : contentsChunks(m_document, m_headings, bodyStyle(), m_sheet.bodyWidth(),
                                                m_sheet.bodyHeight() - m_out.back()->height))
            add(chunk);
    }

    /// The document's title: on a cover, or on top of a form.
    void documentTitle(bool form)
    {
        TextStyle site = bodyStyle();
        site.size = form ? 10 : 12;
        TextStyle title = bodyStyle();
        title.size = form ? 18 : 26;
        title.bold = true;
        title.leading = 1.3;
        TextStyle subtitle = bodyStyle();
        subtitle.size = form ? 10 : 12;
        const double width = m_sheet.bodyWidth();
        // A form has the site's name in its header.
        const QList<TextLine> siteLines =
            form ? QList<TextLine>() : textLines(m_document.siteName, site, width);
        const QList<TextLine> titleLines = textLines(markedTitle(m_document), title, width);
        const QList<TextLine> subtitleLines = textLines(m_document.subtitle, subtitle, width);
        auto chunk = std::make_shared<Chunk>();
        const double above = form ? 0 : 70;
        const double below = form ? 22 : 44;
        chunk->height =
            above + heightOf(siteLines) + 10 + heightOf(titleLines) + 10 + heightOf(subtitleLines) + below;
        chunk->paint = [=](QPainter& painter, double x, double y) {
            y += above;
            paintLines(painter, siteLines, x, y, width);
            y += heightOf(siteLines) + 4;
            painter.fillRect(QRectF(x, y, width, 2.4), Qt::black);
            y += 8;
            paintLines(painter, titleLines, x, y, width);
            y += heightOf(titleLines) + 6;
            painter.fillRect(QRectF(x, y, width, 0.7), Qt::black);
            y += 8;
            paintLines(painter, subtitleLines, x, y, width);
        };
        add(chunk);
    }

    size_t count() const { return m_out.size(); }
    /// What comes next does not begin a page without what stands before it: all of it from `first`, where that is little.
    void keepWithNext(size_t first)
    {
        double height = 0;
        for (size_t i = first; i < m_out.size(); ++i)
            height += m_out[i]->before + m_out[i]->height;
        const bool little = height < 0.2 * m_sheet.bodyHeight();
        for (size_t i = little ? first : m_out.size() - 1; i < m_out.size(); ++i)
            m_out[i]->keepWithNext = true;
    }

private:
    TextStyle bodyStyle() const
    {
        TextStyle style;
        style.font = m_fonts.body;
        style.size = 9.5;
        style.leading = 1.6;
        return style;
    }

    static void paintLines(QPainter& painter, const QList<TextLine>& lines, double x, double y, double room)
    {
        for (const TextLine& line : lines) {
            line.paint(painter, x, y, room);
            y += line.height;
        }
    }

    void add(const std::shared_ptr<Chunk>& chunk)
    {
        chunk->landscape = m_sheet.landscape;
        chunk->pageBefore = m_pageBefore;
        chunk->before = std::max(chunk->before, m_gap);
        m_pageBefore = false;
        m_gap = 0;
        m_out.push_back(chunk);
    }
    /// Room that the next chunk has at least above it.
    void gap(double points) { m_gap = points; }

    /// Lines that may be parted by a page's end, but never one line alone from its fellows.
    void flow(const QList<TextLine>& lines, double indent, double before)
    {
        const double width = m_sheet.bodyWidth();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            auto chunk = std::make_shared<Chunk>();
            chunk->before = i == 0 ? before : 0;
            chunk->height = lines[i].height;
            chunk->keepWithNext = i + 1 < lines.size() && (i == 0 || i == lines.size() - 2);
            chunk->paint = [line = lines[i], indent, width](QPainter& painter, double x, double y) {
                line.paint(painter, x + indent, y, width - indent);
            };
            add(chunk);
        }
    }

    void warning(const QString& text)
    {
        constexpr double indent = 26;
        const double width = m_sheet.bodyWidth();
        TextStyle style = bodyStyle();
        style.bold = true;
        style.size = 9;
        const QList<TextLine> lines = textLines(text, style, width - indent - 8);
        auto chunk = std::make_shared<Chunk>();
        chunk->before = 7;
        chunk->height = heightOf(lines) + 10;
        chunk->paint = [lines, width, height = chunk->height](QPainter& painter, double x, double y) {
            painter.setPen(QPen(Qt::black, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(x + 0.5, y, width - 1, height));
            // A triangle with a bar and a dot: the sign for "mind this".
            const double top = y + height / 2 - 6;
            const QPolygonF triangle{{x + 13, top}, {x + 20, top + 12}, {x + 6, top + 12}};
            painter.drawPolygon(triangle);
            painter.fillRect(QRectF(x + 12.4, top + 4, 1.2, 4), Qt::black);
            painter.fillRect(QRectF(x + 12.4, top + 9, 1.2, 1.4), Qt::black);
            paintLines(painter, lines, x + indent, y + 5, width - indent - 8);
        };
        add(chunk);
        gap(7);
    }

    const Document& m_document;
    const Fonts& m_fonts;
    QList<HeadingEntry>& m_headings;
    Sheet m_sheet;
    Chunks m_out;
    bool m_pageBefore = false;
    double m_gap = 0;
    QString m_heading; ///< the last one
};

} // namespace

namespace {

bool isText(const DocumentBlock& block)
{
    return std::holds_alternative<Paragraph>(block) || std::holds_alternative<ItemList>(block);
}

/// Whether a text introduces what follows it: with all its paragraphs, for the last of them speaks of it no more than the first.
bool leadsTo(const QList<DocumentBlock>& blocks, qsizetype index)
{
    if (index + 1 >= blocks.size() || !isText(blocks[index]))
        return false;
    const DocumentBlock& next = blocks[index + 1];
    if (std::holds_alternative<Table>(next) || std::holds_alternative<CommandBlock>(next) || std::holds_alternative<Drawing>(next))
        return true;
    const bool paragraph = std::holds_alternative<Paragraph>(blocks[index]);
    if (paragraph && std::holds_alternative<ItemList>(next))
        return true;
    return paragraph && std::holds_alternative<Paragraph>(next) && leadsTo(blocks, index + 1);
}

} // namespace

BlockLayout layOutBlocks(const Document& document, const Fonts& fonts)
{
    BlockLayout layout;
    layout.headings = std::make_shared<QList<HeadingEntry>>();
    QList<HeadingEntry> onCover; // not listed
    BlockVisitor cover(document, fonts, onCover);
    if (!document.form)
        cover.documentTitle(false);
    for (const DocumentBlock& block : document.cover)
        std::visit(cover, block);
    layout.cover = cover.take();
    for (const auto& chunk : layout.cover)
        chunk->heading = -1;

    BlockVisitor body(document, fonts, *layout.headings);
    if (document.form)
        body.documentTitle(true);
    size_t first = 0; // of the text that leads to what is shown
    for (qsizetype i = 0; i < document.body.size(); ++i) {
        if (i == 0 || !leadsTo(document.body, i - 1) || !isText(document.body[i]))
            first = body.count();
        std::visit(body, document.body[i]);
        if (leadsTo(document.body, i))
            body.keepWithNext(first);
    }
    layout.body = body.take();
    return layout;
}

} // namespace ruw::page
