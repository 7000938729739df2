#include "wizard/widgets/PortCellDelegate.h"

#include "wizard/Theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int padding = theme::grid;
constexpr int iconSize = 14;
constexpr int iconGap = 3;
constexpr int gap = theme::grid;

QFont firstFont(const QModelIndex& index)
{
    QFont font =
        index.data(PortCellDelegate::MonospaceRole).toBool() ? theme::monospaceFont() : theme::bodyFont();
    if (!index.data(PortCellDelegate::MarkWordRole).toString().isEmpty())
        font.setBold(true);
    return font;
}

/// What the mark takes of the first line, the gap before or behind it included.
int markSpace(const QModelIndex& index)
{
    const QString mark = index.data(PortCellDelegate::MarkWordRole).toString();
    if (mark.isEmpty())
        return 0;
    return iconSize + iconGap + QFontMetrics(theme::captionFont()).horizontalAdvance(mark) + gap;
}

} // namespace

void PortCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const theme::Colors& colors = theme::colors();
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const bool right = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    const QString first = index.data(Qt::DisplayRole).toString();
    const QString source = index.data(SourceRole).toString();
    const QString mark = index.data(MarkWordRole).toString();
    const QFontMetrics firstMetrics(firstFont(index)), captionMetrics(theme::captionFont());
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const int firstHeight = std::max(firstMetrics.height(), captionMetrics.height());
    const int height = firstHeight + (source.isEmpty() ? 0 : captionMetrics.height());
    const QRect line(area.left(), area.top() + (area.height() - height) / 2, area.width(), firstHeight);

    painter->save();
    painter->setFont(firstFont(index));
    painter->setPen(colors.text);
    const int markWidth = markSpace(index);
    const QString shown = firstMetrics.elidedText(first, Qt::ElideRight, line.width() - markWidth);
    painter->drawText(line, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown);
    painter->setFont(theme::captionFont());
    if (!mark.isEmpty()) {
        // Numbers stand flush right with the mark before them, words flush left with the mark behind.
        const int taken = firstMetrics.horizontalAdvance(shown);
        const int left = right ? line.right() + 1 - taken - markWidth : line.left() + taken + gap;
        const QColor color = theme::stateColor(theme::State(index.data(MarkStateRole).toInt()));
        theme::icon(index.data(MarkIconRole).toString(), color)
            .paint(painter, left, line.center().y() - iconSize / 2, iconSize, iconSize);
        painter->setPen(color);
        painter->drawText(QRect(left + iconSize + iconGap, line.top(), markWidth, line.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, mark);
    }
    if (!source.isEmpty()) {
        painter->setPen(colors.muted);
        const QRect below(area.left(), line.bottom() + 1, area.width(), captionMetrics.height());
        painter->drawText(below, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          captionMetrics.elidedText(source, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

QSize PortCellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics firstMetrics(firstFont(index)), captionMetrics(theme::captionFont());
    const int first =
        firstMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + markSpace(index);
    const int width = std::max(first, captionMetrics.horizontalAdvance(index.data(SourceRole).toString()));
    return {width + 2 * padding + 2,
            std::max(firstMetrics.height(), captionMetrics.height()) + captionMetrics.height() + padding};
}

} // namespace ruw
