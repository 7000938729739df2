#include "core/rehearsal/RehearsalSite.h"

#include "core/base/Quote.h"
#include "core/plan/PreflightChecks.h"
#include "core/plan/QueueForecast.h"
#include "core/rehearsal/SimulatedSite.h"
#include "core/site/SiteFile.h"
#include "core/survey/OperatorEntries.h"
#include "core/survey/Surveyor.h"

using namespace Qt::StringLiterals;

namespace ruw {

SurveyReport surveyWithoutServers(const Site& site)
{
    Site here = site;
    here.nodes.removeIf([](const Node& node) { return node.access == AccessKind::Ssh; });
    SurveyReport report;
    if (!here.nodes.isEmpty()) {
        RealSiteAccess files({});
        SurveyOptions options;
        options.links = false;
        report = surveySite(here, files, options, {});
    }
    // The same site gives the same rehearsal at any hour.
    const QDateTime anyNight(QDate(2026, 12, 5), QTime(22, 0), Qt::OffsetFromUTC, 9 * 3600);
    report.takenAt = site.schedule.start.value_or(anyNight);
    QList<NodeSurvey> all;
    for (const Node& node : site.nodes) {
        if (const NodeSurvey* read = report.node(node.name)) {
            all.append(*read);
            continue;
        }
        NodeSurvey assumed = unknownSurvey(
            node.name,
            Text::tr(
                "Not looked at: a rehearsal asks no server. Hand it a survey to play with its figures."));
        assumed.reachable = true;
        all.append(assumed);
    }
    report.nodes = all;
    return report;
}

QList<Text> rehearsalAssumptions(const SiteFacts& facts)
{
    QList<Text> out;
    const auto where = [&](auto&& unknown, const Text& taken) {
        QStringList names;
        for (const NodeFacts& node : facts.nodes) {
            if (unknown(node))
                names.append(shownSafely(node.node.name));
        }
        if (!names.isEmpty())
            out.append(Text::tr("%1: %2", "servers, what is taken for granted of them").arg(names.join(u", "_s)).arg(taken));
    };
    where([](const NodeFacts& node) { return !node.survey.serviceState.effective(); }, Text::tr("the service runs"));
    where([](const NodeFacts& node) { return !node.survey.bootStart.effective(); }, Text::tr("start at boot is on"));
    where([](const NodeFacts& node) { return !node.survey.clockSkewSeconds.effective(); }, Text::tr("the clock is right"));
    if (facts.countsAsDataSyncOn()) {
        where(
            [](const NodeFacts& node) {
                return !node.node.isMaster() && !node.survey.queueBytes.effective() && !node.survey.queueFiles.effective();
            },
            Text::tr("the queue is empty"));
        where([](const NodeFacts& node) { return !node.node.isMaster() && !node.survey.freeDiskBytes.effective(); },
              Text::tr("the queue has %1 of room").arg(Text::bytes(SimulatedSite::assumedFreeDisk)));
    }
    if (!facts.site.mailLoad.mailsPerHour) {
        out.append(Text::tr("All servers: %1 mails an hour arrive in all").arg(QueueForecast::assumedMailsPerHour));
    }
    const bool linksKnown = std::any_of(facts.survey.links.cbegin(), facts.survey.links.cend(),
                                        [](const LinkState& link) { return link.state != PortState::Unknown; });
    if (!linksKnown)
        out.append(Text::tr("All servers: they reach each other on every sync port"));
    return out;
}

std::optional<ProcedureKind> procedureToRehearse(const SiteFacts& facts)
{
    const CheckReport checks = preflightChecks(facts);
    constexpr ProcedureKind order[] = {ProcedureKind::BlockSyncPorts, ProcedureKind::StopMailFlow,
                                       ProcedureKind::BlockPeerTraffic, ProcedureKind::DisableSettingsSync};
    for (const ProcedureKind kind : order) {
        if (checks.allowed(kind))
            return kind;
    }
    return std::nullopt;
}

Result<SiteFacts> sampleForRehearsal()
{
    Result<SiteRead> read = SiteFile::read(u":/sample/site.json"_s);
    if (!read)
        return read.error();
    Site site = read->site;
    SurveyReport survey = surveyWithoutServers(site);
    const Text made = Text::tr("made up for the sample");
    constexpr qint64 freeDisk = 40LL * 1024 * 1024 * 1024;
    for (Node& node : site.nodes) {
        node.access = AccessKind::Ssh;
        node.ssh = SshSettings{};
        node.ssh->user = u"root"_s;
        node.versionCommand = u"cat %1/VERSION"_s.arg(node.installDir);
        node.installCommand = node.installer + u" --silent"_s;
        const auto found = std::find_if(survey.nodes.begin(), survey.nodes.end(),
                                        [&](const NodeSurvey& one) { return one.name == node.name; });
        if (found == survey.nodes.end())
            continue;
        found->configPath = node.installDir + u"/conf/mf_replica.def"_s;
        found->hostname = {node.name, FactSource::Assumed, made, std::nullopt};
        found->version = {site.sourceVersion.toString(), FactSource::Assumed, made, std::nullopt};
        found->serviceState = {ServiceState::Running, FactSource::Assumed, made, std::nullopt};
        found->bootStart = {BootStart::On, FactSource::Assumed, made, std::nullopt};
        found->systemd = {true, FactSource::Assumed, made, std::nullopt};
        found->rebootPending = {false, FactSource::Assumed, made, std::nullopt};
        found->firewall = {QStringList{u"nftables"_s}, FactSource::Assumed, made, std::nullopt};
        found->blockPresent = {QStringList{}, FactSource::Assumed, made, std::nullopt};
        found->freeDiskBytes = {freeDisk, FactSource::Assumed, made, std::nullopt};
        found->queueBytes = {0, FactSource::Assumed, made, std::nullopt};
        found->queueFiles = {0, FactSource::Assumed, made, std::nullopt};
        found->clockSkewSeconds = {0, FactSource::Assumed, made, std::nullopt};
        found->smtp = {PortState::Open, FactSource::Assumed, made, std::nullopt};
    }
    for (Finding& finding : survey.findings) {
        if (const NodeSurvey* node = survey.node(finding.node); node && !finding.path.isEmpty())
            finding.path = node->configPath;
    }
    return SiteFacts::from(site, survey);
}

} // namespace ruw
