#include "core/survey/Surveyor.h"

#include "core/access/InParallel.h"
#include "core/base/Quote.h"
#include "core/survey/Links.h"
#include "core/survey/NodeReading.h"
#include "core/survey/OperatorEntries.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace ruw {

SurveyStage surveyStage(AccessStage stage)
{
    switch (stage) {
    case AccessStage::Connecting:
        return SurveyStage::Connecting;
    case AccessStage::HostKey:
        return SurveyStage::HostKey;
    case AccessStage::Login:
        return SurveyStage::Login;
    case AccessStage::Ready:
        return SurveyStage::Reading;
    }
    Q_UNREACHABLE();
}

Text surveyStageText(SurveyStage stage)
{
    switch (stage) {
    case SurveyStage::Waiting:
        return Text::tr("Not read yet");
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

/// One survey under way.
class Survey {
public:
    Survey(const Site& site, SiteAccess& access, const SurveyOptions& options, std::stop_token stop)
        : m_site(site), m_access(access), m_options(options), m_stop(std::move(stop))
    {
        m_access.onStage(
            [this](const QString& node, AccessStage stage) { tell(node, surveyStage(stage), {}); });
    }
    ~Survey() { m_access.onStage({}); }
    Survey(const Survey&) = delete;
    Survey& operator=(const Survey&) = delete;

    /// Reads `nodes`, all at once, into the report, which keeps the site's order.
    void read(const QList<const Node*>& nodes, SurveyReport& report);
    /// Asks the links from and to `nodes`.
    void askLinks(const QList<const Node*>& nodes, SurveyReport& report);

private:
    void tell(const QString& node, SurveyStage stage, const Text& detail)
    {
        if (m_options.progress)
            m_options.progress({node, stage, detail});
    }
    NodeReading readOne(const Node& node);

    const Site& m_site;
    SiteAccess& m_access;
    const SurveyOptions& m_options;
    std::stop_token m_stop;
};

NodeReading Survey::readOne(const Node& node)
{
    const StageChanged stage = [&](SurveyStage reached, const Text& detail) {
        tell(node.name, reached, detail);
    };
    NodeReading reading;
    if (m_stop.stop_requested()) {
        reading = cancelled(node);
        stage(SurveyStage::Failed, reading.findings.first().message);
    } else {
        reading = readerFor(node.access)(node, m_site, m_access, stage, m_stop);
    }
    putOperatorEntries(reading.survey, node, m_site);
    if (node.access == AccessKind::Ssh && reading.survey.reachable) {
        if (m_options.links)
            stage(SurveyStage::Links, Text::tr("waiting for the other nodes"));
        else
            stage(SurveyStage::Done, {});
    }
    return reading;
}

void Survey::read(const QList<const Node*>& nodes, SurveyReport& report)
{
    std::vector<NodeReading> readings(size_t(nodes.size()));
    std::vector<size_t> remote;
    for (size_t i = 0; i < readings.size(); ++i) {
        if (nodes[qsizetype(i)]->access == AccessKind::Ssh)
            remote.push_back(i);
    }
    {
        const std::jthread connecting([&] {
            inParallel(remote.size(),
                       [&](size_t i) { readings[remote[i]] = readOne(*nodes[qsizetype(remote[i])]); });
        });
        // Files are on this machine: nothing to wait for.
        for (size_t i = 0; i < readings.size(); ++i) {
            if (nodes[qsizetype(i)]->access != AccessKind::Ssh)
                readings[i] = readOne(*nodes[qsizetype(i)]);
        }
    }
    QHash<QString, NodeSurvey> all;
    for (const NodeSurvey& known : report.nodes)
        all.insert(known.name, known);
    for (const NodeReading& reading : readings) {
        all.insert(reading.survey.name, reading.survey);
        report.findings += reading.findings;
    }
    report.nodes.clear();
    for (const Node& node : m_site.nodes) {
        if (const auto found = all.constFind(node.name); found != all.cend())
            report.nodes.append(*found);
    }
}

void Survey::askLinks(const QList<const Node*>& nodes, SurveyReport& report)
{
    const QList<int> ports = linkPorts(m_site, report);
    struct Asking {
        const Node* from;
        QList<LinkPeer> peers;
        LinkReading reading;
    };
    std::vector<Asking> askings;
    for (const Node& from : m_site.nodes) {
        Asking asking{&from, {}, {}};
        for (const Node& to : m_site.nodes) {
            if (to.name != from.name && (nodes.contains(&from) || nodes.contains(&to)))
                asking.peers.append({to.name, linkTargets(to, report.node(to.name), ports)});
        }
        askings.push_back(asking);
    }
    const auto canAsk = [&](const Node& node) {
        const NodeSurvey* survey = report.node(node.name);
        return node.access == AccessKind::Ssh && survey && survey->reachable;
    };
    inParallel(askings.size(), [&](size_t i) {
        Asking& asking = askings[i];
        const Node& from = *asking.from;
        if (!canAsk(from) || m_stop.stop_requested()) {
            asking.reading.links = unknownLinks(from.name, asking.peers);
        } else if (!asking.peers.isEmpty()) {
            tell(from.name, SurveyStage::Links, {});
            asking.reading = ruw::askLinks(from, asking.peers, m_site, m_access, m_stop);
        }
        if (canAsk(from) && nodes.contains(&from))
            tell(from.name, SurveyStage::Done, {});
    });
    for (const Asking& asking : askings) {
        report.links += asking.reading.links;
        report.findings += asking.reading.findings;
    }
}

/// Two entries that are one machine would be upgraded twice, and one that was meant not at all.
QList<Finding> sameHostnames(const SurveyReport& report)
{
    QMap<QString, QStringList> nodesOf;
    for (const NodeSurvey& node : report.nodes) {
        if (node.hostname.value)
            nodesOf[*node.hostname.value].append(shownSafely(node.name));
    }
    QList<Finding> out;
    for (auto it = nodesOf.cbegin(); it != nodesOf.cend(); ++it) {
        if (it->size() > 1) {
            out.append(
                {u"survey-hostname-duplicate"_s,
                 Severity::Warning,
                 {},
                 {},
                 0,
                 Text::tr(
                     "These nodes call themselves by the same host name, %1: %2. They may be one and the "
                     "same machine.")
                     .arg(shownSafely(it.key()))
                     .arg(Text::list(*it)),
                 Text::tr("Check the addresses of these nodes in the site.")});
        }
    }
    return out;
}

/// What an earlier survey said about these nodes, or about all of them together, is dropped.
void forget(const QStringList& nodes, SurveyReport& report)
{
    report.nodes.removeIf([&](const NodeSurvey& node) { return nodes.contains(node.name); });
    report.links.removeIf(
        [&](const LinkState& link) { return nodes.contains(link.from) || nodes.contains(link.to); });
    report.findings.removeIf([&](const Finding& finding) {
        return nodes.contains(finding.node) || finding.id == "survey-hostname-duplicate"_L1;
    });
}

SurveyReport take(SurveyReport report, const QList<const Node*>& nodes, const Site& site, SiteAccess& access,
                  const SurveyOptions& options, std::stop_token stop)
{
    Survey survey(site, access, options, stop);
    survey.read(nodes, report);
    if (options.links)
        survey.askLinks(nodes, report);
    report.findings += sameHostnames(report);
    return report;
}

} // namespace

SurveyReport surveySite(const Site& site, SiteAccess& access, const SurveyOptions& options,
                        std::stop_token stop)
{
    SurveyReport report;
    report.takenAt = QDateTime::currentDateTime();
    QList<const Node*> nodes;
    for (const Node& node : site.nodes)
        nodes.append(&node);
    return take(report, nodes, site, access, options, std::move(stop));
}

SurveyReport surveyAgain(const SurveyReport& before, const QStringList& names, const Site& site,
                         SiteAccess& access, const SurveyOptions& options, std::stop_token stop)
{
    // The time stays that of the first survey: the facts are at least as old as it says.
    SurveyReport report = before;
    if (!report.takenAt.isValid())
        report.takenAt = QDateTime::currentDateTime();
    forget(names, report);
    QList<const Node*> nodes;
    for (const Node& node : site.nodes) {
        if (names.contains(node.name))
            nodes.append(&node);
    }
    return take(report, nodes, site, access, options, std::move(stop));
}

} // namespace ruw
