#include "core/report/StepSheets.h"

#include "core/base/Quote.h"

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Whoever works by the paper alone asks the SMTP port himself, whether or not the program can.
bool showsCheck(const Step& step)
{
    return step.byWord || step.kind == StepKind::VerifyMailFlow || step.kind == StepKind::DrainNode;
}

} // namespace

bool isCheckedFromHere(StepKind kind)
{
    return kind == StepKind::VerifyMailFlow || kind == StepKind::DrainNode || kind == StepKind::ReturnNode;
}

Text checkLead(StepKind kind, const QString& node)
{
    if (isCheckedFromHere(kind) || node.isEmpty())
        return Text::tr("Check from the work machine:");
    switch (kind) { // of those whose output does not say of itself what is good
    case StepKind::Block:
    case StepKind::VerifyBlock:
    case StepKind::ExtendBlock:
        return Text::tr("Check on %1 (must list the rules, and that they are enabled):").arg(shownSafely(node));
    case StepKind::Unblock:
        return Text::tr("Check on %1 (must print \"No block of this program stands here.\"):").arg(shownSafely(node));
    default:
        return Text::tr("Check on %1:").arg(shownSafely(node));
    }
}

/// The steps whose commands are run once more for this one. The ways out of a node are tried by its own command, the ways in from
/// the other ends; the queues of all slaves are looked at slave by slave.
QList<const Step*> StepSheets::elsewhere(const Step& step) const
{
    QList<const Step*> out;
    for (const Node& node : m_site.nodes) {
        const Step* there = nullptr;
        if (node.name == step.node)
            continue;
        if (step.kind == StepKind::VerifyBlock)
            there = m_procedure.first(StepKind::RecordBaseline, node.name);
        else if (step.kind == StepKind::VerifySync && node.isMaster())
            there = m_procedure.first(StepKind::RecordBaseline, node.name);
        else if (step.kind == StepKind::WatchQueue && step.node.isEmpty())
            there = m_procedure.first(StepKind::WatchQueue, node.name);
        if (there && !there->action.command.isEmpty())
            out.append(there);
    }
    return out;
}

Text StepSheets::lineOf(const Elsewhere& there)
{
    const QString node = shownSafely(there.node);
    return there.sheet.isEmpty() ? Text::tr("%1: the command of No. %2").arg(node).arg(there.number)
                                 : Text::verbatim(node + u": "_s + there.sheet);
}

StepSheets::Cells StepSheets::of(const Step& step) const
{
    const QString number = QString::number(m_procedure.number(step.id));
    Cells cells;
    if (showsCheck(step) && !step.checkCommand.isEmpty())
        m_sheets.put(cells.check, step.checkCommand, number, isCheckedFromHere(step.kind) ? QString() : shownSafely(step.node));
    m_sheets.put(cells.command, step.action.command, number, shownSafely(step.node));
    for (const Step* there : elsewhere(step)) {
        Cell sheet;
        m_sheets.put(sheet, there->action.command, number, shownSafely(there->node));
        cells.elsewhere.append({there->node, m_procedure.number(there->id), sheet.text});
    }
    return cells;
}

} // namespace ruw
