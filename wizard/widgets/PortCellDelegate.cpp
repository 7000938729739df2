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

QFont firstFont(const QModelIndex& index)
{
    QFont font =
        index.data(PortCellDelegate::MonospaceRole).toBool() ? theme::monospaceFont() : theme::bodyFont();
    if (!index.data(PortCellDelegate::MarkWordRole).toString().isEmpty())
        font.setBold(true);
    return font;
}

/// The lines of a cell from the top: the number or name, where it came from, the mark.
struct Lines {
    QFontMetrics first, caption;
    QString name, source, mark;
    int firstHeight, captionHeight;

    explicit Lines(const QModelIndex& index)
        : first(firstFont(index)), caption(theme::captionFont()),
          name(index.data(Qt::DisplayRole).toString()),
          source(index.data(PortCellDelegate::SourceRole).toString()),
          mark(index.data(PortCellDelegate::MarkWordRole).toString()),
          firstHeight(std::max(first.height(), caption.height())), captionHeight(caption.height())
    {
    }
    int height() const
    {
        return firstHeight + (source.isEmpty() ? 0 : captionHeight) + (mark.isEmpty() ? 0 : captionHeight);
    }
    int markWidth() const
    {
        return mark.isEmpty() ? 0 : iconSize + iconGap + caption.horizontalAdvance(mark);
    }
    int width() const
    {
        return std::max({first.horizontalAdvance(name), caption.horizontalAdvance(source), markWidth()});
    }
};

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

    const Qt::Alignment across =
        Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight) ? Qt::AlignRight
                                                                                          : Qt::AlignLeft;
    const Lines lines(index);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    int top = area.top() + (area.height() - lines.height()) / 2;
    const auto next = [&](int height) {
        const QRect line(area.left(), top, area.width(), height);
        top += height;
        return line;
    };

    painter->save();
    painter->setFont(firstFont(index));
    painter->setPen(colors.text);
    painter->drawText(next(lines.firstHeight), across | Qt::AlignVCenter,
                      lines.first.elidedText(lines.name, Qt::ElideRight, area.width()));
    painter->setFont(theme::captionFont());
    if (!lines.source.isEmpty()) {
        painter->setPen(colors.muted);
        painter->drawText(next(lines.captionHeight), across | Qt::AlignVCenter,
                          lines.caption.elidedText(lines.source, Qt::ElideRight, area.width()));
    }
    if (!lines.mark.isEmpty()) {
        const QColor color = theme::stateColor(theme::State(index.data(MarkStateRole).toInt()));
        QRect line = next(lines.captionHeight);
        if (across == Qt::AlignRight)
            line.setLeft(line.right() + 1 - lines.markWidth());
        theme::icon(index.data(MarkIconRole).toString(), color)
            .paint(painter, line.left(), line.center().y() - iconSize / 2, iconSize, iconSize);
        painter->setPen(color);
        painter->drawText(line.adjusted(iconSize + iconGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          lines.mark);
    }
    painter->restore();
}

QSize PortCellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const Lines lines(index);
    return {lines.width() + 2 * padding + 2,
            std::max(lines.height(), lines.firstHeight + lines.captionHeight) + padding};
}

} // namespace ruw
