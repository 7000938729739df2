#include "wizard/pages/PortsPage.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CopyButton.h"
#include "wizard/widgets/LinkMatrix.h"
#include "wizard/widgets/PortCellDelegate.h"
#include "wizard/widgets/StateLine.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr double modePoints = 13;

QTableWidget* readOnlyTable(const QString& name, QWidget* parent)
{
    auto* table = new QTableWidget(parent);
    table->setObjectName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setHighlightSections(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

/// The page scrolls, not the table: as high as its rows.
void fitHeight(QTableWidget* table)
{
    table->resizeRowsToContents();
    int height = table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth();
    for (int row = 0; row < table->rowCount(); ++row)
        height += table->rowHeight(row);
    if (table->horizontalHeader()->length() > table->viewport()->width())
        height += table->horizontalScrollBar()->sizeHint().height();
    table->setFixedHeight(height);
}

QString joined(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(u", "_s);
}

} // namespace

PortsPage::PortsPage(Session& session, QWidget* parent)
    : Page(session, parent), m_modeCard(new QFrame(this)), m_modeIcon(new QLabel(m_modeCard)),
      m_mode(new QLabel(m_modeCard)), m_follows(new QLabel(m_modeCard)),
      m_modeSources(new QLabel(m_modeCard)), m_portsHead(new QLabel(this)),
      m_ports(readOnlyTable(u"portsTable"_s, this)), m_requestHead(new QLabel(this)),
      m_request(new QLabel(this)), m_copyRequest(new CopyButton(this)), m_findingsHead(new QLabel(this)),
      m_findings(new QVBoxLayout), m_linksHead(new QLabel(this)), m_linksText(new QLabel(this)),
      m_links(new LinkMatrix(this))
{
    theme::makeCard(m_modeCard);
    m_mode->setObjectName("syncModeLabel"_L1);
    QFont large = theme::strongFont();
    large.setPointSizeF(modePoints);
    m_mode->setFont(large);
    m_follows->setObjectName("syncModeFollows"_L1);
    m_modeSources->setObjectName("syncModeSources"_L1);
    theme::makeCaption(m_modeSources);
    for (QLabel* label : {m_mode, m_follows, m_modeSources, m_linksText})
        label->setWordWrap(true);
    for (QLabel* label : {m_portsHead, m_requestHead, m_findingsHead, m_linksHead})
        theme::makeStrong(label);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::grid / 2);
    texts->addWidget(m_mode);
    texts->addWidget(m_follows);
    texts->addWidget(m_modeSources);
    auto* mode = new QHBoxLayout(m_modeCard);
    mode->setContentsMargins(2 * theme::grid, theme::grid + 4, 2 * theme::grid, theme::grid + 4);
    mode->setSpacing(2 * theme::grid);
    mode->addWidget(m_modeIcon, 0, Qt::AlignTop);
    mode->addLayout(texts, 1);

    m_ports->setItemDelegate(new PortCellDelegate(m_ports));
    m_ports->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);

    auto* requestCard = new QFrame(this);
    theme::makeCard(requestCard);
    m_request->setObjectName("firewallRequest"_L1);
    m_request->setWordWrap(true);
    m_request->setTextFormat(Qt::PlainText);
    m_request->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyRequest->setObjectName("copyRequestButton"_L1);
    auto* requestRow = new QHBoxLayout(requestCard);
    requestRow->setContentsMargins(2 * theme::grid, theme::grid + 4, theme::grid + 4, theme::grid + 4);
    requestRow->addWidget(m_request, 1);
    requestRow->addWidget(m_copyRequest, 0, Qt::AlignTop);

    m_findings->setSpacing(theme::grid);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid);
    column->addWidget(m_modeCard);
    for (const auto& [head, body] :
         {std::pair<QLabel*, QWidget*>{m_portsHead, m_ports}, {m_requestHead, requestCard}}) {
        column->addSpacing(theme::grid);
        column->addWidget(head);
        column->addWidget(body);
    }
    column->addSpacing(theme::grid);
    column->addWidget(m_findingsHead);
    column->addLayout(m_findings);
    column->addSpacing(theme::grid);
    column->addWidget(m_linksHead);
    column->addWidget(m_linksText);
    column->addWidget(m_links);
    column->addStretch(1);

    connect(&session, &Session::factsChanged, this, [this] {
        if (isVisible())
            showAll();
    });
}

