#include "core/run/RunState.h"

#include "core/run/RunRecords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// The node of an observation that tells of an answer on SMTP, seen and not said; empty: it tells of something else.
QString answeringNode(const QJsonObject& observation)
{
    const bool answers = observation.value(u"kind"_s).toString() == conditionCode(ConditionKind::SmtpAnswers) &&
                         observation.value(u"verdict"_s).toString() == verdictCode(Observation::Verdict::Holds) &&
                         !observation.value(u"byWord"_s).toBool();
    return answers ? observation.value(u"node"_s).toString() : QString();
}

/// The work goes on: what was affirmed while the run was held was another site.
bool movesOn(const QString& kind)
{
    static const QSet<QString> kinds{u"step-confirmed"_s, u"step-executed"_s, u"step-verified"_s, u"step-failed"_s,     u"step-skipped"_s,
                                     u"undo-started"_s,   u"undo-left"_s,     u"undo-executed"_s, u"step-rolled-back"_s, u"node-excluded"_s};
    return kinds.contains(kind);
}

bool settled(StepStatus status)
{
    return status == StepStatus::Verified || status == StepStatus::Skipped || status == StepStatus::NotNeeded;
}

} // namespace

RunState::Outline::Outline(const Procedure& procedure)
{
    for (qsizetype i = 0; i < procedure.steps.size(); ++i) {
        const Step& step = procedure.steps[i];
        index.insert(step.id, i);
        if (step.pointOfNoReturn || step.kind == StepKind::RunInstaller)
            installers.append(i);
        if (step.kind == StepKind::RunInstaller || step.kind == StepKind::VerifyVersion)
            versions.append(i);
        if (!step.onlyIf.isEmpty()) {
            conditional.append(i);
            asked.insert(step.onlyIf);
        }
    }
}

RunState::RunState(Procedure procedure)
    : m_procedure(std::move(procedure)), m_outline(std::make_shared<const Outline>(m_procedure))
{
    m_records.resize(m_procedure.steps.size());
}

bool operator==(const RunState& a, const RunState& b)
{
    const auto rest = [](const RunState& s) {
        return std::tie(s.m_records, s.m_answers, s.m_ledger, s.m_finalChecks, s.m_excluded, s.m_answeredSmtp, s.m_baseline, s.m_portsFound,
                        s.m_undoing, s.m_doer, s.m_checker, s.m_begun, s.m_ended, s.m_end, s.m_procedure);
    };
    return rest(a) == rest(b);
}

const StepRecord& RunState::record(const QString& stepId) const
{
    static const StepRecord none;
    const auto it = m_outline->index.constFind(stepId);
    return it == m_outline->index.cend() ? none : m_records[*it];
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
    if (!m_finalChecks.isEmpty() && movesOn(record.kind))
        m_finalChecks.clear();
    if (record.kind == "run-begun"_L1) {
        m_begun = record.time;
        m_siteKind = siteKindOfJournal(record.data).value_or(SiteKind::Real);
        for (const Step& step : std::as_const(m_procedure.steps)) {
            if (step.kind == StepKind::LiftOtherBlock)
                m_ledger.foundStanding(step, record.time);
        }
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
                                  record.data.value(u"holds"_s).toBool(), m_doer, record.time,
                                  Text::fromJson(record.data.value(u"seen"_s))});
        return; // said after the end: it does not change how the run ended
    } else if (record.kind == "baseline-recorded"_L1) {
        for (const LinkState& link : linksFromJson(record.data.value(u"links"_s))) // a later look counts
            m_baseline.insert({link.from, link.to, link.port, link.family}, link.state);
    } else if (record.kind == "ports-found"_L1) {
        m_portsFound.insert(record.data.value(u"node"_s).toString(),
                            portsFromJson(record.data.value(u"ports"_s)));
        for (const qsizetype i : m_outline->conditional) { // what was extended for others does not cover these
            if (m_procedure.steps.at(i).onlyIf == record.step && m_records[i].status == StepStatus::Verified)
                m_records[i].status = StepStatus::Pending;
        }
    } else if (record.kind == "node-excluded"_L1) {
        excluded(record);
        settleQuestions();
    } else if (const auto it = m_outline->index.constFind(record.step); it != m_outline->index.cend()) {
        const Step* step = &m_procedure.steps.at(*it);
        stepChanged(record, *step);
        settleQuestions();
    }
    settleEnd(record);
}

