#include "wizard/pages/SurveyPage.h"

#include "core/access/ssh/SshFault.h"
#include "core/base/Quote.h"
#include "wizard/FactRows.h"
#include "wizard/Session.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/NodeFactsPanel.h"
#include "wizard/widgets/StateLine.h"

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <map>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Column { NodeColumn, RoleColumn, AddressColumn, AccessColumn, StateColumn, DetailColumn, columnCount };
constexpr int saysSecondsAfterMs = 1000;
constexpr int mostFoundLines = 3;

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

bool isOver(SurveyStage stage)
{
    return stage == SurveyStage::Done || stage == SurveyStage::Failed;
}

} // namespace

SurveyPage::SurveyPage(Session& session, QWidget* parent)
    : Page(session, parent), m_runner(session.connections()), m_found{{}, {}},
      m_table(new QTableWidget(this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_detailsArea(new QScrollArea(this)), m_details(new NodeFactsPanel), m_summary(new StateLine(this)),
      m_taken(new QLabel(this)), m_cancel(new QPushButton(this)), m_again(new QPushButton(this))
{
    buildTable();
    m_summary->setObjectName("surveySummary"_L1);
    theme::makeCaption(m_taken);
    m_cancel->setObjectName("cancelSurveyButton"_L1);
    m_again->setObjectName("surveyAgainButton"_L1);
    m_again->setIcon(theme::icon(u"refresh"_s));

    m_detailsArea->setObjectName("nodeDetailsArea"_L1);
    m_detailsArea->setWidgetResizable(true);
    m_detailsArea->setFrameShape(QFrame::NoFrame);
    m_detailsArea->setFocusPolicy(Qt::NoFocus);
    m_detailsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsArea->setWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detailsArea);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizePolicy(QSizePolicy::Expanding,
                              QSizePolicy::Ignored); // both parts scroll: not the page
    m_table->setMinimumHeight(14 * theme::grid);
    m_detailsArea->setMinimumHeight(22 * theme::grid);
    connect(m_details, &NodeFactsPanel::readAgainAsked, m_againAction, &QAction::trigger);
    connect(m_details, &NodeFactsPanel::editAsked, m_editAction, &QAction::trigger);

    auto* top = new QHBoxLayout;
    top->setSpacing(theme::grid);
    top->addWidget(m_summary, 1, Qt::AlignVCenter);
    top->addWidget(m_cancel, 0, Qt::AlignTop);
    top->addWidget(m_again, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, theme::grid);
    column->setSpacing(theme::grid);
    column->addLayout(top);
    column->addWidget(buildTakeOver());
    column->addWidget(m_splitter, 1);
    column->addWidget(m_taken);
    for (const auto& [before, after] : {std::pair<QWidget*, QWidget*>{m_cancel, m_again},
                                        {m_again, m_takeOverButton},
                                        {m_takeOverButton, m_table}})
        setTabOrder(before, after);

    connect(m_again, &QPushButton::clicked, this, &SurveyPage::startAll);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner.cancel();
        showSummary();
    });
    connect(&m_runner, &SurveyRunner::progressed, this, &SurveyPage::takeProgress);
    connect(&m_runner, &SurveyRunner::finished, this, &SurveyPage::finish);
    // A node that waits for an answer says so in its row.
    connect(&session.connections().prompter(), &WindowPrompter::changed, this, &SurveyPage::showRows,
            Qt::QueuedConnection);
    m_tick.setInterval(saysSecondsAfterMs);
    connect(&m_tick, &QTimer::timeout, this, &SurveyPage::showRows);
    const auto siteOrFacts = [this] {
        if (m_runner.running() && !m_runner.cancelled() && m_rows.size() != m_session.site().nodes.size())
            m_runner.cancel();
        if (!m_runner.running())
            m_rows.fill(Row{}, m_session.site().nodes.size());
        showAll();
        emit completeChanged();
    };
    connect(&session, &Session::siteChanged, this, [this, siteOrFacts] {
        m_runner.cancel(); // the site changed under a running survey: what it reads is of no use any more
        siteOrFacts();
    });
    connect(&session, &Session::factsChanged, this, siteOrFacts);
    siteOrFacts();
}

