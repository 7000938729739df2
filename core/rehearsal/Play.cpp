#include "core/rehearsal/Play.h"

#include "core/rehearsal/EndJudge.h"
#include "core/rehearsal/MemoryJournal.h"
#include "core/run/Runner.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Outcome = RehearsalResult::Outcome;

/// Where the faults of this machine cut the journal off.
MemoryJournal::Cut cutAt(FaultPlan& faults, int record, const QByteArray& line)
{
    static constexpr std::array<std::pair<FaultKind, MemoryJournal::Cut>, 3> kinds = {{
        {FaultKind::KilledBefore, MemoryJournal::Cut::Before},
        {FaultKind::KilledAfter, MemoryJournal::Cut::After},
        {FaultKind::KilledAmid, MemoryJournal::Cut::Amid},
    }};
    for (qsizetype i = 0; i < faults.faults.size(); ++i) {
        const Fault& fault = faults.faults[i];
        for (const auto& [kind, cut] : kinds) {
            if (fault.kind != kind)
                continue;
            const bool here = fault.record > 0
                                  ? fault.record == record
                                  : line.contains((u"\"step\":\""_s + fault.step + u"\""_s).toUtf8());
            if (!here)
                continue;
            const MemoryJournal::Cut where = cut;
            faults.faults.removeAt(i);
            return where;
        }
    }
    return MemoryJournal::Cut::None;
}

Outcome outcomeOf(RunEnd end)
{
    switch (end) {
    case RunEnd::Done:
        return Outcome::Done;
    case RunEnd::DoneWithExceptions:
        return Outcome::DoneWithExceptions;
    case RunEnd::RolledBack:
        return Outcome::RolledBack;
    case RunEnd::Held:
        return Outcome::SafeHold;
    case RunEnd::Running:
        return Outcome::Failed;
    }
    Q_UNREACHABLE();
}

bool kills(FaultKind kind)
{
    return kind == FaultKind::KilledBefore || kind == FaultKind::KilledAfter || kind == FaultKind::KilledAmid;
}

FaultPlan without(const FaultPlan& faults, bool (*dropped)(FaultKind))
{
    FaultPlan rest = faults;
    rest.faults.removeIf([&](const Fault& fault) { return dropped(fault.kind); });
    return rest;
}

} // namespace

/// The play as it stands between two steps.
class Play::Stand final : public RehearsalStand {
public:
    Stand(Play& play, const RunState& state, const SimulatedOperator& person)
        : m_play(play), m_state(state), m_person(person)
    {
    }
    const Step& step() const override { return *m_state.current(); }
    const Step* nextUndo() const override { return m_state.nextRollback(); }
    QByteArray likeness() const override
    {
        QByteArray out = m_state.likeness() + m_play.m_site.likeness();
        m_person.addLikeness(out);
        if (!m_play.m_kills.faults.isEmpty()) // they come at a record of the journal, or of a step
            out += m_play.m_kills.toString().toUtf8() + QByteArray::number(records());
        return out;
    }
    std::shared_ptr<const RehearsalPoint> point() override
    {
        // What the journal holds is read back, as a resumed run would: the state is the replayed one.
        PlayedSoFar& soFar = m_play.m_soFar;
        const qsizetype known = soFar.read.records.size();
        soFar.read = Journal::parse(m_play.m_bytes, u"rehearsal"_s, std::move(soFar.read)).value();
        soFar.bytes = m_play.m_bytes;
        for (qsizetype i = known; i < soFar.read.records.size(); ++i)
            soFar.state.apply(soFar.read.records[i]);
        auto site = std::make_shared<SimulatedSite>(m_play.m_site);
        auto person = std::make_shared<SimulatedOperator>(m_person, *site);
        return std::make_shared<RehearsalPoint>(
            RehearsalPoint{std::move(site), std::move(person), soFar, m_play.m_kills, m_play.m_begun, m_play.m_calm});
    }
    const QList<Violation>& violations() const override { return m_play.m_site.watch().violations(); }
    int records() const override { return int(m_play.m_bytes.count('\n')); }
    bool calm() const override { return m_play.m_calm; }
    qint64 mailLostToRun() const override { return m_play.m_site.mail().lostToRun(); }
    qint64 mailDoubled() const override { return m_play.m_site.mail().doubled(); }

private:
    Play& m_play;
    const RunState& m_state;
    const SimulatedOperator& m_person;
};

Play::Play(const Rehearsal& rehearsal, const Rehearsal::Manner& manner, const RehearsalVisitor& visitor)
    : m_rehearsal(rehearsal), m_facts(rehearsal.facts()), m_procedure(rehearsal.procedure()), m_visitor(visitor),
      m_soFar(rehearsal.begun()), m_bytes(m_soFar.bytes),
      m_site(m_facts, m_procedure, rehearsal.commands(), manner.seed, without(manner.faults, kills)), m_begun(m_site.now()),
      m_finish(manner.finish), m_restart(manner.restart)
{
    takeKills(manner.faults);
}

Play::Play(const Rehearsal& rehearsal, const RehearsalPoint& point, const Rehearsal::Manner& manner,
           const RehearsalVisitor& visitor)
    : m_rehearsal(rehearsal), m_facts(rehearsal.facts()), m_procedure(rehearsal.procedure()), m_visitor(visitor),
      m_soFar(point.soFar), m_bytes(m_soFar.bytes), m_site(*point.site), m_person(point.person.get()), m_kills(point.kills),
      m_begun(point.begun), m_finish(manner.finish), m_restart(manner.restart), m_calm(point.calm)
{
    for (const Fault& fault : without(manner.faults, kills).faults)
        m_site.addFault(fault);
    takeKills(manner.faults);
}

