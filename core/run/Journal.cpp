#include "core/run/Journal.h"

#include "core/base/Quote.h"
#include "core/base/SafeFile.h"
#include "core/run/SiteLock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 sizeLimit = 64 * 1024 * 1024;

QString hashOf(const QByteArray& line)
{
    return QString::fromLatin1(QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex());
}

/// A string that JSON writes as it stands.
bool isPlain(const QString& string)
{
    return std::all_of(string.cbegin(), string.cend(), [](QChar c) {
        return c.unicode() > 0x1f && c.unicode() < 0x7f && c != u'"' && c != u'\\';
    });
}

/// ISO 8601 with milliseconds and offset. A journal writes one a record: QDateTime's own way by format strings is slow.
QByteArray timeOf(const QDateTime& time)
{
    const qint64 offset = time.offsetFromUtc();
    const qint64 local = time.toMSecsSinceEpoch() + offset * 1000;
    constexpr qint64 dayMs = 24 * 3'600'000LL;
    const QDate date = QDate(1970, 1, 1).addDays(local / dayMs);
    if (local < 0 || date.year() > 9999 || offset % 60 != 0 || time.timeSpec() != Qt::OffsetFromUTC)
        return time.toString(Qt::ISODateWithMs).toLatin1();
    const int ms = int(local % dayMs);
    const int away = int(std::abs(offset) / 60);
    std::array<char, 40> out;
    const int size = std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d", date.year(),
                                   date.month(), date.day(), ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000,
                                   offset < 0 ? '-' : '+', away / 60, away % 60);
    return {out.data(), size};
}