void RunState::stepChanged(const JournalRecord& record, const Step& step)
{
    StepRecord& r = at(step.id);
    const Text note = record.note();
    if (record.kind == "step-confirmed"_L1) {
        StepRecord anew;
        anew.touched = r.touched;
        anew.undoBegun = r.undoBegun; // it stays undone until it is started
        anew.queueSettled = r.queueSettled;
        anew.attempts = r.attempts;
        r = anew;
        r.status = StepStatus::Confirmed;
        r.doer = m_doer;
        r.checker = record.data.value(u"checkerAgrees"_s).toBool() ? m_checker : QString();
        r.byHand = record.data.value(u"byHand"_s).toBool();
    } else if (record.kind == "step-started"_L1) {
        r.status = StepStatus::Started;
        r.started = record.time;
        r.touched = true;
        r.attempts += 1;
        m_ledger.stepStarted(step, record.time);
    } else if (record.kind == "step-interrupted"_L1) {
        r.uncertain = true;
        r.note = note;
    } else if (record.kind == "step-executed"_L1) {
        r.status = StepStatus::Executed;
        r.byHand = record.data.value(u"byHand"_s).toBool();
    } else if (record.kind == "step-looked-at"_L1) {
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
    } else if (record.kind == "undo-started"_L1) {
        m_undoing = step.id;
        r.undoBegun = record.time;
        r.queueSettled = false;
        m_ledger.undoStarted(step, record.time);
    } else if (record.kind == "undo-not-done"_L1) {
        m_undoing.clear();
        m_ledger.undoNotDone(step);
    } else if (record.kind == "undo-left"_L1) {
        r.left = true; // what it opened stays in the ledger
        m_undoing.clear();
        m_ledger.undoNotDone(step);
    } else if (record.kind == "queue-settled"_L1) {
        r.queueSettled = true;
    } else if (record.kind == "step-rolled-back"_L1) {
        m_undoing.clear();
        undone(record, step, r);
    }
}

void RunState::verified(const JournalRecord& record, const Step& step, StepRecord& r)
{
    r.status = StepStatus::Verified;
    r.ended = record.time;
    r.note = record.note();
    r.byWord = record.data.value(u"byWord"_s).toBool(true);
    r.uncertain = false;
    m_ledger.stepDone(step, record.time);
    const QJsonArray observed = record.data.value(u"observed"_s).toArray();
    for (const QJsonValue& one : observed) {
        const QString name = answeringNode(one.toObject());
        if (!name.isEmpty() && !m_answeredSmtp.contains(name))
            m_answeredSmtp.append(name);
    }
    if (isAsked(step.id)) {
        const bool good = record.data.value(u"answerYes"_s).toBool(true);
        m_answers.insert(step.id, good);
        if (!good) { // asked for (again): all that hangs on it is done (again)
            for (const Step& dependent : std::as_const(m_procedure.steps)) {
                if (dependent.onlyIf == step.id)
                    at(dependent.id).status = StepStatus::Pending;
            }
        }
    }
    if (!step.thenBackTo.isEmpty() && m_outline->index.contains(step.thenBackTo)) {
        m_answers.remove(step.thenBackTo);
        at(step.thenBackTo).status = StepStatus::Pending;
    }
}

void RunState::undone(const JournalRecord& record, const Step& step, StepRecord& r)
{
    r.status = StepStatus::RolledBack;
    r.ended = record.time;
    r.note = record.note();
    r.touched = false;
    r.uncertain = false;
    m_ledger.stepRolledBack(step, record.time);
    if (isExcluded(step.node))
        included(step.node);
    bool later = false;
    for (const Step& other : std::as_const(m_procedure.steps)) {
        // What has no way back of its own (a look, start at boot switched on again) is done again when its turn comes.
        if (later && !other.rollback && at(other.id).status == StepStatus::Verified) {
            at(other.id).status = StepStatus::Pending;
            m_answers.remove(other.id);
        }
        later = later || other.id == step.id;
    }
}

void RunState::settleQuestions()
{
    for (const qsizetype i : m_outline->conditional) {
        const Step& step = m_procedure.steps.at(i);
        StepStatus& status = m_records[i].status;
        const StepStatus asked = record(step.onlyIf).status;
        const bool answeredGood = asked == StepStatus::Skipped ||
                                  (asked == StepStatus::Verified && m_answers.value(step.onlyIf, true));
        if (answeredGood && status == StepStatus::Pending)
            status = StepStatus::NotNeeded;
        else if (!answeredGood && status == StepStatus::NotNeeded)
            status = StepStatus::Pending;
    }
}

