#include "wizard/pages/SurveyPage.h"

#include "core/access/ssh/SshFault.h"
#include "core/base/Quote.h"
#include "wizard/Session.h"
#include "wizard/widgets/NodeAccessDialog.h"
#include "wizard/widgets/NodeFactsPanel.h"
#include "wizard/widgets/StateLine.h"
#include "wizard/widgets/SurveyTable.h"
#include "wizard/widgets/TakeOverCard.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Its upper part is as high as it may become, or has half of the room: a splitter by itself keeps its parts as they were, which
/// leaves a gap below one that has become lower. Whoever has moved the border has it as he wants it.
class FittingSplitter final : public QSplitter {
public:
    explicit FittingSplitter(QWidget* parent) : QSplitter(Qt::Vertical, parent)
    {
        connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    }
    void fit()
    {
        if (m_moved || count() < 2)
            return;
        const int room = height() - handleWidth(), upper = std::min(widget(0)->maximumHeight(), room / 2);
        setSizes({upper, room - upper});
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QSplitter::resizeEvent(event);
        fit();
    }

private:
    bool m_moved = false;
};

} // namespace

SurveyPage::SurveyPage(Session& session, QWidget* parent)
    : Page(session, parent), m_runner(session.connections()), m_table(new SurveyTable(session, m_runner, this)),
      m_splitter(new FittingSplitter(this)), m_detailsArea(new QScrollArea(this)),
      m_details(new NodeFactsPanel), m_summary(new StateLine(this)), m_takeOver(new TakeOverCard(session, this)),
      m_taken(new QLabel(this)), m_cancel(new QPushButton(this)), m_again(new QPushButton(this))
{
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
    connect(m_table, &SurveyTable::heightChanged, m_splitter, [this] { static_cast<FittingSplitter*>(m_splitter)->fit(); }, Qt::QueuedConnection);
    connect(m_table, &SurveyTable::heightChanged, this, &SurveyPage::boundTable);
    connect(m_details, &NodeFactsPanel::readAgainAsked, m_table->againAction(), &QAction::trigger);
    connect(m_details, &NodeFactsPanel::editAsked, m_table->editAction(), &QAction::trigger);
    connect(m_table->againAction(), &QAction::triggered, this, [this] {
        if (const Node* node = m_table->currentNode())
            readAgain(node->name);
    });
    connect(m_table->editAction(), &QAction::triggered, this, &SurveyPage::editNode);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SurveyPage::showDetails);

    auto* top = new QHBoxLayout;
    top->setSpacing(theme::grid);
    top->addWidget(m_summary, 1, Qt::AlignVCenter);
    top->addWidget(m_cancel, 0, Qt::AlignTop);
    top->addWidget(m_again, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, theme::grid);
    column->setSpacing(theme::grid);
    column->addLayout(top);
    column->addWidget(m_takeOver);
    column->addWidget(m_splitter, 100);
    column->addWidget(m_taken);
    column->addStretch(1); // what the table alone leaves
    for (const auto& [before, after] : {std::pair<QWidget*, QWidget*>{m_cancel, m_again},
                                        {m_again, m_takeOver->button()},
                                        {m_takeOver->button(), m_table}})
        setTabOrder(before, after);

    connect(m_again, &QPushButton::clicked, this, &SurveyPage::startAll);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner.cancel();
        showSummary();
    });
    connect(&m_runner, &SurveyRunner::progressed, this, [this](const SurveyProgress& progress) {
        m_table->takeProgress(progress);
        showSummary();
    });
    connect(&m_runner, &SurveyRunner::finished, this, &SurveyPage::finish);
    connect(&session.connections().prompter(), &WindowPrompter::changed, this, &SurveyPage::showSummary,
            Qt::QueuedConnection);
    const auto siteOrFacts = [this] {
        if (!m_runner.running())
            m_table->forget();
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
    const Node* node = m_table->currentNode();
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
    m_table->begun();
    m_table->chooseOne();
    showAll();
    emit completeChanged();
}

void SurveyPage::finish(const SurveyReport& report)
{
    // A stopped survey is no survey: what was read of it would look like the whole site.
    if (!m_runner.cancelled())
        m_session.setSurvey(report);
    m_table->ended();
    showAll();
    emit completeChanged();
}

// ---- what is shown ----

void SurveyPage::showAll()
{
    m_table->refresh();
    m_table->chooseOne();
    showSummary();
    m_takeOver->offer(m_session.surveyed() && !m_runner.running() ? FoundEntries::from(m_session.facts())
                                                                  : FoundEntries{{}, m_session.site()});
    showDetails();
}

/// Alone it stands below its heading, however much room there is.
void SurveyPage::boundTable()
{
    m_splitter->setMaximumHeight(m_detailsArea->isHidden() ? m_table->maximumHeight() : QWIDGETSIZE_MAX);
}

void SurveyPage::showDetails()
{
    const Node* node = m_table->currentNode();
    const NodeFacts* facts = node ? m_session.facts().node(node->name) : nullptr;
    // Before the first survey there is nothing to tell; while it runs the rows tell it.
    const bool tells = facts && m_session.surveyed();
    m_detailsArea->setVisible(tells);
    boundTable();
    const bool may = tells && !m_runner.running();
    m_details->setActionsEnabled(may);
    m_table->setActionsEnabled(may);
    if (tells)
        m_details->setNode(*facts, m_session.survey().findings, m_session.language());
}

void SurveyPage::showSummary()
{
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
        m_summary->setState(theme::State::Warning, tr("%n node(s) are waiting for your answer.", nullptr, asked));
    else if (m_runner.running())
        m_summary->setState(theme::State::Busy,
                            tr("%1 of %n node(s) read.", nullptr, int(reading.size()))
                                .arg(std::count_if(reading.cbegin(), reading.cend(),
                                                   [this](const QString& node) { return m_table->isOver(node); })));
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
            tr("%n node(s) could not be read. You can go on: what is missing is assumed and marked as such. The Checks page "
               "says whether the work can begin.",
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
    return tr("All nodes are read at the same time. Nothing is changed on any of them.");
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
               : tr("&Survey %n node(s)", nullptr, int(m_session.site().nodes.size()));
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
    m_table->retranslate();
    m_takeOver->retranslate();
    m_cancel->setText(tr("S&top"));
    m_again->setText(tr("Survey all &again"));
    m_details->retranslate();
    showAll();
}

} // namespace ruw