/// Compact JSON with its keys in order, as QJsonDocument writes it; only the data needs a document.
QByteArray lineOf(const JournalRecord& record)
{
    if (!isPlain(record.kind) || !isPlain(record.step) || !isPlain(record.prev)) {
        const QJsonObject object{{u"seq"_s, record.seq},   {u"time"_s, QString::fromLatin1(timeOf(record.time))},
                                 {u"kind"_s, record.kind}, {u"step"_s, record.step},
                                 {u"prev"_s, record.prev}, {u"data"_s, record.data}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    const QByteArray data =
        record.data.isEmpty() ? QByteArray("{}") : QJsonDocument(record.data).toJson(QJsonDocument::Compact);
    QByteArray line;
    line.reserve(data.size() + 256);
    line += "{\"data\":" + data + ",\"kind\":\"" + record.kind.toLatin1() + "\",\"prev\":\"" + record.prev.toLatin1() +
            "\",\"seq\":" + QByteArray::number(record.seq) + ",\"step\":\"" + record.step.toLatin1() + "\",\"time\":\"" +
            timeOf(record.time) + "\"}";
    return line;
}

/// The record of a line; on error `why` says what does not fit.
std::optional<JournalRecord> recordOf(const QByteArray& line, int seq, const QString& prev, Text& why)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parseError);
    if (!document.isObject()) {
        why = Text::tr("The line is no JSON record.");
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    JournalRecord record;
    record.seq = object.value(u"seq"_s).toInt(-1);
    record.time = QDateTime::fromString(object.value(u"time"_s).toString(), Qt::ISODateWithMs);
    record.kind = object.value(u"kind"_s).toString();
    record.step = object.value(u"step"_s).toString();
    record.prev = object.value(u"prev"_s).toString();
    record.data = object.value(u"data"_s).toObject();
    if (record.seq != seq) {
        why = Text::tr("The record should have the number %1: a line is missing, doubled or moved.")
                  .arg(Text::verbatim(QString::number(seq)));
        return std::nullopt;
    }
    if (record.prev != prev) {
        why = Text::tr("The record does not continue the hash chain: the line before it was changed after it "
                       "was written.");
        return std::nullopt;
    }
    if (!record.time.isValid() || record.kind.isEmpty()) {
        why = Text::tr("The record has no readable time or kind.");
        return std::nullopt;
    }
    return record;
}

Text systemError(int number)
{
    return Text::verbatim(QString::fromLocal8Bit(std::strerror(number)));
}

bool flushToDisk(int descriptor)
{
    int result = 0;
    do {
        result = ::fdatasync(descriptor);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

/// A new file is only safe when the folder that names it is on disk as well.
bool flushFolderOf(const QString& path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool flushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return flushed;
}

Error unwritable(const QString& path, const Text& reason)
{
    return {u"journal-unwritable"_s,
            Text::tr("The journal %1 can't be written: %2").arg(shownSafely(path)).arg(reason),
            Text::tr("The run stands still: nothing may be done that is not recorded first. What was "
                     "recorded before is "
                     "safe."),
            Text::tr("Check free space, permissions and the disk, then go on from the journal."),
            {}};
}

struct JournalLocks {
    std::unique_ptr<QLockFile> ofJournal;
    std::unique_ptr<SiteLock> ofSite; ///< null: no real work
};

/// A file with a lock beside it, so that a second run on this machine is kept away.
class JournalFile final : public JournalStore {
public:
    JournalFile(const QString& path, JournalLocks locks) : m_file(path), m_locks(std::move(locks)) {}

    QString name() const override { return m_file.fileName(); }
    QFile& file() { return m_file; }
    std::optional<Text> append(const QByteArray& bytes) override
    {
        const qint64 written = m_file.write(bytes);
        if (written != bytes.size())
            return written < 0 ? Text::verbatim(m_file.errorString()) : systemError(ENOSPC);
        if (!flushToDisk(m_file.handle()))
            return systemError(errno);
        return std::nullopt;
    }

private:
    QFile m_file;
    JournalLocks m_locks;
};

Result<std::unique_ptr<QLockFile>> lockOf(const QString& path)
{
    auto lockFile = std::make_unique<QLockFile>(path + u".lock"_s);
    lockFile->setStaleLockTime(0); // only a holder that no longer runs makes a lock stale, never its age
    if (lockFile->tryLock(0))
        return lockFile;
    if (lockFile->error() != QLockFile::LockFailedError) {
        return Error{u"journal-unwritable"_s,
                     Text::tr("The lock file %1 can't be made.").arg(shownSafely(path + u".lock"_s)),
                     Text::tr("The run was not begun; nothing was changed."),
                     Text::tr("Choose a folder on this machine that you may write to."),
                     {}};
    }
    qint64 pid = 0;
    QString host, program;
    lockFile->getLockInfo(&pid, &host, &program);
    return Error{
        u"journal-locked"_s,
        Text::tr("The journal %1 is in use: %2, process %3 on %4 is working with it.")
            .arg(shownSafely(path))
            .arg(shownSafely(program))
            .arg(QString::number(pid))
            .arg(shownSafely(host)),
        Text::tr("Nothing was changed: only one run at a time may work on a site."),
        Text::tr(
            "Go on in the other window, or close it first. Should no other run be open, remove the file %1.")
            .arg(shownSafely(path + u".lock"_s)),
        {}};
}

Result<JournalLocks> locksOf(const QString& path, const Site* site)
{
    JournalLocks locks;
    auto ofJournal = lockOf(path);
    if (!ofJournal)
        return ofJournal.error();
    locks.ofJournal = std::move(ofJournal.value());
    if (site) {
        auto ofSite = SiteLock::take(*site, path);
        if (!ofSite)
            return ofSite.error();
        locks.ofSite = std::move(ofSite.value());
    }
    return locks;
}

} // namespace

Journal::Journal(std::unique_ptr<JournalStore> store, const Clock& clock)
    : m_store(std::move(store)), m_clock(clock)
{
}

Journal::~Journal() = default;

std::shared_ptr<Journal> Journal::on(std::unique_ptr<JournalStore> store, const Clock& clock,
                                     const JournalRead& soFar)
{
    std::shared_ptr<Journal> journal(new Journal(std::move(store), clock));
    journal->m_seq = int(soFar.records.size());
    journal->m_lastHash = soFar.lastHash;
    return journal;
}

Result<std::shared_ptr<Journal>> Journal::create(const QString& givenPath, const Clock& clock,
                                                 const Site* site)
{
    const QString path = QFileInfo(givenPath).absoluteFilePath();
    const auto exists = [&] {
        return Error{u"journal-exists"_s,
                     Text::tr("The file %1 exists already.").arg(shownSafely(path)),
                     Text::tr("It was not touched: a journal is never overwritten."),
                     Text::tr("Choose another file name, or continue the run that this journal holds."),
                     {}};
    };
    if (QFileInfo::exists(path))
        return exists();
    auto locked = locksOf(path, site);
    if (!locked)
        return locked.error();
    auto store = std::make_unique<JournalFile>(path, std::move(locked.value()));
    if (!store->file().open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        if (QFileInfo::exists(path))
            return exists();
        return unwritable(path, Text::verbatim(store->file().errorString()));
    }
    if (!flushFolderOf(path))
        return unwritable(path, systemError(errno));
    return on(std::move(store), clock);
}

Result<std::shared_ptr<Journal>> Journal::reopen(const QString& givenPath, const Clock& clock,
                                                 JournalRead& read, const Site* site)
{
    const QString path = QFileInfo(givenPath).absoluteFilePath();
    if (!QFileInfo::exists(path)) {
        return Error{u"file-missing"_s,
                     Text::tr("The file %1 does not exist.").arg(shownSafely(path)),
                     Text::tr("Nothing was read from it."),
                     Text::tr("Check the path, or copy the file there, and try again."),
                     {}};
    }
    auto locked = locksOf(path, site); // before reading: from here on nobody else appends
    if (!locked)
        return locked.error();
    const Result<JournalRead> content = Journal::read(path);
    if (!content)
        return content.error();
    if (content->records.isEmpty()) {
        // Cutting a "torn line" off something that is no journal at all would destroy the file.
        return Error{
            u"journal-empty"_s,
            Text::tr("The file %1 holds no whole record of a run.").arg(shownSafely(path)),
            Text::tr("It was not touched."),
            Text::tr("If it is a journal, its run was broken off before anything began: begin a new run."),
            {}};
    }
    auto store = std::make_unique<JournalFile>(path, std::move(locked.value()));
    QFile& file = store->file();
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return unwritable(path, Text::verbatim(file.errorString()));
    if (content->tornTail && (!file.resize(content->wholeBytes) || !flushToDisk(file.handle())))
        return unwritable(path, Text::verbatim(file.errorString()));
    if (!file.seek(content->wholeBytes))
        return unwritable(path, Text::verbatim(file.errorString()));
    read = *content;
    return on(std::move(store), clock, read);
}

Result<JournalRead> Journal::read(const QString& path)
{
    const Result<QByteArray> bytes = readWholeFile(path, sizeLimit);
    return bytes ? parse(*bytes, path) : Result<JournalRead>(bytes.error());
}

Result<JournalRead> Journal::parse(const QByteArray& bytes, const QString& path, JournalRead read)
{
    qsizetype start = read.wholeBytes;
    read.tornTail = false;
    while (start < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', start);
        if (end < 0) {
            // append() writes the line end last: without it the record was never acknowledged to anybody.
            read.tornTail = true;
            break;
        }
        const QByteArray line = bytes.mid(start, end - start);
        Text why;
        const int number = int(read.records.size()) + 1;
        const auto record = recordOf(line, number, read.lastHash, why);
        if (!record) {
            const Text remedy =
                Text::tr("Take the file from a copy, if there is one. Else do not go on by this journal: "
                         "look at the nodes and settle by hand what stands.");
            return Error{u"journal-damaged"_s,
                         Text::tr("The journal %1 is damaged in line %2.").arg(shownSafely(path)).arg(number),
                         Text::tr("It was not touched, and nothing was done."),
                         remedy,
                         {{u"journal-damaged"_s, Severity::Blocker, {}, path, number, why, remedy}}};
        }
        read.records.append(*record);
        read.lastHash = hashOf(line);
        start = end + 1;
        read.wholeBytes = start;
    }
    return read;
}

Result<JournalRecord> Journal::append(const QString& kind, const QString& step, const QJsonObject& data)
{
    if (m_broken)
        return unwritable(path(), Text::tr("an earlier record could not be written"));
    const QDateTime now = m_clock.now();
    JournalRecord record{m_seq + 1, now.toOffsetFromUtc(now.offsetFromUtc()), kind, step, data, m_lastHash};
    const QByteArray line = lineOf(record);
    if (const std::optional<Text> failure = m_store->append(line + '\n')) {
        m_broken = true;
        return unwritable(path(), *failure);
    }
    // A live run and a resumed one must see the same: the time to the millisecond (lineOf() writes no more of it).
    ++m_seq;
    m_lastHash = hashOf(line);
    if (m_told)
        m_told(line + '\n');
    return record;
}

} // namespace ruw
