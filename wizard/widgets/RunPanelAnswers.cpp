// What the run asks and how it is answered in its panel.

#include "wizard/widgets/RunPanel.h"

#include "wizard/rehearsal/RehearsalPanel.h"
#include "wizard/RunWorker.h"
#include "wizard/WorkQuestion.h"
#include "wizard/widgets/PeopleLine.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Ask = ConfirmationBar::Ask;
using Mode = ConfirmationBar::Mode;

/// Of a run that nobody works on.
ConfirmationBar::View heldView(const RunState& state)
{
    ConfirmationBar::View view;
    const bool goesOn = state.end() == RunEnd::Held || state.end() == RunEnd::Running;
    view.mode = goesOn ? Mode::Held : Mode::Ended;
    view.over = state.end() == RunEnd::Held && !WorkQuestion::goingOnLeads(state);
    return view;
}

} // namespace

const RunQuestion* RunPanel::question() const
{
    const auto& asked = m_worker.gate().question();
    return m_worker.working() && asked ? &*asked : nullptr;
}

/// The latest look of what has gone wrong, as long as it is asked about, or whether going back shall begin: of a run that is held
/// it may be hours old.
QList<SeenRow> RunPanel::seenInVain() const
{
    const RunQuestion* asked = question();
    if (asked && asked->kind == RunQuestion::Kind::Undo)
        return seenBeforeUndo(*m_session.runState());
    if (!asked || asked->kind != RunQuestion::Kind::Trouble)
        return {};
    if (!asked->observations.isEmpty())
        return seenRows(asked->observations);
    const QString& step = asked->step.id;
    const bool failed = m_session.runState()->record(step).status == StepStatus::Failed; // else it was as expected, or not judged
    return failed ? m_worker.gate().seen(step) : QList<SeenRow>();
}

/// What the step in hand failed by, until something has been undone since.
QList<SeenRow> RunPanel::seenBeforeUndo(const RunState& state) const
{
    const Step* failed = state.current();
    if (!failed || state.record(failed->id).status != StepStatus::Failed || state.undoUnderWay())
        return {};
    const QDateTime ended = state.record(failed->id).ended;
    const QList<Step>& steps = state.procedure().steps;
    const bool undoneSince = std::any_of(steps.cbegin(), steps.cend(), [&](const Step& step) {
        const QDateTime begun = state.record(step.id).undoBegun;
        return begun.isValid() && (!ended.isValid() || begun >= ended);
    });
    return undoneSince ? QList<SeenRow>() : m_worker.gate().seen(failed->id);
}

/// Only the trouble itself tells: its look says why, and is not kept.
void RunPanel::noteNotStarted()
{
    const RunQuestion* asked = question();
    if (!asked || asked->kind != RunQuestion::Kind::Trouble)
        return;
    const bool notStarted = asked->step.kind == StepKind::RunInstaller && fittingRemedy(asked->troubleOfStep()) == Remedy::Retry;
    m_notStarted = notStarted ? asked->step.id : QString();
}

/// Whether its only attempt was seen not to have begun: an earlier one may have changed half of it.
bool RunPanel::neverBegan(const Step& step) const
{
    const StepRecord record = m_session.runState()->record(step.id);
    return step.id == m_notStarted && record.attempts == 1 && record.status == StepStatus::Failed;
}

bool RunPanel::answerQuestion(Ask ask)
{
    const RunQuestion* asked = question();
    std::optional<RunAnswer> answer = asked ? WorkQuestion::answerOf(ask) : std::nullopt;
    if (!answer)
        return false;
    answer->note = m_bar->note();
    answer->checkerAgrees = m_bar->checkerAgrees();
    if (const auto byCommand = WorkQuestion::runsCommand(ask))
        m_byCommand = *byCommand;
    m_forward = m_forward || ask == Ask::StayForward;
    const bool keepsNote = WorkQuestion::keepsNote(ask, asked->kind);
    const quint64 id = asked->id;
    leaveBar();
    m_busySince = m_clock->now();
    m_worker.gate().answer(id, *answer);
    if (!keepsNote)
        m_bar->clearNote();
    return true;
}

