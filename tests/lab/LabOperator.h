#pragma once

#include "LabSite.h"

#include <QFile>

/// What a test of the lab itself asks, as its operator and on this machine.
namespace labtest {

using namespace Qt::StringLiterals;

inline constexpr int patience = 15'000; ///< ms, for whatever is waited for

/// Empty where the file can't be read.
inline QByteArray fileContents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A command on a node, by SSH from the operator's place. `limit`: ms.
inline LabSite::Ran ssh(const LabSite& lab, const QString& node, const QString& command, int limit = patience)
{
    return lab.runAsOperator(u"ssh"_s,
                             {u"-i"_s, lab.keyFile(), u"-o"_s, u"UserKnownHostsFile="_s + lab.knownHosts(),
                              u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=3"_s,
                              u"root@"_s + LabSite::address(node), command},
                             {}, limit);
}

/// How a program ended and what it said, in one line.
inline QString words(const LabSite::Ran& ran)
{
    return u"%1 [%2] [%3]"_s.arg(ran.status)
        .arg(QString::fromUtf8(ran.out).trimmed(), QString::fromUtf8(ran.err).trimmed());
}

} // namespace labtest
