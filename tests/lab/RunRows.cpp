#include "RunRows.h"

#include "SideBySide.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace runrows {

namespace {

/// What a record of this step says of a condition about `node`, as `from` saw it: its verdict and what was seen.
QByteArrayList observedOf(const LabRun& run, const QString& step, const QString& kind, const QString& node, const QString& from)
{
    QByteArrayList out;
    QFile file(run.journal());
    if (!file.open(QIODevice::ReadOnly))
        return out;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        if (record[u"step"_s].toString() != step || record[u"kind"_s].toString() != u"step-verified"_s)
            continue;
        for (const QJsonValue& one : record[u"data"_s][u"observed"_s].toArray()) {
            // The condition's text names first who looks.
            const QString looks = one[u"condition"_s][u"args"_s][0].toString();
            if (one[u"kind"_s].toString() == kind && one[u"node"_s].toString() == node && looks == from)
                out += one[u"verdict"_s].toString().toUtf8() + ": " +
                       QJsonDocument(one[u"seen"_s].toObject()).toJson(QJsonDocument::Compact);
        }
    }
    return out;
}

} // namespace

void tell(const LabRun& run, const QString& also)
{
    qInfo("[%s] %lld mails taken, %d records. %s", SideBySide::row(), qlonglong(run.mailsTaken()),
          run.records(), qPrintable(also));
}

QString tail(const LabRun::Ended& ended)
{
    return QString::fromUtf8(ended.said.right(3000));
}

QStringList wholeUpgrade(const LabRun::Spec& spec, const QByteArray& mustSay)
{
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    QElapsedTimer timer;
    timer.start();
    const LabRun::Ended ended = run.run();
    const qint64 took = timer.elapsed();
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (!ended.menus.isEmpty())
        complaints += u"it stopped at %1"_s.arg(ended.menus.first().step);
    if (!ended.said.contains(mustSay))
        complaints += u"it never said: "_s + QString::fromUtf8(mustSay);
    // The evidence is made from the journal alone.
    const QString report = run.file(u"report.pdf"_s);
    if (run.wizard({u"evidence"_s, u"--journal"_s, run.journal(), u"-o"_s, report}).status != 0 ||
        QFile(report).size() < 10'000)
        complaints += u"no evidence could be written"_s;
    tell(run, u"%1 s"_s.arg(took / 1000));
    return complaints;
}

QStringList upgradeWithOneByHand(const LabRun::Spec& spec)
{
    LabRun run(spec);
    if (const QString trouble = run.begin(); !trouble.isEmpty())
        return {trouble};
    const LabRun::Ended ended = run.run();
    if (ended.status != 0)
        return {u"exit status %1"_s.arg(ended.status), tail(ended)};
    QStringList complaints = run.complaints();
    if (!ended.menus.isEmpty())
        complaints += u"it stopped at %1"_s.arg(ended.menus.first().step);
    const QString report = run.file(u"report.html"_s);
    if (run.wizard({u"evidence"_s, u"--journal"_s, run.journal(), u"-o"_s, report, u"--lang"_s, u"en"_s}).status != 0)
        return complaints + QStringList{u"no evidence could be written"_s};
    QFile file(report);
    const QByteArray told = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    for (const QByteArray words : {"mf1 says: Ver.5.60R01", "mf2 says: Ver.5.60R01", "The version on mf3 is Ver.5.60R01."}) {
        if (!told.contains(words))
            complaints += u"the report does not tell: "_s + QString::fromUtf8(words);
    }
    // Its peers knocked at its ports, and this machine at its SMTP port: no word was taken for that.
    const auto saw = [&](const QString& step, const QString& kind, const QString& peer, const QByteArray& words) {
        const QByteArrayList seen = observedOf(run, step, kind, spec.byHand, peer);
        if (seen.size() != 1 || !seen.first().startsWith("holds: ") || !seen.first().contains(words))
            complaints += u"%1 %2 by %3: %4"_s.arg(step, kind, peer, QString::fromUtf8(seen.join("; ")));
    };
    const QString node = spec.byHand;
    for (const QString& peer : {u"mf1"_s, u"mf2"_s}) {
        if (spec.procedure == u"block-sync-ports"_s)
            saw(u"verify-block-"_s + node, u"ports-filtered"_s, peer, "are filtered now");
    }
    if (spec.procedure == u"block-sync-ports"_s)
        saw(u"verify-sync-"_s + node, u"ports-as-baseline"_s, u"mf1"_s, "answer as before");
    saw(u"verify-mail-flow-after"_s, u"smtp-answers"_s, node, "220 ");
    tell(run, {});
    return complaints;
}

} // namespace runrows
