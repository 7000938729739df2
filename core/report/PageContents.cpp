#include "core/report/PageContents.h"

#include <QPainter>

namespace ruw::page {

namespace {

constexpr double inward = 14;    ///< of the headings of level 2
constexpr double beforeTop = 5;  ///< room above those of level 1
constexpr double forNumber = 40; ///< kept free at the right
constexpr double closest = 1.15; ///< leading

/// A heading as it stands in the table.
struct Entry {
    int index = 0; ///< among all headings
    bool top = true;
    QString text;
    double indent() const { return top ? 0 : inward; }
    double before() const { return top ? beforeTop : 0; }
};

TextStyle styleOf(const Entry& entry, TextStyle body, double leading)
{
    body.bold = entry.top;
    body.leading = leading;
    return body;
}

} // namespace

Chunks contentsChunks(const Document& document, const QList<HeadingEntry>& headings, const TextStyle& body, double width, double height)
{
    QList<Entry> entries;
    int index = 0;
    for (const DocumentBlock& block : document.body) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading && heading->level <= 2)
            entries.append({index, heading->level == 1, heading->text});
        index += heading ? 1 : 0;
    }
    const auto linesOf = [&](const Entry& entry, double leading) {
        return textLines(entry.text, styleOf(entry, body, leading), width - entry.indent() - forNumber);
    };
    double lines = 0, between = 0;
    for (const Entry& entry : entries) {
        lines += heightOf(linesOf(entry, body.leading));
        between += entry.before();
    }
    constexpr double safe = 0.99; // of the room: what is rounded here and there
    const double closer = body.leading * safe * (height - between) / lines;
    const double leading = lines + between > height && closer > closest ? closer : body.leading;

    Chunks out;
    for (const Entry& entry : entries) {
        const TextStyle style = styleOf(entry, body, leading);
        const QList<TextLine> text = linesOf(entry, leading);
        auto chunk = std::make_shared<Chunk>();
        chunk->before = entry.before();
        chunk->height = heightOf(text);
        chunk->paint = [text, style, indent = entry.indent(), index = entry.index, width, all = &headings](QPainter& painter, double x,
                                                                                                            double y) {
            double lineY = y;
            for (const TextLine& line : text) {
                line.paint(painter, x + indent, lineY, width - indent - forNumber);
                lineY += line.height;
            }
            const TextLine number = textLines(QString::number(all->at(index).page + 1), style, forNumber - 10).first();
            lineY -= number.height;
            number.paint(painter, x + width - number.width, lineY, number.width);
            QPen dots(QColor(70, 70, 70), 0.6, Qt::CustomDashLine, Qt::RoundCap);
            dots.setDashPattern({0.1, 6});
            painter.setPen(dots);
            const double base = lineY + number.height * 0.68;
            painter.drawLine(QPointF(x + indent + text.last().width + 6, base), QPointF(x + width - number.width - 6, base));
        };
        out.push_back(chunk);
    }
    return out;
}

} // namespace ruw::page
