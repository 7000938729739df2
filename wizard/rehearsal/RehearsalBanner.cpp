#include "wizard/rehearsal/RehearsalBanner.h"

#include "wizard/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

RehearsalBanner::RehearsalBanner(QWidget* parent)
    : QFrame(parent), m_word(new QLabel(this)), m_text(new QLabel(this)), m_leave(new QPushButton(this))
{
    setObjectName("rehearsalBanner"_L1);
    theme::makeRehearsalBanner(this);
    m_word->setObjectName("rehearsalWord"_L1);
    m_word->setFont(theme::strongFont());
    m_text->setObjectName("rehearsalText"_L1);
    m_leave->setObjectName("leaveRehearsal"_L1);
    connect(m_leave, &QPushButton::clicked, this, &RehearsalBanner::leaveAsked);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::grid, theme::grid / 2, theme::grid, theme::grid / 2);
    row->setSpacing(2 * theme::grid);
    row->addWidget(m_word);
    row->addWidget(m_text, 1);
    row->addWidget(m_leave);
}

void RehearsalBanner::retranslate()
{
    // In both languages: whoever passes by reads his own.
    m_word->setText(u"\u25c6 リハーサル / REHEARSAL \u25c6"_s);
    m_text->setText(tr("Played on a simulated site. No server is touched."));
    m_leave->setText(tr("&Leave the rehearsal"));
    setAccessibleName(m_word->text());
}

} // namespace ruw
