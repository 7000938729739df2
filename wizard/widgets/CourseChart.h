#pragma once

#include "core/run/WorkCourse.h"

#include <QWidget>

namespace ruw {

/// The time chart of the work: a row for each stretch, the planned bar outlined above, the actual one filled below. The times
/// stand in the tool tip, all of them in the accessible description.
class CourseChart : public QWidget {
    Q_OBJECT
public:
    explicit CourseChart(QWidget* parent = nullptr);
    /// `chart`: the one that the course was made by.
    void setCourse(const WorkCourse& course, const TimeChart& chart, Language language);
    QDateTime plannedReturn() const; ///< when the point of no return was to be passed; invalid: there is none
    /// Where its line stands, in pixels from the left.
    std::optional<int> returnLine() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect nameOf(int row) const;
    QRect barsOf(int row) const;
    QString lineOf(int row) const;

    WorkCourse m_course;
    int m_returnMinute = -1; ///< of the point of no return, from the planned start; -1: none
    Language m_language = Language::English;
};

} // namespace ruw
