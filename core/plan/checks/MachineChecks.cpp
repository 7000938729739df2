#include "core/base/Quote.h"
#include "core/plan/checks/Check.h"
#include "core/survey/AnswerSurvey.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw::checks {

namespace {


/// What a check of ours reports with what follows from it: the reader's own word on the same would only drown
/// it.
const QStringList& saidBetterByUs()
{
    static const QStringList ids = {u"config-port-assumed"_s, u"config-data-sync-unset"_s,
                                    u"config-port-twice"_s, u"config-unknown-key"_s,
                                    u"survey-config-missing"_s,
                                    u"survey-block-present"_s,
                                    u"survey-clock-skew"_s};
    return ids;
}

bool isCovered(const Finding& finding, const SiteFacts& facts)
{
    if (saidBetterByUs().contains(finding.id))
        return true;
    const NodeFacts* node = facts.node(finding.node);
    if (node && finding.id == "survey-unreachable"_L1) // windows-ssh says why
        return node->node.os == Os::Windows && node->node.access == AccessKind::Ssh;
    if (!node || !node->survey.config)
        return false;
    if (finding.id == "config-invalid-switch"_L1)
        return node->survey.config->dataSyncLine() == finding.line && !node->dataSync.effective();
    if (finding.id == "config-invalid-port"_L1) {
        return std::any_of(node->ports.begin(), node->ports.end(), [&](const PortFact& port) {
            return port.line == finding.line && !port.port.effective() &&
                   (port.definition->isSettings() || facts.countsAsDataSyncOn());
        });
    }
    return false;
}

/// The reader's blockers about ports forbid only what needs the ports; anything else that is a blocker
/// forbids all.
Procedures forbiddenBy(const Finding& finding)
{
    const bool aboutPorts = finding.id == "config-invalid-port"_L1 || finding.id == "config-duplicate-key"_L1;
    return aboutPorts && finding.severity == Severity::Blocker ? portBlock : everyOne;
}

void checkVersions(const SiteFacts& facts, QList<Noted>& out)
{
    const Site& site = facts.site;
    QMap<ProductVersion, QStringList> nodesOfVersion;
    for (const NodeFacts& node : facts.nodes) {
        const auto value = node.survey.version.value;
        if (!value)
            continue;
        const auto version = ProductVersion::parse(*value);
        if (!version)
            continue;
        nodesOfVersion[*version].append(node.node.name);
        if (*version != site.sourceVersion && *version != site.targetVersion) {
            out.append(note(
                u"version-unexpected"_s, {node.node.name},
                Text::tr("The node says that it has %1. Entered are %2 (source) and %3 (target).")
                    .arg(version->display())
                    .arg(site.sourceVersion.display())
                    .arg(site.targetVersion.display()),
                Text::tr("Correct the entered versions, or find out why this node has another one. The ports "
                         "that a block must cover depend on it.")));
        }
    }
    if (nodesOfVersion.size() < 2)
        return;
    QList<Text> items;
    for (auto it = nodesOfVersion.cbegin(); it != nodesOfVersion.cend(); ++it)
        items.append(Text::tr("%1 (%2)").arg(it.key().display()).arg(shownNames(*it)));
    out.append(note(
        u"versions-differ"_s, {},
        Text::tr("The nodes have different versions already: %1. Settings sync between different versions is "
                 "not supported (FAQ 2578).")
            .arg(Text::list(items)),
        Text::tr(
            "If an upgrade was interrupted, go on with it by its journal. Otherwise ask the vendor how to "
            "bring the nodes to the same version first.")));
}

} // namespace

QList<Noted> machineChecks(const SiteFacts& facts)
{
    QList<Noted> out;
    checkVersions(facts, out);
    for (const NodeFacts& node : facts.nodes) {
        const Fact<QString>& dir = node.survey.installDir;
        if (dir.differs()) {
            out.append(note(
                u"install-dir-differs"_s, {node.node.name},
                Text::tr(
                    "The install directory is entered as %1, but was found as %2. The entered one counts.")
                    .arg(shownSafely(*dir.siteValue))
                    .arg(shownSafely(*dir.value)),
                Text::tr("Find out which one is in use and correct the entry if need be.")));
        }
        const auto skew = node.survey.clockSkewSeconds.effective();
        if (skew && (*skew > toleratedSkewSeconds || *skew < -toleratedSkewSeconds)) {
            out.append(note(
                u"clock-skew"_s, {node.node.name},
                skewText(*skew),
                Text::tr(
                    "Set the clock right (NTP) before the work: logs and records are compared by time.")));
        }
    }
    const QStringList pending =
        namesWhere(facts, [](const NodeFacts& n) { return n.survey.rebootPending.effective() == true; });
    if (!pending.isEmpty()) {
        out.append(note(
            u"restart-pending"_s, pending,
            Text::tr("The operating system waits for a reboot on: %1. An installer may then refuse to run or "
                     "reboot the node.")
                .arg(shownNames(pending)),
            Text::tr("Reboot these nodes before the day of the work.")));
    }
    const QStringList notAtBoot =
        namesWhere(facts, [](const NodeFacts& n) { return n.survey.bootStart.effective() == BootStart::Off; });
    if (!notAtBoot.isEmpty()) {
        out.append(note(
            u"boot-start-off-before"_s, notAtBoot,
            Text::tr("Start at boot is off before the work on: %1. Every procedure switches it off for its time and on at the end, and "
                     "going back does the same: afterwards it is on.")
                .arg(shownNames(notAtBoot)),
            Text::tr("Find out whether it is meant to be off. Where it is, switch it off again after the work; where it is not, switch "
                     "it on before.")));
    }
    const QStringList withUnknownKeys = namesWhere(facts, [](const NodeFacts& n) {
        if (!n.survey.config)
            return false;
        const QList<Finding>& findings = n.survey.config->findings();
        return std::any_of(findings.begin(), findings.end(),
                           [](const Finding& f) { return f.id == "config-unknown-key"_L1; });
    });
    if (!withUnknownKeys.isEmpty()) {
        out.append(note(
            u"config-unknown-keys"_s, withUnknownKeys,
            Text::tr("The config has keys that FAQ 2578 does not name: %1. They are left as they are.")
                .arg(shownNames(withUnknownKeys)),
            Text::tr("Nothing needs to be done. If one of them is a port, tell whoever runs the firewall.")));
    }
    return out;
}

QList<Noted> passedOn(const SiteFacts& facts)
{
    // The configs' own findings first: those of a saved survey are in the language in which it was saved.
    QList<Finding> found;
    for (const NodeFacts& node : facts.nodes) {
        if (!node.survey.config)
            continue;
        for (Finding finding : node.survey.config->findings()) {
            finding.node = node.node.name;
            if (finding.path.isEmpty())
                finding.path = node.survey.configPath;
            found.append(finding);
        }
    }
    found += facts.survey.findings;
    QList<Noted> out;
    for (const Finding& finding : std::as_const(found)) {
        if (!isCovered(finding, facts))
            out.append({finding, forbiddenBy(finding)});
    }
    return out;
}

} // namespace ruw::checks
