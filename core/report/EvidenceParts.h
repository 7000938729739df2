#pragma once

#include "core/report/CommandSheets.h"
#include "core/report/EvidenceReport.h"

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

/// Sections of the evidence report that are made from the records rather than from the state they lead to.
class EvidenceParts {
public:
    EvidenceParts(const EvidenceInput& input, Language language, CommandSheets& sheets)
        : m_input(input), m_language(language), m_sheets(sheets)
    {
    }

    /// Troubles with what was chosen, and what the operator was told of clock and disks.
    QList<DocumentBlock> troubles() const;
    /// Who took mail when, as a strip and in figures, and the test mails.
    QList<DocumentBlock> mailFlow() const;
    /// Of each watched queue: before, peak, drained. Nothing where none was watched.
    QList<DocumentBlock> queues() const;
    /// Each action with its end, its output and the observation that judged it, in order of time.
    QList<DocumentBlock> actions();
    /// The hash of the journal at each point, as far as the last record.
    QList<DocumentBlock> chain() const;
    /// Whether an output of actions() was so long that it stands on a sheet.
    bool outputOnSheets() const { return m_outputOnSheets; }
    /// How often somebody's word counted for what could not be seen from here.
    int takenByWord() const;

private:
    Table mailByWord() const;
    QString say(const Text& text) const { return text.render(m_language); }
    QString time(const QDateTime& when) const;
    QString dateTime(const QDateTime& when) const;
    QString stepNumber(const QString& id) const;
    QString stepName(const QString& id) const;
    const QList<JournalRecord>& records() const { return m_input.run.read.records; }
    QString observationText(const QJsonObject& observation) const;
    QStringList observationTexts(const JournalRecord& record) const;
    bool hasEarlierConfig(const QString& step) const;
    Row actionRow(const JournalRecord& record);

    const EvidenceInput& m_input;
    Language m_language;
    CommandSheets& m_sheets;
    bool m_outputOnSheets = false;
};

} // namespace ruw
