#include "core/survey/NodeQuery.h"

#include "core/base/Quote.h"
#include "core/base/ScriptText.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

constexpr qint64 commandOutputLimit = 64 * 1024;

/// Without comments and indents: an exec request has a limit of about 32 kB.
QString compact(const QString& script)
{
    QString out;
    for (const QStringView line : QStringView(script).split(u'\n')) {
        const QStringView text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#'))
            out += text + u'\n';
    }
    return out;
}

/// The parts of the script never change: read and made compact once.
const QString& part(const QString& name)
{
    static const QHash<QString, QString> parts = [] {
        QHash<QString, QString> all;
        for (const char* one : {"", "-machine", "-config", "-command", "-listening", "-block", "-queue",
                                "-installer", "-job", "-reach"}) {
            const QString suffix = QString::fromLatin1(one);
            all.insert(suffix, compact(scriptText(u"survey"_s + suffix + u".sh"_s)));
        }
        return all;
    }();
    return *parts.constFind(name);
}

QString quoted(const QString& word)
{
    return shellQuoted(word, Shell::Posix);
}

/// A path that no tool takes for an option: relative ones start with "./".
QString quotedPath(const QString& path)
{
    return quoted(path.startsWith(u'/') ? path : u"./"_s + path);
}

/// Which part each question needs and how it is put.
struct Piece {
    Ask ask;
    const char* part;
    QString (*call)(const NodeQuery&);
};

QString operatorCall(const char* key, const NodeQuery& query, const QString& command)
{
    if (command.isEmpty())
        return {};
    return u"operator %1 %2 %3 %4"_s.arg(QString::fromLatin1(key))
        .arg(query.commandSeconds)
        .arg(commandOutputLimit)
        .arg(quoted(command));
}

QString pathCall(const char* function, const QString& path)
{
    return path.isEmpty() ? QString() : QString::fromLatin1(function) + u' ' + quotedPath(path);
}

// What may hang for long comes last: what was found before it is printed first, in one piece (see survey.sh).
const std::array<Piece, 13>& pieces()
{
    static const std::array<Piece, 13> all = {
        Piece{Ask::Machine, "-machine", [](const NodeQuery&) { return u"machine"_s; }},
        Piece{Ask::Listening, "-listening", [](const NodeQuery&) { return u"listening"_s; }},
        Piece{Ask::Firewall, "-block", [](const NodeQuery&) { return u"filters"_s; }},
        Piece{Ask::Block, "-block", [](const NodeQuery&) { return u"block"_s; }},
        Piece{Ask::Config, "-config",
              [](const NodeQuery& q) {
                  return u"config %1 %2\nfolder config.default %3"_s.arg(quotedPath(q.effectiveInstallDir()))
                      .arg(ReplicaConfig::sizeLimit + 1)
                      .arg(quoted(QString::fromUtf16(NodeQuery::defaultInstallDir)));
              }},
        Piece{Ask::Version, "-command",
              [](const NodeQuery& q) { return operatorCall("version", q, q.versionCommand); }},
        Piece{Ask::Service, "-command",
              [](const NodeQuery& q) { return operatorCall("service", q, q.serviceStatus); }},
        Piece{Ask::BootStart, "-command",
              [](const NodeQuery& q) { return operatorCall("bootstart", q, q.bootStatus); }},
        Piece{Ask::SettingsSync, "-command",
              [](const NodeQuery& q) { return operatorCall("settingssync", q, q.settingsSyncStatus); }},
        Piece{Ask::Queue, "-queue", [](const NodeQuery& q) { return pathCall("queue", q.queueDir); }},
        Piece{Ask::Installer, "-installer",
              [](const NodeQuery& q) { return pathCall("installer", q.installer); }},
        Piece{Ask::Copy, "-installer", [](const NodeQuery& q) { return pathCall("copy", q.copyPath); }},
        Piece{Ask::Job, "-job",
              [](const NodeQuery& q) {
                  const QString call = pathCall("job", q.jobDir);
                  return call.isEmpty() ? call : u"%1 %2"_s.arg(call).arg(q.jobAttempt);
              }},
    };
    return all;
}

QString reachCall(const NodeQuery& query)
{
    QString call = u"reach %1"_s.arg(query.reachSeconds);
    for (const ReachTarget& target : query.reach) {
        QStringList ports;
        for (const int port : target.ports)
            ports.append(QString::number(port));
        call += (target.family == IpFamily::Ipv6 ? u" 6 "_s : u" 4 "_s) + quoted(target.address) + u' ' +
                quoted(ports.join(u' '));
    }
    return call;
}

/// The script's first lines: the mark of the answer, in two halves (see survey.sh).
QString markLines()
{
    const auto half = [] {
        return QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    };
    return u"m=%1\nm=$m.%2\n"_s.arg(half(), half());
}

} // namespace

NodeQuery NodeQuery::about(const Node& node, Asks asks)
{
    NodeQuery query;
    query.asks = asks;
    query.installDir = node.installDir;
    query.queueDir = node.queueDir;
    query.installer = node.installer;
    query.versionCommand = node.versionCommand;
    query.serviceStatus = node.service.status;
    query.bootStatus = node.service.bootStatus;
    query.settingsSyncStatus = node.settingsSync.status;
    return query;
}

NodeQuery NodeQuery::reaching(QList<ReachTarget> targets)
{
    NodeQuery query;
    query.reach = std::move(targets);
    return query;
}

Asks NodeQuery::everything()
{
    Asks asks;
    for (const Piece& piece : pieces())
        asks |= piece.ask;
    return asks;
}

QString NodeQuery::effectiveInstallDir() const
{
    return installDir.isEmpty() ? QString::fromUtf16(defaultInstallDir) : installDir;
}

QString NodeQuery::configPath() const
{
    return effectiveInstallDir() + u"/conf/mf_replica.def"_s;
}

QByteArray NodeQuery::script() const
{
    QString functions = markLines() + part({});
    QString calls;
    QStringList parts;
    const auto add = [&](const QString& name, const QString& call) {
        if (call.isEmpty())
            return;
        if (!parts.contains(name)) {
            parts.append(name);
            functions += part(name);
        }
        calls += call + u'\n';
    };
    for (const Piece& piece : pieces()) {
        if (asks.testFlag(piece.ask))
            add(QString::fromLatin1(piece.part), piece.call(*this));
    }
    if (!reach.isEmpty())
        add(u"-reach"_s, reachCall(*this));
    return (functions + calls + u"finish\n"_s).toUtf8();
}

NodeCommand NodeQuery::command() const
{
    NodeCommand command;
    command.script = script();
    command.asRoot = bool(asks); // whoever may log in may connect to a port
    // The script keeps to limits of its own; this one is for a node on which nothing moves any more.
    command.limit = std::chrono::seconds(asks ? 150 : 30);
    command.outputLimit = 8 * 1024 * 1024; // several times the largest config
    return command;
}

} // namespace ruw
