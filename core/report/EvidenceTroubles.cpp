// The evidence report's sections on what went wrong: the faults of a rehearsal, troubles and alarms, and what became of them.

#include "core/report/EvidenceParts.h"
#include "core/run/Cause.h"
#include "core/run/ConfirmationGate.h"
#include "core/run/Notices.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ruw {

/// What the journal tells of the step after it was chosen what to do about a trouble at it.
Text EvidenceParts::endOfTrouble(qsizetype settled) const
{
    const JournalRecord& trouble = records()[settled];
    const Step* step = m_input.run.procedure.step(trouble.step);
    for (qsizetype i = settled + 1; i < records().size(); ++i) {
        const JournalRecord& later = records()[i];
        const Text when = Text::verbatim(time(later.time));
        if (later.kind == "node-excluded"_L1 && step && later.data.value(u"node"_s).toString() == step->node)
            return Text::tr("Then left out with its node at %1").arg(when);
        if (later.step != trouble.step)
            continue;
        if (later.kind == "trouble-settled"_L1)
            return Text::tr("Then another trouble; what to do was chosen at %1").arg(when);
        if (later.kind == "step-verified"_L1 && later.data.value(u"answerYes"_s) == QJsonValue(false))
            return Text::tr("Then judged not to be so, at %1: another step was needed").arg(when);
        if (later.kind == "step-verified"_L1) {
            return (later.data.value(u"byWord"_s).toBool() ? Text::tr("Then accepted by word at %1")
                                                            : Text::tr("Then judged as expected at %1"))
                .arg(when);
        }
        if (later.kind == "step-skipped"_L1)
            return Text::tr("Then skipped at %1").arg(when);
        if (later.kind == "step-rolled-back"_L1)
            return Text::tr("Then undone at %1").arg(when);
    }
    const bool wentBack = remedyFromCode(trouble.data.value(u"chosen"_s).toString()) == Remedy::Rollback;
    if (wentBack && m_input.state.end() == RunEnd::RolledBack)
        return Text::tr("Then the work went back");
    if (step && m_input.state.record(step->id).status == StepStatus::NotNeeded)
        return Text::tr("Then not needed any more");
    return Text::tr("Open when this report was made");
}

/// When a trouble about which something was chosen then had been seen first; invalid: the journal keeps no more of it.
QDateTime EvidenceParts::firstSeen(qsizetype settled) const
{
    const JournalRecord& trouble = records()[settled];
    const QJsonValue what = trouble.data.value(u"what"_s);
    QDateTime first;
    for (qsizetype i = settled - 1; i >= 0; --i) {
        const JournalRecord& before = records()[i];
        if (before.step != trouble.step)
            continue;
        const bool noticed = before.kind == "noticed"_L1 && before.data.value(u"note"_s) == what;
        const bool looked = before.kind == "step-failed"_L1 || before.kind == "undo-executed"_L1;
        const bool again = before.kind == "trouble-settled"_L1 && before.data.value(u"what"_s) == what; // looked at once more
        if (!noticed && !looked && !again)
            break;
        if (!again)
            first = before.time;
    }
    return first;
}

/// Going back, the steps come in the reverse of their order: what happened last is at the step, or at the nearest one after it.
qsizetype EvidenceParts::causeOnTheWayBack(const QString& step) const
{
    const QList<PlayedFault>& faults = *m_input.faults;
    const Procedure& procedure = m_input.run.procedure;
    qsizetype nearest = -1;
    for (qsizetype i = 0; i < faults.size(); ++i) {
        const int place = procedure.number(faults[i].step);
        if (faults[i].happened && place > 0 && place >= procedure.number(step) &&
            (nearest < 0 || place <= procedure.number(faults[nearest].step)))
            nearest = i;
    }
    return nearest;
}

bool EvidenceParts::mayHaveMade(qsizetype fault, const JournalRecord& record) const
{
    const qsizetype nearest = m_goingBack.contains(record.seq) ? causeOnTheWayBack(record.step) : -1;
    if (nearest >= 0)
        return nearest == fault;
    QList<std::optional<QString>> places;
    for (const PlayedFault& one : *m_input.faults)
        places.append(one.happened ? std::optional(one.step) : std::nullopt);
    return causeOf(record.step, places, m_input.run.procedure) == fault;
}

