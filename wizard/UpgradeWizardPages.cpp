// Which pages can be reached, which one is shown, and how one goes from one to the next.

#include "wizard/UpgradeWizard.h"

#include "wizard/Help.h"
#include "wizard/Pages.h"
#include "wizard/widgets/PageFooter.h"
#include "wizard/widgets/PageHeader.h"
#include "wizard/widgets/SideRail.h"

#include <QStackedWidget>

#include <algorithm>

namespace ruw {

int UpgradeWizard::firstPage() const
{
    return int(m_session.isRehearsal() ? PageId::Ports : PageId::Start);
}

bool UpgradeWizard::isReachable(PageId id) const
{
    // A run that goes on begins at its own page: what comes before was settled when it began.
    if (int(id) < firstPage())
        return false;
    const bool runGoesOn = id >= PageId::Work && (m_session.run() || !m_session.journalFile().isEmpty());
    for (int i = runGoesOn ? int(PageId::Work) : firstPage(); i < int(id); ++i) {
        if (!m_pages[size_t(i)]->isComplete())
            return false;
    }
    return true;
}

void UpgradeWizard::goTo(PageId id)
{
    m_pages[size_t(m_current)]->commitEdits();
    int reachable = std::max(int(id), firstPage());
    while (reachable > firstPage() && !isReachable(PageId(reachable)))
        --reachable;
    m_current = PageId(reachable);
    m_furthest = std::max(m_furthest, reachable);
    m_stack->setCurrentIndex(reachable);
    m_header->foldMore();
    Page* shown = m_pages[size_t(reachable)];
    shown->enter();
    refresh();
    focusPage();
}

/// The keyboard goes to where the page begins, or to where it was there last.
void UpgradeWizard::focusPage()
{
    const Page* shown = m_pages[size_t(m_current)];
    if (shown->beginsAtNext())
        return m_footer->focusNext();
    if (QWidget* first = shown->focusWidget() ? shown->focusWidget() : shown->nextInFocusChain();
        first && shown->isAncestorOf(first))
        first->setFocus(Qt::OtherFocusReason);
}

void UpgradeWizard::goNext()
{
    Page* shown = m_pages[size_t(m_current)];
    shown->commitEdits();
    if (!shown->canGoOn() || !shown->leave() || !shown->isComplete())
        return;
    if (m_current == PageId::Finish)
        close();
    else
        goTo(PageId(int(m_current) + 1));
}

void UpgradeWizard::goBack()
{
    if (int(m_current) > firstPage())
        goTo(PageId(int(m_current) - 1));
}

void UpgradeWizard::refreshSoon()
{
    // The session tells of one change by several signals; in between the pages do not fit together yet.
    m_refreshSoon.start();
}

void UpgradeWizard::refresh()
{
    if (!m_menus)
        return; // still being built
    // A change that takes the ground from under the page shown leads back to the last one that stands.
    if (!isReachable(m_current)) {
        goTo(m_current);
        return;
    }
    const QString siteName = m_session.site().name;
    m_rail->setSiteName(siteName);
    for (int i = 0; i < pageCount; ++i) {
        const Page* each = m_pages[size_t(i)];
        const bool reachable = isReachable(PageId(i));
        theme::State state = theme::State::Blocked;
        QString word = i < firstPage() ? tr("settled") : tr("later");
        if (i == int(m_current)) {
            state = theme::State::Here;
            word = tr("you are here");
        } else if (reachable && each->isComplete() && i < m_furthest) {
            state = theme::State::Done;
            word = tr("done");
        } else if (reachable) {
            state = theme::State::Todo;
            word = tr("can be opened");
        }
        const bool shownBefore = reachable && i != int(m_current) && i <= m_furthest;
        if (const auto standing = shownBefore ? each->standing() : std::nullopt) {
            state = standing->state;
            word = standing->word;
        }
        m_rail->setRow(i, each->title(), state, word);
    }
    m_rail->setCurrent(int(m_current));

    const Page* shown = m_pages[size_t(m_current)];
    const QString title =
        tr("%1 - Replica Upgrade Wizard").arg(siteName.isEmpty() ? shown->title() : siteName);
    setWindowTitle(m_banner ? tr("REHEARSAL - %1", "window title").arg(title) : title);
    m_header->showPage(*shown);
    m_footer->showPage(*shown, int(m_current) > firstPage());
    help::explainPage(*m_pages[size_t(m_current)], m_current, m_session.language());
}

} // namespace ruw
