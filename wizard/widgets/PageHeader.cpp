#include "wizard/widgets/PageHeader.h"

#include "wizard/NumbersWhole.h"
#include "wizard/Page.h"
#include "wizard/Theme.h"
#include "wizard/widgets/NoticeBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

PageHeader::PageHeader(bool underBanner, QWidget* parent)
    : QWidget(parent), m_underBanner(underBanner), m_title(new QLabel(this)), m_intro(new QLabel(this)),
      m_more(new QLabel(this)), m_moreButton(new QToolButton(this)), m_notice(new NoticeBar(this)),
      m_column(new QVBoxLayout(this))
{
    m_title->setObjectName("pageTitle"_L1);
    theme::makeTitle(m_title);
    m_intro->setObjectName("pageIntro"_L1);
    m_intro->setWordWrap(true);
    m_moreButton->setObjectName("moreButton"_L1);
    m_moreButton->setCheckable(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setAutoRaise(true);
    m_more->setObjectName("moreText"_L1);
    m_more->setWordWrap(true);
    m_more->hide();
    connect(m_moreButton, &QToolButton::toggled, this, &PageHeader::moreToggled);

    auto* heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_moreButton, 0, Qt::AlignBottom);
    m_column->setSpacing(theme::grid / 2);
    m_column->addLayout(heading);
    constexpr int widest = 96 * theme::grid; // as in the smallest window
    m_column->addLayout(theme::readableRow(m_intro, widest));
    m_column->addLayout(theme::readableRow(m_more, widest));
    m_column->addWidget(m_notice);
    setLow(false);
}

void PageHeader::setLow(bool low)
{
    const int above = low ? theme::grid / 4 : m_underBanner ? theme::grid * 3 / 4 : 2 * theme::grid;
    m_column->setContentsMargins(3 * theme::grid, above, 3 * theme::grid, low ? theme::grid / 4 : theme::grid);
}

void PageHeader::foldMore()
{
    m_moreButton->setChecked(false);
}

void PageHeader::showPage(const Page& page)
{
    m_title->setText(page.title());
    m_intro->setText(withWordsWhole(page.intro()));
    m_intro->setVisible(!page.intro().isEmpty());
    const QString more = page.more();
    m_moreButton->setVisible(!more.isEmpty());
    m_moreButton->setArrowType(m_moreButton->isChecked() ? Qt::UpArrow : Qt::DownArrow);
    m_more->setText(withWordsWhole(more));
    m_more->setVisible(!more.isEmpty() && m_moreButton->isChecked());
}

void PageHeader::retranslate()
{
    m_moreButton->setText(tr("More on this page"));
}

} // namespace ruw