void SurveyPage::buildTable()
{
    m_table->setObjectName("surveyTable"_L1);
    m_table->setColumnCount(columnCount);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMinimumSectionSize(4 * theme::grid);
    // A long story is told in full below, for the chosen node.
    m_table->verticalHeader()->setMaximumSectionSize(3 * QFontMetrics(theme::bodyFont()).lineSpacing() +
                                                     theme::grid);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DetailColumn, QHeaderView::Stretch);
    m_againAction = new QAction(theme::icon(u"refresh"_s), {}, m_table);
    m_editAction = new QAction(m_table);
    m_table->addActions({m_againAction, m_editAction});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_againAction, &QAction::triggered, this, [this] {
        if (const Node* node = currentNode())
            readAgain(node->name);
    });
    connect(m_editAction, &QAction::triggered, this, &SurveyPage::editNode);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SurveyPage::showDetails);
}

QWidget* SurveyPage::buildTakeOver()
{
    m_takeOver = new QFrame(this);
    m_takeOver->setObjectName("takeOverCard"_L1);
    theme::makeCard(m_takeOver);
    m_takeOverText = new StateLine(m_takeOver);
    m_takeOverText->setObjectName("takeOverText"_L1);
    m_takeOverButton = new QPushButton(m_takeOver);
    m_takeOverButton->setObjectName("takeOverButton"_L1);
    connect(m_takeOverButton, &QPushButton::clicked, this, [this] { m_session.fillIn(m_found.site); });
    auto* row = new QHBoxLayout(m_takeOver);
    row->setContentsMargins(2 * theme::grid, theme::grid, theme::grid, theme::grid);
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_takeOverText, 1);
    row->addWidget(m_takeOverButton, 0, Qt::AlignTop);
    return m_takeOver;
}

int SurveyPage::rowOf(const QString& node) const
{
    const QList<Node>& nodes = m_session.site().nodes;
    for (int row = 0; row < int(std::min(nodes.size(), m_rows.size())); ++row) {
        if (nodes[row].name == node)
            return row;
    }
    return -1;
}

const Node* SurveyPage::currentNode() const
{
    const int row = m_table->currentRow();
    const QList<Node>& nodes = m_session.site().nodes;
    return row >= 0 && row < nodes.size() ? &nodes[row] : nullptr;
}

// ---- reading ----

void SurveyPage::startAll()
{
    if (m_runner.running())
        return;
    m_runner.start(m_session.site());
    begun();
}

void SurveyPage::readAgain(const QString& node)
{
    if (m_runner.running() || !m_session.surveyed())
        return;
    m_runner.startAgain(m_session.site(), m_session.survey(), {node});
    begun();
}

void SurveyPage::editNode()
{
    const Node* node = currentNode();
    if (!node || m_runner.running() || !m_session.surveyed())
        return;
    auto* dialog = new NodeAccessDialog(*node, m_session.site().directory, window());
    connect(dialog, &NodeAccessDialog::readAgainAsked, this, [this](const Node& changed) {
        m_session.correctNode(changed);
        readAgain(changed.name);
    });
    dialog->open();
}

void SurveyPage::begun()
{
    m_rows.fill(Row{}, m_session.site().nodes.size());
    m_tick.start();
    if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
        m_table->selectRow(0);
    showAll();
    emit completeChanged();
}

void SurveyPage::takeProgress(const SurveyProgress& progress)
{
    const int row = rowOf(progress.node);
    if (row < 0 || isOver(m_rows[row].stage))
        return;
    Row& state = m_rows[row];
    const bool sameWay = isOnTheWay(state.stage) && isOnTheWay(progress.stage);
    if (state.stage != progress.stage && !sameWay)
        state.since.start();
    state.stage = progress.stage;
    state.detail = progress.detail;
    showRow(row);
    showSummary();
}

void SurveyPage::finish(const SurveyReport& report)
{
    m_tick.stop();
    // A stopped survey is no survey: what was read of it would look like the whole site.
    if (!m_runner.cancelled())
        m_session.setSurvey(report);
    // The first node that needs a hand is the one to look at.
    if (m_runner.nodes().size() > 1) {
        for (int row = 0; row < m_table->rowCount(); ++row) {
            if (m_session.surveyed() && found(m_session.site().nodes[row]).shape == theme::State::Bad) {
                m_table->selectRow(row);
                break;
            }
        }
    }
    showAll();
    emit completeChanged();
}

// ---- what is shown ----

void SurveyPage::showAll()
{
    showRows();
    if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
        m_table->selectRow(0);
    showTakeOver();
    showDetails();
}

