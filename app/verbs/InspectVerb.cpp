#include "app/verbs/Verbs.h"

#include "app/Output.h"
#include "app/verbs/SiteInput.h"
#include "core/base/Quote.h"
#include "core/plan/PreflightChecks.h"
#include "core/site/SiteProposal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

struct Versions {
    std::optional<ProductVersion> source, target;
};

Result<std::optional<ProductVersion>> readVersion(const QCommandLineParser& options, const QString& option)
{
    if (!options.isSet(option))
        return std::optional<ProductVersion>();
    const Result<ProductVersion> version = ProductVersion::parse(options.value(option));
    if (!version)
        return version.error();
    return std::optional<ProductVersion>(*version);
}

/// What the contract's codes say, in words for people.
Text dataSyncWord(ReplicaConfig::DataSync dataSync)
{
    switch (dataSync) {
    case ReplicaConfig::DataSync::On:
        return Text::tr("on", "data sync");
    case ReplicaConfig::DataSync::Off:
        return Text::tr("off", "data sync");
    case ReplicaConfig::DataSync::Unset:
        return Text::tr("not set", "data sync");
    case ReplicaConfig::DataSync::Invalid:
        return Text::tr("neither ON nor OFF", "data sync");
    }
    Q_UNREACHABLE();
}

Text neededByWord(const QString& code)
{
    if (code == "both"_L1)
        return Text::tr("needed by both versions");
    return code == "source"_L1   ? Text::tr("needed by the source version")
           : code == "target"_L1 ? Text::tr("needed by the target version")
                                 : Text();
}

