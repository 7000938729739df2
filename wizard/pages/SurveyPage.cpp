#include "wizard/pages/SurveyPage.h"

#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/StateLine.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

enum Column { NodeColumn, RoleColumn, AddressColumn, AccessColumn, StateColumn, DetailColumn, columnCount };
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

bool isOver(SurveyStage stage)
{
    return stage == SurveyStage::Done || stage == SurveyStage::Failed;
}

} // namespace

SurveyPage::SurveyPage(Session& session, QWidget* parent)
    : Page(session, parent), m_table(new QTableWidget(this)), m_summary(new StateLine(this)),
      m_taken(new QLabel(this)), m_cancel(new QPushButton(this)), m_again(new QPushButton(this))
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
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DetailColumn, QHeaderView::Stretch);
    m_summary->setObjectName("surveySummary"_L1);
    theme::makeCaption(m_taken);
    m_cancel->setObjectName("cancelSurveyButton"_L1);
    m_again->setObjectName("surveyAgainButton"_L1);
    m_again->setIcon(theme::icon(u"refresh"_s));

    auto* below = new QHBoxLayout;
    below->setSpacing(theme::grid);
    below->addWidget(m_taken, 1);
    below->addWidget(m_cancel);
    below->addWidget(m_again);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid + 4);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addLayout(below);

    connect(m_again, &QPushButton::clicked, this, &SurveyPage::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner.cancel();
        showSummary();
    });
    connect(&m_runner, &SurveyRunner::progressed, this, [this](const SurveyProgress& progress) {
        const int row = rowOf(progress.node);
        if (row < 0)
            return;
        m_rows[row] = {progress.stage, progress.detail, {}};
        m_rows[row].since.start();
        showRow(row);
        showSummary();
    });
    connect(&m_runner, &SurveyRunner::finished, this, [this](const SurveyReport& report) {
        m_tick.stop();
        // A stopped survey is no survey: what was read of it would look like the whole site.
        if (!m_runner.cancelled())
            m_session.setSurvey(report);
        showRows();
        showSummary();
        emit completeChanged();
    });
    m_tick.setInterval(saysSecondsAfterMs);
    connect(&m_tick, &QTimer::timeout, this, &SurveyPage::showRows);
    connect(&session, &Session::siteChanged, this, &SurveyPage::resetRows);
    connect(&session, &Session::factsChanged, this, [this] {
        if (!m_runner.running())
            resetRows();
    });
    resetRows();
}

void SurveyPage::resetRows()
{
    if (m_runner.running()) {
        // The site changed under a running survey: what it reads is of no use any more.
        m_runner.cancel();
        return;
    }
    const QList<Node>& nodes = m_session.site().nodes;
    const QList<Row> before = m_rows;
    const bool keep = m_session.surveyed() && before.size() == nodes.size();
    m_rows.clear();
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        Row row = keep ? before[i] : Row{};
        if (m_session.surveyed() && !isOver(row.stage))
            row.stage = SurveyStage::Done; // a survey that was taken elsewhere
        m_rows.append(row);
    }
    showRows();
    showSummary();
    emit completeChanged();
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

void SurveyPage::start()
{
    m_rows.fill(Row{}, m_session.site().nodes.size());
    m_runner.start(m_session.site());
    m_tick.start();
    showRows();
    showSummary();
    emit completeChanged();
}

/// What was found on a node, in one line.
Text SurveyPage::resultOf(const QString& node) const
{
    const NodeSurvey* survey = m_session.survey().node(node);
    if (!survey)
        return {};
    for (const Finding& finding : m_session.survey().findings) {
        if (finding.node == node && finding.severity == Severity::Blocker)
            return Text::lines({finding.message, finding.remedy});
    }
    if (!survey->config) {
        for (const Finding& finding : m_session.survey().findings) {
            if (finding.node == node)
                return Text::lines({finding.message, finding.remedy});
        }
        return Text::tr("No config was read; its ports and sync mode are assumed.");
    }
    return Text::verbatim(QDir::toNativeSeparators(survey->configPath));
}

void SurveyPage::showRows()
{
    m_table->setRowCount(int(m_rows.size()));
    for (int row = 0; row < int(m_rows.size()); ++row)
        showRow(row);
}

void SurveyPage::showRow(int row)
{
    const QList<Node>& nodes = m_session.site().nodes;
    if (row >= nodes.size() || row >= m_table->rowCount())
        return;
    const Node& node = nodes[row];
    const Row& state = m_rows[row];
    const Language language = m_session.language();
    QString detail = state.detail.render(language);
    if (isOver(state.stage) && m_session.surveyed() && !m_runner.running())
        detail = resultOf(node.name).render(language);
    else if (!isOver(state.stage) && state.since.isValid() && state.since.elapsed() >= saysSecondsAfterMs)
        detail = tr("%1 - for %n second(s)", nullptr, int(state.since.elapsed() / 1000)).arg(detail);
    const NodeSurvey* survey = m_session.survey().node(node.name);
    theme::State shape = shapeOf(state.stage);
    QString word = surveyStageText(state.stage).render(language);
    if (state.stage == SurveyStage::Done && m_session.surveyed() && survey && !survey->config) {
        shape = theme::State::Warning;
        word = tr("Not read");
    }
    const QString texts[columnCount] = {shownSafely(node.name),
                                        roleText(node.role).render(language),
                                        shownSafely(node.address),
                                        accessText(node.access).render(language),
                                        word,
                                        detail};
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
    m_table->item(row, StateColumn)->setIcon(theme::stateIcon(shape));
}

void SurveyPage::showSummary()
{
    const int over =
        int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return isOver(row.stage); }));
    int unread = 0;
    for (const Node& node : m_session.site().nodes) {
        const NodeSurvey* survey = m_session.survey().node(node.name);
        unread += !survey || !survey->config;
    }
    const int all = int(m_rows.size());
    if (m_runner.running() && m_runner.cancelled())
        m_summary->setState(theme::State::Busy, tr("Stopping..."));
    else if (m_runner.running())
        m_summary->setState(theme::State::Busy, tr("%1 of %n node(s) read.", nullptr, all).arg(over));
    else if (m_runner.cancelled() && !m_session.surveyed())
        m_summary->setState(
            theme::State::Warning,
            tr("The survey was stopped. Nothing was changed on any node. Take it again to go on."));
    else if (!m_session.surveyed())
        m_summary->setState(theme::State::Info, tr("Nothing has been read yet."));
    else if (unread == 0)
        m_summary->setState(theme::State::Good, tr("The config of every node was read."));
    else
        m_summary->setState(
            theme::State::Warning,
            tr("%n node(s) could not be read. You may go on: what is missing is assumed, shown so, and "
               "judged by the checks.",
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
    return tr("Nodes with access \"files\" and \"by hand\" are known by the copy of mf_replica.def that the "
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
    return m_session.surveyed() && !m_runner.running();
}

bool SurveyPage::canGoOn() const
{
    return !m_runner.running();
}

QString SurveyPage::whyIncomplete() const
{
    return m_runner.running() ? tr("The survey is under way.") : tr("Take the survey first.");
}

bool SurveyPage::leave()
{
    if (m_session.surveyed())
        return true;
    start();
    return false;
}

void SurveyPage::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Node"), tr("Role"), tr("Address"), tr("Access"), tr("State"),
                                        tr("Read from, or what is the matter")});
    m_table->setAccessibleName(tr("Survey of the nodes"));
    m_cancel->setText(tr("S&top"));
    m_again->setText(tr("Survey &again"));
    showRows();
    showSummary();
}

} // namespace ruw
