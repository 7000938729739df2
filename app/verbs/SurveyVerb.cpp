#include "app/verbs/Verbs.h"

#include "app/Connecting.h"
#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/base/Quote.h"
#include "core/survey/FactTable.h"
#include "core/survey/FactTexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// The facts of one node, a line each; what is not known comes last, put together by its reason.
class FactLines {
public:
    explicit FactLines(Language language) : m_language(language) {}

    template <typename T> void add(const QString& key, const Fact<T>& fact)
    {
        const Text item = factName(key);
        if (!fact.value) {
            const auto same = std::find_if(m_unknown.begin(), m_unknown.end(),
                                           [&](const Unknown& one) { return one.why == fact.detail; });
            if (same == m_unknown.end())
                m_unknown.append({fact.detail, {item}});
            else
                same->items.append(item);
            return;
        }
        const Text found =
            Text::tr("%1 (%2: %3)").arg(factText(key, *fact.value)).arg(factSourceText(fact.source)).arg(fact.detail);
        print(item, fact.siteValue
                        ? Text::tr("%1; entered in the site file: %2").arg(found).arg(factText(key, *fact.siteValue))
                        : found);
    }
    void print(const Text& item, const Text& value)
    {
        printLine(u"  "_s + Text::tr("%1: %2").arg(item).arg(value).render(m_language));
    }

    void finish()
    {
        for (const Unknown& unknown : std::as_const(m_unknown))
            print(Text::tr("not known (%1)").arg(Text::list(unknown.items)), unknown.why);
    }

private:
    struct Unknown {
        Text why;
        QList<Text> items;
    };
    Language m_language;
    QList<Unknown> m_unknown;
};

void printConfig(const NodeSurvey& node, FactLines& lines)
{
    if (!node.config)
        return;
    const ReplicaConfig& config = *node.config;
    lines.print(Text::tr("Replica config"), Text::verbatim(shownSafely(node.configPath)));
    lines.print(Text::tr("SHA-256"), Text::verbatim(config.sha256()));
    lines.print(Text::tr("Data sync enabled"), Text::verbatim(dataSyncCode(config.dataSync())));
    QStringList peers;
    for (const ReplicaConfig::Peer& peer : config.peers())
        peers.append(shownSafely(peer.key + u" = "_s + peer.host + u':' + QString::number(peer.port)));
    lines.print(Text::tr("Peers"), peers.isEmpty() ? Text::tr("none") : Text::list(peers));
    for (const ReplicaConfig::Port& port : config.ports()) {
        const Text number = port.port ? Text::verbatim(QString::number(*port.port)) : Text::tr("unreadable");
        lines.print(Text::verbatim(port.key), Text::tr("%1 (%2)").arg(number).arg(factSourceText(
                                                  port.fromFile ? FactSource::File : FactSource::Assumed)));
    }
}

void printNode(const NodeSurvey& node, Language language)
{
    printLine(u"\n== "_s + shownSafely(node.name) + u" - "_s +
              (node.reachable ? Text::tr("read") : Text::tr("not read")).render(language));
    FactLines lines(language);
    printConfig(node, lines);
    forEachFact(node, [&lines](const char* key, const auto& fact) { lines.add(QString::fromLatin1(key), fact); });
    lines.finish();
}

/// One line for each pair of nodes and family, its ports put together by what they said.
void printLinks(const SurveyReport& report, Language language)
{
    if (report.links.isEmpty())
        return;
    printLine(u"\n== "_s + Text::tr("Who reaches whom, before the work").render(language));
    QStringList heads;
    QMap<QString, QMap<QString, QList<int>>> ports; // head -> state -> numbers
    for (const LinkState& link : report.links) {
        const QString head =
            shownSafely(link.from) + u" -> "_s + shownSafely(link.to) + u' ' + ipFamilyCode(link.family);
        if (!heads.contains(head))
            heads.append(head);
        ports[head][portStateCode(link.state)].append(link.port);
    }
    for (const QString& head : std::as_const(heads)) {
        QStringList parts;
        const QMap<QString, QList<int>> states = ports.value(head);
        for (auto it = states.cbegin(); it != states.cend(); ++it)
            parts.append(it.key() + u' ' + portRanges(it.value()));
        printLine(u"  "_s + head + u": "_s + parts.join(u"; "_s));
    }
}

int runSurvey(const QCommandLineParser& options, Language language)
{
    const Result<SiteRead> read = readSite(options);
    if (!read)
        return refuse(read.error(), u"survey"_s, options, language, exitstatus::usage);
    const Result<std::unique_ptr<Connecting>> connecting = Connecting::by(options, language);
    if (!connecting)
        return refuse(connecting.error(), u"survey"_s, options, language, exitstatus::usage);
    const Site& site = read->site;
    SurveyReport report = (*connecting)->survey(site);
    report.findings = sortedBySeverity(report.findings + read->findings);
    if (options.isSet(u"json"_s)) {
        printJson(report.toJson(language));
    } else {
        for (const NodeSurvey& node : std::as_const(report.nodes))
            printNode(node, language);
        printLinks(report, language);
        if (!report.findings.isEmpty())
            printLine(QString());
        for (const Finding& finding : std::as_const(report.findings))
            printLine(shownFinding(finding, language));
    }
    const bool missed = std::any_of(site.nodes.cbegin(), site.nodes.cend(), [&](const Node& node) {
        const NodeSurvey* found = report.node(node.name);
        return node.access == AccessKind::Ssh && (!found || !found->reachable);
    });
    return missed ? exitstatus::failed : exitstatus::done;
}

} // namespace

Verb surveyVerb()
{
    return {u"survey"_s, Text::tr("connects to every node, reads, changes nothing"),
            {},          QStringList{u"site"_s, u"json"_s, u"lang"_s} + connectingOptions(),
            false,       runSurvey};
}

} // namespace ruw
