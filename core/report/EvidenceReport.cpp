#include "core/report/EvidenceReport.h"

#include "core/base/Quote.h"
#include "core/report/EvidenceCourse.h"
#include "core/report/EvidenceParts.h"
#include "core/report/HeadingNumbers.h"
#include "core/report/PaperNames.h"
#include "core/report/Runbook.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// What a rehearsal's report says first.
Text touchedNothing()
{
    return Text::tr("REHEARSAL on a simulated site: no server was touched.");
}

class Writer {
public:
    Writer(const EvidenceInput& input, Language language)
        : m_input(input), m_run(input.run), m_state(input.state), m_language(language), m_numbers(language),
          m_parts(input, language)
    {
    }
    Document write();

private:
    QString say(const Text& text) const { return text.render(m_language); }
    QString dateTime(const QDateTime& when) const { return m_parts.dateTime(when); }
    void add(DocumentBlock block)
    {
        if (auto* heading = std::get_if<Heading>(&block))
            *heading = m_numbers.next(heading->level, Text::verbatim(heading->text));
        m_document.body.append(std::move(block));
    }
    void heading(const Text& text) { add(Heading{1, say(text)}); }

    /// A run that is held has not ended.
    bool isHeld() const { return m_state.end() == RunEnd::Held; }
    QDateTime ended() const { return isHeld() ? QDateTime() : m_state.endedAt(); }
    Text timeTaken() const;
    qint64 secondsHeld(const QDateTime& until) const;
    QDateTime lastSeen() const;
    QDateTime pointOfNoReturnAt() const;
    QString peopleOf(const QString& key) const;
    Text resultText() const;
    /// The name of a moment of the run; of a rehearsal with whose clock told it.
    Text ofRun(const Text& moment) const
    {
        return m_document.rehearsal ? Text::tr("%1 (simulated time)").arg(moment) : moment;
    }
    void cover();
    void outcome();
    void fullNames(const PaperNames& names);
    void commands();
    void append(const QList<DocumentBlock>& blocks)
    {
        for (const DocumentBlock& block : blocks)
            add(block);
    }

