#pragma once

#include "wizard/widgets/FilledRows.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ruw {

class CourseChart;
class Session;

/// A run that is over or held, beside its plan: times, counts, the time chart, and what was skipped.
class RunSummary final : public QFrame {
    Q_OBJECT
public:
    explicit RunSummary(const Session& session, QWidget* parent = nullptr);
    /// Of the session's run; hidden where there is none.
    void refresh();
    void retranslate();

private:
    const Session& m_session;
    QLabel *m_head, *m_skippedHead;
    QGridLayout* m_table;
    CourseChart* m_course;
    QVBoxLayout* m_skipped;
    FilledRows m_filled;
};

} // namespace ruw
