// The evidence report's sections on what is left when the work is over: changes that stand, files on the nodes, the last checks.

#include "core/base/Quote.h"
#include "core/plan/LeftOnNodes.h"
#include "core/report/EvidenceParts.h"
#include "core/run/Observation.h"
#include "core/run/Standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

/// What stands, and how it is taken back.
Table EvidenceParts::openChanges()
{
    Table table;
    table.columns = {{say(Text::tr("What stands")), 3},
                     {say(Text::tr("Since")), 1.6},
                     {say(Text::tr("How to undo it")), 5}};
    for (const ChangeLedger::Entry& entry : m_input.state.ledger().open()) {
        const QString how =
            entry.undo ? say(entry.undo->instruction) : say(Text::tr("As the procedure's later steps say."));
        Cell undo{how};
        if (entry.undo)
            m_sheets.put(undo, entry.undo->command);
        const QString node = entry.id.section(u':', 1);
        if (m_input.state.isExcluded(node) && !entry.id.startsWith("excluded:"_L1)) { // which says so itself
            undo.note =
                say(Text::tr("%1 was left out and may have another version: upgrade it first, and lift its "
                             "block last.")
                        .arg(node));
        }
        table.rows.append({{Cell{say(standingText(entry))}, Cell{dateTime(entry.since)}, undo}});
    }
    return table;
}

EvidenceParts::TakenBack EvidenceParts::takenBack() const
{
    TakenBack out;
    for (const Step& step : m_input.run.procedure.steps) {
        const StepStatus status = m_input.state.record(step.id).status;
        const bool closed = status == StepStatus::Verified && !step.closesLedger.isEmpty();
        const bool undone = status == StepStatus::RolledBack && !step.opensLedger.isEmpty();
        if (!closed && !undone)
            continue;
        ++out.all;
        const auto kind = undone ? "step-rolled-back"_L1 : "step-verified"_L1;
        const auto last = std::find_if(records().crbegin(), records().crend(), [&](const JournalRecord& record) {
            return record.step == step.id && record.kind == kind;
        });
        const bool told = last != records().crend();
        if (undone && (!told || !last->data.contains(u"byWord"_s))) { // an older journal: as the step itself could be judged
            out.withWord += step.byWord ? 1 : 0;
            out.seen += step.byWord ? 0 : 1;
            continue;
        }
        if (!told)
            continue;
        bool word = last->data.value(u"byWord"_s).toBool(), seen = undone && last->data.value(u"seen"_s).toBool();
        for (const QJsonObject& observation : observationsOf(*last)) {
            const bool said = observation.value(u"byWord"_s).toBool();
            word = word || said;
            seen = seen || (!said && observation.value(u"verdict"_s).toString() == verdictCode(Observation::Verdict::Holds));
        }
        out.withWord += word ? 1 : 0;
        out.seen += seen ? 1 : 0;
    }
    return out;
}

Text EvidenceParts::qualified(const Text& nothingStands) const
{
    const TakenBack back = takenBack();
    if (!m_input.state.ledger().empty() || back.withWord == 0)
        return nothingStands;
    QString sentence = say(nothingStands); // its full stop goes behind the bracket
    if (sentence.endsWith(u'.') || sentence.endsWith(u'\u3002'))
        sentence.chop(1);
    if (back.seen == 0)
        return Text::tr("By the journal: %1 (by the doer's word, not seen by the program).").arg(sentence);
    return Text::tr("By the journal: %1 (of %2 temporary changes that were taken back, %3 wholly or in part by the doer's word).")
        .arg(sentence)
        .arg(back.all)
        .arg(back.withWord);
}

Text EvidenceParts::numberStanding() const
{
    const TakenBack back = takenBack();
    const Text number = Text::number(m_input.state.ledger().open().size());
    if (!m_input.state.ledger().empty() || back.withWord == 0)
        return number;
    return (back.seen == 0 ? Text::tr("%1 (by word)") : Text::tr("%1 (in part by word)")).arg(number);
}

