#include "wizard/widgets/NodeFactsPanel.h"

#include "core/base/Quote.h"
#include "wizard/FactRows.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Column { FactColumn, ValueColumn, SourceColumn, EntryColumn, columnCount };

theme::State shapeOf(FactSource source)
{
    switch (source) {
    case FactSource::Detected:
    case FactSource::File:
        return theme::State::Good;
    case FactSource::Operator:
        return theme::State::Info;
    case FactSource::Assumed:
        return theme::State::Warning;
    case FactSource::Unknown:
        break;
    }
    return theme::State::Unknown;
}

theme::State shapeOf(Severity severity)
{
    return severity == Severity::Blocker   ? theme::State::Bad
           : severity == Severity::Warning ? theme::State::Warning
                                           : theme::State::Info;
}

/// The number of a line stays with the name of its file.
QString withPlaceWhole(QString text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon >= 0 && colon + 1 < text.size() && text[colon + 1].isDigit())
        text.insert(colon + 1, QChar(0x2060));
    return text;
}

/// The widest part of the text that no line may end in.
int widestPiece(const QString& text, const QFontMetrics& metrics)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    int widest = 0;
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
        widest = std::max(widest, metrics.horizontalAdvance(text.sliced(from, to - from).trimmed()));
        from = to;
    }
    return widest;
}

/// What a column takes: at least its widest piece, at best each of its texts on one line.
struct ColumnNeed {
    int least = 0, best = 0;
};

ColumnNeed needOf(const QTableWidget& table, int column)
{
    constexpr int slack = 4;
    ColumnNeed need;
    if (table.isColumnHidden(column))
        return need;
    int around = 0; // the icon and the margins
    for (int row = 0; row < table.rowCount(); ++row) {
        const QTableWidgetItem* item = table.item(row, column);
        if (!item)
            continue;
        const QFontMetrics metrics(item->data(Qt::FontRole).isValid() ? item->font() : table.font());
        const int line = metrics.horizontalAdvance(item->text());
        around = std::max(around, table.sizeHintForIndex(table.model()->index(row, column)).width() - line);
        need.best = std::max(need.best, line);
        need.least = std::max(need.least, widestPiece(item->text(), metrics));
    }
    const int head = table.horizontalHeader()->sectionSizeHint(column);
    const int least = std::max(head, need.least + around + slack);
    return {least, std::max(least, need.best + around + slack)};
}

} // namespace

NodeFactsPanel::NodeFactsPanel(QWidget* parent)
    : QFrame(parent), m_head(new QLabel(this)), m_again(new QPushButton(this)), m_edit(new QPushButton(this)),
      m_findings(new QVBoxLayout), m_facts(new QTableWidget(this))
{
    m_head->setObjectName("nodeFactsHead"_L1);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    theme::makeStrong(m_head);
    m_again->setObjectName("readNodeAgainButton"_L1);
    m_again->setIcon(theme::icon(u"refresh"_s));
    m_edit->setObjectName("editNodeButton"_L1);
    m_facts->setObjectName("factsTable"_L1);
    m_facts->setColumnCount(columnCount);
    m_facts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_facts->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_facts->setSelectionMode(QAbstractItemView::SingleSelection);
    m_facts->setTabKeyNavigation(false);
    m_facts->setShowGrid(false);
    m_facts->setAlternatingRowColors(true);
    m_facts->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->verticalHeader()->hide();
    m_facts->horizontalHeader()->setHighlightSections(false);
    m_facts->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_facts->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_again, &QPushButton::clicked, this, &NodeFactsPanel::readAgainAsked);
    connect(m_edit, &QPushButton::clicked, this, &NodeFactsPanel::editAsked);

    auto* top = new QHBoxLayout;
    top->setSpacing(theme::grid);
    top->addWidget(m_head, 1);
    top->addWidget(m_again);
    top->addWidget(m_edit);
    m_findings->setSpacing(theme::grid / 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::grid, 0, 0);
    column->setSpacing(theme::grid);
    column->addLayout(top);
    column->addLayout(m_findings);
    column->addWidget(m_facts);
    column->addStretch(1);
}

void NodeFactsPanel::setNode(const NodeFacts& node, const QList<Finding>& findings, Language language)
{
    m_head->setText(tr("%1 - %2, %3, %4", "node, role, address, access")
                        .arg(shownSafely(node.node.name), roleText(node.node.role).render(language),
                             shownSafely(node.node.address), accessText(node.node.access).render(language)));
    while (QLayoutItem* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Finding& finding : sortedBySeverity(findings)) {
        if (finding.node != node.node.name)
            continue;
        auto* line = new StateLine(this);
        line->setObjectName("nodeFinding"_L1);
        line->setState(shapeOf(finding.severity),
                       Text::lines({finding.message, finding.remedy}).render(language));
        m_findings->addWidget(line);
    }
    showFacts(node, language);
}

