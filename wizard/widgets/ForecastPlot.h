#pragma once

#include "core/plan/QueueForecast.h"

#include <QWidget>

namespace ruw {

/// What piles up on one node while sync is cut, drawn: bytes over time as a band from low to high with the
/// expected amount as a line, against the free disk. Beyond the planned lifting the lines go on dashed: what
/// an overrun would cost. The mouse, or the arrow keys, read off the figures of a moment.
class ForecastPlot : public QWidget {
    Q_OBJECT
public:
    explicit ForecastPlot(QWidget* parent = nullptr);

    void setForecast(const QueueForecast::NodeForecast& node, int minutes, Language language);
    void clear();

    /// The amount after so many minutes: the arrival is taken as steady.
    static QueueForecast::Range rangeAt(const QueueForecast::NodeForecast& node, int plannedMinutes,
                                        int minute);
    /// The figures of the moment that is pointed at; empty: none is.
    QString readout() const;
    int cursorMinute() const { return m_cursor; } ///< -1: nothing is pointed at
    /// Last minute of the time axis.
    int lastMinute() const;

    QSize sizeHint() const override { return {480, 220}; }
    QSize minimumSizeHint() const override { return {320, 180}; }
    void retranslate();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Scale;
    Scale scale() const;
    void setCursorMinute(int minute);
    void paintAxes(QPainter& painter, const Scale& scale) const;
    void paintBand(QPainter& painter, const Scale& scale) const;
    void paintLifting(QPainter& painter, const Scale& scale) const;
    void paintFreeDisk(QPainter& painter, const Scale& scale) const;
    void paintLegend(QPainter& painter, const Scale& scale) const;
    void paintCursor(QPainter& painter, const Scale& scale) const;
    QString shownBytes(qint64 bytes) const;

    QueueForecast::NodeForecast m_node;
    int m_minutes = 0;
    Language m_language = Language::English;
    int m_cursor = -1;
};

} // namespace ruw
