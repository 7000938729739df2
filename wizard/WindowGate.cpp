#include "wizard/WindowGate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

QList<SeenRow> seenRows(const QList<Observation>& observations)
{
    QList<SeenRow> rows;
    for (const Observation& one : observations)
        rows.append({one.condition.text(), verdictCode(one.verdict), one.seen, conditionCode(one.condition.kind), one.condition.node});
    return rows;
}

QMap<QString, QList<SeenRow>> seenRows(const QList<JournalRecord>& records)
{
    QMap<QString, QList<SeenRow>> all;
    for (const JournalRecord& record : records) {
        const QJsonArray observed = record.data.value(u"observed"_s).toArray();
        const bool ofStep = !record.step.isEmpty() && record.kind != "queue-settled"_L1; // that tells of the time after its undoing
        if (observed.isEmpty() || !ofStep)
            continue;
        QList<SeenRow> rows;
        for (const QJsonValue& one : observed) {
            rows.append({Text::fromJson(one[u"condition"_s]), one[u"verdict"_s].toString(),
                         Text::fromJson(one[u"seen"_s]), one[u"kind"_s].toString(), one[u"node"_s].toString()});
        }
        all.insert(record.step, rows);
    }
    return all;
}

namespace {

QList<SeenRow> waitedRows(const QList<Observation>& observations)
{
    QList<SeenRow> rows = seenRows(observations);
    for (qsizetype i = 0; i < rows.size(); ++i) { // one for each
        if (isStillWaitedFor(observations[i].verdict))
            rows[i].verdict = SeenRow::waitedFor;
    }
    return rows;
}

QList<QueueSample> queuesIn(const QList<Observation>& observations)
{
    QList<QueueSample> out;
    for (const Observation& one : observations) {
        if (one.queue)
            out.append(*one.queue);
    }
    return out;
}

} // namespace

WindowGate::WindowGate(QObject* parent) : QObject(parent) {}

// ---- the run's thread ----

void WindowGate::post(std::function<void()> inWindow)
{
    quint64 generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        generation = m_generation;
    }
    QMetaObject::invokeMethod(
        this,
        [this, generation, inWindow = std::move(inWindow)] {
            if (generation == m_generation) // only the window's thread changes it
                inWindow();
        },
        Qt::QueuedConnection);
}

void WindowGate::runErrands()
{
    std::list<std::function<void()>> errands;
    {
        const std::lock_guard lock(m_mutex);
        errands.swap(m_errands);
    }
    for (const auto& errand : errands)
        errand();
}

RunAnswer WindowGate::ask(RunQuestion question)
{
    std::unique_lock lock(m_mutex);
    if (!m_open)
        return {};
    question.id = ++m_lastId;
    m_askedId = question.id;
    m_answer.reset();
    lock.unlock();
    postState();
    post([this, question] {
        m_question = question;
        m_waitingFor.reset();
        emit pictureChanged();
    });
    lock.lock();
    for (;;) {
        m_wake.wait(lock, [this] { return m_answer || !m_errands.empty() || !m_open; });
        if (m_errands.empty() || !m_open)
            break;
        lock.unlock();
        runErrands();
        lock.lock();
    }
    m_askedId = 0;
    const RunAnswer answer = m_open ? m_answer.value_or(RunAnswer()) : RunAnswer();
    m_note = answer.note.trimmed();
    return answer;
}

StepAnswer WindowGate::confirm(const StepQuestion& asked)
{
    m_vouched.reset();
    RunQuestion question;
    question.kind = RunQuestion::Kind::Confirm;
    question.step = asked.step;
    question.observations = asked.guards;
    question.canRun = asked.canRun;
    question.canSkip = asked.canSkip;
    const RunAnswer answer = ask(question);
    const bool keepsNote = answer.choice == StepAnswer::Choice::Hold;
    StepAnswer out{answer.choice, m_note, answer.checkerAgrees};
    if (!keepsNote)
        m_note.clear(); // a reason goes its own way; a note belongs to what is said of the result
    return out;
}

ConfirmationGate::Word WindowGate::doneByHand(const Step& step, const Action& action)
{
    RunQuestion question;
    question.kind = RunQuestion::Kind::DoneByHand;
    question.step = step;
    if (action != step.action) {
        question.kind = RunQuestion::Kind::Undo;
        question.undo = action;
    }
    const RunAnswer answer = ask(question);
    if (answer.ofItsResults)
        m_vouched = {step.id, *answer.ofItsResults};
    return answer.word;
}

