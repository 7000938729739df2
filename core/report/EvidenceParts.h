#pragma once

#include "core/report/EvidenceReport.h"
#include "core/report/StepSheets.h"
#include "core/run/FinalChecks.h"

#include <QSet>

namespace ruw {

/// A sum of times in whole minutes, cut off.
inline int minutesOf(qint64 seconds)
{
    return int(seconds / 60);
}
/// Between two moments that stand on paper to the minute: as a reader reckons from them.
inline int minutesBetween(const QDateTime& from, const QDateTime& to)
{
    return int(to.toSecsSinceEpoch() / 60 - from.toSecsSinceEpoch() / 60);
}
/// What a record tells of: what the operator let a step begin with, and what its result was judged by.
QList<QJsonObject> observationsOf(const JournalRecord& record);

/// The heading of EvidenceParts::actions(), to which others point.
Text actionsHeading();
/// The heading of EvidenceParts::sideBySide().
Text stepTimesHeading();
/// The heading of EvidenceParts::queues().
Text queuesHeading();
/// A critical step was begun, and nobody was named who checks.
bool doneWithoutChecker(const JournalRecord& record);

/// The sections of the evidence report, and what they share: the input, the language, the sheets.
class EvidenceParts {
public:
    EvidenceParts(const EvidenceInput& input, Language language)
        : m_input(input), m_language(language), m_sheets(language), m_stepSheets(input.run.procedure, input.run.site, m_sheets),
          m_goingBack(tellingOfUndo(input.run.read.records))
    {
        for (const Step& step : input.run.procedure.steps) // before all else: numbered as in the runbook
            m_stepSheets.of(step);
        for (const JournalRecord& record : input.run.read.records) {
            const Step* undone = record.kind == QLatin1StringView("undo-started") ? input.run.procedure.step(record.step) : nullptr;
            if (undone && undone->rollback) // by the text that a later step has as its own
                m_sheets.markUsed(undone->rollback->command);
        }
    }
    EvidenceParts(const EvidenceParts&) = delete;
    EvidenceParts& operator=(const EvidenceParts&) = delete;

    /// What was made to go wrong, and what became of it. Nothing where the work was real.
    QList<DocumentBlock> faultsPlayed() const;
    /// What the rehearsal counted, beside the forecast. Nothing where whoever asks does not know.
    QList<DocumentBlock> rehearsed() const;
    /// The warnings with which the work began, and who accepted each. Nothing where none were recorded.
    QList<DocumentBlock> acceptedWarnings() const;
    /// What was not the plain course of the steps, in order of time.
    QList<DocumentBlock> deviations();
    /// Troubles with what was chosen, and what the operator was told of clock and disks.
    QList<DocumentBlock> troubles() const;
    /// Who took mail when, as a strip and in figures, and the test mails.
    QList<DocumentBlock> mailFlow() const;
    /// Of each watched queue: before, peak, drained. Nothing where no mail piles up.
    QList<DocumentBlock> queues() const;
    /// Whether temporary changes still stand.
    QList<DocumentBlock> ledger();
    /// What the plan neither restores nor removes, as far as it was done.
    QList<DocumentBlock> leftOnNodes();
    /// The questions after the end, with their answers or without.
    QList<DocumentBlock> finalChecks();
    /// Each step: planned and done.
    QList<DocumentBlock> sideBySide();
    /// Each action with its end, its output and the observation that judged it, in order of time.
    QList<DocumentBlock> actions();
    /// The hash of the journal at each point, as far as the last record.
    QList<DocumentBlock> chain() const;

