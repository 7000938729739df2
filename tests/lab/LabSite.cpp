#include "LabSite.h"

#include "WaitUntil.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <atomic>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LabSite::Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input,
                        int limit)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUW_LAB_BIN"_s, QStringLiteral(BUILD_DIR "/tests/lab"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(limit);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool exited = ended && process.exitStatus() == QProcess::NormalExit;
    return {exited ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

const QString& script()
{
    static const QString path = QStringLiteral(TESTS_DIR "/lab.sh");
    return path;
}

} // namespace

QString LabSite::whyNot()
{
    const Ran ran = runProgram(script(), {u"check"_s}, {}, patience);
    return ran.status == 0 ? QString() : u"No lab here: "_s + QString::fromUtf8(ran.err).trimmed();
}

LabSite::LabSite(Options options) : m_options(std::move(options))
{
    static std::atomic<int> labs = 0; // several are made at once
    m_name = u"t%1-%2"_s.arg(::getpid()).arg(++labs);
}

LabSite::Ran LabSite::runScript(const QStringList& arguments, int limit) const
{
    return runProgram(script(), QStringList{u"--name"_s, m_name} + arguments, {}, limit);
}

bool LabSite::up()
{
    QStringList arguments = {u"up"_s,
                             u"--nodes"_s,
                             QString::number(m_options.nodes),
                             u"--source"_s,
                             m_options.source,
                             u"--target"_s,
                             m_options.target,
                             u"--owner"_s,
                             QString::number(::getpid()),
                             u"--data-sync"_s,
                             m_options.dataSync ? u"ON"_s : u"OFF"_s};
    if (m_options.ipv6)
        arguments += u"--ipv6"_s;
    if (m_options.ipv6Only)
        arguments += u"--ipv6-only"_s;
    if (m_options.sudo)
        arguments += u"--sudo"_s;
    if (m_options.jump)
        arguments += u"--jump"_s;
    if (m_options.delay > 0)
        arguments += {u"--delay"_s, QString::number(m_options.delay)};
    const Ran ran = runScript(arguments, 4 * patience);
    m_why = QString::fromUtf8(ran.err);
    m_up = ran.status == 0;
    return m_up;
}

void LabSite::down()
{
    if (m_up)
        (void)runScript({u"down"_s}, 2 * patience);
    m_up = false;
}

QString LabSite::directory() const
{
    return u"/run/ruw-lab/"_s + m_name;
}

QJsonObject LabSite::site() const
{
    return QJsonDocument::fromJson(contents(siteFile())).object();
}

QString LabSite::writeSite(const QJsonObject& site, const QString& fileName) const
{
    const QString path = directory() + u'/' + fileName;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(site).toJson()) < 0)
        return {};
    return path;
}

QStringList LabSite::nodes() const
{
    QStringList names;
    for (int i = 1; i <= m_options.nodes; ++i)
        names += u"mf%1"_s.arg(i);
    return names;
}

QString LabSite::address(const QString& node)
{
    return u"10.77.0."_s + node.mid(2);
}

QString LabSite::host(const QString& node) const
{
    return m_options.ipv6Only ? u"fd77::%1"_s.arg(node.mid(2).toInt(), 0, 16) : address(node);
}

qint64 LabSite::recordedPid(const QString& file) const
{
    return contents(directory() + u'/' + file).split(' ').value(0).toLongLong();
}

void LabSite::enterOperator() const
{
    const QString path = u"/proc/%1/ns/net"_s.arg(recordedPid(u"operator.pid"_s));
    const int network = ::open(path.toLatin1().constData(), O_RDONLY | O_CLOEXEC);
    if (network < 0 || ::setns(network, CLONE_NEWNET) != 0)
        qFatal("The operator's network can't be entered.");
    ::close(network);
}

QStringList LabSite::operatorCommand(const QString& program, const QStringList& arguments) const
{
    // Each lab is a site and an operator's machine of its own, though all have the same addresses.
    return QStringList{u"nsenter"_s, u"--net=/proc/%1/ns/net"_s.arg(recordedPid(u"operator.pid"_s)), u"--"_s,
                       u"env"_s,     u"XDG_DATA_HOME="_s + directory() + u"/operator"_s, program} +
           arguments;
}

LabSite::Ran LabSite::runAsOperator(const QString& program, const QStringList& arguments,
                                    const QByteArray& input, int limit) const
{
    const QStringList command = operatorCommand(program, arguments);
    return runProgram(command.first(), command.mid(1), input, limit);
}

LabSite::Ran LabSite::run(const QString& node, const QByteArray& script, const QByteArray& input) const
{
    return runProgram(u"nsenter"_s,
                      {u"-t"_s, QString::number(recordedPid(node + u"/pid"_s)), u"-a"_s, u"--"_s, u"env"_s,
                       u"-i"_s, u"HOME=/root"_s,
                       u"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s, u"sh"_s,
                       u"-c"_s, QString::fromUtf8(script)},
                      input, patience);
}

