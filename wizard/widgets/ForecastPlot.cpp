#include "wizard/widgets/ForecastPlot.h"

#include "wizard/Theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// How much longer than planned the time axis goes on.
constexpr double overrunShown = 1.4;
/// The free disk is drawn to scale while it is at most so many times the highest amount; else the band would
/// be flat.
constexpr double freeDiskInScale = 3;

QString hoursAndMinutes(int minutes)
{
    return u"%1:%2"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
}

int timeStep(int lastMinute)
{
    for (const int step : {5, 10, 15, 30, 60, 120, 240, 480}) {
        if (lastMinute / step <= 6)
            return step;
    }
    return 1440;
}

/// The next of 1, 2, 5 x 10^n above.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

/// From minutes and bytes to places in the widget.
struct ForecastPlot::Scale {
    QRectF area;
    double lastMinute = 1;
    double topBytes = 1;
    double unit = 1; ///< bytes of the axis' unit
    QString unitName;
    double step = 1; ///< between two ticks, in units

    double x(double minute) const { return area.left() + area.width() * minute / lastMinute; }
    double y(double bytes) const { return area.bottom() - area.height() * bytes / topBytes; }
    QPointF at(double minute, qint64 bytes) const { return {x(minute), y(double(bytes))}; }
};

ForecastPlot::ForecastPlot(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSizePolicy(policy);
}

void ForecastPlot::setForecast(const QueueForecast::NodeForecast& node, int minutes, Language language)
{
    m_node = node;
    m_minutes = minutes;
    m_language = language;
    m_cursor = std::min(m_cursor, lastMinute());
    retranslate();
    update();
}

void ForecastPlot::clear()
{
    m_node = {};
    m_minutes = 0;
    m_cursor = -1;
    retranslate();
    update();
}

QueueForecast::Range ForecastPlot::rangeAt(const QueueForecast::NodeForecast& node, int plannedMinutes,
                                           int minute)
{
    if (plannedMinutes <= 0)
        return {};
    const auto share = [plannedMinutes, minute](qint64 bytes) {
        return qint64(std::llround(double(bytes) * minute / plannedMinutes));
    };
    return {share(node.bytes.low), share(node.bytes.expected), share(node.bytes.high)};
}

int ForecastPlot::lastMinute() const
{
    const int step = timeStep(int(m_minutes * overrunShown));
    return std::max(step, int(std::ceil(m_minutes * overrunShown / step)) * step);
}

QString ForecastPlot::shownBytes(qint64 bytes) const
{
    return Text::bytes(bytes).render(m_language);
}

QString ForecastPlot::readout() const
{
    if (m_cursor < 0 || m_minutes <= 0)
        return {};
    const QueueForecast::Range range = rangeAt(m_node, m_minutes, m_cursor);
    QStringList lines{tr("%1 after sync was cut").arg(Text::minutes(m_cursor).render(m_language)),
                      tr("Expected: %1").arg(shownBytes(range.expected)),
                      tr("Low to high: %1 to %2").arg(shownBytes(range.low), shownBytes(range.high))};
    if (m_node.freeDiskBytes)
        lines.append(tr("Free disk: %1").arg(shownBytes(*m_node.freeDiskBytes)));
    return lines.join(u'\n');
}

void ForecastPlot::retranslate()
{
    setAccessibleName(tr("Pile-up on %1 over time").arg(m_node.node));
    if (m_minutes <= 0) {
        setAccessibleDescription({});
        return;
    }
    QString description =
        tr("After %1, when sync is to be restored: %2 expected, %3 to %4 possible.")
            .arg(Text::minutes(m_minutes).render(m_language), shownBytes(m_node.bytes.expected),
                 shownBytes(m_node.bytes.low), shownBytes(m_node.bytes.high));
    if (m_node.freeDiskBytes)
        description += u'\n' + tr("Free disk: %1").arg(shownBytes(*m_node.freeDiskBytes));
    setAccessibleDescription(description);
}

ForecastPlot::Scale ForecastPlot::scale() const
{
    Scale scale;
    scale.lastMinute = lastMinute();
    const double highest = double(std::max<qint64>(rangeAt(m_node, m_minutes, lastMinute()).high, 1024));
    scale.topBytes = highest;
    if (m_node.freeDiskBytes && double(*m_node.freeDiskBytes) <= highest * freeDiskInScale)
        scale.topBytes = std::max(highest, double(*m_node.freeDiskBytes));
    static constexpr std::array<const char*, 5> names{"B", "KiB", "MiB", "GiB", "TiB"};
    size_t power = 0;
    while (power + 1 < names.size() && scale.topBytes / scale.unit >= 1024) {
        scale.unit *= 1024;
        ++power;
    }
    scale.unitName = QString::fromLatin1(names[power]);
    scale.step = roundStep(scale.topBytes * 1.08 / scale.unit / 5);
    scale.topBytes = std::ceil(scale.topBytes * 1.08 / scale.unit / scale.step) * scale.step * scale.unit;

    const QFontMetricsF metrics(theme::captionFont());
    const double left = metrics.horizontalAdvance(u"0,000.0"_s) + theme::grid;
    const double top = metrics.height() * 2 + 2.0 * theme::grid;    // legend and the axis' unit
    const double bottom = metrics.height() * 2 + 2.0 * theme::grid; // tick labels and the axis' name
    scale.area = QRectF(rect()).adjusted(left, top, -2.0 * theme::grid, -bottom);
    return scale;
}

void ForecastPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::captionFont());
    painter.setBrush(theme::colors().surface);
    painter.setPen(hasFocus() ? QPen(theme::colors().accent, 2) : QPen(theme::colors().border, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    if (m_minutes <= 0)
        return;
    const Scale s = scale();
    paintAxes(painter, s);
    paintBand(painter, s);
    if (m_cursor < 0) // else the figures stand in its place
        paintLifting(painter, s);
    paintFreeDisk(painter, s);
    paintLegend(painter, s);
    if (m_cursor >= 0)
        paintCursor(painter, s);
}

void ForecastPlot::paintAxes(QPainter& painter, const Scale& s) const
{
    const QFontMetricsF metrics(painter.font());
    const theme::Colors& c = theme::colors();
    const int decimals = s.step >= 1 ? 0 : int(std::ceil(-std::log10(s.step)));
    for (int tick = 0; tick * s.step * s.unit <= s.topBytes * 1.001; ++tick) {
        const double y = s.y(tick * s.step * s.unit);
        painter.setPen(QPen(c.border, tick == 0 ? 1.5 : 0.6));
        painter.drawLine(QPointF(s.area.left(), y), QPointF(s.area.right(), y));
        painter.setPen(c.muted);
        painter.drawText(QRectF(0, y - metrics.height() / 2, s.area.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, locale().toString(tick * s.step, 'f', decimals));
    }
    painter.drawText(QRectF(0, s.area.top() - metrics.height() * 1.7, s.area.left() - 6, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, s.unitName);

    const int step = timeStep(int(s.lastMinute));
    for (int minute = 0; minute <= int(s.lastMinute); minute += step) {
        painter.setPen(QPen(c.border, 1));
        painter.drawLine(QPointF(s.x(minute), s.area.bottom()), QPointF(s.x(minute), s.area.bottom() + 4));
        painter.setPen(c.muted);
        painter.drawText(QRectF(s.x(minute) - 30, s.area.bottom() + 5, 60, metrics.height()), Qt::AlignCenter,
                         hoursAndMinutes(minute));
    }
    painter.drawText(QRectF(s.area.left(), s.area.bottom() + theme::grid + metrics.height(), s.area.width(),
                            metrics.height()),
                     Qt::AlignCenter, tr("Time since sync was cut (h:min)"));
}

void ForecastPlot::paintBand(QPainter& painter, const Scale& s) const
{
    const theme::Colors& c = theme::colors();
    const auto band = [this, &s](int from, int to) {
        const QueueForecast::Range a = rangeAt(m_node, m_minutes, from);
        const QueueForecast::Range b = rangeAt(m_node, m_minutes, to);
        return QPolygonF({s.at(from, a.low), s.at(from, a.high), s.at(to, b.high), s.at(to, b.low)});
    };
    QColor planned = c.accent;
    planned.setAlphaF(theme::isDark() ? 0.30F : 0.22F);
    QColor overrun = c.accent;
    overrun.setAlphaF(theme::isDark() ? 0.14F : 0.09F);
    painter.save();
    painter.setClipRect(s.area);
    painter.setPen(Qt::NoPen);
    painter.setBrush(planned);
    painter.drawPolygon(band(0, m_minutes));
    painter.setBrush(overrun);
    painter.drawPolygon(band(m_minutes, lastMinute()));
    const QPointF start = s.at(0, 0);
    const QPointF lifted = s.at(m_minutes, m_node.bytes.expected);
    const QPointF end = s.at(lastMinute(), rangeAt(m_node, m_minutes, lastMinute()).expected);
    painter.setPen(QPen(c.accent, 2));
    painter.drawLine(start, lifted);
    painter.setPen(QPen(c.accent, 1.5, Qt::DashLine));
    painter.drawLine(lifted, end);
    painter.restore();
}

void ForecastPlot::paintLifting(QPainter& painter, const Scale& s) const
{
    const theme::Colors& c = theme::colors();
    const QFontMetricsF metrics(painter.font());
    const double x = s.x(m_minutes);
    painter.setPen(QPen(c.muted, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, s.area.top()), QPointF(x, s.area.bottom()));
    painter.setPen(c.text);
    painter.drawText(QRectF(s.area.left(), s.area.top() + 2, x - s.area.left() - 6, metrics.height() * 2.2),
                     Qt::AlignRight | Qt::AlignTop | Qt::TextWordWrap,
                     tr("Sync restored (plan): %1").arg(hoursAndMinutes(m_minutes)));
}

void ForecastPlot::paintFreeDisk(QPainter& painter, const Scale& s) const
{
    if (!m_node.freeDiskBytes)
        return;
    const theme::Colors& c = theme::colors();
    const QFontMetricsF metrics(painter.font());
    const auto free = double(*m_node.freeDiskBytes);
    const QString text = shownBytes(*m_node.freeDiskBytes);
    painter.setPen(QPen(c.bad, 2, Qt::DashDotLine));
    if (free <= s.topBytes) {
        painter.drawLine(QPointF(s.area.left(), s.y(free)), QPointF(s.area.right(), s.y(free)));
        painter.setPen(c.bad);
        painter.drawText(
            QRectF(s.area.left(), s.y(free) - metrics.height() - 2, s.area.width() - 4, metrics.height()),
            Qt::AlignRight, tr("Free disk: %1").arg(text));
        return;
    }
    // Far above: said at the upper edge with an arrow, so that the band keeps its shape.
    painter.setPen(c.bad);
    painter.drawText(
        QRectF(s.area.left(), s.area.top() - metrics.height() - 3, s.area.width(), metrics.height()),
        Qt::AlignRight, tr("↑ Free disk: %1 (beyond the scale)").arg(text));
}

void ForecastPlot::paintLegend(QPainter& painter, const Scale& s) const
{
    const theme::Colors& c = theme::colors();
    const QFontMetricsF metrics(painter.font());
    const double middle = theme::grid + metrics.height() / 2;
    double x = s.area.left();
    const auto put = [&](const QString& text, const auto& sign) {
        sign(QRectF(x, middle - 5, 20, 10));
        painter.setPen(c.text);
        painter.drawText(QPointF(x + 26, middle + metrics.ascent() / 2 - 1), text);
        x += 26 + metrics.horizontalAdvance(text) + 2.0 * theme::grid;
    };
    put(tr("Low to high"), [&](const QRectF& area) {
        QColor ground = c.accent;
        ground.setAlphaF(theme::isDark() ? 0.30F : 0.22F);
        painter.fillRect(area, ground);
    });
    put(tr("Expected"), [&](const QRectF& area) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
    });
    put(tr("If it takes longer"), [&](const QRectF& area) {
        painter.setPen(QPen(c.accent, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
    });
}

void ForecastPlot::paintCursor(QPainter& painter, const Scale& s) const
{
    const theme::Colors& c = theme::colors();
    const double x = s.x(m_cursor);
    painter.setPen(QPen(c.text, 1));
    painter.drawLine(QPointF(x, s.area.top()), QPointF(x, s.area.bottom()));
    const QueueForecast::Range range = rangeAt(m_node, m_minutes, m_cursor);
    painter.setBrush(c.accent);
    painter.setPen(QPen(c.surface, 1.5));
    painter.drawEllipse(s.at(m_cursor, range.expected), 4, 4);

    const QString text = readout();
    const QFontMetricsF metrics(painter.font());
    QRectF box = metrics.boundingRect(QRectF(0, 0, width(), height()), Qt::AlignLeft, text)
                     .adjusted(-theme::grid, -6, theme::grid, 6);
    box.moveTop(s.area.top() + 4);
    box.moveLeft(x + 10);
    if (box.right() > width() - 4)
        box.moveRight(x - 10);
    box.moveLeft(std::max(4.0, box.left()));
    painter.setBrush(c.surface);
    painter.setPen(QPen(c.border, 1));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(c.text);
    painter.drawText(box.adjusted(theme::grid, 6, 0, 0), Qt::AlignLeft | Qt::AlignTop, text);
}

void ForecastPlot::setCursorMinute(int minute)
{
    const int bounded = minute < 0 ? -1 : std::min(minute, lastMinute());
    if (bounded == m_cursor || m_minutes <= 0)
        return;
    m_cursor = bounded;
    if (m_cursor >= 0) {
        setAccessibleDescription(readout());
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    } else {
        retranslate();
    }
    update();
}

void ForecastPlot::mouseMoveEvent(QMouseEvent* event)
{
    const Scale s = scale();
    const double minute = (event->position().x() - s.area.left()) / s.area.width() * s.lastMinute;
    setCursorMinute(minute < 0 || minute > s.lastMinute ? -1 : int(std::lround(minute)));
}

void ForecastPlot::leaveEvent(QEvent* event)
{
    setCursorMinute(-1);
    QWidget::leaveEvent(event);
}

void ForecastPlot::focusOutEvent(QFocusEvent* event)
{
    setCursorMinute(-1);
    QWidget::focusOutEvent(event);
}

void ForecastPlot::keyPressEvent(QKeyEvent* event)
{
    const int step = std::max(1, timeStep(lastMinute()) / 5);
    switch (event->key()) {
    case Qt::Key_Right:
        setCursorMinute(m_cursor < 0 ? 0 : m_cursor + step);
        return;
    case Qt::Key_Left:
        setCursorMinute(std::max(0, (m_cursor < 0 ? m_minutes : m_cursor) - step));
        return;
    case Qt::Key_Home:
        setCursorMinute(0);
        return;
    case Qt::Key_End:
        setCursorMinute(lastMinute());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ruw
