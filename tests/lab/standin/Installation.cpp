#include "tests/lab/standin/Installation.h"

#include "core/product/SyncPorts.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace standin {

Result<Installation> Installation::read(const QString& dir)
{
    const auto invalid = [&](const QString& what) {
        return Error{u"standin-invalid"_s, Text::verbatim(dir + u": "_s + what), {}, {}, {}};
    };
    Installation it;
    it.dir = dir;
    const QSettings own(dir + u"/conf/standin.conf"_s, QSettings::IniFormat);
    it.node = own.value(u"node"_s).toString();
    it.master = own.value(u"role"_s).toString() == u"master"_s;
    it.masterHost = own.value(u"master"_s).toString();
    it.dataDir = own.value(u"data"_s).toString();
    it.alarmFile = own.value(u"alarm"_s).toString();
    it.smtpPort = own.value(u"smtpPort"_s, 25).toInt();
    it.adminPort = own.value(u"adminPort"_s, 15080).toInt();
    it.interval = own.value(u"interval"_s, 500).toInt();
    if (it.node.isEmpty() || it.dataDir.isEmpty())
        return invalid(u"conf/standin.conf names no node or no data folder"_s);
    const auto version = ProductVersion::firstIn(QString::fromUtf8(readAll(dir + u"/VERSION"_s)));
    if (!version)
        return invalid(u"VERSION names no version"_s);
    it.version = *version;
    auto config = ReplicaConfig::parse(readAll(dir + u"/conf/mf_replica.def"_s));
    if (!config)
        return invalid(config.error().code);
    it.config = std::move(config).value();
    return it;
}

int Installation::settingsPort() const
{
    const auto ports = config.ports();
    return ports.isEmpty() ? 0 : ports.first().port.value_or(0);
}

QList<DataPort> Installation::dataPorts() const
{
    QList<DataPort> ports;
    for (const ReplicaConfig::Port& port : config.ports()) {
        const SyncPort* row = syncPortOfKey(port.key);
        if (row && !row->isSettings() && row->usedBy(version) && port.port) {
            // DATA_SAVE_SYNC_SERVER_PORT -> save
            const QString name = port.key.section(u'_', 1, -4).toLower().replace(u'_', u'.');
            ports += {port.key, name, *port.port};
        }
    }
    return ports;
}

bool Installation::settingsSyncEnabled() const
{
    return !QFile::exists(state(u"settings-sync-disabled"_s));
}

bool Installation::restartRequired() const
{
    return QFile::exists(state(u"restart-required"_s));
}

QByteArray Installation::settingsRevision() const
{
    const QByteArray text = readAll(state(u"settings-revision"_s)).trimmed();
    return text.isEmpty() ? "0" : text;
}

bool writeDurably(const QString& path, const QByteArray& bytes)
{
    const QFileInfo info(path);
    const QString part = info.path() + u"/."_s + info.fileName() + u".part"_s;
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        ::fsync(file.handle()) != 0) {
        file.remove();
        return false;
    }
    file.close();
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        return false;
    const int folder = ::open(QFile::encodeName(info.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool stays = folder >= 0 && ::fsync(folder) == 0;
    ::close(folder);
    return stays;
}

bool appendLine(const QString& path, const QByteArray& line)
{
    // One write with O_APPEND: lines of several nodes never mix.
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    const QByteArray bytes = line + '\n';
    const bool written = fd >= 0 && ::write(fd, bytes.constData(), size_t(bytes.size())) == bytes.size();
    ::close(fd);
    return written;
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace standin
