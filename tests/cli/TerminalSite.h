#pragma once

#include "TerminalPlay.h"

#include "core/run/Journal.h"

#include <QTcpServer>
#include <QTemporaryDir>

/// What the tests of `run` and `resume` play on: a site without any server, in a folder that goes with it.
namespace terminal {

/// Greets like a mail node, on every address of this machine.
class MailPort {
public:
    MailPort();
    int port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

void write(const QString& path, const QByteArray& bytes);
QList<ruw::JournalRecord> recordsOf(const QString& journal);
/// Of this kind, and of this step where one is named.
QList<ruw::JournalRecord> recordsOf(const QString& journal, const QString& kind, const QString& step = {});

QStringList people();
QStringList resumeFrom(const QString& journal, const QStringList& more = {});
/// y, but this step fails; what is said at its menu and after it is the test's.
Answers whereItFails(QLatin1StringView title, const QList<QByteArray>& then);

constexpr auto stopping = QLatin1StringView("Stop the service on mf2");
constexpr auto installing = QLatin1StringView("Upgrade mf2 to"); // a critical step

/// Three nodes that are worked on by hand, and of which nothing can be seen from here: every result is a word.
class TerminalSite {
public:
    TerminalSite();
    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString newJournal();
    QStringList runInto(const QString& journal, const QStringList& more = {}) const;
    /// The same site, but all three take mail, on this machine.
    QString siteWithMail(int port) const;

private:
    QTemporaryDir m_dir;
    int m_number = 0;
};

} // namespace terminal