QList<DocumentBlock> EvidenceParts::ledger()
{
    QList<DocumentBlock> out;
    out.append(Heading{1, say(Text::tr("Temporary changes that still stand"))});
    if (m_input.state.ledger().empty()) {
        out.append(Paragraph{say(qualified(Text::tr("None.", "temporary changes that still stand")))});
        return out;
    }
    out.append(Paragraph{say(Text::tr("These changes must be taken back. They are listed with the result, on the first pages.")),
                  Paragraph::Style::Warning});
    return out;
}

/// Whatever became of it later: what is undone leaves its traces, too.
bool EvidenceParts::begun(const QString& step) const
{
    return std::any_of(records().cbegin(), records().cend(), [&](const JournalRecord& record) {
        return record.step == step && record.kind == "step-started"_L1;
    });
}

/// Every time it was carried out.
bool EvidenceParts::doneByHand(const QString& step) const
{
    bool byHand = false;
    for (const JournalRecord& record : records()) {
        if (record.step != step || record.kind != "step-executed"_L1)
            continue;
        if (!record.data.value(u"byHand"_s).toBool())
            return false;
        byHand = true;
    }
    return byHand;
}

QList<DocumentBlock> EvidenceParts::leftOnNodes()
{
    QList<DocumentBlock> out;
    out.append(Heading{1, say(Text::tr("Left on the nodes on purpose"))});
    Table table;
    table.columns = {{say(Text::tr("Node")), 1.5},
                     {say(Text::tr("What it is")), 4},
                     {say(Text::tr("Path")), 5, Column::Align::Left, true}};
    for (const LeftOnNode& one : ruw::leftOnNodes(SiteFacts::from(m_input.run.site, m_input.run.survey), m_input.run.procedure)) {
        const Step* step = m_input.run.procedure.step(one.step);
        const bool printedOnNode = step->kind == StepKind::RunInstaller;
        if (!begun(one.step) || (printedOnNode && doneByHand(one.step)))
            continue;
        table.rows.append({{Cell{shownSafely(one.node)}, Cell{say(one.what)},
                            Cell{one.path.isEmpty() ? say(Text::tr("(where the doer put it)"))
                                                    : shownSafely(one.path)}}});
    }
    if (table.rows.isEmpty()) {
        out.append(Paragraph{say(Text::tr("None."))});
        return out;
    }
    out.append(Paragraph{say(simulated() ? Text::tr("In this rehearsal these files lie on simulated nodes only. On the real ones "
                                                    "there is nothing to remove.")
                                         : leftOnNodesText())});
    out.append(table);
    return out;
}

/// What a step of the preparation recorded of the same; empty: none did.
Text EvidenceParts::recordedBefore(const FinalQuestion& question) const
{
    if (!question.condition || question.condition->kind == ConditionKind::QueueDrained) // whose lifting was another one then
        return {};
    for (const JournalRecord& record : records()) {
        const Step* step = record.kind == "step-verified"_L1 ? m_input.run.procedure.step(record.step) : nullptr;
        if (!step || step->phase != Phase::Prepare || record.data.value(u"answerYes"_s) == QJsonValue(false))
            continue;
        for (const QJsonObject& observation : observationsOf(record)) {
            if (observation.value(u"verdict"_s).toString() == verdictCode(Observation::Verdict::Broken) ||
                Text::fromJson(observation.value(u"condition"_s)) != question.text)
                continue;
            return (observation.value(u"byWord"_s).toBool() ? Text::tr("as it should be (by word, No. %1)", "before the work")
                                                            : Text::tr("as it should be (No. %1)", "before the work"))
                .arg(stepNumber(step->id));
        }
    }
    return {};
}