ConfirmationGate::Word WindowGate::askWord(const Step& step, const Observation& seen)
{
    if (m_vouched && m_vouched->step == step.id)
        return m_vouched->word;
    RunQuestion question;
    question.kind = RunQuestion::Kind::Word;
    question.step = step;
    question.condition = seen.condition;
    question.observations = {seen};
    const QString before = m_note;
    const RunAnswer answer = ask(question);
    const Word word = answer.word;
    if (answer.ofItsResults)
        m_vouched = {step.id, *answer.ofItsResults};
    if (m_note.isEmpty())
        m_note = before; // several words on one step: the last note counts
    return word;
}

TroubleAnswer WindowGate::settle(const Trouble& trouble)
{
    m_vouched.reset();
    RunQuestion question;
    question.kind = RunQuestion::Kind::Trouble;
    question.step = *trouble.step;
    question.observations = trouble.observations;
    question.trouble = trouble;
    question.trouble.step = nullptr;
    const RunAnswer answer = ask(question);
    const TroubleAnswer out{answer.remedy, m_note, answer.checkerAgrees};
    if (answer.remedy != Remedy::Hold)
        m_note.clear();
    return out;
}

bool WindowGate::confirmUndo(const Step& step, const Action& undo)
{
    m_vouched.reset();
    RunQuestion question;
    question.kind = RunQuestion::Kind::Undo;
    question.step = step;
    question.undo = undo;
    question.begins = undo.type == Action::Type::Manual; // how it ended is asked when he has done it: doneByHand()
    return ask(question).word == Word::Yes;
}

bool WindowGate::waiting(const Waiting& waiting)
{
    runErrands();
    postState();
    const WaitingFor now{waitedRows(waiting.observations), waiting.seconds, waiting.limitSeconds};
    post([this, now, queues = queuesIn(waiting.observations)] {
        m_waitingFor = now;
        for (const QueueSample& queue : queues)
            emit queueSeen(queue);
        emit pictureChanged();
    });
    const std::lock_guard lock(m_mutex);
    const bool goOn = m_open && !m_stopWaiting;
    m_stopWaiting = false;
    return goOn;
}

void WindowGate::changed(const RunState& state)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopWaiting = false;
    }
    runErrands();
    post([this, state] {
        m_waitingFor.reset();
        emit stateReached(state);
    });
}

/// So that the window never shows a question beside an older state.
void WindowGate::postState()
{
    post([this, state = *m_state] { emit stateReached(state); });
}

void WindowGate::output(const Step& step, const CommandOutcome& outcome)
{
    QByteArrayList streams;
    for (const QByteArray& stream : {outcome.out, outcome.err}) {
        if (!stream.trimmed().isEmpty())
            streams.append(stream.trimmed());
    }
    Printed printed;
    printed.text = QString::fromUtf8(streams.join('\n'));
    if (outcome.end == CommandOutcome::End::Exited)
        printed.status = outcome.status;
    post([this, id = step.id, printed] {
        m_printed[id] = printed;
        emit pictureChanged();
    });
}

void WindowGate::observed(const Step& step, const QList<Observation>& observations)
{
    post([this, id = step.id, rows = seenRows(observations), queues = queuesIn(observations)] {
        m_seen.insert(id, rows);
        for (const QueueSample& queue : queues)
            emit queueSeen(queue);
        emit pictureChanged();
    });
}

QString WindowGate::takeNote()
{
    return std::exchange(m_note, {});
}

void WindowGate::tell(const Error& error)
{
    post([this, error] { emit told(error); });
}

// ---- the window's thread ----

void WindowGate::open(const RunState& state)
{
    const std::lock_guard lock(m_mutex);
    m_state = &state;
    m_open = true;
    m_stopWaiting = false;
    ++m_generation;
    m_errands.clear();
    m_vouched.reset(); // the run's thread has not begun
    m_note.clear();
}

void WindowGate::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }
    m_wake.notify_all();
    m_question.reset();
    m_waitingFor.reset();
}

void WindowGate::addErrand(std::function<void()> errand)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_open)
            return;
        m_errands.push_back(std::move(errand));
    }
    m_wake.notify_all();
}

std::optional<WindowGate::Printed> WindowGate::printed(const QString& step) const
{
    const auto found = m_printed.find(step);
    return found == m_printed.end() ? std::nullopt : std::optional(found->second);
}

void WindowGate::answer(quint64 id, const RunAnswer& answer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (id == 0 || id != m_askedId || m_answer)
            return;
        m_answer = answer;
    }
    m_wake.notify_all();
    m_question.reset();
    emit pictureChanged();
}

void WindowGate::stopWaiting()
{
    const std::lock_guard lock(m_mutex);
    m_stopWaiting = true;
}

void WindowGate::forget()
{
    m_question.reset();
    m_waitingFor.reset();
    m_seen.clear();
    m_printed.clear();
}

} // namespace ruw
