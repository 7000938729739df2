#include "core/survey/AnswerSurvey.h"

#include "core/survey/AnswerFacts.h"
#include "core/survey/AnswerReading.h"
#include "core/survey/FactTexts.h"

#include <cmath>
#include <cstdlib>

namespace ruw {

Text skewText(qint64 seconds)
{
    constexpr qint64 minute = 60, hour = 60 * minute, day = 24 * hour;
    const qint64 away = std::abs(seconds);
    if (away <= hour)
        return Text::tr("The clock of this node differs by %1 seconds from the clock of this machine.").arg(seconds);
    const Text span = away > 2 * day ? Text::tr("%1 days", "how far a clock is away").arg(away / day)
                                     : Text::minutes(int(away / minute));
    return seconds > 0 ? Text::tr("The clock of this node is %1 ahead of the clock of this machine.").arg(span)
                       : Text::tr("The clock of this node is %1 behind the clock of this machine.").arg(span);
}

} // namespace ruw

namespace ruw::answerfacts {

namespace {

Finding warning(const char* id, const NodeSurvey& survey, const Text& message, const Text& remedy)
{
    return {QString::fromLatin1(id), Severity::Warning, survey.name, {}, 0, message, remedy};
}

/// A detail that stands beside its fact, as it is said where the fact's name (of forEachFact()) does not stand beside it.
Text onItsOwn(const Text& detail, const char* fact)
{
    return detail == notAnswered() ? Text::tr("%1 was not read: the node's answer was cut off before it.", "a fact's name")
                                         .arg(factName(QString::fromLatin1(fact)))
                                   : detail;
}

} // namespace

void take(NodeSurvey& survey, const NodeAnswer& answer, const NodeQuery& query)
{
    const Asks asks = query.asks;
    survey.clockSkewSeconds = clockSkew(answer);
    if (asks.testFlag(Ask::Machine)) {
        survey.hostname = hostname(answer);
        survey.os = os(answer);
        survey.addresses = addresses(answer);
        survey.systemd = systemd(answer);
        survey.rebootPending = rebootPending(answer);
    }
    if (asks.testFlag(Ask::Config))
        survey.installDir = installDir(answer, query);
    if (asks.testFlag(Ask::Version))
        survey.version = version(answer, query);
    if (asks.testFlag(Ask::Service))
        survey.serviceState = service(answer, query);
    if (asks.testFlag(Ask::BootStart))
        survey.bootStart = bootStart(answer, query);
    if (asks.testFlag(Ask::SettingsSync))
        survey.settingsSync = settingsSync(answer, query);
    if (asks.testFlag(Ask::Listening))
        survey.listeningPorts = listeningPorts(answer);
    if (asks.testFlag(Ask::Firewall))
        survey.firewall = firewall(answer);
    if (asks.testFlag(Ask::Block))
        survey.blockPresent = block(answer);
    if (asks.testFlag(Ask::Queue)) {
        const Fact<Queue> found = queue(answer, query);
        survey.queueBytes =
            found.known() ? detected(found.value->bytes, found.detail) : Fact<qint64>::unknown(found.detail);
        survey.queueFiles =
            found.known() ? detected(found.value->files, found.detail) : Fact<qint64>::unknown(found.detail);
        survey.freeDiskBytes = freeDisk(answer, query);
    }
    if (asks.testFlag(Ask::Installer))
        survey.installerSha256 = installerSha256(answer, query);
}

QList<Finding> findings(const NodeSurvey& survey, const NodeAnswer& answer, const NodeQuery& query)
{
    QList<Finding> out;
    if (!answer.isComplete()) {
        out.append(
            warning("survey-incomplete", survey,
                    Text::tr("The node did not answer everything in time. What is missing is unknown."),
                    Text::tr("Look at the node's load, disks and network mounts, then read it again.")));
    }
    const auto commandFailed = [&](const QString& command, const char* name, const auto& fact) {
        if (command.isEmpty() || fact.known() || !answer.isComplete())
            return;
        out.append(warning("survey-command-failed", survey, onItsOwn(fact.detail, name),
                           Text::tr("Run the command on the node by hand and correct its entry.")));
    };
    commandFailed(query.versionCommand, "version", survey.version);
    commandFailed(query.serviceStatus, "serviceState", survey.serviceState);
    commandFailed(query.bootStatus, "bootStart", survey.bootStart);
    commandFailed(query.settingsSyncStatus, "settingsSync", survey.settingsSync);
    if (!query.queueDir.isEmpty() && answer.isComplete() &&
        (!survey.queueBytes.known() || !survey.freeDiskBytes.known())) {
        out.append(warning("survey-queue-unreadable", survey,
                           survey.queueBytes.known() ? onItsOwn(survey.freeDiskBytes.detail, "freeDiskBytes")
                                                     : onItsOwn(survey.queueBytes.detail, "queueBytes"),
                           Text::tr("Correct the queue directory's entry, or let the user read it (sudo).")));
    }
    if (!query.installer.isEmpty() && answer.isComplete() && !survey.installerSha256.known()) {
        out.append(warning("survey-installer-unreadable", survey, onItsOwn(survey.installerSha256.detail, "installerSha256"),
                           Text::tr("Put the installer onto the node, or correct its entry.")));
    }
    if (answer.isComplete() && !asRoot(answer) && query.asks.testFlag(Ask::Block) &&
        !survey.blockPresent.known()) {
        out.append(warning(
            "survey-not-root", survey,
            Text::tr(
                "This user is not root: whether a block of an earlier run stands, and which packet filter "
                "rules are in force, can't be seen."),
            Text::tr("Log in as root, or allow sudo for this node. The work itself needs root as well.")));
    }
    const QStringList runs = survey.blockPresent.value.value_or(QStringList());
    if (!runs.isEmpty()) {
        Finding finding = warning(
            "survey-block-present", survey,
            Text::tr("A block of an earlier run still stands on this node (run %1).").arg(shownNames(runs)),
            Text::tr("If that run was interrupted, go on with it by its journal. If it is over and all nodes "
                     "have the same version, lift the block by the runbook of that run."));
        finding.severity = Severity::Blocker;
        out.append(finding);
    }
    if (const auto skew = survey.clockSkewSeconds.value; skew && std::abs(*skew) > toleratedSkewSeconds) {
        out.append(warning(
            "survey-clock-skew", survey,
            skewText(*skew),
            Text::tr("Set the clock right (NTP) before the work: logs and records are compared by time.")));
    }
    return out;
}

} // namespace ruw::answerfacts
