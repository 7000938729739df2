// The evidence report's table of the steps, planned and done side by side.

#include "core/base/Quote.h"
#include "core/report/ConditionTexts.h"
#include "core/report/EvidenceParts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// What stands in front of a check command here. Nobody has recorded what it printed: it must not read as if it had been run.
Text checkGiven(const Step& step)
{
    return isCheckedFromHere(step.kind) || step.node.isEmpty()
               ? Text::tr("Check given in the runbook, from the work machine or one that reaches the node (its output is not "
                          "recorded):")
               : Text::tr("Check given in the runbook, on %1 (its output is not recorded):").arg(shownSafely(step.node));
}

/// What a person has read of it has a blank in the runbook, and the journal keeps no more than his yes.
bool hasBlankOnPaper(ConditionKind kind)
{
    static constexpr std::array kinds = {ConditionKind::VersionIs, ConditionKind::QueueDiskRoom, ConditionKind::InstallerEnded};
    return std::find(kinds.cbegin(), kinds.cend(), kind) != kinds.cend();
}

} // namespace

Text stepTimesHeading()
{
    return Text::tr("Planned and actual");
}

bool doneWithoutChecker(const JournalRecord& record)
{
    return record.kind == "step-confirmed"_L1 && record.data.value(u"checkerNamed"_s) == QJsonValue(false);
}

QString EvidenceParts::checkerOf(const Step& step) const
{
    const QString name = m_input.state.record(step.id).checker;
    // An empty cell would look like a signature that is missing.
    const QString noneNeeded = step.critical ? QString() : u"\u2014"_s;
    for (auto it = records().crbegin(); name.isEmpty() && it != records().crend(); ++it) {
        if (it->step == step.id && it->kind == "step-confirmed"_L1)
            return doneWithoutChecker(*it) ? say(Text::tr("(not named)")) : noneNeeded;
    }
    return name.isEmpty() ? noneNeeded : name;
}

QString EvidenceParts::plannedTime(const Step& step) const
{
    if (const auto start = m_input.chart.startOf(step.id))
        return say(Text::timeOfDay(byTheJournalsClock(*start)));
    for (const TimeChart::Entry& entry : m_input.chart.entries) {
        if (entry.step == step.id)
            return u'+' + say(Text::minutes(entry.startMinute));
    }
    return {};
}

/// What the answer to a step that others hang on means: the last one, after whatever an earlier one has brought about. Empty:
/// there is none.
Text EvidenceParts::answerText(const Step& step) const
{
    const auto good = m_input.state.answer(step.id);
    if (!good)
        return {};
    QList<Text> hanging, done;
    for (const Step& other : m_input.run.procedure.steps) {
        if (other.onlyIf != step.id)
            continue;
        hanging.append(Text::number(m_input.run.procedure.number(other.id)));
        if (m_input.state.record(other.id).status == StepStatus::Verified)
            done.append(hanging.last());
    }
    const bool restart = step.kind == StepKind::CheckRestartFlag;
    if (!*good)
        return (restart ? Text::tr("A restart was asked for. Steps needed: %1.")
                        : Text::tr("Not as expected. Steps needed: %1."))
            .arg(Text::list(hanging));
    if (!done.isEmpty())
        return (restart ? Text::tr("No restart is asked for any more, after No. %1.")
                        : Text::tr("As expected now, after No. %1."))
            .arg(Text::list(done));
    return restart ? Text::tr("No restart was asked for.") : Text::tr("As expected. Not needed: No. %1.").arg(Text::list(hanging));
}

/// Who took no part any more when the step was judged: what it expects of them, nobody has looked at.
QStringList EvidenceParts::leftOutWhenJudged(const Step& step) const
{
    QStringList now, then;
    for (const JournalRecord& record : records()) {
        if (record.kind == "node-excluded"_L1)
            now.append(record.data.value(u"node"_s).toString());
        else if (const Step* undone = record.kind == "step-rolled-back"_L1 ? m_input.run.procedure.step(record.step) : nullptr)
            now.removeAll(undone->node);
        else if (record.kind == "step-verified"_L1 && record.step == step.id)
            then = now;
    }
    return then;
}

