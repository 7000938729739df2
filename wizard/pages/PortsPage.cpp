#include "wizard/pages/PortsPage.h"

#include "wizard/NumbersWhole.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/ConfigFindings.h"
#include "wizard/widgets/LinkMatrix.h"
#include "wizard/widgets/PortTable.h"
#include "wizard/widgets/RequestPanel.h"
#include "wizard/widgets/SyncModeCard.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace ruw {

PortsPage::PortsPage(Session& session, QWidget* parent)
    : Page(session, parent), m_mode(new SyncModeCard(this)), m_request(new RequestPanel(this)),
      m_portsHead(new QLabel(this)), m_ports(new PortTable(this)), m_findingsHead(new QLabel(this)),
      m_findings(new ConfigFindings(this)), m_linksHead(new QLabel(this)), m_linksText(new QLabel(this)),
      m_links(new LinkMatrix(this))
{
    m_linksText->setWordWrap(true);
    for (QLabel* label : {m_portsHead, m_findingsHead, m_linksHead})
        theme::makeStrong(label);
    m_portsHead->setBuddy(m_ports);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(theme::grid);
    column->addWidget(m_mode);
    column->addWidget(m_request);
    column->addWidget(m_request->outcome());
    for (const auto& part : {QList<QWidget*>{m_portsHead, m_ports},
                             {m_findingsHead, m_findings},
                             {m_linksHead, m_linksText, m_links}}) {
        column->addSpacing(theme::grid);
        for (QWidget* widget : part) {
            if (widget == m_ports) { // no wider than its columns need
                auto* row = new QHBoxLayout;
                row->addWidget(m_ports, 1);
                row->addStretch();
                column->addLayout(row);
            } else if (widget == m_linksText) {
                column->addLayout(theme::readableRow(m_linksText));
            } else {
                column->addWidget(widget);
            }
        }
    }
    column->addStretch(1);

    for (const auto signal : {&Session::factsChanged, &Session::procedureChanged}) {
        connect(&session, signal, this, [this] {
            if (isVisible())
                showAll();
        });
    }
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

QString PortsPage::underWay() const
{
    return m_request->busy() ? tr("The request sheet is being printed or saved.") : QString();
}

void PortsPage::enter()
{
    showAll();
}

void PortsPage::showAll()
{
    const SiteFacts& facts = m_session.facts();
    const Language language = m_session.language();
    m_mode->setFacts(facts, language);
    const QString siteFile = m_session.siteFile();
    m_request->setPassingFolder(m_session.passingFolder());
    m_request->setRequest(FirewallRequest::from(facts, m_session.procedure(), m_session.timeChart()), facts,
                          siteFile.isEmpty() ? QString() : QFileInfo(siteFile).absolutePath(), language);
    m_ports->setFacts(facts, language);
    m_findings->setFindings(m_session.survey().findings, language);
    showLinks();
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
    m_linksText->setText(withWordsWhole(
        asked ? tr("Each node that could be asked tried the sync ports of every other node, before anything was changed. "
                   "This is the baseline of "
                   "the work: a port that is closed already (refused, or no answer) proves nothing later. "
                   "Only where a port "
                   "is open now does its silence during the work show that the block holds.")
              : tr("The nodes were not asked: only their files were read. Whether a port can be reached "
                   "is looked at on the nodes during the work.")));
    if (asked)
        m_links->setFacts(m_session.facts(), m_session.language());
}

void PortsPage::retranslate()
{
    m_portsHead->setText(tr("Sync ports by node"));
    m_findingsHead->setText(tr("What the survey noticed"));
    m_linksHead->setText(tr("Who reaches whom now"));
    m_ports->setAccessibleName(m_portsHead->text());
    m_request->retranslate(m_session.language());
    m_links->retranslate();
    showAll();
}

} // namespace ruw
