#pragma once

#include "core/base/Result.h"
#include "core/base/Time.h"

#include <QFile>
#include <QJsonObject>

#include <memory>

class QLockFile;

namespace ruw {

/// One record of a journal.
struct JournalRecord {
    int seq = 0;
    QDateTime time;
    QString kind; ///< "run-begun", "step-confirmed", "step-started", "step-executed", "step-verified", "step-failed", ...
    QString step; ///< empty where it concerns the whole run
    QJsonObject data;
    QString prev; ///< SHA-256 (hex) of the line before, without its line end; empty in the first
};

/// What a journal file holds. `tornTail`: the last line was incomplete (a crash while writing): tolerated, ignored.
struct JournalRead {
    QList<JournalRecord> records;
    bool tornTail = false;
    QString lastHash;
};

/// JSON Lines, append only, flushed to disk before append() returns, each record chained to the one before by hash.
/// Never holds a secret: callers hand in what may be printed.
class Journal {
public:
    /// Begins a new file (error journal-exists where there is one) or goes on with an existing one. A lock beside the file
    /// keeps a second run on this machine away (error journal-locked). A damaged file is refused: journal-damaged names
    /// the line.
    static Result<std::shared_ptr<Journal>> create(const QString& path, const Clock& clock);
    static Result<std::shared_ptr<Journal>> reopen(const QString& path, const Clock& clock);
    static Result<JournalRead> read(const QString& path);
    ~Journal();

    /// On disk when it returns. Error: journal-unwritable; then nothing may be done that it should have recorded.
    Status append(const QString& kind, const QString& step, const QJsonObject& data);
    QString path() const;

private:
    Journal(const QString& path, const Clock& clock);
    QFile m_file;
    const Clock& m_clock;
    std::unique_ptr<QLockFile> m_lock;
    int m_seq = 0;
    QString m_lastHash;
};

} // namespace ruw
