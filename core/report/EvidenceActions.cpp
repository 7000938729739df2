// The evidence report's sections on what was done: actions with their output and observations, deviations, the hash chain.

#include "core/base/Quote.h"
#include "core/product/SyncPorts.h"
#include "core/report/EvidenceParts.h"
#include "core/run/ConfirmationGate.h"
#include "core/run/RunRecords.h"
#include "core/run/WorkCourse.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// The records that tell of an action's course, and what they are called.
struct ActionRow {
    QLatin1StringView kind;
    const char* text;
};
constexpr std::array actionRows = {
    ActionRow{"noticed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Noticed")},
    ActionRow{"step-confirmed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Begun, affirmed by word")},
    ActionRow{"step-executed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Carried out")},
    ActionRow{"step-interrupted"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Broken off")},
    ActionRow{"step-verified"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Judged: as expected")},
    ActionRow{"step-failed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Judged: not as expected")},
    ActionRow{"node-excluded"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Node left out")},
    ActionRow{"undo-started"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Undo begun")},
    ActionRow{"undo-not-done"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Undo seen not to have happened")},
    ActionRow{"undo-executed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Undo carried out")},
    ActionRow{"step-rolled-back"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Undone")},
    ActionRow{"queue-settled"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Queue before the next block is lifted")},
    ActionRow{"undo-left"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Not undone: left as it is")},
    ActionRow{"config-reread"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Config read again")},
};

Text actionText(const QString& kind)
{
    for (const ActionRow& row : actionRows) {
        if (kind == row.kind)
            return Text::tr(row.text);
    }
    return {};
}

/// How a command ended, as RunRecords' outcomeToJson() wrote it; empty: the record tells of none. `starts`: all that the command does
/// is to start something whose own end is seen later.
Text endText(const QJsonObject& data, bool starts)
{
    const QString end = data.value(u"end"_s).toString();
    if (data.value(u"interrupted"_s).toBool()) // of what is done by hand, too, nobody knows whether it was
        return Text::tr("The program ended before the outcome was recorded: looked at afterwards");
    if (data.value(u"byHand"_s).toBool())
        return Text::tr("Done by hand");
    if (end == "exited"_L1) {
        return (starts ? Text::tr("Exit status of the start command: %1. How the installer ended stands where it was judged.")
                       : Text::tr("Exit status %1"))
            .arg(data.value(u"status"_s).toInteger());
    }
    struct EndRow {
        QLatin1StringView code;
        const char* text;
    };
    static constexpr std::array rows = {
        EndRow{"signalled"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Ended by a signal")},
        EndRow{"connection-lost"_L1,
               QT_TRANSLATE_NOOP("ruw::Text", "The connection was lost before its end")},
        EndRow{"timed-out"_L1, QT_TRANSLATE_NOOP("ruw::Text", "The time limit came before its end")},
        EndRow{"cancelled"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Broken off by the doer")},
    };
    for (const EndRow& row : rows) {
        if (end == row.code)
            return Text::tr(row.text);
    }
    const QString error = data.value(u"error"_s).toString();
    return error.isEmpty() ? Text() : Text::tr("It could not be started (%1)").arg(error);
}

/// A look has no course of its own: its judgement says all.
bool tellsOfAction(const JournalRecord& record)
{
    const bool bare = (record.kind == "step-executed"_L1 && endText(record.data, false).isEmpty()) ||
                      (record.kind == "step-confirmed"_L1 && !record.data.contains(u"affirmed"_s));
    return !bare && !actionText(record.kind).isEmpty();
}

/// The rows that name a step and its people above what was done of it: one for as long as nothing differs that matters.
class GroupHeads {
public:
    GroupHeads(Table& table, Language language) : m_table(table), m_language(language) {}

    /// Puts a head on the table where the next row needs one. `acts`: the row tells of more than a look.
    void before(const QString& name, const QStringList& people, bool acts)
    {
        const bool same = name == m_name;
        // The checker agrees after the doer has looked: that is no change of people.
        const bool joined = same && !m_acted && people.size() > m_people.size() && people.first(m_people.size()) == m_people;
        if (joined)
            m_table.rows[m_row].cells.first().text = shown(name, people);
        else if (!same || (people != m_people && !people.isEmpty()))
            begin(same ? Text::tr("%1 (from here on: %2)").arg(name).arg(people.join(u" / "_s)).render(m_language) : shown(name, people));
        m_acted = acts || (same && m_acted);
        m_name = name;
        m_people = people;
    }

private:
    QString shown(const QString& name, const QStringList& people) const
    {
        return people.isEmpty() ? name : Text::tr("%1 (%2)").arg(name).arg(people.join(u" / "_s)).render(m_language);
    }
    void begin(const QString& head)
    {
        m_row = m_table.rows.size();
        m_table.rows.append({{Cell{head, {}, true}}});
    }

    Table& m_table;
    Language m_language;
    QString m_name;
    QStringList m_people;
    qsizetype m_row = 0;
    bool m_acted = false;
};

/// Records that tell of something other than the plain course of the steps; empty for all others.
Text deviationText(const QString& kind)
{
    struct Row {
        QLatin1StringView kind;
        const char* text;
    };
    static constexpr std::array rows = {
        Row{"run-held"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Run held")},
        Row{"run-resumed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Run continued")},
        Row{"node-excluded"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Node left out")},
        Row{"ports-found"_L1, QT_TRANSLATE_NOOP("ruw::Text", "The installer brought sync ports")},
        Row{"noticed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Noticed")},
        Row{"step-interrupted"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Broken off")},
        Row{"step-looked-at"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Looked at again: it is so now")},
        Row{"step-failed"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Not as expected")},
        Row{"step-retried"_L1, QT_TRANSLATE_NOOP("ruw::Text", "To be done again")},
        Row{"step-skipped"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Skipped")},
        Row{"step-rolled-back"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Undone")},
        Row{"undo-left"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Not undone: left as it is")},
    };
    for (const Row& row : rows) {
        if (kind == row.kind)
            return Text::tr(row.text);
    }
    return {};
}

/// What it is called that a step was taken up again, by what was chosen about it.
Text retriedText(Remedy chosen)
{
    if (chosen == Remedy::Look)
        return remedyText(Remedy::Look); // as with the troubles
    if (chosen == Remedy::Manual)
        return Text::tr("Done by hand: to be judged again");
    return deviationText(u"step-retried"_s);
}

} // namespace

/// The survey has read the config of the step's node: a difference means something.
bool EvidenceParts::hasEarlierConfig(const QString& step) const
{
    const Step* read = m_input.run.procedure.step(step);
    const NodeSurvey* survey = read ? m_input.run.survey.node(read->node) : nullptr;
    return survey && survey->config;
}

/// The record tells of a command that starts the installer and does not wait for it.
bool EvidenceParts::onlyStarts(const JournalRecord& record) const
{
    const Step* step = record.kind == "step-executed"_L1 ? m_input.run.procedure.step(record.step) : nullptr;
    const Node* node = step && step->kind == StepKind::RunInstaller ? m_input.run.site.node(step->node) : nullptr;
    // Where the entered command itself is run, its end is the installer's.
    return node && record.data.value(u"end"_s).isString() && step->action.command != node->installCommand;
}

Row EvidenceParts::actionRow(const JournalRecord& record)
{
    const bool byWord = record.data.value(u"byWord"_s).toBool();
    const bool verified = record.kind == "step-verified"_L1;
    const bool no = verified && record.data.value(u"answerYes"_s) == QJsonValue(false);
    const bool accepted = byWord && verified && !no;
    Cell what{say(no ? Text::tr("Judged: not so; another step is needed")
                     : accepted ? Text::tr("Judged: accepted by word")
                     : onlyStarts(record) ? Text::tr("Start command carried out") : actionText(record.kind))};
    Cell detail;
    QStringList lines;
    const bool begins = record.kind == "step-confirmed"_L1; // by hand or not, nothing has ended yet
    if (const Text end = begins ? Text() : endText(record.data, onlyStarts(record)); !end.isEmpty())
        lines.append(say(end));
    QStringList seen = observationTexts(record);
    if (byWord && !accepted)
        seen.append(say(Text::tr("(by the doer's word)")));
    lines += seen;
    if (const Text note = Text::fromJson(record.data.value(u"note"_s)); !note.isEmpty())
        lines.append(say(Text::tr("Note: %1").arg(note)));
    QStringList streams;
    for (const auto* key : {u"out", u"err", u"diff"}) {
        const QString text = record.data.value(QString::fromUtf16(key)).toString().trimmed();
        if (!text.isEmpty())
            streams.append(text);
    }
    if (streams.isEmpty() && record.kind == "config-reread"_L1)
        lines.append(say(hasEarlierConfig(record.step) ? Text::tr("Unchanged", "the config")
                                                       : Text::tr("There is no earlier one to compare with.", "config")));
    detail.text = lines.join(u'\n');
    if (!streams.isEmpty()) {
        m_sheets.put(detail, streams.join(u'\n'), stepNumber(record.step), {}, CommandSheets::Kind::Output);
        m_outputOnSheets = m_outputOnSheets || detail.command.isEmpty();
    }
    if (record.data.value(u"truncated"_s).toBool())
        detail.note = say(Text::tr("The output was longer: its end stands here."));
    return {{Cell{time(record.time)}, Cell{QString::number(record.seq)}, what, detail}};
}

QList<DocumentBlock> EvidenceParts::actions()
{
    Table table;
    table.columns = {{say(Text::tr("Time", "of day")), 1.4, Column::Align::Center},
                     {say(Text::tr("Record")), 0.8, Column::Align::Right},
                     {say(Text::tr("What")), 2.15},
                     {say(Text::tr("Outcome, output, what was seen")), 6.85}};
    table.groupsWhole = true;
    QString doer, checker;
    GroupHeads heads(table, m_language);
    QHash<QString, QString> agreed; // who agreed to the step's present attempt
    QDate day;                      // of the row before
    for (const JournalRecord& record : records()) {
        if (record.kind == "people-changed"_L1) {
            doer = record.data.value(u"doer"_s).toString();
            checker = record.data.value(u"checker"_s).toString();
        } else if (record.kind == "step-confirmed"_L1) {
            agreed[record.step] = record.data.value(u"checkerAgrees"_s).toBool() ? checker : QString();
        } else if (m_goingBack.contains(record.seq)) {
            agreed.remove(record.step); // to another action
        }
        if (!tellsOfAction(record))
            continue;
        const QString node = record.data.value(u"node"_s).toString();
        QStringList people{doer, record.step.isEmpty() ? record.data.value(u"checker"_s).toString() : agreed.value(record.step)};
        people.removeAll(QString());
        const QString name = record.step.isEmpty() && !node.isEmpty() ? shownSafely(node) : placeOf(record);
        heads.before(name, people, record.kind != "noticed"_L1);
        Row row = actionRow(record);
        row.cells[0] = timeCell(record.time, day);
        table.rows.append(row);
    }
    QList<DocumentBlock> out{Heading{1, say(actionsHeading())}};
    out.append(
        Paragraph{say(Text::tr("In order of time. A step is judged by what was seen afterwards, whatever its command said of itself; "
                               "an installer by how it ended, and the version on the node by a step of its own; what can't be seen "
                               "from the work machine, by the doer's word. Secrets are not written to the journal."))});
    const auto vouched = [](const JournalRecord& record) {
        return record.kind == "step-confirmed"_L1 && record.data.contains(u"affirmed"_s);
    };
    if (std::any_of(records().cbegin(), records().cend(), vouched)) {
        out.append(Paragraph{say(Text::tr("\"%1\": what must hold before the step could not be seen from the work machine; by starting the "
                                          "step the doer vouched for it.")
                                     .arg(actionText(u"step-confirmed"_s)))});
    }
    if (!table.rows.isEmpty())
        out.append(table);
    return out;
}

/// A row where a moment lay far from its plan: a reader shall not have to find that himself. None where the plan has no start of its
/// own in this night, and in a rehearsal, whose time is not that of people and machines.
QList<Row> EvidenceParts::offThePlan(const Text& early, const Text& late, const QDateTime& planned, const QDateTime& actual) const
{
    constexpr int farOff = 15; // minutes
    const int apart = planned.isValid() && actual.isValid() ? minutesBetween(planned, actual) : 0;
    if (std::abs(apart) <= farOff || simulated() || WorkCourse::from(m_input.state, m_input.chart, records().last().time).planMoved)
        return {};
    const Text how = (apart < 0 ? Text::tr("planned %1, actual %2: %3 early") : Text::tr("planned %1, actual %2: %3 late"))
                         .arg(Text::dateTime(byTheJournalsClock(planned)))
                         .arg(Text::dateTime(actual))
                         .arg(Text::minutes(std::abs(apart)));
    return {Row{{Cell{dateTime(actual)}, Cell{say(apart < 0 ? early : late)}, Cell{u"\u2014"_s}, Cell{say(how)}}}};
}

/// The trouble of the step that was settled last before this record; null: none, or the step was judged or undone since.
const JournalRecord* EvidenceParts::settledBefore(qsizetype record) const
{
    for (qsizetype i = record - 1; i >= 0; --i) {
        const JournalRecord& before = records()[i];
        if (before.step != records()[record].step)
            continue;
        if (before.kind == "trouble-settled"_L1)
            return &before;
        if (before.kind == "step-rolled-back"_L1 || before.kind == "step-verified"_L1)
            break;
    }
    return nullptr;
}

QList<DocumentBlock> EvidenceParts::deviations()
{
    QList<DocumentBlock> out;
    out.append(Heading{1, say(Text::tr("Deviations"))});
    Table table;
    table.columns = {{say(Text::tr("Time", "of day")), 2},
                     {say(Text::tr("What")), 1.6},
                     {say(Text::tr("Step")), 4},
                     {say(Text::tr("Reason or note")), 3}};
    const RunState& state = m_input.state;
    table.rows += offThePlan(Text::tr("Begun earlier than planned"), Text::tr("Begun later than planned"),
                             m_input.run.site.schedule.start.value_or(QDateTime()), state.begunAt());
    qsizetype ofTime = table.rows.size();
    bool held = false;
    QString lastStep;
    for (qsizetype i = 0; i < records().size(); ++i) {
        const JournalRecord& record = records()[i];
        // Without a word of its own: the program was killed, or the machine stopped. It stood at the step before.
        const bool brokenOff = record.kind == "run-resumed"_L1 && !std::exchange(held, false);
        held = held || record.kind == "run-held"_L1;
        const QString stood = std::exchange(lastStep, record.step.isEmpty() ? lastStep : record.step);
        const JournalRecord* trouble = record.kind == "step-retried"_L1 ? settledBefore(i) : nullptr;
        const std::optional<Remedy> chosen = remedyFromCode(trouble ? trouble->data.value(u"chosen"_s).toString() : QString());
        const Text what = brokenOff ? Text::tr("Broken off, and continued")
                          : chosen  ? retriedText(*chosen)
                                    : deviationText(record.kind);
        if (what.isEmpty())
            continue;
        const QString note = record.kind == "ports-found"_L1 ? portRanges(portsFromJson(record.data.value(u"ports"_s)))
                             : chosen                        ? say(Text::tr("Chosen: %1").arg(remedyText(*chosen)))
                                                             : say(record.note());
        table.rows.append({{Cell{dateTime(record.time)}, Cell{say(what)},
                            Cell{brokenOff && !stood.isEmpty() ? stepName(stood)
                                 : record.step.isEmpty() ? record.data.value(u"node"_s).toString(u"\u2014"_s)
                                 : record.kind == "noticed"_L1 ? placeOf(record)
                                                               : stepName(record.step)},
                            Cell{note.isEmpty() ? u"\u2014"_s : note}}});
    }
    if (state.isOver() && state.end() != RunEnd::Held) {
        const QList<Row> end = offThePlan(Text::tr("Ended earlier than planned"), Text::tr("Ended later than planned"),
                                          m_input.chart.plannedEnd().value_or(QDateTime()), state.endedAt());
        table.rows += end;
        ofTime += end.size();
    }
    if (table.rows.isEmpty())
        out.append(Paragraph{say(state.end() == RunEnd::Done ? Text::tr("None: no step was skipped or done out of its order.")
                                                             : Text::tr("None so far."))});
    else if (table.rows.size() == ofTime && state.end() == RunEnd::Done)
        out.append(Paragraph{say(Text::tr("No step was skipped or done out of its order. The start or the end differs from the plan "
                                          "(the times of the steps: \"%1\"):")
                                     .arg(stepTimesHeading()))});
    if (!table.rows.isEmpty())
        out.append(table);
    if (simulated())
        out.append(Paragraph{say(Text::tr("A rehearsal goes by a simulated clock: differences of time are not listed here.")),
                             Paragraph::Style::Note});
    return out;
}

QList<DocumentBlock> EvidenceParts::chain() const
{
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Hash chain of the journal"))}};
    out.append(Paragraph{say(
        Text::tr("Each record of the journal carries the SHA-256 of the record before it. The hash of the "
                 "last record stands here, with those of record 1 and of the end of each step: should any record be changed later, they "
                 "no longer fit."))});
    const auto& read = m_input.run.read;
    out.append(CommandBlock{say(Text::tr("SHA-256 of record %1").arg(read.records.last().seq)), read.lastHash,
                            true});
    if (read.tornTail) {
        out.append(Paragraph{
            say(Text::tr(
                "The last line of the file was incomplete (the program ended while it wrote) and is not "
                "part of this report.")),
            Paragraph::Style::Note});
    }
    // The ends of the steps in between: a change shows where it was made.
    Table table;
    table.columns = {{say(Text::tr("Record")), 0.7, Column::Align::Right},
                     {say(Text::tr("Time", "of day")), 1.3, Column::Align::Center},
                     {say(Text::tr("No.")), 0.5, Column::Align::Right},
                     {say(Text::tr("SHA-256")), 7, Column::Align::Left, true}};
    QDate day;
    for (qsizetype i = 0; i < read.records.size(); ++i) {
        const JournalRecord& record = read.records[i];
        static const QStringList ends{u"run-begun"_s,    u"step-verified"_s,    u"step-failed"_s,
                                      u"step-skipped"_s, u"step-rolled-back"_s, u"run-held"_s};
        if (!ends.contains(record.kind))
            continue;
        table.rows.append({{Cell{QString::number(record.seq)}, timeCell(record.time, day),
                            Cell{stepNumber(record.step)},
                            Cell{i + 1 < read.records.size() ? read.records[i + 1].prev : read.lastHash}}});
    }
    if (!table.rows.isEmpty()) {
        table.title = say(Text::tr("SHA-256 at the end of each step"));
        out.append(table);
    }
    return out;
}

} // namespace ruw
