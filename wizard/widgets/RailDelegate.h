#pragma once

#include <QStyledItemDelegate>

namespace ruw {

/// Draws a page of the side rail: shape of the state, title, and the state's word below it. The page shown
/// has a bar in the accent colour.
class RailDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole, WordRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ruw
