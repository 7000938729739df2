#include "app/TerminalGate.h"

#include "app/Output.h"
#include "core/base/Quote.h"

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr int mostTries = 3;

/// An answer to the question whether a step is begun, and what comes of it.
struct BeginWord {
    QLatin1StringView word;
    StepAnswer::Choice choice;
    const char* meaning;
};
constexpr std::array beginWords = {
    BeginWord{"y"_L1, StepAnswer::Choice::Run,
              QT_TRANSLATE_NOOP("ruw::Text", "Yes: the step begins now, as it is shown")},
    BeginWord{"n"_L1, StepAnswer::Choice::Hold,
              QT_TRANSLATE_NOOP("ruw::Text", "No: nothing is done, and the run is held here")},
    BeginWord{"skip"_L1, StepAnswer::Choice::Skip,
              QT_TRANSLATE_NOOP("ruw::Text", "The step is left out; write the reason behind the word")},
    BeginWord{"manual"_L1, StepAnswer::Choice::ByHand,
              QT_TRANSLATE_NOOP("ruw::Text", "You do the step by hand, and its result is looked at")},
    BeginWord{"rollback"_L1, StepAnswer::Choice::Rollback,
              QT_TRANSLATE_NOOP("ruw::Text", "Go back: what was done is undone, the last step first")},
    BeginWord{"hold"_L1, StepAnswer::Choice::Hold,
              QT_TRANSLATE_NOOP("ruw::Text", "The run is held here; go on later with resume")},
};

} // namespace

TerminalGate::TerminalGate(Language language, const Procedure& procedure, const QString& checker)
    : m_language(language), m_procedure(procedure), m_checker(shownSafely(checker)), m_in(stdin)
{
}

void TerminalGate::say(const QString& line)
{
    printError(line);
}

void TerminalGate::sayIndented(const QString& text, const QString& margin)
{
    for (const QString& line : text.split(u'\n'))
        say(margin + shownSafely(line));
}

/// As it is typed: a tab in it stays one.
void TerminalGate::sayCommand(const QString& command)
{
    for (const QString& line : command.split(u'\n')) {
        QStringList parts = line.split(u'\t');
        for (QString& part : parts)
            part = shownSafely(part);
        say(u"  | "_s + parts.join(u'\t'));
    }
}

std::optional<QString> TerminalGate::line(const Text& question, const QString& choices)
{
    say(question.render(m_language) + u" ["_s + choices + u']');
    if (m_holdNext) {
        say(Text::tr("The hold that was asked for before comes into effect here."));
        return std::nullopt;
    }
    runErrands();
    const QString answer = m_in.readLine();
    runErrands();
    if (answer.isNull()) {
        say(Text::tr("The input has ended: the run is held."));
        return std::nullopt;
    }
    return answer.trimmed();
}

ConfirmationGate::Word TerminalGate::yesOrNo(const Text& question)
{
    for (int i = 0; i < mostTries; ++i) {
        const std::optional<QString> answer = line(question, u"y/n/hold"_s);
        if (!answer || answer->compare("hold"_L1, Qt::CaseInsensitive) == 0)
            return Word::Hold;
        if (answer->compare("y"_L1, Qt::CaseInsensitive) == 0)
            return Word::Yes;
        if (answer->compare("n"_L1, Qt::CaseInsensitive) == 0)
            return Word::No;
        say(Text::tr("Answer y, n or hold."));
    }
    sayHeldByAnswers();
    return Word::Hold;
}

void TerminalGate::sayHeldByAnswers()
{
    say(Text::tr("No answer could be read three times: the run is held."));
}

/// What is skipped without one the run refuses: told here, so that it counts as no answer.
bool TerminalGate::hasReason(const QString& reason)
{
    if (reason.isEmpty())
        say(Text::tr("A step is only skipped with a reason: write it after the word skip."));
    return !reason.isEmpty();
}

/// Of what is not confirmed by a question that names him already.
ConfirmationGate::Word TerminalGate::checkerAgrees(const Text& question)
{
    const Word word = yesOrNo(question);
    if (word == Word::No)
        say(Text::tr("The checker does not agree: nothing was done. Choose again."));
    return word;
}

