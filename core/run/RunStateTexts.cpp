// How a run's state is said: the step's, the end, and what the site is in.

#include "core/run/RunState.h"

#include "core/base/Quote.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct StatusRow {
    StepStatus status;
    const char* code;
    const char* name;
};
constexpr std::array statusRows = {
    StatusRow{StepStatus::Pending, "pending", QT_TRANSLATE_NOOP("ruw::Text", "To do")},
    StatusRow{StepStatus::Confirmed, "confirmed", QT_TRANSLATE_NOOP("ruw::Text", "Confirmed")},
    StatusRow{StepStatus::Started, "started", QT_TRANSLATE_NOOP("ruw::Text", "Under way")},
    StatusRow{StepStatus::Executed, "executed", QT_TRANSLATE_NOOP("ruw::Text", "Carried out, not judged")},
    StatusRow{StepStatus::Verified, "verified", QT_TRANSLATE_NOOP("ruw::Text", "Done")},
    StatusRow{StepStatus::Failed, "failed", QT_TRANSLATE_NOOP("ruw::Text", "Not as expected")},
    StatusRow{StepStatus::Skipped, "skipped", QT_TRANSLATE_NOOP("ruw::Text", "Skipped")},
    StatusRow{StepStatus::RolledBack, "rolled-back", QT_TRANSLATE_NOOP("ruw::Text", "Undone")},
    StatusRow{StepStatus::NotNeeded, "not-needed", QT_TRANSLATE_NOOP("ruw::Text", "Not needed")},
};

const StatusRow& rowOf(StepStatus status)
{
    for (const StatusRow& row : statusRows) {
        if (row.status == status)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

Text stepStatusText(StepStatus status)
{
    return Text::tr(rowOf(status).name);
}

QString stepStatusCode(StepStatus status)
{
    return QString::fromLatin1(rowOf(status).code);
}

Text runEndText(RunEnd end)
{
    switch (end) {
    case RunEnd::Running:
        return Text::tr("Under way");
    case RunEnd::Done:
        return Text::tr("Done");
    case RunEnd::DoneWithExceptions:
        return Text::tr("Done with exceptions");
    case RunEnd::Held:
        return Text::tr("Held");
    case RunEnd::RolledBack:
        return Text::tr("Gone back: everything was undone");
    }
    Q_UNREACHABLE();
}

Text RunState::stateText() const
{
    switch (m_end) {
    case RunEnd::Done:
        return Text::tr("All steps are done or were not needed, and no temporary change stands.");
    case RunEnd::RolledBack:
        return Text::tr("Every change of this work was undone, and no temporary change stands.");
    case RunEnd::DoneWithExceptions:
        return m_ledger.empty()
                   ? Text::tr("All steps are through, some were skipped. No temporary change stands.")
                   : Text::tr("All steps are through, but temporary changes still stand. Take back what is "
                              "in the list.");
    case RunEnd::Running:
    case RunEnd::Held:
        break;
    }
    if (isolationMustStand() && takingPartAreBack()) {
        return Text::tr("Every node that takes part has the version from before the work. %1 was left out after its installer had been "
                        "started and may have another one: it must stay stopped and cut off. Go on to the end, or go back.")
            .arg(shownNames(leftOutPastInstaller()));
    }
    if (isolationMustStand()) {
        return Text::tr(
            "Treat the nodes as having different versions: what keeps them apart must stay as it is. Go on to "
            "the end, or go back.");
    }
    if (pastPointOfNoReturn() && !m_excluded.isEmpty()) {
        return Text::tr("Every node that takes part has the target version. Left out of the work: %1. What stands of it stays until it has "
                        "that version, too; what else stands is taken back in the order of the steps.")
            .arg(shownNames(m_excluded));
    }
    if (pastPointOfNoReturn() && m_ledger.empty())
        return Text::tr("Every node has the target version, and no temporary change stands.");
    if (pastPointOfNoReturn())
        return Text::tr(
            "Every node has the target version. What still stands is taken back in the order of the steps.");
    if (!m_ledger.empty())
        return Text::tr("The work can still be given up: first undo the temporary changes.");
    return Text::tr("The work can be given up here: no temporary change stands.");
}

Text RunState::stopText() const
{
    const bool ended = m_end != RunEnd::Running && m_end != RunEnd::Held;
    if (!ended && isolationMustStand())
        return Text::tr("Even if you hold here, leave everything that keeps the nodes apart as it is.");
    if (!ended && !pastPointOfNoReturn() && !m_ledger.empty())
        return Text::tr("To give up the work, first undo the temporary changes.");
    return stateText();
}

Text RunState::sideText() const
{
    return pastPointOfNoReturn() ? Text::tr("Past the point of no return")
                                 : Text::tr("Before the point of no return");
}

Text RunState::whyPastText() const
{
    const auto begun = [this](qsizetype i) { return m_records[i].touched; };
    const auto first = std::find_if(m_outline->installers.cbegin(), m_outline->installers.cend(), begun);
    if (first == m_outline->installers.cend())
        return {};
    const bool cameBack = std::any_of(m_outline->installers.cbegin(), m_outline->installers.cend(), [&](qsizetype i) {
        return begun(i) && m_records[i].status != StepStatus::Confirmed && m_records[i].status != StepStatus::Started;
    });
    if (cameBack)
        return {};
    // The journal has it before anybody begins: from then on nobody can say that it has not.
    return Text::tr("The installer on %1 may be running.").arg(shownSafely(m_procedure.steps[*first].node));
}

} // namespace ruw
