#pragma once

#include "core/product/ReplicaConfig.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <tuple>

namespace ruw::samples {

using namespace Qt::StringLiterals;

/// The config of these bytes, which must be readable.
inline ReplicaConfig parsed(const QByteArray& bytes)
{
    return *ReplicaConfig::parse(bytes);
}

/// Its findings of that id.
inline QList<Finding> findingsOf(const ReplicaConfig& config, const QString& id)
{
    QList<Finding> found;
    for (const Finding& finding : config.findings()) {
        if (finding.id == id)
            found.append(finding);
    }
    return found;
}

inline QString message(const Finding& finding)
{
    return finding.message.render(Language::English);
}

inline QList<ReplicaConfig::Port> settingsPorts(const ReplicaConfig& config)
{
    QList<ReplicaConfig::Port> ports = config.ports();
    ports.removeIf([](const ReplicaConfig::Port& port) { return port.key != settingsPortKey(); });
    return ports;
}

inline QList<ReplicaConfig::Port> portsOf(const ReplicaConfig& config, const QString& key)
{
    QList<ReplicaConfig::Port> ports = config.ports();
    ports.removeIf([&](const ReplicaConfig::Port& port) { return port.key != key; });
    return ports;
}

/// A file of tests/data/configs; empty: it can't be read.
inline QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TESTS_DIR "/data/configs/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "id severity line", sorted by line: the findings of a config at a glance.
inline QStringList glance(const ReplicaConfig& config)
{
    QList<Finding> findings = config.findings();
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.line, a.id) < std::tie(b.line, b.id);
    });
    QStringList out;
    for (const Finding& finding : findings)
        out.append(u"%1 %2 %3"_s.arg(finding.line).arg(finding.id, severityCode(finding.severity)));
    return out;
}

} // namespace ruw::samples
