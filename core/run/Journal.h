#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace ruw {

struct Site;

/// One record of a journal.
struct JournalRecord {
    int seq = 0; ///< 1, 2, 3 ...
    QDateTime time;
    QString kind; ///< "run-begun", "step-confirmed", "step-started", "step-executed", "step-verified",
                  ///< "step-failed", ...
    QString step; ///< empty where it concerns the whole run
    QJsonObject data;
    QString prev; ///< SHA-256 (hex) of the line before, without its line end; empty in the first
    /// What was said with it: the run's own words as data, a person's as they are (older journals: plain strings).
    Text note() const { return Text::fromJson(data.value(QStringLiteral("note"))); }
    friend bool operator==(const JournalRecord&, const JournalRecord&) = default;
};

/// What a journal file holds. `tornTail`: the last line was incomplete (a crash while writing): tolerated,
/// ignored.
struct JournalRead {
    QList<JournalRecord> records;
    bool tornTail = false;
    QString lastHash;      ///< of the last whole line: the end of the chain
    qint64 wholeBytes = 0; ///< size of the file without the torn tail
};

/// Where a journal's bytes go: a file on disk, or the rehearsal's memory.
class JournalStore {
public:
    virtual ~JournalStore() = default;
    /// For people: the file's path.
    virtual QString name() const = 0;
    /// Appends; durable when it returns. On failure the reason: how much has reached the store is then not known.
    virtual std::optional<Text> append(const QByteArray& bytes) = 0;
};

/// JSON Lines, append only, flushed to disk before append() returns, each record chained to the one before by
/// hash. Never holds a secret: callers hand in what may be printed.
class Journal {
public:
    /// Begins a new file; one that exists is never overwritten. A lock beside the file (PATH.lock) keeps a
    /// second run on this machine away, and with `site` a second run of the same site with whatever journal (SiteLock):
    /// real work names it, a rehearsal does not. Errors: journal-exists, journal-locked (says who holds it),
    /// journal-unwritable, those of SiteLock::take().
    static Result<std::shared_ptr<Journal>> create(const QString& path, const Clock& clock,
                                                   const Site* site = nullptr);
    /// Goes on with an existing file; a torn last line is cut off. What it held is put into `read`. Errors:
    /// those of read(), journal-empty (no whole record: nothing to go on with), journal-locked,
    /// journal-unwritable, those of SiteLock::take().
    static Result<std::shared_ptr<Journal>> reopen(const QString& path, const Clock& clock,
                                                   JournalRead& read, const Site* site = nullptr);
    /// Reads without locking. Errors: those of readWholeFile(); journal-damaged (the cause names the line).
    static Result<JournalRead> read(const QString& path);
    /// The same of bytes that were read; `shown` names them in an error. `soFar`: what is known of their beginning.
    static Result<JournalRead> parse(const QByteArray& bytes, const QString& shown, JournalRead soFar = {});
    /// On any store; `soFar` is what it holds already (its torn tail cut off).
    static std::shared_ptr<Journal> on(std::unique_ptr<JournalStore> store, const Clock& clock,
                                       const JournalRead& soFar = {});
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// On disk when it returns; gives the record exactly as a later read() will. Error: journal-unwritable;
    /// then nothing may be done that it should have recorded, and the journal takes no further record until
    /// it is reopened (what is on the disk is only known by reading it).
    Result<JournalRecord> append(const QString& kind, const QString& step, const QJsonObject& data);
    QString path() const { return m_store->name(); }
    /// Whom each line is told, with its line end, once it is on the disk: a rehearsal's judge.
    void onRecord(std::function<void(const QByteArray& line)> told) { m_told = std::move(told); }

private:
    Journal(std::unique_ptr<JournalStore> store, const Clock& clock);

    std::unique_ptr<JournalStore> m_store;
    const Clock& m_clock;
    int m_seq = 0;
    QString m_lastHash;
    bool m_broken = false;
    std::function<void(const QByteArray&)> m_told;
};

} // namespace ruw