QDateTime EvidenceParts::firstStart(const Step& step) const
{
    const auto first = std::find_if(records().cbegin(), records().cend(), [&](const JournalRecord& record) {
        return record.step == step.id && record.kind == "step-started"_L1;
    });
    return first == records().cend() ? QDateTime() : first->time;
}

/// What was not as it should be when the step was come to, and is its own business: a service that the installer started, say.
QList<Text> EvidenceParts::foundBefore(const Step& step) const
{
    QList<Text> found;
    for (const JournalRecord& record : records()) {
        const bool trouble = record.data.contains(u"trouble"_s); // told with what was chosen
        if (record.step == step.id && record.kind == "noticed"_L1 && !trouble)
            found.append(Text::tr("Noticed: %1").arg(record.note()));
    }
    return found;
}

/// What of a step's results was taken by word when it was judged last.
QList<Text> EvidenceParts::wordsOf(const Step& step) const
{
    QList<Text> words;
    for (auto it = records().crbegin(); it != records().crend(); ++it) {
        if (it->step != step.id || it->kind != "step-verified"_L1)
            continue;
        for (const QJsonObject& observation : observationsOf(*it)) {
            if (observation.value(u"byWord"_s).toBool())
                words.append(Text::fromJson(observation.value(u"condition"_s)));
        }
        break;
    }
    return words;
}

QString EvidenceParts::resultOf(const Step& step) const
{
    const StepRecord r = m_input.state.record(step.id);
    QList<Text> lines{stepStatusText(r.status)};
    lines += foundBefore(step);
    if (r.attempts > 1)
        lines.append(Text::tr("Started %1 times, first at %2").arg(r.attempts).arg(Text::timeOfDay(firstStart(step))));
    if (const Text answer = answerText(step); !answer.isEmpty())
        lines.append(answer);
    if (r.status == StepStatus::Verified) {
        QList<Condition> seen = m_input.state.answer(step.id).value_or(true) ? step.expects : QList<Condition>();
        seen.removeIf([leftOut = leftOutWhenJudged(step)](const Condition& condition) {
            return leftOut.contains(condition.node) || leftOut.contains(condition.peer);
        });
        const auto observed = std::stable_partition(seen.begin(), seen.end(), [words = wordsOf(step)](const Condition& one) {
            return !words.contains(one.text());
        });
        for (const QString& expected : conditionTexts({seen.begin(), observed}, m_language))
            lines.append(Text::verbatim(expected));
        for (const QString& expected : conditionTexts({observed, seen.end()}, m_language))
            lines.append(Text::tr("%1 (by the doer's word)").arg(Text::verbatim(expected)));
        if (r.byWord && observed == seen.end())
            lines.append(Text::tr("(by the doer's word)"));
    }
    if (r.uncertain)
        lines.append(Text::tr("Interrupted: it is not known whether it took effect."));
    if (!r.note.isEmpty())
        lines.append(Text::tr("Note: %1").arg(r.note));
    return say(Text::lines(lines));
}

/// Their titles name the steps that were begun: a step that was not needed has run nothing.
QList<CommandSheets::Sheet> EvidenceParts::sheets() const
{
    return m_sheets.sheets([this](const QString& number) {
        const QList<Step>& steps = m_input.run.procedure.steps;
        const qsizetype at = number.toInt() - 1;
        return at >= 0 && at < steps.size() &&
               (begun(steps[at].id) || m_input.state.record(steps[at].id).status == StepStatus::Verified);
    });
}

