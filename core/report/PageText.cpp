#include "core/report/PageText.h"

#include "core/report/Document.h"
#include "core/report/LineBreaks.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::page {

namespace {

/// Room kept free at a command's right for the mark.
constexpr double markRoom = 9;
/// More characters than any line of a page can hold: bounds the work on very long texts.
constexpr qsizetype mostOnALine = 1500;

/// Where a command's line that holds `text` may be cut so that at most `fitting` characters stand on it:
/// never beside a blank (a blank at a line's end can't be seen, and is lost when the text is copied), never
/// inside a character.
int commandBreak(const QString& text, int fitting)
{
    for (int at = fitting; at > fitting / 2; --at) {
        if (!text[at].isLowSurrogate() && !text[at].isMark() && !text[at].isSpace() &&
            !text[at - 1].isSpace())
            return at;
    }
    return text[fitting].isLowSurrogate() && fitting > 1 ? fitting - 1 : fitting;
}

/// With quotation marks that open and close. BIZ UDPGothic draws the straight one as one that closes, wherever it stands. What stands
/// in them and looks like part of a command keeps the straight ones: somebody may copy it.
QString withQuotationMarks(QString text)
{
    static const QRegularExpression quoted(u"\"([^\"\n]*)\""_s);
    static const QRegularExpression ofCommand(u"[\\\\/$=|<>]"_s);
    for (auto each = quoted.globalMatch(text); each.hasNext();) { // one mark for another: the places stay
        const QRegularExpressionMatch pair = each.next();
        if (pair.captured(1).contains(ofCommand))
            continue;
        text[pair.capturedStart()] = QChar(0x201C);
        text[pair.capturedEnd() - 1] = QChar(0x201D);
    }
    return text;
}

void paintContinuationMark(QPainter& painter, double right, double baseline)
{
    // A bent arrow, as on the return key.
    QPainterPath path(QPointF(right - 1.5, baseline - 5));
    path.lineTo(right - 1.5, baseline - 1.5);
    path.lineTo(right - 6.5, baseline - 1.5);
    path.moveTo(right - 4.7, baseline - 3.2);
    path.lineTo(right - 6.5, baseline - 1.5);
    path.lineTo(right - 4.7, baseline + 0.2);
    painter.setPen(QPen(QColor(90, 90, 90), 0.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

QFont paperFont(const QFont& base, double points, bool bold)
{
    QFont font = base;
    font.setPixelSize(qRound(points * unitsPerPoint));
    font.setBold(bold);
    return font;
}

/// Lays out the first line of `text`; `taken` gets the number of characters on it.
TextLine measured(const QString& text, const TextStyle& style, double room, bool wrap, int* taken)
{
    TextLine result;
    result.m_layout = std::make_shared<QTextLayout>(text, paperFont(style.font, style.size, style.bold));
    QTextOption option;
    option.setWrapMode(wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    option.setTextDirection(Qt::LeftToRight);
    result.m_layout->setTextOption(option);
    result.m_layout->beginLayout();
    QTextLine line = result.m_layout->createLine();
    line.setLineWidth(wrap ? room * unitsPerPoint : 1e7);
    line.setPosition({0, 0});
    result.m_layout->endLayout();
    if (taken)
        *taken = line.textLength();
    result.width = line.naturalTextWidth() / unitsPerPoint;
    result.height = style.size * style.leading;
    // The text's own box in the middle of the line's.
    result.m_baselineShift = (result.height - line.height() / unitsPerPoint) / 2;
    result.m_align = style.align;
    result.m_color = style.color;
    return result;
}

void TextLine::paint(QPainter& painter, double x, double y, double room) const
{
    const QTextLine line = m_layout->lineAt(0);
    double left = x;
    if (m_align == Qt::AlignRight)
        left += room - width;
    else if (m_align == Qt::AlignHCenter)
        left += (room - width) / 2;
    painter.save();
    painter.translate(left, y + m_baselineShift);
    painter.scale(1 / unitsPerPoint, 1 / unitsPerPoint);
    painter.setPen(m_color);
    line.draw(&painter, {0, 0});
    painter.restore();
    if (continues) {
        painter.save();
        paintContinuationMark(painter, x + room, y + m_baselineShift + line.ascent() / unitsPerPoint);
        painter.restore();
    }
}

QList<TextLine> textLines(const QString& text, const TextStyle& style, double room)
{
    QList<TextLine> lines;
    for (QString rest : safeLines(style.command ? text : withQuotationMarks(text))) {
        do {
            int taken = 0;
            const QString near =
                rest.first(std::min(rest.size(), mostOnALine)); // the rest can't matter to this line
            TextLine line = measured(near, style, room, !style.command, &taken);
            if (style.command && line.width > room) {
                const QTextLine whole = line.m_layout->lineAt(0);
                const int fitting =
                    whole.xToCursor((room - markRoom) * unitsPerPoint, QTextLine::CursorOnCharacter);
                taken = commandBreak(near, std::clamp(fitting, 1, int(near.size()) - 1));
            } else if (!style.command) {
                taken = int(lineEnd(near, taken));
            }
            // The line is laid out again alone, so that it paints nothing else.
            if (taken < near.size())
                line = measured(near.first(taken), style, room, false, nullptr);
            line.continues = style.command && taken < rest.size();
            lines.append(line);
            rest = rest.sliced(std::min(qsizetype(std::max(taken, 1)), rest.size()));
        } while (!rest.isEmpty());
    }
    return lines;
}

double heightOf(const QList<TextLine>& lines)
{
    double height = 0;
    for (const TextLine& line : lines)
        height += line.height;
    return height;
}

} // namespace ruw::page
