#include "core/run/Standing.h"

namespace ruw {

Text standingText(const ChangeLedger::Entry& entry)
{
    const Text what = ChangeLedger::entryText(entry.id);
    return entry.certain ? what : Text::tr("Not confirmed: %1").arg(what);
}

Text standingSinceText(const ChangeLedger::Entry& entry)
{
    return Text::tr("%1 %2", "time since when, what stands").arg(Text::timeOfDay(entry.since)).arg(standingText(entry));
}

QList<Text> standingLines(const ChangeLedger& ledger)
{
    if (ledger.empty())
        return {Text::tr("No temporary change stands.")};
    QList<Text> lines;
    for (const ChangeLedger::Entry& entry : ledger.open())
        lines.append(standingSinceText(entry));
    return lines;
}

Text interruptedText(const StepRecord& record)
{
    if (!record.uncertain)
        return {};
    return Text::tr("The run was interrupted here: it is not known whether this took effect. Look first whether the expected "
                    "result already holds; do not repeat the action blindly.");
}

} // namespace ruw