/// What was so before the work; that it was entered and not read on the node is said with it.
Text EvidenceParts::beforeTheWork(const FinalQuestion& question) const
{
    if (question.before.isEmpty())
        return recordedBefore(question);
    if (!question.condition || question.condition->kind != ConditionKind::VersionIs)
        return question.before;
    const NodeSurvey* survey = m_input.run.survey.node(question.condition->node);
    const bool read = survey && survey->version.source == FactSource::Detected;
    return read ? question.before : Text::tr("%1 (entered)", "version").arg(question.before);
}

/// What was answered to the same question by a step: left open afterwards, it is not as if nobody had looked.
Text EvidenceParts::saidDuringTheWork(const FinalQuestion& question) const
{
    for (const Step& step : m_input.run.procedure.steps) {
        const bool same = step.kind == StepKind::Confirm && step.id == stepKindCode(step.kind) + u'-' + question.id;
        if (same && m_input.state.record(step.id).status == StepStatus::Verified)
            return Text::tr("during the work: yes (No. %1)").arg(stepNumber(step.id));
    }
    return {};
}

QList<DocumentBlock> EvidenceParts::finalChecks()
{
    QList<DocumentBlock> out;
    // Not the phase of that name, whose steps belong to the plan.
    out.append(Heading{1, say(Text::tr("Confirmation after the end of the work"))});
    if (m_input.state.finalChecks().isEmpty()) {
        out.append(Paragraph{say(Text::tr("No confirmation after the end was recorded.")), Paragraph::Style::Warning});
        return out;
    }
    Table table;
    table.columns = {{say(Text::tr("Check")), 3.4},           {say(Text::tr("Result")), 1.5},
                     {say(Text::tr("Before the work")), 1.8}, {say(Text::tr("What was seen")), 3},
                     {say(Text::tr("Said by")), 1.2},         {say(Text::tr("Time", "of day")), 2.3}};
    const QString dash = u"\u2014"_s;
    bool notRecorded = false;
    const auto row = [&](const Text& text, const Text& before, const FinalCheck* said, const Text& note = {}) {
        notRecorded = notRecorded || before.isEmpty();
        const bool byWord = said && said->seen.isEmpty();
        const bool answered = said && !isTakenBack(*said);
        const Text result = !answered ? Text::tr("Not answered") : said->holds ? Text::tr("As it should be") : Text::tr("Not confirmed");
        const QString seen = !said ? dash : say(byWord ? Text::tr("(by the doer's word)") : said->seen);
        Cell answer{say(result)};
        answer.note = say(said && !answered ? Text::tr("a tick was taken back") : note);
        table.rows.append({{Cell{say(text)}, answer, Cell{before.isEmpty() ? dash : say(before)}, Cell{seen},
                            Cell{byWord ? said->by : dash}, Cell{said ? dateTime(said->when) : dash}}});
    };
    QMap<QString, FinalCheck> said = m_input.state.finalChecks();
    for (const FinalQuestion& question : questions()) {
        const auto answer = said.constFind(question.id);
        if (answer == said.cend())
            row(question.text, beforeTheWork(question), nullptr, saidDuringTheWork(question));
        else
            row(answer->text, beforeTheWork(question), &*answer);
        said.remove(question.id);
    }
    for (const FinalCheck& other : std::as_const(said)) // asked by another version of this program
        row(other.text, {}, &other);
    if (notRecorded)
        out.append(Paragraph{say(Text::tr("\u2014 under \"%1\": nothing of it was recorded before the work.")
                                     .arg(Text::tr("Before the work"))),
                             Paragraph::Style::Note});
    out.append(table);
    return out;
}

QList<FinalQuestion> EvidenceParts::questions() const
{
    return finalQuestions(m_input.state, SiteFacts::from(m_input.run.site, m_input.run.survey));
}

OpenQuestions EvidenceParts::openQuestions() const
{
    return openFinalQuestions(m_input.state, SiteFacts::from(m_input.run.site, m_input.run.survey));
}

} // namespace ruw
