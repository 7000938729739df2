#include "core/report/EvidenceCourse.h"

#include "core/report/PointOfNoReturn.h"

namespace ruw {

Table courseTable(const WorkCourse& course, const TimeChart& chart, const Procedure& procedure, const QDateTime& passedAt,
                  Language language)
{
    const auto say = [language](const Text& text) { return text.render(language); };
    const auto span = [&](const QDateTime& from, const QDateTime& to) {
        return from.isValid() ? say(Text::tr("%1 - %2").arg(Text::timeOfDay(from)).arg(Text::timeOfDay(to)))
                              : say(Text::tr("not begun"));
    };
    Table table;
    table.title = say(Text::tr("Time chart"));
    table.columns = {{say(Text::tr("Work")), 3},
                     {say(Text::tr("Planned")), 1.8, Column::Align::Center},
                     {say(Text::tr("Actual")), 1.8, Column::Align::Center},
                     {say(Text::tr("Course (white: planned, grey: actual)")), 4.6}};
    for (const WorkCourse::Row& row : course.rows) {
        if (row.plan.pointOfNoReturn) {
            const int into = chart.pointOfNoReturnMinute - row.plan.startMinute;
            const Text planned = Text::timeOfDay(row.plannedFrom.addSecs(60 * qint64(into)));
            const Text when = passedAt.isValid() ? Text::tr("planned %1, actual %2").arg(planned).arg(Text::timeOfDay(passedAt))
                                                 : Text::tr("planned %1, not passed").arg(planned);
            table.rows.append({{Cell{say(pointOfNoReturnMark(chart, procedure, when)), {}, true}}, true});
        }
        Cell bars;
        bars.bars.append({course.share(row.plannedFrom), course.share(row.plannedTo), true});
        if (row.from.isValid())
            bars.bars.append({course.share(row.from), course.share(row.to), false});
        table.rows.append({{Cell{say(row.plan.text())}, Cell{span(row.plannedFrom, row.plannedTo)},
                            Cell{span(row.from, row.to)}, bars}});
    }
    return table;
}

} // namespace ruw
