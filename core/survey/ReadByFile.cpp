#include "core/survey/NodeReading.h"
#include "core/survey/OperatorEntries.h"

using namespace Qt::StringLiterals;

namespace ruw {

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
        Text::tr("The node is entered with access \"%1\": it was not looked at.").arg(accessText(node.access));
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

} // namespace ruw