/// The keyboard goes to what changes nothing, so that the next question is never answered by the key for the last one.
void RunPanel::leaveBar()
{
    m_panel->setFocus(Qt::OtherFocusReason);
}

void RunPanel::answer(Ask ask)
{
    if (!m_session.run())
        return;
    m_people->commit(); // the key may have come while a name was being typed
    m_shownError.reset();
    switch (ask) {
    case Ask::Reopen:
        emit reopenAsked();
        return;
    case Ask::GoOn:
        emit goOnAsked();
        return;
    case Ask::StopWaiting:
        m_worker.gate().stopWaiting();
        leaveBar();
        return;
    case Ask::ShowCurrent:
        m_looking.clear();
        leaveBar();
        break;
    default:
        if (!answerQuestion(ask) && ask == Ask::Hold) {
            leaveBar();
            m_worker.stop();
        }
        break;
    }
    refresh();
}

/// In a rehearsal that plays by itself the question in hand is answered, too; trouble is the person's to settle.
void RunPanel::answerForMe(bool yes)
{
    const RunQuestion* asked = yes ? question() : nullptr;
    if (!asked || asked->kind == RunQuestion::Kind::Trouble || asked->kind == RunQuestion::Kind::Undo)
        return;
    RunAnswer answer;
    answer.choice = asked->canRun ? StepAnswer::Choice::Run : StepAnswer::Choice::ByHand;
    answer.checkerAgrees = true;
    const bool so =
        asked->kind != RunQuestion::Kind::Word || m_rehearsal->isSo(asked->step, asked->condition);
    answer.word = so ? ConfirmationGate::Word::Yes : ConfirmationGate::Word::No;
    m_byCommand = asked->canRun;
    m_rehearsal->givesAnswer();
    m_worker.gate().answer(asked->id, answer);
}

void RunPanel::showQuestion()
{
    const RunQuestion* asked = question();
    const bool isNew = asked && asked->id != m_asked;
    if (isNew) {
        m_asked = asked->id;
        if (asked->kind == RunQuestion::Kind::Trouble)
            m_looking.clear();
    }
    noteNotStarted();
    refreshRun();
    if (isNew && m_rehearsal && m_rehearsal->playsItself())
        answerForMe(true); // ticked while this question was on its way
    if (!isNew || !m_looking.isEmpty())
        return;
    // Whoever types a name or reads the list is not disturbed.
    const QWidget* here = QApplication::focusWidget();
    if (here && here != m_panel && !m_bar->isAncestorOf(here) && !m_panel->isAncestorOf(here))
        return;
    const bool wantsNote = asked->kind == RunQuestion::Kind::DoneByHand ||
                           asked->kind == RunQuestion::Kind::Word ||
                           (m_shownError && m_shownError->code == "skip-without-reason"_L1);
    if (wantsNote)
        m_bar->focusNote();
    else if (QWidget* tool = m_panel->firstTool(); tool && asked->kind != RunQuestion::Kind::Trouble)
        tool->setFocus(Qt::OtherFocusReason);
    else
        m_panel->setFocus(Qt::OtherFocusReason);
}

ConfirmationBar::View RunPanel::barView() const
{
    const RunState& state = *m_session.runState();
    ConfirmationBar::View view;
    if (m_broken)
        view.mode = Mode::Broken;
    else if (!m_worker.working())
        view = heldView(state);
    else if (!m_looking.isEmpty())
        view.mode = Mode::Elsewhere;
    else if (const RunQuestion* asked = question())
        view = WorkQuestion::view(*asked, state, m_session.language());
    else
        view.mode = m_worker.gate().waitingFor() ? Mode::Waiting : Mode::Busy;
    view.checker = state.checker();
    view.simulated = m_rehearsal != nullptr;
    if (const Step* undone = state.nextRollback())
        view.nothingToUndo = neverBegan(*undone);
    return view;
}

} // namespace ruw