QString PortsPage::title() const
{
    return tr("Ports and sync mode");
}

QString PortsPage::intro() const
{
    return tr("What the configs of the nodes say. Numbers that stand in no file are the vendor's defaults "
              "and are shown as "
              "assumed.");
}

QString PortsPage::more() const
{
    return tr("Which ports a version uses is taken from the vendor's FAQ 2578; that a port without a note on "
              "versions exists "
              "in every version is our reading of it. The installer may change mf_replica.def: the runbook "
              "has it read "
              "again after each installation.");
}

QString PortsPage::nextVerb() const
{
    return tr("&Next: choose the procedure");
}

void PortsPage::enter()
{
    showAll();
}

void PortsPage::showAll()
{
    showMode();
    showPorts();
    showRequest();
    showFindings();
    showLinks();
}

void PortsPage::showMode()
{
    const SiteFacts& facts = m_session.facts();
    theme::State state = theme::State::Info;
    switch (facts.dataSync) {
    case SiteDataSync::On:
        m_mode->setText(tr("Data sync: ON"));
        m_follows->setText(
            tr("Settings sync must not be disabled, or mail data ends up scattered: only the sync "
               "communication may be cut, on the settings port and all data ports. While it is cut, mail is "
               "delivered, but saved and held mail piles up in the slaves' queue directories."));
        break;
    case SiteDataSync::Off:
        m_mode->setText(tr("Data sync: OFF"));
        m_follows->setText(
            tr("Only settings are synced. They may be kept apart by disabling settings sync for the time of "
               "the work, or by blocking the settings port. No mail piles up."));
        break;
    case SiteDataSync::Unsettled:
        state = theme::State::Warning;
        m_mode->setText(tr("Data sync: not settled - treated as ON"));
        m_follows->setText(
            tr("The nodes do not all say the same, or one says nothing. Until that is settled the careful "
               "side counts: settings sync must not be disabled, and all data ports are blocked."));
        break;
    }
    m_modeIcon->setPixmap(theme::stateIcon(state).pixmap(32, 32));
    const Language language = m_session.language();
    QStringList sources;
    for (const NodeFacts& node : facts.nodes) {
        const QString value = !node.dataSync.known() ? tr("unknown")
                              : *node.dataSync.value ? u"ON"_s
                                                     : u"OFF"_s;
        sources.append(
            tr("%1: %2 (%3)").arg(shownSafely(node.node.name), value, node.dataSync.detail.render(language)));
    }
    m_modeSources->setText(tr("ENABLE_REP_DATA by node") + u'\n' + sources.join(u'\n'));
    m_modeSources->setTextFormat(Qt::PlainText);
}

QList<const PortFact*> PortsPage::portsOf(const NodeFacts& node, const QString& key) const
{
    QList<const PortFact*> ports;
    for (const PortFact& port : node.ports) {
        if (port.key == key)
            ports.append(&port);
    }
    return ports;
}

bool PortsPage::differs(const QString& key) const
{
    QSet<QList<int>> seen;
    for (const NodeFacts& node : m_session.facts().nodes) {
        QList<int> numbers;
        for (const PortFact* port : portsOf(node, key))
            numbers.append(port->port.effective().value_or(0));
        std::sort(numbers.begin(), numbers.end());
        seen.insert(numbers);
    }
    return seen.size() > 1;
}

bool PortsPage::isBlocked(const QString& key) const
{
    const QList<int> blocked = m_session.facts().portsToBlock();
    for (const NodeFacts& node : m_session.facts().nodes) {
        for (const PortFact* port : portsOf(node, key)) {
            const std::optional<int> number = port->port.effective();
            if (number && blocked.contains(*number))
                return true;
        }
    }
    return false;
}

