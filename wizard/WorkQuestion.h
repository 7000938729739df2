#pragma once

#include "wizard/widgets/ConfirmationBar.h"
#include "wizard/WindowGate.h"

#include <QCoreApplication>

namespace ruw {

/// How a question of the run is put in the confirmation bar, and what a press there says to the run. Knows no page.
class WorkQuestion {
    Q_DECLARE_TR_FUNCTIONS(ruw::WorkQuestion)
public:
    static ConfirmationBar::View view(const RunQuestion& question, const RunState& state, Language language);
    /// Without note and consent, which the bar has. None: it answers no question of the run.
    static std::optional<RunAnswer> answerOf(ConfirmationBar::Ask ask);
    /// Whether a command runs from then on, or somebody works by hand. None: neither.
    static std::optional<bool> runsCommand(ConfirmationBar::Ask ask);
    /// Whether going on with the run is what comes next: it is held, and something is left to do.
    static bool goingOnLeads(const RunState& state) { return state.end() == RunEnd::Held && !state.isOver(); }
    /// What was typed stays until it was taken: a refused start or a skip asks for it again.
    static bool keepsNote(ConfirmationBar::Ask ask, RunQuestion::Kind kind);
};

} // namespace ruw
