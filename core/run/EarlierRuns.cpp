#include "core/run/EarlierRuns.h"

#include "core/base/Quote.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ruw {

QStringList journalsOfRun(const QString& runId, const QStringList& folders)
{
    constexpr qint64 longestRecord = 16 * 1024 * 1024;
    QStringList found;
    QStringList seen;
    for (const QString& folder : folders) {
        const QString path = QDir(folder).canonicalPath();
        if (path.isEmpty() || seen.contains(path))
            continue;
        seen.append(path);
        for (const QFileInfo& each : QDir(path).entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
            QFile file(each.absoluteFilePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QJsonObject first = QJsonDocument::fromJson(file.readLine(longestRecord)).object();
            const QJsonValue run = first[u"data"_s][u"procedure"_s][u"runId"_s];
            if (first[u"kind"_s] == u"run-begun"_s && run.toString() == runId)
                found.append(each.absoluteFilePath());
        }
    }
    return found;
}

QList<Text> earlierRuns(const SiteFacts& facts, const QStringList& folders)
{
    QMap<QString, QStringList> nodesOfRun;
    for (const NodeFacts& node : facts.nodes) {
        for (const QString& run : node.survey.blockPresent.effective().value_or(QStringList()))
            nodesOfRun[run].append(shownSafely(node.node.name));
    }
    QList<Text> lines;
    for (auto it = nodesOfRun.cbegin(); it != nodesOfRun.cend(); ++it) {
        lines.append(
            Text::tr("A block of run %1 stands on %2.").arg(shownSafely(it.key())).arg(Text::list(*it)));
        const QStringList journals = journalsOfRun(it.key(), folders);
        for (const QString& journal : journals) {
            lines.append(Text::tr("Its journal is here. If that run is not over, go on with it instead: "
                                  "replica-upgrade-wizard resume --journal %1")
                             .arg(shellQuoted(journal, Shell::Posix)));
        }
        if (journals.isEmpty())
            lines.append(
                Text::tr("Its journal is not in the folder of this one: if that run is not over, go on with "
                         "it where it was begun."));
    }
    return lines;
}

} // namespace ruw
