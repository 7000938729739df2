#include "wizard/widgets/SurveyTable.h"

#include "core/base/Quote.h"
#include "wizard/FactRows.h"
#include "wizard/Session.h"
#include "wizard/SurveyRunner.h"

#include <QAction>
#include <QDir>
#include <QHeaderView>
#include <QRegularExpression>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Column { NodeColumn, RoleColumn, AddressColumn, AccessColumn, StateColumn, DetailColumn, columns };
constexpr int saysSecondsAfterMs = 1000;

theme::State shapeOf(SurveyStage stage)
{
    switch (stage) {
    case SurveyStage::Waiting:
        return theme::State::Todo;
    case SurveyStage::Connecting:
    case SurveyStage::HostKey:
    case SurveyStage::Login:
    case SurveyStage::Reading:
    case SurveyStage::Links:
        return theme::State::Busy;
    case SurveyStage::Done:
        return theme::State::Good;
    case SurveyStage::Failed:
        return theme::State::Bad;
    }
    Q_UNREACHABLE();
}

/// The way to the node, with one time limit for all of it.
bool isOnTheWay(SurveyStage stage)
{
    return stage == SurveyStage::Connecting || stage == SurveyStage::HostKey || stage == SurveyStage::Login;
}

bool isLast(SurveyStage stage)
{
    return stage == SurveyStage::Done || stage == SurveyStage::Failed;
}

/// Lets a fingerprint go on in the next line: one of which an end is missing can't be compared.
class BreakingDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        static const QRegularExpression fingerprint(u"(SHA256:[A-Za-z0-9+/=]{16})([A-Za-z0-9+/=]{16})"_s);
        option->text.replace(fingerprint, u"\\1\u200b\\2\u200b"_s); // as shown only: what is read aloud or copied has none
    }
};

} // namespace

SurveyTable::SurveyTable(Session& session, const SurveyRunner& runner, QWidget* parent)
    : QTableWidget(parent), m_session(session), m_runner(runner), m_again(new QAction(theme::icon(u"refresh"_s), {}, this)),
      m_edit(new QAction(this))
{
    setObjectName("surveyTable"_L1);
    setColumnCount(columns);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setMinimumSectionSize(4 * theme::grid);
    // A longer story is told in full below, for the chosen node; two fingerprints to compare are read here.
    constexpr int mostLines = 5;
    verticalHeader()->setMaximumSectionSize(mostLines * QFontMetrics(theme::bodyFont()).lineSpacing() + theme::grid);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(DetailColumn, QHeaderView::Stretch);
    setItemDelegateForColumn(DetailColumn, new BreakingDelegate(this));
    addActions({m_again, m_edit});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tick.setInterval(saysSecondsAfterMs);
    connect(&m_tick, &QTimer::timeout, this, &SurveyTable::refresh);
    // A node that waits for an answer says so in its row.
    connect(&session.connections().prompter(), &WindowPrompter::changed, this, &SurveyTable::refresh,
            Qt::QueuedConnection);
}

/// No higher than its rows: what is told below of the chosen node has the rest.
void SurveyTable::updateGeometries()
{
    const int most = horizontalHeader()->height() + verticalHeader()->length() + 2 * frameWidth();
    if (const int high = std::max(most, minimumHeight()); rowCount() > 0 && high != maximumHeight()) {
        setMaximumHeight(high);
        emit heightChanged(high);
    }
    QTableWidget::updateGeometries();
}

int SurveyTable::rowOf(const QString& node) const
{
    const QList<Node>& nodes = m_session.site().nodes;
    for (int row = 0; row < int(std::min(nodes.size(), m_rows.size())); ++row) {
        if (nodes[row].name == node)
            return row;
    }
    return -1;
}

const Node* SurveyTable::currentNode() const
{
    const int row = currentRow();
    const QList<Node>& nodes = m_session.site().nodes;
    return row >= 0 && row < nodes.size() ? &nodes[row] : nullptr;
}

bool SurveyTable::isOver(const QString& node) const
{
    const int row = rowOf(node);
    return row >= 0 && isLast(m_rows[row].stage);
}

void SurveyTable::setActionsEnabled(bool may)
{
    m_again->setEnabled(may);
    m_edit->setEnabled(may);
}

void SurveyTable::forget()
{
    m_rows.fill(Row{}, m_session.site().nodes.size());
}

void SurveyTable::begun()
{
    forget();
    m_tick.start();
}

void SurveyTable::takeProgress(const SurveyProgress& progress)
{
    const int row = rowOf(progress.node);
    if (row < 0 || isLast(m_rows[row].stage))
        return;
    Row& state = m_rows[row];
    const bool sameWay = isOnTheWay(state.stage) && isOnTheWay(progress.stage);
    if (state.stage != progress.stage && !sameWay)
        state.since.start();
    state.stage = progress.stage;
    state.detail = progress.detail;
    showRow(row);
}

void SurveyTable::ended()
{
    m_tick.stop();
    if (m_runner.nodes().size() < 2 || !m_session.surveyed())
        return;
    for (int row = 0; row < rowCount(); ++row) {
        if (found(m_session.site().nodes[row]).shape == theme::State::Bad)
            return selectRow(row);
    }
}

void SurveyTable::refresh()
{
    setRowCount(int(m_session.site().nodes.size()));
    m_rows.resize(rowCount()); // another site may have come while one was read
    for (int row = 0; row < rowCount(); ++row)
        showRow(row);
}

