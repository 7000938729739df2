#include "core/rehearsal/SafetyWatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ruw {

QJsonObject Violation::toJson(Language language) const
{
    return {{u"rule"_s, rule},
            {u"step"_s, step},
            {u"time"_s, time.toString(Qt::ISODate)},
            {u"message"_s, what.render(language)}};
}

SafetyWatch::SafetyWatch(const SiteFacts& facts, const Procedure& procedure)
    : m_facts(facts), m_procedure(procedure)
{
}

void SafetyWatch::breaks(const QString& rule, const Text& what, const QDateTime& now)
{
    m_violations.append({rule, m_step, now, what});
}

bool SafetyWatch::isOpen(const SimulatedNode& a, const SimulatedNode& b, bool trafficCut)
{
    if (!a.up || !b.up || !a.running || !b.running || !a.settingsSync || !b.settingsSync || trafficCut)
        return false;
    if (a.leakyPort > 0 || b.leakyPort > 0)
        return true;
    const auto passes = [&](int port) { return !a.blocks(port) && !b.blocks(port); };
    return std::any_of(a.livePorts.cbegin(), a.livePorts.cend(), passes) ||
           std::any_of(b.livePorts.cbegin(), b.livePorts.cend(), passes);
}

void SafetyWatch::changed(const QList<SimulatedNode>& nodes, bool trafficCut, Cause cause,
                          const QDateTime& now)
{
    bool open = false;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        for (qsizetype j = i + 1; j < nodes.size(); ++j) {
            if (nodes[i].version == nodes[j].version || !isOpen(nodes[i], nodes[j], trafficCut))
                continue;
            open = true;
            if (m_open)
                continue;
            if (cause == Cause::Run && !m_liedTo && m_racedStep != m_step) {
                breaks(u"S1"_s,
                       Text::tr("A sync path is open between %1 (%2) and %3 (%4).")
                           .arg(nodes[i].name)
                           .arg(nodes[i].version)
                           .arg(nodes[j].name)
                           .arg(nodes[j].version),
                       now);
            } else {
                ++m_worldEvents;
                m_told = false;
            }
        }
    }
    m_open = open;
}

void SafetyWatch::acts(const QList<SimulatedNode>& nodes, StepKind kind, int index, bool trafficCut,
                       const QDateTime& now)
{
    Q_UNUSED(trafficCut)
    if (m_liedTo || m_racedStep == m_step)
        return;
    const bool stops = m_procedure.kind == ProcedureKind::StopMailFlow;
    const QString target = m_facts.site.targetVersion.toString();
    const auto takesPart = [&](const SimulatedNode& node) { return !m_excluded.contains(node.name); };
    if (stops && kind == StepKind::RunInstaller) {
        for (const SimulatedNode& node : nodes) {
            if (node.running && node.up)
                breaks(u"S3"_s, Text::tr("The installer starts while the service of %1 runs.").arg(node.name),
                       now);
        }
    }
    const bool takesOut = kind == StepKind::StopService || kind == StepKind::RestartService;
    if (!stops && takesOut && index >= 0 && nodes[index].takesMail && nodes[index].running) {
        const bool another = std::any_of(nodes.cbegin(), nodes.cend(), [&](const SimulatedNode& node) {
            return &node != &nodes[index] && node.takesMail && node.up && node.running && !node.drained;
        });
        if (!another)
            breaks(
                u"S4"_s,
                Text::tr("%1 is taken out of service, and no other node takes mail.").arg(nodes[index].name),
                now);
    }
    const bool anyInstalled = std::any_of(nodes.cbegin(), nodes.cend(),
                                          [&](const SimulatedNode& node) { return node.version == target; });
    if (stops && kind == StepKind::StartService && index >= 0 && nodes[index].master && anyInstalled) {
        for (const SimulatedNode& node : nodes) {
            if (!node.master && takesPart(node) && !(node.running && node.up))
                breaks(u"S5"_s, Text::tr("The master starts before %1 runs.").arg(node.name), now);
        }
    }
    const bool lifts = kind == StepKind::Unblock || kind == StepKind::EnableSettingsSync ||
                       (stops && kind == StepKind::StartService);
    if (lifts) {
        QStringList versions;
        for (const SimulatedNode& node : nodes) {
            if (takesPart(node) && !versions.contains(node.version))
                versions.append(node.version);
        }
        if (versions.size() > 1)
            breaks(u"S8"_s, Text::tr("The isolation is lifted although the nodes have different versions."),
                   now);
    }
}

void SafetyWatch::beginsStep(const Step& step, const QDateTime& now)
{
    if (m_open && !m_told && step.kind != StepKind::StopAutostartedService)
        breaks(u"S1w"_s, Text::tr("The work goes on although the world has opened a sync path."), now);
}

} // namespace ruw
