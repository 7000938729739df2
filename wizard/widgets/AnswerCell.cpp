#include "wizard/widgets/AnswerCell.h"

#include "wizard/Theme.h"
#include "wizard/widgets/TwoLines.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ruw {

AnswerCell::AnswerCell(const QString& name, Print print, QWidget* parent)
    : QWidget(parent), m_parts(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_button(new QPushButton(this))
{
    m_button->setObjectName(name);
    m_parts->setContentsMargins({});
    m_parts->addWidget(m_button, 0, Qt::AlignLeft);
    if (print == Print::Long)
        m_line = m_long = new TwoLines(this);
    else if (print == Print::Short)
        m_line = new QLabel(this);
    if (m_line) {
        m_line->setObjectName(name + "Line"_L1);
        m_line->hide();
        theme::makeCaption(m_line);
        m_parts->addWidget(m_line, 1);
    }
    setBeside(false);
}

void AnswerCell::setBeside(bool beside)
{
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(beside ? theme::grid : 1);
    if (m_line)
        m_line->setAlignment(Qt::AlignLeft | (beside ? Qt::AlignVCenter : Qt::AlignTop)); // a short one stays with its button
}

void AnswerCell::setLine(const QString& line, bool shown)
{
    if (m_long)
        m_long->setWhole(line);
    else if (m_line)
        m_line->setText(line);
    if (m_line)
        m_line->setVisible(shown && !line.isEmpty());
    m_button->setToolTip(line);
    m_button->setAccessibleDescription(line);
}

} // namespace ruw