Text TerminalGate::heading(const Step& step) const
{
    return Text::tr("%1: %2", "step 13 of 58, its title").arg(m_procedure.placeOf(step.id)).arg(step.title);
}

void TerminalGate::announce(const Step& step)
{
    if (m_announced == step.id)
        return;
    m_announced = step.id;
    say();
    say(heading(step));
}

/// One line a word: before the first question that offers it, and whenever an answer shows that it is not known.
void TerminalGate::explain(const StepQuestion& question, bool again)
{
    for (const BeginWord& row : beginWords) {
        if (row.choice == StepAnswer::Choice::Skip && !question.canSkip)
            continue;
        if (m_explained.contains(row.word) && !again)
            continue;
        m_explained.insert(row.word);
        say(u"  %1  %2"_s.arg(row.word, -9).arg(Text::tr(row.meaning).render(m_language)));
    }
}

void TerminalGate::sayObservations(const QList<Observation>& observations, bool waitedFor)
{
    for (const Observation& one : observations) {
        const bool notYet = waitedFor && isStillWaitedFor(one.verdict);
        const Text verdict = notYet ? waitedForText() : verdictText(one.verdict);
        const Text line = one.seen.isEmpty()
                              ? Text::tr("%1: %2").arg(verdict).arg(one.condition.text())
                              : Text::tr("%1: %2 (%3)")
                                    .arg(verdict)
                                    .arg(one.condition.text())
                                    .arg(one.seen);
        sayIndented(line.render(m_language), u"    "_s);
    }
}

StepAnswer TerminalGate::confirm(const StepQuestion& question)
{
    const Step& step = question.step;
    m_heldByFailure = false;
    m_announced.clear();
    announce(step);
    if (step.pointOfNoReturn) {
        say(Text::tr("POINT OF NO RETURN: from here on the isolation stays until every server has the same "
                     "version."));
    }
    sayIndented(step.action.instruction.render(m_language), u"  "_s);
    if (!step.action.command.isEmpty())
        sayCommand(step.action.command);
    sayObservations(question.guards);
    for (const Observation& guard : question.guards)
        sayCheck(guard);
    const bool vouches = std::any_of(question.guards.cbegin(), question.guards.cend(), [](const Observation& one) {
        return one.verdict == Observation::Verdict::ByWord;
    });
    if (vouches)
        say(Text::tr("Only you can see what is marked \"By word\": with y you say that it is so."));
    Text ask = question.canRun ? Text::tr("Run this?") : Text::tr("Begin this step, by hand?");
    const bool asksChecker = step.critical && !m_checker.isEmpty();
    if (asksChecker)
        ask = Text::tr("%1 (Critical: has the checker looked at it, and agrees?)").arg(ask);
    const QString choices = question.canSkip ? u"y/n/skip REASON/manual/rollback/hold"_s : u"y/n/manual/rollback/hold"_s;
    explain(question, false);
    for (int i = 0; i < mostTries; ++i) {
        const std::optional<QString> said = line(ask, choices);
        if (!said)
            return {};
        const QString first = said->section(u' ', 0, 0).toLower();
        const auto row = std::find_if(beginWords.begin(), beginWords.end(),
                                      [&](const BeginWord& one) { return first == one.word; });
        if (row == beginWords.end() || (row->choice == StepAnswer::Choice::Skip && !question.canSkip)) {
            say(Text::tr("Answer one of these: %1").arg(choices));
            explain(question, true);
            continue;
        }
        StepAnswer answer;
        answer.choice = row->choice;
        answer.reason = said->section(u' ', 1).trimmed();
        if (answer.choice == StepAnswer::Choice::Skip && !hasReason(answer.reason))
            continue;
        answer.checkerAgrees = asksChecker && answer.choice == StepAnswer::Choice::Run;
        if (asksChecker && answer.choice == StepAnswer::Choice::ByHand) {
            const Word word = checkerAgreesTo(Remedy::Manual, step.node);
            if (word == Word::Hold)
                return {};
            if (word == Word::No)
                continue;
            answer.checkerAgrees = true;
        }
        return answer;
    }
    sayHeldByAnswers();
    return {};
}

