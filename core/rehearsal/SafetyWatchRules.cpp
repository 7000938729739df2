// Which rule an action, a step's beginning, a record or a word on the screen breaks, by what could be known.

#include "core/rehearsal/SafetyWatch.h"

#include "core/run/Runner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ruw {

void SafetyWatch::beginsStep(const Step& step, StepKind effect, const QDateTime& now)
{
    static constexpr std::array closing = {StepKind::StopAutostartedService, StepKind::StopService, StepKind::Block,
                                           StepKind::ExtendBlock, StepKind::DisableSettingsSync};
    for (const auto& [a, b] : std::as_const(m_openSeen)) {
        const bool anEnd = step.node.isEmpty() || step.node == m_known.nodes[a].name || step.node == m_known.nodes[b].name;
        if (anEnd && std::find(closing.begin(), closing.end(), effect) != closing.end())
            continue; // this is how it is closed
        m_openedByWorld = false; // from here on it is the run that leaves it open
        breaks(u"S1w"_s, Text::tr("The work goes on although the world has opened a sync path."), now);
        return;
    }
}

/// By all that could be known: the version may be a matter of doubt, and that counts as different.
QList<SafetyWatch::Pair> SafetyWatch::openByAllThatIsKnown() const
{
    QList<Pair> out;
    for (int i = 0; i < int(m_known.nodes.size()); ++i) {
        for (int j = i + 1; j < int(m_known.nodes.size()); ++j) {
            if (mayDiffer(i, j) && isOpen(m_known.nodes[i], m_known.nodes[j], m_known.trafficCut))
                out.append({i, j});
        }
    }
    return out;
}

void SafetyWatch::acts(const SimulatedEffect& effect, int node, const QDateTime& now)
{
    judgeAction(effect, node, now);
    const QList<Pair> before = openByAllThatIsKnown();
    if (effect.kind == StepKind::RunInstaller && node >= 0)
        m_unread[node] = true;
    m_known.take(effect, node, m_procedure);
    m_runOpens = false;
    for (const Pair& pair : openByAllThatIsKnown()) {
        if (before.contains(pair))
            continue; // what stood open when the action was announced is S1w's
        const SimulatedNode &a = m_known.nodes[pair.first], &b = m_known.nodes[pair.second];
        breaks(u"S1"_s,
               Text::tr("A sync path is open between %1 (%2) and %3 (%4).").arg(a.name).arg(a.version).arg(b.name).arg(b.version),
               now);
        m_runOpens = true;
        return;
    }
}

void SafetyWatch::changed(const SiteTruth& is, Cause cause)
{
    bool open = false;
    for (qsizetype i = 0; i < is.nodes.size(); ++i) {
        for (qsizetype j = i + 1; j < is.nodes.size(); ++j) {
            open = open || (is.nodes[i].version != is.nodes[j].version &&
                            isOpen(is.nodes[i], is.nodes[j], is.trafficCut));
        }
    }
    if (open && !m_open) {
        // An installer that the run has started where a path stood open changes the version later.
        m_openedByWorld = !m_runOpens;
        m_worldEvents += cause == Cause::World || m_openedByWorld ? 1 : 0;
    }
    m_open = open;
}

void SafetyWatch::judgeAction(const SimulatedEffect& effect, int index, const QDateTime& now)
{
    const StepKind kind = effect.kind;
    const QList<SimulatedNode>& nodes = m_known.nodes;
    const bool stops = m_procedure.kind == ProcedureKind::StopMailFlow;
    if (kind == StepKind::DisableSettingsSync && m_facts.countsAsDataSyncOn())
        breaks(u"S2"_s, Text::tr("Settings sync is disabled although data sync is not known to be off."), now);
    if (stops)
        judgeStopMailFlow(effect, index, now);
    else if (index >= 0 && nodes[index].takesMail)
        judgeKeepMailFlowing(effect, index, now);
    const QString source = m_facts.site.sourceVersion.toString();
    const bool anyInstalled = std::any_of(nodes.cbegin(), nodes.cend(),
                                          [&](const SimulatedNode& node) { return node.version != source; });
    if (stops && kind == StepKind::StartService && index >= 0 && nodes[index].master && anyInstalled) {
        for (int i = 0; i < int(nodes.size()); ++i) {
            if (!nodes[i].master && takesPart(i) && !(nodes[i].running && nodes[i].up))
                breaks(u"S5"_s, Text::tr("The master starts before %1 runs.").arg(nodes[i].name), now);
        }
    }
    const bool lifts = kind == StepKind::Unblock || kind == StepKind::EnableSettingsSync ||
                       (stops && kind == StepKind::StartService);
    if (lifts) {
        bool different = false;
        for (int i = 0; i < int(nodes.size()); ++i) {
            for (int j = i + 1; j < int(nodes.size()); ++j)
                different = different || (takesPart(i) && takesPart(j) && mayDiffer(i, j));
        }
        if (different)
            breaks(u"S8"_s, Text::tr("The isolation is lifted although the nodes have different versions."),
                   now);
    }
    judgeConfig(index, now);
}

