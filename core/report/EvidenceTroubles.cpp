// The evidence report's sections on what went wrong: the faults of a rehearsal, troubles and alarms, and what became of them.

#include "core/report/EvidenceParts.h"
#include "core/run/Cause.h"
#include "core/run/ConfirmationGate.h"
#include "core/run/Notices.h"

using namespace Qt::StringLiterals;

namespace ruw {

/// What the journal tells of the step after a trouble at it was settled.
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
            return Text::tr("Then another trouble, settled at %1").arg(when);
        if (later.kind == "step-verified"_L1 && later.data.value(u"answerYes"_s) == QJsonValue(false))
            return Text::tr("Then judged not to be so, at %1: another step was needed").arg(when);
        if (later.kind == "step-verified"_L1) {
            return (later.data.value(u"byWord"_s).toBool() ? Text::tr("Then accepted by word at %1") : Text::tr("Then judged as expected at %1"))
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

/// What is put down to a fault, each with its end: what was noticed, and the troubles.
QList<Text> EvidenceParts::followedFrom(qsizetype fault) const
{
    const QList<PlayedFault>& faults = *m_input.faults;
    QList<std::optional<QString>> places;
    for (const PlayedFault& one : faults)
        places.append(one.happened ? std::optional(one.step) : std::nullopt);
    QList<Text> out;
    for (qsizetype i = 0; i < records().size(); ++i) {
        const JournalRecord& record = records()[i];
        const bool trouble = record.kind == "trouble-settled"_L1;
        const bool noticed = record.kind == "noticed"_L1 && !record.data.contains(u"trouble"_s); // else it is told with what was chosen
        if (!trouble && !noticed)
            continue;
        if (causeOf(record.step, places, m_input.run.procedure) != fault)
            continue;
        if (noticed) {
            out.append(Text::tr("%1 %2: %3", "time, step, what was noticed").arg(time(record.time)).arg(stepName(record.step)).arg(record.note()));
            out.append(endOfTrouble(i));
            continue;
        }
        const auto chosen = remedyFromCode(record.data.value(u"chosen"_s).toString());
        out.append(Text::tr("%1 %2: %3 Chosen: %4. %5.", "time, step, what was wrong, remedy, what became of it")
                       .arg(time(record.time))
                       .arg(stepName(record.step))
                       .arg(Text::fromJson(record.data.value(u"what"_s)))
                       .arg(chosen ? remedyText(*chosen) : Text::verbatim(record.data.value(u"chosen"_s).toString()))
                       .arg(endOfTrouble(i)));
    }
    return out;
}

QList<DocumentBlock> EvidenceParts::faultsPlayed() const
{
    if (m_input.run.siteKind != SiteKind::Simulated)
        return {};
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Faults played in this rehearsal"))}};
    if (!m_input.faults) {
        out.append(Paragraph{say(Text::tr("Not known: the journal does not keep which faults were picked. What was noticed stands under deviations and troubles."))});
    } else if (m_input.faults->isEmpty()) {
        out.append(Paragraph{say(Text::tr("None was picked."))});
    } else {
        ItemList list;
        for (qsizetype i = 0; i < m_input.faults->size(); ++i) {
            const PlayedFault& fault = m_input.faults->at(i);
            QList<Text> lines{fault.what};
            if (fault.happened)
                lines += followedFrom(i);
            if (fault.happened && lines.size() == 1)
                lines.append(Text::tr("Nothing is put down to it."));
            list.items.append(say(Text::lines(lines)));
        }
        out.append(list);
        out.append(Paragraph{say(Text::tr("What was noticed is put down to the fault that was played at the same step, or at the nearest one before it in the plan.")), Paragraph::Style::Note});
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
    return {Heading{1, say(Text::tr("What the rehearsal counted"))}, table};
}

QList<DocumentBlock> EvidenceParts::troubles() const
{
    Table settled;
    settled.columns = {{say(Text::tr("Settled at")), 1.3, Column::Align::Center},
                       {say(Text::tr("Step")), 2.6},
                       {say(Text::tr("What was wrong, and what was seen")), 5},
                       {say(Text::tr("What was chosen")), 2.2}};
    Table told;
    told.columns = {{say(Text::tr("Time", "of day")), 1.3, Column::Align::Center},
                    {say(Text::tr("What the doer was told")), 8}};
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
            settled.rows.append({{Cell{time(record.time)}, Cell{stepName(record.step)}, what, choice}});
        } else if (record.kind == "notice"_L1) {
            const auto notice = Notice::fromJson(record.data);
            if (!notice)
                continue;
            Cell what{say(Text::tr("%1: %2").arg(noticeLevelText(notice->level)).arg(notice->text))};
            what.note = say(notice->meaning);
            told.rows.append({{Cell{time(record.time)}, what}});
        }
    }
    QList<DocumentBlock> out{Heading{1, say(Text::tr("Troubles and alarms"))}};
    const bool quiet = settled.rows.isEmpty() && told.rows.isEmpty();
    if (const int byWord = takenByWord(); byWord > 0) {
        Text words =
            quiet ? Text::tr("No troubles or alarms were recorded. In %n case(s) the doer's word stood where this machine could not "
                             "see it: see \"%1\".",
                             nullptr, byWord)
                  : Text::tr("In %n case(s) the doer's word stood where this machine could not see it: see \"%1\".",
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
