#include "wizard/widgets/NodeTableModel.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/SiteDraft.h"
#include "wizard/Theme.h"

#include <QComboBox>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

NodeTableModel::NodeTableModel(SiteDraft& draft, const Session& session, QObject* parent)
    : QAbstractTableModel(parent), m_draft(draft), m_session(session), m_rows(draft.site().nodes.size())
{
    connect(&draft, &SiteDraft::changed, this, &NodeTableModel::follow);
}

void NodeTableModel::follow()
{
    const qsizetype rows = m_draft.site().nodes.size();
    if (rows == m_rows) {
        if (rows > 0)
            emit dataChanged(index(0, 0), index(int(rows) - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int NodeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows);
}

int NodeTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QStringList NodeTableModel::choices(Column column) const
{
    const Language language = m_session.language();
    switch (column) {
    case Role:
        return {roleText(ruw::Role::Master).render(language), roleText(ruw::Role::Slave).render(language)};
    case Os:
        return {osText(ruw::Os::Linux).render(language), osText(ruw::Os::Windows).render(language)};
    case Access:
        return {accessText(AccessKind::Ssh).render(language), accessText(AccessKind::Files).render(language),
                accessText(AccessKind::Manual).render(language)};
    case TakesMail:
        return {tr("yes"), tr("no")};
    default:
        return {};
    }
}

QString NodeTableModel::shown(const Node& node, Column column) const
{
    switch (column) {
    case Name:
        return node.name;
    case Role:
        return choices(Role)[node.isMaster() ? 0 : 1];
    case Address:
        return node.address;
    case Os:
        return choices(Os)[int(node.os)];
    case Access:
        return choices(Access)[int(node.access)];
    case TakesMail:
        return choices(TakesMail)[node.takesMail ? 0 : 1];
    case Config:
        return node.config;
    case columns:
        break;
    }
    return {};
}

/// The sample lies inside the program, where nobody can go.
QString NodeTableModel::placeOf(const QString& config) const
{
    static const QString sample = u":/sample/"_s;
    return config.startsWith(sample) ? tr("built-in sample: %1").arg(config.sliced(sample.size())) : config;
}

QString NodeTableModel::problem(int row, Column column) const
{
    const QList<Node>& nodes = m_draft.site().nodes;
    const Node& node = nodes[row];
    const auto twice = [&](const QString Node::*member) {
        return std::count_if(nodes.cbegin(), nodes.cend(), [&](const Node& other) {
                   return (other.*member).compare(node.*member, Qt::CaseInsensitive) == 0;
               }) > 1;
    };
    switch (column) {
    case Name:
        if (node.name.trimmed().isEmpty())
            return tr("The node needs a name.");
        return twice(&Node::name)
                   ? tr("Two nodes are named %1: give each its own name.").arg(shownSafely(node.name))
                   : QString();
    case Role: {
        const auto masters =
            std::count_if(nodes.cbegin(), nodes.cend(), [](const Node& one) { return one.isMaster(); });
        return node.isMaster() && masters > 1
                   ? tr("There is more than one master: leave that role to one node.")
                   : QString();
    }
    case Address:
        if (node.address.trimmed().isEmpty())
            return tr("%1 needs an address.").arg(shownSafely(node.name));
        return twice(&Node::address) ? tr("Two nodes have the address %1: enter each node's own.")
                                           .arg(shownSafely(node.address))
                                     : QString();
    case Access:
        return node.access == AccessKind::Ssh && node.os == ruw::Os::Windows
                   ? tr("%1: Windows nodes can't be reached by SSH for now. Choose files or by hand.")
                         .arg(shownSafely(node.name))
                   : QString();
    case Config:
        return node.access == AccessKind::Files && node.config.trimmed().isEmpty()
                   ? tr("%1 is read from a file: name its copy of mf_replica.def.")
                         .arg(shownSafely(node.name))
                   : QString();
    default:
        return {};
    }
}

QVariant NodeTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_draft.site().nodes.size())
        return {};
    const Node& node = m_draft.site().nodes[index.row()];
    const auto column = Column(index.column());
    const QString wrong = problem(index.row(), column);
    switch (role) {
    case Qt::DisplayRole:
        return shownSafely(column == Config ? placeOf(node.config) : shown(node, column));
    case Qt::EditRole:
        return shown(node, column);
    case ChoicesRole:
        return choices(column);
    case Qt::FontRole:
        return column == Address || column == Config ? theme::monospaceFont() : theme::bodyFont();
    case Qt::ToolTipRole:
        return (wrong.isEmpty() ? data(index, Qt::DisplayRole).toString() : wrong).toHtmlEscaped();
    case Qt::DecorationRole:
        return wrong.isEmpty() ? QVariant() : theme::stateIcon(theme::State::Bad);
    case Qt::AccessibleDescriptionRole:
        return wrong;
    default:
        return {};
    }
}

bool NodeTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const QString text = value.toString().trimmed();
    const qsizetype choice = choices(Column(index.column())).indexOf(text);
    m_draft.editNode(index.row(), [&](Node& node) {
        switch (Column(index.column())) {
        case Name:
            node.name = text;
            break;
        case Role:
            node.role = choice == 0 ? ruw::Role::Master : ruw::Role::Slave;
            break;
        case Address:
            // Full-width digits and dots, as they are pasted from documents.
            node.address = text.normalized(QString::NormalizationForm_KC);
            break;
        case Os:
            node.os = choice == 1 ? ruw::Os::Windows : ruw::Os::Linux;
            break;
        case Access:
            node.access = choice == 0   ? AccessKind::Ssh
                          : choice == 1 ? AccessKind::Files
                                        : AccessKind::Manual;
            if (node.access == AccessKind::Ssh && !node.ssh)
                node.ssh = SshSettings{};
            break;
        case TakesMail:
            node.takesMail = choice == 0;
            break;
        case Config:
            node.config = text;
            break;
        case columns:
            break;
        }
    });
    return true;
}

QVariant NodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (Column(section)) {
    case Name:
        return tr("Node");
    case Role:
        return tr("Role");
    case Address:
        return tr("Address");
    case Os:
        return tr("OS");
    case Access:
        return tr("Access");
    case TakesMail:
        return tr("Takes mail");
    case Config:
        return tr("Copy of mf_replica.def");
    case columns:
        break;
    }
    return {};
}

Qt::ItemFlags NodeTableModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

void NodeTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    follow();
}

QWidget* NodeTableDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const
{
    const QStringList choices = index.data(NodeTableModel::ChoicesRole).toStringList();
    if (choices.isEmpty())
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new QComboBox(parent);
    box->addItems(choices);
    // One click opens the list; the choice is taken at once, not when the cell is left.
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    auto* self = const_cast<NodeTableDelegate*>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    return box;
}

void NodeTableDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentText(index.data(Qt::EditRole).toString());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void NodeTableDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                     const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentText(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace ruw