/// S11: as long as no installer can have changed it.
void SafetyWatch::judgeConfig(int node, const QDateTime& now)
{
    if (node < 0 || m_unread[node] || m_byHand[node])
        return;
    const SimulatedNode& known = m_known.nodes[node];
    if (known.bySsh && known.version == m_facts.site.sourceVersion.toString() && known.drifted())
        breaks(u"S11"_s, Text::tr("%1 is worked on although its replica config is not as the plan knows it.").arg(known.name), now);
}

void SafetyWatch::beginsInstallerByHand(int node, const QDateTime& now)
{
    judgeConfig(node, now);
    if (node >= 0 && m_known.nodes[node].bySsh)
        m_byHand[node] = true;
}

/// S3: from the first installer until all have the target version.
void SafetyWatch::judgeStopMailFlow(const SimulatedEffect& effect, int index, const QDateTime& now)
{
    const QList<SimulatedNode>& nodes = m_known.nodes;
    const QString source = m_facts.site.sourceVersion.toString(), target = m_facts.site.targetVersion.toString();
    const bool stopsOne = effect.kind == StepKind::StopService || effect.kind == StepKind::StopAutostartedService;
    const auto touchedByInstaller = [&](int i) { return m_unread[i] || nodes[i].version != source; };
    bool allUpgraded = true;
    for (int i = 0; i < int(nodes.size()); ++i)
        allUpgraded = allUpgraded && (!takesPart(i) || (!m_unread[i] && nodes[i].version == target));
    for (int i = 0; i < int(nodes.size()); ++i) {
        const SimulatedNode& node = nodes[i];
        const bool runs = node.running && node.up;
        if (effect.kind == StepKind::RunInstaller && runs)
            breaks(u"S3"_s, Text::tr("The installer starts while the service of %1 runs.").arg(node.name), now);
        else if (!stopsOne && runs && i != index && touchedByInstaller(i) && takesPart(i) && !allUpgraded)
            breaks(u"S3"_s, Text::tr("Another node is worked on while the upgraded service of %1 runs.").arg(node.name), now);
        if (effect.kind == StepKind::RunInstaller && node.bootStart && takesPart(i))
            breaks(u"S3"_s, Text::tr("The installer starts while start at boot is on at %1.").arg(node.name), now);
    }
}

/// S4: one mail node at a time, and mail is routed past it.
void SafetyWatch::judgeKeepMailFlowing(const SimulatedEffect& effect, int index, const QDateTime& now)
{
    const QList<SimulatedNode>& nodes = m_known.nodes;
    const SimulatedNode& own = nodes[index];
    const bool stopsIt = effect.kind == StepKind::StopService || effect.kind == StepKind::RestartService;
    if ((!stopsIt && effect.kind != StepKind::DrainNode) || !own.running)
        return;
    if (stopsIt && !own.drained)
        breaks(u"S4"_s, Text::tr("%1 is taken out of service while mail is routed there.").arg(own.name), now);
    bool another = false;
    for (int i = 0; i < int(nodes.size()); ++i) {
        const SimulatedNode& node = nodes[i];
        if (i == index || !node.takesMail || !takesPart(i))
            continue;
        const bool serves = node.up && node.running && !node.drained;
        another = another || serves;
        if (!serves) {
            breaks(u"S4"_s,
                   Text::tr("%1 is taken out of service while %2 is out of service too.").arg(own.name).arg(node.name), now);
        }
    }
    if (!another)
        breaks(u"S4"_s, Text::tr("%1 is taken out of service, and no other node takes mail.").arg(own.name), now);
}

void SafetyWatch::shown(const QByteArray& text, const QDateTime& now)
{
    if (text.contains(secret()))
        breaks(u"S10"_s, Text::tr("A secret is shown to the operator."), now);
}

void SafetyWatch::recorded(const QByteArray& line, const QDateTime& now)
{
    if (line.contains(secret()))
        breaks(u"S10"_s, Text::tr("A secret stands in the journal."), now);
    const auto is = [&](const char* kind) { return line.contains(QByteArray(QByteArray("\"kind\":\"") + kind + '"')); };
    if (is("step-started")) {
        if (!m_unended.isEmpty())
            breaks(u"S6"_s, Text::tr("An action begins before the outcome of the one before is in the journal."), now);
        m_unended = m_step;
        m_closes = line.contains("\"step\":\"stop-autostarted-service");
    } else if (is("step-executed") || is("step-failed")) {
        m_unended.clear();
    } else if (is("step-verified") && m_open && !m_openSeen.isEmpty() && !line.contains("\"answerYes\":false")) {
        const Step* step = m_procedure.step(m_step);
        if (step && !changesTheSite(*step)) {
            m_openedByWorld = false; // from here on it is the run that leaves it open
            breaks(u"S1w"_s, Text::tr("A look counts as done although it passed over a sync path that the world has opened."), now);
        }
    }
}

} // namespace ruw