/// Where in the journal a fault shows: at the first of what is put down to it, or where its step began. Behind all records: nowhere.
qsizetype EvidenceParts::whenPlayed(qsizetype fault) const
{
    const PlayedFault& played = m_input.faults->at(fault);
    qsizetype start = records().size();
    for (qsizetype i = 0; played.happened && i < records().size(); ++i) {
        const JournalRecord& record = records()[i];
        const bool told = record.kind == "trouble-settled"_L1 || record.kind == "noticed"_L1;
        if (told && mayHaveMade(fault, record))
            return i;
        if (record.kind == "step-started"_L1 && record.step == played.step)
            start = std::min(start, i);
    }
    return played.step.isEmpty() && played.happened ? 0 : start;
}

/// What is put down to a fault, each with its end: what was noticed, and the troubles.
QList<Text> EvidenceParts::followedFrom(qsizetype fault) const
{
    QList<Text> out;
    for (qsizetype i = 0; i < records().size(); ++i) {
        const JournalRecord& record = records()[i];
        const bool trouble = record.kind == "trouble-settled"_L1;
        const bool noticed = record.kind == "noticed"_L1 && !record.data.contains(u"trouble"_s); // else it is told with what was chosen
        if (!trouble && !noticed)
            continue;
        if (!mayHaveMade(fault, record))
            continue;
        if (noticed) {
            out.append(Text::tr("%1 %2: %3", "time, step, what was noticed")
                           .arg(time(record.time))
                           .arg(placeOf(record))
                           .arg(record.note()));
            out.append(endOfTrouble(i));
            continue;
        }
        const auto chosen = remedyFromCode(record.data.value(u"chosen"_s).toString());
        const QDateTime first = firstSeen(i); // as in the table of the troubles
        Text line = first.isValid()
                        ? Text::tr("%1 %2: %3 Chosen at %4: %5. %6.",
                                   "time first seen, step, what was wrong, time, remedy, what became of it")
                        : Text::tr("%1 %2: %3 Chosen: %4. %5.", "time, step, what was wrong, remedy, what became of it");
        line.arg(time(first.isValid() ? first : record.time))
            .arg(placeOf(record))
            .arg(Text::fromJson(record.data.value(u"what"_s)));
        if (first.isValid())
            line.arg(time(record.time));
        out.append(line.arg(chosen ? remedyText(*chosen) : Text::verbatim(record.data.value(u"chosen"_s).toString()))
                       .arg(endOfTrouble(i)));
    }
    return out;
}

QList<DocumentBlock> EvidenceParts::faultsPlayed() const
{
    if (!simulated())
        return {};
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Faults played in this rehearsal"))}};
    if (!m_input.faults) {
        out.append(Paragraph{say(Text::tr("Not known: the journal does not keep which faults were picked. "
                                           "What was noticed stands under deviations and troubles."))});
    } else if (m_input.faults->isEmpty()) {
        out.append(Paragraph{say(Text::tr("None was picked."))});
    } else {
        QList<qsizetype> inOrder;
        for (qsizetype i = 0; i < m_input.faults->size(); ++i)
            inOrder.append(i);
        std::ranges::stable_sort(inOrder, {}, [this](qsizetype fault) { return whenPlayed(fault); });
        ItemList list;
        for (const qsizetype i : std::as_const(inOrder)) {
            const PlayedFault& fault = m_input.faults->at(i);
            QList<Text> lines{fault.what};
            if (fault.happened)
                lines += followedFrom(i);
            if (fault.happened && lines.size() == 1)
                lines.append(Text::tr("Nothing is put down to it."));
            list.items.append(say(Text::lines(lines)));
        }
        out.append(list);
        out.append(Paragraph{say(Text::tr("What was noticed is put down to the fault that was played at the same step, or at the nearest "
                                          "one before it; on the way back, at the nearest one after it in the plan. The faults stand in "
                                          "order of time.")),
                             Paragraph::Style::Note});
    }
    return out;
}

