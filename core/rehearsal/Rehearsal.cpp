#include "core/rehearsal/Rehearsal.h"

#include "core/rehearsal/MemoryJournal.h"
#include "core/rehearsal/SimulatedOperator.h"
#include "core/run/Runner.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

using Outcome = RehearsalResult::Outcome;

struct OutcomeRow {
    Outcome outcome;
    const char* code;
    const char* text;
};
constexpr std::array outcomeRows = {
    OutcomeRow{Outcome::Done, "done", QT_TRANSLATE_NOOP("ruw::Text", "Done")},
    OutcomeRow{Outcome::DoneWithExceptions, "done-with-exceptions",
               QT_TRANSLATE_NOOP("ruw::Text", "Done with exceptions")},
    OutcomeRow{Outcome::SafeHold, "safe-hold", QT_TRANSLATE_NOOP("ruw::Text", "Held in a safe state")},
    OutcomeRow{Outcome::RolledBack, "rolled-back",
               QT_TRANSLATE_NOOP("ruw::Text", "Gone back: everything was undone")},
    OutcomeRow{Outcome::Failed, "failed", QT_TRANSLATE_NOOP("ruw::Text", "Failed")},
    OutcomeRow{Outcome::Killed, "killed",
               QT_TRANSLATE_NOOP("ruw::Text", "The program was killed (rehearsed)")},
};

const OutcomeRow& rowOf(Outcome outcome)
{
    for (const OutcomeRow& row : outcomeRows) {
        if (row.outcome == outcome)
            return row;
    }
    Q_UNREACHABLE();
}

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

/// One play: the site and the journal live through kills and resumptions.
class Play {
public:
    Play(const SiteFacts& facts, const Procedure& procedure, const SimulatedCommands& commands,
         const QByteArray& begun, const JournalRead& begunRead, const Rehearsal::Manner& manner)
        : m_facts(facts), m_procedure(procedure), m_begunRead(begunRead), m_bytes(begun),
          m_site(facts, procedure, commands, manner.seed, manner.faults)
    {
        for (const Fault& fault : manner.faults.faults) {
            if (fault.kind == FaultKind::KilledBefore || fault.kind == FaultKind::KilledAfter ||
                fault.kind == FaultKind::KilledAmid)
                m_kills.faults.append(fault);
        }
        m_site.watchJournal(&m_bytes);
        m_begun = m_site.now();
    }

    RehearsalResult take(const Rehearsal::Manner& manner)
    {
        once();
        constexpr int mostResumptions = 8;
        for (int i = 0; manner.restart && i < mostResumptions && m_result.outcome == Outcome::Killed; ++i)
            once();
        for (int i = 0; manner.finish && i < mostResumptions; ++i) {
            if (m_result.outcome != Outcome::SafeHold && m_result.outcome != Outcome::Killed)
                break;
            m_site.forgetFaults();
            m_kills.faults.clear();
            once();
        }
        account();
        return std::move(m_result);
    }

private:
    /// From the beginning or from what the journal holds, until it ends, is held, or the program is killed.
    void once()
    {
        const Result<JournalRead> read = Journal::parse(m_bytes, u"rehearsal"_s, m_begunRead);
        if (!read)
            return fail(read.error());
        m_bytes.truncate(read->wholeBytes);
        auto store = std::make_unique<MemoryJournal>(
            m_bytes, int(read->records.size()),
            [this](int record, const QByteArray& line) { return cutAt(m_kills, record, line); });
        const auto journal = Journal::on(std::move(store), m_site, *read);
        RunState state = RunState::replay(m_procedure, read->records);
        const bool fresh = read->records.size() == 1;
        auto run = fresh ? Result(GuidedRun::at(std::move(state), journal))
                         : GuidedRun::resumeAt(std::move(state), journal);
        if (!run)
            return fail(run.error());
        if (const Status named = (*run)->setPeople(u"Rehearsal doer"_s, u"Rehearsal checker"_s); !named)
            return fail(named.error());
        SimulatedOperator person(m_site);
        person.changed((*run)->state());
        Runner runner(**run, m_facts, m_site, person, m_site);
        const Result<RunEnd> end = runner.go({});
        m_result.troubles += person.troubles();
        m_result.incidents += person.incidents();
        tell((*run)->state());
        if (!end)
            return fail(end.error());
        m_result.outcome = outcomeOf(*end);
        judgeEnd((*run)->state());
    }

    void fail(const Error& error)
    {
        m_result.outcome = error.code == "journal-unwritable"_L1 ? Outcome::Killed : Outcome::Failed;
        if (m_result.outcome == Outcome::Failed)
            m_result.error = error;
    }

    void tell(const RunState& state)
    {
        m_result.steps.clear();
        for (const Step& step : m_procedure.steps) {
            const StepRecord record = state.record(step.id);
            m_result.steps.append({step.id, record.status,
                                   record.started.isValid() ? int(m_begun.secsTo(record.started) / 60) : -1});
        }
        m_result.stateText = state.stateText();
    }