ConfirmationGate::Word TerminalGate::doneByHand(const Step& step, const Action& action)
{
    Q_UNUSED(action) // was shown with the question before
    return yesOrNo(Text::tr("Do it now. Is it done? (%1)").arg(step.title));
}

/// The command by which he can see it himself, and where.
void TerminalGate::sayCheck(const Observation& one)
{
    if (one.check.isEmpty())
        return;
    say(Text::tr("Check on %1 with:").arg(shownSafely(one.checkOn)));
    sayCommand(one.check);
}

ConfirmationGate::Word TerminalGate::askWord(const Step& step, const Observation& seen)
{
    if (step.action.type == Action::Type::Observe || step.kind == StepKind::Confirm)
        m_announced.clear(); // each of its questions stands under its heading
    announce(step);
    const Condition& condition = seen.condition;
    if (!seen.seen.isEmpty())
        sayIndented(seen.seen.render(m_language), u"  "_s);
    sayCheck(seen);
    const bool ofTheStep = condition.node.isEmpty() || condition.node == step.node; // by its command, on its node
    if (seen.check.isEmpty() && ofTheStep && !step.checkCommand.isEmpty()) {
        say(Text::tr("Check with:"));
        sayCommand(step.checkCommand);
    }
    if (condition.kind == ConditionKind::RestartNotAsked && m_adminUrls.contains(step.node))
        say(Text::tr("The admin screen: %1").arg(m_adminUrls.value(step.node)));
    return yesOrNo(condition.kind == ConditionKind::OperatorAffirms
                       ? condition.question
                       : Text::tr("Is this so: %1").arg(condition.text()));
}

TroubleAnswer TerminalGate::settle(const Trouble& trouble)
{
    say();
    say(Text::tr("STOPPED at: %1").arg(heading(*trouble.step)));
    m_announced.clear();
    sayIndented(trouble.what.what.render(m_language), u"  "_s);
    sayObservations(trouble.observations);
    say(Text::tr("State of the site: %1").arg(m_state ? siteStateOn(trouble, *m_state) : trouble.siteState));
    if (const std::optional<Text> advice = ownAdviceOn(trouble, AnsweredIn::Terminal))
        say(*advice);
    QStringList choices;
    for (const Remedy remedy : trouble.remedies) {
        const QString code = remedyCode(remedy);
        choices.append(remedy == Remedy::Skip ? code + u" REASON"_s : code);
        const Text what = remedy == Remedy::Exclude ? Text::tr("Leave %1 out of the rest of the work").arg(shownSafely(trouble.failing))
                                                    : remedyText(remedy);
        say(u"  %1  %2"_s.arg(code, -9).arg(what.render(m_language)));
    }
    m_heldByFailure = true; // unless something else is chosen
    for (int i = 0; i < mostTries; ++i) {
        const std::optional<QString> said = line(Text::tr("What shall be done?"), choices.join(u'/'));
        if (!said)
            return {};
        const std::optional<Remedy> remedy = remedyFromCode(said->section(u' ', 0, 0).toLower());
        if (!remedy || !trouble.remedies.contains(*remedy)) {
            say(Text::tr("Answer one of these: %1").arg(choices.join(u", "_s)));
            continue;
        }
        TroubleAnswer answer;
        answer.remedy = *remedy;
        answer.reason = said->section(u' ', 1).trimmed();
        if (answer.remedy == Remedy::Skip && !hasReason(answer.reason))
            continue;
        const bool byHand = answer.remedy == Remedy::Manual && trouble.step->critical && !m_checker.isEmpty();
        if (byHand || answer.remedy == Remedy::Exclude) {
            const Word word = checkerAgreesTo(answer.remedy, trouble.failing);
            if (word == Word::Hold)
                return {};
            if (word == Word::No)
                continue;
            answer.checkerAgrees = true;
        }
        m_heldByFailure = answer.remedy == Remedy::Hold;
        return answer;
    }
    sayHeldByAnswers();
    return {};
}

