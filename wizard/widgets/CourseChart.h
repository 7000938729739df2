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
    void setCourse(const WorkCourse& course, Language language);
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
    Language m_language = Language::English;
};

} // namespace ruw
