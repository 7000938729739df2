#include "wizard/widgets/TickRow.h"

#include "wizard/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace ruw {

TickRow::TickRow(const QString& text, QWidget* parent)
    : QWidget(parent), m_box(new QCheckBox(this)), m_text(new QLabel(text, this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setBuddy(m_box);
    m_box->setAccessibleName(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid / 2 + 2);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void TickRow::mousePressEvent(QMouseEvent* event)
{
    event->accept(); // or the release would not come here
}

void TickRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_box->click();
}

} // namespace ruw
