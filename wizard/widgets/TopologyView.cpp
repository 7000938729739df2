#include "wizard/widgets/TopologyView.h"

#include "wizard/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ruw {

TopologyView::TopologyView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(theme::captionFont());
}

void TopologyView::setModel(const TopologyModel& model)
{
    m_model = model;
    setAccessibleDescription(model.inText());
    updateGeometry();
    update();
}

void TopologyView::setHeightRoom(int room)
{
    m_room = room;
}

int TopologyView::heightForWidth(int width) const
{
    const int whole = wholeHeight(width);
    const bool nearlyFits = whole > m_room && whole <= m_room + m_room / 10; // it is painted as small as it takes
    return nearlyFits ? m_room : whole;
}

int TopologyView::wholeHeight(int width) const
{
    return int(topologyHeight(m_model, width, QFontInfo(font()).pixelSize())) + 1;
}

QSize TopologyView::sizeHint() const
{
    constexpr int width = 36 * theme::grid;
    return {width, heightForWidth(width)};
}

void TopologyView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintTopology(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_model, theme::isDark());
}

} // namespace ruw
