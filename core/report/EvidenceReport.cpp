#include "core/report/EvidenceReport.h"

#include "core/base/Quote.h"
#include "core/plan/LeftOnNodes.h"
#include "core/product/SyncPorts.h"
#include "core/report/ConditionTexts.h"
#include "core/report/EvidenceCourse.h"
#include "core/report/EvidenceParts.h"
#include "core/report/Runbook.h"
#include "core/report/StepSheets.h"
#include "core/run/FinalChecks.h"
#include "core/run/RunRecords.h"
#include "core/run/Standing.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

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
        Row{"undo-left"_L1, QT_TRANSLATE_NOOP("ruw::Text", "Not undone: left as it is, out of reach")},
    };
    for (const Row& row : rows) {
        if (kind == row.kind)
            return Text::tr(row.text);
    }
    return {};
}

/// A critical step was begun, and nobody was named who checks.
bool doneWithoutChecker(const JournalRecord& record)
{
    return record.kind == "step-confirmed"_L1 && record.data.value(u"checkerNamed"_s) == QJsonValue(false);
}

class Writer {
public:
    Writer(const EvidenceInput& input, Language language)
        : m_input(input), m_run(input.run), m_state(input.state), m_language(language), m_sheets(language),
          m_stepSheets(input.run.procedure, input.run.site, m_sheets)
    {
        for (const Step& step : m_run.procedure.steps) // before all else: numbered as in the runbook
            m_stepSheets.of(step);
    }
    Document write();

private:
    QString say(const Text& text) const { return text.render(m_language); }
    QString time(const QDateTime& when) const
    {
        return when.isValid() ? say(Text::timeOfDay(when)) : QString();
    }
    QString dateTime(const QDateTime& when) const
    {
        return when.isValid() ? say(Text::dateTime(when)) : u"\u2014"_s;
    }
    void add(DocumentBlock block) { m_document.body.append(std::move(block)); }
    void heading(const Text& text) { add(Heading{1, say(text)}); }

    /// A run that is held has not ended.
    bool isHeld() const { return m_state.end() == RunEnd::Held; }
    QDateTime ended() const { return isHeld() ? QDateTime() : m_state.endedAt(); }
    Text timeTaken() const;
    qint64 secondsHeld(const QDateTime& until) const;
    QDateTime lastSeen() const;
    Table openChanges();
    QDateTime pointOfNoReturnAt() const;
    QString peopleOf(const QString& key) const;
    QString checkerOf(const Step& step) const;
    QList<FinalQuestion> questions() const;
    Text resultText() const;
    QString stepName(const QString& id) const;
    QString plannedTime(const Step& step) const;
    QString resultOf(const Step& step) const;
    Text answerText(const Step& step) const;
    QStringList leftOutWhenJudged(const Step& step) const;
    void cover();
    void outcome();
    void sideBySide();
    void deviations();
    void ledger();
    void leftOnNodes();
    bool begun(const QString& step) const;
    bool doneByHand(const QString& step) const;
    void finalChecks();
    Cell actionCell(const Step& step) const;
    void commands(bool withOutput);
    void append(const QList<DocumentBlock>& blocks) { m_document.body += blocks; }

    const EvidenceInput& m_input;
    const StoredRun& m_run;
    const RunState& m_state;
    Language m_language;
    Document m_document;
    CommandSheets m_sheets;
    StepSheets m_stepSheets;
};

/// The last moment of the run that the journal tells of; what is affirmed after the end is no part of it.
QDateTime Writer::lastSeen() const
{
    const QList<JournalRecord>& records = m_run.read.records;
    const auto last = std::find_if(records.crbegin(), records.crend(), [](const JournalRecord& record) {
        return record.kind != "final-check"_L1;
    });
    return last == records.crend() ? records.last().time : last->time;
}