void SurveyTable::chooseOne()
{
    if (currentRow() < 0 && rowCount() > 0)
        selectRow(0);
}

QString SurveyTable::waitedFor(const Node& node, SurveyStage stage) const
{
    const SshSettings ssh = node.ssh.value_or(SshSettings{});
    switch (stage) {
    case SurveyStage::Connecting:
        return tr("No answer from %1 yet").arg(shownSafely(node.address));
    case SurveyStage::HostKey:
        return tr("Comparing the host key with the known ones");
    case SurveyStage::Login:
        return tr("Waiting for the login as %1").arg(shownSafely(ssh.user));
    case SurveyStage::Reading:
        return tr("Waiting for what the node tells");
    case SurveyStage::Links:
        return tr("Asking the sync ports of the other nodes");
    case SurveyStage::Waiting:
        return tr("Not begun");
    case SurveyStage::Done:
    case SurveyStage::Failed:
        break;
    }
    return {};
}

SurveyTable::Shown SurveyTable::live(const Node& node, const Row& row) const
{
    const Language language = m_session.language();
    if (m_session.connections().prompter().waitingNodes().contains(node.name))
        return {theme::State::Warning, tr("Waits for you"), tr("A question is open")};
    Shown shown{shapeOf(row.stage), surveyStageText(row.stage).render(language), row.detail.render(language)};
    if (isLast(row.stage))
        return shown;
    // The surveyor's word for this stage is the bare address.
    if (shown.detail.isEmpty() || row.stage == SurveyStage::Connecting)
        shown.detail = waitedFor(node, row.stage);
    if (!row.since.isValid() || row.since.elapsed() < saysSecondsAfterMs)
        return shown;
    const int seconds = int(row.since.elapsed() / 1000);
    const auto limit =
        std::chrono::duration_cast<std::chrono::seconds>(m_session.connections().connectLimit());
    shown.detail =
        isOnTheWay(row.stage) && node.access == AccessKind::Ssh
            ? tr("%1: %2 s of at most %3 s", "what is waited for, how long").arg(shown.detail, QString::number(seconds), QString::number(limit.count()))
            : tr("%1: %2 s so far", "what is waited for, how long").arg(shown.detail, QString::number(seconds));
    return shown;
}

/// What the survey says of a node, in one line.
SurveyTable::Shown SurveyTable::found(const Node& node) const
{
    const Language language = m_session.language();
    const auto word = [&](SurveyStage stage) { return surveyStageText(stage).render(language); };
    const NodeFacts* facts = m_session.facts().node(node.name);
    if (!m_session.surveyed() || !facts)
        return {theme::State::Todo, word(SurveyStage::Waiting), {}};
    const bool read = facts->survey.config.has_value();
    QList<Finding> own = m_session.survey().findings;
    own.removeIf([&](const Finding& finding) { return finding.node != node.name; });
    own = sortedBySeverity(own);
    if (!read && hasBlocker(own))
        return {theme::State::Bad, word(SurveyStage::Failed), own.first().message.render(language)};
    if (!read) {
        const Text why = own.isEmpty() ? Text::tr("No config was read; its ports and sync mode are assumed.")
                                       : own.first().message;
        return {theme::State::Warning, tr("Not read"), why.render(language)};
    }
    const QString path = QDir::toNativeSeparators(shownSafely(facts->survey.configPath));
    const QString brief = foundInShort(*facts).render(language);
    const bool asEntered = !facts->survey.version.differs(); // what the brief tells
    return {asEntered ? theme::State::Good : theme::State::Warning,
            asEntered ? word(SurveyStage::Done) : tr("Done, differs", "what was found on a node from what was entered"),
            brief.isEmpty() ? path : brief + u'\n' + path};
}

void SurveyTable::showRow(int row)
{
    const QList<Node>& nodes = m_session.site().nodes;
    if (row >= nodes.size() || row >= rowCount() || row >= m_rows.size())
        return;
    const Node& node = nodes[row];
    const Language language = m_session.language();
    const bool isLive = m_runner.running() && m_runner.nodes().contains(node.name);
    const Shown shown = isLive ? live(node, m_rows[row]) : found(node);
    const QString texts[columns] = {shownSafely(node.name),
                                    roleText(node.role).render(language),
                                    shownSafely(node.address),
                                    accessText(node.access).render(language),
                                    shown.word,
                                    shown.detail};
    for (int column = 0; column < columns; ++column) {
        QTableWidgetItem* cell = item(row, column);
        if (!cell) {
            cell = new QTableWidgetItem;
            setItem(row, column, cell);
        }
        cell->setText(texts[column]);
        cell->setToolTip(texts[column].toHtmlEscaped());
        cell->setFont(column == AddressColumn ? theme::monospaceFont()
                      : column == NodeColumn  ? theme::strongFont()
                                              : theme::bodyFont());
    }
    item(row, StateColumn)->setIcon(theme::stateIcon(shown.shape));
    item(row, StateColumn)->setForeground(shown.shape == theme::State::Bad ? theme::stateColor(shown.shape)
                                                                           : theme::colors().text);
}

void SurveyTable::retranslate()
{
    setHorizontalHeaderLabels({tr("Node"), tr("Role"), tr("Address"), tr("Access"), tr("State"),
                               tr("What was found, or what is wrong")});
    setAccessibleName(tr("Survey of the nodes"));
    m_again->setText(tr("Read this node again"));
    m_edit->setText(tr("Edit and read again..."));
}

} // namespace ruw