void NodeFactsPanel::showFacts(const NodeFacts& node, Language language)
{
    const QList<FactRow> rows = factRows(node);
    m_facts->setRowCount(int(rows.size()));
    m_facts->setColumnHidden(EntryColumn, std::none_of(rows.cbegin(), rows.cend(), [](const FactRow& row) {
                                 return !row.entered.isEmpty();
                             }));
    for (int row = 0; row < int(rows.size()); ++row) {
        const FactRow& fact = rows[row];
        const QString source = factSourceText(fact.source).render(language);
        // What is entered may not be saved in a file yet.
        const QString detail = fact.source == FactSource::Operator ? tr("on the Site page", "where a fact was entered")
                                                                   : fact.detail.render(language);
        const QString texts[columnCount] = {
            fact.name.render(language), fact.value.render(language),
            withPlaceWhole(detail.isEmpty() ? source
                                            : tr("%1: %2", "where a fact came from, in detail").arg(source, detail)),
            fact.entered.isEmpty() ? QString()
                                   : tr("%1 (the plan uses this)", "entry").arg(fact.entered.render(language))};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column].toHtmlEscaped());
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            if (fact.monospace && (column == ValueColumn || column == EntryColumn))
                item->setFont(theme::monospaceFont());
            if (fact.source == FactSource::Unknown)
                item->setForeground(theme::colors().muted);
            m_facts->setItem(row, column, item);
        }
        m_facts->item(row, SourceColumn)->setIcon(theme::stateIcon(shapeOf(fact.source)));
        if (!fact.entered.isEmpty()) {
            m_facts->item(row, EntryColumn)
                ->setIcon(theme::icon(u"differs"_s, theme::stateColor(theme::State::Warning)));
            m_facts->item(row, EntryColumn)->setForeground(theme::stateColor(theme::State::Warning));
        }
    }
    fitTable();
}

/// Nothing is cut where there is room for the widest pieces; what is left goes where lines are broken, then to where a fact
/// came from, which is the longest as a rule.
void NodeFactsPanel::fitColumns()
{
    std::array<ColumnNeed, columnCount> needs;
    int least = 0, more = 0;
    for (int column = 0; column < columnCount; ++column) {
        needs[size_t(column)] = needOf(*m_facts, column);
        least += needs[size_t(column)].least;
        more += needs[size_t(column)].best - needs[size_t(column)].least;
    }
    const int spare = contentsRect().width() - 2 * m_facts->frameWidth() - least; // the table has all of the panel's width
    const int shared = std::clamp(spare, 0, more);
    const int narrowest = m_facts->horizontalHeader()->minimumSectionSize();
    int left = spare;
    std::array<int, columnCount> widths{};
    for (int column = 0; column < columnCount; ++column) {
        const ColumnNeed& need = needs[size_t(column)];
        const int extra = more > 0 ? int(qint64(shared) * (need.best - need.least) / more) : 0;
        widths[size_t(column)] = need.least + extra;
        left -= extra;
    }
    if (left >= 0)
        widths[SourceColumn] += left;
    else // too narrow for all: the widest gives way
        *std::max_element(widths.begin(), widths.end()) += left;
    for (int column = 0; column < columnCount; ++column) {
        if (!m_facts->isColumnHidden(column))
            m_facts->setColumnWidth(column, std::max(widths[size_t(column)], narrowest));
    }
}

void NodeFactsPanel::fitTable()
{
    fitColumns();
    // The panel scrolls, not the table: as high as its rows.
    m_facts->resizeRowsToContents();
    int height = m_facts->horizontalHeader()->sizeHint().height() + 2 * m_facts->frameWidth();
    for (int row = 0; row < m_facts->rowCount(); ++row)
        height += m_facts->rowHeight(row);
    m_facts->setFixedHeight(height);
}

void NodeFactsPanel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitTable();
}

void NodeFactsPanel::setActionsEnabled(bool enabled)
{
    m_again->setEnabled(enabled);
    m_edit->setEnabled(enabled);
}

void NodeFactsPanel::retranslate()
{
    m_facts->setHorizontalHeaderLabels({tr("Fact"), tr("Value"), tr("Where from"), tr("Your entry")});
    m_facts->setAccessibleName(tr("What is known of the node"));
    m_again->setText(tr("&Read this node again"));
    m_edit->setText(tr("&Edit and read again..."));
}

} // namespace ruw
