#include "core/run/People.h"

#include "core/base/Quote.h"

namespace ruw {

QList<Text> peopleWarnings(const QString& doer, const QString& checker)
{
    QList<Text> out;
    if (doer.isEmpty())
        out.append(Text::tr("No doer is named: journal and report will not say who did the work."));
    if (checker.isEmpty()) {
        out.append(Text::tr("No checker is named: critical steps are done without the agreement of a second person, and the "
                            "report says so."));
    }
    if (!doer.isEmpty() && doer.compare(checker, Qt::CaseInsensitive) == 0) {
        out.append(Text::tr("Doer and checker are the same person, %1: nobody else agrees to critical steps.")
                       .arg(shownSafely(doer)));
    }
    return out;
}

} // namespace ruw