/// How long the run stood held until then: nobody worked in this time, and it went by all the same.
qint64 Writer::secondsHeld(const QDateTime& until) const
{
    qint64 seconds = 0;
    QDateTime since;
    for (const JournalRecord& record : m_run.read.records) {
        if (record.kind == "run-held"_L1) {
            since = record.time;
        } else if (record.kind == "run-resumed"_L1 && since.isValid()) {
            seconds += since.secsTo(record.time);
            since = {};
        }
    }
    return since.isValid() ? seconds + std::max<qint64>(0, since.secsTo(until)) : seconds;
}

/// From the begin to the end, or as far as the journal tells: everything that this report shows lies within it.
Text Writer::timeTaken() const
{
    const bool over = m_state.end() != RunEnd::Running && m_state.end() != RunEnd::Held;
    const QDateTime until = over && m_state.endedAt().isValid() ? m_state.endedAt() : lastSeen();
    const Text all = Text::minutes(minutesBetween(m_state.begunAt(), until));
    const int held = minutesOf(secondsHeld(until));
    return held > 0 ? Text::tr("%1 (held for %2 of it)").arg(all).arg(Text::minutes(held)) : all;
}

/// When it was first passed: neither another attempt nor the way back makes that another moment.
QDateTime Writer::pointOfNoReturnAt() const
{
    for (const JournalRecord& record : m_run.read.records) {
        const Step* step = record.kind == "step-started"_L1 ? m_run.procedure.step(record.step) : nullptr;
        if (step && step->pointOfNoReturn)
            return record.time;
    }
    return {};
}