    /// What the run says of its end must be so.
    void judgeEnd(const RunState& state)
    {
        SafetyWatch& watch = m_site.watch();
        if (m_result.outcome == Outcome::SafeHold)
            watch.toldOperator();
        if (watch.wasLiedTo())
            return;
        const bool done = m_result.outcome == Outcome::Done;
        const bool exceptions = m_result.outcome == Outcome::DoneWithExceptions;
        if (done || exceptions || m_result.outcome == Outcome::RolledBack) {
            for (const QString& id : m_site.leftOver()) {
                if (!exceptions || !state.ledger().entry(id))
                    watch.breaks(u"S7"_s,
                                 Text::tr("The run has ended, and this still stands: %1")
                                     .arg(ChangeLedger::entryText(id)),
                                 m_site.now());
            }
        }
        const QString version = (m_result.outcome == Outcome::RolledBack ? m_facts.site.sourceVersion
                                                                         : m_facts.site.targetVersion)
                                    .toString();
        for (const SimulatedNode& node : m_site.nodes()) {
            const bool ended = done || exceptions || m_result.outcome == Outcome::RolledBack;
            if (ended && node.version != version && !state.isExcluded(node.name))
                watch.breaks(u"S9"_s,
                             Text::tr("The run has ended, and %1 has the version %2.")
                                 .arg(node.name)
                                 .arg(node.version),
                             m_site.now());
        }
    }

    void account()
    {
        m_result.minutes = int(m_begun.secsTo(m_site.now()) / 60);
        m_site.settleMail();
        const MailTraffic& mail = m_site.mail();
        m_result.mailAccepted = mail.accepted();
        m_result.mailArchived = mail.archived();
        m_result.mailLost = mail.lost();
        m_result.mailDoubled = mail.doubled();
        m_result.queuePeakBytes = mail.peakBytes();
        for (qsizetype i = 0; i < m_site.nodes().size(); ++i)
            m_result.queuePeaks.insert(m_site.nodes()[i].name, mail.peakBytes(int(i)));
        m_result.violations = m_site.watch().violations();
        m_result.worldEvents = m_site.watch().worldEvents();
        for (const Fault& fault : m_site.faultsLeft().faults)
            m_result.faultsLeft.append(FaultPlan{{fault}}.toString());
        m_result.journal = m_bytes;
    }

    const SiteFacts& m_facts;
    const Procedure& m_procedure;
    const JournalRead& m_begunRead;
    QByteArray m_bytes;
    SimulatedSite m_site;
    FaultPlan m_kills;
    QDateTime m_begun;
    RehearsalResult m_result;
};

} // namespace

QString outcomeCode(Outcome outcome)
{
    return QString::fromLatin1(rowOf(outcome).code);
}

Text outcomeText(Outcome outcome)
{
    return Text::tr(rowOf(outcome).text);
}

QJsonObject RehearsalResult::toJson(Language language) const
{
    QJsonArray broken, played;
    for (const Violation& violation : violations)
        broken.append(violation.toJson(language));
    for (const StepPlayed& step : steps)
        played.append(QJsonObject{
            {u"id"_s, step.id}, {u"status"_s, stepStatusCode(step.status)}, {u"minute"_s, step.minute}});
    return {{u"format"_s, 1},
            {u"kind"_s, u"rehearsal"_s},
            {u"outcome"_s, outcomeCode(outcome)},
            {u"violations"_s, broken},
            {u"steps"_s, played},
            {u"mailAccepted"_s, mailAccepted},
            {u"mailDelivered"_s, mailAccepted}, // every mail accepted goes on to its reader at once
            {u"mailArchived"_s, mailArchived},
            {u"mailLost"_s, mailLost},
            {u"mailDoubled"_s, mailDoubled},
            {u"queuePeakBytes"_s, queuePeakBytes},
            {u"minutes"_s, minutes},
            {u"troubles"_s, troubles},
            {u"state"_s, stateText.render(language)},
            {u"faultsLeft"_s, QJsonArray::fromStringList(faultsLeft)}};
}

Rehearsal::Rehearsal(SiteFacts facts, Procedure procedure)
    : m_facts(std::move(facts)), m_procedure(std::move(procedure)), m_commands(m_facts, m_procedure)
{
    SimulatedSite site(m_facts, m_procedure, m_commands, 1, {});
    auto store = std::make_unique<MemoryJournal>(
        m_begun, 0, [](int, const QByteArray&) { return MemoryJournal::Cut::None; });
    const auto journal = Journal::on(std::move(store), site);
    // Neither can fail in memory.
    (void)GuidedRun::begin(m_procedure, m_facts, journal, SiteKind::Simulated);
    m_begunRead = Journal::parse(m_begun, u"rehearsal"_s).value();
}

RehearsalResult Rehearsal::play(const Manner& manner) const
{
    return Play(m_facts, m_procedure, m_commands, m_begun, m_begunRead, manner).take(manner);
}

} // namespace ruw
