#include "wizard/widgets/RailDelegate.h"

#include "wizard/Theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ruw {

void RailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const auto state = theme::State(index.data(StateRole).toInt());
    const theme::Colors& colors = theme::colors();
    const bool here = state == theme::State::Here;
    const QRect area = option.rect;
    painter->save();
    if (here) {
        painter->fillRect(area, colors.accentSoft);
        painter->fillRect(QRect(area.left(), area.top(), theme::grid / 2, area.height()), colors.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver) &&
               option.state.testFlag(QStyle::State_Enabled)) {
        painter->fillRect(area, colors.raised);
    }
    const int iconSize = 20;
    const QRect iconArea(area.left() + 2 * theme::grid, area.center().y() - iconSize / 2, iconSize, iconSize);
    theme::stateIcon(state).paint(painter, iconArea);

    const QRect texts = area.adjusted(iconArea.right() - area.left() + theme::grid + 2, 0, -theme::grid / 2, 0);
    const QFontMetrics titleMetrics(here ? theme::strongFont() : theme::bodyFont());
    const QFontMetrics wordMetrics(theme::captionFont());
    const int top = area.top() + (area.height() - titleMetrics.height() - wordMetrics.height()) / 2;
    painter->setFont(here ? theme::strongFont() : theme::bodyFont());
    painter->setPen(state == theme::State::Blocked ? colors.muted : colors.text);
    painter->drawText(
        QRect(texts.left(), top, texts.width(), titleMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
        titleMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, texts.width()));
    painter->setFont(theme::captionFont());
    painter->setPen(state == theme::State::Here ? colors.accent : colors.muted);
    painter->drawText(QRect(texts.left(), top + titleMetrics.height(), texts.width(), wordMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, index.data(WordRole).toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent, 2));
        painter->drawRect(area.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines = QFontMetrics(theme::bodyFont()).height() + QFontMetrics(theme::captionFont()).height();
    const int roomy = lines + 2 * theme::grid;
    const auto* rail = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool fits = !rail || roomy * index.model()->rowCount() <= rail->viewport()->height();
    return {0, fits ? roomy : lines + theme::grid / 2}; // a screen at 200 % is low
}

} // namespace ruw
