// The evidence report's sections on what was watched beside the work: mail flow and queues.

#include "core/base/Quote.h"
#include "core/report/ConditionTexts.h"
#include "core/report/EvidenceParts.h"
#include "core/run/MailFlow.h"
#include "core/run/QueueWatch.h"
#include "core/run/TestMailRun.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr double nodeShare = 1.4, stripShare = 8;

qint64 secondsOf(const QList<MailSpell>& spells, MailAnswer answer)
{
    qint64 seconds = 0;
    for (const MailSpell& spell : spells) {
        if (spell.answer == answer)
            seconds += spell.from.secsTo(spell.to);
    }
    return seconds;
}

bool isAboutQueue(ConditionKind kind)
{
    return kind == ConditionKind::QueueDrained || kind == ConditionKind::QueueDiskRoom;
}

/// One that never answered may be out of this machine's reach: then its silence says nothing.
bool everAnswered(const QList<MailSpell>& spells)
{
    return std::any_of(spells.cbegin(), spells.cend(), [](const MailSpell& spell) { return spell.answer == MailAnswer::Answers; });
}

/// The time in which nobody can say whether a node took mail.
Text notSeen()
{
    return Text::tr("Not seen");
}

/// Whom the mail flow was asked of, and what the drawing means where there is one.
Text howMailWasWatched(bool simulated, bool drawn)
{
    if (!drawn) {
        return Text::tr("The work machine, on which this program ran, asked on the SMTP port every ten seconds, and no node ever "
                        "answered it: whether they took mail could not be seen from there (below: \"%1\").")
            .arg(notSeen());
    }
    if (simulated) {
        return Text::tr("The simulated nodes were asked on their SMTP port, at intervals. Grey: it answered. Hatched: it did not "
                        "answer. A line: it was not seen.");
    }
    return Text::tr("Asked on the SMTP port every ten seconds, from the work machine, on which this program ran. "
                    "Grey: it answered. Hatched: it did not answer. A line: it was not seen from there.");
}

/// When sync of any node was cut first.
QDateTime cutAt(const RunState& state)
{
    QDateTime first;
    for (const Step& step : state.procedure().steps) {
        const StepRecord& r = state.record(step.id);
        if (state.procedure().isolates(step) && r.started.isValid() && (!first.isValid() || r.started < first))
            first = r.started;
    }
    return first;
}

/// What was in the queue when it was seen drained: mail that has come since. A bare figure would read as what is left.
Text whenDrained(const QueueSample& sample)
{
    if (sample.files == 0)
        return Text::tr("empty", "a queue");
    return Text::tr("nothing older left; newer: %1, %2", "in a queue: size, number of files")
        .arg(Text::bytes(sample.bytes))
        .arg(Text::tr("%1 files", "in a queue").arg(sample.files));
}

} // namespace

Text queuesHeading()
{
    return Text::tr("Queues: before, peak, drained");
}

