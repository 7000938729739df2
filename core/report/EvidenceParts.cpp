#include "core/report/EvidenceParts.h"

#include "core/report/ConditionTexts.h"
#include "core/run/ConfirmationGate.h"
#include "core/run/Observation.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// Somebody's word stood for it. What he denied has no word in its favour.
bool acceptedByWord(const QJsonObject& observation)
{
    return observation.value(u"byWord"_s).toBool() &&
           observation.value(u"verdict"_s).toString() != verdictCode(Observation::Verdict::Broken);
}

/// What was seen, without the line that the doer said yes: that his word was taken says so.
QJsonValue withoutYes(const QJsonValue& seen)
{
    const auto isYes = [](const QJsonValue& text) { return Text::fromJson(text) == answerByWord(true); };
    if (isYes(seen))
        return {};
    QJsonObject object = seen.toObject();
    QJsonArray lines = object.value(u"args"_s).toArray();
    if (lines.isEmpty() || !isYes(lines.last()))
        return seen;
    lines.removeLast();
    object.insert("args"_L1, lines);
    return object;
}

/// The condition as paper says it.
Text conditionOf(const QJsonObject& observation)
{
    const QJsonValue told = observation.value(u"condition"_s);
    const QJsonArray args = told.toObject().value(u"args"_s).toArray();
    const bool asked = conditionKindFromCode(observation.value(u"kind"_s).toString()) == ConditionKind::OperatorAffirms;
    return asked && args.size() == 1 ? answeredYesText(Text::fromJson(args.first())) : Text::fromJson(told);
}

/// What such a record tells of is done to undo its step.
bool isOfUndo(const QString& kind)
{
    return kind.startsWith("undo-"_L1) || kind == "step-rolled-back"_L1;
}

/// Whether this trouble is about an undoing; nullopt: its kind comes up on either way.
std::optional<bool> isTroubleOfUndo(const JournalRecord& record)
{
    const QString code = record.data.value(u"trouble"_s).toString();
    if (code == troubleCode(Trouble::Kind::Undo))
        return true;
    for (const auto forward : {Trouble::Kind::Expectation, Trouble::Kind::Action, Trouble::Kind::Uncertain}) {
        if (code == troubleCode(forward))
            return false;
    }
    return std::nullopt;
}

} // namespace

Text actionsHeading()
{
    return Text::tr("Actions, output and observations");
}

QList<QJsonObject> observationsOf(const JournalRecord& record)
{
    QList<QJsonObject> out;
    for (const QString& key : {u"affirmed"_s, u"observed"_s}) {
        for (const QJsonValue& one : record.data.value(key).toArray())
            out.append(one.toObject());
    }
    return out;
}

QString EvidenceParts::time(const QDateTime& when) const
{
    constexpr auto form = u"HH:mm:ss"; // records lie seconds apart
    return when.isValid() ? when.toString(QString::fromUtf16(form)) : QString();
}

Cell EvidenceParts::timeCell(const QDateTime& when, QDate& day) const
{
    Cell cell{time(when)};
    if (when.isValid() && when.date() != day) { // the times alone would seem to go backwards
        cell.note = say(Text::dateTime(when)).section(u' ', 0, 0);
        day = when.date();
    }
    return cell;
}

QString EvidenceParts::minute(const QDateTime& when) const
{
    return when.isValid() ? say(Text::timeOfDay(when)) : QString();
}

QString EvidenceParts::dateTime(const QDateTime& when) const
{
    return when.isValid() ? say(Text::dateTime(when)) : u"\u2014"_s;
}

QDateTime EvidenceParts::byTheJournalsClock(const QDateTime& when) const
{
    const QDateTime begun = m_input.state.begunAt();
    return when.isValid() && begun.isValid() ? when.toOffsetFromUtc(begun.offsetFromUtc()) : when;
}

QString EvidenceParts::stepNumber(const QString& id) const
{
    const int number = m_input.run.procedure.number(id);
    return number > 0 ? QString::number(number) : QString();
}

QString EvidenceParts::stepName(const QString& id) const
{
    const Step* step = m_input.run.procedure.step(id);
    return step ? say(Text::tr("No. %1: %2").arg(stepNumber(id)).arg(step->title))
                : (id.isEmpty() ? u"\u2014"_s : id);
}

