#include "core/run/SiteLock.h"

#include "core/base/Quote.h"
#include "core/plan/checks/AddressKey.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/replica-upgrade-wizard/locks"_s;
}

struct Lock {
    QString name, node;
};

/// One for each node, whatever the site file's order and spelling: two sites that share a node are kept apart, too. Sorted, so
/// that of two runs that begin at once one takes all.
QList<Lock> locksOf(const Site& site)
{
    constexpr qsizetype length = 32;
    QMap<QString, Lock> locks;
    for (const Node& node : site.nodes) {
        const QByteArray key = checks::addressKey(node.address).key.toUtf8();
        const QString name =
            u"node-"_s + QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(length));
        locks.insert(name, {name, node.name});
    }
    return locks.values(); // by name
}

/// The journal of the run that holds the lock; empty: not known. A note that another process left says nothing.
QString journalOf(const QString& note, qint64 holder)
{
    QFile file(note);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool his = file.readLine().trimmed() == QByteArray::number(holder);
    return his ? QString::fromUtf8(file.readAll()) : QString();
}

Error heldByAnother(const QLockFile& lock, const QString& note, const Lock& wanted)
{
    qint64 process = 0;
    QString host, program;
    (void)lock.getLockInfo(&process, &host, &program);
    const QString journal = journalOf(note, process);
    const Text itsJournal = journal.isEmpty() ? Text::tr("not known") : Text::verbatim(shownSafely(journal));
    return {u"site-locked"_s,
            Text::tr("Another run that works on %1 is open: %2, process %3 on %4. Its journal: %5")
                .arg(shownSafely(wanted.node))
                .arg(shownSafely(program))
                .arg(QString::number(process))
                .arg(shownSafely(host))
                .arg(itsJournal),
            Text::tr("Nothing was changed: only one run at a time may work on a node."),
            Text::tr("Go on in the other window, or close it first. Should no other run be open, remove the files %1.")
                .arg(shownSafely(folder() + u"/node-*.lock"_s)),
            {}};
}

} // namespace

SiteLock::SiteLock() = default;

SiteLock::~SiteLock()
{
    for (const Held& held : m_held)
        QFile::remove(held.note); // before the lock is free: the next holder writes his own
}

Result<std::unique_ptr<SiteLock>> SiteLock::take(const Site& site, const QString& journal)
{
    std::unique_ptr<SiteLock> out(new SiteLock);
    for (const Lock& wanted : locksOf(site)) {
        const QString base = folder() + u'/' + wanted.name;
        const QString note = base + u".journal"_s;
        auto lock = std::make_unique<QLockFile>(base + u".lock"_s);
        lock->setStaleLockTime(0); // only a holder that no longer runs makes a lock stale, never its age
        if (!QDir().mkpath(folder()) || !lock->tryLock(0)) {
            if (lock->error() == QLockFile::LockFailedError)
                return heldByAnother(*lock, note, wanted);
            return Error{
                u"site-lock-unwritable"_s,
                Text::tr("The file %1 can't be made. It keeps a second run of this site away.")
                    .arg(shownSafely(lock->fileName())),
                Text::tr("The run was not begun; nothing was changed."),
                Text::tr("Make that folder writable, or name another one in the environment variable XDG_DATA_HOME."),
                {}};
        }
        QFile file(note);
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) // without it the journal is not named, no more
            file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n' + journal.toUtf8());
        out->m_held.push_back({std::move(lock), note});
    }
    return out;
}

} // namespace ruw
