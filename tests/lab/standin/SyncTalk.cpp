#include "tests/lab/standin/SyncTalk.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace standin {

QByteArray Greeting::line(const Installation& own, const QByteArray& what, const QByteArrayList& rest)
{
    const QByteArrayList head = {what, own.version.toString().toLatin1(), own.role().toLatin1(),
                                 own.node.toUtf8()};
    return (head + rest).join(' ') + '\n';
}

std::optional<Greeting> Greeting::parse(const QByteArray& line)
{
    const QByteArrayList words = line.trimmed().split(' ');
    if (words.size() < 4)
        return std::nullopt;
    const auto version = ProductVersion::parse(QString::fromLatin1(words[1]));
    if (!version)
        return std::nullopt;
    return Greeting{words[0], version.value(), words[2] == "master", QString::fromUtf8(words[3]),
                    words.mid(4)};
}

void compareVersions(const Installation& own, const Greeting& peer)
{
    if (peer.version == own.version)
        return;
    const QString line = u"%1 %2 %3 %4 %5 %6"_s.arg(
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QString::fromLatin1(peer.what), own.node,
        own.version.toString(), peer.node, peer.version.toString());
    (void)appendLine(own.alarmFile, line.toUtf8());
}

std::optional<QByteArray> takeLine(QTcpSocket& socket)
{
    if (socket.canReadLine())
        return socket.readLine(longestLine);
    if (socket.bytesAvailable() >= longestLine)
        socket.abort();
    return std::nullopt;
}

} // namespace standin