QString PortsPage::neededByText(NeededBy neededBy) const
{
    const Site& site = m_session.site();
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

QTableWidgetItem* PortsPage::portCell(const QString& key, const NodeFacts& node) const
{
    const Language language = m_session.language();
    QStringList numbers, sources, details;
    bool changed = false, unreadable = false;
    for (const PortFact* port : portsOf(node, key)) {
        const std::optional<int> number = port->port.effective();
        numbers.append(number ? QString::number(*number) : u"-"_s);
        unreadable = unreadable || !number;
        changed = changed || port->changed();
        sources.append(port->port.source == FactSource::File ? tr("line %1").arg(port->line)
                       : number                              ? tr("assumed")
                                                             : tr("unreadable"));
        details.append(port->port.detail.render(language));
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

void PortsPage::showPorts()
{
    const SiteFacts& facts = m_session.facts();
    const Language language = m_session.language();
    const int nodes = int(facts.nodes.size());
    const int neededColumn = nodes + 1, blockColumn = nodes + 2;
    m_ports->clear();
    m_ports->setColumnCount(nodes + 3);
    m_ports->setRowCount(int(syncPorts().size()));
    QStringList heads{tr("Carries / key")};
    for (const NodeFacts& node : facts.nodes)
        heads.append(shownSafely(node.node.name));
    heads << tr("Needed by") << tr("Block");
    m_ports->setHorizontalHeaderLabels(heads);
    int row = 0;
    for (const SyncPort& port : syncPorts()) {
        auto* carries = new QTableWidgetItem(channelText(port.channel).render(language));
        carries->setData(PortCellDelegate::SourceRole, port.key);
        carries->setToolTip(port.key);
        const bool different = differs(port.key);
        if (different) {
            carries->setData(PortCellDelegate::MarkIconRole, u"differs"_s);
            carries->setData(PortCellDelegate::MarkStateRole, int(theme::State::Bad));
            carries->setData(PortCellDelegate::MarkWordRole, tr("differs between nodes"));
        }
        m_ports->setItem(row, 0, carries);
        for (int node = 0; node < nodes; ++node)
            m_ports->setItem(row, node + 1, portCell(port.key, facts.nodes[node]));
        const NeededBy needed = neededBy(port, facts.site.sourceVersion, facts.site.targetVersion);
        auto* neededItem = new QTableWidgetItem(neededByText(needed));
        neededItem->setData(PortCellDelegate::SourceRole,
                            port.since ? tr("since %1").arg(port.since->display()) : QString());
        m_ports->setItem(row, neededColumn, neededItem);
        const bool block = isBlocked(port.key);
        auto* blockItem = new QTableWidgetItem(block ? tr("yes") : tr("no"));
        if (needed == NeededBy::Target && block) {
            blockItem->setData(PortCellDelegate::MarkIconRole, u"add"_s);
            blockItem->setData(PortCellDelegate::MarkStateRole, int(theme::State::Info));
            blockItem->setData(PortCellDelegate::MarkWordRole, tr("new port"));
        }
        m_ports->setItem(row, blockColumn, blockItem);
        ++row;
    }
    for (int column = 0; column < m_ports->columnCount(); ++column) {
        const bool number = column > 0 && column <= nodes;
        m_ports->horizontalHeaderItem(column)->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) |
                                                                Qt::AlignVCenter);
    }
    fitColumns();
    fitHeight(m_ports);
}

void PortsPage::fitColumns()
{
    // Every column as wide as it needs; what is left over goes to the names. Too many nodes: the table scrolls sideways.
    m_ports->resizeColumnsToContents();
    const int left = m_ports->viewport()->width() - m_ports->horizontalHeader()->length();
    if (left > 0)
        m_ports->setColumnWidth(0, m_ports->columnWidth(0) + left);
}

void PortsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    fitColumns();
    fitHeight(m_ports);
}

