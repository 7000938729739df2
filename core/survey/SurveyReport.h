#pragma once

#include "core/base/Finding.h"
#include "core/base/Result.h"
#include "core/product/ReplicaConfig.h"
#include "core/survey/Fact.h"

#include <QDateTime>
#include <QMap>

namespace ruw {

enum class ServiceState { Running, Stopped, Unknown };
enum class BootStart { On, Off, Unknown };
enum class PortState { Open, Refused, Filtered, Unknown };
enum class IpFamily { Ipv4, Ipv6 };
QString serviceStateCode(ServiceState state);
Text serviceStateText(ServiceState state); ///< for people
QString bootStartCode(BootStart state);
Text bootStartText(BootStart state);
QString portStateCode(PortState state);
QString smtpStateCode(PortState state); ///< of the fact `smtp`: "answers" where it is open and greets
QString ipFamilyCode(IpFamily family);

/// What was found on one node. Facts that nobody could look at are unknown, with the reason; never guessed.
struct NodeSurvey {
    QString name;
    bool reachable = false;              ///< the access worked: logged in (ssh), or the copy was read (files, manual)
    QString configPath;                 ///< where the config was read
    QByteArray configBytes;             ///< as read; empty: not read
    std::optional<ReplicaConfig> config; ///< parsed from configBytes

    Fact<QString> hostname, os, installDir, installerSha256;
    Fact<qint64> clockSkewSeconds, queueBytes, queueFiles, freeDiskBytes;
    Fact<QStringList> addresses, firewall, blockPresent; ///< blockPresent: run ids of blocks that stand, empty list: none
    Fact<QList<int>> listeningPorts;
    Fact<QString> version; ///< as ProductVersion::toString()
    Fact<ServiceState> serviceState;
    Fact<BootStart> bootStart;
    Fact<bool> systemd, rebootPending;
    Fact<bool> settingsSync; ///< on, as the operator's own status command says; beside the contract's facts
    Fact<PortState> smtp;

    friend bool operator==(const NodeSurvey& a, const NodeSurvey& b) { return a.name == b.name && a.configBytes == b.configBytes; }
};

/// The state of one port as seen from one node on another.
struct LinkState {
    QString from, to;
    IpFamily family = IpFamily::Ipv4;
    int port = 0;
    PortState state = PortState::Unknown;
    friend bool operator==(const LinkState&, const LinkState&) = default;
};

/// What the machines say: everything a survey found, to be saved and handed on (`survey --json`, `--survey FILE`).
struct SurveyReport {
    QDateTime takenAt;
    QList<NodeSurvey> nodes;
    QList<LinkState> links;
    QList<Finding> findings;

    const NodeSurvey* node(const QString& name) const;
    PortState link(const QString& from, const QString& to, int port, IpFamily family) const;

    /// The contract's `survey` document (format 1, kind "survey").
    QJsonObject toJson(Language language) const;
    /// Takes what toJson() gave, in whatever language; the config is parsed anew from its bytes, facts that are not known
    /// here are passed over. Errors: survey-not-json (with line and column), survey-invalid (causes: one finding for each
    /// JSON path that is wrong, a checksum that does not fit the config's bytes among them).
    static Result<SurveyReport> fromJson(const QByteArray& json);
};

} // namespace ruw
