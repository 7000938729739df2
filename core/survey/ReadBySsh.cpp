#include "core/access/ssh/SshFault.h"
#include "core/survey/AnswerFacts.h"
#include "core/survey/AnswerSurvey.h"
#include "core/survey/AskNode.h"
#include "core/survey/NodeReading.h"
#include "core/survey/OperatorEntries.h"

#include "core/base/Quote.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ruw {

namespace {

constexpr auto smtpLimit = 8s; ///< servers let a stranger wait for the greeting for some seconds

Fact<PortState> smtpFact(const Node& node, const SmtpAnswer& answer)
{
    const Text where = Text::tr("asked from the work machine: %1 port %2")
                           .arg(shownSafely(node.address))
                           .arg(QString::number(node.effectiveSmtpPort()));
    const auto seen = [&](PortState state) {
        return Fact<PortState>{state, FactSource::Detected, where, std::nullopt};
    };
    if (answer.answers)
        return seen(PortState::Open);
    if (answer.state == ProbeState::Open)
        return Fact<PortState>::unknown(Text::tr("The SMTP port is open, but no greeting came."));
    // Behind a jump host this machine is no witness: it has no way of its own there.
    if (node.ssh && !node.ssh->jump.isEmpty())
        return Fact<PortState>::unknown(
            Text::tr("The node is reached through a jump host; the work machine can't ask its SMTP port."));
    if (answer.state == ProbeState::Refused)
        return seen(PortState::Refused);
    if (answer.state == ProbeState::Filtered)
        return seen(PortState::Filtered);
    return Fact<PortState>::unknown(
        answer.detail.isEmpty()
            ? Text::tr("The work machine could not ask the SMTP port.")
            : Text::tr("The work machine could not ask the SMTP port: %1").arg(shownSafely(answer.detail)));
}

/// Asked beside the reading: a filtered port answers only by its time limit.
class SmtpQuestion {
public:
    SmtpQuestion(const Node& node, SiteAccess& siteAccess, const std::stop_token& stop) : m_node(node)
    {
        if (!node.takesMail)
            return;
        m_thread = std::jthread([this, &siteAccess](const std::stop_token& given) {
            m_answer = siteAccess.askSmtp(m_node.address, m_node.effectiveSmtpPort(), AddressFamily::Any,
                                          smtpLimit, given);
        });
        m_onStop.emplace(stop, [this] { m_thread.request_stop(); });
    }
    Fact<PortState> fact()
    {
        if (!m_thread.joinable())
            return Fact<PortState>::unknown(Text::tr("This node is entered as taking no mail."));
        m_thread.join();
        return smtpFact(m_node, m_answer);
    }

private:
    const Node& m_node;
    SmtpAnswer m_answer;
    std::jthread m_thread; ///< is asked to stop where nobody wants its answer any more
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

/// The config of this answer; where somebody was just writing to it, of another reading.
Result<QByteArray> settledConfig(NodeAccess& access, const Node& node, const NodeAnswer& answer,
                                 const QString& shownPath, const std::stop_token& stop)
{
    constexpr int mostTimes = 3;
    Result<QByteArray> config = answerfacts::config(answer, shownPath);
    for (int i = 1; i < mostTimes && !config && config.error().code == "file-changing"_L1; ++i) {
        const Result<NodeAnswer> again = askNode(access, NodeQuery::about(node, Ask::Config), stop);
        if (!again)
            break;
        config = answerfacts::config(*again, shownPath);
    }
    return config;
}

} // namespace

NodeReading readNodeBySsh(const Node& node, const Site& site, SiteAccess& siteAccess,
                          const StageChanged& stage, std::stop_token stop)
{
    stage(SurveyStage::Connecting, Text::verbatim(shownSafely(node.address)));
    const auto access = siteAccess.node(node, site);
    const auto failed = [&](const Error& error) {
        NodeReading out{unknownSurvey(node.name, error.what),
                        {asFinding(error, Severity::Blocker, node.name, {})}};
        if (!isHostKeyInDoubt(error.code)) // that one keeps its name: it stops more than this reading
            out.findings.first().id = stop.stop_requested() ? u"survey-stopped"_s : u"survey-unreachable"_s;
        stage(SurveyStage::Failed, error.what);
        return out;
    };
    if (!access)
        return failed(access.error());
    SmtpQuestion smtp(node, siteAccess, stop);
    const NodeQuery query = NodeQuery::about(node, NodeQuery::everything());
    const Result<NodeAnswer> answer = askNode(**access, query, stop);
    if (!answer)
        return failed(answer.error());

    NodeReading out{unknownSurvey(node.name, Text::tr("Nobody looked at it.")), {}};
    NodeSurvey& survey = out.survey;
    survey.reachable = true;
    survey.configPath = node.name + u':' + query.configPath();
    answerfacts::take(survey, *answer, query);
    survey.smtp = smtp.fact();
    const Result<QByteArray> config = settledConfig(**access, node, *answer, survey.configPath, stop);
    if (config) {
        out.findings = takeConfig(survey, *config);
    } else {
        out.findings = {asFinding(config.error(), Severity::Blocker, node.name, survey.configPath)};
        out.findings.first().id = u"survey-config-unreadable"_s;
    }
    out.findings += answerfacts::findings(survey, *answer, query);
    return out;
}

} // namespace ruw