LabSite::Ran LabSite::runInNetworkOf(const QString& node, const QByteArray& script) const
{
    return runProgram(u"nsenter"_s,
                      {u"-t"_s, QString::number(recordedPid(node + u"/pid"_s)), u"-n"_s, u"--"_s, u"sh"_s,
                       u"-c"_s, QString::fromUtf8(script)},
                      {}, patience);
}

LabSite::Ran LabSite::runInFilesOf(const QString& node, const QByteArray& script) const
{
    return runProgram(
        u"sh"_s,
        {u"-c"_s, u"cd \"$0\" && "_s + QString::fromUtf8(script), insideKeeper(u"nodes/%1"_s.arg(node))}, {},
        patience);
}

QString LabSite::insideKeeper(const QString& path) const
{
    return u"/proc/%1/root%2/%3"_s.arg(recordedPid(u"keeper.pid"_s)).arg(directory(), path);
}

QString LabSite::mailDir(const QString& node, const QString& what) const
{
    return insideKeeper(u"nodes/%1/data/%2"_s.arg(node, what));
}

bool LabSite::setInstaller(const QString& node, const QByteArray& behaviour) const
{
    QFile file(insideKeeper(u"nodes/%1/home/installer.behaviour"_s.arg(node)));
    return file.open(QIODevice::WriteOnly) && file.write(behaviour + '\n') > 0;
}

QString LabSite::version(const QString& node) const
{
    for (const QJsonValue& entry : site().value(u"nodes"_s).toArray()) {
        if (entry[u"name"_s].toString() == node) {
            const QByteArray said = run(node, entry[u"versionCommand"_s].toString().toUtf8()).out.trimmed();
            const qsizetype at = said.lastIndexOf("Ver.");
            return at < 0 ? QString() : QString::fromUtf8(said.mid(at + 4));
        }
    }
    return {};
}

QByteArray LabSite::boot(const QString& node) const
{
    return contents(directory() + u"/shared/up/"_s + node);
}

bool LabSite::waitUp(const QString& node) const
{
    return waitUntil([&] { return !boot(node).isEmpty(); }, patience);
}

bool LabSite::reboot(const QString& node)
{
    return did({u"reboot"_s, node}) && waitUp(node);
}

bool LabSite::crash(const QString& node)
{
    return did({u"crash"_s, node}) &&
           waitUntil([&] { return !QFile::exists(directory() + u"/%1/pid"_s.arg(node)); }, patience);
}

bool LabSite::start(const QString& node)
{
    return did({u"start"_s, node}) && waitUp(node);
}

bool LabSite::setCable(const QString& port, bool plugged) const
{
    return did({u"cable"_s, port, plugged ? u"up"_s : u"down"_s});
}

bool LabSite::setWall(bool stands) const
{
    return did({u"wall"_s, stands ? u"up"_s : u"down"_s});
}

bool LabSite::freeze(const QString& node) const
{
    return did({u"freeze"_s, node});
}

bool LabSite::thaw(const QString& node) const
{
    return did({u"thaw"_s, node});
}

bool LabSite::setDelay(const QString& port, int ms) const
{
    return did({u"delay"_s, port, QString::number(ms)});
}

QByteArrayList LabSite::alarms() const
{
    QByteArrayList lines = contents(directory() + u"/shared/alarm.log"_s).split('\n');
    lines.removeAll({});
    return lines;
}

void LabSite::clearAlarms() const
{
    QFile::resize(directory() + u"/shared/alarm.log"_s, 0);
}

QMap<QByteArray, QStringList> LabSite::mails() const
{
    QMap<QByteArray, QStringList> places;
    for (const QString& node : nodes()) {
        for (const QString& what : {u"queue"_s, u"archive"_s}) {
            const QDir dir(mailDir(node, what));
            for (const QString& name : dir.entryList(QDir::Files)) {
                constexpr char field[] = "Message-ID: <";
                const QByteArray mail = contents(dir.filePath(name));
                const qsizetype from = mail.indexOf(field);
                const qsizetype to = mail.indexOf('>', from);
                if (from >= 0 && to >= 0) {
                    const qsizetype begin = from + qsizetype(sizeof field) - 1;
                    places[mail.mid(begin, to - begin)] += node + u' ' + what;
                }
            }
        }
    }
    return places;
}

qint64 LabSite::cpuTime() const
{
    const QByteArray words = contents(insideKeeper(u"cgroup2/ruw-lab-%1/cpu.stat"_s.arg(m_name)));
    return words.split('\n').value(0).split(' ').value(1).toLongLong() / 1000;
}
