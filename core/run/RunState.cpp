#include "core/run/RunState.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct StatusRow {
    StepStatus status;
    const char* code;
    const char* name;
};
constexpr std::array statusRows = {
    StatusRow{StepStatus::Pending, "pending", QT_TRANSLATE_NOOP("ruw::Text", "To do")},
    StatusRow{StepStatus::Confirmed, "confirmed", QT_TRANSLATE_NOOP("ruw::Text", "Confirmed")},
    StatusRow{StepStatus::Started, "started", QT_TRANSLATE_NOOP("ruw::Text", "Under way")},
    StatusRow{StepStatus::Executed, "executed", QT_TRANSLATE_NOOP("ruw::Text", "Carried out, not judged")},
    StatusRow{StepStatus::Verified, "verified", QT_TRANSLATE_NOOP("ruw::Text", "Done")},
    StatusRow{StepStatus::Failed, "failed", QT_TRANSLATE_NOOP("ruw::Text", "Not as expected")},
    StatusRow{StepStatus::Skipped, "skipped", QT_TRANSLATE_NOOP("ruw::Text", "Skipped")},
    StatusRow{StepStatus::RolledBack, "rolled-back", QT_TRANSLATE_NOOP("ruw::Text", "Undone")},
    StatusRow{StepStatus::NotNeeded, "not-needed", QT_TRANSLATE_NOOP("ruw::Text", "Not needed")},
};

const StatusRow& rowOf(StepStatus status)
{
    for (const StatusRow& row : statusRows) {
        if (row.status == status)
            return row;
    }
    Q_UNREACHABLE();
}

bool settled(StepStatus status)
{
    return status == StepStatus::Verified || status == StepStatus::Skipped || status == StepStatus::NotNeeded;
}

/// Steps that only look: what they saw is void once something before them is undone.
bool onlyLooks(const Step& step)
{
    return step.kind != StepKind::RunInstaller && !step.rollback && step.opensLedger.isEmpty() &&
           step.closesLedger.isEmpty();
}

} // namespace

Text stepStatusText(StepStatus status)
{
    return Text::tr(rowOf(status).name);
}

QString stepStatusCode(StepStatus status)
{
    return QString::fromLatin1(rowOf(status).code);
}

Text runEndText(RunEnd end)
{
    switch (end) {
    case RunEnd::Running:
        return Text::tr("Under way");
    case RunEnd::Done:
        return Text::tr("Done");
    case RunEnd::DoneWithExceptions:
        return Text::tr("Done with exceptions");
    case RunEnd::Held:
        return Text::tr("Held");
    case RunEnd::RolledBack:
        return Text::tr("Gone back: everything was undone");
    }
    Q_UNREACHABLE();
}

RunState::RunState(Procedure procedure) : m_procedure(std::move(procedure))
{
    for (const Step& step : std::as_const(m_procedure.steps))
        m_records.insert(step.id, {});
}

RunState RunState::replay(const Procedure& procedure, const QList<JournalRecord>& records)
{
    RunState state(procedure);
    for (const JournalRecord& record : records)
        state.apply(record);
    return state;
}

void RunState::apply(const JournalRecord& record)
{
    if (record.kind == "run-begun"_L1) {
        m_begun = record.time;
    } else if (record.kind == "people-changed"_L1) {
        m_doer = record.data.value(u"doer"_s).toString();
        m_checker = record.data.value(u"checker"_s).toString();
    } else if (record.kind == "run-held"_L1) {
        m_end = RunEnd::Held;
        m_ended = record.time;
    } else if (record.kind == "run-resumed"_L1) {
        m_end = RunEnd::Running;
        m_ended = {};
        for (StepRecord& r : m_records) {
            if (r.status == StepStatus::Started || r.status == StepStatus::Executed)
                r.uncertain = true;
        }
    } else if (record.kind == "final-check"_L1) {
        const QString id = record.data.value(u"id"_s).toString();
        m_finalChecks.insert(id, {id, Text::fromJson(record.data.value(u"text"_s)),
                                  record.data.value(u"holds"_s).toBool(), m_doer, record.time});
        return; // said after the end: it does not change how the run ended
    } else if (const Step* step = m_procedure.step(record.step)) {
        stepChanged(record, *step);
        settleQuestions();
    }
    settleEnd(record);
}