void SurveyPage::showRows()
{
    m_table->setRowCount(int(m_session.site().nodes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        showRow(row);
    showSummary();
}

QString SurveyPage::waitedFor(const Node& node, SurveyStage stage) const
{
    const SshSettings ssh = node.ssh.value_or(SshSettings{});
    switch (stage) {
    case SurveyStage::Connecting:
        return tr("%1 has not answered yet").arg(shownSafely(node.address));
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

SurveyPage::Shown SurveyPage::live(const Node& node, const Row& row) const
{
    const Language language = m_session.language();
    if (m_session.connections().prompter().waitingNodes().contains(node.name))
        return {theme::State::Warning, tr("Waits for you"), tr("A question is open")};
    Shown shown{shapeOf(row.stage), surveyStageText(row.stage).render(language), row.detail.render(language)};
    if (isOver(row.stage))
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
            ? tr("%1 - for %n second(s), at most %2", nullptr, seconds).arg(shown.detail).arg(limit.count())
            : tr("%1 - for %n second(s)", nullptr, seconds).arg(shown.detail);
    return shown;
}

/// What the survey says of a node, in one line.
SurveyPage::Shown SurveyPage::found(const Node& node) const
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
    return {theme::State::Good, word(SurveyStage::Done), brief.isEmpty() ? path : brief + u'\n' + path};
}

void SurveyPage::showRow(int row)
{
    const QList<Node>& nodes = m_session.site().nodes;
    if (row >= nodes.size() || row >= m_table->rowCount() || row >= m_rows.size())
        return;
    const Node& node = nodes[row];
    const Language language = m_session.language();
    const bool isLive = m_runner.running() && m_runner.nodes().contains(node.name);
    const Shown shown = isLive ? live(node, m_rows[row]) : found(node);
    const QString texts[columnCount] = {shownSafely(node.name),
                                        roleText(node.role).render(language),
                                        shownSafely(node.address),
                                        accessText(node.access).render(language),
                                        shown.word,
                                        shown.detail};
    for (int column = 0; column < columnCount; ++column) {
        QTableWidgetItem* item = m_table->item(row, column);
        if (!item) {
            item = new QTableWidgetItem;
            m_table->setItem(row, column, item);
        }
        item->setText(texts[column]);
        item->setToolTip(texts[column].toHtmlEscaped());
        item->setFont(column == AddressColumn ? theme::monospaceFont()
                      : column == NodeColumn  ? theme::strongFont()
                                              : theme::bodyFont());
    }
    m_table->item(row, StateColumn)->setIcon(theme::stateIcon(shown.shape));
    m_table->item(row, StateColumn)
        ->setForeground(shown.shape == theme::State::Bad ? theme::stateColor(shown.shape)
                                                         : theme::colors().text);
}

void SurveyPage::showDetails()
{
    const Node* node = currentNode();
    const NodeFacts* facts = node ? m_session.facts().node(node->name) : nullptr;
    // Before the first survey there is nothing to tell; while it runs the rows tell it.
    const bool tells = facts && m_session.surveyed();
    m_detailsArea->setVisible(tells);
    const bool may = tells && !m_runner.running();
    m_details->setActionsEnabled(may);
    m_againAction->setEnabled(may);
    m_editAction->setEnabled(may);
    if (tells)
        m_details->setNode(*facts, m_session.survey().findings, m_session.language());
}

void SurveyPage::showTakeOver()
{
    m_found = m_session.surveyed() && !m_runner.running() ? FoundEntries::from(m_session.facts())
                                                          : FoundEntries{{}, m_session.site()};
    // What was found alike on many nodes is said once.
    std::map<std::pair<QString, QString>, QStringList> nodesOf;
    for (const FoundEntry& entry : m_found.entries)
        nodesOf[{entry.name.render(m_session.language()), shownSafely(entry.value)}].append(
            shownSafely(entry.node));
    QStringList lines;
    for (const auto& [what, nodes] : nodesOf) {
        const bool ofSite = nodes.contains(QString());
        lines.append(
            ofSite
                ? tr("%1: %2", "entry, value").arg(what.first, what.second)
                : tr("%1: %2 (%3)", "entry, value, nodes").arg(what.first, what.second, nodes.join(u", "_s)));
    }
    m_takeOver->setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s));
    if (const int more = int(lines.size()) - mostFoundLines; more > 0) {
        lines.resize(mostFoundLines);
        lines.append(tr("and %n more", nullptr, more));
    }
    if (!lines.isEmpty())
        lines.prepend(
            tr("The survey found what the site has no entry for. Take it over to plan with it and to "
               "keep it in the site file."));
    m_takeOverText->setState(theme::State::Info, lines.join(u'\n'));
    m_takeOver->setVisible(!lines.isEmpty());
}

void SurveyPage::showSummary()
{
    const auto over = [this](const QString& node) {
        const int row = rowOf(node);
        return row >= 0 && isOver(m_rows[row].stage);
    };
    const int asked = int(m_session.connections().prompter().waitingNodes().size());
    int unread = 0;
    for (const Node& node : m_session.site().nodes) {
        const NodeSurvey* survey = m_session.survey().node(node.name);
        unread += !survey || !survey->config;
    }
    const QStringList& reading = m_runner.nodes();
    if (m_runner.running() && m_runner.cancelled())
        m_summary->setState(theme::State::Busy, tr("Stopping\u2026"));
    else if (m_runner.running() && asked > 0)
        m_summary->setState(theme::State::Warning, tr("%n node(s) wait for your answer.", nullptr, asked));
    else if (m_runner.running())
        m_summary->setState(theme::State::Busy,
                            tr("%1 of %n node(s) read.", nullptr, int(reading.size()))
                                .arg(std::count_if(reading.cbegin(), reading.cend(), over)));
    else if (m_runner.cancelled() && !m_session.surveyed())
        m_summary->setState(
            theme::State::Warning,
            tr("The survey was stopped. Nothing was changed on any node. Take it again to go on."));
    else if (!m_session.surveyed())
        m_summary->setState(theme::State::Info, tr("Nothing has been read yet."));
    else if (!keysInDoubt().isEmpty())
        m_summary->setState(theme::State::Bad,
                            tr("The host key of %1 has changed or is revoked. Do not go on before you know why.")
                                .arg(keysInDoubt().join(tr(", ", "between nodes"))));
    else if (unread == 0)
        m_summary->setState(theme::State::Good, tr("The config of every node was read."));
    else
        m_summary->setState(
            theme::State::Warning,
            tr("%n node(s) could not be read. You can go on: what is missing is assumed, is marked as such, and stands on "
               "the Checks page.",
               nullptr, unread));
    m_taken->setText(m_session.surveyed() ? Text::tr("Survey taken %1")
                                                .arg(Text::dateTime(m_session.survey().takenAt))
                                                .render(m_session.language())
                                          : QString());
    m_cancel->setVisible(m_runner.running());
    m_cancel->setEnabled(!m_runner.cancelled());
    m_again->setVisible(!m_runner.running() && m_session.surveyed());
}

QString SurveyPage::title() const
{
    return tr("Survey");
}

QString SurveyPage::intro() const
{
    return tr("Every node is read at once. Nothing is changed on any of them.");
}

QString SurveyPage::more() const
{
    return tr("Each fact is shown with where it came from: choose a node to see them. Where your entry says "
              "something else than "
              "what was found, your entry counts and both are shown. Nodes with access \"files\" and \"by "
              "hand\" are known by the copy of mf_replica.def that the "
              "site names. What "
              "nobody could look at stays unknown and is shown so: it is never guessed.");
}

QString SurveyPage::nextVerb() const
{
    return m_session.surveyed() && !m_runner.running()
               ? tr("&Next: ports and sync mode")
               : tr("&Survey %n node(s)", nullptr, int(m_rows.size()));
}

bool SurveyPage::isComplete() const
{
    return m_session.surveyed() && !m_runner.running() && keysInDoubt().isEmpty();
}

bool SurveyPage::canGoOn() const
{
    return !m_runner.running() && keysInDoubt().isEmpty();
}

QString SurveyPage::whyIncomplete() const
{
    if (!m_runner.running() && !keysInDoubt().isEmpty())
        return tr("A host key has changed or is revoked: find out why, then survey again.");
    return m_runner.running() ? tr("The survey is under way.") : tr("Take the survey first.");
}

/// Nodes that may be others than they say: nothing goes on with them.
QStringList SurveyPage::keysInDoubt() const
{
    QStringList nodes;
    for (const Finding& finding : m_session.survey().findings) {
        if (isHostKeyInDoubt(finding.id))
            nodes.append(shownSafely(finding.node));
    }
    return nodes;
}

bool SurveyPage::leave()
{
    if (m_session.surveyed())
        return true;
    startAll();
    return false;
}

QString SurveyPage::underWay() const
{
    return m_runner.running()
               ? tr("The nodes are being read. Closing stops that; nothing was changed on any of them.")
               : QString();
}

void SurveyPage::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Node"), tr("Role"), tr("Address"), tr("Access"), tr("State"),
                                        tr("What was found, or what is the matter")});
    m_table->setAccessibleName(tr("Survey of the nodes"));
    m_cancel->setText(tr("S&top"));
    m_again->setText(tr("Survey all &again"));
    m_againAction->setText(tr("Read this node again"));
    m_editAction->setText(tr("Edit and read again..."));
    m_takeOverButton->setText(tr("Take &over"));
    m_details->retranslate();
    showAll();
}

} // namespace ruw