    const EvidenceInput& m_input;
    const StoredRun& m_run;
    const RunState& m_state;
    Language m_language;
    HeadingNumbers m_numbers;
    Document m_document;
    EvidenceParts m_parts;
    qsizetype m_fullNames = -1; ///< the block of the body in which the names stand in full
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

/// How the run ended, and what of its end nobody has confirmed.
Text Writer::resultText() const
{
    const Text end = runEndText(m_state.end());
    if (!m_state.isOver())
        return end;
    if (m_state.finalChecks().isEmpty())
        return Text::tr("%1 (no confirmation after the end was recorded)").arg(end);
    const auto [denied, unanswered] = m_parts.openQuestions();
    if (denied == 0 && unanswered == 0)
        return end;
    if (denied == 0)
        return Text::tr("%1 (confirmation after the end: %2 not answered)").arg(end).arg(qint64(unanswered));
    if (unanswered == 0)
        return Text::tr("%1 (confirmation after the end: %2 not confirmed)").arg(end).arg(qint64(denied));
    return Text::tr("%1 (confirmation after the end: %2 not confirmed, %3 not answered)")
        .arg(end)
        .arg(qint64(denied))
        .arg(qint64(unanswered));
}

void Writer::cover()
{
    const Site& site = m_run.site;
    Table facts;
    facts.columns = {{{}, 1}, {{}, 3}};
    const auto row = [&](const Text& name, const QString& value) {
        facts.rows.append({{Cell{say(name), {}, true}, Cell{value}}});
    };
    row(Text::tr("Document ID"), m_document.documentId);
    row(Text::tr("Result"), say(resultText()));
    row(Text::tr("Site"), site.name);
    row(Text::tr("Upgrade"), site.sourceVersion.display() + u" \u2192 "_s + site.targetVersion.display());
    row(Text::tr("Procedure"), say(procedureText(m_run.procedure.kind)));
    row(ofRun(Text::tr("Begun")), dateTime(m_state.begunAt()));
    row(ofRun(Text::tr("Ended")), dateTime(ended()));
    if (isHeld())
        row(ofRun(Text::tr("Held since")), dateTime(m_state.endedAt()));
    row(Text::tr("Doer"), peopleOf(u"doer"_s));
    row(Text::tr("Checker"), peopleOf(u"checker"_s));
    if (m_document.rehearsal) { // planned for what is simulated: no runbook of the real work has it
        row(Text::tr("Plan fingerprint (of the rehearsal)"), m_run.procedure.shortFingerprint());
    } else {
        // The journal does not tell on which day the runbook was made.
        row(Text::tr("Document ID of the runbook"),
            say(Text::tr("RUW-________________%1 (copy the eight digits from the document ID on the runbook's cover)")
                    .arg(runbookIdEnd(m_run.procedure))));
        row(Text::tr("Plan fingerprint (as on the runbook)"), m_run.procedure.shortFingerprint());
    }
    row(Text::tr("Journal"), QFileInfo(m_run.path).fileName());
    row(m_document.rehearsal ? Text::tr("Report made (real time)") : Text::tr("Report made"),
        dateTime(m_parts.byTheJournalsClock(m_input.madeAt)));
    Table signatures;
    signatures.title = say(Text::tr("Signatures"));
    signatures.columns = {
        {say(Text::tr("Doer")), 1}, {say(Text::tr("Checker")), 1}, {say(Text::tr("Approved by")), 1}};
    Row room{{Cell{}, Cell{}, Cell{}}};
    room.minHeight = 48;
    const QString date = say(Text::tr("Date:"));
    signatures.rows = {room, {{Cell{date}, Cell{date}, Cell{date}}}};
    m_document.cover = {facts, signatures, Paragraph{say(madeWith()), Paragraph::Style::Note}};
    if (m_document.rehearsal) {
        m_document.cover.prepend(
            Paragraph{say(Text::tr("This report tells of the rehearsal's own plan: in the runbook of the real work, steps and command "
                                   "sheets may have other numbers.")),
                      Paragraph::Style::Note});
        m_document.cover.prepend(Paragraph{say(touchedNothing()), Paragraph::Style::Body});
    }
}

void Writer::outcome()
{
    heading(Text::tr("Result"));
    if (m_document.rehearsal) {
        add(Paragraph{say(touchedNothing()), Paragraph::Style::Body});
        add(Paragraph{say(Text::tr("All times are those of the simulated clock; only the time at which this report was made (on the "
                                   "cover) is a real one.")),
                      Paragraph::Style::Body});
    }
    const bool clean = m_state.end() == RunEnd::Done || m_state.end() == RunEnd::RolledBack;
    add(Paragraph{say(resultText()), Paragraph::Style::Body}); // as on the cover
    if (m_state.end() == RunEnd::Held || m_state.end() == RunEnd::Running)
        add(Paragraph{say(m_state.sideText()), Paragraph::Style::Warning});
    const Text state = m_state.isOver() ? m_parts.qualified(m_state.stateText()) : m_state.stateText();
    add(Paragraph{say(state), clean ? Paragraph::Style::Body : Paragraph::Style::Warning});
    if (!m_state.ledger().empty()) { // the state speaks of this list: nobody shall have to look for it
        Table standing = m_parts.openChanges();
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
    const auto planned = [&](const std::optional<QDateTime>& when) {
        return dateTime(m_parts.byTheJournalsClock(when.value_or(QDateTime())));
    };
    row(ofRun(Text::tr("Begun")), planned(schedule.start), dateTime(m_state.begunAt()));
    if (schedule.decideBy)
        row(Text::tr("Time to decide (go on or back)"), planned(schedule.decideBy), {});
    if (const int point = m_run.procedure.pointOfNoReturn(); point >= 0) {
        const Step& step = m_run.procedure.steps[point];
        const auto start = m_input.chart.startOf(step.id);
        row(ofRun(Text::tr("Point of no return passed")), start ? planned(start) : m_parts.plannedTime(step),
            dateTime(pointOfNoReturnAt()));
    }
    row(ofRun(Text::tr("Ended")), planned(m_input.chart.plannedEnd()), dateTime(ended()));
    if (isHeld())
        row(ofRun(Text::tr("Held since")), {}, dateTime(m_state.endedAt()));
    if (schedule.end)
        row(Text::tr("Latest end"), planned(schedule.end), {});
    row(Text::tr("Time"), say(Text::minutes(m_input.chart.totalMinutes)), say(timeTaken()));
    row(Text::tr("Steps"), say(Text::number(m_run.procedure.steps.size())), count(StepStatus::Verified));
    row(Text::tr("Steps skipped"), {}, count(StepStatus::Skipped));
    row(Text::tr("Steps not needed"), {}, count(StepStatus::NotNeeded));
    row(Text::tr("Taken by the doer's word"), {},
        say(Text::tr("%1 (steps judged by it: %2)").arg(m_parts.takenByWord()).arg(byWord)));
    row(Text::tr("Temporary changes that still stand"), {},
        say(m_parts.numberStanding()));
    add(table);
    const QDateTime last = m_run.read.records.last().time;
    const WorkCourse course = WorkCourse::from(m_state, m_input.chart, last);
    add(courseTable(course, m_input.chart, m_run.procedure, pointOfNoReturnAt(), m_language));
    if (course.planMoved) {
        add(Paragraph{
            say(Text::tr("The plan is shown from the actual start of the run: its own start is not entered, or lies on another night.")),
            Paragraph::Style::Note});
    }
}

/// What the servers are called here, as in the runbook, and in full. Nothing where their names are short enough.
void Writer::fullNames(const PaperNames& names)
{
    if (!names.inUse())
        return;
    add(Paragraph{say(names.note()), Paragraph::Style::Body});
    Table table;
    table.columns = {{say(Text::tr("Node")), 1}, {say(Text::tr("Name in full")), 3}};
    for (const Node& node : m_run.site.nodes) {
        const QString full = shownSafely(node.name);
        table.rows.append({{Cell{names.shortOf.value(full)}, Cell{full}}});
    }
    m_fullNames = m_document.body.size();
    add(table);
}

void Writer::commands()
{
    const QList<CommandSheets::Sheet> sheets = m_parts.sheets();
    if (sheets.isEmpty())
        return;
    m_document.body.append(
        m_numbers.appendix(m_parts.outputOnSheets() ? Text::tr("Commands and output in full") : Text::tr("Commands in full")));
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
    m_document.subtitle = say(Text::tr("m-FILTER upgrade from %1 to %2 with settings sync")
                                  .arg(m_run.site.sourceVersion.display())
                                  .arg(m_run.site.targetVersion.display()));
    m_document.siteName = m_run.site.name;
    // With the minute: a plan may be carried out twice on one day, after it was gone back from.
    m_document.documentId = (m_document.rehearsal ? u"REH-REP-"_s : u"REP-"_s) +
                            m_state.begunAt().toString(u"yyyyMMdd-HHmm"_s) + runbookIdEnd(m_run.procedure);
    m_document.fingerprint = m_run.procedure.shortFingerprint();
    m_document.author = m_state.doer();
    const PaperNames names = PaperNames::of(m_run.site);
    cover();
    add(Contents{say(Text::tr("Contents"))}); // the result stands on the same page: nobody has to turn one for it
    outcome();
    fullNames(names);
    append(m_parts.faultsPlayed());
    append(m_parts.rehearsed());
    append(m_parts.acceptedWarnings());
    append(m_parts.deviations());
    append(m_parts.troubles());
    append(m_parts.mailFlow());
    append(m_parts.queues());
    append(m_parts.ledger());
    append(m_parts.leftOnNodes());
    append(m_parts.finalChecks());
    append(m_parts.sideBySide());
    append(m_parts.actions());
    append(m_parts.chain());
    commands();
    names.applyTo(m_document, m_fullNames);
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