void RunState::stepChanged(const JournalRecord& record, const Step& step)
{
    StepRecord& r = m_records[step.id];
    const QString note = record.data.value(u"note"_s).toString();
    if (record.kind == "step-confirmed"_L1) {
        const bool touched = r.touched;
        r = {};
        r.touched = touched;
        r.status = StepStatus::Confirmed;
        r.doer = m_doer;
        r.checker = record.data.value(u"checkerAgrees"_s).toBool() ? m_checker : QString();
    } else if (record.kind == "step-started"_L1) {
        r.status = StepStatus::Started;
        r.started = record.time;
        r.touched = true;
        m_ledger.stepStarted(step, record.time);
    } else if (record.kind == "step-executed"_L1) {
        r.status = StepStatus::Executed;
    } else if (record.kind == "step-verified"_L1) {
        verified(record, step, r);
    } else if (record.kind == "step-failed"_L1) {
        r.status = StepStatus::Failed;
        r.ended = record.time;
        r.note = note;
        r.uncertain = false;
    } else if (record.kind == "step-retried"_L1) {
        r.status = StepStatus::Pending;
    } else if (record.kind == "step-skipped"_L1) {
        r.status = StepStatus::Skipped;
        r.ended = record.time;
        r.note = note;
        r.doer = m_doer;
    } else if (record.kind == "step-rolled-back"_L1) {
        undone(record, step, r);
    }
}

void RunState::verified(const JournalRecord& record, const Step& step, StepRecord& r)
{
    r.status = StepStatus::Verified;
    r.ended = record.time;
    r.note = record.data.value(u"note"_s).toString();
    r.byWord = record.data.value(u"byWord"_s).toBool(true);
    r.uncertain = false;
    m_ledger.stepDone(step, record.time);
    if (step.kind == StepKind::CheckRestartFlag) {
        const bool good = record.data.value(u"answerYes"_s).toBool(true);
        m_answers.insert(step.id, good);
        if (!good) { // asked for (again): all that hangs on it is done (again)
            for (const Step& dependent : std::as_const(m_procedure.steps)) {
                if (dependent.onlyIf == step.id)
                    m_records[dependent.id].status = StepStatus::Pending;
            }
        }
    }
    if (!step.thenBackTo.isEmpty() && m_records.contains(step.thenBackTo)) {
        m_answers.remove(step.thenBackTo);
        m_records[step.thenBackTo].status = StepStatus::Pending;
    }
}

void RunState::undone(const JournalRecord& record, const Step& step, StepRecord& r)
{
    r.status = StepStatus::RolledBack;
    r.ended = record.time;
    r.note = record.data.value(u"note"_s).toString();
    r.touched = false;
    r.uncertain = false;
    m_ledger.stepRolledBack(step, record.time);
    bool later = false;
    for (const Step& other : std::as_const(m_procedure.steps)) {
        if (later && onlyLooks(other) && m_records[other.id].status == StepStatus::Verified) {
            m_records[other.id].status = StepStatus::Pending;
            m_answers.remove(other.id);
        }
        later = later || other.id == step.id;
    }
}

void RunState::settleQuestions()
{
    for (const Step& step : std::as_const(m_procedure.steps)) {
        if (step.onlyIf.isEmpty())
            continue;
        StepStatus& status = m_records[step.id].status;
        const StepStatus asked = m_records.value(step.onlyIf).status;
        const bool answeredGood = asked == StepStatus::Skipped ||
                                  (asked == StepStatus::Verified && m_answers.value(step.onlyIf, true));
        if (answeredGood && status == StepStatus::Pending)
            status = StepStatus::NotNeeded;
        else if (!answeredGood && status == StepStatus::NotNeeded)
            status = StepStatus::Pending;
    }
}

