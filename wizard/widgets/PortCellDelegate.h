#pragma once

#include <QStyledItemDelegate>

namespace ruw {

/// A cell of the port table: the number large and in tabular figures, where it came from below, and below
/// that a mark with its word where it was changed or differs.
class PortCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { SourceRole = Qt::UserRole + 1, MarkIconRole, MarkWordRole, MarkStateRole, MonospaceRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ruw