void Play::takeKills(const FaultPlan& faults)
{
    for (const Fault& fault : faults.faults) {
        if (kills(fault.kind))
            m_kills.faults.append(fault);
    }
}

RehearsalResult Play::take()
{
    m_site.watchJournal(&m_bytes, SimulatedSite::Player::Program);
    m_site.mailMistakes(m_rehearsal.seams().mail);
    if (m_person) {
        SimulatedOperator person(*m_person, m_site);
        const auto run = GuidedRun::at(m_soFar.state, journal(m_soFar.read));
        go(*run, person);
    } else {
        once();
    }
    constexpr int mostResumptions = 8, mostKills = 20;
    int holds = 0, kills = 0;
    while ((m_finish || m_restart) && !m_result.stopped) {
        if (m_result.outcome == Outcome::Killed && ++kills <= mostKills) {
            once(); // started again at once; the world goes on as it was about to
        } else if (m_finish && m_result.outcome == Outcome::SafeHold && ++holds <= mostResumptions) {
            m_calm = true;
            m_site.forgetFaults();
            m_kills.faults.clear();
            once();
        } else {
            break;
        }
    }
    account();
    return std::move(m_result);
}

std::shared_ptr<Journal> Play::journal(const JournalRead& read)
{
    std::unique_ptr<JournalStore> store = std::make_unique<MemoryJournal>(
        m_bytes, int(read.records.size()),
        [this](int record, const QByteArray& line) {
            const MemoryJournal::Cut cut = cutAt(m_kills, record, line);
            if (cut == MemoryJournal::Cut::None || cut == MemoryJournal::Cut::After)
                m_site.recorded(line);
            return cut;
        });
    if (m_rehearsal.seams().store)
        store = m_rehearsal.seams().store(std::move(store));
    return Journal::on(std::move(store), m_site, read);
}

/// From the beginning or from what the journal holds, until it ends, is held, or the program is killed.
void Play::once()
{
    const Result<JournalRead> read = Journal::parse(m_bytes, u"rehearsal"_s, m_soFar.read);
    if (!read)
        return fail(read.error());
    m_bytes.truncate(read->wholeBytes);
    RunState state = m_soFar.state;
    for (qsizetype i = m_soFar.read.records.size(); i < read->records.size(); ++i)
        state.apply(read->records[i]);
    const bool fresh = read->records.size() == 1;
    auto run = fresh ? Result(GuidedRun::at(std::move(state), journal(*read)))
                     : GuidedRun::resumeAt(std::move(state), journal(*read));
    if (!run)
        return fail(run.error());
    if (const Status named = (*run)->setPeople(u"Rehearsal doer"_s, u"Rehearsal checker"_s); !named)
        return fail(named.error());
    SimulatedOperator person(m_site);
    go(**run, person);
}

void Play::go(GuidedRun& run, SimulatedOperator& person)
{
    if (m_visitor)
        person.onStep([&](const RunState& state) { atStep(state, person); });
    const int before = person.troubles();
    const qsizetype incidents = person.incidents().size();
    person.changed(run.state());
    const RehearsalSeams& seams = m_rehearsal.seams();
    const auto access = seams.access ? seams.access(m_site) : nullptr;
    const auto gate = seams.gate ? seams.gate(person) : nullptr;
    Runner runner(run, m_facts, access ? *access : static_cast<SiteAccess&>(m_site),
                  gate ? *gate : static_cast<ConfirmationGate&>(person), m_site);
    const Result<RunEnd> end = runner.go(m_stop.get_token());
    m_result.troubles += person.troubles() - before;
    m_result.incidents += person.incidents().sliced(incidents);
    tell(run.state());
    if (m_result.stopped)
        return;
    if (!end)
        return fail(end.error());
    m_result.outcome = outcomeOf(*end);
    judgeEnd(m_site, m_facts, run.state());
}

void Play::atStep(const RunState& state, const SimulatedOperator& person)
{
    if (m_result.stopped)
        return;
    Stand stand(*this, state, person);
    if (m_visitor(stand))
        return;
    m_result.stopped = true;
    m_stop.request_stop(); // the run holds before it touches anything
}

void Play::fail(const Error& error)
{
    m_result.outcome = error.code == "journal-unwritable"_L1 ? Outcome::Killed : Outcome::Failed;
    if (m_result.outcome == Outcome::Failed)
        m_result.error = error;
}

void Play::tell(const RunState& state)
{
    m_result.steps.clear();
    for (const Step& step : m_procedure.steps) {
        const StepRecord record = state.record(step.id);
        m_result.steps.append({step.id, record.status,
                               record.started.isValid() ? int(m_begun.secsTo(record.started) / 60) : -1});
    }
    m_result.stateText = state.stateText();
}

void Play::account()
{
    m_result.minutes = int(m_begun.secsTo(m_site.now()) / 60);
    if (!m_result.stopped)
        m_site.settleMail();
    const MailTraffic& mail = m_site.mail();
    m_result.mailAccepted = mail.accepted();
    m_result.mailArchived = mail.archived();
    m_result.mailLost = mail.lost();
    m_result.mailLostToWorld = mail.lostToWorld();
    m_result.mailQueued = mail.queued();
    m_result.mailDoubled = mail.doubled();
    m_result.queuePeakBytes = mail.peakBytes();
    for (qsizetype i = 0; i < m_site.nodes().size(); ++i)
        m_result.queuePeaks.insert(m_site.nodes()[i].name, mail.peakBytes(int(i)));
    m_result.violations = m_site.watch().violations();
    m_result.worldEvents = m_site.watch().worldEvents();
    for (const Fault& fault : m_site.faultsLeft().faults + m_kills.faults)
        m_result.faultsLeft.append(FaultPlan{{fault}}.toString());
    m_result.journal = m_bytes;
}

} // namespace ruw
