// The evidence report's section on what the work began with: the warnings of the checks.

#include "core/base/Quote.h"
#include "core/report/EvidenceParts.h"
#include "core/run/RunRecords.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

Text acceptedBy(const AcceptedWarning& warning)
{
    if (warning.forRehearsal)
        return Text::tr("Nobody (accepted automatically for the rehearsal)");
    return warning.by.isEmpty() ? Text::tr("Shown at the terminal") : Text::verbatim(shownSafely(warning.by));
}

} // namespace

QList<DocumentBlock> EvidenceParts::acceptedWarnings() const
{
    Table table;
    table.columns = {{say(Text::tr("Node", "or the whole site")), 1.4},
                     {say(Text::tr("Warning")), 5.6},
                     {say(Text::tr("Accepted by")), 1.7},
                     {say(Text::tr("Recorded at")), 1.7}};
    for (const JournalRecord& record : records()) {
        if (record.kind != "warnings-accepted"_L1)
            continue;
        for (const AcceptedWarning& warning : warningsFromJson(record.data.value(u"warnings"_s))) {
            const QString where = warning.finding.node.isEmpty() ? say(Text::tr("whole site")) : shownSafely(warning.finding.node);
            Cell what{say(warning.finding.message)};
            what.note = shownSafely(warning.finding.id); // by which it is found in the runbook
            table.rows.append({{Cell{where}, what, Cell{say(acceptedBy(warning))}, Cell{dateTime(record.time)}}});
        }
    }
    if (table.rows.isEmpty())
        return {};
    return {Heading{1, say(Text::tr("Warnings before the work"))},
            Paragraph{say((simulated() ? Text::tr("The rehearsal began with these warnings of its own plan. The runbook of the real "
                                                  "work may have others, under \"%1\".")
                                       : Text::tr("The work began with these warnings. What to do about each stands in the runbook, "
                                                  "under \"%1\"."))
                              .arg(Text::tr("Findings of the checks")))},
            table};
}

} // namespace ruw