/// The title with its command below, or where the command stands.
Cell EvidenceParts::actionCell(const Step& step) const
{
    const StepSheets::Cells cells = m_stepSheets.of(step);
    QStringList lines{say(step.title)};
    if (m_input.state.record(step.id).status == StepStatus::NotNeeded)
        return {lines.first(), {}}; // its command was for a case that did not come up
    if (!cells.command.text.isEmpty())
        lines.append(cells.command.text);
    for (const StepSheets::Elsewhere& there : cells.elsewhere)
        lines.append(say(StepSheets::lineOf(there)));
    const Node* node = step.kind == StepKind::RunInstaller ? m_input.run.site.node(step.node) : nullptr;
    if (node && step.action.command.isEmpty() && !node->installer.isEmpty()) { // as in the runbook
        lines.append(say(Text::tr("The installer:")));
        return {lines.join(u'\n'), node->installer};
    }
    return {lines.join(u'\n'), cells.command.command};
}

/// What came of it, and by which command that could be seen.
Cell EvidenceParts::resultCell(const Step& step) const
{
    const Cell check = m_stepSheets.of(step).check;
    QString text = resultOf(step);
    const StepStatus status = m_input.state.record(step.id).status;
    if (status == StepStatus::NotNeeded || status == StepStatus::Pending)
        return {text, {}}; // nobody has checked it
    const bool byWord = std::any_of(step.expects.cbegin(), step.expects.cend(), [&, words = wordsOf(step)](const Condition& one) {
        return isShownByCheck(step.kind, one.kind) && words.contains(one.text());
    });
    if (!byWord)
        return {text, {}}; // what the program has seen itself stands in the records, and for all else the check is none
    if (isCheckedFromHere(step.kind))
        text += u'\n' + say(Text::tr("Not seen from the work machine."));
    if (!check.text.isEmpty() || !check.command.isEmpty())
        text += u'\n' + say(checkGiven(step)) + (check.text.isEmpty() ? QString() : u' ' + check.text);
    return {text, check.command};
}

QList<DocumentBlock> EvidenceParts::sideBySide()
{
    QList<DocumentBlock> out;
    out.append(Orientation{true});
    out.append(Heading{1, say(stepTimesHeading())});
    Table table;
    table.columns = {{say(Text::tr("No.")), 0.5, Column::Align::Right},
                     {say(Text::tr("Planned")), 0.8, Column::Align::Center},
                     {say(Text::tr("Start")), 0.7, Column::Align::Center},
                     {say(Text::tr("End")), 0.7, Column::Align::Center},
                     {say(Text::tr("Action")), 4.4},
                     {say(Text::tr("Result")), 4.2},
                     {say(Text::tr("Doer")), 1.1},
                     {say(Text::tr("Checker")), 1.1}};
    std::optional<Phase> phase;
    for (qsizetype i = 0; i < m_input.run.procedure.steps.size(); ++i) {
        const Step& step = m_input.run.procedure.steps[i];
        if (phase != step.phase)
            table.rows.append({{Cell{say(phaseText(step.phase)), {}, true}}});
        phase = step.phase;
        if (step.pointOfNoReturn)
            table.rows.append({{Cell{say(Text::tr("Point of no return")), {}, true}}, true});
        const StepRecord r = m_input.state.record(step.id);
        table.rows.append({{Cell{QString::number(i + 1)}, Cell{plannedTime(step)}, Cell{minute(r.started)},
                            Cell{minute(r.ended)}, actionCell(step), resultCell(step), Cell{r.doer},
                            Cell{checkerOf(step)}}});
    }
    out.append(Paragraph{say(Text::tr("\u2014 : the program records no checker here, or the step was not done (on paper the "
                                       "checker ticks every step)")),
                         Paragraph::Style::Note});
    out.append(Paragraph{say(brokenLineText()), Paragraph::Style::Note});
    if (!simulated() && !tableOfWords({}, hasBlankOnPaper).rows.isEmpty())
        out.append(Paragraph{say(Text::tr("What was read by hand and written down (versions, what the ports said, sizes of "
                                          "queues and the like) stands in the blanks of the signed runbook, which belongs to this report."))});
    out.append(table);
    out.append(Orientation{false});
    return out;
}

} // namespace ruw
