#pragma once

#include "core/survey/NodeAnswer.h"
#include "core/survey/NodeQuery.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// A shell of this machine in which a script is run, as on a node.
struct Machine {
    QStringList shell{u"/bin/sh"_s};
    QString path; ///< PATH; empty: this machine's own
    QString folder = QDir::tempPath();

    NodeAnswer ask(const NodeQuery& query) const
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!path.isEmpty())
            environment.insert(u"PATH"_s, path);
        process.setProcessEnvironment(environment);
        process.start(shell.first(), shell.mid(1) + QStringList{u"-c"_s, QString::fromUtf8(query.script())});
        process.closeWriteChannel();
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        process.waitForFinished(60'000);
        NodeAnswer answer = NodeAnswer::parse(process.readAllStandardOutput());
        answer.askedAtMs = before;
        answer.answeredAtMs = QDateTime::currentMSecsSinceEpoch();
        return answer;
    }
};

/// A folder with links to these tools and to nothing else.
inline QString onlyTools(const QTemporaryDir& dir, const QStringList& tools)
{
    const QString bin = dir.filePath(u"bin"_s);
    QDir().mkpath(bin);
    for (const QString& tool : tools) {
        const QString file = QStandardPaths::findExecutable(tool);
        if (!file.isEmpty())
            QFile::link(file, bin + u'/' + tool);
    }
    return bin;
}

/// What every machine has, without what only some have (timeout, base64, perl).
inline const QStringList basicTools{u"sh"_s,    u"cat"_s,    u"grep"_s, u"head"_s,     u"env"_s,
                                    u"id"_s,    u"date"_s,   u"true"_s, u"uname"_s,    u"df"_s,
                                    u"find"_s,  u"stat"_s,   u"awk"_s,  u"cksum"_s,    u"ls"_s,
                                    u"sleep"_s, u"setsid"_s, u"od"_s,   u"sha256sum"_s};

/// A listening socket of this machine; `full`: its queue is full, so that connections get no answer.
class Port {
public:
    explicit Port(bool listening, bool full = false) : m_fd(make())
    {
        sockaddr_in address = loopback(0);
        (void)::bind(m_fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
        socklen_t size = sizeof address;
        (void)::getsockname(m_fd, reinterpret_cast<sockaddr*>(&address), &size);
        m_number = ntohs(address.sin_port);
        if (listening)
            (void)::listen(m_fd, full ? 0 : 16);
        for (int i = 0; full && i < 3; ++i) {
            const int client = make();
            m_clients.append(client);
            (void)::fcntl(client, F_SETFL, O_NONBLOCK);
            sockaddr_in to = loopback(m_number);
            (void)::connect(client, reinterpret_cast<sockaddr*>(&to), sizeof to);
        }
    }
    ~Port()
    {
        for (const int fd : m_clients)
            ::close(fd);
        ::close(m_fd);
    }
    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;
    int number() const { return m_number; }

private:
    static int make() { return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }
    static sockaddr_in loopback(int port)
    {
        return {AF_INET, htons(quint16(port)), {htonl(INADDR_LOOPBACK)}, {}};
    }
    int m_fd;
    int m_number = 0;
    QList<int> m_clients;
};

} // namespace ruw::samples
