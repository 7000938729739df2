#pragma once

#include "LabOperator.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

/// What a lab leaves on this machine.
namespace labtest {

/// What this machine looks like from outside a lab.
inline QStringList tracesOnThisMachine()
{
    QStringList traces;
    for (const QByteArray& line : fileContents(u"/proc/self/mountinfo"_s).split('\n'))
        traces += u"mount "_s + QString::fromUtf8(line.split(' ').mid(3).join(' '));
    for (const QString& what : QDir(u"/run/netns"_s).entryList(QDir::Files))
        traces += u"netns "_s + what;
    for (const QString& what :
         QDir(u"/sys/class/net"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
        traces += u"interface "_s + what;
    QDirIterator groups(u"/sys/fs/cgroup"_s, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    static const QRegularExpression ours(
        u"ruw-lab|/(init\\.scope|system\\.slice|mfilter\\.service|ssh\\.service)$"_s);
    while (groups.hasNext()) {
        const QString group = groups.next();
        if (ours.match(group).hasMatch())
            traces += u"cgroup "_s + group;
    }
    QProcess sysctl;
    sysctl.start(u"sysctl"_s, {u"-a"_s});
    sysctl.waitForFinished();
    static const QRegularExpression steady(u"^(fs\\.(inotify|mqueue|file-max|nr_open)|kernel\\.(core|"
                                           u"hostname|domainname|panic|printk|sysrq|pid_max|keys)|"
                                           "net\\.ipv[46]\\.(conf|ip_forward|tcp)|vm\\.(over|swap|max))"_s);
    for (const QByteArray& line : sysctl.readAllStandardOutput().split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (steady.match(text).hasMatch())
            traces += u"sysctl "_s + text;
    }
    for (const QString& what : QDir(u"/run"_s).entryList({u"ruw*"_s}, QDir::AllEntries))
        traces += u"/run/"_s + what;
    traces.sort();
    return traces;
}

/// What was not there before; other tests' own namespaces come and go beside us.
inline QStringList newTraces(const QStringList& before)
{
    QStringList traces = tracesOnThisMachine();
    traces.removeIf([&](const QString& trace) { return before.contains(trace); });
    return traces;
}

/// Processes that name this lab in their command line.
inline int processesOf(const QString& name)
{
    int count = 0;
    for (const QString& pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs))
        count += fileContents(u"/proc/%1/cmdline"_s.arg(pid)).contains(QByteArray("ruw-lab/" + name.toUtf8()))
                     ? 1
                     : 0;
    return count;
}

} // namespace labtest
