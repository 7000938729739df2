#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace ruw {

class SiteDraft;
class Session;
struct Node;

/// The nodes of the site as an editable table.
class NodeTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Role, Address, Os, Access, TakesMail, Config, columns };
    /// The choices of a column with fixed values (a list of name and code), for the delegate.
    static constexpr int ChoicesRole = Qt::UserRole + 1;

    NodeTableModel(SiteDraft& draft, const Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void retranslate();

    /// What is wrong with one cell; empty: fine.
    QString problem(int row, Column column) const;

private:
    void follow();
    QString shown(const Node& node, Column column) const;
    QString placeOf(const QString& config) const;
    QStringList choices(Column column) const;

    SiteDraft& m_draft;
    const Session& m_session;
    qsizetype m_rows = 0;
};

/// Offers the choices of a cell in a box; plain text elsewhere.
class NodeTableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
};

} // namespace ruw
