#pragma once

#include "RunSamples.h"

#include "core/plan/TimeChart.h"
#include "core/report/EvidenceReport.h"
#include "core/run/RunRecords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace samples {

using namespace Qt::StringLiterals;

/// A run as a test tells it, record by record.
class ToldRun {
public:
    ToldRun()
    {
        // What the installer may have brought is read between block and its proof.
        ruw::Step reread = samples::step("reread-config-mf1", ruw::StepKind::RereadConfig, "mf1", ruw::Phase::Upgrade);
        ruw::Step extend = samples::step("extend-block-mf1", ruw::StepKind::ExtendBlock, "mf1", ruw::Phase::Upgrade);
        extend.onlyIf = extend.thenBackTo = reread.id;
        procedure.steps.insert(5, reread);
        procedure.steps.insert(6, extend);
        people(u"Sato"_s, u"Suzuki"_s);
    }
    void add(const QString& what, const QString& step = {}, const QJsonObject& data = {})
    {
        records.append({int(records.size()) + 1, at, what, step, data, {}});
        at = at.addSecs(60);
    }
    void people(const QString& doer, const QString& checker)
    {
        add(u"people-changed"_s, {}, {{u"doer"_s, doer}, {u"checker"_s, checker}});
    }
    void begin(const QString& step, bool checkerAgrees = false)
    {
        add(u"step-confirmed"_s, step, {{u"checkerAgrees"_s, checkerAgrees}});
        add(u"step-started"_s, step);
        add(u"step-executed"_s, step, {{u"end"_s, u"exited"_s}, {u"status"_s, 0}});
    }
    void judge(const QString& step, QJsonObject data = {})
    {
        if (!data.contains(u"byWord"_s))
            data.insert(u"byWord"_s, false);
        add(u"step-verified"_s, step, data);
    }
    void answer(const QString& step, bool good) { begin(step); judge(step, {{u"answerYes"_s, good}}); }
    void done(const QString& step) { begin(step); judge(step); }
    /// All steps from the first to this one, answered well.
    void doneUpTo(const QString& last)
    {
        for (const ruw::Step& step : std::as_const(procedure.steps)) {
            if (step.onlyIf.isEmpty())
                done(step.id);
            if (step.id == last)
                return;
        }
    }
    ruw::RunState state() const { return ruw::RunState::replay(procedure, records); }
    ruw::Document document() const
    {
        ruw::EvidenceInput input{{u"run.jsonl"_s, site, survey, procedure, {records, false, {}, 0}, kind},
                                 state(),
                                 ruw::TimeChart::from(procedure, site),
                                 at,
                                 faults,
                                 rehearsed};
        return ruw::evidenceDocument(input, ruw::Language::English);
    }
    QString text() const { return ruw::textsOf(document()).join(u'\n'); }

    ruw::Site site = samples::facts().site;
    ruw::SurveyReport survey = samples::facts().survey;
    ruw::Procedure procedure = samples::procedure();
    ruw::SiteKind kind = ruw::SiteKind::Real;
    std::optional<QList<ruw::PlayedFault>> faults;
    QList<ruw::RehearsedFigure> rehearsed;
    QDateTime at = QDateTime::fromString(u"2026-12-05T22:00:30+09:00"_s, Qt::ISODate);
    QList<ruw::JournalRecord> records{{1, at, u"run-begun"_s, {}, {{u"kind"_s, u"run"_s}}, {}}};
};

/// The rows of the table that has this head, as the texts of their cells.
inline QList<QStringList> rowsBelow(const ruw::Document& document, const QString& head, qsizetype leastColumns = 0)
{
    QList<QStringList> out;
    for (const ruw::DocumentBlock& block : document.body) {
        const auto* table = std::get_if<ruw::Table>(&block);
        if (!table || table->columns.size() < leastColumns ||
            std::none_of(table->columns.cbegin(), table->columns.cend(), [&](const ruw::Column& c) { return c.head == head; }))
            continue;
        for (const ruw::Row& row : table->rows) {
            QStringList cells;
            for (const ruw::Cell& cell : row.cells)
                cells.append(cell.text);
            out.append(cells);
        }
    }
    return out;
}

/// The heads above what was done of a step, in the table of actions.
inline QStringList headsOf(const ToldRun& run, const QString& step)
{
    QStringList heads;
    for (const QStringList& row : rowsBelow(run.document(), u"Outcome, output, what was seen"_s)) {
        if (row.size() == 1 && row.first().contains(step))
            heads.append(row.first());
    }
    return heads;
}

/// The row that begins with this, of the cover or of the body.
inline QStringList rowNamed(const QList<ruw::DocumentBlock>& blocks, const QString& name)
{
    for (const ruw::DocumentBlock& block : blocks) {
        const auto* table = std::get_if<ruw::Table>(&block);
        if (!table)
            continue;
        for (const ruw::Row& row : table->rows) {
            QStringList cells;
            for (const ruw::Cell& cell : row.cells)
                cells.append(cell.text);
            if (cells.size() > 1 && cells.first() == name)
                return cells;
        }
    }
    return {};
}

inline ruw::Condition about(ruw::ConditionKind kind, const char* node)
{
    ruw::Condition condition;
    condition.kind = kind;
    condition.node = QString::fromLatin1(node);
    return condition;
}

/// As "observed" keeps it.
inline QJsonArray observed(const ruw::Condition& condition, ruw::Observation::Verdict verdict, bool byWord)
{
    ruw::Observation one;
    one.condition = condition;
    one.verdict = verdict;
    one.byWord = byWord;
    return ruw::observationsToJson({one});
}

} // namespace samples
