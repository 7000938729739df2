#include "core/run/Observer.h"

#include "core/run/ObserverLook.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/AnswerSurvey.h"

using namespace Qt::StringLiterals;

namespace ruw {

Observer::Observer(const SiteFacts& facts, const RunState& state, SiteAccess& access, const Clock& clock)
    : m_facts(facts), m_state(state), m_access(access), m_clock(clock),
      m_questions(std::make_shared<Questions>(facts, state))
{
}

QList<Observation> Observer::look(const QList<Condition>& conditions, std::stop_token stop) const
{
    return Look(*this, conditions, std::move(stop)).take();
}

std::optional<Result<NodeSurvey>> Observer::readNode(const QString& name, std::stop_token stop) const
{
    const NodeFacts* node = m_facts.node(name);
    if (!node || node->node.access != AccessKind::Ssh)
        return std::nullopt;
    const auto access = m_access.node(node->node, m_facts.site);
    if (!access)
        return Result<NodeSurvey>(access.error());
    const NodeQuery query = m_questions->to(*node, Ask::Config | Ask::Version | Ask::Service);
    const Result<NodeAnswer> answer = askNode(**access, query, std::move(stop));
    if (!answer)
        return Result<NodeSurvey>(answer.error());
    NodeSurvey survey;
    survey.name = name;
    survey.reachable = true;
    survey.configPath = query.configPath();
    answerfacts::take(survey, *answer, query);
    if (const Result<QByteArray> bytes = answerfacts::config(*answer, query.configPath())) {
        survey.configBytes = *bytes;
        if (const Result<ReplicaConfig> config = parsedConfig(*node, *bytes))
            survey.config = *config;
    }
    return survey;
}

QList<LinkState> Observer::links(const QString& from, const QList<int>& ports, std::stop_token stop) const
{
    const NodeFacts* asking = m_facts.node(from);
    if (!asking || asking->node.access != AccessKind::Ssh)
        return {};
    QList<LinkPeer> peers;
    for (const NodeFacts& node : m_facts.nodes) {
        if (node.node.name != from)
            peers.append({node.node.name, linkTargets(node.node, &node.survey, ports)});
    }
    return askLinks(asking->node, peers, m_facts.site, m_access, std::move(stop)).links;
}

} // namespace ruw
