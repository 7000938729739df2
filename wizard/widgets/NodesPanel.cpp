#include "wizard/widgets/NodesPanel.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/SiteDraft.h"
#include "wizard/Theme.h"
#include "wizard/widgets/DropZone.h"
#include "wizard/widgets/NodeDetails.h"
#include "wizard/widgets/NodeTableModel.h"
#include "wizard/widgets/StateLine.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int smallestTableRows = 2;
constexpr int mostTableRows = 8;

QToolButton* tool(const QString& name, const QString& iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(theme::icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

NodesPanel::NodesPanel(SiteDraft& draft, const Session& session, QWidget* parent)
    : QFrame(parent), m_draft(draft), m_session(session)
{
    theme::makeCard(this);
    m_nodesHead = new QLabel(this);
    theme::makeStrong(m_nodesHead);
    m_add = tool(u"addNodeButton"_s, u"add"_s, this);
    m_remove = tool(u"removeNodeButton"_s, u"trash"_s, this);
    m_up = tool(u"nodeUpButton"_s, u"up"_s, this);
    m_down = tool(u"nodeDownButton"_s, u"down"_s, this);
    connect(m_add, &QToolButton::clicked, this, &NodesPanel::addNode);
    connect(m_remove, &QToolButton::clicked, this, &NodesPanel::removeNode);
    connect(m_up, &QToolButton::clicked, this, [this] { moveNode(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveNode(1); });

    m_drop = new DropZone(this);
    connect(m_drop, &DropZone::filesChosen, this, &NodesPanel::takeConfigs);
    m_dropResults = new QVBoxLayout;
    m_dropResults->setSpacing(theme::grid / 2);

    m_model = new NodeTableModel(m_draft, m_session, this);
    m_table = new QTableView(this);
    m_table->setObjectName("nodesTable"_L1);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new NodeTableDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * theme::grid +
                                                     QFontMetrics(theme::bodyFont()).height() / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NodeTableModel::Config, QHeaderView::Stretch);
    m_table->setTextElideMode(Qt::ElideLeft);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_details->setNode(current.isValid() ? current.row() : -1);
                emit changed();
            });

    m_nodesError = new StateLine(this);
    m_nodesError->setObjectName("nodesError"_L1);
    m_putBack = new QPushButton(this);
    m_putBack->setObjectName("putBackButton"_L1);
    connect(m_putBack, &QPushButton::clicked, this, &NodesPanel::putBack);
    m_details = new NodeDetails(m_draft, this);
    connect(m_details, &NodeDetails::validityChanged, this, &NodesPanel::changed);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::grid);
    head->addWidget(m_nodesHead, 1);
    for (QToolButton* button : {m_add, m_remove, m_up, m_down})
        head->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid);
    column->addLayout(head);
    column->addWidget(m_drop);
    column->addLayout(m_dropResults);
    column->addWidget(m_table);
    column->addWidget(m_nodesError);
    column->addWidget(m_putBack, 0, Qt::AlignLeft);
    column->addWidget(m_details);
    selectRow(0);
}

void NodesPanel::forget()
{
    m_dropped.clear();
    m_removed.reset();
    m_showsAll = !m_draft.site().nodes.isEmpty();
    sayDropped();
}

void NodesPanel::enter()
{
    m_showsAll = m_showsAll || !m_draft.site().nodes.isEmpty();
}

void NodesPanel::commitEdits()
{
    // A cell that is open for typing hands its text over when the focus leaves it; a mnemonic takes none.
    const QWidget* focus = QApplication::focusWidget();
    if (focus && focus != m_table && m_table->isAncestorOf(focus))
        m_table->setFocus();
}

bool NodesPanel::entriesAreValid() const
{
    return m_details->isValid();
}

QString NodesPanel::problem() const
{
    const QList<Node>& nodes = m_draft.site().nodes;
    if (nodes.isEmpty())
        return tr("Add the nodes of the site.");
    for (int row = 0; row < int(nodes.size()); ++row) {
        for (int column = 0; column < NodeTableModel::columns; ++column) {
            const QString problem = m_model->problem(row, NodeTableModel::Column(column));
            if (!problem.isEmpty())
                return problem;
        }
    }
    if (nodes.size() < 2)
        return tr("Settings sync needs a master and at least one slave: add the other nodes.");
    if (nodes.size() > Site::mostNodes)
        return tr("A site has at most %1 nodes: remove some.").arg(Site::mostNodes);
    if (!m_draft.site().master())
        return tr("No node is the master: set the role of one.");
    return {};
}

void NodesPanel::judge()
{
    m_nodesError->setState(theme::State::Bad, m_showsAll ? problem() : QString());
}

