#include "wizard/widgets/PageFooter.h"

#include "wizard/Page.h"
#include "wizard/Theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

PageFooter::PageFooter(QWidget* parent)
    : QWidget(parent), m_back(new QPushButton(this)), m_next(new QPushButton(this)), m_reason(new QLabel(this)),
      m_row(new QHBoxLayout(this))
{
    m_back->setObjectName("backButton"_L1);
    m_back->setToolTip(QKeySequence(QKeySequence::Back).toString(QKeySequence::NativeText));
    m_next->setObjectName("nextButton"_L1);
    theme::makePrimary(m_next);
    QSizePolicy policy = m_next->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the footer is as high on every page
    m_next->setSizePolicy(policy);
    for (QPushButton* button : {m_back, m_next}) // plain ones are lower, and the footer with them
        button->setMinimumHeight(m_next->sizeHint().height());
    m_reason->setObjectName("reasonLabel"_L1);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_back, &QPushButton::clicked, this, &PageFooter::backAsked);
    connect(m_next, &QPushButton::clicked, this, &PageFooter::nextAsked);
    m_row->setSpacing(2 * theme::grid);
    m_row->addWidget(m_back);
    m_row->addWidget(m_reason, 1);
    m_row->addWidget(m_next);
    setLow(false);
}

void PageFooter::setLow(bool low)
{
    const int beside = low ? theme::grid / 2 : theme::grid + 4;
    m_row->setContentsMargins(3 * theme::grid, beside, 3 * theme::grid, beside);
}

void PageFooter::showPage(const Page& page, bool hasBack)
{
    m_next->setText(page.nextVerb());
    theme::makePrimary(m_next, page.nextStandsOut());
    m_next->setEnabled(page.canGoOn());
    m_next->setVisible(page.hasNext());
    m_next->setAutoDefault(page.beginsAtNext()); // there Enter presses it; elsewhere nothing goes on by that key
    m_back->setVisible(hasBack);
    m_reason->setText(page.canGoOn() ? QString() : page.whyIncomplete());
}

bool PageFooter::canGoOn() const
{
    return m_next->isEnabled();
}

void PageFooter::focusNext()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

void PageFooter::retranslate()
{
    m_back->setText(tr("&Back"));
}

} // namespace ruw