QString EvidenceParts::undoName(const QString& id) const
{
    const Step* step = m_input.run.procedure.step(id);
    return step ? say(Text::tr("Undo of No. %1: %2").arg(stepNumber(id)).arg(step->title)) : stepName(id);
}

/// Going back, too, the site is looked at before a step is undone: what is noticed or settled then is about its undoing, not about
/// the step, which was over long ago.
QSet<int> EvidenceParts::tellingOfUndo(const QList<JournalRecord>& records)
{
    static const QStringList forward{u"step-confirmed"_s, u"step-started"_s, u"step-retried"_s, u"step-looked-at"_s};
    QSet<int> out;
    QSet<QString> over; // steps that were done or skipped
    bool back = false, underWay = false;
    for (const JournalRecord& record : records) {
        if (isOfUndo(record.kind)) {
            back = true;
            // Carried out it is not over: the run looks what came of it first, after a resume as well.
            underWay = record.kind == "undo-started"_L1 || (underWay && record.kind == "undo-executed"_L1);
        } else if (forward.contains(record.kind) || (record.kind == "run-resumed"_L1 && !underWay)) {
            back = false; // who holds after he chose to go back may go on another way
        }
        const bool askedAgain = record.data.value(u"answerYes"_s) == QJsonValue(false); // after what its answer asks for
        if ((record.kind == "step-verified"_L1 && !askedAgain) || record.kind == "step-skipped"_L1)
            over.insert(record.step);
        else if (forward.contains(record.kind) || record.kind == "step-rolled-back"_L1)
            over.remove(record.step);
        const bool trouble = record.kind == "noticed"_L1 || record.kind == "trouble-settled"_L1;
        if (isOfUndo(record.kind) || (trouble && isTroubleOfUndo(record).value_or(back || over.contains(record.step))))
            out.insert(record.seq);
        if (record.kind == "trouble-settled"_L1 &&
            remedyFromCode(record.data.value(u"chosen"_s).toString()) == Remedy::Rollback)
            back = true;
    }
    return out;
}

QString EvidenceParts::placeOf(const JournalRecord& record) const
{
    return m_goingBack.contains(record.seq) ? undoName(record.step) : stepName(record.step);
}

QString EvidenceParts::observationText(const QJsonObject& observation) const
{
    const QString code = observation.value(u"verdict"_s).toString();
    Text verdict;
    for (const auto one : {Observation::Verdict::Holds, Observation::Verdict::Broken,
                           Observation::Verdict::Unknown, Observation::Verdict::ByWord}) {
        if (verdictCode(one) == code)
            verdict = verdictText(one);
    }
    const Text condition = conditionOf(observation);
    QJsonValue told = observation.value(u"seen"_s);
    // What counted was a person's word, whatever could be seen from here: "as expected" would claim that it was seen.
    if (acceptedByWord(observation)) {
        verdict = verdictText(Observation::Verdict::ByWord);
        told = withoutYes(told);
    }
    const Text seen = Text::fromJson(told);
    // "Not as expected: <condition>" would read as if the condition had been found.
    if (code == verdictCode(Observation::Verdict::Broken) && !acceptedByWord(observation)) {
        return say(seen.isEmpty() ? Text::tr("Expected: %1 (not as expected)").arg(condition)
                                  : Text::tr("Expected: %1 Seen: %2 (not as expected)").arg(condition).arg(seen));
    }
    return say(seen.isEmpty() ? Text::tr("%1: %2").arg(verdict).arg(condition)
                              : Text::tr("%1: %2 Seen: %3").arg(verdict).arg(condition).arg(seen));
}

QStringList EvidenceParts::observationTexts(const JournalRecord& record) const
{
    QStringList lines;
    for (const QJsonObject& observation : observationsOf(record))
        lines.append(observationText(observation));
    return lines;
}

int EvidenceParts::takenByWord() const
{
    qsizetype count = 0;
    for (const JournalRecord& record : records()) {
        if (record.kind == "trouble-settled"_L1) // repeats what was seen before it
            continue;
        const QList<QJsonObject> observations = observationsOf(record);
        const auto words = std::count_if(observations.cbegin(), observations.cend(), acceptedByWord);
        // Of some words the journal keeps no more than that there was one.
        const bool bare = words == 0 && record.data.value(u"byWord"_s).toBool();
        count += bare ? 1 : words;
    }
    return int(count);
}

} // namespace ruw
