#include "wizard/widgets/PortCellDelegate.h"

#include "wizard/Theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int padding = theme::grid;
constexpr int iconSize = 14;

QFont firstFont(const QModelIndex& index)
{
    QFont font =
        index.data(PortCellDelegate::MonospaceRole).toBool() ? theme::monospaceFont() : theme::bodyFont();
    if (!index.data(PortCellDelegate::MarkWordRole).toString().isEmpty())
        font.setBold(true);
    return font;
}

} // namespace

void PortCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const theme::Colors& colors = theme::colors();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = {};
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const bool right = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    const Qt::Alignment across = right ? Qt::AlignRight : Qt::AlignLeft;
    const QString first = index.data(Qt::DisplayRole).toString();
    const QString source = index.data(SourceRole).toString();
    const QString mark = index.data(MarkWordRole).toString();
    const auto state = theme::State(index.data(MarkStateRole).toInt());
    const QFontMetrics firstMetrics(firstFont(index)), captionMetrics(theme::captionFont());
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const int height =
        firstMetrics.height() + (source.isEmpty() && mark.isEmpty() ? 0 : captionMetrics.height());
    const int top = area.top() + (area.height() - height) / 2;

    painter->save();
    painter->setFont(firstFont(index));
    painter->setPen(selected ? colors.onAccent : colors.text);
    painter->drawText(QRect(area.left(), top, area.width(), firstMetrics.height()), across | Qt::AlignVCenter,
                      firstMetrics.elidedText(first, Qt::ElideRight, area.width()));
    QRect below(area.left(), top + firstMetrics.height(), area.width(), captionMetrics.height());
    painter->setFont(theme::captionFont());
    const QString shown = mark.isEmpty() ? source : source.isEmpty() ? mark : source + u"  "_s + mark;
    if (!mark.isEmpty()) {
        const int textWidth = std::min(captionMetrics.horizontalAdvance(shown), below.width() - iconSize - 4);
        const int left = right ? below.right() - textWidth - iconSize - 4 : below.left();
        const QColor color = selected ? colors.onAccent : theme::stateColor(state);
        theme::icon(index.data(MarkIconRole).toString(), color)
            .paint(painter, left, below.center().y() - iconSize / 2, iconSize, iconSize);
        painter->setPen(color);
        below.setLeft(left + iconSize + 4);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                          captionMetrics.elidedText(shown, Qt::ElideRight, below.width()));
    } else if (!shown.isEmpty()) {
        painter->setPen(selected ? colors.onAccent : colors.muted);
        painter->drawText(below, across | Qt::AlignVCenter,
                          captionMetrics.elidedText(shown, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

QSize PortCellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics firstMetrics(firstFont(index)), captionMetrics(theme::captionFont());
    const QString mark = index.data(MarkWordRole).toString();
    const int caption = captionMetrics.horizontalAdvance(index.data(SourceRole).toString() + u"  "_s + mark) +
                        (mark.isEmpty() ? 0 : iconSize + 4);
    const int width =
        std::max(firstMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()), caption);
    return {width + 2 * padding + 4, firstMetrics.height() + captionMetrics.height() + padding};
}

} // namespace ruw
