#include "wizard/pages/StartPage.h"

#include "core/base/Quote.h"
#include "wizard/Preferences.h"
#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/ActionCard.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

StartPage::StartPage(Session& session, QWidget* parent)
    : Page(session, parent), m_rehearse(new ActionCard(u"rehearse"_s, this)),
      m_rehearseSite(new ActionCard(u"rehearse"_s, this)), m_new(new ActionCard(u"new"_s, this)),
      m_continue(new ActionCard(u"resume"_s, this)), m_open(new ActionCard(u"folder"_s, this)),
      m_sample(new ActionCard(u"sample"_s, this)), m_recentHead(new QLabel(this)), m_recent(new QVBoxLayout)
{
    m_rehearse->setObjectName("rehearseCard"_L1);
    m_rehearseSite->setObjectName("rehearseSiteCard"_L1);
    m_new->setObjectName("newCard"_L1);
    m_continue->setObjectName("continueCard"_L1);
    m_open->setObjectName("openCard"_L1);
    m_sample->setObjectName("sampleCard"_L1);
    theme::makeStrong(m_recentHead);
    connect(m_rehearse, &QPushButton::clicked, this, &StartPage::rehearseSampleAsked);
    connect(m_rehearseSite, &QPushButton::clicked, this, &StartPage::rehearseSiteAsked);
    connect(m_new, &QPushButton::clicked, this, &StartPage::newUpgradeAsked);
    connect(m_continue, &QPushButton::clicked, this, &StartPage::continueAsked);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
    connect(&session, &Session::siteChanged, this, &Page::completeChanged);

    auto* cards = new QGridLayout;
    cards->setSpacing(2 * theme::grid);
    auto* rehearsals = new QHBoxLayout;
    rehearsals->setSpacing(2 * theme::grid);
    rehearsals->addWidget(m_rehearse, 1);
    rehearsals->addWidget(m_rehearseSite, 1);
    cards->addLayout(rehearsals, 0, 0, 1, 2);
    cards->addWidget(m_new, 1, 0);
    cards->addWidget(m_open, 1, 1);
    cards->addWidget(m_continue, 2, 0);
    cards->addWidget(m_sample, 2, 1);
    cards->setColumnStretch(0, 1);
    cards->setColumnStretch(1, 1);

    auto* recent = new QVBoxLayout;
    recent->setSpacing(theme::grid / 2);
    recent->addWidget(m_recentHead);
    m_recent->setSpacing(0);
    recent->addLayout(m_recent);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::grid, theme::grid, 3 * theme::grid, 2 * theme::grid);
    column->setSpacing(3 * theme::grid);
    column->addLayout(cards);
    column->addLayout(recent);
    column->addStretch(1);
}

QString StartPage::title() const
{
    return tr("Start");
}

QString StartPage::intro() const
{
    return tr("This program plans and guides the upgrade of an m-FILTER site with settings sync. Until the "
              "work itself "
              "starts, nothing is changed on any node.");
}

QString StartPage::nextVerb() const
{
    return tr("&Go on with this site");
}

/// Without a site it would be the card "New upgrade" once more.
bool StartPage::hasNext() const
{
    return m_session.site() != Site{};
}

bool StartPage::beginsAtNext() const
{
    return hasNext();
}

void StartPage::enter()
{
    m_rehearse->setLeading(!hasNext()); // whoever comes first is best served by it
    m_rehearseSite->setVisible(!m_session.site().nodes.isEmpty());
    fillRecent();
}

void StartPage::fillRecent()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList paths = preferences::recentSites();
    for (const QString& path : paths) {
        auto* button = new QPushButton(this);
        button->setObjectName("recentButton"_L1);
        button->setFlat(true);
        button->setIcon(theme::icon(u"file"_s, theme::colors().muted));
        const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
        QString shown = shownSafely(u"%1   %2"_s.arg(QFileInfo(path).fileName(), folder));
        button->setText(shown.replace(u'&', u"&&"_s));
        connect(
            button, &QPushButton::clicked, this, [this, path] { emit openFileAsked(path); },
            Qt::QueuedConnection);
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
    if (paths.isEmpty()) {
        auto* none = new QLabel(tr("No site file has been opened on this machine yet."), this);
        none->setForegroundRole(QPalette::PlaceholderText);
        m_recent->addWidget(none);
    }
}

void StartPage::retranslate()
{
    m_rehearse->setTexts(
        tr("&Rehearse an upgrade"),
        tr("Play a whole upgrade on a simulated sample site, on the same pages as the work, and pick "
           "what shall go wrong. No server is needed, and nothing has to be entered."));
    m_rehearseSite->setTexts(
        tr("Rehearse on &this site"),
        tr("The same with the names, ports and figures of the site that is open. None of its "
           "nodes is touched."));
    m_new->setTexts(tr("&New upgrade"), tr("Enter the nodes, or drop the mf_replica.def files of master "
                                           "and slaves: ports and sync mode are "
                                           "read from them."));
    m_open->setTexts(tr("&Open a site file"), tr("Go on with a site that was saved earlier."));
    m_continue->setTexts(tr("&Continue interrupted work"),
                         tr("Choose the journal of the interrupted run. The steps already done are kept."));
    m_sample->setTexts(
        tr("Look at the &sample site"),
        tr("A fictitious site with one master and two slaves. It needs no server; every page up to the "
           "printed runbook can be tried with it."));
    m_recentHead->setText(tr("Recent sites"));
    fillRecent();
}

} // namespace ruw
