#pragma once

#include "core/plan/Procedure.h"
#include "core/report/CommandSheets.h"
#include "core/site/Site.h"

namespace ruw {

/// The check of such a step asks SMTP: it is run on the work machine, whatever node it is about.
bool isCheckedFromHere(StepKind kind);
/// The check of such a step shows whether this is so; what else the step expects is seen in another way.
bool isShownByCheck(StepKind kind, ConditionKind expected);
/// What the site's own commands must answer in a check that is run on the node, in the order in which they stand in it; empty: it
/// holds none of those that are asked about what is expected.
Text answersOfCheck(const QString& check, const QList<Condition>& expected, const Node* node);
/// What stands in front of a check command: the machine on which it is run, and `answers`, with a colon. `node`: of the step; null:
/// it has none.
Text checkLead(StepKind kind, const Node* node, const Text& answers);

/// What the tables of runbook and work report show of the commands of a step. Both ask here, so that a sheet has the same number
/// on both papers where both are given the steps in their order.
class StepSheets {
public:
    StepSheets(const Procedure& procedure, const Site& site, CommandSheets& sheets)
        : m_procedure(procedure), m_site(site), m_sheets(sheets)
    {
    }

    struct Elsewhere {
        QString node;  ///< where it is run
        int number;    ///< of the step that prints it, 1-based
        QString sheet; ///< the name of its sheet; empty: short, it stands at that step
    };
    struct Cells {
        Cell check;   ///< shows whether it is so
        Cell command; ///< what is run on the step's node
        QList<Elsewhere> elsewhere = {};
    };
    /// What a cell says of it: "mf2: Command sheet 3".
    static Text lineOf(const Elsewhere& there);
    /// Puts the step's commands on their sheets, and gives what stands in the cells.
    Cells of(const Step& step) const;

private:
    QList<const Step*> elsewhere(const Step& step) const;

    const Procedure& m_procedure;
    const Site& m_site;
    CommandSheets& m_sheets;
};

} // namespace ruw
