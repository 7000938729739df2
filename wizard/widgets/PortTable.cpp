#include "wizard/widgets/PortTable.h"

#include "core/base/Quote.h"
#include "wizard/Theme.h"
#include "wizard/widgets/PortCellDelegate.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostSpare = 3 * theme::grid; ///< beside what stands in a column

} // namespace

PortTable::PortTable(QWidget* parent) : QTableWidget(parent)
{
    setObjectName("portsTable"_L1);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setItemDelegate(new PortCellDelegate(this));
}

QList<const PortFact*> PortTable::portsOf(const NodeFacts& node, const QString& key)
{
    QList<const PortFact*> ports;
    for (const PortFact& port : node.ports) {
        if (port.key == key)
            ports.append(&port);
    }
    return ports;
}

bool PortTable::differs(const QString& key) const
{
    QSet<QList<int>> seen;
    for (const NodeFacts& node : m_facts.nodes) {
        QList<int> numbers;
        for (const PortFact* port : portsOf(node, key))
            numbers.append(port->port.effective().value_or(0));
        std::sort(numbers.begin(), numbers.end());
        seen.insert(numbers);
    }
    return seen.size() > 1;
}

bool PortTable::isChanged(const QString& key) const
{
    return std::any_of(m_facts.nodes.cbegin(), m_facts.nodes.cend(), [&key](const NodeFacts& node) {
        const QList<const PortFact*> ports = portsOf(node, key);
        return std::any_of(ports.cbegin(), ports.cend(), [](const PortFact* port) { return port->changed(); });
    });
}

bool PortTable::isBlocked(const QString& key) const
{
    const QList<int> blocked = m_facts.portsToBlock();
    for (const NodeFacts& node : m_facts.nodes) {
        for (const PortFact* port : portsOf(node, key)) {
            const std::optional<int> number = port->port.effective();
            if (number && blocked.contains(*number))
                return true;
        }
    }
    return false;
}

QString PortTable::neededByText(NeededBy neededBy) const
{
    const Site& site = m_facts.site;
    switch (neededBy) {
    case NeededBy::Source:
        return tr("%1 only").arg(site.sourceVersion.toString());
    case NeededBy::Target:
        return tr("%1 only").arg(site.targetVersion.toString());
    case NeededBy::Both:
        return tr("both versions");
    case NeededBy::Neither:
        break;
    }
    return tr("neither version");
}

QTableWidgetItem* PortTable::portCell(const QString& key, const NodeFacts& node) const
{
    QStringList numbers, sources, details;
    bool changed = false, unreadable = false;
    for (const PortFact* port : portsOf(node, key)) {
        const std::optional<int> number = port->port.effective();
        numbers.append(number ? QString::number(*number) : u"-"_s);
        unreadable = unreadable || !number;
        changed = changed || port->changed();
        const QList<int> lines = node.linesOf(*port);
        sources.append(port->port.source == FactSource::File
                           ? (lines.size() > 1 ? tr("lines %1") : tr("line %1")).arg(portRanges(lines))
                       : number ? tr("assumed")
                                : tr("unreadable"));
        details.append(port->port.detail.render(m_language));
    }
    sources.removeDuplicates();
    auto* item = new QTableWidgetItem(numbers.join(u", "_s));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setData(PortCellDelegate::MonospaceRole, true);
    item->setData(PortCellDelegate::SourceRole, sources.join(u", "_s));
    item->setToolTip(details.join(u'\n').toHtmlEscaped());
    if (unreadable) {
        item->setData(PortCellDelegate::MarkIconRole, u"blocker"_s);
        item->setData(PortCellDelegate::MarkStateRole, int(theme::State::Bad));
        item->setData(PortCellDelegate::MarkWordRole, sources.join(u", "_s));
        item->setData(PortCellDelegate::SourceRole, QString());
    } else if (changed) {
        item->setData(PortCellDelegate::MarkIconRole, u"changed"_s);
        item->setData(PortCellDelegate::MarkStateRole, int(theme::State::Warning));
        item->setData(PortCellDelegate::MarkWordRole, tr("changed"));
    }
    item->setData(Qt::AccessibleTextRole,
                  u"%1, %2 %3"_s.arg(item->text(), sources.join(u", "_s),
                                     item->data(PortCellDelegate::MarkWordRole).toString()));
    return item;
}

