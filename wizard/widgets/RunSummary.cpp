#include "wizard/widgets/RunSummary.h"

#include "wizard/Session.h"
#include "wizard/Theme.h"
#include "wizard/widgets/CourseChart.h"
#include "wizard/widgets/StateLine.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ruw {

RunSummary::RunSummary(const Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_head(new QLabel(this)), m_skippedHead(new QLabel(this)),
      m_table(new QGridLayout), m_course(new CourseChart(this)), m_skipped(new QVBoxLayout)
{
    QVBoxLayout* column = theme::makeCardColumn(this);
    theme::makeStrong(m_head);
    theme::makeStrong(m_skippedHead);
    m_table->setHorizontalSpacing(2 * theme::grid);
    m_table->setColumnStretch(0, 1);
    column->addWidget(m_head);
    column->addLayout(m_table);
    column->addWidget(m_course);
    column->addWidget(m_skippedHead);
    column->addLayout(m_skipped);
}

void RunSummary::refresh()
{
    m_filled.clear();
    const RunState* run = m_session.runState();
    setVisible(run != nullptr);
    if (!run)
        return;
    const RunState& state = *run;
    const Language language = m_session.language();
    const TimeChart chart = TimeChart::from(state.procedure(), m_session.runFacts().site);
    m_course->setVisible(state.endedAt().isValid());
    if (state.endedAt().isValid()) {
        m_course->setCourse(WorkCourse::from(state, chart, state.endedAt()), chart, language);
    }
    int row = 0;
    const auto cell = [&](int column, const QString& text, bool head) {
        auto* made = new QLabel(text, this);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(column == 0); // a number is never broken
        if (head)
            theme::makeCaption(made);
        m_table->addWidget(made, row, column, column > 0 ? Qt::AlignRight : Qt::Alignment());
        m_filled.add(made);
    };
    const auto line = [&](const QString& name, const QString& planned, const QString& done,
                          bool head = false) {
        cell(0, name, head);
        cell(1, planned, head);
        cell(2, done, head);
        ++row;
    };
    const auto time = [&](const QDateTime& when) {
        return when.isValid() ? Text::timeOfDay(when).render(language) : u"\u2014"_s;
    };
    const Schedule& schedule = m_session.runFacts().site.schedule;
    const auto count = [&](StepStatus status) { return QString::number(state.stepsWith(status).size()); };
    int byWord = 0;
    for (const QString& id : state.stepsWith(StepStatus::Verified))
        byWord += state.record(id).byWord ? 1 : 0;
    const int taken = state.endedAt().isValid() ? int(state.begunAt().secsTo(state.endedAt()) / 60) : 0;
    line({}, tr("Planned"), tr("Actual"), true);
    line(tr("Started"), time(schedule.start.value_or(QDateTime())), time(state.begunAt()));
    const bool held = state.end() == RunEnd::Held; // then it has not ended
    line(tr("Ended"), time(chart.plannedEnd().value_or(QDateTime())), time(held ? QDateTime() : state.endedAt()));
    if (held)
        line(tr("Held since"), {}, time(state.endedAt()));
    if (schedule.end)
        line(tr("Latest end"), time(*schedule.end), {});
    line(tr("Duration"), Text::minutes(chart.totalMinutes).render(language),
         state.endedAt().isValid() ? Text::minutes(taken).render(language) : u"\u2014"_s);
    line(tr("Steps done"), QString::number(state.procedure().steps.size()), count(StepStatus::Verified));
    line(tr("of these, by the doer's word"), {}, QString::number(byWord));
    line(tr("Steps skipped"), {}, count(StepStatus::Skipped));
    line(tr("Steps not needed"), {}, count(StepStatus::NotNeeded));

    const QStringList skipped = state.stepsWith(StepStatus::Skipped);
    m_skippedHead->setVisible(!skipped.isEmpty());
    for (const QString& id : skipped) {
        auto* made = new StateLine(this);
        const QString step = tr("%1. %2", "No as on paper, title of a step")
                                 .arg(state.procedure().number(id))
                                 .arg(state.procedure().step(id)->title.render(language));
        made->setState(theme::State::Warning, tr("%1. Reason: %2", "step, reason")
                                                  .arg(step,
                                                       state.record(id).note.render(language)));
        m_skipped->addWidget(made);
        m_filled.add(made);
    }
    m_filled.show();
}

void RunSummary::retranslate()
{
    m_head->setText(tr("Planned and actual"));
    m_skippedHead->setText(tr("Skipped"));
}

} // namespace ruw