/// Leaving a node out, and doing a critical step by hand, want the checker's word: he is asked, where one is named.
ConfirmationGate::Word TerminalGate::checkerAgreesTo(Remedy remedy, const QString& node)
{
    if (remedy == Remedy::Manual)
        return checkerAgrees(Text::tr("Does the checker %1 agree that this step is done by hand?").arg(m_checker));
    if (!m_checker.isEmpty()) {
        return checkerAgrees(
            Text::tr("Does the checker %1 agree that %2 is left out?").arg(m_checker).arg(shownSafely(node)));
    }
    say(Text::tr("A node is only left out when the checker agrees, and no checker is named. Hold the run, and go on "
                 "with: replica-upgrade-wizard resume --journal FILE --checker NAME"));
    return Word::No;
}

bool TerminalGate::confirmUndo(const Step& step, const Action& undo)
{
    say();
    say(Text::tr("Undo: %1").arg(heading(step)));
    sayIndented(undo.instruction.render(m_language), u"  "_s);
    if (!undo.command.isEmpty())
        sayCommand(undo.command);
    return yesOrNo(undo.type == Action::Type::Command ? Text::tr("Run this?")
                                                      : Text::tr("Begin undoing this, by hand?")) == Word::Yes;
}

bool TerminalGate::waiting(const Waiting& waiting)
{
    if (m_waitedFor != waiting.step.id) {
        m_waitedFor = waiting.step.id;
        announce(waiting.step); // a look was not asked for
        say(Text::tr("Waiting for the result, at most %1 ...").arg(Text::span(waiting.limitSeconds)));
        sayObservations(waiting.observations, true);
        m_drainSaid = 0;
    }
    constexpr qint64 drainEverySeconds = 30;
    if (m_drainLine && waiting.seconds - m_drainSaid >= drainEverySeconds) {
        m_drainSaid = waiting.seconds;
        for (const Observation& one : waiting.observations) {
            const Text line = one.queue ? m_drainLine(*one.queue) : Text();
            if (!line.isEmpty())
                say(Text::tr("    %1: %2").arg(shownSafely(one.queue->node)).arg(line));
        }
    }
    runErrands();
    return true;
}

void TerminalGate::seenSoFar(const Step& step, const QList<Observation>& observations)
{
    for (const Observation& one : observations) {
        const QString said = one.seen.render(m_language);
        if (one.condition.kind != ConditionKind::ConfigAsPlanned || one.verdict != Observation::Verdict::Holds ||
            step.id + said == m_configSaid)
            continue;
        sayIndented(said, u"  "_s);
        m_configSaid = step.id + said;
    }
}

void TerminalGate::observed(const Step& step, const QList<Observation>& observations)
{
    // A look that asks nobody is told all the same: whoever follows on paper misses no number. What is not as expected is told
    // with the question what shall be done.
    if (m_announced != step.id && allHold(observations)) {
        announce(step);
        sayObservations(observations);
    }
    seenSoFar(step, observations);
    if (m_onObserved)
        m_onObserved(step);
}

void TerminalGate::addErrand(std::function<void()> errand)
{
    const std::lock_guard lock(m_mutex);
    m_errands.push_back(std::move(errand));
}

void TerminalGate::runErrands()
{
    std::list<std::function<void()>> errands;
    {
        const std::lock_guard lock(m_mutex);
        errands.swap(m_errands);
    }
    for (const auto& errand : errands)
        errand();
}

void TerminalGate::changed(const RunState& state)
{
    m_waitedFor.clear();
    m_state = state;
    runErrands();
    if (m_onChanged)
        m_onChanged(state);
}

void TerminalGate::output(const Step& step, const CommandOutcome& outcome)
{
    Q_UNUSED(step)
    for (const QByteArray& stream : {outcome.out, outcome.err}) {
        if (!stream.trimmed().isEmpty())
            sayIndented(QString::fromUtf8(stream.trimmed()), u"  > "_s);
    }
    if (outcome.end == CommandOutcome::End::Exited)
        say(Text::tr("Exit status %1. What counts is what can be seen now:").arg(outcome.status));
    else
        say(Text::tr("The command's end was not seen. What counts is what can be seen now:"));
}

void TerminalGate::tell(const Error& error)
{
    printError(error, m_language);
}

} // namespace ruw