void RunState::settleEnd(const JournalRecord& record)
{
    if (m_end != RunEnd::Running || !m_begun.isValid())
        return;
    if (currentIndex() < 0) {
        const bool exceptions = !m_ledger.empty() || !stepsWith(StepStatus::Skipped).isEmpty();
        m_end = exceptions ? RunEnd::DoneWithExceptions : RunEnd::Done;
        m_ended = record.time;
    } else if (record.kind == "step-rolled-back"_L1 && m_ledger.empty() && !nextRollback() &&
               !pastPointOfNoReturn()) {
        m_end = RunEnd::RolledBack;
        m_ended = record.time;
    }
}

int RunState::currentIndex() const
{
    for (qsizetype i = 0; i < m_procedure.steps.size(); ++i) {
        if (!settled(m_records.value(m_procedure.steps[i].id).status))
            return int(i);
    }
    return -1;
}

const Step* RunState::current() const
{
    const int index = currentIndex();
    return index < 0 ? nullptr : &m_procedure.steps[index];
}

std::optional<bool> RunState::answer(const QString& stepId) const
{
    const auto it = m_answers.constFind(stepId);
    return it == m_answers.cend() ? std::nullopt : std::optional(*it);
}

QStringList RunState::stepsWith(StepStatus status) const
{
    QStringList ids;
    for (const Step& step : m_procedure.steps) {
        if (m_records.value(step.id).status == status)
            ids.append(step.id);
    }
    return ids;
}

bool RunState::pastPointOfNoReturn() const
{
    return std::any_of(m_procedure.steps.cbegin(), m_procedure.steps.cend(), [this](const Step& step) {
        return (step.pointOfNoReturn || step.kind == StepKind::RunInstaller) &&
               m_records.value(step.id).touched;
    });
}

bool RunState::isolationMustStand() const
{
    if (!pastPointOfNoReturn())
        return false;
    return !std::all_of(m_procedure.steps.cbegin(), m_procedure.steps.cend(), [this](const Step& step) {
        return (step.kind != StepKind::RunInstaller && step.kind != StepKind::VerifyVersion) ||
               m_records.value(step.id).status == StepStatus::Verified;
    });
}

const Step* RunState::nextRollback() const
{
    for (auto step = m_procedure.steps.crbegin(); step != m_procedure.steps.crend(); ++step) {
        if (!step->rollback || !m_records.value(step->id).touched)
            continue;
        if (!step->opensLedger.isEmpty()) {
            const ChangeLedger::Entry* entry = m_ledger.entry(step->opensLedger);
            if (!entry || entry->openedBy != step->id)
                continue; // a later step has already taken it back
        }
        return &*step;
    }
    return nullptr;
}

Text RunState::stateText() const
{
    switch (m_end) {
    case RunEnd::Done:
        return Text::tr("All steps are done, and no temporary change stands.");
    case RunEnd::RolledBack:
        return Text::tr("Everything was undone: the site is as it was before the work.");
    case RunEnd::DoneWithExceptions:
        return m_ledger.empty()
                   ? Text::tr("All steps are through, some were skipped. No temporary change stands.")
                   : Text::tr("All steps are through, but temporary changes still stand. Take back what is "
                              "in the list.");
    case RunEnd::Running:
    case RunEnd::Held:
        break;
    }
    if (isolationMustStand()) {
        return Text::tr(
            "The nodes may have different versions: blocks, stopped services and disabled sync must stay as "
            "they are. Go on to the end, or go back by the way entered for the site.");
    }
    if (pastPointOfNoReturn() && m_ledger.empty())
        return Text::tr("Every node has the target version, and no temporary change stands.");
    if (pastPointOfNoReturn())
        return Text::tr(
            "Every node has the target version. What still stands is taken back in the order of the steps.");
    if (!m_ledger.empty())
        return Text::tr("The work can still be given up: first undo what stands in the list.");
    return Text::tr("The work can be given up here without a trace.");
}

Text RunState::sideText() const
{
    return pastPointOfNoReturn() ? Text::tr("Past the point of no return")
                                 : Text::tr("Before the point of no return");
}

} // namespace ruw