void PortTable::setFacts(const SiteFacts& facts, Language language)
{
    m_facts = facts;
    m_language = language;
    const int nodes = int(facts.nodes.size());
    const int neededColumn = nodes + 1, blockColumn = nodes + 2;
    clear();
    setColumnCount(nodes + 3);
    setRowCount(int(syncPorts().size()));
    QStringList heads{tr("Carries / key")};
    for (const NodeFacts& node : facts.nodes)
        heads.append(shownSafely(node.node.name));
    heads << tr("Needed by") << tr("Block");
    setHorizontalHeaderLabels(heads);
    int row = 0;
    for (const SyncPort& port : syncPorts()) {
        auto* carries = new QTableWidgetItem(channelText(port.channel).render(m_language));
        carries->setData(PortCellDelegate::SourceRole, port.key);
        carries->setToolTip(port.key);
        const bool different = differs(port.key);
        if (different) {
            carries->setData(PortCellDelegate::MarkIconRole, u"differs"_s);
            carries->setData(PortCellDelegate::MarkStateRole, int(theme::State::Bad));
            carries->setData(PortCellDelegate::MarkWordRole, tr("differs between nodes"));
        } else if (isChanged(port.key)) { // here, where there is room: said once for all nodes
            carries->setData(PortCellDelegate::MarkIconRole, u"info"_s);
            carries->setData(PortCellDelegate::MarkStateRole, int(theme::State::Info));
            carries->setData(PortCellDelegate::MarkWordRole, tr("default: %1").arg(port.defaultPort));
        }
        setItem(row, 0, carries);
        for (int node = 0; node < nodes; ++node)
            setItem(row, node + 1, portCell(port.key, facts.nodes[node]));
        const NeededBy needed = neededBy(port, facts.site.sourceVersion, facts.site.targetVersion);
        auto* neededItem = new QTableWidgetItem(neededByText(needed));
        neededItem->setData(PortCellDelegate::SourceRole,
                            port.since ? tr("since %1").arg(port.since->display()) : QString());
        setItem(row, neededColumn, neededItem);
        const bool block = isBlocked(port.key);
        auto* blockItem = new QTableWidgetItem(block ? tr("yes") : tr("no"));
        if (needed == NeededBy::Target && block) {
            blockItem->setData(PortCellDelegate::MarkIconRole, u"add"_s);
            blockItem->setData(PortCellDelegate::MarkStateRole, int(theme::State::Info));
            blockItem->setData(PortCellDelegate::MarkWordRole, tr("new port"));
        }
        setItem(row, blockColumn, blockItem);
        ++row;
    }
    for (int column = 0; column < columnCount(); ++column) {
        const bool number = column > 0 && column <= nodes;
        horizontalHeaderItem(column)->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) |
                                                       Qt::AlignVCenter);
    }
    fit();
}

void PortTable::fit()
{
    // Every column as wide as it needs and a little more: on a large screen the eye must still find the way from a name to its
    // numbers. Too many nodes: the table scrolls sideways.
    resizeColumnsToContents();
    const int columns = std::max(1, columnCount());
    const int needed = horizontalHeader()->length();
    setMaximumWidth(needed + columns * mostSpare + 2 * frameWidth());
    const int left = std::clamp(viewport()->width() - needed, 0, columns * mostSpare);
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, columnWidth(column) + left / columns + (column == 0 ? left % columns : 0));
    resizeRowsToContents();
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    if (horizontalHeader()->length() > viewport()->width())
        height += horizontalScrollBar()->sizeHint().height();
    setFixedHeight(height);
}

void PortTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

} // namespace ruw
