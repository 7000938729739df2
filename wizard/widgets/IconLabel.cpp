#include "wizard/widgets/IconLabel.h"

#include <QPainter>

namespace ruw {

IconLabel::IconLabel(const QString& icon, theme::State state, int size, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_state(state), m_size(size)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString& icon, theme::State state)
{
    m_icon = icon;
    m_state = state;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    theme::icon(m_icon, theme::stateColor(m_state)).paint(&painter, rect());
}

} // namespace ruw