    /// What stands, and how it is taken back.
    Table openChanges();
    /// What is asked after the end.
    QList<FinalQuestion> questions() const;
    OpenQuestions openQuestions() const; ///< how many of them are open
    /// That nothing stands any more, with whose word it rests on where the program has not seen all of it itself.
    Text qualified(const Text& nothingStands) const;
    /// How many changes stand, for a table.
    Text numberStanding() const;
    /// How often somebody's word counted for what could not be seen from here.
    int takenByWord() const;
    /// When the step was to begin; without a start of the plan counted from its begin.
    QString plannedTime(const Step& step) const;
    QString dateTime(const QDateTime& when) const; ///< a dash where it is none
    /// A moment of the plan by the clock that wrote the journal: the schedule may have been entered with another offset from UTC.
    QDateTime byTheJournalsClock(const QDateTime& planned) const;
    /// What was too long for its row.
    QList<CommandSheets::Sheet> sheets() const;
    /// Whether an output of actions() was so long that it stands on a sheet.
    bool outputOnSheets() const { return m_outputOnSheets; }

private:
    bool simulated() const { return m_input.run.siteKind == SiteKind::Simulated; }
    /// What of this was taken by the doer's word, in order of time; no rows: nothing was.
    Table tableOfWords(const Text& title, bool (*about)(ConditionKind)) const;
    bool pilesUp() const;
    QString say(const Text& text) const { return text.render(m_language); }
    QString time(const QDateTime& when) const;   ///< to the second
    QString minute(const QDateTime& when) const; ///< the same to the minute
    /// The time of a row, with the date below it where `day`, that of the row before, is another or none; sets `day`.
    Cell timeCell(const QDateTime& when, QDate& day) const;
    QString stepNumber(const QString& id) const;
    QString stepName(const QString& id) const;
    QString undoName(const QString& id) const;
    /// The step of a record, or its undoing where the record tells of that.
    QString placeOf(const JournalRecord& record) const;
    /// Of the temporary changes that were taken back: what it rests on that they are.
    struct TakenBack {
        int all = 0;
        int withWord = 0; ///< somebody's word counted, alone or beside what was seen
        int seen = 0;     ///< the program saw something that speaks for it
    };
    TakenBack takenBack() const;
    static QSet<int> tellingOfUndo(const QList<JournalRecord>& records);
    QDateTime firstSeen(qsizetype settled) const;
    qsizetype causeOnTheWayBack(const QString& step) const;
    bool mayHaveMade(qsizetype fault, const JournalRecord& record) const;
    qsizetype whenPlayed(qsizetype fault) const;
    const QList<JournalRecord>& records() const { return m_input.run.read.records; }
    Text endOfTrouble(qsizetype settled) const;
    QList<Text> followedFrom(qsizetype fault) const;
    QString observationText(const QJsonObject& observation) const;
    QStringList observationTexts(const JournalRecord& record) const;
    bool hasEarlierConfig(const QString& step) const;
    bool onlyStarts(const JournalRecord& record) const;
    QList<Row> offThePlan(const Text& early, const Text& late, const QDateTime& planned, const QDateTime& actual) const;
    const JournalRecord* settledBefore(qsizetype record) const;
    Row actionRow(const JournalRecord& record);
    Cell actionCell(const Step& step) const;
    Cell resultCell(const Step& step) const;
    QDateTime firstStart(const Step& step) const; ///< of the first attempt; invalid: none
    QList<Text> foundBefore(const Step& step) const;
    QString resultOf(const Step& step) const;
    QList<Text> wordsOf(const Step& step) const;
    Text answerText(const Step& step) const;
    Text beforeTheWork(const FinalQuestion& question) const;
    Text recordedBefore(const FinalQuestion& question) const;
    Text saidDuringTheWork(const FinalQuestion& question) const;
    QStringList leftOutWhenJudged(const Step& step) const;
    QString checkerOf(const Step& step) const;
    bool begun(const QString& step) const;
    bool doneByHand(const QString& step) const;

    const EvidenceInput& m_input;
    Language m_language;
    CommandSheets m_sheets;
    StepSheets m_stepSheets;
    bool m_outputOnSheets = false;
    QSet<int> m_goingBack; ///< the numbers of the records that tell of undoing a step
};

} // namespace ruw
