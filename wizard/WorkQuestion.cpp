#include "wizard/WorkQuestion.h"

#include <array>

namespace ruw {

namespace {

using Ask = ConfirmationBar::Ask;
using Choice = StepAnswer::Choice;
using Kind = RunQuestion::Kind;
using Mode = ConfirmationBar::Mode;
using Word = ConfirmationGate::Word;

/// What each press says, to whatever question stands; the rest is Hold, as every answer is from the start.
struct Row {
    Ask ask;
    Choice choice = Choice::Hold;
    Word word = Word::Hold;
    Remedy remedy = Remedy::Hold;
    std::optional<Word> ofItsResults = {};
};
const std::array rows = {
    Row{.ask = Ask::Run, .choice = Choice::Run},
    Row{.ask = Ask::Start, .choice = Choice::ByHand},
    Row{.ask = Ask::StartByHand, .choice = Choice::ByHand},
    Row{.ask = Ask::Done, .word = Word::Yes, .ofItsResults = Word::Yes},
    Row{.ask = Ask::AllYes, .word = Word::Yes, .ofItsResults = Word::Yes},
    Row{.ask = Ask::Undone, .word = Word::Yes, .ofItsResults = Word::Yes},
    Row{.ask = Ask::Yes, .word = Word::Yes},
    Row{.ask = Ask::RunUndo, .word = Word::Yes},
    Row{.ask = Ask::BeginUndo, .word = Word::Yes},
    Row{.ask = Ask::NotAsExpected, .word = Word::No},
    Row{.ask = Ask::RestartAsked, .word = Word::No},
    Row{.ask = Ask::No, .word = Word::No},
    Row{.ask = Ask::StayForward, .word = Word::No},
    Row{.ask = Ask::Look, .remedy = Remedy::Look},
    Row{.ask = Ask::Retry, .remedy = Remedy::Retry},
    Row{.ask = Ask::DoneByHand, .remedy = Remedy::Manual},
    Row{.ask = Ask::Exclude, .remedy = Remedy::Exclude},
    Row{.ask = Ask::Skip, .choice = Choice::Skip, .remedy = Remedy::Skip},
    Row{.ask = Ask::GoBack, .choice = Choice::Rollback, .remedy = Remedy::Rollback},
    Row{.ask = Ask::Hold},
};

} // namespace

std::optional<RunAnswer> WorkQuestion::answerOf(Ask ask)
{
    for (const Row& row : rows) {
        if (row.ask != ask)
            continue;
        RunAnswer answer;
        answer.choice = row.choice;
        answer.word = row.word;
        answer.remedy = row.remedy;
        answer.ofItsResults = row.ofItsResults;
        return answer;
    }
    return std::nullopt;
}

std::optional<bool> WorkQuestion::runsCommand(Ask ask)
{
    switch (ask) {
    case Ask::Run:
    case Ask::RunUndo:
        return true;
    case Ask::Start:
    case Ask::StartByHand:
    case Ask::BeginUndo:
    case Ask::Yes:
        return false;
    default:
        return std::nullopt;
    }
}

bool WorkQuestion::keepsNote(Ask ask, Kind kind)
{
    if (kind == Kind::Trouble)
        return ask == Ask::Skip || ask == Ask::Exclude;
    return ask == Ask::Run || ask == Ask::Start || ask == Ask::StartByHand || ask == Ask::BeginUndo || ask == Ask::Skip;
}

ConfirmationBar::View WorkQuestion::view(const RunQuestion& question, const RunState& state, Language language)
{
    ConfirmationBar::View view;
    view.question = question.id;
    view.critical = question.step.critical;
    view.node = question.step.node;
    if (const Step* undone = state.nextRollback()) {
        view.undoes = state.procedure().number(undone->id);
        view.versionByHand = undone->kind == StepKind::RunInstaller;
    }
    switch (question.kind) {
    case Kind::Confirm:
        view.mode = Mode::Start;
        view.canRun = question.canRun;
        view.skippable = question.canSkip;
        view.canGoBack = state.nextRollback() != nullptr;
        break;
    case Kind::DoneByHand:
        view.mode = Mode::Judge;
        view.text = tr("Do it now. How did it end?");
        break;
    case Kind::Word: {
        view.mode = question.condition.kind == ConditionKind::RestartNotAsked ? Mode::Question : Mode::Word;
        view.several = question.step.expects.size() > 1;
        view.text = question.condition.kind == ConditionKind::OperatorAffirms
                        ? question.condition.question.render(language)
                        : tr("Is this so: %1").arg(question.condition.text().render(language));
        break;
    }
    case Kind::Trouble:
        view.mode = Mode::Trouble;
        view.remedies = question.trouble.remedies;
        view.advised = advisedRemedy(question.troubleOfStep());
        view.mayBeSlow = !ownAdviceOn(question.troubleOfStep());
        view.node = question.trouble.failing;
        break;
    case Kind::Undo:
        view.mode = Mode::GoingBack;
        view.canRun = question.undo.type == Action::Type::Command;
        view.begins = question.begins;
        break;
    }
    return view;
}

} // namespace ruw
