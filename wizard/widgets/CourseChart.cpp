#include "wizard/widgets/CourseChart.h"

#include "wizard/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int legendLines = 2;
constexpr int rowHeight = 3 * theme::grid;
constexpr int barHeight = theme::grid;
constexpr int leastBars = 16 * theme::grid;

} // namespace

CourseChart::CourseChart(QWidget* parent) : QWidget(parent)
{
    setObjectName("courseChart"_L1);
    setFont(theme::captionFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CourseChart::setCourse(const WorkCourse& course, const TimeChart& chart, Language language)
{
    m_course = course;
    m_returnMinute = chart.pointOfNoReturnMinute;
    m_language = language;
    QStringList all;
    for (int row = 0; row < int(course.rows.size()); ++row)
        all.append(lineOf(row));
    setAccessibleName(tr("Time chart: planned and actual"));
    setAccessibleDescription(all.join(u'\n'));
    updateGeometry();
    update();
}

QDateTime CourseChart::plannedReturn() const
{
    const auto row = std::find_if(m_course.rows.cbegin(), m_course.rows.cend(),
                                  [](const WorkCourse::Row& one) { return one.plan.pointOfNoReturn; });
    if (row == m_course.rows.cend() || m_returnMinute < 0)
        return {};
    return row->plannedFrom.addSecs(60LL * (m_returnMinute - row->plan.startMinute)); // its first step may be another one
}

std::optional<int> CourseChart::returnLine() const
{
    const QDateTime when = plannedReturn();
    if (!when.isValid())
        return std::nullopt;
    const QRect room = barsOf(0);
    return room.left() + int(m_course.share(when) * room.width());
}

QString CourseChart::lineOf(int row) const
{
    const WorkCourse::Row& one = m_course.rows[row];
    return tr("%1: %2", "part of the work, times")
        .arg(one.plan.text().render(m_language), WorkCourse::times(one).render(m_language));
}

QRect CourseChart::nameOf(int row) const
{
    int widest = 0;
    for (const WorkCourse::Row& one : m_course.rows)
        widest = std::max(widest, fontMetrics().horizontalAdvance(one.plan.text().render(m_language)));
    return {0, row * rowHeight, std::min(widest, width() / 2), rowHeight};
}

QRect CourseChart::barsOf(int row) const
{
    const int left = nameOf(row).width() + theme::grid;
    return {left, row * rowHeight, std::max(0, width() - left - 1), rowHeight};
}

QSize CourseChart::sizeHint() const
{
    // The times, and below them what the signs mean: in a narrow chart that takes two lines.
    const int axis = m_course.rows.isEmpty() ? 0 : (1 + legendLines) * fontMetrics().height() + theme::grid;
    return {40 * theme::grid, int(m_course.rows.size()) * rowHeight + axis};
}

QSize CourseChart::minimumSizeHint() const
{
    return {leastBars * 2, sizeHint().height()};
}

bool CourseChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / rowHeight;
        QToolTip::showText(help->globalPos(), row < m_course.rows.size() ? lineOf(row) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void CourseChart::paintEvent(QPaintEvent*)
{
    if (m_course.rows.isEmpty())
        return;
    QPainter painter(this);
    const theme::Colors& colors = theme::colors();
    const auto bar = [&](const QRect& room, const QDateTime& from, const QDateTime& to, int top) {
        const int left = room.left() + int(m_course.share(from) * room.width());
        const int right = room.left() + int(m_course.share(to) * room.width());
        return QRect(left, top, std::max(2, right - left), barHeight);
    };
    const std::optional<int> returnAt = returnLine();
    if (returnAt) {
        painter.setPen(QPen(theme::stateColor(theme::State::Bad), 1, Qt::DashLine));
        painter.drawLine(*returnAt, 0, *returnAt, int(m_course.rows.size()) * rowHeight);
    }
    for (int row = 0; row < int(m_course.rows.size()); ++row) {
        const WorkCourse::Row& one = m_course.rows[row];
        const QRect room = barsOf(row);
        painter.setPen(colors.text);
        painter.drawText(nameOf(row), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(one.plan.text().render(m_language), Qt::ElideRight,
                                                  nameOf(row).width()));
        const int top = room.top() + (rowHeight - 2 * barHeight - 2) / 2;
        painter.setPen(colors.muted);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar(room, one.plannedFrom, one.plannedTo, top).adjusted(0, 0, -1, -1));
        if (one.from.isValid())
            painter.fillRect(bar(room, one.from, one.to, top + barHeight + 2), colors.accent);
    }
    const QRect last = barsOf(int(m_course.rows.size()) - 1);
    const QRect axis(last.left(), last.bottom() + 1, last.width(), fontMetrics().height() + theme::grid / 2);
    painter.setPen(colors.muted);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter,
                     Text::timeOfDay(m_course.begin).render(m_language));
    painter.drawText(QRect(0, axis.bottom() + 1, width(), height() - axis.bottom() - 1), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     returnAt ? tr("outlined: planned, filled: actual, dashed: point of no return (planned)")
                                  : tr("outlined: planned, filled: actual"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter,
                     Text::timeOfDay(m_course.end).render(m_language));
}

} // namespace ruw