QList<DocumentBlock> EvidenceParts::mailFlow() const
{
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Mail flow during the work"))}};
    const QMap<QString, QList<MailSpell>> flow = mailSpells(records());
    QDateTime from, to;
    for (const QList<MailSpell>& spells : flow) {
        for (const MailSpell& spell : spells) {
            from = from.isValid() ? std::min(from, spell.from) : spell.from;
            to = to.isValid() ? std::max(to, spell.to) : spell.to;
        }
    }
    if (flow.isEmpty()) {
        out.append(
            Paragraph{say(Text::tr("The mail flow was not watched in this run.")), Paragraph::Style::Note});
    } else {
        const double all = std::max<double>(1, double(from.msecsTo(to)));
        Table strip;
        strip.columns = {
            {say(Text::tr("Node")), nodeShare},
            {say(Text::tr("%1 to %2").arg(Text::dateTime(from)).arg(Text::dateTime(to))), stripShare}};
        Table figures;
        figures.columns = {{say(Text::tr("Node")), nodeShare},
                           {say(Text::tr("Answered")), 1.2, Column::Align::Right},
                           {say(Text::tr("Did not answer")), 1.2, Column::Align::Right},
                           {say(notSeen()), 1.2, Column::Align::Right},
                           {say(Text::tr("Did not answer from \u2013 to")), 4}};
        for (auto it = flow.cbegin(); it != flow.cend(); ++it) {
            const bool ever = everAnswered(*it);
            QList<MailSpell> spells = *it;
            for (MailSpell& spell : spells) {
                if (!ever)
                    spell.answer = MailAnswer::Unknown;
            }
            Cell bars;
            QStringList spans;
            for (const MailSpell& spell : spells) {
                const Stretch::Kind kind = spell.answer == MailAnswer::Answers  ? Stretch::Kind::Solid
                                           : spell.answer == MailAnswer::Silent ? Stretch::Kind::Hatched
                                                                                : Stretch::Kind::Thin;
                bars.strip.append(
                    {double(from.msecsTo(spell.from)) / all, double(from.msecsTo(spell.to)) / all, kind});
                if (spell.answer == MailAnswer::Silent)
                    spans.append(time(spell.from) + u"\u2013"_s + time(spell.to));
            }
            strip.rows.append({{Cell{it.key()}, bars}});
            const qint64 silence = secondsOf(spells, MailAnswer::Silent),
                         darkness = secondsOf(spells, MailAnswer::Unknown),
                         light = secondsOf(spells, MailAnswer::Answers);
            // The row adds up to the whole, and neither silence nor what nobody saw is ever made less than it was: the time in which
            // it answered gives way.
            const int silent = minutesOf(silence + 59), unseen = minutesOf(darkness + 59);
            const int whole = std::max(silent + unseen, minutesOf(light + silence + darkness + 59));
            const int answered = whole - silent - unseen;
            const auto minutes = [&](int value) { return Cell{say(Text::minutes(value))}; };
            figures.rows.append({{Cell{it.key()}, minutes(answered), minutes(silent),
                                  minutes(unseen),
                                  Cell{spans.isEmpty() ? u"\u2014"_s : spans.join(u'\n')}}});
        }
        const bool drawn = simulated() || std::any_of(flow.cbegin(), flow.cend(), everAnswered); // else there are but lines
        out.append(Paragraph{say(howMailWasWatched(simulated(), drawn))});
        if (simulated())
            out.append(Paragraph{say(Text::tr("In a rehearsal the simulated clock runs faster. The faster it runs, the more time lies between "
                                              "two questions."))});
        if (drawn) {
            out.append(strip);
            out.append(Paragraph{say(Text::tr("The port is asked at intervals: what lay between two questions does not show.")),
                                 Paragraph::Style::Note});
        }
        out.append(figures);
        out.append(Paragraph{say(Text::tr("Times without an answer, and times not seen, are rounded up to whole minutes.")),
                             Paragraph::Style::Note});
    }
    if (const Table words = tableOfWords(Text::tr("SMTP answers by the doer's word"), askedOnSmtp); !words.rows.isEmpty())
        out.append(words);
    Table mails;
    mails.title = say(Text::tr("Test mails"));
    mails.columns = {{say(Text::tr("Time", "of day")), 1.5, Column::Align::Center},
                     {say(Text::tr("When")), 1.6},
                     {say(Text::tr("Node")), nodeShare},
                     {say(Text::tr("Id of the mail")), 3.4, Column::Align::Left, true},
                     {say(Text::tr("What the node said")), 3.4}};
    QDate day;
    for (const JournalRecord& record : records()) {
        const auto result =
            record.kind == "test-mail"_L1 ? TestMailResult::fromJson(record.data) : std::nullopt;
        if (!result)
            continue;
        Cell said{say(result->accepted ? Text::tr("Taken") : Text::tr("Not taken"))};
        said.note = result->said;
        Cell id{result->mail.id};
        id.note = result->mail.from + u" \u2192 "_s + result->mail.to;
        mails.rows.append({{timeCell(result->mail.when, day), Cell{say(momentText(result->moment))},
                            Cell{result->node}, id, said}});
    }
    if (!mails.rows.isEmpty())
        out.append(mails);
    return out;
}

Table EvidenceParts::tableOfWords(const Text& title, bool (*about)(ConditionKind)) const
{
    Table table;
    table.title = say(title);
    table.columns = {{say(Text::tr("Time", "of day")), 1.5, Column::Align::Center},
                     {say(Text::tr("Step")), 3},
                     {say(Text::tr("Expected", "state that a step needs")), 3.4},
                     {say(Text::tr("What was seen and said")), 4}};
    QDate day;
    for (const JournalRecord& record : records()) {
        if (record.kind == "trouble-settled"_L1) // repeats what was seen before it
            continue;
        for (const QJsonObject& observation : observationsOf(record)) {
            const auto kind = conditionKindFromCode(observation.value(u"kind"_s).toString());
            if (!observation.value(u"byWord"_s).toBool() || !kind || !about(*kind))
                continue;
            QList<Text> seen{Text::fromJson(observation.value(u"seen"_s))};
            if (record.kind == "step-confirmed"_L1) // his consent to the step was the word
                seen.append(Text::tr("By starting the step the doer vouched for it."));
            table.rows.append({{timeCell(record.time, day), Cell{stepName(record.step)},
                                Cell{say(Text::fromJson(observation.value(u"condition"_s)))},
                                Cell{say(Text::lines(seen))}}});
        }
    }
    return table;
}