void RunState::excluded(const JournalRecord& record)
{
    const QString node = record.data.value(u"node"_s).toString();
    if (!m_excluded.contains(node))
        m_excluded.append(node);
    for (const Step& step : std::as_const(m_procedure.steps)) {
        StepRecord& r = at(step.id);
        if (step.node != node || settled(r.status))
            continue;
        r.status = StepStatus::Skipped;
        r.ended = record.time;
        r.note = record.note();
        r.doer = m_doer;
        r.uncertain = false;
    }
    m_ledger.nodeExcluded(node, record.time);
    // It was seen, or affirmed, to be so, whoever brought it about: it stands until somebody takes it back.
    const QJsonArray stands = record.data.value(u"stands"_s).toArray();
    for (const QJsonValue& id : stands) {
        const auto opener = std::find_if(m_procedure.steps.cbegin(), m_procedure.steps.cend(),
                                         [&](const Step& step) { return step.opensLedger == id.toString(); });
        if (opener == m_procedure.steps.cend())
            continue;
        m_ledger.stepDone(*opener, record.time);
        at(opener->id).touched = true; // going back undoes it
    }
}

/// What was done to a node that was left out is being undone: what kept it apart goes with it, so whoever goes on from here
/// upgrades it like the others.
void RunState::included(const QString& node)
{
    m_excluded.removeAll(node);
    m_ledger.nodeIncluded(node);
    for (qsizetype i = 0; i < m_procedure.steps.size(); ++i) {
        const Step& step = m_procedure.steps.at(i);
        // What took back what was put on it again when it was left out is to be done again, too.
        const bool stands = m_records[i].status == StepStatus::Verified && !step.closesLedger.isEmpty() && m_ledger.entry(step.closesLedger);
        if (step.node != node)
            continue;
        m_records[i].left = false;
        if (m_records[i].status == StepStatus::Skipped || stands)
            m_records[i].status = StepStatus::Pending;
    }
}

PortState RunState::baseline(const QString& from, const QString& to, int port, IpFamily family) const
{
    return m_baseline.value({from, to, port, family}, PortState::Unknown);
}

QByteArray RunState::likeness() const
{
    QByteArray out;
    const auto word = [&out](const QString& text) { out += text.toUtf8() + '\0'; };
    for (const StepRecord& r : m_records)
        out += char(int(r.status) | (r.touched ? 16 : 0) | (r.uncertain ? 32 : 0) | (r.left ? 64 : 0) | (r.byHand ? 128 : 0));
    for (qsizetype i = 0; i < m_records.size(); ++i) {
        if (m_procedure.steps.at(i).kind == StepKind::Block && m_records[i].wasUndone())
            out += QByteArray::number(i) + (m_records[i].queueSettled ? '+' : '-');
    }
    out += '|';
    for (const qsizetype i : m_outline->installers) // what lies on a node counts for one attempt alone
        out += QByteArray::number(m_records[i].attempts) + ',';
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        word(it.key());
        out += *it ? '+' : '-';
    }
    for (const QList<ChangeLedger::Entry>& entries : {m_ledger.open(), m_ledger.closed()}) {
        for (const ChangeLedger::Entry& entry : entries) {
            word(entry.id);
            word(entry.openedBy);
            out += entry.certain ? '+' : '?';
        }
        out += '|';
    }
    for (const QStringList& nodes : {m_excluded, m_answeredSmtp}) {
        for (const QString& node : nodes)
            word(node);
        out += '|';
    }
    for (auto it = m_baseline.cbegin(); it != m_baseline.cend(); ++it) {
        const auto& [from, to, port, family] = it.key();
        word(from);
        word(to);
        out += QByteArray::number(port) + char('a' + int(family)) + char('a' + int(*it));
    }
    for (auto it = m_portsFound.cbegin(); it != m_portsFound.cend(); ++it) {
        word(it.key());
        for (const int port : *it)
            out += QByteArray::number(port) + ',';
    }
    word(m_undoing);
    word(m_doer);
    word(m_checker);
    out += char('a' + int(m_end));
    return out;
}

void RunState::settleEnd(const JournalRecord& record)
{
    if (m_end != RunEnd::Running || !m_begun.isValid())
        return;
    if (currentIndex() < 0) {
        const bool exceptions =
            !m_ledger.empty() || !m_excluded.isEmpty() || !stepsWith(StepStatus::Skipped).isEmpty();
        m_end = exceptions ? RunEnd::DoneWithExceptions : RunEnd::Done;
        m_ended = record.time;
    } else if (record.kind == "step-rolled-back"_L1 && m_ledger.nothingOfOurs() && !nextRollback() &&
               !pastPointOfNoReturn()) {
        m_end = RunEnd::RolledBack;
        m_ended = record.time;
    }
}

int RunState::currentIndex() const
{
    for (qsizetype i = 0; i < m_procedure.steps.size(); ++i) {
        if (!settled(m_records[i].status))
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

} // namespace ruw