QString PortsPage::requestText() const
{
    const SiteFacts& facts = m_session.facts();
    QStringList servers;
    for (const NodeFacts& node : facts.nodes)
        servers.append(tr("- %1 (%2)")
                           .arg(shownSafely(node.node.name),
                                shownSafely(node.node.effectiveSyncAddresses().join(u", "_s))));
    QStringList lines;
    lines << tr("Servers of the site %1, TCP between each two of them, both directions:")
                 .arg(shownSafely(facts.site.name))
          << servers << QString();
    lines << tr("During the work - to be blocked: %1").arg(joined(facts.portsToBlock()));
    const QList<int> fresh = facts.portsNewInTarget();
    lines << (fresh.isEmpty()
                  ? tr("After the work - to be let through as before; the new version uses no new port.")
                  : tr("After the work - to be let through as before, and in addition the new ports: %1")
                        .arg(joined(fresh)));
    return lines.join(u'\n');
}

void PortsPage::showRequest()
{
    const QString text = requestText();
    m_request->setText(text);
    m_copyRequest->setCopied(text);
}

void PortsPage::showFindings()
{
    while (QLayoutItem* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Language language = m_session.language();
    const QList<Finding> findings = sortedBySeverity(m_session.survey().findings);
    const auto shapeOf = [](Severity severity) {
        return severity == Severity::Blocker   ? theme::State::Bad
               : severity == Severity::Warning ? theme::State::Warning
                                               : theme::State::Info;
    };
    const auto wordOf = [this](Severity severity) {
        return severity == Severity::Blocker   ? tr("Blocker")
               : severity == Severity::Warning ? tr("Warning")
                                               : tr("Info");
    };
    for (const Finding& finding : findings) {
        QString place = shownSafely(finding.node);
        if (!finding.path.isEmpty() && finding.line > 0)
            place = tr("%1, %2, line %3")
                        .arg(place, shownSafely(QFileInfo(finding.path).fileName()))
                        .arg(finding.line);
        else if (!finding.path.isEmpty())
            place = tr("%1, %2").arg(place, shownSafely(QFileInfo(finding.path).fileName()));
        auto* line = new StateLine(this);
        line->setObjectName("configFinding"_L1);
        line->setState(shapeOf(finding.severity),
                       u"%1 (%2)\n%3\n%4"_s
                           .arg(wordOf(finding.severity), place, finding.message.render(language),
                                finding.remedy.render(language))
                           .trimmed());
        m_findings->addWidget(line);
    }
    if (findings.isEmpty()) {
        auto* line = new StateLine(this);
        line->setState(theme::State::Good, tr("Nothing is the matter with the configs."));
        m_findings->addWidget(line);
    }
}

void PortsPage::showLinks()
{
    const QList<Node>& nodes = m_session.site().nodes;
    const QList<LinkState>& links = m_session.survey().links;
    // Of nodes that are known by their files the survey says "unknown" throughout: a table of that says nothing.
    const bool asked = !links.isEmpty() &&
                       (std::any_of(nodes.cbegin(), nodes.cend(),
                                    [](const Node& node) { return node.access == AccessKind::Ssh; }) ||
                        std::any_of(links.cbegin(), links.cend(),
                                    [](const LinkState& link) { return link.state != PortState::Unknown; }));
    m_links->setVisible(asked);
    m_linksText->setText(
        asked ? tr("Each node was asked about the sync ports of each other, before anything was changed. "
                   "This is the baseline of "
                   "the work: a port that is closed already (refused, or no answer) proves nothing later. "
                   "Only where a port "
                   "is open now does its silence during the work show that the block holds.")
              : tr("Nobody was asked: the nodes are known by their files only. Whether a port can be reached "
                   "is looked at on the nodes during the work."));
    if (asked)
        m_links->setFacts(m_session.facts(), m_session.language());
}

void PortsPage::retranslate()
{
    m_portsHead->setText(tr("Sync ports by node"));
    m_requestHead->setText(tr("For those who run the firewall"));
    m_findingsHead->setText(tr("What was noticed in the configs"));
    m_linksHead->setText(tr("Who reaches whom now"));
    m_copyRequest->setLabel(tr("Cop&y"));
    m_ports->setAccessibleName(m_portsHead->text());
    m_links->retranslate();
    showAll();
}

} // namespace ruw
