#include "wizard/widgets/AnswerCell.h"

#include "wizard/Theme.h"
#include "wizard/widgets/TwoLines.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

AnswerCell::AnswerCell(const QString& name, Print print, QWidget* parent)
    : QWidget(parent), m_parts(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_button(new QPushButton(this)),
      m_side(print == Print::AtEnd ? Qt::AlignRight : Qt::AlignLeft)
{
    m_button->setObjectName(name);
    m_parts->setContentsMargins({});
    m_parts->addWidget(m_button, 0, m_side);
    m_line = print == Print::Long ? m_long = new TwoLines(this) : new QLabel(this);
    if (print == Print::Short)
        m_line->setContentsMargins(0, 0, theme::grid, 0); // the next one's words stand well apart
    m_line->setObjectName(name + "Line"_L1);
    m_line->hide();
    theme::makeCaption(m_line);
    m_parts->addWidget(m_line, 1);
    if (m_long)
        m_long->setLines(1, 2);
    setBeside(false);
}

void AnswerCell::setBeside(bool beside)
{
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(beside ? theme::grid : 1);
    m_line->setAlignment(m_side | (beside ? Qt::AlignVCenter : Qt::AlignTop)); // a short one stays with its button
}

void AnswerCell::setLine(const QString& line, bool shown, const QString& inShort)
{
    const QString& words = inShort.isEmpty() ? line : inShort;
    if (m_long) {
        m_long->setWhole(words);
        m_long->setToolTip(line); // all of it, whatever is shown
    } else {
        m_line->setText(words);
    }
    m_line->setVisible(shown && !line.isEmpty());
    m_button->setToolTip(line);
    m_button->setAccessibleDescription(line);
}

void AnswerCell::setWhyBarred(const QString& why)
{
    m_button->setToolTip(why);
    m_button->setAccessibleDescription(why);
}

} // namespace ruw