void NodesPanel::fillIn()
{
    const Site& site = m_draft.site();
    // The table is as high as its rows: the page scrolls, not the table.
    const int rows = std::clamp(int(site.nodes.size()), smallestTableRows, mostTableRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth() + theme::grid / 2);
    const int row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < site.nodes.size());
    m_add->setEnabled(site.nodes.size() < Site::mostNodes);
    m_putBack->setVisible(m_removed.has_value());
    if (m_removed)
        m_putBack->setText(tr("Put %1 bac&k").arg(shownSafely(m_removed->name).replace(u'&', u"&&"_s)));
    // A row must always be chosen, so that the details below are somebody's.
    if (row < 0 && !site.nodes.isEmpty())
        selectRow(0);
}

int NodesPanel::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void NodesPanel::selectRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, NodeTableModel::Name));
    m_details->setNode(currentRow());
}

void NodesPanel::addNode()
{
    m_showsAll = true;
    m_draft.edit([](Site& site) {
        Node node;
        int number = int(site.nodes.size());
        do {
            node.name = u"node-%1"_s.arg(++number);
        } while (site.node(node.name));
        node.role = site.master() ? Role::Slave : Role::Master;
        node.access = AccessKind::Manual;
        site.nodes.append(node);
    });
    m_draft.commit();
    selectRow(m_model->rowCount() - 1);
    fillIn();
    m_table->setFocus();
}

void NodesPanel::removeNode()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_removed = m_draft.site().nodes[row];
    m_removedRow = row;
    m_draft.edit([row](Site& site) { site.nodes.removeAt(row); });
    m_draft.commit();
    selectRow(std::min(row, m_model->rowCount() - 1));
    fillIn();
}

void NodesPanel::putBack()
{
    if (!m_removed)
        return;
    const Node node = *m_removed;
    m_removed.reset();
    const int row = std::min(m_removedRow, m_model->rowCount());
    m_draft.edit([&](Site& site) { site.nodes.insert(row, node); });
    m_draft.commit();
    selectRow(row);
    fillIn();
}

void NodesPanel::moveNode(int by)
{
    const int row = currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_model->rowCount())
        return;
    m_draft.edit([&](Site& site) { site.nodes.move(row, row + by); });
    m_draft.commit();
    selectRow(row + by);
    fillIn();
}

void NodesPanel::takeConfigs(const QStringList& paths)
{
    QList<DroppedConfig> read;
    for (const QString& path : paths)
        read.append(readDroppedConfig(path));
    m_dropped = read;
    m_showsAll = true;
    m_draft.edit([&](Site& site) {
        for (Node node : proposeNodes(read)) {
            const bool known = std::any_of(site.nodes.cbegin(), site.nodes.cend(), [&](const Node& other) {
                return QFileInfo(site.absolutePath(other.config)) == QFileInfo(node.config);
            });
            if (known)
                continue;
            if (site.master())
                node.role = Role::Slave;
            const QString proposed = node.name;
            for (int n = 2; site.node(node.name); ++n)
                node.name = u"%1-%2"_s.arg(proposed).arg(n);
            site.nodes.append(node);
        }
        if (site.name.isEmpty())
            site.name = proposedSiteName(site.nodes);
    });
    m_draft.commit();
    selectRow(0);
    sayDropped();
    emit changed();
}

void NodesPanel::sayDropped()
{
    while (QLayoutItem* item = m_dropResults->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Language language = m_session.language();
    int taken = 0;
    for (const DroppedConfig& one : m_dropped) {
        if (one.config) {
            ++taken;
            continue;
        }
        for (const Finding& finding : one.findings) {
            auto* line = new StateLine(m_dropResults->parentWidget());
            line->setObjectName("dropError"_L1);
            line->setState(theme::State::Bad,
                           u"%1: %2 %3"_s.arg(shownSafely(QDir::toNativeSeparators(one.path)),
                                              finding.message.render(language),
                                              finding.remedy.render(language)));
            m_dropResults->addWidget(line);
        }
    }
    if (taken > 0) {
        auto* line = new StateLine(m_dropResults->parentWidget());
        line->setObjectName("dropResult"_L1);
        line->setState(theme::State::Good,
                       tr("%n file(s) read. Check the proposed names, roles and addresses.", nullptr, taken));
        m_dropResults->addWidget(line);
    }
}

void NodesPanel::retranslate()
{
    m_nodesHead->setText(tr("Nodes"));
    m_add->setText(tr("&Add"));
    m_remove->setText(tr("&Remove"));
    m_up->setText(tr("&Up"));
    m_down->setText(tr("&Down"));
    m_up->setToolTip(tr("Move the node up: slaves are worked on in this order"));
    m_down->setToolTip(tr("Move the node down: slaves are worked on in this order"));
    m_table->setAccessibleName(tr("Nodes"));
    m_drop->retranslate();
    m_model->retranslate();
    m_details->retranslate();
    sayDropped();
}

} // namespace ruw
