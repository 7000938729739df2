#pragma once

#include "core/base/Result.h"
#include "core/product/ProductVersion.h"
#include "core/product/ReplicaConfig.h"

#include <QList>
#include <QString>

namespace standin {

/// A data port of the installed version, as its config names it.
struct DataPort {
    QString key;  ///< "DATA_SAVE_SYNC_SERVER_PORT"
    QString name; ///< "save": stands in front of the queue files that go this way
    int port = 0;
};

/// What is installed in a folder, as it was when the service started: a running service does not notice an installer.
struct Installation {
    QString dir;
    QString node;
    bool master = false;
    QString masterHost; ///< where a slave's queue goes
    QString dataDir, alarmFile;
    int smtpPort = 0, adminPort = 0;
    int interval = 0; ///< of settings sync, in milliseconds
    ruw::ProductVersion version;
    ruw::ReplicaConfig config;

    static ruw::Result<Installation> read(const QString& dir);

    bool dataSync() const { return config.dataSync() == ruw::ReplicaConfig::DataSync::On; }
    /// Ours is the number under which the config names its peers; without peers the FAQ's.
    int settingsPort() const;
    QList<DataPort> dataPorts() const;
    QString role() const { return master ? QStringLiteral("master") : QStringLiteral("slave"); }
    QString queueDir() const { return dataDir + QStringLiteral("/queue"); }
    QString archiveDir() const { return dataDir + QStringLiteral("/archive"); }
    QString logFile() const { return dataDir + QStringLiteral("/log/delivered.log"); }
    QString state(const QString& name) const { return dir + QStringLiteral("/var/") + name; }

    // Looked at whenever asked.
    bool settingsSyncEnabled() const;
    bool restartRequired() const;
    QByteArray settingsRevision() const;
};

/// Whole or not at all, and on disk when it returns. False: it could not be written, nothing is there.
bool writeDurably(const QString& path, const QByteArray& bytes);
bool appendLine(const QString& path, const QByteArray& line);
QByteArray readAll(const QString& path);

} // namespace standin
