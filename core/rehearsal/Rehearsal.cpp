#include "core/rehearsal/Rehearsal.h"

#include "core/rehearsal/MemoryJournal.h"
#include "core/rehearsal/Play.h"
#include "core/run/GuidedRun.h"

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

Rehearsal::Rehearsal(SiteFacts facts, Procedure procedure, RehearsalSeams seams)
    : m_facts(std::move(facts)), m_procedure(std::move(procedure)), m_commands(m_facts, m_procedure),
      m_seams(std::move(seams))
{
    QByteArray bytes;
    SimulatedSite site(m_facts, m_procedure, m_commands, 1, {});
    auto store = std::make_unique<MemoryJournal>(
        bytes, 0, [](int, const QByteArray&) { return MemoryJournal::Cut::None; });
    const auto journal = Journal::on(std::move(store), site);
    // Neither can fail in memory.
    (void)GuidedRun::begin(m_procedure, m_facts, journal, SiteKind::Simulated);
    const JournalRead read = Journal::parse(bytes, u"rehearsal"_s).value();
    m_begun = std::make_shared<const PlayedSoFar>(bytes, read, RunState::replay(m_procedure, read.records));
}

RehearsalResult Rehearsal::play(const Manner& manner) const
{
    return Play(*this, manner, {}).take();
}

RehearsalResult Rehearsal::play(const Manner& manner, const RehearsalVisitor& visitor) const
{
    return Play(*this, manner, visitor).take();
}

RehearsalResult Rehearsal::playOn(const RehearsalPoint& point, const Manner& manner, const RehearsalVisitor& visitor) const
{
    return Play(*this, point, manner, visitor).take();
}

} // namespace ruw