QList<DocumentBlock> EvidenceParts::rehearsed() const
{
    if (m_input.rehearsed.isEmpty())
        return {};
    Table table;
    table.columns = {{{}, 3}, {say(Text::tr("Forecast")), 2, Column::Align::Right}, {say(Text::tr("Rehearsed")), 2, Column::Align::Right}};
    for (const RehearsedFigure& figure : m_input.rehearsed) {
        const QString played = say(figure.good ? figure.played : Text::tr("%1 (!)", "a figure that is not good").arg(figure.played));
        table.rows.append({{Cell{say(figure.name)}, Cell{say(figure.forecast)}, Cell{played, {}, !figure.good}}});
    }
    QList<DocumentBlock> out{Heading{1, say(Text::tr("What the rehearsal counted"))}, table};
    if (pilesUp()) {
        out.append(Paragraph{say(Text::tr("Every mail is counted here. The peaks under \"%1\" are those of the moments at which the "
                                          "queues were looked at, and may be lower.")
                                     .arg(queuesHeading())),
                             Paragraph::Style::Note});
    }
    return out;
}

QList<DocumentBlock> EvidenceParts::troubles() const
{
    Table settled;
    settled.columns = {{say(Text::tr("Time", "of day")), 2.6},
                       {say(Text::tr("Step")), 2.5},
                       {say(Text::tr("What was wrong, and what was seen")), 4.7},
                       {say(Text::tr("What was chosen")), 2.2}};
    Table told;
    told.columns = {{say(Text::tr("Time", "of day")), 1.3, Column::Align::Center},
                    {say(Text::tr("What the doer was told")), 8}};
    QDate day;
    for (qsizetype i = 0; i < records().size(); ++i) {
        const JournalRecord& record = records()[i];
        if (record.kind == "trouble-settled"_L1) {
            const auto chosen = remedyFromCode(record.data.value(u"chosen"_s).toString());
            const QString reason = record.data.value(u"reason"_s).toString();
            QStringList seen = observationTexts(record);
            Cell what{say(Text::fromJson(record.data.value(u"what"_s)))};
            what.note = seen.join(u'\n');
            Cell choice{chosen ? say(remedyText(*chosen)) : record.data.value(u"chosen"_s).toString()};
            choice.note = say(reason.isEmpty() ? endOfTrouble(i) : Text::lines({Text::verbatim(reason), endOfTrouble(i)}));
            QList<Text> when{Text::tr("%1 chosen", "time").arg(time(record.time))};
            if (const QDateTime first = firstSeen(i); first.isValid())
                when.prepend(Text::tr("%1 first seen", "time").arg(time(first)));
            settled.rows.append({{Cell{say(Text::lines(when))}, Cell{placeOf(record)}, what, choice}});
        } else if (record.kind == "notice"_L1) {
            const auto notice = Notice::fromJson(record.data);
            if (!notice)
                continue;
            Cell what{say(Text::tr("%1: %2").arg(noticeLevelText(notice->level)).arg(notice->text))};
            what.note = say(notice->meaning);
            told.rows.append({{timeCell(record.time, day), what}});
        }
    }
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Troubles and alarms"))}};
    const bool quiet = settled.rows.isEmpty() && told.rows.isEmpty();
    if (const int byWord = takenByWord(); byWord > 0) {
        Text words =
            quiet ? Text::tr("No troubles or alarms were recorded. In %n case(s) the doer's word stood where the work machine could "
                             "not see the result itself: see \"%1\".",
                             nullptr, byWord)
                  : Text::tr("In %n case(s) the doer's word stood where the work machine could not see the result "
                             "itself: see \"%1\".",
                             nullptr, byWord);
        out.append(Paragraph{say(words.arg(actionsHeading()))});
    } else if (quiet) {
        out.append(
            Paragraph{say(Text::tr("None: no unexpected result and no alarm was recorded."))});
    }
    if (!settled.rows.isEmpty()) {
        settled.title = say(Text::tr("Troubles and what was chosen"));
        out.append(settled);
    }
    if (!told.rows.isEmpty()) {
        told.title = say(Text::tr("Alarms of clock and disks"));
        out.append(told);
    }
    return out;
}

} // namespace ruw
