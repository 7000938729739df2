#include "core/survey/Surveyor.h"

#include "core/survey/NodeReading.h"
#include "core/survey/OperatorEntries.h"

using namespace Qt::StringLiterals;

namespace ruw {

Text surveyStageText(SurveyStage stage)
{
    switch (stage) {
    case SurveyStage::Waiting:
        return Text::tr("Waiting");
    case SurveyStage::Connecting:
        return Text::tr("Connecting");
    case SurveyStage::HostKey:
        return Text::tr("Host key");
    case SurveyStage::Login:
        return Text::tr("Logging in");
    case SurveyStage::Reading:
        return Text::tr("Reading");
    case SurveyStage::Links:
        return Text::tr("Asking ports");
    case SurveyStage::Done:
        return Text::tr("Done");
    case SurveyStage::Failed:
        return Text::tr("Failed");
    }
    Q_UNREACHABLE();
}

QList<Finding> takeConfig(NodeSurvey& survey, const QByteArray& bytes)
{
    survey.configBytes = bytes;
    const Result<ReplicaConfig> config = ReplicaConfig::parse(bytes);
    if (!config) {
        Finding finding = asFinding(config.error(), Severity::Blocker, survey.name, survey.configPath);
        finding.id = u"survey-config-unreadable"_s;
        return {finding};
    }
    survey.config = *config;
    QList<Finding> findings = config->findings();
    for (Finding& finding : findings) {
        finding.node = survey.name;
        finding.path = survey.configPath;
    }
    return findings;
}

NodeReading readNodeByFile(const Node& node, const Site& site, SiteAccess& siteAccess,
                           const StageChanged& stage, std::stop_token stop)
{
    const Text nobody =
        Text::tr("The node is entered with access \"%1\": nobody looked at it.").arg(accessCode(node.access));
    NodeReading out{unknownSurvey(node.name, nobody), {}};
    const auto access = siteAccess.node(node, site);
    if (!access) {
        const Error& error = access.error();
        out.findings.append(
            {u"survey-config-missing"_s, Severity::Warning, node.name, {}, 0, error.what, error.remedy});
        stage(SurveyStage::Done, error.what);
        return out;
    }
    stage(SurveyStage::Reading, Text::verbatim(site.absolutePath(node.config)));
    const Result<QByteArray> bytes = (*access)->readConfig(out.survey.configPath, stop);
    if (!bytes) {
        out.findings.append({u"survey-config-unreadable"_s, Severity::Blocker, node.name,
                             out.survey.configPath, 0, bytes.error().what, bytes.error().remedy});
        stage(SurveyStage::Failed, bytes.error().what);
        return out;
    }
    out.survey.reachable = true;
    out.findings = takeConfig(out.survey, *bytes);
    if (out.survey.config)
        stage(SurveyStage::Done, {});
    else
        stage(SurveyStage::Failed, out.findings.first().message);
    return out;
}

NodeReading readNodeBySsh(const Node& node, const Site& site, SiteAccess& siteAccess,
                          const StageChanged& stage, std::stop_token stop)
{
    const auto failed = [&](const Error& error, const QString& id, const QString& path) {
        NodeReading out{unknownSurvey(node.name, error.what),
                        {asFinding(error, Severity::Blocker, node.name, path)}};
        out.findings.first().id = id;
        stage(SurveyStage::Failed, error.what);
        return out;
    };
    stage(SurveyStage::Connecting, Text::verbatim(node.address));
    const auto access = siteAccess.node(node, site);
    if (!access)
        return failed(access.error(), u"survey-unreachable"_s, {});
    QString path;
    const Result<QByteArray> bytes = (*access)->readConfig(path, stop);
    if (!bytes)
        return failed(bytes.error(), u"survey-config-unreadable"_s, path);
    NodeReading out{unknownSurvey(node.name, Text::tr("Nobody looked at it.")), {}};
    out.survey.reachable = true;
    out.survey.configPath = path;
    out.findings = takeConfig(out.survey, *bytes);
    stage(SurveyStage::Done, {});
    return out;
}

namespace {

using ReadNode = NodeReading (*)(const Node&, const Site&, SiteAccess&, const StageChanged&, std::stop_token);

ReadNode readerFor(AccessKind access)
{
    return access == AccessKind::Ssh ? readNodeBySsh : readNodeByFile;
}

NodeReading cancelled(const Node& node)
{
    const Text why = Text::tr("The survey was stopped before this node was read.");
    return {unknownSurvey(node.name, why),
            {{u"survey-stopped"_s,
              Severity::Blocker,
              node.name,
              {},
              0,
              why,
              Text::tr("Take the survey again.")}}};
}

} // namespace

SurveyReport surveySite(const Site& site, SiteAccess& access, const SurveyOptions& options,
                        std::stop_token stop)
{
    SurveyReport report;
    report.takenAt = QDateTime::currentDateTime();
    for (const Node& node : site.nodes) {
        const StageChanged stage = [&](SurveyStage reached, const Text& detail) {
            if (options.progress)
                options.progress({node.name, reached, detail});
        };
        NodeReading reading;
        if (stop.stop_requested()) {
            reading = cancelled(node);
            stage(SurveyStage::Failed, reading.findings.first().message);
        } else {
            reading = readerFor(node.access)(node, site, access, stage, stop);
        }
        putOperatorEntries(reading.survey, node, site);
        report.nodes.append(reading.survey);
        report.findings.append(reading.findings);
    }
    return report;
}

} // namespace ruw