/// Everybody who was named in that role, in order; a checker who was missing as such.
QString Writer::peopleOf(const QString& key) const
{
    QStringList names;
    for (const JournalRecord& record : m_run.read.records) {
        const QString name = record.data.value(key).toString();
        if (record.kind == "people-changed"_L1 && !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    // A dash would read as if nobody had been needed.
    const QList<JournalRecord>& records = m_run.read.records;
    if (key == "checker"_L1 && std::any_of(records.cbegin(), records.cend(), doneWithoutChecker))
        names.append(say(Text::tr("(not named)")));
    return names.isEmpty() ? u"\u2014"_s : say(Text::list(names));
}

QString Writer::checkerOf(const Step& step) const
{
    const QString name = m_state.record(step.id).checker;
    // An empty cell would look like a signature that is missing.
    const QString noneNeeded = step.critical ? QString() : u"\u2014"_s;
    for (auto it = m_run.read.records.crbegin(); name.isEmpty() && it != m_run.read.records.crend(); ++it) {
        if (it->step == step.id && it->kind == "step-confirmed"_L1)
            return doneWithoutChecker(*it) ? say(Text::tr("(not named)")) : noneNeeded;
    }
    return name.isEmpty() ? noneNeeded : name;
}

QString Writer::stepName(const QString& id) const
{
    const Step* step = m_run.procedure.step(id);
    return step ? say(Text::tr("No. %1: %2").arg(m_run.procedure.number(id)).arg(step->title)) : id;
}

QString Writer::plannedTime(const Step& step) const
{
    if (const auto start = m_input.chart.startOf(step.id))
        return time(*start);
    for (const TimeChart::Entry& entry : m_input.chart.entries) {
        if (entry.step == step.id)
            return u'+' + say(Text::minutes(entry.startMinute));
    }
    return {};
}

/// What the answer to a step that others hang on means: the last one, after whatever an earlier one has brought about. Empty:
/// there is none.
Text Writer::answerText(const Step& step) const
{
    const auto good = m_state.answer(step.id);
    if (!good)
        return {};
    QList<Text> hanging, done;
    for (const Step& other : m_run.procedure.steps) {
        if (other.onlyIf != step.id)
            continue;
        hanging.append(Text::number(m_run.procedure.number(other.id)));
        if (m_state.record(other.id).status == StepStatus::Verified)
            done.append(hanging.last());
    }
    const bool restart = step.kind == StepKind::CheckRestartFlag;
    if (!*good)
        return (restart ? Text::tr("A restart was asked for: No %1 is needed.") : Text::tr("Not so: No %1 is needed.")).arg(Text::list(hanging));
    if (!done.isEmpty())
        return (restart ? Text::tr("No restart is asked for any more, after No %1.") : Text::tr("So it is now, after No %1.")).arg(Text::list(done));
    return restart ? Text::tr("No restart was asked for.") : Text::tr("So it is: what hangs on it was not needed.");
}

/// Who took no part any more when the step was judged: what it expects of them, nobody has looked at.
QStringList Writer::leftOutWhenJudged(const Step& step) const
{
    QStringList now, then;
    for (const JournalRecord& record : m_run.read.records) {
        if (record.kind == "node-excluded"_L1)
            now.append(record.data.value(u"node"_s).toString());
        else if (const Step* undone = record.kind == "step-rolled-back"_L1 ? m_run.procedure.step(record.step) : nullptr)
            now.removeAll(undone->node);
        else if (record.kind == "step-verified"_L1 && record.step == step.id)
            then = now;
    }
    return then;
}

QString Writer::resultOf(const Step& step) const
{
    const StepRecord r = m_state.record(step.id);
    QList<Text> lines{stepStatusText(r.status)};
    if (r.attempts > 1)
        lines.append(Text::tr("Started %1 times").arg(r.attempts));
    if (const Text answer = answerText(step); !answer.isEmpty())
        lines.append(answer);
    if (r.status == StepStatus::Verified) {
        QList<Condition> seen = m_state.answer(step.id).value_or(true) ? step.expects : QList<Condition>();
        seen.removeIf([leftOut = leftOutWhenJudged(step)](const Condition& condition) {
            return leftOut.contains(condition.node) || leftOut.contains(condition.peer);
        });
        for (const QString& expected : conditionTexts(seen, m_language))
            lines.append(Text::verbatim(expected));
        if (r.byWord)
            lines.append(Text::tr("(by the operator's word)"));
    }
    if (r.uncertain)
        lines.append(Text::tr("Interrupted: it is not known whether it took effect."));
    if (!r.note.isEmpty())
        lines.append(Text::tr("Note: %1").arg(r.note));
    return say(Text::lines(lines));
}

QList<FinalQuestion> Writer::questions() const
{
    return finalQuestions(m_state, SiteFacts::from(m_run.site, m_run.survey));
}

/// How the run ended, and what of its end nobody has confirmed.
Text Writer::resultText() const
{
    const Text end = runEndText(m_state.end());
    if (m_state.end() != RunEnd::Done && m_state.end() != RunEnd::DoneWithExceptions)
        return end;
    const QMap<QString, FinalCheck>& said = m_state.finalChecks();
    if (said.isEmpty())
        return Text::tr("%1 (no confirmation after the end was recorded)").arg(end);
    const QList<FinalQuestion> asked = questions();
    const auto denied = std::count_if(said.cbegin(), said.cend(), [](const FinalCheck& check) { return !check.holds; });
    const auto open = std::count_if(asked.cbegin(), asked.cend(), [&](const FinalQuestion& question) { return !said.contains(question.id); });
    if (denied == 0 && open == 0)
        return end;
    return Text::tr("%1 (confirmation after the end: %2 not confirmed, %3 not answered)").arg(end).arg(qint64(denied)).arg(qint64(open));
}

void Writer::cover()
{
    const Site& site = m_run.site;
    Table facts;
    facts.columns = {{{}, 1}, {{}, 3}};
    const auto row = [&](const Text& name, const QString& value) {
        facts.rows.append({{Cell{say(name), {}, true}, Cell{value}}});
    };
    row(Text::tr("Result"), say(resultText()));
    row(Text::tr("Site"), site.name);
    row(Text::tr("Upgrade"), site.sourceVersion.display() + u" \u2192 "_s + site.targetVersion.display());
    row(Text::tr("Procedure"), say(procedureText(m_run.procedure.kind)));
    row(Text::tr("Begun"), dateTime(m_state.begunAt()));
    row(Text::tr("Ended"), dateTime(ended()));
    if (isHeld())
        row(Text::tr("Held since"), dateTime(m_state.endedAt()));
    row(Text::tr("Doer"), peopleOf(u"doer"_s));
    row(Text::tr("Checker"), peopleOf(u"checker"_s));
    // The journal does not tell on which day the runbook was made.
    row(Text::tr("Document ID of the runbook"), say(Text::tr("ends with %1").arg(runbookIdEnd(m_run.procedure))));
    row(Text::tr("Plan fingerprint (as on the runbook)"), m_run.procedure.shortFingerprint());
    row(Text::tr("Journal"), QFileInfo(m_run.path).fileName());
    row(Text::tr("Report made"), dateTime(m_input.madeAt));
    Table signatures;
    signatures.title = say(Text::tr("Signatures"));
    signatures.columns = {
        {say(Text::tr("Doer")), 1}, {say(Text::tr("Checker")), 1}, {say(Text::tr("Approved by")), 1}};
    Row room{{Cell{}, Cell{}, Cell{}}};
    room.minHeight = 48;
    const QString date = say(Text::tr("Date:"));
    signatures.rows = {room, {{Cell{date}, Cell{date}, Cell{date}}}};
    m_document.cover = {facts, signatures};
}

void Writer::outcome()
{
    heading(Text::tr("Result"));
    const bool clean = m_state.end() == RunEnd::Done || m_state.end() == RunEnd::RolledBack;
    add(Paragraph{say(runEndText(m_state.end())), Paragraph::Style::Body});
    if (m_state.end() == RunEnd::Held || m_state.end() == RunEnd::Running)
        add(Paragraph{say(m_state.sideText()), Paragraph::Style::Warning});
    add(Paragraph{say(m_state.stateText()), clean ? Paragraph::Style::Body : Paragraph::Style::Warning});
    if (!m_state.ledger().empty()) { // the state speaks of this list: nobody shall have to look for it
        Table standing = openChanges();
        standing.title = say(Text::tr("Temporary changes that still stand"));
        add(standing);
    }

    int byWord = 0;
    for (const QString& id : m_state.stepsWith(StepStatus::Verified))
        byWord += m_state.record(id).byWord ? 1 : 0;
    Table table;
    table.columns = {{{}, 2}, {say(Text::tr("Planned")), 1}, {say(Text::tr("Actual")), 1}};
    const auto row = [&](const Text& name, const QString& planned, const QString& done) {
        table.rows.append({{Cell{say(name)}, Cell{planned}, Cell{done}}});
    };
    const auto count = [&](StepStatus status) { return say(Text::number(m_state.stepsWith(status).size())); };
    const auto& schedule = m_run.site.schedule;
    row(Text::tr("Begun"), dateTime(schedule.start.value_or(QDateTime())), dateTime(m_state.begunAt()));
    if (schedule.decideBy)
        row(Text::tr("Decide by (go on or back)"), dateTime(*schedule.decideBy), {});
    if (const int point = m_run.procedure.pointOfNoReturn(); point >= 0) {
        const Step& step = m_run.procedure.steps[point];
        const auto planned = m_input.chart.startOf(step.id);
        row(Text::tr("Point of no return passed"), planned ? dateTime(*planned) : plannedTime(step),
            dateTime(pointOfNoReturnAt()));
    }
    row(Text::tr("Ended"), dateTime(m_input.chart.plannedEnd().value_or(QDateTime())), dateTime(ended()));
    if (isHeld())
        row(Text::tr("Held since"), {}, dateTime(m_state.endedAt()));
    if (schedule.end)
        row(Text::tr("Must end by"), dateTime(*schedule.end), {});
    row(Text::tr("Time"), say(Text::minutes(m_input.chart.totalMinutes)), say(timeTaken()));
    row(Text::tr("Steps"), say(Text::number(m_run.procedure.steps.size())), count(StepStatus::Verified));
    row(Text::tr("Steps skipped"), {}, count(StepStatus::Skipped));
    row(Text::tr("Steps not needed"), {}, count(StepStatus::NotNeeded));
    row(Text::tr("Taken by the operator's word"), {},
        say(Text::tr("%1 (results of steps: %2)").arg(EvidenceParts(m_input, m_language, m_sheets).takenByWord()).arg(byWord)));
    row(Text::tr("Temporary changes that still stand"), {},
        say(Text::number(m_state.ledger().open().size())));
    add(table);
    const QDateTime last = m_run.read.records.last().time;
    const WorkCourse course = WorkCourse::from(m_state, m_input.chart, last);
    add(courseTable(course, m_input.chart, m_run.procedure, m_language));
    if (course.planMoved) {
        add(Paragraph{
            say(Text::tr("The plan is laid beside the run: it names no start, or one on another night.")),
            Paragraph::Style::Note});
    }
}

void Writer::sideBySide()
{
    add(Orientation{true});
    heading(Text::tr("Planned and done"));
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
    for (qsizetype i = 0; i < m_run.procedure.steps.size(); ++i) {
        const Step& step = m_run.procedure.steps[i];
        if (phase != step.phase)
            table.rows.append({{Cell{say(phaseText(step.phase)), {}, true}}});
        phase = step.phase;
        if (step.pointOfNoReturn)
            table.rows.append({{Cell{say(Text::tr("Point of no return")), {}, true}}, true});
        const StepRecord r = m_state.record(step.id);
        table.rows.append({{Cell{QString::number(i + 1)}, Cell{plannedTime(step)}, Cell{time(r.started)},
                            Cell{time(r.ended)}, actionCell(step), Cell{resultOf(step)}, Cell{r.doer},
                            Cell{checkerOf(step)}}});
    }
    add(Paragraph{say(Text::tr("\u2014 : the program records no checker here (on paper the checker ticks every step)")), Paragraph::Style::Note});
    add(table);
    add(Orientation{false});
}

void Writer::deviations()
{
    heading(Text::tr("Deviations"));
    Table table;
    table.columns = {{say(Text::tr("Time", "of day")), 2},
                     {say(Text::tr("What")), 1.6},
                     {say(Text::tr("Step")), 4},
                     {say(Text::tr("Reason or note")), 3}};
    bool held = false;
    QString lastStep;
    for (const JournalRecord& record : m_run.read.records) {
        // Without a word of its own: the program was killed, or the machine stopped. It stood at the step before.
        const bool brokenOff = record.kind == "run-resumed"_L1 && !std::exchange(held, false);
        held = held || record.kind == "run-held"_L1;
        const QString stood = std::exchange(lastStep, record.step.isEmpty() ? lastStep : record.step);
        const Text what = brokenOff ? Text::tr("Broken off, and continued") : deviationText(record.kind);
        if (what.isEmpty())
            continue;
        const QString note = record.kind == "ports-found"_L1
                                 ? portRanges(portsFromJson(record.data.value(u"ports"_s)))
                                 : say(record.note());
        table.rows.append({{Cell{dateTime(record.time)}, Cell{say(what)},
                            Cell{brokenOff && !stood.isEmpty() ? stepName(stood)
                                 : record.step.isEmpty() ? record.data.value(u"node"_s).toString(u"\u2014"_s)
                                                         : stepName(record.step)},
                            Cell{note.isEmpty() ? u"\u2014"_s : note}}});
    }
    if (table.rows.isEmpty())
        add(Paragraph{say(m_state.end() == RunEnd::Done ? Text::tr("None: every step was done in order, as planned.")
                                                         : Text::tr("None so far."))});
    else
        add(table);
}

/// What stands, and how it is taken back.
Table Writer::openChanges()
{
    Table table;
    table.columns = {{say(Text::tr("What stands")), 3},
                     {say(Text::tr("Since")), 1.6},
                     {say(Text::tr("How to undo it")), 5}};
    for (const ChangeLedger::Entry& entry : m_state.ledger().open()) {
        const QString how =
            entry.undo ? say(entry.undo->instruction) : say(Text::tr("As the procedure's later steps say."));
        Cell undo{how};
        if (entry.undo)
            m_sheets.put(undo, entry.undo->command);
        const QString node = entry.id.section(u':', 1);
        if (m_state.isExcluded(node) && !entry.id.startsWith("excluded:"_L1)) { // which says so itself
            undo.note =
                say(Text::tr("%1 was left out and may have another version: upgrade it first, and lift its "
                             "block last.")
                        .arg(node));
        }
        table.rows.append({{Cell{say(standingText(entry))}, Cell{dateTime(entry.since)}, undo}});
    }
    return table;
}

void Writer::ledger()
{
    heading(Text::tr("Temporary changes that still stand"));
    if (m_state.ledger().empty()) {
        add(Paragraph{say(Text::tr("None."))});
        return;
    }
    add(Paragraph{say(Text::tr("These changes must be taken back. They are listed with the result, on the first pages.")),
                  Paragraph::Style::Warning});
}

/// Whatever became of it later: what is undone leaves its traces, too.
bool Writer::begun(const QString& step) const
{
    return std::any_of(m_run.read.records.cbegin(), m_run.read.records.cend(), [&](const JournalRecord& record) {
        return record.step == step && record.kind == "step-started"_L1;
    });
}

/// Every time it was carried out.
bool Writer::doneByHand(const QString& step) const
{
    bool byHand = false;
    for (const JournalRecord& record : m_run.read.records) {
        if (record.step != step || record.kind != "step-executed"_L1)
            continue;
        if (!record.data.value(u"byHand"_s).toBool())
            return false;
        byHand = true;
    }
    return byHand;
}

void Writer::leftOnNodes()
{
    heading(Text::tr("Left on the nodes on purpose"));
    Table table;
    table.columns = {{say(Text::tr("Node")), 1.5},
                     {say(Text::tr("What it is")), 4},
                     {say(Text::tr("Path")), 5, Column::Align::Left, true}};
    for (const LeftOnNode& one : ruw::leftOnNodes(SiteFacts::from(m_run.site, m_run.survey), m_run.procedure)) {
        const Step* step = m_run.procedure.step(one.step);
        const bool printedOnNode = step->kind == StepKind::RunInstaller;
        if (!begun(one.step) || (printedOnNode && doneByHand(one.step)))
            continue;
        table.rows.append({{Cell{shownSafely(one.node)}, Cell{say(one.what)},
                            Cell{one.path.isEmpty() ? say(Text::tr("(where the operator put it)"))
                                                    : shownSafely(one.path)}}});
    }
    if (table.rows.isEmpty()) {
        add(Paragraph{say(Text::tr("None."))});
        return;
    }
    add(Paragraph{say(leftOnNodesText())});
    add(table);
}

void Writer::finalChecks()
{
    // Not the phase of that name, whose steps belong to the plan.
    heading(Text::tr("Confirmation after the end of the work"));
    if (m_state.finalChecks().isEmpty()) {
        add(Paragraph{say(Text::tr("The questions of the Finish page were not answered.")),
                      Paragraph::Style::Warning});
        return;
    }
    Table table;
    table.columns = {{say(Text::tr("Check")), 3.6},           {say(Text::tr("Result")), 1.6},
                     {say(Text::tr("Before the work")), 1.8}, {say(Text::tr("What was seen")), 3},
                     {say(Text::tr("Said by")), 1.3},         {say(Text::tr("Time", "of day")), 1.6}};
    const QString dash = u"\u2014"_s;
    const auto row = [&](const Text& text, const Text& before, const FinalCheck* said) {
        const bool byWord = said && said->seen.isEmpty();
        const Text result = !said ? Text::tr("not answered") : said->holds ? Text::tr("As it should be") : Text::tr("Not confirmed");
        const QString seen = !said ? dash : say(byWord ? Text::tr("(by the operator's word)") : said->seen);
        table.rows.append({{Cell{say(text)}, Cell{say(result)}, Cell{before.isEmpty() ? dash : say(before)}, Cell{seen},
                            Cell{byWord ? said->by : dash}, Cell{said ? dateTime(said->when) : dash}}});
    };
    QMap<QString, FinalCheck> said = m_state.finalChecks();
    for (const FinalQuestion& question : questions()) {
        const auto answer = said.constFind(question.id);
        row(answer == said.cend() ? question.text : answer->text, question.before, answer == said.cend() ? nullptr : &*answer);
        said.remove(question.id);
    }
    for (const FinalCheck& other : std::as_const(said)) // asked by another version of this program
        row(other.text, {}, &other);
    add(table);
}

/// The title with its command below, or where the command stands.
Cell Writer::actionCell(const Step& step) const
{
    const StepSheets::Cells cells = m_stepSheets.of(step);
    QStringList lines{say(step.title)};
    if (!cells.command.text.isEmpty())
        lines.append(cells.command.text);
    for (const StepSheets::Elsewhere& there : cells.elsewhere) {
        lines.append(shownSafely(there.node) + u": "_s +
                     (there.sheet.isEmpty() ? say(Text::tr("that of No %1").arg(there.number)) : there.sheet));
    }
    if (const QString check = cells.check.text + cells.check.command; !check.isEmpty())
        lines.append(say(Text::tr("Check with:")) + (check.contains(u'\n') ? u'\n' : u' ') + check);
    return {lines.join(u'\n'), cells.command.command};
}

void Writer::commands(bool withOutput)
{
    const QList<CommandSheets::Sheet> sheets = m_sheets.sheets();
    if (sheets.isEmpty())
        return;
    heading(withOutput ? Text::tr("Appendix: commands and output in full")
                       : Text::tr("Appendix: commands in full"));
    for (const CommandSheets::Sheet& sheet : sheets) {
        CommandBlock block = sheet.block;
        block.caption = sheet.title;
        add(block);
    }
}

Document Writer::write()
{
    m_document.language = m_language;
    m_document.rehearsal = m_run.siteKind == SiteKind::Simulated;
    m_document.title = say(Text::tr("Work report")); // markedTitle() says of which kind
    m_document.subtitle = say(Text::tr("%1: upgrade from %2 to %3")
                                  .arg(m_run.site.name)
                                  .arg(m_run.site.sourceVersion.display())
                                  .arg(m_run.site.targetVersion.display()));
    m_document.siteName = m_run.site.name;
    m_document.documentId = (m_document.rehearsal ? u"REH-REP-"_s : u"REP-"_s) +
                            m_state.begunAt().toString(u"yyyyMMdd"_s) + runbookIdEnd(m_run.procedure);
    m_document.fingerprint = m_run.procedure.shortFingerprint();
    m_document.author = m_state.doer();
    cover();
    outcome();
    deviations();
    EvidenceParts parts(m_input, m_language, m_sheets);
    append(parts.troubles());
    append(parts.mailFlow());
    append(parts.queues());
    ledger();
    leftOnNodes();
    finalChecks();
    sideBySide();
    append(parts.actions());
    append(parts.chain());
    commands(parts.outputOnSheets());
    return m_document;
}

} // namespace

Result<EvidenceInput> prepareEvidence(const QString& journalPath, const QDateTime& madeAt)
{
    Result<StoredRun> run = readRun(journalPath);
    if (!run)
        return run.error();
    RunState state = run->state();
    TimeChart chart = TimeChart::from(run->procedure, run->site);
    return EvidenceInput{std::move(run.value()), std::move(state), std::move(chart), madeAt};
}

Document evidenceDocument(const EvidenceInput& input, Language language)
{
    return Writer(input, language).write();
}

} // namespace ruw