/// Which version needs a port; with one version given, whether that one does.
QString neededBy(const SyncPort& port, const Versions& versions)
{
    const bool bySource = versions.source && port.usedBy(*versions.source);
    const bool byTarget = versions.target && port.usedBy(*versions.target);
    if (bySource && byTarget)
        return u"both"_s;
    return bySource ? u"source"_s : byTarget ? u"target"_s : QString();
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject fileJson(const DroppedConfig& file, const Versions& versions, Language language)
{
    QJsonObject object{{u"path"_s, file.path}, {u"findings"_s, findingsJson(file.findings, language)}};
    if (!file.config) {
        object.insert(u"error"_s,
                      file.findings.isEmpty() ? QString() : file.findings.first().message.render(language));
        return object;
    }
    const ReplicaConfig& config = *file.config;
    object.insert(u"dataSync"_s, dataSyncCode(config.dataSync()));
    object.insert(u"encoding"_s, encodingCode(config.encoding()));
    QJsonArray peers;
    for (const ReplicaConfig::Peer& peer : config.peers()) {
        peers.append(QJsonObject{{u"key"_s, peer.key},
                                 {u"host"_s, peer.host},
                                 {u"port"_s, peer.port > 0 ? QJsonValue(peer.port) : QJsonValue()},
                                 {u"line"_s, peer.line}});
    }
    object.insert(u"peers"_s, peers);
    QJsonArray ports;
    for (const ReplicaConfig::Port& port : config.ports()) {
        const SyncPort* row = syncPortOfKey(port.key);
        ports.append(QJsonObject{
            {u"key"_s, port.key},
            {u"port"_s, port.port ? QJsonValue(*port.port) : QJsonValue()},
            {u"source"_s, port.fromFile ? u"file"_s : u"assumed"_s},
            {u"line"_s, port.line > 0 ? QJsonValue(port.line) : QJsonValue()},
            {u"sinceVersion"_s, row && row->since ? QJsonValue(row->since->toString()) : QJsonValue()},
            {u"neededBy"_s, row ? orNull(neededBy(*row, versions)) : QJsonValue()}});
    }
    object.insert(u"ports"_s, ports);
    return object;
}

/// What is wrong between the files: they are taken for one site, and the checks that compare nodes are asked.
QList<Finding> acrossFiles(const QList<DroppedConfig>& files, const Versions& versions)
{
    QList<DroppedConfig> readable;
    for (const DroppedConfig& file : files) {
        if (file.config)
            readable.append(file);
    }
    if (readable.size() < 2)
        return {};
    Site site;
    site.sourceVersion = versions.source.value_or(ProductVersion{});
    site.targetVersion = versions.target.value_or(versions.source.value_or(ProductVersion{}));
    site.nodes = proposeNodes(readable);
    SurveyReport survey;
    for (qsizetype i = 0; i < site.nodes.size(); ++i) {
        NodeSurvey node;
        node.name = site.nodes[i].name;
        node.configPath = readable[i].path;
        node.configBytes = readable[i].config->toBytes();
        node.config = readable[i].config;
        survey.nodes.append(node);
    }
    QList<Finding> out;
    static const QStringList comparing{u"data-sync-differs"_s, u"port-differs-between-nodes"_s};
    for (const Finding& finding : preflightChecks(SiteFacts::from(site, survey)).findings) {
        if (comparing.contains(finding.id))
            out.append(finding);
    }
    return out;
}

/// What could be read. What could not is a message for people, and stands on standard error alone.
void printFile(const DroppedConfig& file, const Versions& versions, Language language)
{
    if (!file.config)
        return;
    const ReplicaConfig& config = *file.config;
    const QString encoding = config.encoding() == TextEncoding::Unknown
                                 ? Text::tr("encoding unknown").render(language)
                                 : encodingCode(config.encoding());
    printLine(shownSafely(file.path));
    printLine(u"  "_s + Text::tr("Data sync: %1").arg(dataSyncWord(config.dataSync())).render(language) + u"  ("_s +
              encoding + u')');
    for (const ReplicaConfig::Peer& peer : config.peers())
        printLine(u"  %1 = %2:%3"_s.arg(peer.key, shownSafely(peer.host)).arg(peer.port));
    for (const ReplicaConfig::Port& port : config.ports()) {
        const SyncPort* row = syncPortOfKey(port.key);
        const Text source = port.fromFile ? Text::tr("line %1").arg(QString::number(port.line))
                                          : Text::tr("assumed, not in the file");
        const QString needed = row ? neededByWord(neededBy(*row, versions)).render(language) : QString();
        printLine(u"  %1  %2  %3%4"_s.arg(port.port ? QString::number(*port.port) : u"-"_s, 5)
                      .arg(port.key, -34)
                      .arg(source.render(language), needed.isEmpty() ? QString() : u"  ["_s + needed + u']'));
    }
    for (const Finding& finding : sortedBySeverity(file.findings))
        printLine(u"  "_s + shownFinding(finding, language));
}

int runInspect(const QCommandLineParser& options, Language language)
{
    const auto source = readVersion(options, u"source-version"_s);
    if (!source)
        return refuse(source.error(), u"inspect"_s, options, language, exitstatus::usage);
    const auto target = readVersion(options, u"target-version"_s);
    if (!target)
        return refuse(target.error(), u"inspect"_s, options, language, exitstatus::usage);
    const Versions versions{*source, *target};
    if (options.positionalArguments().isEmpty()) {
        const Error error{u"usage-file-missing"_s,
                          Text::tr("No file was named."),
                          {},
                          Text::tr("Name the mf_replica.def files to read."),
                          {}};
        return refuse(error, u"inspect"_s, options, language, exitstatus::usage);
    }
    QList<DroppedConfig> files;
    for (const QString& path : options.positionalArguments())
        files.append(readDroppedConfig(path));
    const QList<Finding> across = acrossFiles(files, versions);

    if (options.isSet(u"json"_s)) {
        QJsonObject document = documentOf(u"inspect"_s);
        QJsonArray array;
        for (const DroppedConfig& file : files)
            array.append(fileJson(file, versions, language));
        document.insert(u"files"_s, array);
        document.insert(u"findings"_s, findingsJson(across, language));
        printJson(document);
    } else {
        for (const DroppedConfig& file : files)
            printFile(file, versions, language);
        for (const Finding& finding : across)
            printLine(shownFinding(finding, language));
    }
    bool unreadable = false;
    bool blocked = hasBlocker(across);
    for (const DroppedConfig& file : files) {
        if (!file.config) {
            unreadable = true;
            for (const Finding& finding : file.findings)
                printError(shownFinding(finding, language));
        }
        blocked = blocked || hasBlocker(file.findings);
    }
    return unreadable ? exitstatus::usage : blocked ? exitstatus::blocked : exitstatus::done;
}

} // namespace

Verb inspectVerb()
{
    return {u"inspect"_s, Text::tr("reads replica configs from disk"),
            u"FILE..."_s, {u"source-version"_s, u"target-version"_s, u"json"_s, u"lang"_s},
            false,        runInspect};
}

} // namespace ruw