/// Mail is kept back in the queues by this work.
bool EvidenceParts::pilesUp() const
{
    return SiteFacts::from(m_input.run.site, m_input.run.survey).countsAsDataSyncOn() && keepsMailFlowing(m_input.run.procedure.kind);
}

QList<DocumentBlock> EvidenceParts::queues() const
{
    QMap<QString, QueueSeries> series;
    for (const JournalRecord& record : records()) {
        if (record.kind != "queue-sample"_L1)
            continue;
        if (const auto sample = QueueSample::fromJson(record.data))
            series[sample->node].add(*sample);
    }
    const SiteFacts facts = SiteFacts::from(m_input.run.site, m_input.run.survey);
    const RunState& state = m_input.state;
    QList<DocumentBlock> out;
    if (!pilesUp())
        return out;
    out.append(Heading{1, say(queuesHeading())});
    Table table;
    table.columns = {{say(Text::tr("Node")), nodeShare},   {say(Text::tr("Before")), 1.7},
                     {say(Text::tr("Peak")), 1.7},         {say(Text::tr("First look after the restoring began")), 2.9},
                     {say(Text::tr("First look that saw it drained")), 2.6}, {say(Text::tr("Lowest free disk space")), 1.9}};
    const QDateTime cut = cutAt(state);
    const auto figures = [&](const QueueSample& sample) {
        Cell cell{say(Text::lines({Text::bytes(sample.bytes), Text::tr("%1 files", "in a queue").arg(sample.files)}))};
        cell.note = time(sample.when);
        return cell;
    };
    const Cell none{u"\u2014"_s};
    for (const Node& node : facts.site.slaves()) {
        const auto found = series.constFind(node.name);
        if (found == series.cend()) {
            const Text why = node.access == AccessKind::Ssh && !node.queueDir.isEmpty()
                                 ? Text::tr("not seen")
                                 : Text::tr("can't be seen from the work machine");
            table.rows.append({{Cell{node.name}, Cell{say(why)}, none, none, none, none}});
            continue;
        }
        const QDateTime lifted = state.liftedAt(node.name);
        Cell before = none, atLift = none, drained = none, least = none;
        std::optional<qint64> leastFree;
        for (const QueueSample& sample : found->samples()) {
            if (!cut.isValid() || sample.when <= cut)
                before = figures(sample);
            if (sample.freeBytes)
                leastFree = std::min(leastFree.value_or(*sample.freeBytes), *sample.freeBytes);
            if (!lifted.isValid() || sample.when < lifted)
                continue;
            if (atLift.note.isEmpty())
                atLift = figures(sample);
            if (drained.note.isEmpty() && sample.drainedSince(lifted)) {
                drained = Cell{say(whenDrained(sample))};
                drained.note = time(sample.when);
                const qint64 seconds = sample.when.toSecsSinceEpoch() - lifted.toSecsSinceEpoch(); // of the times as they are printed
                drained.note += u'\n' + say(Text::tr("%1 after the restoring of sync began at %2").arg(Text::span(seconds)).arg(time(lifted)));
            }
        }
        if (leastFree)
            least.text = say(Text::bytes(*leastFree));
        if (lifted.isValid() && drained.note.isEmpty())
            drained.text = say(Text::tr("not seen drained"));
        table.rows.append({{Cell{node.name}, before, figures(*found->peak()), atLift, drained, least}});
    }
    out.append(Paragraph{
        say(Text::tr("Drained: no file in the queue was older than the moment at which the restoring of sync "
                     "began; newer ones may be in it. The figures are those of the times shown; in between they may have been "
                     "others."))});
    out.append(table);
    if (const Table words = tableOfWords(Text::tr("Queues by the doer's word"), isAboutQueue); !words.rows.isEmpty())
        out.append(words);
    return out;
}

} // namespace ruw
